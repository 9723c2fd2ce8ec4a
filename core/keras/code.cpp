#include "core/keras/code.h"

#include "core/keras/codelines.h"

#include <algorithm>

namespace layerlab {
namespace {

bool drawn(const Design& design) {
  return design.data.split != Split::last && design.data.validationSplit > 0.0;
}

std::string layerNames(const NetworkSpec& network) {
  const bool dropout =
      std::any_of(network.layers.begin(), network.layers.end(),
                  [](const LayerSpec& layer) { return layer.kind == LayerKind::dropout; });
  return dropout ? "Input, Dense, Dropout" : "Input, Dense";
}

void writeImports(CodeLines& code, const Design& design) {
  code.add("import numpy as np");
  code.add("import pandas as pd");
  code.add("import matplotlib.pyplot as plt");
  code.add("import keras");
  code.add("from keras.models import Sequential");
  code.add("from keras.layers import " + layerNames(design.network));
  code.gap();
  const std::string seed = std::to_string(design.fit.seed);
  const bool wide = design.fit.seed >> 32 != 0; // Keras takes 32 bits
  code.add("keras.utils.set_random_seed(" + seed + (wide ? " % 2**32)" : ")"), "seed");
}

void writeCurve(CodeLines& code, bool validation) {
  code.gap();
  code.comment("The loss curve");
  code.add("plt.plot(history.history[\"loss\"], label=\"loss\")", "history");
  if (validation)
    code.add("plt.plot(history.history[\"val_loss\"], label=\"val_loss\")", "history");
  code.add("plt.xlabel(\"epoch\")");
  code.add("plt.ylabel(\"loss\")");
  code.add("plt.legend()");
  code.add("plt.show()");
}

/// Outputs in the target's own words and units.
void writePrediction(CodeLines& code, const Design& design, const KerasContext& context) {
  code.gap();
  code.comment("Prediction");
  code.add("pred = model.predict(X)");
  const bool classes = context.outline.task == Task::classification;
  if (!classes && design.data.scaleTarget) {
    code.add("pred = pred * np.array(y_scale) + np.array(y_shift)");
  } else if (classes && context.outline.classes.size() > 2) {
    code.add("pred = np.array(classes)[pred.argmax(axis=1)]");
  } else if (classes) {
    code.add("pred = np.where(pred >= " + numberText(context.cutOff) + ", 1, 0)", "cutoff");
  }
  code.add("print(pred[:10])");
}

} // namespace

std::string KerasCode::text() const {
  std::string out;
  for (const KerasLine& line : lines) out += line.text + "\n";
  return out;
}

std::string pythonText(const std::string& text) {
  constexpr const char* hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (byte < 0x20 || byte == 0x7f)
      out += std::string("\\x") + hex[byte >> 4] + hex[byte & 15];
    else
      out += c;
  }
  return out + "\"";
}

std::string pythonList(const std::vector<std::string>& names) {
  std::string out = "[";
  for (const std::string& name : names) out += (out.size() > 1 ? ", " : "") + pythonText(name);
  return out + "]";
}

KerasCode kerasCode(const Design& design, const KerasContext& context) {
  CodeLines code;
  writeImports(code, design);
  if (readsTexts(context)) writeCellFunctions(code);
  if (drawn(design)) writeSplitFunction(code, design);
  writeDataCode(code, design, context);
  writeModelCode(code, design, context);
  writeCurve(code, design.data.validationSplit > 0.0);
  writePrediction(code, design, context);
  return {code.take()};
}

} // namespace layerlab
