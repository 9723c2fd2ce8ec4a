#pragma once

#include "core/net/spec.h"
#include "ui/widgets/canvas/canvaslayout.h"

#include <QObject>
#include <QPoint>

#include <vector>

class QSpinBox;
class QToolButton;
class QWidget;

namespace layerlab {

class ActivationPicker;
class Theme;

/// The real widgets on one layer's card: units, activation, duplicate, remove. They live as long as
/// the layer does; a new layout only moves them.
class LayerControls : public QObject {
  Q_OBJECT
public:
  LayerControls(const Theme& theme, const LayerSpec& layer, QWidget* canvas);
  ~LayerControls() override;

  void show(const LayerSpec& layer, const QString& layerName, bool isOutput, bool editable);
  /// `offset`: scene to canvas pixels. `active`: selected or under the pointer.
  void place(const CardGeometry& card, QPoint offset, double zoom, bool active);
  void setActive(bool active);
  void refreshIcons();
  void focusUnits();
  /// In tab order.
  std::vector<QWidget*> widgets() const;
  int layerId() const { return m_id; }

signals:
  void unitsChanged(int units);
  void activationChanged(layerlab::Activation activation);
  void removeRequested();
  void duplicateRequested();

private:
  QToolButton* button(const QString& name, QWidget* canvas);

  const Theme& m_theme;
  int m_id;
  QSpinBox* m_units = nullptr;          ///< dense only
  ActivationPicker* m_picker = nullptr; ///< dense only
  QToolButton* m_duplicate = nullptr;
  QToolButton* m_remove = nullptr;
  bool m_removable = true;
  bool m_roomy = false;
};

} // namespace layerlab
