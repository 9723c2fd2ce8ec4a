#pragma once

#include "core/data/prepare.h"

#include <cstdint>
#include <span>
#include <vector>

namespace layerlab {

/// Fits fill, shift and scale of one input on the rows that train. Constant columns get scale 1.
void fitInput(InputColumn& input, const Column& column, std::span<const std::uint32_t> rows,
              Scaling scaling);

/// Shift and scale of present numbers: standard (population standard deviation) or minmax.
struct Scale {
  double shift = 0.0;
  double scale = 1.0;
};
Scale fitScale(std::span<const double> values, Scaling scaling);

/// (value - shift) / scale as float32, never infinite.
float scaled(double value, double shift, double scale);

/// Reads one column of a table as `input` expects it, into `x` from column `at` on: missing values,
/// unknown labels and texts among numbers take the fill.
void writeInput(const InputColumn& input, const Column& column, std::span<const std::uint32_t> rows,
                Matrix& x, std::size_t at);

/// Matrix columns one input takes.
std::size_t widthOf(const InputColumn& input);

} // namespace layerlab
