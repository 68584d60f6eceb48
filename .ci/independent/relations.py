#!/usr/bin/env python3
"""Scores a synthetic database with pandas and scikit-learn: a check on the audit that shares nothing with it.

    relations.py --dataset d.yaml --real data --synthetic out/data

Reads the keys from a dataset configuration; the real tables are data/<table>.csv[.gz], the synthetic ones directories
of CSV files, out/data/<table>. Prints every violated key, and for each reference: the Kolmogorov-Smirnov distance of the
numbers of children a parent, with the 95th percentile of bootstrap samples of the real parents; the joined test (boosted
trees, five folds, on parent rows with count, means, spreads and distinct counts of their children; without texts that
differ in most rows, as names do); eta squared, the share of a
child column's variance that lies between parents, real and synthetic.
"""
import argparse
import glob
import os
import numpy as np
import pandas as pd
import yaml
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict


def read(pattern):
    files = sorted(glob.glob(pattern))
    return pd.concat([pd.read_csv(f, low_memory=False) for f in files], ignore_index=True) if files else None


def key(table, columns):
    return pd.Series(list(zip(*[table[c] for c in columns])), index=table.index) if len(columns) > 1 else table[columns[0]]


def fan_out(parent, child, pk, fk):
    present = child[fk].notna().all(axis=1)
    counts = key(child[present], fk).value_counts()
    return key(parent, pk).map(counts).fillna(0).to_numpy()


def ks(a, b):
    grid = np.unique(np.r_[a, b])
    return np.abs(np.searchsorted(np.sort(a), grid, "right") / len(a) - np.searchsorted(np.sort(b), grid, "right") / len(b)).max()


def ceiling(a, rng, rounds=200):
    return float(np.quantile([ks(a, rng.choice(a, len(a))) for _ in range(rounds)], 0.95))


def child_columns(child, keys):
    return [c for c in child.columns if c not in keys and pd.api.types.is_numeric_dtype(child[c]) and child[c].nunique() > 1]


def eta_squared(child, fk, column):
    frame = pd.DataFrame({"k": key(child, fk), "v": child[column]}).dropna()
    total = ((frame.v - frame.v.mean()) ** 2).sum()
    if len(frame) < 50 or total == 0:
        return None
    means = frame.groupby("k").v.transform("mean")
    return float(((means - frame.v.mean()) ** 2).sum() / total)


def joined(parent, child, pk, fk, keys, levels):
    """levels, filled by the real side: the codes of texts, or None for those that differ in most rows, as names do."""
    frame = parent.drop(columns=[c for c in keys if c in parent.columns]).copy()
    index = key(parent, pk)
    for c in list(frame.columns):
        if ("p", c) not in levels:
            texts = frame[c].astype(str)
            numeric = pd.api.types.is_numeric_dtype(frame[c])
            unique = not numeric and frame[c].nunique() > len(frame) / 2
            levels["p", c] = None if unique else {} if numeric else {v: i for i, v in enumerate(texts.value_counts().index[:200])}
        codes = levels["p", c]
        if codes is None:
            frame = frame.drop(columns=c)
        elif codes:
            frame[c] = frame[c].astype(str).map(codes)
    groups = child.assign(__k=key(child, fk)).groupby("__k")
    frame["count"] = index.map(groups.size()).fillna(0).to_numpy()
    for c in child.columns:
        if c in keys:
            continue
        if pd.api.types.is_numeric_dtype(child[c]):
            frame["mean " + c] = index.map(groups[c].mean()).to_numpy()
            frame["spread " + c] = index.map(groups[c].std()).to_numpy()
        frame["distinct " + c] = index.map(groups[c].nunique()).to_numpy()
    return frame


def auc(a, b):
    b = b.reindex(columns=a.columns)
    x = pd.concat([a, b]).astype(float).to_numpy()
    y = np.r_[np.zeros(len(a)), np.ones(len(b))]
    folds = StratifiedKFold(5, shuffle=True, random_state=1)
    p = cross_val_predict(HistGradientBoostingClassifier(random_state=1), x, y, cv=folds, method="predict_proba")[:, 1]
    return roc_auc_score(y, p)


def main():
    p = argparse.ArgumentParser()
    for name in ("dataset", "real", "synthetic"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--only", default="")
    o = p.parse_args()
    tables = yaml.safe_load(open(o.dataset))["tables"]
    real = {t: read(os.path.join(o.real, t + ".csv*")) for t in tables}
    syn = {t: read(os.path.join(o.synthetic, t, "*.csv")) for t in tables}
    rng = np.random.default_rng(1)
    broken = 0
    for t, s in tables.items():
        pk = (s or {}).get("primaryKey") or []
        if pk and (key(syn[t], pk).duplicated().any() or syn[t][pk].isna().any().any()):
            broken += 1
            print(f"BROKEN primary key {t}({', '.join(pk)})")
    rows = (sum(map(len, real.values())), sum(len(v) for v in syn.values()))
    print(f"rows {rows[0]:,} real, {rows[1]:,} synthetic; " + ", ".join(f"{t} {len(real[t])}/{len(syn[t])}" for t in tables))
    out = 0
    total = 0
    foreign = {t: {c for r in (s or {}).get("references") or [] for c in r["columns"]} for t, s in tables.items()}
    for t, s in tables.items():
        for r in (s or {}).get("references") or []:
            fk, parent = r["columns"], r["table"]
            pk = r.get("parentColumns") or r.get("references") or tables[parent].get("primaryKey")
            if o.only and o.only not in f"{t}->{parent}":
                continue
            total += 1
            child = syn[t][syn[t][fk].notna().all(axis=1)]
            orphans = (~key(child, fk).isin(set(key(syn[parent], pk)))).sum()
            if orphans:
                broken += 1
                print(f"BROKEN {t} -> {parent} ({', '.join(fk)}): {orphans} orphans")
            a, b = fan_out(real[parent], real[t], pk, fk), fan_out(syn[parent], syn[t], pk, fk)
            distance, most = ks(a, b), ceiling(a, rng)
            out += distance > most + 0.02
            keys = set(pk) | set(fk) | foreign[t] | foreign[parent] | set(tables[t].get("primaryKey") or []) | set(tables[parent].get("primaryKey") or [])
            score = "-"
            if min(len(a), len(b)) >= 60:
                levels = {}
                fa = joined(real[parent], real[t], pk, fk, keys, levels)
                score = f"{auc(fa, joined(syn[parent], syn[t], pk, fk, keys, levels)):.2f}"
            etas = []
            for c in child_columns(real[t], keys):
                e = eta_squared(real[t], fk, c)
                f = eta_squared(syn[t], fk, c) if c in syn[t].columns and pd.api.types.is_numeric_dtype(syn[t][c]) else None
                if e is not None:
                    etas.append(f"{c} {e:.2f}, {f:.2f}" if f is not None else f"{c} {e:.2f}, -")
            mark = "**" if distance > most + 0.02 else ""
            print(f"| {t} -> {parent} ({', '.join(fk)}) | {mark}{distance:.3f}{mark} ({most:.3f}) | {score} | {'; '.join(etas)} |", flush=True)
    print(f"{total} references, {out} fan-outs out of range, {broken} broken keys")


main()
