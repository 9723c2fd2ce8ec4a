#include "ui/widgets/inside/stagespage.h"

#include "ui/session/text.h"
#include "ui/widgets/inside/stagering.h"
#include "ui/widgets/inside/stagewords.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/panels/elidedlabel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int playPeriod = 1'400;      // ms a class needs to look at one stage
constexpr double sliceSeconds = 0.010; // of an epoch between two looks at what is wanted
// Rows times parameters of a network that are measured without anybody noticing.
constexpr double quicklyMeasured = 2e7;

QToolButton* toolButton(const QString& name, QWidget* parent) {
  auto* button = new QToolButton(parent);
  nameWidget(button, name);
  button->setAutoRaise(true);
  return button;
}

} // namespace

StagesPage::StagesPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent)
    : Page(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_ring(new StageRing(theme, this)), m_step(new QPushButton(this)),
      m_slow(toolButton(QStringLiteral("stageSlowButton"), this)),
      m_toBatch(toolButton(QStringLiteral("stageBatchButton"), this)),
      m_toEpoch(toolButton(QStringLiteral("stageEpochButton"), this)),
      m_again(toolButton(QStringLiteral("stageAgainButton"), this)),
      m_layer(makeCombo(QStringLiteral("stageLayerCombo"), this)), m_status(new ElidedLabel(this)),
      m_code(new QLabel(this)), m_sum(new QLabel(this)), m_empty(new QLabel(this)),
      m_stack(new QStackedWidget(this)), m_board(new StageBoard(theme, this)),
      m_message(new MessageRow(theme, QStringLiteral("stagesMessage"), this)),
      m_export(new ChartExport(theme, prompts, {m_board, m_status, m_code, m_sum},
                               QStringLiteral("stagesExportButton"), this)),
      m_controls(m_export->besideTabs(this)) {
  build();
  connectControls();
  connectExport();
  retranslate();
}

QString StagesPage::title() const {
  return tr("Stages");
}

QString StagesPage::tip() const {
  return tr("What fit does, one stage at a time, with real numbers");
}

QString StagesPage::icon() const {
  return QStringLiteral("step");
}

// Building --------------------------------------------------------------------------------------

QLayout* StagesPage::buildControls() {
  nameWidget(m_ring, QStringLiteral("stageRing"));
  nameWidget(m_step, QStringLiteral("stageStepButton"));
  m_step->setProperty("primary", true);
  m_slow->setCheckable(true);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_ring, 1);
  row->addWidget(m_step);
  for (QToolButton* button : {m_slow, m_toBatch, m_toEpoch, m_again}) row->addWidget(button);
  return row;
}

void StagesPage::build() {
  nameWidget(m_status, QStringLiteral("stageStatus"));
  nameWidget(m_code, QStringLiteral("stageCode"));
  nameWidget(m_sum, QStringLiteral("stageSum"));
  nameWidget(m_board, QStringLiteral("stageBoard"));
  m_code->setProperty("role", "code");
  m_sum->setProperty("role", "code");
  m_sum->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_sum->setWordWrap(true);
  m_sum->setMinimumHeight(m_sum->fontMetrics().height() + 6);
  m_sum->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_layer->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_layer->setMinimumContentsLength(12);
  m_empty->setProperty("role", "muted");
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(m_board);
  auto* second = new QHBoxLayout;
  second->setSpacing(16);
  second->addWidget(m_status, 1);
  second->addWidget(m_code);
  second->addWidget(m_layer);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(4);
  column->addLayout(buildControls());
  column->addLayout(second);
  column->addWidget(m_message);
  column->addWidget(m_stack, 1);
  column->addWidget(m_sum);
}

void StagesPage::connectControls() {
  m_play.setInterval(playPeriod);
  connect(&m_play, &QTimer::timeout, this, &StagesPage::stepStage);
  connect(m_step, &QPushButton::clicked, this, &StagesPage::stepStage);
  connect(m_slow, &QToolButton::toggled, this, &StagesPage::playOn);
  connect(m_toBatch, &QToolButton::clicked, this, &StagesPage::stepBatch);
  connect(m_toEpoch, &QToolButton::clicked, this, &StagesPage::stepEpoch);
  connect(m_again, &QToolButton::clicked, this, &StagesPage::startOver);
  connect(m_layer, &QComboBox::currentIndexChanged, this, [this] {
    refresh();
    showOnCanvas();
  });
  connect(m_board, &StageBoard::cellChosen, this, &StagesPage::spell);
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (!(parts & (Session::tablePart | Session::designPart | Session::outlinePart))) return;
    if (m_walk && (m_session.table() != m_table || m_session.design() != m_design))
      startOver();
    else
      refresh();
  });
  connect(&m_theme, &Theme::changed, this, [this] { retranslate(); });
}

// Walking ---------------------------------------------------------------------------------------

