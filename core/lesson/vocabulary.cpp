#include "core/lesson/lesson.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace layerlab {
namespace {

std::optional<double> numberOf(const std::string& text) {
  double value = 0.0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

bool compares(const std::string& sign, double a, double b) {
  if (sign == "<") return a < b;
  if (sign == "<=") return a <= b;
  if (sign == ">") return a > b;
  return sign == ">=" && a >= b;
}

} // namespace

bool holds(const LessonCondition& condition, const LessonState& state) {
  const auto found = state.find(condition.key);
  if (found == state.end()) return false;
  const auto actual = numberOf(found->second);
  const auto wanted = numberOf(condition.value);
  const bool same = actual && wanted ? *actual == *wanted : found->second == condition.value;
  if (condition.sign == "==") return same;
  if (condition.sign == "!=") return !same;
  return actual && wanted && compares(condition.sign, *actual, *wanted);
}

bool holds(const LessonTask& task, const LessonState& state) {
  for (const LessonCondition& condition : task.when)
    if (!holds(condition, state)) return false;
  return true;
}

const std::vector<LessonWord>& lessonKeys() {
  static const std::vector<LessonWord> words{
      {"example", "name of the bundled table that is open"},
      {"rows", "rows of the table"},
      {"target", "column to be learnt"},
      {"task", "regression or classification"},
      {"features", "number of inputs after one-hot"},
      {"scaling", "none, standard, minmax"},
      {"split", "last, random, stratified"},
      {"val_split", "share of the rows that validate"},
      {"hidden", "number of hidden Dense layers"},
      {"units", "units of the hidden layers, \"8,4\""},
      {"units.1", "units of the first hidden layer (units.2, units.3)"},
      {"units.2", "of the second"},
      {"units.3", "of the third"},
      {"activation.1", "activation of the first hidden layer (activation.2, activation.3)"},
      {"activation.2", "of the second"},
      {"activation.3", "of the third"},
      {"output.units", "units of the output layer"},
      {"output.activation", "its activation"},
      {"parameters", "weights and biases in all"},
      {"dropout", "number of Dropout layers"},
      {"loss.name", "loss function of compile"},
      {"optimizer", "sgd, adam ..."},
      {"lr", "learning rate"},
      {"batch", "batch size"},
      {"epochs", "epochs of fit"},
      {"seed", "seed"},
      {"early_stopping", "yes or no"},
      {"training", "yes while a fit runs"},
      {"fits", "fits that ended since the step began"},
      {"runs", "runs in the list"},
      {"epoch", "epochs the current run has"},
      {"loss", "its last training loss"},
      {"loss.ratio", "last loss divided by the first"},
      {"val_loss", "its last validation loss"},
      {"best_epoch", "epoch of the lowest validation loss"},
      {"overfit", "last val_loss divided by the lowest"},
      {"accuracy", "last accuracy"},
      {"val_accuracy", "last validation accuracy"},
      {"diverged", "yes when the last run left the numbers"},
      {"stopped_early", "yes when early stopping ended it"},
      {"sweep.running", "yes or no"},
      {"sweep.done", "trials of the sweep that are done"},
      {"sweep.total", "trials of the sweep"},
      {"page", "page in view: loss, elbow, predict, features, weights, stages, code, data"},
      {"answered", "yes when this step's question is answered"}};
  return words;
}

const std::vector<LessonWord>& lessonHighlights() {
  static const std::vector<LessonWord> words{{"data", "exampleCombo"},
                                             {"target", "targetCombo"},
                                             {"features", "featureList"},
                                             {"task", "taskCombo"},
                                             {"scaling", "scalingCombo"},
                                             {"missing", "missingCombo"},
                                             {"split", "splitCombo"},
                                             {"validation", "splitSlider"},
                                             {"loss", "lossCombo"},
                                             {"optimizer", "optimizerCombo"},
                                             {"learning_rate", "learningRateSpin"},
                                             {"batch", "batchSpin"},
                                             {"epochs", "epochsSpin"},
                                             {"seed", "seedSpin"},
                                             {"dice", "seedDiceButton"},
                                             {"early_stopping", "earlyStoppingCheck"},
                                             {"shuffle", "shuffleCheck"},
                                             {"network", "canvas"},
                                             {"fit", "fitButton"},
                                             {"reset", "resetButton"},
                                             {"pages", "pages"},
                                             {"page_loss", "lossPage"},
                                             {"page_elbow", "elbowPage"},
                                             {"page_predict", "predictPage"},
                                             {"page_features", "featuresPage"},
                                             {"page_weights", "weightsPage"},
                                             {"page_stages", "stagesPage"},
                                             {"page_code", "codePage"},
                                             {"page_data", "dataPage"},
                                             {"reading", "reading"},
                                             {"advice", "advice"},
                                             {"runs", "runList"},
                                             {"sweep", "sweepStartButton"},
                                             {"side", "sidePanel"},
                                             {"elbow_layer", "sweepLayerCombo"}};
  return words;
}

} // namespace layerlab
