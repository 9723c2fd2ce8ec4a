#include "ui/widgets/panels/networkpane.h"

#include "ui/session/text.h"
#include "ui/widgets/inside/timebar.h"
#include "ui/widgets/panels/elidedlabel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/layerinspector.h"
#include "ui/widgets/panels/weighteditor.h"
#include "ui/widgets/panels/windowmemory.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QToolButton>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int newUnits = 8;
const QString inspectorKey = QStringLiteral("inspector");

QStringList names(const std::vector<std::string>& list) {
  QStringList out;
  for (const std::string& name : list) out << QString::fromStdString(name);
  return out;
}

QStringList outputNames(const Outline& outline, const PrepareSpec& data) {
  if (outline.task == Task::regression || outline.classes.empty()) return names(data.targets);
  // One sigmoid unit speaks for class 1.
  if (outline.classes.size() == 2) return {QString::fromStdString(outline.classes[1])};
  return names(outline.classes);
}

} // namespace

NetworkPane::NetworkPane(const Theme& theme, Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_canvas(new NetworkCanvas(theme, this)) {
  build();
  connectCanvas();
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::tablePart | Session::designPart | Session::outlinePart)) refresh();
  });
  connect(&workbench.timeline(), &Timeline::moved, this, &NetworkPane::refreshWeights);
  connect(&workbench, &Workbench::trainStateChanged, this, &NetworkPane::refreshProbe);
  connect(&theme, &Theme::changed, this, [this] {
    refreshIcons();
    // At a projector's type size the picture needs the room.
    m_inspector->setVisible(m_inspect->isChecked() && m_theme.textScale() < 1.2);
  });
  retranslate();
  refreshWeights();
}

/// Those in view: the newest, or those of a past epoch.
void NetworkPane::refreshWeights() {
  if (m_workbench.timeline().isNow()) return m_canvas->setWeights(m_session.weights());
  const auto weights = m_workbench.timeline().weights();
  m_canvas->setWeights(weights ? std::optional(*weights) : std::nullopt);
}

QToolButton* NetworkPane::makeTool(const QString& name) {
  auto* button = new QToolButton(this);
  nameWidget(button, name);
  button->setAutoRaise(true);
  button->setIconSize({16, 16});
  return button;
}

void NetworkPane::build() {
  setProperty("card", true);
  nameWidget(m_canvas, QStringLiteral("canvas"));
  m_canvas->setFrameShape(QFrame::NoFrame);
  m_title = new QLabel(this);
  m_title->setProperty("role", "title");
  m_summary = new ElidedLabel(this); // beside a lesson there is little room
  m_summary->setProperty("role", "muted");
  m_add = makeTool(QStringLiteral("addLayerButton"));
  m_zoomOut = makeTool(QStringLiteral("canvasZoomOutButton"));
  m_zoomIn = makeTool(QStringLiteral("canvasZoomInButton"));
  m_fit = makeTool(QStringLiteral("canvasFitButton"));
  m_inspect = makeTool(QStringLiteral("inspectorButton"));
  m_inspect->setCheckable(true);
  m_inspector = new LayerInspector(m_theme, m_session, this);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(4, 0, 0, 0);
  head->setSpacing(4);
  head->addWidget(m_title);
  head->addSpacing(8);
  head->addWidget(m_summary, 1);
  head->addWidget(new TimeBar(m_theme, m_workbench, this), 1);
  head->addSpacing(8);
  for (QToolButton* button : {m_add, m_zoomOut, m_zoomIn, m_fit, m_inspect})
    head->addWidget(button);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 8);
  column->setSpacing(0);
  column->addLayout(head);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(m_canvas, 1);
  row->addWidget(m_inspector);
  column->addLayout(row, 1);
  connect(m_inspect, &QToolButton::toggled, this, &NetworkPane::showInspector);
  showInspector(windowmemory::value(inspectorKey).toBool());
  connect(m_add, &QToolButton::clicked, this, &NetworkPane::addLayer);
  connect(m_zoomOut, &QToolButton::clicked, m_canvas, &NetworkCanvas::zoomOut);
  connect(m_zoomIn, &QToolButton::clicked, m_canvas, &NetworkCanvas::zoomIn);
  connect(m_fit, &QToolButton::clicked, m_canvas, &NetworkCanvas::fitToWindow);
}

