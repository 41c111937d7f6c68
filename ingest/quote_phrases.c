// Whom a noun phrase stands for: the chain of its name, of the name beside it, or its own.
// SPDX-License-Identifier: MIT
#include "ingest/quote_phrases.h"

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/quote_frames.h"
#include "ingest/title_words.h"

bool is_possessive(const Document *d, uint32_t token)
{
    static const char owners[] = "|his|its|their|my|our|your|whose|";
    bool her = token_in(d, token, "|her|") && !ends_sentence(d, token + 1) && !token_in(d, token + 1, "|,|:|");
    return token_in(d, token, owners) || her || token_in(d, token + 1, "|'s|") ||
           (token_is(d, token + 1, "'") && token_is_pos(d, token + 1, POS_PART));
}

// Chain of the mention at the token, unless it owns what follows: "Poe's lawyer".
int32_t chain_at(const Document *d, uint32_t token)
{
    int32_t mention = document_mention_at(d, token);
    if (mention < 0) return KB_NONE;
    return is_possessive(d, d->mentions[mention].last - 1) ? KB_NONE : d->mentions[mention].chain;
}

// Also where the tagger takes "the general" for a name.
bool is_common_noun(const Document *d, uint32_t token)
{
    return token_is_pos(d, token, POS_NOUN) || (token_is_pos(d, token, POS_PROPN) && token_is_lower(d, token));
}

// The name that the tree hangs on a noun: "the owner, Rick Pacas", "surgeon Ann Poe".
int32_t named_beside(const Document *d, uint32_t head)
{
    if (!token_has_tree(d, head)) return KB_NONE;
    const Sentence *sentence = &d->sentences[d->tokens[head].sentence];
    uint32_t last = head + 2 * NEAR < sentence->last ? head + 2 * NEAR : sentence->last;
    for (uint32_t t = head > sentence->first + NEAR ? head - NEAR : sentence->first; t < last; t++) {
        bool beside = t != head && d->tokens[t].head == head && dep_in(d, t, "|appos|flat|compound|nmod:desc|nmod|");
        int32_t mention = beside ? document_mention_at(d, t) : KB_NONE;
        if (mention < 0 || d->mentions[mention].kind != KB_NAME || d->mentions[mention].type != KB_PERSON) continue;
        uint32_t first = d->mentions[mention].first;
        first -= first && token_in(d, first - 1, "|mr|mr.|mrs|mrs.|ms|ms.|miss|dr|dr.|sir|lord|lady|"); // "for Mr Poe"
        bool prepositional = first && token_is_pos(d, first - 1, POS_ADP);
        if (!prepositional && chain_at(d, t) >= 0) return d->mentions[mention].chain;
    }
    return KB_NONE;
}

bool ends_phrase(const Document *d, uint32_t token)
{
    return token_in(d, token,
                    "|,|.|:|;|?|!|(|—|–|who|which|that|of|for|in|at|on|from|to|with|by|after|as|when|while|about|near|"
                    "during|and|but|\"|“|");
}

// The last mention of a phrase that begins at `first`: "OCHA spokesman Samora Ndirangu".
static int32_t last_of_phrase(const Document *d, uint32_t first, uint32_t limit, uint32_t *end)
{
    int32_t chain = KB_NONE;
    uint32_t token = first;
    while (token < limit && !ends_phrase(d, token)) {
        int32_t mention = document_mention_at(d, token);
        if (mention >= 0 && d->mentions[mention].last > token) {
            int32_t found = chain_at(d, token);
            if (found >= 0) chain = found;
            token = d->mentions[mention].last;
        } else {
            if (!token_in(d, token, "|'s|himself|herself|") && !token_is_pos(d, token, POS_ADV)) chain = KB_NONE;
            token++;
        }
    }
    *end = token;
    return chain;
}

