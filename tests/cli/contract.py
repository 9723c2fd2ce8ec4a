#!/usr/bin/env python3
"""The promises of the command line, one function each.

    contract.py CLI

Standard library only; everything happens in a temporary folder.
"""
import json
import math
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time

CLI = os.path.abspath(sys.argv[1])
FAILURES = []


def check(good, what):
    if not good:
        FAILURES.append(what)
        print("FAIL " + what)


def run(*arguments, **options):
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, timeout=60,
                          check=False, **options)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def refused(done, status, *words):
    """One error line with these words, this status, nothing on stdout."""
    lines = done.stderr.splitlines()
    what = " ".join(done.args[1:])[:120]
    check(done.returncode == status, f"{what}: exit {done.returncode}, want {status}: {lines[:1]}")
    check(len(lines) == 1 and lines[0].startswith("error: "), f"{what}: stderr is {lines}")
    if status in (1, 2):
        check(done.stdout == "", f"{what}: something on stdout")
    for word in words:
        check(word in done.stderr, f"{what}: the message lacks {word!r}: {done.stderr.strip()}")


def make_data(path, rows=120, seed=1):
    numbers = random.Random(seed)
    with open(path, "w", encoding="utf-8") as file:
        file.write("a,b,kind,y,class\n")
        for _ in range(rows):
            a, b = numbers.uniform(-2, 2), numbers.uniform(-2, 2)
            file.write("%.4f,%.4f,%s,%.4f,%s\n" % (a, b, "uvw"[int(abs(a) * 1.4)],
                                                   math.sin(2 * a) + b, "no" if a > b else "yes"))
    return path


def help_and_version():
    for arguments in (["--help"], ["--version"], ["train", "--help"], ["sweep", "--help"]):
        done = run(*arguments)
        check(done.returncode == 0 and done.stdout and not done.stderr, f"{arguments}")
    check("--initial-weights" in run("train", "--help").stdout, "train --help lists its options")
    check("layerlab-sweep" in run("sweep", "--help").stdout, "sweep --help tells about shards")


def wrong_command_lines():
    for arguments in ([], ["nosuch"], ["train"], ["train", "--data", "data.csv"], ["predict", "x"],
                      ["inspect"], ["sweep", "--data", "data.csv", "--target", "y"],
                      ["sweep", "--merge"], ["train", "--data", "data.csv", "--target", "y", "--lr"],
                      ["train", "--data", "data.csv", "--target", "y", "--nosuch", "1"],
                      ["train", "--data", "data.csv", "--target", "y", "--optimizer", "lion"],
                      ["train", "--data", "data.csv", "--target", "y", "--autosave-every", "1"]):
        refused(run(*arguments), 1)


def settings_out_of_range():
    base = ["train", "--data", "data.csv", "--target", "y"]
    for option, value, word in (("--epochs", "0", "epochs"), ("--batch", "0", "batch"),
                                ("--lr", "0", "lr"), ("--lr", "nan", "lr"), ("--lr", "1e999", "lr"),
                                ("--hidden", "0", "hidden"), ("--val-split", "1", "val"),
                                ("--val-split", "-0.1", "val"), ("--max-seconds", "0", "seconds")):
        refused(run(*base, option, value), 2, word)
    check(run(*base, "--hidden", "1000000,1000000").returncode in (2, 5), "too many parameters")
    check(run(*base, "--epochs", "2", "--batch", "1000000000").returncode == 0, "batch > rows")


def training_answers():
    done = run("train", "--data", "data.csv", "--target", "class", "--epochs", "3", "--hidden", "4",
               "--json", "--save", "m.json", "--history", "h.csv", "--weights-out", "w.json",
               "--predictions", "p.csv")
    check(done.returncode == 0, f"train: {done.stderr}")
    answer = json.loads(done.stdout.splitlines()[-1])
    expected = {"schema": "layerlab.train/1", "status": "ok", "task": "classification",
                "epochs_run": 3, "rows_used": 120, "rows_train": 96, "rows_validation": 24,
                "rows_dropped": 0, "classes": ["no", "yes"], "steps": 9}
    for key, value in expected.items():
        check(answer.get(key) == value, f"train --json: {key} is {answer.get(key)!r}")
    check(set(answer) == set(expected) | {"parameters", "final_loss", "final_val_loss", "seconds"},
          f"train --json: keys {sorted(answer)}")
    lines = read("h.csv").decode().splitlines()
    check(lines[0] == "epoch,loss,accuracy,val_loss,val_accuracy,train_loss_end,learning_rate",
          f"history header {lines[0]}")
    check(len(lines) == 4 and lines[3].startswith("3,"), "one history line per epoch")
    check(float(lines[3].split(",")[1]) == float("%.9g" % answer["final_loss"]), "final_loss")
    check(len(read("p.csv").decode().splitlines()) == 121, "predictions of all rows")
    weights = json.loads(read("w.json"))
    check([len(layer["bias"]) for layer in weights] == [4, 1], "weights-out shapes")
    model = json.loads(read("m.json"))
    check(model["weights"] == weights and model["labels"] == ["no", "yes"], "the saved model")
    check(model["data"]["file"] == "data.csv", "a data file beside the model is named relatively")


