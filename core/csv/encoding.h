#pragma once

#include "core/base/result.h"
#include "core/csv/bytes.h"
#include "core/data/table.h"

#include <cstddef>
#include <optional>
#include <string>

namespace layerlab {

enum class Encoding { utf8, utf16le, utf16be, cp949, windows1252 };

/// "utf-8", "utf-16le", "utf-16be", "cp949", "windows-1252".
const char* name(Encoding encoding);

/// Those names and their usual other ones ("EUC-KR", "latin1", ...), in any case.
std::optional<Encoding> encodingFromText(const std::string& text);

/// How the bytes of a file are to be read.
struct EncodingChoice {
  Encoding encoding = Encoding::utf8;
  std::size_t bomLength = 0;
  bool bom = false;
  bool guessed = false; ///< worth a warning
  bool certain = false; ///< told by the user or by a byte order mark; else still to be proved
};

/// What the first bytes and the options tell (rule C1.1); UTF-8 where they tell nothing. An Error
/// for an unknown --encoding, an empty file, and for known binary files and web pages (C1.2).
Result<EncodingChoice> encodingAtStart(ByteSource& source, const ReadOptions& options);

/// Rules C1.3 to C1.7 over the whole file: what it is, or why it is no text. Damaged UTF-8 is
/// reported as `encoding` utf8; reading it will find the bad byte.
Result<EncodingChoice> surveyEncoding(ByteSource& source, const EncodingChoice& start);

/// "not a text file".
Error notText();

} // namespace layerlab
