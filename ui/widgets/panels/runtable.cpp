#include "ui/widgets/panels/runtable.h"

#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>

#include <cmath>

namespace layerlab {
namespace {

constexpr int tablePeriod = 500; // ms
const QString noFigure = QStringLiteral("–");

/// Losses of different kinds cannot be compared.
bool comparable(const Run& a, const Run& b) {
  return a.design.fit.loss == b.design.fit.loss && a.design.data.targets == b.design.data.targets &&
         a.design.data.scaleTarget == b.design.data.scaleTarget;
}

QString lastMetric(const Run& run) {
  if (run.history.metrics.empty() || run.history.epochs.empty()) return noFigure;
  const EpochRecord& last = run.history.epochs.back();
  const auto& values = last.valMetrics.empty() ? last.metrics : last.valMetrics;
  if (values.empty()) return noFigure;
  return QStringLiteral("%1 %2").arg(QLatin1String(kerasName(run.history.metrics.front())),
                                     Words::figure(values.front()));
}

} // namespace

int bestRun(const std::vector<Run>& runs) {
  int best = 0;
  double lowest = 0.0;
  int counted = 0;
  for (const Run& run : runs) {
    const std::optional<double> loss = run.bestLoss();
    if (!loss || !std::isfinite(*loss) || !comparable(run, runs.back())) continue;
    ++counted;
    if (best != 0 && *loss >= lowest) continue;
    best = run.id;
    lowest = *loss;
  }
  return counted > 1 ? best : 0;
}

RunTable::RunTable(const Theme& theme, Session& session, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_session(session),
      m_throttle(tablePeriod, [this] { refresh(); }) {
  nameWidget(this, QStringLiteral("runTable"));
  setAttribute(Qt::WA_DeleteOnClose);
  build();
  connect(&session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::runsPart | Session::historyPart)) m_throttle.request();
  });
  connect(&theme, &Theme::changed, this, &RunTable::refresh);
  retranslate();
  resize(1080, 400);
}

void RunTable::build() {
  m_note = new QLabel(this);
  m_note->setWordWrap(true);
  m_note->setProperty("role", "muted");
  m_table = new QTableWidget(this);
  nameWidget(m_table, QStringLiteral("runTableRows"));
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setTabKeyNavigation(false);
  m_table->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 5px; }")); // as the heads
  m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_table->verticalHeader()->hide();
  m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_copy = new QPushButton(this);
  nameWidget(m_copy, QStringLiteral("runTableCopy"));
  m_close = new QPushButton(this);
  nameWidget(m_close, QStringLiteral("runTableClose"));
  m_copy->setAutoDefault(false); // Enter closes
  m_close->setDefault(true);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(8);
  foot->addWidget(m_note, 1);
  foot->addWidget(m_copy);
  foot->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(16);
  column->addWidget(m_table, 1);
  column->addLayout(foot);
  connect(m_copy, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(asText()); });
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

/// What came out stands beside the name, what was set for it behind: the heads as well.
void RunTable::fillRow(int row, const Run& run, bool best) {
  const FitSpec& fit = run.design.fit;
  const auto& epochs = run.history.epochs;
  const EpochRecord* last = epochs.empty() ? nullptr : &epochs.back();
  const auto lowest = run.history.bestEpoch();
  const auto figure = [](std::optional<double> value) {
    return value ? Words::figure(*value) : noFigure;
  };
  const QString bestText =
      lowest ? tr("%1, epoch %2").arg(figure(run.bestLoss())).arg(epochs[*lowest].epoch) : noFigure;
  const QStringList cells{best ? QStringLiteral("★ ") + run.name : run.name,
                          Words::layers(run.design.network),
                          figure(last ? std::optional(last->loss) : std::nullopt),
                          figure(last ? last->valLoss : std::nullopt),
                          bestText,
                          lastMetric(run),
                          QStringLiteral("%1 / %2").arg(last ? last->epoch : 0).arg(fit.epochs),
                          QStringLiteral("%1 %2").arg(QLatin1String(kerasName(fit.optimizer.kind)),
                                                      Words::setting(fit.optimizer.learningRate)),
                          QString::number(fit.batchSize),
                          Words::activations(run.design.network),
                          QLatin1String(kerasName(fit.loss)),
                          QString::number(fit.seed),
                          last ? tr("%1 s").arg(QString::number(last->seconds, 'f', 2)) : noFigure,
                          run.running ? tr("running") : Words::ending(run.end, run.divergedEpoch)};
  for (int i = 0; i < cells.size(); ++i) {
    auto* item = new QTableWidgetItem(cells[i]);
    if (best) item->setFont(m_theme.font(10.0, QFont::DemiBold));
    if (i == 0) item->setForeground(m_theme.colors().series(run.colourIndex()));
    m_table->setItem(row, i, item);
  }
}

void RunTable::refresh() {
  const std::vector<Run>& runs = m_session.runs();
  const int best = bestRun(runs);
  m_table->setRowCount(static_cast<int>(runs.size()));
  for (std::size_t i = 0; i < runs.size(); ++i) // newest first, as in the list
    fillRow(static_cast<int>(runs.size() - 1 - i), runs[i], runs[i].id == best);
  m_table->resizeColumnsToContents();
  for (int c = 0; c < m_table->columnCount(); ++c) // the header's own margins are not counted
    m_table->setColumnWidth(c, m_table->columnWidth(c) + 16);
  m_note->setText(runs.empty() ? tr("Every fit becomes a row here. Press Fit.")
                  : best != 0  ? tr("★: the lowest validation loss of the runs with the same "
                                     "target and loss.")
                               : tr("Two runs with the same target and loss can be compared."));
}

void RunTable::retranslate() {
  setWindowTitle(tr("Compare runs"));
  const QStringList heads{
      tr("run"),           tr("units"),  tr("loss"),      tr("val_loss"), tr("best val_loss"),
      tr("metric"),        tr("epochs"), tr("optimizer"), tr("batch"),    tr("activation"),
      tr("loss function"), tr("seed"),   tr("time"),      tr("ended")};
  m_table->setColumnCount(static_cast<int>(heads.size()));
  m_table->setHorizontalHeaderLabels(heads);
  setWords(m_table, tr("Compare runs"), {});
  m_copy->setText(tr("Copy"));
  setWords(m_copy, tr("Copy"), tr("Copy the table, for a spreadsheet"));
  m_close->setText(tr("Close"));
  setWords(m_close, tr("Close"), tr("Close this window (Esc)"));
  refresh();
}

QString RunTable::asText() const {
  QStringList lines;
  QStringList cells;
  for (int c = 0; c < m_table->columnCount(); ++c)
    cells << m_table->horizontalHeaderItem(c)->text();
  lines << cells.join(QLatin1Char('\t'));
  for (int r = 0; r < m_table->rowCount(); ++r) {
    cells.clear();
    for (int c = 0; c < m_table->columnCount(); ++c) cells << m_table->item(r, c)->text();
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n'));
}

void RunTable::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

} // namespace layerlab

#include "moc_runtable.cpp"
