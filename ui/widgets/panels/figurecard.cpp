#include "ui/widgets/panels/figurecard.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr double figurePoints = 16.0; // as the style sheet has it

} // namespace

FigureCard::FigureCard(const Theme& theme, const QString& name, const QString& widest,
                       QWidget* parent)
    : QFrame(parent), m_theme(theme), m_widest(widest), m_caption(new QLabel(this)),
      m_place(new QWidget(this)), m_value(new QLabel(noValue, m_place)),
      m_progress(new QProgressBar(this)) {
  setProperty("card", true);
  nameWidget(m_value, name);
  m_caption->setProperty("role", "caption");
  m_value->setProperty("role", "figure");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 4, 12, 6);
  column->setSpacing(0);
  column->addWidget(m_caption);
  column->addWidget(m_place);
  column->addWidget(m_progress);
  m_progress->setTextVisible(false);
  m_progress->setRange(0, 1000);
  m_progress->setFixedHeight(4);
  QSizePolicy policy = m_progress->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  m_progress->setSizePolicy(policy);
  m_progress->hide();
  refreshFont();
}

void FigureCard::setCaption(const QString& caption, const QString& toolTip) {
  if (m_caption->text() == caption && this->toolTip() == toolTip) return;
  m_caption->setText(caption);
  setToolTip(toolTip);
  m_value->setAccessibleName(caption);
}

void FigureCard::setValue(const QString& value) {
  if (m_value->text() == value) return;
  m_value->setText(value);
  const int wanted = m_value->fontMetrics().horizontalAdvance(value) + 4;
  if (wanted <= m_place->width()) return;
  m_place->setFixedWidth(wanted);
  m_value->resize(m_place->size());
}

QString FigureCard::value() const {
  return m_value->text();
}

void FigureCard::refreshFont() {
  const QFont large = m_theme.font(figurePoints, QFont::DemiBold);
  m_value->setFont(large);
  const QFontMetrics metrics(large);
  const int width =
      std::max(metrics.horizontalAdvance(m_widest), metrics.horizontalAdvance(value()));
  // Digits need less than a line of text: on a projector the rest is the curve's.
  const bool tight = m_theme.isLarge();
  m_place->setFixedSize(width + 4, tight ? qRound(1.45 * metrics.capHeight()) : metrics.height());
  m_value->resize(m_place->size());
  layout()->setContentsMargins(12, tight ? 2 : 4, 12, tight ? 4 : 6);
}

void FigureCard::setProgress(double fraction) {
  m_progress->setObjectName(QStringLiteral("epochProgress"));
  m_progress->show();
  m_progress->setValue(static_cast<int>(std::lround(1000.0 * std::clamp(fraction, 0.0, 1.0))));
}

} // namespace layerlab
