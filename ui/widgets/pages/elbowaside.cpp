#include "ui/widgets/pages/elbowaside.h"

#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int asideWidth = 320;

Curve curveOf(const QString& id, const QString& name, const QColor& color) {
  Curve curve;
  curve.id = id;
  curve.name = name;
  curve.color = color;
  return curve;
}

} // namespace

ElbowAside::ElbowAside(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setProperty("card", true);
  setFixedWidth(asideWidth);
  // As high as the chart beside it: opening this part must not make the window grow.
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
  build();
  connect(m_close, &QToolButton::clicked, this, &ElbowAside::close);
  connect(m_keep, &QPushButton::clicked, this, &ElbowAside::keepRequested);
  connect(&theme, &Theme::changed, this, &ElbowAside::retranslate);
  retranslate();
  hide();
}

void ElbowAside::build() {
  m_title = new QLabel(this);
  m_title->setProperty("role", "heading");
  m_close = new QToolButton(this);
  nameWidget(m_close, QStringLiteral("elbowAsideClose"));
  m_close->setAutoRaise(true);
  m_views = new QStackedWidget(this);
  m_views->addWidget(makeTrialView());
  m_views->addWidget(makeWhyView());
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 4, 8, 8);
  column->setSpacing(4);
  column->addLayout(head);
  column->addWidget(m_views, 1);
}

QWidget* ElbowAside::makeTrialView() {
  auto* view = new QWidget(this);
  m_chart = new CurveChart(m_theme, view);
  nameWidget(m_chart, QStringLiteral("trialChart"));
  m_figures = new QLabel(view);
  m_figures->setProperty("role", "muted");
  m_figures->setWordWrap(true);
  m_keep = new QPushButton(view);
  nameWidget(m_keep, QStringLiteral("keepTrialButton"));
  auto* column = new QVBoxLayout(view);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(m_chart, 1);
  auto* row = new QHBoxLayout;
  row->addWidget(m_figures, 1);
  row->addWidget(m_keep);
  column->addLayout(row);
  return view;
}

QWidget* ElbowAside::makeWhyView() {
  auto* scroll = new QScrollArea(this);
  nameWidget(scroll, QStringLiteral("elbowWhy"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_why = new QLabel(scroll);
  m_why->setObjectName(QStringLiteral("elbowWhyText"));
  m_why->setWordWrap(true);
  m_why->setTextFormat(Qt::RichText);
  m_why->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_why->setContentsMargins(0, 0, 8, 0);
  scroll->setWidget(m_why);
  return scroll;
}

void ElbowAside::setView(View view) {
  if (view == m_view) return;
  m_view = view;
  if (view != View::none) m_views->setCurrentIndex(view == View::trial ? 0 : 1);
  refreshTitle();
  setVisible(view != View::none);
  emit viewChanged();
}

void ElbowAside::close() {
  const bool trial = m_view == View::trial;
  setView(View::none);
  if (trial) emit trialClosed();
}

void ElbowAside::showTrial(const Run* run) {
  if (!run) {
    if (m_view == View::trial) setView(View::none);
    return;
  }
  const Colors& colors = m_theme.colors();
  Curve train = curveOf(QStringLiteral("loss"), QStringLiteral("loss"), colors.positive);
  Curve validation =
      curveOf(QStringLiteral("val_loss"), QStringLiteral("val_loss"), colors.negative);
  for (const EpochRecord& epoch : run->history.epochs) {
    train.points << QPointF(epoch.epoch, epoch.loss);
    if (epoch.valLoss) validation.points << QPointF(epoch.epoch, *epoch.valLoss);
  }
  QVector<Curve> curves{train};
  if (!validation.points.isEmpty()) curves << validation;
  m_chart->setXRange(1.0, std::max(2, run->design.fit.epochs));
  m_chart->setCurves(curves);
  m_figures->setText(figures(*run));
  m_chart->setDescription(QStringLiteral("%1: %2").arg(run->name, m_figures->text()));
  m_keep->setEnabled(!run->running && !run->history.epochs.empty());
  m_trialName = run->name;
  setView(View::trial);
  refreshTitle();
}

QString ElbowAside::figures(const Run& run) const {
  if (!run.running && run.end == FitEnd::diverged) return Words::ending(run.end, run.divergedEpoch);
  if (run.history.epochs.empty()) return {};
  const EpochRecord& last = run.history.epochs.back();
  QString text = QStringLiteral("loss %1").arg(Words::figure(last.loss));
  if (last.valLoss) text += QStringLiteral("\nval_loss %1").arg(Words::figure(*last.valLoss));
  return text;
}

void ElbowAside::setWhy(const QString& richText) {
  if (m_why->text() != richText) m_why->setText(richText);
}

void ElbowAside::showWhy(bool on) {
  if (on)
    setView(View::why);
  else if (m_view == View::why)
    setView(View::none);
}

void ElbowAside::refreshTitle() {
  m_title->setText(m_view == View::trial ? m_trialName : tr("Why the elbow?"));
}

void ElbowAside::retranslate() {
  m_close->setIcon(m_theme.icon(QStringLiteral("close")));
  setWords(m_close, tr("Close"), tr("Close this part"));
  m_keep->setText(tr("To the Loss page"));
  setWords(m_keep, m_keep->text(), tr("Put this curve among the runs and show the Loss page"));
  setWords(m_chart, tr("Loss curve of one training"), {});
  m_chart->setTitles(tr("epoch"), tr("loss"));
  refreshTitle();
}

void ElbowAside::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

} // namespace layerlab
