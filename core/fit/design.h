#pragma once

#include "core/data/prepare.h"
#include "core/net/spec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layerlab {

enum class Loss { mse, mae, huber, binaryCrossentropy, categoricalCrossentropy };
enum class OptimizerKind { sgd, rmsprop, adagrad, adam, adamw, nadam, adamax };
enum class Metric { accuracy, mae, mse };

LAYERLAB_API const char* kerasName(Loss loss);
LAYERLAB_API const char* kerasName(OptimizerKind kind);
LAYERLAB_API const char* kerasName(Metric metric);
LAYERLAB_API std::optional<Loss> lossFromName(std::string_view name);
LAYERLAB_API std::optional<OptimizerKind> optimizerFromName(std::string_view name);
LAYERLAB_API std::optional<Metric> metricFromName(std::string_view name);

/// Keras' optimizer with Keras' defaults; fields that do not belong to the kind are ignored.
struct OptimizerSpec {
  OptimizerKind kind = OptimizerKind::adam;
  double learningRate = 0.001;
  double momentum = 0.0; ///< sgd, rmsprop
  bool nesterov = false; ///< sgd
  double rho = 0.9;      ///< rmsprop
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-7;
  double weightDecay = 0.004;      ///< adamw
  double initialAccumulator = 0.1; ///< adagrad
  double clipnorm = 0.0;           ///< per variable; 0 = off
  bool operator==(const OptimizerSpec&) const = default;
};
/// Keras' default learning rate of the kind (sgd 0.01, others 0.001).
LAYERLAB_API double defaultLearningRate(OptimizerKind kind);

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
/// with its command-line word ("epochs", "batch", "lr", "val-split", "hidden").
LAYERLAB_API Result<void> check(const FitSpec& fit);

/// The class notes' table: output units and activation, loss and metric of the task. Hidden layers
/// and everything else stay.
LAYERLAB_API void followTask(Design& design, const Outline& outline);

/// Does the design's output side (units, activation, loss) equal what followTask would set?
LAYERLAB_API bool followsTask(const Design& design, const Outline& outline);

/// A network of relu layers with these units, output layer by followTask.
LAYERLAB_API NetworkSpec hiddenNetwork(const std::vector<int>& hidden, Activation activation);

} // namespace layerlab