void StagesPage::withWalk(const std::function<void()>& then) {
  if (m_walking) return;
  if (m_walk) return then();
  if (m_preparing || !m_session.table() || !m_session.outline()) return;
  if (const PreparedPtr data = m_workbench.prepared()) return begin(data, then);
  const PreparationKey key = preparationKey(m_session.table(), m_session.design());
  m_preparing = new Errand(this);
  connect(m_preparing, &Job::finished, this, [this] {
    Errand* errand = std::exchange(m_preparing, nullptr);
    errand->deleteLater();
    if (const Result<void> done = errand->deliver(); !done) m_message->tell(done.error());
  });
  m_preparing->start([this, key, then]() -> Errand::Answer {
    const Result<PreparedPtr> data = prepare(*key.table, key.spec, key.seed);
    return [this, key, then, data] {
      if (!data) return m_message->tell(data.error());
      m_workbench.keepPrepared(key, *data);
      if (key == preparationKey(m_session.table(), m_session.design())) begin(*data, then);
    };
  });
}

void StagesPage::begin(const PreparedPtr& data, const std::function<void()>& then) {
  Result<StageWalk> walk = StageWalk::create(m_session.design(), data);
  if (!walk) return m_message->tell(walk.error());
  m_message->clear();
  m_walk.emplace(std::move(*walk));
  m_design = m_session.design();
  m_table = m_session.table();
  m_data = data;
  fillLayers();
  then();
}

/// Off the GUI thread when `away`, else at once.
void StagesPage::walkOn(const Move& move, bool away) {
  if (away) return walkAway(move);
  move(*m_walk, m_enough);
  showWalk();
}

void StagesPage::walkAway(const Move& move) {
  m_enough = CancelToken();
  m_walking = new Errand(this);
  connect(m_walking, &Job::finished, this, [this] {
    Errand* errand = std::exchange(m_walking, nullptr);
    errand->deleteLater();
    if (const Result<void> done = errand->deliver(); !done) m_message->tell(done.error());
  });
  const auto walk = std::make_shared<StageWalk>(*m_walk);
  m_walking->start([this, move, walk, enough = m_enough]() -> Errand::Answer {
    move(*walk, enough);
    return [this, walk] {
      m_walk.emplace(std::move(*walk));
      showWalk();
    };
  });
}

/// What is walking goes on to its end by itself, and nobody hears of it.
void StagesPage::dropWalking() {
  m_enough.cancel();
  if (!m_walking) return;
  Errand* errand = std::exchange(m_walking, nullptr);
  errand->disconnect(this);
  connect(errand, &Job::finished, errand, &QObject::deleteLater);
}

/// Does the next batch, or what is left of this one, close an epoch whose end measures so many rows
/// that the window would stand still?
bool StagesPage::endsLongEpoch() const {
  const FitStepper& stepper = m_walk->stepper();
  const auto rows = static_cast<double>(m_data->xTrain.rows + m_data->xValidation.rows);
  const auto parameters = static_cast<double>(m_design.network.parameterCount(m_data->xTrain.cols));
  return stepper.batch() + 1 >= stepper.batchesPerEpoch() && rows * parameters > quicklyMeasured;
}

void StagesPage::showWalk() {
  refresh();
  showOnCanvas();
}

void StagesPage::stepStage() {
  withWalk([this] {
    walkOn([](StageWalk& walk, const CancelToken&) { walk.advanceStage(); },
           m_walk->stage() == LessonStage::adjust && endsLongEpoch());
  });
}

void StagesPage::stepBatch() {
  withWalk([this] {
    walkOn([](StageWalk& walk, const CancelToken&) { walk.finishBatch(); }, endsLongEpoch());
  });
}

void StagesPage::stepEpoch() {
  withWalk([this] {
    walkOn(
        [](StageWalk& walk, const CancelToken& enough) {
          while (!enough.cancelled() && !walk.finishEpoch(sliceSeconds)) {
          }
        },
        true);
  });
}

void StagesPage::playOn(bool on) {
  on ? m_play.start() : m_play.stop();
  if (on) stepStage();
}

void StagesPage::startOver() {
  dropWalking();
  m_slow->setChecked(false);
  m_walk.reset();
  m_data.reset();
  m_workbench.timeline().lend(nullptr);
  refresh();
}

void StagesPage::hideEvent(QHideEvent* event) {
  m_slow->setChecked(false);
  m_enough.cancel(); // the batches that are done stay done
  m_workbench.timeline().lend(nullptr);
  Page::hideEvent(event);
}

// Showing ---------------------------------------------------------------------------------------

std::size_t StagesPage::layer() const {
  return static_cast<std::size_t>(std::max(0, m_layer->currentIndex()));
}

void StagesPage::fillLayers() {
  const QSignalBlocker silence(m_layer);
  const int chosen = m_layer->currentIndex();
  m_layer->clear();
  const std::size_t count = m_design.network.denseLayers().size();
  for (std::size_t i = 0; i < count; ++i)
    m_layer->addItem(i + 1 == count ? tr("Output")
                                    : tr("Hidden %1").arg(static_cast<qulonglong>(i + 1)));
  m_layer->setCurrentIndex(std::clamp(chosen, 0, m_layer->count() - 1));
}

