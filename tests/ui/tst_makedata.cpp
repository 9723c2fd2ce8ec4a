#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/panels/makedata.h"

#include <QDialog>
#include <QLabel>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace layerlab;

namespace {

bool has(const QImage& picture, const QColor& color) {
  for (int x = 0; x < picture.width(); ++x)
    for (int y = 0; y < picture.height(); ++y)
      if (picture.pixelColor(x, y) == color) return true;
  return false;
}

} // namespace

/// The dialog that generates and paints tables, by itself.
class MakeDataTest : public QObject {
  Q_OBJECT
private slots:
  void enterMakesTheData();
  void classesAreShownInTheirColours();
  void aCurveIsNotToldOfClasses();
};

void MakeDataTest::enterMakesTheData() {
  const Theme theme;
  MakeDataDialog dialog(theme);
  dialog.show();
  dialog.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&dialog));
  QCOMPARE(dialog.focusWidget()->objectName(), QString("generatorShape"));
  auto* seed = dialog.findChild<QSpinBox*>("generatorSeed");
  seed->setFocus();
  QTest::keyClick(seed, Qt::Key_7);
  QTest::keyClick(seed, Qt::Key_Return);
  QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void MakeDataTest::classesAreShownInTheirColours() {
  Theme theme;
  const MakeDataDialog dialog(theme);
  const auto swatch = [&](const char* name) {
    return dialog.findChild<QToolButton*>(name)->icon().pixmap(32, 32).toImage();
  };
  for (const ThemeMode mode : {ThemeMode::light, ThemeMode::dark}) {
    theme.setMode(mode);
    QVERIFY(has(swatch("paintClass0"), theme.colors().negative));
    QVERIFY(has(swatch("paintClass1"), theme.colors().positive));
  }
}

void MakeDataTest::aCurveIsNotToldOfClasses() {
  const Theme theme;
  MakeDataDialog dialog(theme);
  const auto told = [&dialog] {
    for (const QLabel* label : dialog.findChildren<QLabel*>())
      if (label->text().contains("other class")) return true;
    return false;
  };
  QVERIFY(told());
  dialog.findChild<QComboBox*>("paintKind")->setCurrentIndex(1);
  QVERIFY(!told());
}

LAYERLAB_TEST(MakeDataTest, "makedata")
#include "tst_makedata.moc"
