#include "ui/widgets/pages/elbowpage.h"

#include "core/io/export.h"
#include "ui/session/text.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/pages/elbowcurve.h"
#include "ui/widgets/pages/sweepform.h"
#include "ui/widgets/pages/sweeptable.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <cmath>

namespace layerlab {
namespace {

constexpr int sweepPeriod = 66; // ms between two pictures of a running sweep

} // namespace

ElbowPage::ElbowPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent)
    : Page(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_form(new SweepForm(theme, m_session, this)), m_chart(new CurveChart(theme, this)),
      m_export(new ChartExport(
          theme, prompts, *m_chart, QStringLiteral("elbowExportButton"), [this] { return csv(); },
          this)),
      m_model(new SweepTable(this)),
      m_message(new MessageRow(theme, QStringLiteral("elbowMessage"), this)),
      m_controls(new QWidget(this)), m_throttle(sweepPeriod, [this] { refresh(); }) {
  buildChoices();
  build();
  connectControls();
  connect(&workbench, &Workbench::sweepChanged, this, [this] {
    refreshRunning();
    m_throttle.request();
  });
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::sweepPart | Session::outlinePart | Session::designPart))
      m_throttle.request();
    if (parts & Session::tablePart) m_message->clear();
  });
  connect(&theme, &Theme::changed, this, &ElbowPage::refresh);
  retranslate();
}

QString ElbowPage::title() const {
  return tr("Elbow");
}

QString ElbowPage::tip() const {
  return tr("How many units are enough?");
}

QString ElbowPage::icon() const {
  return QStringLiteral("elbow");
}

void ElbowPage::buildChoices() {
  m_metric = makeCombo(QStringLiteral("sweepMetricCombo"), this);
  m_axis = makeCombo(QStringLiteral("sweepAxisCombo"), this);
  m_metricField = new Field(m_metric, this);
  m_metricField->setFixedWidth(128);
  m_axisField = new Field(m_axis, this);
  m_axisField->setFixedWidth(88);
  m_showTable = new QToolButton(m_controls);
  nameWidget(m_showTable, QStringLiteral("sweepTableButton"));
  m_showTable->setCheckable(true);
  m_showTable->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_form->addControl(m_metricField);
  m_form->addControl(m_axisField);
  auto* row = new QHBoxLayout(m_controls);
  row->setContentsMargins(0, 0, 8, 0);
  row->setSpacing(12);
  row->addStretch(1);
  row->addWidget(m_showTable);
  row->addWidget(m_export);
}

void ElbowPage::build() {
  nameWidget(m_chart, QStringLiteral("elbowChart"));
  m_chart->setLogX(true);
  m_table = new QTableView(this);
  nameWidget(m_table, QStringLiteral("sweepTable"));
  m_table->setModel(m_model);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_table->setTabKeyNavigation(false);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_views = new QStackedWidget(this);
  m_views->addWidget(m_chart);
  m_views->addWidget(m_table);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(4);
  column->addWidget(m_form);
  column->addWidget(m_message);
  column->addWidget(m_views, 1);
  column->addLayout(buildVerdict());
}

QLayout* ElbowPage::buildVerdict() {
  m_verdict = new QLabel(this);
  nameWidget(m_verdict, QStringLiteral("elbowVerdict"));
  m_verdict->setProperty("role", "title");
  m_meaning = new QLabel(this);
  nameWidget(m_meaning, QStringLiteral("elbowMeaning"));
  m_meaning->setWordWrap(true);
  m_meaning->setProperty("role", "muted");
  m_adopt = new QPushButton(this);
  nameWidget(m_adopt, QStringLiteral("adoptUnitsButton"));
  m_progress = new QProgressBar(this);
  m_progress->setObjectName(QStringLiteral("sweepProgress"));
  m_progress->setTextVisible(false);
  m_progress->setFixedSize(120, 6);
  m_progressText = new QLabel(this);
  m_progressText->setProperty("role", "muted");
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(m_verdict);
  row->addWidget(m_meaning, 1);
  row->addWidget(m_progress);
  row->addWidget(m_progressText);
  row->addWidget(m_adopt);
  return row;
}

