#include "core/keras/python.h"

#include "core/base/shown.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace layerlab {
namespace {

using Kind = PyExpr::Kind;

// A stranger's text must not fill the stack.
constexpr int deepest = 100; ///< nesting of expressions
constexpr int longest = 200; ///< a + b + c ..., a.b().c() ...

/// Reads the expressions of one logical line, from tokens; the first trouble ends it.
class Parser {
public:
  explicit Parser(const std::vector<PyToken>& tokens) : m_tokens(tokens) {}

  bool done() const { return m_at >= m_tokens.size(); }
  bool failed() const { return !m_trouble.empty(); }
  const Message& trouble() const { return m_trouble; }

  bool see(std::string_view text) const {
    return !done() && m_tokens[m_at].text == text && m_tokens[m_at].kind != PyToken::Kind::text;
  }
  bool accept(std::string_view text) { return see(text) && (++m_at, true); }
  void expect(std::string_view text) {
    if (!accept(text)) fail();
  }
  std::string takeName() {
    if (done() || m_tokens[m_at].kind != PyToken::Kind::name) return fail(), std::string();
    return m_tokens[m_at++].text;
  }
  std::string dotted() {
    std::string name = takeName();
    while (!failed() && accept(".")) name += "." + takeName();
    return name;
  }
  int line() const {
    if (m_tokens.empty()) return 0;
    return done() ? m_tokens.back().line : m_tokens[m_at].line;
  }

  /// `a, b` without brackets is a tuple.
  PyExpr expressions() {
    PyExpr first = expression();
    if (!see(",")) return first;
    PyExpr tuple{Kind::tuple, {}, {std::move(first)}, {}, line()};
    while (accept(",") && !done() && !see("=") && !see(";")) tuple.items.push_back(expression());
    return tuple;
  }

  void fail() {
    if (failed()) return;
    const std::string text = done() ? "" : m_tokens[m_at].text;
    m_trouble = text.empty() ? Message{QT_TRANSLATE_NOOP("Core", "the line ends too early"), {}}
                             : Message{QT_TRANSLATE_NOOP("Core", "'%1' is not understood here"),
                                       {shown(text)}};
    m_at = m_tokens.size();
  }

private:
  struct Operator {
    const char* text;
    int level;
  };

  std::optional<Operator> operatorHere() const {
    static constexpr Operator operators[] = {
        {"or", 1}, {"and", 2}, {"<", 3}, {">", 3},  {"==", 3}, {"!=", 3}, {"<=", 3}, {">=", 3},
        {"in", 3}, {"is", 3},  {"|", 4}, {"^", 5},  {"&", 6},  {"<<", 7}, {">>", 7}, {"+", 8},
        {"-", 8},  {"*", 9},   {"/", 9}, {"//", 9}, {"%", 9},  {"@", 9},  {"**", 11}};
    for (const Operator& op : operators)
      if (see(op.text)) return op;
    return std::nullopt;
  }

  PyExpr expression() {
    if (++m_depth > deepest) return fail(), PyExpr();
    PyExpr out = see("lambda") ? lambda() : binary(1);
    if (accept("if")) { // a if b else c
      PyExpr choice{Kind::other, "if", {std::move(out), binary(1)}, {}, line()};
      expect("else");
      if (!failed()) choice.items.push_back(expression());
      out = std::move(choice);
    }
    --m_depth;
    return out;
  }

  PyExpr lambda() {
    const int row = line();
    while (!done() && !accept(":")) ++m_at;
    PyExpr body = expression();
    return {Kind::other, "lambda", {std::move(body)}, {}, row};
  }

  PyExpr binary(int level) {
    PyExpr left = unary();
    for (int count = 0; !failed(); ++count) {
      const auto op = operatorHere();
      if (!op || op->level < level) break;
      if (count > longest) fail();
      ++m_at;
      accept("not"); // is not
      PyExpr right = binary(op->level == 11 ? 11 : op->level + 1);
      const int row = left.line;
      left = {Kind::binary, op->text, {std::move(left), std::move(right)}, {}, row};
    }
    return left;
  }

  PyExpr unary() {
    if (++m_depth > deepest) return fail(), PyExpr();
    PyExpr out;
    const int row = line();
    const char* found = nullptr;
    for (const char* sign : {"-", "+", "~", "not", "*", "**"})
      if (!found && accept(sign)) found = sign;
    if (found)
      out = {Kind::unary, found, {binary(std::string_view(found) == "not" ? 3 : 10)}, {}, row};
    else
      out = postfix(atom());
    --m_depth;
    return out;
  }

