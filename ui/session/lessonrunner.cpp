#include "ui/session/lessonrunner.h"

#include "ui/session/aside.h"
#include "ui/session/examples.h"
#include "ui/session/lessonfacts.h"

#include <algorithm>

namespace layerlab {
namespace {

constexpr int lookMs = 120;

/// Loss over the epochs as shares of the axis and of the first loss.
QVector<QPointF> shareCurve(const History& history, int epochs) {
  QVector<QPointF> curve;
  if (history.epochs.empty() || history.epochs.front().loss <= 0.0) return curve;
  const double first = history.epochs.front().loss;
  for (const EpochRecord& record : history.epochs)
    if (record.epoch <= epochs)
      curve << QPointF(record.epoch / static_cast<double>(std::max(1, epochs)),
                       record.loss / first);
  return curve;
}

} // namespace

LessonRunner::LessonRunner(Workbench& workbench, std::function<LessonState()> window,
                           QObject* parent)
    : QObject(parent), m_workbench(workbench), m_window(std::move(window)) {
  m_timer.setInterval(lookMs);
  connect(&m_timer, &QTimer::timeout, this, &LessonRunner::look);
  connect(&workbench, &Workbench::loadingChanged, this, [this] {
    if (m_loading && !m_workbench.isLoading()) begin();
  });
  connect(&workbench, &Workbench::trainStateChanged, this, [this] {
    const bool training = m_workbench.trainState() != Workbench::TrainState::idle;
    if (m_training && !training) fitEnded();
    m_training = training;
  });
}

LessonRunner::~LessonRunner() = default;

void LessonRunner::start(const Lesson& lesson) {
  end();
  m_lesson = lesson;
  keeperOf(m_workbench).setAside();
  m_done.assign(lesson.steps.size(), {});
  m_answers.assign(lesson.steps.size(), {});
  m_truths.assign(lesson.steps.size(), {});
  beginStep(0);
  m_training = false;
  if (lesson.pace > 0) m_workbench.setPace(lesson.pace);
  m_loading = !lesson.example.empty();
  if (m_loading)
    m_workbench.openExample(QString::fromStdString(lesson.example));
  else
    begin();
  m_timer.start();
  emit stateChanged();
}

void LessonRunner::beginStep(int step) {
  m_step = step;
  m_fits = 0;
  m_freshFits = 0;
}

void LessonRunner::fitEnded() {
  ++m_fits;
  const Run* run = m_workbench.session().currentRun();
  if (run && run->continues == 0) ++m_freshFits;
}

/// The lesson's own design on the lesson's own table.
void LessonRunner::begin() {
  m_loading = false;
  Session& session = m_workbench.session();
  if (!m_lesson || !session.table()) return;
  Design base;
  base.network = hiddenNetwork({8}, Activation::relu);
  Design design = exampleDesign(QString::fromStdString(m_lesson->example), *session.table(), base);
  if (!applyLessonStart(*m_lesson, design)) return; // was checked when the lesson was read
  if (const auto next = outline(*session.table(), design.data)) {
    const Loss loss = design.fit.loss;
    followTask(design, *next);
    if (m_lesson->start.find("\"loss\"") != std::string::npos) design.fit.loss = loss;
  }
  keeperOf(m_workbench).startFrom(design);
}

void LessonRunner::end() {
  if (!m_lesson) return;
  m_timer.stop();
  m_loading = false;
  m_lesson.reset();
  keeperOf(m_workbench).bringBack();
  emit stateChanged();
}

void LessonRunner::go(int step) {
  if (!m_lesson) return;
  beginStep(std::clamp(step, 0, static_cast<int>(m_lesson->steps.size())));
  emit stateChanged();
  look();
}

bool LessonRunner::isSummary() const {
  return m_lesson && m_step >= static_cast<int>(m_lesson->steps.size());
}

bool LessonRunner::done(int step, int task) const {
  return m_done[static_cast<std::size_t>(step)].contains(task);
}

int LessonRunner::tasksDone() const {
  std::size_t count = 0;
  for (const auto& step : m_done) count += step.size();
  return static_cast<int>(count);
}

int LessonRunner::tasksTotal() const {
  std::size_t count = 0;
  for (const LessonStep& step : m_lesson->steps) count += step.tasks.size();
  return static_cast<int>(count);
}

bool LessonRunner::stepDone(int step) const {
  const auto place = static_cast<std::size_t>(step);
  if (place >= m_done.size()) return true;
  const bool asks = m_lesson->steps[place].question.kind != LessonQuestion::Kind::none;
  return m_done[place].size() == m_lesson->steps[place].tasks.size() &&
         (!asks || m_answers[place].given());
}

void LessonRunner::setAnswer(const LessonAnswer& answer) {
  if (!m_lesson || isSummary()) return;
  m_answers[static_cast<std::size_t>(m_step)] = answer;
  look();
  emit ticked();
}

QVector<QPointF> LessonRunner::truthCurve(int step) const {
  return m_truths[static_cast<std::size_t>(step)];
}

/// Ticks what has come true; a tick stays.
void LessonRunner::look() {
  if (!m_lesson || isSummary() || m_loading) return;
  const auto place = static_cast<std::size_t>(m_step);
  const LessonStep& step = m_lesson->steps[place];
  LessonState state = lessonFacts(m_workbench, m_window());
  state["fits"] = std::to_string(m_fits);
  state["fits.fresh"] = std::to_string(m_freshFits);
  state["answered"] = m_answers[place].given() ? "yes" : "no";
  bool news = false;
  for (std::size_t i = 0; i < step.tasks.size(); ++i)
    if (holds(step.tasks[i], state)) news |= m_done[place].insert(static_cast<int>(i)).second;
  const Run* run = m_workbench.session().currentRun();
  const bool follows = m_answers[place].given() && (m_fits > 0 || m_training);
  if (step.question.kind == LessonQuestion::Kind::curve && run && follows) {
    QVector<QPointF> truth = shareCurve(run->history, step.question.epochs);
    news |= truth.size() != m_truths[place].size();
    m_truths[place] = std::move(truth);
  }
  if (step.question.kind == LessonQuestion::Kind::elbow && m_workbench.isSweeping()) news = true;
  if (news) emit ticked();
}

} // namespace layerlab

#include "moc_lessonrunner.cpp"
