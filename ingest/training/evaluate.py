# Scores a checkpoint on the development sets: sentences, parts of speech, names under any mix of the name heads.
# SPDX-License-Identifier: MIT
"""evaluate.py CHECKPOINT --corpora DIR --vocab FILE [--float] [--mix FAMILY=WEIGHT,...]... [--errors FILE]

With simulated int8 unless --float. Names are scored as exact spans with their type; EWT and UNER on gold tokens in raw
layout, CoNLL testa and News-Fair on the tokens of the program. News-Fair has no usable types: spans only."""
import argparse
import random

import numpy as np
import torch

import corpora
from batches import PADDING, Flat, name_spans, padded
from export import fold_names, load, parse_mix
from model import NAME_FAMILIES, NAMES, SENTENCE, UPOS
from reference import viterbi
from tokens import NCASE, NSPACE, Pieces, space_ids, tokenize, windows


def encode(model, flats, pieces, quant):
    """One array [tokens, hidden] a document, read from windows as at inference."""
    jobs, out = [], [np.zeros((len(f.counts), 384), np.float32) for f in flats]
    for d, f in enumerate(flats):
        for first, last, read_first, read_last in windows(f.counts.tolist()):
            a, b = f.offsets[first], f.offsets[last]
            ids, case, space = (np.empty(b - a + 2, np.int64) for _ in range(3))
            ids[0], ids[-1], ids[1:-1] = pieces.cls, pieces.sep, f.ids[a:b]
            case[:], case[1:-1] = NCASE, np.repeat(f.case[first:last], f.counts[first:last])
            at = f.offsets[first:last] - a + 1
            space[:], space[1:-1] = NSPACE, 0
            space[at] = f.space[first:last]
            jobs.append(({"ids": ids, "case": case, "space": space, "at": at}, d, first, read_first, read_last))
    jobs.sort(key=lambda j: len(j[0]["ids"]))
    with torch.no_grad():
        for k in range(0, len(jobs), 16):
            group = jobs[k:k + 16]
            rows = [j[0] for j in group]
            batch = {field: padded(rows, field, PADDING[field]) for field in ("ids", "case", "space")}
            lengths = torch.tensor([len(r["ids"]) for r in rows])
            vectors = model.encoder(batch["ids"], batch["case"], batch["space"], lengths, quant).numpy()
            for i, (row, d, first, read_first, read_last) in enumerate(group):
                out[d][read_first:read_last] = vectors[i][row["at"][read_first - first:read_last - first]]
    return out


def f1(gold, predicted):
    """gold and predicted: sets. Returns (F1, precision, recall) in percent."""
    right = len(gold & predicted)
    p, r = right / max(len(predicted), 1), right / max(len(gold), 1)
    return tuple(round(100 * x, 2) for x in (2 * p * r / max(p + r, 1e-9), p, r))


def predict_names(vectors, head):
    if not len(vectors):
        return []
    w, b = head
    logits = torch.from_numpy(vectors) @ w.T + b
    return name_spans([NAMES[i] for i in viterbi(logits.log_softmax(-1).numpy(), NAMES)])


def raw_set(items):
    """Documents of the program's own tokens for texts."""
    docs = []
    for text in items:
        spans = tokenize(text)
        n = len(spans)
        docs.append((spans, corpora.Doc("ewt", [text[s:e] for s, e in spans], space_ids(text, spans), [0] * n, ["O"] * n)))
    return docs


