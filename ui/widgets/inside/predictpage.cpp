#include "ui/widgets/inside/predictpage.h"

#include "ui/session/text.h"
#include "ui/widgets/inside/binaryview.h"
#include "ui/widgets/inside/classesview.h"
#include "ui/widgets/inside/confusionview.h"
#include "ui/widgets/inside/cutoffplot.h"
#include "ui/widgets/inside/numbersview.h"
#include "ui/widgets/inside/predictfile.h"
#include "ui/widgets/inside/rowform.h"
#include "ui/widgets/inside/rowspane.h"
#include "ui/widgets/inside/surfaceview.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/panels/elidedlabel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileInfo>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace layerlab {
namespace {

constexpr int predictPeriod = 60; // ms between two pictures

/// Shows the shortest text, with a point whatever the locale.
class CutOffSpin : public QDoubleSpinBox {
public:
  explicit CutOffSpin(QWidget* parent) : QDoubleSpinBox(parent) {
    setLocale(QLocale::c());
    setDecimals(3);
    setRange(0.0, 1.0);
    setSingleStep(0.01);
    setValue(0.5);
    setKeyboardTracking(false);
    setMinimumWidth(84); // "0.123" and the arrows
  }
  QString textFromValue(double value) const override { return Words::setting(value); }
};

} // namespace

PredictPage::PredictPage(const Theme& theme, Workbench& workbench, Prompts& prompts,
                         QWidget* parent)
    : Page(parent), m_theme(theme), m_workbench(workbench), m_prompts(prompts),
      m_refresher(
          predictPeriod, [this] { return prepareWork(); }, [this] { return trains(m_workbench); }),
      m_part(makeCombo(QStringLiteral("predictPartCombo"), this)),
      m_target(makeCombo(QStringLiteral("predictTargetCombo"), this)),
      m_cutOffText(new QLabel(this)), m_cutOff(new CutOffSpin(this)), m_code(new QLabel(this)),
      m_note(new ElidedLabel(this)), m_surfaceOn(new QCheckBox(this)),
      m_other(new QPushButton(this)), m_save(new QPushButton(this)),
      m_message(new MessageRow(theme, QStringLiteral("predictMessage"), this)),
      m_stack(new QStackedWidget(this)), m_empty(new QLabel(this)),
      m_surface(new SurfaceView(theme, this)), m_views(new QStackedWidget(this)),
      m_binary(new BinaryView(theme, this)), m_classes(new ClassesView(theme, this)),
      m_numbers(new NumbersView(theme, this)), m_rows(new RowsPane(theme, this)),
      m_export(new ChartExport(theme, prompts, {m_views, m_surface},
                               QStringLiteral("predictExportButton"), this,
                               [this] { return m_rows->model().csv(); })),
      m_controls(m_export->besideTabs(this)) {
  build();
  connectControls();
  connectViews();
  connectExport();
  retranslate();
  showEmpty();
}

QString PredictPage::title() const {
  return tr("Predict");
}

QString PredictPage::tip() const {
  return tr("What the network says about the rows, and how often it is right");
}

QList<QWidget*> PredictPage::viewOptions() const {
  return {m_surfaceOn};
}

QString PredictPage::icon() const {
  return QStringLiteral("target");
}

// Building --------------------------------------------------------------------------------------

QLayout* PredictPage::buildControls() {
  nameWidget(m_cutOff, QStringLiteral("cutoffSpin"));
  nameWidget(m_code, QStringLiteral("cutoffCode"));
  nameWidget(m_note, QStringLiteral("predictNote"));
  nameWidget(m_other, QStringLiteral("predictFileButton"));
  nameWidget(m_save, QStringLiteral("savePredictionsButton"));
  nameWidget(m_surfaceOn, QStringLiteral("surfaceCheck"));
  nameWidget(m_surface, QStringLiteral("predictSurface"));
  m_surfaceOn->setChecked(true);
  m_surface->hide();
  calmWheel(m_cutOff);
  m_cutOffText->setBuddy(m_cutOff);
  m_code->setProperty("role", "code");
  m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_note->setProperty("role", "caption");
  m_part->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  m_part->setMinimumContentsLength(14);
  m_target->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_part, m_target, m_cutOffText, m_cutOff})
    row->addWidget(widget);
  row->addWidget(m_code);
  row->addWidget(m_note, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_surfaceOn, m_other, m_save})
    row->addWidget(widget);
  return row;
}

