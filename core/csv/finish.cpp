#include "core/csv/finish.h"

#include "core/base/shown.h"
#include "core/csv/distinct.h"
#include "core/csv/facts.h"
#include "core/csv/number.h"
#include "core/csv/rawarray.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace layerlab {
namespace {

constexpr std::size_t manyLabels = 100;

/// Extremes and sum in four lanes, which one instruction adds to at once; the sum with the error of
/// each addition carried along (Knuth's two-sum).
class Lanes {
public:
  void addAll(std::span<const double> values, double factor = 1.0) {
    std::size_t i = 0;
    for (; i + lanes <= values.size(); i += lanes)
      for (std::size_t lane = 0; lane < lanes; ++lane) add(lane, values[i + lane] * factor);
    for (; i < values.size(); ++i) add(0, values[i] * factor);
  }
  double low() const { return *std::min_element(m_low.begin(), m_low.end()); }
  double high() const { return *std::max_element(m_high.begin(), m_high.end()); }
  double sum() const {
    Lanes all;
    for (double sum : m_sum) all.add(0, sum);
    return all.m_sum[0] + (all.m_error[0] + std::accumulate(m_error.begin(), m_error.end(), 0.0));
  }

private:
  static constexpr std::size_t lanes = 4;
  static constexpr double infinity = std::numeric_limits<double>::infinity();

  void add(std::size_t lane, double x) {
    const double sum = m_sum[lane] + x;
    const double part = sum - m_sum[lane];
    m_error[lane] += (m_sum[lane] - (sum - part)) + (x - part);
    m_sum[lane] = sum;
    m_low[lane] = x < m_low[lane] ? x : m_low[lane];
    m_high[lane] = x > m_high[lane] ? x : m_high[lane];
  }

