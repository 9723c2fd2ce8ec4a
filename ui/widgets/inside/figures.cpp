#include "ui/widgets/inside/figures.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"

#include <QGridLayout>

namespace layerlab {

Figures::Figures(const QStringList& names, int columns, QWidget* parent) : QWidget(parent) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(2);
  for (int i = 0; i < names.size(); ++i) {
    auto* caption = new QLabel(this);
    caption->setProperty("role", "caption");
    auto* value = new QLabel(this);
    value->setProperty("role", "heading");
    value->setAlignment(Qt::AlignRight);
    nameWidget(value, names[i]);
    grid->addWidget(caption, i / columns, 2 * (i % columns));
    grid->addWidget(value, i / columns, 2 * (i % columns) + 1);
    m_captions << caption;
    m_values << value;
  }
  for (int i = 0; i < columns; ++i) grid->setColumnStretch(2 * i + 1, 1);
}

void Figures::setCaptions(const QStringList& captions, const QStringList& toolTips) {
  for (int i = 0; i < m_captions.size(); ++i) {
    m_captions[i]->setText(captions.value(i));
    m_captions[i]->setToolTip(toolTips.value(i));
    setWords(m_values[i], captions.value(i), toolTips.value(i));
  }
}

void Figures::setValues(const QVector<double>& values) {
  for (int i = 0; i < m_values.size(); ++i)
    m_values[i]->setText(i < values.size() ? Words::figure(values[i]) : QStringLiteral("–"));
}

} // namespace layerlab

#include "moc_figures.cpp"
