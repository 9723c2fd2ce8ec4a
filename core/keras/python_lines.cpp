#include "core/keras/python.h"

#include "core/base/shown.h"

#include <algorithm>
#include <cctype>

namespace layerlab {
namespace {

bool nameStart(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

void appendUtf8(std::string& out, unsigned long code) {
  const auto byte = [&out](unsigned long value) { out += static_cast<char>(value); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) return byte(0xC0 | code >> 6), byte(0x80 | (code & 63));
  if (code < 0x10000)
    return byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63));
  byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 63));
  byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63));
}

class Lexer {
public:
  explicit Lexer(std::string_view source) : m_source(source) {}

  std::vector<PyLine> run() {
    while (m_at < m_source.size()) logicalLine();
    return std::move(m_lines);
  }

private:
  char at(std::size_t ahead = 0) const {
    return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0';
  }

  char take() {
    const char c = m_source[m_at++];
    if (c == '\n') ++m_row;
    return c;
  }

  void toLineEnd() {
    while (m_at < m_source.size() && at() != '\n') ++m_at;
  }

  int indent() {
    int width = 0;
    for (; at() == ' ' || at() == '\t'; ++m_at) width += at() == '\t' ? 8 : 1;
    return width;
  }

  void logicalLine() {
    m_line = {};
    m_depth = 0;
    m_line.indent = indent();
    m_line.line = m_row;
    while (m_at < m_source.size() && !(at() == '\n' && m_depth == 0)) token();
    if (m_at < m_source.size()) take();
    if (m_depth > 0 && m_line.trouble.empty())
      m_line.trouble = {QT_TRANSLATE_NOOP("Core", "a bracket is not closed"), {}};
    if (!m_line.tokens.empty() || !m_line.trouble.empty()) m_lines.push_back(std::move(m_line));
  }

  void token() {
    const char c = at();
    if (c == '#') return toLineEnd();
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f') return void(take());
    if (c == '\\') return backslash();
    if (c == '"' || c == '\'') return quoted(false);
    if (prefixed()) return;
    if (nameStart(c)) return word();
    if (digit(c) || (c == '.' && digit(at(1)))) return number();
    symbol();
  }

  void add(PyToken::Kind kind, std::string text, int line) {
    m_line.tokens.push_back({kind, std::move(text), line});
  }

  /// Joins the next physical line.
  void backslash() {
    ++m_at;
    toLineEnd();
    if (m_at < m_source.size()) take();
  }

  /// r"...", b'...', f"..." and the like.
  bool prefixed() {
    std::size_t length = 0;
    while (length < 3 && std::string_view("rRbBuUfF").find(at(length)) != std::string_view::npos &&
           at(length) != '\0')
      ++length;
    if (length == 0 || (at(length) != '"' && at(length) != '\'')) return false;
    const bool raw = std::any_of(m_source.begin() + static_cast<std::ptrdiff_t>(m_at),
                                 m_source.begin() + static_cast<std::ptrdiff_t>(m_at + length),
                                 [](char p) { return p == 'r' || p == 'R'; });
    m_at += length;
    quoted(raw);
    return true;
  }

  void quoted(bool raw) {
    const int line = m_row;
    const char quote = at();
    const bool triple = at(1) == quote && at(2) == quote;
    m_at += triple ? 3 : 1;
    std::string text;
    while (m_at < m_source.size()) {
      if (at() == quote && (!triple || (at(1) == quote && at(2) == quote))) {
        m_at += triple ? 3 : 1;
        return add(PyToken::Kind::text, std::move(text), line);
      }
      if (at() == '\n' && !triple) break;
      if (at() == '\\')
        raw ? void((text += take(), text += m_at < m_source.size() ? take() : '\\')) : escape(text);
      else
        text += take();
    }
    m_line.trouble = {QT_TRANSLATE_NOOP("Core", "a text is not closed by its quote"), {}};
  }

  void escape(std::string& text) {
    ++m_at;
    if (m_at >= m_source.size()) return;
    const char c = take();
    const std::size_t which = std::string_view("ntr0abfv").find(c);
    if (c == 'x' || c == 'u' || c == 'U')
      appendUtf8(text, hexadecimal(c == 'x' ? 2 : c == 'u' ? 4 : 8));
    else if (which != std::string_view::npos)
      text += "\n\t\r\0\a\b\f\v"[which];
    else if (c == '\\' || c == '\'' || c == '"')
      text += c;
    else if (c != '\n')
      (text += '\\') += c;
  }

  unsigned long hexadecimal(int digits) {
    unsigned long value = 0;
    for (int i = 0; i < digits && std::isxdigit(static_cast<unsigned char>(at())); ++i) {
      const char c = take();
      value = value * 16 + static_cast<unsigned long>(digit(c) ? c - '0' : (c | 32) - 'a' + 10);
    }
    return value > 0x10FFFF ? 0xFFFD : value;
  }

  void word() {
    const std::size_t from = m_at;
    while (nameStart(at()) || digit(at())) ++m_at;
    add(PyToken::Kind::name, std::string(m_source.substr(from, m_at - from)), m_row);
  }

  /// 1_000, 1e-3, .5, 0xFF; underscores go.
  void number() {
    std::string text;
    const bool hex = at() == '0' && (at(1) == 'x' || at(1) == 'X');
    while (digit(at()) || std::isalpha(static_cast<unsigned char>(at())) || at() == '.' ||
           at() == '_' ||
           ((at() == '+' || at() == '-') && !hex && !text.empty() &&
            (text.back() == 'e' || text.back() == 'E')))
      if (const char c = take(); c != '_') text += c;
    add(PyToken::Kind::number, std::move(text), m_row);
  }

  void symbol() {
    static constexpr const char* const longer[] = {
        "**=", "//=", "...", "**", "//", "==", "!=", "<=", ">=", "+=",
        "-=",  "*=",  "/=",  "%=", "->", ":=", "<<", ">>", "@="};
    for (const char* text : longer) {
      const std::string_view wanted(text);
      if (m_source.substr(m_at, wanted.size()) != wanted) continue;
      m_at += wanted.size();
      return add(PyToken::Kind::symbol, text, m_row);
    }
    const int line = m_row;
    const char c = take();
    if (c == '(' || c == '[' || c == '{') ++m_depth;
    if (c == ')' || c == ']' || c == '}') m_depth = std::max(0, m_depth - 1);
    add(PyToken::Kind::symbol, std::string(1, c), line);
  }

  std::string_view m_source;
  std::size_t m_at = 0;
  int m_row = 1;
  int m_depth = 0;
  PyLine m_line;
  std::vector<PyLine> m_lines;
};

} // namespace

std::vector<PyLine> pythonLines(std::string_view source) {
  if (source.substr(0, 3) == "\xEF\xBB\xBF") source.remove_prefix(3);
  return Lexer(source).run();
}

} // namespace layerlab
