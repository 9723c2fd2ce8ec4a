#pragma once

#include "ui/session/session.h"

#include <QFrame>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace layerlab {

class Field;
class Theme;

/// What does not stand on a layer's card: initial weights, bias, L1 and L2, dropout behind it. Each
/// change is one undoable edit.
class LayerInspector : public QFrame {
  Q_OBJECT
public:
  LayerInspector(const Theme& theme, Session& session, QWidget* parent = nullptr);

  /// The layer by its id; nullopt: none is chosen.
  void showLayer(std::optional<int> id);

signals:
  /// The weights of this dense layer (0: the first) are to be looked at.
  void weightsRequested(int dense);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void connectFields();
  void fillInitializers();
  void refresh();
  void refreshDense(const LayerSpec& layer);
  void retranslate();
  void edit(const QString& text, const char* key, const std::function<void(LayerSpec&)>& change);
  void setDropout(double rate);
  const LayerSpec* layer() const;
  /// The dropout layer behind the chosen dense one.
  const LayerSpec* dropoutBehind() const;

  Session& m_session;
  std::optional<int> m_id;
  QLabel* m_title;
  QLabel* m_empty;
  QWidget* m_fields;
  QComboBox* m_initializer = nullptr;
  QDoubleSpinBox* m_l1 = nullptr;
  QDoubleSpinBox* m_l2 = nullptr;
  QDoubleSpinBox* m_dropout = nullptr;
  QCheckBox* m_bias = nullptr;
  QPushButton* m_weights = nullptr;
  Field* m_initializerField = nullptr;
  Field* m_l1Field = nullptr;
  Field* m_l2Field = nullptr;
  Field* m_dropoutField = nullptr;
};

} // namespace layerlab
