#include "ui/session/workbench.h"

#include "ui/session/examples.h"
#include "ui/session/workbench_p.h"

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
  d->load(path, options);
}

void Workbench::openExample(const QString& name) {
  d->load(examplePath(name), {});
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

// Files -----------------------------------------------------------------------------------------

QString Workbench::dataPath() const {
  return d->dataPath;
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
