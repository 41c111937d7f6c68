# Turns documents into an endless, augmented stream of training batches.
# SPDX-License-Identifier: MIT
import os
import random

import numpy as np
import torch

from corpora import Doc, lexicon_words
from model import DEPENDENCIES, FEATURES, NAME_FAMILIES, NAMES, PREDICATES, SYMMETRIC, UPOS
from tokens import (SOURCE, CASE_CAPITAL, CASE_DIGIT, CASE_LOWER, CASE_OTHER, CASE_UPPER, NCASE, NSPACE,
                    SPACE_BLANK, SPACE_NEWLINE, SPACE_NONE, SPACE_SPACE, WINDOW, case_id, space_ids, tokenize)

IGNORE = -100
NAME_ID = {label: i for i, label in enumerate(NAMES)}
POS_ID = {label: i for i, label in enumerate(UPOS)}
FEATURES_ID = {label: i for i, label in enumerate(FEATURES)}
DEPENDENCY_ID = {label: i for i, label in enumerate(DEPENDENCIES)}
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
        self.features = np.array([FEATURES_ID.get(f, IGNORE) for f in doc.features or [""] * len(ids)], np.int16)
        self.heads = np.array(doc.heads or [IGNORE] * len(ids), np.int32)
        self.deprels = np.array([DEPENDENCY_ID.get(d, IGNORE) for d in doc.deprels or [""] * len(ids)], np.int16)
        self.sentence = np.cumsum(self.starts).astype(np.int32)
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
            if source in ("sec", "re3d", "litbank", "gap", "redocred"):
                continue
            for doc in docs:
                for first, last, kind in name_spans(doc.names):
                    words = doc.words[first:last]
                    if len(words) < 7 and words[0][0].isupper():
                        self.pool[kind].append((words, doc.spaces[first:last]))
        self.given = {"male": [], "female": []}
        for line in open(os.path.join(SOURCE, "data", "given-names.tsv"), encoding="utf-8"):
            name, gender = line.split("\t")[:2]
            self.given["male" if gender.strip() == "m" else "female"].append(name.title())
        self.surnames = [w.title() for w in lexicon_words(root, "surnames.csv", 0, 30000)]
        self.cities = lexicon_words(root, "world-cities.csv", 0, 30000)

    def _made_up(self, kind, rng):
        if kind == "PER":
            text = rng.choice(self.given[rng.choice(["male", "female"])]) + " " + rng.choice(self.surnames)
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

    def _person(self, surfaces, gender, rng):
        """Surface -> words for the names of one person, so that the short ones still fit the full one."""
        full = max(surfaces, key=len)
        given = rng.choice(self.given[gender or rng.choice(["male", "female"])])
        family = rng.choice(self.surnames)
        out = {}
        for surface in surfaces:
            if len(surface) > 1:
                out[surface] = [given, *([rng.choice("ABCDEFGHJKLMNPRSTW") + "."] if rng.random() < .15 else []), family]
            elif surface[0] in (full[-1], full[0]):
                out[surface] = [family if surface[0] == full[-1] else given]
        return out

    def _replacements(self, doc, rng):
        """(first, last) of a name -> (words, spaces) in its place. A name that comes back is replaced alike."""
        chosen, spans = {}, name_spans(doc.names)
        if doc.facts:
            entity = {(m[0], m[1]): m[2] for m in doc.facts.mentions if m[3] == 0}
            surfaces = {}
            for first, last, kind in spans:
                if kind == "PER" and (first, last) in entity:
                    surfaces.setdefault(entity[first, last], set()).add(tuple(doc.words[first:last]))
            for e, names in sorted(surfaces.items()):
                if rng.random() < .7:
                    for surface, words in self._person(sorted(names), doc.facts.gender(doc.words, e), rng).items():
                        chosen[e, surface] = words, [SPACE_SPACE] * len(words)
        out = {}
        for first, last, kind in spans:
            surface = tuple(doc.words[first:last])
            key = (entity.get((first, last)) if doc.facts else None, surface)
            if key not in chosen and not (doc.facts and kind == "PER") and surface[0][0].isupper() and (
                    not doc.facts or not surface[0].isupper() or len(surface) > 1):
                chosen[key] = (self._made_up(kind, rng) if rng.random() < .4 else rng.choice(self.pool[kind])
                               ) if rng.random() < (.35 if doc.facts else .6) else None
            if chosen.get(key) and chosen[key][0]:
                out[first, last] = chosen[key]
        return out

    def swap(self, doc, rng):
        out = Doc(doc.family, pos=[] if doc.pos else None, sentences=doc.sentences, tokenized=doc.tokenized)
        replaced, at = self._replacements(doc, rng), 0
        moved = []  # where each word went, and one past the last

        def copy(first, last):
            moved.extend(range(len(out.words), len(out.words) + last - first))
            for field in ("words", "spaces", "starts", "names"):
                getattr(out, field).extend(getattr(doc, field)[first:last])
            if doc.pos:
                out.pos.extend(doc.pos[first:last])
        for first, last, kind in name_spans(doc.names):
            copy(at, first)
            at = first
            if (first, last) in replaced:
                words, spaces = replaced[first, last]
                n = len(words)
                moved.extend([len(out.words)] * (last - first))
                out.words += words
                out.spaces += [doc.spaces[first]] + list(spaces[1:])
                out.starts += [doc.starts[first]] + [0] * (n - 1)
                out.names += ["B-" + kind] + ["I-" + kind] * (n - 1)
                if doc.pos:
                    out.pos += ["?"] * n
                at = last
        copy(at, len(doc.words))
        moved.append(len(out.words))
        if doc.facts:
            out.facts = doc.facts.moved(moved)
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


