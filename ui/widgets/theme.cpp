#include "ui/widgets/theme.h"

#include "ui/widgets/iconengine.h"
#include "ui/widgets/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

namespace layerlab {
namespace {

bool looksDark(const QPalette& palette) {
  return palette.color(QPalette::Window).lightnessF() <
         palette.color(QPalette::WindowText).lightnessF();
}

QPalette paletteOf(const Colors& c) {
  QPalette p;
  p.setColor(QPalette::Window, c.window);
  p.setColor(QPalette::WindowText, c.text);
  p.setColor(QPalette::Base, c.surface);
  p.setColor(QPalette::AlternateBase, c.raised);
  p.setColor(QPalette::ToolTipBase, c.raised);
  p.setColor(QPalette::ToolTipText, c.text);
  p.setColor(QPalette::PlaceholderText, c.muted);
  p.setColor(QPalette::Text, c.text);
  p.setColor(QPalette::Button, c.raised);
  p.setColor(QPalette::ButtonText, c.text);
  p.setColor(QPalette::BrightText, c.bad);
  p.setColor(QPalette::Highlight, c.selection);
  p.setColor(QPalette::HighlightedText, c.text);
  p.setColor(QPalette::Link, c.accent);
  p.setColor(QPalette::LinkVisited, c.accent);
  p.setColor(QPalette::Light, mixed(c.surface, Qt::white, c.dark ? 0.1 : 1.0));
  p.setColor(QPalette::Midlight, c.raised);
  p.setColor(QPalette::Mid, c.border);
  p.setColor(QPalette::Dark, mixed(c.border, Qt::black, 0.25));
  p.setColor(QPalette::Shadow, mixed(c.window, Qt::black, 0.5));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                          QPalette::HighlightedText, QPalette::ToolTipText})
    p.setColor(QPalette::Disabled, role, c.disabled);
  p.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
  return p;
}

QByteArray svgOf(const QString& name) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Hangul and Latin of one design; the first family that is there is used.
QStringList families() {
  static const QStringList known = [] {
    const QStringList wanted{QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR"),
                             QStringLiteral("NanumGothic"), QStringLiteral("Malgun Gothic"),
                             QStringLiteral("Noto Sans")};
    const QStringList present = QFontDatabase::families();
    QStringList found;
    for (const QString& family : wanted)
      if (present.contains(family)) found << family;
    return found;
  }();
  return known;
}

/// One file in the folder of tinted copies.
void writeTinted(const QTemporaryDir& dir, const QString& file, const QByteArray& svg,
                 const QColor& color) {
  QFile out(dir.filePath(file + QStringLiteral(".svg")));
  if (out.open(QIODevice::WriteOnly)) out.write(tinted(svg, color));
}

void writeTintedCopies(const QTemporaryDir& dir, const Colors& colors) {
  const auto copy = [&](const char* icon, const char* file, const QColor& color) {
    writeTinted(dir, QLatin1String(file), svgOf(QLatin1String(icon)), color);
  };
  copy("chevron-down", "chevron-down", colors.muted);
  copy("chevron-up", "chevron-up", colors.muted);
  copy("chevron-right", "chevron-right", colors.muted);
  copy("chevron-down", "chevron-down-off", mixed(colors.surface, colors.disabled, 0.6));
  copy("chevron-up", "chevron-up-off", mixed(colors.surface, colors.disabled, 0.6));
  copy("check", "check", colors.accentText);
  copy("check", "check-text", colors.text);
  copy("minus", "minus", colors.accentText);
  copy("close", "close", colors.muted);
  copy("duplicate", "float", colors.muted);
  copy("chevron-left", "chevron-left", colors.muted);
  writeTinted(dir, QStringLiteral("radio"),
              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">"
              "<circle cx=\"12\" cy=\"12\" r=\"5.5\" fill=\"currentColor\"/></svg>",
              colors.accentText);
}

/// Parents first: children take over palettes and fonts. What has not been polished yet will be
/// when it is shown, while its children may have been, to be measured.
void polishAgain(QWidget& widget) {
  if (widget.testAttribute(Qt::WA_WState_Polished)) {
    widget.style()->polish(&widget);
    QEvent event(QEvent::StyleChange);
    QCoreApplication::sendEvent(&widget, &event);
  }
  for (QObject* child : QObjectList(widget.children()))
    if (child->isWidgetType() && !static_cast<QWidget*>(child)->isWindow())
      polishAgain(*static_cast<QWidget*>(child));
}

