#include "ui/widgets/inside/stagespage.h"

#include "ui/widgets/inside/stagewords.h"
#include "ui/widgets/panels/words.h"

#include <QLabel>

// What the stages page says, apart from how it walks.

namespace layerlab {

QString StagesPage::ending() const {
  const FitStepper& stepper = m_walk->stepper();
  if (stepper.end() == FitEnd::diverged)
    return tr("The numbers left the range in epoch %1: the learning rate is too high.")
        .arg(stepper.divergedEpoch());
  return tr("The training is over after epoch %1.").arg(stepper.epoch());
}

/// An epoch of the live run with exactly these weights?
QString StagesPage::sameAsLive() const {
  if (!m_walk || !m_walk->stage() || !m_walk->epochDone()) return {};
  const int epoch = m_walk->stepper().epoch();
  const auto snapshots = m_workbench.timeline().snapshots();
  for (const Snapshot& one : snapshots)
    if (one.epoch == epoch && *one.weights == m_walk->stepper().weights())
      return tr("✓ Epoch %1 of the live run ended with the same weights, bit for bit.").arg(epoch);
  return {};
}

QString StagesPage::status() const {
  if (!m_walk || !m_walk->stage()) return {};
  const FitStepper& stepper = m_walk->stepper();
  const QString where = tr("epoch %1, batch %2 of %3: ")
                            .arg(stepper.epoch())
                            .arg(stepper.batch())
                            .arg(stepper.batchesPerEpoch());
  switch (*m_walk->stage()) {
  case LessonStage::weights:
    return tr("Initial weights, drawn with seed %1; biases are zero.").arg(m_design.fit.seed);
  case LessonStage::predict:
    return where + tr("%1 rows are predicted.").arg(stepper.batchRows().size());
  case LessonStage::error:
    return where + tr("the mean of the rows' losses is %1%2")
                       .arg(Words::figure(stepper.batchLoss()),
                            stepper.penalty() > 0.0
                                ? tr(", penalty %1 included").arg(Words::figure(stepper.penalty()))
                                : QString());
  case LessonStage::adjust:
    return where + tr("every weight takes step %1 at learning rate %2.")
                       .arg(stepper.steps())
                       .arg(Words::setting(stepper.learningRate()));
  case LessonStage::repeat:
    break;
  }
  if (!m_walk->epochDone())
    return m_walk->finished()
               ? ending()
               : where + tr("done, mean loss so far %1. Now the same with the next rows.")
                             .arg(Words::figure(stepper.runningLoss()));
  const EpochRecord& record = stepper.history().epochs.back();
  QString words = tr("epoch %1 done: loss %2, at its end %3")
                      .arg(record.epoch)
                      .arg(Words::figure(record.loss), Words::figure(record.trainLossEnd));
  if (record.valLoss) words += tr(", val_loss %1").arg(Words::figure(*record.valLoss));
  return words + (m_walk->finished() ? QStringLiteral(". ") + ending() : QString());
}

void StagesPage::spell(StagePart part, int row, int column) {
  if (!m_walk || !m_walk->stage()) return;
  const QString spelled = spelledCell(*m_walk, m_design, layer(), part, row, column);
  m_sum->setText(m_proof.isEmpty() ? spelled : QStringLiteral("%1     %2").arg(spelled, m_proof));
  m_board->setCurrent(part, row, column);
  markTerms(part, row, column);
}

/// The cells that go into the sum.
void StagesPage::markTerms(StagePart part, int row, int column) {
  switch (part) {
  case StagePart::a:
    m_board->mark(StagePart::z, row, column);
    m_board->mark(StagePart::target, row, -1);
    break;
  case StagePart::z:
    m_board->mark(StagePart::input, row, -1);
    m_board->mark(StagePart::weights, -1, column);
    break;
  case StagePart::loss:
    m_board->mark(StagePart::a, row, -1);
    m_board->mark(StagePart::target, row, -1);
    break;
  case StagePart::gradient:
  case StagePart::first:
  case StagePart::second:
  case StagePart::before:
  case StagePart::after:
    for (const StagePart other : {StagePart::before, StagePart::gradient, StagePart::first,
                                  StagePart::second, StagePart::after})
      if (other != part) m_board->mark(other, row, column);
    break;
  default:
    break;
  }
}

} // namespace layerlab
