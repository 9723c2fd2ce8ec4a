#pragma once

#include "core/teach/advice.h"
#include "ui/session/columnuse.h"
#include "ui/session/inquiry.h"
#include "ui/session/text.h"
#include "ui/session/workbench.h"

#include <QFrame>
#include <QSet>

class QLabel;
class QPushButton;
class QToolButton;

namespace layerlab {

class ElidedLabel;
class Theme;

/// One line at the bottom: what has just happened elsewhere, the first advice on data and design
/// with its remedy of one click, or, while there is none, what can be done next. The data are
/// looked at off the GUI thread.
class AdviceBar : public QFrame {
  Q_OBJECT
public:
  AdviceBar(const Theme& theme, Workbench& workbench, QWidget* parent = nullptr);

  /// A sentence whose own place is out of view, before all advice, until the next training or
  /// table; empty: no more.
  void tell(const Notice& notice);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  QToolButton* makeTool(const QString& name);
  void retranslate();
  void collect();
  void askData();
  void gather();
  void show(int index);
  void showNews();
  void refreshIcons();
  void applyRemedy();
  void dismiss();
  QString nextStep() const;
  QString pausedStep() const;

  const Theme& m_theme;
  Workbench& m_workbench;
  Session& m_session;
  std::vector<Advice> m_advice; ///< shown: on the data, then on the design
  std::vector<Advice> m_ofDesign;
  std::vector<Advice> m_ofData;
  TablePtr m_asked; ///< what m_ofData is about
  PrepareSpec m_askedSpec;
  std::uint64_t m_askedSeed = 0;
  RowCounter m_rows;
  Inquiry<std::vector<Advice>> m_inquiry{this};
  QSet<QString> m_dismissed; ///< ids, until another table is opened
  int m_index = 0;
  Notice m_news;
  QLabel* m_icon = nullptr;
  ElidedLabel* m_text = nullptr;
  ElidedLabel* m_next = nullptr;
  QPushButton* m_remedy = nullptr;
  QLabel* m_count = nullptr;
  QToolButton* m_back = nullptr;
  QToolButton* m_forward = nullptr;
  QToolButton* m_dismiss = nullptr;
};

} // namespace layerlab
