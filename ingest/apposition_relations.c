// Relations that form says: ages, places within places, seats, credits and years after a name.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "ingest/chains.h"
#include "ingest/relations.h"

enum { ROLE_REACH = 1000 }; // roles looked through, so that a long document stays linear

static const Mention *name_at(const Reading *reading, uint32_t token)
{
    int32_t mention = document_mention_at(reading->document, token);
    if (mention < 0 || reading->document->mentions[mention].kind != KB_NAME) return NULL;
    return &reading->document->mentions[mention];
}

// 1 to 119 in digits, else 0.
static unsigned age_in(const Document *document, uint32_t token)
{
    if (token >= document->token_count) return 0;
    KbText lower = document->tokens[token].lower;
    unsigned age = 0;
    if (!lower.length || lower.length > 3) return 0;
    for (size_t i = 0; i < lower.length; i++) {
        if (lower.data[i] < '0' || lower.data[i] > '9') return 0;
        age = age * 10 + (unsigned)(lower.data[i] - '0');
    }
    return age < 120 ? age : 0;
}

// "Ann Poe, 54, ..." "Ann Poe (54)" "Ann Poe, aged 54" "She is 54." of the referent that ends with `last`.
static void read_age(Reading *reading, int32_t chain, uint32_t last)
{
    const Document *document = reading->document;
    uint32_t token = last + 1;
    bool opened = token_in(document, token, "|,|(|"), said = token_in(document, token, "|is|was|turned|turns|");
    if (!opened && !said) return;
    token++;
    bool aged = token_in(document, token, "|aged|age|");
    if (aged) token++;
    if (!age_in(document, token)) return;
    bool closed = token_in(document, token + 1, "|,|)|.|;|") || (aged && opened);
    bool years = token_in(document, token + 1, "|years|") && token_in(document, token + 2, "|old|");
    if (closed || years)
        relation_add_value(reading, "age", chain, document_tokens_text(document, token, token + 1), token);
}

// "died on Saturday, aged 72", "has died at the age of 72": of the clause's subject.
static void read_age_at_death(Reading *reading)
{
    const Document *document = reading->document;
    for (size_t i = 0; i < reading->clause_count; i++) {
        const Clause *clause = &reading->clauses[i];
        if (strcmp(clause->lemma, "die") != 0 || clause->subject == NO_TOKEN) continue;
        uint32_t end = i + 1 < reading->clause_count ? reading->clauses[i + 1].first : reading->sentence->last;
        for (uint32_t token = clause->last; token + 1 < end; token++) {
            bool aged = token_is(document, token, "aged") && age_in(document, token + 1);
            bool age_of =
                token_is(document, token, "of") && token_is(document, token - 1, "age") && age_in(document, token + 1);
            if (aged || age_of)
                relation_add_value(reading, "age", referent_at(document, clause->subject),
                                   document_tokens_text(document, token + 1, token + 2), token + 1);
        }
    }
}

// "the 54-year-old Ann Poe", "54-year-old Ann Poe"
static void read_year_old(Reading *reading, uint32_t token)
{
    const Document *document = reading->document;
    if (!token_is(document, token + 1, "-") || !token_is(document, token + 2, "year") ||
        !token_is(document, token + 4, "old"))
        return;
    uint32_t end = noun_phrase_end(document, token + 4, reading->sentence->last);
    const Mention *name = end > token + 5 ? name_at(reading, end - 1) : NULL;
    if (name && name->type == KB_PERSON)
        relation_add_value(reading, "age", name->chain, document_tokens_text(document, token, token + 1), token);
}

// "Aberdeen, Scotland": the smaller first; "A, B and C" is a list of equals.
static void read_place_in_place(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    const Mention *wider = token_is(document, name->last, ",") ? name_at(reading, name->last + 1) : NULL;
    if (!wider || wider->type != KB_PLACE || wider->chain == name->chain) return;
    const Mention *third = token_is(document, wider->last, ",") ? name_at(reading, wider->last + 1) : NULL;
    uint32_t conjunction = wider->last + token_is(document, wider->last, ",");
    bool equals = token_in(document, conjunction, "|and|or|") && name_at(reading, conjunction + 1);
    if (third) { // "A, B, C": each in the next, unless "and" makes them equals
        uint32_t after = third->last + token_is(document, third->last, ",");
        equals = equals || token_in(document, after, "|and|or|") || name_at(reading, after);
    }
    bool second = name->first > reading->sentence->first + 1 && token_is(document, name->first - 1, ",") &&
                  document_mention_at(document, name->first - 2) >= 0;
    bool country = chain_country(document, wider->chain) != NULL;
    if (!equals && (!second || country))
        relation_add(reading, "located_in", name->chain, wider->chain, name->first, NULL);
}

