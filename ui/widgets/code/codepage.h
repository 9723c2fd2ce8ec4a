#pragma once

#include "core/keras/code.h"
#include "core/keras/read.h"
#include "ui/widgets/pages/page.h"
#include "ui/widgets/panels/throttle.h"

#include <functional>
#include <optional>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace layerlab {

class CodeEditor;
class HistoryModel;
class NetworkCanvas;
class Prompts;
class Spotlight;
class Theme;

/// The design as a Keras program, live; each line lights its control and back. Edited or pasted
/// code changes the design when it is applied. Beside it the model's summary as Keras prints it and
/// the history as a table.
class CodePage : public Page {
  Q_OBJECT
public:
  CodePage(const Theme& theme, Workbench& workbench, Prompts& prompts, NetworkCanvas& canvas,
           QWidget* parent = nullptr);

  QString title() const override;
  QString tip() const override;
  QString icon() const override;
  QWidget* controls() const override { return m_controls; }
  void bringUpToDate() override;

  /// The program of the present design; of a bundled example the table goes beside it, unless there
  /// is one. The Error says what is missing or could not be written.
  Result<void> writeTo(const QString& path) const;
  /// Where the cut-off of the predictions comes from; without one it is 0.5.
  void setCutOffSource(std::function<double()> source) { m_cutOff = std::move(source); }
  /// Puts what the text says into the design: one undoable edit.
  void apply();
  /// Back to the design's own code.
  void revert();

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  enum View { codeView, summaryView, historyView };

  void buildControls();
  QWidget* buildCode();
  QWidget* buildSummary();
  QToolButton* addView(const QString& name);
  QPushButton* addButton(const QString& name, QBoxLayout* row);
  void connectParts();
  void retranslate();
  void refreshIcons();
  void refresh();
  void refreshCode();
  void refreshViews();
  void refreshState();
  bool isApplied() const;
  void showNotes();
  void sayError(const Error& error);
  void edited();
  void lineChanged();
  void focusMoved(QWidget* now);
  void markSetting(const QString& setting);
  void copy();
  void save();
  QString dataFile() const;
  Result<KerasCode> code(const QString& dataFile) const;

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  Prompts& m_prompts;
  NetworkCanvas& m_canvas;
  QWidget* m_controls;
  QButtonGroup* m_views;
  QToolButton* m_copy = nullptr;
  QToolButton* m_save = nullptr;
  QStackedWidget* m_stack;
  QLabel* m_empty = nullptr;
  CodeEditor* m_editor = nullptr;
  QWidget* m_bar = nullptr;
  QLabel* m_state = nullptr;
  QPushButton* m_apply = nullptr;
  QPushButton* m_revert = nullptr;
  QListWidget* m_noteList = nullptr;
  CodeEditor* m_summary = nullptr;
  QTableView* m_history = nullptr;
  HistoryModel* m_historyModel;
  Spotlight* m_spotlight = nullptr;
  KerasCode m_shown; ///< the design's code, while it is what the editor shows
  std::vector<KerasNote> m_notes;
  bool m_own = false;              ///< the text is the person's
  std::optional<Design> m_applied; ///< what the design became by it; undone, it is another one
  bool m_lighting = false;
  std::function<double()> m_cutOff;
  Throttle m_throttle;
};

} // namespace layerlab
