#pragma once

#include "ui/widgets/pages/elbowcurve.h"

#include <QCoreApplication>
#include <QString>

namespace layerlab {

/// What an elbow curve says, in sentences.
class ElbowWords {
  Q_DECLARE_TR_FUNCTIONS(ElbowWords)
public:
  /// "8 units: clear elbow".
  static QString verdict(const Elbow& elbow);
  /// What that means, what the repeats pick by themselves ("4, 4, 8"), what another axis says.
  static QString meaning(const ElbowCurve& curve, const ElbowOptions& options);
  /// The class' guess against the elbow; empty without a guess.
  static QString guess(int guess, const Elbow& elbow);
  /// What the elbow is, why not simply the lowest, what more parameters bring: with the curve's own
  /// figures where there are any. Rich text.
  static QString why(const ElbowCurve* curve);
  /// "Hidden 1, 1 to 32 units, 3 repeats".
  static QString name(const SweepResult& sweep);

private:
  static QString picks(const Elbow& elbow);
  static QString whyNotLowest(const ElbowCurve& curve);
  static QString returns(const ElbowCurve& curve);
};

} // namespace layerlab
