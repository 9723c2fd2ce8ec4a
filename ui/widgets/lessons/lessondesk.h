#pragma once

#include "ui/session/lessonrunner.h"
#include "ui/widgets/pages/sweepform.h"

#include <QMenu>
#include <QPointer>
#include <QStringList>
#include <QVector>

namespace layerlab {

class LessonPanel;
class Prompts;
class Spotlight;
class Theme;

/// The lessons of the program and of the person's own folders, the menu that starts them, and what
/// a running lesson does to the window: rings around what it talks about, parts that are hidden.
class LessonDesk : public QObject {
  Q_OBJECT
public:
  LessonDesk(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* window,
             std::function<QString()> page, std::function<void(const QString&)> showPage);

  LessonPanel* panel() const { return m_panel; }
  LessonRunner& runner() { return m_runner; }
  /// The bundled lessons in the order of the class notes.
  static std::vector<Lesson> bundled();
  /// Fills a menu now, whenever it opens, and when the language changes.
  void serve(QMenu* menu);
  void setLanguage(const QString& code);
  void start(const QString& name);
  void end();

signals:
  void failed(const layerlab::Error& error);

private:
  void fill();
  void addFolder();
  void refresh();
  void refreshRings();
  void hideParts();
  void saveSummary();
  void rememberView();
  void restoreView();
  LessonState windowFacts() const;
  bool asksForElbow() const;
  void takeGuess();
  void showGuess();
  QString titleOf(const Lesson& lesson) const;

  const Theme& m_theme;
  Prompts& m_prompts;
  QWidget* m_window;
  std::function<QString()> m_page;
  std::function<void(const QString&)> m_showPage;
  LessonRunner m_runner;
  LessonPanel* m_panel;
  SweepForm* m_sweep; ///< null: a window without it
  QPointer<QMenu> m_menu;
  QString m_language = QStringLiteral("en");
  QVector<Spotlight*> m_rings;
  QVector<QPointer<QWidget>> m_hidden; ///< by the lesson; shown again at its end
  /// What was in view when no lesson ran yet.
  struct View {
    QString page;
    int scroll = 0; ///< of the side panel
    SweepChoices sweep;
  };
  View m_before;
  bool m_wasRunning = false;
};

} // namespace layerlab
