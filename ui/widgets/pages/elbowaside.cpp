#include "ui/widgets/pages/elbowaside.h"

#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTextDocumentFragment>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int asideWidth = 368;
constexpr int leastTrialChart = 56; // beside a low elbow chart the curve comes before all else

Curve curveOf(const QString& name, const QColor& color, Marker marker) {
  Curve curve;
  curve.id = name;
  curve.name = name;
  curve.color = color;
  curve.marker = marker;
  return curve;
}

/// "● loss 0.2177" with the marker of the line: legend and figure in one.
QString keyOf(const Curve& curve) {
  return QStringLiteral("<span style=\"color:%1\">%2</span>&nbsp;%3&nbsp;%4")
      .arg(curve.color.name(),
           curve.marker == Marker::square ? QStringLiteral("■") : QStringLiteral("●"), curve.name,
           Words::figure(curve.points.back().y()));
}

} // namespace

ElbowAside::ElbowAside(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setProperty("card", true);
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
  m_figures = new QLabel(this);
  m_figures->setObjectName(QStringLiteral("trialFigures"));
  m_figures->setProperty("role", "caption");
  m_figures->setTextFormat(Qt::RichText);
  m_figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_keep = new QPushButton(this);
  nameWidget(m_keep, QStringLiteral("keepTrialButton"));
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addWidget(m_title);
  words->addWidget(m_figures);
  auto* head = new QHBoxLayout;
  head->setSpacing(4);
  head->addLayout(words, 1);
  head->addWidget(m_keep);
  head->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 4, 8, 8);
  column->setSpacing(4);
  column->addLayout(head);
  column->addWidget(m_views, 1);
}

QWidget* ElbowAside::makeTrialView() {
  m_chart = new CurveChart(m_theme, this);
  nameWidget(m_chart, QStringLiteral("trialChart"));
  m_chart->setLegendShown(false);
  m_chart->setMinimumHeight(leastTrialChart);
  return m_chart;
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
  // Markers as on the Loss page.
  Curve train = curveOf(QStringLiteral("loss"), colors.positive, Marker::disc);
  Curve validation = curveOf(QStringLiteral("val_loss"), colors.negative, Marker::square);
  validation.style = Curve::Style::dashed;
  for (const EpochRecord& epoch : run->history.epochs) {
    train.points << QPointF(epoch.epoch, epoch.loss);
    if (epoch.valLoss) validation.points << QPointF(epoch.epoch, *epoch.valLoss);
  }
  QVector<Curve> curves{train};
  if (!validation.points.isEmpty()) curves << validation;
  m_chart->setXRange(1.0, std::max(2, run->design.fit.epochs));
  m_chart->setCurves(curves);
  m_figures->setText(figures(*run, curves));
  QTextDocumentFragment plain = QTextDocumentFragment::fromHtml(m_figures->text());
  m_chart->setDescription(QStringLiteral("%1: %2").arg(run->name, plain.toPlainText()));
  m_keep->setEnabled(!run->running && !run->history.epochs.empty());
  m_trialName = run->name;
  setView(View::trial);
  refreshTitle();
}

QString ElbowAside::figures(const Run& run, const QVector<Curve>& curves) const {
  if (!run.running && run.end == FitEnd::diverged) return Words::ending(run.end, run.divergedEpoch);
  QStringList keys;
  for (const Curve& curve : curves)
    if (!curve.points.isEmpty()) keys << keyOf(curve);
  return keys.join(QStringLiteral(" &nbsp; "));
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
  const bool trial = m_view == View::trial;
  m_title->setText(trial ? m_trialName : tr("Why the elbow?"));
  m_figures->setVisible(trial);
  m_keep->setVisible(trial);
}

void ElbowAside::retranslate() {
  m_close->setIcon(m_theme.icon(QStringLiteral("close")));
  setWords(m_close, tr("Close"), tr("Close this part"));
  m_keep->setText(tr("To the Loss page"));
  setWords(m_keep, m_keep->text(), tr("Put this curve among the runs and show the Loss page"));
  setWords(m_chart, tr("Loss curve of one training"), {});
  m_chart->setTitles(tr("epoch"), {}); // the figures say what the lines are
  setFixedWidth(m_theme.px(asideWidth));
  refreshTitle();
}

void ElbowAside::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

} // namespace layerlab

#include "moc_elbowaside.cpp"
