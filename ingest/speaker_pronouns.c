// Pronouns that stand for the speakers of quotations: "I" between the marks, "she" of "she said".
// SPDX-License-Identifier: MIT
#include "ingest/speaker_pronouns.h"

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/quote_frames.h"
#include "ingest/quotes.h"

enum { RECENT = 12, BYLINE = 6 }; // mentions; sentences

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

int32_t article_writer(const Document *d)
{
    int32_t chain = KB_NONE;
    for (size_t i = 0; i < d->mention_count && d->tokens[d->mentions[i].first].sentence < BYLINE; i++) {
        const Mention *name = &d->mentions[i];
        bool signs = name->type == KB_PERSON && name->kind == KB_NAME && name->chain >= 0 &&
                     sentence_is_byline(d, d->tokens[name->first].sentence);
        if (signs && chain >= 0 && chain != name->chain) return KB_NONE;
        if (signs) chain = name->chain;
    }
    return chain;
}

// In a paragraph behind a question, as the answers of an interview without marks are?
static bool in_answer(const Document *d, uint32_t token)
{
    uint32_t first = token;
    while (first && token - first < TOKEN_REACH && !paragraph_begins(d, first))
        first--;
    return first && token_is(d, first - 1, "?") && document_quote_at(d, first - 1) < 0;
}

bool means_writer(const Document *d, uint32_t token)
{
    return token_in(d, token, "|i|me|my|myself|") && document_quote_at(d, token) < 0 && !in_answer(d, token);
}

// "I" outside all marks stands for who writes.
static void bind_writer(const Document *d, int32_t *said)
{
    int32_t chain = article_writer(d);
    for (uint32_t token = 0; token < d->token_count && chain >= 0; token++)
        if (means_writer(d, token)) said[token] = chain;
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
        for (; next < d->mention_count && d->mentions[next].first == token; next++) {
            const Mention *old = &d->mentions[next];
            bool own = old->kind == KB_NOMINAL && token && said[token - 1] >= 0 && old->chain == said[token - 1] &&
                       token_is(d, token - 1, "my");
            if (!own) // "my brother" is not I
                ARENA_PUSH(d->arena, mentions, count, room, bound && old->kind == KB_PRONOUN ? pronoun : *old);
        }
    }
    d->mentions = mentions;
    d->mention_count = count;
}

void speaker_pronouns_bind(Document *document, int32_t *said)
{
    for (size_t i = 0; i < document->quote_count; i++)
        bind_first_persons(document, &document->quotes[i], said);
    bind_writer(document, said);
    put_mentions(document, said);
}
