#pragma once

#include "core/base/cancel.h"
#include "core/insight/stagewalk.h"
#include "ui/session/errand.h"
#include "ui/widgets/inside/stageboard.h"
#include "ui/widgets/pages/page.h"

#include <QTimer>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace layerlab {

class MessageRow;
class StageRing;
class Prompts;
class Theme;

/// model.fit stage by stage on the user's own batch, with every number to look at. Walks a copy of
/// the fit: a running training goes on untouched.
class StagesPage : public Page {
  Q_OBJECT
public:
  StagesPage(const Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent = nullptr);
  ~StagesPage() override { m_enough.cancel(); } // what is walking is waited for

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  QWidget* controls() const override { return m_controls; }
  ChartExport* exporter() const override { return m_export; }
  bool isBusy() const override { return m_preparing || m_walking; }

  /// Null: not begun.
  const StageWalk* walk() const { return m_walk ? &*m_walk : nullptr; }
  void stepStage();
  void stepBatch();
  void stepEpoch();
  void startOver();

signals:
  /// The layer whose numbers are shown.
  void layerShown(int id);

protected:
  void changeEvent(QEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void build();
  QLayout* buildControls();
  void connectControls();
  void connectExport();
  void retranslate();
  /// Does `then` once there is a walk; makes the data first if need be.
  void withWalk(const std::function<void()>& then);
  void begin(const PreparedPtr& data, const std::function<void()>& then);
  void playOn(bool on);
  using Move = std::function<void(StageWalk&, const CancelToken&)>;
  void walkOn(const Move& move, bool away);
  void walkAway(const Move& move);
  void dropWalking();
  bool endsLongEpoch() const;
  void showWalk();
  void refresh();
  void refreshButtons();
  void fillLayers();
  void spell(StagePart part, int row, int column);
  void spellFirst();
  void markTerms(StagePart part, int row, int column);
  QString status() const;
  QString ending() const;
  QString sameAsLive() const;
  QStringList batchNames() const;
  std::size_t layer() const;
  void showOnCanvas();

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  std::optional<StageWalk> m_walk;
  Design m_design; ///< what the walk trains
  TablePtr m_table;
  PreparedPtr m_data;
  Errand* m_preparing = nullptr;
  Errand* m_walking = nullptr; ///< on a copy of the walk
  CancelToken m_enough;        ///< of what is walking
  QString m_proof;             ///< that the walk is where the live run was; empty: it is not
  QTimer m_play;               ///< one stage after the other, slowly
  StageRing* m_ring;
  QPushButton* m_step;
  QToolButton* m_slow;
  QToolButton* m_toBatch;
  QToolButton* m_toEpoch;
  QToolButton* m_again;
  QComboBox* m_layer;
  QLabel* m_status;
  QLabel* m_code;
  QLabel* m_sum;
  QLabel* m_empty;
  QStackedWidget* m_stack;
  StageBoard* m_board;
  MessageRow* m_message;
  ChartExport* m_export;
  QWidget* m_controls;
};

} // namespace layerlab
