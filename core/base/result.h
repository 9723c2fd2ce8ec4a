#pragma once

#include "core/base/message.h"

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace layerlab {

/// Who is to mend it; the command line's exit status follows from it (usage 1, input 2,
/// diverged 3, output 4, limit 5).
enum class ErrorKind { usage, input, diverged, output, limit };

/// What went wrong and where. Rows and columns count from 1 as a spreadsheet shows them
/// (the header is row 1); 0 means "no particular one".
struct Error {
  ErrorKind kind = ErrorKind::input;
  Message message;
  std::string file;
  std::int64_t row = 0;
  std::int64_t column = 0;
};

/// An input error with a sentence: `inputError({QT_TRANSLATE_NOOP("Core", "..."), {args}})`.
inline Error inputError(Message message, std::int64_t row = 0, std::int64_t column = 0) {
  return {ErrorKind::input, std::move(message), {}, row, column};
}

/// "data.csv: row 3, column 2: message" in English; line breaks in names become blanks.
LAYERLAB_API std::string english(const Error& error);

/// A value or an Error; names as in C++23's std::expected. User mistakes come back this way,
/// never as exceptions.
template <class T> class [[nodiscard]] Result {
public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return m_state.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return assert(has_value()), *std::get_if<0>(&m_state); }
  const T& value() const& { return assert(has_value()), *std::get_if<0>(&m_state); }
  T&& value() && { return assert(has_value()), std::move(*std::get_if<0>(&m_state)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  Error& error() { return assert(!has_value()), *std::get_if<1>(&m_state); }
  const Error& error() const { return assert(!has_value()), *std::get_if<1>(&m_state); }

private:
  std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
  Result() = default;
  Result(Error error) : m_error(std::move(error)), m_ok(false) {}

  bool has_value() const { return m_ok; }
  explicit operator bool() const { return m_ok; }
  Error& error() { return assert(!m_ok), m_error; }
  const Error& error() const { return assert(!m_ok), m_error; }

private:
  Error m_error;
  bool m_ok = true;
};

} // namespace layerlab
