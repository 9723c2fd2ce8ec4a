#include "ui/widgets/panels/layerinspector.h"

#include "ui/widgets/canvas/canvastexts.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/ratespin.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace layerlab {
namespace {

constexpr double firstPenalty = 1e-4; ///< one step up from none
constexpr double leastPenalty = 1e-6; ///< one step down from here is none
constexpr double largestDropout = 0.95;

/// A rate that may be none at all.
class PenaltySpin : public RateSpin {
public:
  explicit PenaltySpin(QWidget* parent) : RateSpin(parent) { setRange(0.0, 1000.0); }
  void stepBy(int steps) override {
    if (steps > 0 && value() == 0.0) return setValue(firstPenalty);
    if (steps < 0 && value() <= leastPenalty) return setValue(0.0);
    RateSpin::stepBy(steps);
  }
};

QDoubleSpinBox* named(QDoubleSpinBox* spin, const QString& name) {
  nameWidget(spin, name);
  spin->setMinimumWidth(64);
  calmWheel(spin);
  return spin;
}

} // namespace

LayerInspector::LayerInspector(const Theme& theme, Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_title(new QLabel(this)), m_empty(new QLabel(this)),
      m_fields(new QWidget(this)) {
  nameWidget(this, QStringLiteral("layerInspector"));
  m_title->setProperty("role", "heading");
  m_empty->setProperty("role", "muted");
  m_empty->setWordWrap(true);
  build();
  connectFields();
  connect(&session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::designPart | Session::tablePart)) refresh();
  });
  connect(&theme, &Theme::changed, this, [this, &theme] { setFixedWidth(theme.px(208)); });
  setFixedWidth(theme.px(208));
  retranslate();
}

void LayerInspector::build() {
  m_initializer = makeCombo(QStringLiteral("initializerCombo"), this);
  m_l1 = named(new PenaltySpin(this), QStringLiteral("l1Spin"));
  m_l2 = named(new PenaltySpin(this), QStringLiteral("l2Spin"));
  m_dropout = named(new QDoubleSpinBox(this), QStringLiteral("dropoutSpin"));
  m_dropout->setLocale(QLocale::c());
  m_dropout->setRange(0.0, largestDropout);
  m_dropout->setSingleStep(0.05);
  m_dropout->setKeyboardTracking(false);
  m_bias = new QCheckBox(this);
  nameWidget(m_bias, QStringLiteral("biasCheck"));
  m_weights = new QPushButton(this);
  nameWidget(m_weights, QStringLiteral("layerWeightsButton"));
  m_initializerField = new Field(m_initializer, this);
  m_l1Field = new Field(m_l1, this);
  m_l2Field = new Field(m_l2, this);
  m_dropoutField = new Field(m_dropout, this);
  auto* form = new QVBoxLayout(m_fields);
  form->setContentsMargins(0, 0, 4, 0);
  form->setSpacing(8);
  form->addWidget(m_initializerField);
  form->addLayout(pair(m_l1Field, m_l2Field));
  form->addWidget(m_dropoutField);
  form->addWidget(m_bias);
  form->addWidget(m_weights);
  form->addWidget(m_empty);
  form->addStretch(1);
  auto* area = new QScrollArea(this);
  area->setWidget(m_fields);
  m_fields->setAutoFillBackground(false); // the card shows through
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusPolicy(Qt::NoFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(m_title);
  column->addWidget(area, 1);
}

void LayerInspector::connectFields() {
  connect(m_initializer, &QComboBox::currentIndexChanged, this, [this](int index) {
    edit(tr("Initial weights"), "",
         [index](LayerSpec& layer) { layer.kernelInitializer = static_cast<Initializer>(index); });
  });
  connect(m_l1, &QDoubleSpinBox::valueChanged, this, [this](double l1) {
    edit(tr("L1"), "l1", [l1](LayerSpec& layer) { layer.kernelRegularizer.l1 = l1; });
  });
  connect(m_l2, &QDoubleSpinBox::valueChanged, this, [this](double l2) {
    edit(tr("L2"), "l2", [l2](LayerSpec& layer) { layer.kernelRegularizer.l2 = l2; });
  });
  connect(m_dropout, &QDoubleSpinBox::valueChanged, this, &LayerInspector::setDropout);
  connect(m_bias, &QCheckBox::toggled, this, [this](bool on) {
    edit(tr("Bias"), "", [on](LayerSpec& layer) { layer.useBias = on; });
  });
  connect(m_weights, &QPushButton::clicked, this, [this] {
    const auto& layers = m_session.design().network.layers;
    int dense = 0;
    for (const LayerSpec& layer : layers) {
      if (layer.id == m_id) return emit weightsRequested(dense);
      dense += layer.kind == LayerKind::dense;
    }
  });
}

void LayerInspector::edit(const QString& text, const char* key,
                          const std::function<void(LayerSpec&)>& change) {
  if (!m_id) return;
  const QString merge =
      *key ? QStringLiteral("%1 %2").arg(QLatin1String(key)).arg(*m_id) : QString();
  m_session.edit(text, merge, [this, &change](Design& design) {
    const auto found = design.network.find(*m_id);
    if (found != design.network.layers.end()) change(*found);
  });
}

/// On a dropout layer its rate; on a dense one that of the dropout layer behind it, which comes and
/// goes with it.
void LayerInspector::setDropout(double rate) {
  const LayerSpec* chosen = layer();
  if (!chosen) return;
  const LayerSpec* behind = chosen->kind == LayerKind::dropout ? chosen : dropoutBehind();
  const int id = behind ? behind->id : 0;
  const bool isNew = behind == nullptr;
  const bool goes = rate == 0.0 && chosen->kind == LayerKind::dense;
  m_session.edit(tr("Dropout"), QStringLiteral("dropout %1").arg(*m_id), [&](Design& design) {
    auto& layers = design.network.layers;
    const auto found = design.network.find(isNew ? *m_id : id);
    if (found == layers.end()) return;
    if (isNew && !goes) {
      LayerSpec dropout;
      dropout.id = design.network.freeId();
      dropout.kind = LayerKind::dropout;
      dropout.rate = rate;
      layers.insert(found + 1, dropout);
    } else if (goes && !isNew)
      layers.erase(found);
    else if (!isNew)
      found->rate = rate;
  });
}

const LayerSpec* LayerInspector::layer() const {
  const auto& layers = m_session.design().network.layers;
  const auto found = std::find_if(layers.begin(), layers.end(),
                                  [this](const LayerSpec& l) { return l.id == m_id; });
  return m_id && found != layers.end() ? &*found : nullptr;
}

const LayerSpec* LayerInspector::dropoutBehind() const {
  const auto& layers = m_session.design().network.layers;
  for (std::size_t i = 0; i + 1 < layers.size(); ++i)
    if (layers[i].id == m_id && layers[i + 1].kind == LayerKind::dropout) return &layers[i + 1];
  return nullptr;
}

void LayerInspector::showLayer(std::optional<int> id) {
  m_id = id;
  refresh();
}

void LayerInspector::refresh() {
  const LayerSpec* chosen = layer();
  const bool dense = chosen && chosen->kind == LayerKind::dense;
  const auto& layers = m_session.design().network.layers;
  const bool output = chosen && chosen->id == layers.back().id;
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_initializerField, m_l1Field, m_l2Field, m_bias, m_weights})
    widget->setVisible(dense);
  m_dropoutField->setVisible(chosen && !output);
  m_empty->setVisible(!chosen);
  m_title->setText(
      chosen ? layerName(m_session.design().network, static_cast<int>(chosen - layers.data()))
             : tr("Layer"));
  if (!chosen) return;
  if (dense) refreshDense(*chosen);
  const LayerSpec* dropout = dense ? dropoutBehind() : chosen;
  const QSignalBlocker silence(m_dropout);
  m_dropout->setValue(dropout ? dropout->rate : 0.0);
}

