# Readers of what the storylines say beyond names: mentions, chains, posts and relations, placed on the tokens.
# SPDX-License-Identifier: MIT
"""A table row names entities and sentences; the heads are trained on tokens. So a post is placed on its title's words in
the sentence that is its evidence, and on the mentions of its holder and seat nearest to them; a relation on the nearest
pair of mentions of its two sides in its evidence. What a row may also mean, but need not, is IGNORED, never negative."""
import functools
import glob
import json
import os
import re
from dataclasses import dataclass, field, replace
from itertools import accumulate

import corpora
from model import MODALITIES, PREDICATES, ROLE_LABELS
from tokens import SOURCE, tokenize

NAME, NOMINAL, PRONOUN, DEMONYM = range(4)
STATUSES = ROLE_LABELS[2:]

# The noun that a verb gives a post (LABELS.md): "led by" is a leader.
VERB_TITLES = {"leader": "lead leads led leading", "head": "head heads headed heading run runs ran running",
               "chair": "chair chairs chaired chairing", "governor": "govern governs governed",
               "commander": "command commands commanded commanding", "coach": "coach coaches coached coaching",
               "manager": "manage manages managed managing", "director": "direct directs directed",
               "editor": "edit edits edited", "captain": "captain captains captained", "owner": "own owns owned",
               "senator": "represents represented represent", "president": "presides presided presiding",
               "chairman": "chairs chaired", "minister": "ministers"}


ABBREVIATED = {"sen.": "senator", "rep.": "representative", "gov.": "governor", "sens.": "senator",
               "reps.": "representative", "govs.": "governor"}


def same_word(word, wanted):
    """Is the word of a text that of a title? "Sens. X and Y" are senators."""
    singular = word[:-1] if word.endswith("s") else word[:-3] + "man" if word.endswith("men") else word
    return wanted in (word, singular) or ABBREVIATED.get(word) == wanted


@dataclass
class Facts:
    mentions: list = field(default_factory=list)   # (first, last exclusive, entity, kind)
    types: list = field(default_factory=list)      # of each entity: person, organization, place
    sentence: list = field(default_factory=list)   # of each token
    titles: list = field(default_factory=list)     # (first, last exclusive)
    maybe_titles: set = field(default_factory=set) # tokens that may be in a title: not trained
    roles: list = field(default_factory=list)      # (title, entity of the holder, status, entity of the seat or None)
    unseated: set = field(default_factory=set)     # titles whose seat is unknown to the text around
    relations: list = field(default_factory=list)  # (mention of the subject, of the object, predicate, modality or None)
    related: set = field(default_factory=set)      # pairs of entities that some row relates somewhere
    known: list = None                             # predicates that the source annotates; None: all
    family: str = "news"

    def gender(self, words, entity):
        """male or female by the pronouns that stand for the entity; None."""
        for first, _, who, kind in self.mentions:
            if who == entity and kind == PRONOUN:
                word = words[first].lower()
                if word in ("he", "him", "his", "himself"):
                    return "male"
                if word in ("she", "her", "hers", "herself"):
                    return "female"
        return None

    def moved(self, to):
        """The same facts on a text whose word i is now word to[i]."""
        new = max(to[-1], 1)
        sentence = [0] * new
        for i, s in enumerate(self.sentence):
            for k in range(to[i], to[i + 1] if to[i + 1] > to[i] else to[i] + 1):
                sentence[k] = s

        def span(first, last):
            return to[first], max(to[last], to[first] + 1)
        return replace(self, sentence=sentence, mentions=[(*span(m[0], m[1]), *m[2:]) for m in self.mentions],
                       titles=[span(*t) for t in self.titles], maybe_titles={to[i] for i in self.maybe_titles})


# ------------------------------------------------------------------------------------------------ sentences of .gold

