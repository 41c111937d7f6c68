// The grammar of title phrases, read outwards from the head: modifiers to the left, complements to the right.
// SPDX-License-Identifier: MIT
#include "ingest/title_phrase.h"

#include <string.h>
#include <strings.h>

#include "ingest/bodies.h"
#include "ingest/chains.h"
#include "ingest/phrase_reader.h"

enum {
    CORE_LIMIT = 6,
    LEFT_LIMIT = 10,
    COMPLEMENTS = 4,
    NOUN_PHRASE_LIMIT = 6,
    BACK_LIMIT = 400,
    NEAR_LIMIT = 60,
    TITLED_REACH = 200
};

static const Unit *at(R *r, uint32_t unit)
{
    return &r->units->items[unit];
}
static bool plain(R *r, uint32_t unit)
{
    return unit >= r->first && unit < r->limit && unit_plain(r->units, unit);
}
static bool classed(R *r, uint32_t unit, uint32_t classes)
{
    return plain(r, unit) && (at(r, unit)->classes & classes) != 0;
}
static bool named(R *r, uint32_t unit)
{
    return unit >= r->first && unit < r->limit && at(r, unit)->mention >= 0;
}
static bool of_type(R *r, uint32_t unit, KbType type)
{
    return unit >= r->first && unit < r->limit && unit_of_type(r->document, r->units, unit, type);
}
static bool demonym(R *r, uint32_t unit)
{
    return unit >= r->first && unit < r->limit && at(r, unit)->country;
}
static bool possessive(R *r, uint32_t unit)
{
    return in(r, unit, "|'s|\xe2\x80\x99s|'|\xe2\x80\x99|");
}

static const char determiners[] = "|the|a|an|this|that|its|his|her|their|our|my|your|one|another|whose|";
static const char pronouns[] = "|its|his|her|their|our|my|whose|";

// ---------------------------------------------------------------------------------------------- held at

void phrase_hold(TitlePhrase *phrase, R *r, int32_t chain)
{
    if (chain < 0) return;
    switch (r->document->chains[chain].type) {
    case KB_ORGANIZATION:
        if (phrase->organization < 0) phrase->organization = chain;
        break;
    case KB_PLACE:
        if (phrase->place < 0) phrase->place = chain;
        break;
    case KB_PERSON:
        if (phrase->person < 0) phrase->person = chain;
        break;
    default: break;
    }
}

static void hold_country(TitlePhrase *phrase, R *r, uint32_t unit)
{
    if (phrase->place < 0 && !phrase->country) phrase->country = at(r, unit)->country;
}

// A name of the type that counts as said: not the agency of a dateline, not in brackets.
static bool is_said(R *r, uint32_t unit, KbType type)
{
    if (!unit_of_type(r->document, r->units, unit, type) || (unit && unit_is(r->units, unit - 1, "("))) return false;
    int32_t chain = unit_chain(r->document, r->units, unit);
    return chain >= 0 && r->named[chain] >= 0;
}

int32_t last_named(R *r, uint32_t unit, KbType type)
{
    uint32_t stop = unit > BACK_LIMIT ? unit - BACK_LIMIT : 0;
    for (uint32_t i = unit; i-- > stop;)
        if (is_said(r, i, type)) return unit_chain(r->document, r->units, i);
    return KB_NONE;
}

// The organization, before the unit or else after it, whose name holds the unit's word ("the bank": the Bank of X); -1.
static int32_t name_holding_word(R *r, uint32_t unit)
{
    KbText word = at(r, unit)->lower;
    uint32_t stop = unit > BACK_LIMIT ? unit - BACK_LIMIT : 0, end = unit + BACK_LIMIT;
    if (end > r->units->count) end = r->units->count;
    for (uint32_t step = 0; step < unit - stop + (end - unit); step++) {
        uint32_t i = step < unit - stop ? unit - 1 - step : unit + (step - (unit - stop));
        KbText name = r->units->items[i].lower;
        if (is_said(r, i, KB_ORGANIZATION) && memmem(name.data, name.length, word.data, word.length))
            return unit_chain(r->document, r->units, i);
    }
    return KB_NONE;
}

// "the ministry" and the Ministry of X: no doubt is left.
static bool has_word(R *r, int32_t chain, KbText word)
{
    KbText name = r->document->chains[chain].name;
    for (size_t i = 0; i + word.length <= name.length; i++)
        if (strncasecmp(name.data + i, word.data, word.length) == 0) return true;
    return false;
}

// What a noun asks of the organization it points to; kind 0 and no business: nothing.
typedef struct BodyWanted {
    unsigned kind;
    bool business;
    KbText word; // in its name; empty: any name
} BodyWanted;

static bool is_wanted(R *r, int32_t chain, BodyWanted wanted)
{
    if (wanted.word.length && !has_word(r, chain, wanted.word)) return false;
    if (wanted.business) return !(r->kinds[chain] & ~body_of_noun(kb_text("bank")));
    return !wanted.kind || (r->kinds[chain] & wanted.kind);
}

// The organization named most in the near text before the unit, else the one named last; -1.
static int32_t salient_body(R *r, uint32_t unit, BodyWanted wanted)
{
    uint32_t stop = unit > BACK_LIMIT ? unit - BACK_LIMIT : 0;
    int32_t best = KB_NONE;
    for (uint32_t i = unit; i-- > stop;) {
        if (best >= 0 && unit - i > NEAR_LIMIT) break;
        if (!is_said(r, i, KB_ORGANIZATION)) continue;
        int32_t chain = unit_chain(r->document, r->units, i);
        if (is_wanted(r, chain, wanted) && (best < 0 || r->named[chain] > r->named[best])) best = chain;
    }
    return best;
}

