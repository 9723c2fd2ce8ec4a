#!/bin/bash
# Reading a table of 1,000,000 x 10 numbers side by side with other readers; see README.md.
#   APP=build/release/bin/layerlab-cli ROUNDS=5 tests/bench/compare_csv.sh
# Readers whose packages are not installed are left out: python3-pandas (and python3-numpy for the
# data), @duckdb/node-api from the npm registry (NODE_DEPS names the folder of its node_modules).
APP=$(realpath "${APP:?the layerlab-cli program}")
cd "$(dirname "$0")/peers" || exit 1
export DATA=${DATA:-${TMPDIR:-/tmp}/layerlab-peers/data}
PY=${PY:-/usr/bin/python3}
mkdir -p "$DATA"
[ -f "$DATA/big.csv" ] || "$PY" gen_data.py csv || exit 1
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for _ in $(seq "${ROUNDS:-5}"); do
  "$PY" csv_app.py "$DATA/big.csv" "$APP" >> "$results"
  "$PY" -c 'import pandas' 2> /dev/null && "$PY" csv_pandas.py "$DATA/big.csv" c >> "$results"
  [ -d "${NODE_DEPS:-none}/node_modules/@duckdb" ] &&
    node csv_duckdb.js "$DATA/big.csv" 1 table >> "$results"
done
"$PY" - "$results" << 'END'
import collections, json, statistics, sys
speed, memory = collections.defaultdict(list), {}
for line in open(sys.argv[1]):
    row = json.loads(line)
    speed[row["peer"]].append(row["cpu_MB_per_s"])
    memory[row["peer"]] = row["rss_mb"]
own = statistics.median(speed["app"])
for peer, values in speed.items():
    median = statistics.median(values)
    print(f"{peer:14} {median:6.0f} MB per CPU second  app is {own / median:5.2f} x  {memory[peer]:5} MB at most")
END
