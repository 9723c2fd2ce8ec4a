#include "core/base/cut.h"
#include "core/sweep/sweep.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace layerlab {
namespace {

constexpr int maxUnits = 1'000'000;
constexpr std::size_t maxCounts = 100'000;

Error badUnits(const std::string& text) {
  return inputError({QT_TRANSLATE_NOOP("Core", "units: \"%1\" is not understood; write 1:32, "
                                               "1:32:3, pow2:64 or 1,2,4,8 (each from 1 to %2)"),
                     {text.substr(0, 60), std::to_string(maxUnits)}});
}

std::optional<int> countOf(std::string_view text) {
  int value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = problem == std::errc() && end == text.data() + text.size();
  return whole && value >= 1 && value <= maxUnits ? std::optional(value) : std::nullopt;
}

bool addPowers(std::string_view text, std::vector<int>& units) {
  const auto last = countOf(text);
  if (!last) return false;
  for (int count = 1; count <= *last; count *= 2) units.push_back(count);
  return true;
}

bool addRange(std::string_view text, std::vector<int>& units) {
  const bool stepped = std::count(text.begin(), text.end(), ':') == 2;
  const auto first = countOf(cut(text, ':'));
  const auto last = countOf(cut(text, ':'));
  const auto step = stepped ? countOf(text) : std::optional(1);
  if (!first || !last || !step || *first > *last || (!stepped && !text.empty())) return false;
  if (static_cast<std::size_t>((*last - *first) / *step) >= maxCounts) return false;
  for (int count = *first; count <= *last; count += *step) units.push_back(count);
  return true;
}

bool addPart(std::string_view part, std::vector<int>& units) {
  if (part.starts_with("pow2:")) return addPowers(part.substr(5), units);
  if (part.find(':') != std::string_view::npos) return addRange(part, units);
  const auto count = countOf(part);
  if (count) units.push_back(*count);
  return count.has_value();
}

} // namespace

Result<std::vector<int>> unitsFromText(const std::string& text) {
  std::vector<int> units;
  if (text.empty() || text.ends_with(',')) return badUnits(text);
  for (std::string_view rest = text; !rest.empty();)
    if (!addPart(cut(rest, ','), units) || units.size() > maxCounts) return badUnits(text);
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

} // namespace layerlab
