#pragma once

#include "core/csv/number.h"

namespace layerlab {

/// Facts about the values of a column that decide its type (rules C9 to C14).
struct ColumnFacts {
  Styles fits = style::all; ///< styles common to all numbers
  bool anyNumber = false;
  bool anyText = false;
  bool identifier = false; ///< some number is an identifier
  bool odd = false;        ///< some cell is (CellReading::odd)

  void add(const CellReading& reading) {
    odd = odd || reading.odd;
    if (reading.kind == CellKind::text) anyText = true;
    if (reading.kind != CellKind::number) return;
    anyNumber = true;
    fits = static_cast<Styles>(fits & reading.styles);
    identifier = identifier || reading.identifier;
  }
  void add(const ColumnFacts& other) {
    fits = static_cast<Styles>(fits & other.fits);
    anyNumber = anyNumber || other.anyNumber;
    anyText = anyText || other.anyText;
    identifier = identifier || other.identifier;
    odd = odd || other.odd;
  }
  /// Nothing more to learn.
  bool settled() const { return fits == 0 && anyNumber && anyText; }
  /// All values are numbers of one style, some of them identifiers (rule C12).
  bool isIdentifier() const { return identifier && !anyText && fits != 0; }
};

} // namespace layerlab
