#pragma once

#include "tests/session/tables.h"
#include "ui/session/workbench.h"

#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <memory>

namespace layerlab {

using TrainState = Workbench::TrainState;

constexpr int endless = 1'000'000'000; ///< epochs that no test waits for
constexpr int patienceMs = 60'000;     ///< for what ends by itself, under sanitizers too

/// A workbench with linesTable and a design `epochs` long.
std::unique_ptr<Workbench> linesBench(int epochs, int rows = 200);

bool isIdle(const Workbench& workbench);
bool hasEpochs(Workbench& workbench, std::size_t count);
/// Is the job's last word in, not only the wish to stop?
bool hasEnded(Workbench& workbench);

/// Four numbers of units, each twice.
SweepSpec smallSweep();

/// Writes a file that the test reads later, and gives its path back.
QString writeText(const QString& path, QByteArrayView text);
QByteArray contentsOf(const QString& path);
/// A CSV with the columns of linesTable.
QString writeLines(const QString& path, int rows);

} // namespace layerlab
