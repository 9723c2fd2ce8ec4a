#!/usr/bin/env python3
"""Sweeps spread over processes give the very bytes of one process: GNU Parallel with the command of
docs/sweeps.md, and the Slurm array script with made-up task numbers. And a sweep's memory does not grow with its trials.
usage: spread.py LAYERLAB_CLI docs/sweep-slurm.sh docs/sweeps.md"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

CLI, SLURM, GUIDE = (os.path.abspath(path) for path in sys.argv[1:4])
PLAN = ["--units", "1:6", "--repeats", "2", "--epochs", "4"]
SETTINGS = ["--data", "data.csv", "--target", "price"]


def run(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=200, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def read(path):
    with open(path, "rb") as file:
        return file.read()


def guide_command():
    """The first command with GNU Parallel in the guide, with our own small plan."""
    text = open(GUIDE, encoding="utf-8").read()
    command = re.search(r"^parallel layerlab-cli (?:.*\\\n)*.*", text, re.M).group(0)
    for old, new in (("--units 1:32 --repeats 3 --epochs 100", " ".join(PLAN)),
                     ("layerlab-cli", CLI)):
        if old not in command:
            sys.exit(f"docs/sweeps.md: {old!r} is gone from the command with GNU Parallel")
        command = command.replace(old, new)
    return command


def merged(folder, whole):
    shards = sorted(os.path.join(folder, name) for name in os.listdir(folder)
                    if re.fullmatch(r"(shard)?\d+\.csv", name))
    answer = run([CLI, "sweep", "--merge", *shards, "--out", "merged.csv", "--json"])
    same = read("merged.csv") == read("whole.csv") and answer == whole
    print(f"{'ok  ' if same else 'FAIL'} {len(shards)} shards in {folder}")
    return same


def peak_kib(repeats):
    """Most memory a sweep of 6 counts needs, in KiB."""
    pid = os.spawnv(os.P_NOWAIT, CLI, [CLI, "sweep", *SETTINGS, "--units", "1:6", "--epochs", "1",
                                       "--repeats", str(repeats), "--out", "memory.csv"])
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"sweep with {repeats} repeats: {status}")
    return usage.ru_maxrss


def memory_stays():
    few, many = peak_kib(2), peak_kib(1500)
    per_trial = (many - few) * 1024 / (6 * 1498)
    print(f"{few} KiB for 12 trials, {many} KiB for 9000: {per_trial:.0f} bytes a trial")
    return per_trial < 2000  # figures only: no curve, no weights, no matrices


def main():
    with tempfile.TemporaryDirectory(prefix="layerlab-spread-") as folder:
        os.chdir(folder)
        with open("data.csv", "w", encoding="utf-8") as file:
            file.write("a,b,price\n")
            file.writelines(f"{i % 7},{i * i % 11},{(i * 5) % 13}\n" for i in range(90))
        whole = run([CLI, "sweep", *SETTINGS, *PLAN, "--out", "whole.csv", "--json"])
        good = True
        if shutil.which("parallel"):
            run(["bash", "-c", guide_command()], env={**os.environ, "HOME": folder})
            good = merged(".", whole)
        else:
            print("skip GNU Parallel: the package parallel is not installed")
        for task in range(1, 6):
            run(["bash", SLURM, "data.csv", "price", "--epochs", "4"],
                env={**os.environ, "LAYERLAB": CLI, "UNITS": "1:6", "REPEATS": "2",
                     "SLURM_ARRAY_TASK_ID": str(task), "SLURM_ARRAY_TASK_COUNT": "5"})
        good = merged("shards", whole) and good
        good = memory_stays() and good
        os.chdir("/")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
