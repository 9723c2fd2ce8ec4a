#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/data/table.h"

#include <functional>
#include <string>
#include <string_view>

namespace layerlab {

/// Progress (0..1) and the wish to stop, for reading. A cancelled read returns an Error whose
/// message pattern is `cancelledText`.
struct ReadControl {
  std::function<void(double)> progress;
  CancelToken cancel;
};
extern LAYERLAB_API const char* const cancelledText;

/// Reads a delimited text file into typed columns: encoding, delimiter, header, missing values,
/// number styles found by fixed rules; nothing is lost or changed silently. Only regular files;
/// never mapped into memory. The Error names file, row and column.
LAYERLAB_API Result<TablePtr> readCsvFile(const std::string& path, const ReadOptions& options = {},
                                          const ReadControl& control = {});

/// The same for text already in memory (clipboard, bundled resource); `name` stands for the file.
LAYERLAB_API Result<TablePtr> readCsvBytes(std::string_view bytes, const std::string& name,
                                           const ReadOptions& options = {},
                                           const ReadControl& control = {});

/// The bytes of a table's file as UTF-8 text without a byte order mark; `encoding` as a table's
/// report names it ("cp949", ...). An Error where they are no text in it.
LAYERLAB_API Result<std::string> csvText(std::string_view bytes, const std::string& encoding);

/// "comma|semicolon|tab|pipe|space|<char>" -> the delimiter.
LAYERLAB_API Result<char> delimiterFromText(const std::string& text);

} // namespace layerlab
