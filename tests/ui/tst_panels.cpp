#include "tests/testmain.h"

#include "tests/ui/desk.h"
#include "ui/widgets/canvas/networkcanvas.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

#include <cmath>

using namespace layerlab;

namespace {

/// Columns name and nick with 150 texts each, a, b and y.
bool openWordy(Desk& desk) {
  QByteArray text = "name,nick,a,b,y\n";
  for (int i = 0; i < 150; ++i)
    text += QStringLiteral("n%1,k%1,%2,%3,%4\n")
                .arg(i)
                .arg(i % 7)
                .arg(i % 5)
                .arg(QLatin1String(i % 3 == 0 ? "yes" : "no"))
                .toUtf8();
  desk.workbench.openPasted(text);
  return QTest::qWaitFor([&] { return desk.session().table() && !desk.workbench.isLoading(); },
                         20'000);
}

} // namespace

class PanelsTest : public QObject {
  Q_OBJECT
private slots:
  void init() { forgetSettings(); }
  void exampleFillsTheDataPanel();
  void textsTooManyToUseAreUncheckedAndSaid();
  void dataThatCannotBeUsedSaysSoOnTheCanvas();
  void outputLayerFollowsTheTarget();
  void featuresAreUndoable();
  void lastFeatureStays();
  void sliderMovesAreOneUndoStep();
  void canvasAsksAndTheSessionEdits();
  void outputLayerCannotBeRemoved();
  void learningRateChangesWithoutStopping();
  void spaceFitsAndPauses();
  void spaceInAnEditorDoesNotFit();
  void figuresShowTheLastEpoch();
  void runsCanBeHiddenRenamedRestoredRemoved();
  void remedyIsOneUndoStep();
  void dismissedAdviceStaysAway();
  void badSettingIsSaidUnderTraining();
  void sweepFindsUnitsAndAdoptsThem();
  void sweepStopKeepsResults();
};

void PanelsTest::exampleFillsTheDataPanel() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QCOMPARE(desk.find<QComboBox>("targetCombo")->currentText(), QString("species"));
  QCOMPARE(desk.find<QListWidget>("featureList")->count(), 4);
  QVERIFY(desk.find<QComboBox>("taskCombo")->currentText().contains("3"));
  QVERIFY(desk.find<QPushButton>("fitButton")->isEnabled());
  QCOMPARE(desk.find<QAbstractItemView>("dataTable")->model()->rowCount(), 150);
}

void PanelsTest::textsTooManyToUseAreUncheckedAndSaid() {
  Desk desk;
  QVERIFY(openWordy(desk));
  auto* list = desk.find<QListWidget>("featureList");
  const auto* note = desk.find<QLabel>("leftOutNote");
  for (int i = 0; i < 2; ++i) { // name, nick
    QCOMPARE(list->item(i)->checkState(), Qt::Unchecked);
    QVERIFY(!(list->item(i)->flags() & Qt::ItemIsEnabled));
    QVERIFY(list->item(i)->toolTip().contains("150 different texts"));
  }
  QVERIFY(note->isVisible() && note->text().contains("name, nick"));
  QVERIFY(note->toolTip().contains("150 different texts"));
  list->item(2)->setCheckState(Qt::Unchecked); // a
  QVERIFY(desk.session().outline());           // the others go on
  QCOMPARE(desk.session().outline()->inputNames, std::vector<std::string>{"b"});
  QVERIFY(!note->isVisible()); // those in use were chosen one by one
}

void PanelsTest::dataThatCannotBeUsedSaysSoOnTheCanvas() {
  Desk desk;
  QVERIFY(openWordy(desk));
  const auto* empty = desk.find<QLabel>("canvasEmpty");
  QVERIFY(!empty->isVisible());
  desk.session().editData("features", [](PrepareSpec& data) { data.features = {"a", "nick"}; });
  QVERIFY(!desk.session().outline());
  QVERIFY(empty->isVisible() && empty->text().contains("'nick' has 150 different texts"));
  QVERIFY(!desk.find<QPushButton>("fitButton")->isEnabled());
  QVERIFY(!desk.find<QAction>("trainFit")->isEnabled());
  auto* nick = desk.find<QListWidget>("featureList")->item(1);
  QCOMPARE(nick->checkState(), Qt::Checked);
  nick->setCheckState(Qt::Unchecked);
  QVERIFY(desk.session().outline());
  QVERIFY(!empty->isVisible());
  QVERIFY(desk.find<QPushButton>("fitButton")->isEnabled());
  desk.session().undoStack().undo();
  QVERIFY(desk.translators.setLanguage("ko"));
  QTRY_VERIFY(!empty->text().contains("texts"));
}

