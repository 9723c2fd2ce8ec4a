#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Private to core/keras: as much of Python's grammar as programs around Sequential use. Blocks
// (def, for, if ...) are stepped over, not read.

namespace layerlab {

struct PyToken {
  enum class Kind { name, number, text, symbol };
  Kind kind = Kind::symbol;
  std::string text; ///< a text without its quotes, escapes resolved
  int line = 0;     ///< from 1
};

/// One logical line: brackets, backslashes and triple quotes join physical ones.
struct PyLine {
  std::vector<PyToken> tokens;
  int line = 0;
  int indent = 0;
  Message trouble; ///< cannot be cut into tokens
};

std::vector<PyLine> pythonLines(std::string_view source);

struct PyExpr {
  enum class Kind {
    name,
    number,
    text,
    list,
    tuple,
    call,
    attribute,
    subscript,
    unary,
    binary,
    other
  };
  Kind kind = Kind::other;
  std::string text;                  ///< name, digits, text, attribute or operator
  std::vector<PyExpr> items;         ///< operands; callee or base first, then arguments
  std::vector<std::string> keywords; ///< call: beside items from 1 on; empty: positional
  int line = 0;

  bool isName(std::string_view name) const { return kind == Kind::name && text == name; }
};

struct PyStatement {
  enum class Kind { expression, assignment, import, block, other };
  Kind kind = Kind::other;
  std::vector<PyExpr> targets; ///< assignment: left sides
  PyExpr value;
  std::vector<std::pair<std::string, std::string>> names; ///< import: (as, name)
  std::string keyword; ///< block: "def", "for" ...; its name follows in value.text
  int line = 0;
  int indent = 0;
  Message trouble; ///< not understood at all
};

/// Every statement in order; bodies of blocks are left out.
std::vector<PyStatement> pythonStatements(std::string_view source);

} // namespace layerlab