static BodyWanted wanted_by(R *r, uint32_t unit)
{
    bool central = unit > r->first && in(r, unit - 1, "|central|");
    return (BodyWanted){central ? body_of_noun(kb_text("central bank")) : body_of_noun(at(r, unit)->lower),
                        body_is_business(at(r, unit)->lower),
                        {"", 0}};
}

// "the country" is the country named last, "the town" the last place that is none.
static int32_t place_meant(R *r, uint32_t unit)
{
    bool country = in(r, unit, "|country|nation|republic|kingdom|state|");
    uint32_t stop = unit > BACK_LIMIT ? unit - BACK_LIMIT : 0;
    for (uint32_t i = unit; i-- > stop;) {
        if (!unit_of_type(r->document, r->units, i, KB_PLACE)) continue;
        int32_t chain = unit_chain(r->document, r->units, i);
        if ((chain_country(r->document, chain) != NULL) == country) return chain;
    }
    return KB_NONE;
}

// The body or place that a noun or "its" is known to stand for; -1.
static int32_t referred_chain(R *r, uint32_t unit)
{
    const Document *document = r->document;
    int32_t index = document_mention_at(document, at(r, unit)->first);
    if (index < 0 || document->mentions[index].kind == KB_NAME) return KB_NONE;
    int32_t chain = document->mentions[index].chain;
    if (chain < 0 || document->chains[chain].type == KB_PERSON || r->named[chain] < 0) return KB_NONE;
    return chain;
}

// "the bank": the organization whose name holds the word, else the one it is known to stand for, else the last named.
int32_t nominal_chain(R *r, uint32_t unit)
{
    uint32_t classes = at(r, unit)->classes;
    int32_t referred = referred_chain(r, unit), chain = KB_NONE;
    if (referred >= 0 && has_word(r, referred, at(r, unit)->lower)) return referred;
    if (classes & TITLE_ORGNOUN) {
        BodyWanted wanted = wanted_by(r, unit);
        BodyWanted so_called = wanted;
        so_called.word = at(r, unit)->lower;
        if (wanted.kind && !wanted.business) chain = salient_body(r, unit, so_called);
        if (chain < 0) chain = referred;
        if (chain < 0 && (wanted.kind || wanted.business)) chain = salient_body(r, unit, wanted);
        if (chain < 0) chain = name_holding_word(r, unit);
        bool vague = in(r, unit,
                        "|government|administration|cabinet|house|front|line|plant|mine|farm|port|airport|hotel|store|"
                        "shop|estate|movement|coalition|panel|force|forces|");
        if (chain < 0 && !wanted.kind && !vague) chain = salient_body(r, unit, (BodyWanted){0, false, {"", 0}});
    }
    if (chain < 0) chain = referred;
    return chain < 0 && (classes & TITLE_PLACENOUN) ? place_meant(r, unit) : chain;
}

// "its": the first organization of the sentence before the word, else of the sentence before.
static int32_t body_of_its(R *r, uint32_t unit)
{
    int32_t referred = referred_chain(r, unit);
    if (referred >= 0) return referred;
    uint32_t limit = unit;
    for (unsigned back = 0; back < 3 && limit > 0; back++) {
        uint32_t first = limit - 1;
        while (first > 0 && at(r, first - 1)->sentence == at(r, limit - 1)->sentence)
            first--;
        for (uint32_t i = first; i < limit; i++) {
            if (is_said(r, i, KB_ORGANIZATION)) return unit_chain(r->document, r->units, i);
            bool noun = i > first && (at(r, i)->classes & TITLE_ORGNOUN) && at(r, i)->mention < 0 &&
                        unit_is(r->units, i - 1, "the");
            int32_t chain = noun ? nominal_chain(r, i) : KB_NONE;
            if (chain >= 0) return chain;
        }
        limit = first;
    }
    return salient_body(r, unit, (BodyWanted){0, false, {"", 0}});
}

static void hold_pronoun(TitlePhrase *phrase, R *r, uint32_t unit)
{
    phrase->pointed = true;
    if (in(r, unit, "|its|"))
        phrase_hold(phrase, r, body_of_its(r, unit));
    else if (in(r, unit, "|whose|")) {
        uint32_t before = unit > r->first && in(r, unit - 1, "|,|") ? unit - 2 : unit - 1;
        if (unit > r->first && named(r, before))
            phrase_hold(phrase, r, unit_chain(r->document, r->units, before));
        else if (unit > r->first && classed(r, before, TITLE_ORGNOUN))
            phrase_hold(phrase, r, nominal_chain(r, before));
        else
            phrase_hold(phrase, r, last_named(r, unit, KB_ORGANIZATION));
    } else
        phrase_hold(phrase, r, pronoun_chain(r->document, at(r, unit)->first));
}

// ---------------------------------------------------------------------------------------------- title text

typedef struct TitleText { // ranges of units that make the title
    uint32_t first[COMPLEMENTS * 2 + 2], last[COMPLEMENTS * 2 + 2];
    unsigned count;
    int article; // range before which "the" is said though the text has "X's"; -1: none
} TitleText;

static void text_add(TitleText *text, uint32_t first, uint32_t last)
{
    if (text->count == COMPLEMENTS * 2 + 2 || first >= last) return;
    text->first[text->count] = first;
    text->last[text->count++] = last;
}

static const char scholars[] = "|professor|reader|lecturer|teacher|instructor|tutor|";

// "professor of Romance languages": capitals behind a post that has none are the subject's own.
static bool is_language_of(R *r, uint32_t unit)
{
    uint32_t joint = unit > r->first ? unit - 1 : unit;
    return joint > r->first && in(r, joint, "|of|in|") && !at(r, joint - 1)->capital &&
           (in(r, joint - 1, scholars) || (in(r, joint - 1, "|emeritus|emerita|") && !at(r, joint - 2)->capital));
}