ABBREVIATION = re.compile(r"(?:^|[\s(“\"'\[])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Rev|Fr|St|"
                          r"Jr|Sr|Hon|Cpl|Cmdr|Brig|Sir|vs|No|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|"
                          r"Nov|Dec|Pres|Supt|Det|Insp|Msgr|Ald|Atty|Dist|Ft|Mt|Ave|Blvd|Rd|a\.m|p\.m|e\.g|i\.e|U\.S|U\.N|U\.K|"
                          r"D\.C|Ph\.D)$")
BREAK = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9À-Þ])")


def sentence_starts(text):
    """Offsets at which the sentences of a paragraph start."""
    starts = [0]
    for m in BREAK.finditer(text):
        before = text[:m.start()]
        if text[m.start()] == "." and ABBREVIATION.search(before):
            continue
        starts.append(m.end())
    return starts


def numbered_sentences(text):
    """[(start, paragraph, sentence)], counted from 1: a paragraph is a line that is not empty."""
    out, at, paragraph = [], 0, 0
    for line in text.split("\n"):
        if line.strip():
            paragraph += 1
            out += [(at + s, paragraph, i) for i, s in enumerate(sentence_starts(line), 1)]
        at += len(line) + 1
    return out


# ------------------------------------------------------------------------------------------------ demonyms

@functools.lru_cache(maxsize=None)
def demonyms():
    """The program's own table: lower-case adjective to country."""
    source = open(os.path.join(SOURCE, "ingest", "demonyms.c"), encoding="utf-8").read()
    return {word: country for word, before, country in re.findall(r'\{"([^"]+)", "([^"]*)", "([^"]+)"\}', source)
            if not before}


# ------------------------------------------------------------------------------------------------ storylines

def read_table(path):
    if not os.path.exists(path):
        return []
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line.strip()]


MARK = re.compile(r"\[\[(E\d+)([|~])([^\[\]]*)\]\]")


def read_marks(path):
    """Text without marks, and [(start, end, id, is a name)]."""
    lines = open(path, encoding="utf-8").read().split("\n")
    body = 0
    while body < len(lines) and lines[body].startswith("#"):
        body += 1
    marked, text, marks, at = "\n".join(lines[body:]).strip(), "", [], 0
    for m in MARK.finditer(marked):
        text += marked[at:m.start()]
        marks.append((len(text), len(text) + len(m[3]), m[1], m[2] == "|"))
        text += m[3]
        at = m.end()
    return text + marked[at:], marks


PRONOUNS = set("""i me my mine myself we us our ours ourselves he him his himself she her hers herself it its itself they them their
theirs themselves you your""".split())


