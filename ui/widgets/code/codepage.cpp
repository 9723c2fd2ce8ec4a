#include "ui/widgets/code/codepage.h"

#include "core/data/source.h"
#include "core/keras/summary.h"
#include "ui/session/text.h"
#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/code/codeeditor.h"
#include "ui/widgets/code/codesettings.h"
#include "ui/widgets/code/historymodel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/spotlight.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <set>

namespace layerlab {
namespace {

constexpr int refreshMs = 100;
constexpr int mostNotesInView = 4;

/// Where the network begins, so that it is what is seen first.
int firstLayerLine(const KerasCode& code) {
  for (std::size_t i = 0; i < code.lines.size(); ++i)
    if (code.lines[i].text.starts_with("model = ")) return static_cast<int>(i) + 1;
  return 1;
}

/// How many lines have notes; one line may have several.
int linesIn(const std::vector<KerasNote>& notes) {
  std::set<int> lines;
  for (const KerasNote& note : notes) lines.insert(note.line);
  return static_cast<int>(lines.size());
}

/// Lines of `after` that `before` does not have at their place, counted from the same end.
QVector<int> changedLines(const KerasCode& before, const KerasCode& after) {
  QVector<int> lines;
  for (std::size_t i = 0; i < after.lines.size(); ++i) {
    const bool there = std::any_of(before.lines.begin(), before.lines.end(), [&](const auto& line) {
      return line.text == after.lines[i].text;
    });
    if (!there) lines << static_cast<int>(i) + 1;
  }
  return lines;
}

} // namespace

CodePage::CodePage(const Theme& theme, Workbench& workbench, Prompts& prompts,
                   NetworkCanvas& canvas, QWidget* parent)
    : Page(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_prompts(prompts), m_canvas(canvas), m_controls(new QWidget(this)),
      m_views(new QButtonGroup(this)), m_stack(new QStackedWidget(this)),
      m_historyModel(new HistoryModel(this)), m_throttle(refreshMs, [this] { refresh(); }) {
  buildControls();
  m_empty = new QLabel(this);
  m_empty->setProperty("role", "muted");
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_stack->addWidget(buildCode());
  m_stack->addWidget(buildSummary());
  m_history = new QTableView(this);
  nameWidget(m_history, QStringLiteral("historyTable"));
  m_history->setModel(m_historyModel);
  m_history->setTabKeyNavigation(false);
  m_history->setCornerButtonEnabled(false);
  m_history->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_stack->addWidget(m_history);
  m_stack->addWidget(m_empty);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->addWidget(m_stack, 1);
  connectParts();
  retranslate();
  refreshIcons();
}

QString CodePage::title() const {
  return tr("Code");
}

QString CodePage::tip() const {
  return tr("The design as a Keras program");
}

QString CodePage::icon() const {
  return QStringLiteral("code");
}

// Showing ---------------------------------------------------------------------------------------

void CodePage::bringUpToDate() {
  refresh();
}

void CodePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  refresh();
}

void CodePage::hideEvent(QHideEvent* event) {
  if (m_spotlight) m_spotlight->point(nullptr);
  Page::hideEvent(event);
}

Result<KerasCode> CodePage::code(const QString& dataFile) const {
  const TablePtr table = m_session.table();
  const Result<Outline>& outline = m_session.outline();
  if (!outline) return outline.error();
  return kerasCode(m_session.design(),
                   {*table, *outline, dataFile.toStdString(), m_cutOff ? m_cutOff() : 0.5,
                    standInFile(m_workbench.dataPath().toStdString()).has_value()});
}

void CodePage::refresh() {
  const bool data = m_session.table() != nullptr;
  const int view = m_views->checkedId();
  const Run* run = m_session.currentRun();
  m_empty->setText(!data ? tr("Open a CSV file or pick an example: its Keras code appears here.")
                         : tr("Press Fit: the history appears here, epoch by epoch."));
  const bool nothing = (!data && !(view == codeView && m_own)) || (view == historyView && !run);
  m_stack->setCurrentIndex(nothing ? m_stack->indexOf(m_empty) : view);
  m_copy->setEnabled(!nothing);
  m_save->setEnabled(data);
  refreshCode();
  refreshViews();
}

void CodePage::refreshCode() {
  if (!m_session.table()) m_shown = {};
  if (!m_own && m_session.table()) {
    const auto fresh = code(dataFile());
    if (!fresh) return sayError(fresh.error());
    m_notes.clear();
    const bool first = m_shown.lines.empty();
    const QVector<int> changed = first ? QVector<int>() : changedLines(m_shown, *fresh);
    const bool same = !first && fresh->text() == m_shown.text();
    m_shown = *fresh;
    m_editor->replaceText(QString::fromStdString(m_shown.text()).trimmed() + QLatin1Char('\n'));
    if (first) m_editor->goToLine(firstLayerLine(m_shown));
    if (!same) m_editor->markLines(changed);
  }
  refreshState();
}

void CodePage::refreshViews() {
  const auto& outline = m_session.outline();
  const int view = m_views->checkedId();
  if (view == summaryView && outline)
    m_summary->replaceText(QString::fromStdString(
        kerasSummary(m_session.design().network, outline->inputNames.size())));
  if (view == historyView && m_session.currentRun())
    m_historyModel->setHistory(m_session.currentRun()->history);
}

/// What the text is, and what can be done with it.
void CodePage::refreshState() {
  m_apply->setVisible(m_own && !isApplied());
  m_revert->setVisible(m_own);
  m_state->setProperty("role", "muted");
  if (!m_own)
    m_state->setText(tr("Live: the code follows every control, and each line lights its control. "
                        "Edit it or paste Keras code."));
  else if (!isApplied())
    m_state->setText(tr("Your code. Apply puts it into the design; Undo takes it back."));
  else if (m_notes.empty())
    m_state->setText(tr("Applied: the design is what your code says."));
  else
    m_state->setText(tr("Applied, except %n line(s) named below.", nullptr, linesIn(m_notes)));
  showNotes();
}

/// Not any more once the design was changed or the edit undone; again once it is redone.
bool CodePage::isApplied() const {
  return m_applied && m_session.design() == *m_applied;
}

void CodePage::showNotes() {
  const QSignalBlocker silence(m_noteList);
  m_noteList->clear();
  QVector<int> lines;
  for (const KerasNote& note : m_notes) {
    m_noteList->addItem(tr("Line %1: %2").arg(note.line).arg(text(note.message)));
    lines << note.line;
  }
  m_noteList->setVisible(!m_notes.empty());
  const int rows = std::min(mostNotesInView, static_cast<int>(m_notes.size()));
  m_noteList->setFixedHeight(rows * (m_noteList->sizeHintForRow(0) + 2) + 8);
  m_editor->underlineLines(lines);
}

void CodePage::sayError(const Error& error) {
  m_state->setProperty("role", "bad");
  m_state->setText(error.row > 0 ? tr("Line %1: %2").arg(error.row).arg(text(error.message))
                                 : text(error.message));
  m_state->setStyleSheet(m_state->styleSheet()); // the role changed
}

// Editing ---------------------------------------------------------------------------------------

void CodePage::edited() {
  m_own = true;
  m_applied.reset();
  m_notes.clear();
  m_editor->markLines({});
  refreshState();
}

void CodePage::apply() {
  if (!m_own || isApplied()) return;
  const auto reading =
      readKeras(m_editor->toPlainText().toStdString(), m_session.design(), m_session.table().get());
  if (!reading) return sayError(reading.error());
  m_notes = reading->notes;
  m_applied = reading->design;
  m_session.edit(tr("Keras code"), {}, [&](Design& design) { design = reading->design; });
  // Nothing of the person's is lost: only text that the design would write itself gives way.
  const QString own = m_editor->toPlainText().trimmed();
  const auto fresh = code(QString::fromStdString(reading->dataFile));
  if (m_notes.empty() && fresh && QString::fromStdString(fresh->text()).trimmed() == own)
    m_own = false;
  refresh();
}

void CodePage::revert() {
  m_own = false;
  m_applied.reset();
  m_notes.clear();
  m_shown = {};
  refresh();
}

// Lines and controls ----------------------------------------------------------------------------

/// The person walks through the lines: their controls light up.
void CodePage::lineChanged() {
  if (m_own || !m_editor->hasFocus()) return;
  const auto line = static_cast<std::size_t>(m_editor->currentLine() - 1);
  const QString setting =
      line < m_shown.lines.size() ? QString::fromStdString(m_shown.lines[line].setting) : QString();
  if (!m_spotlight) m_spotlight = new Spotlight(m_theme, window());
  markSetting(setting);
  if (setting.startsWith(QLatin1String("layer:"))) {
    m_lighting = true;
    m_canvas.selectLayer(setting.mid(6).toInt());
    m_lighting = false;
    return m_spotlight->point(nullptr);
  }
  const QString control = controlOfSetting(setting);
  m_spotlight->point(control.isEmpty() ? nullptr : window()->findChild<QWidget*>(control));
}

/// The person touches a control: its lines light up.
void CodePage::focusMoved(QWidget* now) {
  if (!isVisible() || !now || m_own) return;
  if (m_spotlight && now != m_editor) m_spotlight->point(nullptr);
  const QString setting = settingOfControl(now->objectName());
  if (!setting.isEmpty()) markSetting(setting);
}

void CodePage::markSetting(const QString& setting) {
  if (!isVisible() || m_own || m_lighting) return;
  QVector<int> lines;
  for (std::size_t i = 0; i < m_shown.lines.size(); ++i)
    if (!setting.isEmpty() && setting == QLatin1String(m_shown.lines[i].setting.c_str()))
      lines << static_cast<int>(i) + 1;
  m_editor->markLines(lines);
}

// Words -----------------------------------------------------------------------------------------

void CodePage::refreshIcons() {
  m_copy->setIcon(m_theme.icon(QStringLiteral("copy")));
  m_save->setIcon(m_theme.icon(QStringLiteral("save")));
}

void CodePage::retranslate() {
  const QStringList views{tr("Program"), tr("Summary"), tr("History")};
  const QStringList tips{tr("The Keras code of the design"),
                         tr("model.summary() as Keras prints it"),
                         tr("history.history as a table")};
  for (int i = 0; i < views.size(); ++i) {
    auto* button = static_cast<QToolButton*>(m_views->button(i));
    button->setText(views[i]);
    setWords(button, views[i], tips[i]);
  }
  m_copy->setText(tr("Copy"));
  setWords(m_copy, tr("Copy"), tr("Copy what is shown to the clipboard"));
  m_save->setText(tr("Save .py…"));
  setWords(m_save, tr("Save .py…"), tr("Save the program as a Python file"));
  m_apply->setText(tr("Apply"));
  setWords(m_apply, tr("Apply"), tr("Put what the code says into the design (Ctrl+Enter)"));
  m_revert->setText(tr("Back to the design's code"));
  setWords(m_revert, tr("Back to the design's code"), tr("Show what the design is, live"));
  setWords(m_editor, tr("Keras code"), tr("Edit the program or paste another, then Apply"));
  setWords(m_noteList, tr("Lines that were not understood"), tr("Choose one to go to its line"));
  setWords(m_summary, tr("Summary"), {});
  setWords(m_history, tr("History"), tips[2]);
  refreshState();
}

void CodePage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    refresh();
  }
  Page::changeEvent(event);
}

} // namespace layerlab

#include "moc_codepage.cpp"
