#include "core/csv/resolve.h"

#include <algorithm>

namespace layerlab {
namespace {

constexpr Styles pointStyles = style::plain | style::thousands;

/// The three styles a column may have, percent or not; 0 for text.
struct Choice {
  Styles fits = 0;
  int shift = 0;
};

Choice choiceOf(const ColumnFacts& facts, Styles allowed) {
  if (facts.anyText || facts.identifier) return {};
  const auto bare = static_cast<Styles>(facts.fits & allowed);
  if (bare != 0) return {bare, 0};
  return {static_cast<Styles>(facts.fits >> style::percentShift & allowed), style::percentShift};
}

Styles pick(Styles fits, bool semicolon, bool commaFile) {
  const bool comma = (fits & style::comma) != 0;
  if ((fits & style::plain) != 0) return comma && commaFile ? style::comma : style::plain;
  if ((fits & style::thousands) != 0 && comma)
    return semicolon || commaFile ? style::comma : style::thousands;
  return fits;
}

} // namespace

StylePlan resolveStyles(const std::vector<ColumnFacts>& facts, char delimiter,
                        std::optional<char> decimal) {
  Styles allowed = style::bare;
  if (decimal) allowed = *decimal == ',' ? style::comma : pointStyles;
  const auto onlyComma = [allowed](const ColumnFacts& column) {
    return column.anyNumber && choiceOf(column, allowed).fits == style::comma;
  };
  const bool commaFile = std::any_of(facts.begin(), facts.end(), onlyComma);
  StylePlan plan;
  plan.decimal = decimal.value_or('.');
  for (const ColumnFacts& column : facts) {
    const Choice choice = choiceOf(column, allowed);
    const Styles style = pick(choice.fits, delimiter == ';', commaFile);
    plan.columns.push_back(static_cast<Styles>(style << choice.shift));
    if (!decimal && style == style::comma && (choice.fits & style::plain) == 0) plan.decimal = ',';
  }
  return plan;
}

} // namespace layerlab