// A word as the title has it: names as they are written, the post itself of one person.
static KbText word_of(R *r, uint32_t unit, bool post)
{
    const Unit *u = at(r, unit);
    static const char continents[] = "|european|african|asian|american|"; // no country's adjectives
    bool proper = (!post && (u->mention >= 0 || u->country || word_among(u->lower, continents))) ||
                  (u->capital && title_word_is_party(u->lower)) || (!post && u->capital && is_language_of(r, unit));
    if (proper) return document_tokens_text(r->document, u->first, u->last);
    return post ? u->title : u->lower;
}

static KbText text_make(R *r, const TitleText *text)
{
    size_t room = 1 + strlen("the ");
    for (unsigned i = 0; i < text->count; i++)
        for (uint32_t u = text->first[i]; u < text->last[i]; u++)
            room += word_of(r, u, i == 0).length + 1;
    char *out = arena_alloc(r->document->arena, room, 1);
    size_t length = 0;
    for (unsigned i = 0; i < text->count; i++) {
        if ((int)i == text->article) memcpy(out + length, " the", 4), length += 4;
        for (uint32_t u = text->first[i]; u < text->last[i]; u++) {
            const Unit *unit = at(r, u);
            KbText word = word_of(r, u, i == 0); // "chair of trustees": only the post is made singular
            if (length && r->document->tokens[unit->first].space != SPACE_NONE) out[length++] = ' ';
            memcpy(out + length, word.data, word.length);
            length += word.length;
        }
    }
    return (KbText){out, length};
}

// ---------------------------------------------------------------------------------------------- left part

static uint8_t status_of(uint32_t classes)
{
    if (classes & TITLE_FORMER) return KB_FORMER;
    if (classes & TITLE_ACTING) return KB_ACTING;
    if (classes & TITLE_DESIGNATE) return KB_DESIGNATE;
    if (classes & TITLE_NOMINEE) return KB_NOMINEE;
    if (classes & TITLE_CANDIDATE) return KB_CANDIDATE;
    return classes & TITLE_CURRENT ? KB_CURRENT : KB_UNKNOWN;
}

static void note_status(TitlePhrase *phrase, uint32_t classes)
{
    uint8_t status = status_of(classes);
    if (status && (!phrase->status || phrase->status == KB_CURRENT)) phrase->status = status;
}

static bool adverb_like(const Unit *unit)
{
    size_t length = unit->lower.length;
    return unit->pos == POS_ADV ||
           (unit->pos == POS_NONE && length > 4 && memcmp(unit->lower.data + length - 2, "ly", 2) == 0);
}

static bool is_modifier(R *r, uint32_t unit)
{
    if (!plain(r, unit) || (at(r, unit)->classes & (TITLE_STOP | TITLE_KIN | TITLE_HON))) return false;
    if (at(r, unit)->classes & TITLE_MOD) return true;
    KbText word = at(r, unit)->lower;
    if (word_ends(word, "ed", 2))
        return in(r, unit, "|armed|allied|united|combined|associated|unified|advanced|applied|certified|chartered|");
    switch (at(r, unit)->pos) {
    case POS_NONE:
    case POS_ADJ:
    case POS_NOUN:
    case POS_PROPN:
    case POS_X: return true;
    case POS_VERB: return word_ends(word, "ing", 2); // managing director
    default: return false;
    }
}

// "second conductor" is a title, "the second conductor" counts conductors.
static bool is_ordinal_rank(R *r, uint32_t unit)
{
    return in(r, unit, "|first|second|third|") && !in(r, unit - 1, determiners);
}

// "navy commander", "central bank governor": a body named before in the article, no part of the title.
static bool is_body(R *r, uint32_t unit, uint32_t head)
{
    static const char bodies[] = "|bank|navy|army|force|forces|ministry|agency|company|club|university|airline|"
                                 "orchestra|museum|union|corps|court|hospital|";
    static const char seats[] = "|council|committee|board|senate|commission|";
    bool chairs = in(r, head, "|president|chair|chairman|chairwoman|chairperson|leader|speaker|vice-president|");
    return (in(r, unit, bodies) || (chairs && in(r, unit, seats))) && name_holding_word(r, unit) >= 0;
}

// "X, at the time sales director": the unit is of no title.
static bool is_at_the_time(R *r, uint32_t unit)
{
    return unit > r->first + 1 && in(r, unit, "|time|") && in(r, unit - 1, "|the|") && in(r, unit - 2, "|at|");
}

static uint32_t read_modifiers(R *r, uint32_t head)
{
    uint32_t core = head;
    while (core > r->first && head - core < CORE_LIMIT) {
        const Unit *before = at(r, core - 1);
        bool skip = (before->classes & (TITLE_SKIP | TITLE_STATUS)) && !(before->classes & TITLE_MOD);
        if (is_ordinal_rank(r, core - 1)) {
            core--;
            continue;
        }
        if (skip || !is_modifier(r, core - 1) || adverb_like(before) || in(r, core - 1, "|first|second|third|")) break;
        if (is_body(r, core - 1, head) || is_at_the_time(r, core - 1)) break;
        if ((before->classes & TITLE_RANK) && !(before->classes & TITLE_MOD)) break;
        core--;
    }
    return core;
}

int32_t titled_person(R *r, uint32_t unit)
{
    KbText word = at(r, unit)->lower;
    if (!(at(r, unit)->classes & (TITLE_HEAD | TITLE_RANK))) return KB_NONE;
    size_t stop = r->titled_count > TITLED_REACH ? r->titled_count - TITLED_REACH : 0;
    for (size_t i = r->titled_count; i-- > stop;) {
        KbText title = r->titled[i].title;
        size_t before = title.length - word.length;
        if (title.length >= word.length && memcmp(title.data + before, word.data, word.length) == 0)
            return r->titled[i].holder;
    }
    return KB_NONE;
}

