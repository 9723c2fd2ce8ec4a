#include "core/io/export.h"

#include "core/io/sections.h"
#include "core/io/text.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr int digits = 9; // float32 exact

/// One line of cells.
class Line {
public:
  explicit Line(std::string& out) : m_out(out) {}
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() { m_out += '\n'; }

  void text(std::string_view cell) { next(), appendCell(m_out, cell); }
  void number(double value) { next(), appendNumber(m_out, value, digits); }
  void number(const std::optional<double>& value) { value ? number(*value) : next(); }
  template <class Integer> void count(Integer value) { next(), m_out += std::to_string(value); }

private:
  void next() {
    if (m_started) m_out += ',';
    m_started = true;
  }
  std::string& m_out;
  bool m_started = false;
};

void historyHeader(std::string& out, const History& history, bool validation) {
  Line line(out);
  line.text("epoch");
  line.text("loss");
  for (const Metric metric : history.metrics) line.text(kerasName(metric));
  if (validation) line.text("val_loss");
  for (const Metric metric : history.metrics)
    if (validation) line.text(std::string("val_") + kerasName(metric));
  line.text("train_loss_end");
  line.text("learning_rate");
}

void historyLine(std::string& out, const EpochRecord& record) {
  Line line(out);
  line.count(record.epoch);
  line.number(record.loss);
  for (const double metric : record.metrics) line.number(metric);
  if (record.valLoss) line.number(*record.valLoss);
  for (const double metric : record.valMetrics)
    if (record.valLoss) line.number(metric);
  line.number(record.trainLossEnd);
  line.number(record.learningRate);
}

void tableCell(Line& line, const Column& column, std::size_t row) {
  if (column.type == ColumnType::numeric) {
    const auto value = static_cast<double>(column.numbers[row]);
    line.number(std::isfinite(value) ? std::optional(value) : std::nullopt);
  } else if (column.type == ColumnType::categorical && column.codes[row] >= 0) {
    line.text(column.labels[static_cast<std::size_t>(column.codes[row])]);
  } else {
    line.text("");
  }
}

enum class Shape { regression, binary, multiclass, flags };

/// Several 0/1 columns with sigmoid have classes of their own each: "flags".
Shape shapeOf(const Preprocessing& preprocessing) {
  if (preprocessing.task == Task::regression) return Shape::regression;
  if (preprocessing.classes.size() > 2) return Shape::multiclass;
  return preprocessing.targets.size() > 1 ? Shape::flags : Shape::binary;
}

std::string classOr(const Preprocessing& preprocessing, std::size_t index) {
  return index < preprocessing.classes.size() ? preprocessing.classes[index]
                                              : std::to_string(index);
}

void predictionsHeader(std::string& out, const Preprocessing& p) {
  Line line(out);
  switch (shapeOf(p)) {
  case Shape::binary:
    line.text("probability");
    line.text("prediction");
    break;
  case Shape::multiclass:
    line.text("prediction");
    for (const std::string& label : p.classes) line.text("p_" + label);
    break;
  case Shape::flags:
    for (const std::string& target : p.targets) line.text("prediction_" + target);
    for (const std::string& target : p.targets) line.text("p_" + target);
    break;
  case Shape::regression:
    if (p.targets.size() <= 1) return line.text("prediction");
    for (const std::string& target : p.targets) line.text("prediction_" + target);
  }
}

double inOwnUnits(const Preprocessing& p, std::size_t column, float value) {
  if (column >= p.targetScale.size()) return static_cast<double>(value);
  return static_cast<double>(value) * p.targetScale[column] + p.targetShift[column];
}

void predictionLine(std::string& out, const Preprocessing& p, std::span<const float> y,
                    double threshold) {
  Line line(out);
  const auto above = [&](float value) { return static_cast<double>(value) >= threshold; };
  switch (shapeOf(p)) {
  case Shape::binary:
    line.number(static_cast<double>(y.front()));
    line.text(classOr(p, above(y.front()) ? 1 : 0));
    break;
  case Shape::multiclass: {
    const auto best = std::max_element(y.begin(), y.end()) - y.begin();
    line.text(classOr(p, static_cast<std::size_t>(best)));
    for (const float value : y) line.number(static_cast<double>(value));
    break;
  }
  case Shape::flags:
    for (const float value : y) line.count(above(value) ? 1 : 0);
    for (const float value : y) line.number(static_cast<double>(value));
    break;
  case Shape::regression:
    for (std::size_t i = 0; i < y.size(); ++i) line.number(inOwnUnits(p, i, y[i]));
  }
}

