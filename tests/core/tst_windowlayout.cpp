#include "core/io/project.h"
#include "tests/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace layerlab;

/// What the window says of itself stands in the project's file; the core only passes it on.
class TestWindowLayout : public QObject {
  Q_OBJECT
private slots:
  void aLayoutGoesThroughTheFileAsItIs();
};

void TestWindowLayout::aLayoutGoesThroughTheFileAsItIs() {
  const nlohmann::json layout = {{"page", "elbow"},
                                 {"sizes", {{"columns", {288, 900}}}},
                                 {"folded", nlohmann::json::array()},
                                 {"charts", {{"lossLogY", true}, {"smoothingSlider", 30}}}};
  Project project;
  project.unknown = nlohmann::json{{"layout", layout}}.dump();
  const std::string text = projectToJson(project);
  QVERIFY(nlohmann::json::parse(text).at("layout") == layout);
  const Result<Project> read = projectFromJson(text);
  QVERIFY(read);
  QVERIFY(nlohmann::json::parse(read->unknown).at("layout") == layout);
}

LAYERLAB_TEST(TestWindowLayout, "windowlayout")
#include "tst_windowlayout.moc"
