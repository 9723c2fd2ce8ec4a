#include "ui/widgets/panels/recoverybar.h"

#include "ui/session/translators.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace layerlab {

RecoveryBar::RecoveryBar(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel(this)), m_words(new QLabel(this)),
      m_recover(new QPushButton(this)), m_discard(new QPushButton(this)),
      m_later(new QPushButton(this)) {
  nameWidget(this, QStringLiteral("recoveryBar"));
  nameWidget(m_words, QStringLiteral("recoveryText"));
  nameWidget(m_recover, QStringLiteral("recoverButton"));
  nameWidget(m_discard, QStringLiteral("discardRecoveryButton"));
  nameWidget(m_later, QStringLiteral("laterRecoveryButton"));
  m_words->setWordWrap(true);
  m_words->setTextFormat(Qt::PlainText);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 8, 8, 8);
  row->setSpacing(8);
  row->addWidget(m_icon);
  row->addWidget(m_words, 1);
  for (QPushButton* button : {m_recover, m_discard, m_later}) row->addWidget(button);
  connect(m_recover, &QPushButton::clicked, this, &RecoveryBar::recoverRequested);
  connect(m_discard, &QPushButton::clicked, this, &RecoveryBar::discard);
  connect(m_later, &QPushButton::clicked, this, &QWidget::hide);
  connect(&theme, &Theme::changed, this, &RecoveryBar::refresh);
  refresh();
}

void RecoveryBar::offer(Autosave& autosave) {
  m_autosave = &autosave;
  m_left = autosave.left();
  refresh();
}

void RecoveryBar::recover() {
  if (!isOffering()) return;
  m_autosave->recover(m_left.first());
  answered();
}

void RecoveryBar::discard() {
  if (!isOffering()) return;
  m_autosave->discard(m_left.first());
  answered();
}

/// The next piece of left work waits for the next start: one question is enough.
void RecoveryBar::answered() {
  m_left.clear();
  refresh();
}

void RecoveryBar::refresh() {
  m_icon->setPixmap(m_theme.icon(QStringLiteral("info")).pixmap(16, 16));
  m_recover->setText(tr("Recover"));
  setWords(m_recover, tr("Recover"), tr("Open the work as it was, in place of what is open"));
  m_discard->setText(tr("Discard"));
  setWords(m_discard, tr("Discard"), tr("Throw this work away for good"));
  m_later->setText(tr("Later"));
  setWords(m_later, tr("Later"), tr("Keep the work and ask again at the next start"));
  setVisible(isOffering());
  if (!isOffering()) return;
  const Recovery& first = m_left.first();
  m_words->setText(
      tr("LayerLab ended without saving '%1'. Its work of %2 is here.")
          .arg(first.name, Translators::locale().toString(first.saved, QLocale::ShortFormat)));
  m_words->setAccessibleName(m_words->text());
}

void RecoveryBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) refresh();
  QFrame::changeEvent(event);
}

void RecoveryBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(m_theme.colors().raised);
  painter.drawRoundedRect(rect(), 8, 8);
  painter.setBrush(m_theme.colors().accent);
  painter.drawRoundedRect(QRect(0, 0, 4, height()), 2, 2);
}

} // namespace layerlab

#include "moc_recoverybar.cpp"
