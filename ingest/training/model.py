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
DEPENDENCIES = """punct case det nsubj advmod root amod obj obl nmod conj compound cc mark aux cop nmod:poss advcl xcomp flat
acl:relcl ccomp acl aux:pass appos nummod parataxis nsubj:pass discourse obl:unmarked nmod:unmarked compound:prt expl fixed
iobj list dep obl:agent nmod:desc csubj nsubj:outer advcl:relcl det:predet reparandum vocative cc:preconj goeswith orphan
dislocated csubj:pass csubj:outer""".split()
FEATURE_NAMES = ("Number", "Person", "PronType", "Tense", "VerbForm")  # what facts need
FEATURES = """_ Number=Sing PronType=Art Number=Plur VerbForm=Inf Number=Sing|Person=3|Tense=Pres|VerbForm=Fin VerbForm=Fin
Number=Sing|Person=3|Tense=Past|VerbForm=Fin Tense=Past|VerbForm=Part Number=Sing|Person=1|PronType=Prs
Tense=Pres|VerbForm=Part Number=Plur|Person=3|Tense=Pres|VerbForm=Fin Number=Sing|PronType=Dem PronType=Rel
Number=Sing|Person=1|Tense=Pres|VerbForm=Fin Number=Sing|Person=3|PronType=Prs VerbForm=Ger Number=Plur|Person=1|PronType=Prs
Person=2|PronType=Prs PronType=Int PronType=Ind Number=Plur|Person=3|Tense=Past|VerbForm=Fin PronType=Dem
Number=Plur|Person=3|PronType=Prs Number=Sing|Person=1|Tense=Past|VerbForm=Fin Number=Sing|Person=2|Tense=Pres|VerbForm=Fin
PronType=Tot Number=Plur|Person=1|Tense=Pres|VerbForm=Fin Number=Sing|Person=2|PronType=Prs Number=Plur|PronType=Dem
PronType=Neg Number=Plur|Person=1|Tense=Past|VerbForm=Fin Number=Sing|PronType=Ind Number=Ptan Person=2|VerbForm=Fin
Number=Sing|Person=2|Tense=Past|VerbForm=Fin Number=Sing|PronType=Tot Number=Sing|PronType=Neg Person=2|VerbForm=Inf
Number=Plur|Person=2|PronType=Prs PronType=Rcp""".split()
PREDICATES = """linked employed_by member_of founded owns educated_at part_of subsidiary_of headquartered_in located_in born_in
died_in resides_in citizen_of spouse parent sibling relative associate met_with spoke_with visited appointed nominated
dismissed succeeded endorsed criticized accused sanctioned charged arrested sued attacked killed negotiated_with signed_with
acquired""".split()
SYMMETRIC = set("spouse sibling relative associate met_with spoke_with negotiated_with signed_with".split())
MODALITIES = ["asserted", "negative", "planned", "alleged", "denied", "hypothetical"]
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


def fake_quant(x, scale):
    """x rounded to multiples of scale; the gradient passes."""
    return x + (torch.round(x / scale) * scale - x).detach()


def attend(q, k, v, mask, quant):
    """All [rows, heads, pieces, width]. With quant as the program computes it: a signed byte a query's value with a scale
    a query, 7 bits a key's with a scale a key, 7 bits a value's with a scale a column, and 8 bits a weight."""
    q = q / math.sqrt(q.shape[-1])
    if quant:
        q, k, v = q.float(), k.float(), v.float()
        q = fake_quant(q, q.detach().abs().amax(-1, keepdim=True).clamp_min(1e-8) / 127)
        k = fake_quant(k, k.detach().abs().amax(-1, keepdim=True).clamp_min(1e-8) / QMAX)
        v = fake_quant(v, v.detach().abs().amax(-2, keepdim=True).clamp_min(1e-8) / QMAX)
    scores = q @ k.transpose(-1, -2)
    if mask is not None:
        scores = scores + mask
    if not quant:
        return scores.softmax(-1) @ v
    weights = fake_quant((scores - scores.detach().amax(-1, keepdim=True)).exp(), 1 / 255)
    return weights @ v / weights.sum(-1, keepdim=True)


def drop(x, share):
    """Zeroes the same values of all pieces of a row: a mask a row costs little."""
    keep = torch.rand(x.shape[0], 1, x.shape[2]) >= share
    return x * (keep / (1 - share))


class Layer(nn.Module):
    dropout = 0.0

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
        context = attend(q, k, v, mask, quant).transpose(1, 2).reshape(b, t, HIDDEN)
        context = self.linear(self.o, context, quant)
        x = self.norm1(x + (drop(context, self.dropout) if self.training and self.dropout else context))
        wide = self.linear(self.ff2, F.gelu(self.linear(self.ff1, x, quant)), quant)
        return self.norm2(x + (drop(wide, self.dropout) if self.training and self.dropout else wide))


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


TITLES = ["O", "B", "I"]
NOMINALS = ["O", "B-NOM", "I-NOM", "PRO"]
ROLE_LABELS = ["none", "seat", "current", "former", "acting", "designate", "nominee", "candidate", "unknown"]
DISTANCES, SENTENCES, TYPES, KINDS = 17, 7, 16, 16


