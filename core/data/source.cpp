#include "core/data/source.h"

#include "core/data/generators.h"

namespace layerlab {

bool isTextSource(const std::string& source) {
  return source == paintedSource || source == pastedSource;
}

std::optional<std::string> standInFile(const std::string& source) {
  constexpr std::string_view example = "example:"; // bundled with the window
  if (source == paintedSource) return "painted.csv";
  if (source == pastedSource) return "pasted.csv";
  if (source.starts_with(example)) return source.substr(example.size()) + ".csv";
  if (!isGenerated(source)) return std::nullopt;
  const Result<GeneratorSpec> spec = generatorFromSource(source);
  return std::string(spec ? name(spec->shape) : "generated") + ".csv";
}

Result<TablePtr> readSource(const std::string& source, const std::string& text,
                            const ReadOptions& options, const ReadControl& control) {
  if (isTextSource(source)) return readCsvBytes(text, source, options, control);
  if (!text.empty()) {
    ReadOptions kept = options;
    kept.encoding = "utf-8"; // whatever the file's was
    return readCsvBytes(text, source, kept, control);
  }
  if (!isGenerated(source)) return readCsvFile(source, options, control);
  const Result<GeneratorSpec> spec = generatorFromSource(source);
  if (!spec) return spec.error();
  return generate(*spec);
}

} // namespace layerlab
