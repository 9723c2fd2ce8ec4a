#pragma once

#include "core/data/prepare.h"
#include "core/net/rules.h"
#include "core/net/spec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layerlab {

enum class Metric { accuracy, mae, mse };
inline constexpr std::size_t metricKinds = 3;

LAYERLAB_API const char* kerasName(Metric metric);
LAYERLAB_API std::optional<Metric> metricFromName(std::string_view name);
/// What a callback watches, with the metric's own name: "val_acc" is "val_accuracy".
LAYERLAB_API std::string monitorFromName(std::string name);

struct EarlyStopping {
  std::string monitor = "val_loss";
  int patience = 0;
  double minDelta = 0.0;
  bool restoreBestWeights = false;
  bool operator==(const EarlyStopping&) const = default;
};

struct ReduceLrOnPlateau {
  std::string monitor = "val_loss";
  double factor = 0.1;
  int patience = 10;
  double minDelta = 1e-4;
  int cooldown = 0;
  double minLearningRate = 0.0;
  bool operator==(const ReduceLrOnPlateau&) const = default;
};

/// compile + fit.
struct FitSpec {
  OptimizerSpec optimizer;
  Loss loss = Loss::mse;
  double huberDelta = 1.0;
  std::vector<Metric> metrics;
  bool shuffle = true;
  int batchSize = 32;
  int epochs = 100;
  std::uint64_t seed = 1;
  std::optional<EarlyStopping> earlyStopping;
  std::optional<ReduceLrOnPlateau> reduceLr;
  bool operator==(const FitSpec&) const = default;
};

/// Everything the user edits and can undo: one small comparable value.
struct Design {
  PrepareSpec data;
  NetworkSpec network;
  FitSpec fit;
  bool operator==(const Design&) const = default;
};

/// Settings in range (epochs, batch, learning rate, split ...), else an Error naming the option
/// with its command-line word ("epochs", "batch", "lr", "val-split", "hidden"). Early stopping must
/// watch the loss or a metric that is measured, as Keras demands.
LAYERLAB_API Result<void> check(const FitSpec& fit);

/// The class notes' table: output units and activation, loss and metric of the task. Hidden layers
/// and everything else stay; callbacks that watch a metric no longer measured watch the loss.
LAYERLAB_API void followTask(Design& design, const Outline& outline);

/// Does the design's output side (units, activation, loss) equal what followTask would set?
LAYERLAB_API bool followsTask(const Design& design, const Outline& outline);

/// A network of relu layers with these units, output layer by followTask.
LAYERLAB_API NetworkSpec hiddenNetwork(const std::vector<int>& hidden, Activation activation);

} // namespace layerlab