// One step of possessors, names, nationalities and describing words to the left; false: the phrase begins at `unit`.
static bool read_left(R *r, uint32_t unit, TitlePhrase *phrase, uint32_t *next)
{
    uint32_t before = unit - 1;
    *next = before;
    if (possessive(r, before) && before > r->first) {
        phrase->determiner = true;
        uint32_t owner = before - 1;
        if (named(r, owner)) {
            phrase_hold(phrase, r, unit_chain(r->document, r->units, owner));
            *next = owner;
            return true;
        }
        if (classed(r, owner, TITLE_POST)) { // "the president's chief of cabinet"
            phrase_hold(phrase, r, titled_person(r, owner));
            *next = owner;
            return true;
        }
        int32_t chain = plain(r, owner) ? nominal_chain(r, owner) : KB_NONE;
        phrase_hold(phrase, r, chain);
        phrase->pointed = chain >= 0 && !has_word(r, chain, at(r, owner)->lower);
        for (*next = owner; chain >= 0 && *next > r->first && is_modifier(r, *next - 1);)
            --*next;
        return chain >= 0;
    }
    if (named(r, before)) {
        if (of_type(r, before, KB_PERSON)) return false;
        phrase_hold(phrase, r, unit_chain(r->document, r->units, before));
        return true;
    }
    if (demonym(r, before)) return hold_country(phrase, r, before), true;
    if (is_at_the_time(r, before)) return false;
    if (!plain(r, before)) return at(r, before)->pos == POS_NUM;
    uint32_t classes = at(r, before)->classes;
    if (classes & TITLE_STATUS) {
        bool second = phrase->status == KB_ACTING && (classes & TITLE_FORMER);
        if (second) phrase->status = KB_FORMER, phrase->acting = true;
        return note_status(phrase, classes), true;
    }
    if (in(r, before, "|last|") && unit == phrase->core && (phrase->classes & TITLE_POST))
        return note_status(phrase, TITLE_FORMER), true; // "its last chief"
    if (is_body(r, before, phrase->head)) return phrase_hold(phrase, r, name_holding_word(r, before)), true;
    bool verb = in(r, before, "|elected|re-elected|reelected|appointed|named|nominated|suspected|convicted|accused|") &&
                in(r, before - 1, "|was|been|is|are|were|be|being|has|had|have|will|,|who|and|");
    if (verb) return false; // "has been elected treasurer", not "the elected treasurer"
    return (classes & TITLE_SKIP) || adverb_like(at(r, before)) || (is_modifier(r, before) && !(classes & TITLE_HEAD));
}

static void read_left_part(R *r, TitlePhrase *phrase)
{
    uint32_t unit = phrase->core;
    for (unsigned steps = 0; unit > r->first && steps < LEFT_LIMIT; steps++) {
        uint32_t next = unit;
        if (in(r, unit - 1, determiners)) {
            phrase->determiner = true;
            phrase->indefinite = in(r, unit - 1, "|a|an|");
            if (in(r, unit - 1, pronouns)) hold_pronoun(phrase, r, unit - 1);
            unit--;
            break;
        }
        if (!read_left(r, unit, phrase, &next)) break;
        unit = next;
    }
    phrase->start = unit;
}

// ---------------------------------------------------------------------------------------------- right part

typedef struct Noun { // a noun phrase after a preposition
    uint32_t start, end;
    uint32_t text;       // first unit after determiner and nationality
    int32_t chain;       // named in it, or meant by it
    const char *country; // of a nationality word in it
    bool name, anaphor;
    bool pointed; // an anaphor that is no word of the name
} Noun;

static bool noun_goes_on(R *r, uint32_t unit)
{
    if (!plain(r, unit) || (at(r, unit)->classes & TITLE_STOP)) return false;
    uint8_t pos = at(r, unit)->pos;
    if (pos == POS_NONE) return !(at(r, unit)->classes & TITLE_STATUS);
    return pos == POS_NOUN || pos == POS_ADJ || pos == POS_PROPN || pos == POS_X;
}

// The 's of "women's team".
static bool is_groups(R *r, uint32_t unit)
{
    return possessive(r, unit) && in(r, unit - 1, "|women|men|girls|boys|children|players|workers|students|");
}

// After a name: "Russia's armed forces", "the Obama administration", "Dallas school board".
static uint32_t name_tail(R *r, uint32_t unit)
{
    bool owner = possessive(r, unit);
    uint32_t end = owner ? unit + 1 : unit;
    uint32_t from = end;
    while (end < r->limit && end - from < 5 && (noun_goes_on(r, end) || is_groups(r, end)) &&
           (owner || is_groups(r, end) || in(r, end, "|women|men|girls|boys|") || at(r, end)->pos != POS_NONE ||
            (at(r, end)->classes & (TITLE_ORGNOUN | TITLE_PLACENOUN))))
        end++;
    return end == from ? unit : end;
}

// The unit of the name that a noun of bodies or places is told by: "its parent, Acme", "the country's largest union,
// the NUM", "the capital, Lisbon"; NO_UNIT: none.
static uint32_t appositive(R *r, uint32_t unit)
{
    uint32_t first = unit;
    while (unit < r->limit && unit - first < NOUN_PHRASE_LIMIT &&
           (noun_goes_on(r, unit) || possessive(r, unit) || demonym(r, unit)))
        unit++;
    if (unit == first || !in(r, unit, "|,|") || !plain(r, unit - 1)) return NO_UNIT;
    uint32_t name = unit + 1 + in(r, unit + 1, "|the|");
    bool body =
        (at(r, unit - 1)->classes & TITLE_ORGNOUN) || body_is_business(at(r, unit - 1)->lower) ||
        in(r, unit - 1, "|parent|subsidiary|affiliate|arm|unit|rival|competitor|owner|partner|employer|publisher|");
    bool fits = (body && of_type(r, name, KB_ORGANIZATION)) ||
                ((at(r, unit - 1)->classes & TITLE_PLACENOUN) && of_type(r, name, KB_PLACE)) ||
                (in(r, unit - 1, "|capital|hometown|birthplace|") && of_type(r, name, KB_PLACE));
    bool closed = name + 1 >= r->limit || in(r, name + 1, "|,|.|;|:|)|-|\xe2\x80\x93|\xe2\x80\x94|");
    return fits && closed ? name : NO_UNIT;
}

