#!/usr/bin/env python3
"""Trains a small model and gives it to the fuzzer.  fuzz_model.py CLI DATA.csv FUZZ_INPUTS.py KEEP_DIR"""
import os
import subprocess
import sys
import tempfile

CLI, DATA, FUZZER, KEEP = map(os.path.abspath, sys.argv[1:5])
with tempfile.TemporaryDirectory(prefix="layerlab-fuzz-model-") as folder:
    model = os.path.join(folder, "m.json")
    subprocess.run([CLI, "train", "--data", DATA, "--target", "y", "--epochs", "2", "--hidden", "6,4",
                    "--save", model], check=True, stdout=subprocess.DEVNULL)
    sys.exit(subprocess.run([sys.executable, "-B", FUZZER, CLI, "--kind", "model", "--seeds", model,
                             "--data", DATA, "--n", "200", "--keep", KEEP], check=False).returncode)
