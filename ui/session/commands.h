#pragma once

#include "ui/session/session.h"

#include <QUndoCommand>

#include <optional>

namespace layerlab {

/// One weight (or, with input -1, bias) changed by hand. Training may have moved it since, or the
/// network may be another: then there is nothing to undo and nothing is done.
class WeightCommand : public QUndoCommand {
public:
  WeightCommand(Session& session, const QString& text, const WeightPlace& place, float value);
  void undo() override { exchange(m_after, m_before); }
  void redo() override { exchange(m_before, m_after); }

private:
  void exchange(float from, float to);

  Session& m_session;
  WeightPlace m_place;
  float m_before;
  float m_after;
};

/// A run taken out of the list; held here until it is put back.
class RemoveRunCommand : public QUndoCommand {
public:
  RemoveRunCommand(Session& session, const QString& text, int id)
      : QUndoCommand(text), m_session(session), m_id(id) {}
  void undo() override;
  void redo() override;

private:
  Session& m_session;
  int m_id;
  bool m_current = false;
  std::size_t m_index = 0;
  std::optional<Run> m_run;
};

/// Name and colour of a run.
class RunLookCommand : public QUndoCommand {
public:
  RunLookCommand(Session& session, const QString& text, int id, RunLook after);
  void undo() override { show(m_before); }
  void redo() override { show(m_after); }

private:
  void show(const RunLook& look);

  Session& m_session;
  int m_id;
  RunLook m_before;
  RunLook m_after;
};

} // namespace layerlab
