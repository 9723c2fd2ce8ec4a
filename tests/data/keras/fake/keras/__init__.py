"""Keras 3's own signatures and checks of arguments, without any training: what Keras would refuse is
refused here. model.fit writes what it was given to the file named by $KERAS_RECORD."""
import json
import math
import os
import sys
import types

import numpy as np
import pandas as pd

ACTIVATIONS = set("""relu leaky_relu relu6 softmax elu selu softplus softsign silu swish gelu tanh
    sigmoid exponential hard_sigmoid hard_silu linear mish log_softmax""".split())
INITIALIZERS = set("""zeros ones glorot_normal glorot_uniform he_normal he_uniform lecun_normal
    lecun_uniform random_normal random_uniform truncated_normal""".split())
OPTIMIZERS = {"sgd", "rmsprop", "adagrad", "adam", "adamw", "nadam", "adamax"}
LOSSES = {"mse", "mae", "huber", "binary_crossentropy", "categorical_crossentropy"}
METRICS = {"accuracy", "mae", "mse"}
CALLS = []


def need(condition, message):
    if not condition:
        raise ValueError(message)


def module(name, **names):
    made = types.ModuleType("keras." + name)
    made.__dict__.update(names)
    sys.modules["keras." + name] = made
    return made


# Regularizers


class Regularizer:
    def check(self, **values):
        for name, value in values.items():
            need(isinstance(value, (int, float)) and math.isfinite(value) and value >= 0,
                 f"Invalid value for argument {name}: expected a non-negative float, got {value}")


class L1(Regularizer):
    def __init__(self, l1=0.01):
        self.check(l1=l1)


class L2(Regularizer):
    def __init__(self, l2=0.01):
        self.check(l2=l2)


class L1L2(Regularizer):
    def __init__(self, l1=0.0, l2=0.0):
        self.check(l1=l1, l2=l2)


# Layers


class Tensor:
    def __init__(self, shape):
        self.shape = shape


class Layer:
    units = None


def Input(shape=None, batch_size=None, dtype=None, sparse=None, batch_shape=None, name=None,
          tensor=None, optional=False):
    need(isinstance(shape, tuple) and all(isinstance(n, int) and n > 0 for n in shape), "shape")
    CALLS.append(f"Input {shape}")
    return Tensor(shape)


class Dense(Layer):
    def __init__(self, units, activation=None, use_bias=True, kernel_initializer="glorot_uniform",
                 bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
                 lora_rank=None):
        need(isinstance(units, int) and units > 0, f"units={units}")
        need(activation is None or activation in ACTIVATIONS, f"activation={activation}")
        for initializer in (kernel_initializer, bias_initializer):
            need(initializer in INITIALIZERS, f"initializer={initializer}")
        for regularizer in (kernel_regularizer, bias_regularizer):
            need(regularizer is None or isinstance(regularizer, Regularizer), "regularizer")
        self.units = units
        CALLS.append(f"Dense {units}")


class Dropout(Layer):
    def __init__(self, rate, noise_shape=None, seed=None, name=None, dtype=None):
        need(0 <= rate <= 1, f"rate={rate}")
        CALLS.append(f"Dropout {rate}")


# Optimizers, losses, callbacks


class Optimizer:
    def check(self, learning_rate):
        need(isinstance(learning_rate, float), "Argument `learning_rate` should be float. Received "
             f"instead: learning_rate={learning_rate}")


class SGD(Optimizer):
    def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, weight_decay=None,
                 clipnorm=None, clipvalue=None, global_clipnorm=None, name="SGD"):
        self.check(learning_rate)
        need(isinstance(momentum, float) and 0 <= momentum <= 1,
             "`momentum` must be a float between [0, 1].")


class RMSprop(Optimizer):
    def __init__(self, learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-7, centered=False,
                 weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None,
                 name="rmsprop"):
        self.check(learning_rate)


class Adagrad(Optimizer):
    def __init__(self, learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-7,
                 weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None,
                 name="adagrad"):
        self.check(learning_rate)


class Adam(Optimizer):
    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, amsgrad=False,
                 weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None,
                 name="adam"):
        self.check(learning_rate)


class AdamW(Optimizer):
    def __init__(self, learning_rate=0.001, weight_decay=0.004, beta_1=0.9, beta_2=0.999,
                 epsilon=1e-7, amsgrad=False, clipnorm=None, clipvalue=None, global_clipnorm=None,
                 name="adamw"):
        self.check(learning_rate)


class Nadam(Optimizer):
    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7,
                 weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None,
                 name="nadam"):
        self.check(learning_rate)


class Adamax(Nadam):
    pass


class Huber:
    def __init__(self, delta=1.0, reduction="sum_over_batch_size", name="huber_loss", dtype=None):
        pass


