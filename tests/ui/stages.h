#pragma once

#include "tests/ui/desk.h"
#include "ui/widgets/inside/stagespage.h"

#include <QTest>

namespace layerlab {

/// The Stages page in view, its walk at the initial weights; null when it does not begin.
inline StagesPage* stagesBegun(Desk& desk) {
  desk.window.showPage("stages");
  auto* page = desk.find<StagesPage>("stagesPage");
  page->stepStage();
  return QTest::qWaitFor([page] { return bool(page->walk()); }, 20'000) ? page : nullptr;
}

} // namespace layerlab
