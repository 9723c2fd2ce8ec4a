#pragma once

#include <QDialog>
#include <QString>
#include <QVector>

namespace layerlab {

class Theme;

/// One term: its words, a sentence, and what is drawn for it.
struct GlossaryTerm {
  QString key; ///< "learning_rate"; also names the picture
  QString title;
  QString sentence;
};

/// In the present language, in the order of the class notes.
QVector<GlossaryTerm> glossaryTerms();

/// The term a control or its caption is about, looked for upwards; empty: none.
QString termOfWidget(const QWidget* widget);

/// The tool tip of a control or of its caption with a last line that names the term F1 opens;
/// empty: there is no tool tip or no such term, or the widget has tips of its own.
QString tipWithTerm(const QWidget* widget);

/// The picture of a term.
void paintTerm(QPainter& painter, const QRectF& area, const QString& key, const Theme& theme);

/// A list of terms, and the sentence and picture of the chosen one.
class GlossaryDialog : public QDialog {
  Q_OBJECT
public:
  GlossaryDialog(const Theme& theme, const QString& term, QWidget* parent);
};

} // namespace layerlab
