"""Records what a program asks of Keras; model.fit writes it to the file named by $KERAS_RECORD."""
import json
import os
import sys
import types

import numpy as np

CALLS = []


def shown(value):
    if isinstance(value, Call):
        return value.text()
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(shown(v) for v in value) + "]"
    return str(value)


class Call:
    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs

    def text(self):
        parts = [shown(a) for a in self.args] + [f"{k}={shown(v)}" for k, v in self.kwargs.items()]
        return type(self).__name__ + "(" + ",".join(parts) + ")"


def module(name, words):
    made = types.ModuleType("keras." + name)
    for word in words:
        setattr(made, word, type(word, (Call,), {}))
    sys.modules["keras." + name] = made
    return made


layers = module("layers", ["Input", "Dense", "Dropout"])
regularizers = module("regularizers", ["L1", "L2", "L1L2"])
optimizers = module("optimizers", ["SGD", "RMSprop", "Adagrad", "Adam", "AdamW", "Nadam", "Adamax"])
losses = module("losses", ["Huber"])
callbacks = module("callbacks", ["EarlyStopping", "ReduceLROnPlateau"])
utils = types.ModuleType("keras.utils")
utils.set_random_seed = lambda seed: CALLS.append(f"seed {seed}")


def rows(value):
    array = np.asarray(value, dtype=float)
    return (array if array.ndim == 2 else array.reshape(len(array), 1)).tolist()


class History:
    history = {"loss": [1.0], "val_loss": [1.0]}


class Sequential:
    def __init__(self, parts):
        CALLS.extend(part.text() for part in parts)
        self.units = [part for part in parts if type(part).__name__ == "Dense"][-1].args[0]

    def summary(self):
        pass

    def compile(self, **kwargs):
        CALLS.append("compile " + " ".join(f"{k}={shown(v)}" for k, v in kwargs.items()))

    def fit(self, x, y, validation_data=None, validation_split=0.0, **kwargs):
        x, y = rows(x), rows(y)
        if validation_data is None:
            at = int(len(x) * (1 - validation_split))  # Keras' own rule
            x, y, xv, yv = x[:at], y[:at], x[at:], y[at:]
        else:
            xv, yv = map(rows, validation_data)
        CALLS.append("fit " + " ".join(f"{k}={shown(v)}" for k, v in kwargs.items()))
        with open(os.environ["KERAS_RECORD"], "w", encoding="utf-8") as file:
            json.dump({"calls": CALLS, "x": x, "y": y, "xv": xv, "yv": yv}, file)
        return History()

    def predict(self, x):
        return np.full((len(x), self.units), 0.25)


models = types.ModuleType("keras.models")
models.Sequential = Sequential
sys.modules["keras.models"] = models
