#pragma once

#include "ui/session/workbench.h"
#include "ui/widgets/panels/projectlayout.h"
#include "ui/widgets/panels/windowlayout.h"
#include "ui/widgets/theme.h"

#include <QMainWindow>
#include <QStringList>

class QScrollArea;
class QSplitter;

namespace layerlab {

class AdviceBar;
class Autosave;
class CodePage;
class DataPage;
class DataPanel;
class ElbowPage;
class ExportMenu;
class LessonDesk;
class FitPanel;
class LossPage;
class NetworkPane;
class Notice;
class PredictPage;
class Page;
class PageTabs;
class ProjectDoor;
class Prompts;
class RecoveryBar;
class RunList;
class StagesPage;
class TrainingBar;
class WindowActions;

/// The window: the training bar on top, data, training and runs at the left, the network above the
/// pages, advice at the bottom; menus and shortcuts. Holds no state of the project.
class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  MainWindow(Theme& theme, Workbench& workbench, Prompts& prompts, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// "loss", "elbow", "data": the pages in their order.
  QStringList pageNames() const;
  QString currentPage() const;
  void showPage(const QString& name);

  /// Says which language is on ("en", "ko"), for the language button and the settings; the texts
  /// themselves follow QEvent::LanguageChange.
  void setLanguage(const QString& code);
  /// The language of the last time; empty: none chosen yet.
  static QString savedLanguage();
  static ThemeMode savedTheme();

  /// Writes what the program can export (`exportKinds`); a chart is that of the page in
  /// view. The Error says what is missing or could not be written.
  Result<void> exportTo(const QString& kind, const QString& path);
  static QStringList exportKinds();

  /// CSV or project; work that is open and not saved asks first.
  void openPath(const QString& path);
  /// False when the person cancelled or the file could not be written.
  bool saveProject(bool askForPath = false);
  /// Offers the work that a crashed instance left.
  void offerRecovery(Autosave& autosave);
  void setProjector(bool on);
  bool isProjector() const { return m_projector; }
  /// Without a frame, where there is a screen to fill.
  void fillScreen(bool on);

signals:
  /// The person chose another language; whoever owns the translators switches, then calls
  /// setLanguage.
  void languageRequested(const QString& code);

protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void build();
  QWidget* buildSide();
  QWidget* buildCentre();
  void buildPages();
  void addPage(const QString& name, Page* page);
  void connectVerbs();
  void connectView();
  void connectModel();
  void connectWorkbench();
  void connectLayout();
  void retranslate();
  void refreshActions();
  void refreshTitle();
  void arrangeForProjector(bool on);
  void shareHeight();
  void toggleFit();
  void chooseTheme(ThemeMode mode);
  void chooseLanguage(const QString& code);
  void fillMenus();
  void buildLessons();
  void askExport(const QString& kind);
  Result<void> exportReport(const QString& path);
  void copyPicture();
  /// The page in view if it has a picture, else why there is none.
  Result<Page*> chartPage() const;
  void showAt(const QString& place, const Notice& notice);
  void stepPanel(int direction);

  static constexpr int sideWidth = 288; ///< of the left panel at normal type size

  Theme& m_theme;
  Workbench& m_workbench;
  Prompts& m_prompts;
  ProjectDoor* m_door = nullptr;
  WindowActions* m_actions = nullptr;
  ExportMenu* m_exports = nullptr;
  RecoveryBar* m_recovery = nullptr;
  TrainingBar* m_bar = nullptr;
  QScrollArea* m_side = nullptr;
  DataPanel* m_data = nullptr;
  FitPanel* m_fit = nullptr;
  RunList* m_runs = nullptr;
  NetworkPane* m_network = nullptr;
  PageTabs* m_pages = nullptr;
  LossPage* m_loss = nullptr;
  ElbowPage* m_elbow = nullptr;
  PredictPage* m_predict = nullptr;
  StagesPage* m_stages = nullptr;
  CodePage* m_code = nullptr;
  DataPage* m_table = nullptr;
  QVector<Page*> m_pageList; ///< in the order of the tabs
  AdviceBar* m_advice = nullptr;
  LessonDesk* m_lessons = nullptr;
  QSplitter* m_columns = nullptr;
  QSplitter* m_rows = nullptr;
  WindowLayout m_layout;
  ProjectLayout m_projectLayout;
  QString m_language = QStringLiteral("en");
  bool m_projector = false;
  QList<int> m_usualRows; ///< heights of network and page while the projector has others
  int m_usualNetwork = 0; ///< least height of the network outside projector mode
};

} // namespace layerlab
