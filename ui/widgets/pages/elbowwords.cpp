#include "ui/widgets/pages/elbowwords.h"

#include "ui/widgets/panels/words.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr std::size_t mostPicks = 9;

QString paragraph(const QString& heading, const QString& text) {
  return QStringLiteral("<p style=\"margin-top:0; margin-bottom:8px\"><b>%1</b><br>%2</p>")
      .arg(heading.toHtmlEscaped(), text.toHtmlEscaped());
}

/// Highest minus lowest repeat of a count.
double spreadAt(const ElbowCurve& curve, double units) {
  const SweepRow* row = curve.rowAt(units);
  return row ? row->max - row->min : std::nan("");
}

} // namespace

QString ElbowWords::verdict(const Elbow& elbow) {
  const QString strength = Words::strength(elbow.strength);
  return elbow.units ? tr("%1 units: %2").arg(*elbow.units).arg(strength) : strength;
}

QString ElbowWords::picks(const Elbow& elbow) {
  if (elbow.picks.size() < 2) return {};
  QStringList list;
  for (std::size_t i = 0; i < std::min(elbow.picks.size(), mostPicks); ++i)
    list << (elbow.picks[i] ? QString::number(*elbow.picks[i]) : tr("none"));
  if (elbow.picks.size() > mostPicks) list << QStringLiteral("…");
  return tr("The repeats alone pick %1.").arg(list.join(QStringLiteral(", ")));
}

QString ElbowWords::meaning(const ElbowCurve& curve, const ElbowOptions& options) {
  const Elbow& elbow = curve.elbow();
  QStringList sentences{
      options.classic && elbow.units ? tr("Kneedle's own rule, without a look at the repeats.")
      : curve.isDrowned() ? tr("The repeats differ by more than the counts do: run more of them.")
                          : Words::strengthMeaning(elbow)};
  if (elbow.units) sentences << picks(elbow);
  const std::optional<double>& other = curve.otherElbow().units;
  if (other && other != elbow.units)
    sentences << (options.axis == ElbowAxis::log2 ? tr("On a linear axis it would be %1.")
                                                  : tr("On a log axis it would be %1."))
                     .arg(*other);
  sentences.removeAll(QString());
  return sentences.join(QLatin1Char(' '));
}

QString ElbowWords::guess(int guess, const Elbow& elbow) {
  if (guess < 1) return {};
  if (!elbow.units) return tr("You guessed %1: there is no elbow to compare with.").arg(guess);
  if (guess == *elbow.units) return tr("Your guess of %1 was right!").arg(guess);
  if (guess < *elbow.units)
    return tr("You guessed %1: fewer, where more units still help.").arg(guess);
  return elbow.units == elbow.lowest
             ? tr("You guessed %1: more, where the loss is higher again.").arg(guess)
             : tr("You guessed %1: more, though the extra units bring little.").arg(guess);
}

QString ElbowWords::whyNotLowest(const ElbowCurve& curve) {
  const Elbow& elbow = curve.elbow();
  const double gain = curve.lossAt(*elbow.units) - curve.lossAt(*elbow.lowest);
  const QString spread = Words::figure(spreadAt(curve, *elbow.units));
  const QString text = tr("The lowest point, %1 units, is only %2 below the elbow.")
                           .arg(*elbow.lowest)
                           .arg(Words::figure(gain));
  if (curve.repeats() < 2)
    return text + QLatin1Char(' ') +
           tr("Another seed may move it: run more repeats to see how far.");
  return text + QLatin1Char(' ') +
         tr("The repeats at the elbow already differ by %1: which count is lowest is partly "
            "chance.")
             .arg(spread);
}

QString ElbowWords::returns(const ElbowCurve& curve) {
  const double elbow = *curve.elbow().units;
  const SweepRow* first = nullptr;
  const SweepRow* last = nullptr;
  for (const SweepRow& row : curve.rows()) {
    if (!std::isfinite(curve.lossAt(row.units))) continue;
    first = first ? first : &row;
    last = &row;
  }
  const SweepRow* at = curve.rowAt(elbow);
  const auto step = [&](const SweepRow& from, const SweepRow& to) {
    if (&from == &to) return QString();
    return tr("From %1 to %2 units: %3 more parameters change the loss by %4.")
        .arg(from.units)
        .arg(to.units)
        .arg(Words::count(to.parameters - from.parameters))
        .arg(Words::figure(curve.lossAt(to.units) - curve.lossAt(from.units)));
  };
  return (step(*first, *at) + QLatin1Char(' ') + step(*at, *last)).trimmed();
}

QString ElbowWords::why(const ElbowCurve* curve) {
  QString out = paragraph(
      tr("What is the elbow?"),
      tr("The count up to which more units lower the loss fast, and after which they hardly do. "
         "Both axes are scaled to 0…1; the elbow lies farthest below the straight line from the "
         "first to the last count (Kneedle, Satopää et al. 2011)."));
  const bool found = curve && curve->elbow().units;
  const bool apart = found && curve->elbow().lowest != curve->elbow().units;
  out += paragraph(
      tr("Why not simply the lowest?"),
      apart ? whyNotLowest(*curve)
            : tr("Which count is lowest is partly chance: other starting weights, another winner. "
                 "The elbow asks instead where the big gains end."));
  out += paragraph(tr("Diminishing returns"),
                   found ? returns(*curve)
                         : tr("Every unit costs parameters: they take time, need data, and make "
                              "overfitting easier. Past the elbow you pay the same and get less."));
  return out +
         paragraph(tr("How sure is it?"),
                   tr("Each count is trained several times from other starting weights. The drop "
                      "must be larger than the repeats differ (else: flat), and most repeats must "
                      "bend at the same place or one beside it (else: unstable)."));
}

QString ElbowWords::name(const SweepResult& sweep) {
  const std::vector<int>& units = sweep.spec.units;
  if (units.empty()) return {};
  return tr("Hidden %1, %2 to %3 units, repeats: %4")
      .arg(sweep.spec.layer)
      .arg(units.front())
      .arg(units.back())
      .arg(sweep.spec.repeats);
}

} // namespace layerlab
