#include "ui/widgets/panels/weighteditor.h"

#include "ui/widgets/canvas/canvastexts.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/ratespin.h"

#include <QKeyEvent>
#include <QScreen>

#include <algorithm>
#include <cmath>

namespace layerlab {

/// Weights of any size and sign; one press is a tenth of the weight's size.
class WeightSpin : public RateSpin {
public:
  explicit WeightSpin(QWidget* parent) : RateSpin(parent) {
    setRange(-1e6, 1e6);
    setDecimals(9);
  }
  void stepBy(int steps) override {
    const double size = std::max(std::abs(value()), 0.1);
    const double step = 0.1 * std::pow(10.0, std::floor(std::log10(size)));
    setValue(std::round((value() + steps * step) * 1e6) * 1e-6);
  }
};

namespace {

int denseIndex(const NetworkSpec& network, std::size_t dense) {
  const auto layers = network.denseLayers();
  return dense < layers.size() ? static_cast<int>(layers[dense]) : -1;
}

QComboBox* choices(QWidget* parent, const QString& name, const QStringList& texts, int first) {
  QComboBox* combo = makeCombo(name, parent);
  for (int i = 0; i < texts.size(); ++i) combo->addItem(texts[i], first + i);
  combo->setMinimumContentsLength(14);
  return combo;
}

} // namespace

WeightEditor::WeightEditor(Workbench& workbench, CanvasModel model, const WeightPlace& place,
                           QWidget* parent)
    : QFrame(parent, Qt::Popup), m_workbench(workbench), m_model(std::move(model)),
      m_dense(place.dense) {
  nameWidget(this, QStringLiteral("weightEditor"));
  setAttribute(Qt::WA_DeleteOnClose);
  setProperty("card", true);
  build(place);
  connect(m_from, &QComboBox::currentIndexChanged, this, &WeightEditor::showWeight);
  connect(m_to, &QComboBox::currentIndexChanged, this, &WeightEditor::showWeight);
  connect(&workbench.session(), &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::designPart | Session::tablePart))
      close(); // other places now
    else if (parts & Session::weightsPart)
      showWeight();
  });
  connect(m_value, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    m_workbench.setWeight(this->place(), static_cast<float>(value));
  });
  showWeight();
}

void WeightEditor::build(const WeightPlace& place) {
  const int layer = denseIndex(m_model.network, m_dense);
  const LayerSpec& spec = m_model.network.layers[static_cast<std::size_t>(layer)];
  const int before = m_dense > 0 ? denseIndex(m_model.network, m_dense - 1) : -1;
  const int width = widthBefore(m_model, layer);
  QStringList from;
  if (spec.useBias) from << tr("bias");
  for (int i = 0; i < width; ++i) from << neuronName(m_model, before, i);
  QStringList to;
  for (int i = 0; i < spec.units; ++i) to << neuronName(m_model, layer, i);
  m_from = choices(this, QStringLiteral("weightFromCombo"), from, spec.useBias ? -1 : 0);
  m_to = choices(this, QStringLiteral("weightToCombo"), to, 0);
  showChoice(m_from, place.input);
  showChoice(m_to, place.unit);
  m_value = new WeightSpin(this);
  nameWidget(m_value, QStringLiteral("weightSpin"));
  auto* fromField = new Field(m_from, this);
  auto* toField = new Field(m_to, this);
  auto* valueField = new Field(m_value, this);
  fromField->setTexts(tr("From"), tr("The neuron in front, or the bias"));
  toField->setTexts(tr("To"), tr("The neuron whose sum it enters"));
  valueField->setTexts(tr("Weight"), tr("Its value now; Enter sets another, Ctrl+Z takes it back"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 12);
  column->setSpacing(8);
  column->addLayout(pair(fromField, toField));
  column->addWidget(valueField);
}

WeightPlace WeightEditor::place() const {
  return {m_dense, m_from->currentData().toInt(), m_to->currentData().toInt()};
}

/// As they are now; before the first fit as they will be drawn.
void WeightEditor::showWeight() {
  const Session& session = m_workbench.session();
  Weights weights = session.weights() ? *session.weights()
                                      : initialWeights(session.design().network,
                                                       session.outline()->inputNames.size(),
                                                       session.design().fit.seed);
  const float* now = weightAt(weights, place());
  if (m_value->hasFocus() && session.weights() && now &&
      static_cast<float>(m_value->value()) == *now)
    return; // typed just now
  const QSignalBlocker silence(m_value);
  m_value->setEnabled(now != nullptr);
  if (now) m_value->setValue(static_cast<double>(*now));
}

void WeightEditor::openAt(QPoint global) {
  adjustSize();
  const QRect room = screen()->availableGeometry();
  const QPoint at = global + QPoint(12, 12);
  move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())),
       std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
  show();
  m_value->setFocus(Qt::PopupFocusReason);
  m_value->selectAll();
}

void WeightEditor::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Undo)) return m_workbench.session().undoStack().undo();
  if (event->matches(QKeySequence::Redo)) return m_workbench.session().undoStack().redo();
  if (event->key() == Qt::Key_Escape) {
    close();
    return;
  }
  QFrame::keyPressEvent(event);
}

} // namespace layerlab

#include "moc_weighteditor.cpp"
