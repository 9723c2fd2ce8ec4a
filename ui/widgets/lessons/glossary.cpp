#include "ui/widgets/lessons/glossary.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>

namespace layerlab {
namespace {

/// Which control is about which term.
struct Link {
  const char* control;
  const char* term;
};
constexpr Link links[] = {{"targetCombo", "target"},
                          {"taskCombo", "task"},
                          {"featureList", "feature"},
                          {"featuresAllButton", "feature"},
                          {"scalingCombo", "scaling"},
                          {"scaleTargetCheck", "scaling"},
                          {"missingCombo", "missing"},
                          {"splitCombo", "validation"},
                          {"splitSlider", "validation"},
                          {"lossCombo", "loss"},
                          {"optimizerCombo", "optimizer"},
                          {"learningRateSpin", "learning_rate"},
                          {"batchSpin", "batch"},
                          {"epochsSpin", "epoch"},
                          {"seedSpin", "seed"},
                          {"seedDiceButton", "seed"},
                          {"shuffleCheck", "batch"},
                          {"earlyStoppingCheck", "early_stopping"},
                          {"patienceSpin", "early_stopping"},
                          {"restoreBestCheck", "early_stopping"},
                          {"canvas", "hidden_layer"},
                          {"cutoffSpin", "cut_off"},
                          {"cutoffPlot", "cut_off"},
                          {"epochFigure", "epoch"},
                          {"lossFigure", "loss"},
                          {"valLossFigure", "validation"},
                          {"confusionMatrix", "confusion"},
                          {"classConfusion", "confusion"},
                          {"lossPage", "loss"},
                          {"elbowPage", "elbow"},
                          {"readingBar", "overfitting"},
                          {"codePage", "keras"}};

class TermPicture : public QWidget {
public:
  TermPicture(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMinimumSize(320, 180);
  }
  void show(const QString& key) {
    m_key = key;
    update();
  }

protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTerm(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_key, m_theme);
  }

private:
  const Theme& m_theme;
  QString m_key;
};

QString termNamed(const QWidget* widget) {
  for (const Link& link : links)
    if (widget->objectName() == QLatin1String(link.control)) return QLatin1String(link.term);
  return {};
}

/// On the caption: the control below it.
QString termInField(const QWidget* widget) {
  if (!dynamic_cast<const Field*>(widget)) return {};
  for (const QWidget* part : widget->findChildren<QWidget*>())
    if (QString term = termNamed(part); !term.isEmpty()) return term;
  return {};
}

/// Pictures, lists and pages say themselves what lies under the pointer.
bool hasPlainTip(const QWidget* widget) {
  return qobject_cast<const QLabel*>(widget) || qobject_cast<const QComboBox*>(widget) ||
         qobject_cast<const QAbstractButton*>(widget) ||
         qobject_cast<const QAbstractSlider*>(widget) ||
         qobject_cast<const QAbstractSpinBox*>(widget);
}

} // namespace

QString termOfWidget(const QWidget* widget) {
  for (const QWidget* at = widget; at; at = at->parentWidget()) {
    if (QString term = termNamed(at); !term.isEmpty()) return term;
    if (QString term = termInField(at); !term.isEmpty()) return term;
  }
  return {};
}

QString tipWithTerm(const QWidget* widget) {
  if (!widget || widget->toolTip().isEmpty() || !hasPlainTip(widget)) return {};
  QString key = termNamed(widget);
  if (key.isEmpty() && widget->parentWidget()) key = termInField(widget->parentWidget());
  for (const GlossaryTerm& term : glossaryTerms())
    if (term.key == key)
      return QStringLiteral("%1\n%2").arg(widget->toolTip(),
                                          GlossaryDialog::tr("F1: %1").arg(term.title));
  return {};
}

