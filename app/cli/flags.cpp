#include "flags.h"

#include "outcome.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace layerlab::cli {
namespace {

enum class Parsed { good, notANumber, outOfRange };

template <class Number> Parsed parse(std::string_view text, Number& value) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size() || problem == std::errc::invalid_argument || text.empty())
    return Parsed::notANumber;
  return problem == std::errc() ? Parsed::good : Parsed::outOfRange;
}

Error wrong(const std::string& name, const std::string& text, Parsed how) {
  if (how == Parsed::outOfRange) return inputError({"%1: %2 is out of range", {name, text}});
  return usageError({"%1: \"%2\" is not a number", {name, text}});
}

} // namespace

std::string FlagReader::text(const std::string& name, const std::string& fallback) const {
  const auto found = m_request->options.find(name);
  return found == m_request->options.end() ? fallback : found->second;
}

void FlagReader::fail(Error error) {
  if (!m_trouble) m_trouble = std::move(error);
}

void FlagReader::unknownWord(const std::string& name) {
  fail(usageError({"%1: \"%2\" is not known; see --help", {name, text(name)}}));
}

void FlagReader::number(const std::string& name, double& value) {
  if (!has(name)) return;
  double got = 0.0;
  const Parsed how = parse(text(name), got);
  if (how != Parsed::good) return fail(wrong(name, text(name), how));
  if (!std::isfinite(got)) return fail(wrong(name, text(name), Parsed::outOfRange));
  value = got;
}

void FlagReader::integer(const std::string& name, int& value, int least) {
  if (!has(name)) return;
  int got = 0;
  const Parsed how = parse(text(name), got);
  if (how == Parsed::notANumber)
    return fail(usageError({"%1: \"%2\" is not a whole number", {name, text(name)}}));
  if (how == Parsed::outOfRange || got < least)
    return fail(inputError({"%1 must be from %2 to %3, not %4",
                            {name, std::to_string(least),
                             std::to_string(std::numeric_limits<int>::max()), text(name)}}));
  value = got;
}

void FlagReader::seed(const std::string& name, std::uint64_t& value) {
  if (!has(name)) return;
  std::uint64_t got = 0;
  if (parse(text(name), got) != Parsed::good)
    return fail(
        usageError({"%1: \"%2\" is not a whole number from 0 to 2^64 - 1", {name, text(name)}}));
  value = got;
}

void FlagReader::yesNo(const std::string& name, bool& value) {
  word(name, value, [](const std::string& word) -> std::optional<bool> {
    if (word == "yes" || word == "true") return true;
    if (word == "no" || word == "false") return false;
    return std::nullopt;
  });
}

void FlagReader::integers(const std::string& name, std::vector<int>& values) {
  if (!has(name)) return;
  std::vector<int> all;
  for (const std::string& part : splitAtCommas(text(name))) {
    int got = 0;
    const Parsed how = parse(part, got);
    if (how == Parsed::notANumber)
      return fail(usageError({"%1: \"%2\" is not a whole number", {name, part}}));
    if (how == Parsed::outOfRange || got < 1)
      return fail(inputError({"%1: a layer cannot have %2 units", {name, part}}));
    all.push_back(got);
  }
  values = std::move(all);
}

std::vector<std::string> splitAtCommas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; !text.empty() && start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

} // namespace layerlab::cli
