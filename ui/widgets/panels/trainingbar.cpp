#include "ui/widgets/panels/trainingbar.h"

#include "ui/widgets/panels/figurecard.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace layerlab {
namespace {

constexpr std::array paces{0.0, 30.0, 10.0, 5.0, 2.0, 1.0}; // epochs per second; 0: free
constexpr int figurePeriod = 40;                            // ms
constexpr int figureDelay = 15; // a frame behind the curves, which move with the same news

QString optionalFigure(const std::optional<double>& value) {
  return value ? Words::figure(*value) : noValue;
}

/// A tool tip that is set is an event for everybody, even the same one.
void tell(QWidget* widget, const QString& tip) {
  if (widget->toolTip() != tip) widget->setToolTip(tip);
}

/// Speed rounded to three figures: the rest is noise and would flicker.
QString speedText(double perSecond) {
  if (!(perSecond > 0.0)) return noValue;
  const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(perSecond)) - 2.0));
  return Words::count(static_cast<qint64>(std::round(perSecond / step) * step));
}

} // namespace

TrainingBar::TrainingBar(const Theme& theme, Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_workbench(workbench),
      m_throttle(
          figurePeriod, [this] { refreshFigures(); }, figureDelay) {
  buildButtons();
  buildFigures();
  arrange();
  connectButtons();
  connect(&workbench, &Workbench::trainStateChanged, this, [this] {
    refreshState();
    m_throttle.request();
  });
  connect(&workbench, &Workbench::epochsAdded, this, [this] { m_throttle.request(); });
  connect(&workbench.timeline(), &Timeline::moved, this, [this] {
    if (!m_figuresAreNow || !m_workbench.timeline().isNow()) m_throttle.request();
  });
  connect(&workbench.session(), &Session::changed, this, [this](Session::Parts parts) {
    if (parts & ~Session::Parts(Session::historyPart)) refreshState();
    if (parts & ~Session::Parts(Session::weightsPart)) m_throttle.request();
  });
  connect(&workbench.session().undoStack(), &QUndoStack::indexChanged, this,
          &TrainingBar::refreshState);
  connect(&theme, &Theme::changed, this, &TrainingBar::refreshIcons);
  retranslate();
}

QToolButton* TrainingBar::makeTool(const QString& name) {
  auto* button = new QToolButton(this);
  nameWidget(button, name);
  button->setAutoRaise(true);
  button->setFixedSize(36, 36);
  button->setIconSize({18, 18});
  return button;
}

void TrainingBar::buildStep() {
  m_step = makeTool(QStringLiteral("stepButton"));
  m_step->setFixedSize(56, 36);
  m_step->setPopupMode(QToolButton::MenuButtonPopup);
  auto* menu = new QMenu(m_step);
  menu->setObjectName(QStringLiteral("stepMenu"));
  menu->setToolTipsVisible(true);
  const std::array names{"stepByStage", "stepByBatch", "stepByEpoch"};
  for (const StepUnit unit : {StepUnit::stage, StepUnit::batch, StepUnit::epoch}) {
    const auto index = static_cast<std::size_t>(unit);
    m_steps[index] = menu->addAction(QString(), this, [this, unit] { chooseStep(unit); });
    m_steps[index]->setObjectName(QLatin1String(names[index]));
    m_steps[index]->setCheckable(true);
  }
  m_step->setMenu(menu);
  connect(m_step, &QToolButton::clicked, this, [this] { emit stepClicked(m_unit); });
}

void TrainingBar::buildPace() {
  m_pace = makeCombo(QStringLiteral("paceCombo"), this);
  m_pace->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_pace->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  calmWheel(m_pace);
  fillPace();
  connect(m_pace, &QComboBox::currentIndexChanged, this,
          [this] { m_workbench.setPace(m_pace->currentData().toDouble()); });
  connect(&m_workbench, &Workbench::paceChanged, this,
          [this] { showChoice(m_pace, m_workbench.pace()); });
}

void TrainingBar::buildMenus() {
  m_menus = makeTool(QStringLiteral("menusButton"));
  m_menus->setFixedSize(56, 36);
  m_menus->setPopupMode(QToolButton::InstantPopup);
  m_menus->setMenu(new QMenu(m_menus));
  m_menus->hide();
}

void TrainingBar::setMenus(const QList<QAction*>& menus) {
  m_menus->menu()->addActions(menus);
}

void TrainingBar::showMenus(bool on) {
  m_menus->setVisible(on);
  hideWhatDoesNotFit();
}

/// The unit chosen last is what the button does from then on.
void TrainingBar::chooseStep(StepUnit unit) {
  m_unit = unit;
  refreshStep();
  emit stepClicked(unit);
}

void TrainingBar::buildButtons() {
  m_fit = new QPushButton(this);
  nameWidget(m_fit, QStringLiteral("fitButton"));
  m_fit->setProperty("primary", true);
  m_stop = makeTool(QStringLiteral("stopButton"));
  buildStep();
  buildPace();
  m_reset = makeTool(QStringLiteral("resetButton"));
  m_undo = makeTool(QStringLiteral("undoButton"));
  m_redo = makeTool(QStringLiteral("redoButton"));
  buildMenus();
  m_themeButton = makeTool(QStringLiteral("themeButton"));
  m_languageButton = new QPushButton(this);
  nameWidget(m_languageButton, QStringLiteral("languageButton"));
  m_languageButton->setProperty("flat", true);
}

void TrainingBar::buildFigures() {
  m_epoch =
      new FigureCard(m_theme, QStringLiteral("epochFigure"), QStringLiteral("8888 / 8888"), this);
  m_epoch->setProgress(0.0);
  const QString loss = QStringLiteral("8.88e-88");
  m_loss = new FigureCard(m_theme, QStringLiteral("lossFigure"), loss, this);
  m_valLoss = new FigureCard(m_theme, QStringLiteral("valLossFigure"), loss, this);
  m_metric = new FigureCard(m_theme, QStringLiteral("metricFigure"), loss, this);
  m_speed = new FigureCard(m_theme, QStringLiteral("speedFigure"), Words::count(8'888'888), this);
}

void TrainingBar::arrange() {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(m_reset);
  row->addWidget(m_fit);
  row->addWidget(m_stop);
  row->addWidget(m_step);
  row->addWidget(m_pace);
  row->addWidget(m_undo);
  row->addWidget(m_redo);
  row->addStretch(1);
  for (FigureCard* card : {m_epoch, m_loss, m_valLoss, m_metric, m_speed}) row->addWidget(card);
  row->addStretch(1);
  row->addWidget(m_menus);
  row->addWidget(m_themeButton);
  row->addWidget(m_languageButton);
}

void TrainingBar::connectButtons() {
  connect(m_fit, &QPushButton::clicked, this, &TrainingBar::fitClicked);
  connect(m_stop, &QToolButton::clicked, this, &TrainingBar::stopClicked);
  connect(m_reset, &QToolButton::clicked, this, &TrainingBar::resetClicked);
  connect(m_undo, &QToolButton::clicked, this, &TrainingBar::undoClicked);
  connect(m_redo, &QToolButton::clicked, this, &TrainingBar::redoClicked);
  connect(m_themeButton, &QToolButton::clicked, this, &TrainingBar::themeClicked);
  connect(m_languageButton, &QPushButton::clicked, this, &TrainingBar::languageClicked);
}

void TrainingBar::refreshFitButton() {
  using State = Workbench::TrainState;
  const State state = m_workbench.trainState();
  const bool busy = state == State::running || state == State::preparing;
  const QString word = state == State::idle ? tr("Fit") : busy ? tr("Pause") : tr("Resume");
  if (m_fit->text() == word) return; // a new icon would be drawn from its SVG with every frame
  m_fit->setText(word);
  m_fit->setIcon(m_theme.icon(busy ? QStringLiteral("pause") : QStringLiteral("play"), true));
  setWords(m_fit, m_fit->text(),
           busy ? tr("Pause training (Space)") : tr("Train the network (Space)"));
}

void TrainingBar::refreshState() {
  Session& session = m_workbench.session();
  const bool idle = m_workbench.trainState() == Workbench::TrainState::idle;
  const bool ready = session.outline().has_value(); // else there is nothing to train on
  refreshFitButton();
  m_fit->setEnabled(!idle || ready);
  m_stop->setEnabled(!idle);
  m_step->setEnabled(!idle || ready);
  m_reset->setEnabled(session.weights() || session.currentRun());
  QUndoStack& undo = session.undoStack();
  m_undo->setEnabled(undo.canUndo());
  m_redo->setEnabled(undo.canRedo());
  tell(m_undo,
       undo.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(undo.undoText()) : tr("Nothing to undo"));
  tell(m_redo,
       undo.canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(undo.redoText()) : tr("Nothing to redo"));
}

/// The record of the weights in view: the newest, or that of a past epoch. Null: there is none, as
/// for the initial weights.
const EpochRecord* TrainingBar::recordInView() const {
  const Run* run = m_workbench.session().currentRun();
  if (!run || run->history.epochs.empty()) return nullptr;
  const std::vector<EpochRecord>& all = run->history.epochs;
  const std::optional<int> shown = m_workbench.timeline().shownEpoch();
  if (!shown) return &all.back();
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const EpochRecord& one) { return one.epoch == *shown; });
  return at == all.end() ? nullptr : &*at;
}

