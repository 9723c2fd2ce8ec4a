#pragma once

#include "ui/session/workbench.h"

#include <QPointer>
#include <QStringList>
#include <QVector>

#include <functional>

class QAction;
class QHelpEvent;

namespace layerlab {

class Theme;
class Tour;
class WelcomePane;

/// What helps a beginner and a teacher: the welcome page, the tour, the glossary (F1 on any
/// control; tool tips name the term), and teacher mode, which hides parts of the window in this
/// project.
class HelpDesk : public QObject {
  Q_OBJECT
public:
  struct Doors {
    std::function<void()> lesson;
    std::function<void()> example;
    std::function<void()> file;
  };
  /// `covered`: where the welcome page lies.
  HelpDesk(const Theme& theme, Workbench& workbench, QWidget* window, QWidget* covered,
           Doors doors);

  void showGlossary(const QString& term);
  void chooseParts();
  /// Hides these parts (words of lessonHighlights) and shows all others; kept in the project.
  void setHiddenParts(const QStringList& parts);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void buildActions();
  void retranslate();
  void applyParts();
  bool showTip(QWidget* widget, const QHelpEvent& hover) const;

  const Theme& m_theme;
  Workbench& m_workbench;
  QWidget* m_window;
  WelcomePane* m_welcome;
  Tour* m_tour;
  QAction* m_glossary = nullptr;
  QAction* m_tourAction = nullptr;
  QAction* m_teacher = nullptr;
  QVector<QPointer<QWidget>> m_hidden;
};

} // namespace layerlab
