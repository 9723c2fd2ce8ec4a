#include "ui/session/savejob.h"

#include <QFile>

namespace layerlab {

void SaveJob::start(const QString& path, Project project, const Before& before) {
  launch([box = m_box, file = QFile::encodeName(path).toStdString(), project = std::move(project),
          before]() mutable {
    box->post(guarded<bool>([&]() -> Result<bool> {
      if (const Result<void> ready = before ? before(project) : Result<void>(); !ready)
        return ready.error();
      if (const Result<void> written = writeProject(file, project); !written)
        return written.error();
      return true;
    }));
  });
}

Job::Mail SaveJob::collect() {
  auto mail = m_box->drain();
  if (mail.items.empty()) return Mail::nothing;
  m_result = std::move(mail.items.front());
  return Mail::end;
}

} // namespace layerlab

#include "moc_savejob.cpp"
