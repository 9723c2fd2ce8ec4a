#include "ui/widgets/lessons/tour.h"

#include "ui/widgets/spotlight.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int stopMs = 2500;
constexpr const char* const places[] = {"dataSection", "canvas", "fitButton", "pages"};
constexpr int stops = 4;

} // namespace

Tour::Tour(const Theme& theme, QWidget* window)
    : QFrame(window), m_ring(new Spotlight(theme, window)), m_words(new QLabel(this)),
      m_skip(new QLabel(this)) {
  setObjectName(QStringLiteral("tour"));
  m_ring->setObjectName(QStringLiteral("tourRing"));
  setProperty("card", true);
  setAutoFillBackground(true);
  m_words->setWordWrap(true);
  m_skip->setObjectName(QStringLiteral("tourSkip"));
  m_skip->setProperty("role", "muted");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->addWidget(m_words);
  column->addWidget(m_skip);
  setFixedWidth(320);
  hide();
  m_timer.setInterval(stopMs);
  connect(&m_timer, &QTimer::timeout, this, [this] { show(m_stop + 1); });
}

void Tour::start() {
  qApp->installEventFilter(this);
  m_timer.start();
  emit runningChanged(true);
  show(0);
}

void Tour::end() {
  m_timer.stop();
  qApp->removeEventFilter(this);
  m_ring->point(nullptr);
  hide();
  emit runningChanged(false);
}

void Tour::show(int stop) {
  if (stop >= stops) return end();
  m_stop = stop;
  const QString words[] = {tr("1  The data: a table, its target and its features."),
                           tr("2  The network: add layers with (+), choose units and activation."),
                           tr("3  Fit: press it and watch the weights and the loss move."),
                           tr("4  The pages: loss curve, elbow, code and more.")};
  m_words->setText(words[stop]);
  m_skip->setText(tr("A click or any key ends the tour."));
  auto* target = window()->findChild<QWidget*>(QLatin1String(places[stop]));
  m_ring->point(target);
  adjustSize();
  const QRect place = target ? QRect(target->mapTo(window(), QPoint()), target->size()) : rect();
  const int x = std::clamp(place.center().x() - width() / 2, 16, window()->width() - width() - 16);
  const int below = place.bottom() + 16;
  const bool fits = below + height() < window()->height() - 16;
  move(x, fits ? below : std::max(16, place.center().y() - height() / 2));
  QFrame::show();
  raise();
}

bool Tour::eventFilter(QObject*, QEvent* event) {
  if (isRunning() &&
      (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress))
    end();
  return false;
}

} // namespace layerlab

#include "moc_tour.cpp"
