#pragma once

#include "ui/session/job.h"
#include "ui/session/mailbox.h"
#include "ui/session/preparation.h"

#include "core/fit/fit.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace layerlab {

/// One trial of a sweep once more, with its whole curve. The matrices are those of the sweep: its
/// seed splits the rows, the trial's own seed draws weights and order.
class TrialJob : public Job {
  Q_OBJECT
public:
  using Job::Job;

  void start(const PreparationKey& key, const PreparedPtr& known, const Design& trialDesign);

  /// Epochs that arrived since the last call.
  std::vector<EpochRecord> takeEpochs() { return std::exchange(m_epochs, {}); }
  /// Loss of always predicting the mean or the base rate.
  std::optional<double> baseline() const { return m_baseline; }
  /// After finished().
  Result<FitResult>& result() { return *m_result; }

private:
  using News = std::variant<double, EpochRecord, Result<FitResult>>;
  using Box = Mailbox<News>;

  Mail collect() override;

  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  std::vector<EpochRecord> m_epochs;
  std::optional<double> m_baseline;
  std::optional<Result<FitResult>> m_result;
};

} // namespace layerlab
