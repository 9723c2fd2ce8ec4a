#pragma once

#include <QTabWidget>

#include <optional>

class QStackedWidget;

namespace layerlab {

/// The tabs of the pages with the controls of the page in view beside them. Every tab keeps its
/// place: where the width ends (beside a lesson), the controls lose their words and keep their
/// icons; where that is not enough, they get a row of their own above the page. In a splitter a
/// page that needs more height than there is borrows it from its neighbour while it is in view.
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
  void claimLater();
  void claimHeight();
  void share(int all, int wanted);

  QStackedWidget* m_controls;
  Place m_place = Place::beside;
  /// Height lent by the neighbour.
  struct Loan {
    double usualShare = 0.0; ///< of both heights, to go back to
    int all = 0;             ///< both heights when it was given
    int given = 0;           ///< height with it
  };
  std::optional<Loan> m_loan;
  bool m_byHand = false; ///< the person has shared the height while this page is in view
  bool m_claims = false;
};

} // namespace layerlab
