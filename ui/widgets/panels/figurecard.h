#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace layerlab {

class Theme;

/// Shown where there is no number yet.
inline const QString noValue = QStringLiteral("–");

/// One large number with its name, as wide as its widest value, so that nothing jiggles.
class FigureCard : public QFrame {
public:
  FigureCard(const Theme& theme, const QString& name, const QString& widest,
             QWidget* parent = nullptr);
  void setCaption(const QString& caption, const QString& toolTip);
  /// Longer values than expected make the card wider, never cut.
  void setValue(const QString& value);
  QString value() const;
  void refreshFont();
  /// A thin bar below the number; 0 ... 1. Cards without one keep its place free.
  void setProgress(double fraction);

private:
  const Theme& m_theme;
  QString m_widest;
  QLabel* m_caption;
  QWidget* m_place; ///< without a layout: another number need not lay out the window anew
  QLabel* m_value;
  QProgressBar* m_progress;
};

} // namespace layerlab
