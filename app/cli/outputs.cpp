#include "outputs.h"

#include "core/io/files.h"

#include <algorithm>
#include <cmath>
#include <sys/stat.h>

namespace layerlab::cli {
namespace {

bool sameFile(const std::string& a, const std::string& b) {
  if (a == b) return true;
  struct stat first {};
  struct stat second {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/// Length of the valid UTF-8 sequence at `i`, 0 if there is none.
std::size_t sequenceAt(const std::string& text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || i + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k)
    if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return 0;
  const auto second = static_cast<unsigned char>(text[i + 1]);
  const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  const bool beyond = (lead == 0xed && second >= 0xa0) || (lead == 0xf4 && second >= 0x90);
  return overlong || beyond ? 0 : length;
}

void appendEscaped(std::string& out, char c) {
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
  } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
    constexpr const char* hex = "0123456789abcdef";
    out += "\\u00";
    out += hex[(c >> 4) & 0xf];
    out += hex[c & 0xf];
  } else {
    out += c;
  }
}

} // namespace

void Outputs::add(const Request& request, const std::string& option) {
  const auto found = request.options.find(option);
  if (found != request.options.end()) m_entries.push_back({option, found->second});
}

bool Outputs::wanted(const std::string& option) const {
  return std::any_of(m_entries.begin(), m_entries.end(),
                     [&](const Entry& entry) { return entry.option == option; });
}

std::string Outputs::path(const std::string& option) const {
  for (const Entry& entry : m_entries)
    if (entry.option == option) return entry.path;
  return {};
}

Result<void> Outputs::checkAll(const std::vector<std::string>& inputs) const {
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    const Entry& entry = m_entries[i];
    if (auto ok = checkWritable(entry.path); !ok) return ok;
    for (std::size_t k = 0; k < i; ++k)
      if (sameFile(entry.path, m_entries[k].path))
        return usageError(
            {"%1 and %2 name the same file %3", {m_entries[k].option, entry.option, entry.path}});
    for (const std::string& input : inputs)
      if (sameFile(entry.path, input))
        return usageError({"%1 would overwrite the input %2", {entry.option, input}});
  }
  return {};
}

void Outputs::write(const std::string& option, const std::string& bytes) {
  if (!wanted(option)) return;
  auto written = writeFile(path(option), bytes);
  if (!written && !m_failure) m_failure = written.error();
}

std::string jsonText(const std::string& text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequenceAt(text, i);
    if (length == 0)
      out += "\xef\xbf\xbd";
    else if (length == 1)
      appendEscaped(out, text[i]);
    else
      out.append(text, i, length);
    i += std::max<std::size_t>(length, 1);
  }
  return out + '"';
}

std::string jsonList(const std::vector<std::string>& values) {
  std::string out = "[";
  for (const std::string& value : values) {
    if (out.size() > 1) out += ',';
    out += value;
  }
  out += ']';
  return out;
}

std::string jsonNumber(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? numberText(*value) : "null";
}

} // namespace layerlab::cli
