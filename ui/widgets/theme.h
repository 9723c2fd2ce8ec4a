#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

#include <memory>

class QTemporaryDir;

namespace layerlab {

inline constexpr double bodyType = 10.0; ///< points
inline constexpr double smallType = 8.5; ///< of numbers in pictures

enum class ThemeMode { system, light, dark };

/// Every colour of the program, all opaque. `positive` is blue and `negative` orange everywhere
/// (safe for colour-blind eyes); the series colours are told apart by dash or marker as well.
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
  QColor hover;     ///< under the pointer, on surface
  QColor selection; ///< behind selected text and rows; `text` stays readable on it
};

Colors lightColors();
Colors darkColors();
/// `share` of `b` in `a`, opaque: what an alpha of `share` would look like, without its cost.
QColor mixed(const QColor& a, const QColor& b, double share);
/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2, relative luminance).
double contrast(const QColor& a, const QColor& b);

/// Palette, style sheet, fonts and icons of the whole program; one object, made in main and handed
/// to whoever draws. Switching is live: changed() is emitted after the application is restyled.
///
/// Style sheet vocabulary: QPushButton[primary="true"], [flat="true"], [danger="true"];
/// QFrame[card="true"]; QLabel[role="title"|"heading"|"caption"|"figure"|"muted"|"code"|"good"|
/// "note"|"bad"|"badge"]; QToolButton[pill="true"] (a switch with a rim).
class Theme : public QObject {
  Q_OBJECT
public:
  explicit Theme(QObject* parent = nullptr);
  ~Theme() override;

  void setMode(ThemeMode mode);
  ThemeMode mode() const { return m_mode; }
  bool isDark() const { return m_colors.dark; }
  const Colors& colors() const { return m_colors; }

  /// Larger type for a projector: 1.0 normal, 1.35 projector mode.
  void setTextScale(double scale);
  double textScale() const { return m_textScale; }
  bool isLarge() const { return m_textScale > 1.2; } ///< of a projector: room is scarce

  /// SVG icon `:/icons/NAME.svg`, tinted with the text colour (accent text when `onAccent`), sharp
  /// at any scale factor. Follows the theme live; an unknown name gives a null icon.
  QIcon icon(const QString& name, bool onAccent = false) const;
  /// The same in a colour of your own (a warning sign in `colors().note`).
  QIcon icon(const QString& name, const QColor& color) const;
  /// Interface font; `points` is before text scale; figures are tabular.
  QFont font(double points, int weight = QFont::Normal) const;
  /// Fixed-pitch font for code; falls back to the interface font for Hangul.
  QFont codeFont(double points) const;
  /// `pixels` of the 8-px grid, grown with the text.
  int px(double pixels) const { return qRound(pixels * m_textScale); }

  /// While it lives no style sheet is set, unless a window is on the screen: what is built
  /// meanwhile is styled once, at the end. Qt 6.4 tells each widget of the style sheet anew
  /// whenever one of its ancestors gets a parent, which is most of the cost of building a window.
  class Building {
  public:
    explicit Building(Theme& theme);
    Building(const Building&) = delete;
    Building& operator=(const Building&) = delete;
    ~Building();

  private:
    Theme& m_theme;
  };

signals:
  void changed();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void apply();
  void dress();
  bool wantsDark() const;
  void followSystem();

  ThemeMode m_mode = ThemeMode::system;
  double m_textScale = 1.0;
  Colors m_colors;
  bool m_systemDark = false;
  bool m_applying = false;
  bool m_building = false;
  std::unique_ptr<QTemporaryDir> m_tinted; ///< SVG copies for the style sheet, which cannot tint
};

} // namespace layerlab
