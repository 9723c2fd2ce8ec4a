#include "ui/widgets/script.h"

#include "core/io/files.h"
#include "ui/session/workbench.h"

#include <QFile>

#include <cstdio>

namespace layerlab {
namespace {

constexpr std::size_t longestScript = 16U << 20U;
// While a line waits, look this often; else go on at once, but through the event loop.
constexpr int lookMs = 2;

} // namespace

ScriptRunner::ScriptRunner(ScriptStage stage, QObject* parent)
    : QObject(parent), m_stage(std::move(stage)), m_meter(m_stage.window, [this] {
        return m_stage.workbench.trainState() == Workbench::TrainState::running ||
               m_stage.workbench.isSweeping();
      }) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &ScriptRunner::step);
  connect(&m_stage.workbench, &Workbench::failed, this,
          [this](const QString&, const Error& error) { complain(error); });
}

Result<void> ScriptRunner::load(const QString& path) {
  const Result<std::string> bytes = readFile(QFile::encodeName(path).toStdString(), longestScript);
  if (!bytes) return bytes.error();
  Result<std::vector<ScriptLine>> lines = parseScript(QString::fromStdString(*bytes));
  if (!lines) {
    lines.error().file = path.toStdString();
    return lines.error();
  }
  m_lines = std::move(*lines);
  return {};
}

void ScriptRunner::start() {
  m_timer.start(0);
}

void ScriptRunner::step() {
  if (stillWaiting()) return;
  if (m_next == m_lines.size()) {
    finish(0, false);
    return;
  }
  take(runCommand(m_stage, m_meter, m_lines[m_next++]));
}

void ScriptRunner::take(ScriptOutcome outcome) {
  if (outcome.complaint) {
    if (outcome.exitCode) outcome.complaint->row = m_lines[m_next - 1].number;
    complain(*outcome.complaint);
  }
  if (outcome.exitCode) {
    finish(*outcome.exitCode, true);
    return;
  }
  m_wait = std::move(outcome.wait);
  m_waiting.restart();
  m_timer.start(0);
}

bool ScriptRunner::isLate() const {
  return static_cast<double>(m_waiting.nsecsElapsed()) >= 1e9 * m_wait->seconds;
}

bool ScriptRunner::stillWaiting() {
  if (!m_wait || m_wait->over()) return false;
  if (!isLate()) {
    m_timer.start(lookMs);
    return true;
  }
  if (!m_wait->late) return false;
  take(ScriptOutcome::failed(inputError(m_wait->late())));
  return true;
}

void ScriptRunner::finish(int exitCode, bool leave) {
  m_wait.reset();
  emit ended(exitCode, leave);
}

/// Always in English: other programs read it.
void ScriptRunner::complain(const Error& error) const {
  std::fprintf(stderr, "error: %s\n", english(error).c_str());
}

} // namespace layerlab

#include "moc_script.cpp"
