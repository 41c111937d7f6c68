// Pronouns that stand for the speakers of quotations: "I" between the marks, "she" of "she said".
// SPDX-License-Identifier: MIT
#include "ingest/speaker_pronouns.h"

#include "ingest/chains.h"
#include "ingest/clause.h"

enum { RECENT = 12 }; // mentions

// The person of a gender, or of an unknown one, who is mentioned last before the token, besides `chain`.
static int32_t somebody_else(const Document *d, uint32_t token, KbGender gender, int32_t chain)
{
    size_t last = document_mentions_from(d, token), first = last > RECENT ? last - RECENT : 0;
    for (size_t i = last; i-- > first;) {
        const Mention *mention = &d->mentions[i];
        if (mention->type != KB_PERSON || mention->chain < 0 || mention->chain == chain) continue;
        KbGender known = d->chains[mention->chain].gender;
        if (!known || known == gender) return mention->chain;
    }
    return KB_NONE;
}

// "I" and "my" in a quotation stand for who says it, whatever the coreference took them for.
static void bind_first_persons(const Document *d, const Quote *quote, int32_t *said)
{
    if (!quote->said || quote->speaker < 0 || d->chains[quote->speaker].type != KB_PERSON) return;
    for (uint32_t token = quote->first; token < quote->last; token++) {
        if (token_in(d, token, "|i|me|my|mine|myself|")) said[token] = quote->speaker;
        KbGender gender = pronoun_gender(d->tokens[token].lower);
        int32_t mention = gender ? document_mention_at(d, token) : KB_NONE;
        if (mention >= 0 && d->mentions[mention].chain == quote->speaker)
            said[token] = somebody_else(d, quote->first, gender, quote->speaker);
    }
}

// Gives the pronouns that stand for speakers to their chains; adds a mention where there is none.
static void put_mentions(Document *d, const int32_t *said)
{
    Mention *mentions = NULL;
    size_t count = 0, room = 0, next = 0;
    for (uint32_t token = 0; token < d->token_count; token++) {
        Mention pronoun = {.first = token,
                           .last = token + 1,
                           .head = token,
                           .kind = KB_PRONOUN,
                           .type = KB_PERSON,
                           .chain = said[token]}; // he, she or I
        bool bound = pronoun.chain >= 0, held = bound && document_mention_at(d, token) >= 0;
        if (bound && !held) ARENA_PUSH(d->arena, mentions, count, room, pronoun);
        for (; next < d->mention_count && d->mentions[next].first == token; next++)
            ARENA_PUSH(d->arena, mentions, count, room,
                       bound && d->mentions[next].kind == KB_PRONOUN ? pronoun : d->mentions[next]);
    }
    d->mentions = mentions;
    d->mention_count = count;
}

void speaker_pronouns_bind(Document *document, int32_t *said)
{
    for (size_t i = 0; i < document->quote_count; i++)
        bind_first_persons(document, &document->quotes[i], said);
    put_mentions(document, said);
}
