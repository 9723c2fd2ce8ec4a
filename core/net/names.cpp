#include "core/net/spec.h"

#include <array>

namespace layerlab {
namespace {

// In the order of the enums.
constexpr std::array<const char*, activationCount> activationNames{
    "linear",   "relu",     "leaky_relu", "elu",  "selu",         "sigmoid",     "tanh",
    "softplus", "softsign", "gelu",       "silu", "hard_sigmoid", "exponential", "softmax"};

constexpr std::array<const char*, initializerCount> initializerNames{
    "glorot_uniform", "glorot_normal", "he_uniform",     "he_normal", "lecun_uniform",
    "lecun_normal",   "random_normal", "random_uniform", "zeros",     "ones"};

template <class Enum, std::size_t count>
std::optional<Enum> byName(const std::array<const char*, count>& names, std::string_view name) {
  for (std::size_t i = 0; i < count; ++i)
    if (name == names[i]) return static_cast<Enum>(i);
  return std::nullopt;
}

} // namespace

const char* kerasName(Activation activation) {
  return activationNames.at(static_cast<std::size_t>(activation));
}

const char* kerasName(Initializer initializer) {
  return initializerNames.at(static_cast<std::size_t>(initializer));
}

std::optional<Activation> activationFromName(std::string_view name) {
  if (name == "swish") return Activation::silu;
  return byName<Activation>(activationNames, name);
}

std::optional<Initializer> initializerFromName(std::string_view name) {
  return byName<Initializer>(initializerNames, name);
}

} // namespace layerlab
