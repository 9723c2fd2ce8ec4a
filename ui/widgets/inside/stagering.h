#pragma once

#include <QFont>
#include <QRectF>
#include <QStringList>
#include <QVector>
#include <QWidget>

namespace layerlab {

class Theme;

/// The five stages of model.fit in a ring, the present one lit; the last leads back to the second.
/// Says where one stands; it cannot be clicked.
class StageRing : public QWidget {
  Q_OBJECT
public:
  explicit StageRing(const Theme& theme, QWidget* parent = nullptr);

  void setNames(const QStringList& names);
  /// From 0; -1: not begun.
  void setCurrent(int stage);
  int current() const { return m_current; }
  /// What stands in the stages at the present width.
  QStringList shownWords() const;
  QSize sizeHint() const override { return {420, 40}; }
  QSize minimumSizeHint() const override { return {300, 40}; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  struct Stage {
    QRectF box;
    QString words;
  };
  QVector<Stage> stages() const;
  QFont stageFont() const;

  const Theme& m_theme;
  QStringList m_names;
  int m_current = -1;
};

} // namespace layerlab
