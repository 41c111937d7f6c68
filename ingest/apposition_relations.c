// Relations that form says: places within places, bodies of bodies, seats, and credits.
// SPDX-License-Identifier: MIT

#include "ingest/bodies.h"
#include "ingest/chains.h"
#include "ingest/relations.h"

// "Aberdeen, Scotland": the smaller first; "A, B and C" is a list of equals.
static void read_place_in_place(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    const Mention *wider = token_is(document, name->last, ",") ? mention_named(reading, name->last + 1) : NULL;
    if (!wider || wider->type != KB_PLACE || wider->chain == name->chain) return;
    if (token_in(document, wider->last, "|'s|'|")) { // "in Tachira, Colombia's minister Ann Poe said"
        uint32_t end = noun_phrase_end(document, wider->last + 1, reading->sentence->last);
        const Mention *owned = mention_named(reading, end - 1);
        if (owned && owned->type != KB_PLACE) return;
    }
    const Mention *third = token_is(document, wider->last, ",") ? mention_named(reading, wider->last + 1) : NULL;
    uint32_t conjunction = wider->last + token_is(document, wider->last, ",");
    bool equals = token_in(document, conjunction, "|and|or|") && mention_named(reading, conjunction + 1);
    if (third) { // "A, B, C": each in the next, unless "and" makes them equals
        uint32_t after = third->last + token_is(document, third->last, ",");
        equals = equals || token_in(document, after, "|and|or|") || mention_named(reading, after);
    }
    bool second = name->first > reading->sentence->first + 1 && token_is(document, name->first - 1, ",") &&
                  document_mention_at(document, name->first - 2) >= 0;
    bool country = chain_country(document, wider->chain) != NULL;
    if (!equals && (!second || country))
        relation_add(reading, "located_in", name->chain, wider->chain, name->first, NULL);
}

// Whether the name is that of a body of a state, or of an organization's parts.
static bool is_state_body(const Document *document, const Mention *name)
{
    static const char words[] =
        "|ministry|parliament|congress|senate|assembly|court|army|navy|police|agency|office|department|commission|"
        "council|treasury|guard|force|forces|service|directorate|embassy|committee|cabinet|government|bureau|house|";
    uint32_t limit = document->sentences[document->tokens[name->first].sentence].last;
    uint32_t end = noun_phrase_end(document, name->first, limit); // "Israel's Mossad spy agency"
    for (uint32_t token = name->first; token < end; token++)
        if (token_in(document, token, words)) return true;
    return false;
}

// Firms have their seat in a town that is named with them; other bodies only lie there.
static bool is_firm(const Document *document, const Mention *name)
{
    static const char ends[] =
        "|corp.|corp|inc.|inc|ltd|ltd.|co.|company|holding|holdings|group|ag|gmbh|plc|llc|llp|s.a.|"
        "bank|industries|partners|capital|pharma|pharmaceuticals|systems|motors|airlines|"
        "electronics|energy|securities|ventures|technologies|associates|";
    return name->type == KB_ORGANIZATION && token_in(document, name->last - 1, ends);
}

// Schools, courts, unions and the like are no firms.
static bool lies_only(const Document *document, const Mention *name)
{
    static const char words[] =
        "|university|college|school|academy|institute|hospital|clinic|museum|gallery|library|church|cathedral|mosque|"
        "synagogue|theatre|theater|orchestra|trust|foundation|society|association|union|federation|party|club|council|"
        "tribunal|center|centre|laboratory|observatory|";
    for (uint32_t token = name->first; token < name->last; token++)
        if (token_in(document, token, words)) return true;
    return is_state_body(document, name);
}

static const char *seat_of_name(const Reading *reading, const Mention *name, const Mention *place)
{
    bool country = chain_country(reading->document, place->chain) != NULL;
    return is_firm(reading->document, name) && !lies_only(reading->document, name) && !country ? "headquartered_in"
                                                                                               : "located_in";
}

