#!/usr/bin/env bash
# Installs what is missing, builds LayerLab and opens it on a bundled example. Without a display it
# does the same job headless and writes loss.png, elbow.png and history.csv to a folder it names.
# usage: scripts/run.sh [file.csv | project.layerlab]
file=${1:+$(realpath "$1")}
source "$(dirname "$0")/common.sh"
install_missing run
build release layerlab layerlab-cli

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/release/bin/layerlab "${file:-resources/examples/breast_cancer.csv}"
fi

out=$(mktemp -d "${TMPDIR:-/tmp}/layerlab-demo-XXXXXX")
cat > "$out/demo.script" <<SCRIPT
$(if [ -n "$file" ]; then echo "open $file"; else echo "example breast_cancer"; fi)
size 1280 720
set epochs 60
train start
until training false 120
export chart-png $out/loss.png
export history-csv $out/history.csv
screenshot $out/window.png
page elbow
sweep start
until sweep.running false 300
export chart-png $out/elbow.png
quit
SCRIPT
QT_QPA_PLATFORM=offscreen build/release/bin/layerlab --script "$out/demo.script"
rm "$out/demo.script"
echo "No display: loss curve, elbow curve, history and a picture of the window are in $out"
ls "$out"
