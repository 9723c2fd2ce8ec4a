#pragma once

#include <QLayout>
#include <QList>

namespace layerlab {

/// Items in a line, wrapped to the next one where the width ends; each line is as high as its
/// highest item, and items stand on the line's lower edge.
class FlowLayout : public QLayout {
public:
  explicit FlowLayout(int horizontal = 8, int vertical = 8);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override { m_items.append(item); }
  int count() const override { return static_cast<int>(m_items.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
  QSize sizeHint() const override { return minimumSize(); }
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

private:
  int arrange(const QRect& rect, bool apply) const;
  int place(qsizetype first, qsizetype end, const QRect& inner, int y, bool apply) const;

  QList<QLayoutItem*> m_items;
  int m_horizontal;
  int m_vertical;
};

} // namespace layerlab
