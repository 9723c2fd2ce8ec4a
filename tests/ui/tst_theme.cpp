#include "tests/testmain.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace layerlab;

namespace {

/// Counts how often it was given a style anew.
class Restyled : public QPushButton {
public:
  using QPushButton::QPushButton;
  int times = 0;

protected:
  void changeEvent(QEvent* event) override {
    if (event->type() == QEvent::StyleChange) ++times;
    QPushButton::changeEvent(event);
  }
};

/// A window with a button this deep inside of other widgets.
struct Nest {
  QWidget window;
  Restyled* button;

  explicit Nest(int depth) {
    QWidget* parent = &window;
    for (int i = 0; i < depth; ++i) {
      auto* child = new QWidget(parent);
      (new QVBoxLayout(parent))->addWidget(child);
      parent = child;
    }
    button = new Restyled("words", parent);
    (new QVBoxLayout(parent))->addWidget(button);
    window.show();
    QCoreApplication::processEvents();
    button->times = 0;
  }
};

ThemeMode other(const Theme& theme) {
  return theme.isDark() ? ThemeMode::light : ThemeMode::dark;
}

} // namespace

class ThemeTest : public QObject {
  Q_OBJECT
private slots:
  void aSwitchStylesEachWidgetOnce();
  void aSwitchReachesWhatIsNotShown();
  void theSameColoursStyleNothing();
};

/// The work of a switch must not grow with the depth of the window.
void ThemeTest::aSwitchStylesEachWidgetOnce() {
  Theme theme;
  Nest nest(8);
  theme.setMode(other(theme));
  QCOMPARE(nest.button->times, 1);
  QCOMPARE(nest.button->palette().color(QPalette::ButtonText), theme.colors().text);
  theme.setTextScale(1.35);
  QCOMPARE(nest.button->times, 2);
  QCOMPARE(nest.button->font().pointSizeF(), theme.font(10.0).pointSizeF());
}

void ThemeTest::aSwitchReachesWhatIsNotShown() {
  Theme theme;
  Nest nest(2);
  nest.button->hide();
  QPushButton later("later"); // never shown before the switch
  QWidget page;               // neither, but its button was measured
  auto* measured = new QPushButton("measured", &page);
  measured->ensurePolished();
  theme.setMode(other(theme));
  later.show();
  page.show();
  QCoreApplication::processEvents();
  for (const QPushButton* button : {static_cast<QPushButton*>(nest.button), &later, measured})
    QCOMPARE(button->palette().color(QPalette::ButtonText), theme.colors().text);
}

void ThemeTest::theSameColoursStyleNothing() {
  Theme theme;
  Nest nest(2);
  QSignalSpy changed(&theme, &Theme::changed);
  theme.setMode(theme.isDark() ? ThemeMode::dark : ThemeMode::light); // it was "as the system"
  QCOMPARE(changed.count(), 1);                                       // a menu shows the mode
  QCOMPARE(nest.button->times, 0);
}

LAYERLAB_TEST(ThemeTest, "theme")
#include "tst_theme.moc"