// "the University of Ghent in Belgium", "a bank in Lagos": an organization or place right before "in".
static void read_name_in_place(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    bool of = token_is(document, name->last, "of") && name->type == KB_ORGANIZATION;
    if (!of && !token_is(document, name->last, "in")) return;
    uint32_t at = name->last + 1;
    if (token_is(document, at, "the")) at++;
    const Mention *place = mention_named(reading, at);
    if (!place || place->type != KB_PLACE) return;
    uint32_t before = name->first;
    while (before > reading->sentence->first && token_in(document, before - 1, "|the|"))
        before--;
    bool loose = !of && name->type == KB_ORGANIZATION && token_in(document, before - 1, "|for|");
    if (before > reading->sentence->first && (loose || token_in(document, before - 1, "|by|with|from|")))
        return;                                      // "met by X in Y", "works for X in Y": where it happened
    if (of && is_state_body(document, name)) return; // "the Senate of the United States"
    bool seat = of && !lies_only(document, name);
    relation_add(reading, seat ? "headquartered_in" : seat_of_name(reading, name, place), name->chain, place->chain,
                 name->first, NULL);
}

// The place or organization that "'s" or an adjective names right before the name: "Mali's", "Malian", "Acme's".
static int32_t possessor_before(Reading *reading, const Mention *name, bool *possessive)
{
    Document *document = reading->document;
    if (name->first < reading->sentence->first + 1) return KB_NONE;
    uint32_t before = name->first - 1;
    int32_t demonym = document_demonym_at(document, before);
    if (demonym >= 0) return country_chain(document, document->demonyms[demonym].place.data);
    *possessive = token_in(document, before, "|'s|'|") && before > reading->sentence->first;
    if (*possessive) before--;
    const Mention *owner = mention_named(reading, before);
    bool fits = owner && owner->last == before + 1 && (owner->type == KB_ORGANIZATION || owner->type == KB_PLACE);
    return fits ? owner->chain : KB_NONE;
}

// "Mali's Culture Ministry", "the Malian army", "the African Union's Peace and Security Council"; what is no body of
// the state only lies there: "Kenya's Standard Group".
static void read_body_of(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    bool possessive = false;
    int32_t owner = possessor_before(reading, name, &possessive);
    if (owner < 0 || owner == name->chain) return;
    bool body = is_state_body(document, name), place = document->chains[owner].type == KB_PLACE;
    if (place && !chain_country(document, owner)) return;
    if (body ? place || possessive : !place && possessive)
        relation_add(reading, "part_of", name->chain, owner, name->first, NULL);
    else if (place && possessive)
        relation_add(reading, "located_in", name->chain, owner, name->first, NULL);
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
    const Mention *place = mention_named(reading, phrase - 1);
    if (!place || place->type != KB_PLACE || name->type == KB_PERSON) return;
    bool firm = body_is_business(document->tokens[end - 1].lower) ||
                token_in(document, end - 1, "|bank|lender|newspaper|magazine|");
    seat = seat || (firm && !chain_country(document, place->chain));
    relation_add(reading, seat && name->type == KB_ORGANIZATION ? "headquartered_in" : "located_in", name->chain,
                 place->chain, name->first, NULL);
}

// Nouns of what belongs to no state: "the French glassmaker", "a Kenyan club".
static bool is_private_body(const Document *document, uint32_t noun)
{
    static const char words[] =
        "|maker|glassmaker|carmaker|automaker|drugmaker|chipmaker|shipbuilder|builder|yard|shipyard|manufacturer|"
        "producer|supplier|retailer|brewer|brewery|miner|airline|carrier|operator|developer|publisher|newspaper|daily|"
        "weekly|magazine|broadcaster|station|lender|bank|insurer|utility|conglomerate|startup|start-up|consultancy|"
        "club|side|team|charity|hospital|university|institute|rival|subsidiary|unit|outfit|owner|distributor|trader|";
    return body_is_business(document->tokens[noun].lower) || token_in(document, noun, words);
}

static int32_t demonym_within(const Document *document, uint32_t first, uint32_t last)
{
    for (uint32_t token = first; token < last; token++)
        if (document_demonym_at(document, token) >= 0) return document_demonym_at(document, token);
    return KB_NONE;
}

