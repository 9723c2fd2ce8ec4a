#pragma once

#include <QFrame>
#include <QVector>

class QLabel;
class QPushButton;

namespace layerlab {

class Theme;

/// The first thing seen while no table is open: three doors (lesson 1, an example, a CSV of one's
/// own) and the way to the tour. Lies over `covered`, and goes when data are there or it is
/// skipped.
class WelcomePane : public QFrame {
  Q_OBJECT
public:
  WelcomePane(const Theme& theme, QWidget* covered, QWidget* window);

  /// `empty`: no table is open.
  void setEmpty(bool empty);
  /// Out of the way while the tour shows what lies below.
  void setAside(bool aside);

signals:
  void lessonChosen();
  void exampleChosen();
  void fileChosen();
  void tourChosen();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  QPushButton* addDoor(const QString& name, void (WelcomePane::*chosen)());
  void follow();
  void refreshIcons();
  void retranslate();

  const Theme& m_theme;
  QWidget* m_covered;
  QLabel* m_title;
  QLabel* m_lead;
  QVector<QPushButton*> m_doors;
  QVector<QLabel*> m_notes;
  QPushButton* m_tour;
  QPushButton* m_skip;
  bool m_empty = true;
  bool m_skipped = false;
  bool m_aside = false;
};

} // namespace layerlab
