#include "ui/widgets/pages/elbowpage.h"

#include "core/io/export.h"
#include "ui/session/text.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/pages/elbowaside.h"
#include "ui/widgets/pages/elbowverdict.h"
#include "ui/widgets/pages/elbowwords.h"
#include "ui/widgets/pages/sweepchooser.h"
#include "ui/widgets/pages/sweepform.h"
#include "ui/widgets/pages/sweeptable.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <limits>

namespace layerlab {
namespace {

constexpr int sweepPeriod = 66; // ms between two pictures of a running sweep
constexpr int leastChart = 124; // with its legend; less than that cannot be read

} // namespace

ElbowPage::ElbowPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent)
    : Page(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_form(new SweepForm(theme, m_session, this)), m_chart(new CurveChart(theme, this)),
      m_export(new ChartExport(
          theme, prompts, *m_chart, QStringLiteral("elbowExportButton"), [this] { return csv(); },
          this)),
      m_model(new SweepTable(this)),
      m_message(new MessageRow(theme, QStringLiteral("elbowMessage"), this)),
      m_controls(new QWidget(this)), m_compare(new SweepChooser(theme, m_session, m_controls)),
      m_verdict(new ElbowVerdict(workbench, this)), m_aside(new ElbowAside(theme, this)),
      m_throttle(sweepPeriod, [this] { refresh(); }) {
  buildChoices();
  buildTable();
  build();
  connectControls();
  connectChart();
  connectData();
  retranslate();
}

ElbowPage::~ElbowPage() = default;

QString ElbowPage::title() const {
  return tr("Elbow");
}

QString ElbowPage::tip() const {
  return tr("How many units are enough?");
}

QString ElbowPage::icon() const {
  return QStringLiteral("elbow");
}

QList<QWidget*> ElbowPage::viewOptions() const {
  return {m_axis, m_showTable};
}

/// Beside a lesson the settings take two lines, and the verdict as many. What stands beside the
/// chart asks for nothing.
int ElbowPage::leastHeight() const {
  const QMargins edge = layout()->contentsMargins() + contentsMargins();
  int height = edge.top() + edge.bottom() + m_chart->minimumHeight();
  for (const QWidget* part : std::initializer_list<const QWidget*>{m_form, m_message, m_verdict}) {
    if (part->isHidden()) continue;
    height +=
        layout()->spacing() + (part->hasHeightForWidth()
                                   ? part->heightForWidth(width() - edge.left() - edge.right())
                                   : part->sizeHint().height());
  }
  return height;
}

void ElbowPage::buildChoices() {
  m_metric = makeCombo(QStringLiteral("sweepMetricCombo"), this);
  m_axis = makeCombo(QStringLiteral("sweepAxisCombo"), this);
  m_metricField = new Field(m_metric, this);
  m_axisField = new Field(m_axis, this);
  m_form->addControl(m_metricField);
  m_form->addControl(m_axisField);
  auto* row = new QHBoxLayout(m_controls);
  row->setContentsMargins(0, 0, 8, 0);
  row->setSpacing(12);
  row->addStretch(1);
  row->addWidget(m_compare);
  const auto addSwitch = [&](const QString& name) {
    auto* button = new QToolButton(m_controls);
    nameWidget(button, name);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row->addWidget(button);
    return button;
  };
  m_why = addSwitch(QStringLiteral("elbowWhyButton"));
  m_showTable = addSwitch(QStringLiteral("sweepTableButton"));
  row->addWidget(m_export);
}

void ElbowPage::buildTable() {
  m_table = new QTableView(this);
  nameWidget(m_table, QStringLiteral("sweepTable"));
  m_table->setModel(m_model);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_table->setTabKeyNavigation(false);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
}

void ElbowPage::build() {
  nameWidget(m_chart, QStringLiteral("elbowChart"));
  m_chart->setLogX(true);
  m_chart->setAxisWhenEmpty(true);
  m_chart->setMinimumHeight(leastChart);
  m_chart->setReadOutNotes(
      [this](double units) { return m_curve ? m_curve->notes(units) : CurveChart::Notes(); });
  m_views = new QStackedWidget(this);
  m_views->addWidget(m_chart);
  m_views->addWidget(m_table);
  auto* picture = new QHBoxLayout;
  picture->setSpacing(8);
  picture->addWidget(m_views, 1);
  picture->addWidget(m_aside);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(4);
  column->addWidget(m_form);
  column->addWidget(m_message);
  column->addLayout(picture, 1);
  column->addWidget(m_verdict);
}

void ElbowPage::connectControls() {
  connect(m_form, &SweepForm::startRequested, this, &ElbowPage::start);
  connect(m_form, &SweepForm::stopRequested, &m_workbench, &Workbench::stopSweep);
  connect(m_form, &SweepForm::planChanged, this, &ElbowPage::refresh);
  connect(m_form, &SweepForm::guessChanged, this, &ElbowPage::refresh);
  connect(m_metric, &QComboBox::currentIndexChanged, this, &ElbowPage::refresh);
  connect(m_axis, &QComboBox::currentIndexChanged, this, [this] {
    m_chart->setLogX(ElbowCurve::optionsOf(axisChoice()).axis == ElbowAxis::log2);
    refresh();
  });
  connect(m_compare, &SweepChooser::chosenChanged, this, &ElbowPage::refresh);
  connect(m_showTable, &QToolButton::toggled, this,
          [this](bool table) { m_views->setCurrentIndex(table ? 1 : 0); });
  connect(m_why, &QToolButton::toggled, m_aside, &ElbowAside::showWhy);
  connect(m_export, &ChartExport::failed, this, &ElbowPage::tell);
  connect(m_export, &ChartExport::done, this, &ElbowPage::tell);
}

void ElbowPage::connectChart() {
  connect(m_chart, &CurveChart::plotClicked, this, &ElbowPage::clickInPlot);
  connect(m_chart, &CurveChart::markClicked, this, &ElbowPage::clickMark);
  connect(m_chart, &CurveChart::pointClicked, this,
          [this](const QString&, QPointF at) { showTrialNear(at.x(), at.y()); });
  connect(m_chart, &CurveChart::readOutChosen, this,
          [this](double units) { showTrialNear(units, m_curve ? m_curve->lossAt(units) : 0.0); });
  connect(m_aside, &ElbowAside::viewChanged, this, [this] {
    m_why->setChecked(m_aside->view() == ElbowAside::View::why);
    refreshWhy();
  });
  connect(m_aside, &ElbowAside::trialClosed, &m_workbench, &Workbench::closeTrial);
  connect(m_aside, &ElbowAside::keepRequested, this, &ElbowPage::keepTrial);
}

void ElbowPage::connectData() {
  connect(&m_workbench, &Workbench::sweepChanged, this, [this] {
    refreshRunning();
    m_throttle.request();
  });
  connect(&m_workbench, &Workbench::trialChanged, this,
          [this] { m_aside->showTrial(m_workbench.trialRun()); });
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::sweepPart | Session::outlinePart | Session::designPart))
      m_throttle.request();
    if (parts & Session::designPart) refreshMetrics();
    if (!(parts & Session::tablePart)) return;
    m_message->clear();
    m_form->setGuess(0);
    refreshRunning();
  });
  connect(&m_theme, &Theme::changed, this, &ElbowPage::retranslate);
}

