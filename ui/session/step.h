#pragma once

#include <QUndoCommand>

#include <memory>
#include <utility>

namespace layerlab {

/// A step as it stands on the stack. What it does is shared, so that it outlives the stack's being
/// cleared for a lesson and can stand on it again.
class Step : public QUndoCommand {
public:
  explicit Step(std::shared_ptr<QUndoCommand> deed, bool silent = false)
      : QUndoCommand(deed->text()), m_deed(std::move(deed)), m_silent(silent) {}

  const std::shared_ptr<QUndoCommand>& deed() const { return m_deed; }
  /// Until now it was only put in its place.
  void speak() { m_silent = false; }
  int id() const override { return m_silent ? -1 : m_deed->id(); }
  void undo() override { act(&QUndoCommand::undo); }
  void redo() override { act(&QUndoCommand::redo); }
  bool mergeWith(const QUndoCommand* other) override {
    const bool merged = m_deed->mergeWith(static_cast<const Step*>(other)->m_deed.get());
    setObsolete(m_deed->isObsolete());
    return merged;
  }

private:
  void act(void (QUndoCommand::*what)()) {
    if (m_silent) return;
    (m_deed.get()->*what)();
    setObsolete(m_deed->isObsolete());
  }

  std::shared_ptr<QUndoCommand> m_deed;
  bool m_silent;
};

template <class Deed, class... Args> Step* stepOf(Args&&... args) {
  return new Step(std::make_shared<Deed>(std::forward<Args>(args)...));
}

} // namespace layerlab
