#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/scriptwidgets.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace layerlab;

namespace {

bool isInteractive(const QWidget* widget) {
  return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
         qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
         qobject_cast<const QSlider*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
         qobject_cast<const QTabWidget*>(widget);
}

/// Parts Qt makes itself inside the widgets we name.
bool isInnerPart(const QWidget* widget) {
  if (widget->objectName().startsWith("qt_")) return true;
  for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
    if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
        qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QTabBar*>(parent) ||
        qobject_cast<const QAbstractItemView*>(parent))
      return true;
  return false;
}

QStringList faultsOf(const QWidget& window) {
  QStringList faults;
  QSet<QString> names;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!isInteractive(widget) || isInnerPart(widget)) continue;
    const QString name = widget->objectName();
    const QString what = name.isEmpty() ? widget->metaObject()->className() : name;
    if (name.isEmpty()) faults << what + ": no object name";
    if (!name.isEmpty() && names.contains(name)) faults << what + ": name used twice";
    names << name;
    if (widget->accessibleName().isEmpty()) faults << what + ": no accessible name";
    if (widget->toolTip().isEmpty() && !qobject_cast<const QTabWidget*>(widget))
      faults << what + ": no tool tip";
  }
  return faults;
}

/// What a script's `widgets` shows without a name or a tool tip.
QStringList listedFaults(QWidget& window) {
  QStringList faults;
  for (const QJsonValue entry : widgetsJson(window)) {
    const QJsonObject widget = entry.toObject();
    for (const char* key : {"objectName", "name", "tooltip"})
      if (widget[QLatin1String(key)].toString().isEmpty())
        faults << widget["class"].toString() + ' ' + widget["objectName"].toString() + ": no " +
                      QLatin1String(key);
  }
  return faults;
}

/// Controls and actions with words that fail the test.
template <class Test> QStringList namesOfTexts(const QWidget& window, Test fails) {
  QStringList names;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!isInteractive(widget) || isInnerPart(widget)) continue;
    if (widget->objectName().startsWith("canvas")) continue; // names layers, tested there
    if (fails(widget->accessibleName())) names << widget->objectName();
  }
  for (const QAction* action : window.findChildren<QAction*>())
    if (!action->objectName().isEmpty() && !action->objectName().startsWith("example_") &&
        !action->objectName().startsWith("language") &&
        !action->objectName().startsWith("lesson") && !action->text().isEmpty() &&
        fails(action->text()))
      names << action->objectName();
  return names;
}

} // namespace

namespace {

/// Can it be scrolled into view?
bool scrolls(const QWidget* widget) {
  for (; widget; widget = widget->parentWidget())
    if (qobject_cast<const QScrollArea*>(widget)) return true;
  return false;
}

} // namespace

class MainWindowTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void everyControlHasNameWordsAndToolTip();
  void everyControlIsReachedByTab();
  void nothingIsCutOff_data();
  void nothingIsCutOff();
  void emptyWindowSaysWhatToDo();
  void languageSwitchKeepsTheState();
  void everyTextIsTranslatedLive();
  void koreanReachesEveryText();
  void themeSwitchKeepsTheState();
  void theThemeFollowsTheSystem();
  void projectorFoldsTheSide();
  void pagesAreReachedByKeys();
  void panelsAreWalkedByF6();
  void windowRemembersItself();
  void damagedSettingsDoNoHarm();
};

void MainWindowTest::everyControlHasNameWordsAndToolTip() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(2));
  QStringList faults = faultsOf(desk.window);
  for (const QString& page : desk.window.pageNames()) {
    desk.window.showPage(page);
    QCoreApplication::processEvents();
    for (const QString& fault : listedFaults(desk.window)) faults << fault + " on " + page;
  }
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void MainWindowTest::everyControlIsReachedByTab() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QSet<QWidget*> reached;
  QWidget* widget = desk.find<QPushButton>("fitButton");
  for (QWidget* next = widget->nextInFocusChain(); next != widget; next = next->nextInFocusChain())
    reached << next;
  for (const char* name : {"targetCombo", "featureList", "splitSlider", "lossCombo", "seedSpin",
                           "pages", "languageButton"})
    QVERIFY2(reached.contains(desk.find<QWidget>(name)), name);
  for (const char* name : {"targetCombo", "splitSlider", "lossCombo", "learningRateSpin"})
    QVERIFY2(desk.find<QWidget>(name)->focusPolicy() & Qt::TabFocus, name);
}

