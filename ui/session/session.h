#pragma once

#include "core/data/table.h"
#include "core/fit/fit.h"
#include "core/sweep/sweep.h"
#include "ui/session/run.h"

#include <QFlags>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>

namespace layerlab {

/// The open project: table, design, undo stack, runs. `edit` is the only way to write the design.
/// Owns no threads and no widgets.
class Session : public QObject {
  Q_OBJECT
public:
  enum Part {
    tablePart = 0x1,    ///< another table
    designPart = 0x2,   ///< any edit of the design
    outlinePart = 0x4,  ///< task, classes, input names
    weightsPart = 0x8,  ///< weights shown on the canvas
    runsPart = 0x10,    ///< a run added, renamed, hidden, removed
    historyPart = 0x20, ///< epochs added to the current run
    sweepPart = 0x40,   ///< sweep result or progress
    filePart = 0x80,    ///< project path or dirty state
    columnsPart = 0x100 ///< the same table with a column of another type; another TablePtr
  };
  Q_DECLARE_FLAGS(Parts, Part)

  explicit Session(QObject* parent = nullptr);
  ~Session() override;

  const Design& design() const { return m_design; }
  /// The table with its columns' types as the design wants them.
  TablePtr table() const { return m_table; }
  /// The table as it was read.
  TablePtr tableAsRead() const { return m_read; }
  /// Task, classes and names, or what is missing, for the current table and design.
  const Result<Outline>& outline() const { return m_outline; }
  QUndoStack& undoStack() { return m_undo; }

  /// A new table: roles are kept where names still match; without a target among them the last
  /// column becomes it. Not undoable (opening a file is not an edit) and clears the undo stack.
  void setTable(TablePtr table);
  /// A table with a design of its own (an example, a project). Not undoable either.
  void setProject(TablePtr table, const Design& design);
  /// One undoable change of the design; equal before and after: nothing happens. Edits with the
  /// same non-empty mergeKey that follow each other become one.
  void edit(const QString& text, const QString& mergeKey,
            const std::function<void(Design&)>& change);
  /// Follows the class notes' table after the task changed, as part of the same edit.
  void editData(const QString& text, const std::function<void(PrepareSpec&)>& change);

  /// Weights on the canvas: those of the running or last fit, dropped by an edit of the network,
  /// the data or the seed (as a new model in Keras starts anew; compile and fit keep them).
  const std::optional<Weights>& weights() const { return m_weights; }
  void setWeights(std::optional<Weights> weights);
  /// Undoable, as long as training has not moved that weight. There must be weights.
  void editWeight(const QString& text, const WeightPlace& place, float value);

  const std::vector<Run>& runs() const { return m_runs; }
  const Run* run(int id) const;
  /// The running fit or the last one; null before the first and after a reset.
  const Run* currentRun() const { return run(m_currentRun); }
  void clearCurrentRun();
  void makeCurrent(int id); ///< of a run that is there
  /// Gives the run its id and makes it current; the oldest goes when there are too many.
  int addRun(Run run);
  /// A run to be compared with only: shown and listed, but not the current one.
  int addSideRun(Run run);
  void updateRun(int id, const std::function<void(Run&)>& change, Parts parts);
  void removeRun(int id);
  /// Undoable: out of the list; another name or colour.
  void editRemoveRun(const QString& text, int id);
  void editRunLook(const QString& text, int id, const RunLook& look);
  /// Out of the list and back at `index`, as undo does it. The run must be there.
  Run takeRun(int id, std::size_t& index);
  void putRun(Run run, std::size_t index, bool current);

  const std::optional<SweepResult>& sweep() const { return m_sweep; }
  void setSweep(std::optional<SweepResult> sweep);
  /// Sweeps of this table before the present one, to lay over it; the oldest first.
  const std::vector<SweepResult>& earlierSweeps() const { return m_earlierSweeps; }
  void setEarlierSweeps(std::vector<SweepResult> sweeps);

  bool isDirty() const;
  void markSaved();
  void touch(); ///< makes the project dirty without an edit
  /// Another number after every change that a save has to write; work that goes on while a file is
  /// being written is known by it.
  int revision() const { return m_revision; }

signals:
  void changed(layerlab::Session::Parts parts);

private:
  friend class DesignCommand;
  void apply(const Design& design);
  void refreshOutline();
  void replaceData(TablePtr table, const Design& design);
  bool weightsStillFit(const Design& before) const;
  TablePtr typed(const PrepareSpec& spec);
  int keepRun(Run run);

  int m_revision = 0;
  TablePtr m_read;
  TablePtr m_table;
  std::vector<std::pair<PrepareSpec, TablePtr>> m_typed; ///< the last ones made, to go back to
  Design m_design;
  Result<Outline> m_outline;
  QUndoStack m_undo;
  std::optional<Weights> m_weights;
  std::vector<Run> m_runs;
  std::optional<SweepResult> m_sweep;
  std::vector<SweepResult> m_earlierSweeps;
  int m_lastRun = 0;
  int m_currentRun = 0;
  bool m_touched = false;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Session::Parts)

} // namespace layerlab
