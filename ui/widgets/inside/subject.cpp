#include "ui/widgets/inside/subject.h"

#include "ui/session/text.h"

#include <QCoreApplication>

namespace layerlab {

std::optional<Subject> subjectOf(Workbench& workbench) {
  const Session& session = workbench.session();
  if (!session.table() || !session.outline()) return std::nullopt;
  Subject subject{session.table(), session.design(), workbench.prepared(),
                  workbench.timeline().weights()};
  const std::size_t inputs = session.outline()->inputNames.size();
  if (!subject.weights || !checkWeights(*subject.weights, subject.design.network, inputs))
    return std::nullopt;
  return subject;
}

QString whyNoSubject(Workbench& workbench) {
  const Session& session = workbench.session();
  if (!session.table())
    return QCoreApplication::translate("Subject", "Open a CSV or pick an example, then press Fit.");
  if (!session.outline()) return text(session.outline().error());
  return QCoreApplication::translate(
      "Subject", "Press Fit: what the network knows appears here as it learns.");
}

bool trains(const Workbench& workbench) {
  return workbench.trainState() == Workbench::TrainState::running || workbench.isSweeping();
}

Result<PreparedPtr> dataOf(const Subject& subject) {
  return preparedOr(subject.data, subject.key());
}

} // namespace layerlab
