#!/usr/bin/env bash
# Fails on what clang-tidy finds in the given files, or in all of them: an hour on two cores, which
# is why scripts/test.sh leaves it out. Every file is read on its own and without precompiled
# headers, so that a forgotten #include is found as well.
# usage: scripts/check_tidy.sh [FILE.cpp ...]
source "$(dirname "$0")/common.sh"
install_missing run test tidy

cmake --preset tidy > /dev/null
for moc in build/tidy/*/CMakeFiles/*_autogen.dir/AutogenInfo.json; do
  cmake -E cmake_autogen "$moc" Debug > /dev/null # moc's code is included; nothing else is built
done

if [ $# = 0 ]; then
  mapfile -t files < <(find core ui app tests -name '*.cpp' -not -path '*/peers/*' | sort)
else
  files=("$@")
fi
printf '%s\0' "${files[@]}" |
  xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p build/tidy --quiet 2> >(grep -v 'warnings generated' >&2)
