#include "core/base/random.h"
#include "core/fit/stepper.h"
#include "core/net/activations.h"
#include "core/net/flush.h"

#include <benchmark/benchmark.h>

#include <cmath>

using namespace layerlab;

namespace {

struct Workload {
  std::size_t rows;
  std::size_t inputs;
  std::vector<int> units; ///< the last one is the output
  Activation hidden;
  Activation output;
  Loss loss;
  OptimizerKind optimizer;
  int batch;
};

Workload workload(std::int64_t number) {
  using enum Activation;
  switch (number) {
  case 1:
    return {10000, 8, {8, 1}, relu, linear, Loss::mse, OptimizerKind::adam, 32};
  case 2:
    return {10000, 30, {32, 16, 1}, relu, sigmoid, Loss::binaryCrossentropy, OptimizerKind::adam,
            32};
  case 3:
    return {500, 2, {4, 2, 1}, tanh, tanh, Loss::mse, OptimizerKind::sgd, 10};
  default:
    return {6000,
            784,
            {512, 256, 10},
            relu,
            softmax,
            Loss::categoricalCrossentropy,
            OptimizerKind::adam,
            128};
  }
}

Design designOf(const Workload& from) {
  Design design;
  for (const int units : from.units) {
    LayerSpec layer;
    layer.units = units;
    layer.activation = from.hidden;
    design.network.layers.push_back(layer);
  }
  design.network.layers.back().activation = from.output;
  design.fit.loss = from.loss;
  design.fit.optimizer.kind = from.optimizer;
  design.fit.batchSize = from.batch;
  design.fit.epochs = 1'000'000;
  return design;
}

PreparedPtr dataOf(const Workload& from) {
  auto data = std::make_shared<PreparedData>();
  Random random(1);
  data->xTrain = Matrix(from.rows, from.inputs);
  for (float& x : data->xTrain.values) x = static_cast<float>(random.normal());
  data->yTrain = Matrix(from.rows, static_cast<std::size_t>(from.units.back()));
  for (std::size_t r = 0; r < from.rows; ++r)
    data->yTrain(r, random.below(data->yTrain.cols)) = data->xTrain(r, 0) > 0.0f ? 1.0f : 0.0f;
  return data;
}

/// One optimizer step with its share of shuffling, gathering and the running loss.
void step(benchmark::State& state) {
  const Workload w = workload(state.range(0));
  auto stepper = FitStepper::create(designOf(w), dataOf(w), nullptr, {false, false}).value();
  const FlushDenormals flush;
  while (state.KeepRunning()) {
    do stepper.advanceBatch();
    while (stepper.next() == FitStage::epochEnd);
  }
  state.SetItemsProcessed(state.iterations() * w.batch);
}
BENCHMARK(step)->Arg(1)->Arg(2)->Arg(3)->Arg(4);

struct Product {
  kernels::DenseShape shape;
  std::size_t samples;
  std::size_t stride;
  AlignedFloats w, a, z, dw, db;
  kernels::Scratch scratch;

  explicit Product(const benchmark::State& state)
      : shape{static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1))},
        samples(static_cast<std::size_t>(state.range(2))), stride(kernels::featureStride(samples)),
        w(shape.inputs * shape.units, 0.5f), a(shape.inputs * stride, 0.25f),
        z(shape.units * stride), dw(w.size()), db(shape.units) {
    kernels::reserve(scratch, shape, stride);
  }
  void report(benchmark::State& state) const {
    const double flops = 2.0 * static_cast<double>(shape.inputs * shape.units * samples) *
                         static_cast<double>(state.iterations());
    state.counters["flop/s"] = benchmark::Counter(flops, benchmark::Counter::kIsRate);
  }
};

void forwardProduct(benchmark::State& state) {
  Product p(state);
  while (state.KeepRunning())
    kernels::forward(p.shape, p.w.data(), p.db.data(), p.a.data(), p.z.data(), p.stride,
                     kernels::paddedColumns(p.samples), p.scratch);
  p.report(state);
}
void inputGradient(benchmark::State& state) {
  Product p(state);
  while (state.KeepRunning())
    kernels::inputGradient(p.shape, p.w.data(), p.z.data(), p.a.data(), p.stride,
                           kernels::paddedColumns(p.samples), p.scratch);
  p.report(state);
}
void weightGradient(benchmark::State& state) {
  Product p(state);
  while (state.KeepRunning())
    kernels::weightGradient(p.shape, p.a.data(), p.z.data(), p.dw.data(), p.db.data(), p.stride,
                            p.samples, p.scratch);
  p.report(state);
}
void shapes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Args({8, 8, 32})->Args({8, 1, 32})->Args({30, 32, 32})->Args({32, 16, 32});
  benchmark->Args({128, 128, 32})->Args({784, 512, 128})->Args({512, 256, 128});
}
BENCHMARK(forwardProduct)->Apply(shapes);
BENCHMARK(inputGradient)->Apply(shapes);
BENCHMARK(weightGradient)->Apply(shapes);

void activation(benchmark::State& state) {
  AlignedFloats z(64 * 32, 0.3f);
  AlignedFloats a(z.size());
  const auto which = static_cast<Activation>(state.range(0));
  while (state.KeepRunning()) {
    applyActivation(which, z.data(), a.data(), 64, 32, 32);
    benchmark::DoNotOptimize(a.data());
  }
  state.SetLabel(kerasName(which));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(z.size()));
}
BENCHMARK(activation)->DenseRange(0, activationCount - 1);

} // namespace

BENCHMARK_MAIN();
