#include "ui/widgets/canvas/carditem.h"

#include <QFontInfo>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>
#include <utility>

namespace layerlab {
namespace {

constexpr double titlePoints = 9.5;
constexpr double textPoints = 8.5;
constexpr double smallestPoints = 6.0;  ///< of a name that can be read at all
constexpr double pointsPerPixel = 0.75; ///< of the distance of two names
constexpr double rimReach = 4.0;        ///< of a rim or a bias dot beyond the neuron

/// Word-wrapped text with as many words as the rectangle holds.
QString wrapped(const QFont& font, const QString& text, const QRectF& rect) {
  const QFontMetricsF metrics(font);
  QStringList words = text.split(QLatin1Char(' '));
  QString fitting = text;
  const QRectF tall(0, 0, rect.width(), 1000.0);
  while (metrics.boundingRect(tall, Qt::TextWordWrap, fitting).height() > rect.height() + 1.0 &&
         words.size() > 1) {
    words.removeLast();
    fitting = words.join(QLatin1Char(' ')) + QStringLiteral("…");
  }
  return fitting;
}

QString elided(const QFont& font, const QString& text, double width) {
  return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

} // namespace

CardItem::CardItem(const Theme& theme, const CardGeometry& geometry, CardTexts texts, double zoom)
    : m_theme(theme), m_card(geometry), m_texts(std::move(texts)), m_zoom(zoom) {
  setAcceptedMouseButtons(Qt::NoButton);
  setFlag(ItemUsesExtendedStyleOption); // which part is to be painted
}

void CardItem::setSelected(bool selected, bool focused) {
  if (selected == m_selected && focused == m_focused) return;
  m_selected = selected;
  m_focused = focused;
  update();
}

void CardItem::setLifted(bool lifted) {
  m_lifted = lifted;
  update();
}

bool CardItem::footerFits() const {
  const QFontMetricsF metrics(m_theme.font(textPoints * m_zoom));
  return metrics.horizontalAdvance(m_texts.footer) <= m_card.footer.width();
}

QString CardItem::hint(QPointF at) const {
  return m_card.footer.contains(at) && !footerFits() ? m_texts.footer : QString();
}

QRectF CardItem::boundingRect() const {
  return m_card.rect.adjusted(-2.0, -2.0, 2.0, 2.0);
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
  const Colors& colors = m_theme.colors();
  painter->setRenderHint(QPainter::Antialiasing);
  // The input card is data, not a layer with parameters: it has a dashed rim and no body.
  QPen rim(m_selected ? colors.accent : colors.border, m_selected && m_focused ? 2.0 : 1.0);
  if (m_card.isInput || m_lifted) rim.setStyle(Qt::DashLine);
  painter->setPen(rim);
  painter->setBrush(m_card.isInput || m_lifted ? QBrush(Qt::NoBrush) : QBrush(colors.raised));
  painter->drawRoundedRect(m_card.rect.adjusted(0.5, 0.5, -0.5, -0.5), 10.0, 10.0);
  // While a fit runs the neurons move and the words stand.
  const QRectF head = m_card.title.united(m_card.units);
  const QRectF foot = m_card.footer.united(m_card.reason);
  if (option->exposedRect.intersects(head) || option->exposedRect.intersects(foot))
    paintTexts(painter);
}

void CardItem::paintTexts(QPainter* painter) const {
  const Colors& colors = m_theme.colors();
  const QFont title = m_theme.font(titlePoints * m_zoom, QFont::DemiBold);
  const QFont text = m_theme.font(textPoints * m_zoom);
  painter->setFont(title);
  painter->setPen(m_lifted ? colors.disabled : colors.text);
  painter->drawText(m_card.title, Qt::AlignLeft | Qt::AlignVCenter,
                    elided(title, m_texts.title, m_card.title.width()));
  painter->setFont(text);
  painter->setPen(colors.muted);
  if (!m_texts.subtitle.isEmpty())
    painter->drawText(m_card.units, Qt::AlignLeft | Qt::AlignVCenter,
                      elided(text, m_texts.subtitle, m_card.units.width()));
  const bool whole = footerFits() || m_texts.shortFooter.isEmpty();
  const QString& footer = whole ? m_texts.footer : m_texts.shortFooter;
  painter->drawText(m_card.footer, Qt::AlignCenter, elided(text, footer, m_card.footer.width()));
  if (m_card.reason.isEmpty() || m_texts.reason.isEmpty()) return;
  const QFont small = m_theme.font(8.0 * m_zoom);
  painter->setFont(small);
  painter->drawText(m_card.reason, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
                    wrapped(small, m_texts.reason, m_card.reason));
}

NeuronsItem::NeuronsItem(const Theme& theme, const CardGeometry& geometry, CardTexts texts,
                         double zoom)
    : m_theme(theme), m_card(geometry), m_texts(std::move(texts)), m_zoom(zoom) {
  setAcceptedMouseButtons(Qt::NoButton);
  setFlag(ItemUsesExtendedStyleOption);
  setZValue(2.0);
}

void NeuronsItem::setStates(std::vector<NeuronState> states) {
  m_states = std::move(states);
  update(circles()); // the names stay
}

NeuronState NeuronsItem::state(int neuron) const {
  const auto index = static_cast<std::size_t>(neuron);
  return index < m_states.size() ? m_states[index] : NeuronState();
}

void NeuronsItem::setHover(std::optional<int> neuron) {
  if (neuron == m_hover) return;
  m_hover = neuron;
  update();
}

std::optional<int> NeuronsItem::neuronAt(QPointF at) const {
  const double reach = std::max(m_card.radius + 2.0, 7.0);
  for (std::size_t i = 0; i < m_card.neurons.size(); ++i)
    if (std::hypot(at.x() - m_card.neurons[i].x(), at.y() - m_card.neurons[i].y()) <= reach)
      return static_cast<int>(i);
  return std::nullopt;
}

/// The neurons with their rims and bias dots.
QRectF NeuronsItem::circles() const {
  if (m_card.neurons.empty()) return {};
  const double rim = m_card.radius + rimReach;
  return QRectF(m_card.neurons.front(), m_card.neurons.back())
      .normalized()
      .adjusted(-rim, -rim, rim, rim);
}

/// Their rows from one side of the card to the other, and that of the hidden ones: not the rows of
/// the buttons, which would be painted with every move.
QRectF NeuronsItem::boundingRect() const {
  QRectF rows = circles();
  const double half = QFontMetricsF(nameFont()).height() / 2.0 + 1.0;
  if (m_card.hasMore() || m_card.neurons.empty())
    rows = rows.united(QRectF(m_card.more - QPointF(0.5, 0.5), QSizeF(1.0, 1.0)));
  return QRectF(m_card.rect.left(), rows.top() - half, m_card.rect.width(),
                rows.height() + 2.0 * half);
}

void NeuronsItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF moving = circles();
  const bool named =
      option->exposedRect.left() < moving.left() || option->exposedRect.right() > moving.right();
  const int step = nameStep();
  for (int i = 0; i < static_cast<int>(m_card.neurons.size()); ++i) {
    paintNeuron(painter, i);
    if (named && i < m_texts.names.size() && i % step == 0) paintName(painter, i);
  }
  if (!m_card.hasMore()) return;
  const QFont font = m_theme.font(8.0 * m_zoom);
  painter->setFont(font);
  const Colors& colors = m_theme.colors();
  const double height = QFontMetricsF(font).height();
  const double width = QFontMetricsF(font).horizontalAdvance(m_texts.more) + 8.0;
  QRectF row(m_card.rect.left() + 6.0, m_card.more.y() - height / 2, width, height);
  if (m_card.isInput)
    row.moveRight(m_card.rect.right() - 6.0);
  else if (!m_card.isOutput)
    row.moveLeft(m_card.rect.center().x() - width / 2);
  painter->setPen(Qt::NoPen);
  painter->setBrush(m_card.isInput ? colors.surface : colors.raised);
  painter->drawRoundedRect(row, 3.0, 3.0);
  painter->setPen(colors.muted);
  painter->drawText(row, Qt::AlignCenter, m_texts.more);
}

void NeuronsItem::paintNeuron(QPainter* painter, int neuron) const {
  const Colors& colors = m_theme.colors();
  const QPointF centre = m_card.neurons[static_cast<std::size_t>(neuron)];
  static const NeuronState unknown;
  const auto index = static_cast<std::size_t>(neuron);
  const NeuronState& state = index < m_states.size() ? m_states[index] : unknown;
  QColor fill = mixed(colors.raised, colors.muted, 0.18);
  QColor rim = colors.muted;
  if (state.value) {
    const QColor& sign = *state.value < 0.0f ? colors.negative : colors.positive;
    const double size = std::abs(static_cast<double>(*state.value));
    fill = mixed(colors.raised, sign, 0.1 + 0.75 * size / (size + 1.0));
    rim = mixed(colors.muted, sign, 0.7);
  }
  QPen pen(m_hover == neuron ? colors.text : rim, m_hover == neuron ? 2.0 : 1.2);
  if (state.dead) {
    fill = colors.surface;
    pen.setStyle(Qt::DotLine);
  }
  if (state.saturated) pen.setWidthF(2.6);
  painter->setPen(pen);
  painter->setBrush(fill);
  if (state.heat.isNull())
    painter->drawEllipse(centre, m_card.radius, m_card.radius);
  else
    paintHeat(painter, centre, state.heat);
  if (state.bias) paintBias(painter, centre, *state.bias);
}

/// The heat map as a rounded square of the neuron's size, with the rim that is set.
void NeuronsItem::paintHeat(QPainter* painter, QPointF centre, const QImage& heat) const {
  const QRectF square(centre - QPointF(m_card.radius, m_card.radius),
                      QSizeF(2 * m_card.radius, 2 * m_card.radius));
  QPainterPath shape;
  shape.addRoundedRect(square, 3.0, 3.0);
  painter->save();
  painter->setClipPath(shape, Qt::IntersectClip);
  painter->setRenderHint(QPainter::SmoothPixmapTransform);
  painter->drawImage(square, heat);
  painter->restore();
  painter->setBrush(Qt::NoBrush);
  painter->drawPath(shape);
}

// A dot at the lower left rim: blue above zero, orange below, larger when larger.
void NeuronsItem::paintBias(QPainter* painter, QPointF centre, float bias) const {
  const Colors& colors = m_theme.colors();
  const double size = std::abs(static_cast<double>(bias));
  if (size == 0.0) return;
  const double base = std::clamp(m_card.radius * 0.42, 2.0, 4.5);
  const double radius = base * (0.55 + 0.45 * size / (size + 0.3));
  const QPointF at = centre + QPointF(-0.74, 0.74) * m_card.radius;
  painter->setPen(QPen(colors.raised, 1.0));
  painter->setBrush(bias < 0.0f ? colors.negative : colors.positive);
  painter->drawEllipse(at, radius, radius);
}

/// Close neighbours have smaller names, down to what can just be read.
QFont NeuronsItem::nameFont() const {
  const double usual = textPoints * m_zoom;
  if (m_card.neurons.size() < 2) return m_theme.font(usual);
  const double pitch = (m_card.neurons[1].y() - m_card.neurons[0].y()) / m_theme.textScale();
  return m_theme.font(std::clamp(pitch * pointsPerPixel, smallestPoints * m_zoom, usual));
}

// A line of letters is about as high as its font's size; what lies above is room for accents.
int NeuronsItem::nameStep() const {
  if (m_card.neurons.size() < 2) return 1;
  const double pitch = m_card.neurons[1].y() - m_card.neurons[0].y();
  return std::max(1, static_cast<int>(std::ceil(QFontInfo(nameFont()).pixelSize() / pitch - 0.1)));
}

void NeuronsItem::paintName(QPainter* painter, int neuron) const {
  const QFont font = nameFont();
  const double height = QFontMetricsF(font).height();
  const QPointF centre = m_card.neurons[static_cast<std::size_t>(neuron)];
  const double gap = m_card.radius + 6.0;
  QRectF row(m_card.rect.left() + 8.0, centre.y() - height / 2, 0.0, height);
  if (m_card.isInput)
    row.setRight(centre.x() - gap);
  else {
    row.setLeft(centre.x() + gap);
    row.setRight(m_card.rect.right() - 6.0);
  }
  painter->setFont(font);
  painter->setPen(m_hover == neuron ? m_theme.colors().text : m_theme.colors().muted);
  painter->drawText(row, (m_card.isInput ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                    elided(font, m_texts.names[neuron], row.width()));
}

} // namespace layerlab
