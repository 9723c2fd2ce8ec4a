#pragma once

#include "core/lesson/lesson.h"
#include "ui/session/workbench.h"

#include <QPointF>
#include <QTimer>
#include <QVector>

#include <functional>
#include <optional>
#include <set>

namespace layerlab {

/// What the person predicted before the run.
struct LessonAnswer {
  QVector<QPointF> curve; ///< share of the axis, share of the first loss; both 0 ... 1
  double units = 0.0;     ///< elbow
  int choice = 0;         ///< from 1
  bool given() const { return !curve.isEmpty() || units > 0.0 || choice > 0; }
};

/// Walks through one lesson: sets the person's project aside, starts the lesson's own, ticks tasks
/// as they come true, and brings the project back at the end.
class LessonRunner : public QObject {
  Q_OBJECT
public:
  /// `window` tells the facts that only the window knows: the page in view, its cut-off.
  LessonRunner(Workbench& workbench, std::function<LessonState()> window,
               QObject* parent = nullptr);
  ~LessonRunner() override;

  void start(const Lesson& lesson);
  void end();
  bool isRunning() const { return m_lesson.has_value(); }
  const Lesson& lesson() const { return *m_lesson; }
  /// From 0; the number of steps is the summary at the end.
  int step() const { return m_step; }
  void go(int step);
  bool isSummary() const;
  bool done(int step, int task) const;
  int tasksDone() const; ///< of the whole lesson
  int tasksTotal() const;
  bool stepDone(int step) const; ///< all of its tasks, and its question
  const LessonAnswer& answer(int step) const { return m_answers[static_cast<std::size_t>(step)]; }
  void setAnswer(const LessonAnswer& answer); ///< to this step's question
  /// The curve of the fit that followed the answer of a step; empty before.
  QVector<QPointF> truthCurve(int step) const;

signals:
  void stateChanged(); ///< started, ended, another step
  void ticked();       ///< a task or an answer

private:
  void begin();
  void beginStep(int step);
  void fitEnded();
  void look();

  Workbench& m_workbench;
  std::function<LessonState()> m_window;
  std::optional<Lesson> m_lesson;
  std::vector<std::set<int>> m_done;
  std::vector<LessonAnswer> m_answers;
  std::vector<QVector<QPointF>> m_truths;
  QTimer m_timer;
  int m_step = 0;
  int m_fits = 0;      ///< ended since the step began
  int m_freshFits = 0; ///< of these, from initial weights
  bool m_training = false;
  bool m_loading = false;
};

} // namespace layerlab
