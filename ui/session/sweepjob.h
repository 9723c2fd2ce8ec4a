#pragma once

#include "core/sweep/sweep.h"
#include "ui/session/job.h"
#include "ui/session/mailbox.h"
#include "ui/session/preparation.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace layerlab {

/// prepare + runSweep on all cores. Every finished trial arrives as it is done.
class SweepJob : public Job {
  Q_OBJECT
public:
  using Job::Job;

  /// Trains what is not done yet in `planned`. `inputWidth` is for the estimate of the time left
  /// only.
  void start(const PreparationKey& key, const PreparedPtr& known, SweepResult planned,
             std::size_t inputWidth);

  PreparedPtr prepared() const { return m_prepared; }
  /// All trials in the order of the plan, those that are done with their figures.
  const SweepResult& sweep() const { return m_sweep; }
  int done() const { return m_done; }
  int total() const { return static_cast<int>(m_sweep.trials.size()); }
  double secondsLeft() const;
  /// After finished(): set when the sweep could not run.
  const std::optional<Error>& error() const { return m_error; }

private:
  using News = std::variant<PreparedPtr, TrialResult, Result<SweepResult>>;
  using Box = Mailbox<News>;

  Mail collect() override;
  void keepTrial(const TrialResult& trial);
  void keepEnd(Result<SweepResult> result);

  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  PreparedPtr m_prepared;
  SweepResult m_sweep;
  int m_threads = 1;
  int m_done = 0;
  std::optional<Error> m_error;
};

/// Cores of this machine, at least 1.
int coreCount();

} // namespace layerlab