  PyExpr postfix(PyExpr base) {
    for (int count = 0; !failed(); ++count) {
      const int row = line();
      if (count > longest) fail();
      if (accept("(")) {
        base = call(std::move(base), row);
      } else if (accept("[")) {
        PyExpr out{Kind::subscript, {}, {std::move(base)}, {}, row};
        out.items.push_back(subscript());
        base = std::move(out);
      } else if (accept(".")) {
        std::string name = takeName();
        base = {Kind::attribute, std::move(name), {std::move(base)}, {}, row};
      } else {
        break;
      }
    }
    return base;
  }

  PyExpr call(PyExpr callee, int row) {
    PyExpr out{Kind::call, {}, {std::move(callee)}, {}, row};
    while (!failed() && !accept(")")) {
      std::string keyword;
      const bool named = m_at + 1 < m_tokens.size() && m_tokens[m_at].kind == PyToken::Kind::name &&
                         m_tokens[m_at + 1].text == "=" &&
                         m_tokens[m_at + 1].kind == PyToken::Kind::symbol;
      if (named) {
        keyword = m_tokens[m_at].text;
        m_at += 2;
      }
      out.items.push_back(comprehended(expression()));
      out.keywords.push_back(std::move(keyword));
      if (!accept(",") && !see(")")) fail();
    }
    return out;
  }

  /// a, b | a:b | :, c
  PyExpr subscript() {
    PyExpr out{Kind::tuple, {}, {}, {}, line()};
    bool several = false;
    while (!failed() && !accept("]")) {
      out.items.push_back(slice());
      if (accept(","))
        several = true;
      else if (!see("]"))
        fail();
    }
    if (out.items.size() == 1 && !several) return PyExpr(out.items.front());
    return out;
  }

  /// a | a:b | a:b:c; of a slice, whatever is there.
  PyExpr slice() {
    PyExpr parts{Kind::other, ":", {}, {}, line()};
    bool colon = false;
    while (!failed() && !see(",") && !see("]")) {
      if (accept(":"))
        colon = true;
      else
        parts.items.push_back(comprehended(expression()));
    }
    if (colon || parts.items.size() != 1) return parts;
    return PyExpr(parts.items.front());
  }

  /// x for y in z: stepped over up to the closing bracket.
  PyExpr comprehended(PyExpr first) {
    if (!see("for") && !see("async")) return first;
    PyExpr out{Kind::other, "for", {std::move(first)}, {}, line()};
    int depth = 0;
    while (!done() && !(depth == 0 && (see(")") || see("]") || see("}")))) {
      if (see("(") || see("[") || see("{")) ++depth;
      if (see(")") || see("]") || see("}")) --depth;
      ++m_at;
    }
    return out;
  }

  PyExpr atom() {
    if (done()) return fail(), PyExpr();
    const PyToken& token = m_tokens[m_at];
    const int row = token.line;
    switch (token.kind) {
    case PyToken::Kind::number:
      return ++m_at, PyExpr{Kind::number, token.text, {}, {}, row};
    case PyToken::Kind::name:
      return ++m_at, PyExpr{Kind::name, token.text, {}, {}, row};
    case PyToken::Kind::text:
      return texts();
    case PyToken::Kind::symbol:
      break;
    }
    if (accept("[")) return sequence(Kind::list, "]", row);
    if (accept("(")) return sequence(Kind::tuple, ")", row);
    if (accept("{")) return braces(row);
    if (accept("...")) return {Kind::other, "...", {}, {}, row};
    return fail(), PyExpr();
  }

  /// Texts beside each other are one.
  PyExpr texts() {
    PyExpr out{Kind::text, {}, {}, {}, line()};
    while (!done() && m_tokens[m_at].kind == PyToken::Kind::text) out.text += m_tokens[m_at++].text;
    return out;
  }

  PyExpr sequence(Kind kind, const char* close, int row) {
    PyExpr out{kind, {}, {}, {}, row};
    bool comma = false;
    while (!failed() && !accept(close)) {
      out.items.push_back(comprehended(expression()));
      if (accept(","))
        comma = true;
      else if (!see(close))
        fail();
    }
    if (kind == Kind::tuple && out.items.size() == 1 && !comma) return PyExpr(out.items.front());
    return out;
  }

