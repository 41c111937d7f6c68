# Writes a checkpoint as the weight file: int8 layers, the heads that the C program reads.
# SPDX-License-Identifier: MIT
"""export.py CHECKPOINT[,CHECKPOINT...] VOCAB OUT [--names FAMILY=WEIGHT,...]

Of several checkpoints the mean of their weights is written: they must have grown from one another.
The `names` head is the weighted mean of the named training heads: a mean of linear heads is a linear head.
CHECKPOINT may be `minilm:PATH_OF_SAFETENSORS`: the untrained start."""
import argparse
import json

import numpy as np
import torch

import kbw
from model import (DEPENDENCIES, FEATURES, FFN, HEADS, HIDDEN, LAYERS, MODALITIES, NAMES, NOMINALS, POSITIONS, PREDICATES,
                   ROLE_LABELS, SENTENCE, TITLES, UPOS, VOCAB, Model, mean_state,
                   quantize_rows)
from tokens import MARGIN, NCASE, NSPACE, WINDOW

LABELS = {"sentence": SENTENCE, "pos": UPOS, "names": NAMES, "features": FEATURES, "titles": TITLES,
          "nominals": NOMINALS}
PAIRS = {"coreference": ["antecedent"], "roles": ROLE_LABELS, "relations": PREDICATES, "modality": MODALITIES}


def load(path):
    model = Model()
    if path.startswith("minilm:"):
        torch.manual_seed(1)
        model.encoder.load_minilm(path.split(":", 1)[1])
    else:
        model.load(mean_state(path))
    return model.eval()


def parse_mix(text):
    mix = {family: float(weight) for family, weight in (part.split("=") for part in text.split(","))}
    return {family: weight / sum(mix.values()) for family, weight in mix.items()}


def fold_names(model, mix):
    heads = [(weight, model.heads["names_" + family]) for family, weight in mix.items()]
    return (sum(w * h.weight.data for w, h in heads), sum(w * h.bias.data for w, h in heads))


def _add_quantized(tensors, name, weight, bias=None):
    q, scale = quantize_rows(weight)
    tensors[name] = q.numpy().astype(np.int8)
    tensors[name + ".scale"] = scale.numpy()
    if bias is not None:
        tensors[name + ".bias"] = bias.numpy()


def tensors_of(model, vocab, mix):
    e = model.encoder
    meta = {"name": "kb-encoder", "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
            "license": "CC BY-SA 4.0", "data": "see data/README.md", "names_mix": mix,
            "cls_sep": "word and position embedding only, no case, no space",
            "heads": {name: labels for name, labels in LABELS.items()}}
    tensors = {
        "config": np.array([LAYERS, HIDDEN, HEADS, FFN, VOCAB, POSITIONS, NCASE, NSPACE, WINDOW, MARGIN], np.int32),
        "vocab": open(vocab, encoding="utf-8").read(), "meta": json.dumps(meta, sort_keys=True)}
    _add_quantized(tensors, "embed.word", e.word.weight.data)
    for name, weight in (("position", e.position.weight), ("case", e.case.weight[:-1]), ("space", e.space.weight[:-1]),
                         ("norm.w", e.norm.weight), ("norm.b", e.norm.bias)):
        tensors["embed." + name] = weight.detach().numpy()
    for i, layer in enumerate(e.layers):
        for name, w, b in zip("qkv", layer.qkv.weight.data.chunk(3), layer.qkv.bias.data.chunk(3)):
            _add_quantized(tensors, f"{i}.{name}", w, b)
        for name in ("o", "ff1", "ff2"):
            part = getattr(layer, name)
            _add_quantized(tensors, f"{i}.{name}", part.weight.data, part.bias.data)
        for name in ("norm1", "norm2"):
            tensors[f"{i}.{name}.w"] = getattr(layer, name).weight.detach().numpy()
            tensors[f"{i}.{name}.b"] = getattr(layer, name).bias.detach().numpy()
    for name, labels in LABELS.items():
        w, b = fold_names(model, mix) if name == "names" else (model.heads[name].weight.data,
                                                               model.heads[name].bias.data)
        tensors[f"head.{name}.w"], tensors[f"head.{name}.b"] = w.numpy(), b.numpy()
        tensors[f"head.{name}.labels"] = "\n".join(labels) + "\n"
    tensors.update(pair_tensors(model))
    return tensors


def _add_linear(tensors, name, layer):
    _add_quantized(tensors, name, layer.weight.data, layer.bias.data)


def pair_tensors(model):
    """The heads of trees and of pairs."""
    tensors, tree = {}, model.tree
    for name in ("dep", "head", "label_dep", "label_head"):
        _add_linear(tensors, "tree." + name, getattr(tree, name))
    tensors["tree.product"] = tree.product.weight.detach().numpy()
    tensors["tree.prior"] = tree.prior.weight.detach().numpy()[0]
    tensors["tree.label.w"], tensors["tree.label.b"] = (x.detach().numpy() for x in (tree.label.weight, tree.label.bias))
    tensors["tree.labels"] = "\n".join(DEPENDENCIES) + "\n"
    for name, labels in PAIRS.items():
        head = getattr(model, name)
        for side in ("left", "right"):
            _add_linear(tensors, f"{name}.{side}", getattr(head, side))
        for table in ("distance", "sentences", "types", "kinds"):
            tensors[f"{name}.{table}"] = getattr(head, table).weight.detach().numpy()
        tensors[f"{name}.out.w"], tensors[f"{name}.out.b"] = (x.detach().numpy() for x in (head.out.weight,
                                                                                             head.out.bias))
        tensors[f"{name}.labels"] = "\n".join(labels) + "\n"
    return tensors


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("vocab")
    p.add_argument("out")
    p.add_argument("--names", default="ewt=1,wiki=1")
    a = p.parse_args()
    kbw.write(a.out, tensors_of(load(a.checkpoint), a.vocab, parse_mix(a.names)))
    print(a.out, kbw.checksum(a.out))


if __name__ == "__main__":
    main()
