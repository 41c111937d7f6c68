// Compares the names of one document word by word: short forms, initials, acronyms, spelling variants.
// SPDX-License-Identifier: MIT
#include "ingest/names.h"

#include <string.h>

#include "ingest/demonyms.h"
#include "ingest/title_words.h"
#include "kb/name.h"

// ---------------------------------------------------------------------------------------------- words

static bool word_in(KbText word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == word.length && memcmp(list[i], word.data, word.length) == 0) return true;
    return false;
}
#define WORD_IN(word, list) word_in((word), (list), sizeof(list) / sizeof *(list))

static const char *const light_words[] = {"of", "the", "for", "and", "&",   "in",  "at",
                                          "on", "de",  "la",  "du",  "des", "del", "'s"};
static const char *const company_words[] = {
    "inc",    "inc.", "corp", "corp.", "co",          "co.",     "ltd",     "ltd.", "llc",  "plc",
    "ag",     "sa",   "s.a.", "gmbh",  "corporation", "company", "limited", "nv",   "n.v.", "spa",
    "s.p.a.", "oyj",  "ab",   "asa",   "bhd",         "sdn",     "pty",     "llp",  "lp"};
static const char *const suffix_words[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v"};
static const char *const courtesy_words[] = {"mr", "mr.", "mrs", "mrs.", "ms",   "ms.", "miss",
                                             "dr", "dr.", "sir", "dame", "lord", "lady"};
static const char *const variants[][2] = {
    {"defence", "defense"}, {"centre", "center"},   {"organisation", "organization"},
    {"labour", "labor"},    {"theatre", "theater"}, {"programme", "program"},
    {"dept", "department"}, {"univ", "university"}, {"intl", "international"},
    {"st", "saint"},        {"natl", "national"},   {"assn", "association"},
    {"harbour", "harbor"},  {"nat'l", "national"},
};

static KbText no_period(KbText word)
{
    while (word.length > 1 && word.data[word.length - 1] == '.')
        word.length--;
    return word;
}

static KbText usual_spelling(KbText word)
{
    word = no_period(word);
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        if (kb_text_equal(word, kb_text(variants[i][0]))) return kb_text(variants[i][1]);
    return word;
}

static bool is_word(KbText lower)
{
    unsigned char byte = lower.length ? (unsigned char)lower.data[0] : 0;
    if (lower.length > 1 && memcmp(lower.data, "\xe2\x80", 2) == 0) return false;
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

static void add_word(NameWords *name, KbText word)
{
    if (name->count < NAME_WORDS) name->words[name->count++] = usual_spelling(word);
}

static uint8_t suffix_of(KbText word)
{
    for (uint8_t i = 0; i < sizeof suffix_words / sizeof *suffix_words; i++)
        if (kb_text_equal(word, kb_text(suffix_words[i]))) return (uint8_t)(i < 4 ? i / 2 + 1 : i - 1);
    return 0;
}

NameWords person_words(const Document *document, const Mention *mention)
{
    NameWords name = {0};
    for (uint32_t i = mention->first; i < mention->last; i++) {
        KbText word = document->tokens[i].lower;
        uint8_t suffix = name.count ? suffix_of(word) : 0;
        if (suffix && i + 1 == mention->last)
            name.suffix = suffix;
        else if (is_word(word) && (name.count || i + 1 == mention->last || !WORD_IN(word, courtesy_words)))
            add_word(&name, word);
    }
    return name;
}

static bool all_capitals(KbText text)
{
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] >= 'A' && text.data[i] <= 'Z')
            letters++;
        else if (text.data[i] != '.' && text.data[i] != '&')
            return false;
    }
    return letters >= 2;
}

static KbText without_periods(const Document *document, KbText word)
{
    char *out = arena_alloc(document->arena, word.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < word.length; i++)
        if (word.data[i] != '.') out[length++] = word.data[i];
    return (KbText){out, length};
}

