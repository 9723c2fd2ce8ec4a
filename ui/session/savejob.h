#pragma once

#include "core/io/project.h"
#include "ui/session/job.h"
#include "ui/session/mailbox.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace layerlab {

/// Writes a project file, atomically, on a thread of its own.
class SaveJob : public Job {
  Q_OBJECT
public:
  using Job::Job;

  /// What there is to do before, on the thread: it may take as long as the writing.
  using Before = std::function<Result<void>(Project&)>;
  void start(const QString& path, Project project, const Before& before = {});
  /// After finished().
  const Result<bool>& result() const { return *m_result; }

private:
  Mail collect() override;

  using Box = Mailbox<Result<bool>>;
  std::shared_ptr<Box> m_box = std::make_shared<Box>();
  std::optional<Result<bool>> m_result;
};

} // namespace layerlab
