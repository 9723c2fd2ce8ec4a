#pragma once

#include "core/base/result.h"
#include "core/csv/bytes.h"
#include "core/csv/encoding.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

struct UConverter;

namespace layerlab {

/// Text being read: consumed at the front, filled at the back. Behind end() stand `padding` NUL
/// bytes, so that a number may be read without looking for the end.
class TextBuffer {
public:
  static constexpr std::size_t padding = 16;

  const char* begin() const { return m_memory.get() + m_begin; }
  const char* end() const { return m_memory.get() + m_end; }
  std::size_t size() const { return m_end - m_begin; }
  /// Drops everything before `to`.
  void consume(const char* to) { m_begin = static_cast<std::size_t>(to - m_memory.get()); }
  /// At least `bytes` of room at the back; moves the rest to the front. Pointers become invalid.
  char* room(std::size_t bytes);
  /// `bytes` of that room are text now.
  void filled(std::size_t bytes);
  void push(char c);

private:
  std::unique_ptr<char[]> m_memory = std::make_unique<char[]>(padding);
  std::size_t m_capacity = 0;
  std::size_t m_begin = 0;
  std::size_t m_end = 0;
};

/// The text of a file as well-formed UTF-8, block by block.
class TextSource {
public:
  enum class State {
    more,    ///< appended some text
    end,     ///< nothing was left
    damaged, ///< appended the text before bytes that are no characters of the encoding
    binary   ///< appended the text before a NUL
  };

  TextSource(ByteSource& source, Encoding encoding, std::size_t from);
  ~TextSource();
  TextSource(const TextSource&) = delete;
  TextSource& operator=(const TextSource&) = delete;

  /// Appends the text of at most `room` bytes of the file.
  Result<State> read(TextBuffer& to, std::size_t room);
  /// More than 5 % control characters so far (rule C1.3)?
  bool tooManyControls() const { return m_controls * 20 > m_length; }

private:
  struct Piece;
  State readUtf8(TextBuffer& to, std::size_t got, std::size_t held);
  State decodeBlock(TextBuffer& to, bool last);
  bool widen(std::vector<char16_t>& units, bool last);
  bool widenUtf16(std::vector<char16_t>& units, bool last);
  bool widenCp949(std::vector<char16_t>& units, bool last);
  bool appendUtf8(TextBuffer& to, const std::vector<char16_t>& units, bool last);
  State inspect(const TextBuffer& to, std::size_t added, State state);

  ByteSource& m_source;
  Encoding m_encoding;
  std::string m_held; ///< bytes of an unfinished character
  char16_t m_highSurrogate = 0;
  UConverter* m_converter = nullptr;
  std::int64_t m_length = 0;
  std::int64_t m_controls = 0;
};

} // namespace layerlab
