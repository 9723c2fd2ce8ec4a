#include "ui/widgets/pages/losspage.h"

#include "core/io/export.h"
#include "core/teach/ownunits.h"
#include "core/teach/reading.h"
#include "ui/session/text.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/chart/rangeform.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/pages/readingbar.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace layerlab {
namespace {

constexpr int curvePeriod = 30;                   // ms: a fit has news every 45
constexpr int readingPeriod = 500;                // sentences that change faster cannot be read
constexpr int enoughHeight = 320;                 // from here on the sentences may take two rows
constexpr std::size_t liveReadingEpochs = 20'000; // longer curves are read at the end only

Result<std::string> historyText(const Session& session) {
  const Run* run = session.currentRun();
  if (run && !run->history.epochs.empty()) return historyCsv(run->history);
  return Error{ErrorKind::output,
               {QT_TRANSLATE_NOOP("Core", "there is no loss curve to export; press Fit first"), {}},
               {},
               0,
               0};
}

} // namespace

LossPage::LossPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent)
    : Page(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_lines(theme), m_chart(new CurveChart(theme, this)),
      m_export(new ChartExport(
          theme, prompts, *m_chart, QStringLiteral("lossExportButton"),
          [this] { return historyText(m_session); }, this)),
      m_reading(new ReadingBar(theme, this)),
      m_message(new MessageRow(theme, QStringLiteral("lossMessage"), this)),
      m_controls(new QWidget(this)), m_curvesThrottle(curvePeriod, [this] { refreshCurves(); }),
      m_readingThrottle(readingPeriod, [this] { refreshReading(); }) {
  buildControls();
  build();
  connectControls();
  connect(&m_session, &Session::changed, this, &LossPage::sessionChanged);
  connect(&workbench, &Workbench::trainStateChanged, this, [this] {
    m_chart->setEmptyText(emptyText());
    m_curvesThrottle.request();
    m_readingThrottle.now();
  });
  connect(&workbench.timeline(), &Timeline::moved, this, [this] {
    if (m_workbench.timeline().shownEpoch() != m_markedEpoch) m_curvesThrottle.request();
  });
  connect(&theme, &Theme::changed, this, [this] {
    giveRoomToTheCurve();
    refreshCurves();
  });
  retranslate();
}

QString LossPage::title() const {
  return tr("Loss");
}

QString LossPage::tip() const {
  return tr("The loss over the epochs");
}

QString LossPage::icon() const {
  return QStringLiteral("chart-line");
}

QList<QWidget*> LossPage::viewOptions() const {
  return {m_logY, m_logX, m_smoothing};
}

void LossPage::buildControls() {
  m_logY = new QCheckBox(m_controls);
  nameWidget(m_logY, QStringLiteral("lossLogY"));
  m_displayButton = new QToolButton(m_controls);
  nameWidget(m_displayButton, QStringLiteral("lossDisplayButton"));
  m_displayButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  buildDisplay();
  auto* row = new QHBoxLayout(m_controls);
  row->setContentsMargins(0, 0, 8, 0);
  row->setSpacing(8);
  row->addStretch(1);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_logY, m_displayButton, m_export})
    row->addWidget(widget);
}

void LossPage::buildDisplay() {
  m_display = new QFrame(m_controls, Qt::Popup);
  nameWidget(m_display, QStringLiteral("lossDisplay"));
  m_display->setProperty("card", true);
  m_logX = new QCheckBox(m_display);
  nameWidget(m_logX, QStringLiteral("lossLogX"));
  m_smoothingText = new QLabel(m_display);
  m_smoothing = new QSlider(Qt::Horizontal, m_display);
  nameWidget(m_smoothing, QStringLiteral("smoothingSlider"));
  m_smoothing->setRange(0, 95);
  m_smoothingText->setBuddy(m_smoothing);
  m_metricText = new QLabel(m_display);
  m_metric = makeCombo(QStringLiteral("lossMetricCombo"), m_display);
  m_metricText->setBuddy(m_metric);
  m_range = new RangeForm(*m_chart, QStringLiteral("lossRange"), m_display);
  auto* column = new QVBoxLayout(m_display);
  column->setContentsMargins(16, 12, 16, 16);
  column->setSpacing(8);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_logX, m_smoothingText, m_smoothing,
                                                         m_metricText, m_metric, m_range})
    column->addWidget(widget);
}