/// The walk's weights take the place of the newest ones on the canvas while the page is in view.
void StagesPage::showOnCanvas() {
  if (!m_walk || !m_walk->stage() || !isVisible()) return;
  m_workbench.timeline().lend(std::make_shared<const Weights>(m_walk->stepper().weights()));
  emit layerShown(m_design.network.layers[m_design.network.denseLayers()[layer()]].id);
}

QStringList StagesPage::batchNames() const {
  QStringList names;
  for (const std::uint32_t row : m_walk->stepper().batchRows())
    names << Words::count(m_table->sheetRow(m_data->trainRows[row]));
  return names;
}

void StagesPage::refresh() {
  const bool begun = m_walk && m_walk->stage();
  m_stack->setCurrentIndex(begun ? 1 : 0);
  m_ring->setCurrent(begun ? static_cast<int>(*m_walk->stage()) : -1);
  m_ring->setAccessibleDescription(status());
  m_status->setText(status());
  m_code->setText(begun ? stageCode(m_design, *m_walk, layer()) : QString());
  m_proof = sameAsLive();
  m_sum->setText(!begun              ? QString()
                 : m_proof.isEmpty() ? tr("Point at a cell: its sum is spelled out here.")
                                     : m_proof);
  refreshButtons();
  if (!begun) {
    m_empty->setText(!m_session.table() ? tr("Open a CSV or pick an example, then step through the "
                                             "training.")
                     : !m_session.outline()
                         ? text(m_session.outline().error())
                         : tr("Press “Next stage”: fit begins with its initial weights, then "
                              "predicts, measures the error and adjusts, batch after batch."));
    return;
  }
  StageScene scene;
  scene.walk = &*m_walk;
  scene.layer = layer();
  scene.optimizer = m_design.fit.optimizer.kind;
  scene.activation = QLatin1String(
      kerasName(m_design.network.layers[m_design.network.denseLayers()[layer()]].activation));
  for (const std::string& name : m_data->preprocessing.inputNames())
    scene.inputNames << QString::fromStdString(name);
  scene.rowNames = batchNames();
  m_board->setScene(scene);
  spellFirst();
}

/// Something is spelled out before anybody points anywhere.
void StagesPage::spellFirst() {
  switch (*m_walk->stage()) {
  case LessonStage::predict:
    return spell(StagePart::z, 0, 0);
  case LessonStage::error:
    return spell(StagePart::loss, 0, 0);
  case LessonStage::adjust:
    return spell(StagePart::after, 0, 0);
  default:
    break;
  }
}

void StagesPage::refreshButtons() {
  const bool can = m_session.table() && m_session.outline();
  const bool more = can && (!m_walk || !m_walk->finished());
  for (QWidget* button : std::initializer_list<QWidget*>{m_step, m_slow, m_toBatch, m_toEpoch})
    button->setEnabled(more);
  m_again->setEnabled(m_walk.has_value());
  m_layer->setVisible(m_walk.has_value());
  if (!more) m_slow->setChecked(false);
}

// Words -----------------------------------------------------------------------------------------

void StagesPage::connectExport() {
  connect(m_export, &ChartExport::failed, m_message, &MessageRow::tell);
  connect(m_export, &ChartExport::done, m_message, &MessageRow::tell);
}

void StagesPage::retranslate() {
  m_ring->setNames({tr("Weights"), tr("Predict"), tr("Error"), tr("Adjust"), tr("Repeat")});
  setWords(m_ring, tr("The five stages of fit"), tr("Where fit stands; stage 5 goes back to 2"));
  m_step->setText(tr("Next stage"));
  setWords(m_step, tr("Next stage"), tr("Does the next stage and shows its numbers"));
  m_slow->setIcon(m_theme.icon(QStringLiteral("play")));
  setWords(m_slow, tr("Play slowly"), tr("Goes on by itself, stage after stage"));
  m_toBatch->setText(tr("Batch"));
  setWords(m_toBatch, tr("To the end of the batch"), tr("To the end of the batch"));
  m_toEpoch->setText(tr("Epoch"));
  setWords(m_toEpoch, tr("To the end of the epoch"), tr("To the end of the epoch"));
  m_again->setIcon(m_theme.icon(QStringLiteral("reset")));
  setWords(m_again, tr("Start over"), tr("Back to before the first stage"));
  setWords(m_layer, tr("Layer"), tr("The layer whose numbers are shown"));
  setWords(m_code, tr("The line in Keras"), tr("The line of Keras code behind this stage"));
  setWords(m_sum, tr("The cell spelled out"), {});
  setWords(m_status, tr("Where the training stands"), {});
  setWords(m_board, tr("The numbers of this stage"), {});
  if (m_walk) fillLayers();
  refresh();
}

void StagesPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  Page::changeEvent(event);
}

} // namespace layerlab

#include "moc_stagespage.cpp"
