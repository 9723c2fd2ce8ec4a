#pragma once

#include "ui/session/workbench.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace layerlab {

class ElbowCurve;
struct ElbowOptions;

/// Below the elbow curve: the verdict in words, how the guess did, the button that adopts it;
/// while it runs, the progress; once it was stopped, the button that goes on.
class ElbowVerdict : public QWidget {
  Q_OBJECT
public:
  explicit ElbowVerdict(Workbench& workbench, QWidget* parent = nullptr);

  /// No curve yet.
  /// No sweep yet; `guessed`: the class' guess stands in the picture already.
  void clear(bool guessed = false);
  void show(const ElbowCurve& curve, const ElbowOptions& options, int guess);
  void refreshProgress();
  /// Verdict and meaning in one text.
  QString text() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void adopt();
  void refreshAdopt();
  void refreshContinue();

  Workbench& m_workbench;
  QLabel* m_verdict = nullptr;
  QLabel* m_meaning = nullptr;
  QProgressBar* m_progress = nullptr;
  QLabel* m_progressText = nullptr;
  QPushButton* m_continue = nullptr;
  QPushButton* m_adopt = nullptr;
  int m_adoptUnits = 0;
};

} // namespace layerlab
