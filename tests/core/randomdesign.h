#pragma once

#include "core/base/random.h"
#include "core/fit/design.h"

/// A design whose every field is drawn, for the columns of `tables::mixed()`; fields that Keras
/// code cannot show (those of other optimizers, other losses) keep their defaults.
layerlab::Design randomDesign(layerlab::Random& random);

/// num1, num2, num3, text (3 labels), flag (0/1), kind (3 classes), y: 40 rows, some values
/// missing.
layerlab::TablePtr mixedTable();
