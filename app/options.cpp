#include "app/options.h"

#include "ui/session/translators.h"

#include <QFile>

namespace layerlab {
namespace {

std::optional<ThemeMode> themeFromName(const QString& name) {
  if (name == QLatin1String("system")) return ThemeMode::system;
  if (name == QLatin1String("light")) return ThemeMode::light;
  if (name == QLatin1String("dark")) return ThemeMode::dark;
  return std::nullopt;
}

/// One option that takes a value; false: unknown, or the value is none of its own.
bool takeValue(Options& options, const QString& option, const QString& value) {
  if (option == QLatin1String("--script"))
    options.script = value;
  else if (option == QLatin1String("--language"))
    options.language = value;
  else if (option == QLatin1String("--theme"))
    options.theme = themeFromName(value);
  else
    return option == QLatin1String("-platform") || option == QLatin1String("-style");
  if (option == QLatin1String("--theme")) return options.theme.has_value();
  if (option == QLatin1String("--language")) return Translators::languages().contains(value);
  return !value.isEmpty();
}

} // namespace

Options readOptions(int argc, char** argv) {
  Options options;
  bool onlyFiles = false;
  for (int i = 1; i < argc; ++i) {
    const QString word = QFile::decodeName(argv[i]);
    if (!onlyFiles && word == QLatin1String("--")) {
      onlyFiles = true;
    } else if (onlyFiles || !word.startsWith(QLatin1Char('-'))) {
      if (!options.file.isEmpty()) options.error = QStringLiteral("only one file can be opened");
      options.file = word;
    } else if (word == QLatin1String("--help") || word == QLatin1String("-h")) {
      options.help = true;
    } else if (word == QLatin1String("--version")) {
      options.version = true;
    } else {
      const QString name = word.section(QLatin1Char('='), 0, 0);
      const bool joined = word.contains(QLatin1Char('='));
      if (!joined && i + 1 == argc) {
        options.error = QStringLiteral("'%1' is unknown or lacks its value").arg(word);
        break;
      }
      const QString value =
          joined ? word.section(QLatin1Char('='), 1) : QFile::decodeName(argv[++i]);
      if (!takeValue(options, name, value))
        options.error = QStringLiteral("'%1 %2' is not understood").arg(name, value);
    }
  }
  return options;
}

} // namespace layerlab
