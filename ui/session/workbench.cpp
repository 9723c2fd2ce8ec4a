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

// Training --------------------------------------------------------------------------------------

void Workbench::fit() {
  if (d->fit && d->fitStopping) {
    d->fitWanted = true;
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

double Workbench::samplesPerSecond() const {
  return d->speed;
}

// Elbow -----------------------------------------------------------------------------------------

void Workbench::startSweep(const SweepSpec& spec, int epochs) {
  stopSweep();
  if (const Result<void> usable = d->checkSweep(spec, epochs); !usable) {
    emit failed(QStringLiteral("sweep"), usable.error());
    return;
  }
  Design design = m_session.design();
  design.fit.epochs = epochs;
  d->sweepTable = m_session.table();
  d->sweepDesign = design;
  d->sweep = new SweepJob(d.get());
  connect(d->sweep, &Job::progressed, d.get(), [this] { d->sweepProgressed(); });
  connect(d->sweep, &Job::finished, d.get(), [this] { d->sweepFinished(); });
  d->sweep->start(m_session.table(), design, spec, prepared(),
                  m_session.outline()->inputNames.size());
  m_session.setSweep(d->sweep->sweep());
  emit sweepChanged();
}

void Workbench::stopSweep() {
  if (!d->sweep) return;
  d->endSweep();
  emit sweepChanged();
}

bool Workbench::isSweeping() const {
  return d->sweep != nullptr;
}

int Workbench::sweepDone() const {
  if (!m_session.sweep()) return 0;
  int done = 0;
  for (const TrialResult& trial : m_session.sweep()->trials) done += trial.done ? 1 : 0;
  return done;
}

int Workbench::sweepTotal() const {
  return m_session.sweep() ? static_cast<int>(m_session.sweep()->trials.size()) : 0;
}

double Workbench::sweepSecondsLeft() const {
  return d->sweep ? d->sweep->secondsLeft() : 0.0;
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

Result<void> Workbench::exportPredictions(const QString& path) const {
  const PreparedPtr data = prepared();
  if (!data || !m_session.weights()) return noRun();
  const Result<Matrix> x = applyInputs(data->preprocessing, *m_session.table());
  if (!x) return x.error();
  const Matrix outputs = predict(m_session.design().network, *m_session.weights(), *x);
  constexpr double cutOff = 0.5;
  return writeFile(QFile::encodeName(path).toStdString(),
                   predictionsCsv(data->preprocessing, outputs, cutOff));
}

} // namespace layerlab
