# Trains the encoder and all heads together, for a given number of minutes.
# SPDX-License-Identifier: MIT
"""train.py --minilm DIR --corpora DIR --news DIR --out CHECKPOINT --minutes N [--init CHECKPOINT] [--resume]

The learning rate follows the clock: it warms up, then falls linearly to zero at the end of the minutes. The last part
(--qat) trains with simulated int8. A checkpoint with the optimizer and the clock is written every five minutes."""
import argparse
import os
import pickle
import time

import torch
import torch.nn.functional as F

from batches import IGNORE, Flat, NameSwapper, batches
from corpora import news, train_documents
from model import NAME_FAMILIES, Model
from tokens import Pieces

SHARES = {"ewt": .22, "gum": .13, "wikigold": .06, "crossner": .12, "btc": .05, "wnut": .03, "sec": .01, "gmb": .24,
          "re3d": .02, "news": .10}
TASK_WEIGHT = {"sentence": 1.0, "pos": 1.0, "names": 2.0}


def load_documents(a):
    cache = a.cache and os.path.join(a.cache, "documents.pickle")
    if cache and os.path.exists(cache):
        documents = pickle.load(open(cache, "rb"))
        documents["news"] = news(a.news)
    else:
        documents = train_documents(a.corpora, a.news)
        if cache:
            pickle.dump(documents, open(cache, "wb"))
    return documents


def loss_of(model, batch, quant):
    vectors = model.encoder(batch["ids"], batch["case"], batch["space"], batch["lengths"], quant)
    x = vectors.reshape(-1, vectors.shape[-1])[batch["heads"]]
    losses = {}
    for task in ("sentence", "pos"):
        known = batch[task] != IGNORE
        if known.any():
            losses[task] = F.cross_entropy(model.heads[task](x[known]), batch[task][known])
    parts, count = [], 0
    for i, family in enumerate(NAME_FAMILIES):
        known = (batch["family"] == i) & (batch["names"] != IGNORE)
        if known.any():
            parts.append(F.cross_entropy(model.heads["names_" + family](x[known]), batch["names"][known],
                                         reduction="sum"))
            count += int(known.sum())
    if parts:
        losses["names"] = sum(parts) / count
    return sum(TASK_WEIGHT[t] * l for t, l in losses.items()), losses


def parameter_groups(model, lr, head_lr):
    encoder = [p for n, p in model.encoder.named_parameters() if p.requires_grad and not n.startswith(("case", "space"))]
    fast = [p for n, p in model.named_parameters() if n.startswith(("heads", "encoder.case", "encoder.space"))]
    return [{"params": encoder, "peak": lr, "weight_decay": .01}, {"params": fast, "peak": head_lr, "weight_decay": 0}]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--minilm", required=True, help="folder with model.safetensors and vocab.txt")
    p.add_argument("--corpora", required=True)
    p.add_argument("--news", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--cache")
    p.add_argument("--init", help="start from these weights")
    p.add_argument("--resume", action="store_true", help="go on with --out where it stopped")
    p.add_argument("--minutes", type=float, required=True)
    p.add_argument("--lr", type=float, default=2e-4)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--batch", type=int, default=2048)
    p.add_argument("--warmup", type=float, default=.05)
    p.add_argument("--qat", type=float, default=.2, help="share of the time, at the end, with simulated int8")
    p.add_argument("--swap", type=float, default=.15, help="share of documents with swapped names")
    p.add_argument("--shares", default="", help="SOURCE=SHARE,... over the defaults")
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
    shares = dict(SHARES)
    shares.update({k: float(v) for k, v in (s.split("=") for s in a.shares.split(",") if s)})

    model = Model()
    model.encoder.load_minilm(os.path.join(a.minilm, "model.safetensors"))
    state = torch.load(a.out if a.resume else a.init, weights_only=False) if a.resume or a.init else {}
    if state:
        model.load_state_dict(state["model"])
    optimizer = torch.optim.AdamW(parameter_groups(model, a.lr, a.head_lr), lr=0, betas=(.9, .98), eps=1e-6)
    if a.resume:
        optimizer.load_state_dict(state["optimizer"])
    elapsed, step, seen = (state["elapsed"], state["step"], state["seen"]) if a.resume else (0.0, 0, 0)
    stream = batches(flats, shares, pieces, NameSwapper(a.corpora, documents), a.batch, a.swap, a.seed + step)

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
        loss, parts = loss_of(model, batch, quant=progress > 1 - a.qat)
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
            flats["news"][:] = [Flat(d, pieces) for d in news(a.news)]  # it may have grown
            last_save = time.time()
    save()
    print("done", flush=True)


if __name__ == "__main__":
    main()
