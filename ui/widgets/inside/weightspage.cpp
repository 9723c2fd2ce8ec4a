#include "ui/widgets/inside/weightspage.h"

#include "core/insight/lookinside.h"
#include "ui/session/text.h"
#include "ui/widgets/inside/evolutionplot.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QStackedWidget>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int weightsPeriod = 500;       // ms between two pictures
constexpr int restPerWork = 15;          // the whole past is looked at each time
constexpr std::size_t mostColumns = 100; // stored epochs in a picture
constexpr std::size_t bins = 48;
constexpr MomentPart parts[] = {&LayerMoment::weights, &LayerMoment::gradients,
                                &LayerMoment::activations};

} // namespace

WeightsPage::WeightsPage(const Theme& theme, Workbench& workbench, Prompts& prompts,
                         QWidget* parent)
    : Page(parent), m_workbench(workbench),
      m_refresher(
          weightsPeriod, [this] { return prepareWork(); }, [this] { return trains(m_workbench); },
          restPerWork),
      m_layer(makeCombo(QStringLiteral("weightsLayerCombo"), this)),
      m_health(new QLabel(this)), m_plots{new EvolutionPlot(theme, this),
                                          new EvolutionPlot(theme, this),
                                          new EvolutionPlot(theme, this)},
      m_empty(new QLabel(this)), m_stack(new QStackedWidget(this)),
      m_message(new MessageRow(theme, QStringLiteral("weightsMessage"), this)),
      m_export(new ChartExport(theme, prompts, {m_plots[0], m_plots[1], m_plots[2], m_health},
                               QStringLiteral("weightsExportButton"), this)),
      m_controls(m_export->besideTabs(this)) {
  build();
  connectAll();
  connectExport();
  retranslate();
  showEmpty();
}

QString WeightsPage::title() const {
  return tr("Weights");
}

QString WeightsPage::tip() const {
  return tr("The weights, gradients and activations of a layer over the epochs");
}

QString WeightsPage::icon() const {
  return QStringLiteral("data");
}

void WeightsPage::build() {
  const char* const names[] = {"weightsPlot", "gradientsPlot", "activationsPlot"};
  for (int i = 0; i < 3; ++i) nameWidget(m_plots[i], QLatin1String(names[i]));
  nameWidget(m_health, QStringLiteral("unitHealth"));
  m_layer->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_layer->setMinimumContentsLength(12);
  m_empty->setProperty("role", "muted");
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  auto* content = new QWidget(this);
  auto* head = new QHBoxLayout;
  head->setSpacing(16);
  head->addWidget(m_layer);
  head->addWidget(m_health, 1);
  auto* pictures = new QHBoxLayout;
  pictures->setSpacing(16);
  for (EvolutionPlot* plot : m_plots) pictures->addWidget(plot, 1);
  auto* inner = new QVBoxLayout(content);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(8);
  inner->addLayout(head);
  inner->addLayout(pictures, 1);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(content);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->addWidget(m_message);
  column->addWidget(m_stack, 1);
}

void WeightsPage::connectAll() {
  const auto again = [this] {
    if (isVisible()) m_refresher.request();
  };
  connect(m_layer, &QComboBox::currentIndexChanged, this, again);
  connect(&m_workbench.timeline(), &Timeline::extentChanged, this, again);
  connect(&m_workbench.timeline(), &Timeline::moved, this, &WeightsPage::showEpoch);
  connect(&m_workbench.session(), &Session::changed, this, [again](Session::Parts changes) {
    if (changes & (Session::tablePart | Session::designPart | Session::outlinePart)) again();
  });
  connect(&m_refresher, &Refresher::failed, this, [this](const Error& error) {
    m_empty->setText(text(error));
    m_stack->setCurrentIndex(0);
  });
}

void WeightsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_refresher.request();
}

void WeightsPage::hideEvent(QHideEvent* event) {
  m_refresher.cancel();
  Page::hideEvent(event);
}

std::vector<Snapshot> WeightsPage::chosenSnapshots() const {
  const std::vector<Snapshot>& all = m_workbench.timeline().snapshots();
  std::vector<Snapshot> chosen;
  for (const std::uint32_t i : evenRows(all.size(), mostColumns)) chosen.push_back(all[i]);
  return chosen;
}

void WeightsPage::fillLayers(const Design& design) {
  const int count = static_cast<int>(design.network.denseLayers().size());
  QVector<Choice> layers;
  for (int i = 0; i < count; ++i)
    layers << Choice{i + 1 == count ? tr("Output") : tr("Hidden %1").arg(i + 1), i, {}};
  if (m_layer->count() == count && m_layer->itemText(0) == layers.first().text) return;
  const int chosen = m_layer->currentIndex();
  fillCombo(m_layer, layers);
  showChoice(m_layer, std::clamp(chosen, 0, count - 1));
}

