#include "commands.h"

#include "core/lesson/lesson.h"

namespace layerlab::cli {

Outcome lessonCommand(const Request& request) {
  if (request.arguments.front() != "check")
    return usageError(
        {"lesson: '%1' is not known; use lesson check FOLDER", {request.arguments.front()}});
  const auto lesson = readLessonFolder(request.arguments.back());
  if (!lesson) return lesson.error();
  std::string languages;
  for (const auto& [language, text] : lesson->texts)
    languages += (languages.empty() ? "" : ", ") + language;
  return Outcome("ok: " + lesson->name + ", " + std::to_string(lesson->steps.size()) + " steps (" +
                 languages + ")\n");
}

} // namespace layerlab::cli
