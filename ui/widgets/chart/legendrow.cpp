#include "ui/widgets/chart/legendrow.h"

#include "ui/widgets/chart/chartpaint.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int mostLegendRows = 2;
constexpr int spacing = 4;
constexpr int sampleWidth = 22;
constexpr int inset = 6;

} // namespace

LegendButton::LegendButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme) {
  setCheckable(true);
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
}

void LegendButton::show(const Curve& curve) {
  const QString id = QStringLiteral("chartLegend_") + curve.id;
  if (objectName() == id && text() == curve.name && m_color == curve.color &&
      m_style == curve.style && m_marker == curve.marker)
    return;
  setObjectName(id);
  setAccessibleDescription(id);
  setAccessibleName(curve.name);
  setText(curve.name);
  setToolTip(LegendRow::tr("Hide or show %1").arg(curve.name));
  m_color = curve.color;
  m_style = curve.style;
  m_marker = curve.marker;
  updateGeometry();
  update();
}

QSize LegendButton::sizeHint() const {
  const QFontMetrics metrics(m_theme.font(9.0));
  return {metrics.horizontalAdvance(text()) + sampleWidth + 3 * inset, metrics.height() + 4};
}

void LegendButton::paintEvent(QPaintEvent*) {
  const Colors& colors = m_theme.colors();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (hasFocus() || underMouse()) {
    painter.setPen(hasFocus() ? QPen(colors.accent, 1.0) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? colors.hover : colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0);
  }
  paintSample(painter, QRectF(inset, 0, sampleWidth, height()),
              isChecked() ? m_color : mixed(colors.surface, colors.disabled, 0.5), m_style,
              m_marker);
  QFont font = m_theme.font(9.0);
  font.setStrikeOut(!isChecked());
  painter.setFont(font);
  painter.setPen(isChecked() ? colors.text : colors.muted);
  painter.drawText(rect().adjusted(sampleWidth + 2 * inset, 0, 0, 0),
                   Qt::AlignLeft | Qt::AlignVCenter, text());
}

LegendRow::LegendRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_more(new QToolButton(this)), m_left(new QLabel(this)),
      m_right(new QLabel(this)) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  for (QLabel* title : {m_left, m_right}) {
    title->setProperty("role", "muted");
    title->setTextFormat(Qt::PlainText);
    title->hide();
  }
  m_more->setObjectName(QStringLiteral("chartLegendMore"));
  // Each chart's own, so that scripts and tests find the right one.
  if (parent)
    connect(parent, &QObject::objectNameChanged, this, [this](const QString& chart) {
      m_more->setObjectName(chart + QStringLiteral("LegendMore"));
    });
  m_more->setAccessibleName(tr("More curves"));
  m_more->setToolTip(tr("More curves"));
  m_more->setProperty("compact", true);
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_more->setMenu(new QMenu(m_more));
  m_more->hide();
  connect(m_more->menu(), &QMenu::aboutToShow, this, &LegendRow::fillMenu);
}

void LegendRow::setCurves(const QVector<Curve>& curves) {
  const std::size_t before = m_count;
  m_count = 0;
  bool moved = false;
  for (const Curve& curve : curves) {
    if (!curve.inLegend) continue;
    if (m_count == m_buttons.size()) {
      auto* button = new LegendButton(m_theme, this);
      connect(button, &QAbstractButton::clicked, this, [this, button](bool on) {
        setHidden(button->objectName().mid(12), !on); // after "chartLegend_"
      });
      m_buttons.push_back(button);
    }
    LegendButton* button = m_buttons[m_count++];
    const QSize old = button->sizeHint();
    button->show(curve);
    button->setChecked(!m_hidden.contains(curve.id));
    moved = moved || old != button->sizeHint();
  }
  setVisible(!isEmpty());
  if (!moved && before == m_count) return;
  updateGeometry();
  flow(width(), true);
}

void LegendRow::setShown(bool on) {
  m_shown = on;
  setVisible(!isEmpty());
}

void LegendRow::setHidden(const QString& id, bool hidden) {
  if (m_hidden.contains(id) == hidden) return;
  if (hidden)
    m_hidden.insert(id);
  else
    m_hidden.remove(id);
  for (LegendButton* button : m_buttons)
    button->setChecked(!m_hidden.contains(button->objectName().mid(12)));
  emit hiddenChanged();
}

void LegendRow::setTitles(const QString& left, const QString& right) {
  if (m_left->text() == left && m_right->text() == right) return;
  m_left->setText(left);
  m_right->setText(right);
  updateGeometry();
  flow(width(), true);
}

/// Returns the room a title takes, with its gap; 0: there is none.
int LegendRow::placeTitle(QLabel* title, bool atEnd, int width, bool move) const {
  const QFont font = m_theme.font(smallType);
  const int wide = QFontMetrics(font).horizontalAdvance(title->text()) + 2;
  const bool some = !title->text().isEmpty();
  if (move) {
    title->setFont(font);
    title->setGeometry(atEnd ? width - wide : 2, 0, wide, QFontMetrics(font).height() + 4);
    title->setVisible(some);
  }
  return some ? wide + 2 * spacing : 0;
}

void LegendRow::restyle() {
  updateGeometry();
  flow(width(), true);
  update();
}

int LegendRow::flow(int width, bool move) const {
  const int height = m_count > 0 ? m_buttons[0]->sizeHint().height() : 0;
  const int moreWidth = m_theme.px(84);
  int x = placeTitle(m_left, false, width, move);
  const int firstEnd = width - placeTitle(m_right, true, width, move);
  int row = 0;
  std::size_t placed = 0;
  for (; placed < m_count; ++placed) {
    const int wide = std::min(m_buttons[placed]->sizeHint().width(), width);
    const bool last = row == mostLegendRows - 1;
    const int reserve = last && placed + 1 < m_count ? moreWidth : 0;
    if (x > 0 && x + wide + reserve > (row == 0 ? firstEnd : width)) {
      if (last) break;
      ++row;
      x = 0;
    }
    if (move) m_buttons[placed]->setGeometry(x, row * (height + 2), wide, height);
    x += wide + spacing;
  }
  if (move) {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) m_buttons[i]->setVisible(i < placed);
    m_more->setVisible(placed < m_count);
    m_more->setText(tr("%1 more").arg(m_count - placed));
    m_more->setGeometry(x, row * (height + 2), moreWidth, height);
  }
  return (row + 1) * (height + 2);
}

void LegendRow::fillMenu() {
  QMenu* menu = m_more->menu();
  menu->clear();
  for (std::size_t i = 0; i < m_count; ++i) {
    LegendButton* button = m_buttons[i];
    if (button->isVisible()) continue;
    QAction* action = menu->addAction(button->text());
    action->setCheckable(true);
    action->setChecked(button->isChecked());
    const QString id = button->objectName().mid(12);
    connect(action, &QAction::toggled, this, [this, id](bool on) { setHidden(id, !on); });
  }
}

int LegendRow::heightForWidth(int width) const {
  return flow(width, false);
}

QSize LegendRow::sizeHint() const {
  return {400, flow(std::max(width(), 200), false)};
}

QSize LegendRow::minimumSizeHint() const {
  return {80, m_count > 0 ? m_buttons[0]->sizeHint().height() : 0};
}

void LegendRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  flow(width(), true);
}

void LegendRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_more->setAccessibleName(tr("More curves"));
    m_more->setToolTip(tr("More curves"));
    flow(width(), true);
  }
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_legendrow.cpp"
