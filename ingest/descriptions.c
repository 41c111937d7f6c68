// What a text calls those it names: titles, appositions, predicates, and the nouns inside names.
// SPDX-License-Identifier: MIT
#include "ingest/descriptions.h"

#include <string.h>

#include "ingest/binding.h"
#include "ingest/clause.h"
#include "ingest/title_words.h"

enum { LOOKED_THROUGH = 400, TITLE_WORDS = 5, LONGEST = 12 };

typedef struct Description {
    KbText noun;          // lower case
    uint32_t token;       // where it is said
    uint32_t name;        // first token of the name
    uint32_t first, last; // words that may stand before it in its phrase
    int32_t chain;
} Description;

struct Descriptions {
    Document *document;
    Description *items; // in the order of the names
    size_t count, room;
};

// ---------------------------------------------------------------------------------------------- reading

// What a short title is called in full.
static KbText full_title(KbText word)
{
    static const char *const titles[][2] = {
        {"gen.", "general"},     {"lt.", "lieutenant"}, {"col.", "colonel"},    {"capt.", "captain"},
        {"maj.", "major"},       {"sgt.", "sergeant"},  {"adm.", "admiral"},    {"cmdr.", "commander"},
        {"cpl.", "corporal"},    {"dr.", "doctor"},     {"dr", "doctor"},       {"rev.", "pastor"},
        {"sen.", "senator"},     {"gov.", "governor"},  {"prof.", "professor"}, {"det.", "detective"},
        {"justice", "judge"},    {"fr.", "priest"},     {"gen", "general"},     {"prof", "professor"},
        {"rep.", "congressman"},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (kb_text_equal(word, kb_text(titles[i][0]))) return kb_text(titles[i][1]);
    return word;
}

static bool is_noun(const Document *document, uint32_t token)
{
    return document->tokens[token].pos == POS_NOUN || document->tokens[token].pos == POS_PROPN;
}

unsigned descriptions_types(const Document *document, uint32_t noun)
{
    enum { PERSON = 1 << KB_PERSON, BODY = 1 << KB_ORGANIZATION | 1 << KB_PLACE };
    static const char of_places[] =
        "|government|team|side|club|army|military|police|regime|administration|force|forces|authorities|";
    uint32_t classes = title_word(document->tokens[noun].lower);
    bool body = classes & (TITLE_ORGNOUN | TITLE_PLACENOUN);
    if (classes & (TITLE_HEAD | TITLE_RANK | TITLE_KIN)) return body ? PERSON | BODY : PERSON;
    if (!body) return PERSON | BODY;
    return (classes & TITLE_PLACENOUN) || token_in(document, noun, of_places) ? BODY : 1 << KB_ORGANIZATION;
}

bool descriptions_unlike(const Document *document, uint32_t noun, int32_t chain)
{
    static const char firms[] = "|company|firm|manufacturer|maker|retailer|lender|airline|carrier|operator|supplier|"
                                "producer|contractor|builder|conglomerate|startup|start-up|brewer|insurer|publisher|";
    static const char *const offices[] = {
        "Ministry", "Minister",   "Department", "Agency",      "Commission",   "Committee",  "Council",
        "Court",    "Parliament", "Senate",     "Assembly",    "Congress",     "University", "College",
        "School",   "Institute",  "Union",      "Party",       "Board",        "Office",     "Police",
        "Army",     "Navy",       "Government", "Federation",  "Association",  "Hospital",   "Museum",
        "Church",   "Authority",  "Tribunal",   "Directorate", "Inspectorate", "Guild"};
    KbText name = document->chains[chain].name;
    if (document->chains[chain].type != KB_ORGANIZATION || !token_in(document, noun, firms)) return false;
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (memmem(name.data, name.length, offices[i], strlen(offices[i]))) return true;
    return false;
}

static bool names_person(const Document *document, uint32_t token)
{
    return (title_word(document->tokens[token].lower) & (TITLE_HEAD | TITLE_RANK | TITLE_KIN)) != 0;
}

static void add(Descriptions *d, uint32_t token, const Mention *name)
{
    if (!(descriptions_types(d->document, token) >> d->document->chains[name->chain].type & 1))
        return; // "of Acme, auditor", "flown to Goma, the charity said"
    uint32_t first = token, least = d->document->sentences[d->document->tokens[token].sentence].first;
    while (first > least && token - first < TITLE_WORDS &&
           (is_noun(d->document, first - 1) || d->document->tokens[first - 1].pos == POS_ADJ))
        first--;
    Description item = {full_title(d->document->tokens[token].lower), token, name->first, first, token, name->chain};
    ARENA_PUSH(d->document->arena, d->items, d->count, d->room, item);
}

static bool has_copula(const Document *document, uint32_t noun)
{
    uint32_t first = document->sentences[document->tokens[noun].sentence].first;
    for (uint32_t i = noun; i-- > first;)
        if (document->tokens[i].head == noun && dep_in(document, i, "|cop|")) return true;
    return false;
}

// "Judge Poe", "the baker Tom Poe".
static void add_title(Descriptions *d, const Mention *name)
{
    const Document *document = d->document;
    if (!name->first || document->tokens[name->first].space == SPACE_PARAGRAPH) return;
    uint32_t before = name->first - 1;
    if (document->tokens[before].sentence != document->tokens[name->first].sentence) return;
    if (is_noun(document, before) && document_mention_at(document, before) < 0) add(d, before, name);
}

static bool begins_phrase(const Document *document, uint32_t token)
{
    return token_in(document, token, "|a|an|the|his|her|its|their|our|my|then|now|once|also|");
}

// "Poe, 55, the former auditor", "The judge, Ann Poe, said".
static void add_apposed(Descriptions *d, const Mention *name)
{
    const Document *document = d->document;
    const Sentence *sentence = &document->sentences[document->tokens[name->first].sentence];
    uint32_t at = name->last, noun = NO_TOKEN;
    if (at + 2 < sentence->last && token_is(document, at, ",") && document->tokens[at + 1].pos == POS_NUM &&
        token_is(document, at + 2, ","))
        at += 2;
    bool comma = at < sentence->last && token_is(document, at, ","), article = false;
    for (at++; comma && at < sentence->last; at++) {
        bool word = is_noun(document, at) || document->tokens[at].pos == POS_ADJ;
        if (!word && !begins_phrase(document, at)) break;
        article = article || begins_phrase(document, at);
        if (word && document_mention_at(document, at) < 0) noun = at;
    }
    if (noun != NO_TOKEN && noun + 1 == at && is_noun(document, noun) && (article || names_person(document, noun)))
        add(d, noun, name);
    if (name->first < sentence->first + 2 || !token_is(document, name->first - 1, ",")) return;
    bool closed = name->last >= sentence->last || token_in(document, name->last, "|,|.|;|:|");
    if (closed && names_person(document, name->first - 2)) add(d, name->first - 2, name);
}

// Nouns of the sentence that the tree ties to the name: apposed to it, or said of it.
static void add_tied(Descriptions *d, const Mention *name)
{
    const Document *document = d->document;
    const Token *tokens = document->tokens;
    const Sentence *sentence = &document->sentences[tokens[name->first].sentence];
    uint32_t head = binding_head(document, name), above = tokens[head].head;
    if (above == NO_HEAD) return;
    bool apart =
        above != head && (above < name->first || above >= name->last) && document_mention_at(document, above) < 0;
    bool called = apart && (dep_in(document, head, "|appos|flat|") ||
                            (dep_in(document, head, "|nsubj|") && has_copula(document, above)));
    if (called && is_noun(document, above)) add(d, above, name);
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        if (!is_noun(document, i) || tokens[i].head == NO_HEAD || document_mention_at(document, i) >= 0) continue;
        uint32_t up = tokens[i].head;
        if (dep_in(document, i, "|conj|") && up < i && dep_in(document, up, "|appos|")) up = tokens[up].head;
        if (up < name->first || up >= name->last) continue;
        bool said = dep_in(document, i, "|acl:relcl|") && has_copula(document, i);
        if (dep_in(document, i, "|appos|conj|") ? dep_in(document, tokens[i].head == up ? i : tokens[i].head, "|appos|")
                                                : said)
            add(d, i, name);
    }
}

