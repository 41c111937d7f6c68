// People of one name who are no kin to each other.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "ingest/relations.h"

enum { LOOKED_THROUGH = 2000, SHORTEST = 3, SUBJECT_END = 6 }; // mentions, letters, tokens

// One past the words at `token` that deny kinship; `token`: they do not.
static uint32_t denial_end(const Document *document, uint32_t token)
{
    static const char kin[] = "|relation|relations|relative|relatives|kin|kinsman|kinswoman|";
    if (token_is(document, token, "unrelated")) return token + 1;
    if (token_is(document, token, "no")) return token + (token_in(document, token + 1, kin) ? 2 : 0);
    if (!token_in(document, token, "|not|n't|")) return token;
    uint32_t at = token + 1;
    while (token_in(document, at, "|a|any|in|way|"))
        at++;
    return token_is(document, at, "related") || token_in(document, at, kin) ? at + 1 : token;
}

static bool holds_word(KbText name, KbText word)
{
    for (size_t i = 0; i + word.length <= name.length; i++) {
        bool begins = !i || name.data[i - 1] == ' ' || name.data[i - 1] == '-';
        bool ends = i + word.length == name.length || name.data[i + word.length] == ' ';
        if (begins && ends && memcmp(name.data + i, word.data, word.length) == 0) return true;
    }
    return false;
}

static bool share_name(const Document *document, int32_t a, int32_t b)
{
    if (a == b || !chain_is(document, a, PER) || !chain_is(document, b, PER)) return false;
    KbText name = document->chains[a].name;
    for (size_t first = 0, i = 0; i <= name.length; i++) {
        if (i < name.length && name.data[i] != ' ' && name.data[i] != '-') continue;
        if (i - first >= SHORTEST && holds_word(document->chains[b].name, (KbText){name.data + first, i - first}))
            return true;
        first = i + 1;
    }
    return false;
}

// The person of a like name who was named last before the mention; -1: nobody.
static int32_t namesake_before(const Document *document, size_t mention)
{
    int32_t chain = document->mentions[mention].chain;
    for (size_t i = mention, steps = 0; chain_is(document, chain, PER) && i-- > 0 && steps < LOOKED_THROUGH; steps++)
        if (share_name(document, document->mentions[i].chain, chain)) return document->mentions[i].chain;
    return KB_NONE;
}

static bool add_pair(Reading *reading, int32_t a, int32_t b, uint32_t token)
{
    const Clause denied = {.lemma = "be", .polarity = KB_NEGATIVE};
    if (!share_name(reading->document, a, b)) return false;
    relation_add(reading, "relative", a, b, token, &denied);
    return true;
}

// "no relation of Ann Poe": behind it stands who is meant, and before it, if not by name, somebody of a like one.
static bool read_told(Reading *reading, uint32_t token, uint32_t end)
{
    const Document *document = reading->document;
    size_t right = document_mentions_from(document, end), before = document_mentions_from(document, token);
    while (right < document->mention_count && document->mentions[right].first < reading->sentence->last &&
           document->mentions[right].type == KB_PLACE) // "of the president of Chad, Ann Poe"
        right++;
    if (right == document->mention_count || document->mentions[right].first >= reading->sentence->last) return false;
    int32_t chain = document->mentions[right].chain;
    for (size_t l = before; l-- > 0 && document->mentions[l].first >= reading->sentence->first;)
        if (add_pair(reading, document->mentions[l].chain, chain, token)) return true;
    return add_pair(reading, namesake_before(document, right), chain, token);
}

// "Ann Poe, who is no relation", "They are not related.": somebody told of shares a name with somebody told of earlier.
static void read_untold(Reading *reading, uint32_t token)
{
    const Document *document = reading->document;
    uint32_t first = reading->index;
    bool both = token > reading->sentence->first && token - reading->sentence->first < SUBJECT_END;
    for (uint32_t i = reading->sentence->first; both && i < token && first == reading->index; i++)
        if (token_in(document, i, "|they|two|both|neither|") && first) first--;
    for (size_t l = document_mentions_from(document, token); l-- > 0;) {
        if (document->mentions[l].first < document->sentences[first].first) return;
        if (add_pair(reading, document->mentions[l].chain, namesake_before(document, l), token)) return;
    }
}

void read_namesakes(Reading *reading)
{
    for (uint32_t token = reading->sentence->first; token < reading->sentence->last; token++) {
        uint32_t end = denial_end(reading->document, token);
        bool told = end > token && token_in(reading->document, end, "|of|to|with|") && read_told(reading, token, end);
        if (end > token && !told) read_untold(reading, token);
    }
}