void ElbowPage::start() {
  const Result<SweepSpec> spec = m_form->spec();
  if (!spec) {
    tell(spec.error());
    return;
  }
  m_message->clear();
  // Without validation rows there is only the training loss to compare.
  if (m_session.design().data.validationSplit <= 0.0)
    m_metric->setCurrentIndex(m_metric->findData(static_cast<int>(SweepMetric::finalLoss)));
  m_workbench.startSweep(*spec, m_form->epochs());
}

void ElbowPage::tell(const Notice& notice) {
  m_message->tell(notice);
}

SweepMetric ElbowPage::sweepMetric() const {
  return static_cast<SweepMetric>(m_metric->currentData().toInt());
}

QString ElbowPage::axisChoice() const {
  return m_axis->currentData().toString();
}

Result<std::string> ElbowPage::csv() const {
  if (m_session.sweep() && m_workbench.sweepDone() > 0)
    return sweepCsv(*m_session.sweep(), true, true);
  return Error{ErrorKind::output,
               {QT_TRANSLATE_NOOP("Core", "there are no results to export; press Start first"), {}},
               {},
               0,
               0};
}

/// Before the sweep a click is the class' guess.
void ElbowPage::clickInPlot(QPointF at) {
  if (m_curve) return;
  const Result<SweepSpec> spec = m_form->spec();
  if (!spec || spec->units.empty()) return;
  m_form->setGuess(
      std::clamp(static_cast<int>(std::lround(at.x())), spec->units.front(), spec->units.back()));
}

void ElbowPage::clickMark(const QString& id) {
  if (id.startsWith(QLatin1String("trial")))
    m_workbench.showTrial(id.mid(5).toInt());
  else if (m_curve && m_curve->elbow().lowest && id == QLatin1String("lowest"))
    showTrialNear(*m_curve->elbow().lowest, m_curve->lossAt(*m_curve->elbow().lowest));
  else if (m_curve && m_curve->elbow().units)
    showTrialNear(*m_curve->elbow().units, m_curve->lossAt(*m_curve->elbow().units));
}

void ElbowPage::showTrialNear(double units, double loss) {
  const int trial = m_curve ? m_curve->trialNear(units, loss) : -1;
  if (trial >= 0) m_workbench.showTrial(trial);
}

void ElbowPage::keepTrial() {
  m_workbench.keepTrial();
  m_workbench.closeTrial();
  emit lossPageRequested();
}

void ElbowPage::refreshRunning() {
  m_form->setRunning(m_workbench.isSweeping());
  m_verdict->refreshProgress();
}

void ElbowPage::refresh() {
  if (isVisible()) bringUpToDate(); // else showEvent comes back to it
}

