#pragma once

#include "core/data/csv.h"
#include "core/io/project.h"
#include "ui/session/filewatch.h"
#include "ui/session/job.h"
#include "ui/session/mailbox.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace layerlab {

/// What is to be opened: a CSV file, "example:NAME", "generated:...", a project (by its ending
/// .layerlab or .json), or the CSV `text` of a table that has no file ("pasted:", "painted:") or
/// is kept inside the project.
struct LoadRequest {
  QString source;
  QByteArray text;
  ReadOptions options;
};

/// What it turned out to be: a table, or a project with its table.
struct Loaded {
  TablePtr table;
  std::optional<Project> project;
  LoadRequest data;        ///< where the table itself came from
  FileStamp stamp;         ///< of the data's file when reading began
  std::string fingerprint; ///< of the data's file
};

/// Reads a table or a project with its data; a large file shows its first rows early.
class LoadJob : public Job {
  Q_OBJECT
public:
  using Job::Job;

  void start(const LoadRequest& request);

  double fraction() const { return m_news.fraction; }
  /// The first rows of the file while the rest is being read; null: there is none (yet).
  TablePtr preview() const { return m_news.preview; }
  /// After finished().
  const Result<Loaded>& result() const { return *m_result; }

private:
  struct News {
    double fraction = 0.0;
    TablePtr preview;
  };
  using Box = Mailbox<Result<Loaded>, News>;
  Mail collect() override;

  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  News m_news;
  std::optional<Result<Loaded>> m_result;
};

bool isProjectPath(const QString& path);

} // namespace layerlab
