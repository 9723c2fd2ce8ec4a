#pragma once

#include "core/fit/snapshots.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace layerlab {

class Session;

/// Which weights everybody looks at: the newest of the current run, or those of a past epoch. One
/// choice moves the canvas and every page.
class Timeline : public QObject {
  Q_OBJECT
public:
  explicit Timeline(Session& session, QObject* parent = nullptr);

  /// More weights of past epochs of a run; those of an older run go.
  void add(int run, std::vector<Snapshot> snapshots);
  /// Past epochs that can be shown, rising.
  const std::vector<Snapshot>& snapshots() const { return m_snapshots.all(); }

  /// nullopt: now. An epoch without weights of its own shows the latest before it.
  void show(std::optional<int> epoch);
  /// Are the session's own weights in view?
  bool isNow() const { return !m_shown && !m_lent; }
  /// The past epoch in view; nullopt: now.
  std::optional<int> shownEpoch() const;
  /// Weights of somebody's own (a walk through the stages) in view instead, and
  /// no past epoch; null: no longer.
  void lend(std::shared_ptr<const Weights> weights);
  /// The weights in view; null: there are none.
  std::shared_ptr<const Weights> weights() const;

  /// The past epochs and the one in view, to be brought back to the same run.
  struct Past {
    int run = 0;
    Snapshots snapshots;
    std::optional<Snapshot> shown;
  };
  Past past() const { return {m_run, m_snapshots, m_shown}; }
  void bringBack(Past past);

signals:
  void moved();         ///< other weights are in view
  void extentChanged(); ///< epochs came or went

private:
  void forget();

  Session& m_session;
  Snapshots m_snapshots;
  int m_run = 0;
  std::optional<Snapshot> m_shown;
  std::shared_ptr<const Weights> m_lent;
  mutable std::shared_ptr<const Weights> m_now; ///< a copy of the session's, made when asked for
};

} // namespace layerlab