void NetworkPane::connectCanvas() {
  connect(m_canvas, &NetworkCanvas::insertRequested, this, &NetworkPane::insertLayer);
  connect(m_canvas, &NetworkCanvas::removeRequested, this, &NetworkPane::removeLayer);
  connect(m_canvas, &NetworkCanvas::duplicateRequested, this, &NetworkPane::duplicateLayer);
  connect(m_canvas, &NetworkCanvas::moveRequested, this, &NetworkPane::moveLayer);
  connect(m_canvas, &NetworkCanvas::unitsChanged, this, &NetworkPane::setUnits);
  connect(m_canvas, &NetworkCanvas::activationChanged, this, &NetworkPane::setActivation);
  connect(m_canvas, &NetworkCanvas::layerSelected, m_inspector, &LayerInspector::showLayer);
  connect(m_canvas, &NetworkCanvas::weightClicked, this, [this](int dense, int input, int unit) {
    openWeight({static_cast<std::size_t>(dense), input, unit}, QCursor::pos());
  });
  connect(m_inspector, &LayerInspector::weightsRequested, this, [this](int dense) {
    openWeight({static_cast<std::size_t>(dense), 0, 0}, m_inspector->mapToGlobal(QPoint(0, 0)));
  });
}

void NetworkPane::openWeight(const WeightPlace& place, QPoint global) {
  if (!m_session.outline()) return;
  m_workbench.timeline().show(std::nullopt); // the newest weights are edited, never past ones
  (new WeightEditor(m_workbench, model(), place, this))->openAt(global);
}

void NetworkPane::showInspector(bool on) {
  const QSignalBlocker silence(m_inspect);
  m_inspect->setChecked(on);
  m_inspector->setVisible(on);
  m_inspector->showLayer(m_canvas->selectedLayer());
  windowmemory::setValue(inspectorKey, on);
}

bool NetworkPane::isOutput(int id) const {
  const std::vector<LayerSpec>& layers = m_session.design().network.layers;
  return !layers.empty() && layers.back().id == id;
}

void NetworkPane::insertLayer(int index) {
  int id = 0;
  m_session.edit(tr("Insert layer"), {}, [index, &id](Design& design) {
    std::vector<LayerSpec>& layers = design.network.layers;
    LayerSpec layer;
    layer.id = id = design.network.freeId();
    layer.units = newUnits;
    layer.activation = Activation::relu;
    const auto last = static_cast<std::ptrdiff_t>(layers.size());
    layers.insert(layers.begin() + std::clamp<std::ptrdiff_t>(index, 0, last), layer);
  });
  m_canvas->selectLayer(id);
}

/// The output layer stays: a network without one could not answer.
void NetworkPane::removeLayer(int id) {
  if (isOutput(id)) return;
  m_session.edit(tr("Remove layer"), {}, [id](Design& design) {
    std::erase_if(design.network.layers, [id](const LayerSpec& layer) { return layer.id == id; });
  });
}

void NetworkPane::duplicateLayer(int id) {
  if (isOutput(id)) return;
  int copyId = 0;
  m_session.edit(tr("Duplicate layer"), {}, [id, &copyId](Design& design) {
    const auto found = design.network.find(id);
    if (found == design.network.layers.end()) return;
    LayerSpec copy = *found;
    copy.id = copyId = design.network.freeId();
    design.network.layers.insert(found + 1, copy);
  });
  if (copyId != 0) m_canvas->selectLayer(copyId);
}

void NetworkPane::moveLayer(int id, int index) {
  if (isOutput(id)) return;
  m_session.edit(tr("Move layer"), {}, [id, index](Design& design) {
    std::vector<LayerSpec>& layers = design.network.layers;
    const auto found = design.network.find(id);
    if (found == layers.end()) return;
    const LayerSpec layer = *found;
    layers.erase(found);
    const auto beforeOutput = static_cast<std::ptrdiff_t>(layers.size()) - 1;
    layers.insert(layers.begin() + std::clamp<std::ptrdiff_t>(index, 0, beforeOutput), layer);
  });
}

