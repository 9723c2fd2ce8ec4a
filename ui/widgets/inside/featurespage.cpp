#include "ui/widgets/inside/featurespage.h"

#include "ui/session/text.h"
#include "ui/widgets/inside/scatterplot.h"
#include "ui/widgets/inside/surfaceview.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int featuresPeriod = 80;  // ms between two pictures
constexpr int componentAxis = -100; // item data: component i is componentAxis + i, else the unit

} // namespace

FeaturesPage::FeaturesPage(const Theme& theme, Workbench& workbench, Prompts& prompts,
                           QWidget* parent)
    : Page(parent), m_theme(theme), m_workbench(workbench),
      m_refresher(
          featuresPeriod, [this] { return prepareWork(); }, [this] { return trains(m_workbench); }),
      m_layer(makeCombo(QStringLiteral("featureLayerCombo"), this)),
      m_x(makeCombo(QStringLiteral("featureXCombo"), this)),
      m_y(makeCombo(QStringLiteral("featureYCombo"), this)), m_before(new QLabel(this)),
      m_after(new QLabel(this)), m_inputs(new ScatterPlot(theme, this)),
      m_plane(new SurfaceView(theme, this)), m_features(new ScatterPlot(theme, this)),
      m_units(new QTableWidget(0, 3, this)), m_empty(new QLabel(this)),
      m_left(new QStackedWidget(this)), m_stack(new QStackedWidget(this)),
      m_message(new MessageRow(theme, QStringLiteral("featuresMessage"), this)),
      m_export(new ChartExport(theme, prompts, {m_features, m_left, m_units, m_before, m_after},
                               QStringLiteral("featuresExportButton"), this)),
      m_controls(m_export->besideTabs(this)) {
  build();
  connectAll();
  connectExport();
  retranslate();
  showEmpty();
}

QString FeaturesPage::title() const {
  return tr("Features");
}

QString FeaturesPage::tip() const {
  return tr("The rows as a hidden layer sees them, beside the inputs");
}

QString FeaturesPage::icon() const {
  return QStringLiteral("layers");
}

// Building --------------------------------------------------------------------------------------

void FeaturesPage::build() {
  nameWidget(m_inputs, QStringLiteral("inputsPlot"));
  nameWidget(m_plane, QStringLiteral("surfacePlot"));
  nameWidget(m_features, QStringLiteral("featuresPlot"));
  nameWidget(m_units, QStringLiteral("unitsTable"));
  nameWidget(m_before, QStringLiteral("inputsReadOut"));
  nameWidget(m_after, QStringLiteral("layerReadOut"));
  m_units->verticalHeader()->hide();
  QHeaderView* header = m_units->horizontalHeader();
  header->setMinimumSectionSize(16);
  header->setSectionResizeMode(1, QHeaderView::Stretch); // what a unit reads is the longest
  header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  header->setSectionResizeMode(2, QHeaderView::Fixed);
  m_units->setWordWrap(false); // a cell ends in "…"; its tool tip holds the whole text
  m_units->setTextElideMode(Qt::ElideRight);
  m_units->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_units->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_units->setTabKeyNavigation(false);
  m_empty->setProperty("role", "muted");
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_left->addWidget(m_inputs);
  m_left->addWidget(m_plane);
  for (QComboBox* combo : {m_layer, m_x, m_y}) {
    combo->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    combo->setMinimumContentsLength(11);
  }
  auto* content = new QWidget(this);
  auto* grid = new QGridLayout(content);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(16);
  grid->setVerticalSpacing(4);
  auto* choices = new QHBoxLayout;
  choices->setSpacing(8);
  choices->addWidget(m_layer);
  choices->addWidget(m_after, 1);
  choices->addWidget(m_x);
  choices->addWidget(m_y);
  grid->addWidget(m_before, 0, 0);
  grid->addLayout(choices, 0, 1, 1, 2);
  grid->addWidget(m_left, 1, 0);
  grid->addWidget(m_features, 1, 1);
  grid->addWidget(m_units, 1, 2);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  grid->setRowStretch(1, 1);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(content);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->addWidget(m_message);
  column->addWidget(m_stack, 1);
}

