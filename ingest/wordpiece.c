// BERT's uncased WordPiece: normalisation by utf8proc, then the longest match first in a hash of the vocabulary.
// SPDX-License-Identifier: MIT
#include "ingest/wordpiece.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <xxhash.h>

#include "ingest/memory.h"

enum { MAX_CHARS = 100, MAX_BYTES = 4 * MAX_CHARS, MAX_PIECE = 256, NONE = -1 };

typedef struct Slot {
    uint32_t offset; // of the piece's text in the vocabulary, "##" dropped
    uint16_t length;
    bool inner; // it had "##"
    int32_t id; // NONE: an empty slot
} Slot;

struct WordPiece {
    const char *vocabulary;
    Slot *slots; // open addressing, at most half full
    size_t mask;
    size_t count, longest; // pieces; bytes of the longest
    uint32_t special[WORDPIECE_SPECIALS];
};

static const char *const SPECIALS[WORDPIECE_SPECIALS] = {"[UNK]", "[CLS]", "[SEP]"};

// ---------------------------------------------------------------------------------------------- vocabulary

static Slot *find_slot(const WordPiece *w, const char *piece, size_t length, bool inner)
{
    for (size_t i = XXH3_64bits_withSeed(piece, length, inner);; i++) {
        Slot *s = &w->slots[i & w->mask];
        if (s->id == NONE) return s;
        if (s->inner == inner && s->length == length && memcmp(w->vocabulary + s->offset, piece, length) == 0) return s;
    }
}

static void add_piece(WordPiece *w, size_t offset, size_t length)
{
    int32_t id = (int32_t)w->count++;
    bool inner = length > 2 && memcmp(w->vocabulary + offset, "##", 2) == 0;
    if (inner) offset += 2, length -= 2;
    if (length == 0 || length > MAX_PIECE) return;
    *find_slot(w, w->vocabulary + offset, length, inner) =
        (Slot){.offset = (uint32_t)offset, .length = (uint16_t)length, .inner = inner, .id = id};
    if (length > w->longest) w->longest = length;
}

static void build_hash(WordPiece *w, KbText vocabulary)
{
    size_t lines = 1, size = 1024;
    for (size_t i = 0; i < vocabulary.length; i++)
        lines += vocabulary.data[i] == '\n';
    while (size < 2 * lines)
        size *= 2;
    w->mask = size - 1;
    w->slots = memory_grow(NULL, size * sizeof *w->slots);
    for (size_t i = 0; i < size; i++)
        w->slots[i].id = NONE;
    for (size_t start = 0; start < vocabulary.length;) {
        const char *newline = memchr(vocabulary.data + start, '\n', vocabulary.length - start);
        size_t end = newline ? (size_t)(newline - vocabulary.data) : vocabulary.length;
        bool carriage = end > start && vocabulary.data[end - 1] == '\r';
        add_piece(w, start, end - start - carriage);
        start = end + 1;
    }
}

KbStatus wordpiece_new(KbText vocabulary, WordPiece **out, KbError *error)
{
    WordPiece *w = memory_grow(NULL, sizeof *w);
    *w = (WordPiece){.vocabulary = vocabulary.data};
    build_hash(w, vocabulary);
    for (int i = 0; i < WORDPIECE_SPECIALS; i++) {
        const Slot *s = find_slot(w, SPECIALS[i], strlen(SPECIALS[i]), false);
        if (s->id == NONE) {
            *error = (KbError){.status = KB_CORRUPT};
            snprintf(error->text, sizeof error->text, "the vocabulary has no %s", SPECIALS[i]);
            wordpiece_free(w);
            return KB_CORRUPT;
        }
        w->special[i] = (uint32_t)s->id;
    }
    *out = w;
    return KB_OK;
}

void wordpiece_free(WordPiece *w)
{
    if (!w) return;
    free(w->slots);
    free(w);
}

uint32_t wordpiece_special(const WordPiece *w, WordPieceSpecial special)
{
    return w->special[special];
}

size_t wordpiece_count(const WordPiece *w)
{
    return w->count;
}

// ---------------------------------------------------------------------------------------------- characters

// Marks, punctuation and format characters that are newer than Unicode 8: the reference goes by that version and takes
// them for letters. Ranges may hold characters of other kinds.
static const int32_t NEWER[][2] = {
    {0x61d, 0x61d},     {0x7fd, 0x7fd},     {0x890, 0x8e2},     {0x9fd, 0x9fe},     {0xa76, 0xa76},
    {0xafa, 0xaff},     {0xb55, 0xb55},     {0xc04, 0xc3c},     {0xc77, 0xc77},     {0xc84, 0xc84},
    {0xd00, 0xd00},     {0xd3b, 0xd3c},     {0xd81, 0xd81},     {0xeba, 0xeba},     {0xece, 0xece},
    {0x180f, 0x1886},   {0x1abf, 0x1ace},   {0x1b7d, 0x1b7e},   {0x1df6, 0x1dfb},   {0x2e43, 0x2e5d},
    {0xa82c, 0xa82c},   {0xa8c5, 0xa8c5},   {0xa8ff, 0xa8ff},   {0xa9bd, 0xa9bd},   {0x10d24, 0x10f89},
    {0x11070, 0x11074}, {0x110c2, 0x110cd}, {0x111c9, 0x111c9}, {0x111cf, 0x111cf}, {0x1123e, 0x11241},
    {0x1133b, 0x1133b}, {0x11438, 0x1145e}, {0x11660, 0x1166c}, {0x116b9, 0x116b9}, {0x1182f, 0x11fff},
    {0x12ff1, 0x13455}, {0x16e97, 0x16f4f}, {0x16fe2, 0x16fe4}, {0x1cf00, 0x1cf46}, {0x1e000, 0x1e4ef},
    {0x1e944, 0x1e95f},
};

