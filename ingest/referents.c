// Whom a noun phrase stands for: names, pronouns, and the nominals that news leaves no doubt about.
// SPDX-License-Identifier: MIT
#include "ingest/referents.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/quotes.h"
#include "ingest/speaker_pronouns.h"
#include "ingest/title_words.h"

enum { MENTION_REACH = 100, ROLE_REACH = 300 }; // looked through at most, so that a long document stays linear

// The last name before `token` of one of the types (a set of 1 << KbType); -1: none near.
static int32_t last_named(const Document *document, uint32_t token, unsigned types)
{
    size_t after = document_mentions_from(document, token), oldest = after > MENTION_REACH ? after - MENTION_REACH : 0;
    for (size_t i = after; i-- > oldest;) {
        const Mention *mention = &document->mentions[i];
        if (mention->kind == KB_NAME && (types >> mention->type & 1)) return mention->chain;
    }
    return KB_NONE;
}

// The holder of the post that "the governor" names, by the nearest role before it whose title ends so.
static int32_t holder_referent(const Document *document, uint32_t token)
{
    KbText noun = document->tokens[token].lower;
    size_t last = document->role_count, oldest = last > ROLE_REACH ? last - ROLE_REACH : 0;
    int32_t best = KB_NONE;
    uint32_t nearest = 0;
    for (size_t i = oldest; i < last; i++) {
        const Role *role = &document->roles[i];
        bool ends = role->title.length >= noun.length &&
                    memcmp(role->title.data + role->title.length - noun.length, noun.data, noun.length) == 0;
        bool serving = role->status != KB_FORMER && role->status != KB_CANDIDATE;
        if (!ends || !serving || role->token >= token || (best >= 0 && role->token < nearest)) continue;
        best = role->holder;
        nearest = role->token;
    }
    return best;
}

// "the company", "the central bank", "the governor".
static int32_t nominal_referent(const Document *document, uint32_t token)
{
    static const char organizations[] = "|company|firm|bank|ministry|party|agency|club|university|group|organization|"
                                        "organisation|union|commission|council|court|carrier|airline|team|newspaper|"
                                        "department|school|college|federation|association|charity|museum|orchestra|"
                                        "trust|fund|regulator|bureau|";
    static const char countries[] = "|country|nation|city|town|state|capital|kingdom|";
    if (document->tokens[token].pos != POS_NOUN || token_in(document, token + 1, "|of|for|")) return KB_NONE;
    uint32_t start = token;
    while (start && document->tokens[start - 1].pos == POS_ADJ)
        start--;
    if (!start || !token_in(document, start - 1, "|the|this|")) return KB_NONE;
    if (token_in(document, token, organizations)) return last_named(document, token, 1 << KB_ORGANIZATION);
    if (token_in(document, token, countries)) return last_named(document, token, 1 << KB_PLACE);
    return holder_referent(document, token);
}

static bool is_person_noun(const Document *document, uint32_t token)
{
    return (title_word(document->tokens[token].lower) & (TITLE_POST | TITLE_OCC)) != 0;
}

// The name that the noun phrase ending with `token` is in apposition to: "Ann Poe, a French auditor", but not "in Oslo,
// an auditor for Acme said".
static int32_t apposed_referent(const Document *document, uint32_t token)
{
    if (document->tokens[token].pos != POS_NOUN) return KB_NONE;
    uint32_t limit = document->sentences[document->tokens[token].sentence].first;
    for (unsigned steps = 0; steps < 4; steps++) {
        uint32_t start = noun_phrase_start(document, token, limit);
        if (start < limit + 2) return KB_NONE;
        if (token_is(document, start - 1, ",")) {
            int32_t mention = document_mention_at(document, start - 2);
            bool none =
                mention < 0 || (document->mentions[mention].type == KB_PLACE && is_person_noun(document, token));
            return none ? KB_NONE : document->mentions[mention].chain;
        }
        if (document->tokens[start - 1].pos != POS_ADP) return KB_NONE; // "a lawyer for X": on to what it hangs on
        token = start - 2;
    }
    return KB_NONE;
}

// ---------------------------------------------------------------------------------------------- pronouns

static int32_t third_person(const Document *document, uint32_t token)
{
    if (token_in(document, token, "|it|its|itself|"))
        return last_named(document, token, 1 << KB_ORGANIZATION | 1 << KB_PLACE);
    return pronoun_chain(document, token);
}

// All but the first person.
static int32_t plain_referent(const Document *document, uint32_t token)
{
    int32_t mention = document_mention_at(document, token);
    if (mention >= 0)
        return document->mentions[mention].last == token + 1 ? document->mentions[mention].chain : KB_NONE;
    if (document->tokens[token].pos == POS_PRON) return third_person(document, token);
    int32_t chain = nominal_referent(document, token);
    return chain >= 0 ? chain : apposed_referent(document, token);
}

// "I" and "my": who says the quotation around it.
static int32_t first_person(const Document *document, uint32_t token)
{
    int32_t quote = document_quote_at(document, token);
    int32_t chain = quote >= 0 ? document->quotes[quote].speaker : KB_NONE;
    return chain >= 0 && document->chains[chain].type == KB_PERSON ? chain : KB_NONE;
}