def same_seed_same_bytes():
    outputs = []
    for number in range(2):
        names = [f"same{number}.{kind}" for kind in ("json", "csv", "w")]
        done = run("train", "--data", "data.csv", "--target", "y", "--epochs", "4", "--save",
                   names[0], "--history", names[1], "--weights-out", names[2], "--seed", "9",
                   "--threads", str(number + 1))
        check(done.returncode == 0, f"train: {done.stderr}")
        outputs.append([read(name) for name in names])
    check(outputs[0] == outputs[1], "same seed, other bytes")


def weights_go_on_where_they_stopped():
    base = ["train", "--data", "data.csv", "--target", "y", "--shuffle", "no", "--optimizer", "sgd"]
    run(*base, "--epochs", "6", "--weights-out", "six.json")
    run(*base, "--epochs", "3", "--weights-out", "three.json")
    done = run(*base, "--epochs", "3", "--initial-weights", "three.json", "--weights-out",
               "again.json")
    check(done.returncode == 0, f"initial weights: {done.stderr}")
    check(read("six.json") == read("again.json"), "3 + 3 epochs are not 6")
    refused(run(*base, "--hidden", "5", "--initial-weights", "three.json"), 2, "three.json")
    write("bad.json", '[{"kernel": [[NaN]]}]')
    refused(run(*base, "--initial-weights", "bad.json"), 2, "bad.json")


def project_files():
    os.makedirs("sub", exist_ok=True)
    make_data("sub/inner.csv", 40)
    project = {"format": "layerlab-project", "version": 1, "note": "kept",
               "data": {"file": "inner.csv", "target": "y", "features": ["a", "b"]},
               "model": {"layers": [{"type": "dense", "units": 5, "activation": "tanh"},
                                    {"type": "dense", "units": 1}]},
               "training": {"optimizer": {"name": "sgd", "learning_rate": 0.1}, "loss": "mae",
                            "metrics": ["mse"], "epochs": 2, "validation_split": 0.25}}
    write("sub/p.json", json.dumps(project))
    done = run("train", "sub/p.json", "--json", "--history", "ph.csv", "--save", "sub/pm.json")
    check(done.returncode == 0, f"project: {done.stderr}")
    answer = json.loads(done.stdout)
    check(answer["rows_train"] == 30 and answer["parameters"] == 21 and answer["epochs_run"] == 2,
          f"project settings: {answer}")
    check(read("ph.csv").decode().startswith("epoch,loss,mse,val_loss,val_mse,"), "project metrics")
    check(json.loads(read("sub/pm.json"))["note"] == "kept", "unknown keys are kept")
    check(json.loads(run("train", "sub/p.json", "--epochs", "5", "--json").stdout)["epochs_run"] == 5,
          "flags override the file")
    check(run("check", "sub/p.json").stdout == "ok\n", "check says ok")
    refused(run("predict", "sub/p.json", "data.csv"), 2, "weights")
    project["version"] = 2
    write("newer.json", json.dumps(project))
    refused(run("check", "newer.json"), 2, "newer", "newer.json")


def predictions():
    run("train", "--data", "data.csv", "--target", "class", "--epochs", "2", "--save", "two.json",
        "--predictions", "train.csv")
    everything = run("predict", "two.json", "data.csv").stdout
    check(everything.encode() == read("train.csv"), "predict and --predictions differ")
    check(everything.startswith("probability,prediction\n"), "binary header")
    for line in run("predict", "two.json", "data.csv", "--threshold", "0").stdout.splitlines()[1:]:
        check(line.endswith(",yes"), "class 1 is p >= threshold")
    done = run("predict", "two.json", "data.csv", "--out", "out.csv")
    check(done.stdout == "" and read("out.csv").decode() == everything, "predict --out")
    refused(run("predict", "two.json", "sub"), 2)
    run("train", "--data", "data.csv", "--target", "kind", "--epochs", "2", "--save", "three.json")
    header = run("predict", "three.json", "data.csv").stdout.splitlines()[0]
    check(header == "prediction,p_u,p_v,p_w", f"multiclass header {header}")
    run("train", "--data", "data.csv", "--target", "y", "--epochs", "2", "--save", "number.json")
    check(run("predict", "number.json", "data.csv").stdout.startswith("prediction\n"), "regression")


