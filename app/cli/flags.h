#pragma once

#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace layerlab::cli {

/// The command line after the grammar was checked: options by name without dashes, and positional
/// arguments. Values are still texts.
struct Request {
  std::string command;
  std::map<std::string, std::string, std::less<>> options;
  std::vector<std::string> arguments;
};

/// Reads option values and remembers the first one that is wrong; messages name the option.
class FlagReader {
public:
  explicit FlagReader(const Request& request) : m_request(&request) {}

  bool has(const std::string& name) const { return m_request->options.contains(name); }
  std::string text(const std::string& name, const std::string& fallback = {}) const;

  /// Each changes `value` only when the option is given and good. Not a number at all: usage error;
  /// a number out of range: input error.
  void number(const std::string& name, double& value);
  void integer(const std::string& name, int& value, int least);
  void seed(const std::string& name, std::uint64_t& value);
  void yesNo(const std::string& name, bool& value);
  void integers(const std::string& name, std::vector<int>& values);
  template <class Value, class FromName>
  void word(const std::string& name, Value& value, FromName fromName) {
    if (!has(name)) return;
    if (const auto found = fromName(text(name)))
      value = *found;
    else
      unknownWord(name);
  }

  void fail(Error error);
  const std::optional<Error>& trouble() const { return m_trouble; }

private:
  void unknownWord(const std::string& name);

  const Request* m_request;
  std::optional<Error> m_trouble;
};

/// "a,b,c" -> {"a", "b", "c"}; "" -> {}.
std::vector<std::string> splitAtCommas(const std::string& text);

} // namespace layerlab::cli
