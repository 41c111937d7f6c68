# Trains the encoder and all heads together, for a given number of minutes.
# SPDX-License-Identifier: MIT
"""train.py --minilm DIR --corpora DIR --news DIR --out CHECKPOINT --minutes N [--init CHECKPOINT] [--resume]

The learning rate follows the clock: it warms up, then falls linearly to zero at the end of the minutes. The last part
(--qat) trains with simulated int8. A checkpoint with the optimizer and the clock is written every five minutes."""
import argparse
import os
import pickle
import re
import time

import torch
import torch.nn.functional as F

from batches import IGNORE, Flat, NameSwapper, batches
from facts import DEMONYM, NOMINAL, PRONOUN, storylines, train_documents, wire
from model import NAME_FAMILIES, PREDICATES, Layer, Model, distance_bucket, mean_state
from tokens import SOURCE, Pieces

SHARES = {"ewt": .18, "gum": .14, "wikigold": .05, "crossner": .09, "btc": .03, "wnut": .02, "sec": .01, "gmb": .12,
          "re3d": .02, "news": .20, "wire": .06, "litbank": .04, "gap": .015, "redocred": .03}
TASK_WEIGHT = {"starts": 1.0, "pos": .7, "features": .3, "names": 2.0, "arc": .7, "deprel": .5, "titles": 1.0,
               "nominals": .5, "coreference": .4, "roles": .3, "relations": .3, "modality": .2}


def load_documents(a):
    cache = a.cache and os.path.join(a.cache, "all-documents.pickle")
    if cache and os.path.exists(cache):
        documents = pickle.load(open(cache, "rb"))
    else:
        documents = train_documents(a.corpora)
        if cache:
            pickle.dump(documents, open(cache, "wb"))
    documents.update(own_documents(a))
    return documents


def own_documents(a):
    return {"news": storylines(a.news, a.without.split(",")), "wire": wire(a.wire, a.corpora, a.without.split(","))}


def token_losses(model, batch, x):
    """x: [rows, tokens, hidden]"""
    losses = {}
    for task, head in (("starts", "sentence"), ("pos", "pos"), ("features", "features"), ("titles", "titles"),
                       ("nominals", "nominals")):
        known = batch[task] != IGNORE
        if known.any():
            losses[task] = F.cross_entropy(model.heads[head](x[known]).float(), batch[task][known])
    parts, count = [], 0
    for i, family in enumerate(NAME_FAMILIES):
        known = (batch["family"] == i)[:, None] & (batch["names"] != IGNORE)
        if known.any():
            parts.append(F.cross_entropy(model.heads["names_" + family](x[known]).float(), batch["names"][known],
                                         reduction="sum"))
            count += int(known.sum())
    if parts:
        losses["names"] = sum(parts) / count
    return losses


def tree_losses(model, batch, x, quant):
    rows = (batch["heads"] != IGNORE).any(1)
    if not rows.any():
        return {}
    x, heads, sentence = x[rows], batch["heads"][rows], batch["sentence"][rows]
    known = heads != IGNORE
    scores = model.tree.scores(x, quant).masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e4)
    losses = {"arc": F.cross_entropy(scores[known], heads[known])}
    known = known & (batch["deprels"][rows] != IGNORE)
    row = torch.arange(len(x))[:, None].expand_as(heads)[known]
    labels = model.tree.labels(x[known], x[row, heads[known]], quant)
    losses["deprel"] = F.cross_entropy(labels.float(), batch["deprels"][rows][known])
    return losses


def pair_context(left, right, pairs):
    """Buckets of the pairs; left and right: (token, sentence, type, kind) of each side, [rows, i] and [rows, j]."""
    row, i, j = pairs
    at, sentence, types, kinds = (x[row, i] for x in left)
    at2, sentence2, types2, kinds2 = (x[row, j] for x in right)
    return (distance_bucket(at2 - at), (sentence2 - sentence).clamp(-3, 3) + 3, types * 4 + types2, kinds * 4 + kinds2)