static bool read_noun(R *r, uint32_t unit, Noun *noun)
{
    *noun = (Noun){.start = unit, .end = unit, .chain = KB_NONE};
    bool definite = in(r, unit, "|the|this|that|his|her|its|their|our|");
    bool possessed = in(r, unit, "|his|her|its|their|our|");
    if (in(r, unit, determiners)) unit++;
    if (demonym(r, unit)) {
        noun->country = at(r, unit)->country;
        unit++;
    }
    noun->text = noun->end = unit;
    while (unit < r->limit && unit - noun->text < NOUN_PHRASE_LIMIT && noun_goes_on(r, unit))
        unit++;
    bool described =
        unit > noun->text && of_type(r, unit, KB_ORGANIZATION) &&
        (at(r, unit - 1)->pos == POS_NOUN || at(r, unit - 1)->pos == POS_NONE); // "of Swedish carmaker Volvo"
    if (named(r, unit) && (unit == noun->text || definite || described ||
                           at(r, unit - 1)->classes & (TITLE_RANK | TITLE_HON | TITLE_HEAD | TITLE_STATUS))) {
        uint32_t name = unit;
        if (of_type(r, name, KB_PERSON) && of_type(r, name + 1, KB_ORGANIZATION)) name++; // the Obama White House
        noun->name = true;
        noun->chain = unit_chain(r->document, r->units, name);
        noun->end = name_tail(r, name + 1);
        return true;
    }
    uint32_t name = appositive(r, noun->text);
    if (name != NO_UNIT) {
        noun->name = true;
        noun->chain = unit_chain(r->document, r->units, name);
        noun->end = name + 1;
        return true;
    }
    noun->end = unit;
    char follows = unit < r->limit ? at(r, unit)->lower.data[0] : ' ';
    if (follows >= '0' && follows <= '9') return false; // "for the last 10 years"
    if (unit == noun->text || in(r, noun->text, "|last|past|next|less|more|nearly|almost|") ||
        in(r, unit - 1,
           "|year|years|month|months|week|weeks|day|days|decade|decades|time|term|terms|while|moment|descent|origin|"
           "heritage|background|faith|extraction|"))
        return false;
    if ((definite || possessed) && !noun->country) {
        noun->chain = nominal_chain(r, unit - 1);
        noun->anaphor = noun->chain >= 0;
        noun->pointed = noun->anaphor && !has_word(r, noun->chain, at(r, unit - 1)->lower);
    }
    return true;
}

static const char committee_words[] =
    "|board|council|committee|panel|commission|assembly|parliament|senate|cabinet|staff|faculty|";

// Places and topics that belong to the title: "for Russia, Ukraine and Eurasia".
static uint32_t read_list(R *r, uint32_t unit)
{
    for (;;) {
        uint32_t next = unit;
        if (in(r, next, "|,|")) next++;
        if (in(r, next, "|and|")) next++;
        if (next == unit || !(of_type(r, next, KB_PLACE) || (named(r, next) && in(r, next - 1, "|and|")))) return unit;
        if (of_type(r, next, KB_PERSON)) return unit;
        unit = next + 1;
        if (in(r, next - 1, "|and|")) return unit;
    }
}

// "minister of trade and industry", "for foreign and European affairs"
static uint32_t read_and(R *r, uint32_t unit, const TitlePhrase *phrase)
{
    if (!in(r, unit, "|and|&|") || !(phrase->classes & (TITLE_GOV | TITLE_POST))) return unit;
    bool tagged = plain(r, unit + 1) && at(r, unit + 1)->pos != POS_NONE;
    bool minister = in(r, phrase->head, "|minister|secretary|undersecretary|under-secretary|commissioner|");
    uint32_t end = unit + 1;
    if (!tagged && !minister) return unit;
    while (end < r->limit && end - unit < 4 && noun_goes_on(r, end) &&
           !(at(r, end)->classes & (TITLE_HEAD | TITLE_STATUS)))
        end++;
    if (end == unit + 1 || classed(r, end, TITLE_HEAD) || named(r, end)) return unit;
    return end;
}

static bool holds_for(R *r, const TitlePhrase *phrase)
{
    return (at(r, phrase->head)->classes & TITLE_HELDFOR) && !in(r, phrase->head, "|secretary|chief|");
}

static void add_noun(R *r, TitlePhrase *phrase, TitleText *text, uint32_t preposition, const Noun *noun)
{
    bool committee = in(r, noun->end - 1, committee_words);
    Noun next;
    bool unit_of = in(r, noun->end, "|of|at|for|") && read_noun(r, noun->end + 1, &next) &&
                   next.name; // "of the press department of X"
    bool sub_unit =
        noun->end - noun->text > 1 &&
        in(r, noun->end - 1, "|department|office|division|bureau|unit|section|branch|service|center|centre|");
    bool organ = noun->anaphor && !committee && !unit_of && !sub_unit;
    bool own_board = in(r, noun->end - 1, "|board|") && noun->end - noun->text == 1 &&
                     in(r, phrase->head, "|chairman|chair|chairwoman|chairperson|");
    bool pointed = in(r, noun->start, "|this|that|his|her|its|their|our|my|") && !committee;
    organ = organ || own_board || pointed ||
            (in(r, noun->start, "|a|an|") && body_is_business(at(r, noun->end - 1)->lower));
    bool owned_organ = noun->country && classed(r, noun->end - 1, TITLE_ORGNOUN) && !committee;
    phrase_hold(phrase, r, (noun->anaphor && !organ) || own_board ? KB_NONE : noun->chain);
    phrase->pointed = phrase->pointed || noun->pointed;
    if (noun->country && phrase->place < 0 && !phrase->country) phrase->country = noun->country;
    if (!organ && !owned_organ) {
        text_add(text, preposition, preposition + 1);
        if (noun->country && noun->start < noun->text && in(r, noun->start, "|the|"))
            text_add(text, noun->start, noun->start + 1);
        text_add(text, noun->country ? noun->text : noun->start, noun->end);
    }
}

