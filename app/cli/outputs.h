#pragma once

#include "flags.h"
#include "outcome.h"

#include <string>
#include <vector>

namespace layerlab::cli {

/// The files a command was asked to write: looked at before the work, written after it.
class Outputs {
public:
  /// `option` names it in messages. An empty path is refused as one that cannot be written.
  void add(const Request& request, const std::string& option);

  /// Refuses what could never be written, the same file for two outputs, and an output that is one
  /// of the `inputs`.
  Result<void> checkAll(const std::vector<std::string>& inputs) const;

  bool wanted(const std::string& option) const;
  std::string path(const std::string& option) const;

  /// Writes one if wanted; the first failure is kept, later ones are still tried.
  void write(const std::string& option, const std::string& bytes);
  const std::optional<Error>& failure() const { return m_failure; }

private:
  struct Entry {
    std::string option;
    std::string path;
  };
  std::vector<Entry> m_entries;
  std::optional<Error> m_failure;
};

/// A JSON string literal; bytes that are no UTF-8 become U+FFFD.
std::string jsonText(const std::string& text);
/// ["a", ...] of ready-made values.
std::string jsonList(const std::vector<std::string>& values);
/// A JSON number, or null when it is not finite or not there.
std::string jsonNumber(const std::optional<double>& value);

} // namespace layerlab::cli
