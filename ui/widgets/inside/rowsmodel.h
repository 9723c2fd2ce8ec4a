#pragma once

#include "core/base/result.h"
#include "core/data/table.h"
#include "core/insight/report.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace layerlab {

class Theme;

/// Predicted rows: number in the file, what was predicted and how surely, what is true; wrong ones
/// are marked. Copies nothing of the report.
class RowsModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Column { sheetRow, certainty, predicted, truth, columnCount_ };

  /// Which rows to list.
  struct Filter {
    bool wrongOnly = false;
    std::optional<std::uint32_t> truth;
    std::optional<std::uint32_t> predicted;
    bool operator==(const Filter&) const = default;
  };

  RowsModel(const Theme& theme, QObject* parent = nullptr);

  void setReport(std::shared_ptr<const PredictionReport> report, TablePtr table);
  void setCutOff(double cutOff);
  void setFilter(const Filter& filter);
  void retranslate();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  /// Place in the report of a listed row; -1: none.
  int reportRow(int row) const;
  /// Listed row of a place in the report; -1: not listed.
  int listedRow(int reportRow) const;
  /// The listed rows as CSV, or what is missing.
  Result<std::string> csv() const;

private:
  bool numbers() const { return m_report->kind == PredictionKind::numbers; }
  std::uint32_t predictedClass(std::size_t row) const;
  bool passes(std::size_t row) const;
  void list();
  void listAnew();
  QString text(std::size_t row, int column) const;

  const Theme& m_theme;
  std::shared_ptr<const PredictionReport> m_report;
  TablePtr m_table;
  double m_cutOff = 0.5;
  Filter m_filter;
  std::vector<std::uint32_t> m_listed;
};

} // namespace layerlab
