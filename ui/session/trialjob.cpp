#include "ui/session/trialjob.h"

#include <utility>

namespace layerlab {

void TrialJob::start(const PreparationKey& key, const PreparedPtr& known,
                     const Design& trialDesign) {
  launch([box = m_box, cancel = cancelToken(), key, known, design = trialDesign] {
    box->post(guarded<FitResult>([&]() -> Result<FitResult> {
      const Result<PreparedPtr> data = preparedOr(known, key);
      if (!data) return data.error();
      const Matrix& judged = (*data)->yValidation.empty() ? (*data)->yTrain : (*data)->yValidation;
      box->post(baselineLoss(design.fit, (*data)->yTrain, judged));
      FitControl control;
      control.cancel = cancel;
      control.epochDone = [&box](const EpochRecord& record) { box->post(record); };
      return runFit(design, **data, control);
    }));
  });
}

Job::Mail TrialJob::collect() {
  auto mail = m_box->drain();
  for (News& news : mail.items) {
    if (const auto* baseline = std::get_if<double>(&news)) m_baseline = *baseline;
    if (const auto* epoch = std::get_if<EpochRecord>(&news)) m_epochs.push_back(*epoch);
    if (auto* result = std::get_if<Result<FitResult>>(&news)) m_result = std::move(*result);
  }
  if (m_result) return Mail::end;
  return mail.items.empty() ? Mail::nothing : Mail::news;
}

} // namespace layerlab

#include "moc_trialjob.cpp"