def make_row(flat, first, last, pieces, rng, masked):
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
    if masked:
        ids[1:-1] = np.where(np.random.rand(n) < masked, pieces.mask, ids[1:-1])
    starts = np.full(last - first, IGNORE, np.int64)
    if flat.sentences:
        starts[:] = flat.starts[first:last]
        if first:
            starts[:EDGE] = IGNORE
        if last < len(flat.counts):
            starts[-EDGE:] = IGNORE
    governors = flat.heads[first:last]
    inside = (governors >= first) & (governors < last)
    sentence = flat.sentence[first:last]
    for cut in [sentence[0]] * (not flat.starts[first]) + [sentence[-1]] * (last < len(flat.counts)
                                                                            and not flat.starts[last]):
        inside &= sentence != cut
    layers = RowFacts(flat.doc.facts, first, last).arrays() if flat.doc.facts else no_facts(last - first)
    return {**layers, "ids": ids, "case": case, "space": space, "at": heads, "starts": starts, "pos": flat.pos[first:last],
            "features": flat.features[first:last], "names": names, "family": flat.family, "sentence": sentence,
            "heads": np.where(inside, governors - first, IGNORE), "deprels": flat.deprels[first:last]}


# ------------------------------------------------------------------------------------------------ facts of a row

KINDS_OF_TYPE = {"person": 0, "organization": 1, "place": 2}


def _gap(mention, first, last):
    return max(mention[0] - last, first - mention[1], 0)


