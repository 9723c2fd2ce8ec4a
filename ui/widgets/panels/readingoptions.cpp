#include "ui/widgets/panels/readingoptions.h"

#include "core/data/csv.h"
#include "ui/widgets/panels/form.h"

#include <QEvent>
#include <QSignalBlocker>

namespace layerlab {
namespace {

// Data of the entries are the command line's words, so that scripts can use them.
const QString automaticWord = QStringLiteral("auto");

QString delimiterWord(std::optional<char> delimiter) {
  static constexpr std::pair<char, const char*> words[] = {
      {',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "pipe"}, {' ', "space"}};
  if (!delimiter) return automaticWord;
  for (const auto& [mark, word] : words)
    if (mark == *delimiter) return QLatin1String(word);
  return QString(QLatin1Char(*delimiter));
}

QString headerWord(HeaderMode mode) {
  return mode == HeaderMode::yes  ? QStringLiteral("yes")
         : mode == HeaderMode::no ? QStringLiteral("no")
                                  : automaticWord;
}

/// The chosen word; none: automatic.
std::optional<std::string> wordOf(const QComboBox* combo) {
  const QString data = combo->currentData().toString();
  return data == automaticWord ? std::optional<std::string>() : data.toStdString();
}

/// Shows the entry, adding one for a choice that came from a project file.
void showOrAdd(QComboBox* combo, const QString& data) {
  const QSignalBlocker silence(combo);
  if (combo->findData(data) < 0) combo->addItem(data, data);
  combo->setCurrentIndex(combo->findData(data));
}

} // namespace

ReadingOptions::ReadingOptions(QWidget* parent)
    : QWidget(parent), m_encoding(makeCombo(QStringLiteral("encodingCombo"), this)),
      m_delimiter(makeCombo(QStringLiteral("delimiterCombo"), this)),
      m_header(makeCombo(QStringLiteral("headerCombo"), this)),
      m_decimal(makeCombo(QStringLiteral("decimalCombo"), this)),
      m_encodingField(new Field(m_encoding, this)), m_delimiterField(new Field(m_delimiter, this)),
      m_headerField(new Field(m_header, this)), m_decimalField(new Field(m_decimal, this)) {
  nameWidget(this, QStringLiteral("readingOptions"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(pair(m_encodingField, m_delimiterField));
  column->addLayout(pair(m_headerField, m_decimalField));
  for (QComboBox* combo : {m_encoding, m_delimiter, m_header, m_decimal})
    connect(combo, &QComboBox::currentIndexChanged, this, [this] {
      if (options() != m_options) emit chosen(options());
    });
  retranslate();
}

ReadOptions ReadingOptions::options() const {
  ReadOptions options;
  options.encoding = wordOf(m_encoding);
  if (const auto word = wordOf(m_delimiter))
    if (const auto delimiter = delimiterFromText(*word)) options.delimiter = *delimiter;
  if (const auto word = wordOf(m_decimal)) options.decimal = word->front();
  if (const auto word = wordOf(m_header))
    options.header = *word == "yes" ? HeaderMode::yes : HeaderMode::no;
  return options;
}

void ReadingOptions::show(const ReadOptions& options, const ReadReport* found) {
  m_options = options;
  m_isFound = found != nullptr;
  if (found) m_found = *found;
  fill();
}

void ReadingOptions::fill() {
  const auto automatic = [this](const QString& found) {
    return m_isFound && !found.isEmpty() ? tr("auto: %1").arg(found) : tr("automatic");
  };
  const QString any = tr("Found out from the file");
  const auto word = [](char mark) {
    return mark == '\t' ? tr("tab") : mark == ' ' ? tr("space") : QString(QLatin1Char(mark));
  };
  const QString delimiter = m_found.delimiter ? word(*m_found.delimiter) : tr("none");
  fillCombo(
      m_encoding,
      {{automatic(QString::fromStdString(m_found.encoding)), automaticWord, any},
       {QStringLiteral("UTF-8"), QStringLiteral("utf-8"), {}},
       {QStringLiteral("CP949 / EUC-KR"), QStringLiteral("cp949"), tr("Korean Windows")},
       {QStringLiteral("Windows-1252"), QStringLiteral("windows-1252"), tr("Western Windows")},
       {QStringLiteral("UTF-16LE"), QStringLiteral("utf-16le"), {}},
       {QStringLiteral("UTF-16BE"), QStringLiteral("utf-16be"), {}}});
  fillCombo(m_delimiter, {{automatic(delimiter), automaticWord, any},
                          {tr("comma ,"), QStringLiteral("comma"), {}},
                          {tr("semicolon ;"), QStringLiteral("semicolon"), {}},
                          {tr("tab"), QStringLiteral("tab"), {}},
                          {tr("pipe |"), QStringLiteral("pipe"), {}},
                          {tr("space"), QStringLiteral("space"), {}}});
  fillCombo(m_header,
            {{automatic(m_found.header ? tr("yes") : tr("no")), automaticWord, any},
             {tr("first row"), QStringLiteral("yes"), tr("The first row has the names")},
             {tr("no names"), QStringLiteral("no"), tr("The first row is data already")}});
  fillCombo(m_decimal, {{automatic(QString(QLatin1Char(m_found.decimal))), automaticWord, any},
                        {tr("point 3.14"), QStringLiteral("."), {}},
                        {tr("comma 3,14"), QStringLiteral(","), {}}});
  showOrAdd(m_encoding,
            m_options.encoding ? QString::fromStdString(*m_options.encoding) : automaticWord);
  showOrAdd(m_delimiter, delimiterWord(m_options.delimiter));
  showOrAdd(m_header, headerWord(m_options.header));
  showOrAdd(m_decimal,
            m_options.decimal ? QString(QLatin1Char(*m_options.decimal)) : automaticWord);
}

void ReadingOptions::retranslate() {
  m_encodingField->setTexts(tr("Encoding"), tr("How letters are written as bytes"));
  m_delimiterField->setTexts(tr("Delimiter"), tr("What stands between two fields"));
  m_headerField->setTexts(tr("Column names"), tr("Whether the first row has the names"));
  m_decimalField->setTexts(tr("Decimal mark"), tr("What stands before the decimals"));
  fill();
}

void ReadingOptions::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace layerlab

#include "moc_readingoptions.cpp"
