// Joins tokens to units and classes each by the tables of titles and nationalities.
// SPDX-License-Identifier: MIT
#include "ingest/units.h"

#include <string.h>

#include "ingest/demonyms.h"

// ---------------------------------------------------------------------------------------------- words

static bool is_letter(unsigned char byte)
{
    unsigned char folded = byte | 32;
    return (folded >= 'a' && folded <= 'z') || byte >= 0x80;
}

static bool begins_with(KbText text, const char *begin)
{
    size_t length = strlen(begin);
    return text.length > length && memcmp(text.data, begin, length) == 0;
}

typedef struct Affix {
    const char *text;
    uint32_t classes;
    bool stays; // it belongs to the title
} Affix;

static const Affix prefixes[] = {
    {"ex-", TITLE_FORMER, false},
    {"then-", TITLE_FORMER, false},
    {"former-", TITLE_FORMER, false},
    {"co-", 0, true},
    {"vice-", 0, true},
    {"deputy-", 0, true},
    {"sub-", 0, true},
    {"under-", 0, true},
    {"arch-", 0, true},
};
static const Affix suffixes[] = {
    {"-elect", TITLE_DESIGNATE, false},
    {"-designate", TITLE_DESIGNATE, false},
    {"-general", 0, true},
    {"-in-chief", 0, true},
};
// Compounds that describe the person: "54-year-old", "London-born", "three-time".
static const char *const describing[] = {"-old",     "-born",  "-time",     "-term",    "-based",
                                         "-year",    "-wing",  "-educated", "-trained", "-backed",
                                         "-winning", "-known", "-star",     "-turned",  "-aged"};

static uint32_t lookup(KbText word)
{
    uint32_t classes = title_word(word);
    if (!classes && word.length > 1 && word.data[word.length - 1] == '.')
        classes = title_word((KbText){word.data, word.length - 1});
    return classes;
}

static uint32_t class_affixed(Unit *unit)
{
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t length = strlen(prefixes[i].text);
        if (!begins_with(unit->lower, prefixes[i].text)) continue;
        KbText rest = {unit->lower.data + length, unit->lower.length - length};
        uint32_t classes = lookup(rest);
        if (!classes) continue;
        if (!prefixes[i].stays) unit->title = rest;
        return classes | prefixes[i].classes;
    }
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        if (!word_ends(unit->lower, suffixes[i].text, 1)) continue;
        KbText rest = {unit->lower.data, unit->lower.length - strlen(suffixes[i].text)};
        uint32_t classes = lookup(rest);
        if (!classes) continue;
        if (!suffixes[i].stays) unit->title = rest;
        return classes | suffixes[i].classes;
    }
    for (size_t i = 0; i < sizeof describing / sizeof *describing; i++)
        if (word_ends(unit->lower, describing[i], 1)) return TITLE_SKIP;
    const char *hyphen = memrchr(unit->lower.data, '-', unit->lower.length);
    size_t begin = (size_t)(hyphen - unit->lower.data) + 1;
    return lookup((KbText){hyphen + 1, unit->lower.length - begin}) & (TITLE_HEAD | TITLE_HELDFOR); // singer-songwriter
}

// "directors": the title is the singular.
static void class_plural(Unit *unit)
{
    KbText singular = {unit->lower.data, unit->lower.length - 1};
    if (unit->lower.length < 4 || unit->lower.data[singular.length] != 's') return;
    if (!(title_word(singular) & TITLE_HEAD)) return;
    unit->title = singular;
    unit->classes = TITLE_PLURAL;
}

static void class_unit(Unit *unit)
{
    unit->title = unit->lower;
    unit->classes = lookup(unit->lower);
    if (!unit->classes) class_plural(unit);
    if (!unit->classes && memchr(unit->lower.data, '-', unit->lower.length)) unit->classes = class_affixed(unit);
}

// ---------------------------------------------------------------------------------------------- joining

static bool is_hyphen(const Document *document, uint32_t token)
{
    return token_is(document, token, "-") || token_is(document, token, "\xe2\x80\x90") ||
           token_is(document, token, "\xe2\x80\x91");
}

// End of the hyphenated word that begins at `token`, before `limit` (the next name or sentence).
static uint32_t compound_end(const Document *document, uint32_t token, uint32_t limit)
{
    uint32_t end = token + 1;
    while (end + 1 < limit && is_hyphen(document, end) && document->tokens[end].space == SPACE_NONE &&
           document->tokens[end + 1].space == SPACE_NONE)
        end += 2;
    return end;
}

static KbText join_lower(Document *document, uint32_t first, uint32_t last)
{
    if (last == first + 1) return document->tokens[first].lower;
    size_t length = 0;
    for (uint32_t i = first; i < last; i++)
        length += document->tokens[i].lower.length + 1;
    char *out = arena_alloc(document->arena, length + 1, 1);
    length = 0;
    for (uint32_t i = first; i < last; i++) {
        KbText lower = is_hyphen(document, i) ? kb_text("-") : document->tokens[i].lower;
        if (i > first && document->tokens[i].space != SPACE_NONE) out[length++] = ' ';
        memcpy(out + length, lower.data, lower.length);
        length += lower.length;
    }
    return (KbText){out, length};
}

