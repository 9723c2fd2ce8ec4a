#pragma once

#include "ui/session/text.h"

#include <QFrame>
#include <QLabel>

#include <functional>

class QPushButton;
class QToolButton;

namespace layerlab {

class Theme;

/// A sentence beside its cause: an error, or something that was done for the person. Hidden while
/// there is nothing to say; can be closed.
class MessageRow : public QFrame {
  Q_OBJECT
public:
  MessageRow(const Theme& theme, const QString& name, QWidget* parent = nullptr);

  void tell(const Notice& notice);
  /// A button below the sentence that does what it offers; until the next sentence.
  void offer(const Message& words, std::function<void()> action);
  void clear();
  QString text() const { return m_label->text(); }

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void retranslate();
  void refresh();

  const Theme& m_theme;
  QLabel* m_icon;
  QLabel* m_label;
  QToolButton* m_close;
  QPushButton* m_action;
  Notice m_notice;
  Message m_offer;
  std::function<void()> m_offered;
};

} // namespace layerlab
