#include "ui/session/workbench.h"

#include "ui/session/datafile.h"
#include "ui/session/examples.h"
#include "ui/session/sources.h"
#include "ui/session/workbench_p.h"

#include "core/io/files.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>

// The project file: saving, the copy for a crash, and taking such a copy up again.

namespace layerlab {
namespace {

constexpr const char* recoveryKey = "recovery"; ///< in an autosaved file: the project it is of

std::string encoded(const QString& path) {
  return QFile::encodeName(path).toStdString();
}

nlohmann::json unknownOf(const std::string& text) {
  nlohmann::json unknown = nlohmann::json::parse(text, nullptr, false);
  return unknown.is_object() ? unknown : nlohmann::json::object();
}

/// The version before this session's changes, once: "iris.layerlab~". A copy that cannot be made
/// stops nothing; saving itself says what is wrong with the place.
void keepPrevious(const std::string& path) {
  if (const Result<std::string> before = readFile(path, maxProjectBytes); before)
    (void)writeFile(path + "~", *before);
}

} // namespace

Result<void> Workbench::saveProject(const QString& path) {
  Project project = d->project();
  project.dataFile = d->dataReference(QFileInfo(path).absoluteDir());
  if (Result<void> embedded = d->embedData(project); !embedded) return embedded;
  if (d->previousKept != path) keepPrevious(encoded(path));
  if (Result<void> written = writeProject(encoded(path), project); !written) return written;
  d->previousKept = path;
  d->projectPath = path;
  m_session.markSaved();
  return {};
}

bool Workbench::canChooseEmbedding() const {
  return m_session.table() && Sources::isFile(d->data.source);
}

bool Workbench::embedsData() const {
  return d->embed;
}

void Workbench::setEmbedsData(bool embed) {
  if (embed == d->embed || !canChooseEmbedding()) return;
  d->embed = embed;
  m_session.touch();
}

/// Bundled examples go with the project, for the command line does not know them. What is inside
/// already stays there unless its file can be read again.
Result<void> Workbench::Private::embedData(Project& project) const {
  const bool example = !exampleOfPath(data.source).isEmpty();
  const bool file = Sources::isFile(data.source);
  if (!data.text.isEmpty()) {
    if (file && !embed && QFileInfo(data.source).isFile()) project.dataText.clear();
    return {};
  }
  if (!example && !(file && embed)) return {};
  if (file && fileStamp(data.source) != stamp)
    return inputError({QT_TRANSLATE_NOOP("Core", "%1 has changed since it was read; reload the "
                                                 "table, or save without the data inside"),
                       {QFileInfo(data.source).fileName().toStdString()}});
  Result<std::string> text = embeddedText(data.source, session.table()->report.encoding);
  if (!text) return text.error();
  project.dataText = std::move(*text);
  return {};
}

/// Relative to the project's folder where it is a file.
std::string Workbench::Private::dataReference(const QDir& folder) const {
  const QString& source = data.source;
  return (Sources::isFile(source) ? folder.relativeFilePath(QFileInfo(source).absoluteFilePath())
                                  : source)
      .toStdString();
}

QString Workbench::projectPath() const {
  return d->projectPath;
}

QString Workbench::projectName() const {
  if (!d->projectPath.isEmpty()) return QFileInfo(d->projectPath).completeBaseName();
  return Sources::title(dataPath());
}

Project Workbench::snapshot() const {
  if (const Project* kept = d->keptProject()) return *kept;
  Project project = d->project(true);
  const QString& source = d->data.source;
  project.dataFile =
      (Sources::isFile(source) ? QFileInfo(source).absoluteFilePath() : source).toStdString();
  nlohmann::json unknown = unknownOf(project.unknown);
  unknown[recoveryKey] = d->projectPath.toStdString();
  project.unknown = unknown.dump();
  return project;
}

void Workbench::recover(const QString& path) {
  openFile(path);
  d->recovering = true;
}

bool Workbench::recovered() const {
  return d->recovered;
}

/// The project is the one it was saved of, with changes that are not saved.
void Workbench::Private::takeRecovered() {
  nlohmann::json unknown = unknownOf(projectUnknown);
  const auto key = unknown.find(recoveryKey);
  projectPath = key != unknown.end() && key->is_string()
                    ? QString::fromStdString(key->get<std::string>())
                    : QString();
  unknown.erase(recoveryKey);
  projectUnknown = unknown.empty() ? std::string() : unknown.dump();
  session.touch();
}

} // namespace layerlab
