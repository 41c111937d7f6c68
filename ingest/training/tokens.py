# Turns text into UD-like tokens with offsets, and tokens into the encoder's inputs: pieces, case ids, space ids.
# SPDX-License-Identifier: MIT
"""The rules mirror ingest/tokenize.c; the labels' quality depends on both cutting text as UD English does:
hyphens and slashes apart, clitics ('s, n't, 'll) apart, abbreviations (U.S., Mr., Jr.) whole."""
import functools
import re
import unicodedata

from tokenizers import BertWordPieceTokenizer

CASE_LOWER, CASE_CAPITAL, CASE_UPPER, CASE_MIXED, CASE_DIGIT, CASE_OTHER = range(6)
SPACE_NONE, SPACE_SPACE, SPACE_NEWLINE, SPACE_BLANK = range(4)
NCASE, NSPACE = 6, 4
WINDOW, MARGIN = 192, 32
MAX_TOKEN_PIECES = 32

ABBREVIATIONS = set("""mr mrs ms dr prof gen col lt maj sgt capt cpl cmdr adm rev hon sen rep gov st jr sr inc corp co
ltd bros dept univ assn ave blvd rd no nos vs etc jan feb mar apr jun jul aug sep sept oct nov dec mt ft fig al approx
est pres supt rt messrs mme brig pvt ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss
mo mont neb nev okla ore pa tenn tex va vt wash wis wyo""".split())
# Endings that are words of their own only after a letter.
CLITIC = re.compile(r"(n['’]t|['’](?:s|m|d|ll|re|ve))$", re.I)
URL = re.compile(r"(?:https?://|www\.)\S+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.I)
PIECE = re.compile(r"""
    (?:[A-Za-z]\.){2,}                       # U.S.  a.m.
  | [@\#]\w+                                 # handles and tags
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?!\w) # 1,000.5  10:30  21st  1990s
  | [^\W\d_]+(?:['’][^\W\d_]+)*              # words with inner apostrophes, cut below
  | \d+
  | \.{2,} | -{2,} | ([!?*=_~+])\1*
  | [^\w\s]
  | \w+
""", re.X)


def _cut_clitics(word, start, out):
    tail = []
    end = len(word)
    if word.lower() == "cannot":
        return out.extend([(start, start + 3), (start + 3, start + 6)])
    while end > 1:
        m = CLITIC.search(word, 0, end)
        if not m or m.start() == 0:
            break
        tail.append((start + m.start(), start + end))
        end = m.start()
    out.append((start, start + end))
    out.extend(reversed(tail))


def _tokenize_chunk(text, start, end, out):
    m = URL.match(text, start, end)
    if m:
        out.append(m.span())
        start = m.end()
    at = start
    while at < end:
        m = PIECE.match(text, at, end)
        s, e = m.span()
        word = text[s:e]
        if word[0].isalpha():
            lower = word.lower()
            is_abbreviation = lower in ABBREVIATIONS or (len(word) == 1 and word.isupper())
            if e < end and text[e] == "." and is_abbreviation and (e + 1 < end or lower not in ("no", "al", "co", "st")
                                                                 or word[0].isupper()):
                e += 1
                out.append((s, e))
            else:
                _cut_clitics(word, s, out)
        else:
            out.append((s, e))
        at = e


def tokenize(text):
    """Returns a list of (start, end) character offsets."""
    out = []
    for m in re.finditer(r"\S+", text):
        _tokenize_chunk(text, m.start(), m.end(), out)
    return out


def split_word(word):
    """The UD-like tokens of one token of a foreign tokenisation."""
    spans = tokenize(word)
    return [word[s:e] for s, e in spans] or [word]


def case_id(token):
    letters = [c for c in token if c.isalpha()]
    if not letters:
        return CASE_DIGIT if any(c.isdigit() for c in token) else CASE_OTHER
    upper = [c for c in letters if c.isupper()]
    if not upper:
        return CASE_LOWER
    if len(upper) == len(letters):
        return CASE_UPPER if len(letters) > 1 else CASE_CAPITAL
    if letters[0].isupper() and len(upper) == 1:
        return CASE_CAPITAL
    return CASE_MIXED


def space_ids(text, spans):
    """What stands before each token: nothing, a space, one newline, a blank line or the start of the text."""
    ids, previous = [], None
    for start, end in spans:
        gap = "\n\n" if previous is None else text[previous:start]
        newlines = gap.count("\n")
        ids.append(SPACE_NONE if not gap else SPACE_SPACE if not newlines else min(newlines + 1, SPACE_BLANK))
        previous = end
    return ids


class Pieces:
    """WordPiece of one token at a time."""

    def __init__(self, vocab):
        self.tokenizer = BertWordPieceTokenizer(vocab, lowercase=True)
        self.cls, self.sep, self.unk, self.mask = (self.tokenizer.token_to_id(t)
                                                   for t in ("[CLS]", "[SEP]", "[UNK]", "[MASK]"))

    @functools.lru_cache(maxsize=None)
    def of(self, token):
        ids = self.tokenizer.encode(token, add_special_tokens=False).ids
        return tuple(ids[:MAX_TOKEN_PIECES]) or (self.unk,)


def windows(counts, window=WINDOW, margin=MARGIN):
    """Cuts a document whose token i has counts[i] pieces into windows.

    Yields (first, last, read_first, read_last): tokens [first, last) are in the window, and the vectors of
    tokens [read_first, read_last) are read from it. Window k starts at the first token whose first piece is at or
    after piece k*stride; a token whose first piece is p is read from window min(max(p - margin, 0) / stride, last).
    """
    stride = window - 2 * margin
    starts, total = [], 0
    for c in counts:
        starts.append(total)
        total += c
    count = 1 if total <= window else (total - window + stride - 1) // stride + 1
    token, read = 0, 0
    for k in range(count):
        while starts[token] < k * stride:
            token += 1
        last = token
        while last < len(counts) and starts[last] + counts[last] - starts[token] <= window:
            last += 1
        read_last = read
        while read_last < len(counts) and (k == count - 1 or max(starts[read_last] - margin, 0) // stride <= k):
            read_last += 1
        yield token, last, read, read_last
        read = read_last