void PredictPage::build() {
  nameWidget(m_empty, QStringLiteral("predictEmpty"));
  m_empty->setProperty("role", "muted");
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  for (QWidget* view : std::initializer_list<QWidget*>{m_binary, m_classes, m_numbers})
    m_views->addWidget(view);
  auto* content = new QWidget(this);
  auto* pictures = new QHBoxLayout;
  pictures->setSpacing(16);
  pictures->addWidget(m_surface, 2);
  pictures->addWidget(m_views, 3);
  pictures->addWidget(m_rows);
  auto* inner = new QVBoxLayout(content);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(8);
  inner->addLayout(buildControls());
  inner->addLayout(pictures, 1);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(content);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(4);
  column->addWidget(m_message);
  column->addWidget(m_stack, 1);
}

void PredictPage::connectControls() {
  connect(m_part, &QComboBox::currentIndexChanged, &m_refresher, &Refresher::request);
  connect(m_target, &QComboBox::currentIndexChanged, &m_refresher, &Refresher::request);
  connect(m_cutOff, &QDoubleSpinBox::valueChanged, this, &PredictPage::setCutOff);
  connect(m_surfaceOn, &QCheckBox::toggled, &m_refresher, &Refresher::request);
  connect(&m_theme, &Theme::changed, this, [this] {
    if (isVisible()) m_refresher.request();
  });
  connect(m_other, &QPushButton::clicked, this, [this] { askPredict(true); });
  connect(m_save, &QPushButton::clicked, this, [this] { askPredict(false); });
  connect(&m_refresher, &Refresher::failed, this,
          [this](const Error& error) { m_message->tell(error); });
  connect(&m_workbench.timeline(), &Timeline::moved, this, [this] {
    if (isVisible()) m_refresher.request();
  });
  connect(&m_workbench, &Workbench::trainStateChanged, this, [this] {
    if (isVisible()) m_refresher.request();
  });
  connect(&m_workbench.session(), &Session::changed, this, [this](Session::Parts parts) {
    const Session::Parts all = Session::tablePart | Session::designPart | Session::outlinePart;
    if (parts & Session::tablePart) setCutOff(0.5); // another table's cut-off means nothing here
    if ((parts & all) && isVisible()) m_refresher.request();
  });
}

void PredictPage::connectViews() {
  connect(m_binary->plot(), &CutOffPlot::cutOffMoved, this, &PredictPage::setCutOff);
  connect(m_numbers, &NumbersView::rowChosen, m_rows, &RowsPane::chooseRow);
  connect(m_rows, &RowsPane::rowChosen, this, &PredictPage::markRow);
  connect(m_rows->form(), &RowForm::edited, &m_refresher, &Refresher::request);
  for (ConfusionView* view : {m_binary->confusion(), m_classes->confusion()})
    connect(view, &ConfusionView::cellChosen, this, [this, view] { cellChosen(*view); });
}

// The cut-off -----------------------------------------------------------------------------------

double PredictPage::cutOff() const {
  return m_cutOff->value();
}

void PredictPage::setCutOff(double cutOff) {
  {
    const QSignalBlocker silence(m_cutOff);
    m_cutOff->setValue(cutOff);
  }
  m_binary->setCutOff(this->cutOff());
  m_surface->setCutOff(this->cutOff());
  m_rows->setCutOff(this->cutOff());
  refreshCode();
  if (m_rows->form()->isReady()) m_refresher.request();
}