// What kind of body the last word of a name tells, where the noun itself is not in it.
static const struct {
    const char *endings;
    const char *nouns[3];
} kinds[] = {
    {"|argus|bugle|chronicle|clarion|courier|daily|dispatch|echo|examiner|gazette|globe|guardian|herald|independent|"
     "inquirer|journal|mail|mirror|monitor|news|observer|post|register|sentinel|standard|star|sun|telegraph|times|"
     "tribune|",
     {"paper", "newspaper", "daily"}},
};

static void add_noun(Descriptions *d, KbText noun, uint32_t token, const Mention *name)
{
    Description item = {noun, token, name->first, name->first, token, name->chain};
    ARENA_PUSH(d->document->arena, d->items, d->count, d->room, item);
}

static void add_words(Descriptions *d, const Mention *name)
{
    for (uint32_t i = name->first; i < name->last; i++) {
        bool inner = name->type == KB_ORGANIZATION && i + 1 < name->last; // "Leith City Council" is no city
        if (!inner || !(title_word(d->document->tokens[i].lower) & TITLE_PLACENOUN))
            add_noun(d, d->document->tokens[i].lower, i, name);
    }
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds && name->type == KB_ORGANIZATION; k++)
        for (size_t n = 0; token_in(d->document, name->last - 1, kinds[k].endings) && n < 3; n++)
            add_noun(d, kb_text(kinds[k].nouns[n]), name->last - 1, name);
}

