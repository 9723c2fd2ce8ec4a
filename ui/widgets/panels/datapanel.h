#pragma once

#include "ui/session/columnuse.h"
#include "ui/session/workbench.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidgetItem;
class QMenu;
class QProgressBar;
class QPushButton;
class QSlider;
class QToolButton;

namespace layerlab {

class FeatureList;
class Field;
class MessageRow;
class Notice;
class ReadingOptions;
class Section;
class Theme;

/// Where the data comes from and how it is prepared: source, target, features, task, scaling,
/// missing values, split. Every change is one undoable edit of the session.
class DataPanel : public QWidget {
  Q_OBJECT
public:
  DataPanel(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

  Section* section() const { return m_section; }
  void tell(const Notice& notice);
  QWidget* messageRow() const;
  /// Where a table may come from, beside the button that opens a file.
  QMenu* sourceMenu() const { return m_sources; }

signals:
  void openRequested();
  void exampleRequested(const QString& name);
  void issuesRequested(); ///< the person wants to see the remarks on the file

protected:
  void changeEvent(QEvent* event) override;

private:
  void buildSource();
  QLayout* buildSourceLine();
  QLayout* buildFacts();
  void buildRoles();
  void buildSplit();
  void connectSource();
  void connectRoles();
  void connectSplit();
  void retranslate();
  void fillChoices();
  void refresh();
  void refreshSource();
  void refreshTargets();
  void refreshLeftOut();
  void refreshTask();
  void refreshSplit();
  void refreshShareText();
  void refreshLoading();
  void offerReload();
  void chooseTarget(const QString& name);
  void chooseFeatures(const QStringList& names);

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  RowCounter m_rows;
  Section* m_section;
  QPushButton* m_open = nullptr;
  QToolButton* m_more = nullptr;
  QMenu* m_sources = nullptr;
  QComboBox* m_example = nullptr;
  QProgressBar* m_progress = nullptr;
  QToolButton* m_cancel = nullptr;
  MessageRow* m_message = nullptr;
  MessageRow* m_unusable = nullptr; ///< why the choice cannot be trained on
  QLabel* m_file = nullptr;
  QLabel* m_size = nullptr;
  QPushButton* m_issues = nullptr;
  QToolButton* m_readingFold = nullptr;
  ReadingOptions* m_reading = nullptr;
  QWidget* m_roles = nullptr;
  QComboBox* m_target = nullptr;
  FeatureList* m_features = nullptr;
  QToolButton* m_allFeatures = nullptr;
  QLabel* m_leftOut = nullptr; ///< features of nobody's choice that can be none
  QComboBox* m_task = nullptr;
  QComboBox* m_scaling = nullptr;
  QCheckBox* m_scaleTarget = nullptr;
  QComboBox* m_missing = nullptr;
  QComboBox* m_split = nullptr;
  QSlider* m_share = nullptr;
  QLabel* m_shareText = nullptr;
  Field* m_targetField = nullptr;
  Field* m_featureField = nullptr;
  Field* m_taskField = nullptr;
  Field* m_scalingField = nullptr;
  Field* m_missingField = nullptr;
  Field* m_splitField = nullptr;
  Field* m_shareField = nullptr;
};

} // namespace layerlab
