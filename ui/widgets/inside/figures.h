#pragma once

#include <QLabel>
#include <QVector>
#include <QWidget>

namespace layerlab {

/// Small figures with a caption each, in a grid: "accuracy 0.974".
class Figures : public QWidget {
  Q_OBJECT
public:
  /// Object names of the values; `columns` pairs in a line.
  Figures(const QStringList& names, int columns, QWidget* parent = nullptr);

  void setCaptions(const QStringList& captions, const QStringList& toolTips);
  void setValues(const QVector<double>& values);

private:
  QVector<QLabel*> m_captions;
  QVector<QLabel*> m_values;
};

} // namespace layerlab