void FeaturesPage::connectAll() {
  const auto again = [this] {
    if (isVisible()) m_refresher.request();
  };
  for (QComboBox* combo : {m_layer, m_x, m_y})
    connect(combo, &QComboBox::currentIndexChanged, this, again);
  connect(&m_workbench.timeline(), &Timeline::moved, this, again);
  connect(&m_workbench, &Workbench::trainStateChanged, this, again);
  connect(&m_workbench.session(), &Session::changed, this, [again](Session::Parts parts) {
    if (parts & (Session::tablePart | Session::designPart | Session::outlinePart)) again();
  });
  connect(&m_theme, &Theme::changed, this, again);
  connect(&m_theme, &Theme::changed, this, &FeaturesPage::fitUnits);
  connect(&m_refresher, &Refresher::failed, this, [this](const Error& error) {
    m_empty->setText(text(error));
    m_stack->setCurrentIndex(0);
  });
  connect(m_units, &QTableWidget::currentCellChanged, this, [this](int row) {
    if (row >= 0) m_x->setCurrentIndex(m_x->findData(row));
  });
  m_features->setWordsFor([this](int dots, int point) {
    const std::size_t row =
        static_cast<std::size_t>(point) + (dots == 1 ? m_report->trainRows : std::size_t{0});
    return tr("row %1").arg(Words::count(m_table->sheetRow(m_report->tableRow[row])));
  });
}

void FeaturesPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_refresher.request();
}

void FeaturesPage::hideEvent(QHideEvent* event) {
  m_refresher.cancel();
  Page::hideEvent(event);
}

// Working ---------------------------------------------------------------------------------------

std::size_t FeaturesPage::layer() const {
  return static_cast<std::size_t>(std::max(0, m_layer->currentIndex()));
}

FeatureAxis FeaturesPage::axisOf(const QComboBox* combo, std::size_t usual) const {
  const QVariant chosen = combo->currentData();
  if (!chosen.isValid()) return {true, usual};
  const int data = chosen.toInt();
  return data < 0 ? FeatureAxis{true, static_cast<std::size_t>(data - componentAxis)}
                  : FeatureAxis{false, static_cast<std::size_t>(data)};
}

Errand::Work FeaturesPage::prepareWork() {
  const std::optional<Subject> subject = subjectOf(m_workbench);
  if (!subject) {
    showEmpty();
    return {};
  }
  fillLayers(subject->design);
  const std::vector<std::size_t> dense = subject->design.network.denseLayers();
  FeatureChoice choice;
  choice.layer = std::min(layer(), dense.size() - 1);
  const int units = subject->design.network.layers[dense[choice.layer]].units;
  if (units != m_unitsOfAxes) { // other axes: a bottleneck shows its two units directly
    m_unitsOfAxes = units;
    fillAxes();
  }
  choice.x = axisOf(m_x, 0);
  choice.y = axisOf(m_y, 1);
  const bool live = m_workbench.trainState() == Workbench::TrainState::running;
  const Colors colors = m_theme.colors();
  return [=, this, subject = *subject, before = m_report]() -> Errand::Answer {
    const Result<PreparedPtr> data = dataOf(subject);
    if (!data) return [this, error = data.error()] { emit m_refresher.failed(error); };
    const bool sameLayer = before && before->choice.layer == choice.layer;
    const auto report = std::make_shared<const FeatureReport>(
        featureReport(**data, subject.design.network, *subject.weights, choice,
                      sameLayer ? before.get() : nullptr));
    std::shared_ptr<const SurfacePicture> surface;
    if (hasPlane((*data)->preprocessing))
      surface =
          std::make_shared<const SurfacePicture>(surfacePicture(subject, **data, 0, !live, colors));
    return [this, subject, data = *data, report, surface] { show(subject, data, report, surface); };
  };
}

void FeaturesPage::showEmpty() {
  m_report.reset();
  m_empty->setText(whyNoSubject(m_workbench));
  m_stack->setCurrentIndex(0);
}

