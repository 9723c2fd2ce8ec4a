#pragma once

#include "core/lesson/lesson.h"
#include "ui/session/workbench.h"

namespace layerlab {

/// What a lesson's conditions can ask, as the program stands now; `fits` ended since the step
/// began.
LessonState lessonFacts(Workbench& workbench, const QString& page, int fits);

} // namespace layerlab