void reportRowLine(std::string& out, const PredictionReport& report, const Table& table,
                   std::size_t place, double threshold) {
  Line line(out);
  line.count(table.sheetRow(report.tableRow[place]));
  if (report.kind == PredictionKind::numbers) {
    line.number(report.trueNumbers[place]);
    line.number(report.predictedNumbers[place]);
    return line.number(report.predictedNumbers[place] - report.trueNumbers[place]);
  }
  const bool several = report.kind == PredictionKind::classes;
  const auto first = static_cast<double>(report.outputs(place, 0));
  const std::size_t called = several ? report.predicted[place] : (first >= threshold ? 1 : 0);
  line.text(report.classes[report.truth[place]]);
  line.text(report.classes[called]);
  line.number(several ? static_cast<double>(report.outputs(place, called)) : first);
}

void sweepLine(std::string& out, const TrialResult& result, bool timing, bool score) {
  Line line(out);
  const bool good = result.status != FitEnd::diverged;
  const std::optional<double> none;
  line.count(result.trial.units);
  line.count(result.trial.repeat);
  line.count(result.trial.seed);
  line.count(result.parameters);
  line.number(good ? std::optional(result.finalLoss) : none);
  line.number(good ? result.finalValLoss : none);
  line.number(good ? result.bestValLoss : none);
  if (good)
    line.count(result.bestEpoch);
  else
    line.text("");
  line.text(name(result.status));
  if (timing) line.number(result.seconds);
  if (score) line.number(good ? result.score : none);
}

} // namespace

const char* name(FitEnd end) {
  switch (end) {
  case FitEnd::completed:
    return "ok";
  case FitEnd::stoppedEarly:
    return "stopped_early";
  case FitEnd::diverged:
    return "diverged";
  case FitEnd::cancelled:
    return "interrupted";
  }
  return "ok";
}

std::optional<FitEnd> endFromName(std::string_view text) {
  for (const FitEnd end :
       {FitEnd::completed, FitEnd::stoppedEarly, FitEnd::diverged, FitEnd::cancelled})
    if (text == name(end)) return end;
  return std::nullopt;
}

std::string historyCsv(const History& history) {
  const std::size_t count = finiteEpochs(history);
  const bool validation = !history.epochs.empty() && history.epochs.front().valLoss.has_value();
  std::string out;
  historyHeader(out, history, validation);
  for (std::size_t i = 0; i < count; ++i) historyLine(out, history.epochs[i]);
  return out;
}

std::string sweepCsv(const SweepResult& result, bool timing, bool score) {
  std::string out = "units,repeat,seed,parameters,final_loss,final_val_loss,best_val_loss,"
                    "best_epoch,status";
  if (timing) out += ",seconds";
  out += score ? ",score\n" : "\n";
  for (const TrialResult& trial : result.trials)
    if (trial.done) sweepLine(out, trial, timing, score);
  return out;
}

std::string tableCsv(const Table& table) {
  std::string out;
  {
    Line line(out);
    for (const Column& column : table.columns) line.text(column.name);
  }
  for (std::size_t row = 0; row < static_cast<std::size_t>(table.rows); ++row) {
    Line line(out);
    for (const Column& column : table.columns) tableCell(line, column, row);
  }
  return out;
}

std::string predictionsCsv(const Preprocessing& preprocessing, const Matrix& outputs,
                           double threshold) {
  std::string out;
  predictionsHeader(out, preprocessing);
  for (std::size_t r = 0; r < outputs.rows; ++r)
    predictionLine(out, preprocessing, outputs.row(r), threshold);
  return out;
}

std::string reportRowsCsv(const PredictionReport& report, const Table& table,
                          std::span<const std::uint32_t> places, double threshold) {
  const bool numbers = report.kind == PredictionKind::numbers;
  std::string out = numbers ? "row,actual,predicted,error\n" : "row,actual,predicted,probability\n";
  for (const std::uint32_t place : places) reportRowLine(out, report, table, place, threshold);
  return out;
}

} // namespace layerlab
