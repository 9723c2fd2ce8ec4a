#pragma once

#include "core/io/project.h"
#include "ui/session/job.h"
#include "ui/session/mailbox.h"

#include <QString>

#include <optional>

namespace layerlab {

/// Writes a project file, atomically, on a thread of its own.
class SaveJob : public Job {
  Q_OBJECT
public:
  using Job::Job;

  void start(const QString& path, Project project);
  /// After finished().
  const Result<bool>& result() const { return *m_result; }

private:
  Mail collect() override;

  using Box = Mailbox<Result<bool>>;
  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  std::optional<Result<bool>> m_result;
};

} // namespace layerlab
