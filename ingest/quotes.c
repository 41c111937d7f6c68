// Quotations: pairs the quotation marks of a document, of whatever kind.
// SPDX-License-Identifier: MIT
#include "ingest/quotes.h"

#include <string.h>

#include "ingest/clause.h"
#include "ingest/pipeline.h"
#include "ingest/speakers.h"

typedef enum MarkKind {
    MARK_SINGLE = 1, // ' and its like
    MARK_OPENS = 2,
    MARK_CLOSES = 4,
    // where it stands:
    OPENS_HERE = 8,
    REOPENS_HERE = 16,
    CLOSES_HERE = 32, // a single mark
    SURELY_CLOSES_HERE = 64
} MarkKind; // bits

static const struct {
    const char *text;
    unsigned kind;
} marks[] = {
    {"\"", MARK_OPENS | MARK_CLOSES},
    {"“", MARK_OPENS},
    {"„", MARK_OPENS},
    {"«", MARK_OPENS},
    {"``", MARK_OPENS},
    {"”", MARK_CLOSES},
    {"»", MARK_CLOSES},
    {"''", MARK_CLOSES},
    {"'", MARK_SINGLE | MARK_OPENS | MARK_CLOSES},
    {"‘", MARK_SINGLE | MARK_OPENS},
    {"’", MARK_SINGLE | MARK_CLOSES},
};

enum { LONGEST = 600, MARK_SIZE = 3 }; // tokens of a stretch, so that a text full of marks stays linear

typedef struct Marks {
    Document *document;
    uint8_t *kinds; // [token_count] MarkKind; read once, since every opening mark looks for the one that closes it
    size_t room;
} Marks;

static unsigned text_kind(const Document *document, uint32_t token)
{
    const Token *t = &document->tokens[token];
    if (t->end - t->start > MARK_SIZE) return 0;
    KbText text = document_slice(document, t->start, t->end);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (kb_text_equal(text, kb_text(marks[i].text))) return marks[i].kind;
    return 0;
}

static bool spaced(const Document *document, uint32_t token)
{
    return token >= document->token_count || document->tokens[token].space != SPACE_NONE;
}

// At most LONGEST tokens on.
static uint32_t paragraph_end(const Document *document, uint32_t token)
{
    uint32_t limit = token + LONGEST < document->token_count ? token + LONGEST : (uint32_t)document->token_count;
    while (++token < limit && document->tokens[token].space != SPACE_PARAGRAPH)
        ;
    return token;
}

// ---------------------------------------------------------------------------------------------- one mark

// A straight mark opens after a space or a bracket and before a letter; of tokens apart by spaces any may.
static bool opens(const Document *document, uint32_t token, unsigned kind)
{
    if (!(kind & MARK_OPENS)) return false;
    if (!(kind & MARK_CLOSES)) return true;
    bool before = spaced(document, token) || token_in(document, token - 1, "|(|[|-|--|–|—|:|“|‘|\"|");
    bool alone = spaced(document, token) && spaced(document, token + 1);
    if (kind & MARK_SINGLE) return before && !spaced(document, token + 1);
    return before && (alone || !spaced(document, token + 1));
}

static bool ends_sense(const Document *document, uint32_t token)
{
    return token_in(document, token, "|,|.|?|!|;|:|…|...|)|–|—|-|--|”|\"|");
}

// An apostrophe after a plural ("the players' union") closes nothing if a likelier mark follows.
static unsigned single_closes(const Document *document, uint32_t token)
{
    bool sense = ends_sense(document, token + 1);
    if (!spaced(document, token + 1) && !sense) return 0;
    KbText word = token ? document->tokens[token - 1].lower : (KbText){0};
    bool plural = word.length && word.data[word.length - 1] == 's';
    bool sure = !plural || sense || token + 1 >= document->token_count;
    return sure ? CLOSES_HERE | SURELY_CLOSES_HERE : CLOSES_HERE;
}

