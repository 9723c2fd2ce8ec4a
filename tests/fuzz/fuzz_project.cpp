// Any text is a project or one Error; what was read is written, and comes back the same.
#include "core/io/project.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace layerlab;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void checkWeightsFit(const Project& project) {
  if (!project.weights) return;
  const auto dense = project.design.network.denseLayers();
  require(project.weights->size() == dense.size());
  for (std::size_t i = 0; i < dense.size(); ++i) {
    const LayerWeights& layer = (*project.weights)[i];
    const auto units = static_cast<std::size_t>(project.design.network.layers[dense[i]].units);
    require(layer.kernel.cols == units);
    require(layer.kernel.values.size() == layer.kernel.rows * layer.kernel.cols);
    require(layer.bias.size() == units || layer.bias.empty());
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto project = projectFromJson(text);
  if (!project) {
    const std::string line = english(project.error());
    require(!line.empty() && line.size() <= 1000);
    return 0;
  }
  checkWeightsFit(*project);
  require(project->design.data.validationSplit >= 0.0 &&
          project->design.data.validationSplit < 1.0);
  const std::string written = projectToJson(*project);
  const auto again = projectFromJson(written);
  require(again.has_value());
  require(again->design == project->design && again->dataFile == project->dataFile);
  require(again->dataText == project->dataText && again->reading == project->reading);
  require(projectToJson(*again) == written);
  return 0;
}
