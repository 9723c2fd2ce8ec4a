#!/usr/bin/env python3
"""Writes figures.json beside itself (see ORIGIN.md): python3 make_figures.py"""
import csv, json, pathlib
import numpy as np
from sklearn import metrics
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.preprocessing import StandardScaler

here = pathlib.Path(__file__).parent
examples = here / '../../../resources/examples'
rng = np.random.default_rng(7)
f32 = lambda a: np.asarray(a, dtype=np.float32)
plain = lambda a: np.asarray(a).tolist()


def binary(name, truth, scores, cuts):
    truth, scores = np.asarray(truth), f32(scores).astype(float)
    case = dict(name=name, truth=plain(truth), scores=plain(scores), cuts=[])
    for cut in cuts:
        called = np.where(scores >= cut, 1, 0)
        p, r, f, _ = metrics.precision_recall_fscore_support(truth, called, labels=[0, 1], zero_division=0)
        case['cuts'].append(dict(cut=cut, confusion=plain(metrics.confusion_matrix(truth, called, labels=[0, 1])),
                                 accuracy=metrics.accuracy_score(truth, called), precision=p[1], recall=r[1], f1=f[1]))
    if len(set(truth)) == 2:
        fpr, tpr, cuts = metrics.roc_curve(truth, scores, drop_intermediate=False)
        case.update(fpr=plain(fpr), tpr=plain(tpr), thresholds=plain(cuts), auc=metrics.roc_auc_score(truth, scores))
    return case


def several(name, truth, called, classes):
    labels = list(range(classes))
    p, r, f, s = metrics.precision_recall_fscore_support(truth, called, labels=labels, zero_division=0)
    macro = metrics.precision_recall_fscore_support(truth, called, labels=labels, average='macro', zero_division=0)
    return dict(name=name, classes=classes, truth=plain(truth), called=plain(called),
                confusion=plain(metrics.confusion_matrix(truth, called, labels=labels)),
                accuracy=metrics.accuracy_score(truth, called), precision=plain(p), recall=plain(r), f1=plain(f),
                support=plain(s), macro=list(macro[:3]))


def numbers(name, truth, predicted):
    return dict(name=name, truth=plain(truth), predicted=plain(predicted), r2=metrics.r2_score(truth, predicted),
                mae=metrics.mean_absolute_error(truth, predicted),
                rmse=float(np.sqrt(metrics.mean_squared_error(truth, predicted))))


def table(name, target):
    rows = list(csv.reader(open(examples / name)))
    at = rows[0].index(target)
    x = f32([[float(v) for i, v in enumerate(r) if i != at] for r in rows[1:]])
    labels = sorted({r[at] for r in rows[1:]})
    return x, np.array([labels.index(r[at]) for r in rows[1:]])


def components(name, x):
    pca = PCA(n_components=2, svd_solver='full').fit(x.astype(float))
    return dict(name=name, x=plain(x.astype(float)), directions=plain(pca.components_),
                variance=plain(pca.explained_variance_), share=plain(pca.explained_variance_ratio_))


def readout(name, x, y):
    scaled = StandardScaler().fit(x.astype(float))
    model = LogisticRegression(C=1.0, tol=1e-10, max_iter=100000, multi_class='multinomial').fit(scaled.transform(x.astype(float)), y)
    line = LinearRegression().fit(x.astype(float), x[:, 0].astype(float) * x[:, 1])
    p = model.predict_proba(scaled.transform(x.astype(float)))
    return dict(name=name, x=plain(x.astype(float)), y=plain(y), classes=int(max(y)) + 1,
                accuracy=model.score(scaled.transform(x.astype(float)), y), coef=plain(model.coef_),
                line_r2=line.score(x.astype(float), x[:, 0].astype(float) * x[:, 1]))


n = 60
truth = rng.integers(0, 2, n)
scores = np.clip(truth * 0.3 + rng.uniform(0, 0.7, n), 0, 1)
ties = np.round(scores, 1)
half = [0.0, 0.25, 0.5, 0.75, 1.0]
iris, irisY = table('iris.csv', 'species')
wine, wineY = table('wine.csv', csv.reader(open(examples / 'wine.csv')).__next__()[-1])
called3 = np.where(rng.uniform(size=90) < 0.7, np.repeat([0, 1, 2], 30), rng.integers(0, 3, 90))
y = rng.normal(size=40)
binaryIris = irisY[irisY < 2]
json.dump(dict(
    binary=[binary('random scores', truth, scores, half), binary('ties at every tenth', truth, ties, half),
            binary('perfect', [0, 0, 1, 1], [.1, .2, .8, .9], half), binary('always wrong', [1, 1, 0], [.1, .2, .8], half),
            binary('exactly one half', [0, 1, 1], [.5, .5, .4], [0.5]), binary('one class only', [1, 1, 1], [.2, .6, .9], half),
            binary('all alike', [0, 1, 0, 1], [.3] * 4, half)],
    several=[several('three classes', np.repeat([0, 1, 2], 30), called3, 3),
             several('a class never called', [0, 1, 2, 2], [0, 0, 2, 2], 3),
             several('a class without rows', [0, 0, 1, 1], [0, 2, 1, 1], 3)],
    numbers=[numbers('noise', y, y + rng.normal(size=40) * .3), numbers('worse than the mean', y, -y),
             numbers('constant truth, hit', [2., 2., 2.], [2., 2., 2.]),
             numbers('constant truth, missed', [2., 2., 2.], [2., 2., 3.])],
    components=[components('iris', iris), components('wine', wine[:60])],
    readout=[readout('iris', iris, irisY), readout('wine', wine, wineY), readout('iris, two classes', iris[irisY < 2], binaryIris)],
), open(here / 'figures.json', 'w'))
