#pragma once

#include "ui/session/translators.h"
#include "ui/session/workbench.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <utility>

namespace layerlab {

/// Answers questions and remembers what was asked.
class FakePrompts : public Prompts {
public:
  QString path;
  QString words;
  SaveAnswer answer = SaveAnswer::cancel;
  int asked = 0;
  QStringList told;

  QString openPath(QWidget*, const QString&, const QString&) override { return path; }
  QString savePath(QWidget*, const QString&, const QString&, const QString&) override {
    return path;
  }
  SaveAnswer unsavedChanges(QWidget*, const QString&) override {
    ++asked;
    return answer;
  }
  QString text(QWidget*, const QString&, const QString&, const QString&) override { return words; }
  void tell(QWidget*, const QString&, const QString& message) override { told << message; }
};

/// A whole program without its main.
struct Desk {
  Theme theme;
  Translators translators;
  Workbench workbench;
  FakePrompts prompts;
  MainWindow window{theme, workbench, prompts};

  Desk() {
    QObject::connect(&window, &MainWindow::languageRequested, &translators,
                     &Translators::setLanguage);
    QObject::connect(&translators, &Translators::changed, &window, &MainWindow::setLanguage);
    window.resize(1280, 720);
    window.show();
    window.activateWindow(); // shortcuts need an active window
    if (!QTest::qWaitFor([this] { return window.isActiveWindow(); }, 2000))
      qWarning("the window did not become active");
  }
  Session& session() { return workbench.session(); }
  template <class Type> Type* find(const char* name) {
    return window.findChild<Type*>(QLatin1String(name));
  }
  void choose(const char* combo, const QVariant& data) {
    auto* box = find<QComboBox>(combo);
    box->setCurrentIndex(box->findData(data));
  }
  /// What is open is let go of.
  bool example(const QString& name) {
    const auto usual = std::exchange(prompts.answer, Prompts::SaveAnswer::discard);
    choose("exampleCombo", name);
    prompts.answer = usual;
    return QTest::qWaitFor([&] { return session().table() && !workbench.isLoading(); }, 20'000);
  }
  bool idle() { return workbench.trainState() == Workbench::TrainState::idle; }
  bool trained(int epochs) {
    session().edit("epochs", {}, [epochs](Design& design) { design.fit.epochs = epochs; });
    find<QPushButton>("fitButton")->click();
    return QTest::qWaitFor([&] { return idle() && session().currentRun(); }, 60'000);
  }
  bool trainedOn(const QString& name, int epochs) { return example(name) && trained(epochs); }
};

/// Where the window keeps its settings; testmain.cpp gives every run a folder of its own.
inline QString settingsFile() {
  return QSettings(QSettings::IniFormat, QSettings::UserScope, "LayerLab", "layerlab").fileName();
}

/// The next window is arranged as on the first day.
inline void forgetSettings() {
  QFile::remove(settingsFile());
}

inline bool writeTable(const QString& path, const QByteArray& text) {
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Empty: there is no such file.
inline QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray lines(int rows) {
  QByteArray text = "a,b,y\n";
  for (int i = 0; i < rows; ++i)
    text += QByteArray::number(i) + ',' + QByteArray::number(i * i % 17) + ',' +
            QByteArray::number(2 * i + 1) + '\n';
  return text;
}

} // namespace layerlab
