#pragma once

#include "ui/session/workbench.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;
class QToolButton;

namespace layerlab {

class Field;
class MessageRow;
class Notice;
class RateSpin;
class Section;
class Theme;

/// compile and fit: loss, optimizer, learning rate, batch size, epochs, seed, early stopping.
/// Every change is one undoable edit; the learning rate also reaches a running fit.
class FitPanel : public QWidget {
  Q_OBJECT
public:
  FitPanel(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

  Section* section() const { return m_section; }
  void tell(const Notice& notice);
  QWidget* messageRow() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void buildStopping();
  void connectCompile();
  void connectFit();
  void connectStopping();
  void editFit(const QString& text, const std::function<void(FitSpec&)>& change);
  void retranslate();
  void refresh();
  void refreshStopping();
  QSpinBox* makeSpin(const QString& name, int from, int to);

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  Section* m_section;
  MessageRow* m_message = nullptr;
  QComboBox* m_loss = nullptr;
  QComboBox* m_optimizer = nullptr;
  RateSpin* m_rate = nullptr;
  QSpinBox* m_batch = nullptr;
  QSpinBox* m_epochs = nullptr;
  QSpinBox* m_seed = nullptr;
  QToolButton* m_dice = nullptr;
  QCheckBox* m_shuffle = nullptr;
  QCheckBox* m_stopEarly = nullptr;
  QSpinBox* m_patience = nullptr;
  QCheckBox* m_restoreBest = nullptr;
  Field* m_lossField = nullptr;
  Field* m_optimizerField = nullptr;
  Field* m_rateField = nullptr;
  Field* m_batchField = nullptr;
  Field* m_epochsField = nullptr;
  Field* m_seedField = nullptr;
  Field* m_patienceField = nullptr;
};

} // namespace layerlab
