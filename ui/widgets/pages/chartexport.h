#pragma once

#include "core/base/result.h"

#include <QToolButton>

#include <functional>

class QAction;
class QMenu;

namespace layerlab {

class CurveChart;
class Prompts;
class Theme;

/// The button "Export" of a page with a chart: its picture as PNG, SVG, PDF or on the clipboard,
/// its numbers as CSV.
class ChartExport : public QToolButton {
  Q_OBJECT
public:
  /// `csv` gives the page's numbers as CSV text, or says what is missing.
  ChartExport(const Theme& theme, Prompts& prompts, CurveChart& chart, const QString& name,
              std::function<Result<std::string>()> csv, QWidget* parent = nullptr);

  /// `format`: "png", "svg", "pdf", "csv".
  Result<void> writeTo(const QString& format, const QString& path) const;
  /// Asks for the path first.
  void ask(const QString& format);
  void copyPicture();
  /// The numbers as a spreadsheet takes them: tabs between the cells.
  void copyNumbers();

signals:
  void failed(const layerlab::Error& error);
  void done(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;

private:
  void addFormat(const QString& format);
  void retranslate();
  QString filterOf(const QString& format) const;

  const Theme& m_theme;
  Prompts& m_prompts;
  CurveChart& m_chart;
  std::function<Result<std::string>()> m_csv;
  QMenu* m_menu;
  QVector<QPair<QString, QAction*>> m_formats;
  QAction* m_copy;
  QAction* m_copyNumbers;
};

} // namespace layerlab
