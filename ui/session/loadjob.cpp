#include "ui/session/loadjob.h"

#include "core/data/source.h"
#include "ui/session/datafile.h"
#include "ui/session/examples.h"
#include "ui/session/sources.h"

#include <QDir>
#include <QFileInfo>

namespace layerlab {
namespace {

// Smaller files are there at once; of larger ones this much is shown before the rest is read.
constexpr qint64 previewFrom = qint64{4} << 20;
constexpr qint64 previewBytes = qint64{128} << 10;

using ShowPreview = std::function<void(TablePtr)>;

/// How many of these bytes are whole lines. Text with NULs is UTF-16 of either order, where a line
/// feed is two bytes that belong together: 0A00 read the other way round is no character.
qsizetype wholeLines(const QByteArray& start) {
  if (!start.contains('\0')) return start.lastIndexOf('\n') + 1;
  for (qsizetype end = start.size() - start.size() % 2; end >= 2; end -= 2) {
    const char first = start[end - 2];
    const char second = start[end - 1];
    if ((first == '\n' && second == '\0') || (first == '\0' && second == '\n')) return end;
  }
  return 0;
}

/// The first rows of a large file; null where they do not make a table on their own.
TablePtr firstRows(const QString& path, const ReadOptions& options) {
  QFile file(path);
  if (file.size() < previewFrom || !file.open(QIODevice::ReadOnly)) return nullptr;
  QByteArray start = file.read(previewBytes);
  start.truncate(wholeLines(start));
  const auto table = readCsvBytes({start.constData(), static_cast<std::size_t>(start.size())},
                                  path.toStdString(), options);
  return table ? *table : nullptr;
}

Result<TablePtr> readTable(const LoadRequest& request, const ReadControl& control) {
  const QString example = exampleOfPath(request.source);
  if (example.isEmpty() || !request.text.isEmpty())
    return readSource(QFile::encodeName(request.source).toStdString(), request.text.toStdString(),
                      request.options, control);
  const Result<QByteArray> bytes = exampleBytes(example);
  if (!bytes) return bytes.error();
  return readCsvBytes({bytes->constData(), static_cast<std::size_t>(bytes->size())},
                      example.toStdString(), request.options, control);
}

Result<Loaded> loadTable(const LoadRequest& request, const ReadControl& control,
                         const ShowPreview& show) {
  FileStamp stamp;
  if (Sources::isFile(request.source) && request.text.isEmpty()) {
    stamp = fileStamp(request.source);
    if (stamp.size >= previewFrom) show(firstRows(request.source, request.options));
  }
  Result<TablePtr> table = readTable(request, control);
  if (!table) return table.error();
  const std::string fingerprint = stamp.size < 0 ? std::string() : dataFingerprint(request.source);
  return Loaded{std::move(*table), std::nullopt, request, stamp, fingerprint};
}

/// Paths in a project are relative to the project file.
QString resolvedSource(const QString& projectPath, const QString& dataFile) {
  if (!Sources::isFile(dataFile)) return dataFile;
  return QDir::cleanPath(QFileInfo(projectPath).absoluteDir().absoluteFilePath(dataFile));
}

Result<Loaded> loadProject(const QString& path, const ReadControl& control,
                           const ShowPreview& show) {
  Result<Project> project = readProject(QFile::encodeName(path).toStdString());
  if (!project) return project.error();
  if (project->dataFile.empty()) {
    Error error = inputError(
        {QT_TRANSLATE_NOOP("Core", "the project names no data file; open its CSV file instead"),
         {}});
    error.file = path.toStdString();
    return error;
  }
  LoadRequest data{resolvedSource(path, QString::fromStdString(project->dataFile)),
                   QByteArray::fromStdString(project->dataText), project->reading};
  Result<Loaded> loaded = loadTable(data, control, show);
  if (loaded) loaded->project = std::move(*project);
  return loaded;
}

Result<Loaded> load(const LoadRequest& request, const ReadControl& control,
                    const ShowPreview& show) {
  return isProjectPath(request.source) ? loadProject(request.source, control, show)
                                       : loadTable(request, control, show);
}

} // namespace

bool isProjectPath(const QString& path) {
  return path.endsWith(QLatin1String(".layerlab"), Qt::CaseInsensitive) ||
         path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

void LoadJob::start(const LoadRequest& request) {
  m_box->want();
  launch([box = m_box, request, cancel = cancelToken()] {
    News news;
    ReadControl control;
    control.cancel = cancel;
    control.progress = [&](double fraction) {
      news.fraction = fraction;
      if (box->wanted()) box->publish(news);
    };
    const ShowPreview show = [&](TablePtr table) {
      news.preview = std::move(table);
      box->publish(news);
    };
    box->post(guarded<Loaded>([&] { return load(request, control, show); }));
  });
}

Job::Mail LoadJob::collect() {
  auto mail = m_box->drain();
  m_box->want();
  if (mail.latest) m_news = *mail.latest;
  if (!mail.items.empty()) {
    m_result = std::move(mail.items.front());
    return Mail::end;
  }
  return mail.latest ? Mail::news : Mail::nothing;
}

} // namespace layerlab

#include "moc_loadjob.cpp"
