#include "ui/widgets/inside/predictfile.h"

#include "core/data/csv.h"
#include "core/io/export.h"
#include "core/io/files.h"

#include <QFile>

namespace layerlab {
namespace {

Result<qint64> predictNow(const Subject& subject, const PredictionOrder& order) {
  const Result<PreparedPtr> data = dataOf(subject);
  if (!data) return data.error();
  Result<TablePtr> table = subject.table;
  if (!order.source.isEmpty()) table = readCsvFile(QFile::encodeName(order.source).toStdString());
  if (!table) return table.error();
  const Result<Matrix> x = applyInputs((*data)->preprocessing, **table);
  if (!x) return x.error();
  const Matrix outputs = predict(subject.design.network, *subject.weights, *x);
  const Result<void> written =
      writeFile(QFile::encodeName(order.target).toStdString(),
                predictionsCsv((*data)->preprocessing, outputs, order.cutOff));
  if (!written) return written.error();
  return static_cast<qint64>(x->rows);
}

} // namespace

Errand::Work predictFile(const Subject& subject, const PredictionOrder& order,
                         const std::function<void(const Result<qint64>&)>& done) {
  return [=]() -> Errand::Answer {
    return [done, result = predictNow(subject, order)] { done(result); };
  };
}

} // namespace layerlab
