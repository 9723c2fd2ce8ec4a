#include "core/io/project.h"
#include "core/io/sections.h"
#include "core/io/text.h"

#include <cmath>

namespace layerlab {
namespace {

Error badWeights(const std::string& where, const char* pattern) {
  return inputError({pattern, {where}});
}

/// Numbers of one list, appended; each must be a finite float32.
Result<void> appendNumbers(const Json& list, const std::string& where, std::vector<float>& out) {
  if (!list.is_array())
    return badWeights(where, QT_TRANSLATE_NOOP("Core", "%1 must be a list of numbers"));
  for (const Json& item : list) {
    if (!item.is_number())
      return badWeights(where, QT_TRANSLATE_NOOP("Core", "%1 must be a list of numbers"));
    out.push_back(static_cast<float>(item.get<double>()));
    if (!std::isfinite(out.back()))
      return badWeights(where, QT_TRANSLATE_NOOP("Core", "%1 has a number too large for a weight"));
  }
  return {};
}

Result<Matrix> readKernel(const Json& json, const std::string& where) {
  if (!json.is_array() || json.empty())
    return badWeights(where, QT_TRANSLATE_NOOP("Core", "%1 must be a list of rows of numbers"));
  Matrix kernel;
  for (const Json& row : json) {
    if (auto ok = appendNumbers(row, where, kernel.values); !ok) return ok.error();
    if (kernel.rows == 0) kernel.cols = row.size();
    if (row.size() != kernel.cols || kernel.cols == 0)
      return badWeights(where, QT_TRANSLATE_NOOP("Core", "%1 has rows of different lengths"));
    ++kernel.rows;
  }
  return kernel;
}

Result<LayerWeights> readLayer(const Json& json, const std::string& where) {
  if (!json.is_object() || !json.contains("kernel"))
    return badWeights(
        where, QT_TRANSLATE_NOOP("Core", "%1 must be {\"kernel\": [[...]], \"bias\": [...]}"));
  LayerWeights layer;
  auto kernel = readKernel(json["kernel"], where + ".kernel");
  if (!kernel) return kernel.error();
  layer.kernel = std::move(*kernel);
  if (!json.contains("bias") || json["bias"].is_null()) return layer;
  if (auto ok = appendNumbers(json["bias"], where + ".bias", layer.bias); !ok) return ok.error();
  return layer;
}

void appendRow(std::string& out, std::span<const float> row) {
  out += '[';
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ", ";
    appendNumber(out, static_cast<double>(row[i]), 9);
  }
  out += ']';
}

void appendLayer(std::string& out, const LayerWeights& layer) {
  out += "    {\"kernel\": [";
  for (std::size_t r = 0; r < layer.kernel.rows; ++r) {
    out += r == 0 ? "\n      " : ",\n      ";
    appendRow(out, layer.kernel.row(r));
  }
  out += "]";
  if (!layer.bias.empty()) {
    out += ",\n     \"bias\": ";
    appendRow(out, layer.bias);
  }
  out += "}";
}

} // namespace

Result<Weights> readWeights(const Json& json, const std::string& where) {
  if (!json.is_array())
    return badWeights(where, QT_TRANSLATE_NOOP("Core", "%1 must be a list with one "
                                                       "{\"kernel\", \"bias\"} per dense layer"));
  Weights weights;
  for (std::size_t i = 0; i < json.size(); ++i) {
    auto layer = readLayer(json[i], where + "[" + std::to_string(i) + "]");
    if (!layer) return layer.error();
    weights.push_back(std::move(*layer));
  }
  return weights;
}

Result<Weights> weightsFromJson(const std::string& text) {
  const auto json = parseJson(text);
  if (!json) return json.error();
  if (json->is_object() && json->contains("weights"))
    return readWeights((*json)["weights"], "weights");
  return readWeights(*json, "weights");
}

std::string weightsToJson(const Weights& weights) {
  std::string out = "[\n";
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (i > 0) out += ",\n";
    appendLayer(out, weights[i]);
  }
  return out + "\n  ]";
}

} // namespace layerlab
