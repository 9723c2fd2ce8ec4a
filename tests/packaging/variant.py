#!/usr/bin/env python3
"""The loader picks the best core variant this machine can run, from the build tree and installed.

usage: variant.py BUILD_DIR CMAKE
"""
import os
import re
import subprocess
import sys
import tempfile

build, cmake = sys.argv[1], sys.argv[2]


def expected():
    flags = set()
    with open("/proc/cpuinfo") as info:
        for line in info:
            if line.startswith("flags"):
                flags = set(line.split(":", 1)[1].split())
                break
    v3 = {"avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "movbe", "abm", "xsave"}
    v4 = {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}
    # Linux names lzcnt "abm"; some hypervisors hide it, and glibc then stays below v3.
    if not v3 <= flags:
        return "baseline"
    return "x86-64-v4" if v4 <= flags else "x86-64-v3"


def variant(program):
    text = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"x86-64-v[34]|baseline", text)
    return found.group(0) if found else f"no variant in {text!r}"


def available(root, name):
    return name == "baseline" or os.path.exists(
        os.path.join(root, "lib/layerlab/glibc-hwcaps", name, "liblayerlab_core.so"))


def check(root, label):
    want = expected()
    if not available(root, want):
        want = "baseline"
    got = variant(os.path.join(root, "bin/layerlab-cli"))
    print(f"{label}: loader picked {got}, wanted {want}")
    return got == want


ok = check(build, "build tree")
with tempfile.TemporaryDirectory() as prefix:
    subprocess.run([cmake, "--install", build, "--prefix", prefix], check=True,
                   stdout=subprocess.DEVNULL)
    ok = check(prefix, "installed") and ok
sys.exit(0 if ok else 1)
