#include "ui/widgets/inside/stageboard.h"

#include "ui/widgets/inside/matrixview.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace layerlab {
namespace {

constexpr int places = 5;

QStringList unitNames(std::size_t count) {
  QStringList names;
  for (std::size_t i = 0; i < count; ++i)
    names << QStringLiteral("%1").arg(static_cast<qulonglong>(i + 1));
  return names;
}

Matrix columnOf(const std::vector<float>& values) {
  Matrix out(values.size(), 1);
  out.values = values;
  return out;
}

} // namespace

Matrix withBias(const LayerWeights& weights) {
  Matrix out = weights.kernel;
  if (weights.bias.empty()) return out;
  ++out.rows;
  out.values.insert(out.values.end(), weights.bias.begin(), weights.bias.end());
  return out;
}

StageBoard::StageBoard(const Theme& theme, QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  for (int i = 0; i < places; ++i) {
    auto* sign = new QLabel(this);
    sign->setProperty("role", "heading");
    sign->setAlignment(Qt::AlignCenter);
    auto* view = new MatrixView(theme, this);
    nameWidget(view, QStringLiteral("stageMatrix%1").arg(i + 1));
    row->addWidget(sign);
    row->addWidget(view, 1);
    m_places << Place{sign, view};
    connect(view, &MatrixView::currentChanged, this, [this, i] {
      const auto cell = m_places[i].view->current();
      if (cell) emit cellChosen(m_places[i].part, cell->row, cell->column);
    });
  }
}

void StageBoard::setScene(const StageScene& scene) {
  const QVector<Slot> all = slotsOf(scene);
  for (int i = 0; i < places; ++i) {
    const bool used = i < all.size();
    m_places[i].view->setVisible(used);
    m_places[i].sign->setVisible(used && !all[i].sign.isEmpty());
    if (used) place(i, all[i]);
  }
}

void StageBoard::place(int index, const Slot& slot) {
  Place& place = m_places[index];
  place.part = slot.part;
  place.sign->setText(slot.sign);
  place.view->setMatrix(slot.caption, slot.matrix, slot.rows, slot.columns);
  setWords(place.view, slot.caption,
           tr("Point at a cell, or walk with the arrow keys: its sum is spelled out below"));
}

QVector<StageBoard::Slot> StageBoard::slotsOf(const StageScene& scene) const {
  if (!scene.walk || !scene.walk->stage()) return {};
  switch (*scene.walk->stage()) {
  case LessonStage::weights:
    return {weightSlot(scene, StagePart::weights, tr("W, b: initial weights"),
                       scene.walk->stepper().weights()[scene.layer], {})};
  case LessonStage::predict:
    return predictSlots(scene);
  case LessonStage::error:
    return errorSlots(scene);
  case LessonStage::adjust:
    return adjustSlots(scene);
  case LessonStage::repeat:
    return {weightSlot(scene, StagePart::weights, tr("W, b: for the next batch"),
                       scene.walk->stepper().weights()[scene.layer], {})};
  }
  return {};
}

StageBoard::Slot StageBoard::weightSlot(const StageScene& scene, StagePart part,
                                        const QString& caption, const LayerWeights& weights,
                                        const QString& sign) const {
  QStringList rows = scene.layer == 0 ? scene.inputNames : unitNames(weights.kernel.rows);
  if (!weights.bias.empty()) rows << QStringLiteral("b");
  return {part, caption, withBias(weights), rows, unitNames(weights.kernel.cols), sign};
}

QVector<StageBoard::Slot> StageBoard::predictSlots(const StageScene& scene) const {
  const FitStepper& stepper = scene.walk->stepper();
  const LayerWeights weights = stepper.weights()[scene.layer];
  const QStringList units = unitNames(weights.kernel.cols);
  const QStringList inputs = scene.layer == 0 ? scene.inputNames : unitNames(weights.kernel.rows);
  const QString out =
      scene.layer + 1 == stepper.layerCount() ? QStringLiteral("A = ŷ") : QStringLiteral("A");
  return {
      {StagePart::input,
       scene.layer == 0 ? QStringLiteral("X") : tr("A of the layer before"),
       stepper.layerInput(scene.layer),
       scene.rowNames,
       inputs,
       {}},
      weightSlot(scene, StagePart::weights, QStringLiteral("W, b"), weights, QStringLiteral("·")),
      {StagePart::z,
       QStringLiteral("Z = X·W + b"),
       stepper.z(scene.layer),
       {},
       units,
       QStringLiteral("=")},
      {StagePart::a,
       QStringLiteral("%1 = %2(Z)").arg(out, scene.activation),
       stepper.a(scene.layer),
       {},
       units,
       QStringLiteral("→")}};
}

QVector<StageBoard::Slot> StageBoard::errorSlots(const StageScene& scene) const {
  const FitStepper& stepper = scene.walk->stepper();
  const std::size_t last = stepper.layerCount() - 1;
  const Matrix y = stepper.y();
  return {
      {StagePart::a, tr("ŷ: predicted"), stepper.a(last), scene.rowNames, unitNames(y.cols), {}},
      {StagePart::target, tr("y: true"), y, {}, unitNames(y.cols), {}},
      {StagePart::loss,
       tr("loss of each row"),
       columnOf(stepper.rowLosses()),
       {},
       {},
       QStringLiteral("→")}};
}

QVector<StageBoard::Slot> StageBoard::adjustSlots(const StageScene& scene) const {
  const FitStepper& stepper = scene.walk->stepper();
  const std::size_t layer = scene.layer;
  const Weights first = stepper.firstMoment();
  const Weights second = stepper.secondMoment();
  const bool adagrad = scene.optimizer == OptimizerKind::adagrad;
  const bool adamax = scene.optimizer == OptimizerKind::adamax;
  QVector<Slot> all{
      weightSlot(scene, StagePart::before, tr("w: old"), stepper.previousWeights()[layer], {}),
      weightSlot(scene, StagePart::gradient, tr("g = dL/dw"), stepper.gradients()[layer],
                 QStringLiteral("−"))};
  if (!first.empty())
    all << weightSlot(scene, StagePart::first, tr("m: moment of g"), first[layer], {});
  if (!second.empty())
    all << weightSlot(scene, StagePart::second,
                      adagrad  ? tr("a: sum of g²")
                      : adamax ? tr("u: largest |g|")
                               : tr("v: moment of g²"),
                      second[layer], {});
  all << weightSlot(scene, StagePart::after, tr("w: new"), stepper.weights()[layer],
                    QStringLiteral("→"));
  for (int i = 1; i < all.size(); ++i) all[i].rows.clear(); // the first has the names
  return all;
}

void StageBoard::mark(StagePart part, int row, int column) {
  for (const Place& place : m_places)
    if (place.part == part && !place.view->isHidden())
      place.view->setMarked(MatrixView::Cell{row, column});
}

void StageBoard::setCurrent(StagePart part, int row, int column) {
  for (const Place& place : m_places) {
    place.view->setMarked(std::nullopt);
    place.view->setCurrent(place.part == part ? std::optional(MatrixView::Cell{row, column})
                                              : std::nullopt);
  }
}

MatrixView* StageBoard::view(StagePart part) const {
  for (const Place& place : m_places)
    if (place.part == part && !place.view->isHidden()) return place.view;
  return nullptr;
}

} // namespace layerlab

#include "moc_stageboard.cpp"
