#include "core/base/shown.h"
#include "core/keras/reader.h"

namespace layerlab {

KerasArguments::KerasArguments(KerasReader& reader, const PyExpr& call, const std::string& what,
                               std::vector<std::string> names, std::set<std::string> quiet)
    : m_reader(reader), m_what(what), m_used(std::move(quiet)) {
  std::size_t position = 0;
  for (std::size_t i = 1; i < call.items.size(); ++i) {
    const std::string& keyword = call.keywords[i - 1];
    if (!keyword.empty())
      m_given[keyword] = &call.items[i];
    else if (position < names.size())
      m_given[names[position++]] = &call.items[i];
    else
      reader.note(call.items[i].line,
                  {QT_TRANSLATE_NOOP("Core", "%1 has too many arguments"), {what}});
  }
}

KerasArguments::~KerasArguments() {
  for (const auto& [name, expr] : m_given)
    if (!m_used.contains(name))
      m_reader.note(expr->line, {QT_TRANSLATE_NOOP("Core", "%1: the argument %2 is not known here; "
                                                           "left out"),
                                 {shown(m_what), shown(name)}});
}

const PyExpr* KerasArguments::find(const std::string& name) {
  m_used.insert(name);
  const auto found = m_given.find(name);
  return found == m_given.end() || m_reader.isNone(*found->second) ? nullptr : found->second;
}

void KerasArguments::bad(const std::string& name, const PyExpr& expr) {
  m_reader.note(expr.line,
                {QT_TRANSLATE_NOOP("Core", "%1: %2 is not a value that can be read here; "
                                           "left alone"),
                 {shown(m_what), shown(name)}});
}

template <class T>
void KerasArguments::read(const std::string& name, T& value,
                          std::optional<T> (KerasReader::*get)(const PyExpr&) const) {
  const PyExpr* expr = find(name);
  if (!expr) return;
  if (const auto found = (m_reader.*get)(*expr))
    value = *found;
  else
    bad(name, *expr);
}

void KerasArguments::number(const std::string& name, double& value) {
  const PyExpr* expr = find(name);
  if (!expr) return;
  if (const auto found = m_reader.number(*expr))
    value = *found;
  else
    bad(name, *expr);
}

void KerasArguments::integer(const std::string& name, int& value) {
  read(name, value, &KerasReader::integer);
}

void KerasArguments::boolean(const std::string& name, bool& value) {
  read(name, value, &KerasReader::boolean);
}

void KerasArguments::text(const std::string& name, std::string& value) {
  read(name, value, &KerasReader::text);
}

} // namespace layerlab
