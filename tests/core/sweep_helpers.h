#pragma once

#include "core/base/random.h"
#include "core/io/shard.h"
#include "core/sweep/sweep.h"

#include <QtGlobal>

#include <cmath>

/// y = sin(2x) on a few rows, as if prepared from a table.
inline layerlab::PreparedData sineData(std::size_t rows) {
  using namespace layerlab;
  PreparedData data;
  Random random(3);
  const auto fill = [&](Matrix& x, Matrix& y, std::size_t count) {
    x = Matrix(count, 1);
    y = Matrix(count, 1);
    for (std::size_t i = 0; i < count; ++i) {
      x(i, 0) = static_cast<float>(random.uniform(-2.0, 2.0));
      y(i, 0) = std::sin(2.0f * x(i, 0));
    }
  };
  fill(data.xTrain, data.yTrain, rows);
  fill(data.xValidation, data.yValidation, rows / 4);
  return data;
}

inline layerlab::Design sineDesign(int epochs) {
  layerlab::Design out;
  out.network = layerlab::hiddenNetwork({4}, layerlab::Activation::tanh);
  out.fit.epochs = epochs;
  out.fit.optimizer.learningRate = 0.01;
  out.fit.seed = 5;
  return out;
}

inline layerlab::SweepSpec sineSweep() {
  layerlab::SweepSpec out;
  out.units = {1, 2, 3, 4, 6, 8};
  out.repeats = 2;
  return out;
}

inline layerlab::SweepResult sweepOf(const layerlab::Design& design,
                                     const layerlab::PreparedData& data,
                                     const layerlab::SweepSpec& spec, int threads,
                                     const layerlab::SweepControl& control = {}) {
  auto result = runSweep(design, data, spec, planSweep(spec, design.fit.seed), threads, control);
  if (!result) qFatal("%s", english(result.error()).c_str());
  return *result;
}