void ElbowPage::connectControls() {
  connect(m_form, &SweepForm::startRequested, this, &ElbowPage::start);
  connect(m_form, &SweepForm::stopRequested, &m_workbench, &Workbench::stopSweep);
  connect(m_metric, &QComboBox::currentIndexChanged, this, &ElbowPage::refresh);
  connect(m_axis, &QComboBox::currentIndexChanged, this, [this] {
    m_chart->setLogX(axis() == ElbowAxis::log2);
    refresh();
  });
  connect(m_showTable, &QToolButton::toggled, this,
          [this](bool table) { m_views->setCurrentIndex(table ? 1 : 0); });
  connect(m_adopt, &QPushButton::clicked, this, &ElbowPage::adopt);
  connect(m_export, &ChartExport::failed, this,
          [this](const Error& error) { showError(text(error)); });
  connect(m_export, &ChartExport::done, this, &ElbowPage::say);
}

void ElbowPage::start() {
  const Result<SweepSpec> spec = m_form->spec();
  if (!spec) {
    showError(text(spec.error()));
    return;
  }
  m_message->clear();
  // Without validation rows there is only the training loss to compare.
  if (m_session.design().data.validationSplit <= 0.0)
    m_metric->setCurrentIndex(m_metric->findData(static_cast<int>(SweepMetric::finalLoss)));
  m_workbench.startSweep(*spec, m_form->epochs());
}

void ElbowPage::showError(const QString& sentence) {
  m_message->show(MessageRow::Kind::error, sentence);
}

void ElbowPage::say(const QString& sentence) {
  m_message->show(MessageRow::Kind::note, sentence);
}

SweepMetric ElbowPage::metric() const {
  return static_cast<SweepMetric>(m_metric->currentData().toInt());
}

ElbowAxis ElbowPage::axis() const {
  return m_axis->currentData().toString() == QLatin1String("linear") ? ElbowAxis::linear
                                                                     : ElbowAxis::log2;
}

Result<std::string> ElbowPage::csv() const {
  if (m_session.sweep() && m_workbench.sweepDone() > 0) return sweepCsv(*m_session.sweep(), true);
  return Error{ErrorKind::output,
               {QT_TRANSLATE_NOOP("Core", "there are no results to export; press Start first"), {}},
               {},
               0,
               0};
}

void ElbowPage::refreshRunning() {
  const bool running = m_workbench.isSweeping();
  m_form->setRunning(running);
  m_progress->setVisible(running);
  m_progressText->setVisible(running);
  const int total = m_workbench.sweepTotal();
  const int done = m_workbench.sweepDone();
  m_progress->setRange(0, std::max(1, total));
  m_progress->setValue(done);
  const double left = m_workbench.sweepSecondsLeft();
  m_progressText->setText(
      left > 0.0 ? tr("%1 of %2, %3 left").arg(done).arg(total).arg(Words::duration(left))
                 : tr("%1 of %2").arg(done).arg(total));
}

void ElbowPage::refresh() {
  const std::optional<SweepResult>& sweep = m_session.sweep();
  if (!sweep) {
    m_model->setRows({});
    m_chart->setCurves({});
    m_chart->setMarks({});
    clearVerdict();
    return;
  }
  const ElbowCurve curve(*sweep, metric(), axis(), m_workbench.isSweeping());
  m_model->setRows(curve.rows());
  if (!sweep->spec.units.empty())
    m_chart->setXRange(sweep->spec.units.front(), sweep->spec.units.back());
  m_chart->setCurves(curve.curves(m_theme, m_metric->currentText()));
  m_chart->setMarks(curve.marks(m_theme));
  refreshVerdict(curve);
}