  PyExpr braces(int row) {
    PyExpr out{Kind::other, "{}", {}, {}, row};
    while (!failed() && !accept("}")) {
      out.items.push_back(comprehended(expression()));
      if (accept(":")) out.items.push_back(comprehended(expression()));
      if (!accept(",") && !see("}")) fail();
    }
    return out;
  }

  const std::vector<PyToken>& m_tokens;
  std::size_t m_at = 0;
  int m_depth = 0;
  Message m_trouble;
};

void readImport(Parser& parser, PyStatement& statement, bool from) {
  statement.kind = PyStatement::Kind::import;
  if (from) {
    while (parser.accept(".")) continue;
    parser.dotted();
    parser.expect("import");
    parser.accept("(");
  }
  if (parser.accept("*")) return;
  do {
    if (parser.see(")")) break;
    const std::string name = parser.dotted();
    const std::string as = parser.accept("as") ? parser.takeName() : name;
    statement.names.emplace_back(as, name);
  } while (!parser.failed() && parser.accept(","));
  parser.accept(")");
}

bool isBlock(const std::string& word) {
  static constexpr const char* const words[] = {"def", "class",  "for",     "while",
                                                "if",  "elif",   "else",    "with",
                                                "try", "except", "finally", "async"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

void readSimple(Parser& parser, PyStatement& statement) {
  if (parser.accept("from")) return readImport(parser, statement, true);
  if (parser.accept("import")) return readImport(parser, statement, false);
  if (parser.accept("pass")) return void(statement.kind = PyStatement::Kind::import);
  PyExpr first = parser.expressions();
  if (!parser.failed() && first.kind == Kind::name && parser.accept(":")) { // n: int = 6
    parser.expressions();
    if (!parser.failed() && !parser.see("="))
      return void(statement.kind = PyStatement::Kind::import); // n: int says nothing yet
  }
  while (!parser.failed() && parser.accept("=")) {
    statement.kind = PyStatement::Kind::assignment;
    statement.targets.push_back(std::move(first));
    first = parser.expressions();
  }
  if (statement.targets.empty()) statement.kind = PyStatement::Kind::expression;
  statement.value = std::move(first);
}

/// Statements of one line, parted by semicolons.
void readLine(const PyLine& line, std::vector<PyStatement>& out) {
  Parser parser(line.tokens);
  do {
    if (parser.done()) break;
    PyStatement statement;
    statement.line = parser.line();
    statement.indent = line.indent;
    readSimple(parser, statement);
    if (!parser.failed() && !parser.done() && !parser.see(";")) parser.fail();
    if (parser.failed()) statement.kind = PyStatement::Kind::other;
    statement.trouble = parser.trouble();
    out.push_back(std::move(statement));
  } while (!parser.failed() && parser.accept(";"));
}

PyStatement blockOf(const PyLine& line) {
  PyStatement block;
  block.kind = PyStatement::Kind::block;
  block.line = line.line;
  block.indent = line.indent;
  block.keyword = line.tokens.front().text;
  if (line.tokens.size() > 1) block.value.text = line.tokens[1].text;
  return block;
}

PyStatement troubleOf(const PyLine& line) {
  PyStatement statement;
  statement.line = line.line;
  statement.indent = line.indent;
  statement.trouble = line.trouble;
  return statement;
}

} // namespace

std::vector<PyStatement> pythonStatements(std::string_view source) {
  std::vector<PyStatement> out;
  int inside = -1; // indent of the block whose body is being stepped over
  for (const PyLine& line : pythonLines(source)) {
    if (inside >= 0 && line.indent > inside) continue;
    inside = -1;
    const bool magic =
        !line.tokens.empty() && (line.tokens[0].text == "%" || line.tokens[0].text == "!");
    if (magic && line.tokens[0].kind == PyToken::Kind::symbol) continue; // a notebook's own
    if (!line.trouble.empty()) {
      out.push_back(troubleOf(line));
    } else if (line.tokens[0].kind == PyToken::Kind::name && isBlock(line.tokens[0].text)) {
      out.push_back(blockOf(line));
      inside = line.indent;
    } else {
      readLine(line, out);
    }
  }
  return out;
}

} // namespace layerlab
