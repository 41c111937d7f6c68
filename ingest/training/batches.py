# Turns documents into an endless, augmented stream of training batches.
# SPDX-License-Identifier: MIT
import random

import numpy as np
import torch

from corpora import Doc, lexicon_words
from model import NAME_FAMILIES, NAMES, UPOS
from tokens import (CASE_CAPITAL, CASE_DIGIT, CASE_LOWER, CASE_OTHER, CASE_UPPER, NCASE, NSPACE,
                    SPACE_BLANK, SPACE_NEWLINE, SPACE_NONE, SPACE_SPACE, WINDOW, case_id, space_ids, tokenize)

IGNORE = -100
NAME_ID = {label: i for i, label in enumerate(NAMES)}
POS_ID = {label: i for i, label in enumerate(UPOS)}
EDGE = 4  # tokens at a cut within a document whose sentence label is not trained: inference never reads them


class Flat:
    """A document as arrays: pieces, and per token what the rows need."""

    def __init__(self, doc, pieces):
        ids = [pieces.of(w) for w in doc.words]
        self.counts = np.array([len(p) for p in ids], np.int32)
        self.offsets = np.concatenate([[0], np.cumsum(self.counts)]).astype(np.int32)
        self.ids = np.array([i for p in ids for i in p], np.int32)
        self.case = np.array([case_id(w) for w in doc.words], np.int8)
        self.upper_case = np.array([CASE_CAPITAL if len(w) == 1 else CASE_UPPER for w in doc.words], np.int8)
        self.long = np.array([len(w) > 3 for w in doc.words])
        self.space = np.array(doc.spaces, np.int8)
        self.starts = np.array(doc.starts, np.int8)
        self.names = np.array([IGNORE if n is None else NAME_ID[n] for n in doc.names], np.int16)
        self.pos = np.array([POS_ID.get(p, IGNORE) for p in doc.pos] if doc.pos else [IGNORE] * len(ids), np.int16)
        self.family = NAME_FAMILIES.index(doc.family)
        self.sentences = doc.sentences
        self.tokenized = doc.tokenized
        self.doc = doc


class NameSwapper:
    """Replaces names by others of their type, from the corpora, the lexicons, or made up."""

    FORMS = ["{} Inc.", "{} Corp.", "{} Ltd.", "{} Group", "{} Holdings", "{} Bank", "{} Motors", "{} & Sons", "{} {}",
             "{} Industries", "{} University", "{} Partners", "{} Media", "{} Institute", "{} Energy", "{} United",
             "{} Foundation", "{} Airlines", "{} Pharmaceuticals", "{}", "{}", "{} Times", "{} Police Department",
             "{} County Council", "{}-{}", "Bank of {}", "{}, {} & Co.", "{} Technologies", "{} FC", "{} Party"]

    def __init__(self, root, documents):
        self.pool = {"PER": [], "ORG": [], "LOC": []}
        for source, docs in documents.items():
            if source in ("sec", "re3d"):
                continue
            for doc in docs:
                for first, last, kind in name_spans(doc.names):
                    words = doc.words[first:last]
                    if len(words) < 7 and words[0][0].isupper():
                        self.pool[kind].append((words, doc.spaces[first:last]))
        self.given = [w for w in lexicon_words(root, "usprob.csv", 0, 4000)]
        self.surnames = [w.title() for w in lexicon_words(root, "surnames.csv", 0, 30000)]
        self.cities = lexicon_words(root, "world-cities.csv", 0, 30000)

    def _made_up(self, kind, rng):
        if kind == "PER":
            text = rng.choice(self.given) + " " + rng.choice(self.surnames)
            if rng.random() < .2:
                text = text.replace(" ", " " + rng.choice("ABCDEFGHJKLMNPRSTW") + ". ")
            if rng.random() < .3:
                text = text.split()[-1]
        elif kind == "LOC":
            text = rng.choice(self.cities)
        else:
            text = rng.choice(self.FORMS).format(rng.choice(self.surnames), rng.choice(self.surnames))
        spans = tokenize(text)
        return [text[s:e] for s, e in spans], space_ids(text, spans)

    def swap(self, doc, rng):
        out = Doc(doc.family, pos=[] if doc.pos else None, sentences=doc.sentences, tokenized=doc.tokenized)
        at = 0

        def copy(first, last):
            for field in ("words", "spaces", "starts", "names"):
                getattr(out, field).extend(getattr(doc, field)[first:last])
            if doc.pos:
                out.pos.extend(doc.pos[first:last])
        for first, last, kind in name_spans(doc.names):
            copy(at, first)
            at = first
            if rng.random() < .6 and doc.words[first][0].isupper():
                words, spaces = self._made_up(kind, rng) if rng.random() < .4 else rng.choice(self.pool[kind])
                if not words:
                    continue
                n = len(words)
                out.words += words
                out.spaces += [doc.spaces[first]] + list(spaces[1:])
                out.starts += [doc.starts[first]] + [0] * (n - 1)
                out.names += ["B-" + kind] + ["I-" + kind] * (n - 1)
                if doc.pos:
                    out.pos += ["?"] * n
                at = last
        copy(at, len(doc.words))
        return out


