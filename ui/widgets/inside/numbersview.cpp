#include "ui/widgets/inside/numbersview.h"

#include "core/insight/lookinside.h"
#include "ui/widgets/inside/figures.h"
#include "ui/widgets/inside/plotframe.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace layerlab {

namespace {
constexpr std::size_t mostDots = 2'000;
}

NumbersView::NumbersView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_fit(new ScatterPlot(theme, this)),
      m_errors(new ScatterPlot(theme, this)),
      m_figures(new Figures(
          {QStringLiteral("r2Figure"), QStringLiteral("maeFigure"), QStringLiteral("rmseFigure")},
          1, this)) {
  nameWidget(m_fit, QStringLiteral("fitPlot"));
  nameWidget(m_errors, QStringLiteral("errorPlot"));
  auto* side = new QVBoxLayout;
  side->addWidget(m_figures);
  side->addStretch(1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(16);
  row->addWidget(m_fit, 1);
  row->addWidget(m_errors, 1);
  row->addLayout(side);
  m_figures->setFixedWidth(120);
  for (ScatterPlot* plot : {m_fit, m_errors}) {
    connect(plot, &ScatterPlot::pointClicked, this, [this](int, int point) {
      emit rowChosen(static_cast<int>(m_shown[static_cast<std::size_t>(point)]));
    });
    plot->setWordsFor([this](int, int point) {
      const std::uint32_t row = m_shown[static_cast<std::size_t>(point)];
      return tr("true %1, predicted %2")
          .arg(Words::figure(m_report->trueNumbers[row]),
               Words::figure(m_report->predictedNumbers[row]));
    });
  }
  connect(&theme, &Theme::changed, this, &NumbersView::refresh);
}

void NumbersView::setReport(std::shared_ptr<const PredictionReport> report, const QString& target,
                            bool validation) {
  m_report = std::move(report);
  m_target = target;
  m_validation = validation;
  m_shown = evenRows(m_report->rows(), mostDots);
  refresh();
}

void NumbersView::setMarked(std::optional<std::size_t> row) {
  const bool known = row && m_report && *row < m_report->trueNumbers.size();
  if (!known) {
    m_fit->setMarked(std::nullopt);
    m_errors->setMarked(std::nullopt);
    return;
  }
  const double truth = m_report->trueNumbers[*row];
  const double told = m_report->predictedNumbers[*row];
  m_fit->setMarked(QPointF(truth, told));
  m_errors->setMarked(QPointF(told, told - truth));
}

Dots NumbersView::dots(bool errors) const {
  Dots out;
  out.hollow = m_validation;
  out.color = {(m_validation ? m_theme.colors().negative : m_theme.colors().positive).rgb()};
  for (const std::uint32_t row : m_shown) {
    const double truth = m_report->trueNumbers[row];
    const double told = m_report->predictedNumbers[row];
    out.at.push_back(errors ? QPointF(told, told - truth) : QPointF(truth, told));
  }
  return out;
}

ScatterScene NumbersView::fitScene() const {
  ScatterScene scene;
  const Range truth = rangeAround(m_report->trueNumbers);
  const Range told = rangeAround(m_report->predictedNumbers);
  scene.x = truth;
  scene.y = {std::min(truth.from, told.from), std::max(truth.to, told.to)};
  scene.xTitle = tr("true %1").arg(m_target);
  scene.yTitle = tr("predicted %1").arg(m_target);
  scene.dots = {dots(false)};
  scene.lines = {QLineF(truth.from, truth.from, truth.to, truth.to)};
  scene.lineColor = m_theme.colors().baseline;
  return scene;
}

ScatterScene NumbersView::errorScene() const {
  std::vector<double> errors;
  for (std::size_t i = 0; i < m_report->rows(); ++i)
    errors.push_back(m_report->predictedNumbers[i] - m_report->trueNumbers[i]);
  const Range spread = rangeAround(errors);
  const double most = std::max(std::abs(spread.from), std::abs(spread.to));
  ScatterScene scene;
  scene.x = rangeAround(m_report->predictedNumbers);
  scene.y = {-most, most};
  scene.xTitle = tr("predicted %1").arg(m_target);
  scene.yTitle = tr("error: predicted − true");
  scene.dots = {dots(true)};
  scene.lines = {QLineF(scene.x.from, 0.0, scene.x.to, 0.0)};
  scene.lineColor = m_theme.colors().baseline;
  return scene;
}

void NumbersView::refresh() {
  if (!m_report || m_report->kind != PredictionKind::numbers) return;
  m_fit->setScene(fitScene());
  m_errors->setScene(errorScene());
  const RegressionScores& scores = m_report->scores;
  m_figures->setValues({scores.r2, scores.mae, scores.rmse});
  m_fit->setDescription(tr("Predicted against true %1: R² %2, on average %3 off.")
                            .arg(m_target, Words::figure(scores.r2), Words::figure(scores.mae)));
  m_errors->setDescription(
      tr("Errors of %1 with a root mean square of %2.").arg(m_target, Words::figure(scores.rmse)));
}

void NumbersView::setCompact(bool compact) {
  m_errors->setVisible(!compact);
}

void NumbersView::retranslate() {
  setWords(m_fit, tr("Predicted against true"),
           tr("One dot per row; on the diagonal the prediction is exact. Click a dot to list its "
              "row"));
  setWords(m_errors, tr("Errors"), tr("Predicted minus true; a pattern here can still be learned"));
  m_figures->setCaptions({QStringLiteral("R²"), QStringLiteral("MAE"), QStringLiteral("RMSE")},
                         {tr("Share of the target's variance that is explained; 0: no better than "
                             "the mean"),
                          tr("Mean absolute error, in units of the target"),
                          tr("Root of the mean squared error, in units of the target")});
  refresh();
}

} // namespace layerlab

#include "moc_numbersview.cpp"
