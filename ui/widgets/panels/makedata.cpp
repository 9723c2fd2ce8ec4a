#include "ui/widgets/panels/makedata.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/paintplane.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr int noiseSteps = 50; // slider steps of 0.01
constexpr int largestGeneratorSeed = 999'999;
constexpr int mostPreviewed = 2000;
constexpr std::size_t fewestPoints = 4;

/// Names a control for tests and screen readers; its words come with retranslate().
template <class W> W* named(W* widget, const char* objectName) {
  nameWidget(widget, QLatin1String(objectName));
  return widget;
}

/// The text on a button is its accessible name too.
void setButtonWords(QAbstractButton* button, const QString& words, const QString& tip) {
  button->setText(words);
  setWords(button, words, tip);
}

} // namespace

MakeDataDialog::MakeDataDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent), m_theme(theme) {
  setObjectName(QStringLiteral("makeDataDialog"));
  m_tabs = named(new QTabWidget, "makeDataTabs");
  m_tabs->addTab(buildGenerate(), {});
  m_tabs->addTab(buildPaint(), {});
  auto* buttons = new QDialogButtonBox;
  m_accept = named(new QPushButton, "makeDataAccept");
  m_accept->setProperty("primary", true);
  buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
  // Not the standard button: its box would give it Qt's words back with every language.
  m_cancel = named(new QPushButton, "makeDataCancel");
  m_cancel->setAutoDefault(false);
  buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 16);
  layout->setSpacing(16);
  layout->addWidget(m_tabs, 1);
  layout->addWidget(buttons);
  m_accept->setDefault(true); // of this dialog: only now is it the button's
  m_shape->setFocus();
  connectAll();
  connectPaint();
  retranslate();
  refreshPreview();
  refreshPaint();
  resize(720, 520);
}

QString MakeDataDialog::shapeTitle(Shape shape) {
  switch (shape) {
  case Shape::circles:
    return tr("Circles (2 classes)");
  case Shape::xorQuadrants:
    return tr("XOR (2 classes)");
  case Shape::gaussians:
    return tr("Two Gaussians (2 classes)");
  case Shape::spirals:
    return tr("Spirals (2 classes)");
  case Shape::moons:
    return tr("Moons (2 classes)");
  case Shape::plane:
    return tr("Plane (regression)");
  case Shape::bumps:
    return tr("Six bumps (regression)");
  case Shape::line:
    return tr("Line (regression)");
  case Shape::sine:
    return tr("Sine (regression)");
  }
  return {};
}

QWidget* MakeDataDialog::buildGenerate() {
  m_shape = named(new QComboBox, "generatorShape");
  for (int i = 0; i < shapeCount; ++i)
    m_shape->addItem(QString(), QString::fromLatin1(name(static_cast<Shape>(i))));
  m_noise = named(new QSlider(Qt::Horizontal), "generatorNoise");
  m_noise->setRange(0, noiseSteps);
  m_noise->setValue(10);
  m_noiseValue = new QLabel;
  m_rows = named(new QSpinBox, "generatorRows");
  m_rows->setRange(10, maxGeneratedRows);
  m_rows->setValue(300);
  m_rows->setSingleStep(50);
  m_seed = named(new QSpinBox, "generatorSeed");
  m_seed->setRange(0, largestGeneratorSeed);
  m_seed->setValue(1);
  auto* form = new QFormLayout;
  form->setVerticalSpacing(12);
  form->addRow(m_shapeText = new QLabel, m_shape);
  auto* noise = new QHBoxLayout;
  noise->setSpacing(8);
  noise->addWidget(m_noise, 1);
  noise->addWidget(m_noiseValue);
  form->addRow(m_noiseText = new QLabel, noise);
  form->addRow(m_rowsText = new QLabel, m_rows);
  form->addRow(m_seedText = new QLabel, m_seed);
  m_shapeText->setBuddy(m_shape);
  m_noiseText->setBuddy(m_noise);
  m_rowsText->setBuddy(m_rows);
  m_seedText->setBuddy(m_seed);
  m_preview = named(new PaintPlane(m_theme, PaintPlane::Mode::show), "generatorPreview");
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("generate"));
  auto* layout = new QHBoxLayout(page);
  layout->setContentsMargins(16, 16, 16, 16);
  layout->setSpacing(24);
  layout->addLayout(form, 2);
  layout->addWidget(m_preview, 3);
  return page;
}

QLayout* MakeDataDialog::buildBrushes() {
  auto* group = new QButtonGroup(this);
  auto* brushes = new QHBoxLayout;
  for (int label = 0; label < 2; ++label) {
    m_brush[label] = named(new QToolButton, label == 0 ? "paintClass0" : "paintClass1");
    m_brush[label]->setCheckable(true);
    m_brush[label]->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    group->addButton(m_brush[label], label);
    brushes->addWidget(m_brush[label]);
  }
  m_brush[1]->setChecked(true);
  return brushes;
}

