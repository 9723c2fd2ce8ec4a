#include "commands.h"
#include "outputs.h"
#include "settings.h"
#include "signals.h"

#include "core/keras/code.h"

namespace layerlab::cli {

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
  Outputs outputs;
  outputs.add(request, "out");
  if (auto ok = outputs.checkAll({settings->dataPath}); !ok) return ok.error();
  const KerasContext context{*settings->table, settings->outline, settings->dataPath, cutOff};
  const std::string code = kerasCode(settings->project.design, context).text();
  if (!outputs.wanted("out")) return Outcome(code);
  outputs.write("out", code);
  return outputs.failure() ? Outcome(*outputs.failure()) : Outcome();
}

} // namespace layerlab::cli
