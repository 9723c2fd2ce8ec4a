#include "core/csv/reader.h"

#include "core/base/shown.h"
#include "core/csv/decode.h"
#include "core/csv/report.h"
#include "core/data/csv.h"

#include <array>
#include <utility>

namespace layerlab {

const char* const cancelledText = QT_TRANSLATE_NOOP("Core", "reading was cancelled");

namespace {

bool wasCancelled(const Error& error) {
  return error.message.pattern == cancelledText;
}

/// Reads with what the start of the file told. Only if that fails, or the text proves unsound, is
/// the whole file searched for what it really is: the usual file costs one pass.
Result<RawTable> readSource(ByteSource& source, const ReadOptions& options,
                            const ReadControl& control) {
  const Result<EncodingChoice> start = encodingAtStart(source, options);
  if (!start) return start.error();
  TableReader reader(source, *start, options, control);
  Result<RawTable> raw = reader.read();
  if (raw || wasCancelled(raw.error())) return raw;
  Result<EncodingChoice> choice = *start;
  if (!start->certain) choice = surveyEncoding(source, *start);
  if (!choice) return choice.error();
  if (choice->encoding == start->encoding) {
    if (!reader.textIsSound()) return reader.whyUnsound();
    return raw;
  }
  TableReader second(source, *choice, options, control);
  raw = second.read();
  if (!raw && !second.textIsSound()) return second.whyUnsound();
  return raw;
}

Result<TablePtr> readTable(ByteSource& source, const std::string& file, const ReadOptions& options,
                           const ReadControl& control) {
  Result<RawTable> raw = readSource(source, options, control);
  if (!raw) return raw.error();
  return finishTable(std::move(*raw), file);
}

Result<TablePtr> named(Result<TablePtr> result, const std::string& file) {
  if (!result) result.error().file = baseName(file);
  return result;
}

} // namespace

Result<TablePtr> readCsvFile(const std::string& path, const ReadOptions& options,
                             const ReadControl& control) {
  Result<ByteSource> source = ByteSource::open(path);
  if (!source) return named(source.error(), path);
  return named(readTable(*source, path, options, control), path);
}

Result<TablePtr> readCsvBytes(std::string_view bytes, const std::string& name,
                              const ReadOptions& options, const ReadControl& control) {
  ByteSource source(bytes);
  return named(readTable(source, name, options, control), name);
}

Result<std::string> csvText(std::string_view bytes, const std::string& encoding) {
  constexpr std::size_t blockBytes = std::size_t{1} << 20;
  ReadOptions options;
  options.encoding = encoding;
  ByteSource source(bytes);
  const Result<EncodingChoice> choice = encodingAtStart(source, options);
  if (!choice) return choice.error();
  TextSource text(source, choice->encoding, choice->bomLength);
  TextBuffer buffer;
  for (;;) {
    const Result<TextSource::State> state = text.read(buffer, blockBytes);
    if (!state) return state.error();
    if (*state == TextSource::State::more) continue;
    if (*state == TextSource::State::end) return std::string(buffer.begin(), buffer.size());
    return inputError({QT_TRANSLATE_NOOP("Core", "the file is not text in %1"), {encoding}});
  }
}

Result<char> delimiterFromText(const std::string& text) {
  static constexpr std::array<std::pair<std::string_view, char>, 6> names{{{"comma", ','},
                                                                           {"semicolon", ';'},
                                                                           {"tab", '\t'},
                                                                           {"pipe", '|'},
                                                                           {"space", ' '},
                                                                           {"\\t", '\t'}}};
  for (const auto& [word, delimiter] : names)
    if (text == word) return delimiter;
  const bool usable = text.size() == 1 && text != "\"" && text != "\n" && text != "\r" &&
                      text != std::string(1, '\0') && (text[0] & 0x80) == 0;
  if (usable) return text[0];
  Error error = inputError(
      {QT_TRANSLATE_NOOP("Core", "delimiter '%1' cannot be used; use comma, semicolon, tab, pipe, "
                                 "space or one other ASCII character"),
       {shown(text)}});
  error.kind = ErrorKind::usage;
  return error;
}

} // namespace layerlab
