#include "core/base/cut.h"
#include "core/base/random.h"
#include "core/base/shown.h"
#include "core/data/generators.h"

#include <charconv>
#include <numeric>

// Generated and painted tables as sources: their names, and the texts they are kept as.

namespace layerlab {
namespace {

constexpr std::string_view prefix = "generated:";

template <class Number> bool readNumber(std::string_view text, Number& number) {
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
  return trouble == std::errc() && end == text.data() + text.size();
}

bool readShape(std::string_view text, Shape& shape) {
  for (int i = 0; i < shapeCount; ++i)
    if (text == name(static_cast<Shape>(i))) {
      shape = static_cast<Shape>(i);
      return true;
    }
  return false;
}

bool readSetting(std::string_view key, std::string_view value, GeneratorSpec& spec) {
  if (key == "rows")
    return readNumber(value, spec.rows) && spec.rows >= 2 && spec.rows <= maxGeneratedRows;
  if (key == "noise")
    return readNumber(value, spec.noise) && spec.noise >= 0.0 && spec.noise <= 0.5;
  return key == "seed" && readNumber(value, spec.seed);
}

Error notUnderstood(std::string_view part) {
  return inputError({QT_TRANSLATE_NOOP("Core", "'%1' is no generated table; write it like "
                                               "generated:circles?rows=300&noise=0.1&seed=1"),
                     {shown(part)}});
}

} // namespace

std::string sourceName(const GeneratorSpec& spec) {
  return std::string(prefix) + name(spec.shape) + "?rows=" + std::to_string(spec.rows) +
         "&noise=" + numberText(spec.noise) + "&seed=" + std::to_string(spec.seed);
}

bool isGenerated(std::string_view source) {
  return source.starts_with(prefix);
}

Result<GeneratorSpec> generatorFromSource(std::string_view source) {
  if (!isGenerated(source)) return notUnderstood(source);
  GeneratorSpec spec;
  std::string_view rest = source.substr(prefix.size());
  if (!readShape(cut(rest, '?'), spec.shape)) return notUnderstood(source);
  while (!rest.empty()) {
    std::string_view value = cut(rest, '&');
    const std::string_view key = cut(value, '=');
    if (!readSetting(key, value, spec)) return notUnderstood(source);
  }
  return spec;
}

std::string csvFromPoints(const Painting& painting) {
  std::string text = painting.curve ? "x,y\n" : "x1,x2,label\n";
  std::vector<std::uint32_t> order(painting.points.size());
  std::iota(order.begin(), order.end(), 0U);
  Random(1).shuffle(order);
  for (const std::uint32_t at : order) {
    const PaintedPoint& point = painting.points[at];
    text += numberText(point.x) + ',' + numberText(point.y);
    if (!painting.curve) text += point.label == 0 ? ",0" : ",1";
    text += '\n';
  }
  return text;
}

std::optional<Painting> paintingFromTable(const Table& table) {
  const std::size_t columns = table.columns.size();
  if (columns != 2 && columns != 3) return std::nullopt;
  for (const Column& column : table.columns)
    if (column.type != ColumnType::numeric || column.missing > 0) return std::nullopt;
  Painting painting;
  painting.curve = columns == 2;
  for (std::size_t i = 0; i < static_cast<std::size_t>(table.rows); ++i)
    painting.points.push_back({table.columns[0].numbers[i], table.columns[1].numbers[i],
                               !painting.curve && table.columns[2].numbers[i] > 0.5f ? 1 : 0});
  return painting;
}

} // namespace layerlab
