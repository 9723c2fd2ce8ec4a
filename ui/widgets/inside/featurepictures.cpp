#include "ui/widgets/inside/featurespage.h"

#include "ui/widgets/inside/palette.h"
#include "ui/widgets/inside/plotframe.h"
#include "ui/widgets/inside/scatterplot.h"
#include "ui/widgets/inside/surfaceview.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableWidget>

#include <algorithm>
#include <cmath>

// The pictures and the list of units of the features page.

namespace layerlab {
namespace {

constexpr int mostUnits = 64;
constexpr int unitsWidth = 320;
constexpr int cellRim = 12;

QString captioned(const QString& name, const QString& figure) {
  return QStringLiteral("<b>%1</b> &nbsp; %2").arg(name.toHtmlEscaped(), figure.toHtmlEscaped());
}

} // namespace

// Pictures --------------------------------------------------------------------------------------

QString FeaturesPage::axisTitle(const FeatureAxis& axis, const FeatureCloud& cloud) const {
  if (!axis.component) return tr("unit %1").arg(static_cast<qulonglong>(axis.index + 1));
  if (axis.index >= cloud.components.variance.size()) return {};
  return tr("component %1 (%2 %)")
      .arg(static_cast<qulonglong>(axis.index + 1))
      .arg(std::lround(100.0 * cloud.components.share(axis.index)));
}

QString FeaturesPage::readOutText(const QString& what, double value) const {
  const QString figure = m_report->numbers.empty()
                             ? tr("a straight cut gets %1 % right").arg(std::lround(100.0 * value))
                             : tr("a straight line explains R² %1").arg(Words::figure(value));
  return captioned(what, figure);
}

namespace {

Dots dotsOf(const FeatureReport& report, const Matrix& at, const Colors& colors, bool validation) {
  Dots dots;
  dots.hollow = validation;
  const std::size_t first = validation ? report.trainRows : 0;
  const std::size_t end = validation ? at.rows : report.trainRows;
  const Range span = rangeAround(report.numbers);
  for (std::size_t r = first; r < end; ++r) {
    dots.at.emplace_back(static_cast<double>(at(r, 0)), static_cast<double>(at(r, 1)));
    if (!report.numbers.empty()) {
      dots.color.push_back(amountColor((report.numbers[r] - span.from) / span.length()).rgb());
      continue;
    }
    dots.color.push_back(rowColor(colors, report.classes[r], report.classCount));
    dots.marker.push_back(classMarker(report.classes[r], report.classCount));
  }
  return dots;
}

Range rangeOf(const Matrix& at, std::size_t column) {
  std::vector<double> values;
  for (std::size_t r = 0; r < at.rows; ++r) values.push_back(static_cast<double>(at(r, column)));
  return rangeAround(values);
}

ScatterScene sceneOf(const FeatureReport& report, const FeatureCloud& cloud, const Colors& colors) {
  ScatterScene scene;
  scene.x = rangeOf(cloud.at, 0);
  scene.y = rangeOf(cloud.at, 1);
  scene.dots = {dotsOf(report, cloud.at, colors, false), dotsOf(report, cloud.at, colors, true)};
  return scene;
}

} // namespace

void FeaturesPage::showClouds() {
  const Colors& colors = m_theme.colors();
  const auto inputName = [this](std::size_t i) {
    return QString::fromStdString(m_data->preprocessing.inputNames()[i]);
  };
  if (m_surface) {
    m_plane->setPicture(m_surface, inputName(0), inputName(1));
  } else {
    ScatterScene scene = sceneOf(*m_report, m_report->inputs, colors);
    scene.xTitle = axisTitle({true, 0}, m_report->inputs);
    scene.yTitle = axisTitle({true, 1}, m_report->inputs);
    m_inputs->setScene(std::move(scene));
  }
  m_left->setCurrentIndex(m_surface ? 1 : 0);
  ScatterScene scene = sceneOf(*m_report, m_report->layer, colors);
  scene.xTitle = axisTitle(m_report->choice.x, m_report->layer);
  scene.yTitle = axisTitle(m_report->choice.y, m_report->layer);
  m_features->setScene(std::move(scene));
  m_before->setText(readOutText(tr("Inputs"), m_report->inputs.readOut));
  m_after->setText(readOutText(m_layer->currentText().section(QLatin1Char('('), 0, 0).trimmed(),
                               m_report->layer.readOut));
  const QString sentence =
      m_before->text().remove(QStringLiteral("<b>")).remove(QStringLiteral("</b> &nbsp;"));
  m_inputs->setDescription(sentence);
  m_features->setDescription(
      m_after->text().remove(QStringLiteral("<b>")).remove(QStringLiteral("</b> &nbsp;")));
}

/// "+ age, - bmi": what it reads most, by weight.
QString FeaturesPage::storyText(const UnitStory& story) const {
  if (story.dead) return tr("dead: 0 for every row");
  QStringList words;
  const auto names = m_data->preprocessing.inputNames();
  for (std::size_t i = 0; i < story.inputs.size(); ++i) {
    const std::size_t input = story.inputs[i];
    const QString name = m_report->choice.layer == 0
                             ? QString::fromStdString(names[input])
                             : tr("unit %1").arg(static_cast<qulonglong>(input + 1));
    words << QStringLiteral("%1%2").arg(
        story.weights[i] < 0.0f ? QStringLiteral("−") : QStringLiteral("+"), name);
  }
  const QString text = words.join(QStringLiteral("  "));
  return story.saturated ? tr("%1 (saturated)").arg(text) : text;
}

QString FeaturesPage::rowsText(const UnitStory& story) const {
  QStringList rows;
  if (!story.dead)
    for (const std::uint32_t row : story.rows) rows << Words::count(m_table->sheetRow(row));
  return rows.join(QStringLiteral(", "));
}

void FeaturesPage::fillUnit(int row) {
  const UnitStory& story = m_report->units[static_cast<std::size_t>(row)];
  const QStringList texts{QString::number(row + 1), storyText(story), rowsText(story)};
  for (int c = 0; c < texts.size(); ++c) {
    if (!m_units->item(row, c)) m_units->setItem(row, c, new QTableWidgetItem);
    QTableWidgetItem* item = m_units->item(row, c);
    if (item->text() == texts[c]) continue;
    item->setText(texts[c]);
    item->setToolTip(texts[c]);
  }
}

/// The last column holds three row numbers in any size of type.
void FeaturesPage::fitUnits() {
  const QFontMetrics metrics(m_theme.font(bodyType));
  m_units->verticalHeader()->setDefaultSectionSize(metrics.height() + 8);
  m_units->setFixedWidth(sideWidth(m_theme, unitsWidth));
  m_units->setColumnWidth(2, metrics.horizontalAdvance(QStringLiteral("000, 000, 000")) + cellRim);
}

void FeaturesPage::showUnits() {
  const int count = std::min(mostUnits, static_cast<int>(m_report->units.size()));
  if (m_units->rowCount() != count) m_units->setRowCount(count);
  for (int row = 0; row < count; ++row) fillUnit(row);
}

} // namespace layerlab
