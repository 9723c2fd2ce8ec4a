#pragma once

#include <QLabel>

namespace layerlab {

/// One line that ends in "…" where the room ends; the tool tip then has the whole text.
class ElidedLabel : public QLabel {
public:
  explicit ElidedLabel(QWidget* parent = nullptr) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  }

protected:
  void paintEvent(QPaintEvent* event) override;
};

} // namespace layerlab
