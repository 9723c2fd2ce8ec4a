#include "tests/session/bench.h"

#include <QFile>

namespace layerlab {

std::unique_ptr<Workbench> linesBench(int epochs, int rows) {
  auto workbench = std::make_unique<Workbench>();
  workbench->session().setProject(linesTable(rows), linesDesign(epochs));
  return workbench;
}

bool isIdle(const Workbench& workbench) {
  return workbench.trainState() == TrainState::idle;
}

bool hasEpochs(Workbench& workbench, std::size_t count) {
  const Run* run = workbench.session().currentRun();
  return run && run->history.epochs.size() >= count;
}

bool hasEnded(Workbench& workbench) {
  const Run* run = workbench.session().currentRun();
  return run && !run->running && !run->weights.empty();
}

SweepSpec smallSweep() {
  SweepSpec spec;
  spec.units = {1, 2, 4, 8};
  spec.repeats = 2;
  return spec;
}

QString writeText(const QString& path, QByteArrayView text) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), text.size()) != text.size())
    qFatal("cannot write %s", qPrintable(path));
  return path;
}

QByteArray contentsOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString writeLines(const QString& path, int rows) {
  return writeText(path, linesCsv(rows));
}

} // namespace layerlab