void MainWindowTest::nothingIsCutOff_data() {
  QTest::addColumn<QString>("language");
  QTest::addColumn<bool>("projector");
  QTest::newRow("English") << "en" << false;
  QTest::newRow("Korean") << "ko" << false;
  QTest::newRow("English, projector") << "en" << true;
  QTest::newRow("Korean, projector") << "ko" << true;
}

/// At the smallest projector everything fits into the window, and no button is narrower than its
/// words.
void MainWindowTest::nothingIsCutOff() {
  QFETCH(QString, language);
  QFETCH(bool, projector);
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.translators.setLanguage(language));
  desk.window.setProjector(projector);
  desk.window.resize(1280, 720);
  QCoreApplication::processEvents();
  QCOMPARE(desk.window.size(), QSize(1280, 720));
  for (const QString& page : desk.window.pageNames()) {
    desk.window.showPage(page);
    QCoreApplication::processEvents();
    for (const QAbstractButton* button : desk.window.findChildren<QAbstractButton*>()) {
      if (!button->isVisible() || button->text().isEmpty() || isInnerPart(button)) continue;
      const auto* tool = qobject_cast<const QToolButton*>(button);
      if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly) continue; // shows no words
      const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
      const QString what = button->objectName() + " on " + page + ": " + button->text();
      QVERIFY2(button->width() >= words, qPrintable(what));
      const QRect inside(button->mapTo(&desk.window, QPoint(0, 0)), button->size());
      if (!scrolls(button) && !desk.find<QWidget>("canvas")->isAncestorOf(button))
        QVERIFY2(desk.window.rect().contains(inside), qPrintable(what));
    }
  }
  QVERIFY(desk.find<QScrollArea>("sidePanel")->horizontalScrollBar()->maximum() == 0);
}

void MainWindowTest::emptyWindowSaysWhatToDo() {
  Desk desk;
  QVERIFY(desk.find<QLabel>("nextStep")->text().contains("CSV"));
  QVERIFY(!desk.find<QPushButton>("fitButton")->isEnabled());
  QVERIFY(!desk.find<QPushButton>("sweepStartButton")->isEnabled());
  QVERIFY(!desk.find<QComboBox>("targetCombo")->isEnabled());
  QVERIFY(!desk.find<QAction>("fileSave")->isEnabled());
}

void MainWindowTest::languageSwitchKeepsTheState() {
  Desk desk;
  QVERIFY(desk.example("penguins"));
  desk.choose("splitCombo", "stratified");
  desk.find<QCheckBox>("lossLogY")->setChecked(true);
  desk.find<QListWidget>("featureList")->item(0)->setCheckState(Qt::Unchecked);
  desk.choose("sweepModeCombo", "step");
  desk.window.showPage("elbow");
  const Design design = desk.session().design();
  const int undo = desk.session().undoStack().count();
  desk.find<QPushButton>("languageButton")->click();
  QCOMPARE(desk.translators.language(), QString("ko"));
  desk.find<QPushButton>("languageButton")->click();
  QCOMPARE(desk.translators.language(), QString("en"));
  QVERIFY(desk.session().design() == design);
  QCOMPARE(desk.session().undoStack().count(), undo);
  QCOMPARE(desk.find<QComboBox>("splitCombo")->currentData().toString(), QString("stratified"));
  QCOMPARE(desk.find<QComboBox>("sweepModeCombo")->currentData().toString(), QString("step"));
  QCOMPARE(desk.find<QListWidget>("featureList")->item(0)->checkState(), Qt::Unchecked);
  QVERIFY(desk.find<QCheckBox>("lossLogY")->isChecked());
  QCOMPARE(desk.window.currentPage(), QString("elbow"));
}

/// A translator that marks every text proves that each widget asks again.
void MainWindowTest::everyTextIsTranslatedLive() {
  class Marker : public QTranslator {
  public:
    QString translate(const char*, const char* source, const char*, int) const override {
      return QStringLiteral("«%1»").arg(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
  };
  Desk desk;
  QVERIFY(desk.example("iris"));
  Marker marker;
  QCoreApplication::installTranslator(&marker);
  QCoreApplication::processEvents();
  const QStringList faults =
      namesOfTexts(desk.window, [](const QString& words) { return !words.contains(QChar(0xAB)); });
  QCoreApplication::removeTranslator(&marker);
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join(' ')));
}

/// The translation is found, not only finished: a text under another context stays English.
void MainWindowTest::koreanReachesEveryText() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.translators.setLanguage("ko"));
  QCoreApplication::processEvents();
  static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
  const QStringList faults =
      namesOfTexts(desk.window, [](const QString& words) { return !words.contains(hangul); });
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join(' ')));
}

