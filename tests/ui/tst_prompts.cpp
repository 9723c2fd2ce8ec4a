#include "tests/testmain.h"

#include "tests/ui/desk.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace layerlab;

namespace {

/// Looks again and again until the dialog on top is of this type, and answers it once.
template <class Dialog> void answer(QObject* owner, const std::function<void(Dialog&)>& deed) {
  auto* timer = new QTimer(owner);
  QObject::connect(timer, &QTimer::timeout, owner, [timer, deed] {
    auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
    if (!dialog || !dialog->isVisible()) return;
    timer->stop();
    deed(*dialog);
  });
  timer->start(5);
}

/// Types a name into the dialog that asks for a file, as with the keyboard.
void typeName(QFileDialog& dialog, const QString& name) {
  auto* line = dialog.findChild<QLineEdit*>("fileNameEdit");
  line->setText(name);
  QTest::keyClick(line, Qt::Key_Return);
}

} // namespace

/// The dialogs themselves, which other tests answer without showing them.
class PromptsTest : public QObject {
  Q_OBJECT
private slots:
  void aNameIsCompletedWithItsSuffix_data();
  void aNameIsCompletedWithItsSuffix();
  void aCompletedNameThatIsThereIsAskedAbout();
  void theClosingQuestionIsInTheLanguage();

private:
  QTemporaryDir m_folder;
};

void PromptsTest::aNameIsCompletedWithItsSuffix_data() {
  QTest::addColumn<QString>("suggestion");
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("file");
  QTest::newRow("a project") << "iris.layerlab"
                             << "mine"
                             << "mine.layerlab";
  QTest::newRow("a table") << "iris.csv"
                           << "numbers"
                           << "numbers.csv";
  QTest::newRow("another suffix stays") << "iris.csv"
                                        << "numbers.txt"
                                        << "numbers.txt";
}

void PromptsTest::aNameIsCompletedWithItsSuffix() {
  QFETCH(QString, suggestion);
  QFETCH(QString, typed);
  QFETCH(QString, file);
  QObject hands;
  QString suggested;
  answer<QFileDialog>(&hands, [&](QFileDialog& dialog) {
    suggested = QFileInfo(dialog.selectedFiles().value(0)).fileName();
    typeName(dialog, typed);
  });
  const QString path =
      Prompts().savePath(nullptr, "Save", m_folder.filePath(suggestion), "All files (*)");
  QCOMPARE(suggested, suggestion);
  QCOMPARE(path, m_folder.filePath(file));
}

void PromptsTest::aCompletedNameThatIsThereIsAskedAbout() {
  const QString there = m_folder.filePath("there.layerlab");
  QVERIFY(writeTable(there, "work"));
  QObject hands;
  int asked = 0;
  answer<QFileDialog>(&hands, [&](QFileDialog& dialog) {
    answer<QMessageBox>(&hands, [&](QMessageBox& box) {
      ++asked;
      box.button(QMessageBox::No)->click();
    });
    typeName(dialog, "there");
    dialog.reject();
  });
  const QString path = Prompts().savePath(nullptr, "Save", m_folder.filePath("new.layerlab"),
                                          "Projects (*.layerlab)");
  QCOMPARE(asked, 1);
  QVERIFY(path.isEmpty());
}

void PromptsTest::theClosingQuestionIsInTheLanguage() {
  Translators translators;
  QVERIFY(translators.setLanguage("ko"));
  QObject hands;
  QString question;
  QString consequence;
  answer<QMessageBox>(&hands, [&](QMessageBox& box) {
    question = box.text();
    consequence = box.informativeText();
    box.button(QMessageBox::Cancel)->click();
  });
  QVERIFY(Prompts().unsavedChanges(nullptr, "iris") == Prompts::SaveAnswer::cancel);
  static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
  QVERIFY2(question.contains(hangul) && question.contains("iris"), qPrintable(question));
  QVERIFY2(consequence.contains(hangul), qPrintable(consequence));
}

LAYERLAB_TEST(PromptsTest, "prompts")
#include "tst_prompts.moc"
