#pragma once

#include "core/lesson/lesson.h"
#include "ui/session/workbench.h"

namespace layerlab {

/// What a lesson's conditions can ask, as the program stands now, added to what is known already.
LessonState lessonFacts(Workbench& workbench, LessonState state);

} // namespace layerlab
