#pragma once

#include "ui/session/run.h"

#include <QFrame>
#include <QVector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace layerlab {

class CurveChart;
struct Curve;
class Theme;

/// Beside the elbow curve: the loss curve of the training whose dot was clicked, or the
/// explanation. Hidden until one of them is asked for.
class ElbowAside : public QFrame {
  Q_OBJECT
public:
  enum class View { none, trial, why };

  explicit ElbowAside(const Theme& theme, QWidget* parent = nullptr);

  View view() const { return m_view; }
  /// null closes the curve.
  void showTrial(const Run* run);
  void setWhy(const QString& richText);
  void showWhy(bool on);

signals:
  void viewChanged();
  void trialClosed();
  void keepRequested(); ///< the curve is wanted on the Loss page

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  QWidget* makeTrialView();
  QWidget* makeWhyView();
  void setView(View view);
  void close();
  void retranslate();
  void refreshTitle();
  QString figures(const Run& run, const QVector<Curve>& curves) const;

  const Theme& m_theme;
  View m_view = View::none;
  QString m_trialName;
  QLabel* m_title = nullptr;
  QToolButton* m_close = nullptr;
  QStackedWidget* m_views = nullptr;
  CurveChart* m_chart = nullptr;
  QLabel* m_figures = nullptr;
  QPushButton* m_keep = nullptr;
  QLabel* m_why = nullptr;
};

} // namespace layerlab
