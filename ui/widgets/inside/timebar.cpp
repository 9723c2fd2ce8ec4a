#include "ui/widgets/inside/timebar.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int growPeriod = 120; // ms; a fit adds epochs all the time
constexpr int leastSlider = 64; // beside a lesson
constexpr int usualSlider = 160;

} // namespace

TimeBar::TimeBar(const Theme& theme, Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_timeline(workbench.timeline()), m_text(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_now(new QToolButton(this)),
      m_grow(growPeriod, [this] { refresh(); }) {
  nameWidget(m_slider, QStringLiteral("timeSlider"));
  nameWidget(m_now, QStringLiteral("timeNowButton"));
  m_text->setProperty("role", "muted");
  m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_text->setBuddy(m_slider);
  m_slider->setMinimumWidth(leastSlider);
  m_slider->setMaximumWidth(usualSlider);
  m_now->setAutoRaise(true);
  m_now->setIconSize({16, 16});
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addStretch(1);
  row->addWidget(m_text);
  row->addWidget(m_slider, 1000); // all the room, up to its usual width
  row->addWidget(m_now);
  connect(m_slider, &QSlider::valueChanged, this, &TimeBar::slide);
  connect(m_now, &QToolButton::clicked, this, [this] {
    m_timeline.lend(nullptr);
    m_timeline.show(std::nullopt);
  });
  connect(&m_timeline, &Timeline::extentChanged, this, [this] { m_grow.request(); });
  connect(&m_timeline, &Timeline::moved, this, [this] {
    if (m_timeline.isNow() && !m_now->isEnabled())
      m_grow.request(); // newer weights of a running fit
    else
      refresh();
  });
  connect(&workbench, &Workbench::trainStateChanged, this, &TimeBar::refresh);
  connect(&theme, &Theme::changed, this, [this] {
    m_now->setIcon(m_theme.icon(QStringLiteral("now")));
    refresh(); // another height
  });
  retranslate();
}

void TimeBar::slide(int place) {
  const std::vector<Snapshot>& all = m_timeline.snapshots();
  const auto index = static_cast<std::size_t>(place);
  m_timeline.show(index < all.size() ? std::optional(all[index].epoch) : std::nullopt);
}

void TimeBar::refresh() {
  const std::vector<Snapshot>& all = m_timeline.snapshots();
  const bool past = all.size() > 1 || !m_timeline.isNow();
  int height = 0;
  for (QWidget* part : std::initializer_list<QWidget*>{m_text, m_slider, m_now}) {
    part->setVisible(past);
    height = std::max(height, part->sizeHint().height());
  }
  setMinimumHeight(height);
  // Without a past the room is its neighbour's.
  setSizePolicy(past ? QSizePolicy::Preferred : QSizePolicy::Maximum, QSizePolicy::Preferred);
  const int count = static_cast<int>(all.size());
  const std::optional<int> shown = m_timeline.shownEpoch();
  int place = count;
  for (int i = 0; shown && i < count; ++i)
    if (all[static_cast<std::size_t>(i)].epoch == *shown) place = i;
  const QSignalBlocker silence(m_slider);
  m_slider->setRange(0, count);
  m_slider->setPageStep(std::max(1, count / 10));
  m_slider->setValue(place);
  m_now->setEnabled(!m_timeline.isNow());
  m_text->setText(shown ? tr("Epoch %1 of %2")
                              .arg(Words::count(*shown),
                                   all.empty() ? QString() : Words::count(all.back().epoch))
                  : m_timeline.isNow() ? tr("Now")
                                       : tr("Stages")); // the walk's weights are in view
}

void TimeBar::retranslate() {
  setWords(m_slider, tr("Time travel"),
           tr("Go to a past epoch: weights, predictions, features and the loss chart follow"));
  m_now->setIcon(m_theme.icon(QStringLiteral("now")));
  setWords(m_now, tr("Back to now"), tr("Back to the newest weights"));
  refresh();
  // As wide as its widest text, so that nothing jumps while it slides.
  m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(
      tr("Epoch %1 of %2").arg(QStringLiteral("0000"), QStringLiteral("0000"))));
}

void TimeBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_timebar.cpp"
