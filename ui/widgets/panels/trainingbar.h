#pragma once

#include "ui/session/workbench.h"
#include "ui/widgets/panels/throttle.h"

#include <QFrame>

class QComboBox;
class QPushButton;
class QToolButton;

namespace layerlab {

class FigureCard;
class Theme;

/// The bar on top: the verbs of training, its numbers as large figures, undo, language and theme.
class TrainingBar : public QFrame {
  Q_OBJECT
public:
  TrainingBar(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

  void setLanguage(const QString& code);
  /// The window's menus, to stand behind a button while it has no menu bar.
  void setMenus(const QList<QAction*>& menus);
  void showMenus(bool on);
  QSize minimumSizeHint() const override;

signals:
  void fitClicked();
  void stopClicked();
  void stepClicked(layerlab::StepUnit unit);
  void resetClicked();
  void undoClicked();
  void redoClicked();
  void themeClicked();
  void languageClicked();

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void buildButtons();
  void buildFigures();
  void arrange();
  void connectButtons();
  QToolButton* makeTool(const QString& name);
  void buildStep();
  void buildPace();
  void fillPace();
  void chooseStep(StepUnit unit);
  void refreshStep();
  void refreshPlace();
  void retranslate();
  void refreshState();
  void refreshFitButton();
  const EpochRecord* recordInView() const;
  void refreshFigures();
  void refreshMetric(const EpochRecord* record);
  void refreshIcons();
  void buildMenus();
  void hideWhatDoesNotFit();

  const Theme& m_theme;
  Workbench& m_workbench;
  QPushButton* m_fit = nullptr;
  QToolButton* m_stop = nullptr;
  QToolButton* m_step = nullptr;
  QAction* m_steps[3] = {}; ///< in the order of StepUnit
  StepUnit m_unit = StepUnit::epoch;
  QComboBox* m_pace = nullptr;
  QToolButton* m_reset = nullptr;
  QToolButton* m_undo = nullptr;
  QToolButton* m_redo = nullptr;
  FigureCard* m_epoch = nullptr;
  FigureCard* m_loss = nullptr;
  FigureCard* m_valLoss = nullptr;
  FigureCard* m_metric = nullptr;
  FigureCard* m_speed = nullptr;
  QToolButton* m_menus = nullptr;
  QToolButton* m_themeButton = nullptr;
  QPushButton* m_languageButton = nullptr;
  Throttle m_throttle;
  bool m_figuresAreNow = true; ///< those of the newest epoch
};

} // namespace layerlab
