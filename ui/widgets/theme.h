#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

namespace layerlab {

enum class ThemeMode { system, light, dark };

/// Every colour of the program. `positive` is blue and `negative` orange everywhere (safe for
/// colour-blind eyes); the series colours are told apart by dash or marker as well.
struct Colors {
  QColor window, surface, raised, border, grid;
  QColor text, muted, disabled;
  QColor accent, accentHover, accentText;
  QColor positive, negative;
  QColor trainEnd, baseline;
  QColor good, note, bad;
  /// Colour of run or series `index`; repeats after the last.
  QColor series(int index) const;
  bool dark = false;
};

/// Palette, style sheet, fonts and icons of the whole program; one object, made in main and handed
/// to whoever draws. Switching is live: changed() is emitted after the application is restyled.
class Theme : public QObject {
  Q_OBJECT
public:
  explicit Theme(QObject* parent = nullptr);

  void setMode(ThemeMode mode);
  ThemeMode mode() const { return m_mode; }
  bool isDark() const { return m_colors.dark; }
  const Colors& colors() const { return m_colors; }

  /// Larger type for a projector: 1.0 normal, 1.35 projector mode.
  void setTextScale(double scale);
  double textScale() const { return m_textScale; }

  /// SVG icon `:/icons/NAME.svg`, tinted with the text colour (accent text when `onAccent`), sharp
  /// at any scale factor.
  QIcon icon(const QString& name, bool onAccent = false) const;
  /// Interface font; `points` is before text scale; figures are tabular.
  QFont font(double points, int weight = QFont::Normal) const;

signals:
  void changed();

private:
  void apply();

  ThemeMode m_mode = ThemeMode::system;
  double m_textScale = 1.0;
  Colors m_colors;
};

} // namespace layerlab
