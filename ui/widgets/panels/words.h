#pragma once

#include "core/data/prepare.h"
#include "core/fit/fit.h"
#include "core/sweep/elbow.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace layerlab {

/// Words for numbers and choices, in the language that is on. Keras' own words stay English.
class Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
public:
  /// Four figures that do not change their width from epoch to epoch: "0.2134", "12.40", "3.1e-05".
  static QString figure(double value);
  /// Shortest text of a setting, as Python has it: "0.0001", "1e-05".
  static QString setting(double value);
  /// "184,320", grouped as on the axes.
  static QString count(qint64 value);
  /// "3 s", "2 min 10 s".
  static QString duration(double seconds);
  /// Of one training, two figures: "0.0042", "0.25", "130".
  static QString seconds(double seconds);
  static QString task(Task task);
  static QString columnType(const Column& column);
  /// Units of the dense layers: "16-8-1".
  static QString layers(const NetworkSpec& network);
  /// Activations of the dense layers: "relu-sigmoid".
  static QString activations(const NetworkSpec& network);
  /// Why the output layer is what it is, in one sentence; empty without data.
  static QString outputReason(const Design& design, const Result<Outline>& outline);
  /// What differs between two designs, shortest useful words: "units 8-1 → 16-1, learning rate
  /// 0.001 → 0.01". Empty: nothing.
  static QString changes(const Design& before, const Design& after);
  /// How a fit ended, for the run list.
  static QString ending(FitEnd end, int divergedEpoch);
  static QString strength(ElbowStrength strength);
  /// One plain sentence on what that elbow means.
  static QString strengthMeaning(const Elbow& elbow);
};

} // namespace layerlab
