#include "ui/widgets/code/codesettings.h"

#include <array>

namespace layerlab {
namespace {

struct Pair {
  const char* setting;
  const char* control;
};

// The first control of a setting is the one that lights up for its line.
constexpr std::array pairs{Pair{"file", "dataOpenButton"},
                           Pair{"file", "exampleCombo"},
                           Pair{"target", "targetCombo"},
                           Pair{"target", "taskCombo"},
                           Pair{"features", "featureList"},
                           Pair{"features", "featuresAllButton"},
                           Pair{"missing", "missingCombo"},
                           Pair{"split", "splitCombo"},
                           Pair{"validation", "splitSlider"},
                           Pair{"scaling", "scalingCombo"},
                           Pair{"scaling", "scaleTargetCheck"},
                           Pair{"loss", "lossCombo"},
                           Pair{"optimizer", "optimizerCombo"},
                           Pair{"optimizer", "learningRateSpin"},
                           Pair{"epochs", "epochsSpin"},
                           Pair{"batch", "batchSpin"},
                           Pair{"shuffle", "shuffleCheck"},
                           Pair{"seed", "seedSpin"},
                           Pair{"callbacks", "earlyStoppingCheck"},
                           Pair{"callbacks", "patienceSpin"},
                           Pair{"callbacks", "restoreBestCheck"},
                           Pair{"fit", "fitButton"}};

} // namespace

QString controlOfSetting(const QString& setting) {
  for (const Pair& pair : pairs)
    if (setting == QLatin1String(pair.setting)) return QLatin1String(pair.control);
  return {};
}

QString settingOfControl(const QString& objectName) {
  for (const Pair& pair : pairs)
    if (objectName == QLatin1String(pair.control)) return QLatin1String(pair.setting);
  return {};
}

} // namespace layerlab