static bool is_newer(int32_t c)
{
    size_t low = 0, high = sizeof NEWER / sizeof *NEWER;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > NEWER[middle][1])
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof NEWER / sizeof *NEWER && c >= NEWER[low][0];
}

static bool is_ideograph(int32_t c)
{
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x2a6df) ||
           (c >= 0x2a700 && c <= 0x2b73f) || (c >= 0x2b740 && c <= 0x2b81f) || (c >= 0x2b920 && c <= 0x2ceaf) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2f800 && c <= 0x2fa1f);
}

typedef enum Kind { DROPPED, BLANK, PUNCTUATION, LETTER } Kind;

static Kind ascii_kind(int32_t c)
{
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return BLANK;
    if (c < ' ' || c == 0x7f) return DROPPED;
    bool letter = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return letter ? LETTER : PUNCTUATION;
}

static Kind kind_of(int32_t c)
{
    if (c < 0x80) return ascii_kind(c);
    if (c == 0x166d || c == 0x111c9) return PUNCTUATION; // as in Unicode 8
    if (c == 0x1734) return DROPPED;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return BLANK;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CO: return DROPPED;
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_MN: return is_newer(c) ? LETTER : DROPPED;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return is_newer(c) ? LETTER : PUNCTUATION;
    default: return c == 0xfffd ? DROPPED : LETTER;
    }
}

// ---------------------------------------------------------------------------------------------- encoding

typedef struct Encoding {
    const WordPiece *w;
    uint32_t *ids;
    size_t room, count;
    char word[MAX_BYTES];
    size_t length, chars; // of the word; chars goes on counting past MAX_CHARS
} Encoding;

static void emit(Encoding *e, uint32_t id)
{
    if (e->count < e->room) e->ids[e->count] = id;
    e->count++;
}

// Id of the longest piece that starts at word[start]; its length in *taken. NONE if there is none.
static int32_t longest_piece(const Encoding *e, size_t start, size_t *taken)
{
    size_t n = e->length - start < e->w->longest ? e->length - start : e->w->longest;
    for (; n > 0; n--) {
        bool inside = start + n < e->length && ((unsigned char)e->word[start + n] & 0xc0) == 0x80;
        if (inside) continue;
        const Slot *s = find_slot(e->w, e->word + start, n, start > 0);
        *taken = n;
        if (s->id != NONE) return s->id;
    }
    return NONE;
}

static void flush_word(Encoding *e)
{
    size_t before = e->count, taken = 0;
    bool known = e->chars <= MAX_CHARS;
    for (size_t start = 0; known && start < e->length; start += taken) {
        int32_t id = longest_piece(e, start, &taken);
        known = id != NONE;
        if (known) emit(e, (uint32_t)id);
    }
    if (!known) {
        e->count = before;
        emit(e, e->w->special[WORDPIECE_UNK]);
    }
    e->length = e->chars = 0;
}

static void append(Encoding *e, int32_t c)
{
    if (++e->chars > MAX_CHARS) return;
    e->length += (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)e->word + e->length);
}

// One character after decomposition.
static void put_char(Encoding *e, int32_t c)
{
    Kind kind = kind_of(c);
    if (kind == DROPPED) return;
    if (kind == LETTER) {
        append(e, c >= 'A' && c <= 'Z' ? c | 0x20 : c < 0x80 ? c : utf8proc_tolower(c));
        return;
    }
    flush_word(e);
    if (kind == BLANK) return;
    append(e, c);
    flush_word(e);
}

static void put_decomposed(Encoding *e, int32_t c)
{
    int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < 8; i++)
        put_char(e, parts[i]);
}

static void put_source(Encoding *e, int32_t c)
{
    bool alone = is_ideograph(c);
    if (alone) flush_word(e);
    if (c < 0x80 || kind_of(c) == DROPPED)
        put_char(e, c);
    else
        put_decomposed(e, c);
    if (alone) flush_word(e);
}

size_t wordpiece_encode(const WordPiece *w, KbText text, uint32_t *ids, size_t room)
{
    Encoding e = {.w = w, .ids = ids, .room = room};
    for (size_t at = 0; at < text.length;) {
        int32_t c;
        size_t left = text.length - at < 4 ? text.length - at : 4;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at, (utf8proc_ssize_t)left, &c);
        at += size > 0 ? (size_t)size : 1;
        if (size > 0) put_source(&e, c);
    }
    flush_word(&e);
    return e.count;
}
