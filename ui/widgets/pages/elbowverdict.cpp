#include "ui/widgets/pages/elbowverdict.h"

#include "ui/widgets/pages/elbowwords.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"

#include <QEvent>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace layerlab {
namespace {

constexpr std::size_t leastCounts = 4; // below, no elbow can show

} // namespace

ElbowVerdict::ElbowVerdict(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench) {
  build();
  connect(m_adopt, &QPushButton::clicked, this, &ElbowVerdict::adopt);
  connect(m_continue, &QPushButton::clicked, &workbench, &Workbench::continueSweep);
  clear();
}

void ElbowVerdict::build() {
  m_verdict = new QLabel(this);
  nameWidget(m_verdict, QStringLiteral("elbowVerdict"));
  m_verdict->setProperty("role", "title");
  m_meaning = new QLabel(this);
  nameWidget(m_meaning, QStringLiteral("elbowMeaning"));
  m_meaning->setWordWrap(true);
  m_meaning->setProperty("role", "muted");
  m_adopt = new QPushButton(this);
  nameWidget(m_adopt, QStringLiteral("adoptUnitsButton"));
  m_progress = new QProgressBar(this);
  m_progress->setObjectName(QStringLiteral("sweepProgress"));
  m_progress->setTextVisible(false);
  m_progress->setFixedSize(120, 6);
  m_progressText = new QLabel(this);
  m_progressText->setObjectName(QStringLiteral("sweepProgressText"));
  m_progressText->setProperty("role", "muted");
  m_continue = new QPushButton(this);
  nameWidget(m_continue, QStringLiteral("sweepContinueButton"));
  m_continue->hide();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(m_verdict);
  row->addWidget(m_meaning, 1);
  row->addWidget(m_progress);
  row->addWidget(m_progressText);
  row->addWidget(m_continue);
  row->addWidget(m_adopt);
}

void ElbowVerdict::clear(bool guessed) {
  m_adoptUnits = 0;
  setWords(m_adopt, tr("Use the elbow"), tr("Give the layer as many units as the elbow says"));
  m_verdict->clear();
  m_verdict->hide();
  m_meaning->setText(guessed ? tr("Press Start: the network is trained with each number of units.")
                             : tr("The elbow is where more units stop helping much."));
  m_adopt->hide();
}

void ElbowVerdict::show(const ElbowCurve& curve, const ElbowOptions& options, int guess) {
  const Elbow& elbow = curve.elbow();
  if (m_workbench.isSweeping() && elbow.strength == ElbowStrength::tooFew &&
      curve.rows().size() >= leastCounts) {
    clear();
    m_meaning->setText(tr("The elbow shows up once four counts are through."));
    return;
  }
  QStringList sentences{ElbowWords::meaning(curve, options)};
  if (!m_workbench.isSweeping()) sentences << ElbowWords::guess(guess, elbow);
  sentences.removeAll(QString());
  m_verdict->setText(curve.isDrowned() ? tr("not clear") : ElbowWords::verdict(elbow));
  m_verdict->show();
  m_meaning->setText(sentences.join(QLatin1Char(' ')));
  m_adoptUnits = static_cast<int>(elbow.units.value_or(0.0));
  const bool smallest = elbow.strength == ElbowStrength::flat && !curve.isDrowned();
  if (smallest && !curve.rows().empty()) m_adoptUnits = curve.rows().front().units;
  refreshAdopt();
}

QString ElbowVerdict::text() const {
  if (m_verdict->text().isEmpty()) return m_meaning->text();
  return QStringLiteral("%1. %2").arg(m_verdict->text(), m_meaning->text());
}

void ElbowVerdict::refreshAdopt() {
  m_adopt->setVisible(m_adoptUnits > 0);
  m_adopt->setText(tr("Use %n units", nullptr, m_adoptUnits));
  setWords(m_adopt, m_adopt->text(), tr("Give the layer this many units; it can be undone"));
}

void ElbowVerdict::refreshProgress() {
  const bool running = m_workbench.isSweeping();
  m_progress->setVisible(running);
  m_progressText->setVisible(running);
  const int total = m_workbench.sweepTotal();
  const int done = m_workbench.sweepDone();
  m_progress->setRange(0, std::max(1, total));
  m_progress->setValue(done);
  const double left = m_workbench.sweepSecondsLeft();
  m_progressText->setText(
      left > 0.0 ? tr("%1 of %2, %3 left").arg(done).arg(total).arg(Words::duration(left))
                 : tr("%1 of %2").arg(done).arg(total));
  refreshContinue();
}

void ElbowVerdict::refreshContinue() {
  m_continue->setVisible(m_workbench.canContinueSweep());
  m_continue->setText(tr("Continue"));
  setWords(m_continue, tr("Continue the sweep"),
           tr("Train what is still missing of the stopped sweep, with the settings it had"));
}

void ElbowVerdict::adopt() {
  Session& session = m_workbench.session();
  if (m_adoptUnits < 1 || !session.sweep()) return;
  const auto layer = static_cast<std::size_t>(session.sweep()->spec.layer);
  const int units = m_adoptUnits;
  session.edit(m_adopt->text(), {}, [layer, units](Design& design) {
    const std::vector<std::size_t> dense = design.network.denseLayers();
    if (layer < dense.size()) design.network.layers[dense[layer - 1]].units = units;
  });
}

void ElbowVerdict::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    refreshAdopt();
    refreshProgress();
  }
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_elbowverdict.cpp"
