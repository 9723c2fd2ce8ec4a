#pragma once

#include "core/base/result.h"
#include "ui/widgets/pages/partspicture.h"

#include <QToolButton>

#include <functional>

class QAction;
class QMenu;

namespace layerlab {

class CurveChart;
class Prompts;
class Theme;

/// The button "Export" of a page with a chart: its picture as PNG, SVG, PDF or on the clipboard,
/// its numbers as CSV, its description as text.
class ChartExport : public QToolButton {
  Q_OBJECT
public:
  /// `csv` gives the page's numbers as CSV text, or says what is missing.
  ChartExport(const Theme& theme, Prompts& prompts, CurveChart& chart, const QString& name,
              std::function<Result<std::string>()> csv, QWidget* parent = nullptr);
  /// Of a page without a chart: a picture of these parts of it; numbers where there is a `csv`.
  ChartExport(const Theme& theme, Prompts& prompts, const QVector<QWidget*>& parts,
              const QString& name, QWidget* page, std::function<Result<std::string>()> csv = {});
  /// The button in a row of its own, to stand beside the tabs.
  QWidget* besideTabs(QWidget* parent);

  /// `format`: "png", "svg", "pdf", "csv".
  Result<void> writeTo(const QString& format, const QString& path) const;
  /// Asks for the path first.
  void ask(const QString& format);
  void copyPicture();
  /// What the picture shows, in a sentence.
  void copyDescription();
  /// The numbers as a spreadsheet takes them: tabs between the cells.
  void copyNumbers();

signals:
  void failed(const layerlab::Error& error);
  void done(const layerlab::Message& sentence);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build(const QString& name);
  Result<void> writeParts(const QString& format, const QString& path) const;
  PartsPicture picture() const;
  QString description() const;
  void addFormat(const QString& format);
  void retranslate();
  QString filterOf(const QString& format) const;

  const Theme& m_theme;
  Prompts& m_prompts;
  CurveChart* m_chart = nullptr; ///< null: the parts of a page instead
  QWidget* m_page = nullptr;
  QVector<QWidget*> m_parts;
  std::function<Result<std::string>()> m_csv;
  QMenu* m_menu;
  QVector<QPair<QString, QAction*>> m_formats;
  QAction* m_copy = nullptr;
  QAction* m_copyNumbers = nullptr; ///< null: there are none
  QAction* m_copyDescription = nullptr;
};

} // namespace layerlab
