#pragma once

#include "ui/session/lessonrunner.h"

#include <QFrame>
#include <QVector>

class QButtonGroup;
class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;
class QToolButton;
class QVBoxLayout;

namespace layerlab {

class SketchPad;
class Theme;

/// The lesson at the right: text, task boxes that tick themselves, the question of the step, and at
/// the end a summary to keep.
class LessonPanel : public QFrame {
  Q_OBJECT
public:
  LessonPanel(const Theme& theme, LessonRunner& runner, Workbench& workbench,
              QWidget* parent = nullptr);

  void setLanguage(const QString& code);
  /// The words of the running lesson in the language that is on.
  const LessonText& words() const;
  /// Step, tasks and answers as lines parted by tabs.
  QString summaryText() const;

signals:
  void endRequested();
  void saveRequested();

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  QWidget* buildHead();
  QWidget* buildButtons();
  void refresh();
  void refreshTicks();
  void refreshQuestion();
  void refreshTruth();
  void refreshChoices();
  void refreshState();
  void showSummary();
  void retranslate();
  QString answerText(int step) const;
  QString truthText(int step) const;
  QVector<QPointF> elbowTruth(std::optional<double>& elbow) const;

  const Theme& m_theme;
  LessonRunner& m_runner;
  Workbench& m_workbench;
  QString m_language = QStringLiteral("en");
  QLabel* m_title = nullptr;
  QLabel* m_place = nullptr;
  QToolButton* m_close = nullptr;
  QProgressBar* m_progress = nullptr;
  QTextBrowser* m_body = nullptr;
  QLabel* m_ask = nullptr;
  SketchPad* m_pad = nullptr;
  QWidget* m_choiceBox = nullptr;
  QButtonGroup* m_choices = nullptr;
  QWidget* m_taskBox = nullptr;
  QVector<QLabel*> m_ticks;
  QPushButton* m_back = nullptr;
  QPushButton* m_next = nullptr;
  QPushButton* m_copy = nullptr;
  QPushButton* m_save = nullptr;
};

} // namespace layerlab
