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
    return x.id == y.id && x.text.args == y.text.args && x.mood == y.mood;
  });
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

void ReadingBar::setReadings(const std::vector<Reading>& readings) {
  if (sameReadings(readings, m_readings)) return;
  m_readings = readings;
  rebuild();
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
  for (QWidget* chip : m_chips) {
    chip->hide();
    chip->disconnect(this);
    chip->deleteLater(); // its click may be what brought us here
  }
  m_chips.clear();
  QStringList sentences;
  for (const Reading& reading : m_readings) {
    addChip(reading);
    sentences << text(reading.text);
  }
  m_text->setText(sentences.join(QStringLiteral(" · ")));
  m_text->setAccessibleName(m_text->text());
  m_empty->setVisible(m_readings.empty());
  updateGeometry();
}

void ReadingBar::addChip(const Reading& reading) {
  auto* chip = new QPushButton(text(reading.text), this);
  nameWidget(chip, QStringLiteral("reading_%1").arg(QString::fromStdString(reading.id)));
  chip->setProperty("chip", true);
  chip->setProperty("flat", true);
  chip->setIcon(m_theme.icon(iconOf(reading.mood), colorOf(reading.mood, m_theme.colors())));
  const QString rule = text(reading.rule);
  setWords(chip, chip->text(), rule.isEmpty() ? chip->text() : rule);
  connect(chip, &QPushButton::clicked, this, [chip, rule] {
    QToolTip::showText(chip->mapToGlobal(chip->rect().bottomLeft()), rule, chip);
  });
  m_flow->addWidget(chip);
  m_chips.push_back(chip);
  chip->show();
  if (reading.remedy) addRemedy(reading);
}

/// Beside its sentence; what it does can be undone.
void ReadingBar::addRemedy(const Reading& reading) {
  auto* button = new QPushButton(text(reading.remedyText), this);
  nameWidget(button, QStringLiteral("remedy_%1").arg(QString::fromStdString(reading.id)));
  setWords(button, button->text(), tr("Do this; it can be undone"));
  connect(button, &QPushButton::clicked, this, [this, reading] { emit remedyChosen(reading); });
  m_flow->addWidget(button);
  m_chips.push_back(button);
  button->show();
}

void ReadingBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) rebuild();
  QWidget::changeEvent(event);
}

} // namespace layerlab