// "the University of Ghent in Belgium", "a bank in Lagos": an organization or place right before "in".
static void read_name_in_place(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    bool of = token_is(document, name->last, "of") && name->type == KB_ORGANIZATION;
    if (!of && !token_is(document, name->last, "in")) return;
    uint32_t at = name->last + 1;
    if (token_is(document, at, "the")) at++;
    const Mention *place = name_at(reading, at);
    if (!place || place->type != KB_PLACE) return;
    if (name->first > reading->sentence->first && token_in(document, name->first - 1, "|by|with|from|"))
        return; // "met by X in Y": where it happened
    relation_add(reading, "located_in", name->chain, place->chain, name->first, NULL);
}

// "the border city of Narva" after a name of an organization: ", a shipyard in ... Narva,"
static void read_seat(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    if (!token_is(document, name->last, ",")) return;
    uint32_t token = name->last + 1;
    if (!token_in(document, token, "|a|an|the|based|headquartered|")) return;
    bool seat = token_in(document, token, "|based|headquartered|");
    uint32_t end = seat ? token + 1 : noun_phrase_end(document, token, reading->sentence->last);
    if (token_in(document, end, "|based|headquartered|")) seat = true, end++;
    if (!token_in(document, end, "|in|")) return;
    uint32_t phrase = noun_phrase_end(document, end + 1, reading->sentence->last);
    if (phrase == end + 1) return;
    if (token_is(document, phrase, "of")) phrase = noun_phrase_end(document, phrase + 1, reading->sentence->last);
    const Mention *place = name_at(reading, phrase - 1);
    if (!place || place->type != KB_PLACE || name->type == KB_PERSON) return;
    relation_add(reading, seat && name->type == KB_ORGANIZATION ? "headquartered_in" : "located_in", name->chain,
                 place->chain, name->first, NULL);
}

// "Frankfurt-based Deutsche Bank", "the Geneva-based agency Medair"
static void read_based(Reading *reading, const Mention *place)
{
    const Document *document = reading->document;
    if (place->type != KB_PLACE || !token_is(document, place->last, "-") ||
        !token_is(document, place->last + 1, "based"))
        return;
    uint32_t end = noun_phrase_end(document, place->last + 2, reading->sentence->last);
    const Mention *name = end > place->last + 2 ? name_at(reading, end - 1) : NULL;
    if (name && name->type == KB_ORGANIZATION)
        relation_add(reading, "headquartered_in", name->chain, place->chain, place->first, NULL);
}

// A post there says more than employment or citizenship does.
static bool holds_post_at(const Document *document, int32_t chain, int32_t body)
{
    size_t last = document->role_count, oldest = last > ROLE_REACH ? last - ROLE_REACH : 0;
    for (size_t i = last; i-- > oldest;) {
        const Role *role = &document->roles[i];
        if (role->holder == chain && (role->organization == body || role->place == body)) return true;
    }
    return false;
}

// "Rogelio Carbone of Nordfjord Bank", "Kaarina Kivelä of Finland", "Samora Ndirangu (Kenya)"
static void read_person_of(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    bool of = token_is(document, name->last, "of"), bracket = token_is(document, name->last, "(");
    if (!of && !bracket) return;
    uint32_t at = name->last + 1;
    if (token_is(document, at, "the")) at++;
    const Mention *other = name_at(reading, at);
    if (!other || (bracket && !token_is(document, other->last, ")"))) return;
    if (holds_post_at(document, name->chain, other->chain)) return;
    if (other->type == KB_PLACE && of && !chain_country(document, other->chain))
        relation_add(reading, "resides_in", name->chain, other->chain, name->first, NULL);
    if (other->type == KB_PLACE && chain_country(document, other->chain))
        relation_add(reading, "citizen_of", name->chain, other->chain, name->first, NULL);
    if (other->type == KB_ORGANIZATION && of)
        relation_add(reading, "employed_by", name->chain, other->chain, name->first, NULL);
}

