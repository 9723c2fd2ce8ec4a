#pragma once

#include "core/csv/bodyparser.h"
#include "core/csv/bytes.h"
#include "core/csv/decode.h"
#include "core/csv/encoding.h"
#include "core/csv/layout.h"
#include "core/csv/resolve.h"
#include "core/data/csv.h"

#include <memory>
#include <string_view>
#include <vector>

namespace layerlab {

/// Everything found in a file, before it becomes a Table.
struct RawTable {
  EncodingChoice encoding;
  Dialect dialect;
  Layout layout;
  StylePlan plan;
  std::vector<ColumnBuilder> columns;
  RowNotes notes;
  std::vector<std::uint32_t> rowNumbers;
  std::int64_t firstRow = 0;
  std::size_t rows = 0;
  std::int64_t bytes = 0;
  std::int64_t recordsAbove = 0; ///< the sep line among them
};

/// Reads the table of one source in one encoding. Usually one pass; a second one for the columns
/// whose first rows promised another type than all of them keep.
class TableReader {
public:
  TableReader(ByteSource& source, const EncodingChoice& encoding, const ReadOptions& options,
              const ReadControl& control);

  /// Fails, too, where the text is no text; then textIsSound() is false.
  Result<RawTable> read();
  /// Every byte seen so far was well-formed text of the encoding.
  bool textIsSound() const { return m_sound; }
  /// After an unsound read: damaged in which row, or no text at all.
  Error whyUnsound();

private:
  std::int64_t unsoundRow();
  void openText();
  Result<void> fill(std::size_t bytes);
  Result<void> fillTo(std::size_t bytes);
  Result<void> look();
  Result<bool> lookAt(std::size_t bytes);
  void chooseDialect(std::string_view text, bool whole);
  void planFromSample();
  Result<void> pass();
  void startBody();
  Result<void> parseBody();
  void skipLeading();
  bool settle();
  std::vector<ColumnFacts> facts() const;
  std::vector<BelowFacts> below() const;
  std::size_t namedColumns() const;
  std::int64_t recordsAbove() const;
  RawTable take();

  ByteSource& m_source;
  EncodingChoice m_encoding;
  const ReadOptions& m_options;
  const ReadControl& m_control;
  bool m_sound = true;
  bool m_damaged = false; ///< unsound because of bytes that are no characters

  std::unique_ptr<TextSource> m_text;
  TextBuffer m_buffer;
  bool m_last = false; ///< the buffer reaches to the end of the text

  std::size_t m_sepLength = 0;
  Dialect m_dialect;
  Sample m_sample;
  std::size_t m_looked = 0; ///< bytes of text that were needed for the sample
  Layout m_layout;
  StylePlan m_plan;
  std::unique_ptr<BodyParser> m_body;
  std::vector<std::unique_ptr<ColumnBuilder>> m_done; ///< columns complete after an earlier pass
};

} // namespace layerlab
