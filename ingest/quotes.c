// Quotations: pairs the quotation marks of a document, of whatever kind.
// SPDX-License-Identifier: MIT
#include "ingest/quotes.h"

#include <string.h>

#include "ingest/clause.h"
#include "ingest/pipeline.h"
#include "ingest/speakers.h"

typedef enum MarkKind {
    MARK_SINGLE = 1,
    MARK_OPENS = 2,
    MARK_CLOSES = 4
} MarkKind; // bits; MARK_SINGLE: of ' and its like

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
    size_t room;
} Marks;

static unsigned mark_kind(const Document *document, uint32_t token)
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
static bool opens(const Document *document, uint32_t token)
{
    unsigned kind = mark_kind(document, token);
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
static bool closes_single(const Document *document, uint32_t token, bool sure)
{
    if (!(mark_kind(document, token) & MARK_CLOSES) || !spaced(document, token + 1)) {
        bool before_mark = ends_sense(document, token + 1) && token + 1 < document->token_count;
        if (!(mark_kind(document, token) & MARK_CLOSES) || !before_mark) return false;
    }
    KbText word = token ? document->tokens[token - 1].lower : (KbText){0};
    bool plural = word.length && word.data[word.length - 1] == 's';
    return !sure || !plural || ends_sense(document, token + 1) || token + 1 >= document->token_count;
}

static uint32_t find_single(const Document *document, uint32_t from, uint32_t limit, bool sure)
{
    while (from < limit && !((mark_kind(document, from) & MARK_SINGLE) && closes_single(document, from, sure)))
        from++;
    return from;
}

// A mark at the head of a line behind a full stop: the quotation goes on in a new paragraph.
static bool reopens(const Document *document, uint32_t token)
{
    return document->tokens[token].space >= SPACE_NEWLINE && opens(document, token) &&
           token_in(document, token - 1, "|.|?|!|");
}

static uint32_t find_double(const Document *document, uint32_t from, uint32_t limit)
{
    for (; from < limit && !reopens(document, from); from++) {
        unsigned kind = mark_kind(document, from);
        if (!(kind & MARK_SINGLE) && (kind & MARK_CLOSES)) break;
    }
    return from;
}

// The mark that closes what `open` opens; `limit`: none before it.
static uint32_t closing_mark(const Document *document, uint32_t open, uint32_t limit)
{
    if (!(mark_kind(document, open) & MARK_SINGLE)) return find_double(document, open + 1, limit);
    uint32_t close = find_single(document, open + 1, limit, true);
    return close < limit ? close : find_single(document, open + 1, limit, false);
}

// ---------------------------------------------------------------------------------------------- stretches

// A quotation goes on in the next paragraph if that begins with an opening mark of the same kind.
static bool reopened(const Document *document, uint32_t open, uint32_t limit)
{
    return limit < document->token_count && document->tokens[limit].space == SPACE_PARAGRAPH &&
           opens(document, limit) && ((mark_kind(document, limit) ^ mark_kind(document, open)) & MARK_SINGLE) == 0;
}

// Adds what `open` opens and returns the token after it; `open` itself: it opens nothing.
static uint32_t add_stretch(Marks *m, uint32_t open, bool *resumed)
{
    Document *d = m->document;
    uint32_t limit = paragraph_end(d, open), close = closing_mark(d, open, limit);
    bool unclosed = close == limit || reopens(d, close);
    if (close == open + 1 || (unclosed && !reopened(d, open, close))) return open;
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
    Marks m = {.document = document};
    bool resumed = false;
    for (uint32_t token = 0; token < document->token_count;) {
        uint32_t after = opens(document, token) ? add_stretch(&m, token, &resumed) : token;
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
