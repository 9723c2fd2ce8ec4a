#include "ui/session/runscsv.h"

#include <array>
#include <charconv>

namespace layerlab {
namespace {

constexpr int digits = 9;

std::string csvNumber(double value) {
  std::array<char, 64> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::general, digits)
                       .ptr;
  return {text.data(), end};
}

std::string csvNumber(const std::optional<double>& value) {
  return value ? csvNumber(*value) : std::string();
}

std::string quoted(const std::string& words) {
  if (words.find_first_of(",\"\n") == std::string::npos) return words;
  std::string cell = "\"";
  for (const char c : words) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

std::string unitsOf(const NetworkSpec& network) {
  std::string units;
  for (const std::size_t index : network.denseLayers())
    units += (units.empty() ? "" : "-") + std::to_string(network.layers[index].units);
  return units;
}

std::string line(const Run& run) {
  const FitSpec& fit = run.design.fit;
  const EpochRecord& last = run.history.epochs.back();
  const EpochRecord& best = run.history.epochs[run.history.bestEpoch().value_or(0)];
  std::string text;
  for (const std::string& cell :
       {quoted(run.name.toStdString()), unitsOf(run.design.network),
        std::string(kerasName(fit.optimizer.kind)), csvNumber(fit.optimizer.learningRate),
        std::to_string(fit.batchSize), std::to_string(fit.seed), std::to_string(last.epoch),
        csvNumber(last.loss), csvNumber(last.valLoss), std::to_string(best.epoch),
        csvNumber(best.valLoss), csvNumber(last.seconds)})
    text += (text.empty() ? "" : ",") + cell;
  return text + "\n";
}

} // namespace

std::string runsCsv(const std::vector<Run>& runs) {
  std::string text = "run,units,optimizer,learning_rate,batch_size,seed,epochs,loss,val_loss,"
                     "best_epoch,best_val_loss,seconds\n";
  for (const Run& run : runs)
    if (!run.history.epochs.empty()) text += line(run);
  return text;
}

} // namespace layerlab
