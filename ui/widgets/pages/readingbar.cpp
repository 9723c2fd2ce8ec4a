#include "ui/widgets/pages/readingbar.h"

#include "ui/session/text.h"
#include "ui/widgets/panels/flowlayout.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace layerlab {
namespace {

constexpr int chipGap = 8;

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

QString brokenIntoLines(const QString& sentence, const QFontMetrics& metrics, int room) {
  QString lines;
  QString line;
  for (const QString& word : sentence.split(QLatin1Char(' '))) {
    const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
    if (!line.isEmpty() && metrics.horizontalAdvance(longer) > room) {
      lines += line + QLatin1Char('\n');
      line = word;
    } else {
      line = longer;
    }
  }
  return lines + line;
}

} // namespace

ReadingBar::ReadingBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_flow(new FlowLayout(chipGap, 4)), m_text(new QLabel(this)),
      m_empty(new QLabel(this)), m_more(new QToolButton(this)) {
  setLayout(m_flow);
  setObjectName(QStringLiteral("readingBar"));
  nameWidget(m_text, QStringLiteral("reading"));
  m_text->hide();
  m_empty->setProperty("role", "muted");
  m_empty->setMinimumHeight(28);
  m_flow->addWidget(m_empty);
  nameWidget(m_more, QStringLiteral("readingMore"));
  m_more->hide();
  connect(m_more, &QToolButton::clicked, this, [this] {
    m_unfolded = !m_unfolded;
    fit();
  });
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&theme, &Theme::changed, this, &ReadingBar::rebuild);
  fit(); // its words
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

void ReadingBar::setOneRow(bool on) {
  if (m_oneRow == on) return;
  m_oneRow = on;
  m_unfolded = false;
  rebuild(); // in another order
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
  for (const std::size_t i : order()) addChip(i, i == cure);
  m_flow->removeWidget(m_more);
  m_flow->addWidget(m_more); // behind the chips
  m_empty->setVisible(m_readings.empty());
  fillChips();
}

/// As the curve goes; in one row the worst first, for it is what must not be hidden.
std::vector<std::size_t> ReadingBar::order() const {
  std::vector<std::size_t> indices(m_readings.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  if (m_oneRow)
    std::stable_sort(indices.begin(), indices.end(), [this](std::size_t a, std::size_t b) {
      return m_readings[a].mood > m_readings[b].mood;
    });
  return indices;
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
  chip.reading = index;
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
  for (const Reading& reading : m_readings) sentences << text(reading.text);
  for (const Chip& chip : m_chips) {
    const Reading& reading = m_readings[chip.reading];
    const QString& sentence = sentences[static_cast<qsizetype>(chip.reading)];
    const QString rule = text(reading.rule);
    setWords(chip.sentence, sentence, rule.isEmpty() ? sentence : rule);
    if (!chip.remedy) continue;
    chip.remedy->setText(text(reading.remedyText));
    setWords(chip.remedy, chip.remedy->text(), tr("Do this; it can be undone"));
  }
  m_text->setText(sentences.join(QStringLiteral(" · ")));
  m_text->setAccessibleName(m_text->text());
  wrapSentences();
  fit();
}

/// A sentence that is longer than the row breaks.
void ReadingBar::wrapSentences() {
  for (const Chip& chip : m_chips) {
    const QString sentence = text(m_readings[chip.reading].text);
    chip.sentence->setText(sentence);
    const QFontMetrics metrics = chip.sentence->fontMetrics();
    const int over = chip.sentence->sizeHint().width() - width();
    const int room = metrics.horizontalAdvance(sentence) - over;
    if (over > 0 && room > 0) chip.sentence->setText(brokenIntoLines(sentence, metrics, room));
  }
}

/// Hides what one row has no room for.
void ReadingBar::fit() {
  const std::size_t most = m_oneRow && !m_unfolded ? fitting() : m_chips.size();
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    m_chips[i].sentence->setVisible(i < most);
    if (m_chips[i].remedy) m_chips[i].remedy->setVisible(i < most);
  }
  m_more->setText(m_unfolded ? tr("less") : tr("%1 more").arg(m_chips.size() - most));
  setWords(m_more, m_more->text(),
           m_unfolded ? tr("One row of sentences")
                      : tr("All sentences, in as many rows as needed"));
  m_more->setVisible(most < m_chips.size() || (m_oneRow && m_unfolded && !m_chips.empty()));
  updateGeometry();
}

/// How many chips fit into one row, beside the button for the others; at least the first.
std::size_t ReadingBar::fitting() const {
  const auto widthOf = [](const Chip& chip) {
    const int remedy = chip.remedy ? chip.remedy->sizeHint().width() + chipGap : 0;
    return chip.sentence->sizeHint().width() + remedy + chipGap;
  };
  const int all = std::accumulate(m_chips.begin(), m_chips.end(), 0,
                                  [&](int sum, const Chip& chip) { return sum + widthOf(chip); });
  if (all - chipGap <= width()) return m_chips.size();
  const int room = width() - m_theme.px(72); // the button
  int used = 0;
  std::size_t count = 0;
  while (count < m_chips.size() && used + widthOf(m_chips[count]) <= room)
    used += widthOf(m_chips[count++]);
  return std::max<std::size_t>(count, 1);
}

void ReadingBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() == event->oldSize().width()) return;
  wrapSentences();
  fit();
}

void ReadingBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_readingbar.cpp"
