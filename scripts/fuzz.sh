#!/usr/bin/env bash
# Runs the fuzz targets side by side, each for the given seconds over its kept corpus.
# usage: scripts/fuzz.sh [seconds]
source "$(dirname "$0")/common.sh"
build asan fuzz_csv fuzz_project

fuzz() { # TARGET SECONDS
  local name work status=0
  name=$(basename "$1")
  work=$(mktemp -d)
  "$1" -dict="tests/fuzz/${name#fuzz_}.dict" -max_total_time="$2" -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$work/" "$work" \
    "tests/fuzz/corpus/${name#fuzz_}" > "$work.log" 2>&1 || status=$?
  if [ $status != 0 ]; then
    tail -40 "$work.log"
    echo "$name: finding kept in $work"
    return 1
  fi
  echo "$name, $2 s: $(grep -oE '(executed_units|exec_per_sec): *[0-9]+' "$work.log" | tr -s ' \n' ' ')"
  rm -rf "$work" "$work.log"
}

jobs=()
for target in build/asan/bin/fuzz_*; do
  fuzz "$target" "${1:-20}" &
  jobs+=($!)
done
status=0
for job in "${jobs[@]}"; do wait "$job" || status=1; done
exit $status
