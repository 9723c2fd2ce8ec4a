#include "ui/widgets/lessons/welcome.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>

namespace layerlab {

WelcomePane::WelcomePane(const Theme& theme, QWidget* covered, QWidget* window)
    : QFrame(window), m_theme(theme), m_covered(covered), m_title(new QLabel(this)),
      m_lead(new QLabel(this)), m_tour(new QPushButton(this)), m_skip(new QPushButton(this)) {
  nameWidget(this, QStringLiteral("welcomePane"));
  setProperty("card", true);
  setAutoFillBackground(true);
  m_title->setProperty("role", "title");
  m_lead->setProperty("role", "muted");
  auto* doors = new QHBoxLayout;
  doors->setSpacing(16);
  const std::pair<const char*, void (WelcomePane::*)()> chosen[] = {
      {"welcomeLessonButton", &WelcomePane::lessonChosen},
      {"welcomeExampleButton", &WelcomePane::exampleChosen},
      {"welcomeOpenButton", &WelcomePane::fileChosen}};
  for (const auto& [name, signal] : chosen) {
    auto* door = new QVBoxLayout;
    door->setSpacing(8);
    door->addWidget(addDoor(QLatin1String(name), signal));
    m_notes << new QLabel(this);
    m_notes.back()->setWordWrap(true);
    m_notes.back()->setProperty("role", "muted");
    m_notes.back()->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    door->addWidget(m_notes.back());
    doors->addLayout(door, 1);
  }
  m_doors.front()->setProperty("primary", true);
  auto* last = new QHBoxLayout;
  last->addStretch(1);
  for (QPushButton* button : {m_tour, m_skip}) {
    button->setProperty("flat", true);
    last->addWidget(button);
  }
  nameWidget(m_tour, QStringLiteral("welcomeTourButton"));
  nameWidget(m_skip, QStringLiteral("welcomeSkipButton"));
  last->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(48, 24, 48, 24);
  column->setSpacing(16);
  column->addStretch(1);
  column->addWidget(m_title, 0, Qt::AlignHCenter);
  column->addWidget(m_lead, 0, Qt::AlignHCenter);
  column->addSpacing(8);
  column->addLayout(doors);
  column->addLayout(last);
  column->addStretch(2);
  connect(m_tour, &QPushButton::clicked, this, &WelcomePane::tourChosen);
  connect(m_skip, &QPushButton::clicked, this, [this] {
    m_skipped = true;
    follow();
  });
  connect(&theme, &Theme::changed, this, &WelcomePane::refreshIcons);
  covered->installEventFilter(this);
  retranslate();
  refreshIcons();
  follow();
}

QPushButton* WelcomePane::addDoor(const QString& name, void (WelcomePane::*chosen)()) {
  auto* button = new QPushButton(this);
  nameWidget(button, name);
  button->setStyleSheet(QStringLiteral("padding: 20px 16px"));
  button->setIconSize({24, 24});
  connect(button, &QPushButton::clicked, this, chosen);
  m_doors << button;
  return button;
}

void WelcomePane::setEmpty(bool empty) {
  m_empty = empty;
  follow();
}

void WelcomePane::setAside(bool aside) {
  m_aside = aside;
  follow();
}

void WelcomePane::follow() {
  const bool shown = m_empty && !m_skipped && !m_aside;
  if (shown) setGeometry(QRect(m_covered->mapTo(window(), QPoint()), m_covered->size()));
  setVisible(shown);
  if (shown) raise();
}

bool WelcomePane::eventFilter(QObject*, QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::Move ||
      event->type() == QEvent::Show)
    follow();
  return false;
}

void WelcomePane::refreshIcons() {
  m_doors[0]->setIcon(m_theme.icon(QStringLiteral("play"), true));
  m_doors[1]->setIcon(m_theme.icon(QStringLiteral("table")));
  m_doors[2]->setIcon(m_theme.icon(QStringLiteral("folder")));
}

void WelcomePane::retranslate() {
  m_title->setText(tr("Watch a neural network learn"));
  m_lead->setText(tr("Choose a door. The first falling curve is less than a minute away."));
  const QStringList doors{tr("Lesson 1"), tr("An example"), tr("My own CSV…")};
  const QStringList notes{tr("What happens at model.fit: seven minutes, step by step"),
                          tr("Penguins: four measurements, three species. Then press Fit."),
                          tr("Open a table of your own, or drag it onto the window.")};
  for (int i = 0; i < doors.size(); ++i) {
    m_doors[i]->setText(QLatin1Char(' ') + doors[i]);
    setWords(m_doors[i], doors[i], notes[i]);
    m_notes[i]->setText(notes[i]);
  }
  m_tour->setText(tr("Ten-second tour"));
  setWords(m_tour, tr("Ten-second tour"), tr("Shows the four places of the window, one by one"));
  m_skip->setText(tr("Skip"));
  setWords(m_skip, tr("Skip"), tr("Go straight to the window"));
}

void WelcomePane::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

} // namespace layerlab

#include "moc_welcome.cpp"
