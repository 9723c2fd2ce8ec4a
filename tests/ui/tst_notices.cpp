#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/session/autosave.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace layerlab;

/// What the window says by itself, and in which language.
class NoticesTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void noticesFollowTheLanguage_data();
  void noticesFollowTheLanguage();
  void theRemedyFollowsTheLanguage();

private:
  /// Makes the window say it.
  void cause(Desk& desk, const QString& what);

  QTemporaryDir m_folder;
};

void NoticesTest::noticesFollowTheLanguage_data() {
  QTest::addColumn<QString>("what");
  QTest::addColumn<QByteArray>("label");
  QTest::newRow("a file that cannot be read") << "file" << QByteArray("dataMessageText");
  QTest::newRow("nothing to paste") << "clipboard" << QByteArray("dataMessageText");
  QTest::newRow("work that cannot be kept") << "recovery" << QByteArray("dataMessageText");
  QTest::newRow("a project open elsewhere") << "elsewhere" << QByteArray("dataMessageText");
  QTest::newRow("training that stopped") << "training" << QByteArray("trainingMessageText");
  QTest::newRow("a sweep that cannot run") << "sweep" << QByteArray("elbowMessageText");
  QTest::newRow("a picture was copied") << "picture" << QByteArray("lossMessageText");
}

void NoticesTest::cause(Desk& desk, const QString& what) {
  const QString broken = m_folder.filePath("broken.csv");
  const QString project = m_folder.filePath("open.layerlab");
  if (what == "file") {
    QVERIFY(writeTable(broken, "a,b\n1,\"2\n"));
    desk.window.openPath(broken);
  } else if (what == "clipboard") {
    QGuiApplication::clipboard()->setText(" ");
    desk.find<QAction>("editPasteTable")->trigger();
  } else if (what == "recovery") {
    QVERIFY(writeTable(broken, "a file stands where the folder should be"));
    auto* autosave = new Autosave(desk.workbench, broken, &desk.window);
    desk.window.offerRecovery(*autosave);
    desk.session().touch();
  } else if (what == "elsewhere") {
    auto* other = new Desk;
    connect(&desk.window, &QObject::destroyed, this, [other] { delete other; });
    QVERIFY(other->example("iris"));
    other->prompts.path = project;
    QVERIFY(other->window.saveProject(true));
    desk.window.openPath(project);
  } else if (what == "training") {
    desk.session().edit("epochs", {}, [](Design& design) { design.fit.epochs = 1'000'000; });
    desk.find<QPushButton>("fitButton")->click();
    QTRY_VERIFY(desk.workbench.trainState() == Workbench::TrainState::running);
    desk.session().edit("batch", {}, [](Design& design) { design.fit.batchSize = 7; });
  } else if (what == "sweep") {
    desk.workbench.startSweep({9, {1}, 1}, 1); // there is no such layer
  } else if (what == "picture") {
    desk.find<QAction>("lossExportButton_copy")->trigger();
  }
}

void NoticesTest::noticesFollowTheLanguage() {
  QFETCH(QString, what);
  QFETCH(QByteArray, label);
  static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
  Desk desk;
  QVERIFY(desk.example("iris"));
  const auto* words = desk.find<QLabel>(label.constData());
  QVERIFY(words->text().isEmpty());
  cause(desk, what);
  QTRY_VERIFY(!words->text().isEmpty());
  const QString english = words->text();
  QVERIFY2(!english.contains(hangul), qPrintable(english));
  QVERIFY(desk.translators.setLanguage("ko"));
  QTRY_VERIFY2(words->text().contains(hangul), qPrintable(words->text()));
  QCOMPARE(words->accessibleName(), words->text());
  QVERIFY(desk.translators.setLanguage("en"));
  QTRY_COMPARE(words->text(), english);
}

void NoticesTest::theRemedyFollowsTheLanguage() {
  Desk desk;
  const QString path = m_folder.filePath("changing.csv");
  QVERIFY(writeTable(path, lines(20)));
  desk.window.openPath(path);
  QTRY_VERIFY(!desk.workbench.isLoading() && desk.session().table());
  emit desk.workbench.dataFileChanged();
  const auto* reload = desk.find<QPushButton>("dataMessageAction");
  QVERIFY(reload->isVisible());
  const QString english = reload->text();
  QVERIFY(desk.translators.setLanguage("ko"));
  QTRY_VERIFY(reload->text() != english);
  QCOMPARE(reload->accessibleName(), reload->text());
  QVERIFY(reload->isVisible());
}

LAYERLAB_TEST(NoticesTest, "notices")
#include "tst_notices.moc"
