#include "ui/session/loadjob.h"

#include "ui/session/examples.h"

#include <QDir>
#include <QFileInfo>

namespace layerlab {
namespace {

Result<TablePtr> readTable(const QString& path, const ReadOptions& options,
                           const ReadControl& control) {
  const QString example = exampleOfPath(path);
  if (example.isEmpty())
    return readCsvFile(QFile::encodeName(path).toStdString(), options, control);
  const Result<QByteArray> bytes = exampleBytes(example);
  if (!bytes) return bytes.error();
  return readCsvBytes({bytes->constData(), static_cast<std::size_t>(bytes->size())},
                      example.toStdString(), options, control);
}

/// Paths in a project are relative to the project file.
QString resolvedDataPath(const QString& projectPath, const QString& dataFile) {
  if (!exampleOfPath(dataFile).isEmpty()) return dataFile;
  return QDir::cleanPath(QFileInfo(projectPath).absoluteDir().absoluteFilePath(dataFile));
}

Result<Loaded> loadProject(const QString& path, const ReadControl& control) {
  Result<Project> project = readProject(QFile::encodeName(path).toStdString());
  if (!project) return project.error();
  if (project->dataFile.empty()) {
    Error error = inputError(
        {QT_TRANSLATE_NOOP("Core", "the project names no data file; open its CSV file instead"),
         {}});
    error.file = path.toStdString();
    return error;
  }
  const QString data = resolvedDataPath(path, QString::fromStdString(project->dataFile));
  Result<TablePtr> table = readTable(data, {}, control);
  if (!table) return table.error();
  return Loaded{std::move(*table), std::move(*project), data};
}

Result<Loaded> load(const QString& path, const ReadOptions& options, const ReadControl& control) {
  if (isProjectPath(path)) return loadProject(path, control);
  Result<TablePtr> table = readTable(path, options, control);
  if (!table) return table.error();
  return Loaded{std::move(*table), std::nullopt, path};
}

} // namespace

bool isProjectPath(const QString& path) {
  return path.endsWith(QLatin1String(".layerlab"), Qt::CaseInsensitive) ||
         path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

void LoadJob::start(const QString& path, const ReadOptions& options) {
  m_box->want();
  launch([box = m_box, path, options, cancel = cancelToken()] {
    ReadControl control;
    control.cancel = cancel;
    control.progress = [&box](double fraction) {
      if (box->wanted()) box->publish(fraction);
    };
    box->post(guarded<Loaded>([&] { return load(path, options, control); }));
  });
}

Job::Mail LoadJob::collect() {
  auto mail = m_box->drain();
  m_box->want();
  if (mail.latest) m_fraction = *mail.latest;
  if (!mail.items.empty()) {
    m_result = std::move(mail.items.front());
    return Mail::end;
  }
  return mail.latest ? Mail::news : Mail::nothing;
}

} // namespace layerlab