static void add_country(Reading *reading, int32_t body, int32_t demonym, uint32_t token)
{
    Document *document = reading->document;
    if (demonym < 0 || !chain_is(document, body, ORG)) return;
    int32_t country = country_chain(document, document->demonyms[demonym].place.data);
    relation_add(reading, "located_in", body, country, token, NULL);
}

// "the Danish tile maker Hald", "Hald, a Danish maker of tiles", "the Danish maker, Hald,": lies in that country.
static void read_national_body(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    uint32_t first = reading->sentence->first, noun = name->first;
    if (name->type != KB_ORGANIZATION || name->first < first + 2) return;
    bool comma = token_is(document, --noun, ",");
    if (comma) noun--;
    bool closed = token_in(document, name->last, "|,|.|and|;|)|");
    if (is_private_body(document, noun) && (!comma || closed)) {
        uint32_t start = noun_phrase_start(document, noun, first);
        add_country(reading, name->chain, demonym_within(document, start, noun), noun);
    }
}

static void read_nation_after(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    uint32_t article = name->last + 1;
    if (name->type != KB_ORGANIZATION || !token_is(document, name->last, ",")) return;
    if (!token_in(document, article, "|a|an|the|")) return;
    uint32_t end = noun_phrase_end(document, article, reading->sentence->last);
    if (end > article + 2 && !mention_named(reading, end - 1) && is_private_body(document, end - 1))
        add_country(reading, name->chain, demonym_within(document, article, end - 1), end - 1);
}

// "Frankfurt-based Deutsche Bank", "the Geneva-based agency Medair"
static void read_based(Reading *reading, const Mention *place)
{
    const Document *document = reading->document;
    if (place->type != KB_PLACE || !token_is(document, place->last, "-") ||
        !token_is(document, place->last + 1, "based"))
        return;
    uint32_t end = noun_phrase_end(document, place->last + 2, reading->sentence->last);
    const Mention *name = end > place->last + 2 ? mention_named(reading, end - 1) : NULL;
    bool smaller = place->first > reading->sentence->first + 1 && token_is(document, place->first - 1, ",");
    const Mention *town = smaller ? mention_named(reading, place->first - 2) : NULL; // "Kingston, Pa.-based Acme"
    if (town && town->type == KB_PLACE) place = town;
    if (name && name->type == KB_ORGANIZATION)
        relation_add(reading, "headquartered_in", name->chain, place->chain, place->first, NULL);
}

// A credit: "(Alex Brandon/AP)", "By Ann Poe, Daily Herald"
static void read_credit(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    bool slash = token_is(document, name->last, "/");
    bool byline = name->first > reading->sentence->first && token_is(document, name->first - 1, "by") &&
                  (name->first - 1 == reading->sentence->first ||
                   token_in(document, name->first - 2, "|reporting|editing|writing|photos|photo|"));
    if (name->type != KB_PERSON || (!slash && !byline)) return;
    int32_t writers[CONJUNCT_LIMIT];
    size_t count = referents_right(document, name->last - 1, reading->sentence->last, writers, CONJUNCT_LIMIT);
    uint32_t token = name->last;
    while (token < reading->sentence->last && !token_in(document, token, "|,|/|"))
        token++;
    const Mention *paper = mention_named(reading, token + 1);
    if (!paper || paper->type != KB_ORGANIZATION) return;
    for (size_t i = 0; i < count; i++)
        relation_add(reading, "employed_by", writers[i], paper->chain, name->first, NULL);
}

void read_appositions(Reading *reading)
{
    for (uint32_t token = reading->sentence->first; token < reading->sentence->last;) {
        const Mention *name = mention_named(reading, token);
        if (!name) {
            token++;
            continue;
        }
        if (name->type != KB_PERSON) read_place_in_place(reading, name);
        if (name->type == KB_PLACE || name->type == KB_ORGANIZATION) read_name_in_place(reading, name);
        if (name->type == KB_ORGANIZATION) read_body_of(reading, name);
        read_national_body(reading, name);
        read_nation_after(reading, name);
        read_seat(reading, name);
        read_based(reading, name);
        read_credit(reading, name);
        token = name->last;
    }
}