void TrainingBar::refreshFigures() {
  const Session& session = m_workbench.session();
  const Run* run = session.currentRun();
  const int epochs = run ? run->design.fit.epochs : session.design().fit.epochs;
  m_figuresAreNow = m_workbench.timeline().isNow();
  const EpochRecord* record = recordInView();
  const int epoch = record ? record->epoch : 0;
  m_epoch->setValue(QStringLiteral("%1 / %2").arg(epoch).arg(epochs));
  m_epoch->setProgress(epochs > 0 ? static_cast<double>(epoch) / epochs : 0.0);
  m_loss->setValue(record ? Words::figure(record->loss) : noValue);
  refreshPlace();
  m_valLoss->setValue(record ? optionalFigure(record->valLoss) : noValue);
  refreshMetric(record);
  m_speed->setValue(record ? speedText(m_workbench.samplesPerSecond()) : noValue);
  if (layout()->sizeHint().width() > width()) hideWhatDoesNotFit(); // a figure grew
}

/// Between two batches the caption says which one is over.
void TrainingBar::refreshPlace() {
  const std::optional<FitPlace> place = m_workbench.place();
  const bool inside = place && place->batch > 0 && place->batch < place->batches;
  m_epoch->setCaption(
      inside ? tr("Epoch %1, batch %2/%3").arg(place->epoch).arg(place->batch).arg(place->batches)
             : tr("Epoch"),
      tr("Times all training rows were seen, of those asked for"));
}

