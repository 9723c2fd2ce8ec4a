#include "ui/session/datafile.h"

#include "core/data/csv.h"
#include "core/io/files.h"
#include "ui/session/examples.h"

#include <QCryptographicHash>
#include <QFile>

namespace layerlab {
namespace {

constexpr qint64 wholeUpTo = qint64{8} << 20;
constexpr qint64 sampleBytes = qint64{64} << 10;
constexpr int samples = 64;
// Writing a project with more than this inside would be felt.
constexpr std::size_t mostEmbedded = std::size_t{32} << 20;

void addSamples(QFile& file, QCryptographicHash& hash) {
  hash.addData(QByteArray::number(file.size()));
  const qint64 step = (file.size() - sampleBytes) / (samples - 1);
  for (int i = 0; i < samples; ++i) {
    if (!file.seek(i * step)) return;
    hash.addData(file.read(sampleBytes));
  }
}

Result<std::string> bytesOf(const QString& source) {
  const QString example = exampleOfPath(source);
  if (example.isEmpty()) return readFile(QFile::encodeName(source).toStdString(), mostEmbedded);
  const Result<QByteArray> bytes = exampleBytes(example);
  if (!bytes) return bytes.error();
  return bytes->toStdString();
}

} // namespace

std::string dataFingerprint(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  QCryptographicHash hash(QCryptographicHash::Sha1);
  const bool whole = file.size() <= wholeUpTo;
  if (whole)
    hash.addData(file.readAll());
  else
    addSamples(file, hash);
  return (whole ? "sha1:" : "sha1-samples:") + hash.result().toHex().toStdString();
}

Result<std::string> embeddedText(const QString& source, const std::string& encoding) {
  const Result<std::string> bytes = bytesOf(source);
  if (!bytes) return bytes.error();
  return csvText(*bytes, encoding);
}

} // namespace layerlab
