// The place of a dateline.
// SPDX-License-Identifier: MIT
#include "ingest/datelines.h"

#include <ctype.h>

#include "ingest/bounds.h"
#include "ingest/clause.h"

enum { TOWN_TOKENS = 4, REGION_TOKENS = 3, AGENCY_TOKENS = 4 };

static const char MONTHS[] = "|january|february|march|april|may|june|july|august|september|october|november|december|"
                             "jan|feb|mar|apr|jun|jul|aug|"
                             "sep|sept|oct|nov|dec|jan.|feb.|mar.|apr.|jun.|jul.|aug.|sep.|sept.|oct.|nov.|dec.|";
static const char DASHES[] = "|-|--|–|—|";

typedef struct Dateline {
    uint32_t town, town_end, region, region_end; // tokens; region == region_end: none
} Dateline;

static bool is_capitals(const Document *d, uint32_t token, size_t least)
{
    KbText text = document_slice(d, d->tokens[token].start, d->tokens[token].end);
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (islower((unsigned char)text.data[i]) || isdigit((unsigned char)text.data[i])) return false;
        letters += isupper((unsigned char)text.data[i]) != 0 || (unsigned char)text.data[i] >= 0x80;
    }
    return letters >= least;
}

static bool goes_on(const Document *d, uint32_t token)
{
    return token < d->token_count && d->tokens[token].space <= SPACE_BLANK;
}

static bool has_digit(const Document *d, uint32_t token)
{
    return goes_on(d, token) && isdigit((unsigned char)d->text.data[d->tokens[token].start]);
}

// "1996-08-29", "Aug. 3", "3 August"
static bool is_date(const Document *d, uint32_t token)
{
    if (!goes_on(d, token)) return false;
    KbText text = document_slice(d, d->tokens[token].start, d->tokens[token].end);
    if (text.length == 10 && has_digit(d, token) && text.data[4] == '-' && text.data[7] == '-') return true;
    if (token_in(d, token, MONTHS)) return has_digit(d, token + 1) || has_digit(d, token + 2);
    return has_digit(d, token) && goes_on(d, token + 1) && token_in(d, token + 1, MONTHS);
}

// "(Reuters) -"
static bool is_agency(const Document *d, uint32_t token)
{
    if (!goes_on(d, token) || !token_is(d, token, "(")) return false;
    for (uint32_t i = token + 1; i <= token + 1 + AGENCY_TOKENS && goes_on(d, i); i++)
        if (token_is(d, i, ")")) return goes_on(d, i + 1) && token_in(d, i + 1, DASHES);
    return false;
}

// "- The": a text goes on behind the dash, not a headline in capitals.
static bool is_dash(const Document *d, uint32_t token)
{
    return goes_on(d, token) && token_in(d, token, DASHES) && goes_on(d, token + 1) && !is_capitals(d, token + 1, 2) &&
           token_is_capitalized(d, token + 1);
}

// Whether one of the words is a place by its label, or all are one name, of no body, that opens the text.
static bool holds_place(const Document *d, uint32_t first, uint32_t last)
{
    int32_t whole = document_mention_at(d, first);
    if (first == 0 && whole >= 0 && d->mentions[whole].last == last && d->mentions[whole].type == KB_PERSON)
        return true;
    for (uint32_t i = first; i < last; i++) {
        int32_t name = document_mention_at(d, i);
        if (name >= 0 && d->mentions[name].type == KB_PLACE) return true;
    }
    return false;
}

static bool read_dateline(const Document *d, uint32_t first, Dateline *out)
{
    uint32_t end = first;
    while (end < first + TOWN_TOKENS && end < d->token_count && (end == first || goes_on(d, end)) &&
           is_capitals(d, end, end == first ? 2 : 1) && !token_is_weekday(d, end) && !token_in(d, end, MONTHS))
        end++;
    if (end == first || !goes_on(d, end)) return false;
    *out = (Dateline){first, end, end, end};
    if (token_is(d, end, ",") && !is_date(d, end + 1)) {
        uint32_t region = end + 1, last = region;
        while (last < region + REGION_TOKENS && goes_on(d, last) && token_is_capitalized(d, last) && !is_date(d, last))
            last++;
        if (last == region) return false;
        *out = (Dateline){first, end, region, last};
        end = last;
    }
    if (token_is(d, end, ",")) end++;
    return is_date(d, end) || is_agency(d, end) || (is_dash(d, end) && holds_place(d, first, out->town_end));
}

static Mention place(uint32_t first, uint32_t last)
{
    return (Mention){.first = first, .last = last, .head = last - 1, .kind = KB_NAME, .type = KB_PLACE, .chain = -1};
}

void datelines_mark(Document *d)
{
    Mention *names = NULL;
    size_t count = 0, room = 0;
    for (uint32_t i = 0; i < d->token_count; i++) {
        Dateline line;
        if (d->tokens[i].space < SPACE_NEWLINE || !read_dateline(d, i, &line)) continue;
        ARENA_PUSH(d->arena, names, count, room, place(line.town, line.town_end));
        if (line.region < line.region_end)
            ARENA_PUSH(d->arena, names, count, room, place(line.region, line.region_end));
    }
    bounds_replace(d, names, count);
}
