#pragma once

#include "core/fit/design.h"

#include <map>
#include <string>
#include <vector>

namespace layerlab {

/// What is true of the program now, as words: "epochs" -> "50", "page" -> "loss". Keys are those of
/// `lessonKeys`; one that makes no sense now is missing.
using LessonState = std::map<std::string, std::string>;

/// `KEY OP VALUE`: OP is ==, !=, <, <=, >, >=; numbers are compared as numbers.
struct LessonCondition {
  std::string key;
  std::string sign;
  std::string value;
};

/// A box that ticks itself once all of its conditions have held.
struct LessonTask {
  std::vector<LessonCondition> when;
  std::vector<std::string> demo; ///< script lines that fulfil it, for tests and demonstrations
};

/// Asked before the run; the truth is laid over the answer afterwards.
struct LessonQuestion {
  enum class Kind { none, curve, elbow, choice };
  Kind kind = Kind::none;
  int epochs = 50; ///< curve: right end of the axis
  int most = 64;   ///< elbow: largest node count of the axis
  int answer = 0;  ///< choice: the right one, from 1
};

struct LessonStep {
  std::vector<std::string> highlights; ///< of `lessonHighlights`
  std::vector<LessonTask> tasks;
  LessonQuestion question;
};

/// The words of a step in one language, from Markdown.
struct LessonWords {
  std::string title;
  std::string body; ///< Markdown
  std::vector<std::string> tasks;
  std::vector<std::string> choices;
};
struct LessonText {
  std::string title;
  std::vector<LessonWords> steps;
};

/// One lesson: a folder with lesson.json and LANGUAGE.md (docs/lessons.md).
struct Lesson {
  std::string name; ///< of the folder
  int minutes = 8;
  std::string example;           ///< bundled table it starts with
  std::string page;              ///< page in view at the start; empty: as it is
  int pace = 0;                  ///< epochs per second at the start; 0: as it is
  std::string start;             ///< JSON object of settings over the example's own design
  std::vector<std::string> hide; ///< parts of the window not to be seen, of `lessonHighlights`
  std::vector<LessonStep> steps;
  std::map<std::string, LessonText> texts; ///< by language code
};

/// Errors name the file and what is wrong in it: unknown keys, tables, pages and parts of the
/// window, conditions that can never hold, demo lines that are no script, steps, tasks or choices
/// that the languages do not agree on.
LAYERLAB_API Result<Lesson> readLesson(const std::string& name, const std::string& json,
                                       const std::map<std::string, std::string>& markdown);
LAYERLAB_API Result<Lesson> readLessonFolder(const std::string& path);

/// The settings of `start` put into a design.
LAYERLAB_API Result<void> applyLessonStart(const Lesson& lesson, Design& design);

LAYERLAB_API bool holds(const LessonCondition& condition, const LessonState& state);
LAYERLAB_API bool holds(const LessonTask& task, const LessonState& state);

/// What a condition may ask for.
struct LessonKey {
  const char* word;
  const char* meaning;                    ///< in English
  bool (*takes)(const std::string& text); ///< may its value be this?
  bool isNumber() const;                  ///< only numbers are less or more than others
};
LAYERLAB_API const std::vector<LessonKey>& lessonKeys();
/// Null: there is none.
LAYERLAB_API const LessonKey* lessonKey(const std::string& word);

/// A word for a part of the window and the objectName of its widget.
struct LessonPart {
  const char* word;
  const char* widget;
};
LAYERLAB_API const std::vector<LessonPart>& lessonHighlights();

/// The pages of the window.
LAYERLAB_API const std::vector<std::string>& lessonPages();

/// A bundled table; the first line of its file names the columns.
struct LessonTable {
  const char* name;
  const char* header;
};
LAYERLAB_API const std::vector<LessonTable>& lessonTables();

} // namespace layerlab
