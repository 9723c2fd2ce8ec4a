#include "core/csv/dictionary.h"

#include "core/csv/number.h"
#include "core/csv/text.h"

#include <cstring>
#include <utility>

namespace layerlab {
namespace {

constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;

/// Multiply and fold, eight bytes at a time; the tail overlaps nothing it must not read.
std::uint32_t hashOf(std::string_view text) {
  std::uint64_t hash = text.size() * odd;
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    hash = (hash ^ word) * odd;
    hash ^= hash >> 32;
    text.remove_prefix(8);
  }
  std::uint64_t word = 0;
  std::memcpy(&word, text.data(), text.size());
  hash = (hash ^ word) * odd;
  return static_cast<std::uint32_t>(hash >> 32);
}

} // namespace

Dictionary::Dictionary() : m_slots(64, 0) {}

/// The slot that holds `text`, or the free one where it belongs.
std::size_t Dictionary::find(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = m_slots.size() - 1;
  std::size_t slot = hash & mask;
  for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = m_entries[m_slots[slot] - 1];
    if (entry.hash == hash && entry.text == text) break;
  }
  return slot;
}

void Dictionary::grow() {
  m_slots.assign(m_slots.size() * 2, 0);
  const std::size_t mask = m_slots.size() - 1;
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    std::size_t slot = m_entries[i].hash & mask;
    while (m_slots[slot] != 0) slot = (slot + 1) & mask;
    m_slots[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void Dictionary::insert(std::string_view text, std::uint32_t hash, std::uint32_t row,
                        std::int32_t code) {
  m_entries.push_back({std::string(text), hash, row, code});
  m_bytes += text.size() + sizeof(Entry) + 3 * sizeof(std::uint32_t);
  if (m_entries.size() * 2 > m_slots.size()) return grow();
  m_slots[find(text, hash)] = static_cast<std::uint32_t>(m_entries.size());
}

std::int32_t Dictionary::code(std::string_view trimmed, std::uint32_t row) {
  const std::uint32_t hash = hashOf(trimmed);
  const std::uint32_t slot = m_slots[find(trimmed, hash)];
  if (slot != 0) return m_entries[slot - 1].code;
  if (const CellReading reading = readCell(trimmed); reading.kind == CellKind::missing) {
    m_odd = m_odd || reading.odd;
    return insert(trimmed, hash, row, -1), -1;
  }
  const std::string label = labelFrom(trimmed);
  if (label != trimmed) {
    m_odd = true;
    const std::int32_t same = code(label, row);
    return insert(trimmed, hash, row, same), same;
  }
  const auto fresh = static_cast<std::int32_t>(m_labels.size());
  m_labels.push_back(static_cast<std::uint32_t>(m_entries.size()));
  insert(trimmed, hash, row, fresh);
  return fresh;
}

std::vector<std::string> Dictionary::takeLabels() && {
  std::vector<std::string> labels;
  labels.reserve(m_labels.size());
  for (std::uint32_t entry : m_labels) labels.push_back(std::move(m_entries[entry].text));
  return labels;
}

} // namespace layerlab
