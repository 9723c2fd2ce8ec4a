#pragma once

#include "core/sweep/sweep.h"
#include "tests/ui/desk.h"

#include <QLineEdit>
#include <QSpinBox>

#include <vector>

namespace layerlab {

/// Losses of each repeat at 1, 2, 4, ... units.
inline SweepResult sweepOfRepeats(const std::vector<std::vector<double>>& repeats) {
  SweepResult result;
  result.spec.repeats = static_cast<int>(repeats.size());
  for (std::size_t i = 0; i < repeats.front().size(); ++i) result.spec.units.push_back(1 << i);
  for (const Trial& trial : planSweep(result.spec, 1)) {
    TrialResult one;
    one.trial = trial;
    one.done = true;
    one.parameters = trial.units * 10;
    one.seconds = 0.25;
    const auto count = static_cast<std::size_t>(trial.index / result.spec.repeats);
    one.finalLoss = repeats[static_cast<std::size_t>(trial.repeat - 1)][count];
    one.finalValLoss = one.finalLoss;
    result.trials.push_back(one);
  }
  return result;
}

/// Sweeps these counts, each twice, on the Elbow page.
inline bool swept(Desk& desk, const char* list, int epochs) {
  desk.window.showPage("elbow");
  desk.choose("sweepModeCombo", "list");
  desk.find<QLineEdit>("sweepListEdit")->setText(list);
  desk.find<QSpinBox>("sweepRepeatsSpin")->setValue(2);
  desk.find<QSpinBox>("sweepEpochsSpin")->setValue(epochs);
  desk.find<QPushButton>("sweepStartButton")->click();
  return QTest::qWaitFor([&] { return !desk.workbench.isSweeping(); }, 60'000);
}

} // namespace layerlab
