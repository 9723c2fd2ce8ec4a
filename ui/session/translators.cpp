#include "ui/session/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace layerlab {

Translators::Translators(QObject* parent) : QObject(parent) {
  setLanguage(QStringLiteral("en"));
}

Translators::~Translators() {
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
}

QStringList Translators::languages() {
  return {QStringLiteral("en"), QStringLiteral("ko")};
}

QString Translators::systemLanguage() {
  const QString name = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
  return languages().contains(name) ? name : QStringLiteral("en");
}

namespace {
/// The program has one language at a time: that of the Translators set last.
QString& languageOn() {
  static QString language = QStringLiteral("en");
  return language;
}
} // namespace

QLocale Translators::locale() {
  return QLocale(languageOn());
}

bool Translators::setLanguage(const QString& language) {
  if (!languages().contains(language)) return false;
  if (language == m_language) return true;
  m_language = language;
  languageOn() = language;
  // Qt's texts first: of two translators the one installed last is asked first.
  install(m_qt, QStringLiteral("qtbase_") + language,
          QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(m_own, QStringLiteral("layerlab_") + language, QStringLiteral(":/i18n"));
  emit changed(language);
  return true;
}

void Translators::install(QTranslator& translator, const QString& file, const QString& directory) {
  QCoreApplication::removeTranslator(&translator);
  // Without a file (qtbase_en does not exist) the source texts, which are English, stay.
  if (translator.load(file, directory)) QCoreApplication::installTranslator(&translator);
}

} // namespace layerlab

#include "moc_translators.cpp"
