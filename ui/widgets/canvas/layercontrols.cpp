#include "ui/widgets/canvas/layercontrols.h"

#include "ui/widgets/canvas/activationpicker.h"
#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace layerlab {
namespace {

constexpr int maxUnits = 4096;

/// Test tools and screen readers find a widget by an id that no language changes.
void nameIt(QWidget* widget, const QString& id) {
  widget->setObjectName(id);
  widget->setAccessibleDescription(id);
  widget->setProperty("compact", true);
}

void say(QWidget* widget, const QString& name, const QString& hint) {
  widget->setAccessibleName(name);
  widget->setToolTip(hint);
}

} // namespace

LayerControls::LayerControls(const Theme& theme, const LayerSpec& layer, QWidget* canvas)
    : QObject(canvas), m_theme(theme), m_id(layer.id) {
  if (layer.kind == LayerKind::dense) {
    m_units = new QSpinBox(canvas);
    nameIt(m_units, QStringLiteral("canvasUnits_%1").arg(m_id));
    m_units->setRange(1, maxUnits);
    m_units->setKeyboardTracking(false); // "64" must not train a network of 6 on its way
    connect(m_units, &QSpinBox::valueChanged, this, &LayerControls::unitsChanged);
    m_picker = new ActivationPicker(theme, canvas);
    nameIt(m_picker, QStringLiteral("canvasActivation_%1").arg(m_id));
    connect(m_picker, &ActivationPicker::picked, this, &LayerControls::activationChanged);
  }
  m_duplicate = button(QStringLiteral("canvasDuplicate_%1").arg(m_id), canvas);
  m_remove = button(QStringLiteral("canvasRemove_%1").arg(m_id), canvas);
  connect(m_duplicate, &QToolButton::clicked, this, &LayerControls::duplicateRequested);
  connect(m_remove, &QToolButton::clicked, this, &LayerControls::removeRequested);
  refreshIcons();
}

LayerControls::~LayerControls() {
  // The click that asked for the removal may still be on its way out of the button.
  for (QWidget* widget : widgets()) {
    widget->hide();
    widget->disconnect(this);
    widget->deleteLater();
  }
}

QToolButton* LayerControls::button(const QString& name, QWidget* canvas) {
  auto* button = new QToolButton(canvas);
  nameIt(button, name);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

void LayerControls::refreshIcons() {
  m_duplicate->setIcon(m_theme.icon(QStringLiteral("duplicate"), m_theme.colors().muted));
  m_remove->setIcon(m_theme.icon(QStringLiteral("close"), m_theme.colors().muted));
}

void LayerControls::show(const LayerSpec& layer, const QString& layerName, bool isOutput,
                         bool editable) {
  m_removable = !isOutput;
  for (QWidget* widget : widgets()) widget->setEnabled(editable);
  say(m_duplicate, NetworkCanvas::tr("Duplicate %1").arg(layerName),
      NetworkCanvas::tr("Duplicate this layer (Ctrl+D)"));
  say(m_remove, NetworkCanvas::tr("Remove %1").arg(layerName),
      NetworkCanvas::tr("Remove this layer (Delete)"));
  if (!m_units) return;
  if (m_units->value() != layer.units) {
    const QSignalBlocker quiet(m_units);
    m_units->setValue(layer.units);
  }
  m_picker->setActivation(layer.activation);
  say(m_units, NetworkCanvas::tr("Units of %1").arg(layerName),
      NetworkCanvas::tr("Units: the number of neurons of this layer"));
  say(m_picker, NetworkCanvas::tr("Activation of %1").arg(layerName),
      NetworkCanvas::tr("Activation function: %1").arg(m_picker->currentText()));
}

void LayerControls::place(const CardGeometry& card, QPoint offset, double zoom, bool active) {
  const auto put = [&](QWidget* widget, const QRectF& rect, double points) {
    widget->setFont(m_theme.font(points * zoom));
    widget->setGeometry(rect.toAlignedRect().translated(offset));
    widget->show();
  };
  if (m_units) {
    const double unit = m_theme.textScale() * zoom;
    put(m_units, card.units, 9.0);
    // With a style sheet the field inside keeps the font of its first day.
    m_units->findChild<QLineEdit*>()->setFont(m_units->font());
    put(m_picker, card.activation, 9.0);
    // Beside the units there is only room for the name; the graph is in the popup.
    const int name = m_picker->fontMetrics().horizontalAdvance(m_picker->currentText());
    m_picker->setIconSize(QSize(qRound(18 * unit), qRound(12 * unit)));
    m_picker->showGraph(card.activation.width() - name >= 54.0 * unit);
  }
  const double side = card.title.height() * 0.86;
  QRectF place(card.title.right() - side + 4.0, card.title.top() - 2.0, side, side);
  for (QToolButton* button : {m_remove, m_duplicate}) {
    button->setIconSize(QSize(qRound(side * 0.68), qRound(side * 0.68)));
    button->setGeometry(place.toAlignedRect().translated(offset));
    place.translate(-side, 0.0);
  }
  m_roomy = card.title.width() >= 4.6 * card.title.height();
  setActive(active);
}

void LayerControls::setActive(bool active) {
  m_remove->setVisible(m_removable && (active || !m_units || m_roomy));
  m_duplicate->setVisible(m_removable && m_units && active && m_roomy);
}

void LayerControls::focusUnits() {
  if (!m_units) return;
  m_units->setFocus(Qt::ShortcutFocusReason);
  m_units->selectAll();
}

std::vector<QWidget*> LayerControls::widgets() const {
  if (!m_units) return {m_duplicate, m_remove};
  return {m_units, m_picker, m_duplicate, m_remove};
}

} // namespace layerlab

#include "moc_layercontrols.cpp"
