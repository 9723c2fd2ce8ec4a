#include "ui/widgets/panels/messagerow.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace layerlab {

MessageRow::MessageRow(const Theme& theme, const QString& name, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel(this)), m_label(new QLabel(this)),
      m_close(new QToolButton(this)), m_action(new QPushButton(this)) {
  nameWidget(this, name);
  nameWidget(m_label, QStringLiteral("%1Text").arg(name));
  nameWidget(m_close, QStringLiteral("%1Close").arg(name));
  m_label->setWordWrap(true);
  m_label->setTextFormat(Qt::PlainText);
  m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_label->setFocusPolicy(Qt::NoFocus);
  m_close->setAutoRaise(true);
  m_close->setIconSize({12, 12});
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 6, 4, 6);
  row->setSpacing(8);
  row->addWidget(m_icon, 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  words->addWidget(m_label);
  words->addWidget(m_action, 0, Qt::AlignLeft);
  row->addLayout(words, 1);
  row->addWidget(m_close, 0, Qt::AlignTop);
  nameWidget(m_action, QStringLiteral("%1Action").arg(name));
  m_action->hide();
  connect(m_action, &QPushButton::clicked, this, [this] {
    const auto offered = std::exchange(m_offered, nullptr); // it may say something new here
    clear();
    if (offered) offered();
  });
  connect(m_close, &QToolButton::clicked, this, &MessageRow::clear);
  connect(&theme, &Theme::changed, this, &MessageRow::refresh);
  retranslate();
  hide();
}

void MessageRow::tell(const Notice& notice) {
  m_notice = notice;
  m_offered = nullptr;
  m_action->hide();
  retranslate();
  refresh();
  setVisible(!notice.isEmpty());
}

void MessageRow::offer(const Message& words, std::function<void()> action) {
  m_offer = words;
  m_offered = std::move(action);
  retranslate();
  m_action->show();
}

void MessageRow::clear() {
  tell({});
}

void MessageRow::refresh() {
  const QIcon icon =
      m_theme.icon(m_notice.isError() ? QStringLiteral("error") : QStringLiteral("info"));
  m_icon->setPixmap(icon.pixmap(16, 16));
  m_close->setIcon(m_theme.icon(QStringLiteral("close")));
  update();
}

void MessageRow::retranslate() {
  setWords(m_close, tr("Close message"), tr("Close this message"));
  m_label->setText(m_notice.text());
  m_label->setAccessibleName(m_label->text());
  if (!m_offered) {
    setWords(m_action, tr("Remedy"), tr("Do what the message offers"));
    return;
  }
  m_action->setText(layerlab::text(m_offer));
  setWords(m_action, m_action->text(), m_label->text());
}

void MessageRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

/// A quiet box with a bar in the colour of the matter at its left.
void MessageRow::paintEvent(QPaintEvent*) {
  const Colors& colors = m_theme.colors();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors.raised);
  painter.drawRoundedRect(rect(), 6, 6);
  painter.setBrush(m_notice.isError() ? colors.bad : colors.accent);
  painter.drawRoundedRect(QRect(0, 0, 4, height()), 2, 2);
}

} // namespace layerlab

#include "moc_messagerow.cpp"
