#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <ctime>

namespace layerlab {

/// Beyond a stated limit; the sentence must say "too large".
inline Error limitError(Message message, std::int64_t row = 0) {
  return {ErrorKind::limit, std::move(message), {}, row, 0};
}

inline constexpr std::int64_t maxCsvBytes = std::int64_t{4} << 30;

/// Bytes in order, from the start as often as needed: a file or a text in memory. A file is read
/// with read(), never mapped, and only as far as it reached when it was opened.
class ByteSource {
public:
  explicit ByteSource(std::string_view bytes);
  ByteSource(ByteSource&& other) noexcept;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ByteSource& operator=(ByteSource&&) = delete;
  ~ByteSource();

  /// Only regular files (links followed); all others are refused before any blocking open.
  static Result<ByteSource> open(const std::string& path);

  std::int64_t size() const { return m_size; }
  std::int64_t position() const { return m_position; }
  void seek(std::int64_t position) { m_position = position; }
  /// Leaves out one final 1A, the DOS end mark.
  Result<void> cutDosEnd();
  /// Up to `room` bytes; 0 only at the end. An error when the file became shorter.
  Result<std::size_t> read(char* to, std::size_t room);
  /// An error when the file was written to since it was opened.
  Result<void> unchanged() const;

private:
  explicit ByteSource(int file) : m_file(file) {}

  std::string_view m_bytes;
  int m_file = -1;
  std::int64_t m_size = 0;
  std::int64_t m_fileSize = 0;
  std::int64_t m_position = 0;
  std::timespec m_written{};
};

} // namespace layerlab