/// Right below its button, its right edge under the button's.
void LossPage::openDisplay() {
  fillMetrics();
  m_range->refresh();
  m_display->adjustSize();
  const QPoint corner =
      m_displayButton->mapToGlobal(QPoint(m_displayButton->width(), m_displayButton->height() + 4));
  m_display->move(corner - QPoint(m_display->width(), 0));
  m_display->show();
  m_logX->setFocus(Qt::PopupFocusReason);
}

void LossPage::fillMetrics() {
  QVector<Choice> choices{{tr("none"), QString(), tr("Only losses")}};
  if (const Run* run = m_session.currentRun())
    for (const QString& name : LossCurves::metricsOf(*run))
      choices << (name == QLatin1String("r2")
                      ? Choice{QStringLiteral("R²"), name,
                               tr("Share of the spread that is explained: 1 − loss / baseline")}
                      : Choice{name, name, {}});
  fillCombo(m_metric, choices);
  if (m_metric->currentIndex() < 0) showChoice(m_metric, m_lines.metric());
  if (m_metric->currentIndex() < 0) showChoice(m_metric, QString());
  m_lines.setMetric(m_metric->currentData().toString());
  m_chart->setRightTitle(m_metric->currentText());
}

void LossPage::build() {
  nameWidget(m_chart, QStringLiteral("lossChart"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(4);
  column->addWidget(m_message);
  column->addWidget(m_chart, 1);
  column->addWidget(m_reading);
}

/// On a low page every row counts.
void LossPage::giveRoomToTheCurve() {
  m_reading->setOneRow(height() < m_theme.px(enoughHeight));
  const int edge = m_theme.isLarge() ? 2 : 8;
  layout()->setContentsMargins(12, edge, 12, edge);
}

void LossPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  giveRoomToTheCurve();
}

void LossPage::connectControls() {
  connect(m_logY, &QCheckBox::toggled, m_chart, &CurveChart::setLogY);
  connect(m_logX, &QCheckBox::toggled, m_chart, &CurveChart::setLogX);
  connect(m_smoothing, &QSlider::valueChanged, this, [this](int percent) {
    m_lines.setSmoothing(percent / 100.0);
    retranslateDisplay();
    m_curvesThrottle.request();
  });
  connect(m_reading, &ReadingBar::remedyChosen, this, [this](const Reading& reading) {
    m_session.edit(text(reading.remedyText), {}, reading.remedy);
  });
  connect(m_displayButton, &QToolButton::clicked, this, &LossPage::openDisplay);
  connect(m_metric, &QComboBox::currentIndexChanged, this, [this] {
    m_lines.setMetric(m_metric->currentData().toString());
    m_chart->setRightTitle(m_metric->currentText());
    m_curvesThrottle.request();
  });
  connect(m_export, &ChartExport::failed, m_message, &MessageRow::tell);
  connect(m_export, &ChartExport::done, m_message, &MessageRow::tell);
}

void LossPage::sessionChanged(Session::Parts parts) {
  if (parts & Session::tablePart) m_chart->resetZoom();
  if (parts & (Session::runsPart | Session::historyPart | Session::tablePart))
    m_curvesThrottle.request();
  if (parts & Session::runsPart) {
    fillMetrics();
    m_readingThrottle.now();
  }
  if (parts & Session::historyPart) m_readingThrottle.request();
}

void LossPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_curvesThrottle.request();
}

void LossPage::refreshCurves() {
  if (isVisible()) bringUpToDate(); // else showEvent comes back to it
}

void LossPage::bringUpToDate() {
  m_lines.update(m_session);
  const Run* run = m_session.currentRun();
  if (run && run->running)
    m_chart->setXRange(1.0, std::max(2, run->design.fit.epochs));
  else
    m_chart->setXRange(std::nullopt, std::nullopt);
  m_chart->setCurves(m_lines.curves(m_session));
  m_markedEpoch = m_workbench.timeline().shownEpoch();
  m_chart->setMarks(marks());
  m_chart->setEmptyText(emptyText());
}