class EarlyStopping:
    def __init__(self, monitor="val_loss", min_delta=0, patience=0, verbose=0, mode="auto",
                 baseline=None, restore_best_weights=False, start_from_epoch=0):
        abs(min_delta)
        self.monitor, self.mode = monitor, mode

    def check(self, metrics):
        watched = self.monitor.removeprefix("val_")
        need(watched in {"loss", *metrics} or self.mode != "auto",
             f"EarlyStopping callback received monitor={self.monitor} but Keras isn't able to "
             "automatically determine whether that metric should be maximized or minimized.")


class ReduceLROnPlateau:
    def __init__(self, monitor="val_loss", factor=0.1, patience=10, verbose=0, mode="auto",
                 min_delta=1e-4, cooldown=0, min_lr=0.0):
        need(factor < 1.0, "ReduceLROnPlateau does not support a factor >= 1.0.")

    def check(self, metrics):
        pass


# The model


def matrix(value):
    """As Keras' data adapters take it: numbers only, one column where there is one dimension."""
    parts = [value[name] for name in value] if isinstance(value, pd.DataFrame) else [value]
    kinds = [np.asarray(part).dtype.kind for part in parts]
    need(all(kind in "fiub" for kind in kinds), f"no numbers: {kinds}")
    array = np.asarray(value)
    return (array if array.ndim > 1 else array[:, None]).astype("float64")


def record(**matrices):
    made = {name: [] if rows is None else rows.tolist() for name, rows in matrices.items()}
    with open(os.environ["KERAS_RECORD"], "w", encoding="utf-8") as file:
        json.dump({"calls": CALLS, **made}, file, allow_nan=False)


class History:
    def __init__(self, logs):
        self.history = {name: [1.0] for name in logs}


class Sequential:
    def __init__(self, layers=None, trainable=True, name=None):
        need(isinstance(layers[0], Tensor), "the first is no Input")
        need(all(isinstance(layer, Layer) for layer in layers[1:]), "not all are layers")
        self.width = layers[0].shape[0]
        self.units = [layer.units for layer in layers[1:] if layer.units][-1]

    def summary(self, line_length=None, positions=None, print_fn=None, expand_nested=False,
                show_trainable=False, layer_range=None):
        pass

    def compile(self, optimizer="rmsprop", loss=None, loss_weights=None, metrics=None,
                weighted_metrics=None, run_eagerly=False, steps_per_execution=1,
                jit_compile="auto", auto_scale_loss=True):
        need(isinstance(optimizer, Optimizer) or optimizer in OPTIMIZERS, f"optimizer={optimizer}")
        need(isinstance(loss, Huber) or loss in LOSSES, f"loss={loss}")
        self.metrics = metrics or []
        need(set(self.metrics) <= METRICS, f"metrics={metrics}")
        CALLS.append("compile")

    def fit(self, x=None, y=None, batch_size=None, epochs=1, verbose="auto", callbacks=None,
            validation_split=0.0, validation_data=None, shuffle=True, class_weight=None,
            sample_weight=None, initial_epoch=0, steps_per_epoch=None, validation_steps=None,
            validation_batch_size=None, validation_freq=1):
        x, y, xv, yv = matrix(x), matrix(y), None, None
        need(x.shape[1] == self.width, f"{x.shape[1]} columns, not {self.width}")
        if validation_data is not None:
            xv, yv = map(matrix, validation_data)
        elif validation_split:
            at = int(math.floor(len(x) * (1.0 - validation_split)))
            need(0 < at < len(x), "not sufficient to split")
            x, y, xv, yv = x[:at], y[:at], x[at:], y[at:]
        for callback in callbacks or []:
            callback.check(self.metrics)
        CALLS.append("fit")
        record(x=x, y=y, xv=xv, yv=yv)
        logs = ["loss", *self.metrics]
        return History(logs if xv is None else logs + ["val_" + name for name in logs])

    def predict(self, x, batch_size=None, verbose="auto", steps=None, callbacks=None):
        return np.full((len(matrix(x)), self.units), 0.25)


def set_random_seed(seed):
    need(isinstance(seed, int) and 0 <= seed < 2**32, f"seed={seed}")
    CALLS.append("seed")


layers = module("layers", Input=Input, Dense=Dense, Dropout=Dropout)
regularizers = module("regularizers", L1=L1, L2=L2, L1L2=L1L2)
optimizers = module("optimizers", SGD=SGD, RMSprop=RMSprop, Adagrad=Adagrad, Adam=Adam, AdamW=AdamW,
                    Nadam=Nadam, Adamax=Adamax)
losses = module("losses", Huber=Huber)
callbacks = module("callbacks", EarlyStopping=EarlyStopping, ReduceLROnPlateau=ReduceLROnPlateau)
models = module("models", Sequential=Sequential)
utils = module("utils", set_random_seed=set_random_seed)
