# The weight file's forward pass in numpy-like PyTorch: what the C encoder is tested against.
# SPDX-License-Identifier: MIT
"""reference.py WEIGHTS TEXT_FILE [--int8]: prints one line a token: start, end, sentence, pos, name label."""
import argparse
import os
import tempfile

import numpy as np
import torch
import torch.nn.functional as F

import kbw
from model import attend
from tokens import Pieces, case_id, space_ids, tokenize, windows


HEADS = ("sentence", "pos", "names", "features", "titles", "nominals")


class Reference:
    def __init__(self, path, int8=False):
        self.raw = kbw.read(path)
        self.int8 = int8
        (self.layers, self.hidden, self.heads, _, _, _, _, _, self.window, self.margin) = self.raw["config"].tolist()
        with tempfile.TemporaryDirectory() as folder:
            vocab = os.path.join(folder, "vocab.txt")
            with open(vocab, "w", encoding="utf-8") as f:
                f.write(self.raw["vocab"])
            self.pieces = Pieces(vocab)
        self.w = {}
        for name, value in self.raw.items():
            if isinstance(value, np.ndarray) and value.dtype in (np.float32, np.int8):
                value = torch.from_numpy(value.astype(np.float32))
                if name + ".scale" in self.raw:
                    value = value * torch.from_numpy(self.raw[name + ".scale"].copy())[:, None]
                self.w[name] = value

    def labels(self, head):
        return self.raw[f"head.{head}.labels"].split()

    def _linear(self, name, x):
        if self.int8:
            lo, hi = x.amin(-1, keepdim=True).clamp_max(0), x.amax(-1, keepdim=True).clamp_min(0)
            s = ((hi - lo) / 255).clamp_min(1e-30)
            z = (-lo / s).round()
            x = s * ((x / s).round() + z - z)
        return F.linear(x, self.w[name], self.w[name + ".bias"])

    def _norm(self, name, x):
        return F.layer_norm(x, (self.hidden,), self.w[name + ".w"], self.w[name + ".b"], 1e-12)

    def _encode_window(self, ids, case, space):
        """ids of the pieces with [CLS] and [SEP]; case and space of the pieces between them."""
        x = self.w["embed.word"][ids] + self.w["embed.position"][:len(ids)]
        x[1:-1] += self.w["embed.case"][case] + self.w["embed.space"][space]
        x = self._norm("embed.norm", x)
        for i in range(self.layers):
            q, k, v = (self._linear(f"{i}.{n}", x).view(len(ids), self.heads, -1).transpose(0, 1) for n in "qkv")
            context = attend(q, k, v, None, self.int8).transpose(0, 1).reshape(len(ids), self.hidden)
            x = self._norm(f"{i}.norm1", x + self._linear(f"{i}.o", context))
            x = self._norm(f"{i}.norm2", x + self._linear(f"{i}.ff2", F.gelu(self._linear(f"{i}.ff1", x))))
        return x

    def encode(self, words, spaces):
        """Returns the vectors of the tokens, [tokens, hidden]."""
        pieces = [self.pieces.of(w) for w in words]
        cases = [case_id(w) for w in words]
        out = torch.zeros(len(words), self.hidden)
        for first, last, read_first, read_last in windows([len(p) for p in pieces], self.window, self.margin):
            ids, case, space, at = [self.pieces.cls], [], [], []
            for i in range(first, last):
                at.append(len(ids))
                ids += pieces[i]
                case += [cases[i]] * len(pieces[i])
                space += [spaces[i]] + [0] * (len(pieces[i]) - 1)
            vectors = self._encode_window(ids + [self.pieces.sep], case, space)
            out[read_first:read_last] = vectors[at[read_first - first:read_last - first]]
        return out

    def logits(self, head, vectors):
        return vectors @ self.w[f"head.{head}.w"].T + self.w[f"head.{head}.b"]


    def arc_scores(self, vectors):
        """[tokens, tokens], row: dependent, column: head."""
        dep, head = (F.linear(vectors, self.w[f"tree.{n}"], self.w[f"tree.{n}.bias"]).relu() for n in ("dep", "head"))
        return dep @ self.w["tree.product"].T @ head.T + (head @ self.w["tree.prior"])[None]

    def pair_scores(self, name, left, right, buckets):
        """Scores of one pair: two vectors, and its buckets of distance, sentences, types and kinds."""
        hidden = (F.linear(left, self.w[f"{name}.left"], self.w[f"{name}.left.bias"])
                  + F.linear(right, self.w[f"{name}.right"], self.w[f"{name}.right.bias"]))
        for table, bucket in zip(("distance", "sentences", "types", "kinds"), buckets):
            hidden = hidden + self.w[f"{name}.{table}"][bucket]
        return self.w[f"{name}.out.w"] @ hidden.relu() + self.w[f"{name}.out.b"]


def viterbi(logits, labels):
    """The best sequence in which I-X follows only B-X or I-X."""
    n = len(labels)
    allowed = np.array([[not b.startswith("I-") or a[1:] == b[1:] for b in labels] for a in labels])
    step = np.where(allowed, 0.0, -1e9)
    score = logits[0] + np.array([-1e9 if x.startswith("I-") else 0.0 for x in labels])
    back = np.zeros((len(logits), n), int)
    for t in range(1, len(logits)):
        paths = score[:, None] + step
        back[t] = paths.argmax(0)
        score = paths.max(0) + logits[t]
    best = [int(score.argmax())]
    for t in range(len(logits) - 1, 0, -1):
        best.append(int(back[t][best[-1]]))
    return best[::-1]


def annotate(reference, text):
    """Returns (spans, vectors, {head: label indexes})."""
    spans = tokenize(text)
    with torch.no_grad():
        vectors = reference.encode([text[s:e] for s, e in spans], space_ids(text, spans))
        out = {head: reference.logits(head, vectors).argmax(-1).tolist() for head in HEADS if head != "names"}
        names = reference.logits("names", vectors).log_softmax(-1).numpy()
    out["names"] = viterbi(names, reference.labels("names"))
    return spans, vectors, out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("weights")
    p.add_argument("text")
    p.add_argument("--int8", action="store_true")
    a = p.parse_args()
    torch.set_num_threads(2)
    reference = Reference(a.weights, a.int8)
    text = open(a.text, encoding="utf-8").read()
    spans, _, out = annotate(reference, text)
    names = {head: reference.labels(head) for head in out}
    for i, (s, e) in enumerate(spans):
        print(s, e, text[s:e], *(names[head][out[head][i]] for head in HEADS), sep="\t")


if __name__ == "__main__":
    main()
