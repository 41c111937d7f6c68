// Who talks with whom: quotations that answer one another, in paragraphs of their own.
// SPDX-License-Identifier: MIT
#include "ingest/quote_turns.h"

#include "ingest/clause.h"
#include "ingest/quote_frames.h"
#include "ingest/quote_phrases.h"
#include "ingest/quotes.h"

int32_t turns_last(const Document *d, size_t before)
{
    for (size_t i = before; i-- > 0 && before - i < QUOTE_REACH;)
        if (d->quotes[i].said) return (int32_t)i;
    return KB_NONE;
}

unsigned turns_paragraphs(const Document *d, const Quote *before, const Quote *quote)
{
    unsigned count = 0;
    for (uint32_t t = quote->first - 1; t > before->first && count < 2; t--)
        count += paragraph_begins(d, t) || quote->first - t > 2 * TOKEN_REACH;
    return count;
}

bool turns_answered(const Document *d, const Quote *quote, const Quote *next)
{
    uint32_t after = quote_after(d, quote), open = next->first - 1;
    return after > quote->last && after == open && paragraph_begins(d, open) && !next->resumed;
}

int32_t turns_asker(const Document *d, const Quote *quote)
{
    uint32_t open = quote->first - 1;
    int32_t last = quote->resumed || !paragraph_begins(d, open) ? KB_NONE : turns_last(d, (size_t)(quote - d->quotes));
    if (last < 0 || !token_is(d, d->quotes[last].last - 1, "?")) return KB_NONE;
    if (turns_paragraphs(d, &d->quotes[last], quote) != 1) return KB_NONE;
    Frame after = frame_after(d, (size_t)last); // "..., Poe asked."
    return after.last + 1 >= open ? d->quotes[last].speaker : KB_NONE;
}

// "Poe turned to the baker, Hay.", before the talk: the one named there besides `chain`.
static int32_t led_to(const Document *d, const Quote *talk, int32_t chain)
{
    uint32_t open = talk->first - 1;
    Frame last = paragraph_begins(d, open) ? frame_ending(d, open, true) : (Frame){open, open};
    int32_t other = KB_NONE;
    bool named = false;
    for (size_t i = document_mentions_from(d, last.first); i < d->mention_count; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->first >= last.last) break;
        if (mention->kind != KB_NAME || mention->type != KB_PERSON || chain_at(d, mention->first) < 0) continue;
        named |= mention->chain == chain;
        if (mention->chain == chain || mention->chain == other) continue;
        if (other >= 0 || document_quote_at(d, mention->first) >= 0) return KB_NONE;
        other = mention->chain;
    }
    return named ? other : KB_NONE;
}

int32_t turns_other(const Document *d, const Quote *quote, int32_t chain)
{
    size_t i = (size_t)(quote - d->quotes), first = i;
    while (first && i - first < QUOTE_REACH && turns_paragraphs(d, &d->quotes[first - 1], &d->quotes[first]) < 2) {
        int32_t speaker = d->quotes[--first].speaker;
        if (d->quotes[first].said && speaker >= 0 && speaker != chain && d->chains[speaker].type == KB_PERSON)
            return speaker;
    }
    return led_to(d, &d->quotes[first], chain);
}
