#include "ui/widgets/pages/sweepform.h"

#include "ui/widgets/panels/flowlayout.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace layerlab {
namespace {

constexpr int mostUnits = 1'000'000;

Error noHiddenLayer() {
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "there is no hidden layer to vary; add one first"), {}});
}

} // namespace

SweepForm::SweepForm(const Theme& theme, const Session& session, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_session(session), m_flow(new FlowLayout(8, 8)) {
  setLayout(m_flow);
  build();
  connect(&session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::designPart | Session::tablePart)) refresh();
  });
  connectControls();
  connect(&theme, &Theme::changed, this, &SweepForm::retranslate);
  retranslate();
  setRunning(false);
}

void SweepForm::connectControls() {
  connect(m_mode, &QComboBox::currentIndexChanged, this, &SweepForm::refreshMode);
  connect(m_mode, &QComboBox::currentIndexChanged, this, &SweepForm::planChanged);
  for (QSpinBox* spin : {m_from, m_to, m_step})
    connect(spin, &QSpinBox::valueChanged, this, &SweepForm::planChanged);
  for (QSpinBox* spin : {m_from, m_to, m_step, m_repeats, m_epochs, m_guess})
    connect(spin, &QSpinBox::valueChanged, this, &SweepForm::refreshWidths);
  connect(m_list, &QLineEdit::textChanged, this, &SweepForm::planChanged);
  connect(m_guess, &QSpinBox::valueChanged, this, &SweepForm::guessChanged);
  connect(m_start, &QPushButton::clicked, this, &SweepForm::startRequested);
  connect(m_stop, &QPushButton::clicked, this, &SweepForm::stopRequested);
  connect(m_list, &QLineEdit::returnPressed, this, &SweepForm::startRequested);
}

QSpinBox* SweepForm::makeSpin(const QString& name, int from, int to, int value) {
  auto* spin = new QSpinBox(this);
  nameWidget(spin, name);
  spin->setRange(from, to);
  spin->setValue(value);
  return spin;
}

Field* SweepForm::addField(QWidget* control) {
  auto* field = new Field(control, this);
  m_flow->addWidget(field);
  return field;
}