static bool takes(R *r, const TitlePhrase *phrase, const char *heads)
{
    return in(r, phrase->head, heads);
}

// "chairman of the Senate defence committee", "coach of Leeds' women's team": the body has no mark of its own.
static void add_body_of_name(R *r, TitleText *text, uint32_t preposition, const Noun *noun)
{
    static const char bodies[] = "|committee|subcommittee|panel|team|side|wing|section|squad|delegation|branch|desk|";
    static const char own[] =
        "|government|administration|company|firm|newspaper|paper|army|forces|military|police|parliament|cabinet|";
    uint32_t first = noun->end;
    while (first > noun->start && at(r, first - 1)->mention < 0)
        first--;
    if (first == noun->start) return;
    bool owned = possessive(r, first);
    if (!in(r, noun->end - 1, bodies) && (!owned || in(r, noun->end - 1, own))) return;
    if (first + owned == noun->end) return;
    text_add(text, preposition, preposition + 1);
    if (in(r, noun->start, "|the|") && !owned)
        text_add(text, noun->start, noun->start + 1);
    else
        text->article = (int)text->count;
    text_add(text, first + owned, noun->end);
}

// "head of the hospital's emergency room", "head of its European business": the part has no mark of its own.
static bool add_own_part(R *r, TitlePhrase *phrase, TitleText *text, uint32_t preposition, const Noun *noun)
{
    bool its = in(r, noun->start, "|its|") && noun->end - noun->text > 1 && !noun->country;
    uint32_t first = its ? noun->text : noun->end + 1, last = noun->end;
    if (!its && noun->anaphor && possessive(r, noun->end)) last = name_tail(r, noun->end);
    if (!its && last <= first) return false;
    if (its)
        hold_pronoun(phrase, r, noun->start);
    else
        phrase_hold(phrase, r, noun->chain);
    text_add(text, preposition, preposition + 1);
    text->article = (int)text->count;
    text_add(text, first, last);
    phrase->pointed = phrase->pointed || noun->pointed;
    phrase->end = last;
    return true;
}

// Whoever is sent from a place has his seat for it.
static bool represents(R *r, const TitlePhrase *phrase)
{
    return takes(
        r, phrase,
        "|senator|sen.|representative|rep.|congressman|congresswoman|lawmaker|legislator|mp|mla|deputy|delegate|"
        "councillor|councilor|councilman|councilwoman|member|democrat|republican|governor|ambassador|minister|mayor|");
}

// A land or body sends him to another.
static bool is_sent(R *r, const TitlePhrase *phrase)
{
    bool high = in(r, phrase->head, "|commissioner|") && phrase->head > r->first && in(r, phrase->head - 1, "|high|");
    return high || takes(r, phrase, "|ambassador|envoy|attachÃ©|attache|");
}

// A complement that is no name: "of the general staff", "at the ministry"; false: it is none of the title's.
static bool read_common(R *r, TitlePhrase *phrase, TitleText *text, const Noun *noun, bool about)
{
    uint32_t preposition = phrase->end;
    bool subject = in(r, preposition, "|in|") &&
                   takes(r, phrase, "|professor|reader|lecturer|specialist|expert|researcher|") && !noun->anaphor &&
                   noun->start == noun->text;
    bool anaphor_only = in(r, preposition, "|at|in|with|from|") && !subject;
    if (anaphor_only) {
        if (!noun->anaphor) return false;
        phrase_hold(phrase, r, noun->chain);
        phrase->pointed = phrase->pointed || noun->pointed;
        phrase->end = noun->end;
        return true;
    }
    if (in(r, preposition, "|to|") && !(phrase->classes & (TITLE_HELDFOR | TITLE_POST))) return false;
    if (!about && !noun->anaphor && !noun->country && !in(r, preposition, "|of|to|for|in|")) return false;
    if (in(r, preposition, "|of|") && add_own_part(r, phrase, text, preposition, noun)) return true;
    Noun whole = *noun;
    whole.end = read_and(r, noun->end, phrase);
    add_noun(r, phrase, text, preposition, &whole);
    phrase->end = whole.end;
    return true;
}

// "lecturer in Portuguese", "professor of Greek": the language, not the country.
static bool read_language(R *r, TitlePhrase *phrase, TitleText *text)
{
    uint32_t preposition = phrase->end, language = preposition + 1;
    bool taught = takes(r, phrase, scholars) || in(r, phrase->head, "|emeritus|emerita|");
    if (!taught || !in(r, preposition, "|of|in|") || !demonym(r, language)) return false;
    if (language + 1 < r->limit && (named(r, language + 1) || noun_goes_on(r, language + 1))) return false;
    phrase->end = language + 1;
    text_add(text, preposition, phrase->end);
    return true;
}

