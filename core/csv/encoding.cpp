#include "core/csv/encoding.h"

#include "core/base/utf8.h"
#include "core/csv/decode.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

namespace layerlab {
namespace {

using namespace std::string_view_literals;
using Text = std::string_view;

constexpr std::size_t surveyBlock = std::size_t{1} << 20;

struct Magic {
  Text bytes;
  const char* kind;
};
constexpr std::array<Magic, 12> magics{{
    {"PK\x03\x04"sv, "an Excel workbook (.xlsx) or another ZIP file"},
    {"PK\x05\x06"sv, "an Excel workbook (.xlsx) or another ZIP file"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an Excel workbook (.xls) or another Office file"},
    {"\x89PNG"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF87a"sv, "a GIF picture"},
    {"GIF89a"sv, "a GIF picture"},
    {"%PDF"sv, "a PDF document"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"\x7F"
     "ELF"sv,
     "a program (ELF)"},
    {"SQLite format 3\0"sv, "an SQLite database"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
}};

std::string lower(Text text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

/// The first characters as ASCII; enough to know a web page in any Unicode encoding.
std::string asciiStart(Text bytes) {
  std::string out;
  for (char c : bytes)
    if (c != '\0' && (c & 0x80) == 0) out += c;
  const std::size_t start = out.find_first_not_of(" \t\r\n");
  return start == std::string::npos ? "" : lower(Text(out).substr(start));
}

bool isWebPage(Text bytes) {
  static constexpr std::array<Text, 10> tags{"<!doctype", "<html", "<?xml",  "<head",   "<body",
                                             "<table",    "<meta", "<style", "<script", "<!--"};
  const std::string start = asciiStart(bytes.substr(0, 512));
  return std::any_of(tags.begin(), tags.end(), [&](Text tag) { return start.starts_with(tag); });
}

Error foreignKind(const char* kind) {
  return inputError({QT_TRANSLATE_NOOP("Core", "this is %1, not a CSV text file; open it in its "
                                               "own program and save the table as CSV"),
                     {kind}});
}

Result<void> refuseForeign(Text head) {
  for (const Magic& magic : magics)
    if (head.starts_with(magic.bytes)) return foreignKind(magic.kind);
  if (isWebPage(head)) return foreignKind("an HTML or XML page");
  return {};
}

EncodingChoice fromBom(Text head) {
  if (head.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 3, true, false, false};
  if (head.starts_with("\xFF\xFE")) return {Encoding::utf16le, 2, true, false, true};
  if (head.starts_with("\xFE\xFF")) return {Encoding::utf16be, 2, true, false, true};
  return {};
}

Result<EncodingChoice> told(const std::string& text, const EncodingChoice& bom, Text head) {
  std::optional<Encoding> encoding = encodingFromText(text);
  if (!encoding && (lower(text) == "utf-16" || lower(text) == "utf16"))
    encoding = head.starts_with("\xFE\xFF") ? Encoding::utf16be : Encoding::utf16le;
  if (!encoding)
    return inputError({QT_TRANSLATE_NOOP("Core", "unknown encoding '%1'; use utf-8, utf-16le, "
                                                 "utf-16be, cp949 or windows-1252"),
                       {text}});
  // A byte order mark is never data; in another Unicode encoding it would not be one.
  const bool wide = *encoding == Encoding::utf16le || *encoding == Encoding::utf16be;
  const bool skip =
      wide ? bom.bom && bom.encoding == *encoding : bom.bom && bom.encoding == Encoding::utf8;
  return EncodingChoice{*encoding, skip ? bom.bomLength : 0, skip, false, true};
}

/// Counts over the bytes of a whole file, fed block by block.
class Census {
public:
  void feed(Text block);
  void finish();

  std::int64_t bytes = 0;
  std::int64_t nulEven = 0;
  std::int64_t nulOdd = 0;
  std::int64_t controls = 0;
  std::int64_t multiByte = 0;   ///< well-formed characters of two bytes or more
  std::int64_t invalidRuns = 0; ///< runs of bytes that belong to no well-formed character
  bool commonHangul = false;    ///< lead B0-C8, trail A1-FE, read as CP949

private:
  void countBytes(Text block);
  void countCharacters(Text text, bool last);
  void findHangul(Text block);

  std::string m_rest; ///< the beginning of a character at the end of the last block
  bool m_inRun = false;
  unsigned char m_lead = 0;
};

void Census::countBytes(Text block) {
  for (char byte : block) {
    const auto c = static_cast<unsigned char>(byte);
    if (c == 0) ++((bytes & 1) != 0 ? nulOdd : nulEven);
    if (c < 0x20 && c != 0 && !(c >= 0x09 && c <= 0x0D) && c != 0x1B) ++controls;
    ++bytes;
  }
}

void Census::countCharacters(Text text, bool last) {
  while (!text.empty()) {
    const std::size_t length = utf8Length(text);
    if (length == 0 && !last && utf8Begins(text)) break;
    if (length == 0 && !m_inRun) ++invalidRuns;
    if (length > 1) ++multiByte;
    m_inRun = length == 0;
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  m_rest = text;
}

void Census::findHangul(Text block) {
  for (char byte : block) {
    const auto c = static_cast<unsigned char>(byte);
    if (m_lead != 0) {
      if (m_lead >= 0xB0 && m_lead <= 0xC8 && c >= 0xA1 && c != 0xFF) commonHangul = true;
      m_lead = 0;
    } else if (c >= 0x81 && c <= 0xFE) {
      m_lead = c;
    }
  }
}

void Census::feed(Text block) {
  countBytes(block);
  findHangul(block);
  m_rest += block;
  const std::string text = std::exchange(m_rest, {});
  countCharacters(text, false);
}

void Census::finish() {
  const std::string text = std::exchange(m_rest, {});
  countCharacters(text, true);
}

Result<Census> takeCensus(ByteSource& source, std::size_t from) {
  Census census;
  std::vector<char> block(std::min(surveyBlock, static_cast<std::size_t>(source.size())));
  source.seek(static_cast<std::int64_t>(from));
  for (;;) {
    const Result<std::size_t> got = source.read(block.data(), block.size());
    if (!got) return got.error();
    if (*got == 0) break;
    census.feed({block.data(), *got});
  }
  census.finish();
  return census;
}

/// Does the whole file decode, without characters that text does not contain?
Result<bool> decodes(ByteSource& source, Encoding encoding, std::size_t from) {
  TextSource text(source, encoding, from);
  TextBuffer buffer;
  for (;;) {
    const Result<TextSource::State> state = text.read(buffer, surveyBlock);
    if (!state) return state.error();
    if (*state == TextSource::State::end) return true;
    if (*state != TextSource::State::more) return false;
    buffer.consume(buffer.end());
  }
}

/// UTF-16 without a mark: very many NULs, nearly all in bytes of one parity (those of the other one
/// belong to characters like U+AC00).
Result<EncodingChoice> withoutMark(ByteSource& source, const Census& census) {
  const bool little = census.nulOdd > census.nulEven;
  const auto [few, most] = std::minmax(census.nulEven, census.nulOdd);
  if (most < 4 * few || most * 8 < census.bytes || census.bytes % 2 != 0) return notText();
  const Encoding encoding = little ? Encoding::utf16le : Encoding::utf16be;
  const Result<bool> good = decodes(source, encoding, 0);
  if (!good) return good.error();
  if (!*good) return notText();
  return EncodingChoice{encoding, 0, false, true, true};
}

} // namespace

const char* name(Encoding encoding) {
  static constexpr std::array<const char*, 5> names{"utf-8", "utf-16le", "utf-16be", "cp949",
                                                    "windows-1252"};
  return names[static_cast<std::size_t>(encoding)];
}

std::optional<Encoding> encodingFromText(const std::string& text) {
  static constexpr std::array<std::pair<Text, Encoding>, 22> names{{
      {"utf-8", Encoding::utf8},          {"utf8", Encoding::utf8},
      {"utf-8-sig", Encoding::utf8},      {"ascii", Encoding::utf8},
      {"us-ascii", Encoding::utf8},       {"utf-16le", Encoding::utf16le},
      {"utf-16-le", Encoding::utf16le},   {"utf16le", Encoding::utf16le},
      {"utf-16be", Encoding::utf16be},    {"utf-16-be", Encoding::utf16be},
      {"utf16be", Encoding::utf16be},     {"cp949", Encoding::cp949},
      {"euc-kr", Encoding::cp949},        {"euckr", Encoding::cp949},
      {"uhc", Encoding::cp949},           {"ms949", Encoding::cp949},
      {"windows-949", Encoding::cp949},   {"windows-1252", Encoding::windows1252},
      {"cp1252", Encoding::windows1252},  {"latin1", Encoding::windows1252},
      {"latin-1", Encoding::windows1252}, {"iso-8859-1", Encoding::windows1252},
  }};
  const std::string wanted = lower(text);
  for (const auto& [known, encoding] : names)
    if (known == wanted) return encoding;
  return std::nullopt;
}

Error notText() {
  return inputError({QT_TRANSLATE_NOOP("Core", "this is not a text file (it contains NUL or other "
                                               "binary control bytes); save the table as CSV"),
                     {}});
}

Result<EncodingChoice> encodingAtStart(ByteSource& source, const ReadOptions& options) {
  if (source.size() == 0)
    return inputError({QT_TRANSLATE_NOOP("Core", "the file is empty: it has no data"), {}});
  std::string head(1024, '\0');
  source.seek(0);
  const Result<std::size_t> got = source.read(head.data(), head.size());
  if (!got) return got.error();
  head.resize(*got);
  const EncodingChoice bom = fromBom(head);
  if (const Result<void> fine = refuseForeign(Text(head).substr(bom.bomLength)); !fine)
    return fine.error();
  Result<EncodingChoice> choice = bom;
  if (options.encoding) choice = told(*options.encoding, bom, head);
  if (!choice || choice->encoding == Encoding::utf16le || choice->encoding == Encoding::utf16be)
    return choice;
  if (const Result<void> cut = source.cutDosEnd(); !cut) return cut.error();
  return choice;
}

Result<EncodingChoice> surveyEncoding(ByteSource& source, const EncodingChoice& start) {
  const Result<Census> census = takeCensus(source, start.bomLength);
  if (!census) return census.error();
  if (census->nulEven + census->nulOdd > 0)
    return start.bom ? Result<EncodingChoice>(notText()) : withoutMark(source, *census);
  if (census->controls * 20 > census->bytes) return notText();
  EncodingChoice choice = start;
  choice.certain = true;
  const bool damagedUtf8 = start.bom || census->multiByte > census->invalidRuns;
  if (census->invalidRuns == 0 || damagedUtf8) return choice;
  choice.guessed = true;
  choice.encoding = Encoding::windows1252;
  if (!census->commonHangul) return choice;
  const Result<bool> korean = decodes(source, Encoding::cp949, 0);
  if (!korean) return korean.error();
  if (*korean) choice.encoding = Encoding::cp949;
  return choice;
}

} // namespace layerlab