void ElbowPage::bringUpToDate() {
  const std::optional<SweepResult>& sweep = m_session.sweep();
  m_curve.reset();
  if (!sweep) {
    refreshEmpty();
  } else {
    const ElbowOptions options = ElbowCurve::optionsOf(axisChoice());
    m_curve =
        std::make_unique<ElbowCurve>(*sweep, sweepMetric(), options, m_workbench.isSweeping());
    m_model->setRows(m_curve->rows());
    if (!sweep->spec.units.empty())
      m_chart->setXRange(sweep->spec.units.front(), sweep->spec.units.back());
    m_verdict->show(*m_curve, options, m_form->guess());
    m_chart->setDescription(m_verdict->text());
  }
  m_chart->setCurves(curves());
  QVector<ChartMark> marks = m_curve ? m_curve->marks(m_theme) : QVector<ChartMark>();
  if (const int guess = m_form->guess(); guess > 0)
    marks.prepend({QStringLiteral("guess"),
                   {static_cast<double>(guess), std::numeric_limits<double>::quiet_NaN()},
                   tr("guess: %1 units").arg(guess),
                   m_theme.colors().good,
                   ChartMark::Shape::ring,
                   true});
  m_chart->setMarks(marks);
  refreshWhy();
}

void ElbowPage::refreshEmpty() {
  const Result<SweepSpec> spec = m_form->spec();
  m_model->setRows({});
  const bool guessed = m_form->guess() > 0;
  m_verdict->clear(guessed);
  if (spec && !spec->units.empty())
    m_chart->setXRange(spec->units.front(), spec->units.back());
  else
    m_chart->setXRange(1.0, 32.0);
  m_chart->setDescription(tr("No elbow curve yet."));
  // The guess stands where these words would.
  m_chart->setEmptyText(
      guessed ? QString()
              : tr("How many units will be enough? Click your guess here, then press Start: the "
                   "network is trained with each number of units."));
}

QVector<Curve> ElbowPage::curves() const {
  QVector<Curve> out;
  if (!m_curve) return out;
  if (const SweepResult* earlier = m_compare->chosen())
    out << ElbowCurve(*earlier, sweepMetric(), ElbowCurve::optionsOf(axisChoice()), false)
               .overlay(m_theme.colors().series(0), tr("earlier: %1").arg(m_compare->chosenName()));
  return m_curve->curves(m_theme, m_metric->currentText()) + out;
}

void ElbowPage::refreshWhy() {
  if (m_aside->view() == ElbowAside::View::why) m_aside->setWhy(ElbowWords::why(m_curve.get()));
}

/// The score is an accuracy or R2, as the task has it.
void ElbowPage::refreshMetrics() {
  const bool accuracy = scoreIsAccuracy(m_session.design());
  fillCombo(m_metric,
            {{tr("final val_loss"), static_cast<int>(SweepMetric::finalValLoss),
              tr("Validation loss after the last epoch")},
             {tr("best val_loss"), static_cast<int>(SweepMetric::bestValLoss),
              tr("Lowest validation loss of all epochs")},
             {tr("training loss"), static_cast<int>(SweepMetric::finalLoss),
              tr("Training loss after the last epoch")},
             {accuracy ? tr("1 − accuracy") : tr("1 − R²"), static_cast<int>(SweepMetric::score),
              accuracy ? tr("Share of wrong predictions, on the validation part")
                       : tr("Share of the targets' variation that stays unexplained, on "
                            "the validation part")}});
  if (m_metric->currentIndex() < 0) m_metric->setCurrentIndex(0);
  m_metricField->fitWidth(m_theme);
}

void ElbowPage::retranslate() {
  m_metricField->setTexts(tr("Measure"), tr("What the curve shows for each count"));
  refreshMetrics();
  m_axisField->setTexts(tr("Axis"), tr("How the counts are spaced; the elbow may move"));
  fillCombo(m_axis, {{tr("log2"), QStringLiteral("log2"), tr("Each step doubles the units")},
                     {tr("linear"), QStringLiteral("linear"), tr("Equal steps are equal counts")},
                     {tr("classic"), QStringLiteral("classic"),
                      tr("Linear, and Kneedle as the kneed library has it, without our guards")}});
  if (m_axis->currentIndex() < 0) m_axis->setCurrentIndex(0);
  m_axisField->fitWidth(m_theme);
  m_why->setText(tr("Why?"));
  m_why->setIcon(m_theme.icon(QStringLiteral("help")));
  setWords(m_why, tr("Why the elbow?"), tr("What the elbow means, and why not simply the lowest"));
  m_showTable->setText(tr("Table"));
  m_showTable->setIcon(m_theme.icon(QStringLiteral("table")));
  setWords(m_showTable, tr("Table"), tr("Show the figures as a table"));
  setWords(m_table, tr("Figures of the sweep"), tr("One row for each number of units"));
  setWords(m_chart, tr("Elbow curve"), {});
  m_chart->setTitles(tr("units"), tr("loss"));
  m_model->retranslate();
  refreshRunning();
  if (m_aside->view() == ElbowAside::View::trial) m_aside->showTrial(m_workbench.trialRun());
  refresh();
}

void ElbowPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  bringUpToDate();
}

void ElbowPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  Page::changeEvent(event);
}

} // namespace layerlab

#include "moc_elbowpage.cpp"