// One complement from the preposition at phrase->end; false: it is none of the title's.
static bool read_complement(R *r, TitlePhrase *phrase, TitleText *text)
{
    uint32_t preposition = phrase->end;
    Noun noun;
    if (read_language(r, phrase, text)) return true;
    if (!in(r, preposition, "|of|for|at|in|on|to|with|from|") || !read_noun(r, preposition + 1, &noun)) return false;
    bool on = in(r, preposition, "|on|");
    if (on && (phrase->person >= 0 || phrase->organization >= 0)) return false; // what about, once it is said for whom
    bool body = noun.name && r->document->chains[noun.chain].type == KB_ORGANIZATION;
    bool sits = body && takes(r, phrase, "|judge|justice|magistrate|member|official|officer|engineer|clerk|driver|");
    if (sits || takes(r, phrase, "|commentator|host|anchor|presenter|contributor|correspondent|")) on = false;
    bool topic = in(r, preposition, "|for|") && !holds_for(r, phrase);
    uint32_t end = noun.end;
    if (noun.name) {
        bool place = r->document->chains[noun.chain].type == KB_PLACE;
        bool person = r->document->chains[noun.chain].type == KB_PERSON;
        uint32_t list = topic && place ? read_list(r, end) : end;
        if (topic && place && list == end && phrase->organization < 0 && phrase->person < 0) {
            phrase_hold(phrase, r, noun.chain);
        } else if ((topic && place) || on) {
            end = read_list(r, end);
            text_add(text, preposition, end);
        } else if ((in(r, preposition, "|to|") || (place && in(r, preposition, "|in|"))) && is_sent(r, phrase)) {
            phrase->organization = phrase->place = phrase->person = KB_NONE;
            phrase->country = NULL;
            phrase_hold(phrase, r, noun.chain);
        } else if (in(r, preposition, "|to|") &&
                   !takes(r, phrase,
                          "|adviser|advisor|aide|assistant|counsel|counselor|representative|secretary|deputy|chaplain|"
                          "consultant|delegate|observer|chief|")) {
            return false;
        } else if (in(r, preposition, "|in|") && !place &&
                   !(noun.name && r->document->chains[noun.chain].type == KB_ORGANIZATION)) {
            return false;
        } else if (in(r, preposition, "|in|") && place && (phrase->person >= 0 || phrase->place >= 0)) {
            (void)person; // where he works for the person or place already said
        } else if (in(r, preposition, "|from|") && (person || (place && !represents(r, phrase)))) {
            return false; // where somebody comes from is no seat
        } else {
            if (place && in(r, preposition, "|of|")) phrase->place = KB_NONE; // "Peru's archbishop of Arequipa"
            phrase_hold(phrase, r, noun.chain);
        }
        phrase->end = end;
        if (list == noun.end) add_body_of_name(r, text, preposition, &noun);
        if (person && in(r, end, "|of|") && of_type(r, end + 1, KB_PLACE))
            phrase->end = end + 2; // "to Rep. X of California"
        return true;
    }
    return read_common(r, phrase, text, &noun, on || topic);
}

// ---------------------------------------------------------------------------------------------- the phrase

// Seats that are shortened before a name: their title is the whole word.
static const char abbreviated[] = "|sen.|gov.|rep.|";

static KbText unabbreviated(KbText word)
{
    if (kb_text_equal(word, kb_text("sen."))) return kb_text("senator");
    if (kb_text_equal(word, kb_text("gov."))) return kb_text("governor");
    if (kb_text_equal(word, kb_text("rep."))) return kb_text("representative");
    return word;
}

// "the former interim coach": what is over is the interim.
static const char *acting_word(R *r, const TitlePhrase *phrase)
{
    for (uint32_t unit = phrase->core; unit-- > phrase->start;)
        if (in(r, unit, "|acting|interim|caretaker|"))
            return in(r, unit, "|acting|") ? "acting" : in(r, unit, "|interim|") ? "interim" : "caretaker";
    return "acting";
}

KbText title_acting(R *r, const TitlePhrase *phrase)
{
    const char *word = acting_word(r, phrase);
    size_t length = strlen(word), room = length + 1 + phrase->title.length;
    char *out = arena_alloc(r->document->arena, room + 1, 1);
    memcpy(out, word, length);
    out[length] = ' ';
    memcpy(out + length + 1, phrase->title.data, phrase->title.length);
    return (KbText){out, room};
}

static bool is_head(R *r, uint32_t unit)
{
    if (!classed(r, unit, TITLE_HEAD | TITLE_RANK | TITLE_PLURAL) && !in(r, unit, abbreviated)) return false;
    uint8_t pos = at(r, unit)->pos;
    KbText lower = at(r, unit)->lower;
    if (in(r, unit, abbreviated)) return true;
    if (lower.length && lower.data[lower.length - 1] == '.') return false; // "Gen.", "Capt."
    if (pos == POS_VERB && (at(r, unit)->classes & TITLE_HEAD)) return !title_word_is_verb(lower);
    return pos == POS_NONE || pos == POS_NOUN || pos == POS_PROPN || pos == POS_X ||
           ((pos == POS_ADJ || pos == POS_NUM) && (at(r, unit)->classes & TITLE_POST)); // the tagger errs
}

// chief [financial] officer, secretary general, executive vice president
static uint32_t last_head(R *r, uint32_t head)
{
    uint32_t last = head;
    for (uint32_t unit = head + 1; unit < r->limit && unit - head < CORE_LIMIT; unit++) {
        if (!plain(r, unit)) break;
        uint32_t classes = at(r, unit)->classes;
        bool set_phrase = unit == last + 1 && ((in(r, unit, "|in|") && in(r, unit + 1, "|residence|chief|")) ||
                                               (in(r, unit, "|at|") && in(r, unit + 1, "|large|")));
        if (set_phrase) return unit + 1;
        if (classes & TITLE_STATUS && classes & TITLE_POSTNOM) last = unit;
        if (is_head(r, unit) || (classes & TITLE_POSTNOM))
            last = unit;
        else if ((classes & TITLE_STOP) || !is_modifier(r, unit))
            break;
        else if (!(classes & TITLE_MOD) && at(r, unit)->pos == POS_NONE)
            break;
    }
    return last;
}

static bool all_ranks(R *r, uint32_t first, uint32_t last)
{
    static const char parts[] = "|rear|vice|first|second|brigadier|chief|master|flight|group|petty|warrant|";
    for (uint32_t unit = first; unit <= last; unit++) {
        bool officer = in(r, unit, "|officer|") && unit > first && in(r, unit - 1, "|petty|warrant|");
        bool rank = (at(r, unit)->classes & (TITLE_RANK | TITLE_HON)) || in(r, unit, parts);
        if (!officer && !rank) return false;
    }
    return true;
}

