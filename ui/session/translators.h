#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace layerlab {

/// The language of the program: loads our texts and Qt's own and switches them live. Widgets hear
/// of a switch through QEvent::LanguageChange.
class Translators : public QObject {
  Q_OBJECT
public:
  explicit Translators(QObject* parent = nullptr);
  ~Translators() override;

  static QStringList languages(); ///< "en", "ko"
  /// The language of the system if it is one of ours, else "en".
  static QString systemLanguage();

  /// Of the language that is on, for dates; QLocale() stays the system's, which numbers are typed
  /// in.
  static QLocale locale();

  QString language() const { return m_language; }
  /// False (and nothing changes) when there is no such language.
  bool setLanguage(const QString& language);

signals:
  void changed(const QString& language);

private:
  void install(QTranslator& translator, const QString& file, const QString& directory);

  QTranslator m_own;
  QTranslator m_qt;
  QString m_language;
};

} // namespace layerlab