def linear(layer, x, quant):
    """The layer as the program computes it: integer weights, one byte a value, where quant."""
    if not quant:
        return layer(x)
    return F.linear(FakeQuantInput.apply(x.float()), FakeQuantWeight.apply(layer.weight), layer.bias)


class Arcs(nn.Module):
    """arc(i, j) = relu(dep_i)^T U relu(head_j) + u^T relu(head_j);  label(i, j) = V relu(dep'_i + head'_j) + v"""

    def __init__(self, width, labels):
        super().__init__()
        self.dep, self.head = nn.Linear(HIDDEN, width), nn.Linear(HIDDEN, width)
        self.label_dep, self.label_head = nn.Linear(HIDDEN, width), nn.Linear(HIDDEN, width)
        self.product = nn.Linear(width, width, bias=False)
        self.prior = nn.Linear(width, 1, bias=False)
        self.label = nn.Linear(width, labels)

    def scores(self, x, quant=False):
        """x: [rows, tokens, hidden]. Returns [rows, dependent, head]; a token that heads itself is a root."""
        dep, head = F.relu(linear(self.dep, x, quant)), F.relu(linear(self.head, x, quant))
        return (self.product(dep) @ head.transpose(1, 2)).float() + self.prior(head).float().transpose(1, 2)

    def labels(self, dependents, heads, quant=False):
        """Both [n, hidden]. Returns [n, labels]."""
        return self.label(F.relu(linear(self.label_dep, dependents, quant) + linear(self.label_head, heads, quant)))


def distance_bucket(d):
    """Signed distance in tokens to 0..16: 0 is 8, then powers of two."""
    size = (torch.log2(d.abs().clamp_min(1).float() + .5).floor().long() + 1).clamp_max(8)
    return 8 + torch.where(d == 0, torch.zeros_like(d), d.sign() * size)


class Pairs(nn.Module):
    """score_k(i, j) = V_k relu(left_i + right_j + distance + sentences + types + kinds) + v_k"""

    def __init__(self, width, labels, bias=0.0):
        super().__init__()
        self.left, self.right = nn.Linear(HIDDEN, width), nn.Linear(HIDDEN, width)
        self.distance, self.sentences, self.types, self.kinds = (nn.Embedding(n, width) for n in
                                                                 (DISTANCES, SENTENCES, TYPES, KINDS))
        for e in (self.distance, self.sentences, self.types, self.kinds):
            nn.init.normal_(e.weight, std=.02)
        self.out = nn.Linear(width, labels)
        nn.init.constant_(self.out.bias, bias)

    def forward(self, x, y, pairs, context, quant=False):
        """x: [rows, i, hidden], y: [rows, j, hidden]; pairs: (row, i, j), each [n]; context: four [n]: buckets.

        Returns [n, labels]."""
        row, i, j = pairs
        left, right = (linear(layer, side, quant).flatten(0, 1) for layer, side in ((self.left, x), (self.right, y)))
        distance, sentences, types, kinds = context
        hidden = (left.index_select(0, row * x.shape[1] + i) + right.index_select(0, row * y.shape[1] + j)
                  + self.distance(distance) + self.sentences(sentences) + self.types(types) + self.kinds(kinds))
        return self.out(F.relu(hidden)).float()


def mean_state(paths):
    """The mean of the weights of the checkpoints "A.pt,B.pt": runs from one start gain together what each gains."""
    states = [torch.load(path, weights_only=False)["model"] for path in paths.split(",")]
    return {name: sum(state[name].float() for state in states) / len(states) for name in states[0]}


class Model(nn.Module):
    """Linear heads per token, trees, and heads for pairs of mentions."""

    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        sizes = {"sentence": len(SENTENCE), "pos": len(UPOS), "features": len(FEATURES), "titles": len(TITLES),
                 "nominals": len(NOMINALS)}
        sizes.update({"names_" + f: len(NAMES) for f in NAME_FAMILIES})
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, n) for name, n in sizes.items()})
        self.tree = Arcs(128, len(DEPENDENCIES))
        self.coreference = Pairs(128, 1)
        self.roles = Pairs(128, len(ROLE_LABELS))
        self.relations = Pairs(192, len(PREDICATES), -4.0)
        self.modality = Pairs(64, len(MODALITIES))

    def load(self, state):
        """The weights of a checkpoint of this or the earlier layout; layers that it lacks stay new."""
        old = {"sides.arc_dep": "tree.dep", "sides.arc_head": "tree.head", "sides.deprel_dep": "tree.label_dep",
               "sides.deprel_head": "tree.label_head", "arc.": "tree.product.", "arc_head.": "tree.prior.",
               "deprel.": "tree.label."}
        for a, b in old.items():
            state = {b + k[len(a):] if k.startswith(a) else k: v for k, v in state.items()}
        print("new:", sorted(self.load_state_dict(state, strict=False).missing_keys))
