#include "core/fit/design.h"
#include "core/lesson/lesson.h"

#include <algorithm>
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

// What a condition's value may be -----------------------------------------------------------------

bool isOneOf(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text == word; });
}

bool isText(const std::string& text) {
  return !text.empty();
}

bool isNumber(const std::string& text) {
  return numberOf(text).has_value();
}

bool isYesNo(const std::string& text) {
  return isOneOf(text, {"yes", "no"});
}

bool isTask(const std::string& text) {
  return isOneOf(text, {"regression", "classification"});
}

bool isScaling(const std::string& text) {
  return isOneOf(text, {"none", "standard", "minmax"});
}

bool isSplit(const std::string& text) {
  return isOneOf(text, {"last", "random", "stratified"});
}

bool isPage(const std::string& text) {
  return std::count(lessonPages().begin(), lessonPages().end(), text) > 0;
}

bool isTable(const std::string& text) {
  return std::any_of(lessonTables().begin(), lessonTables().end(),
                     [&](const LessonTable& table) { return text == table.name; });
}

/// Keras' own names only: an alias would never equal what the window says.
bool isActivation(const std::string& text) {
  const auto known = activationFromName(text);
  return known && text == kerasName(*known);
}

bool isLoss(const std::string& text) {
  const auto known = lossFromName(text);
  return known && text == kerasName(*known);
}

bool isOptimizer(const std::string& text) {
  const auto known = optimizerFromName(text);
  return known && text == kerasName(*known);
}

/// "8,4"; nothing means no hidden layers.
bool isUnits(const std::string& text) {
  return text.find_first_not_of("0123456789,") == std::string::npos;
}

} // namespace

bool LessonKey::isNumber() const {
  return takes == layerlab::isNumber;
}

const LessonKey* lessonKey(const std::string& word) {
  const auto found = std::find_if(lessonKeys().begin(), lessonKeys().end(),
                                  [&](const LessonKey& key) { return word == key.word; });
  return found == lessonKeys().end() ? nullptr : &*found;
}

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

const std::vector<LessonKey>& lessonKeys() {
  static const std::vector<LessonKey> keys{
      {"example", "name of the bundled table that is open", isTable},
      {"rows", "rows of the table", isNumber},
      {"target", "column to be learnt", isText},
      {"task", "regression or classification", isTask},
      {"features", "number of inputs after one-hot", isNumber},
      {"scaling", "none, standard, minmax", isScaling},
      {"split", "last, random, stratified", isSplit},
      {"val_split", "share of the rows that validate", isNumber},
      {"hidden", "number of hidden Dense layers", isNumber},
      {"units", "units of the hidden layers, \"8,4\"", isUnits},
      {"units.1", "units of the first hidden layer (units.2, units.3)", isNumber},
      {"units.2", "of the second", isNumber},
      {"units.3", "of the third", isNumber},
      {"activation.1", "activation of the first hidden layer (activation.2, activation.3)",
       isActivation},
      {"activation.2", "of the second", isActivation},
      {"activation.3", "of the third", isActivation},
      {"output.units", "units of the output layer", isNumber},
      {"output.activation", "its activation", isActivation},
      {"parameters", "weights and biases in all", isNumber},
      {"dropout", "number of Dropout layers", isNumber},
      {"loss.name", "loss function of compile", isLoss},
      {"optimizer", "sgd, adam ...", isOptimizer},
      {"lr", "learning rate", isNumber},
      {"batch", "batch size", isNumber},
      {"epochs", "epochs of fit", isNumber},
      {"seed", "seed", isNumber},
      {"early_stopping", "yes or no", isYesNo},
      {"training", "yes while a fit runs", isYesNo},
      {"fits", "fits that ended since the step began", isNumber},
      {"fits.fresh", "those of them that began from initial weights", isNumber},
      {"runs", "runs in the list", isNumber},
      {"epoch", "epochs the current run has", isNumber},
      {"loss", "its last training loss", isNumber},
      {"loss.ratio", "last loss divided by the first", isNumber},
      {"val_loss", "its last validation loss", isNumber},
      {"best_epoch", "epoch of the lowest validation loss", isNumber},
      {"overfit", "last val_loss divided by the lowest", isNumber},
      {"accuracy", "last accuracy", isNumber},
      {"val_accuracy", "last validation accuracy", isNumber},
      {"diverged", "yes when the last run left the numbers", isYesNo},
      {"stopped_early", "yes when early stopping ended it", isYesNo},
      {"sweep.running", "yes or no", isYesNo},
      {"sweep.done", "trials of the sweep that are done", isNumber},
      {"sweep.total", "trials of the sweep", isNumber},
      {"page", "page in view: loss, elbow, predict, features, weights, stages, code, data", isPage},
      {"cutoff", "cut-off of the page Predict", isNumber},
      {"answered", "yes when this step's question is answered", isYesNo}};
  return keys;
}

const std::vector<std::string>& lessonPages() {
  static const std::vector<std::string> pages{"loss",    "elbow",  "predict", "features",
                                              "weights", "stages", "code",    "data"};
  return pages;
}

const std::vector<LessonTable>& lessonTables() {
  static const std::vector<LessonTable> tables{
      {"penguins",
       "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year"},
      {"iris", "sepal_length,sepal_width,petal_length,petal_width,species"},
      {"breast_cancer",
       "mean_radius,mean_texture,mean_perimeter,mean_area,mean_smoothness,mean_compactness,mean_"
       "concavity,mean_concave_points,mean_symmetry,mean_fractal_dimension,se_radius,se_texture,se_"
       "perimeter,se_area,se_smoothness,se_compactness,se_concavity,se_concave_points,se_symmetry,"
       "se_fractal_dimension,worst_radius,worst_texture,worst_perimeter,worst_area,worst_"
       "smoothness,worst_compactness,worst_concavity,worst_concave_points,worst_symmetry,worst_"
       "fractal_dimension,diagnosis"},
      {"wine",
       "alcohol,malic_acid,ash,alcalinity_of_ash,magnesium,total_phenols,flavanoids,nonflavanoid_"
       "phenols,proanthocyanins,color_intensity,hue,od280_od315,proline,cultivar"},
      {"house_prices", "area_m2,rooms,age_years,distance_km,floor,heating,price_k"},
      {"xor_noise", "x1,x2,label"},
      {"two_spirals", "x1,x2,label"}};
  return tables;
}

const std::vector<LessonPart>& lessonHighlights() {
  static const std::vector<LessonPart> parts{{"data", "exampleCombo"},
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
                                             {"reading", "readingBar"},
                                             {"advice", "advice"},
                                             {"runs", "runList"},
                                             {"sweep", "sweepStartButton"},
                                             {"side", "sidePanel"},
                                             {"elbow_layer", "sweepLayerCombo"}};
  return parts;
}

} // namespace layerlab