NameWords organization_words(const Document *document, const Mention *mention)
{
    NameWords name = {0};
    name.acronym = mention->last == mention->first + 1 &&
                   all_capitals(document_tokens_text(document, mention->first, mention->last));
    for (uint32_t i = mention->first; i < mention->last; i++) {
        KbText word = document->tokens[i].lower;
        if (WORD_IN(word, light_words) || (name.count && WORD_IN(word, company_words))) continue;
        if (name.acronym) word = without_periods(document, word);
        if (is_word(word)) add_word(&name, word);
    }
    if (!name.count) add_word(&name, document->tokens[mention->first].lower);
    return name;
}

NameWords place_words(Document *document, const Mention *mention)
{
    NameWords name = {0};
    KbText text = document_tokens_text(document, mention->first, mention->last);
    char *lower = arena_alloc(document->arena, text.length + 1, 1);
    size_t length = 0;
    for (uint32_t i = mention->first; i < mention->last; i++) {
        KbText word = document->tokens[i].lower;
        if (length + word.length + 1 > text.length + 1) break;
        if (i > mention->first && document->tokens[i].space != SPACE_NONE) lower[length++] = ' ';
        memcpy(lower + length, word.data, word.length);
        length += word.length;
    }
    const char *country = country_by_name((KbText){lower, length});
    if (country) return (NameWords){.words = {kb_text(country)}, .count = 1};
    for (uint32_t i = mention->first; i < mention->last; i++)
        if (is_word(document->tokens[i].lower)) add_word(&name, document->tokens[i].lower);
    if (!name.count) add_word(&name, document->tokens[mention->first].lower);
    return name;
}

// ---------------------------------------------------------------------------------------------- fits

static bool same_at(const NameWords *whole, unsigned at, const NameWords *part)
{
    if (at + part->count > whole->count) return false;
    for (unsigned i = 0; i < part->count; i++)
        if (!kb_text_equal(whole->words[at + i], part->words[i])) return false;
    return true;
}

static bool initial_of(KbText a, KbText b)
{
    return (a.length == 1 || b.length == 1) && a.data[0] == b.data[0];
}

static bool nickname_of(KbText a, KbText b)
{
    char whole[64], part[64]; // as "given x", so that the family name decides nothing
    if (a.length + 3 > sizeof whole || b.length + 3 > sizeof part) return false;
    memcpy(whole, a.data, a.length), memcpy(whole + a.length, " x", 2);
    memcpy(part, b.data, b.length), memcpy(part + b.length, " x", 2);
    return kb_person_names_match((KbText){whole, a.length + 2}, (KbText){part, b.length + 2}) >= KB_NAMES_VARIANT;
}

static bool middles_conflict(const NameWords *a, const NameWords *b)
{
    if (a->count < 3 || b->count < 3) return false;
    KbText x = a->words[1], y = b->words[1];
    return !kb_text_equal(x, y) && !initial_of(x, y) && (x.length == 1 || y.length == 1);
}

static unsigned full_names_fit(const NameWords *whole, const NameWords *part)
{
    KbText given = whole->words[0], other = part->words[0];
    bool family = kb_text_equal(whole->words[whole->count - 1], part->words[part->count - 1]);
    if (family && (kb_text_equal(given, other) || initial_of(given, other)))
        return middles_conflict(whole, part) ? 0 : 90;
    if (family && whole->count >= 3 && kb_text_equal(whole->words[1], other)) return 80; // his middle name is in use
    if (family && nickname_of(given, other)) return 85;
    for (unsigned at = 0; at + part->count <= whole->count; at++)
        if (same_at(whole, at, part)) return 70; // two family names, a particle
    return 0;
}

unsigned person_fit(const NameWords *whole, const NameWords *part)
{
    if (!whole->count || !part->count) return 0;
    if (whole->suffix && part->suffix && whole->suffix != part->suffix) return 0;
    if (whole->count == part->count && same_at(whole, 0, part)) return 100;
    if (part->count > 1) return whole->count > 1 ? full_names_fit(whole, part) : 0;
    if (kb_text_equal(whole->words[whole->count - 1], part->words[0])) return 60;
    if (kb_text_equal(whole->words[0], part->words[0])) return part->suffix && !whole->suffix ? 0 : 40; // "Tom Jr."
    for (unsigned i = 1; i + 1 < whole->count; i++)
        if (whole->words[i].length > 1 && kb_text_equal(whole->words[i], part->words[0]))
            return i + 2 == whole->count && part->words[0].length > 3 ? 55 : 30; // the first of two family names
    return 0;
}

