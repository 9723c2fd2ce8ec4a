#include "ui/widgets/pages/sweepchooser.h"

#include "ui/widgets/pages/elbowwords.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QMenu>

namespace layerlab {

SweepChooser::SweepChooser(const Theme& theme, const Session& session, QWidget* parent)
    : QToolButton(parent), m_theme(theme), m_session(session), m_menu(new QMenu(this)) {
  nameWidget(this, QStringLiteral("sweepCompareButton"));
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setPopupMode(QToolButton::InstantPopup);
  setAutoRaise(true);
  setMenu(m_menu);
  connect(&session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & Session::sweepPart) refill();
  });
  connect(&theme, &Theme::changed, this, &SweepChooser::retranslate);
  retranslate();
  refill();
}

const SweepResult* SweepChooser::chosen() const {
  const std::vector<SweepResult>& earlier = m_session.earlierSweeps();
  const auto index = static_cast<std::size_t>(m_index);
  return m_index >= 0 && index < earlier.size() ? &earlier[index] : nullptr;
}

QString SweepChooser::chosenName() const {
  return chosen() ? ElbowWords::name(*chosen()) : QString();
}

/// A new table takes the earlier sweeps away, and with them the choice.
void SweepChooser::refill() {
  const std::vector<SweepResult>& earlier = m_session.earlierSweeps();
  setVisible(!earlier.empty());
  if (earlier.size() == m_count && !m_menu->isEmpty()) return;
  m_count = earlier.size();
  if (m_index >= static_cast<int>(m_count)) m_index = -1;
  m_menu->clear();
  const auto add = [this](const QString& text, int index) {
    QAction* action = m_menu->addAction(text, this, [this, index] { choose(index); });
    action->setObjectName(QStringLiteral("sweepCompare_%1").arg(index + 1));
    action->setCheckable(true);
    action->setChecked(index == m_index);
  };
  add(tr("No earlier sweep"), -1);
  for (std::size_t i = 0; i < earlier.size(); ++i)
    add(tr("%1. %2").arg(i + 1).arg(ElbowWords::name(earlier[i])), static_cast<int>(i));
}

void SweepChooser::choose(int index) {
  m_index = index;
  m_count = static_cast<std::size_t>(-1); // ticks move
  QMetaObject::invokeMethod(this, &SweepChooser::refill, Qt::QueuedConnection);
  emit chosenChanged();
}

void SweepChooser::retranslate() {
  setText(tr("Compare"));
  setIcon(m_theme.icon(QStringLiteral("layers")));
  setWords(this, tr("Compare"), tr("Lay an earlier sweep of this table under the present one"));
  m_count = static_cast<std::size_t>(-1);
  refill();
}

void SweepChooser::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QToolButton::changeEvent(event);
}

} // namespace layerlab

#include "moc_sweepchooser.cpp"
