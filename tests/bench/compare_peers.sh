#!/bin/bash
# Other trainers side by side with the application; see README.md.
#   APP="build/bin/layerlab-cli bench" ROUNDS=3 WORKLOADS="w1 w2 w3 w4" tests/bench/compare_peers.sh
# APP is called as `$APP WORKLOAD THREADS` and prints one JSON line. Peers whose packages are not
# installed are left out: python3-numpy (the data), python3-torch python3-sklearn libdlib-dev
# libopenblas-dev libfann-dev libtorch-dev.
cd "$(dirname "$0")/peers" || exit 1
export DATA=${DATA:-${TMPDIR:-/tmp}/layerlab-peers/data}
BIN=${BIN:-$DATA/../bin}
RAW=${RAW:-$DATA/../results.jsonl}
PY=${PY:-/usr/bin/python3}
ROUNDS=${ROUNDS:-3}
WORKLOADS=${WORKLOADS:-"w1 w2 w3 w4"}
mkdir -p "$DATA" "$BIN"
if [ ! -f "$DATA/w4.json" ]; then
  "$PY" gen_data.py w1 w2 w3 w4 || exit 1
fi

build() {
  [ -x "$BIN/$1" ] && return
  g++ -O3 -march=native -std=c++17 -w -o "$BIN/$1" "$1.cpp" "${@:2}" 2>/dev/null ||
    echo "left out: $1 (package not installed)" >&2
}
build peer_dlib -ldlib -lopenblas -lpthread
build peer_fann -lfloatfann
build peer_libtorch -I/usr/include/torch/csrc/api/include -ltorch -ltorch_cpu -lc10

has() { "$PY" -c "import $1" 2>/dev/null; }

# label|command of everything that can run one workload
rows() {
  local w=$1 short=
  [ "$w" = w4 ] && short=1
  [ -n "$APP" ] && echo "app|$APP $w 1"
  if [ "$w" = w5 ]; then
    [ -n "$APP" ] && echo "app-2-threads|$APP $w 2"
    has sklearn && echo "sklearn|STRIDE=8 $PY sweep_py.py sklearn 1"
    has torch && echo "torch|STRIDE=8 $PY sweep_py.py torch 1"
    return
  fi
  has torch && echo "torch|OPENBLAS_CORETYPE=SkylakeX $PY peer_torch.py $w 1 index"
  [ -x "$BIN/peer_libtorch" ] &&
    echo "libtorch|OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $BIN/peer_libtorch $w 1"
  has sklearn && echo "sklearn|$PY peer_sklearn.py $w 1"
  [ -x "$BIN/peer_dlib" ] &&
    echo "dlib|OPENBLAS_NUM_THREADS=1 ${short:+STEPS=100} $BIN/peer_dlib $w"
  [ -x "$BIN/peer_fann" ] && echo "fann|${short:+STEPS=20} $BIN/peer_fann $w"
}

: > "$RAW"
for round in $(seq "$ROUNDS"); do
  for w in $WORKLOADS; do
    rows "$w" | while IFS='|' read -r label command; do
      out=$(bash -c "$command" </dev/null 2>/dev/null | grep '^{' | tail -1)
      [ -n "$out" ] || out="{\"workload\": \"$w\", \"error\": \"no result\"}"
      echo "${out%\}}, \"label\": \"$label\", \"round\": $round}" >> "$RAW"
    done
  done
done
"$PY" table.py "$RAW" "${BASE:-torch}"
