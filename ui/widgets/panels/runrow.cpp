#include "ui/widgets/panels/runrow.h"

#include "ui/widgets/panels/elidedlabel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QMenu>
#include <QPainter>

#include <utility>

namespace layerlab {
namespace {

constexpr int colourCount = 8; ///< of the palette of series

QIcon swatch(const QColor& color) {
  QPixmap pixmap(32, 32);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawEllipse(QRectF(4, 4, 24, 24));
  return QIcon(pixmap);
}

} // namespace

RunDot::RunDot(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setFixedSize(12, 12);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RunDot::setRun(int index, bool current) {
  m_index = index;
  m_current = current;
  update();
}

void RunDot::paintEvent(QPaintEvent*) {
  const Colors& colors = m_theme.colors();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const QRectF disc = QRectF(rect()).adjusted(1, 1, -1, -1);
  painter.setBrush(m_current ? colors.positive : colors.series(m_index));
  painter.drawEllipse(disc);
  if (!m_current) return;
  painter.setBrush(colors.negative);
  painter.drawPie(disc, -90 * 16, 180 * 16);
}

RunRow::RunRow(const Theme& theme, int id, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_id(id), m_dot(new RunDot(theme, this)),
      m_name(new ElidedLabel(this)), m_best(new QLabel(this)), m_changes(new ElidedLabel(this)),
      m_losses(new ElidedLabel(this)), m_eye(new QToolButton(this)), m_more(new QToolButton(this)) {
  nameWidget(m_eye, QStringLiteral("runEye_%1").arg(id));
  nameWidget(m_more, QStringLiteral("runMenu_%1").arg(id));
  m_changes->setProperty("role", "muted");
  m_losses->setProperty("role", "muted");
  m_best->setProperty("role", "badge");
  m_best->setObjectName(QStringLiteral("runBest_%1").arg(id));
  m_best->hide();
  for (QToolButton* button : {m_eye, m_more}) button->setAutoRaise(true);
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(m_dot);
  head->addWidget(m_name, 1);
  head->addWidget(m_best);
  head->addWidget(m_eye);
  head->addWidget(m_more);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(head);
  column->addWidget(m_losses);
  column->addWidget(m_changes);
  buildMenu();
  connect(m_eye, &QToolButton::clicked, this, [this] { emit visibleToggled(!m_visible); });
  connect(&theme, &Theme::changed, this, &RunRow::refreshIcons);
  retranslate();
}

void RunRow::buildMenu() {
  m_menu = new QMenu(this);
  m_menu->setObjectName(QStringLiteral("runMenuList_%1").arg(m_id));
  m_rename = m_menu->addAction({}, this, &RunRow::renameRequested);
  m_colours = m_menu->addMenu(QString());
  m_colours->setObjectName(QStringLiteral("runColours_%1").arg(m_id));
  connect(m_colours, &QMenu::aboutToShow, this, &RunRow::fillColours);
  fillColours();
  m_restore = m_menu->addAction({}, this, &RunRow::restoreRequested);
  m_menu->addSeparator();
  m_remove = m_menu->addAction({}, this, &RunRow::removeRequested);
  m_rename->setObjectName(QStringLiteral("runRename_%1").arg(m_id));
  m_restore->setObjectName(QStringLiteral("runRestore_%1").arg(m_id));
  m_remove->setObjectName(QStringLiteral("runRemove_%1").arg(m_id));
  m_more->setMenu(m_menu);
  m_more->setPopupMode(QToolButton::InstantPopup);
}

void RunRow::fillColours() {
  m_colours->clear();
  for (int i = 0; i < colourCount; ++i) {
    QAction* action =
        m_colours->addAction(swatch(m_theme.colors().series(i)), tr("Colour %1").arg(i + 1), this,
                             [this, i] { emit colourRequested(i); });
    action->setObjectName(QStringLiteral("runColour_%1_%2").arg(m_id).arg(i + 1));
    action->setCheckable(true);
    action->setChecked(i == m_colour % colourCount);
  }
}

void RunRow::setRun(const Run& run, const Run* before, bool current, bool best) {
  const bool wasVisible = std::exchange(m_visible, run.visible);
  m_colour = run.colourIndex();
  m_dot->setRun(m_colour, current);
  m_best->setVisible(best);
  m_name->setText(run.name);
  refreshLosses(run);
  const QString changes = before ? Words::changes(before->design, run.design) : QString();
  m_changes->setText(changes);
  m_changes->setVisible(!changes.isEmpty());
  m_remove->setEnabled(!run.running);
  if (wasVisible != m_visible) refreshIcons();
}

void RunRow::refreshLosses(const Run& run) {
  if (run.history.epochs.empty()) {
    m_losses->setText(run.running ? tr("starting") : Words::ending(run.end, run.divergedEpoch));
    return;
  }
  const EpochRecord& last = run.history.epochs.back();
  const QString loss = Words::figure(last.valLoss.value_or(last.loss));
  QString text = last.valLoss ? tr("val_loss %1").arg(loss) : tr("loss %1").arg(loss);
  if (!run.running) {
    const auto best = run.history.bestEpoch();
    const EpochRecord& lowest = best ? run.history.epochs[*best] : last;
    text = tr("%1 · best %2").arg(text, Words::figure(lowest.valLoss.value_or(lowest.loss)));
    if (run.end == FitEnd::diverged) text = Words::ending(run.end, run.divergedEpoch);
  }
  m_losses->setText(text);
}

void RunRow::refreshIcons() {
  m_eye->setIcon(m_theme.icon(m_visible ? QStringLiteral("eye") : QStringLiteral("eye-off")));
  m_more->setIcon(m_theme.icon(QStringLiteral("settings")));
  setWords(m_eye, m_visible ? tr("Hide this run") : tr("Show this run"),
           m_visible ? tr("Hide this run in the loss plot") : tr("Show this run in the loss plot"));
}

void RunRow::retranslate() {
  setWords(m_more, tr("Run menu"), tr("Rename, restore or remove this run"));
  m_rename->setText(tr("Rename…"));
  m_colours->setTitle(tr("Colour"));
  m_best->setText(tr("best"));
  m_best->setToolTip(tr("The lowest validation loss of the runs with the same target and loss"));
  m_restore->setText(tr("Restore this design"));
  m_remove->setText(tr("Remove"));
  refreshIcons();
}

} // namespace layerlab

#include "moc_runrow.cpp"