int32_t referent_at(const Document *document, uint32_t token)
{
    if (token >= document->token_count) return KB_NONE;
    if (means_writer(document, token) && article_writer(document) >= 0) return KB_NONE; // whose own doings are no news
    bool unresolved = token_in(document, token, "|i|me|my|myself|") && document_mention_at(document, token) < 0;
    return unresolved ? first_person(document, token) : plain_referent(document, token);
}

// ---------------------------------------------------------------------------------------------- coordinations

static bool is_pair_phrase(const Document *document, uint32_t token, uint32_t start)
{
    static const char people[] =
        "|two|both|men|women|brothers|sisters|leaders|ministers|presidents|executives|officials|"
        "lawyers|friends|rivals|pair|";
    if (document_mention_at(document, token) >= 0 || !token_in(document, token, people)) return false;
    bool both = token_is(document, start, "both");
    bool two = token_in(document, start, "|the|these|") && token > start && token_in(document, start + 1, "|two|pair|");
    return (both || two) && token - start < 3 && !token_in(document, token + 1, "|of|-|");
}

// The people named between two tokens, if they are two.
static bool two_between(const Document *document, uint32_t first, uint32_t last, int32_t out[2])
{
    size_t count = 0;
    for (size_t i = document_mentions_from(document, first); i < document->mention_count; i++) {
        const Mention *mention = &document->mentions[i];
        if (mention->first >= last) break;
        if (mention->type != KB_PERSON || mention->chain < 0) continue;
        if ((count > 0 && out[0] == mention->chain) || (count > 1 && out[1] == mention->chain)) continue;
        if (count == 2) return false;
        out[count++] = mention->chain;
    }
    return count == 2;
}

// "both men", "the two": the only two people that the sentence has named so far, or else the sentence before it.
size_t referents_pair_before(const Document *document, uint32_t token, int32_t out[2])
{
    uint32_t index = document->tokens[token].sentence;
    const Sentence *sentence = &document->sentences[index];
    if (two_between(document, sentence->first, token, out)) return 2;
    return index && two_between(document, sentence[-1].first, sentence[-1].last, out) ? 2 : 0;
}

// "Ann, a barrister, and Judith", "Ann, 34, and Judith": one past the comma behind what is said of the first; else the
// token itself.
static uint32_t past_apposition(const Document *document, uint32_t token, uint32_t limit)
{
    enum { LONG = 12 };
    bool opens = token_in(document, token, "|a|an|the|his|her|") || token_is_pos(document, token, POS_NUM);
    for (uint32_t i = token; opens && i < limit && i < token + LONG; i++) {
        int32_t at = document_mention_at(document, i);
        if (token_is_pos(document, i, POS_VERB) || (at >= 0 && document->mentions[at].type == KB_PERSON)) break;
        if (token_is(document, i, ",")) return token_in(document, i + 1, "|and|&|") ? i + 1 : token;
    }
    return token;
}

size_t referents_right(const Document *document, uint32_t token, uint32_t limit, int32_t *out, size_t room)
{
    size_t count = 0;
    uint32_t first = noun_phrase_start(document, token, document->sentences[document->tokens[token].sentence].first);
    if (room > 1 && is_pair_phrase(document, token, first)) return referents_pair_before(document, first, out);
    bool closed = false; // "and" was seen: what was listed is one coordination
    while (count < room) {
        int32_t chain = referent_at(document, token);
        if (chain < 0) break;
        out[count++] = chain;
        if (closed) return count;
        uint32_t next = token + 1;
        if (token_in(document, next, "|,|")) next = past_apposition(document, next + 1, limit);
        if (token_in(document, next, "|and|&|")) closed = true, next++;
        uint32_t end = next > token + 1 ? noun_phrase_end(document, next, limit) : next;
        if (end == next) break;
        token = end - 1;
        int32_t named = referent_at(document, token) < 0 ? document_mention_at(document, end) : KB_NONE;
        if (named >= 0 && document->mentions[named].kind == KB_NAME) // "and the author Ann Poe"
            token = document->mentions[named].last - 1;
    }
    return count > 1 ? 1 : count; // "A, B, the ..." without "and" is an apposition
}

size_t referents_left(const Document *document, uint32_t token, uint32_t limit, int32_t *out, size_t room)
{
    size_t count = 0;
    uint32_t first = noun_phrase_start(document, token, limit);
    if (room > 1 && is_pair_phrase(document, token, first)) return referents_pair_before(document, first, out);
    while (count < room) {
        int32_t chain = referent_at(document, token);
        if (chain < 0) break;
        out[count++] = chain;
        uint32_t before = noun_phrase_start(document, token, limit);
        if (before <= limit) break;
        before--;
        if (count == 1 && !token_in(document, before, "|and|&|"))
            break; // only "... and B" begins a list, seen from its end
        if (token_in(document, before, "|and|&|") && before > limit) before--;
        if (token_in(document, before, "|,|") && before > limit) before--;
        token = before;
    }
    return count;
}