Descriptions *descriptions_new(Document *document)
{
    Descriptions *d = arena_alloc(document->arena, 1, sizeof *d);
    *d = (Descriptions){.document = document};
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *name = &document->mentions[i];
        if (name->kind != KB_NAME || name->chain < 0) continue;
        if (name->type == KB_PERSON) add_title(d, name);
        add_apposed(d, name);
        add_tied(d, name);
        if (name->type != KB_PERSON && name->last - name->first > 1) add_words(d, name);
    }
    return d;
}

// ---------------------------------------------------------------------------------------------- asking

// Whether all that stands between "the" and the noun was said of it too, or is no part of the title.
static bool modifiers_fit(const Descriptions *d, uint32_t first, uint32_t noun, const Description *item)
{
    const Token *tokens = d->document->tokens;
    for (uint32_t i = first; i < noun; i++) {
        bool found = (title_word(tokens[i].lower) & (TITLE_STATUS | TITLE_SKIP)) != 0;
        for (uint32_t k = item->first; k < item->last && !found; k++)
            found = kb_text_equal(tokens[k].lower, tokens[i].lower);
        if (!found) return false;
    }
    return true;
}

// How many descriptions are of names before the token.
static size_t named_before(const Descriptions *d, uint32_t token)
{
    size_t low = 0, high = d->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (d->items[middle].name < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t descriptions_find(const Descriptions *d, uint32_t first, uint32_t last, int32_t *chains, size_t room)
{
    const Document *document = d->document;
    uint32_t noun = last - 1;
    bool owned = first && token_in(document, first - 1, "|his|her|its|my|your|our|their|'s|");
    if (owned) first--; // the owner is in the place of an article
    bool definite = owned || token_in(document, first, "|the|this|that|");
    if (noun == first || !definite || !is_noun(document, noun)) return 0;
    if (last < document->token_count && token_in(document, last, "|of|for|")) return 0;
    size_t count = 0, before = named_before(d, first), oldest = before > LOOKED_THROUGH ? before - LOOKED_THROUGH : 0;
    for (size_t i = oldest; i < before && count < room; i++) {
        const Description *item = &d->items[i];
        if (item->token >= first || !kb_text_equal(item->noun, document->tokens[noun].lower)) continue;
        if (!modifiers_fit(d, first + 1, noun, item)) continue;
        size_t k = 0;
        while (k < count && chains[k] != item->chain)
            k++;
        if (k < count) memmove(chains + k, chains + k + 1, (--count - k) * sizeof *chains);
        chains[count++] = item->chain;
    }
    return count;
}

uint32_t descriptions_phrase_end(const Document *document, uint32_t token)
{
    if (!token_in(document, token, "|the|a|an|this|that|")) return token + 1;
    uint32_t end = noun_phrase_end(document, token, document->sentences[document->tokens[token].sentence].last);
    for (uint32_t i = token + 1; i <= end; i++)
        if (document_mention_at(document, i) >= 0) return token;
    bool apposed = token_is(document, end, ",") && document_mention_at(document, end + 1) >= 0;
    bool noun = end > token + 1 && end <= token + LONGEST && document->tokens[end - 1].pos == POS_NOUN;
    return noun && !apposed ? end : token;
}
