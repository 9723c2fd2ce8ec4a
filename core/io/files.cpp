#include "core/io/files.h"

#include "core/io/fnv.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace layerlab {
namespace {

constexpr mode_t newFileMode = 0666; // the umask takes its part

/// Closes on every way out; `close` tells whether it worked.
class Descriptor {
public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  int number() const { return m_number; }
  bool valid() const { return m_number >= 0; }
  bool close() {
    const int number = std::exchange(m_number, -1);
    return number < 0 || ::close(number) == 0;
  }

private:
  int m_number;
};

Message problem(int code) {
  switch (code) {
  case ENOENT:
    return {QT_TRANSLATE_NOOP("Core", "there is no such file or folder"), {}};
  case ENOTDIR:
    return {QT_TRANSLATE_NOOP("Core", "a part of the path is a file, not a folder"), {}};
  case EACCES:
  case EPERM:
    return {QT_TRANSLATE_NOOP("Core", "permission denied"), {}};
  case EISDIR:
    return {QT_TRANSLATE_NOOP("Core", "this is a folder, not a file"), {}};
  case ENOSPC:
  case EDQUOT:
    return {QT_TRANSLATE_NOOP("Core", "there is no space left on the disk"), {}};
  case EROFS:
    return {QT_TRANSLATE_NOOP("Core", "this place is read-only"), {}};
  case ENAMETOOLONG:
    return {QT_TRANSLATE_NOOP("Core", "the name is too long"), {}};
  case ELOOP:
    return {QT_TRANSLATE_NOOP("Core", "too many links lead around in a circle"), {}};
  case EFBIG:
    return {QT_TRANSLATE_NOOP("Core", "the file would be larger than is allowed"), {}};
  case EIO:
    return {QT_TRANSLATE_NOOP("Core", "the disk reports an error"), {}};
  default:
    return {QT_TRANSLATE_NOOP("Core", "system error %1"), {std::to_string(code)}};
  }
}

Message notRegular(mode_t mode) {
  if (S_ISDIR(mode)) return problem(EISDIR);
  return {QT_TRANSLATE_NOOP("Core", "not a regular file (a pipe, a socket or a device)"), {}};
}

Error failure(ErrorKind kind, const std::string& path, Message message) {
  return {kind, std::move(message), path, 0, 0};
}

// --- writing ---------------------------------------------------------------------------------

/// The folder part of a path, with its slash ("" for a bare name).
std::string folderOf(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
}

/// Where a path leads once its last part is no link any more; dangling links are followed too, so
/// that a link always stays a link. errno tells why when empty.
std::string followLinks(std::string path) {
  for (int hops = 0; hops < 40; ++hops) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) return errno == ENOENT ? path : std::string();
    if (!S_ISLNK(info.st_mode)) return path;
    std::array<char, PATH_MAX> target{};
    const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
    if (length < 0) return {};
    const std::string link(target.data(), static_cast<std::size_t>(length));
    path = link.starts_with('/') ? link : folderOf(path) + link;
  }
  errno = ELOOP;
  return {};
}

bool writeAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    if (written == 0) return errno = ENOSPC, false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The old file's owner and permissions, as far as we may.
void keepOwner(int file, const struct stat& old) {
  if (::fchown(file, old.st_uid, old.st_gid) != 0) errno = 0;
  if (::fchmod(file, old.st_mode & 07777) != 0) errno = 0;
}

void syncFolder(const std::string& folder) {
  Descriptor handle(
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // The data is safe already; not every file system can do this.
  if (handle.valid() && ::fsync(handle.number()) != 0) errno = 0;
}

/// A neighbour's name that depends on the target alone, so that what a power failure left behind
/// is taken over by the next save instead of piling up.
std::string temporaryName(const std::string& target) {
  const std::string folder = folderOf(target);
  Fnv1a hash;
  hash.add(std::string_view(target).substr(folder.size()));
  return folder + ".layerlab-" + hexText(hash.value()) + ".tmp";
}

/// Gives a nameless file (O_TMPFILE) the name `path`; an older namesake gives way.
bool giveName(int file, const std::string& path) {
  const std::string self = "/proc/self/fd/" + std::to_string(file);
  for (int attempt = 0; attempt < 100; ++attempt) {
    if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0)
      return true;
    if (errno != EEXIST) return false;
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) return false;
  }
  return false;
}

enum class Saved { yes, no, notSupported };

struct Job {
  std::string target;
  std::string temporary;
  std::string_view bytes;
  bool exists = false;
  struct stat old {};
};

bool fillAndSync(int file, const Job& job) {
  if (!writeAll(file, job.bytes)) return false;
  if (job.exists) keepOwner(file, job.old);
  return ::fsync(file) == 0;
}

