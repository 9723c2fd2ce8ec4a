#!/usr/bin/env bash
# Fails when a text of the program is missing from a translation or unfinished in it.
# usage: scripts/check_translations.sh [update]     update: first writes new texts to the .ts files
source "$(dirname "$0")/common.sh"
lupdate=$(command -v lupdate-qt6 || echo /usr/lib/qt6/bin/lupdate)
ts=resources/translations
collect() { # FILE.ts [OPTION...]
  local file=$1
  shift
  "$lupdate" -I . core ui app -locations none -no-obsolete "$@" -ts "$file" > /dev/null 2>&1
}
if [ "${1:-}" = update ]; then
  collect $ts/layerlab_ko.ts
  collect $ts/layerlab_en.ts -pluralonly
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp $ts/layerlab_{ko,en}.ts "$work/"
collect "$work/layerlab_ko.ts"
collect "$work/layerlab_en.ts" -pluralonly
bad=0
if wrapped=$(grep -rlPz '\btr\(\s*QT_TRANSLATE_NOOP' core ui app); then
  echo "tr(QT_TRANSLATE_NOOP(...)) is not collected: the text stands in one of the two, not in both:"
  echo "$wrapped"
  bad=1
fi
for language in ko en; do
  count=$(grep -c 'type="unfinished"' "$work/layerlab_$language.ts" || true)
  if [ "$count" != 0 ]; then
    echo "$count texts are missing or unfinished in $ts/layerlab_$language.ts, for instance:"
    grep -B 6 'type="unfinished"' "$work/layerlab_$language.ts" | grep '<source>' | head -20
    bad=1
  fi
done
exit $bad