/// What to do next; nothing once a fit has begun, though its first point may be still to come.
QString LossPage::emptyText() const {
  if (!m_session.table()) return tr("Open a CSV or pick an example, then press Fit.");
  const bool begun =
      m_session.currentRun() || m_workbench.trainState() != Workbench::TrainState::idle;
  return begun ? QString() : tr("Press Fit: the loss curve grows here.");
}

/// Those of the curves, and the past epoch in view.
QVector<ChartMark> LossPage::marks() const {
  QVector<ChartMark> marks = m_lines.marks(m_session);
  const std::optional<int> shown = m_markedEpoch;
  const Run* run = m_session.currentRun();
  if (!shown || !run) return marks;
  for (const EpochRecord& record : run->history.epochs)
    if (record.epoch == *shown) {
      const QPointF at(record.epoch, record.loss);
      marks << ChartMark{QStringLiteral("time"),     at,
                         tr("epoch %1").arg(*shown), m_theme.colors().text,
                         ChartMark::Shape::dot,      true};
    }
  return marks;
}

void LossPage::refreshReading() {
  const Run* run = m_session.currentRun();
  const bool empty = !run || run->history.epochs.empty();
  if (empty && !(run && run->end == FitEnd::diverged)) {
    m_reading->setReadings({});
    m_chart->setDescription(tr("No loss curve yet."));
    return;
  }
  if (run->running && run->history.epochs.size() > liveReadingEpochs) return;
  std::vector<Reading> readings = readCurve(
      run->history, run->running ? FitEnd::completed : run->end, run->design.fit, run->baseline);
  const PreparedPtr data = m_workbench.prepared(); // of this run only while the data are the same
  if (data && run->design.data == m_session.design().data)
    if (auto own = readOwnUnits(data->preprocessing, run->design.fit.loss, run->history))
      readings.push_back(std::move(*own));
  m_reading->setReadings(readings);
  m_chart->setDescription(empty ? tr("No loss curve yet.") : description());
}

QString LossPage::description() const {
  const Run& run = *m_session.currentRun();
  const EpochRecord& first = run.history.epochs.front();
  const EpochRecord& last = run.history.epochs.back();
  QString sentence = tr("%1: the training loss goes from %2 to %3 in %4 epochs.")
                         .arg(run.name, Words::figure(first.loss), Words::figure(last.loss))
                         .arg(last.epoch);
  if (!last.valLoss) return sentence;
  return tr("%1 The validation loss ends at %2.").arg(sentence, Words::figure(*last.valLoss));
}

void LossPage::retranslateDisplay() {
  m_logX->setText(tr("Log epochs"));
  setWords(m_logX, tr("Log epochs"), tr("Logarithmic epoch axis: shows the first epochs larger"));
  m_smoothingText->setText(tr("Smoothing %1 %").arg(m_smoothing->value()));
  setWords(m_smoothing, tr("Smoothing"), tr("Smooths the lines; the true ones stay, thinner"));
  m_metricText->setText(tr("Metric, against an axis at the right"));
  setWords(m_metric, tr("Metric"), tr("A second figure of the same epochs, on its own axis"));
  m_range->retranslate(tr("epoch"), tr("loss"));
  fillMetrics();
}

void LossPage::retranslate() {
  m_logY->setText(tr("Log loss"));
  setWords(m_logY, tr("Log loss"), tr("Logarithmic loss axis: equal steps are equal ratios"));
  m_displayButton->setText(tr("Display"));
  m_displayButton->setIcon(m_theme.icon(QStringLiteral("settings")));
  setWords(m_displayButton, tr("Display"),
           tr("Logarithmic epochs, smoothing, metrics and axis ranges"));
  retranslateDisplay();
  setWords(m_chart, tr("Loss curve"), {});
  m_chart->setTitles(tr("epoch"), tr("loss"));
  m_reading->setEmptyText(tr("What the curve says will stand here."));
  refreshCurves();
  refreshReading();
}

void LossPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_losspage.cpp"