def coreference_loss(model, batch, x, side, quant):
    """-log of the share of probability that goes to right antecedents; none where there is none before it."""
    entity, kind = batch["mention_entity"], batch["mention_kind"]
    order = torch.arange(entity.shape[1])
    anaphor = ((kind == NOMINAL) | (kind == PRONOUN)) & (entity >= 0)
    possible = ((order[None] < order[:, None])[None] & (entity >= 0)[:, None] & (kind != DEMONYM)[:, None]
                & anaphor[:, :, None])
    if not possible.any():
        return None
    at, sentence, types, kinds = side
    unknown = torch.where((kinds == NOMINAL) | (kinds == PRONOUN), 3, types)  # what an anaphor is is not known yet
    pairs = possible.nonzero().T
    context = pair_context((at, sentence, unknown, kinds), side, pairs)
    scores = torch.full(possible.shape, -1e4)
    scores[pairs[0], pairs[1], pairs[2]] = model.coreference(x, x, pairs, context, quant)[:, 0]
    right = possible & (entity[:, :, None] == entity[:, None])
    none = torch.zeros_like(scores[..., :1])
    everything = torch.cat([none, scores], -1).logsumexp(-1)
    gold = torch.cat([none.masked_fill(right.any(-1, keepdim=True), -1e4), scores.masked_fill(~right, -1e4)],
                     -1).logsumexp(-1)
    return (everything - gold)[anaphor].mean()


def role_loss(model, batch, x, mentions, side, quant):
    pairs = (batch["roles"] != IGNORE).nonzero().T
    title = torch.full_like(batch["anchors"], 3)
    context = pair_context((batch["anchors"], batch["anchor_sentence"], title, title), side, pairs)
    gold = batch["roles"][pairs[0], pairs[1], pairs[2]]
    scores = model.roles(pick(x, batch["anchors"]), mentions, pairs, context, quant)
    return F.cross_entropy(scores, gold, reduction="sum") / (gold > 0).sum().clamp_min(1)


def relation_losses(model, batch, mentions, side, quant):
    gold = torch.zeros(*batch["related"].shape, len(PREDICATES))
    row, i, j, predicate, modality = batch["targets"].T
    row = batch["row"][row]
    gold[row, i, j, predicate] = 1
    pairs = batch["related"].nonzero().T
    scores = model.relations(mentions, mentions, pairs, pair_context(side, side, pairs), quant)
    loss = F.binary_cross_entropy_with_logits(scores, gold[pairs[0], pairs[1], pairs[2]], reduction="none")
    losses = {"relations": loss[batch["predicates"][pairs[0]]].sum() / gold.sum().clamp_min(4)}
    if (modality != IGNORE).any():
        told = torch.stack([row, i, j])
        scores = model.modality(mentions, mentions, told, pair_context(side, side, told), quant)
        losses["modality"] = F.cross_entropy(scores, modality, ignore_index=IGNORE)
    return losses


def pick(x, at):
    return x.gather(1, at[:, :, None].expand(-1, -1, x.shape[-1]))


def fact_losses(model, batch, x, quant):
    rows = batch["mention_entity"].amax(1) >= 0 if batch["mention_entity"].shape[1] else torch.zeros(len(x), dtype=bool)
    if not rows.any():
        return {}
    batch = {k: v[rows] for k, v in batch.items() if k in FACT_FIELDS} | {"targets": batch["targets"],
                                                                          "row": rows.cumsum(0) - 1}
    x = x[rows]
    mentions, side = pick(x, batch["mention_at"]), [batch["mention_" + f] for f in ("at", "sentence", "type", "kind")]
    losses = {}
    loss = coreference_loss(model, batch, mentions, side, quant)
    if loss is not None:
        losses["coreference"] = loss
    if (batch["roles"] != IGNORE).any():
        losses["roles"] = role_loss(model, batch, x, mentions, side, quant)
    if batch["related"].any():
        losses.update(relation_losses(model, batch, mentions, side, quant))
    return losses


FACT_FIELDS = {"mention_at", "mention_entity", "mention_kind", "mention_type", "mention_sentence", "anchors",
               "anchor_sentence", "roles", "related", "predicates"}


def losses_of(model, batch, quant):
    with torch.autocast("cpu", torch.bfloat16):
        vectors = model.encoder(batch["ids"], batch["case"], batch["space"], batch["lengths"], quant)
        x = vectors.gather(1, batch["at"][:, :, None].expand(-1, -1, vectors.shape[-1]))
        losses = token_losses(model, batch, x)
        losses.update(tree_losses(model, batch, x, quant))
        losses.update(fact_losses(model, batch, x, quant))
    return losses


def assignments(text):
    """"A=1,B=2" as numbers by name."""
    return {name: float(value) for name, value in (part.split("=") for part in text.split(",") if part)}


