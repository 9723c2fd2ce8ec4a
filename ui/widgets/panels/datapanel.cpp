#include "ui/widgets/panels/datapanel.h"

#include "core/base/shown.h"
#include "ui/session/sources.h"
#include "ui/session/text.h"
#include "ui/widgets/panels/featurelist.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/messagerow.h"
#include "ui/widgets/panels/readingoptions.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileInfo>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr int largestShare = 90; // per cent of the rows for validation
constexpr qsizetype namedLeftOut = 3;

QString exampleTitle(const QString& name) {
  QString title = name;
  title.replace(QLatin1Char('_'), QLatin1Char(' '));
  return title;
}

QString joined(const std::vector<std::string>& names) {
  QStringList list;
  for (const std::string& name : names) list << QString::fromStdString(name);
  return list.join(QStringLiteral(", "));
}

} // namespace

DataPanel::DataPanel(const Theme& theme, Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()),
      m_section(new Section(theme, QStringLiteral("dataSection"), this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_section);
  buildSource();
  buildRoles();
  buildSplit();
  connectSource();
  connectRoles();
  connectSplit();
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & (Session::tablePart | Session::designPart | Session::outlinePart)) refresh();
    if (parts & Session::tablePart) m_message->clear();
  });
  connect(&m_rows, &RowCounter::counted, this, &DataPanel::refreshShareText);
  retranslate();
}

void DataPanel::buildRoles() {
  m_roles = new QWidget(this);
  m_target = makeCombo(QStringLiteral("targetCombo"), m_roles);
  m_features = new FeatureList(m_theme, m_roles);
  m_allFeatures = new QToolButton(m_roles);
  nameWidget(m_allFeatures, QStringLiteral("featuresAllButton"));
  m_allFeatures->setStyleSheet(QStringLiteral("padding: 0 4px"));
  m_leftOut = new QLabel(m_roles);
  nameWidget(m_leftOut, QStringLiteral("leftOutNote"));
  m_leftOut->setProperty("role", "muted");
  m_leftOut->setWordWrap(true);
  m_leftOut->setTextFormat(Qt::PlainText);
  m_task = makeCombo(QStringLiteral("taskCombo"), m_roles);
  m_targetField = new Field(m_target, m_roles);
  m_featureField = new Field(m_features, m_roles);
  m_featureField->addBeside(m_allFeatures);
  m_taskField = new Field(m_task, m_roles);
  auto* column = new QVBoxLayout(m_roles);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(m_targetField);
  column->addWidget(m_featureField);
  column->addWidget(m_leftOut);
  column->addWidget(m_taskField);
  column->addWidget(m_unusable =
                        new MessageRow(m_theme, QStringLiteral("outlineMessage"), m_roles));
  m_section->body()->addWidget(m_roles);
}

void DataPanel::buildSplit() {
  m_scaling = makeCombo(QStringLiteral("scalingCombo"), m_roles);
  m_scaleTarget = new QCheckBox(m_roles);
  nameWidget(m_scaleTarget, QStringLiteral("scaleTargetCheck"));
  m_missing = makeCombo(QStringLiteral("missingCombo"), m_roles);
  m_split = makeCombo(QStringLiteral("splitCombo"), m_roles);
  m_share = new QSlider(Qt::Horizontal, m_roles);
  nameWidget(m_share, QStringLiteral("splitSlider"));
  m_share->setRange(0, largestShare);
  m_share->setPageStep(5);
  calmWheel(m_share);
  m_shareText = new QLabel(m_roles);
  m_shareText->setProperty("role", "muted");
  m_shareText->setWordWrap(true);
  m_scalingField = new Field(m_scaling, m_roles);
  m_missingField = new Field(m_missing, m_roles);
  m_splitField = new Field(m_split, m_roles);
  m_shareField = new Field(m_share, m_roles);
  auto* column = static_cast<QVBoxLayout*>(m_roles->layout());
  column->addLayout(pair(m_scalingField, m_missingField));
  column->addWidget(m_scaleTarget);
  column->addWidget(m_splitField);
  column->addWidget(m_shareField);
  column->addWidget(m_shareText);
}

void DataPanel::connectRoles() {
  connect(m_target, &QComboBox::currentIndexChanged, this, [this](int index) {
    if (index >= 0) chooseTarget(m_target->itemData(index).toString());
  });
  connect(m_features, &FeatureList::checkedChanged, this, &DataPanel::chooseFeatures);
  connect(m_allFeatures, &QToolButton::clicked, this, [this] {
    m_session.editData(tr("All features"), [](PrepareSpec& data) {
      data.features.clear();
      data.ignored.clear();
    });
  });
  connect(m_task, &QComboBox::currentIndexChanged, this, [this](int index) {
    const auto task = static_cast<Task>(m_task->itemData(index, Qt::UserRole + 1).toInt());
    m_session.editData(tr("Task"), [task](PrepareSpec& data) { data.task = task; });
  });
}

void DataPanel::connectSplit() {
  connect(m_scaling, &QComboBox::currentIndexChanged, this, [this](int index) {
    m_session.edit(tr("Scaling"), {},
                   [index](Design& design) { design.data.scaling = static_cast<Scaling>(index); });
  });
  connect(m_scaleTarget, &QCheckBox::toggled, this, [this](bool on) {
    m_session.edit(tr("Scale the target"), {},
                   [on](Design& design) { design.data.scaleTarget = on; });
  });
  connect(m_missing, &QComboBox::currentIndexChanged, this, [this](int index) {
    m_session.edit(tr("Missing values"), {}, [index](Design& design) {
      design.data.missing = static_cast<MissingRule>(index);
    });
  });
  connect(m_split, &QComboBox::currentIndexChanged, this, [this](int index) {
    m_session.edit(tr("Split"), {},
                   [index](Design& design) { design.data.split = static_cast<Split>(index); });
  });
  connect(m_share, &QSlider::valueChanged, this, [this](int percent) {
    m_session.edit(tr("Validation share"), QStringLiteral("share"),
                   [percent](Design& design) { design.data.validationSplit = percent / 100.0; });
  });
}

void DataPanel::chooseTarget(const QString& name) {
  const std::string target = name.toStdString();
  const TablePtr table = m_session.table();
  if (!table || !table->find(target)) return; // the entry for several targets changes nothing
  m_session.editData(tr("Target"), [&target](PrepareSpec& data) {
    data.targets = {target};
    std::erase(data.features, target);
    std::erase(data.ignored, target);
  });
}

void DataPanel::chooseFeatures(const QStringList& names) {
  if (names.isEmpty()) {
    m_message->tell(Message{QT_TRANSLATE_NOOP("Core", "Keep at least one feature ticked."), {}});
    refresh();
    return;
  }
  m_session.editData(tr("Features"), [&](PrepareSpec& data) {
    data.features.clear();
    data.ignored.clear();
    if (effectiveFeatures(*m_session.table(), data) != names)
      for (const QString& name : names) data.features.push_back(name.toStdString());
  });
}

void DataPanel::tell(const Notice& notice) {
  m_message->tell(notice);
  if (notice.isError()) refreshSource();
}

QWidget* DataPanel::messageRow() const {
  return m_message;
}

void DataPanel::refresh() {
  refreshSource();
  m_roles->setEnabled(m_session.table() != nullptr);
  refreshTargets();
  m_features->setColumns(m_session.table(), m_session.design().data);
  refreshLeftOut();
  refreshTask();
  refreshSplit();
}

void DataPanel::refreshTargets() {
  const QSignalBlocker silence(m_target);
  QVector<Choice> choices;
  const PrepareSpec& data = m_session.design().data;
  if (data.targets.size() > 1) choices << Choice{joined(data.targets), joined(data.targets), {}};
  if (const TablePtr table = m_session.table())
    for (const Column& column : table->columns) {
      const QString name = QString::fromStdString(column.name);
      choices << Choice{name, name,
                        tr("%1: %2, %3 different values")
                            .arg(name, Words::columnType(column), Words::count(column.distinct))};
    }
  fillCombo(m_target, choices);
  showChoice(m_target, data.targets.empty() ? QVariant() : QVariant(joined(data.targets)));
}

/// One column with its reason; of several the names, with the reasons to be read at their leisure.
void DataPanel::refreshLeftOut() {
  const Result<Outline>& outline = m_session.outline();
  QStringList names;
  QStringList reasons;
  if (outline)
    for (const LeftOut& column : outline->leftOut) {
      names << QString::fromStdString(shown(column.name));
      reasons << text(column.reason);
    }
  m_leftOut->setVisible(!names.isEmpty());
  const QString shortened = QStringList(names.mid(0, namedLeftOut)).join(QStringLiteral(", ")) +
                            (names.size() > namedLeftOut ? QStringLiteral(" …") : QString());
  m_leftOut->setText(tr("Left out: %1").arg(names.size() == 1 ? reasons.first() : shortened));
  m_leftOut->setToolTip(reasons.join(QLatin1Char('\n')));
}

void DataPanel::refreshTask() {
  const Result<Outline>& outline = m_session.outline();
  QString automatic = tr("automatic");
  if (outline && outline->task == Task::regression) automatic = tr("automatic: regression");
  if (outline && outline->task == Task::classification)
    automatic = outline->classes.empty() ? tr("automatic: classification")
                                         : tr("automatic: %1 classes").arg(outline->classes.size());
  fillCombo(m_task, {{automatic, QStringLiteral("auto"),
                      tr("Text, or only 0 and 1: classification; other numbers: regression")},
                     {tr("regression"), QStringLiteral("regression"), tr("Predict a number")},
                     {tr("classification"), QStringLiteral("classification"),
                      tr("Predict one of several classes")}});
  for (int i = 0; i < m_task->count(); ++i) m_task->setItemData(i, i, Qt::UserRole + 1);
  const QSignalBlocker silence(m_task);
  m_task->setCurrentIndex(static_cast<int>(m_session.design().data.task));
  m_scaleTarget->setVisible(outline && outline->task == Task::regression);
  if (m_session.table() && !outline)
    m_unusable->tell(outline.error());
  else
    m_unusable->clear();
}

void DataPanel::refreshSplit() {
  const PrepareSpec& data = m_session.design().data;
  const QSignalBlocker scaling(m_scaling);
  const QSignalBlocker scaleTarget(m_scaleTarget);
  const QSignalBlocker missing(m_missing);
  const QSignalBlocker split(m_split);
  const QSignalBlocker share(m_share);
  m_scaling->setCurrentIndex(static_cast<int>(data.scaling));
  m_scaleTarget->setChecked(data.scaleTarget);
  m_missing->setCurrentIndex(static_cast<int>(data.missing));
  m_split->setCurrentIndex(static_cast<int>(data.split));
  const auto percent = static_cast<int>(std::lround(100.0 * data.validationSplit));
  m_share->setValue(percent);
  m_shareField->setTexts(tr("Validation share: %1 %").arg(percent),
                         tr("Part of the rows kept aside to check the network"));
  refreshShareText();
}

void DataPanel::refreshShareText() {
  const TablePtr table = m_session.table();
  m_shareText->setVisible(table != nullptr);
  if (!table) return;
  const PrepareSpec& data = m_session.design().data;
  const std::optional<std::int64_t> rows = m_rows.usable(table, data);
  if (!rows) return m_shareText->setText(tr("Counting the complete rows…"));
  const auto train = static_cast<std::int64_t>(
      std::floor(static_cast<double>(*rows) * (1.0 - data.validationSplit)));
  const QString counts =
      tr("%1 rows train, %2 validate").arg(Words::count(train), Words::count(*rows - train));
  const std::int64_t dropped = table->rows - *rows;
  m_shareText->setText(
      dropped == 0 ? counts
                   : tr("%1; %2 incomplete rows left out").arg(counts, Words::count(dropped)));
}

void DataPanel::fillChoices() {
  QVector<Choice> examples;
  for (const QString& name : Workbench::exampleNames())
    examples << Choice{exampleTitle(name), name, {}};
  fillCombo(m_example, examples);
  m_example->setPlaceholderText(tr("Example"));
  fillCombo(m_scaling,
            {{tr("none"), QStringLiteral("none"), tr("Numbers as they stand in the file")},
             {tr("standard"), QStringLiteral("standard"), tr("Mean 0 and standard deviation 1")},
             {tr("min–max"), QStringLiteral("minmax"), tr("From 0 to 1")}});
  fillCombo(m_missing,
            {{tr("drop rows"), QStringLiteral("drop"), tr("Leave rows with gaps out")},
             {tr("fill mean"), QStringLiteral("mean"), tr("Fill gaps with the column's mean")}});
  fillCombo(m_split, {{tr("last rows (Keras)"), QStringLiteral("last"),
                       tr("The last rows of the file validate, as validation_split in Keras")},
                      {tr("random rows"), QStringLiteral("random"), tr("Drawn by the seed")},
                      {tr("stratified"), QStringLiteral("stratified"),
                       tr("Drawn by the seed, each class with the same share")}});
}

void DataPanel::retranslate() {
  m_section->setTitle(tr("Data"), tr("Fold or unfold the data settings"));
  m_open->setText(tr("Open…"));
  setWords(m_open, tr("Open a file"), tr("Open a CSV file or a project (Ctrl+O)"));
  m_open->setIcon(m_theme.icon(QStringLiteral("open")));
  m_more->setIcon(m_theme.icon(QStringLiteral("chevron-down")));
  setWords(m_more, tr("Other sources"), tr("Generate, paint or paste a table; reload it"));
  m_readingFold->setIcon(m_theme.icon(QStringLiteral("settings")));
  setWords(m_readingFold, tr("Reading options"),
           tr("How the file was read: encoding, delimiter, names, decimal mark"));
  setWords(m_example, tr("Example"), tr("Load one of the bundled tables"));
  m_cancel->setText(tr("Cancel"));
  setWords(m_cancel, tr("Cancel loading"), tr("Stop loading; the present table stays"));
  setWords(m_issues, tr("Remarks on the file"), tr("Show what was noticed while reading the file"));
  m_targetField->setTexts(tr("Target"), tr("The column the network learns to predict"));
  m_featureField->setTexts(tr("Features"), tr("The columns the network sees"));
  m_allFeatures->setText(tr("All"));
  setWords(m_allFeatures, tr("All features"), tr("Tick every column"));
  m_taskField->setTexts(tr("Task"), tr("What kind of prediction it is"));
  m_scalingField->setTexts(tr("Scaling"), tr("How number columns are brought to one size"));
  m_scaleTarget->setText(tr("Scale the target"));
  setWords(m_scaleTarget, tr("Scale the target"),
           tr("Train on a target of mean 0 and deviation 1; predictions are scaled back"));
  m_missingField->setTexts(tr("Missing values"), tr("What happens to rows with gaps"));
  m_splitField->setTexts(tr("Split"), tr("Which rows are kept aside for validation"));
  fillChoices();
  refreshLoading();
  refresh();
}

void DataPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_datapanel.cpp"