void LayerInspector::refreshDense(const LayerSpec& layer) {
  const std::array<QSignalBlocker, 4> silence{QSignalBlocker(m_initializer), QSignalBlocker(m_l1),
                                              QSignalBlocker(m_l2), QSignalBlocker(m_bias)};
  m_initializer->setCurrentIndex(static_cast<int>(layer.kernelInitializer));
  m_l1->setValue(layer.kernelRegularizer.l1);
  m_l2->setValue(layer.kernelRegularizer.l2);
  m_bias->setChecked(layer.useBias);
}

void LayerInspector::fillInitializers() {
  QVector<Choice> choices;
  for (int i = 0; i < initializerCount; ++i) {
    const QString name = QLatin1String(kerasName(static_cast<Initializer>(i)));
    choices << Choice{name, name, {}};
  }
  fillCombo(m_initializer, choices);
}

void LayerInspector::retranslate() {
  setWords(this, tr("Settings of the layer"), {});
  fillInitializers();
  m_initializerField->setTexts(
      tr("Initial weights"), tr("How the weights are drawn before training (kernel_initializer)"));
  m_l1Field->setTexts(tr("L1"), tr("Penalty on the size of the weights: makes many of them zero"));
  m_l2Field->setTexts(tr("L2"), tr("Penalty on the squares of the weights: keeps them small"));
  m_dropoutField->setTexts(tr("Dropout behind it"),
                           tr("Share of the outputs left out at random in each training step; 0: "
                              "none"));
  m_bias->setText(tr("Bias"));
  setWords(m_bias, tr("Bias"), tr("A number added to each neuron's sum (use_bias)"));
  m_weights->setText(tr("Weights…"));
  setWords(m_weights, tr("Weights"), tr("Look at single weights and change them"));
  m_empty->setText(tr("Choose a layer in the picture to see its settings."));
  refresh();
}

void LayerInspector::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

} // namespace layerlab

#include "moc_layerinspector.cpp"