QWidget* MakeDataDialog::buildPaint() {
  m_kind = named(new QComboBox, "paintKind");
  m_kind->addItem(QString(), QStringLiteral("classes"));
  m_kind->addItem(QString(), QStringLiteral("curve"));
  m_undo = named(new QPushButton, "paintUndo");
  m_redo = named(new QPushButton, "paintRedo");
  m_clear = named(new QPushButton, "paintClear");
  for (QPushButton* button : {m_undo, m_redo, m_clear}) button->setAutoDefault(false);
  m_hint = new QLabel;
  nameWidget(m_hint, QStringLiteral("paintHint"));
  m_hint->setWordWrap(true);
  m_hint->setProperty("role", "muted");
  m_keys = new QLabel;
  m_keys->setWordWrap(true);
  m_keys->setProperty("role", "muted");
  auto* side = new QVBoxLayout;
  side->setSpacing(12);
  side->addWidget(m_kind);
  side->addLayout(buildBrushes());
  for (QPushButton* button : {m_undo, m_redo, m_clear}) side->addWidget(button);
  side->addWidget(m_hint);
  side->addWidget(m_keys);
  side->addStretch(1);
  m_plane = named(new PaintPlane(m_theme, PaintPlane::Mode::paint), "paintPlane");
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("paint"));
  auto* layout = new QHBoxLayout(page);
  layout->setContentsMargins(16, 16, 16, 16);
  layout->setSpacing(24);
  layout->addLayout(side, 2);
  layout->addWidget(m_plane, 3);
  return page;
}

void MakeDataDialog::retranslate() {
  setWindowTitle(tr("Make data"));
  setWords(m_tabs, tr("Make data"), {});
  m_tabs->setTabText(0, tr("Generate"));
  m_tabs->setTabText(1, tr("Paint"));
  setButtonWords(m_accept, tr("Use this data"), tr("Open this table as the data"));
  setButtonWords(m_cancel, tr("Cancel"), tr("Close without a table"));
  retranslateGenerate();
  retranslatePaint();
}

void MakeDataDialog::retranslateGenerate() {
  for (int i = 0; i < shapeCount; ++i) m_shape->setItemText(i, shapeTitle(static_cast<Shape>(i)));
  setWords(m_shape, tr("Shape"), tr("What the points look like"));
  setWords(m_noise, tr("Noise"), tr("How much chance is in the points, 0 to 0.5"));
  setWords(m_rows, tr("Rows"), tr("How many points"));
  setWords(m_seed, tr("Seed"), tr("The same number, the same points"));
  m_shapeText->setText(tr("Shape"));
  m_noiseText->setText(tr("Noise"));
  m_rowsText->setText(tr("Rows"));
  m_seedText->setText(tr("Seed"));
  setWords(m_preview, tr("Preview"), tr("The generated points"));
}

void MakeDataDialog::retranslatePaint() {
  m_kind->setItemText(0, tr("Two classes"));
  m_kind->setItemText(1, tr("A curve y(x)"));
  setWords(m_kind, tr("Kind"), tr("Two classes, or points of a curve"));
  for (int label = 0; label < 2; ++label)
    setButtonWords(m_brush[label], tr("class %1").arg(label),
                   tr("Paint this class (key %1)").arg(label + 1));
  setButtonWords(m_undo, tr("Undo"), tr("Take the last stroke back (Ctrl+Z)"));
  setButtonWords(m_redo, tr("Redo"), tr("Do the last stroke again (Ctrl+Shift+Z)"));
  setButtonWords(m_clear, tr("Clear"), tr("Remove all points; can be undone"));
  retranslateKeys();
  setWords(m_plane, tr("Plane to paint in"), tr("Click to set points"));
}

/// A curve has no classes to choose from.
void MakeDataDialog::retranslateKeys() {
  m_keys->setText(
      m_kind->currentIndex() == 1
          ? tr("Click or drag to paint; Shift+click erases. Keys: arrows, Enter, Delete.")
          : tr("Click or drag to paint; the right button paints the other class, "
               "Shift+click erases. Keys: arrows, Enter, Delete, 1, 2."));
}

/// The points as the plane draws them.
void MakeDataDialog::refreshSwatches() {
  for (int label = 0; label < 2; ++label) {
    QPixmap picture(32, 32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    PaintPlane::drawShape(painter, m_theme.colors(), label, QPointF(16.0, 16.0), 12.0);
    m_brush[label]->setIcon(QIcon(picture));
  }
}

void MakeDataDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_accept) {
    retranslate();
    describe();
    refreshAccept(); // the hint says what is missing
  }
  QDialog::changeEvent(event);
}

void MakeDataDialog::connectAll() {
  connect(this, &QDialog::accepted, this, &MakeDataDialog::offer);
  connect(m_shape, &QComboBox::currentIndexChanged, this, &MakeDataDialog::refreshPreview);
  connect(m_noise, &QSlider::valueChanged, this, &MakeDataDialog::refreshPreview);
  connect(m_rows, &QSpinBox::valueChanged, this, &MakeDataDialog::refreshPreview);
  connect(m_seed, &QSpinBox::valueChanged, this, &MakeDataDialog::refreshPreview);
  connect(m_tabs, &QTabWidget::currentChanged, this, &MakeDataDialog::refreshAccept);
}

