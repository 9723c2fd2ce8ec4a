#pragma once

#include "core/keras/code.h"

#include <algorithm>

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

inline bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The file itself has numbers there, whatever was chosen by hand.
bool numbersInFile(const Column& column, const PrepareSpec& spec);
/// pandas alone would read the file differently: its cells are read as texts, then understood.
bool readsTexts(const KerasContext& context);
/// What such a program needs for that.
void writeCellFunctions(CodeLines& code);
/// read_csv, and with readsTexts the types of the columns.
void writeReading(CodeLines& code, const Design& design, const KerasContext& context);
/// From read_csv to the matrices X and y, the rows that train and the scaling.
void writeDataCode(CodeLines& code, const Design& design, const KerasContext& context);
/// LayerLab's own draw of the validation rows; only where the split is drawn.
void writeSplitFunction(CodeLines& code, const Design& design);
/// Sequential, compile, fit.
void writeModelCode(CodeLines& code, const Design& design, const KerasContext& context);

} // namespace layerlab
