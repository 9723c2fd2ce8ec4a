#include "ui/widgets/scriptline.h"

#include "core/lesson/scriptwords.h"

namespace layerlab {
namespace {

Result<ScriptLine> parseLine(int number, const QString& line) {
  ScriptLine parsed;
  parsed.number = number;
  parsed.command = line.section(QLatin1Char(' '), 0, 0, QString::SectionSkipEmpty);
  parsed.rest = line.mid(parsed.command.size()).trimmed();
  parsed.words = parsed.rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  const ScriptCommandWords* command = scriptCommandWords(parsed.command.toStdString());
  if (!command)
    return inputError(
        {QT_TRANSLATE_NOOP("Core", "there is no command '%1'"), {parsed.command.toStdString()}},
        number);
  const auto words = static_cast<std::size_t>(parsed.words.size());
  if (words < command->fewest || words > command->most)
    return inputError({QT_TRANSLATE_NOOP("Core", "'%1' does not go with %2 words"),
                       {parsed.command.toStdString(), std::to_string(words)}},
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