class Placer:
    """Places the rows of one article on its tokens."""

    def __init__(self, text, tokens, marks, entities, lines_are_sentences):
        self.words = [text[s:e].lower().replace("’", "'") for s, e in tokens]
        self.ids = {id: i for i, id in enumerate(entities)}
        self.facts = Facts(types=[t for t, _ in entities.values()])
        starts = numbered_sentences(text) if not lines_are_sentences else [
            (s, p, 1) for s, p, k in numbered_sentences(text) if k == 1]
        self.place_sentences(starts, tokens)
        self.place_mentions(text, tokens, marks, entities)

    def place_sentences(self, starts, tokens):
        self.at, k = {}, 0  # (paragraph, sentence) to its number
        for i, (_, paragraph, sentence) in enumerate(starts):
            self.at[paragraph, sentence] = i
        for start, _ in tokens:
            while k + 1 < len(starts) and starts[k + 1][0] <= start:
                k += 1
            self.facts.sentence.append(k)
        self.tokens_of = {}
        for i, s in enumerate(self.facts.sentence):
            self.tokens_of.setdefault(s, []).append(i)

    def place_mentions(self, text, tokens, marks, entities):
        begin = {s: i for i, (s, _) in enumerate(tokens)}
        end = {e: i + 1 for i, (_, e) in enumerate(tokens)}
        covered = set()
        for start, stop, id, name in marks:
            if start not in begin or stop not in end:
                continue
            first, last = begin[start], end[stop]
            kind = NAME if name else PRONOUN if last == first + 1 and self.words[first] in PRONOUNS else NOMINAL
            self.facts.mentions.append((first, last, self.ids[id], kind))
            covered.update(range(first, last))
        countries = {name.lower(): i for i, (t, names) in enumerate(entities.values()) if t == "place" for name in names}
        for i, word in enumerate(self.words):
            country = demonyms().get(word)
            if i not in covered and country and country.lower() in countries:
                self.facts.mentions.append((i, i + 1, countries[country.lower()], DEMONYM))
        self.facts.mentions.sort()
        self.marked = covered
        self.nominal = {i for f, l, _, kind in self.facts.mentions if kind == NOMINAL for i in range(f, l)}

    def mentions_of(self, entity, sentence):
        return [m for m in self.facts.mentions if m[2] == entity and self.facts.sentence[m[0]] == sentence]

    def evidence(self, cell, article):
        for part in cell.split(","):
            m = re.match(r"(\d+):(\d+)\.(\d+)$", part.strip())
            if m and int(m[1]) == article:
                p, s = int(m[2]), int(m[3])
                while s > 1 and (p, s) not in self.at:
                    s -= 1
                if (p, s) in self.at:
                    yield self.at[p, s]

    def matches(self, title, sentence):
        """Token spans of a title's words in a sentence, names and demonyms inside skipped."""
        want = [title[s:e].lower().replace("’", "'") for s, e in tokenize(title)]
        tokens, skip = self.tokens_of.get(sentence, []), {m[0] for m in self.facts.mentions if m[3] == DEMONYM}
        out = []
        for i in tokens:
            if not same_word(self.words[i], want[0]) or i in self.marked and i not in self.nominal:
                continue
            at, k = i, 0
            while at in range(tokens[0], tokens[-1] + 1) and k < len(want):
                if same_word(self.words[at], want[k]):
                    k += 1
                elif not (k and (at in self.marked or at in skip or self.words[at] in ("'s", "'", "the"))):
                    break
                at += 1
            if k == len(want):
                out.append((i, at))
        verbs = VERB_TITLES.get(title, "").split()
        return out or [(i, i + 1) for i in tokens if self.words[i] in verbs]

    def nearest(self, entity, first, last, sentence):
        """Distance in tokens from a span to the entity's nearest mention in the sentence; None."""
        gaps = [max(m[0] - last, first - m[1], 0) for m in self.mentions_of(entity, sentence)]
        return min(gaps) if gaps else None

    def add_role(self, row, article):
        holder, title, seat, status = row[0], row[1], row[2], row[3]
        if holder not in self.ids or status not in STATUSES:
            return
        for sentence in self.evidence(row[11], article):
            spans = self.matches(title, sentence)
            for near in (sentence - 1, sentence + 1):  # sentence splitters differ
                spans = spans or self.matches(title, near)
            if not spans:
                continue
            sentence = self.facts.sentence[spans[0][0]]
            entity = self.ids[holder]

            def far(span):
                gap = self.nearest(entity, *span, sentence)
                return (span[0] in self.nominal, gap if gap is not None else 999)
            span = min(spans, key=far)
            if span not in self.facts.titles:
                self.facts.titles.append(span)
            self.facts.roles.append((self.facts.titles.index(span), entity, STATUSES.index(status),
                                     self.ids.get(seat)))

    def add_relation(self, row, article):
        subject, predicate, object = row[:3]
        if predicate not in PREDICATES or subject not in self.ids or object not in self.ids:
            return
        modality = "negative" if row[3] == "negative" else row[4]
        if modality not in MODALITIES:
            return
        a, b = self.ids[subject], self.ids[object]
        self.facts.related.add((min(a, b), max(a, b)))
        for sentence in self.evidence(row[9] if len(row) > 9 else "", article):
            best = None
            for sa, sb in ((0, 0), (0, -1), (-1, 0), (0, 1), (1, 0), (0, -2), (-2, 0)):
                for m in self.mentions_of(a, sentence + sa):
                    for n in self.mentions_of(b, sentence + sb):
                        if DEMONYM in (m[3], n[3]):
                            continue
                        gap = max(m[0], n[0]) - min(m[1], n[1])
                        if best is None or gap < best[0]:
                            best = (gap, m, n)
                if best:
                    break
            if best:
                self.facts.relations.append((self.facts.mentions.index(best[1]), self.facts.mentions.index(best[2]),
                                             PREDICATES.index(predicate), MODALITIES.index(modality)))

    def finish(self, titles):
        """Words of any title of the storyline in other sentences may be a post: they are not trained."""
        placed = {i for first, last in self.facts.titles for i in range(first, last)}
        for sentence in self.tokens_of:
            for title in titles:
                for first, last in self.matches(title, sentence):
                    self.facts.maybe_titles.update(i for i in range(first, last)
                                                   if i not in placed and i not in self.nominal)
        return self.facts


