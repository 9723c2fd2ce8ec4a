#pragma once

#include "core/insight/report.h"
#include "ui/widgets/inside/rowsmodel.h"

#include <QTabWidget>

#include <memory>

class QCheckBox;
class QTableView;

namespace layerlab {

class RowForm;
class Theme;

/// The predicted rows as a table, and the form to type one. A chosen row fills the form.
class RowsPane : public QTabWidget {
  Q_OBJECT
public:
  explicit RowsPane(const Theme& theme, QWidget* parent = nullptr);

  void setReport(std::shared_ptr<const PredictionReport> report, const TablePtr& table);
  void setCutOff(double cutOff) { m_model->setCutOff(cutOff); }
  /// Rows of one cell of the confusion matrix; nullopt: all.
  void setCell(std::optional<std::uint32_t> truth, std::optional<std::uint32_t> predicted);
  void chooseRow(int reportRow);
  RowForm* form() const { return m_form; }
  const RowsModel& model() const { return *m_model; }
  void retranslate();

signals:
  void rowChosen(int reportRow); ///< -1: none

private:
  void build();
  void fit(const Theme& theme);
  void currentChanged();

  RowsModel* m_model;
  QTableView* m_view;
  QCheckBox* m_wrongOnly;
  RowForm* m_form;
  RowsModel::Filter m_filter;
  std::shared_ptr<const PredictionReport> m_report;
  TablePtr m_table;
};

} // namespace layerlab
