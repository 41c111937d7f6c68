# Writes tests/golden: what WordPiece and the encoder must give.
# SPDX-License-Identifier: MIT
"""golden.py WEIGHTS OUT_FOLDER --corpora DIR [--articles FILE...]

The formats are in tests/golden/README.md. With the articles given as paths relative to the repository root."""
import argparse
import os
import struct

import numpy as np
import torch
import xxhash

import kbw
from model import distance_bucket
from reference import HEADS, Reference, annotate
from tokens import case_id, space_ids

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def wordpiece_lines(reference, corpora):
    for part in ("dev", "train"):
        name = f"en_ewt-ud-{part}.conllu"
        ids = []
        with open(f"{corpora}/ewt/{name}", encoding="utf-8") as f:
            for line in f:
                if line.startswith("# text = "):
                    text = line.rstrip("\n").removeprefix("# text = ")
                    ids += reference.pieces.tokenizer.encode(text, add_special_tokens=False).ids
        data = np.array(ids, "<u4").tobytes()
        yield f"{name}\t{len(ids)}\t{xxhash.xxh3_64_hexdigest(data)}\n"


def write_article(reference, checksum, path, out):
    text = open(os.path.join(ROOT, path), encoding="utf-8", newline="").read()
    spans, vectors, labels = annotate(reference, text)
    spaces = space_ids(text, spans)
    stem = os.path.join(out, os.path.splitext(os.path.basename(path))[0])
    labels["sentence"][0] = reference.labels("sentence").index("B")
    names = {head: reference.labels(head) for head in labels}
    with open(stem + ".tokens.tsv", "w", encoding="utf-8") as f:
        f.write(f"#weights {checksum}\n#text {path}\n")
        for i, (s, e) in enumerate(spans):
            word = text[s:e]
            start = len(text[:s].encode())
            row = [start, start + len(word.encode()), case_id(word), spaces[i],
                   " ".join(map(str, reference.pieces.of(word)))]
            row += [names[head][labels[head][i]] for head in HEADS]
            f.write("\t".join(map(str, row)) + "\n")
    with open(stem + ".pairs.tsv", "w", encoding="utf-8") as f, torch.no_grad():
        f.writelines(pair_lines(reference, vectors))
    step = max(1, len(spans) // 16)
    with open(stem + ".vectors.bin", "wb") as f:
        chosen = range(0, len(spans), step)
        f.write(struct.pack("<I", len(chosen)))
        for i in chosen:
            f.write(struct.pack("<I", i) + vectors[i].numpy().astype("<f4").tobytes())


def pair_lines(reference, vectors):
    """Lines `HEAD i j sentence_i sentence_j type_i type_j kind_i kind_j SCORES`, and `arc i j SCORE` of the first tokens."""
    arcs = reference.arc_scores(vectors[:20])
    yield from (f"arc\t{i}\t{j}\t{arcs[i, j]:.6f}\n" for i in range(0, 20, 3) for j in range(0, 20, 4))
    for name in ("coreference", "roles", "relations", "modality"):
        for k in range(24):
            i, j = (k * 37 + 5) % len(vectors), (k * k * 11 + 3 * k) % len(vectors)
            si, sj, ti, tj, ki, kj = i // 25, j // 25, k % 4, k // 4 % 4, k // 2 % 4, k % 3
            buckets = (int(distance_bucket(torch.tensor(j - i))), max(-3, min(3, sj - si)) + 3, ti * 4 + tj, ki * 4 + kj)
            scores = reference.pair_scores(name, vectors[i], vectors[j], buckets)
            yield "\t".join([name, *map(str, (i, j, si, sj, ti, tj, ki, kj)), *(f"{x:.6f}" for x in scores)]) + "\n"


def main():
    p = argparse.ArgumentParser()
    p.add_argument("weights")
    p.add_argument("out")
    p.add_argument("--corpora", required=True)
    p.add_argument("--articles", nargs="*", default=[])
    a = p.parse_args()
    torch.set_num_threads(2)
    reference = Reference(a.weights)
    os.makedirs(a.out, exist_ok=True)
    with open(os.path.join(a.out, "wordpiece.tsv"), "w", encoding="utf-8") as f:
        f.writelines(wordpiece_lines(reference, a.corpora))
    for path in a.articles:
        write_article(reference, kbw.checksum(a.weights), path, a.out)


if __name__ == "__main__":
    main()
