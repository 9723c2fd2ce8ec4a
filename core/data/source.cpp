#include "core/data/source.h"

#include "core/data/generators.h"

namespace layerlab {

bool isTextSource(const std::string& source) {
  return source == paintedSource || source == pastedSource;
}

Result<TablePtr> readSource(const std::string& source, const std::string& text,
                            const ReadOptions& options, const ReadControl& control) {
  if (isTextSource(source)) return readCsvBytes(text, source, options, control);
  if (!isGenerated(source)) return readCsvFile(source, options, control);
  const Result<GeneratorSpec> spec = generatorFromSource(source);
  if (!spec) return spec.error();
  return generate(*spec);
}

} // namespace layerlab
