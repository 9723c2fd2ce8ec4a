#include "ui/widgets/panels/columnroles.h"

#include "core/data/types.h"
#include "ui/session/session.h"
#include "ui/widgets/panels/featurelist.h"

#include <QCoreApplication>

#include <algorithm>

namespace layerlab {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(ColumnRoles)
};

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void becomeTarget(PrepareSpec& spec, const std::string& name) {
  spec.targets = {name};
  std::erase(spec.features, name);
  std::erase(spec.ignored, name);
}

void becomeFeature(PrepareSpec& spec, const std::string& name) {
  std::erase(spec.targets, name);
  std::erase(spec.ignored, name);
  if (!spec.features.empty() && !holds(spec.features, name)) spec.features.push_back(name);
}

void becomeUnused(PrepareSpec& spec, const std::string& name) {
  std::erase(spec.targets, name);
  std::erase(spec.features, name);
  if (spec.features.empty() && !holds(spec.ignored, name)) spec.ignored.push_back(name);
}

} // namespace

bool isTarget(const PrepareSpec& spec, const std::string& name) {
  return holds(spec.targets, name);
}

ColumnRole roleOf(const Table& table, const PrepareSpec& spec, const Column& column) {
  if (isTarget(spec, column.name)) return ColumnRole::target;
  const bool used = effectiveFeatures(table, spec).contains(QString::fromStdString(column.name));
  return used ? ColumnRole::feature : ColumnRole::unused;
}

QString roleWord(ColumnRole role) {
  switch (role) {
  case ColumnRole::target:
    return Texts::tr("target");
  case ColumnRole::feature:
    return Texts::tr("feature");
  case ColumnRole::unused:
    break;
  }
  return Texts::tr("not used");
}

bool mayTakeRole(const Table& table, const PrepareSpec& spec, const Column& column,
                 ColumnRole role) {
  const ColumnRole now = roleOf(table, spec, column);
  if (role == now) return true;
  if (column.type == ColumnType::empty) return false;
  if (role == ColumnRole::feature && !whyNoInput(column, table.rows).empty()) return false;
  if (now == ColumnRole::target) return spec.targets.size() > 1;
  if (now != ColumnRole::feature) return true;
  return effectiveFeatures(table, spec).size() > 1;
}

void giveRole(Session& session, const std::string& name, ColumnRole role) {
  const TablePtr table = session.table();
  const Column* column = table ? table->find(name) : nullptr;
  if (!column || !mayTakeRole(*table, session.design().data, *column, role)) return;
  session.editData(Texts::tr("Role of %1").arg(QString::fromStdString(name)),
                   [&](PrepareSpec& spec) {
                     if (role == ColumnRole::target) becomeTarget(spec, name);
                     if (role == ColumnRole::feature) becomeFeature(spec, name);
                     if (role == ColumnRole::unused) becomeUnused(spec, name);
                   });
}

void giveType(Session& session, const std::string& name, ColumnType type) {
  const TablePtr read = session.tableAsRead();
  const Column* column = read ? read->find(name) : nullptr;
  if (!column) return;
  session.editData(Texts::tr("Type of %1").arg(QString::fromStdString(name)),
                   [&](PrepareSpec& spec) {
                     std::erase(spec.asCategory, name);
                     std::erase(spec.asNumber, name);
                     if (type == ColumnType::categorical && canBeCategory(*column))
                       spec.asCategory.push_back(name);
                     if (type == ColumnType::numeric && canBeNumber(*column))
                       spec.asNumber.push_back(name);
                   });
}

} // namespace layerlab
