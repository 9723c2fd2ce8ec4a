#!/usr/bin/env python3
"""How much the pages that look inside slow a training down, and how evenly the window is painted
meanwhile; see README.md.
  PROGRAMS=build/release/bin ROUNDS=5 tests/bench/compare_pages.py
Each round trains the same design on the command line and then in one window, with one page after the
other in view, TURNS times, so that load on the machine hits all alike. Printed: the least time and
the least CPU time of the fitting thread (other load only makes them longer) with their ratio to the
command line; medians of all else. Only pages that show a fit can be asked for: from the others Fit
goes to Loss."""
import json
import math
import os
import random
import resource
import statistics
import subprocess
import tempfile
import threading
import time

PROGRAMS = os.path.realpath(os.environ.get("PROGRAMS", "build/bin"))
ROUNDS = int(os.environ.get("ROUNDS", "3"))
TURNS = int(os.environ.get("TURNS", "4"))
EPOCHS = int(os.environ.get("EPOCHS", "3000"))
PAGES = os.environ.get("PAGES", "loss,predict,features,weights").split(",")
SIZE = os.environ.get("SIZE", "1280 720")
HIDDEN = os.environ.get("HIDDEN", "8,4")
INPUTS = int(os.environ.get("INPUTS", "2"))  # two have a surface with its class border
ROWS = 10_000
SETTLED = 0.1  # seconds that `until` gives the pages before the next line of the script
SETTINGS = {"hidden": HIDDEN, "activation": "relu", "optimizer": "adam", "lr": "0.001",
            "batch": "32", "scaling": "standard", "split": "last", "val-split": "0.2", "seed": "1",
            "epochs": str(EPOCHS)}
home = tempfile.TemporaryDirectory(prefix="layerlab-pages-")
DATA = os.path.join(home.name, "rows.csv")


def write_data():
    random.seed(1)
    with open(DATA, "w", encoding="utf-8") as file:
        file.write(",".join(f"x{i}" for i in range(INPUTS)) + ",y\n")
        for _ in range(ROWS):
            x = [random.uniform(-2, 2) for _ in range(INPUTS)]
            inside = math.sin(3 * x[0]) + x[1] * x[1] > 1
            file.write(",".join(f"{v:.4f}" for v in x) + (",in\n" if inside else ",out\n"))


def write_script(path):
    lines = [f"size {SIZE}", f"open {DATA}", "target y"]
    lines += [f"set {key} {value}" for key, value in SETTINGS.items()]
    for _ in range(TURNS):
        for page in PAGES:
            lines += [f"page {page}", "click resetButton", "wait 100", "frames", "latency", "state",
                      "train start", "until training false 300", "frames", "latency", "state"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([*lines, "answer discard", "quit"]) + "\n")


def threads(pid):
    """CPU seconds of each living thread."""
    seconds = {}
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as file:
                seconds[int(thread)] = int(file.read().split()[0]) / 1e9
    except (OSError, IndexError):
        pass  # it ended meanwhile
    return seconds


def whole(pid):
    """CPU seconds of the process, ended threads included."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Watch(threading.Thread):
    """Remembers the last CPU time of threads that come and go."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.seen, self.over = pid, {}, threading.Event()

    def run(self):
        while not self.over.wait(0.003):
            self.seen.update(threads(self.pid))


def windows(trainings):
    """Adds one dict for each training in the window to trainings[page]."""
    path = os.path.join(home.name, "script.txt")
    write_script(path)
    environment = dict(os.environ, HOME=home.name, LC_ALL="C.UTF-8")
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    process = subprocess.Popen([f"{PROGRAMS}/layerlab", "--script", path], env=environment,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    pid = process.pid
    watch = Watch(pid)
    watch.start()
    number, before, frames, latency = 0, None, [], 0.0
    for line in process.stdout:
        if line.startswith("frames "):
            frames = [float(word) for word in line.split()[1:]]
        elif line.startswith("latency "):
            latency = float(line.split()[1])
        elif line.startswith("{"):
            now = time.monotonic(), threads(pid).get(pid, 0.0), whole(pid), set(watch.seen)
            if before is None:
                before = now
                continue
            fit = max((seconds for thread, seconds in watch.seen.items()
                       if thread not in before[3]), default=0.0)
            gui = now[1] - before[1]
            trainings.setdefault(PAGES[number % len(PAGES)], []).append(
                {"seconds": now[0] - before[0] - SETTLED, "fit": fit,
                 "errands": max(0.0, now[2] - before[2] - fit - gui),
                 "work": 1000.0 * gui / max(1.0, frames[0]), "frame": frames[1],
                 "frame99": frames[2], "latency": latency, "loss": json.loads(line)["loss"]})
            before, number = None, number + 1
    watch.over.set()
    process.wait()
    watch.join()


def children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def command_line(epochs):
    arguments = [word for key, value in {**SETTINGS, "epochs": str(epochs)}.items()
                 for word in (f"--{key}", value)]
    before = children()
    done = subprocess.run([f"{PROGRAMS}/layerlab-cli", "train", "--data", DATA, "--target", "y",
                           *arguments, "--json"], capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout.splitlines()[-1])
    return {"seconds": answer["seconds"], "fit": children() - before, "loss": answer["final_loss"]}


write_data()
trainings = {"cli": []}
for _ in range(ROUNDS):
    reading = command_line(1)["fit"]
    for _ in range(TURNS):
        one = command_line(EPOCHS)
        one["fit"] -= reading
        trainings["cli"].append(one)
    windows(trainings)


def least(name, key):
    # Far less CPU than time: the thread was seen too late.
    return min(one[key] for one in trainings[name] if one[key] > 0.3 * one["seconds"])


def median(name, key):
    return statistics.median(one[key] for one in trainings[name])


def ratio(name, key):
    return least(name, key) / least("cli", key)


print(f"{ROUNDS * TURNS} trainings each, {EPOCHS} epochs of {ROWS} rows; ratios to the command line")
print("             fit CPU  ratio    time  ratio  errands CPU  GUI CPU/frame  frame   99 %  pause")
for name in ["cli", *PAGES]:
    line = (f"{name:10} {least(name, 'fit'):7.3f} s {ratio(name, 'fit'):6.3f} "
            f"{least(name, 'seconds'):5.2f} s {ratio(name, 'seconds'):6.3f}")
    if name != "cli":
        line += (f" {median(name, 'errands'):10.3f} s {median(name, 'work'):11.1f} ms "
                 f"{median(name, 'frame'):6.1f} {median(name, 'frame99'):6.1f} "
                 f"{median(name, 'latency'):4.0f} ms")
    print(line)
if len({one["loss"] for name in trainings for one in trainings[name]}) > 1:
    print("the losses differ: these were not the same trainings")
