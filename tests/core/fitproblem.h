#pragma once

#include "core/base/random.h"
#include "core/fit/stepper.h"

#include <cmath>
#include <memory>

/// A small regression every fit test can vary: 5 inputs, one tanh layer, mse.
struct FitProblem {
  layerlab::Design design;
  std::shared_ptr<layerlab::PreparedData> data = std::make_shared<layerlab::PreparedData>();

  explicit FitProblem(std::size_t trainRows = 50, std::size_t validationRows = 13) {
    layerlab::LayerSpec hidden;
    hidden.id = 1;
    hidden.units = 6;
    hidden.activation = layerlab::Activation::tanh;
    layerlab::LayerSpec output;
    output.id = 2;
    output.units = 1;
    design.network.layers = {hidden, output};
    design.fit.batchSize = 8;
    design.fit.epochs = 5;
    design.fit.seed = 7;
    design.fit.optimizer.learningRate = 0.01;
    design.fit.metrics = {layerlab::Metric::mae};
    layerlab::Random random(1);
    fill(data->xTrain, data->yTrain, trainRows, random);
    fill(data->xValidation, data->yValidation, validationRows, random);
  }

  void insertDropout(std::size_t at, double rate) {
    layerlab::LayerSpec dropout;
    dropout.id = design.network.freeId();
    dropout.kind = layerlab::LayerKind::dropout;
    dropout.rate = rate;
    auto& layers = design.network.layers;
    layers.insert(layers.begin() + static_cast<std::ptrdiff_t>(at), dropout);
  }

  layerlab::FitResult run(const layerlab::FitControl& control = {}) const {
    return layerlab::runFit(design, *data, control).value();
  }
  layerlab::FitStepper stepper() const {
    return layerlab::FitStepper::create(design, data).value();
  }

private:
  static void fill(layerlab::Matrix& x, layerlab::Matrix& y, std::size_t rows,
                   layerlab::Random& random) {
    x = layerlab::Matrix(rows, 5);
    y = layerlab::Matrix(rows, 1);
    for (std::size_t r = 0; r < rows; ++r) {
      for (float& value : x.row(r)) value = static_cast<float>(random.normal());
      y(r, 0) = std::sin(x(r, 0)) + 0.5f * x(r, 1) * x(r, 2);
    }
  }
};

/// The history without its clock.
inline layerlab::History timeless(layerlab::History history) {
  for (auto& record : history.epochs) record.seconds = 0.0;
  return history;
}
