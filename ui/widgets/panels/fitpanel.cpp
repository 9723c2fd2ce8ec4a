#include "ui/widgets/panels/fitpanel.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/ratespin.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <limits>

namespace layerlab {
namespace {

constexpr int largestSeed = std::numeric_limits<int>::max();
constexpr int usualPatience = 10;

int clampedInt(std::uint64_t value) {
  return static_cast<int>(std::min<std::uint64_t>(value, largestSeed));
}

} // namespace

FitPanel::FitPanel(const Theme& theme, Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_section(new Section(theme, QStringLiteral("trainingSection"), this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_section);
  build();
  buildStopping();
  connectCompile();
  connectFit();
  connectStopping();
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::designPart | Session::tablePart)) refresh();
  });
  connect(&workbench, &Workbench::trainStateChanged, this, [this] {
    if (m_workbench.trainState() == Workbench::TrainState::preparing) m_message->clear();
  });
  connect(&theme, &Theme::changed, this,
          [this] { m_dice->setIcon(m_theme.icon(QStringLiteral("dice"))); });
  retranslate();
}

QSpinBox* FitPanel::makeSpin(const QString& name, int from, int to) {
  auto* spin = new QSpinBox(this);
  nameWidget(spin, name);
  spin->setRange(from, to);
  spin->setKeyboardTracking(false);
  spin->setMinimumWidth(64);
  calmWheel(spin);
  return spin;
}

