#pragma once

#include <QPlainTextEdit>
#include <QVector>

namespace layerlab {

class Theme;

/// A plain text with Python's colours and line numbers. Lines can be marked (the setting that was
/// touched) and underlined (what was not understood). Tab leaves the editor; it indents nothing.
class CodeEditor : public QPlainTextEdit {
  Q_OBJECT
public:
  enum class Kind { program, plain }; ///< plain: in the same type, without colours and numbers
  explicit CodeEditor(const Theme& theme, Kind kind, QWidget* parent = nullptr);

  /// Another text, keeping the place; not an edit of the person.
  void replaceText(const QString& text);
  /// Lines count from 1.
  void markLines(const QVector<int>& lines);
  void underlineLines(const QVector<int>& lines);
  void goToLine(int line);
  int currentLine() const { return textCursor().blockNumber() + 1; }

signals:
  void edited(); ///< by the person

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  friend class LineNumbers;
  int numbersWidth() const;
  void paintNumbers(QWidget* strip, const QRect& area);
  void placeNumbers();
  void refreshLook();
  void refreshMarks();

  const Theme& m_theme;
  Kind m_kind;
  QWidget* m_numbers;
  QVector<int> m_marked;
  QVector<int> m_underlined;
  QString m_known; ///< the text as last seen; a new format is no edit
};

} // namespace layerlab
