#include "ui/widgets/scriptwidgets.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGraphicsView>
#include <QHeaderView>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTextEdit>
#include <QToolButton>

#include <cmath>
#include <limits>

namespace layerlab {
namespace {

template <class Type> Type* findIn(QWidget& root, const QString& name) {
  if (auto* self = qobject_cast<Type*>(&root); self && self->objectName() == name) return self;
  Type* found = nullptr;
  for (Type* candidate : root.findChildren<Type*>(name)) {
    const auto* widget = qobject_cast<const QWidget*>(candidate);
    if (!found || (widget && widget->isVisible())) found = candidate;
    if (widget && widget->isVisible()) break;
  }
  return found;
}

template <class Type> Type* findAnywhere(QWidget& window, const QString& name) {
  if (QWidget* modal = QApplication::activeModalWidget())
    if (Type* found = findIn<Type>(*modal, name)) return found;
  if (Type* found = findIn<Type>(window, name)) return found;
  for (QWidget* other : QApplication::topLevelWidgets())
    if (Type* found = findIn<Type>(*other, name)) return found;
  return nullptr;
}

Error rangeError(const QString& name, const QString& from, const QString& to,
                 const QString& value) {
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "%1 takes %2 to %3, not %4"),
       {name.toStdString(), from.toStdString(), to.toStdString(), value.toStdString()}});
}

QString numberString(double value) {
  return QString::fromStdString(numberText(value));
}

template <class Spin, class Number>
Result<void> setNumber(Spin& widget, const Result<Number>& value, const QString& text) {
  if (!value) return value.error();
  if (*value < widget.minimum() || *value > widget.maximum())
    return rangeError(widget.objectName(), numberString(widget.minimum()),
                      numberString(widget.maximum()), text);
  widget.setValue(*value);
  return {};
}

int comboIndex(const QComboBox& combo, const QString& value) {
  for (int i = 0; i < combo.count(); ++i)
    if (combo.itemData(i).toString() == value) return i;
  return combo.findText(value, Qt::MatchFixedString);
}

Result<void> setCombo(QComboBox& combo, const QString& value) {
  const int index = comboIndex(combo, value);
  if (index < 0) {
    QStringList entries;
    for (int i = 0; i < combo.count(); ++i) entries << combo.itemText(i);
    return inputError({QT_TRANSLATE_NOOP("Core", "%1 has no entry '%2'; it has: %3"),
                       {combo.objectName().toStdString(), value.toStdString(),
                        entries.join(QStringLiteral(", ")).toStdString()}});
  }
  combo.setCurrentIndex(index);
  emit combo.activated(index);
  return {};
}

Result<void> setLine(QLineEdit& line, const QString& value) {
  QString checked = value;
  int position = static_cast<int>(value.size());
  if (line.validator() && line.validator()->validate(checked, position) != QValidator::Acceptable)
    return inputError({QT_TRANSLATE_NOOP("Core", "%1 does not take '%2'"),
                       {line.objectName().toStdString(), value.toStdString()}});
  line.setText(value);
  emit line.textEdited(value);
  emit line.editingFinished();
  return {};
}

Result<void> setTick(QAbstractButton& button, const QString& value) {
  const bool on = QStringList{"on", "true", "yes", "1"}.contains(value);
  const bool off = QStringList{"off", "false", "no", "0"}.contains(value);
  if (!on && !off)
    return inputError({QT_TRANSLATE_NOOP("Core", "%1 takes on or off, not '%2'"),
                       {button.objectName().toStdString(), value.toStdString()}});
  if (button.isChecked() != on) button.click();
  return {};
}

Result<void> setTab(QTabWidget& tabs, const QString& value) {
  for (int i = 0; i < tabs.count(); ++i)
    if (tabs.widget(i)->objectName() == value || tabs.tabText(i) == value) {
      tabs.setCurrentIndex(i);
      return {};
    }
  return inputError({QT_TRANSLATE_NOOP("Core", "%1 has no page '%2'"),
                     {tabs.objectName().toStdString(), value.toStdString()}});
}

