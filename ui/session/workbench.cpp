#include "ui/session/workbench.h"

#include "ui/session/examples.h"
#include "ui/session/sources.h"
#include "ui/session/workbench_p.h"

#include "core/data/source.h"
#include "core/io/export.h"
#include "core/io/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace layerlab {

Workbench::Workbench(QObject* parent) : QObject(parent), d(std::make_unique<Private>(*this)) {
  connect(&m_session, &Session::changed, d.get(),
          [this](Session::Parts parts) { d->sessionChanged(parts); });
}

Workbench::~Workbench() {
  m_session.disconnect(d.get());
  d.reset(); // joins the jobs before the session goes
}

// Data ------------------------------------------------------------------------------------------

void Workbench::openFile(const QString& path, const ReadOptions& options) {
  d->load({path, {}, options});
}

void Workbench::openExample(const QString& name) {
  d->load({examplePath(name), {}, {}});
}

void Workbench::openGenerated(const GeneratorSpec& spec) {
  d->load({QString::fromStdString(sourceName(spec)), {}, {}});
}

void Workbench::openPasted(const QByteArray& text) {
  d->load({QString::fromLatin1(pastedSource), text, {}});
}

void Workbench::openPainted(const Painting& painting) {
  d->load(
      {QString::fromLatin1(paintedSource), QByteArray::fromStdString(csvFromPoints(painting)), {}});
}

void Workbench::reread(const ReadOptions& options) {
  if (!d->refused.source.isEmpty())
    d->load({d->refused.source, d->refused.text, options});
  else if (m_session.table())
    d->load({d->data.source, d->data.text, options}, Private::Keep::design);
}

/// The file on the disk, where there is one, rather than what the project keeps of it.
void Workbench::reload() {
  const bool inside = d->refused.source.isEmpty() && m_session.table() && !d->data.text.isEmpty();
  if (inside && Sources::isFile(d->data.source) && QFileInfo(d->data.source).isFile())
    d->load({d->data.source, {}, d->data.options}, Private::Keep::design);
  else
    reread(readOptions());
}

ReadOptions Workbench::readOptions() const {
  return d->refused.source.isEmpty() ? d->data.options : d->refused.options;
}

QString Workbench::refusedSource() const {
  return d->refused.source;
}

QStringList Workbench::exampleNames() {
  return layerlab::exampleNames();
}

void Workbench::cancelLoading() {
  if (!d->loading) return;
  d->endLoading();
  emit loadingChanged();
}

bool Workbench::isLoading() const {
  return d->loading != nullptr;
}

QString Workbench::loadingSource() const {
  return d->loading ? d->request.source : QString();
}

TablePtr Workbench::preview() const {
  return d->preview;
}

PreparedPtr Workbench::prepared() const {
  if (!m_session.table()) return nullptr;
  return d->preparation.find(preparationKey(m_session.table(), m_session.design()));
}

void Workbench::keepPrepared(const PreparationKey& key, const PreparedPtr& data) {
  if (m_session.table() && key == preparationKey(m_session.table(), m_session.design()))
    d->preparation = {key, data};
}

// Training --------------------------------------------------------------------------------------

void Workbench::fit() {
  if (d->fit && d->fitStopping) {
    d->fitWanted = true;
    d->wantedStep.reset();
    emit trainStateChanged();
    return;
  }
  if (!d->fit) d->startFit();
}

void Workbench::pause() {
  if (!d->training() || d->fitStopping || d->fit->isPaused()) return;
  d->fit->pause();
  emit trainStateChanged();
}

void Workbench::resume() {
  if (!d->training() || d->fitStopping || !d->fit->isPaused()) return;
  d->fit->resume();
  emit trainStateChanged();
}

void Workbench::stop() {
  d->stopFit();
}

void Workbench::reset() {
  d->stopFit();
  m_session.setWeights(std::nullopt);
  m_session.clearCurrentRun();
}

void Workbench::step(StepUnit unit) {
  if (!d->fit) return d->startFit(unit);
  if (d->fitStopping) {
    d->fitWanted = true;
    d->wantedStep = unit;
    emit trainStateChanged();
    return;
  }
  d->fit->step(unit);
  emit trainStateChanged();
}

std::optional<FitPlace> Workbench::place() const {
  return trainState() == TrainState::paused ? d->fit->place() : std::nullopt;
}

void Workbench::setPace(double epochsPerSecond) {
  if (epochsPerSecond == d->pace) return;
  d->pace = epochsPerSecond;
  if (d->fit) d->fit->setPace(epochsPerSecond);
  emit paceChanged();
}

double Workbench::pace() const {
  return d->pace;
}

Workbench::TrainState Workbench::trainState() const {
  if (!d->training()) return TrainState::idle;
  if (d->fitStopping || d->fitRun == 0) return TrainState::preparing;
  return d->fit->isPaused() ? TrainState::paused : TrainState::running;
}

int Workbench::continuesRun() const {
  return d->continued();
}

void Workbench::setLearningRate(double learningRate) {
  m_session.edit(tr("Learning rate"), QStringLiteral("learningRate"),
                 [=](Design& design) { design.fit.optimizer.learningRate = learningRate; });
}

void Workbench::setWeight(const WeightPlace& place, float value) {
  if (!m_session.outline() || !std::isfinite(value)) return;
  const std::size_t inputs = m_session.outline()->inputNames.size();
  const Design& design = m_session.design();
  if (!check(design.network, inputs)) return;
  d->stopFit(
      {QT_TRANSLATE_NOOP("Core", "Training stopped: a weight was changed by hand. Press Fit to "
                                 "go on from there."),
       {}});
  if (!m_session.weights())
    m_session.setWeights(initialWeights(design.network, inputs, design.fit.seed));
  d->weightsByHand = true;
  m_session.editWeight(place.input < 0 ? tr("Bias") : tr("Weight"), place, value);
}

/// What is measured leaves out the waiting of a held-back fit.
double Workbench::samplesPerSecond() const {
  const PreparedPtr data = d->pace > 0.0 ? prepared() : nullptr;
  return data ? std::min(d->speed, d->pace * static_cast<double>(data->xTrain.rows)) : d->speed;
}

// Files -----------------------------------------------------------------------------------------

QString Workbench::dataPath() const {
  return d->data.source;
}

namespace {

Error noRun() {
  return {ErrorKind::output,
          {QT_TRANSLATE_NOOP("Core", "there is no trained network to export; press Fit first"), {}},
          {},
          0,
          0};
}

} // namespace

Result<void> Workbench::exportHistory(const QString& path) const {
  const Run* run = m_session.currentRun();
  if (!run) return noRun();
  return writeFile(QFile::encodeName(path).toStdString(), historyCsv(run->history));
}

Result<void> Workbench::exportPredictions(const QString& path, double cutOff) const {
  const PreparedPtr data = prepared();
  if (!data || !m_session.weights()) return noRun();
  const Result<Matrix> x = applyInputs(data->preprocessing, *m_session.table());
  if (!x) return x.error();
  const Matrix outputs = predict(m_session.design().network, *m_session.weights(), *x);
  return writeFile(QFile::encodeName(path).toStdString(),
                   predictionsCsv(data->preprocessing, outputs, cutOff));
}

} // namespace layerlab

#include "moc_workbench.cpp"
