#pragma once

#include "ui/widgets/scriptcommands.h"
#include "ui/widgets/scriptline.h"
#include "ui/widgets/scriptmeter.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

namespace layerlab {

/// Plays a script line by line from a timer: between two lines the program lives as usual. Answers
/// go to standard output, refusals and failures to standard error.
class ScriptRunner : public QObject {
  Q_OBJECT
public:
  explicit ScriptRunner(ScriptStage stage, QObject* parent = nullptr);

  Result<void> load(const QString& path);
  void start();

signals:
  /// The script is over. `leave`: the program should end too (quit, a failure, a closed window);
  /// else it merely reached its last line.
  void ended(int exitCode, bool leave);

private:
  void step();
  void take(ScriptOutcome outcome);
  void finish(int exitCode, bool leave);
  bool stillWaiting();
  bool isLate() const;
  void complain(const Error& error) const;

  ScriptStage m_stage;
  ScriptMeter m_meter;
  std::vector<ScriptLine> m_lines;
  std::size_t m_next = 0;
  QTimer m_timer;
  std::optional<ScriptOutcome::Wait> m_wait;
  QElapsedTimer m_waiting;
};

} // namespace layerlab
