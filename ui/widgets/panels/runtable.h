#pragma once

#include "ui/session/session.h"
#include "ui/widgets/panels/throttle.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace layerlab {

class Theme;

/// All runs side by side: what was set and what came of it, the best one marked. Stays open and
/// follows while training goes on.
class RunTable : public QDialog {
  Q_OBJECT
public:
  RunTable(const Theme& theme, Session& session, QWidget* parent);

  /// The table as text, cells apart by tabs: for the clipboard.
  QString asText() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void refresh();
  void fillRow(int row, const Run& run, bool best);
  void retranslate();

  const Theme& m_theme;
  Session& m_session;
  QLabel* m_note = nullptr;
  QTableWidget* m_table = nullptr;
  QPushButton* m_copy = nullptr;
  QPushButton* m_close = nullptr;
  Throttle m_throttle;
};

/// Id of the run with the lowest val_loss among those trained on the same target with the same
/// loss as the newest; 0: fewer than two of them have finished an epoch.
int bestRun(const std::vector<Run>& runs);

} // namespace layerlab
