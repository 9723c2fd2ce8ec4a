#include "core/lesson/lesson.h"

#include "core/base/shown.h"
#include "core/io/files.h"
#include "core/io/json.h"
#include "core/lesson/scriptwords.h"

#include <algorithm>
#include <array>

namespace layerlab {
namespace {

/// "epochs >= 20" in three.
LessonCondition conditionOf(const std::string& text) {
  LessonCondition out;
  const std::size_t first = text.find(' ');
  const std::size_t second = first == std::string::npos ? first : text.find(' ', first + 1);
  out.key = text.substr(0, first);
  if (second == std::string::npos) return out;
  out.sign = text.substr(first + 1, second - first - 1);
  out.value = text.substr(second + 1);
  return out;
}

bool isSign(const std::string& sign) {
  static constexpr std::array signs{"==", "!=", "<", "<=", ">", ">="};
  return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

/// A key that is read nowhere is a slip of the pen: "highlights".
void refuseUnknown(JsonObject& json) {
  const Json unknown = json.unknown();
  if (!unknown.empty())
    json.fail(shown(unknown.begin().key()), {QT_TRANSLATE_NOOP("Core", "%1 is not known"), {}});
}

void checkCondition(JsonObject& json, const LessonCondition& condition, const std::string& text) {
  const LessonKey* key = lessonKey(condition.key);
  if (!key || !isSign(condition.sign))
    return json.fail("when", {QT_TRANSLATE_NOOP("Core", "%1: the condition '%2' is not KEY SIGN "
                                                        "VALUE with a known key"),
                              {shown(text)}});
  const bool orders = condition.sign != "==" && condition.sign != "!=";
  if (!key->takes(condition.value) || (orders && !key->isNumber()))
    json.fail("when", {QT_TRANSLATE_NOOP("Core", "%1: the condition '%2' does not fit its key "
                                                 "(%3: %4)"),
                       {shown(text), key->word, key->meaning}});
}

LessonTask readTask(JsonObject json) {
  LessonTask task;
  for (const std::string& text : json.texts("when")) {
    task.when.push_back(conditionOf(text));
    checkCondition(json, task.when.back(), text);
  }
  if (task.when.empty()) json.fail("when", {QT_TRANSLATE_NOOP("Core", "%1 is missing"), {}});
  task.demo = json.texts("demo");
  for (const std::string& line : task.demo)
    if (!isScriptLine(line))
      json.fail("demo",
                {QT_TRANSLATE_NOOP("Core", "%1: '%2' is no line of a script"), {shown(line)}});
  refuseUnknown(json);
  return task;
}

int wholeNumber(JsonObject& json, const std::string& key, int fallback, int least) {
  return static_cast<int>(json.integer(key, fallback, least, 1'000'000));
}

LessonQuestion readQuestion(JsonObject json) {
  using Kind = LessonQuestion::Kind;
  LessonQuestion question;
  const std::string kind = json.text("kind", "");
  if (kind == "curve")
    question.kind = Kind::curve;
  else if (kind == "elbow")
    question.kind = Kind::elbow;
  else if (kind == "choice")
    question.kind = Kind::choice;
  else
    json.fail("kind", {QT_TRANSLATE_NOOP("Core", "%1 must be curve, elbow or choice"), {}});
  question.epochs = wholeNumber(json, "epochs", question.epochs, 1);
  question.most = wholeNumber(json, "most", question.most, 2);
  question.answer = wholeNumber(json, "answer", 0, 0);
  refuseUnknown(json);
  return question;
}

std::vector<std::string> readParts(JsonObject& json, const std::string& key) {
  const std::vector<LessonPart>& parts = lessonHighlights();
  std::vector<std::string> words = json.texts(key);
  for (const std::string& word : words)
    if (std::none_of(parts.begin(), parts.end(),
                     [&](const LessonPart& part) { return word == part.word; }))
      json.fail(key, {QT_TRANSLATE_NOOP("Core", "%1: there is no part of the window named '%2'"),
                      {shown(word)}});
  return words;
}

LessonStep readStep(JsonObject json, std::optional<Error>& trouble) {
  LessonStep step;
  step.highlights = readParts(json, "highlight");
  json.each("tasks", [&](const Json& item, const std::string& where) {
    step.tasks.push_back(readTask({item, where, trouble}));
  });
  if (json.has("question")) step.question = readQuestion(json.object("question"));
  refuseUnknown(json);
  return step;
}

void readFormat(JsonObject& top) {
  if (top.text("format", "") != "layerlab-lesson")
    top.fail("format", {QT_TRANSLATE_NOOP("Core", "%1 must be \"layerlab-lesson\""), {}});
  const double version = top.number("version", 1.0);
  if (version > 1.0)
    top.fail("version",
             {QT_TRANSLATE_NOOP("Core", "this file was written by a newer LayerLab (%1 %2); "
                                        "please update LayerLab"),
              {numberText(version)}});
  if (version != 1.0) top.fail("version", {QT_TRANSLATE_NOOP("Core", "%1 must be 1"), {}});
}

/// What the lesson finds in the window when it begins.
void readStart(JsonObject& top, Lesson& lesson) {
  lesson.example = top.text("example", "");
  if (!lesson.example.empty() && !lessonKey("example")->takes(lesson.example))
    top.fail("example",
             {QT_TRANSLATE_NOOP("Core", "%1: \"%2\" is not known"), {shown(lesson.example)}});
  lesson.page = top.text("page", "");
  if (!lesson.page.empty() && !lessonKey("page")->takes(lesson.page))
    top.fail("page", {QT_TRANSLATE_NOOP("Core", "%1: \"%2\" is not known"), {shown(lesson.page)}});
  lesson.pace = wholeNumber(top, "pace", 0, 0);
  constexpr std::array paces{0, 1, 2, 5, 10, 30}; // those the window offers
  if (std::find(paces.begin(), paces.end(), lesson.pace) == paces.end())
    top.fail("pace", {QT_TRANSLATE_NOOP("Core", "%1 must be 1, 2, 5, 10 or 30"), {}});
  lesson.hide = readParts(top, "hide");
  if (top.has("start")) lesson.start = top.raw("start").dump();
}

Result<void> readSteps(const std::string& text, Lesson& lesson) {
  const auto json = parseJson(text);
  if (!json) return json.error();
  std::optional<Error> trouble;
  JsonObject top(*json, "", trouble);
  readFormat(top);
  lesson.minutes = wholeNumber(top, "minutes", lesson.minutes, 1);
  readStart(top, lesson);
  top.each("steps", [&](const Json& item, const std::string& where) {
    lesson.steps.push_back(readStep({item, where, trouble}, trouble));
  });
  if (lesson.steps.empty()) top.fail("steps", {QT_TRANSLATE_NOOP("Core", "%1 is missing"), {}});
  refuseUnknown(top);
  if (trouble) return *trouble;
  return {};
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// # title, ## step, - [ ] task, - ( ) choice; all else is the step's text.
LessonText readMarkdown(const std::string& markdown) {
  LessonText text;
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string line = markdown.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("# "))
      text.title = trimmed(line.substr(2));
    else if (line.starts_with("## "))
      text.steps.push_back({trimmed(line.substr(3)), {}, {}, {}});
    else if (text.steps.empty())
      continue;
    else if (line.starts_with("- [ ] "))
      text.steps.back().tasks.push_back(trimmed(line.substr(6)));
    else if (line.starts_with("- ( ) "))
      text.steps.back().choices.push_back(trimmed(line.substr(6)));
    else
      text.steps.back().body += line + "\n";
  }
  for (LessonWords& step : text.steps) step.body = trimmed(step.body);
  return text;
}

Error differs(const char* what, std::size_t step, std::size_t words, std::size_t wanted) {
  return inputError({QT_TRANSLATE_NOOP("Core", "step %1 has %2 %3 here, but %4 in lesson.json"),
                     {std::to_string(step), std::to_string(words), what, std::to_string(wanted)}});
}

/// Does one language fit the steps?
Result<void> checkText(const LessonText& text, const Lesson& lesson) {
  if (text.title.empty())
    return inputError({QT_TRANSLATE_NOOP("Core", "the title (# ...) is missing"), {}});
  if (text.steps.size() != lesson.steps.size())
    return inputError({QT_TRANSLATE_NOOP("Core", "%1 steps (## ...) here, but %2 in lesson.json"),
                       {std::to_string(text.steps.size()), std::to_string(lesson.steps.size())}});
  for (std::size_t i = 0; i < text.steps.size(); ++i) {
    const LessonWords& words = text.steps[i];
    const LessonStep& step = lesson.steps[i];
    if (words.tasks.size() != step.tasks.size())
      return differs("tasks (- [ ])", i + 1, words.tasks.size(), step.tasks.size());
    if (words.body.empty())
      return inputError(
          {QT_TRANSLATE_NOOP("Core", "step %1 has no text"), {std::to_string(i + 1)}});
    const auto choices = static_cast<int>(words.choices.size());
    const bool asks = step.question.kind == LessonQuestion::Kind::choice;
    if (asks ? choices < 2 || step.question.answer < 1 || step.question.answer > choices
             : choices > 0)
      return inputError({QT_TRANSLATE_NOOP("Core", "step %1: choices (- ( )) and their answer do "
                                                   "not fit each other"),
                         {std::to_string(i + 1)}});
  }
  return {};
}

template <class T> Result<T> inLesson(Result<T> result, const std::string& file) {
  if (!result && result.error().file.empty()) result.error().file = file;
  return result;
}

void startNetwork(JsonObject& start, Design& design) {
  const std::vector<double> units = start.numbers("hidden");
  std::vector<int> hidden(units.begin(), units.end());
  const Activation activation = start.word("activation", Activation::relu, activationFromName);
  if (!start.has("hidden")) return;
  const LayerSpec output =
      design.network.layers.empty() ? LayerSpec() : design.network.layers.back();
  design.network = hiddenNetwork(hidden, activation);
  const int id = design.network.layers.back().id;
  design.network.layers.back() = output;
  design.network.layers.back().id = id;
}

/// The columns that `start` names are those of the lesson's table.
Result<void> checkColumns(const Lesson& lesson, const PrepareSpec& data) {
  for (const LessonTable& table : lessonTables()) {
    if (lesson.example != table.name) continue;
    const std::string columns = "," + std::string(table.header) + ",";
    for (const auto* names : {&data.targets, &data.features})
      for (const std::string& name : *names)
        if (columns.find("," + name + ",") == std::string::npos)
          return inputError({QT_TRANSLATE_NOOP("Core", "start: %1 has no column '%2'"),
                             {lesson.example, shown(name)}});
  }
  return {};
}

} // namespace

Result<Lesson> readLesson(const std::string& name, const std::string& json,
                          const std::map<std::string, std::string>& markdown) {
  Lesson lesson;
  lesson.name = name;
  if (auto ok = inLesson(readSteps(json, lesson), name + "/lesson.json"); !ok) return ok.error();
  if (markdown.empty())
    return inLesson(Result<Lesson>(inputError({QT_TRANSLATE_NOOP("Core", "the text is missing: "
                                                                         "en.md, ko.md"),
                                               {}})),
                    name);
  for (const auto& [language, text] : markdown) {
    lesson.texts[language] = readMarkdown(text);
    if (auto ok =
            inLesson(checkText(lesson.texts[language], lesson), name + "/" + language + ".md");
        !ok)
      return ok.error();
  }
  Design design;
  Result<void> start = applyLessonStart(lesson, design);
  if (start) start = checkColumns(lesson, design.data);
  if (auto ok = inLesson(start, name + "/lesson.json"); !ok) return ok.error();
  return lesson;
}

Result<Lesson> readLessonFolder(const std::string& path) {
  std::string folder = path;
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  constexpr std::size_t most = std::size_t{1} << 20;
  const auto json = readFile(folder + "/lesson.json", most);
  if (!json) return json.error();
  std::map<std::string, std::string> markdown;
  for (const char* language : {"en", "ko"})
    if (const auto text = readFile(folder + "/" + language + ".md", most))
      markdown[language] = *text;
  return readLesson(baseName(folder), *json, markdown);
}

Result<void> applyLessonStart(const Lesson& lesson, Design& design) {
  if (lesson.start.empty()) return {};
  const auto json = parseJson(lesson.start);
  if (!json) return json.error();
  std::optional<Error> trouble;
  JsonObject start(*json, "start", trouble);
  if (start.has("target")) design.data.targets = start.texts("target");
  if (start.has("features")) design.data.features = start.texts("features");
  design.data.validationSplit = start.number("val_split", design.data.validationSplit);
  startNetwork(start, design);
  FitSpec& fit = design.fit;
  const OptimizerKind kind = start.word("optimizer", fit.optimizer.kind, optimizerFromName);
  if (kind != fit.optimizer.kind) fit.optimizer.learningRate = defaultLearningRate(kind);
  fit.optimizer.kind = kind;
  fit.optimizer.learningRate = start.number("lr", fit.optimizer.learningRate);
  fit.loss = start.word("loss", fit.loss, lossFromName);
  fit.epochs = start.integer("epochs", fit.epochs);
  fit.batchSize = start.integer("batch", fit.batchSize);
  fit.seed = start.seed("seed", fit.seed);
  if (trouble) return *trouble;
  const auto unknown = start.unknown(); // outlives its items()
  for (const auto& [key, value] : unknown.items())
    return inputError({QT_TRANSLATE_NOOP("Core", "start: '%1' is not known"), {shown(key)}});
  return check(fit);
}

} // namespace layerlab
