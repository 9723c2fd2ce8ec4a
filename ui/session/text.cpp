#include "ui/session/text.h"

#include <QCoreApplication>

namespace layerlab {
namespace {

QString place(const Error& error) {
  if (error.row <= 0) return {};
  if (error.column <= 0)
    return QCoreApplication::translate("Core", "row %1").arg(QString::number(error.row));
  return QCoreApplication::translate("Core", "row %1, column %2")
      .arg(QString::number(error.row), QString::number(error.column));
}

} // namespace

QString text(const Message& message) {
  const QString pattern = QCoreApplication::translate("Core", message.pattern);
  return QString::fromStdString(fill(pattern.toStdString(), message.args));
}

QString text(const Error& error) {
  QStringList parts;
  if (!error.file.empty()) parts << QString::fromStdString(error.file);
  if (const QString where = place(error); !where.isEmpty()) parts << where;
  parts << text(error.message);
  return parts.join(QStringLiteral(": ")).simplified();
}

QString Notice::text() const {
  if (isEmpty()) return {};
  return m_isError ? layerlab::text(m_what) : layerlab::text(m_what.message);
}

} // namespace layerlab
