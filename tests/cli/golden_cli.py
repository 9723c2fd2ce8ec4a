#!/usr/bin/env python3
"""Golden runs of real Keras through the command line.

    golden_cli.py CLI CASES_DIR

Every case.json becomes a PROJECT.json beside its data.csv; `train` starts from the case's initial
weights; history, final weights and predictions must lie within the case's float32 tolerances.
Standard library only.
"""
import csv
import glob
import json
import os
import subprocess
import sys
import tempfile


def project_of(case):
    """The project a teacher would write for this case."""
    columns = case["data"]["target"]["columns"]
    return {
        "format": "layerlab-project", "version": 1,
        "data": {"file": "data.csv", "features": case["data"]["features"],
                 "target": columns[0] if len(columns) == 1 else columns,
                 "task": case["data"]["task"], "scaling": "none"},
        "model": case["model"],
        "training": case["training"],
    }


def read_columns(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return {name: [row[i] for row in rows[1:]] for i, name in enumerate(rows[0])}


def predictions_of(path):
    """Numbers only: the probability of two classes, p_... of several, the prediction itself."""
    columns = read_columns(path)
    several = [name for name in columns if name.startswith("p_")]
    names = ["probability"] if "probability" in columns else several or list(columns)
    return [list(map(float, row)) for row in zip(*(columns[name] for name in names))]


def flat(value):
    if isinstance(value, list):
        return [x for item in value for x in flat(item)]
    return [float(value)]


def flat_weights(weights):
    return [x for layer in weights for key in ("kernel", "bias") if key in layer
            for x in flat(layer[key])]


def tolerance_group(key):
    if key.endswith("loss"):
        return "loss"
    return "accuracy" if "accuracy" in key else "metric_" + key.removeprefix("val_")


def worst_ratio(got, expected, tolerance):
    """Largest distance as a multiple of what is allowed; infinite for another length."""
    if len(got) != len(expected):
        return float("inf")
    ratios = [abs(g - e) / (tolerance["abs"] + tolerance["rel"] * abs(e))
              for g, e in zip(got, expected)]
    return max(ratios)


def compare(case, got):
    """[(what, ratio)]"""
    tolerances, expected = case["tolerance"]["float32"], case["expected"]["float64"]
    rows = [("history." + key, worst_ratio(got["history"].get(key, []), values,
                                           tolerances[tolerance_group(key)]))
            for key, values in expected["history"].items()]
    rows.append(("final_weights", worst_ratio(flat_weights(got["weights"]),
                                              flat_weights(expected["final_weights"]),
                                              tolerances["weights"])))
    rows.append(("predictions", worst_ratio(flat(got["predictions"]),
                                            flat(expected["predictions"]),
                                            tolerances["predictions"])))
    return rows


def run_case(cli, folder, work):
    with open(os.path.join(folder, "case.json"), encoding="utf-8") as file:
        case = json.load(file)
    with open(os.path.join(folder, "data.csv"), "rb") as source:
        open(os.path.join(work, "data.csv"), "wb").write(source.read())
    project, start = os.path.join(work, "project.json"), os.path.join(work, "initial.json")
    json.dump(project_of(case), open(project, "w", encoding="utf-8"))
    json.dump(case["initial_weights"], open(start, "w", encoding="utf-8"))
    out = {name: os.path.join(work, name) for name in ("h.csv", "w.json", "p.csv")}
    command = [cli, "train", project, "--initial-weights", start, "--weights-out", out["w.json"],
               "--history", out["h.csv"], "--predictions", out["p.csv"], "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        return case["name"], [("exit status %d: %s" % (done.returncode, done.stderr.strip()),
                               float("inf"))]
    history = {key: [float(x) for x in values] for key, values in read_columns(out["h.csv"]).items()}
    with open(out["w.json"], encoding="utf-8") as file:
        got = {"history": history, "weights": json.load(file),
               "predictions": predictions_of(out["p.csv"])}
    return case["name"], compare(case, got)


def main():
    cli, cases = os.path.abspath(sys.argv[1]), sorted(glob.glob(sys.argv[2] + "/*/case.json"))
    bad = 0
    for path in cases:
        with tempfile.TemporaryDirectory(prefix="layerlab-golden-") as work:
            name, rows = run_case(cli, os.path.dirname(path), work)
        worst = max(rows, key=lambda row: row[1])
        failed = [what for what, ratio in rows if not ratio <= 1.0]
        bad += bool(failed)
        print("%s %s: worst %s at %.3f of its tolerance" %
              ("FAIL" if failed else "ok", name, worst[0], worst[1]))
    print("%d of %d golden cases agree with Keras" % (len(cases) - bad, len(cases)))
    return 1 if bad or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
