#include "ui/widgets/panels/featurelist.h"

#include "ui/session/text.h"
#include "ui/widgets/panels/columnroles.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/panels/words.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int detailRole = Qt::UserRole + 1;
constexpr int shownRows = 5;
constexpr int rowHeight = 24;

/// The name at the left as usual, type and gaps at the right in quiet words.
class ColumnDelegate : public QStyledItemDelegate {
public:
  ColumnDelegate(const Theme& theme, QObject* parent)
      : QStyledItemDelegate(parent), m_theme(theme) {}

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {100, std::max(rowHeight, option.fontMetrics.height() + 6)};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const QString detail = index.data(detailRole).toString();
    const QFont small = m_theme.font(8.5);
    const int width = QFontMetrics(small).horizontalAdvance(detail) + 8;
    QStyleOptionViewItem left = option;
    left.rect.setWidth(option.rect.width() - width);
    QStyledItemDelegate::paint(painter, left, index);
    painter->save();
    painter->setFont(small);
    painter->setPen(m_theme.colors().muted);
    painter->drawText(option.rect.adjusted(0, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, detail);
    painter->restore();
  }

private:
  const Theme& m_theme;
};

/// Named as an input although it has too many texts: an error, to be cured by unticking it.
bool isRefused(const Column& column, const Table& table, const PrepareSpec& spec) {
  const bool named =
      std::find(spec.features.begin(), spec.features.end(), column.name) != spec.features.end();
  return named && column.type == ColumnType::categorical && !whyNoInput(column, table.rows).empty();
}

} // namespace

FeatureList::FeatureList(const Theme& theme, QWidget* parent) : QListWidget(parent) {
  nameWidget(this, QStringLiteral("featureList"));
  setItemDelegate(new ColumnDelegate(theme, this));
  setUniformItemSizes(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setSelectionMode(QAbstractItemView::SingleSelection);
  connect(this, &QListWidget::itemChanged, this, [this] { emit checkedChanged(checkedNames()); });
}

void FeatureList::setColumns(const TablePtr& table, const PrepareSpec& spec) {
  const QSignalBlocker silence(this);
  QVector<const Column*> columns;
  if (table)
    for (const Column& column : table->columns)
      if (!isTarget(spec, column.name)) columns << &column;
  const bool same = table == m_table && columns.size() == count() &&
                    std::equal(columns.begin(), columns.end(), m_shown.begin(), m_shown.end());
  m_table = table;
  if (!same) rebuild(columns);
  const QStringList used = table ? effectiveFeatures(*table, spec) : QStringList();
  for (int i = 0; i < count(); ++i) {
    const bool refused = isRefused(*m_shown[i], *table, spec);
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (refused || whyNoInput(*m_shown[i], table->rows).empty())
      flags |= Qt::ItemIsEnabled | Qt::ItemIsUserCheckable;
    if (item(i)->flags() != flags) item(i)->setFlags(flags);
    const bool ticked = refused || used.contains(item(i)->text());
    item(i)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
  }
}

void FeatureList::rebuild(const QVector<const Column*>& columns) {
  m_shown = columns;
  clear();
  for (const Column* column : columns)
    new QListWidgetItem(QString::fromStdString(column->name), this);
  refreshWords();
  updateGeometry();
}

void FeatureList::refreshWords() {
  const QSignalBlocker silence(this);
  for (int i = 0; i < count(); ++i) {
    const Column& column = *m_shown[i];
    const QString type = Words::columnType(column);
    const Message reason = whyNoInput(column, m_table->rows);
    QString detail = type;
    if (column.type != ColumnType::empty && !reason.empty())
      detail = tr("%1 · unusable").arg(type);
    else if (column.type != ColumnType::empty && column.missing > 0)
      detail = tr("%1 · %2 missing").arg(type, Words::count(column.missing));
    item(i)->setData(detailRole, detail);
    const QString facts = tr("%1: %2, %3 different values, %4 missing")
                              .arg(item(i)->text(), type, Words::count(column.distinct),
                                   Words::count(column.missing));
    item(i)->setToolTip(reason.empty() ? facts : facts + QLatin1Char('\n') + text(reason));
  }
}

void FeatureList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) refreshWords();
  if (event->type() == QEvent::FontChange) updateGeometry();
  QListWidget::changeEvent(event);
}

QStringList FeatureList::checkedNames() const {
  QStringList names;
  for (int i = 0; i < count(); ++i)
    if (item(i)->checkState() == Qt::Checked) names << item(i)->text();
  return names;
}

QSize FeatureList::sizeHint() const {
  const int row = std::max(rowHeight, fontMetrics().height() + 6);
  return {200, std::clamp(count(), 2, shownRows) * row + 2 * frameWidth() + 8};
}

} // namespace layerlab

#include "moc_featurelist.cpp"