void PanelsTest::outputLayerFollowsTheTarget() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  const auto output = [&] { return desk.session().design().network.layers.back(); };
  QCOMPARE(output().units, 3);
  QCOMPARE(output().activation, Activation::softmax);
  desk.choose("targetCombo", "sepal_length");
  QCOMPARE(output().units, 1);
  QCOMPARE(output().activation, Activation::linear);
  QCOMPARE(desk.find<QComboBox>("lossCombo")->currentData().toString(), QString("mse"));
  desk.session().undoStack().undo();
  QCOMPARE(output().units, 3);
  QCOMPARE(desk.find<QComboBox>("targetCombo")->currentText(), QString("species"));
  QCOMPARE(desk.find<QComboBox>("lossCombo")->currentData().toString(),
           QString("categorical_crossentropy"));
}

void PanelsTest::featuresAreUndoable() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* list = desk.find<QListWidget>("featureList");
  list->item(1)->setCheckState(Qt::Unchecked);
  QCOMPARE(desk.session().outline()->inputNames.size(), 3u);
  desk.session().undoStack().undo();
  QCOMPARE(list->item(1)->checkState(), Qt::Checked);
  QCOMPARE(desk.session().outline()->inputNames.size(), 4u);
  desk.session().undoStack().redo();
  QCOMPARE(list->item(1)->checkState(), Qt::Unchecked);
  desk.find<QAbstractButton>("featuresAllButton")->click();
  QCOMPARE(list->item(1)->checkState(), Qt::Checked);
  QVERIFY(desk.session().design().data.features.empty());
}

void PanelsTest::lastFeatureStays() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* list = desk.find<QListWidget>("featureList");
  for (int i = 0; i < 4; ++i) list->item(i)->setCheckState(Qt::Unchecked);
  QCOMPARE(list->item(3)->checkState(), Qt::Checked);
  QCOMPARE(desk.session().outline()->inputNames.size(), 1u);
  QVERIFY(desk.find<QWidget>("dataMessage")->isVisible());
}

void PanelsTest::sliderMovesAreOneUndoStep() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  const double before = desk.session().design().data.validationSplit;
  auto* slider = desk.find<QSlider>("splitSlider");
  for (int percent = 25; percent <= 40; ++percent) slider->setValue(percent);
  QCOMPARE(desk.session().design().data.validationSplit, 0.4);
  QCOMPARE(desk.session().undoStack().count(), 1);
  desk.session().undoStack().undo();
  QCOMPARE(desk.session().design().data.validationSplit, before);
  QCOMPARE(slider->value(), qRound(100 * before));
}

void PanelsTest::canvasAsksAndTheSessionEdits() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  const auto layers = [&]() -> const std::vector<LayerSpec>& {
    return desk.session().design().network.layers;
  };
  const std::size_t before = layers().size();
  emit canvas->insertRequested(0);
  QCOMPARE(layers().size(), before + 1);
  const int id = layers().front().id;
  QCOMPARE(canvas->selectedLayer(), std::optional(id));
  for (int units = 9; units < 20; ++units) emit canvas->unitsChanged(id, units);
  QCOMPARE(layers().front().units, 19);
  QCOMPARE(desk.session().undoStack().count(), 2); // the wheel is one step
  emit canvas->activationChanged(id, Activation::tanh);
  QCOMPARE(layers().front().activation, Activation::tanh);
  emit canvas->duplicateRequested(id);
  QCOMPARE(layers().size(), before + 2);
  QCOMPARE(layers()[1].units, 19);
  QVERIFY(layers()[1].id != id);
  emit canvas->moveRequested(id, 1);
  QCOMPARE(layers()[1].id, id);
  emit canvas->removeRequested(id);
  QCOMPARE(layers().size(), before + 1);
  while (desk.session().undoStack().canUndo()) desk.session().undoStack().undo();
  QCOMPARE(layers().size(), before);
}

