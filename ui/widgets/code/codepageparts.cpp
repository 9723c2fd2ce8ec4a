#include "ui/widgets/code/codepage.h"

#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/code/codeeditor.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

// The parts of the page and what connects them.

namespace layerlab {

QToolButton* CodePage::addView(const QString& name) {
  auto* button = new QToolButton(m_controls);
  nameWidget(button, name);
  button->setCheckable(true);
  button->setProperty("pill", true);
  button->setStyleSheet(QStringLiteral("padding: 2px 10px")); // lower than the tabs' line
  m_views->addButton(button, static_cast<int>(m_views->buttons().size()));
  m_controls->layout()->addWidget(button);
  return button;
}

void CodePage::buildControls() {
  auto* row = new QHBoxLayout(m_controls);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  addView(QStringLiteral("codeViewButton"))->setChecked(true);
  addView(QStringLiteral("summaryViewButton"));
  addView(QStringLiteral("historyViewButton"));
  row->addSpacing(16);
  m_copy = new QToolButton(m_controls);
  nameWidget(m_copy, QStringLiteral("codeCopyButton"));
  m_save = new QToolButton(m_controls);
  nameWidget(m_save, QStringLiteral("codeSaveButton"));
  for (QToolButton* button : {m_copy, m_save}) {
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    row->addWidget(button);
  }
}

QPushButton* CodePage::addButton(const QString& name, QBoxLayout* row) {
  auto* button = new QPushButton(m_bar);
  nameWidget(button, name);
  row->addWidget(button);
  return button;
}

QWidget* CodePage::buildCode() {
  auto* content = new QWidget(this);
  m_editor = new CodeEditor(m_theme, CodeEditor::Kind::program, content);
  nameWidget(m_editor, QStringLiteral("codeEditor"));
  m_bar = new QWidget(content);
  auto* row = new QHBoxLayout(m_bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  m_state = new QLabel(m_bar);
  m_state->setWordWrap(true);
  row->addWidget(m_state, 1);
  m_apply = addButton(QStringLiteral("codeApplyButton"), row);
  m_apply->setProperty("primary", true);
  m_revert = addButton(QStringLiteral("codeRevertButton"), row);
  m_noteList = new QListWidget(content);
  nameWidget(m_noteList, QStringLiteral("codeNotes"));
  m_noteList->setWordWrap(true);
  m_noteList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(m_bar);
  column->addWidget(m_editor, 1);
  column->addWidget(m_noteList);
  return content;
}

QWidget* CodePage::buildSummary() {
  m_summary = new CodeEditor(m_theme, CodeEditor::Kind::plain, this);
  nameWidget(m_summary, QStringLiteral("summaryText"));
  m_summary->setReadOnly(true);
  return m_summary;
}

void CodePage::connectParts() {
  connect(m_views, &QButtonGroup::idClicked, this, &CodePage::refresh);
  connect(m_copy, &QToolButton::clicked, this, &CodePage::copy);
  connect(m_save, &QToolButton::clicked, this, &CodePage::save);
  connect(m_apply, &QPushButton::clicked, this, &CodePage::apply);
  connect(m_revert, &QPushButton::clicked, this, &CodePage::revert);
  connect(m_editor, &CodeEditor::edited, this, &CodePage::edited);
  connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &CodePage::lineChanged);
  connect(m_noteList, &QListWidget::currentRowChanged, this, [this](int row) {
    if (row >= 0 && row < static_cast<int>(m_notes.size()))
      m_editor->goToLine(m_notes[static_cast<std::size_t>(row)].line);
  });
  auto* shortcut = new QShortcut(QKeySequence(QStringLiteral("Ctrl+Return")), this);
  shortcut->setContext(Qt::WidgetWithChildrenShortcut);
  connect(shortcut, &QShortcut::activated, this, &CodePage::apply);
  connect(qApp, &QApplication::focusChanged, this,
          [this](QWidget*, QWidget* now) { focusMoved(now); });
  connect(&m_canvas, &NetworkCanvas::layerSelected, this, [this](std::optional<int> id) {
    if (id) markSetting(QStringLiteral("layer:%1").arg(*id));
  });
  connect(&m_theme, &Theme::changed, this, &CodePage::refreshIcons);
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (isVisible() && parts & (Session::tablePart | Session::designPart | Session::historyPart |
                                Session::runsPart))
      m_throttle.request();
  });
}

} // namespace layerlab