/// Closes and renames; the temporary name is gone afterwards, whatever happens.
bool putInPlace(Descriptor& file, const std::string& temporary, const std::string& target) {
  if (file.close() && ::rename(temporary.c_str(), target.c_str()) == 0) return true;
  const int code = errno;
  ::unlink(temporary.c_str());
  errno = code;
  return false;
}

/// The file has no name until it is complete on the disk: a kill leaves nothing behind.
Saved saveNameless(const Job& job) {
  const std::string folder = folderOf(job.target);
  Descriptor file(
      ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, newFileMode));
  if (!file.valid()) return Saved::notSupported;
  if (!fillAndSync(file.number(), job)) return Saved::no;
  if (!giveName(file.number(), job.temporary)) return Saved::notSupported;
  return putInPlace(file, job.temporary, job.target) ? Saved::yes : Saved::no;
}

/// For file systems without nameless files, and where another program saves to the same target at
/// the same time and took our name away.
Saved saveNamed(const Job& job) {
  const std::string name = job.temporary + std::to_string(::getpid());
  if (::unlink(name.c_str()) != 0) errno = 0;
  Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, newFileMode));
  if (!file.valid()) return Saved::no;
  if (!fillAndSync(file.number(), job)) {
    const int code = errno;
    ::unlink(name.c_str());
    errno = code;
    return Saved::no;
  }
  return putInPlace(file, name, job.target) ? Saved::yes : Saved::no;
}

Saved save(const Job& job) {
  const Saved first = saveNameless(job);
  const bool nameTaken = first == Saved::no && errno == ENOENT;
  return first == Saved::notSupported || nameTaken ? saveNamed(job) : first;
}

// --- reading ---------------------------------------------------------------------------------

Result<std::string> readAll(int file, const std::string& path, std::size_t size,
                            std::size_t limit) {
  std::string bytes;
  // One byte more than promised tells that the file ends there.
  std::size_t room = std::min(size, limit) + 1;
  for (std::size_t filled = 0;;) {
    bytes.resize(room);
    const ssize_t got = ::read(file, bytes.data() + filled, room - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(ErrorKind::input, path, problem(errno));
    filled += static_cast<std::size_t>(got);
    if (got == 0) return bytes.resize(filled), std::move(bytes);
    if (filled > limit)
      return failure(ErrorKind::limit, path,
                     {QT_TRANSLATE_NOOP("Core", "the file is too large (limit: %1 MiB)"),
                      {std::to_string(limit >> 20)}});
    if (filled == room) room = std::min(room * 2, limit + 1);
  }
}

} // namespace

Result<std::string> readFile(const std::string& path, std::size_t limit) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return failure(ErrorKind::input, path, problem(errno));
  if (!S_ISREG(info.st_mode)) return failure(ErrorKind::input, path, notRegular(info.st_mode));
  // Never blocks, should a pipe have taken the file's place meanwhile.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.valid()) return failure(ErrorKind::input, path, problem(errno));
  if (::fstat(file.number(), &info) != 0) return failure(ErrorKind::input, path, problem(errno));
  if (!S_ISREG(info.st_mode)) return failure(ErrorKind::input, path, notRegular(info.st_mode));
  return readAll(file.number(), path, static_cast<std::size_t>(info.st_size), limit);
}

Result<void> checkWritable(const std::string& path) {
  const std::string target = followLinks(path);
  if (target.empty())
    return failure(ErrorKind::output, path, problem(path.empty() ? ENOENT : errno));
  struct stat info {};
  if (::stat(target.c_str(), &info) == 0) {
    if (!S_ISREG(info.st_mode)) return failure(ErrorKind::output, path, notRegular(info.st_mode));
  } else if (errno != ENOENT || target.ends_with('/')) {
    return failure(ErrorKind::output, path, problem(errno == ENOENT ? EISDIR : errno));
  }
  const std::string folder = folderOf(target);
  if (::access(folder.empty() ? "." : folder.c_str(), W_OK | X_OK) != 0)
    return failure(ErrorKind::output, path, problem(errno));
  return {};
}

Result<void> writeFile(const std::string& path, std::string_view bytes) {
  if (auto writable = checkWritable(path); !writable) return writable;
  Job job;
  job.target = followLinks(path);
  job.temporary = temporaryName(job.target);
  job.bytes = bytes;
  job.exists = ::stat(job.target.c_str(), &job.old) == 0;
  if (save(job) != Saved::yes) return failure(ErrorKind::output, path, problem(errno));
  syncFolder(folderOf(job.target));
  return {};
}

} // namespace layerlab
