#pragma once

#include <atomic>
#include <memory>

namespace layerlab {

/// A wish to stop, shared by whoever asks and whoever works; copies mean the same wish.
class CancelToken {
public:
  CancelToken() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}
  void cancel() const { m_flag->store(true, std::memory_order_relaxed); }
  bool cancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
  std::shared_ptr<std::atomic<bool>> m_flag;
};

} // namespace layerlab
