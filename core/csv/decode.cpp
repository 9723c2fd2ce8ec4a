#include "core/csv/decode.h"

#include "core/base/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

namespace layerlab {
namespace {

using Text = std::string_view;

/// 80-9F of windows-1252; the five holes are control characters, as on the web.
constexpr std::array<char16_t, 32> upper1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool isControl(unsigned char c) {
  return c < 0x20 && c != 0 && !(c >= 0x09 && c <= 0x0D) && c != 0x1B;
}

struct Marks {
  bool high = false; ///< some byte beyond ASCII
  bool low = false;  ///< some NUL or control character
};

/// One pass the compiler turns into vector code.
Marks marksOf(Text text) {
  unsigned char high = 0;
  unsigned char low = 0;
  for (char byte : text) {
    const auto c = static_cast<unsigned char>(byte);
    high = static_cast<unsigned char>(high | c);
    const auto early = static_cast<unsigned char>(c < 0x09); // no branch: it would stay scalar
    const auto late = static_cast<unsigned char>(static_cast<unsigned char>(c - 0x0E) < 0x12);
    low = static_cast<unsigned char>(low | early | late);
  }
  return {(high & 0x80) != 0, low != 0};
}

/// Length of the well-formed beginning of `text`.
std::size_t wellFormed(Text text) {
  constexpr std::size_t chunk = 4096;
  std::size_t done = 0;
  while (done < text.size()) {
    const Text part = text.substr(done, chunk);
    if (!marksOf(part).high) {
      done += part.size();
      continue;
    }
    const std::size_t stop = done + part.size();
    while (done < stop) {
      const std::size_t length = utf8Length(text.substr(done));
      if (length == 0) return done;
      done += length;
    }
  }
  return done;
}

char* putUtf8(char* to, char32_t c) {
  const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return to;
}

UConverter* openCp949() {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("windows-949", &status);
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

/// ICU lets user-defined cells and stray bytes through; CP949 has no characters there.
bool inCp949(char16_t c) {
  return !(c >= 0xE000 && c <= 0xF8FF) && !(c >= 0x80 && c <= 0x9F);
}

} // namespace

char* TextBuffer::room(std::size_t bytes) {
  if (m_begin > 0) {
    std::memmove(m_memory.get(), m_memory.get() + m_begin, m_end - m_begin);
    m_end -= std::exchange(m_begin, 0);
  }
  if (m_capacity - m_end < bytes) {
    const std::size_t capacity = std::max(m_end + bytes, m_capacity + m_capacity / 2);
    std::unique_ptr<char[]> memory(new char[capacity + padding]);
    std::memcpy(memory.get(), m_memory.get(), m_end);
    m_memory = std::move(memory);
    m_capacity = capacity;
  }
  return m_memory.get() + m_end;
}

void TextBuffer::filled(std::size_t bytes) {
  m_end += bytes;
  std::memset(m_memory.get() + m_end, 0, padding);
}

void TextBuffer::push(char c) {
  *room(1) = c;
  filled(1);
}

TextSource::TextSource(ByteSource& source, Encoding encoding, std::size_t from)
    : m_source(source), m_encoding(encoding) {
  m_source.seek(static_cast<std::int64_t>(from));
  if (encoding == Encoding::cp949) m_converter = openCp949();
}

TextSource::~TextSource() {
  if (m_converter != nullptr) ucnv_close(m_converter);
}

Result<TextSource::State> TextSource::read(TextBuffer& to, std::size_t room) {
  const std::size_t held = m_held.size();
  // Small files need no room for large blocks.
  const auto left = static_cast<std::size_t>(m_source.size() - m_source.position());
  const std::size_t bytes = std::min(room, left);
  if (m_encoding == Encoding::utf8) {
    char* place = to.room(held + bytes);
    std::memcpy(place, m_held.data(), held);
    const Result<std::size_t> got = m_source.read(place + held, bytes);
    if (!got) return got.error();
    return readUtf8(to, *got, held);
  }
  m_held.resize(held + bytes);
  const Result<std::size_t> got = m_source.read(m_held.data() + held, bytes);
  if (!got) return got.error();
  m_held.resize(held + *got);
  const std::size_t before = to.size();
  const State state = decodeBlock(to, *got == 0);
  return inspect(to, to.size() - before, state);
}

TextSource::State TextSource::readUtf8(TextBuffer& to, std::size_t got, std::size_t held) {
  const Text raw(to.end(), held + got);
  const std::size_t good = wellFormed(raw);
  const Text rest = raw.substr(good);
  const bool unfinished = got > 0 && utf8Begins(rest);
  m_held = unfinished ? rest : Text();
  const bool damaged = !rest.empty() && !unfinished;
  to.filled(good);
  if (damaged) return inspect(to, good, State::damaged);
  return inspect(to, good, got == 0 ? State::end : State::more);
}

/// Looks for NUL and control characters in the last `added` bytes.
TextSource::State TextSource::inspect(const TextBuffer& to, std::size_t added, State state) {
  const Text text(to.end() - added, added);
  m_length += static_cast<std::int64_t>(added);
  if (!marksOf(text).low) return state;
  for (char byte : text) {
    const auto c = static_cast<unsigned char>(byte);
    if (c == 0) return State::binary;
    if (isControl(c)) ++m_controls;
  }
  return state;
}

TextSource::State TextSource::decodeBlock(TextBuffer& to, bool last) {
  if (last && m_held.empty() && m_highSurrogate == 0) return State::end;
  std::vector<char16_t> units;
  units.reserve(m_held.size());
  const bool decoded = widen(units, last);
  const bool encoded = appendUtf8(to, units, last);
  if (!decoded || !encoded) return State::damaged;
  return last ? State::end : State::more;
}

bool TextSource::widen(std::vector<char16_t>& units, bool last) {
  if (m_encoding == Encoding::cp949) return widenCp949(units, last);
  if (m_encoding != Encoding::windows1252) return widenUtf16(units, last);
  for (char byte : std::exchange(m_held, {})) {
    const auto c = static_cast<unsigned char>(byte);
    units.push_back(c >= 0x80 && c < 0xA0 ? upper1252[c - 0x80U] : c);
  }
  return true;
}

bool TextSource::widenUtf16(std::vector<char16_t>& units, bool last) {
  const std::size_t even = m_held.size() & ~std::size_t{1};
  const std::size_t high = m_encoding == Encoding::utf16be ? 0 : 1;
  for (std::size_t i = 0; i < even; i += 2) {
    const auto upper = static_cast<unsigned char>(m_held[i + high]);
    const auto lower = static_cast<unsigned char>(m_held[i + 1 - high]);
    units.push_back(static_cast<char16_t>(upper << 8 | lower));
  }
  m_held.erase(0, even);
  const bool atEnd = m_source.position() == m_source.size();
  if (atEnd && !units.empty() && units.back() == 0x1A) units.pop_back(); // the DOS end mark
  return !last || m_held.empty();
}

bool TextSource::widenCp949(std::vector<char16_t>& units, bool last) {
  if (m_converter == nullptr) return false;
  const std::string bytes = std::exchange(m_held, {});
  units.resize(bytes.size() + 2);
  const char* source = bytes.data();
  char16_t* target = units.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(m_converter, &target, units.data() + units.size(), &source,
                 bytes.data() + bytes.size(), nullptr, last, &status);
  units.resize(static_cast<std::size_t>(target - units.data()));
  const auto bad = std::find_if_not(units.begin(), units.end(), inCp949);
  const bool good = U_SUCCESS(status) && bad == units.end();
  units.erase(bad, units.end());
  return good;
}

bool TextSource::appendUtf8(TextBuffer& to, const std::vector<char16_t>& units, bool last) {
  char* const start = to.room(3 * units.size() + 4);
  char* at = start;
  bool good = true;
  for (char16_t unit : units) {
    const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (low != (m_highSurrogate != 0)) {
      good = false;
      break;
    }
    if (low) {
      const char32_t high = std::exchange(m_highSurrogate, u'\0');
      at = putUtf8(at, 0x10000 + ((high - 0xD800U) << 10) + (unit - 0xDC00U));
    } else if (unit >= 0xD800 && unit <= 0xDBFF) {
      m_highSurrogate = unit;
    } else {
      at = putUtf8(at, unit);
    }
  }
  to.filled(static_cast<std::size_t>(at - start));
  return good && !(last && m_highSurrogate != 0);
}

} // namespace layerlab