static void begin_phrase(R *r, uint32_t head, TitlePhrase *phrase)
{
    *phrase = (TitlePhrase){.organization = KB_NONE, .place = KB_NONE, .person = KB_NONE};
    phrase->head = last_head(r, head);
    phrase->core = read_modifiers(r, head);
    phrase->classes = at(r, phrase->head)->classes | at(r, head)->classes;
    phrase->plural = (at(r, head)->classes & TITLE_PLURAL) != 0;
    if (phrase->plural) phrase->classes |= title_word(at(r, head)->title);
    if (phrase->head > head && (at(r, phrase->head)->classes & TITLE_POSTNOM))
        phrase->classes |= TITLE_POST; // attorney general
    phrase->end = phrase->head + 1;
    for (uint32_t unit = phrase->core; unit <= phrase->head; unit++)
        note_status(phrase, at(r, unit)->classes &
                                (unit == phrase->head || !(at(r, unit)->classes & TITLE_SKIP) ? TITLE_STATUS : 0));
}

// Adjectives of elections and the post that they seek.
static const char *const sought_posts[][2] = {{"presidential", "president"}, {"mayoral", "mayor"},
                                              {"gubernatorial", "governor"}, {"vice-presidential", "vice president"},
                                              {"senatorial", "senator"},     {"parliamentary", "member of parliament"}};

static bool read_phrase(R *r, uint32_t head, uint32_t from, TitlePhrase *phrase);

// "candidate for governor of X", "presidential candidate": the title is that of the post sought. Empty where it is not
// said.
static void read_sought(R *r, TitlePhrase *phrase)
{
    phrase->title = (KbText){"", 0};
    for (size_t i = 0; i < sizeof sought_posts / sizeof *sought_posts; i++)
        if (phrase->core < phrase->head && unit_is(r->units, phrase->head - 1, sought_posts[i][0]))
            phrase->title = kb_text(sought_posts[i][1]);
    uint32_t head = phrase->head + 2;
    if (!in(r, phrase->head + 1, "|for|to|")) return;
    while (head < r->limit && head - phrase->head < 7 && !is_head(r, head) && !in(r, head, "|,|.|;|"))
        head++;
    TitlePhrase post;
    if (head >= r->limit || !is_head(r, head) || (at(r, head)->classes & (TITLE_NOMINEE | TITLE_CANDIDATE))) return;
    if (!read_phrase(r, head, phrase->head + 2, &post)) return;
    phrase->title = post.title;
    phrase->end = post.end;
    phrase->classes = post.classes;
    if (post.classes & TITLE_POST) phrase->person = KB_NONE; // "Poe's nominee for labor secretary": not held under Poe
    if (post.organization >= 0 || post.place >= 0 || post.person >= 0 || post.country) {
        phrase->organization = post.organization, phrase->place = post.place, phrase->person = post.person;
        phrase->country = post.country;
    }
}

static bool read_phrase(R *r, uint32_t head, uint32_t from, TitlePhrase *phrase)
{
    begin_phrase(r, head, phrase);
    while (phrase->core < from)
        phrase->core++;
    TitleText text = {.article = -1};
    uint32_t last = phrase->head;
    while (last > phrase->core && in(r, last, "|elect|designate|"))
        last--;
    text_add(&text, phrase->core, last + 1);
    phrase->bare_rank = all_ranks(r, phrase->core, phrase->head) && !in(r, phrase->head, abbreviated);
    bool federal = phrase->core == phrase->head && in(r, phrase->head, "|attorney|") && phrase->core > r->first &&
                   kb_text_equal(at(r, phrase->core - 1)->lower, kb_text("u.s.")) && !possessive(r, phrase->core);
    if (federal) text.first[0] = --phrase->core; // "U.S. attorney" is the name of the post
    read_left_part(r, phrase);
    bool janitor = in(r, phrase->head, "|caretaker|") && phrase->core == phrase->head && phrase->indefinite;
    if (janitor && phrase->status == KB_ACTING) phrase->status = KB_UNKNOWN; // "a caretaker at the university"
    for (unsigned i = 0; i < COMPLEMENTS && read_complement(r, phrase, &text); i++)
        ;
    bool sent = is_sent(r, phrase) && !in(r, phrase->head, "|envoy|") && !in(r, phrase->head + 1, "|to|at|in|for|");
    if (sent && !in(r, phrase->start, pronouns)) {
        phrase->place = KB_NONE, phrase->country = NULL; // who sends is no seat
        if (phrase->core > r->first && possessive(r, phrase->core - 1)) phrase->organization = KB_NONE;
    }
    phrase->title = unabbreviated(text_make(r, &text));
    if (phrase->acting) phrase->title = title_acting(r, phrase);
    if (in(r, phrase->head, "|gov.|") && in(r, phrase->core - 1, "|lt.|lieut.|"))
        phrase->title = kb_text("lieutenant governor"), phrase->start--;
    if (in(r, phrase->head, "|gov.|")) phrase->classes |= TITLE_POST;
    return true;
}

bool title_phrase_next(R *r, uint32_t unit, TitlePhrase *phrase)
{
    uint32_t head = unit;
    while (head < r->limit && !is_head(r, head))
        head++;
    if (head >= r->limit || !read_phrase(r, head, unit, phrase)) return false;
    if (in(r, phrase->head, "|king|queen|") && phrase->core < phrase->head)
        phrase->title.length = 0; // "the textile king"
    bool seeks = (at(r, phrase->head)->classes & (TITLE_NOMINEE | TITLE_CANDIDATE)) != 0;
    if (seeks) read_sought(r, phrase);
    return true;
}