class RowFacts:
    """What the facts of a document say about tokens [first, last): labels of tokens and of pairs of mentions."""

    def __init__(self, facts, first, last):
        self.facts, self.first, self.last = facts, first, last
        self.kept = [i for i, m in enumerate(facts.mentions) if first <= m[0] and m[1] <= last]
        self.index = {i: k for k, i in enumerate(self.kept)}
        self.mentions = [facts.mentions[i] for i in self.kept]
        self.sentence = [facts.sentence[m[0]] for m in self.mentions]
        n, m = last - first, len(self.mentions)
        self.titles, self.nominals = np.full(n, IGNORE), np.full(n, IGNORE)
        self.anchors, self.roles = [], np.zeros((0, m), np.int64)
        self.related, self.targets = np.zeros((m, m), bool), []
        if facts.family in ("news", "wire"):
            self.label_titles()
            self.label_nominals()
            self.label_roles()
        if facts.relations is not None:
            self.label_relations()

    def label_titles(self):
        f, a, b = self.facts, self.first, self.last
        self.titles[:] = 0
        for i in f.maybe_titles:
            if a <= i < b:
                self.titles[i - a] = IGNORE
        for first, last in f.titles:
            for i in range(max(first, a), min(last, b)):
                self.titles[i - a] = 1 if i == first else 2

    def label_nominals(self):
        self.nominals[:] = 0
        for first, last, _, kind in self.mentions:
            if kind in (1, 2):
                self.nominals[first - self.first:last - self.first] = 2 if kind == 1 else 3
                if kind == 1:
                    self.nominals[first - self.first] = 1

    def _nearest(self, entity, first, last, reach):
        """The mention of the entity that a title at [first, last) is about: in its sentence, else before, else after."""
        here = self.facts.sentence[first]
        found = [(abs(s - here) > 0, s > here, _gap(m, first, last), k) for k, (m, s) in enumerate(zip(self.mentions,
                 self.sentence)) if m[2] == entity and abs(s - here) <= reach]
        return min(found)[3] if found else None

    def label_roles(self):
        f = self.facts
        kept = [t for t, (first, last) in enumerate(f.titles) if self.first <= first and last <= self.last]
        self.anchors = [f.titles[t][0] - self.first for t in kept]
        self.roles = np.zeros((len(kept), len(self.mentions)), np.int64)
        entities = np.array([m[2] for m in self.mentions], np.int64)
        for row, t in enumerate(kept):
            mine = [r for r in f.roles if r[0] == t]
            for _, holder, _, seat in mine:
                self.roles[row, (entities == holder) | (entities == (-1 if seat is None else seat))] = IGNORE
            for _, holder, status, seat in mine:
                at = self._nearest(holder, *f.titles[t], 3)
                if at is not None:
                    self.roles[row, at] = 2 + status
                at = None if seat is None else self._nearest(seat, *f.titles[t], 99)
                if at is not None:
                    self.roles[row, at] = 1

    def label_relations(self):
        f, m = self.facts, len(self.mentions)
        if not m:
            return
        entities, sentence = np.array([x[2] for x in self.mentions]), np.array(self.sentence)
        named = np.array([x[3] != 3 for x in self.mentions])
        self.related = ((np.abs(sentence[:, None] - sentence[None]) <= 1) & (entities[:, None] != entities[None])
                        & named[:, None] & named[None])
        for a, b in f.related:
            pair = (entities[:, None] == a) & (entities[None] == b)
            self.related[pair | pair.T] = False
        for i, j, predicate, modality in f.relations:
            i, j = self.index.get(i), self.index.get(j)
            if i is None or j is None:
                continue
            symmetric = PREDICATES[predicate] in SYMMETRIC
            for a, b in ((i, j), (j, i)) if symmetric else ((i, j),):
                self.targets.append((a, b, predicate, IGNORE if modality is None else modality))
            self.related[i, j] = self.related[j, i] = True

    def arrays(self):
        m = self.mentions
        return {"titles": self.titles, "nominals": self.nominals,
                "mention_at": np.array([x[1] - 1 - self.first for x in m], np.int64),
                "mention_entity": np.array([x[2] for x in m], np.int64),
                "mention_kind": np.array([x[3] for x in m], np.int64),
                "mention_type": np.array([KINDS_OF_TYPE.get(self.facts.types[x[2]], 3) for x in m], np.int64),
                "mention_sentence": np.array(self.sentence, np.int64),
                "anchors": np.array(self.anchors, np.int64),
                "anchor_sentence": np.array([self.facts.sentence[a + self.first] for a in self.anchors], np.int64),
                "roles": self.roles, "related": self.related, "targets": self.targets,
                "predicates": None if self.facts.known is None else self.facts.known}


def no_facts(n):
    empty = np.zeros(0, np.int64)
    return {"titles": np.full(n, IGNORE), "nominals": np.full(n, IGNORE), "mention_at": empty, "mention_entity": empty,
            "mention_kind": empty, "mention_type": empty, "mention_sentence": empty, "anchors": empty,
            "anchor_sentence": empty, "roles": np.zeros((0, 0), np.int64), "related": np.zeros((0, 0), bool),
            "targets": [], "predicates": None}


