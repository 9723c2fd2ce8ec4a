#pragma once

#include "core/data/generators.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;
class QTabWidget;
class QToolButton;

namespace layerlab {

class PaintPlane;
class Theme;

/// Makes a table: a generated shape (noise, size, seed) or points painted by hand. Accepted, it
/// asks for the source to be opened like any other.
class MakeDataDialog : public QDialog {
  Q_OBJECT
public:
  explicit MakeDataDialog(const Theme& theme, QWidget* parent = nullptr);

  /// Starts from what was made before.
  void setSpec(const GeneratorSpec& spec);
  void setPainting(const Painting& painting);
  GeneratorSpec spec() const;
  Painting painting() const;
  /// Something can be learnt from the table as chosen.
  bool usable() const;

signals:
  void generated(const layerlab::GeneratorSpec& spec);
  void painted(const layerlab::Painting& painting);

protected:
  void changeEvent(QEvent* event) override;

private:
  static QString shapeTitle(Shape shape);
  QWidget* buildGenerate();
  QWidget* buildPaint();
  void retranslate();
  void retranslateGenerate();
  void retranslatePaint();
  void retranslateKeys();
  void refreshSwatches();
  void connectAll();
  void connectPaint();
  QLayout* buildBrushes();
  void offer();
  void refreshPreview();
  void refreshPaint();
  void describe();
  void refreshAccept();
  bool paints() const;

  const Theme& m_theme;
  QTabWidget* m_tabs = nullptr;
  QLabel* m_shapeText = nullptr;
  QLabel* m_noiseText = nullptr;
  QLabel* m_rowsText = nullptr;
  QLabel* m_seedText = nullptr;
  QComboBox* m_shape = nullptr;
  QSlider* m_noise = nullptr;
  QLabel* m_noiseValue = nullptr;
  QSpinBox* m_rows = nullptr;
  QSpinBox* m_seed = nullptr;
  PaintPlane* m_preview = nullptr;
  PaintPlane* m_plane = nullptr;
  QComboBox* m_kind = nullptr;
  QToolButton* m_brush[2] = {nullptr, nullptr};
  QPushButton* m_undo = nullptr;
  QPushButton* m_redo = nullptr;
  QPushButton* m_clear = nullptr;
  QLabel* m_hint = nullptr;
  QLabel* m_keys = nullptr;
  QPushButton* m_accept = nullptr;
  QPushButton* m_cancel = nullptr;
};

} // namespace layerlab
