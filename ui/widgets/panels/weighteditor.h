#pragma once

#include "ui/session/workbench.h"
#include "ui/widgets/canvas/networkcanvas.h"

#include <QFrame>

class QComboBox;

namespace layerlab {

class WeightSpin;

/// A small window at the pointer: one weight of a dense layer, chosen by where it comes from and
/// where it goes to, to be read and changed. Every change is an undo step; Escape closes.
class WeightEditor : public QFrame {
  Q_OBJECT
public:
  WeightEditor(Workbench& workbench, CanvasModel model, const WeightPlace& place, QWidget* parent);

  void openAt(QPoint global);
  WeightPlace place() const;

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void build(const WeightPlace& place);
  void showWeight();

  Workbench& m_workbench;
  CanvasModel m_model;
  std::size_t m_dense;
  QComboBox* m_from;
  QComboBox* m_to;
  WeightSpin* m_value;
};

} // namespace layerlab