// "Yolaine Morisseau, a Haitian lawyer", "Castagnetti, an Italian,"
static void read_nationality(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    uint32_t token = name->last + 1;
    if (!token_is(document, name->last, ",") || !token_in(document, token, "|a|an|")) return;
    int32_t demonym = document_demonym_at(document, token + 1);
    if (demonym < 0) return;
    KbText place = document->demonyms[demonym].place;
    const char *country = arena_text(document->arena, place.data, place.length).data;
    relation_add(reading, "citizen_of", name->chain, country_chain(reading->document, country), name->first, NULL);
}

// A credit: "(Alex Brandon/AP)", "By Ann Poe, Daily Herald"
static void read_credit(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    bool slash = token_is(document, name->last, "/");
    bool byline =
        name->first > 0 && token_is(document, name->first - 1, "by") && name->first - 1 == reading->sentence->first;
    if (name->type != KB_PERSON || (!slash && !byline)) return;
    int32_t writers[CONJUNCT_LIMIT];
    size_t count = referents_right(document, name->last - 1, reading->sentence->last, writers, CONJUNCT_LIMIT);
    uint32_t token = name->last;
    while (token < reading->sentence->last && !token_in(document, token, "|,|/|"))
        token++;
    const Mention *paper = name_at(reading, token + 1);
    if (!paper || paper->type != KB_ORGANIZATION) return;
    for (size_t i = 0; i < count; i++)
        relation_add(reading, "employed_by", writers[i], paper->chain, name->first, NULL);
}

// "born on 3 May 1950", "founded in 2001", "died on Sunday": a date said of the clause's subject.
static void read_dates(Reading *reading)
{
    static const struct {
        const char *lemma, *predicate;
        unsigned types;
        bool passive;
    } rules[] = {
        {"bear", "date_of_birth", PER, true},  {"die", "date_of_death", PER, false},
        {"found", "date_founded", ORG, true},  {"establish", "date_founded", ORG, true},
        {"create", "date_founded", ORG, true},
    };
    const Document *document = reading->document;
    for (size_t i = 0; i < reading->clause_count; i++) {
        const Clause *clause = &reading->clauses[i];
        uint32_t end = i + 1 < reading->clause_count ? reading->clauses[i + 1].first : reading->sentence->last;
        if (clause->polarity == KB_NEGATIVE || clause->modality != KB_ASSERTED) continue;
        for (size_t rule = 0; rule < sizeof rules / sizeof *rules; rule++) {
            if (strcmp(clause->lemma, rules[rule].lemma) != 0) continue;
            bool active = !clause->passive && rules[rule].passive; // "X founded the firm in 2001": of the object
            uint32_t of = active ? noun_phrase_end(document, clause->last, end) - 1 : clause->subject;
            int32_t chain = of == NO_TOKEN || of < reading->sentence->first ? KB_NONE : referent_at(document, of);
            if (!chain_is(document, chain, rules[rule].types)) continue;
            for (size_t t = reading->first_time; t < document->time_count && document->times[t].first < end; t++) {
                const TimeSpan *time = &document->times[t];
                if (time->first < clause->last || !time->from.year) continue;
                if (kb_date_compare(time->from, time->to) != 0) continue;
                char date[KB_DATE_SIZE];
                relation_add_value(reading, rules[rule].predicate, chain, kb_text(kb_date_format(time->from, date)),
                                   clause->verb);
                break;
            }
        }
    }
}

void read_appositions(Reading *reading)
{
    const Document *document = reading->document;
    for (uint32_t token = reading->sentence->first; token < reading->sentence->last;) {
        const Mention *name = name_at(reading, token);
        if (!name) {
            if (age_in(document, token)) read_year_old(reading, token);
            int32_t chain = document->tokens[token].pos == POS_PRON || document->tokens[token].pos == POS_NOUN
                                ? referent_at(document, token)
                                : KB_NONE;
            if (chain_is(document, chain, PER)) read_age(reading, chain, token);
            token++;
            continue;
        }
        if (name->type != KB_PERSON) read_place_in_place(reading, name);
        if (name->type == KB_PERSON) {
            read_age(reading, name->chain, name->last - 1);
            read_person_of(reading, name);
            read_nationality(reading, name);
        }
        if (name->type == KB_PLACE || name->type == KB_ORGANIZATION) read_name_in_place(reading, name);
        read_seat(reading, name);
        read_based(reading, name);
        read_credit(reading, name);
        token = name->last;
    }
    read_dates(reading);
    read_age_at_death(reading);
}
