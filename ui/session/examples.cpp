#include "ui/session/examples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace layerlab {
namespace {

const QLatin1String prefix("example:");
const QString folder = QStringLiteral(":/examples/");

struct Recipe {
  const char* name;
  const char* target;
  std::vector<int> hidden;
  Activation activation;
  double learningRate;
  int epochs;
  Split split; ///< the files of several are sorted by class, so that the last rows are one class
};

/// In the order in which a class meets them.
const std::vector<Recipe>& recipes() {
  static const std::vector<Recipe> all{
      {"penguins", "species", {8}, Activation::relu, 0.01, 60, Split::stratified},
      {"iris", "species", {8}, Activation::relu, 0.01, 100, Split::stratified},
      {"breast_cancer", "diagnosis", {8}, Activation::relu, 0.003, 60, Split::stratified},
      {"wine", "cultivar", {8}, Activation::relu, 0.01, 60, Split::stratified},
      {"house_prices", "price_k", {16, 8}, Activation::relu, 0.01, 100, Split::random},
      {"xor_noise", "label", {8}, Activation::relu, 0.02, 150, Split::stratified},
      {"two_spirals", "label", {16, 16}, Activation::tanh, 0.01, 500, Split::stratified}};
  return all;
}

const Recipe* recipe(const QString& name) {
  for (const Recipe& candidate : recipes())
    if (name == QLatin1String(candidate.name)) return &candidate;
  return nullptr;
}

std::size_t rank(const QString& name) {
  const Recipe* found = recipe(name);
  return found ? static_cast<std::size_t>(found - recipes().data()) : recipes().size();
}

} // namespace

QStringList exampleNames() {
  QStringList names;
  for (const QString& file : QDir(folder).entryList({QStringLiteral("*.csv")}, QDir::Files))
    names << QFileInfo(file).completeBaseName();
  std::stable_sort(names.begin(), names.end(),
                   [](const QString& a, const QString& b) { return rank(a) < rank(b); });
  return names;
}

Result<QByteArray> exampleBytes(const QString& name) {
  QFile file(folder + name + QStringLiteral(".csv"));
  if (!file.open(QIODevice::ReadOnly))
    return inputError({QT_TRANSLATE_NOOP("Core", "there is no example named '%1'; there are: %2"),
                       {name.toStdString(), exampleNames().join(", ").toStdString()}});
  return file.readAll();
}

QString examplePath(const QString& name) {
  return prefix + name;
}

QString exampleOfPath(const QString& path) {
  return path.startsWith(prefix) ? path.mid(prefix.size()) : QString();
}

Design exampleDesign(const QString& name, const Table& table, const Design& base) {
  Design design = base;
  design.data = {};
  if (const Recipe* known = recipe(name)) {
    design.data.targets = {known->target};
    design.data.split = known->split;
    design.network = hiddenNetwork(known->hidden, known->activation);
    design.fit = {};
    design.fit.seed = base.fit.seed;
    design.fit.optimizer.learningRate = known->learningRate;
    design.fit.epochs = known->epochs;
  } else if (!table.columns.empty()) {
    design.data.targets = {table.columns.back().name};
  }
  if (const Result<Outline> next = outline(table, design.data)) {
    design.data.scaleTarget = next->task == Task::regression; // prices in thousands learn slowly
    followTask(design, *next);
  }
  return design;
}

} // namespace layerlab
