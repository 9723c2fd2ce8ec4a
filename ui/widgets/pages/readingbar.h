#pragma once

#include "core/teach/reading.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace layerlab {

class FlowLayout;
class Theme;

/// What a loss curve says, as a line of chips; a click on a chip tells the rule behind it. The
/// whole reading is also the text of the label "reading", for screen readers and scripts.
class ReadingBar : public QWidget {
  Q_OBJECT
public:
  explicit ReadingBar(const Theme& theme, QWidget* parent = nullptr);

  void setReadings(const std::vector<Reading>& readings);
  /// Shown while there is nothing to read.
  void setEmptyText(const QString& text);
  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

signals:
  void remedyChosen(const layerlab::Reading& reading);

protected:
  void changeEvent(QEvent* event) override;

private:
  void rebuild();
  void addChip(std::size_t index, bool cured);
  void fillChips();
  QPushButton* addButton(const QString& name);

  const Theme& m_theme;
  std::vector<Reading> m_readings;
  FlowLayout* m_flow;
  QLabel* m_text;
  QLabel* m_empty;
  struct Chip {
    QPushButton* sentence = nullptr;
    QPushButton* remedy = nullptr; ///< null: no remedy of one click
  };
  std::vector<Chip> m_chips; ///< like m_readings
};

} // namespace layerlab