static unsigned mark_kind(const Document *document, uint32_t token)
{
    unsigned kind = text_kind(document, token), single = MARK_SINGLE | MARK_CLOSES;
    if (opens(document, token, kind)) kind |= OPENS_HERE;
    // At the head of a line behind a full stop: the quotation goes on in a new paragraph.
    if ((kind & OPENS_HERE) && document->tokens[token].space >= SPACE_NEWLINE &&
        token_in(document, token - 1, "|.|?|!|"))
        kind |= REOPENS_HERE;
    return (kind & single) == single ? kind | single_closes(document, token) : kind;
}

// ---------------------------------------------------------------------------------------------- pairs

static uint32_t find_single(const Marks *m, uint32_t from, uint32_t limit, unsigned closes)
{
    while (from < limit && !(m->kinds[from] & closes))
        from++;
    return from;
}

static uint32_t find_double(const Marks *m, uint32_t from, uint32_t limit)
{
    while (from < limit && !(m->kinds[from] & REOPENS_HERE) &&
           (m->kinds[from] & (MARK_SINGLE | MARK_CLOSES)) != MARK_CLOSES)
        from++;
    return from;
}

// The mark that closes what `open` opens; `limit`: none before it.
static uint32_t closing_mark(const Marks *m, uint32_t open, uint32_t limit)
{
    if (!(m->kinds[open] & MARK_SINGLE)) return find_double(m, open + 1, limit);
    uint32_t close = find_single(m, open + 1, limit, SURELY_CLOSES_HERE);
    return close < limit ? close : find_single(m, open + 1, limit, CLOSES_HERE);
}

// ---------------------------------------------------------------------------------------------- stretches

// A quotation goes on in the next paragraph if that begins with an opening mark of the same kind.
static bool reopened(const Marks *m, uint32_t open, uint32_t limit)
{
    return limit < m->document->token_count && m->document->tokens[limit].space == SPACE_PARAGRAPH &&
           (m->kinds[limit] & OPENS_HERE) && ((m->kinds[limit] ^ m->kinds[open]) & MARK_SINGLE) == 0;
}

// Adds what `open` opens and returns the token after it; `open` itself: it opens nothing.
static uint32_t add_stretch(Marks *m, uint32_t open, bool *resumed)
{
    Document *d = m->document;
    uint32_t limit = paragraph_end(d, open), close = closing_mark(m, open, limit);
    bool unclosed = close == limit || (m->kinds[close] & REOPENS_HERE);
    if (close == open + 1 || (unclosed && !reopened(m, open, close))) return open;
    Quote quote = {.start = d->tokens[open].start,
                   .end = d->tokens[unclosed ? close - 1 : close].end,
                   .first = open + 1,
                   .last = close,
                   .speaker = KB_NONE,
                   .resumed = *resumed};
    ARENA_PUSH(d->arena, d->quotes, d->quote_count, m->room, quote);
    *resumed = unclosed;
    return unclosed ? close : close + 1;
}

static void find_stretches(Document *document)
{
    Marks m = {.document = document, .kinds = arena_alloc(document->arena, document->token_count + 1, 1)};
    bool resumed = false;
    for (uint32_t token = 0; token < document->token_count; token++)
        m.kinds[token] = (uint8_t)mark_kind(document, token);
    for (uint32_t token = 0; token < document->token_count;) {
        uint32_t after = m.kinds[token] & OPENS_HERE ? add_stretch(&m, token, &resumed) : token;
        if (after == token) resumed = false;
        token = after > token ? after : token + 1;
    }
}

int32_t document_quote_at(const Document *document, uint32_t token)
{
    size_t low = 0, high = document->quote_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (document->quotes[middle].last <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low < document->quote_count && document->quotes[low].first <= token ? (int32_t)low : KB_NONE;
}

uint32_t quote_after(const Document *document, const Quote *quote)
{
    bool closed = quote->last < document->token_count && document->tokens[quote->last].start < quote->end;
    return quote->last + closed;
}

void quotes_find(Document *document)
{
    find_stretches(document);
    speakers_find(document);
}

void stage_quotes(Worker *worker, Document *document)
{
    (void)worker;
    quotes_find(document);
}