void SweepForm::build() {
  m_layer = makeCombo(QStringLiteral("sweepLayerCombo"), this);
  m_mode = makeCombo(QStringLiteral("sweepModeCombo"), this);
  m_from = makeSpin(QStringLiteral("sweepFromSpin"), 1, mostUnits, 1);
  m_to = makeSpin(QStringLiteral("sweepToSpin"), 1, mostUnits, 32);
  m_step = makeSpin(QStringLiteral("sweepStepSpin"), 1, mostUnits, 1);
  m_list = new QLineEdit(QStringLiteral("1,2,4,8,16"), this);
  nameWidget(m_list, QStringLiteral("sweepListEdit"));
  m_repeats = makeSpin(QStringLiteral("sweepRepeatsSpin"), 1, 1000, 3);
  m_epochs = makeSpin(QStringLiteral("sweepEpochsSpin"), 1, 1'000'000'000, 100);
  m_guess = makeSpin(QStringLiteral("sweepGuessSpin"), 0, mostUnits, 0);
  m_guess->setSpecialValueText(QStringLiteral("–"));
  m_layerField = addField(m_layer);
  m_modeField = addField(m_mode);
  m_fromField = addField(m_from);
  m_toField = addField(m_to);
  m_stepField = addField(m_step);
  m_listField = addField(m_list);
  m_repeatsField = addField(m_repeats);
  m_epochsField = addField(m_epochs);
  m_guessField = addField(m_guess);
  buildButtons();
}

void SweepForm::buildButtons() {
  m_start = new QPushButton(this);
  nameWidget(m_start, QStringLiteral("sweepStartButton"));
  m_start->setProperty("primary", true);
  m_stop = new QPushButton(this);
  nameWidget(m_stop, QStringLiteral("sweepStopButton"));
  for (QPushButton* button : {m_start, m_stop}) m_flow->addWidget(button);
}

void SweepForm::addControl(QWidget* widget) {
  m_flow->addWidget(widget);
}

int SweepForm::guess() const {
  return m_guess->value();
}

void SweepForm::setGuess(int units) {
  m_guess->setValue(units);
}

SweepChoices SweepForm::choices() const {
  return {m_layer->currentData().toInt(),
          m_mode->currentData().toString(),
          m_from->value(),
          m_to->value(),
          m_step->value(),
          m_list->text(),
          m_repeats->value(),
          m_epochs->value(),
          m_guess->value()};
}

void SweepForm::setChoices(const SweepChoices& choices) {
  if (const int at = m_layer->findData(choices.layer); at >= 0) m_layer->setCurrentIndex(at);
  m_mode->setCurrentIndex(m_mode->findData(choices.mode));
  m_from->setValue(choices.from);
  m_to->setValue(choices.to);
  m_step->setValue(choices.step);
  m_list->setText(choices.list);
  m_repeats->setValue(choices.repeats);
  m_epochs->setValue(choices.epochs > 0 ? choices.epochs : m_session.design().fit.epochs);
  m_guess->setValue(choices.guess);
}

int SweepForm::epochs() const {
  return m_epochs->value();
}

std::string SweepForm::unitsText() const {
  const QString mode = m_mode->currentData().toString();
  if (mode == QLatin1String("list"))
    return m_list->text().simplified().remove(QLatin1Char(' ')).toStdString();
  const int from = std::min(m_from->value(), m_to->value());
  const int to = std::max(m_from->value(), m_to->value());
  if (mode == QLatin1String("step"))
    return QStringLiteral("%1:%2:%3").arg(from).arg(to).arg(m_step->value()).toStdString();
  QStringList powers;
  for (qint64 units = 1; units <= to; units *= 2)
    if (units >= from) powers << QString::number(units);
  if (powers.isEmpty()) powers << QString::number(from);
  return powers.join(QLatin1Char(',')).toStdString();
}

Result<SweepSpec> SweepForm::spec() const {
  if (m_layer->currentIndex() < 0) return noHiddenLayer();
  const Result<std::vector<int>> units = unitsFromText(unitsText());
  if (!units) return units.error();
  SweepSpec spec;
  spec.layer = m_layer->currentData().toInt();
  spec.units = *units;
  spec.repeats = m_repeats->value();
  return spec;
}

void SweepForm::setRunning(bool running) {
  m_start->setVisible(!running);
  m_stop->setVisible(running);
  for (Field* field : {m_layerField, m_modeField, m_fromField, m_toField, m_stepField, m_listField,
                       m_repeatsField, m_epochsField, m_guessField})
    field->setEnabled(!running);
  refreshMode();
}

void SweepForm::refresh() {
  refreshLayers();
  refreshEpochsTip();
  m_start->setEnabled(m_session.table() != nullptr && m_layer->count() > 0);
  const int epochs = m_session.design().fit.epochs;
  if (epochs == m_designEpochs) return;
  m_designEpochs = epochs;
  m_epochs->setValue(epochs);
}

/// The trainings of a sweep stop early when the design says so.
void SweepForm::refreshEpochsTip() {
  const auto& stopping = m_session.design().fit.earlyStopping;
  m_epochsField->setTexts(
      tr("Epochs"), stopping ? tr("Epochs of every training. Early stopping is on: patience %1")
                                   .arg(stopping->patience)
                             : tr("Epochs of every training"));
}

void SweepForm::refreshLayers() {
  const NetworkSpec& network = m_session.design().network;
  const std::vector<std::size_t> dense = network.denseLayers();
  QVector<Choice> choices;
  for (std::size_t i = 0; i + 1 < dense.size(); ++i)
    choices << Choice{
        tr("Hidden %1").arg(i + 1), static_cast<int>(i) + 1,
        tr("Hidden layer %1, now %2 units").arg(i + 1).arg(network.layers[dense[i]].units)};
  fillCombo(m_layer, choices);
  const QSignalBlocker silence(m_layer);
  if (m_layer->currentIndex() < 0 && m_layer->count() > 0) m_layer->setCurrentIndex(0);
  m_layerField->fitWidth(m_theme);
}

void SweepForm::refreshMode() {
  const QString mode = m_mode->currentData().toString();
  const bool list = mode == QLatin1String("list");
  m_fromField->setVisible(!list);
  m_toField->setVisible(!list);
  m_listField->setVisible(list);
  m_stepField->setVisible(mode == QLatin1String("step"));
  m_flow->invalidate();
  updateGeometry();
}

void SweepForm::retranslate() {
  m_layerField->setTexts(tr("Layer"), tr("The hidden layer whose units are varied"));
  m_modeField->setTexts(tr("Unit counts"), tr("How the counts between from and to are chosen"));
  m_fromField->setTexts(tr("From"), tr("Smallest number of units"));
  m_toField->setTexts(tr("To"), tr("Largest number of units"));
  m_stepField->setTexts(tr("Step"), tr("Distance between two counts"));
  m_listField->setTexts(tr("Counts"), tr("Numbers with commas: 1,2,4,8"));
  m_repeatsField->setTexts(tr("Repeats"), tr("Trainings for each count, each with other weights"));
  const QVariant mode = m_mode->count() > 0 ? m_mode->currentData() : QVariant("pow2");
  fillCombo(m_mode, {{tr("powers of two"), QStringLiteral("pow2"), tr("1, 2, 4, 8 …")},
                     {tr("equal steps"), QStringLiteral("step"), tr("from, from + step …")},
                     {tr("typed list"), QStringLiteral("list"), tr("Any counts you type")}});
  showChoice(m_mode, mode);
  m_guessField->setTexts(tr("Guess"), tr("The class' guess of the elbow; a click into the empty "
                                         "picture sets it too"));
  m_start->setText(tr("Start"));
  m_start->setIcon(m_theme.icon(QStringLiteral("play"), true));
  setWords(m_start, tr("Start the sweep"), tr("Train once for each count and repeat"));
  m_stop->setText(tr("Stop"));
  m_stop->setIcon(m_theme.icon(QStringLiteral("stop")));
  setWords(m_stop, tr("Stop the sweep"), tr("Stop at once; finished results are kept"));
  refresh();
  refreshMode();
  refreshWidths();
}

/// All of them share one line, on a projector too, as long as no number is very long.
void SweepForm::refreshWidths() {
  for (Field* field : {m_layerField, m_modeField}) field->fitWidth(m_theme);
  const std::pair<Field*, const QSpinBox*> numbers[] = {
      {m_fromField, m_from},       {m_toField, m_to},         {m_stepField, m_step},
      {m_repeatsField, m_repeats}, {m_epochsField, m_epochs}, {m_guessField, m_guess}};
  for (const auto& [field, spin] : numbers)
    field->fitWidth(m_theme,
                    QString(std::max<qsizetype>(4, spin->text().size()), QLatin1Char('0')));
  m_listField->fitWidth(m_theme, QStringLiteral("1,2,4,8,16,32,64"));
}

/// Never lower than its lines: the page's picture gives way first.
void SweepForm::keepHeight() {
  setMinimumHeight(m_flow->heightForWidth(width()));
}

void SweepForm::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  keepHeight();
}

bool SweepForm::event(QEvent* event) {
  const bool done = QWidget::event(event);
  if (event->type() == QEvent::LayoutRequest) keepHeight(); // a field came or went
  return done;
}

void SweepForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_sweepform.cpp"
