#include "ui/session/session.h"

#include "core/data/types.h"
#include "core/teach/dataadvice.h"
#include "ui/session/aside.h"
#include "ui/session/commands.h"
#include "ui/session/step.h"

#include <QUndoCommand>

#include <algorithm>
#include <cassert>

namespace layerlab {

/// The one kind of undo step: what the design was and what it became.
class DesignCommand : public QUndoCommand {
public:
  DesignCommand(Session& session, const QString& text, QString mergeKey, Design after)
      : QUndoCommand(text), m_session(session), m_mergeKey(std::move(mergeKey)),
        m_run(session.m_lastRun), m_before(session.design()), m_after(std::move(after)) {}

  int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
  void undo() override { m_session.apply(m_before); }
  void redo() override { m_session.apply(m_after); }
  bool mergeWith(const QUndoCommand* other) override;

  // The one friend of Session sets it aside and brings it back.
  static std::shared_ptr<const SessionAside> setAside(const Session& session);
  static void bringBack(Session& session, const SessionAside& aside);

private:
  Session& m_session;
  QString m_mergeKey;
  int m_run; ///< the last one that was begun by then
  Design m_before;
  Design m_after;
};

bool DesignCommand::mergeWith(const QUndoCommand* other) {
  const auto* next = static_cast<const DesignCommand*>(other);
  // A design that was trained is one to come back to.
  if (next->m_mergeKey != m_mergeKey || next->m_run != m_run) return false;
  m_after = next->m_after;
  setObsolete(m_after == m_before);
  return true;
}

namespace {

// A class on a projector tells about this many curves apart at best; older ones go.
constexpr std::size_t maxRuns = 50;

Error noTable() {
  return inputError({QT_TRANSLATE_NOOP("Core", "there is no data yet; open a CSV file or pick an "
                                               "example"),
                     {}});
}

bool knows(const Table& table, const std::vector<std::string>& names) {
  return std::all_of(names.begin(), names.end(),
                     [&](const std::string& name) { return table.find(name) != nullptr; });
}

bool targetsFit(const Table& table, const PrepareSpec& spec) {
  return !spec.targets.empty() && knows(table, spec.targets);
}

/// The roles of the columns that are still there.
PrepareSpec keptRoles(const Table& table, PrepareSpec spec) {
  const auto gone = [&](const std::string& name) { return table.find(name) == nullptr; };
  for (auto* names : {&spec.features, &spec.ignored, &spec.asCategory, &spec.asNumber})
    std::erase_if(*names, gone);
  return spec;
}

/// The last column that can be learnt: not empty, and rather not one that only numbers or names
/// the rows.
std::string lastUsableColumn(const Table& table) {
  const Column* last = nullptr;
  for (auto column = table.columns.rbegin(); column != table.columns.rend(); ++column) {
    if (column->type == ColumnType::empty) continue;
    if (!namesRows(*column, table.rows)) return column->name;
    if (!last) last = &*column;
  }
  if (last) return last->name;
  return table.columns.empty() ? std::string() : table.columns.back().name;
}

PrepareSpec freshRoles(const Table& table, PrepareSpec spec) {
  spec.targets = {lastUsableColumn(table)};
  spec.features.clear();
  spec.ignored.clear();
  spec.asCategory.clear();
  spec.asNumber.clear();
  spec.task = Task::automatic;
  spec.scaleTarget = false;
  return spec;
}

} // namespace

Session::Session(QObject* parent) : QObject(parent), m_outline(noTable()) {
  m_design.network = hiddenNetwork({8}, Activation::relu);
  connect(&m_undo, &QUndoStack::indexChanged, this, [this] { ++m_revision; });
  connect(&m_undo, &QUndoStack::cleanChanged, this, [this] { emit changed(filePart); });
}

Session::~Session() {
  m_undo.disconnect(this); // clearing itself, it would report to an object half gone
}

void Session::setTable(TablePtr table) {
  Design design = m_design;
  const bool keepsRoles = targetsFit(*table, design.data);
  design.data = keepsRoles ? keptRoles(*table, design.data) : freshRoles(*table, design.data);
  const Result<Outline> next = layerlab::outline(*withTypes(table, design.data), design.data);
  if (next && !(keepsRoles && followsTask(design, *next))) followTask(design, *next);
  replaceData(std::move(table), design);
}

void Session::setProject(TablePtr table, const Design& design) {
  replaceData(std::move(table), design);
}

void Session::replaceData(TablePtr table, const Design& design) {
  m_read = std::move(table);
  m_typed.clear();
  m_design = design;
  m_table = typed(design.data);
  m_runs.clear();
  m_currentRun = 0;
  m_weights.reset();
  m_sweep.reset();
  m_earlierSweeps.clear();
  m_touched = false;
  refreshOutline();
  m_undo.clear();
  emit changed(Parts(tablePart | designPart | outlinePart | weightsPart | runsPart | historyPart |
                     sweepPart | filePart));
}

/// Copying a large table takes a moment, so undo and redo find the last ones again.
TablePtr Session::typed(const PrepareSpec& spec) {
  if (spec.asCategory.empty() && spec.asNumber.empty()) return m_read;
  constexpr std::size_t kept = 3;
  for (const auto& [known, table] : m_typed)
    if (known.asCategory == spec.asCategory && known.asNumber == spec.asNumber) return table;
  if (m_typed.size() == kept) m_typed.erase(m_typed.begin());
  m_typed.emplace_back(spec, withTypes(m_read, spec));
  return m_typed.back().second;
}

void Session::edit(const QString& text, const QString& mergeKey,
                   const std::function<void(Design&)>& change) {
  Design after = m_design;
  change(after);
  if (after == m_design) return;
  m_undo.push(stepOf<DesignCommand>(*this, text, mergeKey, std::move(after)));
}

void Session::editData(const QString& text, const std::function<void(PrepareSpec&)>& change) {
  edit(text, {}, [&](Design& design) {
    change(design.data);
    if (!m_table || design.data == m_design.data) return;
    const Result<Outline> next = layerlab::outline(*typed(design.data), design.data);
    if (!next) return;
    const bool sameOutput =
        m_outline && m_outline->task == next->task && m_outline->outputs == next->outputs;
    if (!sameOutput) followTask(design, *next);
  });
}

void Session::apply(const Design& design) {
  const Design before = m_design;
  m_design = design;
  Parts parts = designPart;
  if (before.data != design.data) {
    const TablePtr table = m_read ? typed(design.data) : nullptr;
    if (table != m_table) parts |= columnsPart;
    m_table = table;
    refreshOutline();
    parts |= outlinePart;
  }
  if (m_weights && !weightsStillFit(before)) {
    m_weights.reset();
    parts |= weightsPart;
  }
  emit changed(parts);
}

bool Session::weightsStillFit(const Design& before) const {
  return before.network == m_design.network && before.data == m_design.data &&
         before.fit.seed == m_design.fit.seed;
}

void Session::refreshOutline() {
  m_outline = m_table ? layerlab::outline(*m_table, m_design.data) : Result<Outline>(noTable());
}

void Session::setWeights(std::optional<Weights> weights) {
  if (!weights && !m_weights) return;
  m_weights = std::move(weights);
  emit changed(weightsPart);
}

const Run* Session::run(int id) const {
  const auto found =
      std::find_if(m_runs.begin(), m_runs.end(), [id](const Run& run) { return run.id == id; });
  return found == m_runs.end() ? nullptr : &*found;
}

void Session::clearCurrentRun() {
  if (m_currentRun == 0) return;
  m_currentRun = 0;
  emit changed(Parts(runsPart | historyPart));
}

void Session::makeCurrent(int id) {
  if (!run(id) || m_currentRun == id) return;
  m_currentRun = id;
  emit changed(Parts(runsPart | historyPart));
}

int Session::addRun(Run run) {
  m_currentRun = keepRun(std::move(run));
  emit changed(Parts(runsPart | historyPart));
  return m_currentRun;
}

int Session::addSideRun(Run run) {
  const int id = keepRun(std::move(run));
  emit changed(Parts(runsPart | historyPart));
  return id;
}

/// With too many of them the oldest goes, but never the current one.
int Session::keepRun(Run run) {
  run.id = ++m_lastRun;
  const auto oldest = std::find_if(m_runs.begin(), m_runs.end(),
                                   [this](const Run& old) { return old.id != m_currentRun; });
  if (m_runs.size() >= maxRuns && oldest != m_runs.end()) m_runs.erase(oldest);
  m_runs.push_back(std::move(run));
  return m_runs.back().id;
}

void Session::updateRun(int id, const std::function<void(Run&)>& change, Parts parts) {
  for (Run& run : m_runs)
    if (run.id == id) {
      change(run);
      emit changed(parts);
      return;
    }
}

void Session::removeRun(int id) {
  const auto removed = std::erase_if(m_runs, [id](const Run& run) { return run.id == id; });
  if (removed == 0) return;
  if (m_currentRun == id) m_currentRun = 0;
  emit changed(Parts(runsPart | historyPart));
}

void Session::editRemoveRun(const QString& text, int id) {
  if (run(id)) m_undo.push(stepOf<RemoveRunCommand>(*this, text, id));
}

void Session::editRunLook(const QString& text, int id, const RunLook& look) {
  const Run* now = run(id);
  if (!now || (now->name == look.name && now->colour == look.colour)) return;
  m_undo.push(stepOf<RunLookCommand>(*this, text, id, look));
}

Run Session::takeRun(int id, std::size_t& index) {
  const auto found =
      std::find_if(m_runs.begin(), m_runs.end(), [id](const Run& run) { return run.id == id; });
  assert(found != m_runs.end());
  index = static_cast<std::size_t>(found - m_runs.begin());
  Run taken = std::move(*found);
  m_runs.erase(found);
  if (m_currentRun == id) m_currentRun = 0;
  emit changed(Parts(runsPart | historyPart));
  return taken;
}

void Session::putRun(Run run, std::size_t index, bool current) {
  if (current && m_currentRun == 0) m_currentRun = run.id;
  const std::size_t place = std::min(index, m_runs.size());
  m_runs.insert(m_runs.begin() + static_cast<std::ptrdiff_t>(place), std::move(run));
  emit changed(Parts(runsPart | historyPart));
}

void Session::editWeight(const QString& text, const WeightPlace& place, float value) {
  Weights weights = *m_weights;
  const float* now = weightAt(weights, place);
  if (now && *now != value) m_undo.push(stepOf<WeightCommand>(*this, text, place, value));
}

void Session::setSweep(std::optional<SweepResult> sweep) {
  m_sweep = std::move(sweep);
  emit changed(sweepPart);
}

void Session::setEarlierSweeps(std::vector<SweepResult> sweeps) {
  m_earlierSweeps = std::move(sweeps);
  emit changed(sweepPart);
}

struct SessionAside {
  TablePtr read;
  TablePtr table;
  Design design;
  std::vector<std::shared_ptr<QUndoCommand>> deeds;
  int index = 0;
  int cleanIndex = 0;
  std::optional<Weights> weights;
  std::vector<Run> runs;
  std::optional<SweepResult> sweep;
  std::vector<SweepResult> earlierSweeps;
  int currentRun = 0;
  bool touched = false;
};

std::shared_ptr<const SessionAside> DesignCommand::setAside(const Session& session) {
  auto aside = std::make_shared<SessionAside>();
  const QUndoStack& undo = session.m_undo;
  aside->read = session.m_read;
  aside->table = session.m_table;
  aside->design = session.m_design;
  for (int i = 0; i < undo.count(); ++i)
    aside->deeds.push_back(static_cast<const Step*>(undo.command(i))->deed());
  aside->index = undo.index();
  aside->cleanIndex = undo.cleanIndex();
  aside->weights = session.m_weights;
  aside->runs = session.m_runs;
  aside->sweep = session.m_sweep;
  aside->earlierSweeps = session.m_earlierSweeps;
  aside->currentRun = session.m_currentRun;
  aside->touched = session.m_touched;
  return aside;
}

void DesignCommand::bringBack(Session& session, const SessionAside& aside) {
  session.m_read = aside.read;
  session.m_table = aside.table;
  session.m_typed.clear();
  session.m_design = aside.design;
  session.m_weights = aside.weights;
  session.m_runs = aside.runs;
  session.m_sweep = aside.sweep;
  session.m_earlierSweeps = aside.earlierSweeps;
  session.m_currentRun = aside.currentRun;
  session.m_touched = aside.touched;
  session.refreshOutline();
  QUndoStack& undo = session.m_undo;
  undo.clear();
  std::vector<Step*> steps;
  for (std::size_t i = 0; i < aside.deeds.size(); ++i) {
    if (static_cast<int>(i) == aside.cleanIndex) undo.setClean();
    steps.push_back(new Step(aside.deeds[i], true));
    undo.push(steps.back());
  }
  if (undo.count() == aside.cleanIndex) undo.setClean();
  undo.setIndex(aside.index);
  if (aside.cleanIndex < 0) undo.resetClean();
  for (Step* step : steps) step->speak();
  emit session.changed(Session::Parts(
      Session::tablePart | Session::designPart | Session::outlinePart | Session::weightsPart |
      Session::runsPart | Session::historyPart | Session::sweepPart | Session::filePart));
}

std::shared_ptr<const SessionAside> setAside(const Session& session) {
  return DesignCommand::setAside(session);
}

void bringBack(Session& session, const SessionAside& aside) {
  DesignCommand::bringBack(session, aside);
}

bool Session::isDirty() const {
  return m_touched || !m_undo.isClean();
}

void Session::markSaved() {
  m_touched = false;
  m_undo.setClean();
  emit changed(filePart);
}

void Session::touch() {
  m_touched = true;
  ++m_revision;
  emit changed(filePart);
}

} // namespace layerlab

#include "moc_session.cpp"
