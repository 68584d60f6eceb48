#!/usr/bin/env python3
"""Scores one synthetic table with scikit-learn: a check on the evaluator that shares nothing with it.

    table.py --train train.csv --holdout holdout.csv --synthetic 'out/data/*.csv' --target income [--drop id]

Prints the two-sample AUC against train (gradient-boosted trees, five folds), the score of a model trained on synthetic
rows and tested on the holdout beside that of one trained on real rows, the 3-way marginal accuracy, and the share of
synthetic rows that lie nearer to train than to the holdout (equal sizes, ties halved; by ranks and by standard scores).
What the holdout scores in the synthetic table's place stands in brackets.
"""
import argparse
import glob
import itertools
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.metrics import r2_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.neighbors import NearestNeighbors


def read(pattern, drop):
    files = sorted(glob.glob(pattern)) or [pattern]
    table = pd.concat([pd.read_csv(f, low_memory=False, skipinitialspace=True) for f in files], ignore_index=True)
    return table.drop(columns=[c for c in drop if c in table.columns])


def encode(real, others):
    """Numbers as they are, all else as the rank of its frequency in the real table; the same code in every table."""
    columns = {}
    for name in real.columns:
        numeric = all(pd.api.types.is_numeric_dtype(t[name]) for t in [real] + others)
        if numeric:
            columns[name] = [t[name].astype(float).to_numpy() for t in [real] + others]
        else:
            order = {v: i for i, v in enumerate(real[name].astype(str).value_counts().index)}
            columns[name] = [t[name].astype(str).map(order).fillna(len(order)).astype(float).to_numpy()
                             for t in [real] + others]
    names = list(columns)
    categorical = [not all(pd.api.types.is_numeric_dtype(t[n]) for t in [real] + others) for n in names]
    return names, categorical, [np.column_stack([columns[n][i] for n in names]) for i in range(1 + len(others))]


def usable(x, categorical):
    return [c and len(np.unique(x[:, j])) < 250 for j, c in enumerate(categorical)]


def two_sample(a, b, categorical, seed):
    x, y = np.vstack([a, b]), np.r_[np.zeros(len(a)), np.ones(len(b))]
    model = HistGradientBoostingClassifier(random_state=seed, categorical_features=usable(x, categorical))
    folds = StratifiedKFold(5, shuffle=True, random_state=seed)
    return roc_auc_score(y, cross_val_predict(model, x, y, cv=folds, method="predict_proba")[:, 1])


def target_score(train, test, target, numeric_target, categorical, seed):
    def parts(x):
        keep = ~np.isnan(x[:, target])
        return np.delete(x, target, 1)[keep], x[keep, target]
    (x, y), (u, v) = parts(train), parts(test)
    flags = [c for j, c in enumerate(usable(np.vstack([train, test]), categorical)) if j != target]
    if numeric_target:
        model = HistGradientBoostingRegressor(random_state=seed, categorical_features=flags).fit(x, y)
        return r2_score(v, model.predict(u))
    model = HistGradientBoostingClassifier(random_state=seed, categorical_features=flags).fit(x, y)
    p = model.predict_proba(u)
    return roc_auc_score(v, p[:, 1]) if p.shape[1] == 2 else (model.predict(u) == v).mean()


def bins(real, tables, categorical, count=10):
    out = [np.empty(t.shape, int) for t in tables]
    for j in range(real.shape[1]):
        edges = None
        present = real[~np.isnan(real[:, j]), j]
        if not categorical[j] and len(np.unique(present)) > count:
            edges = np.unique(np.quantile(present, np.linspace(0, 1, count + 1)[1:-1]))
        for t, o in zip(tables, out):
            v = t[:, j]
            code = np.searchsorted(edges, v, side="left") if edges is not None else np.nan_to_num(v, nan=-1).astype(int)
            o[:, j] = np.where(np.isnan(v), -1, code)
    return out


def triple_accuracy(a, b, seed, most=300):
    rng = np.random.default_rng(seed)
    triples = list(itertools.combinations(range(a.shape[1]), 3))
    if len(triples) > most:
        triples = [triples[i] for i in rng.choice(len(triples), most, replace=False)]
    scores = []
    for t in triples:
        p = pd.Series(map(tuple, a[:, t])).value_counts(normalize=True)
        q = pd.Series(map(tuple, b[:, t])).value_counts(normalize=True)
        scores.append(1 - p.sub(q, fill_value=0).abs().sum() / 2)
    return float(np.mean(scores))


def nearest_share(train, holdout, synthetic, categorical, by_ranks, seed, probes=5000):
    rng = np.random.default_rng(seed)
    n = min(len(train), len(holdout))
    pick = lambda x, k: x[rng.choice(len(x), min(k, len(x)), replace=False)]
    train, holdout, probe = pick(train, n), pick(holdout, n), pick(synthetic, probes)
    parts = [[], [], []]
    both = np.vstack([train, holdout])
    for j in range(train.shape[1]):
        for part, x in zip(parts, (train, holdout, probe)):
            v = x[:, j]
            if categorical[j]:
                values = np.unique(both[:, j])
                if len(values) <= 60:
                    part.append((v[:, None] == values[None, :]) / np.sqrt(2))
                continue
            base = both[~np.isnan(both[:, j]), j]
            if by_ranks:
                s = np.sort(base)
                w = (np.searchsorted(s, v, "left") + np.searchsorted(s, v, "right")) / (2 * len(s)) * np.sqrt(6)
            else:
                w = (v - base.mean()) / (base.std() or 1)
            part.append(np.where(np.isnan(v), -3, w)[:, None])
    train, holdout, probe = (np.hstack(p).astype(np.float32) for p in parts)
    d = [NearestNeighbors(n_neighbors=1, algorithm="brute").fit(x).kneighbors(probe)[0][:, 0] for x in (train, holdout)]
    return float(np.mean(d[0] < d[1]) + np.mean(d[0] == d[1]) / 2)


def main():
    p = argparse.ArgumentParser()
    for name in ("train", "holdout", "synthetic", "target"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--drop", nargs="*", default=[])
    p.add_argument("--seed", type=int, default=1)
    o = p.parse_args()
    train, holdout, synthetic = (read(getattr(o, n), o.drop) for n in ("train", "holdout", "synthetic"))
    names, categorical, (a, h, s) = encode(train, [holdout, synthetic])
    target = names.index(o.target)
    numeric_target = not categorical[target] and len(np.unique(a[:, target])) > 20
    score = lambda x: target_score(x, h, target, numeric_target, categorical, o.seed)
    ab, hb, sb = bins(a, [a, h, s], categorical)
    print(f"two-sample AUC        {two_sample(a, s, categorical, o.seed):.3f} ({two_sample(a, h, categorical, o.seed):.3f})")
    print(f"train-synthetic score {score(s):.4f} (train-real {score(a):.4f})")
    print(f"3-way accuracy        {triple_accuracy(ab, sb, o.seed):.4f} against train ({triple_accuracy(ab, hb, o.seed):.4f}), "
          f"{triple_accuracy(hb, sb, o.seed):.4f} against the holdout (train {triple_accuracy(hb, ab, o.seed):.4f})")
    print(f"nearest to train      {nearest_share(a, h, s, categorical, True, o.seed):.3f} by ranks, "
          f"{nearest_share(a, h, s, categorical, False, o.seed):.3f} by standard scores")


main()