void ElbowPage::clearVerdict() {
  m_adoptUnits = 0;
  m_verdict->clear();
  m_verdict->hide();
  m_meaning->setText(tr("The elbow is where more units stop helping much."));
  m_chart->setXRange(1.0, 32.0);
  m_chart->setDescription(tr("No elbow curve yet."));
  m_adopt->hide();
}

void ElbowPage::refreshVerdict(const ElbowCurve& curve) {
  const Elbow& elbow = curve.elbow();
  const QString strength = Words::strength(elbow.strength);
  const QString verdict =
      elbow.units ? tr("%1 units: %2").arg(*elbow.units).arg(strength) : strength;
  QString meaning = Words::strengthMeaning(elbow, m_session.sweep()->spec.repeats);
  if (curve.otherElbow().units && curve.otherElbow().units != elbow.units)
    meaning = (axis() == ElbowAxis::log2 ? tr("%1 On a linear axis it would be %2.")
                                         : tr("%1 On a log axis it would be %2."))
                  .arg(meaning)
                  .arg(*curve.otherElbow().units);
  m_verdict->setText(verdict);
  m_verdict->show();
  m_meaning->setText(meaning);
  m_chart->setDescription(QStringLiteral("%1. %2").arg(verdict, meaning));
  m_adoptUnits = static_cast<int>(elbow.units.value_or(0.0));
  if (elbow.strength == ElbowStrength::flat && !curve.rows().empty())
    m_adoptUnits = curve.rows().front().units;
  m_adopt->setVisible(m_adoptUnits > 0);
  m_adopt->setText(tr("Use %1 units").arg(m_adoptUnits));
  setWords(m_adopt, m_adopt->text(), tr("Give the layer this many units; it can be undone"));
}

void ElbowPage::adopt() {
  if (m_adoptUnits < 1 || !m_session.sweep()) return;
  const auto layer = static_cast<std::size_t>(m_session.sweep()->spec.layer);
  const int units = m_adoptUnits;
  m_session.edit(m_adopt->text(), {}, [layer, units](Design& design) {
    const std::vector<std::size_t> dense = design.network.denseLayers();
    if (layer < dense.size()) design.network.layers[dense[layer - 1]].units = units;
  });
}

void ElbowPage::retranslate() {
  setWords(m_adopt, tr("Give the layer this many units; it can be undone"),
           tr("Give the layer this many units; it can be undone"));
  m_metricField->setTexts(tr("Measure"), tr("What the curve shows for each count"));
  fillCombo(m_metric, {{tr("final val_loss"), static_cast<int>(SweepMetric::finalValLoss),
                        tr("Validation loss after the last epoch")},
                       {tr("best val_loss"), static_cast<int>(SweepMetric::bestValLoss),
                        tr("Lowest validation loss of all epochs")},
                       {tr("training loss"), static_cast<int>(SweepMetric::finalLoss),
                        tr("Training loss after the last epoch")}});
  if (m_metric->currentIndex() < 0) m_metric->setCurrentIndex(0);
  m_axisField->setTexts(tr("Axis"), tr("How the counts are spaced; the elbow may move"));
  fillCombo(m_axis, {{tr("log2"), QStringLiteral("log2"), tr("Each step doubles the units")},
                     {tr("linear"), QStringLiteral("linear"), tr("Equal steps are equal counts")}});
  if (m_axis->currentIndex() < 0) m_axis->setCurrentIndex(0);
  m_showTable->setText(tr("Table"));
  m_showTable->setIcon(m_theme.icon(QStringLiteral("table")));
  setWords(m_showTable, tr("Table"), tr("Show the figures as a table"));
  setWords(m_table, tr("Figures of the sweep"), tr("One row for each number of units"));
  setWords(m_chart, tr("Elbow curve"), {});
  m_chart->setTitles(tr("units"), tr("loss"));
  m_chart->setEmptyText(tr("Press Start: the network is trained with each number of units."));
  m_model->retranslate();
  refreshRunning();
  refresh();
}

void ElbowPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab
