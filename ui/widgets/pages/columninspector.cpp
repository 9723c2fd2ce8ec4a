#include "ui/widgets/pages/columninspector.h"

#include "core/data/types.h"
#include "ui/widgets/pages/tableheaders.h"
#include "ui/widgets/panels/columnroles.h"
#include "ui/widgets/panels/elidedlabel.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QTreeWidget>

#include <algorithm>

namespace layerlab {
namespace {

constexpr std::size_t bars = 32;
constexpr int pictureHeight = 56;
constexpr int shownValues = 5;

/// Six figures tell values apart and need no more than a glance.
QString shortNumber(double value) {
  return QString::fromStdString(numberText(value, 6));
}

QString row(const QString& caption, const QString& value) {
  return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>")
      .arg(caption.toHtmlEscaped(), value.toHtmlEscaped());
}

/// An entry that cannot be chosen stays in view and says why.
void setEntryEnabled(QComboBox* combo, int index, bool enabled) {
  auto* model = qobject_cast<QStandardItemModel*>(combo->model());
  if (QStandardItem* item = model ? model->item(index) : nullptr) item->setEnabled(enabled);
}

} // namespace

/// The bars with the ends of their axis below.
class DistributionView : public QWidget {
public:
  DistributionView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    nameWidget(this, QStringLiteral("columnDistribution"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  }
  void show(std::vector<float> picture, const QString& left, const QString& right) {
    m_picture = std::move(picture);
    m_left = left;
    m_right = right;
    update();
  }
  QSize sizeHint() const override {
    return {200, m_theme.px(pictureHeight) + QFontMetrics(m_theme.font(8.5)).height() + 2};
  }

protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Colors& colors = m_theme.colors();
    painter.setFont(m_theme.font(8.5));
    const int text = painter.fontMetrics().height();
    const QRectF area(0, 0, width(), height() - text - 2);
    drawBars(painter, area, m_picture, mixed(colors.surface, colors.accent, 0.7));
    painter.fillRect(QRectF(0, area.bottom(), width(), 1), colors.border);
    painter.setPen(colors.muted);
    const QRect line(0, height() - text, width(), text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_left);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_right);
  }

private:
  const Theme& m_theme;
  std::vector<float> m_picture;
  QString m_left;
  QString m_right;
};

ColumnInspector::ColumnInspector(const Theme& theme, Session& session, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_session(session) {
  build();
  connect(m_role, &QComboBox::currentIndexChanged, this, &ColumnInspector::chooseRole);
  connect(m_type, &QComboBox::currentIndexChanged, this, &ColumnInspector::chooseType);
  connect(&theme, &Theme::changed, this, [this] {
    m_picture->updateGeometry();
    refreshValues();
  });
  retranslate();
}

void ColumnInspector::build() {
  m_name = new ElidedLabel(this);
  nameWidget(m_name, QStringLiteral("columnName"));
  m_name->setProperty("role", "heading");
  m_role = makeCombo(QStringLiteral("columnRoleCombo"), this);
  m_type = makeCombo(QStringLiteral("columnTypeCombo"), this);
  m_roleField = new Field(m_role, this);
  m_typeField = new Field(m_type, this);
  m_picture = new DistributionView(m_theme, this);
  m_figures = new QLabel(this);
  nameWidget(m_figures, QStringLiteral("columnFigures"));
  m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_values = new QTreeWidget(this);
  nameWidget(m_values, QStringLiteral("columnValues"));
  m_values->setRootIsDecorated(false);
  m_values->setUniformRowHeights(true);
  m_values->setColumnCount(2);
  m_values->header()->setStretchLastSection(false);
  m_values->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_values->header()->setSectionResizeMode(1, QHeaderView::Fixed);
  m_others = new QLabel(this);
  m_others->setProperty("role", "muted");
  m_others->setWordWrap(true);
  auto* side = new QVBoxLayout(this);
  side->setContentsMargins(0, 0, 0, 0);
  side->setSpacing(8);
  side->addWidget(m_name);
  side->addLayout(pair(m_roleField, m_typeField));
  side->addWidget(m_picture);
  side->addLayout(buildSorting());
  side->addWidget(m_figures);
  side->addWidget(m_values);
  side->addWidget(m_others);
  side->addStretch(1);
}

QLayout* ColumnInspector::buildSorting() {
  static constexpr const char* names[] = {"sortFileButton", "sortRisingButton",
                                          "sortFallingButton"};
  auto* line = new QHBoxLayout;
  line->setSpacing(4);
  for (int direction : {1, 2, 0}) {
    auto* button = m_sort[direction] = new QToolButton(this);
    nameWidget(button, QLatin1String(names[direction]));
    button->setCheckable(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    line->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, direction] {
      showSorted(m_sorted); // what is checked follows the table, not the click
      emit sortRequested(direction);
    });
  }
  return line;
}

const Column* ColumnInspector::column() const {
  const auto at = static_cast<std::size_t>(m_index);
  return m_table && m_index >= 0 && at < m_table->columns.size() ? &m_table->columns[at] : nullptr;
}

void ColumnInspector::showColumn(const TablePtr& table, int index) {
  if (table == m_table && index == m_index) return;
  m_table = table;
  m_index = index;
  m_sketch = {};
  m_inquiry.drop();
  refreshChoices();
  refreshFigures();
  refreshValues();
  if (!column()) return;
  m_inquiry.ask([table, at = static_cast<std::size_t>(index)](
                    const CancelToken& cancel) { return sketch(table->columns[at], bars, cancel); },
                [this](ColumnSketch sketch) {
                  m_sketch = std::move(sketch);
                  refreshFigures();
                  refreshValues();
                });
}

void ColumnInspector::refreshRoles() {
  refreshChoices();
}

void ColumnInspector::showSorted(int direction) {
  m_sorted = direction;
  for (int i = 0; i < 3; ++i) m_sort[i]->setChecked(i == direction);
}

void ColumnInspector::refreshChoices() {
  const Column* shown = column();
  setEnabled(shown != nullptr);
  m_name->setText(shown ? QString::fromStdString(shown->name) : QString());
  if (!shown || !m_session.table()) return;
  const QSignalBlocker role(m_role);
  const QSignalBlocker type(m_type);
  const PrepareSpec& spec = m_session.design().data;
  m_role->setCurrentIndex(static_cast<int>(roleOf(*m_table, spec, *shown)));
  for (int i = 0; i < m_role->count(); ++i)
    setEntryEnabled(m_role, i, mayTakeRole(*m_table, spec, *shown, static_cast<ColumnRole>(i)));
  const TablePtr& asRead = m_session.tableAsRead();
  const Column* read = asRead ? asRead->find(shown->name) : nullptr;
  const bool changeable = read && (canBeCategory(*read) || canBeNumber(*read));
  m_type->setEnabled(changeable);
  m_type->setCurrentIndex(shown->type == ColumnType::empty ? -1 : static_cast<int>(shown->type));
}

void ColumnInspector::refreshFigures() {
  const Column* shown = column();
  QString rows;
  if (shown && shown->type == ColumnType::numeric) {
    rows += row(tr("minimum"), shortNumber(shown->min));
    rows += row(tr("maximum"), shortNumber(shown->max));
    rows += row(tr("mean"), shortNumber(shown->mean));
    if (!m_sketch.bins.empty()) {
      rows += row(tr("median"), shortNumber(m_sketch.median));
      rows += row(tr("standard deviation"), shortNumber(m_sketch.deviation));
    }
  }
  if (shown) rows += row(tr("different values"), Words::count(shown->distinct));
  if (shown) rows += row(tr("missing"), Words::count(shown->missing));
  m_figures->setText(QStringLiteral("<table>%1</table>").arg(rows));
  const bool numeric = shown && shown->type == ColumnType::numeric && !m_sketch.bins.empty();
  m_picture->show(pictureOf(m_sketch, bars), numeric ? shortNumber(shown->min) : QString(),
                  numeric ? shortNumber(shown->max) : QString());
  m_picture->setAccessibleDescription(pictureWords());
}

