# Readers of the training and development corpora: each gives documents of words, layout and labels.
# SPDX-License-Identifier: MIT
import csv
import functools
import glob
import json
import os
import re
from dataclasses import dataclass, field

from model import FEATURE_NAMES
from tokens import SOURCE, SPACE_BLANK, SPACE_NONE, SPACE_SPACE, space_ids, tokenize


@dataclass
class Doc:
    family: str
    words: list = field(default_factory=list)
    spaces: list = field(default_factory=list)  # what the text has before each word
    starts: list = field(default_factory=list)  # 1 where a sentence starts
    names: list = field(default_factory=list)   # "O", "B-PER", ...; None: unknown
    pos: list = None                            # UPOS; None: no such layer
    features: list = None                       # "Number=Sing|..."
    heads: list = None                          # index of each word's head, itself for a root; None where unknown
    deprels: list = None
    facts: object = None                        # facts.Facts; None: no such layer
    mentions: list = field(default_factory=list)  # (first, head, last, entity, type, is a name), where there are no facts
    offsets: list = None                        # (start, end) of the words in the text that was read
    sentences: bool = False                     # are `starts` gold sentence starts in raw layout?
    tokenized: bool = False                     # the spaces are guesses: the source has tokens only


# Words before a person's name that LABELS.md leaves outside of it.
TITLES = set("""mr mrs ms miss dr prof professor president vice prime minister premier chancellor secretary senator sen
representative rep congressman congresswoman governor gov mayor judge justice chief general gen colonel col lieutenant
lt major maj captain capt sergeant sgt admiral adm commander marshal king queen prince princess emperor sultan pope
cardinal archbishop bishop reverend rev father sister brother rabbi imam ayatollah grand sheikh sir lord lady dame baron
count duke duchess ambassador envoy chairman chairwoman spokesman spokeswoman director deputy assistant acting interim
former ex attorney foreign defense defence interior finance opposition leader then-president candidate coach first lord
state of agent officer detective inspector private brigadier speaker commissioner head dictator rebel warlord
supreme national security adviser advisor late ceo justice premier-designate""".split())
DETERMINERS = {"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "your"}
DEMONYM = re.compile(r"(?:ese|ish|[a-z]ian|[a-z]ians|[rlnmc]ans?|aelis?|raqis?|anis?|udis?|enis?|uwaitis?|alis|eks?|wiss|"
                     r"[a-z]wegians?)$")
NOT_DEMONYM = {"iran", "pakistan", "japan", "oman", "sudan", "vatican", "michigan", "mali", "bali", "somali-land",
               "afghanistan", "milan", "kazakhstan", "uzbekistan", "turkmenistan", "kyrgyzstan", "tajikistan", "balkan",
               "bhutan", "jordan", "taiwan", "dagestan", "azerbaijan", "new delhi", "lebanon"}


# ------------------------------------------------------------------------------------------------ layout

def guess_spaces(words):
    """The spaces of running text before words of a corpus that has tokens only."""
    spaces, quote_open = [], False
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        glue = (word in {",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "...", "’", "''", "”"}
                or before in {"(", "[", "{", "$", "£", "€", "#", "``", "“"}
                or re.fullmatch(r"(?i)n['’]t|['’](s|m|d|ll|re|ve)", word) is not None
                or (word in "-/" or before in "-/") and before != "" and word != "")
        if word == '"':
            glue, quote_open = quote_open, not quote_open
        elif before == '"' and quote_open:
            glue = True
        spaces.append(SPACE_NONE if glue and i else SPACE_SPACE)
    return spaces


def _add_sentence(doc, words, names, separator=SPACE_SPACE):
    """Appends a sentence of a token corpus, its words cut as the program cuts them."""
    spaces = guess_spaces(words)
    edges = [0]
    for word in words:
        edges.append(edges[-1] + len(word) + 1)
    text, i = " ".join(words), 0
    for k, (start, end) in enumerate(tokenize(text)):
        while edges[i + 1] <= start:
            i += 1
        first, name = start == edges[i], names[i]
        doc.words.append(text[start:end])
        doc.spaces.append(separator if not k else spaces[i] if first else SPACE_NONE)
        doc.starts.append(int(k == 0))
        doc.names.append("I" + name[1:] if not first and name and name[0] == "B" else name)


PTB = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"'}


def conll_sentences(path, word=0, label=-1, separator=None):
    """Sentences of a column file, as lists of rows' (word, label, row)."""
    sentence = []
    with open(path, encoding="utf-8", errors="replace") as f:
        for line in f:
            columns = line.rstrip("\r\n").split(separator)
            if len(columns) < 2 or not line.strip() or columns[0] == "-DOCSTART-":
                if sentence:
                    yield sentence
                if columns and columns[0] == "-DOCSTART-":
                    yield None
                sentence = []
            elif columns[word]:
                sentence.append((PTB.get(columns[word], columns[word]), columns[label], columns))
    if sentence:
        yield sentence


def to_bio(labels, types):
    """Maps a corpus's tags (IO, IOB1 or IOB2) to ours; types maps its types to PER, ORG, LOC, None (unknown)."""
    out, previous = [], ("O", "O")
    for tag in labels:
        prefix, _, kind = tag.partition("-")
        if prefix not in "BI" or not kind:
            out.append("O")
            previous = ("O", "O")
            continue
        target = types.get(kind, "O")
        begins = prefix == "B" or previous[1] != kind
        out.append(target if target in ("O", None) else ("B-" if begins else "I-") + target)
        previous = (prefix, kind)
    return out


def _group(sentences, family, size):
    """Documents of `size` sentences each from (words, labels) pairs."""
    docs = []
    for i, (words, labels) in enumerate(sentences):
        if i % size == 0:
            docs.append(Doc(family, tokenized=True))
        _add_sentence(docs[-1], words, labels, SPACE_SPACE if i % size else SPACE_BLANK)
    return docs


# ------------------------------------------------------------------------------------------------ stand-off texts

@functools.lru_cache(maxsize=1)
def _lines(path):
    with open(path, encoding="utf-8", errors="replace", newline="\n") as f:
        return f.read().split("\n")


def standoff_texts(folder, root):
    """[(article, text)] of a stand-off set, rebuilt from the corpora below root as tests/standoff.c does."""
    texts = []
    for line in open(folder + "/source.tsv", encoding="utf-8"):
        article, corpus, _, first, last, _ = line.rstrip("\n").split("\t")
        lines = _lines(f"{root}/{corpus}")
        texts.append((int(article), _cut_document(lines, first, last) if corpus.endswith(".json") else
                      _join_words(lines[int(first) - 1:int(last)], corpus.endswith(".conllu"))))
    return texts


def _join_words(lines, conllu):
    sentences = [[]]
    for row in (line.rstrip("\r").split("\t") for line in lines):
        if not row[0]:
            sentences.append([])
        elif not conllu or row[0].isdigit():
            sentences[-1].append(row[conllu])
    return "\n".join(" ".join(s) for s in sentences if s)


def _cut_document(lines, id, starts):
    text = next(d["text"] for d in map(json.loads, filter(None, lines)) if d["_id"] == id)
    starts = [int(s) for s in starts.split(",")]
    return "\n".join(text[s:e].strip(" \t\r\n") for s, e in zip(starts, starts[1:] + [len(text)]))


# ------------------------------------------------------------------------------------------------ UD

def conllu(path):
    """Yields (comments, rows) per sentence; rows are lists of 10 columns."""
    comments, rows = [], []
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield comments, rows
                comments, rows = [], []
            elif line[0] == "#":
                comments.append(line)
            else:
                rows.append(line.split("\t"))
    if rows:
        yield comments, rows


def surface_words(rows):
    """[(text, space after, row)] of the syntactic words: the words of a multiword token are cut from its surface."""
    out, parts = [], {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            forms = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last]
            at = 0
            for i, form in enumerate(forms):
                # Words that do not spell the token take its letters in order, the last one the rest.
                end = len(row[1]) if i == len(forms) - 1 else min(at + len(form), len(row[1]) - (len(forms) - 1 - i))
                parts[first + i] = (row[1][at:end], i == len(forms) - 1 and "SpaceAfter=No" not in row[9])
                at = end
        elif row[0].isdigit():
            text, space = parts.get(int(row[0]), (row[1], "SpaceAfter=No" not in row[9]))
            out.append((text or row[1], space, row))
    return out


def ud_documents(path, family, names_of, mentions_of=None):
    """names_of(sentence id, rows) gives the labels of a sentence's words, mentions_of(rows) its mentions."""
    docs = []
    for comments, rows in conllu(path):
        if not docs or any(c.startswith("# newdoc") for c in comments):
            docs.append(Doc(family, pos=[], features=[], heads=[], deprels=[], sentences=True))
            before = SPACE_BLANK
        elif any(c.startswith("# newpar") for c in comments):
            before = SPACE_BLANK
        else:
            before = SPACE_SPACE if space else SPACE_NONE
        doc = docs[-1]
        sent_id = next(c.split(" = ")[1] for c in comments if c.startswith("# sent_id"))
        words, base = surface_words(rows), len(doc.words)
        if mentions_of:
            doc.mentions += [(base + first, base + head, base + last, *rest) for first, head, last, *rest
                             in mentions_of([w[2] for w in words])]
        for i, ((text, space, row), name) in enumerate(zip(words, names_of(sent_id, [w[2] for w in words]))):
            doc.words.append(text)
            doc.spaces.append(before)
            doc.starts.append(int(i == 0))
            doc.pos.append(row[3])
            doc.features.append("|".join(f for f in row[5].split("|") if f.split("=")[0] in FEATURE_NAMES) or "_")
            doc.heads.append(base + (int(row[6]) - 1 if row[6] != "0" else i))
            doc.deprels.append(row[7])
            doc.names.append(name)
            before = SPACE_SPACE if space else SPACE_NONE
    return docs


def ewt(root, part):
    labels, sent_id = {}, None
    with open(f"{root}/ewt/en_ewt-uner-{part}.iob2", encoding="utf-8") as f:
        for line in f:
            if line.startswith("# sent_id"):
                sent_id = line.split(" = ")[1].strip()
                labels[sent_id] = []
            elif line.strip() and line[0] != "#":
                labels[sent_id].append(line.rstrip("\n").split("\t")[2])
    types = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}

    def names_of(sent_id, rows):
        tags = to_bio(labels.get(sent_id, []), types)
        return tags if len(tags) == len(rows) else [None] * len(rows)
    return ud_documents(f"{root}/ewt/en_ewt-ud-{part}.conllu", "ewt", names_of)


GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
ENTITY = re.compile(r"\((\d+)-([a-z]+)-([^()]*)(\))?|(\d+)\)")


def _gum_mentions(rows):
    """Yields (id, type, first, last inclusive, head) of the mentions that lie within a sentence."""
    open_, out = [], []
    for i, row in enumerate(rows):
        entity = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for m in ENTITY.finditer(entity):
            if m[1]:
                span = m[3].split("-")[3] if len(m[3].split("-")) > 3 else "1"
                heads = [int(h) for h in span.split(",") if h.isdigit()] or [1]
                mention = [m[1], m[2], i, i, i + heads[0] - 1]
                out.append(mention) if m[4] else open_.append(mention)
            else:
                for k in range(len(open_) - 1, -1, -1):
                    if open_[k][0] == m[5]:
                        mention = open_.pop(k)
                        mention[3] = i
                        out.append(mention)
                        break
    return [tuple(m) for m in out]


def _name_span(rows, kind, first, last, head):
    """The proper name in a mention: the proper-noun words around its head, without titles and determiners."""
    if head > last or rows[head][3] != "PROPN" or (kind == "person" and rows[head][4] == "NNPS"):
        return None

    def proper(i):
        return rows[i][3] == "PROPN" or rows[i][1][0].isupper() and rows[i][3] in ("ADJ", "NOUN", "NUM", "X", "VERB")

    def link(i):
        return rows[i][3] in ("ADP", "CCONJ", "PUNCT", "DET") and rows[i][1] in ("of", "and", "&", "for", "the", "-",
                                                                                 "in", "on", ".", "'")
    left, right = head, head
    while left > first and (proper(left - 1) and rows[left - 1][7] != "nmod:poss"
                            or rows[left - 1][1] == "-" and left - 1 > first and proper(left - 2)):
        left -= 1
    while right < last:
        nxt = right + 1
        while nxt < last and link(nxt) and nxt - right < 3:
            nxt += 1
        if not proper(nxt) or (nxt > right + 1 and kind == "person" and rows[right + 1][1] != "-") or (
                rows[nxt][7] in ("appos", "conj", "parataxis") and nxt == right + 1):
            break
        if nxt > right + 1 and kind == "place" and rows[right + 1][1] not in ("of", "-", "and"):
            break
        right = nxt
    while left <= right and (rows[left][1].lower().rstrip(".") in TITLES and kind == "person"
                             or rows[left][7] == "nmod:desc" and kind == "person" and left < head
                             or rows[left][1].lower() in DETERMINERS):
        left += 1
    return (left, right) if left <= right else None


def gum_names(rows):
    spans = []
    for _, kind, first, last, head in _gum_mentions(rows):
        if kind in GUM_TYPES:
            span = _name_span(rows, kind, first, last, head)
            if span:
                spans.append((*span, GUM_TYPES[kind]))
    labels = ["O"] * len(rows)
    for first, last, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        if all(x == "O" for x in labels[first:last + 1]):
            labels[first:last + 1] = ["B-" + kind] + ["I-" + kind] * (last - first)
    return labels


def gum(root, part):
    docs = []
    for name in open(f"{root}/gum/{part}.txt").read().split():
        docs += ud_documents(f"{root}/gum/dep/{name}.conllu", "gum", lambda _, rows: gum_names(rows), _gum_heads)
    return docs


def _gum_heads(rows):
    return [(first, min(head, last), last, entity, kind, rows[min(head, last)][3] == "PROPN")
            for entity, kind, first, last, head in _gum_mentions(rows)]


# ------------------------------------------------------------------------------------------------ name corpora

def _simple(paths, family, types, size, **columns):
    sentences = []
    for path in paths:
        for s in conll_sentences(path, **columns):
            if s:
                sentences.append(([w for w, _, _ in s], to_bio([t for _, t, _ in s], types)))
    return _group(sentences, family, size)


def wikigold(root):
    return _simple([f"{root}/ner/wikigold/wikigold.conll.txt"], "wiki",
                   {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, 12, separator=" ")


def crossner(root):
    types = dict.fromkeys("person politician writer musicalartist scientist researcher".split(), "PER")
    types.update(dict.fromkeys("organisation politicalparty band university".split(), "ORG"))
    types.update(dict.fromkeys("location country".split(), "LOC"))
    types.update(dict.fromkeys("magazine academicjournal".split(), None))
    return _simple(sorted(glob.glob(f"{root}/ner/crossner/*/*.txt")), "wiki", types, 6, separator="\t")


def _mask_handles(docs):
    """Twitter handles are no names in our sense: their labels are unknown."""
    for doc in docs:
        for i, word in enumerate(doc.words):
            if word[0] == "@":
                doc.names[i] = None
                if word == "@" and i + 1 < len(doc.words):
                    doc.names[i + 1] = None
                elif i + 1 < len(doc.names) and (doc.names[i + 1] or "")[:1] == "I":
                    doc.names[i + 1] = "B" + doc.names[i + 1][1:]
    return docs


def btc(root):
    return _mask_handles(_simple(sorted(glob.glob(f"{root}/ner/BTC/*.conll")), "social",
                                 {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, 4, separator="\t"))


def wnut(root):
    types = {"person": "PER", "location": "LOC", "group": "ORG", "corporation": "ORG"}
    return _mask_handles(_simple([p for p in sorted(glob.glob(f"{root}/ner/WNUT17/*/*")) if os.path.isfile(p)],
                                 "social", types, 4, label=1, separator="\t"))


def sec(root):
    return _simple(sorted(glob.glob(f"{root}/ner/SEC-filings/*/*.txt")), "sec",
                   {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, 10, separator=" ")


def is_demonym(word):
    lower = word.lower()
    return lower not in NOT_DEMONYM and DEMONYM.search(lower) is not None


def gmb(root):
    sentences = []
    adjectives = set()
    held_out = {line for folder in glob.glob(f"{SOURCE}/data/corpus/standoff/heldout-*")
                for _, text in standoff_texts(folder, root) for line in text.split("\n")}
    raw = [s for s in conll_sentences(f"{root}/gmb/gmb.conll", separator="\t")
           if s and " ".join(row[0] for _, _, row in s) not in held_out]
    for s in raw:
        adjectives.update(w for w, t, row in s if t.endswith("gpe") and row[1] in ("JJ", "NNS", "NNPS"))
    for s in raw:
        tags = [t for _, t, _ in s]
        for i, (word, tag, row) in enumerate(s):
            if tag[2:] == "gpe" and (row[1] in ("JJ", "NNS", "NNPS") or word in adjectives or is_demonym(word)):
                tags[i] = "O" if word != "States" else tags[i]
            elif tag == "B-per":
                k = i
                while k < len(s) and (k == i or tags[k] == "I-per") and s[k][0].lower().rstrip(".") in TITLES:
                    tags[k] = "O"
                    k += 1
                if k < len(s) and tags[k] == "I-per":
                    tags[k] = "B-per"
        types = {"geo": "LOC", "gpe": "LOC", "org": "ORG", "per": "PER"}
        sentences.append(([w for w, _, _ in s], to_bio(tags, types)))
    return _group(sentences, "gmb", 10)


# ------------------------------------------------------------------------------------------------ raw texts

def raw_document(family, text, spans, edges=None):
    """spans: (start, end, type) in characters, not overlapping. Tokens are cut at `edges`, else at those of names."""
    edges = edges or {e for s in spans for e in s[:2]}
    tokens = []
    for start, end in tokenize(text):
        cuts = [start] + sorted(e for e in edges if start < e < end) + [end]
        tokens += zip(cuts, cuts[1:])
    doc = Doc(family, [text[s:e] for s, e in tokens], space_ids(text, tokens), offsets=tokens)
    doc.starts = [int(s >= SPACE_BLANK) for s in doc.spaces]
    doc.names = ["O"] * len(tokens)
    at = 0
    for start, end, kind in sorted(spans):
        while at < len(tokens) and tokens[at][0] < start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at][1] <= end:
            doc.names[at] = ("B-" if at == first else "I-") + kind
            at += 1
    return doc


def _outermost(spans):
    kept, end = [], -1
    for s in sorted(spans, key=lambda s: (s[0], -s[1])):
        if s[0] >= end:
            kept.append(s)
            end = s[1]
    return kept


def re3d(root):
    types = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
    docs = []
    for folder in sorted(glob.glob(f"{root}/re3d/*/")):
        spans = {}
        for line in open(folder + "entities.json", encoding="utf-8"):
            if not line.strip():
                continue
            e = json.loads(line)
            words = e["value"].split()
            begin = e["begin"]
            while words and words[0].lower() in DETERMINERS | (TITLES if e["type"] == "Person" else set()):
                begin += len(words[0]) + 1
                words = words[1:]
            if e["type"] in types and words and words[0][0].isupper() and words[-1][0].isupper():
                spans.setdefault(e["documentId"], []).append((begin, e["end"], types[e["type"]]))
        for line in open(folder + "documents.json", encoding="utf-8"):
            if line.strip():
                d = json.loads(line)
                docs.append(raw_document("re3d", d["text"], _outermost(spans.get(d["_id"], []))))
    return docs


# ------------------------------------------------------------------------------------------------ development sets

def conll_testa(root):
    """The text as tokens joined by a space, sentences by a newline: [(text, [(start, end, type)])]."""
    out, lines, spans, at = [], [], [], 0

    def flush():
        if lines:
            out.append(("\n".join(lines), list(spans)))
        lines.clear()
        spans.clear()
    types = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
    for s in conll_sentences(f"{root}/conll03-eval/testa.txt", separator=" "):
        if s is None:
            flush()
            at = 0
            continue
        for (word, _, _), label in zip(s, to_bio([t for _, t, _ in s], types)):
            if label[0] == "B":
                spans.append((at, at + len(word), label[2:]))
            elif label[0] == "I":
                spans[-1] = (spans[-1][0], at + len(word), label[2:])
            at += len(word) + 1
        lines.append(" ".join(w for w, _, _ in s))
    flush()
    return out


def news_fair(root):
    """[(text, evaluated span, [(start, end)] of names)] of the real news development set."""
    out = []
    types = {"Q215627", "Q43229", "Q27096213"}
    for line in open(f"{root}/linking/news-fair-v2-dev.jsonl", encoding="utf-8"):
        d = json.loads(line)
        names = [tuple(x["span"]) for x in d["labels"]
                 if types & set(x["type"].split("|")) and not x.get("coref") and not x.get("optional")]
        out.append((d["text"], tuple(d["evaluation_span"]), names))
    return out


def lexicon_words(root, name, column, count):
    with open(f"{root}/lexicons/{name}", encoding="utf-8") as f:
        rows = csv.reader(f)
        next(rows)
        return [r[column] for _, r in zip(range(count), rows) if len(r) > column]
