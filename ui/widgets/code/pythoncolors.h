#pragma once

#include <QSyntaxHighlighter>

namespace layerlab {

class Theme;

/// Colours of Python: words of the language, texts, numbers, remarks, names that are called.
class PythonColors : public QSyntaxHighlighter {
  Q_OBJECT
public:
  PythonColors(const Theme& theme, QTextDocument* document);

protected:
  void highlightBlock(const QString& text) override;

private:
  int colourText(const QString& text, int from, const QString& quote);
  int colourWord(const QString& text, int from);

  const Theme& m_theme;
};

} // namespace layerlab
