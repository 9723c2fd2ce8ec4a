#pragma once

#include "core/data/types.h"
#include "core/keras/code.h"
#include "core/keras/read.h"

#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <string>

inline std::string codeOf(const layerlab::Design& design, const layerlab::TablePtr& read) {
  const layerlab::TablePtr table = withTypes(read, design.data);
  const auto shape = outline(*table, design.data);
  if (!shape) qFatal("%s", english(shape.error()).c_str());
  return kerasCode(design, {*table, *shape, "data.csv"}).text();
}

/// `line: message` of every note.
inline QStringList notesOf(const layerlab::KerasReading& reading) {
  QStringList out;
  for (const layerlab::KerasNote& note : reading.notes)
    out << QString("%1: %2").arg(note.line).arg(QString::fromStdString(english(note.message)));
  return out;
}

inline layerlab::KerasReading readingOf(const char* code, const layerlab::Design& base = {}) {
  auto reading = readKeras(code, base);
  if (!reading) qFatal("%s", english(reading.error()).c_str());
  return *reading;
}

template <class T> std::string whyNot(const layerlab::Result<T>& result) {
  return result ? std::string() : english(result.error());
}