bool isInteractive(const QWidget& widget) {
  if (qobject_cast<const QScrollBar*>(&widget) || qobject_cast<const QHeaderView*>(&widget))
    return false;
  // Parts of another control that a person reaches through the whole.
  const QWidget* parent = widget.parentWidget();
  if (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent))
    return false;
  // The corner of a table's headers, which Qt makes itself and gives no name.
  if (widget.inherits("QTableCornerButton")) return false;
  return isSettable(widget) || qobject_cast<const QAbstractButton*>(&widget) ||
         qobject_cast<const QAbstractItemView*>(&widget) ||
         qobject_cast<const QTextEdit*>(&widget) || qobject_cast<const QPlainTextEdit*>(&widget) ||
         (qobject_cast<const QGraphicsView*>(&widget) && widget.focusPolicy() != Qt::NoFocus);
}

QString shownText(const QWidget& widget) {
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) return button->text();
  if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) return combo->currentText();
  if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(&widget)) return spin->text();
  if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) return line->text();
  if (const auto* slider = qobject_cast<const QAbstractSlider*>(&widget))
    return QString::number(slider->value());
  if (const auto* tabs = qobject_cast<const QTabWidget*>(&widget))
    return tabs->tabText(tabs->currentIndex());
  return {};
}

QJsonObject widgetJson(const QWidget& window, const QWidget& widget) {
  const QPoint at = widget.mapTo(widget.window(), QPoint(0, 0));
  return {{"objectName", widget.objectName()},
          {"class", QLatin1String(widget.metaObject()->className())},
          {"name", widget.accessibleName()},
          {"text", shownText(widget)},
          {"tooltip", widget.toolTip()},
          {"enabled", widget.isEnabled()},
          {"dialog", widget.window() != &window},
          {"geometry", QJsonArray{at.x(), at.y(), widget.width(), widget.height()}}};
}

bool triggerShortcut(QWidget& window, const QKeySequence& keys) {
  for (QAction* action : window.findChildren<QAction*>())
    if (action->isEnabled() && action->shortcuts().contains(keys)) {
      action->trigger();
      return true;
    }
  for (QShortcut* shortcut : window.findChildren<QShortcut*>())
    if (shortcut->isEnabled() && shortcut->key() == keys) {
      emit shortcut->activated();
      return true;
    }
  return false;
}

} // namespace

QWidget* findWidget(QWidget& window, const QString& name) {
  return findAnywhere<QWidget>(window, name);
}

QAction* findAction(QWidget& window, const QString& name) {
  return findAnywhere<QAction>(window, name);
}

Result<double> scriptNumber(const QString& text) {
  bool ok = false;
  const double value = QLocale::c().toDouble(text, &ok);
  if (!ok || !std::isfinite(value))
    return inputError({QT_TRANSLATE_NOOP("Core", "'%1' is not a number"), {text.toStdString()}});
  return value;
}

Result<int> scriptInteger(const QString& text) {
  const Result<double> value = scriptNumber(text);
  if (!value) return value.error();
  if (*value != std::floor(*value) || std::abs(*value) > std::numeric_limits<int>::max())
    return inputError({QT_TRANSLATE_NOOP("Core", "'%1' is not a whole number of usual size"),
                       {text.toStdString()}});
  return static_cast<int>(*value);
}

bool isSettable(const QWidget& widget) {
  const auto* button = qobject_cast<const QAbstractButton*>(&widget);
  return qobject_cast<const QAbstractSpinBox*>(&widget) ||
         qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
         qobject_cast<const QAbstractSlider*>(&widget) ||
         qobject_cast<const QTabWidget*>(&widget) || (button && button->isCheckable());
}

Result<void> setWidgetValue(QWidget& widget, const QString& value) {
  if (!widget.isEnabled())
    return inputError({QT_TRANSLATE_NOOP("Core", "%1 cannot be changed now"),
                       {widget.objectName().toStdString()}});
  if (auto* spin = qobject_cast<QSpinBox*>(&widget))
    return setNumber(*spin, scriptInteger(value), value);
  if (auto* spin = qobject_cast<QDoubleSpinBox*>(&widget))
    return setNumber(*spin, scriptNumber(value), value);
  if (auto* slider = qobject_cast<QAbstractSlider*>(&widget))
    return setNumber(*slider, scriptInteger(value), value);
  if (auto* combo = qobject_cast<QComboBox*>(&widget)) return setCombo(*combo, value);
  if (auto* line = qobject_cast<QLineEdit*>(&widget)) return setLine(*line, value);
  if (auto* tabs = qobject_cast<QTabWidget*>(&widget)) return setTab(*tabs, value);
  if (auto* button = qobject_cast<QAbstractButton*>(&widget)) return setTick(*button, value);
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "%1 cannot be set"), {widget.objectName().toStdString()}});
}

