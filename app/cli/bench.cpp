#include "app/cli/bench.h"

#include "core/fit/fit.h"
#include "core/sweep/sweep.h"

#include <nlohmann/json.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <numeric>
#include <optional>
#include <vector>

using namespace layerlab;
using nlohmann::json;

namespace {

/// Steps per timed chunk of the large workload; the others are timed by the epoch.
constexpr std::int64_t largeChunk = 50;

struct Workload {
  std::string name;
  Design design;
  PreparedData data;
  std::int64_t stepsPerEpoch = 0;
};

std::string environment(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value ? value : otherwise;
}

std::optional<json> readJson(const std::string& file) {
  std::ifstream in(file);
  json out = json::parse(in, nullptr, false);
  if (out.is_discarded()) return std::nullopt;
  return out;
}

std::vector<float> readFloats(const std::string& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) return {};
  std::vector<float> values(static_cast<std::size_t>(in.tellg()) / sizeof(float));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(values.data()),
          static_cast<std::streamsize>(values.size() * sizeof(float)));
  return values;
}

/// The workloads' short words for losses.
Loss lossOf(const std::string& word) {
  if (word == "bce") return Loss::binaryCrossentropy;
  if (word == "cce") return Loss::categoricalCrossentropy;
  return Loss::mse;
}

LayerSpec layer(int units, const std::string& activation) {
  LayerSpec out;
  out.units = units;
  out.activation = activationFromName(activation).value_or(Activation::linear);
  return out;
}

Design designOf(const json& settings) {
  Design design;
  for (const int units : settings.at("hidden").get<std::vector<int>>())
    design.network.layers.push_back(layer(units, settings.at("hidden_act")));
  design.network.layers.push_back(layer(settings.at("outputs"), settings.at("out_act")));
  design.fit.loss = lossOf(settings.at("loss"));
  design.fit.optimizer.kind =
      optimizerFromName(settings.at("opt").get<std::string>()).value_or(OptimizerKind::adam);
  design.fit.optimizer.learningRate = settings.at("lr");
  design.fit.batchSize = settings.at("batch");
  const int epochs = std::atoi(environment("EPOCHS", "0").c_str());
  design.fit.epochs = epochs > 0 ? epochs : settings.at("epochs").get<int>();
  return design;
}

Matrix oneHot(const std::vector<float>& classes, std::size_t width) {
  Matrix out(classes.size(), width);
  for (std::size_t r = 0; r < classes.size(); ++r) {
    const auto column = static_cast<std::size_t>(std::max(classes[r], 0.0f));
    if (column < width) out(r, column) = 1.0f;
  }
  return out;
}

std::optional<Workload> readWorkload(const std::string& name) {
  const std::string stem = environment("DATA", "../data") + "/" + (name == "w5" ? "w1" : name);
  const std::optional<json> settings = readJson(stem + ".json");
  if (!settings) return std::nullopt;
  Workload out;
  out.name = name;
  out.design = designOf(*settings);
  const std::size_t rows = settings->at("rows");
  const std::size_t outputs = settings->at("outputs");
  out.data.xTrain = Matrix(rows, settings->at("inputs"));
  out.data.xTrain.values = readFloats(stem + ".X.f32");
  const std::vector<float> y = readFloats(stem + ".y.f32");
  out.data.yTrain = Matrix(rows, outputs);
  if (y.size() == rows && outputs > 1)
    out.data.yTrain = oneHot(y, outputs);
  else
    out.data.yTrain.values = y;
  const bool whole = out.data.xTrain.values.size() == rows * out.data.xTrain.cols &&
                     out.data.yTrain.values.size() == rows * outputs;
  if (!whole) return std::nullopt;
  const auto batch = static_cast<std::size_t>(out.design.fit.batchSize);
  out.stepsPerEpoch = static_cast<std::int64_t>((rows + batch - 1) / batch);
  return out;
}

double seconds(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

/// Microseconds per step of one chunk after the other.
class Laps {
public:
  void lap(std::int64_t steps) {
    const double wall = seconds(CLOCK_MONOTONIC);
    const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    const double perStep = 1e6 / static_cast<double>(steps);
    m_wall.push_back((wall - m_lastWall) * perStep);
    m_cpu.push_back((cpu - m_lastCpu) * perStep);
    m_lastWall = wall;
    m_lastCpu = cpu;
  }
  /// The first chunk is warm-up where there are more.
  std::vector<double> wall() const { return warm(m_wall); }
  std::vector<double> cpu() const { return warm(m_cpu); }

private:
  static std::vector<double> warm(std::vector<double> laps) {
    if (laps.size() > 1) laps.erase(laps.begin());
    return laps;
  }
  double m_lastWall = seconds(CLOCK_MONOTONIC);
  double m_lastCpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  std::vector<double> m_wall;
  std::vector<double> m_cpu;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

void print(const Workload& workload, int threads, const Laps& laps, double finalLoss) {
  const std::vector<double> wall = laps.wall();
  const double perStep = median(wall);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const json line = {{"peer", "layerlab"},
                     {"workload", workload.name},
                     {"us_per_step", perStep},
                     {"us_per_step_min", *std::min_element(wall.begin(), wall.end())},
                     {"cpu_us_per_step", median(laps.cpu())},
                     {"samples_per_s", workload.design.fit.batchSize / perStep * 1e6},
                     {"threads", threads},
                     {"final_loss", finalLoss},
                     {"chunks", wall.size()},
                     {"rss_mb", usage.ru_maxrss / 1024}};
  std::cout << line.dump() << std::endl;
}

int train(const Workload& workload) {
  Laps laps;
  FitControl control;
  control.measureTrainLossEnd = false; // the peers measure the running loss only
  std::int64_t steps = 0;
  if (workload.stepsPerEpoch > 400) {
    control.wantsSnapshot = [&] {
      if (++steps % largeChunk == 0) laps.lap(largeChunk);
      return false;
    };
  } else {
    control.epochDone = [&](const EpochRecord&) { laps.lap(workload.stepsPerEpoch); };
  }
  const auto result = runFit(workload.design, workload.data, control);
  if (!result || result->history.epochs.empty()) return 2;
  print(workload, 1, laps, result->history.epochs.back().loss);
  return 0;
}

/// The elbow sweep: the hidden layer from 1 to 32 units, three repeats.
int sweep(const Workload& workload, int threads) {
  SweepSpec spec;
  spec.units.resize(32);
  std::iota(spec.units.begin(), spec.units.end(), 1);
  const std::vector<Trial> trials = planSweep(spec, workload.design.fit.seed);
  Laps laps;
  const auto result = runSweep(workload.design, workload.data, spec, trials, threads);
  if (!result) return 2;
  laps.lap(static_cast<std::int64_t>(trials.size()) * workload.design.fit.epochs *
           workload.stepsPerEpoch);
  print(workload, threads, laps, result->trials.back().finalLoss);
  return 0;
}

} // namespace

int benchCommand(const std::string& workload, int threads) {
  const std::optional<Workload> loaded = readWorkload(workload);
  if (!loaded) {
    std::cerr << "error: no data for workload " << workload << " in "
              << environment("DATA", "../data") << "; see tests/bench/README.md\n";
    return 2;
  }
  return workload == "w5" ? sweep(*loaded, threads) : train(*loaded);
}
