#include "tests/testmain.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstring>
#include <memory>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using Application = QGuiApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

std::vector<TestEntry>& testEntries() {
  static std::vector<TestEntry> entries;
  return entries;
}

int main(int argc, char** argv) {
  Application app(argc, argv);
  const QTemporaryDir home; // no test reads or writes the settings of the person who runs it
  if (!home.isValid()) {
    std::fprintf(stderr, "no folder for the settings: %s\n", qPrintable(home.errorString()));
    return 2;
  }
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
  const char* wanted = argc > 1 && argv[1][0] != '-' ? argv[1] : nullptr;
  QStringList arguments;
  for (int i = 0; i < argc; ++i)
    if (argv[i] != wanted || i == 0) arguments << QString::fromLocal8Bit(argv[i]);
  int failures = 0;
  int classes = 0;
  for (const TestEntry& entry : testEntries()) {
    if (wanted && std::strcmp(wanted, entry.name) != 0) continue;
    const std::unique_ptr<QObject> test(entry.make());
    failures += QTest::qExec(test.get(), arguments);
    ++classes;
  }
  if (classes == 0) {
    std::fprintf(stderr, "no test class named %s\n", wanted ? wanted : "(any)");
    return 2;
  }
  return failures == 0 ? 0 : 1;
}