void PanelsTest::outputLayerCannotBeRemoved() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  const Design before = desk.session().design();
  const int output = before.network.layers.back().id;
  auto* canvas = desk.find<NetworkCanvas>("canvas");
  emit canvas->removeRequested(output);
  emit canvas->duplicateRequested(output);
  emit canvas->moveRequested(output, 0);
  QVERIFY(desk.session().design() == before);
}

void PanelsTest::learningRateChangesWithoutStopping() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.find<QSpinBox>("epochsSpin")->setValue(1'000'000);
  desk.find<QPushButton>("fitButton")->click();
  QTRY_VERIFY(desk.session().currentRun() && !desk.session().currentRun()->history.epochs.empty());
  desk.find<QDoubleSpinBox>("learningRateSpin")->setValue(0.0005);
  QTRY_COMPARE(desk.session().currentRun()->history.epochs.back().learningRate, 0.0005);
  QVERIFY(!desk.idle());
  desk.find<QAbstractButton>("stopButton")->click();
  QTRY_VERIFY(desk.idle());
}

void PanelsTest::spaceFitsAndPauses() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().edit("epochs", {}, [](Design& design) { design.fit.epochs = 1'000'000; });
  desk.find<NetworkCanvas>("canvas")->clearFocus();
  desk.window.setFocus();
  QTest::keyClick(&desk.window, Qt::Key_Space);
  QTRY_COMPARE(desk.workbench.trainState(), Workbench::TrainState::running);
  QCOMPARE(desk.window.currentPage(), QString("loss"));
  QTest::keyClick(&desk.window, Qt::Key_Space);
  QTRY_COMPARE(desk.workbench.trainState(), Workbench::TrainState::paused);
  desk.find<QAction>("trainFit")->trigger();
  QTRY_COMPARE(desk.workbench.trainState(), Workbench::TrainState::running);
  desk.find<QAction>("trainStop")->trigger();
  QTRY_VERIFY(desk.idle());
}

void PanelsTest::spaceInAnEditorDoesNotFit() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  for (const char* name : {"epochsSpin", "learningRateSpin", "lossLogY", "featureList"}) {
    auto* control = desk.find<QWidget>(name);
    control->setFocus();
    QTest::keyClick(control, Qt::Key_Space);
    QVERIFY2(desk.idle(), name);
  }
}

void PanelsTest::figuresShowTheLastEpoch() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(7));
  QTRY_COMPARE(desk.find<QLabel>("epochFigure")->text(), QString("7 / 7"));
  const EpochRecord& last = desk.session().currentRun()->history.epochs.back();
  bool ok = false;
  const double shown = desk.find<QLabel>("lossFigure")->text().toDouble(&ok);
  QVERIFY(ok && std::abs(shown - last.loss) <= 1e-3 * last.loss);
  const int width = desk.find<QLabel>("lossFigure")->width();
  QVERIFY(desk.trained(2));
  QTRY_COMPARE(desk.find<QLabel>("epochFigure")->text(), QString("2 / 2"));
  QCOMPARE(desk.find<QLabel>("lossFigure")->width(), width);
}

void PanelsTest::runsCanBeHiddenRenamedRestoredRemoved() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  QVERIFY(desk.trained(2));
  const int id = desk.session().runs().front().id;
  const Design design = desk.session().runs().front().design;
  desk.session().edit("units", {}, [](Design& d) { d.network.layers.front().units = 3; });
  QVERIFY(desk.trained(3));
  const auto name = [id](const char* part) {
    return QStringLiteral("%1_%2").arg(QLatin1String(part)).arg(id).toLatin1();
  };
  desk.session().markSaved();
  desk.find<QAbstractButton>(name("runEye"))->click();
  QVERIFY(!desk.session().run(id)->visible);
  QVERIFY(desk.session().isDirty());
  desk.prompts.words = "  first try ";
  desk.find<QAction>(name("runRename"))->trigger();
  QCOMPARE(desk.session().run(id)->name, QString("first try"));
  desk.find<QAction>(name("runRestore"))->trigger();
  QVERIFY(desk.session().design() == design);
  desk.session().undoStack().undo();
  QCOMPARE(desk.session().design().network.layers.front().units, 3);
  desk.find<QAction>(name("runRemove"))->trigger();
  QVERIFY(!desk.session().run(id));
  QCOMPARE(desk.session().runs().size(), 1u);
  QTRY_VERIFY(!desk.find<QAbstractButton>(name("runEye")));
}