static bool same_words(const NameWords *a, const NameWords *b)
{ // in any order: Finance Ministry, Ministry of Finance
    if (a->count != b->count) return false;
    for (unsigned i = 0; i < a->count; i++) {
        bool found = false;
        for (unsigned j = 0; j < b->count; j++)
            found = found || kb_text_equal(a->words[i], b->words[j]);
        if (!found) return false;
    }
    return true;
}

static bool is_acronym_of(const NameWords *whole, KbText acronym)
{
    if (whole->count < 2 || acronym.length != whole->count) return false;
    for (unsigned i = 0; i < whole->count; i++)
        if (whole->words[i].data[0] != acronym.data[i]) return false;
    return true;
}

unsigned organization_fit(const NameWords *whole, const NameWords *part)
{
    if (!whole->count || !part->count) return 0;
    if (same_at(whole, 0, part) && whole->count == part->count) return 100;
    if (same_words(whole, part)) return 95;
    if (part->count == 1 && is_acronym_of(whole, part->words[0])) return part->acronym ? 85 : 0;
    if (whole->count <= part->count) return 0;
    KbText first = part->words[0];
    bool generic = part->count == 1 && (title_word(first) & (TITLE_ORGNOUN | TITLE_PLACENOUN | TITLE_MOD));
    bool country = part->count == 1 && (country_by_name(first) != NULL);
    if (same_at(whole, 0, part) && !country) return generic ? 0 : 60;
    if (same_at(whole, whole->count - part->count, part)) return generic ? 45 : 50; // the Navy, Rovers
    return 0;
}

unsigned place_fit(const NameWords *whole, const NameWords *part)
{
    if (whole->count == part->count && same_at(whole, 0, part)) return 100;
    bool city = whole->count == part->count + 1 && same_at(whole, 0, part);
    return city && kb_text_equal(whole->words[whole->count - 1], kb_text("city")) ? 60 : 0;
}

// ---------------------------------------------------------------------------------------------- index

typedef struct Posting {
    int32_t chain, next;
} Posting;

struct NameIndex {
    Arena *arena;
    size_t mask, posting_count, room;
    KbText *keys;   // [mask + 1]
    int32_t *heads; // [mask + 1] postings; -1 empty
    Posting *postings;
};

// At most `words` different words may be added.
NameIndex *name_index_new(Arena *arena, size_t words)
{
    NameIndex *index = arena_alloc(arena, 1, sizeof *index);
    size_t size = 16;
    while (size < words * 2)
        size *= 2;
    *index = (NameIndex){.arena = arena, .mask = size - 1};
    index->keys = arena_alloc(arena, size, sizeof *index->keys);
    index->heads = arena_alloc(arena, size, sizeof *index->heads);
    memset(index->heads, 0xff, size * sizeof *index->heads);
    return index;
}

static size_t find_slot(const NameIndex *index, KbText word)
{
    uint64_t hash = 1469598103934665603u; // FNV-1a
    for (size_t i = 0; i < word.length; i++)
        hash = (hash ^ (unsigned char)word.data[i]) * 1099511628211u;
    size_t slot = (size_t)(hash ^ hash >> 29) & index->mask;
    while (index->heads[slot] >= 0 && !kb_text_equal(index->keys[slot], word))
        slot = (slot + 1) & index->mask;
    return slot;
}

void name_index_add(NameIndex *index, KbText word, int32_t chain)
{
    size_t slot = find_slot(index, word);
    if (index->heads[slot] >= 0 && index->postings[index->heads[slot]].chain == chain) return;
    index->keys[slot] = word;
    Posting posting = {chain, index->heads[slot]};
    index->heads[slot] = (int32_t)index->posting_count;
    ARENA_PUSH(index->arena, index->postings, index->posting_count, index->room, posting);
}

size_t name_index_get(const NameIndex *index, KbText word, int32_t out[NAME_CANDIDATES])
{
    size_t count = 0;
    size_t slot = find_slot(index, word);
    for (int32_t at = index->heads[slot]; at >= 0 && count < NAME_CANDIDATES; at = index->postings[at].next)
        out[count++] = index->postings[at].chain;
    return count;
}
