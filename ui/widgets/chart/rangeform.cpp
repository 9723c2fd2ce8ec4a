#include "ui/widgets/chart/rangeform.h"

#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/panels/form.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace layerlab {
namespace {

QString shortNumber(double value) {
  return QString::number(value, 'g', 5);
}

} // namespace

RangeForm::RangeForm(CurveChart& chart, const QString& name, QWidget* parent)
    : QWidget(parent), m_chart(chart), m_error(new QLabel(this)),
      m_automatic(new QPushButton(this)) {
  const std::array names{"XFrom", "XTo", "YFrom", "YTo"};
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(8);
  for (std::size_t i = 0; i < m_fields.size(); ++i) {
    m_fields[i] = new QLineEdit(this);
    nameWidget(m_fields[i], name + QLatin1String(names[i]));
    m_fields[i]->setMaximumWidth(88);
    grid->addWidget(m_fields[i], static_cast<int>(i / 2), 1 + static_cast<int>(i % 2));
    connect(m_fields[i], &QLineEdit::editingFinished, this, &RangeForm::apply);
  }
  for (std::size_t i = 0; i < m_captions.size(); ++i) {
    m_captions[i] = new QLabel(this);
    m_captions[i]->setBuddy(m_fields[2 * i]);
    grid->addWidget(m_captions[i], static_cast<int>(i), 0);
  }
  m_error->setProperty("role", "bad");
  m_error->setWordWrap(true);
  m_error->hide();
  nameWidget(m_automatic, name + QStringLiteral("Automatic"));
  grid->addWidget(m_error, 2, 0, 1, 3);
  grid->addWidget(m_automatic, 3, 0, 1, 3);
  connect(m_automatic, &QPushButton::clicked, &chart, &CurveChart::resetZoom);
  connect(&chart, &CurveChart::rangeChanged, this, &RangeForm::refresh);
}

void RangeForm::retranslate(const QString& xAxis, const QString& yAxis) {
  m_captions[0]->setText(xAxis);
  m_captions[1]->setText(yAxis);
  const std::array words{tr("%1 from").arg(xAxis), tr("%1 to").arg(xAxis), tr("%1 from").arg(yAxis),
                         tr("%1 to").arg(yAxis)};
  for (std::size_t i = 0; i < words.size(); ++i)
    setWords(m_fields[i], words[i], tr("Shown stretch of the axis; Enter applies it"));
  m_error->setText(tr("From must be below to; a logarithmic axis begins above 0."));
  m_automatic->setText(tr("Automatic range"));
  setWords(m_automatic, tr("Automatic range"), tr("Show everything again (double click)"));
}

void RangeForm::refresh() {
  const QRectF shown = m_chart.visibleRange();
  const std::array values{shown.left(), shown.right(), shown.top(), shown.bottom()};
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!m_fields[i]->hasFocus() || !m_fields[i]->isModified())
      m_fields[i]->setText(shortNumber(values[i]));
  m_error->hide();
}

void RangeForm::apply() {
  if (std::none_of(m_fields.begin(), m_fields.end(),
                   [](const QLineEdit* field) { return field->isModified(); }))
    return;
  std::array<double, 4> values{};
  bool good = true;
  for (std::size_t i = 0; i < values.size(); ++i) {
    bool ok = false;
    values[i] = QLocale::c().toDouble(m_fields[i]->text().trimmed(), &ok);
    good = good && ok;
  }
  good = good && m_chart.showRange(values[0], values[1], values[2], values[3]);
  m_error->setVisible(!good);
  if (!good) return;
  for (QLineEdit* field : m_fields) field->setModified(false);
}

} // namespace layerlab

#include "moc_rangeform.cpp"