void NetworkPane::setUnits(int id, int units) {
  m_session.edit(tr("Units"), QStringLiteral("units%1").arg(id), [id, units](Design& design) {
    const auto found = design.network.find(id);
    if (found != design.network.layers.end()) found->units = units;
  });
}

void NetworkPane::setActivation(int id, Activation activation) {
  m_session.edit(tr("Activation"), {}, [id, activation](Design& design) {
    const auto found = design.network.find(id);
    if (found != design.network.layers.end()) found->activation = activation;
  });
}

void NetworkPane::addLayer() {
  const std::size_t count = m_session.design().network.layers.size();
  insertLayer(count > 0 ? static_cast<int>(count) - 1 : 0);
}

void NetworkPane::duplicateSelected() {
  if (canEditSelected()) duplicateLayer(*m_canvas->selectedLayer());
}

void NetworkPane::removeSelected() {
  if (canEditSelected()) removeLayer(*m_canvas->selectedLayer());
}

bool NetworkPane::canEditSelected() const {
  const std::optional<int> id = m_canvas->selectedLayer();
  return id && !isOutput(*id);
}

void NetworkPane::followTaskAgain() {
  if (!m_session.outline()) return;
  const Outline outline = *m_session.outline();
  m_session.edit(tr("Output by the task"), {},
                 [&outline](Design& design) { followTask(design, outline); });
}

CanvasModel NetworkPane::model() const {
  CanvasModel model;
  const Design& design = m_session.design();
  model.network = design.network;
  if (!m_session.table()) return model;
  if (!m_session.outline()) {
    model.problem = text(m_session.outline().error());
    return model;
  }
  const Outline& outline = *m_session.outline();
  model.inputNames = names(outline.inputNames);
  model.outputNames = outputNames(outline, design.data);
  model.outputReason = Words::outputReason(design, m_session.outline());
  return model;
}

void NetworkPane::refresh() {
  m_canvas->setModel(model());
  refreshProbe();
  refreshSummary();
}

/// The training rows, as the network sees them, once a fit has prepared them.
void NetworkPane::refreshProbe() {
  const PreparedPtr data = m_workbench.prepared();
  if (data == m_probed) return;
  m_probed = data;
  static const Matrix none;
  m_canvas->setProbe(data ? data->xTrain : none);
}

void NetworkPane::refreshSummary() {
  const NetworkSpec& network = m_session.design().network;
  if (!m_session.table() || !m_session.outline()) {
    m_summary->clear();
    return;
  }
  const std::size_t inputs = m_session.outline()->inputNames.size();
  m_summary->setText(tr("%1 inputs · %2 layers · %3 parameters")
                         .arg(Words::count(static_cast<qint64>(inputs)),
                              Words::count(static_cast<qint64>(network.denseLayers().size())),
                              Words::count(network.parameterCount(inputs))));
}

void NetworkPane::refreshIcons() {
  m_add->setIcon(m_theme.icon(QStringLiteral("plus")));
  m_zoomOut->setIcon(m_theme.icon(QStringLiteral("zoom-out")));
  m_zoomIn->setIcon(m_theme.icon(QStringLiteral("zoom-in")));
  m_fit->setIcon(m_theme.icon(QStringLiteral("fit")));
  m_inspect->setIcon(m_theme.icon(QStringLiteral("settings")));
}

void NetworkPane::retranslate() {
  m_title->setText(tr("Network"));
  setWords(m_canvas, tr("Network"), m_canvas->toolTip());
  setWords(m_add, tr("Add a layer"), tr("Add a hidden layer in front of the output"));
  setWords(m_zoomOut, tr("Zoom out"), tr("Show the network smaller"));
  setWords(m_zoomIn, tr("Zoom in"), tr("Show the network larger"));
  setWords(m_fit, tr("Fit to window"), tr("Show the whole network"));
  setWords(m_inspect, tr("Settings of the layer"),
           tr("Initial weights, bias, L1, L2 and dropout of the chosen layer"));
  refreshIcons();
  refresh();
}

void NetworkPane::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

} // namespace layerlab

#include "moc_networkpane.cpp"
