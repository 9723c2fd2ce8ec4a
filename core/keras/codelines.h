#pragma once

#include "core/keras/code.h"

#include <string_view>

// Private to core/keras: the program being written, line by line.

namespace layerlab {

class CodeLines {
public:
  void add(std::string text, std::string setting = {}) {
    m_lines.push_back({std::move(text), std::move(setting)});
  }
  void gap() { add({}); }
  void comment(const std::string& text) { add("# " + text); }
  std::vector<KerasLine> take() { return std::move(m_lines); }

private:
  std::vector<KerasLine> m_lines;
};

/// ["a", "b"]
std::string pythonList(const std::vector<std::string>& names);

/// From read_csv to the matrices X and y, the rows that train and the scaling.
void writeDataCode(CodeLines& code, const Design& design, const KerasContext& context);
/// LayerLab's own draw of the validation rows; only where the split is drawn.
void writeSplitFunction(CodeLines& code, const Design& design);
/// Sequential, compile, fit.
void writeModelCode(CodeLines& code, const Design& design, const KerasContext& context);

} // namespace layerlab