/// Looks only at epochs that were not looked at before.
Errand::Work WeightsPage::prepareWork() {
  const std::optional<Subject> subject = subjectOf(m_workbench);
  const std::vector<Snapshot> snapshots = chosenSnapshots();
  if (!subject || snapshots.empty()) {
    m_known.clear();
    m_moments.clear();
    showEmpty();
    return {};
  }
  fillLayers(subject->design);
  const auto layer = static_cast<std::size_t>(std::max(0, m_layer->currentIndex()));
  return [=, this, subject = *subject, known = m_known]() -> Errand::Answer {
    const Result<PreparedPtr> data = dataOf(subject);
    if (!data) return [this, error = data.error()] { emit m_refresher.failed(error); };
    Moments moments;
    Known now;
    for (const Snapshot& one : snapshots) {
      std::shared_ptr<const EpochMoment> moment;
      if (const auto found = known.find(one.weights); found != known.end()) {
        moment = found->second;
      } else {
        const Result<EpochMoment> made = momentOf(subject.design, *data, one);
        if (!made) return [this, error = made.error()] { emit m_refresher.failed(error); };
        moment = std::make_shared<const EpochMoment>(*made);
      }
      moments.push_back(moment);
      now.emplace(one.weights, moment);
    }
    std::vector<Picture> pictures;
    for (const MomentPart part : parts) {
      Picture picture;
      picture.columns = histogramsOver(moments, layer, part, bins);
      for (const auto& moment : moments)
        picture.means.push_back(spreadOf(moment->layers[layer].*part).mean);
      pictures.push_back(std::move(picture));
    }
    return [=, this, made = *data] {
      m_known = now;
      m_workbench.keepPrepared(subject.key(), made);
      show(moments, pictures, layer);
    };
  };
}

void WeightsPage::showEmpty() {
  m_empty->setText(whyNoSubject(m_workbench));
  m_stack->setCurrentIndex(0);
}

void WeightsPage::show(const Moments& moments, const std::vector<Picture>& pictures,
                       std::size_t layer) {
  std::vector<int> epochs;
  for (const auto& moment : moments) epochs.push_back(moment->epoch);
  m_moments = moments;
  m_shownLayer = layer;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::vector<Histogram>& columns = pictures[i].columns;
    m_plots[i]->setColumns(columns, pictures[i].means, epochs);
    if (columns.empty()) continue;
    m_plots[i]->setAccessibleDescription(
        tr("%1 from %2 to %3, mean %4")
            .arg(m_plots[i]->accessibleName(), Words::figure(columns.back().low),
                 Words::figure(columns.back().high), Words::figure(pictures[i].means.back())));
  }
  showEpoch();
  m_stack->setCurrentIndex(1);
}

/// The line at the epoch in view, and the units at that time.
void WeightsPage::showEpoch() {
  if (m_moments.empty() || !isVisible()) return;
  const std::optional<int> shown = m_workbench.timeline().shownEpoch();
  const EpochMoment* current = m_moments.back().get();
  for (const auto& moment : m_moments)
    if (shown && moment->epoch <= *shown) current = moment.get();
  for (EvolutionPlot* plot : m_plots) plot->setShownEpoch(shown);
  m_health->setText(healthText(current->layers[m_shownLayer]));
}

QString WeightsPage::healthText(const LayerMoment& moment) const {
  const QString units = Words::count(static_cast<qint64>(moment.units));
  if (moment.dead > 0)
    return tr("%1 of %2 units are dead (0 for every row)")
        .arg(Words::count(static_cast<qint64>(moment.dead)), units);
  if (moment.saturated > 0)
    return tr("%1 of %2 units are saturated (at an end of their range)")
        .arg(Words::count(static_cast<qint64>(moment.saturated)), units);
  return tr("no unit is dead or saturated");
}

void WeightsPage::connectExport() {
  connect(m_export, &ChartExport::failed, m_message, &MessageRow::tell);
  connect(m_export, &ChartExport::done, m_message, &MessageRow::tell);
}

void WeightsPage::retranslate() {
  setWords(m_layer, tr("Layer"), tr("The layer whose numbers are shown"));
  setWords(m_health, tr("Units"), {});
  const QString tip = tr("Each column is one epoch's histogram; the darker, the more numbers lie "
                         "there. The line is the mean");
  setWords(m_plots[0], tr("Weights over the epochs"), tip);
  setWords(m_plots[1], tr("Gradients over the epochs"), tip);
  setWords(m_plots[2], tr("Activations over the epochs"), tip);
  m_plots[0]->setTitle(tr("Weights"));
  m_plots[1]->setTitle(tr("Gradients"));
  m_plots[2]->setTitle(tr("Activations"));
  if (m_stack->currentIndex() == 0)
    m_empty->setText(whyNoSubject(m_workbench));
  else
    m_refresher.request();
}

void WeightsPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  Page::changeEvent(event);
}

} // namespace layerlab

#include "moc_weightspage.cpp"