void FeaturesPage::show(const Subject& subject, const PreparedPtr& data,
                        std::shared_ptr<const FeatureReport> report,
                        std::shared_ptr<const SurfacePicture> surface) {
  m_workbench.keepPrepared(subject.key(), data);
  m_report = std::move(report);
  m_surface = std::move(surface);
  m_data = data;
  m_table = subject.table;
  showClouds();
  showUnits();
  m_stack->setCurrentIndex(1);
}

// Choices ---------------------------------------------------------------------------------------

void FeaturesPage::fillLayers(const Design& design) {
  const int count = static_cast<int>(design.network.denseLayers().size());
  QVector<Choice> layers;
  for (int i = 0; i < count; ++i) {
    const int units =
        design.network.layers[design.network.denseLayers()[static_cast<std::size_t>(i)]].units;
    const QString name = i + 1 == count ? tr("Output") : tr("Hidden %1").arg(i + 1);
    layers << Choice{QStringLiteral("%1 (%2)").arg(name).arg(units), i, {}};
  }
  const bool same = m_layer->count() == count && m_layer->itemText(0) == layers.first().text &&
                    m_layer->itemText(count - 1) == layers.last().text;
  if (same) return;
  const bool keep = m_layer->count() == count && m_layer->currentIndex() >= 0;
  fillCombo(m_layer, layers);
  if (keep) return;
  const QSignalBlocker silence(m_layer);
  // The last hidden layer is what the output reads.
  m_layer->setCurrentIndex(std::max(0, count - 2));
}

/// Two units are shown as they are; more by their principal components.
void FeaturesPage::fillAxes() {
  const int units = m_unitsOfAxes;
  QVector<Choice> axes;
  for (int i = 0; i < std::min(2, units); ++i)
    axes << Choice{tr("component %1").arg(i + 1), componentAxis + i,
                   tr("The direction in which the outputs spread most")};
  for (int i = 0; i < units; ++i) axes << Choice{tr("unit %1").arg(i + 1), i, {}};
  for (QComboBox* combo : {m_x, m_y}) {
    fillCombo(combo, axes);
    const QSignalBlocker silence(combo);
    const int usual = combo == m_x ? 0 : 1;
    const int wanted = units <= 2 ? std::min(usual, units - 1) : componentAxis + usual;
    combo->setCurrentIndex(combo->findData(wanted));
  }
}

// Words -----------------------------------------------------------------------------------------

void FeaturesPage::connectExport() {
  connect(m_export, &ChartExport::failed, m_message, &MessageRow::tell);
  connect(m_export, &ChartExport::done, m_message, &MessageRow::tell);
}

void FeaturesPage::retranslate() {
  setWords(m_layer, tr("Layer"), tr("The layer whose outputs are shown"));
  setWords(m_x, tr("Across"), tr("What the picture shows from left to right"));
  setWords(m_y, tr("Up"), tr("What the picture shows from bottom to top"));
  setWords(m_inputs, tr("The inputs"),
           tr("Every row by its inputs; hollow marks are validation rows"));
  setWords(m_features, tr("The layer's outputs"),
           tr("Every row as this layer sees it; hollow marks are validation rows"));
  setWords(m_units, tr("Units"),
           tr("What each unit reads most (by weight) and which rows wake it; "
              "choose one to see it across"));
  const QString readOut = tr("How well straight cuts through this representation answer, judged on "
                             "the validation rows");
  setWords(m_before, tr("Inputs"), readOut);
  setWords(m_after, tr("Layer"), readOut);
  m_units->setHorizontalHeaderLabels({tr("unit"), tr("reads most"), tr("rows")});
  fitUnits();
  m_plane->retranslate();
  m_unitsOfAxes = -1;
  if (m_report)
    m_refresher.request();
  else
    m_empty->setText(whyNoSubject(m_workbench));
}

void FeaturesPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  Page::changeEvent(event);
}

} // namespace layerlab

#include "moc_featurespage.cpp"
