#include "ui/widgets/code/codeeditor.h"

#include "ui/widgets/code/pythoncolors.h"
#include "ui/widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace layerlab {

/// The strip of numbers at the left.
class LineNumbers : public QWidget {
public:
  explicit LineNumbers(CodeEditor* editor) : QWidget(editor), m_editor(editor) {}

protected:
  void paintEvent(QPaintEvent* event) override { m_editor->paintNumbers(this, event->rect()); }

private:
  CodeEditor* m_editor;
};

CodeEditor::CodeEditor(const Theme& theme, Kind kind, QWidget* parent)
    : QPlainTextEdit(parent), m_theme(theme), m_kind(kind), m_numbers(new LineNumbers(this)) {
  setLineWrapMode(QPlainTextEdit::NoWrap);
  setTabChangesFocus(true);
  setFrameShape(QFrame::NoFrame);
  m_numbers->setVisible(kind == Kind::program);
  if (kind == Kind::program) new PythonColors(theme, document());
  connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::placeNumbers);
  connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int dy) {
    dy ? m_numbers->scroll(0, dy)
       : m_numbers->update(0, area.y(), m_numbers->width(), area.height());
  });
  connect(this, &QPlainTextEdit::textChanged, this, [this] {
    if (const QString now = toPlainText(); now != m_known) {
      m_known = now;
      emit edited();
    }
  });
  connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEditor::refreshMarks);
  connect(&theme, &Theme::changed, this, &CodeEditor::refreshLook);
  refreshLook();
}

void CodeEditor::refreshLook() {
  // The program's style sheet sets the interface font on everything; this one outranks it.
  setStyleSheet(QStringLiteral("QPlainTextEdit { font-family: \"%1\", \"DejaVu Sans Mono\", "
                               "\"Noto Sans Mono CJK KR\", monospace; font-size: %2pt; }")
                    .arg(m_theme.codeFont(10).family())
                    .arg(10.0 * m_theme.textScale()));
  placeNumbers();
  refreshMarks();
}

void CodeEditor::replaceText(const QString& text) {
  if (text == toPlainText()) return;
  m_known = text;
  const int line = currentLine();
  const int top = verticalScrollBar()->value();
  setPlainText(text);
  goToLine(line);
  verticalScrollBar()->setValue(top);
}

void CodeEditor::goToLine(int line) {
  const QTextBlock block = document()->findBlockByNumber(std::max(0, line - 1));
  if (!block.isValid()) return;
  QTextCursor cursor(block);
  setTextCursor(cursor);
  ensureCursorVisible();
}

void CodeEditor::markLines(const QVector<int>& lines) {
  m_marked = lines;
  refreshMarks();
  if (lines.isEmpty() || hasFocus()) return;
  // In view, but the cursor stays the person's.
  const QTextBlock block = document()->findBlockByNumber(lines.front() - 1);
  const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
  if (place.top() < 0 || place.bottom() > viewport()->height())
    verticalScrollBar()->setValue(
        std::max(0, lines.front() - 1 -
                        viewport()->height() / 2 / std::max(1, fontMetrics().lineSpacing())));
}

void CodeEditor::underlineLines(const QVector<int>& lines) {
  m_underlined = lines;
  refreshMarks();
}

void CodeEditor::refreshMarks() {
  const Colors& colors = m_theme.colors();
  QList<QTextEdit::ExtraSelection> selections;
  const auto add = [&](int line, const QTextCharFormat& format, bool wholeText) {
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid()) return;
    QTextEdit::ExtraSelection selection;
    selection.format = format;
    selection.cursor = QTextCursor(block);
    if (wholeText) selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    selections << selection;
  };
  QTextCharFormat marked;
  marked.setBackground(mixed(colors.surface, colors.accent, 0.18));
  marked.setProperty(QTextFormat::FullWidthSelection, true);
  for (const int line : m_marked) add(line, marked, false);
  QTextCharFormat wave;
  wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
  wave.setUnderlineColor(colors.bad);
  for (const int line : m_underlined) add(line, wave, true);
  setExtraSelections(selections);
}

int CodeEditor::numbersWidth() const {
  if (m_kind == Kind::plain) return 12;
  const auto digits = QString::number(std::max(100, blockCount())).size();
  return fontMetrics().horizontalAdvance(QLatin1Char('9')) * static_cast<int>(digits) + 20;
}

void CodeEditor::placeNumbers() {
  setViewportMargins(numbersWidth(), 0, 0, 0);
  const QRect area = contentsRect();
  m_numbers->setGeometry(area.left(), area.top(), numbersWidth(), area.height());
  m_numbers->update();
}

void CodeEditor::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  placeNumbers();
}

void CodeEditor::paintNumbers(QWidget* strip, const QRect& area) {
  const Colors& colors = m_theme.colors();
  QPainter painter(strip);
  painter.fillRect(area, colors.surface);
  painter.setFont(font());
  QTextBlock block = firstVisibleBlock();
  qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
  for (; block.isValid() && top <= area.bottom(); block = block.next()) {
    const int line = block.blockNumber() + 1;
    painter.setPen(m_underlined.contains(line) ? colors.bad : colors.disabled);
    const QRectF place(0, top, strip->width() - 12, fontMetrics().height());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
    top += blockBoundingRect(block).height();
  }
}

} // namespace layerlab

#include "moc_codeeditor.cpp"