// The name in apposition to the phrase at `first`: "a lawyer for Acme, Ann Poe,", "the dean, Professor Sir Tom Hay".
int32_t apposed_chain(const Document *d, uint32_t first, uint32_t limit)
{
    uint32_t end = first, noun = first, last;
    while (end < limit && end < first + NEAR && !token_in(d, end, "|,|.|who|"))
        end++;
    if (!token_is(d, end, ",")) return KB_NONE;
    int32_t chain = last_of_phrase(d, end + 1, limit, &last);
    int32_t mention = chain >= 0 ? document_mention_at(d, last - 1) : KB_NONE;
    while (noun + 1 < end && !ends_phrase(d, noun + 1)) // "the chair of the union": the chair
        noun++;
    static const char either[] = "|buyer|seller|owner|maker|publisher|operator|supplier|builder|developer|insurer|"
                                 "lender|sponsor|contractor|manufacturer|rival|partner|employer|landlord|";
    uint8_t type = title_word(d->tokens[noun].lower) & TITLE_ORGNOUN ? KB_ORGANIZATION : KB_PERSON;
    if (mention >= 0 && token_in(d, noun, either) && d->mentions[mention].type == KB_ORGANIZATION)
        type = KB_ORGANIZATION; // "the buyer, Acme"
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME && d->mentions[mention].type == type;
    return name ? chain : KB_NONE;
}

// Chain of the noun phrase at `first`, or of the name in apposition to it.
int32_t phrase_chain(const Document *d, uint32_t first, uint32_t limit)
{
    uint32_t end;
    int32_t chain = last_of_phrase(d, first, limit, &end);
    int32_t mention = chain >= 0 ? document_mention_at(d, end - 1) : KB_NONE;
    bool noun = mention >= 0 && d->mentions[mention].kind == KB_NOMINAL; // "the buyer, Acme": Acme
    int32_t name = chain < 0 || noun ? apposed_chain(d, first, limit) : KB_NONE;
    return name >= 0 ? name : chain;
}

// "the general", "the 63-year-old Belgian"
bool is_definite(const Document *d, uint32_t head)
{
    for (uint32_t t = head; t && head - t < 7; t--) {
        if (token_is(d, t - 1, "the")) return true;
        if (!token_is_pos(d, t - 1, POS_ADJ) && !token_is_pos(d, t - 1, POS_NOUN) && !token_is_pos(d, t - 1, POS_NUM) &&
            !token_is_pos(d, t - 1, POS_PROPN) && !token_in(d, t - 1, "|-|"))
            return false;
    }
    return false;
}

// "an inspector", "one juror": somebody new
bool is_indefinite(const Document *d, uint32_t head)
{
    for (uint32_t t = head; t && head - t < 5; t--) {
        if (token_in(d, t - 1, "|a|an|one|another|")) return true;
        if (!token_is_pos(d, t - 1, POS_ADJ) && !token_is_pos(d, t - 1, POS_NOUN) && !token_is_pos(d, t - 1, POS_PROPN))
            return false;
    }
    return false;
}

// "his lawyer", "Poe's lawyer"
bool is_possessed(const Document *d, uint32_t head)
{
    for (uint32_t t = head; t && head - t < 5; t--) {
        if (is_possessive(d, t - 1) || token_is(d, t - 1, "'s")) return true;
        if (!token_is_pos(d, t - 1, POS_ADJ) && !token_is_pos(d, t - 1, POS_NOUN)) return false;
    }
    return false;
}

// Chain of the noun phrase whose head is `head`: of its name, of the name beside it, of the noun or pronoun itself.
int32_t head_chain(const Document *d, uint32_t head)
{
    int32_t mention = document_mention_at(d, head);
    bool name = mention >= 0 && d->mentions[mention].kind == KB_NAME;
    int32_t chain = name ? chain_at(d, head) : named_beside(d, head);
    if (chain < 0 && !name && token_is_pos(d, head, POS_NOUN) && is_indefinite(d, head)) return KB_NONE;
    if (chain < 0) chain = chain_at(d, head);
    if (chain < 0) chain = pronoun_chain(d, head);
    if (chain < 0 && token_has_tree(d, head) && dep_in(d, head, "|appos|")) chain = chain_at(d, d->tokens[head].head);
    return chain;
}
