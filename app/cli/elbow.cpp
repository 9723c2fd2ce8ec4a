#include "commands.h"
#include "elbowtext.h"
#include "outputs.h"
#include "settings.h"
#include "signals.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace layerlab::cli {
namespace {

std::optional<ElbowAxis> axisFromName(const std::string& name) {
  if (name == "linear") return ElbowAxis::linear;
  if (name == "log2") return ElbowAxis::log2;
  return std::nullopt;
}

std::optional<SweepMetric> metricFromName(const std::string& name) {
  if (name == "final_val_loss") return SweepMetric::finalValLoss;
  if (name == "best_val_loss") return SweepMetric::bestValLoss;
  if (name == "final_loss") return SweepMetric::finalLoss;
  if (name == "score" || name == "accuracy" || name == "r2") return SweepMetric::score;
  return std::nullopt;
}

/// What is known of a curve: the losses seen at each node count.
struct Curve {
  std::vector<double> units;
  std::vector<std::vector<double>> losses;

  void add(double count, double loss) {
    auto place = std::find(units.begin(), units.end(), count);
    if (place == units.end()) {
      losses.emplace_back();
      place = units.insert(units.end(), count);
    }
    if (std::isfinite(loss))
      losses[static_cast<std::size_t>(place - units.begin())].push_back(loss);
  }
};

/// A loss from a sweep's own columns, the one the sweep would have used.
const Column* sweepLoss(const Table& table, FlagReader& flags) {
  const Column* validation = table.find("final_val_loss");
  const bool validated = validation && validation->type == ColumnType::numeric;
  switch (sweepMetric(flags, validated)) {
  case SweepMetric::bestValLoss:
    return table.find("best_val_loss");
  case SweepMetric::finalLoss:
    return table.find("final_loss");
  case SweepMetric::score:
    return table.find("score");
  case SweepMetric::finalValLoss:
    break;
  }
  return validation;
}

struct Columns {
  const Column* units = nullptr;
  const Column* loss = nullptr;
  bool score = false; ///< the larger the better
};

Result<Columns> curveColumns(const Table& table, FlagReader& flags) {
  Columns columns{table.find("units"), nullptr};
  if (columns.units && table.find("final_loss")) columns.loss = sweepLoss(table, flags);
  columns.score = columns.loss && columns.loss->name == "score";
  std::vector<const Column*> numeric;
  for (const Column& column : table.columns)
    if (column.type == ColumnType::numeric) numeric.push_back(&column);
  if (!columns.loss && numeric.size() == 2) columns = {numeric[0], numeric[1], false};
  const bool good = columns.units && columns.loss && columns.units->type == ColumnType::numeric &&
                    columns.loss->type == ColumnType::numeric;
  if (good) return columns;
  return inputError({"a curve needs two numeric columns (units, loss), or the columns of a sweep; "
                     "this table has %1 numeric columns",
                     {std::to_string(numeric.size())}});
}

/// The decimal number the file had: tables hold float32, whose rounding would bend a straight line.
double decimalOf(float value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  double out = static_cast<double>(value);
  std::from_chars(text.data(), end, out);
  return out;
}

double lossOf(const Columns& columns, float value) {
  return columns.score ? 1.0 - decimalOf(value) : decimalOf(value);
}

Result<Curve> curveOf(const Table& table, FlagReader& flags) {
  const auto columns = curveColumns(table, flags);
  if (!columns) return columns.error();
  Curve curve;
  for (std::size_t i = 0; i < static_cast<std::size_t>(table.rows); ++i)
    if (const float units = columns->units->numbers[i]; std::isfinite(units))
      curve.add(decimalOf(units), lossOf(*columns, columns->loss->numbers[i]));
  return curve;
}

std::string picksSentence(const Elbow& elbow) {
  if (elbow.picks.size() < 2) return {};
  std::string out;
  for (const auto& pick : elbow.picks)
    out += (out.empty() ? "" : ", ") + (pick ? numberText(*pick) : std::string("none"));
  return "; the repeats by themselves: " + out;
}

std::string strengthSentence(const Elbow& elbow) {
  const std::string units = elbow.units ? numberText(*elbow.units) : "";
  switch (elbow.strength) {
  case ElbowStrength::clear:
    return "elbow: " + units + " units (clear)";
  case ElbowStrength::weak:
    return "elbow: " + units + " units (weak: the curve bends slowly)";
  case ElbowStrength::unstable:
    return "elbow: " + units + " units (unstable: the repeats disagree)";
  case ElbowStrength::flat:
    return "no elbow (flat: the drop is no larger than chance)";
  case ElbowStrength::none:
    return "no elbow (none: the curve has no bend)";
  case ElbowStrength::tooFew:
    return "no elbow (too_few: at least 4 node counts are needed)";
  }
  return {};
}

std::string numberOrNull(const std::optional<double>& value) {
  return jsonNumber(value);
}

} // namespace

ElbowOptions elbowOptions(FlagReader& flags) {
  ElbowOptions options;
  options.classic = flags.has("classic");
  options.axis = options.classic ? ElbowAxis::linear : ElbowAxis::log2;
  flags.word("axis", options.axis, axisFromName);
  flags.number("sensitivity", options.sensitivity);
  if (options.sensitivity < 0.0) flags.fail(inputError({"sensitivity must be 0 or more", {}}));
  return options;
}

SweepMetric sweepMetric(FlagReader& flags, bool validation) {
  SweepMetric metric = validation ? SweepMetric::finalValLoss : SweepMetric::finalLoss;
  flags.word("metric", metric, metricFromName);
  return metric;
}

std::string elbowJson(const Elbow& elbow) {
  return "{\"units\":" + numberOrNull(elbow.units) + ",\"strength\":\"" + name(elbow.strength) +
         "\",\"repeats_agreeing\":" + std::to_string(elbow.repeatsAgreeing) + "}";
}

std::string elbowSentence(const Elbow& elbow) {
  return strengthSentence(elbow) + picksSentence(elbow);
}

Outcome elbowCommand(const Request& request) {
  FlagReader flags(request);
  const ElbowOptions options = elbowOptions(flags);
  const ReadOptions reading = readOptions(flags);
  sweepMetric(flags, true);
  if (flags.trouble()) return *flags.trouble();
  const std::string& path = request.arguments.front();
  const auto table = readCsvFile(path, reading, readControl());
  if (signalStatus() != 0) return Outcome::ended(signalStatus());
  if (!table) return table.error();
  const auto curve = inFile(curveOf(**table, flags), path);
  if (!curve) return curve.error();
  const Elbow elbow = findElbow(curve->units, curve->losses, options);
  if (flags.has("json")) return Outcome(elbowJson(elbow) + "\n");
  const std::string lowest =
      elbow.lowest ? "lowest: " + numberText(*elbow.lowest) + " units\n" : "";
  return Outcome(elbowSentence(elbow) + "\n" + lowest);
}

} // namespace layerlab::cli