def parameter_groups(model, lr, head_lr, decay):
    """The heads and the case and space embeddings learn fast; a layer learns at `decay` times the rate of the one above."""
    layers = {}
    for name, p in model.encoder.named_parameters():
        if p.requires_grad and not name.startswith(("case", "space")):
            found = re.match(r"layers\.(\d+)\.", name)
            layers.setdefault(int(found[1]) if found else -1, []).append(p)
    top = max(layers)
    groups = [{"params": layers[i], "peak": lr * decay ** (top - i), "weight_decay": .01} for i in sorted(layers)]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder")
            or n.startswith(("encoder.case", "encoder.space"))]
    return groups + [{"params": fast, "peak": head_lr, "weight_decay": 0}]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--minilm", required=True, help="folder with model.safetensors and vocab.txt")
    p.add_argument("--corpora", required=True)
    p.add_argument("--news", required=True)
    p.add_argument("--wire", default=os.path.join(SOURCE, "data/corpus/standoff"))
    p.add_argument("--out", required=True)
    p.add_argument("--without", default="", help="storylines kept for development: NAME,...")
    p.add_argument("--cache")
    p.add_argument("--init", help="start from these weights, or from the mean of several: A.pt,B.pt; with --minutes 0 the mean "
                   "is all that is written")
    p.add_argument("--resume", action="store_true", help="go on with --out where it stopped")
    p.add_argument("--minutes", type=float, required=True)
    p.add_argument("--lr", type=float, default=2e-4)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--decay", type=float, default=1, help="rate of a layer over that of the layer above it")
    p.add_argument("--batch", type=int, default=2048)
    p.add_argument("--warmup", type=float, default=.05)
    p.add_argument("--qat", type=float, default=.2, help="share of the time, at the end, with simulated int8")
    p.add_argument("--swap", type=float, default=.15, help="share of documents with swapped names")
    p.add_argument("--masked", type=float, default=.06, help="share of pieces hidden")
    p.add_argument("--dropout", type=float, default=.1)
    p.add_argument("--shares", default="", help="SOURCE=SHARE,... over the defaults")
    p.add_argument("--weights", default="", help="TASK=WEIGHT,... of the losses over the defaults")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()

    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    documents = load_documents(a)
    pieces = Pieces(os.path.join(a.minilm, "vocab.txt"))
    flats = {source: [Flat(d, pieces) for d in docs if d.words] for source, docs in documents.items()}
    for source, docs in flats.items():
        print(f"{source}: {len(docs)} documents, {sum(len(f.counts) for f in docs)} tokens, "
              f"{sum(len(f.ids) for f in docs)} pieces", flush=True)
    shares, weights = SHARES | assignments(a.shares), TASK_WEIGHT | assignments(a.weights)

    Layer.dropout = a.dropout
    model = Model()
    model.encoder.load_minilm(os.path.join(a.minilm, "model.safetensors"))
    state = torch.load(a.out, weights_only=False) if a.resume else {}
    if a.resume or a.init:
        model.load(state["model"] if a.resume else mean_state(a.init))
    optimizer = torch.optim.AdamW(parameter_groups(model, a.lr, a.head_lr, a.decay), lr=0, betas=(.9, .98), eps=1e-6)
    if a.resume:
        optimizer.load_state_dict(state["optimizer"])
    elapsed, step, seen = (state["elapsed"], state["step"], state["seen"]) if a.resume else (0.0, 0, 0)
    stream = batches(flats, shares, pieces, NameSwapper(a.corpora, documents), a.batch, a.swap, a.masked,
                     a.seed + step)

    def save():
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "elapsed": elapsed, "step": step,
                    "seen": seen}, a.out + ".new")
        os.replace(a.out + ".new", a.out)

    budget, last_save, last_log, running = a.minutes * 60, time.time(), time.time(), {}
    model.train()
    clock = time.time() - elapsed
    while elapsed < budget:
        progress = elapsed / budget
        rate = min(progress / a.warmup + .02, (1 - progress) / (1 - a.warmup), 1)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        batch = next(stream)
        parts = losses_of(model, batch, quant=progress > 1 - a.qat)
        loss = sum(weights[task] * value for task, value in parts.items())
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step, seen = step + 1, seen + int(batch["lengths"].sum())
        for task, value in parts.items():
            running[task] = .97 * running.get(task, value.item()) + .03 * value.item()
        elapsed = time.time() - clock
        if time.time() - last_log > 20:
            print(f"{elapsed:6.0f}s step {step} pieces {seen} rate {seen / elapsed:.0f}/s "
                  + " ".join(f"{t} {v:.4f}" for t, v in running.items()), flush=True)
            last_log = time.time()
        if time.time() - last_save > 300:
            save()
            for source, docs in own_documents(a).items():  # they may have grown
                flats[source][:] = [Flat(d, pieces) for d in docs]
            last_save = time.time()
    save()
    print("done", flush=True)


if __name__ == "__main__":
    main()