void PredictPage::refreshCode() {
  m_code->setText(
      QStringLiteral("pred = np.where(pred >= %1, 1, 0)").arg(Words::setting(cutOff())));
}

void PredictPage::cellChosen(const ConfusionView& view) {
  const auto cell = view.chosen();
  if (cell)
    m_rows->setCell(static_cast<std::uint32_t>(cell->truth),
                    static_cast<std::uint32_t>(cell->predicted));
  else
    m_rows->setCell(std::nullopt, std::nullopt);
}

void PredictPage::markRow(int reportRow) {
  const auto row =
      reportRow < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(reportRow));
  m_binary->setMarked(row);
  m_numbers->setMarked(row);
}

// Files -----------------------------------------------------------------------------------------

void PredictPage::askPredict(bool otherFile) {
  const QString filter = tr("Table (*.csv)");
  QString source;
  if (otherFile) {
    source = m_prompts.openPath(window(), tr("Predict the rows of a CSV"), filter);
    if (source.isEmpty()) return;
  }
  const QString target = m_prompts.savePath(window(), tr("Save the predictions"),
                                            QStringLiteral("predictions.csv"), filter);
  if (!target.isEmpty()) writePredictions(source, target);
}

void PredictPage::writePredictions(const QString& source, const QString& target) {
  const std::optional<Subject> subject = subjectOf(m_workbench);
  if (!subject) return;
  auto* errand = new Errand(this);
  connect(errand, &Job::finished, this, [this, errand] {
    errand->deleteLater();
    if (const Result<void> done = errand->deliver(); !done) m_message->tell(done.error());
  });
  const QString name = QFileInfo(target).fileName();
  errand->start(
      predictFile(*subject, {source, target, cutOff()}, [this, name](const Result<qint64>& rows) {
        if (rows)
          m_message->tell(Message{QT_TRANSLATE_NOOP("Core", "Saved %1 predictions to %2."),
                                  {Words::count(*rows).toStdString(), name.toStdString()}});
        else
          m_message->tell(rows.error());
      }));
}

// Words -----------------------------------------------------------------------------------------

void PredictPage::connectExport() {
  connect(m_export, &ChartExport::failed, m_message, &MessageRow::tell);
  connect(m_export, &ChartExport::done, m_message, &MessageRow::tell);
}

void PredictPage::retranslate() {
  setWords(m_part, tr("Rows to predict"), tr("Judge the network on rows it did not train on"));
  setWords(m_target, tr("Target"), tr("The target whose predictions are shown"));
  m_cutOffText->setText(tr("Cut-off"));
  setWords(
      m_cutOff, tr("Cut-off"),
      tr("Class 1 is p ≥ cut-off, as in the class notes (Keras' own accuracy counts p > 0.5)"));
  setWords(m_code, tr("The same in Python"), tr("This line turns probabilities into classes"));
  m_surfaceOn->setText(tr("Surface"));
  setWords(m_surfaceOn, tr("Surface"),
           tr("Show what the network says over the plane of both inputs"));
  m_surface->retranslate();
  m_other->setText(tr("Predict a CSV…"));
  setWords(m_other, tr("Predict a CSV"),
           tr("Predict the rows of another file with the same columns and save the answers"));
  m_save->setText(tr("Save…"));
  setWords(m_save, tr("Save the predictions"),
           tr("Save the predictions for every row of the open table as CSV"));
  if (m_part->count() > 0) fillParts(m_part->count() == 2);
  m_binary->retranslate();
  m_classes->retranslate();
  m_numbers->retranslate();
  m_rows->retranslate();
  refreshCode();
  if (!m_report) m_empty->setText(whyNoSubject(m_workbench));
}

void PredictPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  Page::changeEvent(event);
}

} // namespace layerlab

#include "moc_predictpage.cpp"
