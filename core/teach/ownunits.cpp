#include "core/teach/ownunits.h"

#include "core/base/shown.h"

#include <cmath>

namespace layerlab {
namespace {

/// Mean error in scaled units; not a number where the loss is no mean of errors.
double errorOf(Loss kind, double loss) {
  if (kind == Loss::mse) return std::sqrt(loss);
  return kind == Loss::mae ? loss : std::nan("");
}

Message textOf(bool validation, Loss kind, const std::string& target, const std::string& error) {
  const char* name = kind == Loss::mse ? "RMSE" : "MAE";
  if (validation)
    return {QT_TRANSLATE_NOOP("Core", "new rows: %1 is off by about %2 (%3)"),
            {target, error, name}};
  return {QT_TRANSLATE_NOOP("Core", "trained rows: %1 is off by about %2 (%3)"),
          {target, error, name}};
}

} // namespace

std::optional<Reading> readOwnUnits(const Preprocessing& preprocessing, Loss loss,
                                    const History& history) {
  const bool one = preprocessing.task == Task::regression && preprocessing.targets.size() == 1;
  if (!one || history.epochs.empty()) return std::nullopt;
  const EpochRecord& last = history.epochs.back();
  const double scale = preprocessing.targetScale.empty() ? 1.0 : preprocessing.targetScale.front();
  const double error = errorOf(loss, last.valLoss.value_or(last.loss)) * std::abs(scale);
  if (!std::isfinite(error)) return std::nullopt;
  return Reading{"own_units",
                 Reading::Mood::good,
                 textOf(last.valLoss.has_value(), loss, shown(preprocessing.targets.front()),
                        numberText(error, 3)),
                 {QT_TRANSLATE_NOOP("Core", "The last loss, back in the target's own units: the "
                                            "root of the mse (or the mae) times the scale of the "
                                            "target."),
                  {}}};
}

} // namespace layerlab