void TrainingBar::refreshStep() {
  const std::array words{tr("One stage"), tr("One batch"), tr("One epoch")};
  const std::array tips{tr("Predict, error, gradient or update: the next of them (F7)"),
                        tr("To the next change of the weights (F8)"),
                        tr("To the end of the epoch (Shift+F8)")};
  for (std::size_t i = 0; i < words.size(); ++i) {
    m_steps[i]->setText(words[i]);
    m_steps[i]->setToolTip(tips[i]);
    m_steps[i]->setChecked(i == static_cast<std::size_t>(m_unit));
  }
  const auto unit = static_cast<std::size_t>(m_unit);
  setWords(m_step, tr("Step: %1").arg(words[unit]),
           tr("Step: %1. %2").arg(words[unit].toLower(), tips[unit]));
}

void TrainingBar::fillPace() {
  QVector<Choice> choices;
  for (const double pace : paces)
    choices << (pace == 0.0 ? Choice{tr("Full speed"), pace, tr("As fast as this computer can")}
                            : Choice{tr("%n epochs/s", nullptr, static_cast<int>(pace)), pace,
                                     tr("Held back, so that everybody can watch")});
  fillCombo(m_pace, choices);
  showChoice(m_pace, m_workbench.pace());
  setWords(m_pace, tr("Speed"), tr("How fast training may go; may be changed while it runs"));
}

