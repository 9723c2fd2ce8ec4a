#include "ui/widgets/report.h"

#include "core/insight/report.h"
#include "core/io/files.h"
#include "ui/session/sources.h"
#include "ui/session/text.h"
#include "ui/session/translators.h"
#include "ui/session/workbench.h"
#include "ui/widgets/inside/subject.h"
#include "ui/widgets/panels/words.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>

#include <cmath>

namespace layerlab {
namespace {

constexpr int pictureWidth = 650; ///< of a picture in the text, in the document's pixels
constexpr double pageMargin = 18; ///< mm
constexpr int dotsPerInch = 96;   ///< of the document's layout
// Beyond, the figures are those of so many rows, evenly spread: a report is written at once.
constexpr std::size_t mostRows = 100'000;

struct Report {
  Q_DECLARE_TR_FUNCTIONS(Report)
};

QString row(const QString& name, const QString& value) {
  return QStringLiteral("<tr><td style='color:#555'>%1</td><td>%2</td></tr>")
      .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString heading(const QString& words) {
  return QStringLiteral("<h2>%1</h2>").arg(words.toHtmlEscaped());
}

QString table(const QString& rows) {
  return QStringLiteral("<table cellspacing='0' cellpadding='3'>%1</table>").arg(rows);
}

/// A table with a head, cells already plain text.
QString grid(const QStringList& head, const QVector<QStringList>& rows) {
  QString html = QStringLiteral("<table cellspacing='0' cellpadding='4' width='100%'><tr>");
  for (const QString& word : head)
    html += QStringLiteral("<th align='left' bgcolor='#eef1f6'>%1</th>").arg(word.toHtmlEscaped());
  html += QStringLiteral("</tr>");
  for (const QStringList& cells : rows) {
    html += QStringLiteral("<tr>");
    for (const QString& cell : cells)
      html += QStringLiteral("<td>%1</td>").arg(cell.toHtmlEscaped());
    html += QStringLiteral("</tr>");
  }
  return html + QStringLiteral("</table>");
}

QString picture(const QString& name, const QImage& image) {
  if (image.isNull()) return {};
  return QStringLiteral("<p><img src='%1' width='%2'></p>").arg(name).arg(pictureWidth);
}

QString names(const std::vector<std::string>& words) {
  QStringList list;
  for (const std::string& word : words) list << QString::fromStdString(word);
  return list.join(QStringLiteral(", "));
}

QString splitWord(const PrepareSpec& data) {
  const QString share =
      QStringLiteral("%1 %").arg(QLocale().toString(data.validationSplit * 100, 'g', 3));
  switch (data.split) {
  case Split::random:
    return Report::tr("%1 of the rows at random").arg(share);
  case Split::stratified:
    return Report::tr("%1 of the rows of each class").arg(share);
  case Split::last:
    break;
  }
  return Report::tr("the last %1 of the rows").arg(share);
}

QString scalingWord(Scaling scaling) {
  return scaling == Scaling::none       ? Report::tr("none")
         : scaling == Scaling::standard ? Report::tr("standard: mean 0, deviation 1")
                                        : Report::tr("min-max: 0 to 1");
}

QString dataSection(Workbench& workbench) {
  Session& session = workbench.session();
  const PrepareSpec& data = session.design().data;
  QString rows = row(Report::tr("Source"), Sources::detail(workbench.dataPath()));
  rows += row(Report::tr("Size"), Report::tr("%1 rows, %2 columns")
                                      .arg(Words::count(session.table()->rows),
                                           Words::count(qint64(session.table()->columns.size()))));
  rows += row(Report::tr("Target"), names(data.targets));
  if (const Result<Outline>& outline = session.outline()) {
    rows += row(Report::tr("Task"), Words::task(outline->task));
    if (!outline->classes.empty()) rows += row(Report::tr("Classes"), names(outline->classes));
    rows += row(Report::tr("Inputs"), names(outline->inputNames));
  }
  rows += row(Report::tr("Scaling"), scalingWord(data.scaling));
  rows += row(Report::tr("Missing values"), data.missing == MissingRule::drop
                                                ? Report::tr("rows with gaps left out")
                                                : Report::tr("gaps filled with the mean"));
  rows += row(Report::tr("Validation"), splitWord(data));
  return heading(Report::tr("Data")) + table(rows);
}

/// As in Keras, kernel and bias; empty: none.
QString regularizers(const LayerSpec& layer) {
  const std::pair<const char*, const Regularizer*> all[] = {{"kernel", &layer.kernelRegularizer},
                                                            {"bias", &layer.biasRegularizer}};
  QStringList words;
  for (const auto& [name, one] : all) {
    const QString where = QLatin1String(name);
    if (one->l1 > 0) words << QStringLiteral("%1 l1=%2").arg(where, Words::setting(one->l1));
    if (one->l2 > 0) words << QStringLiteral("%1 l2=%2").arg(where, Words::setting(one->l2));
  }
  return words.join(QStringLiteral(", "));
}

QString networkSection(Session& session, const ReportPictures& pictures) {
  const NetworkSpec& network = session.design().network;
  qint64 inputs = session.outline() ? qint64(session.outline()->inputNames.size()) : 0;
  QVector<QStringList> rows;
  for (const LayerSpec& layer : network.layers) {
    if (layer.kind == LayerKind::dropout) {
      rows << QStringList{QStringLiteral("Dropout"), Words::setting(layer.rate), {}, {}, {}};
      continue;
    }
    const qint64 parameters = (inputs + (layer.useBias ? 1 : 0)) * layer.units;
    rows << QStringList{QStringLiteral("Dense"), QString::number(layer.units),
                        QString::fromLatin1(kerasName(layer.activation)), regularizers(layer),
                        Words::count(parameters)};
    inputs = layer.units;
  }
  return heading(Report::tr("Network")) + picture(QStringLiteral("network"), pictures.network) +
         grid({Report::tr("Layer"), Report::tr("units or rate"), Report::tr("activation"),
               Report::tr("regularizers"), Report::tr("Parameters")},
              rows);
}

QString stoppingWord(const EarlyStopping& stopping) {
  QString words = QStringLiteral("monitor=%1, patience=%2, min_delta=%3")
                      .arg(QString::fromStdString(stopping.monitor))
                      .arg(stopping.patience)
                      .arg(Words::setting(stopping.minDelta));
  if (stopping.restoreBestWeights) words += QStringLiteral(", restore_best_weights=True");
  return words;
}

QString trainingSection(const FitSpec& fit) {
  QString rows = row(Report::tr("loss"), QString::fromLatin1(kerasName(fit.loss)));
  rows += row(Report::tr("optimizer"), QString::fromLatin1(kerasName(fit.optimizer.kind)));
  rows += row(Report::tr("learning rate"), Words::setting(fit.optimizer.learningRate));
  rows += row(Report::tr("batch size"), Words::count(fit.batchSize));
  rows += row(Report::tr("epochs"), Words::count(fit.epochs));
  rows += row(Report::tr("seed"), QString::number(fit.seed));
  if (fit.earlyStopping)
    rows += row(Report::tr("early stopping"), stoppingWord(*fit.earlyStopping));
  return heading(Report::tr("Training")) + table(rows);
}

QString readingList(const std::vector<Reading>& readings) {
  QString html;
  for (const Reading& reading : readings)
    html += QStringLiteral("<li>%1<br><small style='color:#555'>%2</small></li>")
                .arg(text(reading.text).toHtmlEscaped(), text(reading.rule).toHtmlEscaped());
  return html.isEmpty() ? html : QStringLiteral("<ul>%1</ul>").arg(html);
}

QString optional(const std::optional<double>& value) {
  return value ? Words::figure(*value) : QStringLiteral("–");
}

/// Keras' names and the last values: "accuracy 0.9500, val_accuracy 0.9333".
QString metricWords(const History& history) {
  const EpochRecord& last = history.epochs.back();
  QStringList words;
  const std::pair<QString, const MetricValues*> parts[] = {
      {QString(), &last.metrics}, {QStringLiteral("val_"), &last.valMetrics}};
  for (const auto& [prefix, values] : parts)
    for (std::size_t i = 0; i < values->size() && i < history.metrics.size(); ++i)
      words << QStringLiteral("%1%2 %3").arg(prefix, QLatin1String(kerasName(history.metrics[i])),
                                             Words::figure((*values)[i]));
  return words.join(QStringLiteral(", "));
}

QVector<QStringList> runRows(const Session& session) {
  QVector<QStringList> rows;
  for (const Run& run : session.runs()) {
    if (run.history.epochs.empty()) continue;
    const EpochRecord& last = run.history.epochs.back();
    const auto best = run.history.bestEpoch();
    rows << QStringList{run.name,
                        Words::layers(run.design.network),
                        Words::count(last.epoch),
                        Words::figure(last.loss),
                        optional(last.valLoss),
                        metricWords(run.history),
                        best ? Words::count(run.history.epochs[*best].epoch) : QString()};
  }
  return rows;
}

QString curveSection(Session& session, const std::vector<Reading>& readings,
                     const ReportPictures& pictures) {
  const QVector<QStringList> runs = runRows(session);
  if (runs.isEmpty()) return {};
  return QStringLiteral("<h2 style='page-break-before:always'>%1</h2>")
             .arg(Report::tr("Loss").toHtmlEscaped()) +
         picture(QStringLiteral("loss"), pictures.loss) + readingList(readings) +
         heading(Report::tr("Runs")) +
         grid({Report::tr("Run"), Report::tr("Layers"), Report::tr("epochs"),
               QStringLiteral("loss"), QStringLiteral("val_loss"), Report::tr("metrics"),
               Report::tr("best epoch")},
              runs);
}

QString confusionGrid(const ConfusionMatrix& matrix, const std::vector<std::string>& classes) {
  QStringList head{Report::tr("true \\ predicted")};
  QVector<QStringList> rows;
  for (std::size_t truth = 0; truth < matrix.classes; ++truth) {
    head << QString::fromStdString(classes[truth]);
    QStringList cells{QString::fromStdString(classes[truth])};
    for (std::size_t called = 0; called < matrix.classes; ++called)
      cells << Words::count(matrix.at(truth, called));
    rows << cells;
  }
  return grid(head, rows);
}

QString scoresGrid(const ConfusionMatrix& matrix, const std::vector<std::string>& classes) {
  QVector<QStringList> rows;
  const auto add = [&rows](const QString& name, const ClassScores& scores) {
    rows << QStringList{name, Words::figure(scores.precision), Words::figure(scores.recall),
                        Words::figure(scores.f1), Words::count(scores.support)};
  };
  for (std::size_t i = 0; i < matrix.classes; ++i)
    add(QString::fromStdString(classes[i]), classScores(matrix, i));
  add(Report::tr("mean"), macroAverage(matrix));
  return grid({Report::tr("class"), Report::tr("precision"), Report::tr("recall"), Report::tr("F1"),
               Report::tr("rows")},
              rows);
}

QString classFigures(const ConfusionMatrix& matrix, const std::vector<std::string>& classes,
                     QString rows) {
  rows = row(Report::tr("accuracy"), Words::figure(accuracy(matrix))) + rows;
  return table(rows) + confusionGrid(matrix, classes) + QStringLiteral("<br>") +
         scoresGrid(matrix, classes);
}

QString figuresOf(const PredictionReport& report, double cutOff) {
  if (report.kind == PredictionKind::binary)
    return classFigures(
        report.ranking.at(cutOff), report.classes,
        row(Report::tr("cut-off"), Words::setting(cutOff)) +
            row(Report::tr("area below the ROC curve"), Words::figure(report.ranking.auc())));
  if (report.kind == PredictionKind::classes)
    return classFigures(report.confusion, report.classes, {});
  return table(row(Report::tr("R²"), Words::figure(report.scores.r2)) +
               row(Report::tr("mean absolute error"), Words::figure(report.scores.mae)) +
               row(Report::tr("root mean squared error"), Words::figure(report.scores.rmse)));
}

/// The numbers of the Predict page, of the rows that nobody trained on where there are some.
QString figuresSection(Workbench& workbench, double cutOff) {
  const std::optional<Subject> subject = subjectOf(workbench);
  if (!subject) return {};
  const Result<PreparedPtr> data = dataOf(*subject);
  if (!data) return {};
  const PreparedData& all = **data;
  const bool train = all.xValidation.rows == 0;
  const DataPart part = train ? DataPart{all.xTrain, all.yTrain, all.trainRows}
                              : DataPart{all.xValidation, all.yValidation, all.validationRows};
  const PredictionReport report =
      reportOn(all.preprocessing, part, subject->design.network, *subject->weights, 0, mostRows);
  return heading(train ? Report::tr("Figures of the training rows")
                       : Report::tr("Figures of the validation rows")) +
         figuresOf(report, cutOff);
}

QString elbowSection(const ReportPictures& pictures) {
  if (pictures.elbow.isNull()) return {};
  return heading(Report::tr("Elbow")) + picture(QStringLiteral("elbow"), pictures.elbow);
}

void fillDocument(QTextDocument& document, const QString& html, const ReportPictures& pictures) {
  const std::pair<const char*, const QImage*> images[] = {
      {"network", &pictures.network}, {"loss", &pictures.loss}, {"elbow", &pictures.elbow}};
  for (const auto& [name, image] : images)
    if (!image->isNull())
      document.addResource(QTextDocument::ImageResource, QUrl(QLatin1String(name)), *image);
  document.setDefaultFont(QGuiApplication::font());
  document.setHtml(html);
}

} // namespace

QString reportHtml(Workbench& workbench, const std::vector<Reading>& readings,
                   const ReportPictures& pictures, double cutOff) {
  Session& session = workbench.session();
  const QString when =
      Translators::locale().toString(QDateTime::currentDateTime(), QLocale::LongFormat);
  return QStringLiteral("<h1>%1</h1><p style='color:#555'>LayerLab %2 · %3</p>")
             .arg(workbench.projectName().toHtmlEscaped(), QCoreApplication::applicationVersion(),
                  when.toHtmlEscaped()) +
         dataSection(workbench) + networkSection(session, pictures) +
         trainingSection(session.design().fit) + curveSection(session, readings, pictures) +
         figuresSection(workbench, cutOff) + elbowSection(pictures);
}

void keepHeadings(QTextDocument& document) {
  const QAbstractTextDocumentLayout* layout = document.documentLayout();
  // Where a first line goes to the next page, the block's rectangle begins on this one.
  const auto pageOf = [&](const QTextBlock& block) {
    const double top = layout->blockBoundingRect(block).top();
    const double line = block.layout()->lineCount() > 0 ? block.layout()->lineAt(0).y() : 0.0;
    return std::floor((top + line) / document.pageSize().height());
  };
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    const QTextBlock next = block.next();
    if (block.blockFormat().headingLevel() == 0 || !next.isValid()) continue;
    if (pageOf(block) == pageOf(next)) continue;
    QTextBlockFormat format;
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(block).mergeBlockFormat(format);
  }
}

Result<void> writeReport(const QString& path, const QString& html, const ReportPictures& pictures) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin),
                          QPageLayout::Millimeter);
    writer.setResolution(dotsPerInch);
    writer.setCreator(QStringLiteral("LayerLab"));
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    fillDocument(document, html, pictures);
    document.setPageSize(QSizeF(writer.width(), writer.height()));
    keepHeadings(document);
    document.print(&writer);
  }
  const QByteArray& bytes = buffer.data();
  return writeFile(QFile::encodeName(path).toStdString(),
                   {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace layerlab
