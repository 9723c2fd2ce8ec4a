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
    """The best level the loader itself says this machine supports."""
    try:
        text = subprocess.run(["/lib64/ld-linux-x86-64.so.2", "--help"], capture_output=True,
                              text=True, check=True).stdout
    except OSError:
        return "baseline"
    supported = re.findall(r"(x86-64-v[34]) \(supported", text)
    return max(supported, default="baseline")


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
