#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace layerlab {

/// The only object two threads touch. The sender posts items, all of which arrive in order, and
/// publishes the latest picture when the receiver asked for one; the receiver empties the box
/// whenever it likes. Calls nobody and posts no event, so a sender that is fast costs the receiver
/// nothing until it looks.
template <class Item, class Latest = std::monostate> class Mailbox {
public:
  struct Mail {
    std::vector<Item> items;
    std::optional<Latest> latest;
  };

  void post(Item item) {
    const std::lock_guard lock(m_mutex);
    m_items.push_back(std::move(item));
    m_waiting.store(true, std::memory_order_relaxed);
    m_arrived.notify_one();
  }

  /// Has the receiver asked for a picture since the last one? Cheap enough for every batch.
  bool wanted() const { return m_wanted.load(std::memory_order_relaxed); }

  void publish(Latest latest) {
    m_wanted.store(false, std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    m_latest = std::move(latest);
  }

  void want() { m_wanted.store(true, std::memory_order_relaxed); }

  /// Is there nothing to drain? Cheap enough for every batch; pictures don't count.
  bool empty() const { return !m_waiting.load(std::memory_order_relaxed); }

  Mail drain() {
    const std::lock_guard lock(m_mutex);
    m_waiting.store(false, std::memory_order_relaxed);
    return {std::exchange(m_items, {}), std::exchange(m_latest, std::nullopt)};
  }

  /// Blocks until an item is there.
  void wait() {
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return !m_items.empty(); });
  }

  /// Blocks until an item is there or `until` has come.
  template <class Time> void waitUntil(const Time& until) {
    std::unique_lock lock(m_mutex);
    m_arrived.wait_until(lock, until, [this] { return !m_items.empty(); });
  }

private:
  mutable std::mutex m_mutex;
  std::condition_variable m_arrived;
  std::vector<Item> m_items;
  std::optional<Latest> m_latest;
  std::atomic<bool> m_waiting{false};
  std::atomic<bool> m_wanted{false};
};

} // namespace layerlab
