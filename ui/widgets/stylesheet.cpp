#include "ui/widgets/stylesheet.h"

#include <QRegularExpression>

namespace layerlab {
namespace {

// @name is a colour, @Npx a length that grows with the text, @Npt a font size, @/ the icon folder.
constexpr const char* sheetBase = R"(
QMainWindow, QDialog { background: @window; }
QMainWindow::separator { background: @window; width: 8px; height: 8px; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 8px; }
QStatusBar { background: @window; color: @muted; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; }

QLabel { background: transparent; }
QLabel:disabled { color: @disabled; }
QLabel[role="title"] { font-size: @13pt; font-weight: 600; }
QLabel[role="heading"] { font-size: @10pt; font-weight: 600; }
QLabel[role="caption"] { font-size: @9pt; color: @muted; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="figure"] { font-size: @16pt; font-weight: 600; }
QLabel[role="good"] { color: @good; }
QLabel[role="note"] { color: @note; }
QLabel[role="bad"] { color: @bad; }
QLabel[role="badge"] { font-size: @8.5pt; color: @muted; background: @raised;
  border: 1px solid @border; border-radius: 8px; padding: 1px 8px; }

QFrame[card="true"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[card="true"][selected="true"] { border-color: @accent; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: @border; }
QGroupBox { background: @surface; border: 1px solid @border; border-radius: 10px;
  margin-top: @24px; padding: 8px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 2px 2px;
  color: @text; }
QGroupBox::indicator { width: @16px; height: @16px; }

QPushButton { background: @raised; color: @text; border: 1px solid @border; border-radius: 6px;
  padding: 4px 12px; min-height: @20px; }
QPushButton:hover { background: @hover; border-color: @muted; }
QPushButton:pressed, QPushButton:checked { background: @selection; border-color: @accent; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @disabled; background: @surface; border-color: @grid; }
QPushButton:default { border-color: @accent; }
QPushButton::menu-indicator { image: url(@/chevron-down.svg); width: @12px; height: @12px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QPushButton[primary="true"] { background: @accent; color: @accentText; border: 1px solid @accent;
  font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[primary="true"]:pressed { background: @accent; border-color: @text; }
QPushButton[primary="true"]:focus { border-color: @text; }
QPushButton[primary="true"]:disabled { background: @raised; color: @disabled;
  border-color: @border; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:pressed, QPushButton[flat="true"]:checked { background: @selection; }
QPushButton[flat="true"]:focus { border-color: @accent; }
QPushButton[flat="true"]:disabled { background: transparent; }
QPushButton[danger="true"] { color: @bad; }

QToolBar { background: @window; border: none; spacing: 4px; padding: 4px; }
QToolBar::separator { background: @border; width: 1px; margin: 6px 6px; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent;
  border-radius: 6px; padding: 4px 6px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @selection; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @disabled; }
QToolButton[popupMode="1"] { padding-right: @20px; }
QToolButton::menu-button { border: none; width: @18px; }
QToolButton::menu-arrow { image: url(@/chevron-down.svg); width: @12px; height: @12px; }
QToolButton::menu-indicator { image: url(@/chevron-down.svg); width: @12px; height: @12px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QToolButton[popupMode="2"] { padding-right: @20px; }
QToolButton[primary="true"] { background: @accent; color: @accentText; border-color: @accent;
  font-weight: 600; }
QToolButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QToolButton[primary="true"]:focus { border-color: @text; }
QToolButton[primary="true"]:disabled { background: @raised; color: @disabled;
  border-color: @border; }
QToolButton[pill="true"] { border: 1px solid @border; background: @surface; }
QToolButton[pill="true"]:hover { border-color: @muted; background: @hover; }
QToolButton[pill="true"]:focus, QToolButton[pill="true"]:checked { border-color: @accent; }
)";

constexpr const char* sheetInputs = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser { background: @field; color: @text;
  border: 1px solid @border; border-radius: 6px; padding: 3px 7px;
  selection-background-color: @selection; selection-color: @text; }
QLineEdit { min-height: @20px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover { border-color: @muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus {
  border-color: @accent; }
QLineEdit:disabled { color: @disabled; background: @surface; border-color: @grid; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] { border-color: @bad; }

QComboBox { background: @field; color: @text; border: 1px solid @border; border-radius: 6px;
  padding: 3px 4px 3px 8px; min-height: @20px; combobox-popup: 0; }
QComboBox:hover { border-color: @muted; }
QComboBox:focus, QComboBox:on { border-color: @accent; }
QComboBox:disabled { color: @disabled; background: @surface; border-color: @grid; }
QComboBox::drop-down { border: none; width: @20px; subcontrol-origin: padding;
  subcontrol-position: center right; }
QComboBox::down-arrow { image: url(@/chevron-down.svg); width: @12px; height: @12px; }
QComboBox::down-arrow:disabled { image: url(@/chevron-down-off.svg); }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @border;
  border-radius: 0; padding: 4px; outline: none; selection-background-color: @selection;
  selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: @24px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {
  background: @selection; color: @text; }
QComboBox QAbstractItemView::item:disabled { color: @disabled; }

QAbstractSpinBox { background: @field; color: @text; border: 1px solid @border;
  border-radius: 6px; padding: 3px 2px 3px 6px; min-height: @20px;
  selection-background-color: @selection; selection-color: @text; }
QAbstractSpinBox:hover { border-color: @muted; }
QAbstractSpinBox:focus { border-color: @accent; }
QAbstractSpinBox:disabled { color: @disabled; background: @surface; border-color: @grid; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border;
  width: @18px; border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0;
  border-top-right-radius: 4px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0;
  border-bottom-right-radius: 4px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-button:pressed, QAbstractSpinBox::down-button:pressed {
  background: @selection; }
QAbstractSpinBox::up-arrow { image: url(@/chevron-up.svg); width: @10px; height: @10px; }
QAbstractSpinBox::down-arrow { image: url(@/chevron-down.svg); width: @10px; height: @10px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {
  image: url(@/chevron-up-off.svg); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
  image: url(@/chevron-down-off.svg); }

QCheckBox, QRadioButton { color: @text; spacing: 8px; background: transparent;
  border: 1px solid transparent; border-radius: 4px; padding: 1px 2px; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator { width: @14px;
  height: @14px; border: 1px solid @rim; border-radius: 4px; background: @field; }
QRadioButton::indicator { width: @14px; height: @14px; border: 1px solid @rim;
  border-radius: @radioRadius; background: @field; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QAbstractItemView::indicator:hover {
  border-color: @accent; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: @accent; border-color: @accent; image: url(@/check.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: @accent; border-color: @accent; image: url(@/minus.svg); }
QRadioButton::indicator:checked { border-color: @accent; background: @accent;
  image: url(@/radio.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled,
QAbstractItemView::indicator:disabled { border-color: @border; background: @surface; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {
  background: @disabled; border-color: @disabled; }

QSlider { background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
  background: @accent; border: none; }
QSlider::handle:horizontal:hover { background: @accentHover; }
QSlider::handle:horizontal:focus { background: @accent; border: 2px solid @text; width: 10px;
  height: 10px; border-radius: 7px; }
QSlider::groove:vertical { width: 4px; border-radius: 2px; background: @border; }
QSlider::add-page:vertical { width: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:vertical { width: 14px; height: 14px; margin: 0 -5px; border-radius: 7px;
  background: @accent; }
QSlider::handle:vertical:focus { border: 2px solid @text; width: 10px; height: 10px;
  border-radius: 7px; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {
  background: @disabled; }
)";

// Small widgets on the cards of the canvas; their place is set from outside.
constexpr const char* sheetCanvas = R"(
QAbstractSpinBox[compact="true"] { min-height: 10px; padding: 0 0 0 5px; }
QAbstractSpinBox[compact="true"]::up-button, QAbstractSpinBox[compact="true"]::down-button {
  width: @15px; }
QComboBox[compact="true"] { min-height: 10px; padding: 0 0 0 5px; }
QComboBox[compact="true"]::drop-down { width: @16px; }
QComboBox[compact="true"]::down-arrow { width: @10px; height: @10px; }
QToolButton[compact="true"] { padding: 0; border-radius: 4px; }
QFrame#activationGrid { border-radius: 0; }
QToolButton[round="true"] { padding: 0; border: 1px solid @border; border-radius: 6px;
  background: @surface; }
QToolButton[round="true"]:hover { background: @hover; border-color: @accent; }
QToolButton[round="true"]:focus { border-color: @accent; }
QAbstractScrollArea[bare="true"] { border: none; border-radius: 0; padding: 0; }
)";

constexpr const char* sheetViews = R"(
QTabWidget::pane { border: none; border-top: 1px solid @border; background: @surface; }
QTabWidget::tab-bar { left: 8px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 8px; margin: 0;
  border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; border-bottom-color: @border; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:selected:focus { background: @hover; border-top-left-radius: 6px;
  border-top-right-radius: 6px; }
QTabBar::tab:disabled { color: @disabled; }
QTabBar QToolButton { background: @surface; padding: 0; }
QTabBar QToolButton::right-arrow { image: url(@/chevron-right.svg); width: 12px; height: 12px; }
QTabBar QToolButton::left-arrow { image: url(@/chevron-left.svg); width: 12px; height: 12px; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @disabled; }
QScrollBar::handle:pressed { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QProgressBar { background: @border; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QProgressBar::chunk:disabled { background: @disabled; }

QMenuBar { background: @window; color: @text; padding: 2px 4px; border: none; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: @hover; }
QMenuBar::item:pressed { background: @selection; }
QMenu { background: @surface; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @disabled; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @grid; margin: 4px 8px; }
QMenu::right-arrow { image: url(@/chevron-right.svg); width: @12px; height: @12px; right: 6px; }
QMenu::indicator { width: @16px; height: @16px; left: 4px; }
QMenu::indicator:checked { image: url(@/check-text.svg); }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 8px; }
QSplitter::handle:vertical { height: 8px; }
QSplitter::handle:hover { background: @border; border-radius: 2px; margin: 3px; }
QDockWidget { color: @text; font-weight: 600; titlebar-close-icon: url(@/close.svg);
  titlebar-normal-icon: url(@/float.svg); }
QDockWidget::title { background: @window; padding: 6px 8px; text-align: left; }
QDockWidget::close-button, QDockWidget::float-button { border: none; padding: 1px;
  border-radius: 4px; background: transparent; icon-size: @14px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: @hover; }

QAbstractItemView { background: @surface; color: @text; border: 1px solid @border;
  alternate-background-color: @raised; selection-background-color: @selection;
  selection-color: @text; outline: none; gridline-color: @grid; }
QListView, QTreeView { border-radius: 6px; padding: 2px; }
QListView::item, QTreeView::item { padding: 3px 6px; border-radius: 4px; min-height: @20px; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected { background: @selection; color: @text; }
QAbstractItemView:focus { border-color: @accent; }
QTableView::item:selected { background: @selection; color: @text; }
QTableView QTableCornerButton::section { background: @raised; border: none;
  border-right: 1px solid @grid; border-bottom: 1px solid @border; }
QHeaderView { background: @raised; border: none; }
QHeaderView::section { background: @raised; color: @muted; border: none;
  border-right: 1px solid @grid; border-bottom: 1px solid @border; padding: 4px 8px; }
QHeaderView::section:vertical { border-bottom: 1px solid @grid; border-right: 1px solid @border; }
QHeaderView::section:checked { color: @text; font-weight: 600; }
QHeaderView::down-arrow { image: url(@/chevron-down.svg); width: @10px; height: @10px; }
QHeaderView::up-arrow { image: url(@/chevron-up.svg); width: @10px; height: @10px; }
QMessageBox { background: @surface; }
QMessageBox QLabel { color: @text; }
QDialogButtonBox { button-layout: 3; dialogbuttonbox-buttons-have-icons: 0; }
)";

QString colorValue(const Colors& c, const QString& name) {
  const struct {
    const char* name;
    QColor value;
  } table[] = {{"window", c.window},
               {"surface", c.surface},
               {"raised", c.raised},
               {"border", c.border},
               {"grid", c.grid},
               {"text", c.text},
               {"muted", c.muted},
               {"disabled", c.disabled},
               {"accent", c.accent},
               {"accentHover", c.accentHover},
               {"accentText", c.accentText},
               {"good", c.good},
               {"note", c.note},
               {"bad", c.bad},
               {"hover", c.hover},
               {"selection", c.selection},
               {"field", c.dark ? c.window : c.surface},
               {"rim", mixed(c.border, c.muted, 0.6)}};
  for (const auto& row : table)
    if (name == QLatin1String(row.name)) return row.value.name();
  return {};
}

QString tokenValue(const Colors& colors, double scale, const QString& arrows,
                   const QString& token) {
  if (token == QLatin1String("/")) return arrows + QLatin1Char('/');
  // Half of indicator plus rim, so that the radio button stays a circle at any text size.
  if (token == QLatin1String("radioRadius"))
    return QString::number((qRound(14 * scale) + 2) / 2) + QStringLiteral("px");
  if (token.endsWith(QLatin1String("px")))
    return QString::number(qRound(token.chopped(2).toDouble() * scale)) + QStringLiteral("px");
  if (token.endsWith(QLatin1String("pt")))
    return QString::number(token.chopped(2).toDouble() * scale) + QStringLiteral("pt");
  return colorValue(colors, token);
}

} // namespace

QString styleSheet(const Colors& colors, double textScale, const QString& arrows) {
  const QString pattern = QLatin1String(sheetBase) + QLatin1String(sheetInputs) +
                          QLatin1String(sheetViews) + QLatin1String(sheetCanvas);
  static const QRegularExpression tokens(QStringLiteral("@(/|[0-9.]+p[xt]|[A-Za-z]+)"));
  QString sheet;
  qsizetype last = 0;
  for (auto it = tokens.globalMatch(pattern); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    const QString value = tokenValue(colors, textScale, arrows, match.captured(1));
    Q_ASSERT_X(!value.isEmpty(), "styleSheet", qPrintable(match.captured(1)));
    sheet += QStringView(pattern).mid(last, match.capturedStart() - last);
    sheet += value;
    last = match.capturedEnd();
  }
  sheet += QStringView(pattern).mid(last);
  return sheet;
}

} // namespace layerlab
