#include "ui/widgets/panels/form.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace layerlab {
namespace {

// As the style sheet has them.
constexpr double captionPoints = 9.0;
constexpr int comboRim = 17; // border and padding
constexpr int spinRim = 12;
constexpr int arrowsWidth = 20;

class WheelCalmer : public QObject {
public:
  using QObject::QObject;

protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    const auto* control = qobject_cast<QWidget*>(watched);
    if (event->type() != QEvent::Wheel || !control || control->hasFocus()) return false;
    event->ignore(); // the scroll area gets it
    return true;
  }
};

} // namespace

void nameWidget(QWidget* widget, const QString& name) {
  widget->setObjectName(name);
  widget->setAccessibleDescription(name);
}

void setWords(QWidget* widget, const QString& accessibleName, const QString& toolTip) {
  widget->setAccessibleName(accessibleName);
  widget->setToolTip(toolTip);
}

void calmWheel(QWidget* control) {
  control->setFocusPolicy(Qt::StrongFocus);
  control->installEventFilter(new WheelCalmer(control));
}

QComboBox* makeCombo(const QString& name, QWidget* parent) {
  auto* combo = new QComboBox(parent);
  nameWidget(combo, name);
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(5);
  combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  calmWheel(combo);
  return combo;
}

void fillCombo(QComboBox* combo, const QVector<Choice>& choices) {
  const QSignalBlocker silence(combo);
  const QVariant chosen = combo->currentData();
  combo->clear();
  for (const Choice& choice : choices) {
    combo->addItem(choice.text, choice.data);
    combo->setItemData(combo->count() - 1, choice.toolTip.isEmpty() ? choice.text : choice.toolTip,
                       Qt::ToolTipRole);
  }
  combo->view()->setMinimumWidth(combo->view()->sizeHintForColumn(0) + 32);
  combo->setCurrentIndex(chosen.isValid() ? combo->findData(chosen) : -1);
}

void showChoice(QComboBox* combo, const QVariant& data) {
  const QSignalBlocker silence(combo);
  combo->setCurrentIndex(combo->findData(data));
}

Field::Field(QWidget* control, QWidget* parent)
    : QWidget(parent), m_caption(new QLabel(this)), m_control(control), m_head(new QHBoxLayout) {
  m_caption->setProperty("role", "caption");
  m_caption->setBuddy(control);
  m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_head->addWidget(m_caption, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(m_head);
  column->addWidget(control);
}

void Field::setTexts(const QString& caption, const QString& toolTip) {
  m_caption->setText(caption);
  m_caption->setToolTip(toolTip);
  setWords(m_control, caption, toolTip);
}

void Field::addBeside(QWidget* widget) {
  m_head->addWidget(widget);
}

void Field::fitWidth(const Theme& theme, const QString& sample) {
  const QFontMetrics metrics(theme.font(bodyType));
  const QFontMetrics small(theme.font(captionPoints));
  int text = metrics.horizontalAdvance(sample);
  const auto* combo = qobject_cast<const QComboBox*>(m_control);
  for (int i = 0; combo && i < combo->count(); ++i)
    text = std::max(text, metrics.horizontalAdvance(combo->itemText(i)));
  text += (combo ? comboRim : spinRim) + theme.px(arrowsWidth);
  setFixedWidth(std::max(text, small.horizontalAdvance(m_caption->text())));
}

int sideWidth(const Theme& theme, int pixels) {
  return qRound(pixels * (1.0 + (theme.textScale() - 1.0) / 2.0));
}

Section::Section(const Theme& theme, const QString& name, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_heading(new QToolButton(this)),
      m_content(new QWidget(this)), m_body(new QVBoxLayout(m_content)) {
  setProperty("card", true);
  setObjectName(name);
  nameWidget(m_heading, QStringLiteral("%1Heading").arg(name));
  m_heading->setProperty("heading", true);
  m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_heading->setAutoRaise(true);
  m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_heading->setIconSize({14, 14});
  m_heading->setStyleSheet(QStringLiteral("padding: 2px 0")); // flush with the fields below
  m_body->setContentsMargins(0, 0, 0, 0);
  m_body->setSpacing(8);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->setSpacing(8);
  column->addWidget(m_heading);
  column->addWidget(m_content);
  connect(m_heading, &QToolButton::clicked, this, [this] { setFolded(!isFolded()); });
  connect(&theme, &Theme::changed, this, &Section::refreshIcon);
  refreshIcon();
}

void Section::setTitle(const QString& title, const QString& toolTip) {
  m_heading->setText(title);
  setWords(m_heading, title, toolTip);
}

bool Section::isFolded() const {
  return m_content->isHidden();
}

void Section::setFolded(bool folded) {
  m_content->setVisible(!folded);
  refreshIcon();
}

void Section::refreshIcon() {
  m_heading->setIcon(
      m_theme.icon(isFolded() ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down")));
  QFont bold = m_theme.font(10.5, QFont::DemiBold);
  m_heading->setFont(bold);
}

QHBoxLayout* pair(QWidget* left, QWidget* right) {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(left, 1);
  row->addWidget(right, 1);
  return row;
}

} // namespace layerlab

#include "moc_form.cpp"
