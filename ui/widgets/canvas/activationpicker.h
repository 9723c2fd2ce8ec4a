#pragma once

#include "core/net/spec.h"

#include <QComboBox>

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

  void showPopup() override;
  void hidePopup() override;

signals:
  /// The person chose another one.
  void picked(layerlab::Activation activation);

protected:
  void wheelEvent(QWheelEvent* event) override;

private:
  const Theme& m_theme;
};

} // namespace layerlab
