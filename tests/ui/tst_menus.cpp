#include "tests/testmain.h"

#include "tests/ui/desk.h"

#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>

using namespace layerlab;

namespace {

/// "File: R" for each letter that two entries of one menu share.
QStringList sharedLetters(const QString& menu, const QList<QAction*>& entries) {
  static const QRegularExpression letterOf("&([^&])");
  QStringList faults;
  QStringList letters;
  for (const QAction* entry : entries) {
    if (entry->menu()) faults += sharedLetters(entry->text(), entry->menu()->actions());
    const QString plain = QString(entry->text()).remove("&&");
    const QString letter = letterOf.match(plain).captured(1).toUpper();
    if (letter.isEmpty() || !entry->isVisible()) continue;
    if (letters.contains(letter)) faults << QString("%1: %2").arg(menu, letter);
    letters << letter;
  }
  return faults;
}

} // namespace

/// The menus by the keyboard, in both languages.
class MenusTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void lettersAreOfOneEntryEach_data() { languages(); }
  void lettersAreOfOneEntryEach();
  void shortcutsAreShownWithoutLetters_data() { languages(); }
  void shortcutsAreShownWithoutLetters();

private:
  void languages();
};

void MenusTest::languages() {
  QTest::addColumn<QString>("language");
  for (const char* language : {"en", "ko"}) QTest::newRow(language) << QString(language);
}

void MenusTest::lettersAreOfOneEntryEach() {
  QFETCH(QString, language);
  Desk desk;
  QVERIFY(desk.translators.setLanguage(language));
  QCoreApplication::processEvents();
  const QStringList faults = sharedLetters("the bar", desk.window.menuBar()->actions());
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join(", ")));
}

void MenusTest::shortcutsAreShownWithoutLetters() {
  QFETCH(QString, language);
  Desk desk;
  QVERIFY(desk.translators.setLanguage(language));
  QCoreApplication::processEvents();
  desk.find<QAction>("helpShortcuts")->trigger();
  const auto* dialog = desk.find<QDialog>("shortcutsDialog");
  QVERIFY(dialog && dialog->isVisible());
  static const QRegularExpression letter("&|\\([A-Z]\\)|…");
  for (const QLabel* label : dialog->findChildren<QLabel*>())
    QVERIFY2(!label->text().contains(letter), qPrintable(label->text()));
}

LAYERLAB_TEST(MenusTest, "menus")
#include "tst_menus.moc"
