#pragma once

#include <QTabWidget>

class QStackedWidget;

namespace layerlab {

/// The tabs of the pages with the controls of the page in view beside them. Every tab keeps its
/// place: where the width ends (beside a lesson), the controls lose their words and keep their
/// icons; where that is not enough, they get a row of their own above the page.
class PageTabs : public QTabWidget {
  Q_OBJECT
public:
  explicit PageTabs(QWidget* parent);

  /// `controls` may be null.
  void addPage(QWidget* page, QWidget* controls);

protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  enum class Place { beside, icons, row };
  Place wantedPlace() const;
  void pageChanged();
  void arrange();
  void moveTo(Place place);
  void placeRow();
  void setIconsOnly(bool on);

  QStackedWidget* m_controls;
  Place m_place = Place::beside;
};

} // namespace layerlab
