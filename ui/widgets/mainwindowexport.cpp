#include "ui/widgets/mainwindow.h"

#include "core/io/files.h"
#include "core/teach/reading.h"
#include "ui/session/runscsv.h"
#include "ui/session/text.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/code/codepage.h"
#include "ui/widgets/inside/predictpage.h"
#include "ui/widgets/pages/chartexport.h"
#include "ui/widgets/pages/elbowpage.h"
#include "ui/widgets/pages/losspage.h"
#include "ui/widgets/pages/pagetabs.h"
#include "ui/widgets/panels/exportmenu.h"
#include "ui/widgets/panels/networkpane.h"
#include "ui/widgets/panels/projectdoor.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/report.h"

#include <QFile>

// What leaves the window as a file.

namespace layerlab {
namespace {

constexpr double printScale = 2.0; ///< pixels of a picture in the report per pixel of the screen
constexpr QSize printedChart(960, 400);

} // namespace

QStringList MainWindow::exportKinds() {
  return ExportMenu::kinds();
}

Result<void> MainWindow::exportTo(const QString& kind, const QString& path) {
  if (kind == QLatin1String("report-pdf")) return exportReport(path);
  if (kind == QLatin1String("runs-csv"))
    return writeFile(QFile::encodeName(path).toStdString(), runsCsv(m_workbench.session().runs()));
  if (kind == QLatin1String("predictions-csv"))
    return m_workbench.exportPredictions(path, m_predict->cutOff());
  if (kind == QLatin1String("keras")) return m_code->writeTo(path);
  const QString format = ExportMenu::formatOf(kind);
  Result<Page*> page = kind == QLatin1String("sweep-csv") ? static_cast<Page*>(m_elbow) : m_loss;
  if (kind.startsWith(QLatin1String("chart"))) page = chartPage();
  if (!page) return page.error();
  (*page)->bringUpToDate();
  return (*page)->exporter()->writeTo(format, path);
}

Result<Page*> MainWindow::chartPage() const {
  Page* page = m_pageList.value(m_pages->currentIndex());
  if (page && page->exporter()) return page;
  return inputError({QT_TRANSLATE_NOOP("Core", "this page has no picture; choose a page with a "
                                               "chart, such as Loss"),
                     {}});
}

void MainWindow::copyPicture() {
  if (const Result<Page*> page = chartPage())
    (*page)->exporter()->copyPicture();
  else
    showAt(QStringLiteral("file"), page.error());
}

void MainWindow::askExport(const QString& kind) {
  const QString format = ExportMenu::formatOf(kind);
  const QString path =
      m_prompts.savePath(this, tr("Export"), QStringLiteral("%1.%2").arg(m_door->name(), format),
                         tr("%1 files (*.%2)").arg(format.toUpper(), format));
  if (path.isEmpty()) return;
  if (const Result<void> written = exportTo(kind, path); !written)
    showAt(QStringLiteral("file"), written.error());
}

/// Paper is white: the pictures are taken in the light theme whatever is on. The screen is not
/// painted in between.
Result<void> MainWindow::exportReport(const QString& path) {
  Session& session = m_workbench.session();
  if (!session.table())
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "there is nothing to report yet; open a table"), {}});
  const ThemeMode mode = m_theme.mode();
  if (m_theme.isDark()) m_theme.setMode(ThemeMode::light);
  ReportPictures pictures;
  pictures.network = m_network->canvas()->picture(printScale);
  std::vector<Reading> readings;
  if (const Run* run = session.currentRun(); run && !run->history.epochs.empty()) {
    m_loss->bringUpToDate();
    pictures.loss = m_loss->chart()->picture(printedChart, printScale);
    readings = readCurve(run->history, run->end, run->design.fit, run->baseline);
  }
  if (session.sweep()) {
    m_elbow->bringUpToDate();
    pictures.elbow = m_elbow->chart()->picture(printedChart, printScale);
  }
  m_theme.setMode(mode);
  return writeReport(path, reportHtml(m_workbench, readings, pictures, m_predict->cutOff()),
                     pictures);
}

} // namespace layerlab
