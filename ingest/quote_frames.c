// Sentences around quotations, and paragraphs.
// SPDX-License-Identifier: MIT
#include "ingest/quote_frames.h"

#include "ingest/clause.h"
#include "ingest/quotes.h"

bool ends_sentence(const Document *d, uint32_t token)
{
    if (token >= d->token_count) return false;
    KbText word = d->tokens[token].lower;
    return word.length == 1 && (word.data[0] == '.' || word.data[0] == '?' || word.data[0] == '!');
}

static bool closes_sentence(const Document *d, uint32_t token)
{
    return ends_sentence(d, token) || (token_in(d, token, "|\"|”|''|'|") && token && ends_sentence(d, token - 1));
}

// A blank line, or a line break at the end of a sentence: many texts have a paragraph a line.
bool paragraph_begins(const Document *d, uint32_t token)
{
    if (!token || token >= d->token_count || d->tokens[token].space == SPACE_PARAGRAPH) return true;
    return d->tokens[token].space == SPACE_NEWLINE && closes_sentence(d, token - 1);
}

static bool sentence_begins(const Document *d, uint32_t token)
{
    return paragraph_begins(d, token) || d->sentences[d->tokens[token].sentence].first == token;
}

// Words of the sentence before the quotation; "X said:" before a new line or paragraph belongs to it.
Frame frame_before(const Document *d, const Quote *quote)
{
    uint32_t open = quote->first - 1, first = open;
    while (first && open - first < TOKEN_REACH) {
        int32_t inside = document_quote_at(d, first - 1 ? first - 2 : 0);
        bool after_quote = inside >= 0 && quote_after(d, &d->quotes[inside]) == first;
        bool colon = first == open && token_in(d, first - 1, "|:|");
        if (!colon && (sentence_begins(d, first) || ends_sentence(d, first - 1))) break;
        if (after_quote && token_is(d, d->quotes[inside].last - 1, ".")) break;
        first = after_quote ? d->quotes[inside].first - 1 : first - 1;
    }
    return (Frame){first, open};
}

// The last token of a quotation that is no mark: ""She said, 'We won,'" he recalled.": the comma.
static uint32_t last_inside(const Document *d, const Quote *quote)
{
    uint32_t last = quote->last - 1;
    while (last > quote->first && token_in(d, last, "|'|’|\"|”|''|"))
        last--;
    return last;
}

// Does the sentence go on behind the closing mark?
bool frame_goes_on(const Document *d, const Quote *quote)
{
    uint32_t after = quote_after(d, quote);
    return token_in(d, last_inside(d, quote), "|,|—|–|") || token_is(d, after, ",");
}

// "Gen. Hay (Ret.), a trustee.": no sentence begins with what follows an abbreviation there.
static bool goes_on(const Document *d, uint32_t token, uint32_t limit)
{
    uint32_t next = token + ends_sentence(d, token);
    return next < limit && !paragraph_begins(d, next) && token_in(d, next, "|,|)|");
}

// No sentence begins with a small letter behind a word: ""We won," said | her lawyer, Ann Poe."
static bool splits(const Document *d, uint32_t token)
{
    bool inside =
        d->tokens[token].space < SPACE_NEWLINE && token_is_lower(d, token) && !token_is_pos(d, token - 1, POS_PUNCT);
    return sentence_begins(d, token) && !inside;
}

Frame frame_after(const Document *d, size_t i)
{
    const Quote *quote = &d->quotes[i];
    uint32_t first = quote_after(d, quote), last;
    uint32_t limit = i + 1 < d->quote_count ? d->quotes[i + 1].first - 1 : (uint32_t)d->token_count;
    KbText end = d->tokens[last_inside(d, quote)].lower; // "p.m." ends it as a stop does
    bool over = end.length && end.data[end.length - 1] == '.' && !token_is_lower(d, first);
    if (over || paragraph_begins(d, first)) return (Frame){first, first};
    if (token_is(d, first, ",")) first++;
    for (last = first; last < limit && last < first + TOKEN_REACH; last++)
        if ((ends_sentence(d, last) || (last > first && splits(d, last))) && !goes_on(d, last, limit)) break;
    return (Frame){first, last};
}

Frame frame_following(const Document *d, const Quote *quote, Frame after)
{
    uint32_t first = ends_sentence(d, after.last) ? after.last + 1 : after.last, last;
    if (after.first == after.last) first = quote_after(d, quote);
    if (first >= d->token_count || paragraph_begins(d, first)) return (Frame){first, first};
    for (last = first; last < d->token_count && last < first + TOKEN_REACH && !ends_sentence(d, last); last++)
        if (last > first && sentence_begins(d, last)) break;
    return (Frame){first, last};
}

// The sentence that ends before `token`, of the same paragraph unless `across`; empty: none.
Frame frame_ending(const Document *d, uint32_t token, bool across)
{
    Frame frame = {token, token};
    if (!token || (!across && paragraph_begins(d, token))) return frame;
    for (frame.first--; frame.first && !sentence_begins(d, frame.first); frame.first--)
        if (token - frame.first > TOKEN_REACH ||
            (ends_sentence(d, frame.first - 1) && document_quote_at(d, frame.first - 1) < 0))
            break;
    return frame;
}
