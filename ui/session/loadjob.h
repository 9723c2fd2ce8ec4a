#pragma once

#include "core/data/csv.h"
#include "core/io/project.h"
#include "ui/session/job.h"
#include "ui/session/mailbox.h"

#include <QString>

#include <memory>
#include <optional>

namespace layerlab {

/// What a file turned out to be: a table, or a project with its table.
struct Loaded {
  TablePtr table;
  std::optional<Project> project;
  QString dataPath; ///< "example:NAME" for a bundled table
};

/// Reads a CSV file, a bundled example or a project with its data.
class LoadJob : public Job {
  Q_OBJECT
public:
  using Job::Job;

  /// `path`: a CSV file, "example:NAME", or a project (by its ending .layerlab or .json).
  void start(const QString& path, const ReadOptions& options = {});

  double fraction() const { return m_fraction; }
  /// After finished().
  const Result<Loaded>& result() const { return *m_result; }

private:
  using Box = Mailbox<Result<Loaded>, double>;
  Mail collect() override;

  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  double m_fraction = 0.0;
  std::optional<Result<Loaded>> m_result;
};

bool isProjectPath(const QString& path);

} // namespace layerlab
