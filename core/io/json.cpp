#include "core/io/json.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace layerlab {
namespace {

constexpr int deepest = 64;
constexpr std::size_t memoryLimit = std::size_t{3} << 29; // 1.5 GiB

Error damaged(const std::string& text, std::size_t byte) {
  const std::string_view before(text.data(), std::min(byte, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') + 1; // npos + 1 is 0
  return inputError({QT_TRANSLATE_NOOP("Core", "not valid JSON (damaged or cut off?) at line %1, "
                                               "character %2"),
                     {std::to_string(line), std::to_string(byte - std::min(byte, start))}});
}

struct Brackets {
  int depth = 0;
  int deepestSeen = 0;
  std::size_t values = 0;
  std::size_t containers = 0;

  void see(char c) {
    if (c == '[' || c == '{') {
      ++containers;
      deepestSeen = std::max(deepestSeen, ++depth);
    } else if (c == ']' || c == '}') {
      --depth;
    } else if (c == ',' || c == ':') {
      ++values;
    }
  }
};

/// One pass over the brackets, strings skipped: the parser is only asked when its answer fits.
Brackets bracketsOf(const std::string& text) {
  Brackets shape;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size() && shape.deepestSeen <= deepest; ++i) {
    const char c = text[i];
    if (c == '"')
      quoted = !quoted;
    else if (quoted && c == '\\')
      ++i;
    else if (!quoted)
      shape.see(c);
  }
  return shape;
}

Result<void> checkBrackets(const std::string& text) {
  const Brackets shape = bracketsOf(text);
  if (shape.deepestSeen > deepest)
    return inputError({QT_TRANSLATE_NOOP("Core", "brackets are nested deeper than %1 levels"),
                       {std::to_string(deepest)}});
  // What nlohmann's values take, lists growing by doubling.
  if (shape.values * 2 * sizeof(Json) + shape.containers * 96 > memoryLimit)
    return Error{
        ErrorKind::limit,
        {QT_TRANSLATE_NOOP("Core", "the file holds more values than LayerLab can read"), {}},
        {},
        0,
        0};
  return {};
}

std::string shortened(const std::string& name) {
  return name.size() <= 60 ? name : name.substr(0, 57) + "...";
}

} // namespace

Result<Json> parseJson(const std::string& text) {
  if (auto ok = checkBrackets(text); !ok) return ok.error();
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    return damaged(text, error.byte);
  } catch (const Json::exception&) { // a number no double can hold
    return inputError({QT_TRANSLATE_NOOP("Core", "not valid JSON: a number is too large"), {}});
  }
}

JsonObject::JsonObject(const Json& json, std::string where, std::optional<Error>& trouble)
    : m_json(&json), m_where(std::move(where)), m_trouble(&trouble) {
  static const Json empty = Json::object();
  if (json.is_object()) return;
  m_json = &empty;
  if (json.is_null() || trouble) return;
  trouble = m_where.empty()
                ? inputError({QT_TRANSLATE_NOOP("Core", "not a LayerLab project or model"), {}})
                : inputError({QT_TRANSLATE_NOOP("Core", "%1 must be an object {...}"), {m_where}});
}

std::string JsonObject::path(const std::string& key) const {
  return m_where.empty() ? key : m_where + "." + key;
}

void JsonObject::fail(const std::string& key, Message message) {
  if (*m_trouble) return;
  message.args.insert(message.args.begin(), path(key));
  *m_trouble = inputError(std::move(message));
}

void JsonObject::wrongType(const std::string& key, const char* pattern) {
  fail(key, {pattern, {}});
}

void JsonObject::unknownWord(const std::string& key, const std::string& name) {
  fail(key, {QT_TRANSLATE_NOOP("Core", "%1: \"%2\" is not known"), {shortened(name)}});
}

const Json* JsonObject::take(const std::string& key) {
  m_known.insert(key);
  const auto found = m_json->find(key);
  return found == m_json->end() || found->is_null() || *m_trouble ? nullptr : &*found;
}

bool JsonObject::has(const std::string& key) const {
  const auto found = m_json->find(key);
  return found != m_json->end() && !found->is_null();
}

bool JsonObject::boolean(const std::string& key, bool fallback) {
  const Json* value = take(key);
  if (!value) return fallback;
  if (value->is_boolean()) return value->get<bool>();
  wrongType(key, QT_TRANSLATE_NOOP("Core", "%1 must be true or false"));
  return fallback;
}

