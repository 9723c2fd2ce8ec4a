#include "ui/widgets/pages/readingbar.h"

#include "ui/session/text.h"
#include "ui/widgets/panels/flowlayout.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QToolTip>

#include <algorithm>

namespace layerlab {
namespace {

QString iconOf(Reading::Mood mood) {
  switch (mood) {
  case Reading::Mood::good:
    return QStringLiteral("check");
  case Reading::Mood::note:
    return QStringLiteral("info");
  case Reading::Mood::bad:
    return QStringLiteral("warning");
  }
  return {};
}

QColor colorOf(Reading::Mood mood, const Colors& colors) {
  return mood == Reading::Mood::good   ? colors.good
         : mood == Reading::Mood::note ? colors.note
                                       : colors.bad;
}

bool sameReadings(const std::vector<Reading>& a, const std::vector<Reading>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Reading& x, const Reading& y) {
    return x.id == y.id && x.text.args == y.text.args && x.mood == y.mood &&
           x.remedyText.args == y.remedyText.args;
  });
}

/// The same sentences with other numbers?
bool sameKinds(const std::vector<Reading>& a, const std::vector<Reading>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Reading& x, const Reading& y) {
    return x.id == y.id && x.mood == y.mood && bool(x.remedy) == bool(y.remedy);
  });
}

/// One remedy at a time: that of the worst sentence; size() if there is none.
std::size_t worstCurable(const std::vector<Reading>& readings) {
  std::size_t worst = readings.size();
  for (std::size_t i = 0; i < readings.size(); ++i)
    if (readings[i].remedy && (worst == readings.size() || readings[i].mood > readings[worst].mood))
      worst = i;
  return worst;
}

} // namespace

ReadingBar::ReadingBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_flow(new FlowLayout(8, 4)), m_text(new QLabel(this)),
      m_empty(new QLabel(this)) {
  setLayout(m_flow);
  nameWidget(m_text, QStringLiteral("reading"));
  m_text->hide();
  m_empty->setProperty("role", "muted");
  m_empty->setMinimumHeight(28);
  m_flow->addWidget(m_empty);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&theme, &Theme::changed, this, &ReadingBar::rebuild);
}

/// While only the numbers change the widgets stay: making them anew with every epoch would be dear.
void ReadingBar::setReadings(const std::vector<Reading>& readings) {
  if (sameReadings(readings, m_readings)) return;
  const bool stays = sameKinds(readings, m_readings);
  m_readings = readings;
  stays ? fillChips() : rebuild();
}

void ReadingBar::setEmptyText(const QString& text) {
  m_empty->setText(text);
}

QSize ReadingBar::sizeHint() const {
  return {200, heightForWidth(std::max(200, width()))};
}

int ReadingBar::heightForWidth(int width) const {
  return std::max(28, m_flow->heightForWidth(width));
}

void ReadingBar::rebuild() {
  for (const Chip& chip : m_chips)
    for (QPushButton* button : {chip.sentence, chip.remedy}) {
      if (!button) continue;
      button->hide();
      button->disconnect(this);
      button->deleteLater(); // its click may be what brought us here
    }
  m_chips.clear();
  const std::size_t cure = worstCurable(m_readings);
  for (std::size_t i = 0; i < m_readings.size(); ++i) addChip(i, i == cure);
  m_empty->setVisible(m_readings.empty());
  fillChips();
}

QPushButton* ReadingBar::addButton(const QString& name) {
  auto* button = new QPushButton(this);
  nameWidget(button, name);
  m_flow->addWidget(button);
  return button;
}

void ReadingBar::addChip(std::size_t index, bool cured) {
  const Reading& reading = m_readings[index];
  const QString id = QString::fromStdString(reading.id);
  Chip chip;
  chip.sentence = addButton(QStringLiteral("reading_%1").arg(id));
  chip.sentence->setProperty("chip", true);
  chip.sentence->setProperty("flat", true);
  chip.sentence->setIcon(
      m_theme.icon(iconOf(reading.mood), colorOf(reading.mood, m_theme.colors())));
  connect(chip.sentence, &QPushButton::clicked, this, [this, button = chip.sentence, index] {
    QToolTip::showText(button->mapToGlobal(button->rect().bottomLeft()),
                       text(m_readings[index].rule), button);
  });
  if (cured) {
    chip.remedy = addButton(QStringLiteral("remedy_%1").arg(id));
    connect(chip.remedy, &QPushButton::clicked, this, [this, index] {
      const Reading chosen = m_readings[index]; // the edit may bring other readings
      emit remedyChosen(chosen);
    });
  }
  m_chips.push_back(chip);
  chip.sentence->show(); // styled with its properties
  if (chip.remedy) chip.remedy->show();
}

void ReadingBar::fillChips() {
  QStringList sentences;
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    const Reading& reading = m_readings[i];
    const QString sentence = text(reading.text);
    const QString rule = text(reading.rule);
    m_chips[i].sentence->setText(sentence);
    setWords(m_chips[i].sentence, sentence, rule.isEmpty() ? sentence : rule);
    sentences << sentence;
    if (!m_chips[i].remedy) continue;
    m_chips[i].remedy->setText(text(reading.remedyText));
    setWords(m_chips[i].remedy, m_chips[i].remedy->text(), tr("Do this; it can be undone"));
  }
  m_text->setText(sentences.join(QStringLiteral(" · ")));
  m_text->setAccessibleName(m_text->text());
  updateGeometry();
}

void ReadingBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QWidget::changeEvent(event);
}

} // namespace layerlab