/// The first metric, of the validation rows where there are some.
void TrainingBar::refreshMetric(const EpochRecord* record) {
  const std::vector<Metric>& metrics = m_workbench.session().design().fit.metrics;
  const bool validation = !record || !record->valMetrics.empty();
  const QString name = metrics.empty() ? tr("Metric") : QLatin1String(kerasName(metrics.front()));
  m_metric->setCaption(validation && !metrics.empty() ? QStringLiteral("val_%1").arg(name) : name,
                       tr("How good the predictions are, in Keras' word"));
  std::optional<double> value;
  if (record && validation && !record->valMetrics.empty()) value = record->valMetrics.front();
  if (record && !validation && !record->metrics.empty()) value = record->metrics.front();
  m_metric->setValue(optionalFigure(value));
}

void TrainingBar::refreshIcons() {
  m_stop->setIcon(m_theme.icon(QStringLiteral("stop")));
  m_step->setIcon(m_theme.icon(QStringLiteral("step")));
  m_reset->setIcon(m_theme.icon(QStringLiteral("reset")));
  m_undo->setIcon(m_theme.icon(QStringLiteral("undo")));
  m_redo->setIcon(m_theme.icon(QStringLiteral("redo")));
  m_menus->setIcon(m_theme.icon(QStringLiteral("menu")));
  m_themeButton->setIcon(
      m_theme.icon(m_theme.isDark() ? QStringLiteral("sun") : QStringLiteral("moon")));
  m_themeButton->setToolTip(m_theme.isDark() ? tr("Light theme") : tr("Dark theme"));
  m_themeButton->setAccessibleName(m_themeButton->toolTip());
  for (FigureCard* card : {m_epoch, m_loss, m_valLoss, m_metric, m_speed}) card->refreshFont();
  m_fit->setText({}); // drawn anew
  refreshFitButton();
  const QFontMetrics metrics(m_theme.font(10.5, QFont::DemiBold));
  int widest = 0;
  for (const QString& word : {tr("Fit"), tr("Pause"), tr("Resume")})
    widest = std::max(widest, metrics.horizontalAdvance(word));
  m_fit->setFixedWidth(widest + 64);
  hideWhatDoesNotFit();
}

void TrainingBar::setLanguage(const QString& code) {
  m_languageButton->setText(code == QLatin1String("ko") ? QStringLiteral("EN")
                                                        : QStringLiteral("한국어"));
  setWords(m_languageButton, tr("Language"), tr("Switch between Korean and English"));
}

void TrainingBar::retranslate() {
  setWords(m_stop, tr("Stop"), tr("Stop training (Shift+F5)"));
  setWords(m_menus, tr("Menus"), tr("All menus; F11 brings the menu bar back"));
  setWords(m_reset, tr("Reset"), tr("Forget the weights and start anew (Ctrl+R)"));
  m_undo->setAccessibleName(tr("Undo"));
  m_redo->setAccessibleName(tr("Redo"));
  setWords(m_languageButton, tr("Language"), tr("Switch between Korean and English"));
  refreshStep();
  fillPace();
  m_loss->setCaption(tr("Loss"), tr("Training loss, running mean of the epoch as Keras prints it"));
  m_valLoss->setCaption(tr("Validation loss"), tr("Loss on the rows kept aside (val_loss)"));
  m_speed->setCaption(tr("Rows per second"), tr("Training rows worked through per second"));
  refreshIcons();
  refreshState();
  refreshFigures();
}

/// Where the bar is narrow, the least needed figures go first.
void TrainingBar::hideWhatDoesNotFit() {
  const std::array<QWidget*, 5> leastFirst{m_speed, m_metric, m_undo, m_redo, m_pace};
  for (QWidget* widget : leastFirst) widget->show();
  for (QWidget* widget : leastFirst) {
    if (layout()->sizeHint().width() <= width()) return;
    widget->hide();
    layout()->invalidate();
  }
}

QSize TrainingBar::minimumSizeHint() const {
  return {480, QFrame::minimumSizeHint().height()};
}

void TrainingBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  hideWhatDoesNotFit();
}

void TrainingBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

} // namespace layerlab

#include "moc_trainingbar.cpp"