double JsonObject::number(const std::string& key, double fallback) {
  const Json* value = take(key);
  if (!value) return fallback;
  if (value->is_number()) return value->get<double>();
  wrongType(key, QT_TRANSLATE_NOOP("Core", "%1 must be a number"));
  return fallback;
}

std::int64_t JsonObject::integer(const std::string& key, std::int64_t fallback, std::int64_t low,
                                 std::int64_t high) {
  const double value = number(key, static_cast<double>(fallback));
  if (std::floor(value) == value && value >= static_cast<double>(low) &&
      value <= static_cast<double>(high))
    return static_cast<std::int64_t>(value);
  fail(key, {QT_TRANSLATE_NOOP("Core", "%1 must be a whole number from %2 to %3, not %4"),
             {std::to_string(low), std::to_string(high), numberText(value)}});
  return fallback;
}

int JsonObject::integer(const std::string& key, int fallback) {
  return static_cast<int>(integer(key, std::int64_t{fallback}, -std::numeric_limits<int>::max(),
                                  std::numeric_limits<int>::max()));
}

std::uint64_t JsonObject::seed(const std::string& key, std::uint64_t fallback) {
  const Json* value = take(key);
  if (!value) return fallback;
  if (value->is_number_unsigned()) return value->get<std::uint64_t>();
  wrongType(key, QT_TRANSLATE_NOOP("Core", "%1 must be a whole number from 0 to 2^64 - 1"));
  return fallback;
}

std::string JsonObject::text(const std::string& key, const std::string& fallback) {
  const Json* value = take(key);
  if (!value) return fallback;
  if (value->is_string()) return value->get<std::string>();
  wrongType(key, QT_TRANSLATE_NOOP("Core", "%1 must be a text"));
  return fallback;
}

std::vector<std::string> JsonObject::texts(const std::string& key) {
  const Json* value = take(key);
  if (!value) return {};
  if (value->is_string()) return {value->get<std::string>()};
  const auto isText = [](const Json& item) { return item.is_string(); };
  if (value->is_array() && std::all_of(value->begin(), value->end(), isText))
    return value->get<std::vector<std::string>>();
  wrongType(key, QT_TRANSLATE_NOOP("Core", "%1 must be a list of texts"));
  return {};
}

std::vector<double> JsonObject::numbers(const std::string& key) {
  const Json* value = take(key);
  if (!value) return {};
  const auto isNumber = [](const Json& item) { return item.is_number(); };
  if (value->is_array() && std::all_of(value->begin(), value->end(), isNumber))
    return value->get<std::vector<double>>();
  wrongType(key, QT_TRANSLATE_NOOP("Core", "%1 must be a list of numbers"));
  return {};
}

JsonObject JsonObject::object(const std::string& key) {
  return {raw(key), path(key), *m_trouble};
}

void JsonObject::each(const std::string& key,
                      const std::function<void(const Json&, const std::string&)>& use) {
  const Json* value = take(key);
  if (!value) return;
  if (!value->is_array())
    return wrongType(key, QT_TRANSLATE_NOOP("Core", "%1 must be a list [...]"));
  std::size_t index = 0;
  for (const Json& item : *value) {
    use(item, path(key) + "[" + std::to_string(index++) + "]");
    if (*m_trouble) return;
  }
}

const Json& JsonObject::raw(const std::string& key) {
  static const Json nothing;
  const Json* value = take(key);
  return value ? *value : nothing;
}

Json JsonObject::unknown() const {
  Json rest = Json::object();
  for (const auto& [key, value] : m_json->items())
    if (!m_known.contains(key)) rest[key] = value;
  return rest;
}

namespace {

bool sameKind(const OrderedJson& out, const Json& unknown) {
  for (const char* key : {"name", "type"})
    if (unknown.contains(key) && (!out.contains(key) || OrderedJson(unknown[key]) != out[key]))
      return false;
  return true;
}

void mergeLists(OrderedJson& out, const Json& unknown) {
  if (out.size() != unknown.size()) return;
  for (std::size_t i = 0; i < out.size(); ++i) mergeUnknown(out[i], unknown[i]);
}

} // namespace

void mergeUnknown(OrderedJson& out, const Json& unknown) {
  if (out.is_array() && unknown.is_array()) return mergeLists(out, unknown);
  if (!out.is_object() || !unknown.is_object() || !sameKind(out, unknown)) return;
  for (const auto& [key, value] : unknown.items()) {
    if (const auto found = out.find(key); found != out.end())
      mergeUnknown(*found, value);
    else
      out[key] = OrderedJson(value);
  }
}

} // namespace layerlab
