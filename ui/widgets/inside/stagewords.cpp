#include "ui/widgets/inside/stagewords.h"

#include "core/insight/spelled.h"

#include <QCoreApplication>
#include <QStringList>

namespace layerlab {
namespace {

QString fromCore(const std::string& text) {
  return QString::fromStdString(text);
}

QString number(float value) {
  return fromCore(numberText(static_cast<double>(value), 3));
}

std::vector<float> columnOf(const Matrix& m, std::size_t column) {
  std::vector<float> out(m.rows);
  for (std::size_t r = 0; r < m.rows; ++r) out[r] = m(r, column);
  return out;
}

QString spelledProducts(std::span<const float> x, std::span<const float> w, const float* bias,
                        std::size_t most) {
  const QString rest = QCoreApplication::translate("StageWords", "%1 more, together %2");
  return fromCore(spelledSum(x, w, bias, most, rest.toStdString()));
}

QString spelledZ(const FitStepper& stepper, std::size_t layer, std::size_t row, std::size_t unit) {
  const LayerWeights weights = stepper.weights()[layer];
  const Matrix input = stepper.layerInput(layer);
  const float* bias = weights.bias.empty() ? nullptr : &weights.bias[unit];
  return QStringLiteral("z = ") +
         spelledProducts(input.row(row), columnOf(weights.kernel, unit), bias, 6);
}

QString spelledA(const FitStepper& stepper, const LayerSpec& spec, std::size_t layer,
                 std::size_t row, std::size_t unit) {
  const QString name = QLatin1String(kerasName(spec.activation));
  const float a = stepper.a(layer)(row, unit);
  if (spec.activation == Activation::softmax) {
    QStringList terms;
    const Matrix z = stepper.z(layer);
    for (std::size_t c = 0; c < z.cols && c < 6; ++c)
      terms << QStringLiteral("e^%1").arg(number(z(row, c)));
    if (z.cols > 6) terms << QStringLiteral("…");
    return QStringLiteral("a = e^%1 / (%2) = %3")
        .arg(number(z(row, unit)), terms.join(QStringLiteral(" + ")), number(a));
  }
  return QStringLiteral("a = %1(%2) = %3")
      .arg(name, number(stepper.z(layer)(row, unit)), number(a));
}

float entry(const LayerWeights& weights, std::size_t row, std::size_t column) {
  return row < weights.kernel.rows ? weights.kernel(row, column) : weights.bias[column];
}

/// g = sum over the rows of input times dL/dz; for the bias, of dL/dz alone.
QString spelledGradient(const FitStepper& stepper, std::size_t layer, std::size_t row,
                        std::size_t unit) {
  const Matrix input = stepper.layerInput(layer);
  const std::vector<float> delta = columnOf(stepper.delta(layer), unit);
  const std::vector<float> factor =
      row < input.cols ? columnOf(input, row) : std::vector<float>(delta.size(), 1.0f);
  const float g = entry(stepper.gradients()[layer], row, unit);
  const QString sum = spelledProducts(factor, delta, nullptr, 4);
  const QString words = QStringLiteral("g = Σ x·dL/dz = %1").arg(sum);
  // A penalty or clipping changes what the optimizer gets.
  const double plain = sum.section(QStringLiteral(" = "), -1).toDouble();
  const double size = std::max(1e-12, std::abs(static_cast<double>(g)));
  return std::abs(plain - static_cast<double>(g)) > 0.01 * size && std::abs(plain) > 1e-12
             ? QStringLiteral("%1 → %2").arg(words, number(g))
             : words;
}

QString spelledUpdate(const StageWalk& walk, const Design& design, std::size_t layer,
                      std::size_t row, std::size_t unit) {
  const FitStepper& stepper = walk.stepper();
  const auto value = [&](const Weights& weights) {
    return weights.empty() ? 0.0 : static_cast<double>(entry(weights[layer], row, unit));
  };
  WeightStep step;
  step.gradient = value(stepper.gradients());
  step.before = value(stepper.previousWeights());
  step.after = value(stepper.weights());
  step.firstBefore = value(walk.firstBefore());
  step.first = value(stepper.firstMoment());
  step.secondBefore = value(walk.secondBefore());
  step.second = value(stepper.secondMoment());
  QStringList lines;
  for (const std::string& line :
       spelledStep(design.fit.optimizer, stepper.learningRate(), stepper.steps(), step))
    lines << fromCore(line);
  return lines.join(QStringLiteral("     "));
}

} // namespace

QString spelledCell(const StageWalk& walk, const Design& design, std::size_t layer, StagePart part,
                    int cellRow, int cellColumn) {
  const FitStepper& stepper = walk.stepper();
  const auto row = static_cast<std::size_t>(cellRow);
  const auto column = static_cast<std::size_t>(cellColumn);
  const bool error = walk.stage() == LessonStage::error;
  const std::size_t last = stepper.layerCount() - 1;
  const std::size_t shown = error ? last : layer;
  const LayerSpec& spec = design.network.layers[design.network.denseLayers()[shown]];
  switch (part) {
  case StagePart::input:
    return QStringLiteral("x = %1").arg(number(stepper.layerInput(layer)(row, column)));
  case StagePart::weights:
    return QStringLiteral("w = %1").arg(number(entry(stepper.weights()[layer], row, column)));
  case StagePart::z:
    return spelledZ(stepper, layer, row, column);
  case StagePart::a:
    return spelledA(stepper, spec, shown, row, column);
  case StagePart::target:
    return QStringLiteral("y = %1").arg(number(stepper.y()(row, column)));
  case StagePart::loss:
    return QStringLiteral("loss = ") +
           fromCore(spelledLoss(design.fit.loss, design.fit.huberDelta, stepper.a(last).row(row),
                                stepper.y().row(row)));
  case StagePart::gradient:
    return spelledGradient(stepper, layer, row, column);
  default:
    return spelledUpdate(walk, design, layer, row, column);
  }
}

QString stageCode(const Design& design, const StageWalk& walk, std::size_t layer) {
  const LayerSpec& spec = design.network.layers[design.network.denseLayers()[layer]];
  const auto word = [](const char* text) { return QLatin1String(text); };
  if (!walk.stage()) return {};
  switch (*walk.stage()) {
  case LessonStage::weights:
    return QStringLiteral("Dense(%1, activation='%2', kernel_initializer='%3')")
        .arg(spec.units)
        .arg(word(kerasName(spec.activation)), word(kerasName(spec.kernelInitializer)));
  case LessonStage::predict:
    return QStringLiteral("pred = model(x)");
  case LessonStage::error:
    return QStringLiteral("loss='%1'").arg(word(kerasName(design.fit.loss)));
  case LessonStage::adjust:
    return QStringLiteral("optimizer='%1'").arg(word(kerasName(design.fit.optimizer.kind)));
  case LessonStage::repeat:
    return QStringLiteral("model.fit(x, y, batch_size=%1, epochs=%2)")
        .arg(design.fit.batchSize)
        .arg(design.fit.epochs);
  }
  return {};
}

} // namespace layerlab
