"""Runs Keras programs one after the other in one Python (importing pandas takes longer than most of
them): run_programs.py A.py B.py ... writes A.json B.json, what model.fit was given or the error."""
import contextlib
import io
import json
import os
import runpy
import sys
import traceback

import keras

for program in sys.argv[1:]:
    record = program.removesuffix(".py") + ".json"
    os.environ["KERAS_RECORD"] = record
    keras.CALLS.clear()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            runpy.run_path(program)
    except Exception:
        with open(record, "w", encoding="utf-8") as file:
            json.dump({"error": traceback.format_exc()}, file)
