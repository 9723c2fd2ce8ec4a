#include "ui/widgets/chart/readoutcard.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double sideRoom = 10.0;
constexpr double upperRoom = 6.0;
constexpr double sampleRoom = 22.0; ///< of a curve's sample, before its name
constexpr double fromLine = 12.0;
constexpr int fromRim = 4; ///< of the window

QString valueText(double value) {
  const double size = std::abs(value);
  if (size != 0.0 && (size < 1e-4 || size >= 1e6)) return axisNumber(value);
  return QString::number(value, 'g', 4);
}

} // namespace

ReadOutCard::ReadOutCard(const Theme& theme, QWidget* window) : QWidget(window), m_theme(theme) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
}

void ReadOutCard::tell(const ReadOut& readOut, const QString& head, const QRectF& plot, double x) {
  m_readOut = readOut;
  m_head = head;
  const QSize size = sizeHint();
  double left = x + fromLine;
  if (left + size.width() > plot.right()) left = x - fromLine - size.width();
  left = std::max(left, plot.left());
  const auto kept = [](double wanted, int length, int room) {
    return std::max(fromRim, std::min(qRound(wanted), room - length - fromRim));
  };
  const QWidget& around = *parentWidget();
  setGeometry({QPoint(kept(left, size.width(), around.width()),
                      kept(plot.top() + fromRim, size.height(), around.height())),
               size});
  show();
  raise();
  update();
}

double ReadOutCard::lineHeight() const {
  return QFontMetricsF(m_theme.font(smallType)).height() + 2.0;
}

QSize ReadOutCard::sizeHint() const {
  const QFontMetricsF metrics(m_theme.font(smallType));
  const QFontMetricsF bold(m_theme.font(smallType, QFont::DemiBold));
  double names = 0.0;
  double values = 0.0;
  const auto add = [&](const QString& name, const QString& value) {
    names = std::max(names, metrics.horizontalAdvance(name));
    values = std::max(values, bold.horizontalAdvance(value));
  };
  for (const ReadOut::Row& row : m_readOut.rows) add(row.name, valueText(row.at.y()));
  for (const auto& [name, value] : m_readOut.notes) add(name, value);
  const double width =
      std::max(sampleRoom + names + 14.0 + values, bold.horizontalAdvance(m_head)) + 2.0 * sideRoom;
  const auto lines = static_cast<double>(std::ssize(m_readOut.rows) + m_readOut.notes.size() + 1);
  return QSizeF(width, lineHeight() * lines + 2.0 * upperRoom).toSize() + QSize(1, 1);
}

void ReadOutCard::paintEvent(QPaintEvent*) {
  const Colors& colors = m_theme.colors();
  const QFont font = m_theme.font(smallType);
  const QFont strong = m_theme.font(smallType, QFont::DemiBold);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colors.border, 1.0));
  painter.setBrush(colors.raised);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0);
  QRectF row = QRectF(rect()).adjusted(sideRoom, upperRoom, -sideRoom, 0.0);
  row.setHeight(lineHeight());
  painter.setFont(strong);
  painter.setPen(colors.text);
  painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, m_head);
  const auto write = [&](const QString& name, const QString& value) {
    painter.setFont(font);
    painter.setPen(colors.muted);
    painter.drawText(row.adjusted(sampleRoom, 0.0, 0.0, 0.0), Qt::AlignLeft | Qt::AlignVCenter,
                     name);
    painter.setFont(strong);
    painter.setPen(colors.text);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, value);
  };
  for (const ReadOut::Row& entry : m_readOut.rows) {
    row.translate(0.0, row.height());
    paintSample(painter, QRectF(row.left(), row.top(), 14.0, row.height()), entry.color,
                entry.style, entry.marker);
    write(entry.name, valueText(entry.at.y()));
  }
  for (const auto& [name, value] : m_readOut.notes) {
    row.translate(0.0, row.height());
    write(name, value);
  }
}

} // namespace layerlab

#include "moc_readoutcard.cpp"