def read_standoff(folder, root):
    """The articles of a stand-off set, (number, text, marks), and its entities, named as they are marked."""
    texts, marks, names = corpora.standoff_texts(folder, root), {}, {}
    for article, start, end, id, kind in read_table(folder + "/marks.tsv"):
        marks.setdefault(int(article), []).append((int(start), int(end), id, kind == "name"))
    articles = [(number, text, marks.get(number, [])) for number, text in texts]
    for _, text, of_article in articles:
        for start, end, id, name in of_article:
            if name:
                names.setdefault(id, []).append(text[start:end].lower())
    return articles, {row[0]: (row[1], names.get(row[0], [])) for row in read_table(folder + "/entities.tsv")}


def read_entities(path):
    """id -> (type, [lower-case names])"""
    out = {}
    for row in read_table(path):
        names = [row[2]] if len(row) > 2 else []
        if len(row) > 3:
            names += [a.strip() for a in row[3].split("|") if a.strip()]
        out[row[0]] = (row[1], [n.lower() for n in names])
    return out


KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}


def story_documents(folder, articles, entities, lines_are_sentences=False):
    """articles: (number, text, marks)"""
    roles, relations = read_table(folder + "/roles.tsv"), read_table(folder + "/relations.tsv")
    titles = {row[1] for row in roles if len(row) > 1}
    docs = []
    for article, text, marks in articles:
        try:
            docs.append(place(text, marks, entities, article, roles, relations, titles, lines_are_sentences))
        except (KeyError, ValueError, IndexError) as error:
            print(f"left out {folder}, article {article}: {error!r}")
    return docs


def place(text, marks, entities, article, roles, relations, titles, lines_are_sentences):
    if "[[" in text or "]]" in text:
        raise ValueError("stray mark")
    spans = [(s, e, KINDS[entities[id][0]]) for s, e, id, name in marks if name and entities[id][0] in KINDS]
    doc = corpora.raw_document("news", text, spans, {e for m in marks for e in m[:2]})
    tokens = doc.offsets
    placer = Placer(text, tokens, marks, entities, lines_are_sentences)
    for row in roles:
        if len(row) > 11:
            placer.add_role(row, article)
    for row in relations:
        if len(row) > 9:
            placer.add_relation(row, article)
    doc.facts = placer.finish(titles)
    if lines_are_sentences:
        doc.sentences, doc.tokenized = True, True
        doc.starts = [int(i == 0 or doc.facts.sentence[i] != doc.facts.sentence[i - 1]) for i in range(len(tokens))]
    return doc


def storylines(corpus_folder, without=()):
    """Our own corpus without its held-out part and the storylines named."""
    docs = []
    for folder in sorted(os.path.dirname(path) for path in glob.glob(f"{corpus_folder}/*/entities.tsv")):
        if os.path.basename(folder) not in without:
            articles = [(int(os.path.basename(path).split(".")[0]), *read_marks(path))
                        for path in sorted(glob.glob(folder + "/[0-9]*.gold"))]
            docs += story_documents(folder, articles, read_entities(folder + "/entities.tsv"))
    return docs


