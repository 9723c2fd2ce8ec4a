#!/usr/bin/env bash
# Builds the fuzz targets and runs each for the given seconds over its kept corpus.
# usage: scripts/fuzz.sh [seconds]
source "$(dirname "$0")/common.sh"
build fuzz
for target in build/fuzz/bin/fuzz_*; do
  name=$(basename "$target")
  work=$(mktemp -d)
  echo "--- $name, ${1:-20} s"
  dict="tests/fuzz/${name#fuzz_}.dict"
  "$target" -dict="$dict" -max_total_time="${1:-20}" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$work/" "$work" "tests/fuzz/corpus/${name#fuzz_}" > "$work.log" 2>&1 ||
    { tail -40 "$work.log"; echo "$name: finding kept in $work"; exit 1; }
  grep -E 'stat::(number_of_executed_units|average_exec_per_sec)' "$work.log" || true
  rm -rf "$work" "$work.log"
done