  std::array<double, lanes> m_sum{};
  std::array<double, lanes> m_error{};
  std::array<double, lanes> m_low{infinity, infinity, infinity, infinity};
  std::array<double, lanes> m_high{-infinity, -infinity, -infinity, -infinity};
};

double meanOf(const Lanes& all, std::span<const double> values) {
  const auto n = static_cast<double>(values.size());
  const double mean = all.sum() / n;
  if (std::isfinite(mean)) return mean;
  // Numbers near the end of the range: the sum overflows, their mean does not.
  Lanes scaled;
  scaled.addAll(values, 0x1p-64);
  return scaled.sum() / n * 0x1p64;
}

/// How many values differ, as long as they only rise or only fall.
class Sorted {
public:
  void addAll(std::span<const double> values) {
    for (std::size_t i = 0; i < values.size() && (m_rising || m_falling); ++i) {
      const double x = values[i];
      m_changes += x != m_last ? 1 : 0;
      m_rising = m_rising && !(x < m_last);
      m_falling = m_falling && !(x > m_last);
      m_last = x;
    }
  }
  /// -1: they do neither.
  std::int64_t distinct() const { return m_rising || m_falling ? m_changes : -1; }
  void begin(double first) {
    m_last = first;
    m_changes = 1;
  }

private:
  double m_last = 0.0;
  std::int64_t m_changes = 0;
  bool m_rising = true;
  bool m_falling = true;
};

/// Clamped to what a float holds; NaN stays NaN.
float toFloat(double value) {
  constexpr double limit = std::numeric_limits<float>::max();
  const double low = value < -limit ? -limit : value;
  return static_cast<float>(low > limit ? limit : low);
}

constexpr std::size_t blockRows = 1024;

/// Appends at most blockRows floats, without filling an array with zeros first.
void appendFloats(std::vector<float>& numbers, std::span<const double> values) {
  std::array<float, blockRows> block; // written before it is read
  for (std::size_t i = 0; i < values.size(); ++i) block[i] = toFloat(values[i]);
  numbers.insert(numbers.end(), block.data(), block.data() + values.size());
}

/// Moves the numbers of `values` that are there to `to`, at or before them; how many.
std::size_t closeUp(std::span<const double> values, double* to) {
  std::size_t count = 0;
  for (const double value : values) {
    to[count] = value;
    count += std::isnan(value) ? 0 : 1;
  }
  return count;
}

/// The column's floats and figures in one pass over memory; the numbers that are there close up at
/// the front.
std::span<double> measure(Column& column, std::span<double> values, Sorted& sorted) {
  column.numbers.reserve(values.size());
  preferHugePages(column.numbers.data(), values.size() * sizeof(float));
  Lanes all;
  std::size_t count = 0;
  for (std::size_t from = 0; from < values.size(); from += blockRows) {
    const auto block = values.subspan(from, std::min(blockRows, values.size() - from));
    appendFloats(column.numbers, block);
    const std::span<double> there(values.data() + count, closeUp(block, values.data() + count));
    if (count == 0 && !there.empty()) sorted.begin(there.front());
    all.addAll(there);
    sorted.addAll(there);
    count += there.size();
  }
  const std::span<double> there = values.first(count);
  column.missing = static_cast<std::int64_t>(values.size() - count);
  if (there.empty()) return there;
  column.min = all.low();
  column.max = all.high();
  column.mean = std::clamp(meanOf(all, there), column.min, column.max);
  return there;
}

TableIssue issue(const char* code, const char* pattern, std::vector<std::string> args = {},
                 std::int64_t row = 0, std::int64_t count = 0) {
  // %1 is the column's name, filled in when it is known.
  args.insert(args.begin(), std::string());
  return {code, {pattern, std::move(args)}, row, 0, count};
}

void noteConstant(FinishedColumn& finished, std::size_t rows) {
  if (finished.column.distinct == 1 && rows >= 2)
    finished.issues.push_back(
        issue("CONSTANT_COLUMN", QT_TRANSLATE_NOOP("Core", "column '%1' has only one value")));
}

void noteInfinite(FinishedColumn& finished, std::int64_t count, std::int64_t row) {
  if (count == 0) return;
  finished.issues.push_back(
      issue("NONFINITE_VALUES",
            QT_TRANSLATE_NOOP("Core", "column '%1' has %2 infinite value(s), the first in row %3; "
                                      "they count as missing"),
            {std::to_string(count), std::to_string(row)}, row, count));
}

/// How the numbers among the labels of a text column are written.
struct Mixture {
  std::int64_t values = 0;
  std::int64_t numbers = 0;
  std::array<std::int64_t, 6> fitting{};   ///< values that fit style bit i
  std::array<std::int64_t, 6> firstMiss{}; ///< data row of the first that does not
  void add(const CellReading& reading, std::int64_t count, std::int64_t row);
  /// Data row of the first value that does not fit the most frequent style; -1: all fit.
  std::int64_t offender() const;
};

void Mixture::add(const CellReading& reading, std::int64_t count, std::int64_t row) {
  if (values == 0) firstMiss.fill(-1);
  values += count;
  if (reading.kind == CellKind::number) numbers += count;
  // "-" beside numbers is a missing value as soon as the other offenders are gone.
  if (reading.kind == CellKind::weakMissing) return;
  for (std::size_t i = 0; i < fitting.size(); ++i) {
    if ((reading.styles >> i & 1) != 0)
      fitting[i] += count;
    else if (firstMiss[i] < 0 || row < firstMiss[i])
      firstMiss[i] = row;
  }
}

std::int64_t Mixture::offender() const {
  const auto best = std::max_element(fitting.begin(), fitting.end()) - fitting.begin();
  return firstMiss[static_cast<std::size_t>(best)];
}

void noteMixture(FinishedColumn& finished, const Mixture& mixture, const SheetRow& sheetRow) {
  const std::int64_t offender = mixture.offender();
  if (mixture.numbers == 0 || mixture.numbers * 2 < mixture.values || offender < 0) return;
  const std::int64_t row = sheetRow(static_cast<std::size_t>(offender));
  const auto label =
      static_cast<std::size_t>(finished.column.codes[static_cast<std::size_t>(offender)]);
  finished.issues.push_back(
      issue("MIXED_COLUMN",
            QT_TRANSLATE_NOOP("Core", "column '%1' is mostly numbers but became text: row %2 has "
                                      "'%3'; correct that cell"),
            {std::to_string(row), shown(finished.column.labels[label])}, row));
}

std::vector<std::int64_t> histogram(std::span<const std::int32_t> codes, std::size_t labels) {
  std::vector<std::int64_t> counts(labels, 0);
  for (std::int32_t code : codes)
    if (code >= 0) ++counts[static_cast<std::size_t>(code)];
  return counts;
}

/// Labels that are missing after all become code -1; the others close up.
void dropLabels(Column& column, const std::vector<bool>& drop) {
  std::vector<std::int32_t> now(drop.size(), -1);
  std::int32_t kept = 0;
  for (std::size_t i = 0; i < drop.size(); ++i) {
    if (drop[i]) continue;
    const auto to = static_cast<std::size_t>(kept);
    now[i] = kept++;
    if (to == i) continue;
    column.labels[to] = std::move(column.labels[i]);
    column.labelCounts[to] = column.labelCounts[i];
  }
  column.labels.resize(static_cast<std::size_t>(kept));
  column.labelCounts.resize(static_cast<std::size_t>(kept));
  for (std::int32_t& code : column.codes)
    if (code >= 0) code = now[static_cast<std::size_t>(code)];
}

void noteLabels(FinishedColumn& finished, const Mixture& mixture, const SheetRow& sheetRow) {
  const Column& column = finished.column;
  if (column.identifier)
    finished.issues.push_back(
        issue("IDENTIFIER_COLUMN",
              QT_TRANSLATE_NOOP("Core", "column '%1' has numbers with leading zeros; they are kept "
                                        "as text, as identifiers")));
  else
    noteMixture(finished, mixture, sheetRow);
  if (column.labels.size() > manyLabels)
    finished.issues.push_back(
        issue("HIGH_CARDINALITY",
              QT_TRANSLATE_NOOP("Core", "column '%1' has %2 different texts; a network can hardly "
                                        "learn from them"),
              {std::to_string(column.labels.size())}, 0, column.distinct));
  noteConstant(finished, column.codes.size());
}

} // namespace

