#pragma once

#include "core/insight/report.h"

#include <QVector>
#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;
class QScrollArea;

namespace layerlab {

/// One field per feature; whoever owns the form predicts from what is typed.
class RowForm : public QWidget {
  Q_OBJECT
public:
  explicit RowForm(QWidget* parent = nullptr);

  /// Fields for these inputs; the same inputs keep what was typed.
  void setInputs(const Preprocessing& preprocessing);
  /// Takes the values of a row of the table.
  void takeRow(const Table& table, std::size_t row);
  /// What is typed, one value per input; an empty field is missing.
  std::vector<TypedValue> values() const;
  bool isReady() const { return !m_fields.isEmpty(); }
  void setAnswer(const QString& answer, const QString& detail);
  void retranslate();

signals:
  void edited();

private:
  QWidget* makeField(const InputColumn& input, int index);
  void clear();

  Preprocessing m_preprocessing;
  QVector<QWidget*> m_fields; ///< QLineEdit or QComboBox, one per input
  QVector<QLabel*> m_captions;
  QLabel* m_answer;
  QLabel* m_detail;
  QScrollArea* m_scroll;
};

} // namespace layerlab
