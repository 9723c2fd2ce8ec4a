#!/usr/bin/env python3
"""What watching costs a training: the same fits in one window, every other one with the window's
thread halted; see README.md.
  PROGRAMS=build/release/bin [SIZE="1280 720"] [PAGE=loss] tests/bench/window_cost.py
Both kinds run in one process in turn, a second each, so that neither the machine's load nor where
memory happens to lie tells them apart. Printed: the medians of the fits' own times and the median
of the ratios of neighbours. Needs ptrace of its own children, as debuggers do."""
import csv
import ctypes
import os
import random
import signal
import statistics
import subprocess
import tempfile
import time

PROGRAMS = os.path.realpath(os.environ.get("PROGRAMS", "build/bin"))
SIZE = os.environ.get("SIZE", "1280 720")
PAGE = os.environ.get("PAGE", "loss")
PAIRS = int(os.environ.get("PAIRS", "24"))
EPOCHS = int(os.environ.get("EPOCHS", "2000"))
HIDDEN = os.environ.get("HIDDEN", "8,4")
SEIZE, INTERRUPT, DETACH = 0x4206, 0x4207, 17
ROWS = 10_000
libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


def write_data(path):
    random.seed(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write("a,b,y\n")
        for _ in range(ROWS):
            a, b = random.uniform(-2, 2), random.uniform(-2, 2)
            file.write(f"{a:.4f},{b:.4f},{'in' if a * a + b * b < 2 else 'out'}\n")


def write_script(path, data, table):
    lines = [f"size {SIZE}", f"open {data}", "target y", f"set hidden {HIDDEN}", "set batch 32",
             "set split last", "set seed 1", f"set epochs {EPOCHS}", f"page {PAGE}"]
    for _ in range(2 * PAIRS + 1):  # the first one warms up
        lines += ["click resetButton", "wait 50", "train start", "until training false 300"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([*lines, f"export runs-csv {table}", "answer discard", "quit"]) + "\n")


def threads(pid):
    """{thread: (CPU seconds, nice)} of those with the program's own name."""
    found = {}
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/stat", encoding="ascii") as file:
                name, fields = file.read().rsplit(")", 1)
            fields = fields.split()
            if name.endswith("(layerlab"):
                ticks = int(fields[11]) + int(fields[12])
                found[int(thread)] = (ticks / os.sysconf("SC_CLK_TCK"), int(fields[16]))
    except OSError:
        pass  # it ended meanwhile
    return found


def ptrace(request, thread):
    if libc.ptrace(request, thread, None, None) != 0:
        raise OSError(ctypes.get_errno(), f"ptrace {request:#x} is not allowed here")


def halt(process, fit):
    """Halts the window's thread until the fit's has ended."""
    ptrace(SEIZE, process.pid)
    ptrace(INTERRUPT, process.pid)
    os.waitpid(process.pid, 0x40000000)  # __WALL
    while os.path.exists(f"/proc/{process.pid}/task/{fit}"):
        time.sleep(0.002)
    ptrace(DETACH, process.pid)


def follow(process):
    """Halts the window during every other fit; fits compute much and are not nice."""
    seen, fits = {process.pid}, 0
    while process.poll() is None:
        for thread, (seconds, nice) in threads(process.pid).items():
            if thread in seen or seconds < 0.02 or nice != 0:
                continue
            seen.add(thread)
            fits += 1
            if fits % 2 == 1 and fits > 1:
                halt(process, thread)
        time.sleep(0.003)


with tempfile.TemporaryDirectory(prefix="layerlab-cost-") as home:
    data, script, table = (os.path.join(home, name) for name in ("d.csv", "s.txt", "runs.csv"))
    write_data(data)
    write_script(script, data, table)
    environment = dict(os.environ, HOME=home, LC_ALL="C.UTF-8")
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    window = subprocess.Popen([f"{PROGRAMS}/layerlab", "--script", script], env=environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        follow(window)
    finally:
        if window.poll() is None:
            window.send_signal(signal.SIGKILL)
    with open(table, encoding="utf-8") as file:
        seconds = [float(row["seconds"]) for row in csv.DictReader(file)][1:]
watched, halted = seconds[0::2], seconds[1::2]
if len(watched) != PAIRS or len(halted) != PAIRS:
    raise SystemExit(f"{len(seconds)} fits instead of {2 * PAIRS}")
ratios = [one / other for one, other in zip(watched, halted)]
ratios += [one / other for one, other in zip(watched[1:], halted)]
spread = sorted(ratios)
print(f"{PAIRS} pairs of {EPOCHS} epochs, page {PAGE}, {SIZE}: watched "
      f"{statistics.median(watched):.3f} s, halted {statistics.median(halted):.3f} s, "
      f"ratio {statistics.median(ratios):.3f} "
      f"(quartiles {spread[len(spread) // 4]:.3f} to {spread[3 * len(spread) // 4]:.3f})")
