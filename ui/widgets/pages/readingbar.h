#pragma once

#include "core/teach/reading.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace layerlab {

class FlowLayout;
class Theme;

/// What a loss curve says, as a line of chips; a click on a chip tells the rule behind it. Where
/// the height is for the curve there is one row: the worst sentences first, the others behind a
/// button. The whole reading is also the text of the label "reading", for screen readers and
/// scripts.
class ReadingBar : public QWidget {
  Q_OBJECT
public:
  explicit ReadingBar(const Theme& theme, QWidget* parent = nullptr);

  void setReadings(const std::vector<Reading>& readings);
  /// Shown while there is nothing to read.
  void setEmptyText(const QString& text);
  void setOneRow(bool on);
  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

signals:
  void remedyChosen(const layerlab::Reading& reading);

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void rebuild();
  std::vector<std::size_t> order() const;
  void addChip(std::size_t index, bool cured);
  void fillChips();
  void wrapSentences();
  void fit();
  std::size_t fitting() const;
  QPushButton* addButton(const QString& name);

  const Theme& m_theme;
  std::vector<Reading> m_readings;
  FlowLayout* m_flow;
  QLabel* m_text;
  QLabel* m_empty;
  QToolButton* m_more;
  bool m_oneRow = false;
  bool m_unfolded = false; ///< the person wants all sentences all the same
  struct Chip {
    std::size_t reading = 0; ///< index in m_readings
    QPushButton* sentence = nullptr;
    QPushButton* remedy = nullptr; ///< null: no remedy of one click
  };
  std::vector<Chip> m_chips; ///< as they stand
};

} // namespace layerlab
