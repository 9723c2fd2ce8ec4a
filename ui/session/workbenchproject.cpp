#include "ui/session/workbench.h"

#include "ui/session/datafile.h"
#include "ui/session/examples.h"
#include "ui/session/hiddenparts.h"
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

// Copying more epochs than this takes longer than a few frames.
constexpr std::size_t quickEpochs = 100'000;

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

/// `read`: a file as it was when the table was read.
Result<void> embedSource(Project& project, const QString& source, const std::string& encoding,
                         const std::optional<FileStamp>& read) {
  if (read && fileStamp(source) != *read)
    return inputError({QT_TRANSLATE_NOOP("Core", "%1 has changed since it was read; reload the "
                                                 "table, or save without the data inside"),
                       {QFileInfo(source).fileName().toStdString()}});
  Result<std::string> text = embeddedText(source, encoding);
  if (!text) return text.error();
  project.dataText = std::move(*text);
  return {};
}

std::size_t allEpochs(const Session& session) {
  std::size_t count = 0;
  for (const Run& run : session.runs()) count += run.history.epochs.size();
  return count;
}

/// `current`: what the project says itself is left out.
SavedRun savedRun(const Run& run, bool current) {
  SavedRun saved;
  saved.number = run.id;
  saved.name = run.name.toStdString();
  saved.colour = run.colourIndex();
  saved.visible = run.visible;
  saved.current = current;
  saved.design = run.design;
  saved.end = run.running ? FitEnd::cancelled : run.end;
  saved.divergedEpoch = run.divergedEpoch;
  saved.baseline = run.baseline;
  saved.trainBaseline = run.trainBaseline;
  if (!run.history.epochs.empty()) saved.seconds = run.history.epochs.back().seconds;
  if (current) return saved;
  saved.history = run.history;
  saved.weights = run.weights;
  return saved;
}

} // namespace

Result<void> Workbench::saveProject(const QString& path) {
  Result<void> outcome;
  QObject here; // forgotten with this call
  connect(this, &Workbench::saveEnded, &here,
          [&outcome](const Result<void>& ended) { outcome = ended; });
  startSaving(path); // may end an earlier one first; the last outcome is ours
  d->finishSaving();
  return outcome;
}

void Workbench::startSaving(const QString& path) {
  d->finishSaving();
  d->savingPath = path;
  d->savingRevision = m_session.revision();
  d->saving = new SaveJob(d.get());
  connect(d->saving, &Job::finished, d.get(), [this] { d->savingEnded(); });
  d->saving->start(path, d->projectAt(path), d->beforeSaving(path));
}

bool Workbench::isSaving() const {
  return d->saving != nullptr;
}

/// Whoever changes what the open project is waits for this: the end names its file.
void Workbench::Private::finishSaving() {
  if (saving) saving->waitForEnd();
}

void Workbench::Private::savingEnded() {
  SaveJob* job = std::exchange(saving, nullptr);
  job->deleteLater();
  Result<void> outcome;
  if (job->result())
    savedAt(savingPath, savingRevision);
  else
    outcome = job->result().error();
  emit q.saveEnded(outcome);
}

/// `revision`: what the file holds; later changes are still to be saved.
void Workbench::Private::savedAt(const QString& path, int revision) {
  previousKept = path;
  projectPath = path;
  if (revision == session.revision())
    session.markSaved();
  else
    session.touch();
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

void Workbench::setLayoutSource(std::function<std::string()> source) {
  d->layoutSource = std::move(source);
}

std::string Workbench::savedLayout() const {
  return layoutOf(d->projectUnknown);
}

/// What is inside already stays there unless its file can be read again.
Project Workbench::Private::projectAt(const QString& path) const {
  Project out = project();
  out.dataFile = dataReference(QFileInfo(path).absoluteDir());
  if (Sources::isFile(data.source) && !embed && QFileInfo(data.source).isFile())
    out.dataText.clear();
  return out;
}

/// Bundled examples go with the project, for the command line does not know them. Reading the data
/// and the previous version takes as long as the writing, and knows nothing of the session.
SaveJob::Before Workbench::Private::beforeSaving(const QString& path) const {
  const bool file = Sources::isFile(data.source);
  const bool example = !exampleOfPath(data.source).isEmpty();
  const bool reads = session.table() && data.text.isEmpty() && (example || (file && embed));
  const std::string encoding = reads ? session.table()->report.encoding : std::string();
  const std::string previous = previousKept == path ? std::string() : encoded(path);
  return [reads, previous, source = data.source, encoding,
          read = file ? std::optional(stamp) : std::nullopt](Project& project) -> Result<void> {
    if (reads)
      if (Result<void> embedded = embedSource(project, source, encoding, read); !embedded)
        return embedded;
    if (!previous.empty()) keepPrevious(previous);
    return {};
  };
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

/// What the weights of a run expect their rows to have gone through; of a run from a file that does
/// not say, it is found again, unless there is no time.
std::optional<Preprocessing> Workbench::Private::preprocessingOf(const Run& run, bool quick) const {
  if (run.preprocessing) return run.preprocessing;
  const PreparationKey key = preparationKey(session.table(), run.design);
  const PreparedPtr known = preparation.find(key);
  if (quick && !known) return std::nullopt;
  const Result<PreparedPtr> made = preparedOr(known, key);
  return made ? std::optional((*made)->preprocessing) : std::nullopt;
}

/// With weights and curve only while they belong to the design that is saved.
Project Workbench::Private::project(bool running) const {
  Project project;
  project.design = session.design();
  project.hasModel = true;
  project.unknown = withHiddenParts(projectUnknown, q.property("hiddenParts").toStringList());
  if (layoutSource) project.unknown = withLayout(project.unknown, layoutSource());
  project.dataText = data.text.toStdString();
  project.fingerprint = fingerprint;
  project.reading = data.options;
  project.sweeps = session.earlierSweeps();
  if (session.sweep()) project.sweeps.push_back(*session.sweep());

  const Run* run = session.currentRun();
  const bool ready = run && (!run->running || running) && session.weights();
  const auto preprocessing = ready ? preprocessingOf(*run, running) : std::nullopt;
  const bool trained = preprocessing.has_value();
  const bool curves = !running || allEpochs(session) <= quickEpochs; // a copy must not be felt
  if (curves)
    for (const Run& each : session.runs())
      if (!each.history.epochs.empty())
        project.runs.push_back(savedRun(each, trained && each.id == run->id));
  if (!trained) return project;
  project.weights = session.weights();
  project.preprocessing = preprocessing;
  if (curves) project.history = run->history;
  return project;
}

} // namespace layerlab