Result<void> tickOnly(QListWidget& list, const QStringList& names) {
  for (const QString& name : names)
    if (list.findItems(name, Qt::MatchExactly).isEmpty())
      return inputError(
          {QT_TRANSLATE_NOOP("Core", "there is no column '%1' to choose"), {name.toStdString()}});
  // Ticks first: a list that is empty for a moment would be refused.
  for (const bool wanted : {true, false})
    for (int i = 0; i < list.count(); ++i) {
      QListWidgetItem* item = list.item(i);
      if (names.contains(item->text()) != wanted || !(item->flags() & Qt::ItemIsUserCheckable))
        continue;
      const Qt::CheckState state = wanted ? Qt::Checked : Qt::Unchecked;
      if (item->checkState() != state) item->setCheckState(state);
    }
  return {};
}

/// The menu that a click on the button opens and does nothing else.
QMenu* menuOf(const QAbstractButton& button) {
  if (const auto* push = qobject_cast<const QPushButton*>(&button)) return push->menu();
  const auto* tool = qobject_cast<const QToolButton*>(&button);
  return tool && tool->popupMode() == QToolButton::InstantPopup ? tool->menu() : nullptr;
}

Result<void> clickWidget(QWidget& widget) {
  if (!widget.isEnabled() || !widget.isVisible())
    return inputError({QT_TRANSLATE_NOOP("Core", "%1 cannot be clicked now"),
                       {widget.objectName().toStdString()}});
  if (auto* button = qobject_cast<QAbstractButton*>(&widget)) {
    // The button itself would wait for the menu to close, and the script with it.
    if (QMenu* menu = menuOf(*button))
      menu->popup(button->mapToGlobal(button->rect().bottomLeft()));
    else
      button->click();
    return {};
  }
  const QPointF centre = QRectF(widget.rect()).center();
  const QPointF global = widget.mapToGlobal(centre);
  for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
    const Qt::MouseButtons held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
    QMouseEvent event(type, centre, global, Qt::LeftButton, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
  }
  return {};
}

void pressKey(QWidget& window, const QKeySequence& keys) {
  QWidget* focus = window.focusWidget() ? window.focusWidget() : &window;
  if (QWidget* modal = QApplication::activeModalWidget())
    focus = modal->focusWidget() ? modal->focusWidget() : modal;
  const QKeyCombination key = keys[0];
  const QString typed = key.keyboardModifiers() == Qt::NoModifier && key.key() < Qt::Key_Escape
                            ? QString(QChar(key.key())).toLower()
                            : QString();
  QKeyEvent override(QEvent::ShortcutOverride, key.key(), key.keyboardModifiers(), typed);
  override.ignore();
  QCoreApplication::sendEvent(focus, &override);
  if (!override.isAccepted() && triggerShortcut(*focus->window(), keys)) return;
  for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
    QKeyEvent event(type, key.key(), key.keyboardModifiers(), typed);
    QCoreApplication::sendEvent(focus, &event);
  }
}

QVector<QWidget*> interactiveWidgets(QWidget& window) {
  QVector<QWidget*> widgets;
  for (QWidget* widget : window.findChildren<QWidget*>())
    if (widget->isVisible() && isInteractive(*widget) &&
        !widget->objectName().startsWith(QLatin1String("qt_")))
      widgets << widget;
  return widgets;
}

QJsonArray widgetsJson(QWidget& window) {
  QJsonArray list;
  QVector<QWidget*> widgets = interactiveWidgets(window); // with those of its dialogs
  if (QWidget* modal = QApplication::activeModalWidget())
    for (QWidget* widget : interactiveWidgets(*modal))
      if (!widgets.contains(widget)) widgets << widget;
  for (const QWidget* widget : widgets) list.append(widgetJson(window, *widget));
  return list;
}

} // namespace layerlab