/// Another style sheet for everything. Qt 6.4 itself polishes each widget once for every one of its
/// ancestors, nine times as often as needed, so it is made to forget the widgets it knows, and they
/// are polished here.
void restyle(const QString& sheet) {
  QStyle* style = QApplication::style();
  const bool again = !qApp->styleSheet().isEmpty();
  if (again) style->unpolish(qApp);
  qApp->setStyleSheet(sheet);
  if (!again) return;
  style->polish(qApp);
  for (QWidget* window : QApplication::topLevelWidgets()) polishAgain(*window);
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent) {
  m_systemDark = looksDark(QApplication::palette());
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  qApp->installEventFilter(this);
  apply();
}

Theme::~Theme() = default;

void Theme::setMode(ThemeMode mode) {
  if (mode == m_mode) return;
  m_mode = mode;
  if (wantsDark() != m_colors.dark)
    apply();
  else
    emit changed(); // the mode alone
}

bool Theme::wantsDark() const {
  return m_mode == ThemeMode::dark || (m_mode == ThemeMode::system && m_systemDark);
}

void Theme::setTextScale(double scale) {
  const double wanted = std::clamp(scale, 0.75, 2.5);
  if (qFuzzyCompare(wanted, m_textScale)) return;
  m_textScale = wanted;
  apply();
}

QIcon Theme::icon(const QString& name, bool onAccent) const {
  const QByteArray svg = svgOf(name);
  return svg.isEmpty() ? QIcon() : QIcon(new IconEngine(this, svg, onAccent, std::nullopt));
}

QIcon Theme::icon(const QString& name, const QColor& color) const {
  const QByteArray svg = svgOf(name);
  return svg.isEmpty() ? QIcon() : QIcon(new IconEngine(this, svg, false, color));
}

QFont Theme::font(double points, int weight) const {
  QFont font;
  if (!families().isEmpty()) font.setFamilies(families());
  font.setPointSizeF(points * m_textScale);
  font.setWeight(static_cast<QFont::Weight>(weight));
  // Hinting makes stems of Hangul uneven; unhinted text is also the same at every scale factor.
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

QFont Theme::codeFont(double points) const {
  QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  font.setFamilies(QStringList{font.family()} + families());
  font.setPointSizeF(points * m_textScale);
  font.setStyleHint(QFont::Monospace);
  return font;
}

void Theme::apply() {
  const QScopedValueRollback guard(m_applying, true);
  m_colors = wantsDark() ? darkColors() : lightColors();
  // A new folder each time: the pixmap cache knows pictures by their path.
  const auto old = std::exchange(m_tinted, std::make_unique<QTemporaryDir>());
  writeTintedCopies(*m_tinted, m_colors);
  QApplication::setPalette(paletteOf(m_colors));
  QToolTip::setPalette(paletteOf(m_colors));
  if (const QFont body = font(bodyType); body != QApplication::font()) QApplication::setFont(body);
  if (!m_building) dress();
  emit changed();
}

void Theme::dress() {
  restyle(styleSheet(m_colors, m_textScale, m_tinted->path()));
}

Theme::Building::Building(Theme& theme) : m_theme(theme) {
  const QWidgetList windows = QApplication::topLevelWidgets();
  m_theme.m_building = std::none_of(windows.begin(), windows.end(),
                                    [](const QWidget* window) { return window->isVisible(); });
  if (m_theme.m_building) qApp->setStyleSheet(QString());
}

Theme::Building::~Building() {
  if (std::exchange(m_theme.m_building, false)) m_theme.dress();
}

// The palette we set hides the desktop's; take ours away for a moment to see it.
void Theme::followSystem() {
  {
    const QScopedValueRollback guard(m_applying, true);
    QApplication::setPalette(QPalette());
    m_systemDark = looksDark(QApplication::palette());
    QApplication::setPalette(paletteOf(m_colors));
  }
  if (m_mode == ThemeMode::system && m_systemDark != m_colors.dark) apply();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
  if (m_applying) return false;
  if (event->type() == QEvent::ThemeChange) followSystem();
  if (event->type() == QEvent::ApplicationPaletteChange && watched == qApp &&
      QApplication::palette().color(QPalette::Window) != m_colors.window) {
    m_systemDark = looksDark(QApplication::palette());
    apply();
  }
  return false;
}

} // namespace layerlab

#include "moc_theme.cpp"