def name_spans(labels):
    """[(first, last exclusive, type)]"""
    spans = []
    for i, label in enumerate(labels):
        if label and label[0] == "B":
            spans.append([i, i + 1, label[2:]])
        elif label and label[0] == "I" and spans and spans[-1][1] == i:
            spans[-1][1] = i + 1
    return [tuple(s) for s in spans]


def _augment_case(case, flat, first, last, rng):
    draw = rng.random()
    letters = (case != CASE_DIGIT) & (case != CASE_OTHER)
    if draw < .07:
        return np.where(letters, flat.upper_case[first:last], case)
    if draw < .11:
        return np.where(letters, CASE_LOWER, case)
    if draw < .13:
        return np.where(letters & flat.long[first:last] & (case == CASE_LOWER), CASE_CAPITAL, case)
    if draw < .25:  # one sentence as a headline, capitals or title case
        starts = np.flatnonzero(flat.starts[first:last])
        if len(starts):
            k = rng.randrange(len(starts))
            a, b = starts[k], starts[k + 1] if k + 1 < len(starts) else last - first
            part, inside = case.copy(), np.zeros(last - first, bool)
            inside[a:b] = True
            if draw < .2:
                return np.where(letters & inside, flat.upper_case[first:last], part)
            return np.where(letters & inside & flat.long[first:last] & (part == CASE_LOWER), CASE_CAPITAL, part)
    return case


def _augment_space(space, flat, first, last, rng):
    space = space.copy()
    if flat.tokenized:
        draw = rng.random()
        starts = flat.starts[first:last] == 1
        if draw < .4:  # as token files are printed
            space[space == SPACE_NONE] = SPACE_SPACE
        if draw < .25:
            space[starts & (space == SPACE_SPACE)] = SPACE_NEWLINE
        elif draw < .3 or draw > .9:
            space[starts & (space == SPACE_SPACE)] = SPACE_BLANK
    if rng.random() < .25:
        space[space == SPACE_BLANK] = SPACE_NEWLINE
    if rng.random() < .12:  # wrapped lines
        at = rng.randrange(6, 16)
        while at < len(space):
            if space[at] == SPACE_SPACE:
                space[at] = SPACE_NEWLINE
            at += rng.randrange(9, 15)
    elif rng.random() < .3 and len(space) > 2:
        at = rng.randrange(1, len(space))
        if space[at] == SPACE_SPACE:
            space[at] = SPACE_NEWLINE
    return space