GlossaryDialog::GlossaryDialog(const Theme& theme, const QString& term, QWidget* parent)
    : QDialog(parent) {
  nameWidget(this, QStringLiteral("glossaryDialog"));
  setWindowTitle(tr("Glossary"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* list = new QListWidget(this);
  nameWidget(list, QStringLiteral("glossaryList"));
  setWords(list, tr("Terms"), tr("Choose a term"));
  list->setFixedWidth(240);
  list->setWordWrap(true);
  list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* title = new QLabel(this);
  title->setProperty("role", "heading");
  title->setWordWrap(true);
  auto* sentence = new QLabel(this);
  sentence->setObjectName(QStringLiteral("glossarySentence"));
  sentence->setWordWrap(true);
  sentence->setMinimumWidth(360);
  sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* picture = new TermPicture(theme, this);
  const QVector<GlossaryTerm> terms = glossaryTerms();
  for (const GlossaryTerm& one : terms) list->addItem(one.title);
  connect(list, &QListWidget::currentRowChanged, this, [=](int row) {
    if (row < 0) return;
    title->setText(terms[row].title);
    sentence->setText(terms[row].sentence);
    picture->show(terms[row].key);
    picture->setAccessibleName(terms[row].sentence);
  });
  int start = 0;
  for (int i = 0; i < terms.size(); ++i)
    if (terms[i].key == term) start = i;
  list->setCurrentRow(start);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  QPushButton* close = buttons->button(QDialogButtonBox::Close);
  nameWidget(close, QStringLiteral("glossaryClose"));
  close->setText(tr("Close"));
  setWords(close, tr("Close"), tr("Close this window (Esc)"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* right = new QVBoxLayout;
  right->setSpacing(16);
  right->addWidget(title);
  right->addWidget(sentence);
  right->addWidget(picture, 1);
  right->addWidget(buttons);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(24, 24, 24, 16);
  row->setSpacing(24);
  row->addWidget(list);
  row->addLayout(right, 1);
  resize(720, 440);
}

QVector<GlossaryTerm> glossaryTerms() {
  const auto term = [](const char* key, const QString& title, const QString& sentence) {
    return GlossaryTerm{QLatin1String(key), title, sentence};
  };
  return {
      term("target", GlossaryDialog::tr("target"),
           GlossaryDialog::tr("The column the network is to predict.")),
      term("feature", GlossaryDialog::tr("feature"),
           GlossaryDialog::tr("An input column; a text becomes one 0/1 input per "
                              "label (one-hot).")),
      term("task", GlossaryDialog::tr("regression and classification"),
           GlossaryDialog::tr(
               "Regression predicts a number; classification predicts which class a row is of.")),
      term("scaling", GlossaryDialog::tr("scaling"),
           GlossaryDialog::tr("Brings every number to a like size, measured on the "
                              "training rows only.")),
      term("missing", GlossaryDialog::tr("missing values"),
           GlossaryDialog::tr("Empty cells: their rows are left out, or "
                              "filled with the training rows' mean.")),
      term("validation", GlossaryDialog::tr("validation (val_loss)"),
           GlossaryDialog::tr(
               "Rows the network never learns from; their loss says what it can really do.")),
      term("hidden_layer", GlossaryDialog::tr("hidden layer (Dense)"),
           GlossaryDialog::tr(
               "Units that each see all values of the layer before and make new features of "
               "them.")),
      term("weight", GlossaryDialog::tr("weight and bias"),
           GlossaryDialog::tr(
               "A unit adds up its inputs times their weights, plus its bias: z = x·w + b.")),
      term("activation", GlossaryDialog::tr("activation (relu, sigmoid)"),
           GlossaryDialog::tr(
               "Bends a unit's sum; without it, stacked layers are one linear layer.")),
      term("loss", GlossaryDialog::tr("loss"),
           GlossaryDialog::tr("One number for how wrong the predictions are; fit makes "
                              "it smaller.")),
      term("optimizer", GlossaryDialog::tr("optimizer"),
           GlossaryDialog::tr("The rule that moves the weights against their "
                              "gradient: sgd, adam ...")),
      term("learning_rate", GlossaryDialog::tr("learning rate"),
           GlossaryDialog::tr(
               "How far a weight moves at each adjustment: too low is slow, too high leaps "
               "about.")),
      term("batch", GlossaryDialog::tr("batch size"),
           GlossaryDialog::tr("Rows between two adjustments of the weights.")),
      term("epoch", GlossaryDialog::tr("epoch"),
           GlossaryDialog::tr("Once through all training rows.")),
      term("seed", GlossaryDialog::tr("seed"),
           GlossaryDialog::tr("Fixes the random numbers: initial weights, order of rows, "
                              "split.")),
      term("overfitting", GlossaryDialog::tr("overfitting"),
           GlossaryDialog::tr(
               "The training loss still falls while val_loss rises: it learns by heart.")),
      term("early_stopping", GlossaryDialog::tr("early stopping"),
           GlossaryDialog::tr("Ends fit when val_loss has not improved for patience epochs.")),
      term("elbow", GlossaryDialog::tr("elbow curve"),
           GlossaryDialog::tr("Loss against the number of units; at the elbow "
                              "more units stop helping.")),
      term("cut_off", GlossaryDialog::tr("cut-off"),
           GlossaryDialog::tr("Class 1 is a probability of at least the cut-off, "
                              "usually 0.5.")),
      term("confusion", GlossaryDialog::tr("confusion matrix"),
           GlossaryDialog::tr("Counts rows by true and by predicted class; what is right stands on "
                              "the diagonal.")),
      term("bottleneck", GlossaryDialog::tr("feature representation and bottleneck"),
           GlossaryDialog::tr(
               "What a hidden layer makes of the inputs; a bottleneck is one of very few "
               "units.")),
      term("keras", GlossaryDialog::tr("Keras code"),
           GlossaryDialog::tr("The same network as a Python program: Sequential, "
                              "compile, fit."))};
}

} // namespace layerlab

#include "moc_glossary.cpp"
