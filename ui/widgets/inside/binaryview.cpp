#include "ui/widgets/inside/binaryview.h"

#include "ui/widgets/inside/confusionview.h"
#include "ui/widgets/inside/cutoffplot.h"
#include "ui/widgets/inside/figures.h"
#include "ui/widgets/inside/rocplot.h"
#include "ui/widgets/panels/elidedlabel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <cmath>

namespace layerlab {

namespace {
constexpr std::size_t rocPoints = 400;
}

QStringList namesOf(const std::vector<std::string>& names) {
  QStringList out;
  for (const std::string& name : names) out << QString::fromStdString(name);
  return out;
}

// Beside another picture the ROC curve is shown where all three still can be read.
constexpr int widthForThree = 560;

BinaryView::BinaryView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_plot(new CutOffPlot(theme, this)),
      m_confusion(new ConfusionView(theme, this)),
      m_figures(new Figures({QStringLiteral("accuracyFigure"), QStringLiteral("precisionFigure"),
                             QStringLiteral("recallFigure"), QStringLiteral("f1Figure")},
                            2, this)),
      m_roc(new RocPlot(theme, this)), m_ties(new ElidedLabel(this)) {
  nameWidget(m_plot, QStringLiteral("cutoffPlot"));
  nameWidget(m_confusion, QStringLiteral("confusionMatrix"));
  nameWidget(m_roc, QStringLiteral("rocPlot"));
  nameWidget(m_ties, QStringLiteral("cutoffTies"));
  m_ties->setProperty("role", "caption");
  m_ties->hide();
  auto* counts = new QVBoxLayout;
  counts->setSpacing(4);
  counts->addWidget(m_confusion, 1);
  counts->addWidget(m_figures);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(m_plot, 6);
  row->addLayout(counts, 5);
  row->addWidget(m_roc, 4);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(row, 1);
  column->addWidget(m_ties);
}

void BinaryView::setReport(std::shared_ptr<const PredictionReport> report) {
  m_report = std::move(report);
  m_plot->setHistograms(m_report->byClass, namesOf(m_report->classes));
  m_roc->setCurve(m_report->ranking.rocOutline(rocPoints), m_report->ranking.auc());
  refresh();
}

void BinaryView::setCutOff(double cutOff) {
  m_cutOff = cutOff;
  m_plot->setCutOff(cutOff);
  refresh();
}

void BinaryView::setMarked(std::optional<std::size_t> reportRow) {
  const bool known = reportRow && m_report && *reportRow < m_report->outputs.rows;
  m_plot->setMarked(known ? std::optional(static_cast<double>(m_report->outputs(*reportRow, 0)))
                          : std::nullopt);
}

void BinaryView::refresh() {
  if (!m_report || m_report->kind != PredictionKind::binary) return;
  const ConfusionMatrix matrix = m_report->ranking.at(m_cutOff);
  const ClassScores scores = classScores(matrix, 1);
  m_confusion->setMatrix(matrix, namesOf(m_report->classes));
  m_figures->setValues({accuracy(matrix), scores.precision, scores.recall, scores.f1});
  const auto rate = [&](std::size_t truth) {
    const auto all = static_cast<double>(std::max<std::int64_t>(1, matrix.rowTotal(truth)));
    return static_cast<double>(matrix.at(truth, 1)) / all;
  };
  m_roc->setPoint(rate(0), rate(1));
  refreshTies(matrix);
  m_plot->setAccessibleDescription(description(matrix));
  m_confusion->setAccessibleDescription(description(matrix));
  m_roc->setAccessibleDescription(
      tr("ROC curve with an area of %1.").arg(Words::figure(m_report->ranking.auc())));
}

void BinaryView::refreshTies(const ConfusionMatrix& matrix) {
  const ConfusionMatrix above = m_report->ranking.at(std::nextafter(m_cutOff, 2.0));
  const std::int64_t ties = matrix.columnTotal(1) - above.columnTotal(1);
  m_ties->setVisible(ties > 0);
  m_ties->setText(tr("Rows exactly on the cut-off: %1. Here they are class 1 (p ≥ cut-off), in "
                     "Keras' own accuracy class 0 (p > cut-off).")
                      .arg(Words::count(ties)));
}

QString BinaryView::description(const ConfusionMatrix& matrix) const {
  return tr("At the cut-off %1, %2 of %3 rows are predicted right; %4 are wrongly called %5 and "
            "%6 wrongly called %7.")
      .arg(Words::setting(m_cutOff), Words::count(matrix.hits()), Words::count(matrix.total()),
           Words::count(matrix.at(0, 1)), QString::fromStdString(m_report->classes[1]),
           Words::count(matrix.at(1, 0)), QString::fromStdString(m_report->classes[0]));
}

void BinaryView::setCompact(bool compact) {
  m_compact = compact;
  m_roc->setVisible(!compact || width() >= widthForThree);
}

void BinaryView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  setCompact(m_compact);
}

void BinaryView::retranslate() {
  setWords(
      m_plot, tr("Probabilities and cut-off"),
      tr("Rows of class 1 above, of class 0 below, by their probability (heights by the square "
         "root). Drag the line: everything follows. Left/Right: by 0.01, Home: 0.5"));
  setWords(m_confusion, tr("Confusion matrix"),
           tr("Rows: what is true; columns: what is predicted. Click a cell to list its rows"));
  setWords(m_roc, tr("ROC curve"),
           tr("Every cut-off at once: how much of class 1 is found against how much of class 0 is "
              "called 1. The diagonal is guessing"));
  m_figures->setCaptions(
      {tr("accuracy"), tr("precision"), tr("recall"), tr("F1")},
      {tr("Share of rows predicted right. Here class 1 is p ≥ cut-off; Keras counts p > 0.5"),
       tr("Of the rows called class 1, how many are"),
       tr("Of the rows that are class 1, how many are found"),
       tr("Harmonic mean of precision and recall")});
  refresh();
}

} // namespace layerlab

#include "moc_binaryview.cpp"
