#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Private to core/io and core/lesson: JSON texts from strangers, read without trust.

namespace layerlab {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// Text -> values. Refuses before parsing what would nest deeper than 64 levels or need more than
/// about 1.5 GiB; an Error names line and column. Of a key given twice the last one counts.
Result<Json> parseJson(const std::string& text);

/// Reads one JSON object and remembers which keys were asked for. The first thing that is wrong
/// goes to `trouble`; afterwards every getter gives its fallback, so that reading code needs no
/// branches. null means "not given", as Keras writes it. `where` is the path shown in errors.
class JsonObject {
public:
  JsonObject(const Json& json, std::string where, std::optional<Error>& trouble);

  bool has(const std::string& key) const;
  bool boolean(const std::string& key, bool fallback);
  /// A finite number.
  double number(const std::string& key, double fallback);
  /// A whole number in [low, high]; 20.0 is one too.
  std::int64_t integer(const std::string& key, std::int64_t fallback, std::int64_t low,
                       std::int64_t high);
  int integer(const std::string& key, int fallback);
  std::uint64_t seed(const std::string& key, std::uint64_t fallback);
  std::string text(const std::string& key, const std::string& fallback);
  /// A list of texts; a single text is a list of one.
  std::vector<std::string> texts(const std::string& key);
  std::vector<double> numbers(const std::string& key);
  /// A word out of a list: `fromName` gives an optional.
  template <class FromName, class Value>
  Value word(const std::string& key, Value fallback, FromName fromName) {
    if (!has(key)) return m_known.insert(key), fallback;
    const std::string name = text(key, "");
    const auto found = fromName(name);
    if (!found) unknownWord(key, name);
    return found.value_or(fallback);
  }
  JsonObject object(const std::string& key);
  /// Every element of a list, with its path; a missing list has none.
  void each(const std::string& key,
            const std::function<void(const Json&, const std::string&)>& use);
  /// The value as it is (counts as asked for), or null.
  const Json& raw(const std::string& key);

  void fail(const std::string& key, Message message);
  const std::string& where() const { return m_where; }
  /// The keys nobody asked for.
  Json unknown() const;

private:
  const Json* take(const std::string& key);
  void wrongType(const std::string& key, const char* pattern);
  void unknownWord(const std::string& key, const std::string& name);
  std::string path(const std::string& key) const;

  const Json* m_json;
  std::string m_where;
  std::optional<Error>* m_trouble;
  std::set<std::string, std::less<>> m_known;
};

/// Adds what `unknown` has and `out` has not, section by section; parts whose "name" or "type"
/// changed meanwhile, and lists of another length, stay as they are.
void mergeUnknown(OrderedJson& out, const Json& unknown);

} // namespace layerlab
