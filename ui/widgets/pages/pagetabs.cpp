#include "ui/widgets/pages/pagetabs.h"

#include "ui/widgets/pages/page.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPointer>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace layerlab {
namespace {

constexpr int edge = 16; ///< left of the tabs, and between them and the controls
// What words cost a button on top of their own width, at least and at most.
constexpr int leastBesideWords = 6;
constexpr int mostBesideWords = 24;

} // namespace

PageTabs::PageTabs(QWidget* parent) : QTabWidget(parent), m_controls(new QStackedWidget(this)) {
  setCornerWidget(m_controls);
  connect(this, &QTabWidget::currentChanged, this, &PageTabs::pageChanged);
  if (auto* rows = qobject_cast<QSplitter*>(parent))
    connect(rows, &QSplitter::splitterMoved, this, [this] {
      m_byHand = true;
      m_loan.reset();
    });
}

void PageTabs::addPage(QWidget* page, QWidget* controls) {
  m_controls->addWidget(controls ? controls : new QWidget(m_controls));
  addTab(page, QString());
  pageChanged();
}

/// The stack is only as wide as the controls of the page in view.
void PageTabs::pageChanged() {
  if (m_place == Place::icons) moveTo(Place::beside); // each page's controls start with their words
  for (int i = 0; i < m_controls->count(); ++i) {
    const auto policy = i == currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
    m_controls->widget(i)->setSizePolicy(policy, policy);
  }
  m_controls->setCurrentIndex(currentIndex());
  arrange();
  m_byHand = false;
  claimLater();
}

/// Judged with what the controls would need elsewhere, rounded so that no place leads back to the
/// one before.
PageTabs::Place PageTabs::wantedPlace() const {
  const int room = width() - tabBar()->sizeHint().width() - edge;
  const int need = m_controls->sizeHint().width();
  int words = 0;
  int buttons = 0;
  if (const QWidget* controls = m_controls->currentWidget())
    for (const QToolButton* button : controls->findChildren<QToolButton*>()) {
      if (button->isHidden() || button->text().isEmpty() || button->icon().isNull()) continue;
      words += button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
      ++buttons;
    }
  const bool icons = m_place == Place::icons;
  if (need + (icons ? words + buttons * mostBesideWords : 0) <= room) return Place::beside;
  const int saved = icons ? 0 : words + buttons * leastBesideWords;
  return need - saved <= room ? Place::icons : Place::row;
}

void PageTabs::arrange() {
  if (const Place place = wantedPlace(); place != m_place) moveTo(place);
  QResizeEvent same(size(), size()); // the corner takes its new width
  QTabWidget::resizeEvent(&same);
  placeRow();
}

void PageTabs::moveTo(Place place) {
  const QPointer<QWidget> focus = QApplication::focusWidget();
  const bool held = focus && m_controls->isAncestorOf(focus);
  if ((place == Place::row) != (m_place == Place::row))
    setCornerWidget(place == Place::row ? nullptr : m_controls);
  m_place = place;
  setIconsOnly(place == Place::icons);
  m_controls->show();
  if (held) focus->setFocus(); // a widget that moves loses it
}

/// The page in view leaves room for the row at its top.
void PageTabs::placeRow() {
  const bool row = m_place == Place::row;
  const int height = row ? m_controls->sizeHint().height() : 0;
  for (int i = 0; i < count(); ++i)
    widget(i)->setContentsMargins(0, i == currentIndex() ? height : 0, 0, 0);
  if (!row || !currentWidget()) return;
  m_controls->setGeometry(
      {currentWidget()->mapTo(this, QPoint(0, 0)), QSize(currentWidget()->width(), height)});
  m_controls->raise();
}

void PageTabs::setIconsOnly(bool on) {
  const auto from = on ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
  const auto to = on ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
  if (!m_controls->currentWidget()) return;
  for (QToolButton* button : m_controls->currentWidget()->findChildren<QToolButton*>())
    if (button->toolButtonStyle() == from && !button->text().isEmpty() && !button->icon().isNull())
      button->setToolButtonStyle(to);
}

bool PageTabs::event(QEvent* event) {
  // Its own words belong to the tabs; they would stand above every chart of the pages.
  if (event->type() == QEvent::ToolTip &&
      !tabBar()->geometry().contains(static_cast<QHelpEvent*>(event)->pos()))
    return true;
  const bool done = QTabWidget::event(event);
  if (event->type() == QEvent::LayoutRequest) {
    arrange();
    claimLater();
  }
  return done;
}

void PageTabs::resizeEvent(QResizeEvent* event) {
  QTabWidget::resizeEvent(event);
  arrange();
  claimLater();
}

// Height ----------------------------------------------------------------------------------------

/// Once the layout that asks for it is done.
void PageTabs::claimLater() {
  if (std::exchange(m_claims, true)) return;
  QMetaObject::invokeMethod(this, &PageTabs::claimHeight, Qt::QueuedConnection);
}

void PageTabs::claimHeight() {
  m_claims = false;
  const auto* rows = qobject_cast<QSplitter*>(parentWidget());
  const auto* page = dynamic_cast<const Page*>(currentWidget());
  if (!rows || rows->count() != 2 || !page || m_byHand || !isVisible()) return;
  if (rows->sizes().first() == 0) return; // the neighbour is folded away
  const int all = rows->sizes().first() + rows->sizes().last();
  if (m_loan && m_loan->all == all && m_loan->given != rows->sizes().last())
    m_loan.reset(); // somebody else has shared it anew
  const int usual = m_loan ? qRound(m_loan->usualShare * all) : rows->sizes().last();
  const int least = page->leastHeight();
  if (least == 0 && !m_loan) return;
  share(all, least == 0 ? usual : std::max(usual, height() - page->height() + least));
}

/// Never more than the neighbour can spare; what is not needed any more goes back.
void PageTabs::share(int all, int wanted) {
  auto* rows = qobject_cast<QSplitter*>(parentWidget());
  const int now = rows->sizes().last();
  const int most = all - rows->widget(0)->minimumSizeHint().height();
  const int given = std::max(std::min(wanted, most), minimumHeight());
  if (given == now) return;
  const double usualShare = m_loan ? m_loan->usualShare : static_cast<double>(now) / all;
  rows->setSizes({all - given, given});
  if (given > qRound(usualShare * all))
    m_loan = Loan{usualShare, all, rows->sizes().last()};
  else
    m_loan.reset();
}

} // namespace layerlab

#include "moc_pagetabs.cpp"