class DevSets:
    def __init__(self, root, pieces, limit=None):
        self.pieces = pieces
        self.ewt = [d for d in corpora.ewt(root, "dev")][::limit or 1]
        self.conll = corpora.conll_testa(root)[::limit or 1]
        self.fair = corpora.news_fair(root)[::limit or 1]
        self.conll_docs = raw_set([t for t, _ in self.conll])
        self.fair_docs = raw_set([t for t, _, _ in self.fair])

    def encode(self, model, quant):
        def run(docs):
            return encode(model, [Flat(d, self.pieces) for d in docs], self.pieces, quant)
        self.vectors = {"ewt": run(self.ewt), "conll": run([d for _, d in self.conll_docs]),
                        "fair": run([d for _, d in self.fair_docs])}

    def structure(self, model):
        """(sentence F1, UPOS accuracy) on EWT dev, gold tokens."""
        gold, predicted, right, total = set(), set(), 0, 0
        for d, (doc, vectors) in enumerate(zip(self.ewt, self.vectors["ewt"])):
            x = torch.from_numpy(vectors)
            with torch.no_grad():
                starts = model.heads["sentence"](x).argmax(-1).tolist()
                pos = model.heads["pos"](x).argmax(-1).tolist()
            starts[0] = 1
            for flags, out in ((doc.starts, gold), (starts, predicted)):
                at = [i for i, b in enumerate(flags) if b] + [len(flags)]
                out.update((d, a, b) for a, b in zip(at, at[1:]))
            right += sum(UPOS[p] == g for p, g in zip(pos, doc.pos))
            total += len(pos)
        return f1(gold, predicted)[0], round(100 * right / total, 2)

    def names(self, head):
        """Yields (set, text or words, gold spans, predicted spans) of each document."""
        for doc, vectors in zip(self.ewt, self.vectors["ewt"]):
            yield "uner", doc.words, name_spans(doc.names), predict_names(vectors, head)
        for (text, gold), (spans, _), vectors in zip(self.conll, self.conll_docs, self.vectors["conll"]):
            yield "conll", text, gold, [(spans[a][0], spans[b - 1][1], k) for a, b, k in predict_names(vectors, head)]
        for (text, (start, end), gold), (spans, _), vectors in zip(self.fair, self.fair_docs, self.vectors["fair"]):
            found = [(spans[a][0], spans[b - 1][1], k) for a, b, k in predict_names(vectors, head)]
            yield "fair", text, [(s, e, "") for s, e in gold], [(s, e, "") for s, e, _ in found if start <= s < end]

    def score(self, head):
        gold, predicted = ({k: set() for k in ("uner", "conll", "fair")} for _ in range(2))
        for d, (name, _, g, p) in enumerate(self.names(head)):
            gold[name].update((d, *x) for x in g)
            predicted[name].update((d, *x) for x in p)
        return {k: f1(gold[k], predicted[k]) for k in gold}

    def by_type(self, head):
        out = {}
        for kind in ("PER", "ORG", "LOC"):
            gold, predicted = ({k: set() for k in ("uner", "conll")} for _ in range(2))
            for d, (name, _, g, p) in enumerate(self.names(head)):
                if name != "fair":
                    gold[name].update((d, *x) for x in g if x[2] == kind)
                    predicted[name].update((d, *x) for x in p if x[2] == kind)
            out[kind] = {k: f1(gold[k], predicted[k]) for k in gold}
        return out


def write_errors(dev, head, path, count):
    rng = random.Random(1)
    errors = {"uner": [], "conll": [], "fair": []}
    for name, text, gold, predicted in dev.names(head):
        def show(s):
            if isinstance(text, str):
                around = (text[max(0, s[0] - 60):s[0]] + "[" + text[s[0]:s[1]] + "]" + text[s[1]:s[1] + 40])
            else:
                around = " ".join(text[max(0, s[0] - 10):s[0]] + ["[" + " ".join(text[s[0]:s[1]]) + "]"]
                                  + text[s[1]:s[1] + 6])
            return s[2] + " " + around.replace("\n", "/")
        missed, wrong = set(gold) - set(predicted), set(predicted) - set(gold)
        for s in sorted(missed):
            near = [p for p in wrong if p[0] < s[1] and s[0] < p[1]]
            errors[name].append("missed " + show(s) + ("   FOUND " + "; ".join(show(p) for p in near) if near else ""))
        for p in sorted(wrong):
            if not any(p[0] < s[1] and s[0] < p[1] for s in missed):
                errors[name].append("extra  " + show(p))
    with open(path, "w", encoding="utf-8") as f:
        for name, lines in errors.items():
            f.write(f"== {name}: {len(lines)} errors\n")
            f.writelines(line + "\n" for line in rng.sample(lines, min(count, len(lines))))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("--corpora", required=True)
    p.add_argument("--vocab", required=True)
    p.add_argument("--float", action="store_true")
    p.add_argument("--limit", type=int, help="every n-th document only")
    p.add_argument("--mix", action="append", default=[])
    p.add_argument("--errors")
    a = p.parse_args()
    torch.set_num_threads(2)
    model = load(a.checkpoint)
    dev = DevSets(a.corpora, Pieces(a.vocab), a.limit)
    dev.encode(model, not a.float)
    print("EWT dev: sentence F1 %.2f, UPOS %.2f" % dev.structure(model))
    for mix in [f + "=1" for f in NAME_FAMILIES] + ["ewt=1,wiki=1"] + a.mix:
        print(mix, dev.score(fold_names(model, parse_mix(mix))), flush=True)
    head = fold_names(model, parse_mix((a.mix or ["ewt=1,wiki=1"])[-1]))
    print(dev.by_type(head))
    if a.errors:
        write_errors(dev, head, a.errors, 50)


if __name__ == "__main__":
    main()