void MakeDataDialog::connectPaint() {
  connect(m_kind, &QComboBox::currentIndexChanged, this, &MakeDataDialog::refreshPaint);
  connect(m_kind, &QComboBox::currentIndexChanged, this, &MakeDataDialog::retranslateKeys);
  connect(&m_theme, &Theme::changed, this, &MakeDataDialog::refreshSwatches);
  refreshSwatches();
  for (int label = 0; label < 2; ++label)
    connect(m_brush[label], &QToolButton::clicked, m_plane,
            [this, label] { m_plane->setBrush(label); });
  connect(m_plane, &PaintPlane::brushChanged, this,
          [this](int label) { m_brush[label]->setChecked(true); });
  connect(m_plane, &PaintPlane::pointsChanged, this, &MakeDataDialog::refreshPaint);
  QUndoStack& undo = m_plane->undoStack();
  connect(m_undo, &QPushButton::clicked, &undo, &QUndoStack::undo);
  connect(m_redo, &QPushButton::clicked, &undo, &QUndoStack::redo);
  connect(m_clear, &QPushButton::clicked, m_plane, &PaintPlane::clear);
  connect(&undo, &QUndoStack::indexChanged, this, &MakeDataDialog::refreshPaint);
}

bool MakeDataDialog::paints() const {
  return m_tabs->currentIndex() == 1;
}

void MakeDataDialog::setSpec(const GeneratorSpec& spec) {
  m_shape->setCurrentIndex(static_cast<int>(spec.shape));
  m_noise->setValue(static_cast<int>(std::lround(100.0 * spec.noise)));
  m_rows->setValue(spec.rows);
  m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(spec.seed, largestGeneratorSeed)));
}

void MakeDataDialog::setPainting(const Painting& painting) {
  m_kind->setCurrentIndex(painting.curve ? 1 : 0);
  m_plane->setPoints(painting.points);
  m_tabs->setCurrentIndex(1);
}

GeneratorSpec MakeDataDialog::spec() const {
  return {static_cast<Shape>(m_shape->currentIndex()), m_rows->value(), m_noise->value() / 100.0,
          static_cast<std::uint64_t>(m_seed->value())};
}

Painting MakeDataDialog::painting() const {
  return {m_plane->points(), m_plane->isCurve()};
}

bool MakeDataDialog::usable() const {
  if (!paints()) return true;
  const auto& points = m_plane->points();
  const auto ones = std::count_if(points.begin(), points.end(),
                                  [](const PaintedPoint& point) { return point.label != 0; });
  const bool bothClasses = ones > 0 && ones < static_cast<std::ptrdiff_t>(points.size());
  return points.size() >= fewestPoints && (m_plane->isCurve() || bothClasses);
}

void MakeDataDialog::offer() {
  if (paints())
    emit painted(painting());
  else
    emit generated(spec());
}

void MakeDataDialog::refreshPreview() {
  // A preview needs no more points than the eye can tell apart.
  GeneratorSpec shown = spec();
  shown.rows = std::min(shown.rows, mostPreviewed);
  m_preview->showTable(*generate(shown), isClassification(shown.shape));
  m_noiseValue->setText(QString::number(shown.noise, 'f', 2));
  describe();
  refreshAccept();
}

void MakeDataDialog::refreshPaint() {
  const bool curve = m_kind->currentIndex() == 1;
  m_plane->setCurve(curve);
  for (QToolButton* brush : m_brush) brush->setEnabled(!curve);
  const QUndoStack& undo = m_plane->undoStack();
  m_undo->setEnabled(undo.canUndo());
  m_redo->setEnabled(undo.canRedo());
  m_clear->setEnabled(!m_plane->points().empty());
  describe();
  refreshAccept();
}

/// What the two pictures show, for who cannot see them.
void MakeDataDialog::describe() {
  const GeneratorSpec made = spec();
  m_preview->setAccessibleDescription(tr("%1: %2 points with a noise of %3.")
                                          .arg(shapeTitle(made.shape), Words::count(made.rows),
                                               QString::number(made.noise, 'f', 2)));
  const auto& points = m_plane->points();
  const auto ones = std::count_if(points.begin(), points.end(),
                                  [](const PaintedPoint& point) { return point.label != 0; });
  m_plane->setAccessibleDescription(
      m_plane->isCurve() ? tr("A curve of %1 painted points.").arg(Words::count(std::ssize(points)))
                         : tr("%1 painted points of class 0 and %2 of class 1.")
                               .arg(Words::count(std::ssize(points) - ones), Words::count(ones)));
}

void MakeDataDialog::refreshAccept() {
  if (!m_accept) return;
  m_accept->setEnabled(usable());
  const auto count = static_cast<int>(m_plane->points().size());
  m_hint->setText(!paints() || usable() ? tr("%n points", nullptr, count)
                  : m_plane->isCurve()  ? tr("Click at least 4 points of a curve.")
                                        : tr("Click at least 4 points, some of each class."));
}

} // namespace layerlab

#include "moc_makedata.cpp"
