#include "core/csv/bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace layerlab {
namespace {

Error notOpened(int code) {
  switch (code) {
  case ENOENT:
    return inputError({QT_TRANSLATE_NOOP("Core", "the file was not found; check its name"), {}});
  case ENOTDIR:
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "the file was not found: a part of its path is not a folder"),
         {}});
  case EACCES:
  case EPERM:
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "permission denied: the file may not be read"), {}});
  case ELOOP:
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "the file cannot be opened: its links lead in a circle"), {}});
  case ENAMETOOLONG:
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "the file cannot be opened: its name is too long"), {}});
  default:
    return inputError({QT_TRANSLATE_NOOP("Core", "the file cannot be opened: %1"),
                       {std::generic_category().message(code)}});
  }
}

Result<void> mustBeRegular(const struct stat& info) {
  if (S_ISREG(info.st_mode)) return {};
  if (S_ISDIR(info.st_mode))
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "this is a folder (directory), not a file; open a file in it"),
         {}});
  if (S_ISFIFO(info.st_mode))
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "this is a pipe, not a regular file; save its data first"), {}});
  if (S_ISSOCK(info.st_mode))
    return inputError({QT_TRANSLATE_NOOP("Core", "this is a socket, not a regular file"), {}});
  return inputError({QT_TRANSLATE_NOOP("Core", "this is a device, not a regular file"), {}});
}

Error changedWhileRead() {
  return inputError({QT_TRANSLATE_NOOP("Core", "the file was changed while it was being read; "
                                               "open it again when the other program is done"),
                     {}});
}

} // namespace

ByteSource::ByteSource(std::string_view bytes)
    : m_bytes(bytes), m_size(static_cast<std::int64_t>(bytes.size())) {}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : m_bytes(other.m_bytes), m_file(std::exchange(other.m_file, -1)), m_size(other.m_size),
      m_fileSize(other.m_fileSize), m_position(other.m_position), m_written(other.m_written) {}

ByteSource::~ByteSource() {
  if (m_file >= 0) ::close(m_file);
}

Result<ByteSource> ByteSource::open(const std::string& path) {
  struct stat info {};
  // Looked at before it is opened: opening a pipe would wait for a writer.
  if (::stat(path.c_str(), &info) != 0) return notOpened(errno);
  if (const Result<void> regular = mustBeRegular(info); !regular) return regular.error();
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return notOpened(errno);
  ByteSource source(file);
  // Once more: the path may lead elsewhere by now.
  if (::fstat(file, &info) != 0) return notOpened(errno);
  if (const Result<void> regular = mustBeRegular(info); !regular) return regular.error();
  if (info.st_size > maxCsvBytes)
    return limitError({QT_TRANSLATE_NOOP("Core", "the file is too large (more than 4 GiB)"), {}});
  source.m_size = source.m_fileSize = info.st_size;
  source.m_written = info.st_mtim;
  return source;
}

Result<void> ByteSource::cutDosEnd() {
  if (m_size == 0) return {};
  char last = 0;
  const std::int64_t before = m_position;
  m_position = m_size - 1;
  const Result<std::size_t> got = read(&last, 1);
  m_position = before;
  if (!got) return got.error();
  if (last == '\x1A') --m_size;
  return {};
}

Result<std::size_t> ByteSource::read(char* to, std::size_t room) {
  const auto n = std::min(room, static_cast<std::size_t>(m_size - m_position));
  if (n == 0) return std::size_t{0};
  if (m_file < 0) {
    std::memcpy(to, m_bytes.data() + m_position, n);
    m_position += static_cast<std::int64_t>(n);
    return n;
  }
  ssize_t got = 0;
  do got = ::pread(m_file, to, n, m_position);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    return inputError({QT_TRANSLATE_NOOP("Core", "the file cannot be read: %1"),
                       {std::generic_category().message(errno)}});
  if (got == 0) return changedWhileRead();
  m_position += got;
  return static_cast<std::size_t>(got);
}

Result<void> ByteSource::unchanged() const {
  if (m_file < 0) return {};
  struct stat info {};
  if (::fstat(m_file, &info) != 0) return changedWhileRead();
  const bool same = info.st_size == m_fileSize && info.st_mtim.tv_sec == m_written.tv_sec &&
                    info.st_mtim.tv_nsec == m_written.tv_nsec;
  if (!same) return changedWhileRead();
  return {};
}

} // namespace layerlab
