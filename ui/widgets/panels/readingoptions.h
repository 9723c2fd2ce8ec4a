#pragma once

#include "core/data/table.h"

#include <QWidget>

class QComboBox;

namespace layerlab {

class Field;

/// How a text file is to be read: encoding, delimiter, header, decimal mark; "automatic" says what
/// was found.
class ReadingOptions : public QWidget {
  Q_OBJECT
public:
  explicit ReadingOptions(QWidget* parent = nullptr);

  /// What a person chose, and what was found where nothing was chosen (null: nothing yet).
  void show(const ReadOptions& options, const ReadReport* found);

signals:
  void chosen(const layerlab::ReadOptions& options);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  void fill();
  ReadOptions options() const;

  ReadOptions m_options;
  ReadReport m_found;
  bool m_isFound = false;
  QComboBox* m_encoding;
  QComboBox* m_delimiter;
  QComboBox* m_header;
  QComboBox* m_decimal;
  Field* m_encodingField;
  Field* m_delimiterField;
  Field* m_headerField;
  Field* m_decimalField;
};

} // namespace layerlab