QString ColumnInspector::pictureWords() const {
  const Column* shown = column();
  if (!shown) return {};
  if (shown->type == ColumnType::numeric)
    return tr("From %1 to %2, mean %3")
        .arg(shortNumber(shown->min), shortNumber(shown->max), shortNumber(shown->mean));
  if (m_sketch.values.empty()) return {};
  const ValueCount& first = m_sketch.values.front();
  return tr("Most often %1, in %2 rows; %3 different values")
      .arg(QString::fromStdString(first.value), Words::count(first.count),
           Words::count(shown->distinct));
}

/// As wide as its head or its largest count; what Qt computes leaves out the head's own margins.
void ColumnInspector::fitCounts() {
  m_values->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
  m_values->header()->ensurePolished(); // before, the font is not the theme's
  int widest = m_values->header()->fontMetrics().horizontalAdvance(m_values->headerItem()->text(1));
  for (int i = 0; i < m_values->topLevelItemCount(); ++i)
    widest = std::max(
        widest, m_values->fontMetrics().horizontalAdvance(m_values->topLevelItem(i)->text(1)));
  m_values->header()->resizeSection(1, widest + 24);
}

void ColumnInspector::refreshValues() {
  m_values->clear();
  for (const ValueCount& value : m_sketch.values) {
    auto* item = new QTreeWidgetItem(
        m_values, {QString::fromStdString(value.value), Words::count(value.count)});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(0, item->text(0));
  }
  const auto count = static_cast<int>(m_sketch.values.size());
  m_values->setVisible(count > 0);
  const int line = m_values->fontMetrics().height() + 8;
  m_values->setFixedHeight(m_values->header()->sizeHint().height() +
                           std::min(count, shownValues) * line + 2 * m_values->frameWidth() + 4);
  fitCounts();
  m_others->setVisible(m_sketch.otherRows > 0);
  m_others->setText(tr("%1 rows have other values").arg(Words::count(m_sketch.otherRows)));
}

void ColumnInspector::chooseRole(int index) {
  if (const Column* shown = column())
    giveRole(m_session, shown->name, static_cast<ColumnRole>(index));
  refreshChoices();
}

void ColumnInspector::chooseType(int index) {
  if (const Column* shown = column())
    giveType(m_session, std::string(shown->name), static_cast<ColumnType>(index));
  refreshChoices();
}

void ColumnInspector::retranslate() {
  fillCombo(m_role, {{roleWord(ColumnRole::target), 0, tr("What the network learns to predict")},
                     {roleWord(ColumnRole::feature), 1, tr("What the network sees")},
                     {roleWord(ColumnRole::unused), 2, tr("Left out")}});
  fillCombo(m_type, {{tr("number"), 0, tr("Values that are more or less than each other")},
                     {tr("category"), 1, tr("Labels; as a feature one input for each")}});
  m_roleField->setTexts(tr("Role"), tr("What the column is used for"));
  m_typeField->setTexts(tr("Type"), tr("How the column's values are understood"));
  setWords(m_values, tr("Values and how often"), tr("The values and how many rows have them"));
  m_values->setHeaderLabels({tr("value"), tr("rows")});
  m_picture->setAccessibleName(tr("Distribution"));
  m_picture->setToolTip(tr("How the values are spread; labels by frequency"));
  m_figures->setAccessibleName(tr("Figures of the column"));
  m_sort[0]->setText(tr("File order"));
  m_sort[1]->setText(tr("Rising"));
  m_sort[2]->setText(tr("Falling"));
  setWords(m_sort[0], tr("File order"), tr("Show the rows as they stand in the file"));
  setWords(m_sort[1], tr("Rising"), tr("Sort the view by this column; training is not affected"));
  setWords(m_sort[2], tr("Falling"), tr("Sort the view by this column, largest first"));
  refreshChoices();
  refreshFigures();
  refreshValues();
}

void ColumnInspector::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_columninspector.cpp"
