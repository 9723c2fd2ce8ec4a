#include "ui/widgets/canvas/activationpicker.h"

#include "ui/widgets/canvas/activationgraph.h"
#include "ui/widgets/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <vector>

namespace layerlab {
namespace {

constexpr int columns = 5;

QString nameOf(Activation activation) {
  return QString::fromLatin1(kerasName(activation));
}

/// The popup: one button per activation, walked with the arrow keys. No child of the picker: style
/// sheets leave frames inside a combo box alone.
class ActivationGrid : public QFrame {
public:
  ActivationGrid(const Theme& theme, ActivationPicker* picker)
      : QFrame(picker->parentWidget(), Qt::Popup), m_picker(picker) {
    setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &QObject::destroyed, this, &QWidget::close);
    setObjectName(QStringLiteral("activationGrid"));
    setProperty("card", true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 8, 8, 8);
    grid->setSpacing(2);
    for (int i = 0; i < activationCount; ++i)
      grid->addWidget(choice(theme, static_cast<Activation>(i)), i / columns, i % columns);
    m_choices[static_cast<std::size_t>(std::max(0, picker->currentIndex()))]->setFocus();
  }

protected:
  void keyPressEvent(QKeyEvent* event) override {
    const auto at = std::find_if(m_choices.begin(), m_choices.end(),
                                 [](const QToolButton* choice) { return choice->hasFocus(); });
    const int index = static_cast<int>(at - m_choices.begin());
    switch (event->key()) {
    case Qt::Key_Left:
      return focusChoice(index - 1);
    case Qt::Key_Right:
      return focusChoice(index + 1);
    case Qt::Key_Up:
      return focusChoice(index - columns);
    case Qt::Key_Down:
      return focusChoice(index + columns);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (index < activationCount) m_choices[static_cast<std::size_t>(index)]->click();
      return;
    case Qt::Key_Escape:
      close();
      return;
    default:
      QFrame::keyPressEvent(event);
    }
  }

private:
  QToolButton* choice(const Theme& theme, Activation activation) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("activationChoice_") + nameOf(activation));
    button->setAccessibleName(nameOf(activation));
    button->setText(nameOf(activation));
    button->setFont(theme.font(8.5));
    button->setIcon(activationIcon(theme, activation));
    button->setIconSize(QSize(theme.px(52), theme.px(34)));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setChecked(static_cast<int>(activation) == m_picker->currentIndex());
    button->setFixedSize(theme.px(88), theme.px(66));
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, activation] {
      ActivationPicker* picker = m_picker;
      close();
      picker->setCurrentIndex(static_cast<int>(activation));
      picker->setFocus();
    });
    m_choices.push_back(button);
    return button;
  }

  // Buttons would walk by their own rules, which stop at the end of a row.
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() != QEvent::KeyPress) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    const bool ours = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
                      key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (ours) keyPressEvent(key);
    return ours;
  }

  void focusChoice(int index) {
    if (index >= 0 && index < activationCount)
      m_choices[static_cast<std::size_t>(index)]->setFocus();
  }

  ActivationPicker* m_picker;
  std::vector<QToolButton*> m_choices;
};

/// Below the picker, or above it where the screen ends.
QPoint popupPlace(const QWidget& picker, const QSize& size) {
  QPoint place = picker.mapToGlobal(QPoint(0, picker.height() + 2));
  const QRect screen = picker.screen()->availableGeometry();
  if (place.y() + size.height() > screen.bottom())
    place.setY(picker.mapToGlobal(QPoint(0, 0)).y() - size.height() - 2);
  place.setX(
      std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - size.width())));
  return {place.x(), std::max(place.y(), screen.top())};
}

} // namespace

ActivationPicker::ActivationPicker(const Theme& theme, QWidget* parent)
    : QComboBox(parent), m_theme(theme) {
  for (int i = 0; i < activationCount; ++i) {
    const auto activation = static_cast<Activation>(i);
    addItem(activationIcon(theme, activation), nameOf(activation));
  }
  setFocusPolicy(Qt::StrongFocus);
  setMinimumContentsLength(3);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  connect(this, &QComboBox::currentIndexChanged, this,
          [this](int index) { emit picked(static_cast<Activation>(index)); });
}

void ActivationPicker::setActivation(Activation activation) {
  const QSignalBlocker quiet(this);
  setCurrentIndex(static_cast<int>(activation));
  update();
}

void ActivationPicker::showGraph(bool on) {
  if (on == m_graph) return;
  m_graph = on;
  update();
}

void ActivationPicker::initStyleOption(QStyleOptionComboBox* option) const {
  QComboBox::initStyleOption(option);
  if (!m_graph) option->currentIcon = QIcon();
}

void ActivationPicker::showPopup() {
  m_popup = new ActivationGrid(m_theme, this);
  m_popup->adjustSize();
  m_popup->move(popupPlace(*this, m_popup->size()));
  m_popup->show();
}

void ActivationPicker::hidePopup() {
  if (m_popup) m_popup->close();
  QComboBox::hidePopup();
}

// The wheel over a canvas scrolls; it must not change an activation on its way.
void ActivationPicker::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) return QComboBox::wheelEvent(event);
  event->ignore();
}

} // namespace layerlab

#include "moc_activationpicker.cpp"