static bool is_capital(const Document *document, uint32_t token)
{
    unsigned char byte = (unsigned char)document->text.data[document->tokens[token].start];
    KbText lower = document->tokens[token].lower;
    if (byte < 0x80) return byte >= 'A' && byte <= 'Z';
    return lower.length && memcmp(document->text.data + document->tokens[token].start, lower.data,
                                  lower.length < 2 ? lower.length : 2) != 0;
}

// A nationality word of one or two tokens; its end, or `token` where there is none.
static uint32_t demonym_end(const Document *document, uint32_t token, uint32_t limit, const char **country)
{
    const Token *tokens = document->tokens;
    bool two = false;
    if (!is_capital(document, token)) return token;
    if (token + 1 < limit && is_capital(document, token + 1)) {
        const char *found = demonym_country(tokens[token + 1].lower, tokens[token].lower, &two);
        if (found && two) return *country = found, token + 2;
    }
    *country = demonym_country(tokens[token].lower, kb_text(""), &two);
    if (!*country) *country = country_by_name(tokens[token].lower); // a country that was not tagged as a name
    return *country ? token + 1 : token;
}

static Unit make_unit(Document *document, uint32_t token, uint32_t limit)
{
    Unit unit = {.first = token, .mention = KB_NONE};
    unit.last = compound_end(document, token, limit);
    if (unit.last == token + 1) {
        uint32_t end = demonym_end(document, token, limit, &unit.country);
        if (end > token) unit.last = end;
    }
    unit.lower = join_lower(document, unit.first, unit.last);
    return unit;
}

// ---------------------------------------------------------------------------------------------- the row

Units units_make(Document *document)
{
    Units units = {.of_token = arena_alloc(document->arena, document->token_count + 1, sizeof(uint32_t))};
    size_t room = 0, count = 0, mention = 0;
    for (uint32_t token = 0; token < document->token_count;) {
        while (mention < document->mention_count &&
               (document->mentions[mention].first < token || document->mentions[mention].kind != KB_NAME))
            mention++;
        const Mention *name = mention < document->mention_count ? &document->mentions[mention] : NULL;
        uint32_t sentence = document->tokens[token].sentence;
        uint32_t limit =
            document->sentence_count ? document->sentences[sentence].last : (uint32_t)document->token_count;
        if (name && name->first < limit) limit = name->first;
        Unit unit;
        if (name && name->first == token) {
            unit = (Unit){.first = token, .last = name->last, .mention = (int32_t)mention};
            unit.lower = unit.title = join_lower(document, unit.first, unit.last);
        } else {
            unit = make_unit(document, token, limit > token ? limit : token + 1);
            class_unit(&unit);
        }
        unit.sentence = sentence;
        unit.pos = document->tokens[unit.last - 1].pos;
        unit.capital = is_capital(document, unit.first);
        for (uint32_t i = unit.first; i < unit.last; i++)
            units.of_token[i] = (uint32_t)count;
        token = unit.last;
        ARENA_PUSH(document->arena, units.items, count, room, unit);
    }
    units.count = (uint32_t)count;
    return units;
}

bool unit_is(const Units *units, uint32_t unit, const char *lower)
{
    if (unit >= units->count) return false;
    KbText text = units->items[unit].lower;
    return strlen(lower) == text.length && memcmp(text.data, lower, text.length) == 0;
}

bool unit_in(const Units *units, uint32_t unit, const char *words)
{
    if (unit >= units->count || units->items[unit].mention >= 0) return false;
    return word_among(units->items[unit].lower, words);
}

bool unit_plain(const Units *units, uint32_t unit)
{
    if (unit >= units->count) return false;
    const Unit *item = &units->items[unit];
    if (item->mention >= 0 || item->country || item->pos == POS_PUNCT || !item->lower.length) return false;
    bool mark = item->lower.length > 1 && memcmp(item->lower.data, "\xe2\x80", 2) == 0; // dashes and curly quotes
    return is_letter((unsigned char)item->lower.data[0]) && !mark;
}

bool unit_of_type(const Document *document, const Units *units, uint32_t unit, KbType type)
{
    return unit < units->count && units->items[unit].mention >= 0 &&
           document->mentions[units->items[unit].mention].type == type;
}

bool unit_person(const Document *document, const Units *units, uint32_t unit)
{
    return unit_of_type(document, units, unit, KB_PERSON);
}

int32_t unit_chain(const Document *document, const Units *units, uint32_t unit)
{
    if (unit >= units->count || units->items[unit].mention < 0) return KB_NONE;
    return document->mentions[units->items[unit].mention].chain;
}
