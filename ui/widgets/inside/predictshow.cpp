#include "ui/widgets/inside/predictpage.h"

#include "core/insight/lookinside.h"
#include "ui/session/text.h"
#include "ui/widgets/inside/binaryview.h"
#include "ui/widgets/inside/classesview.h"
#include "ui/widgets/inside/numbersview.h"
#include "ui/widgets/inside/rowform.h"
#include "ui/widgets/inside/rowspane.h"
#include "ui/widgets/inside/surfaceview.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

// What the page shows and when, apart from how it is built.

namespace layerlab {
namespace {

constexpr std::size_t liveRows = 20'000; // while training; all of them afterwards
constexpr int validationPart = 0;
constexpr int trainingPart = 1;

} // namespace

// Showing ---------------------------------------------------------------------------------------

void PredictPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_refresher.request();
}

void PredictPage::hideEvent(QHideEvent* event) {
  m_refresher.cancel();
  Page::hideEvent(event);
}

bool PredictPage::validation() const {
  return m_part->currentData().toInt() == validationPart;
}

/// Copies what the work needs; the answer comes back with everything to show.
Errand::Work PredictPage::prepareWork() {
  const std::optional<Subject> subject = subjectOf(m_workbench);
  if (!subject) {
    showEmpty();
    return {};
  }
  const bool wantsTraining = m_part->count() > 0 && !validation();
  const auto output = static_cast<std::size_t>(std::max(0, m_target->currentIndex()));
  const bool live = m_workbench.trainState() == Workbench::TrainState::running;
  const bool typing = m_rows->form()->isReady();
  const std::vector<TypedValue> typed = m_rows->form()->values();
  const bool wantsSurface = m_surfaceOn->isChecked();
  const Colors colors = m_theme.colors();
  return [=, this, subject = *subject]() -> Errand::Answer {
    const Result<PreparedPtr> data = dataOf(subject);
    if (!data) return [this, error = data.error()] { emit m_refresher.failed(error); };
    const PreparedData& all = **data;
    const bool train = wantsTraining || all.xValidation.rows == 0;
    const DataPart part = train ? DataPart{all.xTrain, all.yTrain, all.trainRows}
                                : DataPart{all.xValidation, all.yValidation, all.validationRows};
    const auto report = std::make_shared<const PredictionReport>(
        reportOn(all.preprocessing, part, subject.design.network, *subject.weights, output,
                 live ? liveRows : part.x.rows));
    std::optional<Result<Matrix>> answer;
    if (typing && typed.size() == all.preprocessing.inputs.size()) {
      answer = typedInputs(all.preprocessing, typed);
      if (*answer) answer = predict(subject.design.network, *subject.weights, **answer);
    }
    std::shared_ptr<const SurfacePicture> surface;
    if (wantsSurface && hasPlane(all.preprocessing))
      surface = std::make_shared<const SurfacePicture>(
          surfacePicture(subject, all, report->output, !live, colors));
    return [this, subject, data = *data, report, answer, surface] {
      show(report, data, subject);
      showSurface(surface);
      if (answer) showTyped(*answer, data->preprocessing);
    };
  };
}

void PredictPage::showEmpty() {
  m_report.reset();
  m_empty->setText(whyNoSubject(m_workbench));
  m_stack->setCurrentIndex(0);
}

void PredictPage::show(std::shared_ptr<const PredictionReport> report, const PreparedPtr& data,
                       const Subject& subject) {
  m_workbench.keepPrepared(subject.key(), data);
  m_report = std::move(report);
  m_preprocessing = data->preprocessing;
  fillParts(data->xValidation.rows > 0);
  fillTargets();
  const bool binary = m_report->kind == PredictionKind::binary;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_cutOffText, m_cutOff, m_code})
    widget->setVisible(binary);
  if (binary) m_binary->setReport(m_report);
  if (m_report->kind == PredictionKind::classes) m_classes->setReport(m_report);
  if (m_report->kind == PredictionKind::numbers)
    m_numbers->setReport(
        m_report, QString::fromStdString(m_preprocessing.targets[m_report->output]), validation());
  m_views->setCurrentIndex(static_cast<int>(m_report->kind));
  const bool hadForm = m_rows->form()->isReady();
  m_rows->form()->setInputs(m_preprocessing);
  m_rows->setReport(m_report, subject.table);
  m_note->setText(m_report->rows() < m_report->rowsInAll
                      ? tr("%1 of %2 rows while training")
                            .arg(Words::count(static_cast<qint64>(m_report->rows())),
                                 Words::count(static_cast<qint64>(m_report->rowsInAll)))
                      : QString());
  m_stack->setCurrentIndex(1);
  if (!hadForm) m_refresher.request(); // now there is something typed
}

/// In the place of what tells least about a plane.
void PredictPage::showSurface(std::shared_ptr<const SurfacePicture> surface) {
  const bool shown = surface != nullptr;
  m_surfaceOn->setVisible(hasPlane(m_preprocessing));
  m_surface->setVisible(shown);
  m_binary->setCompact(shown);
  m_classes->setCompact(shown);
  m_numbers->setCompact(shown);
  if (!shown) return;
  const QStringList inputs = namesOf(m_preprocessing.inputNames());
  m_surface->setPicture(std::move(surface), inputs[0], inputs[1]);
}

void PredictPage::showTyped(const Result<Matrix>& outputs, const Preprocessing& preprocessing) {
  if (!outputs) return m_rows->form()->setAnswer(QStringLiteral("–"), text(outputs.error()));
  const std::span<const float> row = outputs->row(0);
  if (m_report->kind == PredictionKind::numbers) {
    const double number = inUnits(preprocessing, *outputs, m_report->output).front();
    m_rows->form()->setAnswer(Words::figure(number),
                              QString::fromStdString(preprocessing.targets[m_report->output]));
    return;
  }
  const bool binary = m_report->kind == PredictionKind::binary;
  const auto p = static_cast<double>(binary ? row[m_report->output]
                                            : *std::max_element(row.begin(), row.end()));
  const std::size_t which = binary ? (p >= cutOff() ? 1 : 0) : classesOf(*outputs).front();
  m_rows->form()->setAnswer(
      QString::fromStdString(m_report->classes[which]),
      binary
          ? tr("p = %1 for %2").arg(Words::figure(p), QString::fromStdString(m_report->classes[1]))
          : tr("p = %1").arg(Words::figure(p)));
}

void PredictPage::fillParts(bool hasValidation) {
  const bool right = m_part->count() == (hasValidation ? 2 : 1);
  const QVariant chosen = m_part->currentData();
  QVector<Choice> parts;
  if (hasValidation)
    parts << Choice{tr("validation rows"), validationPart, tr("Rows the network never trained on")};
  parts << Choice{tr("training rows"), trainingPart, tr("Rows the network trained on")};
  if (right && m_part->itemText(0) == parts.first().text) return;
  fillCombo(m_part, parts);
  const QSignalBlocker silence(m_part);
  m_part->setCurrentIndex(right && chosen.isValid() ? m_part->findData(chosen) : 0);
}

void PredictPage::fillTargets() {
  const QStringList targets = namesOf(m_preprocessing.targets);
  const bool several = targets.size() > 1 && m_report->kind != PredictionKind::classes;
  m_target->setVisible(several);
  QStringList now;
  for (int i = 0; i < m_target->count(); ++i) now << m_target->itemText(i);
  if (now == targets) return;
  const QSignalBlocker silence(m_target);
  m_target->clear();
  m_target->addItems(targets);
  m_target->setCurrentIndex(0);
}

} // namespace layerlab
