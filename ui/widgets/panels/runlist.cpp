#include "ui/widgets/panels/runlist.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/runrow.h"
#include "ui/widgets/panels/runtable.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace layerlab {

namespace {
constexpr int refreshPeriod = 250; // ms; the losses in the list are read, not watched
}

RunList::RunList(const Theme& theme, Session& session, Prompts& prompts, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_session(session), m_prompts(prompts),
      m_section(new Section(theme, QStringLiteral("runsSection"), this)), m_empty(new QLabel(this)),
      m_compare(new QPushButton(this)), m_rows(new QVBoxLayout),
      m_throttle(refreshPeriod, [this] { refresh(); }) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_section);
  m_empty->setProperty("role", "muted");
  m_empty->setWordWrap(true);
  m_rows->setSpacing(12);
  m_section->body()->addWidget(m_empty);
  m_section->body()->addLayout(m_rows);
  nameWidget(m_compare, QStringLiteral("runsCompareButton"));
  m_section->body()->addWidget(m_compare);
  connect(m_compare, &QPushButton::clicked, this, &RunList::compare);
  connect(&session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & Session::runsPart) m_throttle.now();
    if (parts & Session::historyPart) m_throttle.request();
  });
  retranslate();
}

RunRow* RunList::rowOf(int id) const {
  const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                  [id](const RunRow* row) { return row->id() == id; });
  return found == m_shown.end() ? nullptr : *found;
}

void RunList::refresh() {
  const std::vector<Run>& runs = m_session.runs();
  const auto gone = [&](RunRow* row) { return m_session.run(row->id()) == nullptr; };
  for (RunRow* row : m_shown)
    if (gone(row)) {
      m_rows->removeWidget(row);
      row->hide();
      row->deleteLater();
    }
  std::erase_if(m_shown, gone);
  const int best = bestRun(runs);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    RunRow* row = rowOf(runs[i].id);
    if (!row) row = addRow(runs[i].id);
    // Newest first; a run that undo brought back stands where it was.
    const int place = static_cast<int>(runs.size() - 1 - i);
    if (m_rows->indexOf(row) != place) {
      m_rows->removeWidget(row); // counted before, the place could lie beyond the end
      m_rows->insertWidget(std::min(place, m_rows->count()), row);
    }
    row->setRun(runs[i], i > 0 ? &runs[i - 1] : nullptr, &runs[i] == m_session.currentRun(),
                runs[i].id == best);
  }
  m_empty->setVisible(runs.empty());
  m_compare->setVisible(!runs.empty());
}

RunRow* RunList::addRow(int id) {
  auto* row = new RunRow(m_theme, id, this);
  m_rows->insertWidget(0, row);
  m_shown.push_back(row);
  connect(row, &RunRow::visibleToggled, this, [this, id](bool visible) {
    m_session.updateRun(
        id, [visible](Run& run) { run.visible = visible; }, Session::runsPart);
    m_session.touch(); // it is saved with the run
  });
  connect(row, &RunRow::renameRequested, this, [this, id] { rename(id); });
  connect(row, &RunRow::colourRequested, this, [this, id](int colour) {
    if (const Run* run = m_session.run(id))
      m_session.editRunLook(tr("Colour of %1").arg(run->name), id, {run->name, colour});
  });
  connect(row, &RunRow::restoreRequested, this, [this, id] { restoreDesign(id); });
  connect(row, &RunRow::removeRequested, this, [this, id] {
    if (const Run* run = m_session.run(id))
      m_session.editRemoveRun(tr("Remove %1").arg(run->name), id);
  });
  return row;
}

void RunList::compare() {
  auto* open = window()->findChild<RunTable*>();
  if (!open) open = new RunTable(m_theme, m_session, window());
  open->show();
  open->raise();
  open->activateWindow();
}

void RunList::rename(int id) {
  const Run* run = m_session.run(id);
  if (!run) return;
  const QString name =
      m_prompts.text(window(), tr("Rename run"), tr("Name of the run"), run->name).trimmed();
  if (!name.isEmpty() && m_session.run(id)) // it may have gone while the question was open
    m_session.editRunLook(tr("Rename run"), id, {name, m_session.run(id)->colour});
}

void RunList::restoreDesign(int id) {
  const Run* run = m_session.run(id);
  if (!run) return;
  const Design design = run->design;
  m_session.edit(tr("Restore the design of %1").arg(run->name), {},
                 [&design](Design& present) { present = design; });
}

void RunList::retranslate() {
  m_section->setTitle(tr("Runs"), tr("Fold or unfold the list of runs"));
  m_empty->setText(tr("Every fit is kept here, to be compared with the next one."));
  m_compare->setText(tr("Compare runs…"));
  setWords(m_compare, tr("Compare runs"), tr("All runs as a table, the best one marked"));
  for (RunRow* row : m_shown) row->retranslate();
  refresh();
}

void RunList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_runlist.cpp"
