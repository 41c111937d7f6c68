# Turns text into UD-like tokens with offsets, and tokens into the encoder's inputs: pieces, case ids, space ids.
# SPDX-License-Identifier: MIT
import ctypes
import functools
import os
import subprocess
import tempfile

from tokenizers import BertWordPieceTokenizer

CASE_LOWER, CASE_CAPITAL, CASE_UPPER, CASE_MIXED, CASE_DIGIT, CASE_OTHER = range(6)
SPACE_NONE, SPACE_SPACE, SPACE_NEWLINE, SPACE_BLANK = range(4)
NCASE, NSPACE = 6, 4
WINDOW, MARGIN = 192, 16
MAX_TOKEN_PIECES = 16

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


class _Tokenizer(ctypes.Structure):  # Tokenizer of tokenize.h
    _fields_ = [("text", ctypes.c_char_p), ("length", ctypes.c_size_t), ("at", ctypes.c_size_t),
                ("cuts", ctypes.c_size_t * 4), ("counts", ctypes.c_size_t * 2), ("address", ctypes.c_size_t),
                ("spare", ctypes.c_size_t * 16)]


class _Span(ctypes.Structure):
    _fields_ = [("start", ctypes.c_uint32), ("end", ctypes.c_uint32)]


@functools.lru_cache(maxsize=None)
def _library():
    """ingest/tokenize.c, compiled: training sees the very tokens that the program will see."""
    path = os.path.join(tempfile.mkdtemp(), "tokenize.so")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-I", SOURCE, "-o", path, SOURCE + "/ingest/tokenize.c",
                    "-lutf8proc"], check=True)
    return ctypes.CDLL(path)


def tokenize_bytes(data):
    """UTF-8 bytes to a list of (start, end) byte offsets."""
    library, tokenizer, span, out = _library(), _Tokenizer(), _Span(), []
    library.tokenizer_init(ctypes.byref(tokenizer), data, ctypes.c_size_t(len(data)))
    library.tokenizer_next.restype = ctypes.c_bool
    while library.tokenizer_next(ctypes.byref(tokenizer), ctypes.byref(span)):
        out.append((span.start, span.end))
    return out


def tokenize(text):
    """Returns a list of (start, end) character offsets."""
    data = text.encode()
    spans = tokenize_bytes(data)
    if len(data) == len(text):
        return spans
    character = {}
    at = 0
    for i, c in enumerate(text):
        character[at] = i
        at += len(c.encode())
    character[at] = len(text)
    return [(character[s], character[e]) for s, e in spans]


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