void MainWindowTest::themeSwitchKeepsTheState() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  const Design design = desk.session().design();
  const bool dark = desk.theme.isDark();
  desk.find<QAbstractButton>("themeButton")->click();
  QCOMPARE(desk.theme.isDark(), !dark);
  QVERIFY(desk.session().design() == design);
  QCOMPARE(int(MainWindow::savedTheme()), int(dark ? ThemeMode::light : ThemeMode::dark));
}

void MainWindowTest::theThemeFollowsTheSystem() {
  const auto desktop = [](const QColor& window, const QColor& text) {
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    QApplication::setPalette(palette); // as a desktop does that switches
    QCoreApplication::processEvents();
  };
  Theme theme;
  theme.setMode(ThemeMode::system);
  desktop(QColor(30, 30, 30), Qt::white);
  QTRY_VERIFY(theme.isDark());
  desktop(QColor(240, 240, 240), Qt::black);
  QTRY_VERIFY(!theme.isDark());
  theme.setMode(ThemeMode::light);
  desktop(QColor(30, 30, 30), Qt::white);
  QVERIFY(!theme.isDark()); // chosen by hand
}

void MainWindowTest::projectorFoldsTheSide() {
  Desk desk;
  QTest::keyClick(&desk.window, Qt::Key_F11);
  QVERIFY(desk.window.isProjector());
  QVERIFY(!desk.find<QWidget>("sidePanel")->isVisible());
  QCOMPARE(desk.theme.textScale(), 1.35);
  desk.find<QAction>("viewSide")->trigger();
  QVERIFY(desk.find<QWidget>("sidePanel")->isVisible());
  QTest::keyClick(&desk.window, Qt::Key_F11);
  QVERIFY(!desk.window.isProjector());
  QVERIFY(desk.find<QWidget>("sidePanel")->isVisible());
  QCOMPARE(desk.theme.textScale(), 1.0);
}

void MainWindowTest::pagesAreReachedByKeys() {
  Desk desk;
  const QStringList names = desk.window.pageNames();
  for (int i = 1; i < names.size(); ++i) {
    QTest::keyClick(&desk.window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
    QCOMPARE(desk.window.currentPage(), names[i]);
  }
  QCOMPARE(names.first(), QString("loss"));
  desk.window.showPage("no such page");
  QCOMPARE(desk.window.currentPage(), names.last());
}

void MainWindowTest::panelsAreWalkedByF6() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&desk.window));
  desk.find<QPushButton>("fitButton")->setFocus();
  const auto inside = [&](const char* panel) {
    auto* widget = desk.find<QWidget>(panel);
    QWidget* focus = QApplication::focusWidget();
    return focus && (widget == focus || widget->isAncestorOf(focus));
  };
  desk.find<QAction>("viewNextPanel")->trigger();
  QVERIFY(inside("sidePanel"));
  desk.find<QAction>("viewNextPanel")->trigger();
  QVERIFY(inside("canvas"));
  desk.find<QAction>("viewNextPanel")->trigger();
  QVERIFY(inside("pages"));
  desk.find<QAction>("viewPreviousPanel")->trigger();
  QVERIFY(inside("canvas"));
}

void MainWindowTest::windowRemembersItself() {
  {
    Desk desk;
    desk.find<QAbstractButton>("trainingSectionHeading")->click();
    desk.find<QAction>("themeDark")->trigger();
    desk.find<QAction>("languageKorean")->trigger();
    QVERIFY(desk.window.close());
  }
  Desk desk;
  QVERIFY(desk.window.findChild<Section*>("trainingSection")->isFolded());
  QVERIFY(!desk.window.findChild<Section*>("dataSection")->isFolded());
  QVERIFY(desk.theme.isDark());
  QCOMPARE(MainWindow::savedLanguage(), QString("ko"));
}

void MainWindowTest::damagedSettingsDoNoHarm() {
  QVERIFY(QDir().mkpath(QFileInfo(settingsFile()).path()));
  QVERIFY(
      writeTable(settingsFile(),
                 QByteArray("[General]\ngeometry=@ByteArray(\\x1\\xff{\ntheme=99\n\0\xff{", 50)));
  Desk desk;
  QVERIFY(desk.window.isVisible());
  QVERIFY(desk.example("iris"));
}

LAYERLAB_TEST(MainWindowTest, "mainwindow")

#include "tst_mainwindow.moc"
