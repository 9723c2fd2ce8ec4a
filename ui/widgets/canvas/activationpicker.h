#pragma once

#include "core/net/spec.h"

#include <QComboBox>
#include <QPointer>

class QFrame;

namespace layerlab {

class Theme;

/// Chooses an activation from a popup of small graphs. To the keyboard and to screen readers it is
/// a combo box with Keras' names; the index is the Activation.
class ActivationPicker : public QComboBox {
  Q_OBJECT
public:
  explicit ActivationPicker(const Theme& theme, QWidget* parent = nullptr);

  Activation activation() const { return static_cast<Activation>(currentIndex()); }
  /// Shows it without a signal.
  void setActivation(Activation activation);
  /// With its graph before the name, or the name alone; the popup always has the graphs.
  void showGraph(bool on);

  void showPopup() override;
  void hidePopup() override;

signals:
  /// The person chose another one.
  void picked(layerlab::Activation activation);

protected:
  void wheelEvent(QWheelEvent* event) override;
  void initStyleOption(QStyleOptionComboBox* option) const override;

private:
  const Theme& m_theme;
  QPointer<QFrame> m_popup;
  bool m_graph = true;
};

} // namespace layerlab
