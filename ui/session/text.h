#pragma once

#include "core/base/result.h"

#include <QString>

namespace layerlab {

/// The message in the language of the program.
QString text(const Message& message);

/// "file: row 3, column 2: message" in the language of the program.
QString text(const Error& error);

/// What the program says by itself, in the language that is on whenever it is asked: a sentence or
/// an error; by default nothing.
class Notice {
public:
  Notice() = default;
  Notice(const Message& sentence) : m_what{ErrorKind::input, sentence, {}, 0, 0} {}
  Notice(const Error& error) : m_what(error), m_isError(true) {}

  bool isEmpty() const { return m_what.message.empty(); }
  bool isError() const { return m_isError; }
  QString text() const;

private:
  Error m_what;
  bool m_isError = false;
};

} // namespace layerlab