def make_row(flat, first, last, pieces, rng):
    """One window of tokens [first, last): piece arrays and token labels."""
    o = flat.offsets
    a, b = o[first], o[last]
    n = b - a
    counts = flat.counts[first:last]
    heads = o[first:last] - a + 1
    ids = np.empty(n + 2, np.int64)
    ids[0], ids[-1], ids[1:-1] = pieces.cls, pieces.sep, flat.ids[a:b]
    case = np.full(n + 2, NCASE, np.int64)
    case[1:-1] = np.repeat(_augment_case(flat.case[first:last], flat, first, last, rng), counts)
    space = np.full(n + 2, NSPACE, np.int64)
    space[1:-1] = SPACE_NONE
    space[heads] = _augment_space(flat.space[first:last], flat, first, last, rng)
    names = flat.names[first:last]
    if rng.random() < .3:  # seen-name dropout: the context alone must tell
        for k in np.flatnonzero((names > 0) & (np.random.rand(last - first) < .15)):
            ids[heads[k]:heads[k] + counts[k]] = pieces.mask
    starts = np.full(last - first, IGNORE, np.int64)
    if flat.sentences:
        starts[:] = flat.starts[first:last]
        if first:
            starts[:EDGE] = IGNORE
        if last < len(flat.counts):
            starts[-EDGE:] = IGNORE
    return ids, case, space, heads, starts, flat.pos[first:last], names, flat.family


def rows_of(flat, pieces, rng):
    first, total = 0, len(flat.counts)
    room = rng.randrange(24, WINDOW + 1) if flat.offsets[-1] > WINDOW else WINDOW
    while first < total:
        last = int(np.searchsorted(flat.offsets, flat.offsets[first] + room, side="right")) - 1
        last = max(last, first + 1)
        yield make_row(flat, first, last, pieces, rng)
        first = last
        room = WINDOW if rng.random() > .12 else rng.randrange(16, WINDOW)


def source_rows(flats, pieces, swapper, swap_share, rng):
    while True:
        for flat in rng.sample(flats, len(flats)):
            if rng.random() < swap_share:
                flat = Flat(swapper.swap(flat.doc, rng), pieces)
            yield from rows_of(flat, pieces, rng)


def collate(rows):
    t = max(len(r[0]) for r in rows)
    ids = np.zeros((len(rows), t), np.int64)
    case, space = np.full_like(ids, NCASE), np.full_like(ids, NSPACE)
    for i, r in enumerate(rows):
        n = len(r[0])
        ids[i, :n], case[i, :n], space[i, :n] = r[0], r[1], r[2]
    tensor = torch.from_numpy
    return {"ids": tensor(ids), "case": tensor(case), "space": tensor(space),
            "lengths": torch.tensor([len(r[0]) for r in rows]),
            "heads": tensor(np.concatenate([r[3] + i * t for i, r in enumerate(rows)]).astype(np.int64)),
            "sentence": tensor(np.concatenate([r[4] for r in rows])),
            "pos": tensor(np.concatenate([r[5] for r in rows]).astype(np.int64)),
            "names": tensor(np.concatenate([r[6] for r in rows]).astype(np.int64)),
            "family": tensor(np.concatenate([np.full(len(r[3]), r[7]) for r in rows]).astype(np.int64))}


def batches(flats, shares, pieces, swapper, size, swap_share, seed):
    """An endless stream of batches of about `size` pieces; shares: source to share of the rows' pieces."""
    rng = random.Random(seed)
    np.random.seed(seed)
    sources = [s for s in shares if flats.get(s)]
    streams = {s: source_rows(flats[s], pieces, swapper, swap_share, rng) for s in sources}
    mean = {s: np.mean([min(f.offsets[-1], WINDOW) for f in flats[s]]) for s in sources}
    weights = [shares[s] / mean[s] for s in sources]
    while True:
        rows = []
        while sum(len(r[0]) for r in rows) < 16 * size:
            rows += [next(streams[s]) for s in rng.choices(sources, weights, k=32)]
        rows.sort(key=lambda r: len(r[0]))
        groups, group = [], []
        for row in rows:
            if group and (len(group) + 1) * len(row[0]) > size:
                groups.append(group)
                group = []
            group.append(row)
        groups.append(group)
        rng.shuffle(groups)
        for group in groups:
            yield collate(group)
