#pragma once

#include "core/fit/fit.h"

#include <nlohmann/json.hpp>

#include <string>

/// One golden run of real Keras (tests/data/golden/ORIGIN.md).
struct GoldenCase {
  nlohmann::json json;
  layerlab::Design design;
  layerlab::PreparedData data;
  layerlab::Matrix allRows; ///< inputs of training and validation rows in file order
  layerlab::Weights initial;

  const nlohmann::json& expected() const { return json.at("expected").at("float64"); }
};

GoldenCase readGoldenCase(const std::string& folder);
layerlab::Weights weightsFromJson(const nlohmann::json& json);
/// Names of the folders below tests/data/golden.
std::vector<std::string> goldenNames();
