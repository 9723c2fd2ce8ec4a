#include "tests/core/goldencase.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

using namespace layerlab;
using nlohmann::json;

namespace {

using Lines = std::vector<std::vector<std::string>>;

Lines readLines(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  Lines lines;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    lines.push_back(row);
  }
  return lines;
}

float numberFrom(const std::string& text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::runtime_error("not a number: " + text);
  return static_cast<float>(value);
}

std::size_t columnOf(const Lines& lines, const std::string& name) {
  const auto found = std::find(lines[0].begin(), lines[0].end(), name);
  if (found == lines[0].end()) throw std::runtime_error("no column " + name);
  return static_cast<std::size_t>(found - lines[0].begin());
}

Matrix readNumbers(const Lines& lines, const json& names) {
  Matrix out(lines.size() - 1, names.size());
  for (std::size_t c = 0; c < names.size(); ++c) {
    const std::size_t column = columnOf(lines, names[c]);
    for (std::size_t r = 0; r < out.rows; ++r) out(r, c) = numberFrom(lines[r + 1][column]);
  }
  return out;
}

Matrix readTargets(const Lines& lines, const json& target) {
  if (target.at("encoding") != "onehot") return readNumbers(lines, target.at("columns"));
  const auto classes = target.at("classes").get<std::vector<std::string>>();
  const std::size_t column = columnOf(lines, target.at("columns")[0]);
  Matrix out(lines.size() - 1, classes.size());
  for (std::size_t r = 0; r < out.rows; ++r) {
    const auto label = std::find(classes.begin(), classes.end(), lines[r + 1][column]);
    if (label == classes.end()) throw std::runtime_error("unknown class");
    out(r, static_cast<std::size_t>(label - classes.begin())) = 1.0f;
  }
  return out;
}

Matrix rowsOf(const Matrix& m, std::size_t first, std::size_t count) {
  Matrix out(count, m.cols);
  std::copy_n(m.values.begin() + static_cast<std::ptrdiff_t>(first * m.cols), count * m.cols,
              out.values.begin());
  return out;
}

Regularizer readRegularizer(const json& layer, const char* key) {
  if (!layer.contains(key) || layer.at(key).is_null()) return {};
  return {layer.at(key).value("l1", 0.0), layer.at(key).value("l2", 0.0)};
}

LayerSpec readLayer(const json& from) {
  LayerSpec layer;
  if (from.at("type") == "dropout") {
    layer.kind = LayerKind::dropout;
    layer.rate = from.at("rate");
    return layer;
  }
  layer.units = from.at("units");
  layer.activation = activationFromName(from.at("activation").get<std::string>()).value();
  layer.useBias = from.value("use_bias", true);
  layer.kernelRegularizer = readRegularizer(from, "kernel_regularizer");
  layer.biasRegularizer = readRegularizer(from, "bias_regularizer");
  return layer;
}

OptimizerSpec readOptimizer(const json& from) {
  OptimizerSpec spec;
  spec.kind = optimizerFromName(from.at("name").get<std::string>()).value();
  spec.learningRate = from.at("learning_rate");
  spec.momentum = from.value("momentum", 0.0);
  spec.nesterov = from.value("nesterov", false);
  spec.rho = from.value("rho", spec.rho);
  spec.beta1 = from.value("beta_1", spec.beta1);
  spec.beta2 = from.value("beta_2", spec.beta2);
  spec.epsilon = from.value("epsilon", spec.epsilon);
  spec.weightDecay = from.value("weight_decay", spec.weightDecay);
  spec.initialAccumulator = from.value("initial_accumulator_value", spec.initialAccumulator);
  spec.clipnorm = from.value("clipnorm", 0.0);
  return spec;
}

FitSpec readFit(const json& from) {
  FitSpec fit;
  fit.optimizer = readOptimizer(from.at("optimizer"));
  fit.loss = lossFromName(from.at("loss").get<std::string>()).value();
  fit.huberDelta = from.at("loss_params").value("delta", 1.0);
  for (const json& metric : from.at("metrics"))
    fit.metrics.push_back(metricFromName(metric.get<std::string>()).value());
  fit.shuffle = from.at("shuffle");
  fit.batchSize = from.at("batch_size");
  fit.epochs = from.at("epochs");
  return fit;
}

} // namespace

Weights weightsFromJson(const json& from) {
  Weights weights;
  for (const json& layer : from) {
    LayerWeights own;
    const auto kernel = layer.at("kernel").get<std::vector<std::vector<float>>>();
    own.kernel = Matrix(kernel.size(), kernel.at(0).size());
    for (std::size_t r = 0; r < kernel.size(); ++r)
      std::copy(kernel[r].begin(), kernel[r].end(), own.kernel.row(r).begin());
    if (layer.contains("bias")) own.bias = layer.at("bias").get<std::vector<float>>();
    weights.push_back(own);
  }
  return weights;
}

GoldenCase readGoldenCase(const std::string& folder) {
  GoldenCase out;
  out.json = json::parse(std::ifstream(folder + "/case.json"));
  for (const json& layer : out.json.at("model").at("layers"))
    out.design.network.layers.push_back(readLayer(layer));
  out.design.fit = readFit(out.json.at("training"));
  out.initial = weightsFromJson(out.json.at("initial_weights"));
  const json& data = out.json.at("data");
  const Lines lines = readLines(folder + "/" + data.at("file").get<std::string>());
  out.allRows = readNumbers(lines, data.at("features"));
  const Matrix y = readTargets(lines, data.at("target"));
  const std::size_t train = out.json.at("n_train");
  out.data.xTrain = rowsOf(out.allRows, 0, train);
  out.data.yTrain = rowsOf(y, 0, train);
  out.data.xValidation = rowsOf(out.allRows, train, y.rows - train);
  out.data.yValidation = rowsOf(y, train, y.rows - train);
  return out;
}

std::vector<std::string> goldenNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(LAYERLAB_TEST_DATA "/golden"))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}
