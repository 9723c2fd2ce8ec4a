#include "ui/widgets/mainwindow.h"

#include "ui/widgets/canvas/networkcanvas.h"
#include "ui/widgets/panels/networkpane.h"
#include "ui/widgets/panels/trainingbar.h"
#include "ui/widgets/panels/windowactions.h"

#include <QLayout>
#include <QMenuBar>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>

#include <numeric>

// The window on a projector: large type, the network whole, the rest of the height for the page.

namespace layerlab {
namespace {

constexpr double projectorScale = 1.35;
constexpr int projectedNetwork = 160; ///< least height of the canvas there: the whole network still

} // namespace

/// The network small but whole, the rest of the height for the page; the menus behind a button.
void MainWindow::arrangeForProjector(bool on) {
  const int edge = on ? 4 : 8;
  centralWidget()->layout()->setContentsMargins(8, edge, 8, edge);
  centralWidget()->layout()->setSpacing(edge);
  menuBar()->setVisible(!on);
  m_bar->showMenus(on);
  QWidget* network = m_network->canvas();
  if (on) {
    m_usualRows = m_rows->sizes();
    m_usualNetwork = network->minimumHeight();
  }
  network->setMinimumHeight(on ? projectedNetwork : m_usualNetwork);
}

/// To a projector's page twice what the network has; on a low one as much as it needs.
void MainWindow::shareHeight() {
  const QList<int> now = m_rows->sizes();
  const int all = std::accumulate(now.begin(), now.end(), 0);
  // In pixels: a splitter raises each part to its least size before it looks at the proportions.
  m_rows->setSizes(m_projector ? QList<int>{all / 3, all - all / 3} : m_usualRows);
}

void MainWindow::fillScreen(bool on) {
  if (!WindowLayout::isSeen()) return;
  const Qt::WindowStates state = windowState();
  setWindowState(on ? state | Qt::WindowFullScreen : state & ~Qt::WindowFullScreen);
}

void MainWindow::setProjector(bool on) {
  if (on == m_projector) return;
  m_projector = on;
  arrangeForProjector(on);
  m_theme.setTextScale(on ? projectorScale : 1.0);
  m_side->setMinimumWidth(static_cast<int>(sideWidth * m_theme.textScale()));
  m_actions->projector->setChecked(on);
  m_actions->sidePanel->setChecked(!on);
  // A real timer: it comes after every layout request that the new type size has posted.
  QTimer::singleShot(1, this, &MainWindow::shareHeight);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  if (m_projector) shareHeight(); // a splitter would keep the proportions of the low window
}

} // namespace layerlab
