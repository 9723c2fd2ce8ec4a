#include "core/data/split.h"

#include "core/base/random.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace layerlab {
namespace {

Error emptyPart(std::size_t rows, double share, bool train) {
  const char* pattern =
      train ? QT_TRANSLATE_NOOP("Core", "val-split %1 of %2 rows leaves no row to train on; choose "
                                        "a smaller val-split")
            : QT_TRANSLATE_NOOP("Core", "val-split %1 of %2 rows leaves no row to validate with; "
                                        "choose a larger val-split, or 0");
  return inputError({pattern, {numberText(share), std::to_string(rows)}});
}

/// How many of each class validate: shares rounded down, the rest to the largest remainders. There
/// is at least one row.
std::vector<std::size_t> quotas(const std::vector<std::size_t>& sizes, std::size_t validation,
                                std::size_t rows) {
  assert(rows > 0);
  std::vector<std::size_t> quota(sizes.size());
  std::vector<std::size_t> remainder(sizes.size());
  for (std::size_t k = 0; k < sizes.size(); ++k) {
    quota[k] = sizes[k] * validation / rows;
    remainder[k] = sizes[k] * validation % rows;
  }
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  std::size_t left = validation - std::accumulate(quota.begin(), quota.end(), std::size_t{0});
  for (std::size_t k = 0; left > 0; ++k, --left) ++quota[order[k]];
  return quota;
}

/// Positions that validate, drawn from each group of positions.
std::vector<bool> draw(std::vector<std::vector<std::uint32_t>> groups, std::size_t validation,
                       std::size_t rows, std::uint64_t seed) {
  std::vector<std::size_t> sizes;
  sizes.reserve(groups.size());
  for (const auto& group : groups) sizes.push_back(group.size());
  const std::vector<std::size_t> quota = quotas(sizes, validation, rows);
  Random random(seed, Stream::split);
  std::vector<bool> chosen(rows, false);
  for (std::size_t k = 0; k < groups.size(); ++k) {
    random.shuffle(groups[k]);
    for (std::size_t i = 0; i < quota[k]; ++i) chosen[groups[k][i]] = true;
  }
  return chosen;
}

std::vector<bool> chooseValidation(std::size_t rows, std::size_t train, Split split,
                                   const std::vector<std::size_t>& classes, std::uint64_t seed) {
  if (split == Split::last) {
    std::vector<bool> chosen(rows, false);
    std::fill(chosen.begin() + static_cast<std::ptrdiff_t>(train), chosen.end(), true);
    return chosen;
  }
  const bool grouped = split == Split::stratified;
  const std::size_t count = grouped ? *std::max_element(classes.begin(), classes.end()) + 1 : 1;
  std::vector<std::vector<std::uint32_t>> groups(count);
  for (std::size_t i = 0; i < rows; ++i)
    groups[grouped ? classes[i] : 0].push_back(static_cast<std::uint32_t>(i));
  return draw(std::move(groups), rows - train, rows, seed);
}

} // namespace

Result<void> checkValidationSplit(double share) {
  if (share >= 0.0 && share < 1.0) return {};
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "val-split must be in [0, 1), not %1"), {numberText(share)}});
}

Result<RowSplit> splitRows(const std::vector<std::uint32_t>& rows, const PrepareSpec& spec,
                           const std::vector<std::size_t>& classes, std::uint64_t seed) {
  const double share = spec.validationSplit;
  if (auto ok = checkValidationSplit(share); !ok) return ok.error();
  const auto n = static_cast<double>(rows.size());
  // Keras' own expression, rounding and all: 10 rows at 0.9 leave none to train on.
  const auto train = static_cast<std::size_t>(std::floor(n * (1.0 - share)));
  if (share == 0.0) return RowSplit{rows, {}};
  if (train == 0) return emptyPart(rows.size(), share, true);
  if (train == rows.size()) return emptyPart(rows.size(), share, false);
  const std::vector<bool> chosen = chooseValidation(rows.size(), train, spec.split, classes, seed);
  RowSplit parts;
  for (std::size_t i = 0; i < rows.size(); ++i)
    (chosen[i] ? parts.validation : parts.train).push_back(rows[i]);
  return parts;
}

} // namespace layerlab
