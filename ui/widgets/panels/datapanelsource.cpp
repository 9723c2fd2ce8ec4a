#include "ui/widgets/panels/datapanel.h"

#include "ui/session/sources.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/readingoptions.h"
#include "ui/widgets/panels/words.h"

#include <QFileInfo>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

// The upper half of the panel: where the table comes from and how it was read.

namespace layerlab {

void DataPanel::buildSource() {
  m_progress = new QProgressBar(this);
  m_progress->setTextVisible(false);
  m_progress->setRange(0, 1000);
  m_progress->setFixedHeight(6);
  m_cancel = new QToolButton(this);
  nameWidget(m_cancel, QStringLiteral("loadCancelButton"));
  m_message = new MessageRow(m_theme, QStringLiteral("dataMessage"), this);
  m_file = new QLabel(this);
  m_file->setTextFormat(Qt::PlainText);
  m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_reading = new ReadingOptions(this);
  m_reading->hide();
  auto* loading = new QHBoxLayout;
  loading->addWidget(m_progress, 1);
  loading->addWidget(m_cancel);
  QVBoxLayout* body = m_section->body();
  body->addLayout(buildSourceLine());
  body->addLayout(loading);
  body->addWidget(m_message);
  body->addWidget(m_file);
  body->addLayout(buildFacts());
  body->addWidget(m_reading);
}

/// Open, other sources, examples.
QLayout* DataPanel::buildSourceLine() {
  m_open = new QPushButton(this);
  nameWidget(m_open, QStringLiteral("dataOpenButton"));
  m_more = new QToolButton(this);
  nameWidget(m_more, QStringLiteral("dataSourceButton"));
  m_sources = new QMenu(m_more);
  m_sources->setObjectName(QStringLiteral("dataSourceMenu"));
  m_more->setMenu(m_sources);
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_more->setIconSize({14, 14});
  // Narrow, so that the whole name of an example stands beside them on a 1280 pixel window.
  m_open->setStyleSheet(QStringLiteral("QPushButton { padding: 4px 8px; }"));
  m_more->setStyleSheet(QStringLiteral("QToolButton { padding: 4px; } "
                                       "QToolButton::menu-indicator { image: none; }"));
  m_example = makeCombo(QStringLiteral("exampleCombo"), this);
  auto* open = new QHBoxLayout;
  open->setSpacing(4);
  open->addWidget(m_open);
  open->addWidget(m_more);
  auto* line = new QHBoxLayout;
  line->setSpacing(8);
  line->addLayout(open);
  line->addWidget(m_example, 1);
  return line;
}

/// Size, how it was read, what was noticed.
QLayout* DataPanel::buildFacts() {
  m_size = new QLabel(this);
  m_size->setProperty("role", "muted");
  m_size->setWordWrap(true);
  m_readingFold = new QToolButton(this);
  nameWidget(m_readingFold, QStringLiteral("readingOptionsButton"));
  m_readingFold->setAutoRaise(true);
  m_readingFold->setCheckable(true);
  m_readingFold->setIconSize({14, 14});
  m_issues = new QPushButton(this);
  nameWidget(m_issues, QStringLiteral("issuesButton"));
  m_issues->setProperty("flat", true);
  auto* line = new QHBoxLayout;
  line->setSpacing(4);
  line->addWidget(m_size, 1);
  line->addWidget(m_issues);
  line->addWidget(m_readingFold);
  return line;
}

void DataPanel::connectSource() {
  connect(m_open, &QPushButton::clicked, this, &DataPanel::openRequested);
  connect(m_issues, &QPushButton::clicked, this, &DataPanel::issuesRequested);
  connect(m_cancel, &QToolButton::clicked, &m_workbench, &Workbench::cancelLoading);
  connect(m_example, &QComboBox::currentIndexChanged, this, [this](int index) {
    if (index >= 0) emit exampleRequested(m_example->itemData(index).toString());
    if (!m_workbench.isLoading()) refreshSource(); // the person kept the present table
  });
  connect(m_readingFold, &QToolButton::toggled, m_reading, &QWidget::setVisible);
  connect(m_reading, &ReadingOptions::chosen, &m_workbench, &Workbench::reread);
  connect(&m_workbench, &Workbench::dataFileChanged, this, &DataPanel::offerReload);
  connect(&m_workbench, &Workbench::loadingChanged, this, &DataPanel::refreshLoading);
  connect(&m_workbench, &Workbench::loadProgress, this, [this](double fraction) {
    m_progress->setValue(static_cast<int>(std::lround(1000.0 * fraction)));
  });
}

/// Never done silently: a table that changes under a class would be a riddle.
void DataPanel::offerReload() {
  const std::string file = QFileInfo(m_workbench.dataPath()).fileName().toStdString();
  m_message->tell(Message{QT_TRANSLATE_NOOP("Core", "%1 was changed by another program."), {file}});
  m_message->offer({QT_TRANSLATE_NOOP("Core", "Reload"), {}}, [this] { m_workbench.reload(); });
}

void DataPanel::refreshLoading() {
  const bool loading = m_workbench.isLoading();
  m_progress->setVisible(loading);
  m_cancel->setVisible(loading);
  if (loading) m_message->clear();
  if (!loading) m_progress->setValue(0);
  if (!loading) refreshSource();
}

void DataPanel::refreshSource() {
  const TablePtr table = m_session.table();
  const QString source = m_workbench.dataPath();
  const QString refused = m_workbench.refusedSource();
  const QString prefix = QStringLiteral("example:");
  const bool example = source.startsWith(prefix);
  showChoice(m_example, example ? QVariant(source.mid(prefix.size())) : QVariant());
  m_file->setVisible(table && !example);
  m_file->setText(Sources::isFile(source) ? QFileInfo(source).fileName() : Sources::title(source));
  m_file->setToolTip(Sources::detail(source));
  m_issues->setVisible(table && !table->report.issues.empty());
  // A file that was refused may be read in another way; a generated table has no ways.
  m_readingFold->setVisible(!refused.isEmpty() ||
                            (table && !source.startsWith(QLatin1String("generated:"))));
  if (m_readingFold->isHidden()) m_readingFold->setChecked(false);
  m_reading->show(m_workbench.readOptions(), refused.isEmpty() && table ? &table->report : nullptr);
  if (!table) {
    m_size->setText(tr("Open a CSV, pick an example or make data."));
    return;
  }
  m_size->setText(tr("%1 rows × %2 columns")
                      .arg(Words::count(table->rows),
                           Words::count(static_cast<qint64>(table->columns.size()))));
  m_issues->setText(tr("Remarks: %1").arg(table->report.issues.size()));
}

} // namespace layerlab
