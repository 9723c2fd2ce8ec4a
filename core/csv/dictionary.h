#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace layerlab {

/// Gives each different text a code, in order of first appearance. Several spellings (outer blanks,
/// CRLF, not NFC) may share the code of one label; missing marks have code -1.
class Dictionary {
public:
  Dictionary();
  /// The code of a trimmed cell that stands in data row `row`.
  std::int32_t code(std::string_view trimmed, std::uint32_t row);

  std::size_t labelCount() const { return m_labels.size(); }
  const std::string& label(std::size_t code) const { return m_entries[m_labels[code]].text; }
  std::uint32_t firstRow(std::size_t code) const { return m_entries[m_labels[code]].row; }
  /// Some text is not kept as written, or a missing mark is an odd one (CellReading::odd).
  bool odd() const { return m_odd; }
  std::vector<std::string> takeLabels() &&;
  /// About how much memory the texts take.
  std::size_t bytes() const { return m_bytes; }

private:
  struct Entry {
    std::string text;
    std::uint32_t hash;
    std::uint32_t row;
    std::int32_t code;
  };
  std::size_t find(std::string_view text, std::uint32_t hash) const;
  void insert(std::string_view text, std::uint32_t hash, std::uint32_t row, std::int32_t code);
  void grow();

  std::vector<Entry> m_entries;
  std::vector<std::uint32_t> m_labels; ///< the entry of each label
  std::vector<std::uint32_t> m_slots;  ///< entry + 1; 0 = free
  std::size_t m_bytes = 0;
  bool m_odd = false;
};

} // namespace layerlab