FinishedColumn finishNumbers(std::span<double> values, std::int64_t infinite,
                             std::int64_t firstInfinite) {
  FinishedColumn finished;
  Column& column = finished.column;
  Sorted sorted;
  const std::span<double> there = measure(column, values, sorted);
  column.type = there.empty() && infinite == 0 ? ColumnType::empty : ColumnType::numeric;
  if (column.type == ColumnType::empty) column.numbers = {};
  if (there.empty()) return noteInfinite(finished, infinite, firstInfinite), finished;
  column.distinct = sorted.distinct();
  if (column.distinct < 0) column.distinct = countDistinct(there);
  noteInfinite(finished, infinite, firstInfinite);
  noteConstant(finished, values.size());
  return finished;
}

FinishedColumn finishLabels(Dictionary&& dictionary, std::span<const std::int32_t> codes,
                            const SheetRow& sheetRow) {
  FinishedColumn finished;
  Column& column = finished.column;
  column.codes.assign(codes.begin(), codes.end());
  column.labelCounts = histogram(codes, dictionary.labelCount());
  ColumnFacts facts;
  Mixture mixture;
  std::vector<bool> weak(dictionary.labelCount());
  for (std::size_t i = 0; i < weak.size(); ++i) {
    const CellReading reading = readCell(dictionary.label(i));
    weak[i] = reading.kind == CellKind::weakMissing;
    facts.add(reading);
    mixture.add(reading, column.labelCounts[i], dictionary.firstRow(i));
  }
  finished.odd = dictionary.odd();
  column.labels = std::move(dictionary).takeLabels();
  column.identifier = facts.isIdentifier();
  if (column.identifier) {
    finished.odd = finished.odd || std::find(weak.begin(), weak.end(), true) != weak.end();
    dropLabels(column, weak);
  }
  column.type = column.labels.empty() ? ColumnType::empty : ColumnType::categorical;
  column.distinct = static_cast<std::int64_t>(column.labels.size());
  const auto present =
      std::accumulate(column.labelCounts.begin(), column.labelCounts.end(), std::int64_t{0});
  column.missing = static_cast<std::int64_t>(codes.size()) - present;
  noteLabels(finished, mixture, sheetRow);
  if (column.type == ColumnType::empty) column.codes = {};
  return finished;
}

} // namespace layerlab
