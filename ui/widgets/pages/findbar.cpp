#include "ui/widgets/pages/findbar.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace layerlab {

FindBar::FindBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_line(new QLineEdit(this)), m_count(new QLabel(this)),
      m_back(new QToolButton(this)), m_forward(new QToolButton(this)) {
  nameWidget(m_line, QStringLiteral("findLine"));
  nameWidget(m_count, QStringLiteral("findCount"));
  nameWidget(m_back, QStringLiteral("findBackButton"));
  nameWidget(m_forward, QStringLiteral("findForwardButton"));
  m_line->setClearButtonEnabled(true);
  m_line->setFixedWidth(180);
  m_line->installEventFilter(this);
  m_count->setProperty("role", "muted");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 8, 0);
  row->setSpacing(4);
  row->addStretch(1);
  row->addWidget(m_count);
  row->addSpacing(4);
  row->addWidget(m_line);
  for (QToolButton* button : {m_back, m_forward}) {
    button->setAutoRaise(true);
    button->setIconSize({14, 14});
    row->addWidget(button);
  }
  connect(m_line, &QLineEdit::textChanged, this, &FindBar::textChanged);
  connect(m_back, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
  connect(m_forward, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
  connect(&theme, &Theme::changed, this, &FindBar::refreshIcons);
  refreshIcons();
  retranslate();
}

QString FindBar::text() const {
  return m_line->text();
}

void FindBar::take() {
  m_line->setFocus(Qt::ShortcutFocusReason);
  m_line->selectAll();
}

void FindBar::showCount(int at, int count, bool more) {
  m_at = at;
  m_found = count;
  m_more = more;
  for (QToolButton* button : {m_back, m_forward}) button->setEnabled(count > 0);
  if (text().isEmpty())
    m_count->clear();
  else if (count == 0)
    m_count->setText(tr("not found"));
  else
    m_count->setText(
        tr("%1 of %2")
            .arg(Words::count(at), Words::count(count) + (more ? QStringLiteral("+") : QString())));
}

void FindBar::showWaiting() {
  m_count->setText(tr("looking…"));
}

/// Enter steps on, Shift+Enter back, Esc leaves.
bool FindBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  switch (key->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    emit stepRequested(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
    return true;
  case Qt::Key_Escape:
    m_line->clear();
    emit left();
    return true;
  default:
    return QWidget::eventFilter(watched, event);
  }
}

void FindBar::refreshIcons() {
  m_back->setIcon(m_theme.icon(QStringLiteral("chevron-up")));
  m_forward->setIcon(m_theme.icon(QStringLiteral("chevron-down")));
}

void FindBar::retranslate() {
  m_line->setPlaceholderText(tr("Find in the table"));
  setWords(m_line, tr("Find in the table"),
           tr("Text of a cell; Enter goes on, Shift+Enter back (Ctrl+F)"));
  showCount(m_at, m_found, m_more);
  setWords(m_back, tr("Previous cell"), tr("To the previous cell with this text (Shift+Enter)"));
  setWords(m_forward, tr("Next cell"), tr("To the next cell with this text (Enter)"));
}

void FindBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_findbar.cpp"
