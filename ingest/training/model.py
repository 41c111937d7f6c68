# The shared encoder (MiniLM with case and space embeddings) and its linear heads, in plain PyTorch.
# SPDX-License-Identifier: MIT
import math

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from tokens import NCASE, NSPACE

LAYERS, HIDDEN, HEADS, FFN, VOCAB, POSITIONS = 6, 384, 12, 1536, 30522, 512
QMAX = 63
NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
UPOS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X"]
SENTENCE = ["I", "B"]
NAME_FAMILIES = ["ewt", "gum", "wiki", "social", "gmb", "sec", "re3d", "news"]


def quantize_rows(w):
    """Returns (integers in [-63, 63], scale per output row)."""
    scale = w.abs().amax(1).clamp_min(1e-8) / QMAX
    return (w / scale[:, None]).round().clamp(-QMAX, QMAX), scale


class FakeQuantWeight(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w):
        q, scale = quantize_rows(w)
        return q * scale[:, None]

    @staticmethod
    def backward(ctx, g):
        return g


class FakeQuantInput(torch.autograd.Function):
    """One unsigned byte a value, one scale and zero point a row."""

    @staticmethod
    def forward(ctx, x):
        lo = x.amin(-1, keepdim=True).clamp_max(0)
        s = (x.amax(-1, keepdim=True).clamp_min(0) - lo).div_(255).clamp_min_(1e-12)
        z = (-lo / s).round_()
        return (x / s).round_().add_(z).clamp_(0, 255).sub_(z).mul_(s)

    @staticmethod
    def backward(ctx, g):
        return g


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.o = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.ff1 = nn.Linear(HIDDEN, FFN)
        self.ff2 = nn.Linear(FFN, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def linear(self, layer, x, quant):
        if not quant:
            return F.linear(x, layer.weight, layer.bias)
        return F.linear(FakeQuantInput.apply(x), FakeQuantWeight.apply(layer.weight), layer.bias)

    def forward(self, x, mask, quant):
        b, t, _ = x.shape
        q, k, v = self.linear(self.qkv, x, quant).view(b, t, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS)
        if mask is not None:
            scores = scores + mask
        context = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm1(x + self.linear(self.o, context, quant))
        return self.norm2(x + self.linear(self.ff2, F.gelu(self.linear(self.ff1, x, quant)), quant))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(VOCAB, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        # The last row of each is for [CLS], [SEP] and padding, which have neither case nor space: it stays zero.
        self.case = nn.Embedding(NCASE + 1, HIDDEN, padding_idx=NCASE)
        self.space = nn.Embedding(NSPACE + 1, HIDDEN, padding_idx=NSPACE)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids, case, space, lengths=None, quant=False):
        """ids, case, space: [rows, pieces]. Returns [rows, pieces, hidden]."""
        t = ids.shape[1]
        x = self.word(ids) + self.position.weight[:t] + self.case(case) + self.space(space)
        mask = None
        if lengths is not None and int(lengths.min()) < t:
            mask = torch.where(torch.arange(t)[None] < lengths[:, None], 0.0, -1e9)[:, None, None]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask, quant)
        return x

    def load_minilm(self, path):
        w = load_file(path)
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        q, scale = quantize_rows(w["embeddings.word_embeddings.weight"])
        self.word.weight.data = q * scale[:, None]  # frozen: trained on what the file will hold
        self.word.weight.requires_grad_(False)
        self.position.weight.data = (w["embeddings.position_embeddings.weight"]
                                     + w["embeddings.token_type_embeddings.weight"][0])
        for e in (self.case, self.space):
            nn.init.normal_(e.weight, std=0.01)
            e.weight.data[-1] = 0
        self.norm.weight.data, self.norm.bias.data = (w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                def get(name):
                    return w[p + name + "." + kind]
                setattr(layer.qkv, kind, nn.Parameter(torch.cat([get("attention.self." + n)
                                                                 for n in ("query", "key", "value")])))
                for ours, theirs in (("o", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                                     ("ff1", "intermediate.dense"), ("ff2", "output.dense"),
                                     ("norm2", "output.LayerNorm")):
                    setattr(getattr(layer, ours), kind, nn.Parameter(get(theirs)))


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        sizes = {"sentence": len(SENTENCE), "pos": len(UPOS)}
        sizes.update({"names_" + f: len(NAMES) for f in NAME_FAMILIES})
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, n) for name, n in sizes.items()})
