#include "ui/widgets/scriptline.h"

#include <array>

namespace layerlab {
namespace {

constexpr int anyNumber = 1000;

struct Command {
  const char* name;
  int fewest;
  int most;
};

constexpr std::array commands{Command{"open", 1, anyNumber},
                              Command{"example", 1, 1},
                              Command{"target", 1, anyNumber},
                              Command{"features", 1, anyNumber},
                              Command{"set", 2, anyNumber},
                              Command{"click", 1, 1},
                              Command{"menu", 1, 1},
                              Command{"key", 1, 1},
                              Command{"train", 1, 1},
                              Command{"sweep", 1, 1},
                              Command{"step", 1, 1},
                              Command{"page", 1, 1},
                              Command{"language", 1, 1},
                              Command{"theme", 1, 1},
                              Command{"size", 2, 2},
                              Command{"wait", 1, 1},
                              Command{"until", 2, anyNumber},
                              Command{"save", 1, anyNumber},
                              Command{"export", 2, anyNumber},
                              Command{"edit", 0, 0},
                              Command{"answer", 1, 1},
                              Command{"screenshot", 1, anyNumber},
                              Command{"state", 0, 0},
                              Command{"widgets", 0, 0},
                              Command{"expect", 1, anyNumber},
                              Command{"latency", 0, 0},
                              Command{"frames", 0, 0},
                              Command{"close", 0, 0},
                              Command{"quit", 0, 0}};

const Command* findCommand(const QString& name) {
  for (const Command& command : commands)
    if (name == QLatin1String(command.name)) return &command;
  return nullptr;
}

Result<ScriptLine> parseLine(int number, const QString& line) {
  ScriptLine parsed;
  parsed.number = number;
  parsed.command = line.section(QLatin1Char(' '), 0, 0, QString::SectionSkipEmpty);
  parsed.rest = line.mid(parsed.command.size()).trimmed();
  parsed.words = parsed.rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  const Command* command = findCommand(parsed.command);
  if (!command)
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "there is no command '%1'"), {parsed.command.toStdString()}},
        number);
  if (parsed.words.size() < command->fewest || parsed.words.size() > command->most)
    return inputError({QT_TRANSLATE_NOOP("Core", "'%1' does not go with %2 words"),
                       {parsed.command.toStdString(), std::to_string(parsed.words.size())}},
                      number);
  return parsed;
}

} // namespace

Result<std::vector<ScriptLine>> parseScript(const QString& text) {
  std::vector<ScriptLine> lines;
  int number = 0;
  for (const QString& raw : text.split(QLatin1Char('\n'))) {
    ++number;
    QString line = raw.trimmed();
    line.replace(QLatin1Char('\t'), QLatin1Char(' '));
    if (line.isEmpty() || line.startsWith(QLatin1Char('#'))) continue;
    Result<ScriptLine> parsed = parseLine(number, line);
    if (!parsed) return parsed.error();
    lines.push_back(std::move(*parsed));
  }
  return lines;
}

} // namespace layerlab
