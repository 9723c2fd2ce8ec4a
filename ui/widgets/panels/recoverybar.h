#pragma once

#include "ui/session/autosave.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace layerlab {

class Theme;

/// The offer to take up work that was cut off by a crash: stands above everything until it is
/// answered, in nobody's way. Hidden while there is nothing to offer.
class RecoveryBar : public QFrame {
  Q_OBJECT
public:
  RecoveryBar(const Theme& theme, QWidget* parent = nullptr);

  /// Offers what `autosave` finds left.
  void offer(Autosave& autosave);
  /// Takes up the work that is offered; nothing when nothing is.
  void recover();
  bool isOffering() const { return !m_left.isEmpty(); }

signals:
  /// The person wants it, in place of what is open.
  void recoverRequested();

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void discard();
  void answered();
  void refresh();

  const Theme& m_theme;
  Autosave* m_autosave = nullptr;
  QVector<Recovery> m_left;
  QLabel* m_icon;
  QLabel* m_words;
  QPushButton* m_recover;
  QPushButton* m_discard;
  QPushButton* m_later;
};

} // namespace layerlab
