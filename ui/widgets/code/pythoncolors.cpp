#include "ui/widgets/code/pythoncolors.h"

#include "ui/widgets/theme.h"

#include <QSet>

namespace layerlab {
namespace {

constexpr int insideDouble = 1; // block states: a triple-quoted text goes on
constexpr int insideSingle = 2;

bool isKeyword(const QString& word) {
  static const QSet<QString> words{"import", "from",  "as",    "def",   "return", "for",  "in",
                                   "while",  "if",    "else",  "elif",  "class",  "with", "yield",
                                   "lambda", "True",  "False", "None",  "and",    "or",   "not",
                                   "pass",   "print", "try",   "except"};
  return words.contains(word);
}

QTextCharFormat coloured(const QColor& color, bool italic = false) {
  QTextCharFormat format;
  format.setForeground(color);
  format.setFontItalic(italic);
  return format;
}

} // namespace

PythonColors::PythonColors(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document), m_theme(theme) {
  connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

/// Colours up to the closing quote; where the text goes on in the next line, the state says so.
int PythonColors::colourText(const QString& text, int from, const QString& quote) {
  const int start = from;
  const bool goesOn = previousBlockState() > 0 && from == 0;
  int at = goesOn ? 0 : from + static_cast<int>(quote.size());
  while (at < text.size() && text.mid(at, quote.size()) != quote)
    at += text[at] == QLatin1Char('\\') ? 2 : 1;
  const bool closed = at < text.size();
  if (!closed && quote.size() == 3)
    setCurrentBlockState(quote[0] == QLatin1Char('"') ? insideDouble : insideSingle);
  const int end = closed ? at + static_cast<int>(quote.size()) : static_cast<int>(text.size());
  setFormat(start, end - start, coloured(m_theme.colors().good));
  return end;
}

int PythonColors::colourWord(const QString& text, int from) {
  int end = from;
  while (end < text.size() && (text[end].isLetterOrNumber() || text[end] == QLatin1Char('_')))
    ++end;
  const QString word = text.mid(from, end - from);
  const Colors& colors = m_theme.colors();
  const QString rest = text.mid(end).trimmed();
  if (isKeyword(word))
    setFormat(from, end - from, coloured(colors.accent));
  else if (word[0].isDigit())
    setFormat(from, end - from, coloured(colors.negative));
  else if (rest.startsWith(QLatin1Char('(')))
    setFormat(from, end - from, coloured(colors.series(3)));
  return end;
}

void PythonColors::highlightBlock(const QString& text) {
  int at = 0;
  setCurrentBlockState(0);
  if (previousBlockState() == insideDouble) at = colourText(text, 0, QStringLiteral("\"\"\""));
  if (previousBlockState() == insideSingle) at = colourText(text, 0, QStringLiteral("'''"));
  while (at < text.size()) {
    const QChar c = text[at];
    if (c == QLatin1Char('#')) {
      setFormat(at, static_cast<int>(text.size()) - at, coloured(m_theme.colors().muted, true));
      return;
    }
    if (c == QLatin1Char('"') || c == QLatin1Char('\''))
      at = colourText(text, at, text.mid(at, 3) == QString(3, c) ? QString(3, c) : QString(c));
    else if (c.isLetterOrNumber() || c == QLatin1Char('_'))
      at = colourWord(text, at);
    else
      ++at;
  }
}

} // namespace layerlab

#include "moc_pythoncolors.cpp"
