#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QMenu;

namespace layerlab {

/// The kinds of files a window can export, as entries of its menu.
class ExportMenu : public QObject {
  Q_OBJECT
public:
  ExportMenu(QMenu* menu, QObject* parent);

  /// "chart-png", "history-csv", ...: the part behind the dash is the format.
  static QStringList kinds();
  static QString formatOf(const QString& kind) {
    return kind == QLatin1String("keras") ? QStringLiteral("py")
                                          : kind.section(QLatin1Char('-'), 1);
  }
  void retranslate();

signals:
  void requested(const QString& kind);

private:
  QMenu* m_menu;
};

} // namespace layerlab