void FitPanel::build() {
  m_message = new MessageRow(m_theme, QStringLiteral("trainingMessage"), this);
  m_loss = makeCombo(QStringLiteral("lossCombo"), this);
  m_optimizer = makeCombo(QStringLiteral("optimizerCombo"), this);
  m_rate = new RateSpin(this);
  nameWidget(m_rate, QStringLiteral("learningRateSpin"));
  m_rate->setMinimumWidth(64);
  calmWheel(m_rate);
  m_batch = makeSpin(QStringLiteral("batchSpin"), 1, 1'000'000'000);
  m_epochs = makeSpin(QStringLiteral("epochsSpin"), 1, 1'000'000'000);
  m_lossField = new Field(m_loss, this);
  m_optimizerField = new Field(m_optimizer, this);
  m_rateField = new Field(m_rate, this);
  m_batchField = new Field(m_batch, this);
  m_epochsField = new Field(m_epochs, this);
  QVBoxLayout* body = m_section->body();
  body->addWidget(m_message);
  body->addWidget(m_lossField);
  body->addLayout(pair(m_optimizerField, m_rateField));
  body->addLayout(pair(m_batchField, m_epochsField));
}

void FitPanel::buildStopping() {
  m_seed = makeSpin(QStringLiteral("seedSpin"), 0, largestSeed);
  m_dice = new QToolButton(this);
  nameWidget(m_dice, QStringLiteral("seedDiceButton"));
  m_dice->setAutoRaise(true);
  m_dice->setIconSize({14, 14});
  m_dice->setStyleSheet(QStringLiteral("padding: 0 4px"));
  m_shuffle = new QCheckBox(this);
  nameWidget(m_shuffle, QStringLiteral("shuffleCheck"));
  m_stopEarly = new QCheckBox(this);
  nameWidget(m_stopEarly, QStringLiteral("earlyStoppingCheck"));
  m_patience = makeSpin(QStringLiteral("patienceSpin"), 0, 1'000'000);
  m_restoreBest = new QCheckBox(this);
  nameWidget(m_restoreBest, QStringLiteral("restoreBestCheck"));
  m_seedField = new Field(m_seed, this);
  m_seedField->addBeside(m_dice);
  m_patienceField = new Field(m_patience, this);
  QVBoxLayout* body = m_section->body();
  body->addLayout(pair(m_seedField, m_patienceField));
  body->addWidget(m_stopEarly);
  body->addWidget(m_restoreBest);
  body->addWidget(m_shuffle);
}

void FitPanel::editFit(const QString& text, const std::function<void(FitSpec&)>& change) {
  m_session.edit(text, {}, [&change](Design& design) { change(design.fit); });
}

void FitPanel::connectCompile() {
  connect(m_loss, &QComboBox::currentIndexChanged, this, [this](int index) {
    editFit(tr("Loss"), [index](FitSpec& fit) { fit.loss = static_cast<Loss>(index); });
  });
  connect(m_optimizer, &QComboBox::currentIndexChanged, this, [this](int index) {
    const auto kind = static_cast<OptimizerKind>(index);
    editFit(tr("Optimizer"), [kind](FitSpec& fit) {
      OptimizerSpec& optimizer = fit.optimizer;
      // A rate nobody touched follows Keras' default of the new kind.
      if (optimizer.learningRate == defaultLearningRate(optimizer.kind))
        optimizer.learningRate = defaultLearningRate(kind);
      optimizer.kind = kind;
    });
  });
  connect(m_rate, &QDoubleSpinBox::valueChanged, this,
          [this](double rate) { m_workbench.setLearningRate(rate); });
}

void FitPanel::connectFit() {
  connect(m_batch, &QSpinBox::valueChanged, this, [this](int rows) {
    editFit(tr("Batch size"), [rows](FitSpec& fit) { fit.batchSize = rows; });
  });
  connect(m_epochs, &QSpinBox::valueChanged, this, [this](int epochs) {
    editFit(tr("Epochs"), [epochs](FitSpec& fit) { fit.epochs = epochs; });
  });
  connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
    editFit(tr("Seed"), [seed](FitSpec& fit) { fit.seed = static_cast<std::uint64_t>(seed); });
  });
  connect(m_dice, &QToolButton::clicked, this,
          [this] { m_seed->setValue(QRandomGenerator::global()->bounded(1, 10'000)); });
  connect(m_shuffle, &QCheckBox::toggled, this,
          [this](bool on) { editFit(tr("Shuffle"), [on](FitSpec& fit) { fit.shuffle = on; }); });
}

void FitPanel::connectStopping() {
  connect(m_stopEarly, &QCheckBox::toggled, this, [this](bool on) {
    const int patience = m_patience->value();
    editFit(tr("Early stopping"), [on, patience](FitSpec& fit) {
      fit.earlyStopping.reset();
      if (on) fit.earlyStopping = EarlyStopping{};
      if (on) fit.earlyStopping->patience = patience;
    });
  });
  connect(m_patience, &QSpinBox::valueChanged, this, [this](int patience) {
    editFit(tr("Patience"), [patience](FitSpec& fit) {
      if (fit.earlyStopping) fit.earlyStopping->patience = patience;
    });
  });
  connect(m_restoreBest, &QCheckBox::toggled, this, [this](bool on) {
    editFit(tr("Best weights"), [on](FitSpec& fit) {
      if (fit.earlyStopping) fit.earlyStopping->restoreBestWeights = on;
    });
  });
}

void FitPanel::tell(const Notice& notice) {
  m_message->tell(notice);
}

QWidget* FitPanel::messageRow() const {
  return m_message;
}

void FitPanel::refresh() {
  const FitSpec& fit = m_session.design().fit;
  const std::array<QSignalBlocker, 6> silence{QSignalBlocker(m_loss),   QSignalBlocker(m_optimizer),
                                              QSignalBlocker(m_rate),   QSignalBlocker(m_batch),
                                              QSignalBlocker(m_epochs), QSignalBlocker(m_seed)};
  m_loss->setCurrentIndex(static_cast<int>(fit.loss));
  m_optimizer->setCurrentIndex(static_cast<int>(fit.optimizer.kind));
  m_rate->setValue(fit.optimizer.learningRate);
  m_batch->setValue(fit.batchSize);
  m_epochs->setValue(fit.epochs);
  m_seed->setValue(clampedInt(fit.seed));
  refreshStopping();
}

void FitPanel::refreshStopping() {
  const FitSpec& fit = m_session.design().fit;
  const std::optional<EarlyStopping>& stopping = fit.earlyStopping;
  const std::array<QSignalBlocker, 4> silence{
      QSignalBlocker(m_shuffle), QSignalBlocker(m_stopEarly), QSignalBlocker(m_patience),
      QSignalBlocker(m_restoreBest)};
  m_shuffle->setChecked(fit.shuffle);
  m_stopEarly->setChecked(stopping.has_value());
  m_patience->setValue(stopping ? stopping->patience : usualPatience);
  m_restoreBest->setChecked(stopping && stopping->restoreBestWeights);
  m_patienceField->setEnabled(stopping.has_value());
  m_restoreBest->setEnabled(stopping.has_value());
}

void FitPanel::retranslate() {
  m_section->setTitle(tr("Training"), tr("Fold or unfold the training settings"));
  m_lossField->setTexts(tr("Loss"), tr("What training makes as small as it can"));
  m_optimizerField->setTexts(tr("Optimizer"), tr("The rule that changes the weights"));
  m_rateField->setTexts(tr("Learning rate"),
                        tr("Size of each step; may be changed while training"));
  m_batchField->setTexts(tr("Batch size"), tr("Rows between two changes of the weights"));
  m_epochsField->setTexts(tr("Epochs"), tr("How often all training rows are seen"));
  m_seedField->setTexts(tr("Seed"), tr("Same seed, same initial weights and order of rows"));
  setWords(m_dice, tr("Another seed"), tr("Draw another seed"));
  m_dice->setIcon(m_theme.icon(QStringLiteral("dice")));
  m_patienceField->setTexts(tr("Patience"),
                            tr("Epochs without a lower val_loss before training stops"));
  m_stopEarly->setText(tr("Stop early"));
  setWords(m_stopEarly, tr("Stop early"), tr("Stop when val_loss no longer falls"));
  m_restoreBest->setText(tr("Keep the best weights"));
  setWords(m_restoreBest, tr("Keep the best weights"),
           tr("At the end go back to the weights with the lowest val_loss"));
  m_shuffle->setText(tr("Shuffle every epoch"));
  setWords(m_shuffle, tr("Shuffle every epoch"), tr("Another order of the rows in every epoch"));
  const QSignalBlocker loss(m_loss);
  fillCombo(m_loss,
            {{QStringLiteral("mse"), QStringLiteral("mse"), tr("Mean squared error: regression")},
             {QStringLiteral("mae"), QStringLiteral("mae"),
              tr("Mean absolute error: regression, calm about outliers")},
             {QStringLiteral("huber"), QStringLiteral("huber"),
              tr("Squared for small errors, absolute for large ones")},
             {QStringLiteral("binary_crossentropy"), QStringLiteral("binary_crossentropy"),
              tr("2 classes, or several yes/no targets")},
             {QStringLiteral("categorical_crossentropy"),
              QStringLiteral("categorical_crossentropy"), tr("3 or more classes")}});
  QVector<Choice> optimizers;
  for (int i = 0; i <= static_cast<int>(OptimizerKind::adamax); ++i) {
    const QString name = QLatin1String(kerasName(static_cast<OptimizerKind>(i)));
    optimizers << Choice{name, name, {}};
  }
  fillCombo(m_optimizer, optimizers);
  refresh();
}

void FitPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_fitpanel.cpp"
