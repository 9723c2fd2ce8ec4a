#include "ui/widgets/pages/chartexport.h"

#include "core/io/files.h"
#include "ui/widgets/chart/curvechart.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace layerlab {
namespace {

Error notWritten(const QString& path) {
  Error error;
  error.kind = ErrorKind::output;
  error.message = {QT_TRANSLATE_NOOP("Core", "the picture could not be written; choose another "
                                             "folder or name"),
                   {}};
  error.file = path.toStdString();
  return error;
}

Error nothingDrawn() {
  return inputError(
      {QT_TRANSLATE_NOOP("Core", "this page has no picture yet; press Fit or Next stage first"),
       {}});
}

/// CSV as spreadsheets take it from the clipboard; commas inside quotes stay.
QString tabbed(QString csv) {
  bool quoted = false;
  for (QChar& c : csv) {
    if (c == QLatin1Char('"')) quoted = !quoted;
    if (c == QLatin1Char(',') && !quoted) c = QLatin1Char('\t');
  }
  return csv;
}

/// What a picture in view says of itself; a single word is a name.
void addSentence(QStringList& sentences, const QWidget& part) {
  const QString words = part.accessibleDescription();
  if (part.isVisible() && words.contains(QLatin1Char(' ')) && !sentences.contains(words))
    sentences << words;
}

} // namespace

ChartExport::ChartExport(const Theme& theme, Prompts& prompts, CurveChart& chart,
                         const QString& name, std::function<Result<std::string>()> csv,
                         QWidget* parent)
    : QToolButton(parent), m_theme(theme), m_prompts(prompts), m_chart(&chart),
      m_csv(std::move(csv)), m_menu(new QMenu(this)) {
  build(name);
}

ChartExport::ChartExport(const Theme& theme, Prompts& prompts, const QVector<QWidget*>& parts,
                         const QString& name, QWidget* page,
                         std::function<Result<std::string>()> csv)
    : QToolButton(page), m_theme(theme), m_prompts(prompts), m_page(page), m_parts(parts),
      m_csv(std::move(csv)), m_menu(new QMenu(this)) {
  build(name);
}

QWidget* ChartExport::besideTabs(QWidget* parent) {
  auto* controls = new QWidget(parent);
  auto* row = new QHBoxLayout(controls);
  row->setContentsMargins(0, 0, 8, 0);
  row->addStretch(1);
  row->addWidget(this);
  return controls;
}

void ChartExport::build(const QString& name) {
  nameWidget(this, name);
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setPopupMode(QToolButton::InstantPopup);
  setAutoRaise(true);
  setMenu(m_menu);
  for (const char* format : {"png", "svg", "pdf"}) addFormat(QLatin1String(format));
  if (m_csv) addFormat(QStringLiteral("csv"));
  m_menu->addSeparator();
  m_copy = m_menu->addAction({}, this, &ChartExport::copyPicture);
  m_copy->setObjectName(QStringLiteral("%1_copy").arg(name));
  if (m_csv) {
    m_copyNumbers = m_menu->addAction({}, this, &ChartExport::copyNumbers);
    m_copyNumbers->setObjectName(QStringLiteral("%1_copyNumbers").arg(name));
  }
  m_copyDescription = m_menu->addAction({}, this, &ChartExport::copyDescription);
  m_copyDescription->setObjectName(QStringLiteral("%1_copyDescription").arg(name));
  retranslate();
}

void ChartExport::addFormat(const QString& format) {
  QAction* action = m_menu->addAction({}, this, [this, format] { ask(format); });
  action->setObjectName(QStringLiteral("%1_%2").arg(objectName(), format));
  m_formats << qMakePair(format, action);
}

PartsPicture ChartExport::picture() const {
  return {m_page, m_parts, m_theme.colors().surface};
}

Result<void> ChartExport::writeParts(const QString& format, const QString& path) const {
  if (!isDrawn(picture())) return nothingDrawn();
  if (!writePicture(picture(), format, path)) return notWritten(path);
  return {};
}

Result<void> ChartExport::writeTo(const QString& format, const QString& path) const {
  if (m_csv && format == QLatin1String("csv")) {
    const Result<std::string> text = m_csv();
    if (!text) return text.error();
    return writeFile(QFile::encodeName(path).toStdString(), *text);
  }
  if (!m_chart) return writeParts(format, path);
  const bool written = format == QLatin1String("png")   ? m_chart->exportPng(path)
                       : format == QLatin1String("svg") ? m_chart->exportSvg(path)
                                                        : m_chart->exportPdf(path);
  if (!written) return notWritten(path);
  return {};
}

QString ChartExport::filterOf(const QString& format) const {
  if (format == QLatin1String("csv")) return tr("Table (*.csv)");
  return tr("Picture (*.%1)").arg(format);
}

void ChartExport::ask(const QString& format) {
  const QString path = m_prompts.savePath(
      window(), tr("Export"),
      QStringLiteral("%1.%2").arg(objectName().remove(QStringLiteral("ExportButton")), format),
      filterOf(format));
  if (path.isEmpty()) return;
  if (const Result<void> written = writeTo(format, path); !written)
    emit failed(written.error());
  else
    emit done({QT_TRANSLATE_NOOP("Core", "Saved %1."), {QFileInfo(path).fileName().toStdString()}});
}

void ChartExport::copyPicture() {
  if (!m_chart && !isDrawn(picture())) return emit failed(nothingDrawn());
  QGuiApplication::clipboard()->setPixmap(m_chart ? m_chart->grab() : pixmapOf(picture()));
  emit done({QT_TRANSLATE_NOOP("Core", "The picture is on the clipboard."), {}});
}

QString ChartExport::description() const {
  if (m_chart) return m_chart->accessibleDescription();
  QStringList sentences;
  for (const QWidget* part : m_parts) {
    addSentence(sentences, *part);
    for (const QWidget* child : part->findChildren<QWidget*>()) addSentence(sentences, *child);
  }
  if (!sentences.isEmpty()) return sentences.join(QLatin1Char('\n'));
  for (const QWidget* part : m_parts) // words are their own description
    if (const auto* label = qobject_cast<const QLabel*>(part); label && label->isVisible())
      sentences << label->text();
  return sentences.join(QLatin1Char('\n'));
}

void ChartExport::copyDescription() {
  const QString words = description();
  if (words.isEmpty()) return emit failed(nothingDrawn());
  QGuiApplication::clipboard()->setText(words);
  emit done({QT_TRANSLATE_NOOP("Core", "The description is on the clipboard."), {}});
}

void ChartExport::copyNumbers() {
  const Result<std::string> text = m_csv();
  if (!text) return emit failed(text.error());
  QGuiApplication::clipboard()->setText(tabbed(QString::fromStdString(*text)));
  emit done({QT_TRANSLATE_NOOP("Core", "The numbers are on the clipboard."), {}});
}

void ChartExport::retranslate() {
  setText(tr("Export"));
  setIcon(m_theme.icon(QStringLiteral("export")));
  setWords(this, tr("Export"),
           m_csv ? tr("Save the picture or its numbers, or copy the picture")
                 : tr("Save the picture or copy it"));
  for (const auto& [format, action] : m_formats)
    action->setText(format == QLatin1String("csv") ? tr("Numbers as CSV…")
                                                   : tr("Picture as %1…").arg(format.toUpper()));
  m_copy->setText(tr("Copy picture"));
  if (m_copyNumbers) m_copyNumbers->setText(tr("Copy numbers"));
  m_copyDescription->setText(tr("Copy description"));
}

void ChartExport::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QToolButton::changeEvent(event);
}

} // namespace layerlab

#include "moc_chartexport.cpp"
