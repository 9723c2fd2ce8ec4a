#include "commands.h"
#include "outputs.h"
#include "settings.h"
#include "signals.h"

#include "core/data/source.h"
#include "core/fit/stepper.h"
#include "core/io/export.h"
#include "core/io/files.h"
#include "core/keras/code.h"

#include <filesystem>

namespace layerlab::cli {

namespace {

/// A table that is no file goes with the program, unless something of that name is there already.
Result<void> writeBeside(const std::string& program, const std::string& name, const Table& table) {
  const std::filesystem::path path = std::filesystem::path(program).parent_path() / name;
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) return {};
  return writeFile(path.string(), tableCsv(table));
}

} // namespace

Outcome codeCommand(const Request& request) {
  FlagReader flags(request);
  double cutOff = 0.5;
  flags.number("threshold", cutOff);
  if (flags.has("threshold") && !(cutOff >= 0.0 && cutOff <= 1.0))
    flags.fail(inputError({"threshold must be in [0, 1], not %1", {numberText(cutOff)}}));
  if (flags.trouble()) return *flags.trouble();
  const auto settings = loadSettings(request);
  if (signalStatus() != 0) return Outcome::ended(signalStatus());
  if (!settings) return settings.error();
  // A program that Keras would refuse is none: the check that training does.
  const auto fits = FitStepper::create(settings->project.design, settings->prepared);
  if (!fits) return fits.error();
  Outputs outputs;
  outputs.add(request, "out");
  if (auto ok = outputs.checkAll({settings->dataPath}); !ok) return ok.error();
  const auto standIn = standInFile(settings->project.dataFile);
  const bool made = standIn && flags.text("data").empty();
  const KerasContext context{*settings->table, settings->outline,
                             made ? *standIn : settings->dataPath, cutOff, made};
  const std::string code = kerasCode(settings->project.design, context).text();
  if (!outputs.wanted("out")) return Outcome(code);
  outputs.write("out", code);
  if (!made || outputs.failure())
    return outputs.failure() ? Outcome(*outputs.failure()) : Outcome();
  if (auto ok = writeBeside(flags.text("out"), *standIn, *settings->table); !ok) return ok.error();
  return outputs.failure() ? Outcome(*outputs.failure()) : Outcome();
}

} // namespace layerlab::cli
