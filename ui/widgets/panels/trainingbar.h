#pragma once

#include "ui/session/workbench.h"
#include "ui/widgets/panels/throttle.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace layerlab {

class Theme;

/// One large number with its name, as wide as its widest value, so that nothing jiggles.
class FigureCard : public QFrame {
public:
  FigureCard(const Theme& theme, const QString& name, const QString& widest,
             QWidget* parent = nullptr);
  void setCaption(const QString& caption, const QString& toolTip);
  /// Longer values than expected make the card wider, never cut.
  void setValue(const QString& value);
  QString value() const;
  void refreshFont();
  /// A thin bar below the number; 0 ... 1. Cards without one keep its place free.
  void setProgress(double fraction);

private:
  const Theme& m_theme;
  QString m_widest;
  QLabel* m_caption;
  QLabel* m_value;
  QProgressBar* m_progress;
  int m_room = 0; ///< pixels the widest value needed so far
};

/// The bar on top: the verbs of training, its numbers as large figures, undo, language and theme.
class TrainingBar : public QFrame {
  Q_OBJECT
public:
  TrainingBar(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

  void setLanguage(const QString& code);
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
  QToolButton* m_themeButton = nullptr;
  QPushButton* m_languageButton = nullptr;
  Throttle m_throttle;
};

} // namespace layerlab