def wire(standoff_folder, root, without=()):
    """Annotated real text, one sentence a line, without the sets held out; rebuilt from the corpora below root."""
    docs = []
    for folder in sorted(os.path.dirname(path) for path in glob.glob(f"{standoff_folder}/*/source.tsv")):
        name = os.path.basename(folder)
        if not name.startswith("heldout-") and name not in without:
            docs += story_documents(folder, *read_standoff(folder, root), lines_are_sentences=True)
    return docs


# ------------------------------------------------------------------------------------------------ public corpora

TYPE_NAMES = {"PER": "person", "ORG": "organization", "LOC": "place", "GPE": "place", "FAC": "place"}


def chains_of(doc, mentions, family):
    """Facts that know chains only. mentions: (first, head, last inclusive, entity, type, is a name)."""
    ids, facts = {}, Facts(relations=None, family=family)
    facts.sentence = [s - 1 for s in accumulate(doc.starts)]
    for first, head, last, entity, kind, named in sorted(mentions):
        if entity not in ids:
            ids[entity] = len(ids)
            facts.types.append(TYPE_NAMES.get(kind, kind))
        pronoun = head == first and doc.words[head].lower() in PRONOUNS
        facts.mentions.append((min(first, head), head + 1, ids[entity], PRONOUN if pronoun else NAME if named else NOMINAL))
    facts.mentions.sort()
    return facts


def gum(root, part):
    docs = corpora.gum(root, part)
    for doc in docs:
        doc.facts = chains_of(doc, doc.mentions, "gum")
    return docs


AFTER_HEAD = set(", of in who which that for with at on to from by whose whom and or as - -- ; :".split())


def litbank(root):
    docs = []
    for path in sorted(glob.glob(f"{root}/litbank/coref-conll/*.conll")):
        doc, open_, mentions = corpora.Doc("wiki"), {}, []
        for sentence in corpora.conll_sentences(path, word=3, separator="\t"):
            for k, (word, cell, _) in enumerate(sentence):
                i = len(doc.words)
                doc.words.append(word)
                doc.starts.append(int(k == 0))
                for part in cell.split("|"):
                    if part.startswith("("):
                        open_.setdefault(part.strip("()"), []).append(i)
                    if part.endswith(")"):
                        mentions.append((open_[part.strip("()")].pop(), i, part.strip("()")))
        doc.spaces = corpora.guess_spaces(doc.words)
        doc.names, doc.tokenized = [None] * len(doc.words), True
        rows = []
        for first, last, entity in mentions:
            head = first
            while head < last and doc.words[head + 1] not in AFTER_HEAD:
                head += 1
            rows.append((first, head, last, entity, "person", doc.words[head][0].isupper()))
        doc.facts = chains_of(doc, rows, "lit")
        docs.append(doc)
    return docs


def gap(root):
    docs = []
    rows = [line.rstrip("\n").split("\t") for line in open(f"{root}/gap/gap-development.tsv", encoding="utf-8")][1:]
    for _, text, pronoun, at, a, a_at, a_is, b, b_at, b_is, _ in rows:
        spans = [(int(o), int(o) + len(w)) for w, o in ((a, a_at), (b, b_at), (pronoun, at))]
        doc = corpora.raw_document("wiki", text, [], {e for s in spans for e in s})
        starts = sentence_starts(text)
        doc.starts = [int(i == 0 or any(doc.offsets[i - 1][0] < s <= start for s in starts))
                      for i, (start, _) in enumerate(doc.offsets)]
        begin, end = ({o[k]: i for i, o in enumerate(doc.offsets)} for k in (0, 1))
        doc.names = [None] * len(doc.words)
        entity = 0 if a_is == "TRUE" else 1 if b_is == "TRUE" else 2
        mentions = [(begin[s], end[e], end[e], who, "person", who == k) for k, ((s, e), who) in
                    enumerate(zip(spans, (0, 1, entity)))]
        doc.facts = chains_of(doc, mentions, "gap")
        docs.append(doc)
    return docs