def divergence():
    done = run("train", "--data", "data.csv", "--target", "y", "--optimizer", "sgd", "--lr", "1e20",
               "--epochs", "50", "--history", "d.csv", "--save", "d.json", "--json")
    refused(done, 3, "epoch", "--lr")
    check(json.loads(done.stdout)["status"] == "diverged", "status diverged")
    text = read("d.csv") + (read("d.json") if os.path.exists("d.json") else b"")
    check(b"nan" not in text.lower() and b"inf" not in text.lower(), "non-finite numbers saved")
    if os.path.exists("d.json"):
        check(run("check", "d.json").returncode == 0, "the model of a diverged training is sound")


def stopping():
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        process = subprocess.Popen([CLI, "train", "--data", "data.csv", "--target", "y", "--epochs",
                                    "100000000", "--history", "stop.csv", "--save", "stop.json",
                                    "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        time.sleep(0.4)
        start = time.monotonic()
        process.send_signal(number)
        out = process.communicate(timeout=20)[0]
        check(process.returncode == status, f"{number.name}: exit {process.returncode}")
        check(time.monotonic() - start < 2.0, f"{number.name}: slow to stop")
        check(json.loads(out)["status"] == "interrupted", "status interrupted")
        check(read("stop.csv").endswith(b"\n"), "history is cut")
        check(run("check", "stop.json").returncode == 0, "the model of a stopped training")
    done = run("train", "--data", "data.csv", "--target", "y", "--epochs", "100000000",
               "--max-seconds", "0.3", "--json", "--save", "timed.json")
    check(done.returncode == 0 and json.loads(done.stdout)["status"] == "interrupted",
          f"max-seconds: exit {done.returncode}")


def outputs_are_safe():
    base = ["train", "--data", "data.csv", "--target", "y", "--epochs", "1"]
    refused(run(*base, "--save", "."), 4)
    refused(run(*base, "--save", "no/such/folder/m.json"), 4)
    refused(run(*base, "--history", "/dev/full"), 4)
    check(stat.S_ISCHR(os.stat("/dev/full").st_mode), "/dev/full is still a device")
    before = read("data.csv")
    refused(run(*base, "--save", "data.csv"), 1, "data.csv")
    refused(run(*base, "--save", "x.json", "--history", "x.json"), 1)
    check(read("data.csv") == before, "the data was overwritten")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([CLI, "inspect", "data.csv", "--json"], stdout=full,
                              stderr=subprocess.PIPE, check=False)
    check(done.returncode == 4, f"stdout on a full device: exit {done.returncode}")
    autosaved = run(*base[:-1], "7", "--save", "auto.json", "--autosave-every", "3")
    check(autosaved.returncode == 0 and run("check", "auto.json").returncode == 0, "autosave")
    check(not [name for name in os.listdir(".") if ".layerlab" in name], "temporary files left")


SWEEP = ["sweep", "--data", "data.csv", "--target", "y", "--units", "1:5,8", "--repeats", "2",
         "--epochs", "4"]


def sweeps():
    answers = []
    for jobs in ("1", "3"):
        done = run(*SWEEP, "--jobs", jobs, "--out", f"sweep{jobs}.csv", "--json")
        check(done.returncode == 0, f"sweep: {done.stderr}")
        answers.append(done.stdout)
    check(read("sweep1.csv") == read("sweep3.csv") and answers[0] == answers[1], "--jobs matters")
    lines = read("sweep1.csv").decode().splitlines()
    check(lines[0] == "units,repeat,seed,parameters,final_loss,final_val_loss,best_val_loss,"
                      "best_epoch,status", "sweep header")
    check([line.split(",")[:2] for line in lines[1:]] ==
          [[u, r] for u in ("1", "2", "3", "4", "5", "8") for r in ("1", "2")], "order of the plan")
    answer = json.loads(answers[0])
    check(set(answer) == {"schema", "units", "mean", "min", "max", "elbow", "lowest"} and
          set(answer["elbow"]) == {"units", "strength", "repeats_agreeing"} and
          answer["units"] == [1, 2, 3, 4, 5, 8], f"sweep --json: {answer}")
    elbow = json.loads(run("elbow", "sweep1.csv", "--json").stdout)
    check(elbow == answer["elbow"], "elbow on the file says something else than the sweep")
    timed = run(*SWEEP, "--timing", "--out", "timed.csv")
    check(timed.returncode == 0 and read("timed.csv").decode().splitlines()[0].endswith(",seconds"),
          "--timing")
    scored = run(*SWEEP, "--metric", "score", "--out", "scored.csv", "--json")
    check(scored.returncode == 0 and
          read("scored.csv").decode().splitlines()[0].endswith(",status,score"), "--metric score")
    check(json.loads(run("elbow", "scored.csv", "--metric", "score", "--json").stdout) ==
          json.loads(scored.stdout)["elbow"], "the elbow of the scores")
    rows = [f"{units},{repeat},1,9,{loss},{loss + repeat / 1000},{loss},3,ok"
            for units, loss in zip((1, 2, 4, 8, 16, 32), (.6, .45, .28, .2, .185, .182))
            for repeat in (1, 2)]
    with open("picks.csv", "w") as file:
        file.write("\n".join(["units,repeat,seed,parameters,final_loss,final_val_loss,best_val_loss,"
                              "best_epoch,status", *rows]) + "\n")
    said = run("elbow", "picks.csv")
    check("the repeats by themselves: 4, 4" in said.stdout, f"what each repeat picks: {said}")
    wild = [*SWEEP, "--optimizer", "sgd", "--lr", "1e20"]
    said = run(*wild)
    check(said.returncode == 0 and said.stdout.splitlines()[-1] ==
          "no elbow: all trainings diverged; lower the learning rate (--lr)",
          f"a sweep that diverged altogether: {said}")
    said = json.loads(run(*wild, "--json").stdout)
    check(said["elbow"]["units"] is None and said["lowest"] is None and
          all(mean is None for mean in said["mean"]), f"the same as JSON: {said}")
    refused(run(*SWEEP, "--layer", "2"), 2, "layer")
    refused(run(*SWEEP, "--units", "0"), 1)


def shards():
    names = []
    for number in range(1, 4):
        names.append(f"shard{number}.csv")
        done = run(*SWEEP, "--shard", f"{number}/3", "--out", names[-1])
        check(done.returncode == 0, f"shard: {done.stderr}")
        check(done.stdout == f"shard {number}/3: 4 trial(s); join the shards with sweep --merge\n",
              f"a shard answers with one line and no elbow: {done.stdout!r}")
    whole = json.loads(run(*SWEEP, "--out", "whole.csv", "--json").stdout)
    done = run("sweep", "--merge", names[2], names[0], names[1], "--out", "merged.csv", "--json")
    check(done.returncode == 0, f"merge: {done.stderr}")
    check(read("merged.csv") == read("whole.csv"), "the merged file is another than one machine's")
    check(json.loads(done.stdout) == whole, "the merged answer is another than one machine's")
    refused(run("sweep", "--merge", names[0], names[1]), 2, "gap")
    refused(run("sweep", "--merge", *names, names[0]), 2, "overlap")
    run(*SWEEP[:-1], "5", "--shard", "2/3", "--out", "other.csv")
    refused(run("sweep", "--merge", names[0], "other.csv", names[2]), 2, "settings")
    refused(run(*SWEEP, "--shard", "4/3"), 1, "shard")


def sweeps_go_on():
    run(*SWEEP, "--out", "whole.csv")
    lines = read("whole.csv").decode().splitlines(keepends=True)
    write("part.csv", "".join(lines[:1] + lines[2:4] + lines[7:8]))
    done = run(*SWEEP, "--resume", "part.csv", "--out", "resumed.csv")
    check(done.returncode == 0, f"--resume: {done.stderr}")
    check(read("resumed.csv") == read("whole.csv"), "a resumed sweep is another than a whole one")
    refused(run(*SWEEP[:-1], "5", "--resume", "part.csv"), 2, "other settings")
    refused(run(*SWEEP, "--seed", "9", "--resume", "part.csv"), 2, "other settings")
    refused(run(*SWEEP, "--resume", "data.csv"), 2, "not a sweep file")


def sweep_stops():
    # A loaded machine or a sanitizer may need longer until the first trials are done.
    for patience in (0.5, 2, 8):
        process = subprocess.Popen([CLI, "sweep", "--data", "data.csv", "--target", "y", "--units",
                                    "1:20", "--repeats", "5000", "--epochs", "50",
                                    "--out", "part.csv"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(patience)
        start = time.monotonic()
        process.terminate()
        err = process.communicate(timeout=20)[1]
        check(process.returncode == 143, f"sweep stopped: {process.returncode} {err!r}")
        check(time.monotonic() - start < 2.0, "the sweep is slow to stop")
        lines = read("part.csv").decode().splitlines()
        if len(lines) > 1:
            break
    check(1 < len(lines) < 100001 and all(line.endswith(",ok") for line in lines[1:]),
          f"what was done is kept: {len(lines)} lines")


def elbows():
    write("curve.csv", "units,loss\n1,.69\n2,.69\n4,.69\n8,.20\n16,.18\n32,.18\n64,.18\n")
    check(json.loads(run("elbow", "curve.csv", "--json").stdout) ==
          {"units": 8, "strength": "clear", "repeats_agreeing": 1}, "guarded elbow")
    classic = json.loads(run("elbow", "curve.csv", "--classic", "--axis", "log2", "--json").stdout)
    check(classic["units"] == 1, f"classic Kneedle names the first point: {classic}")
    write("line.csv", "n;loss\n1;0,7\n2;0,6\n4;0,5\n8;0,4\n16;0,3\n32;0,2\n64;0,1\n")
    check(json.loads(run("elbow", "line.csv", "--json").stdout)["strength"] == "none", "a line")
    check("elbow: 8 units (clear)" in run("elbow", "curve.csv").stdout, "elbow in words")
    refused(run("elbow", "data.csv"), 2, "two numeric columns")


def keras_code():
    done = run("code", "--data", "data.csv", "--target", "class", "--hidden", "5,4",
               "--optimizer", "sgd", "--lr", "0.05", "--epochs", "3", "--seed", "9")
    check(done.returncode == 0, f"code: {done.stderr}")
    compile(done.stdout, "model.py", "exec")  # Python's own opinion
    for line in ("    Dense(5, activation=\"relu\"),", "    epochs=3,", "    validation_split=0.2,",
                 "    optimizer=keras.optimizers.SGD(learning_rate=0.05),"):
        check(line in done.stdout.splitlines(), f"code lacks {line!r}")
    write("model.py", done.stdout)
    run("train", "--data", "data.csv", "--target", "class", "--hidden", "5,4", "--optimizer", "sgd",
        "--lr", "0.05", "--epochs", "3", "--seed", "9", "--history", "flags.csv")
    by_code = run("train", "model.py", "--history", "code.csv")
    check(by_code.returncode == 0 and by_code.stderr == "", f"train model.py: {by_code.stderr}")
    check(read("flags.csv") == read("code.csv"), "code trains as the flags do")
    write("own.py", "model = Sequential([Dense(4, 'relu'), Dense(1)])\nmodel.magic()\n"
                    "model.compile('adam', 'mse')\nmodel.fit(x, y, epochs=2)\n")
    own = run("train", "own.py", "--data", "data.csv", "--target", "y", "--json")
    check(json.loads(own.stdout)["epochs_run"] == 2, "own.py: epochs")
    check(own.stderr.startswith("note: own.py: line 2: "), f"own.py: {own.stderr}")
    write("prose.py", "hello\n")
    refused(run("train", "prose.py", "--data", "data.csv", "--target", "y"), 2, "prose.py", "Keras")
    refused(run("code", "--data", "data.csv", "--target", "y", "--threshold", "7"), 2, "threshold")
    write("wide.py", "model = Sequential([Dense(4, 'relu'), Dense(2, 'softmax')])\n"
                     "model.compile('adam', 'sparse_categorical_crossentropy')\n")
    for command in ("train", "code"):
        refused(run(command, "wide.py", "--data", "data.csv", "--target", "class"), 2,
                "output layer has 2 units")


def main():
    with tempfile.TemporaryDirectory(prefix="layerlab-contract-") as folder:
        os.chdir(folder)
        make_data("data.csv")
        promises = [help_and_version, wrong_command_lines, settings_out_of_range, training_answers,
                    same_seed_same_bytes, weights_go_on_where_they_stopped, project_files,
                    predictions, divergence, stopping, outputs_are_safe, sweeps, shards, sweeps_go_on,
                    sweep_stops, elbows, keras_code]
        for promise in promises:
            before = len(FAILURES)
            promise()
            print(("ok   " if len(FAILURES) == before else "FAIL ") + promise.__name__)
        os.chdir("/")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