void PanelsTest::remedyIsOneUndoStep() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().edit("linear", {}, [](Design& design) {
    design.network.layers.front().activation = Activation::linear;
  });
  QVERIFY(desk.find<QLabel>("advice")->text().contains("collapse"));
  desk.find<QPushButton>("remedyButton")->click();
  QCOMPARE(desk.session().design().network.layers.front().activation, Activation::relu);
  QVERIFY(!desk.find<QLabel>("advice")->text().contains("collapse"));
  desk.session().undoStack().undo();
  QCOMPARE(desk.session().design().network.layers.front().activation, Activation::linear);
}

void PanelsTest::dismissedAdviceStaysAway() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  const auto linear = [&](Activation activation) {
    desk.session().edit("activation", {}, [activation](Design& design) {
      design.network.layers.front().activation = activation;
    });
  };
  linear(Activation::linear);
  QVERIFY(!desk.find<QLabel>("advice")->text().isEmpty());
  desk.find<QAbstractButton>("adviceDismissButton")->click();
  QCOMPARE(desk.find<QLabel>("advice")->text(), QString());
  linear(Activation::tanh);
  linear(Activation::linear);
  QCOMPARE(desk.find<QLabel>("advice")->text(), QString());
}

void PanelsTest::badSettingIsSaidUnderTraining() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.session().edit("rate", {}, [](Design& design) { design.fit.optimizer.learningRate = -1.0; });
  desk.find<QPushButton>("fitButton")->click();
  QTRY_VERIFY(desk.find<QLabel>("trainingMessageText")->isVisible());
  QTRY_VERIFY(desk.idle());
}

void PanelsTest::sweepFindsUnitsAndAdoptsThem() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  desk.choose("sweepModeCombo", "list");
  desk.find<QLineEdit>("sweepListEdit")->setText("1,2,4,8,16");
  desk.find<QSpinBox>("sweepRepeatsSpin")->setValue(2);
  desk.find<QSpinBox>("sweepEpochsSpin")->setValue(30);
  desk.find<QPushButton>("sweepStartButton")->click();
  QVERIFY(desk.workbench.isSweeping());
  QVERIFY(desk.find<QPushButton>("sweepStopButton")->isVisible());
  QTRY_VERIFY_WITH_TIMEOUT(!desk.workbench.isSweeping(), 60'000);
  QCOMPARE(desk.workbench.sweepDone(), 10);
  QTRY_VERIFY(!desk.find<QLabel>("elbowVerdict")->text().isEmpty());
  QCOMPARE(desk.find<QAbstractItemView>("sweepTable")->model()->rowCount(), 5);
  auto* adopt = desk.find<QPushButton>("adoptUnitsButton");
  if (adopt->isHidden()) return; // no elbow to adopt; the words say so
  const int before = desk.session().design().network.layers.front().units;
  adopt->click();
  const int after = desk.session().design().network.layers.front().units;
  QVERIFY(adopt->text().contains(QString::number(after)));
  desk.session().undoStack().undo();
  QCOMPARE(desk.session().design().network.layers.front().units, before);
}

void PanelsTest::sweepStopKeepsResults() {
  Desk desk;
  QVERIFY(desk.example("iris"));
  desk.window.showPage("elbow");
  desk.find<QSpinBox>("sweepEpochsSpin")->setValue(20);
  desk.find<QSpinBox>("sweepRepeatsSpin")->setValue(500);
  desk.find<QPushButton>("sweepStartButton")->click();
  QTRY_VERIFY(desk.workbench.sweepDone() > 0);
  desk.find<QPushButton>("sweepStopButton")->click();
  QVERIFY(!desk.workbench.isSweeping());
  QVERIFY(desk.workbench.sweepDone() > 0);
  QVERIFY(desk.find<QPushButton>("sweepStartButton")->isVisible());
}

LAYERLAB_TEST(PanelsTest, "panels")

#include "tst_panels.moc"