# Wikidata property -> (predicate, are its sides turned round?)
PROPERTIES = {"P26": ("spouse", 0), "P40": ("parent", 0), "P22": ("parent", 1), "P25": ("parent", 1), "P3373": ("sibling", 0),
              "P1038": ("relative", 0), "P19": ("born_in", 0), "P20": ("died_in", 0), "P551": ("resides_in", 0),
              "P27": ("citizen_of", 0), "P69": ("educated_at", 0), "P108": ("employed_by", 0), "P463": ("member_of", 0),
              "P102": ("member_of", 0), "P112": ("founded", 1), "P127": ("owns", 1), "P355": ("subsidiary_of", 1),
              "P749": ("subsidiary_of", 0), "P361": ("part_of", 0), "P527": ("part_of", 1), "P159": ("headquartered_in", 0),
              "P131": ("located_in", 0), "P276": ("located_in", 0), "P150": ("located_in", 1)}


def redocred(root, hold_out=100):
    docs = []
    for d in json.load(open(f"{root}/redocred/dev_revised.json", encoding="utf-8"))[hold_out:]:
        doc, begin = corpora.Doc("wiki", tokenized=True), []
        for sentence in d["sents"]:
            begin.append(len(doc.words))
            doc.words += [w for w in sentence if w.strip()]
            doc.starts += [1] + [0] * (len(doc.words) - begin[-1] - 1)
            if any(not w.strip() for w in sentence):
                doc = None
                break
        if doc is None:
            continue
        doc.spaces, doc.names = corpora.guess_spaces(doc.words), [None] * len(doc.words)
        mentions = [(begin[m["sent_id"]] + m["pos"][0], begin[m["sent_id"]] + m["pos"][1] - 1,
                     begin[m["sent_id"]] + m["pos"][1] - 1, e, m["type"], True)
                    for e, vertex in enumerate(d["vertexSet"]) for m in vertex if m["type"] in ("PER", "ORG", "LOC")]
        doc.facts = chains_of(doc, mentions, "redocred")
        _relate(doc.facts, d, {e: i for i, e in enumerate(dict.fromkeys(m[3] for m in sorted(mentions)))})
        docs.append(doc)
    return docs


def _relate(facts, d, entity):
    facts.relations = []
    mapped = {p for p, _ in PROPERTIES.values()}
    facts.known = [p in mapped for p in PREDICATES]
    for label in d["labels"]:
        a, b = entity.get(label["h"]), entity.get(label["t"])
        if a is None or b is None:
            continue
        facts.related.add((min(a, b), max(a, b)))
        predicate, turned = PROPERTIES.get(label["r"], (None, 0))
        if turned:
            a, b = b, a
        best = None
        for sentence in label["evidence"]:
            here = [(i, m) for i, m in enumerate(facts.mentions) if facts.sentence[m[0]] == sentence]
            for i, m in here:
                for j, n in here:
                    gap = max(m[0], n[0]) - min(m[1], n[1])
                    if m[2] == a and n[2] == b and (best is None or gap < best[0]):
                        best = (gap, i, j)
        if predicate and best:
            facts.relations.append((best[1], best[2], PREDICATES.index(predicate), None))


def train_documents(root):
    """Every document of the public corpora that may be trained on, by source."""
    return {"ewt": corpora.ewt(root, "train"), "gum": gum(root, "train"), "wikigold": corpora.wikigold(root),
            "crossner": corpora.crossner(root), "btc": corpora.btc(root), "wnut": corpora.wnut(root),
            "sec": corpora.sec(root), "gmb": corpora.gmb(root), "re3d": corpora.re3d(root), "litbank": litbank(root),
            "gap": gap(root), "redocred": redocred(root)}