def rows_of(flat, pieces, rng, masked):
    first, total = 0, len(flat.counts)
    room = rng.randrange(24, WINDOW + 1) if flat.offsets[-1] > WINDOW else WINDOW
    while first < total:
        last = int(np.searchsorted(flat.offsets, flat.offsets[first] + room, side="right")) - 1
        last = max(last, first + 1)
        yield make_row(flat, first, last, pieces, rng, masked)
        first = last
        room = WINDOW if rng.random() > .12 else rng.randrange(16, WINDOW)


def source_rows(flats, pieces, swapper, swap_share, masked, rng):
    while True:
        for flat in rng.sample(flats, len(flats)):
            if rng.random() < swap_share * (2 if flat.doc.facts else 1):
                flat = Flat(swapper.swap(flat.doc, rng), pieces)
            yield from rows_of(flat, pieces, rng, masked)


def padded(rows, field, fill):
    """[rows, longest] int64."""
    out = np.full((len(rows), max(len(r[field]) for r in rows)), fill, np.int64)
    for i, r in enumerate(rows):
        out[i, :len(r[field])] = r[field]
    return torch.from_numpy(out)


# What pads each layer: pieces [rows, pieces], tokens [rows, tokens]. `at`: the piece where the token starts.
PADDING = {"ids": 0, "case": NCASE, "space": NSPACE, "at": 0, "starts": IGNORE, "pos": IGNORE, "features": IGNORE,
           "names": IGNORE, "sentence": -1, "heads": IGNORE, "deprels": IGNORE, "titles": IGNORE, "nominals": IGNORE,
           "mention_at": 0, "mention_entity": -1, "mention_kind": 3, "mention_type": 3, "mention_sentence": -99,
           "anchors": 0, "anchor_sentence": -99}


def collate(rows):
    batch = {field: padded(rows, field, fill) for field, fill in PADDING.items()}
    m, t = batch["mention_at"].shape[1], batch["anchors"].shape[1]
    roles, related = np.full((len(rows), t, m), IGNORE, np.int64), np.zeros((len(rows), m, m), bool)
    predicates = np.ones((len(rows), len(PREDICATES)), bool)
    for i, r in enumerate(rows):
        roles[i, :len(r["anchors"]), :len(r["mention_at"])] = r["roles"]
        related[i, :len(r["mention_at"]), :len(r["mention_at"])] = r["related"]
        if r["predicates"] is not None:
            predicates[i] = r["predicates"]
    batch.update(roles=torch.from_numpy(roles), related=torch.from_numpy(related), predicates=torch.from_numpy(predicates),
                 targets=torch.tensor([(i, *t) for i, r in enumerate(rows) for t in r["targets"]],
                                      dtype=torch.long).reshape(-1, 5))
    batch["lengths"] = torch.tensor([len(r["ids"]) for r in rows])
    batch["family"] = torch.tensor([r["family"] for r in rows])
    return batch


def batches(flats, shares, pieces, swapper, size, swap_share, masked, seed):
    """An endless stream of batches of about `size` pieces; shares: source to share of the rows' pieces; masked: share of
    pieces hidden."""
    rng = random.Random(seed)
    np.random.seed(seed)
    sources = [s for s in shares if flats.get(s)]
    streams = {s: source_rows(flats[s], pieces, swapper, swap_share, masked, rng) for s in sources}
    mean = {s: np.mean([min(f.offsets[-1], WINDOW) for f in flats[s]]) for s in sources}
    weights = [shares[s] / mean[s] for s in sources]
    while True:
        rows = []
        while sum(len(r["ids"]) for r in rows) < 16 * size:
            rows += [next(streams[s]) for s in rng.choices(sources, weights, k=32)]
        rows.sort(key=lambda r: len(r["ids"]))
        groups, group = [], []
        for row in rows:
            if group and (len(group) + 1) * len(row["ids"]) > size:
                groups.append(group)
                group = []
            group.append(row)
        groups.append(group)
        rng.shuffle(groups)
        for group in groups:
            yield collate(group)
