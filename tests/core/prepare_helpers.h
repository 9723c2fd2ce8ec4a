#pragma once

#include "core/data/prepare.h"
#include "tests/core/pictures.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

inline layerlab::PrepareSpec specFor(const std::string& target) {
  layerlab::PrepareSpec spec;
  spec.targets = {target};
  spec.scaling = layerlab::Scaling::none;
  spec.validationSplit = 0.0;
  return spec;
}

inline layerlab::PreparedPtr preparedFrom(const QByteArray& text, const layerlab::PrepareSpec& spec,
                                          std::uint64_t seed = 1) {
  const auto data = prepare(*tableOf(text), spec, seed);
  if (!data) qFatal("%s", english(data.error()).c_str());
  return *data;
}

inline QString prepareError(const QByteArray& text, const layerlab::PrepareSpec& spec) {
  const auto data = prepare(*tableOf(text), spec, 1);
  return data ? QString("no error") : QString::fromStdString(english(data.error()));
}

/// Rows separated by `|`, values by blanks.
inline QString pictureOf(const layerlab::Matrix& matrix) {
  QStringList rows;
  for (std::size_t r = 0; r < matrix.rows; ++r) {
    QStringList cells;
    for (float value : matrix.row(r))
      cells << QString::fromStdString(layerlab::numberText(static_cast<double>(value), 5));
    rows << cells.join(' ');
  }
  return rows.join(" | ");
}

inline bool allFinite(const layerlab::Matrix& matrix) {
  return std::all_of(matrix.values.begin(), matrix.values.end(),
                     [](float value) { return std::isfinite(value); });
}
