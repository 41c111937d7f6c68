// Where people live, come from and stay: "Ann Poe of Oslo", "the Danish painter Ann Poe", "her visit to Oslo".
// SPDX-License-Identifier: MIT

#include "ingest/chains.h"
#include "ingest/relations.h"

enum { ROLE_REACH = 1000 }; // roles looked through, so that a long document stays linear

// ---------------------------------------------------------------------------------------------- homes and origins

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

// "Sen. Ann Poe of Ohio": the place sends him, he need not live there.
static bool is_sent_by(const Document *document, const Mention *name)
{
    static const char titles[] = "|sen.|rep.|gov.|senator|representative|governor|congressman|congresswoman|leader|";
    for (uint32_t token = name->first; token-- > 0 && name->first - token < 4;)
        if (token_in(document, token, titles)) return true;
    size_t last = document->role_count, oldest = last > ROLE_REACH ? last - ROLE_REACH : 0;
    for (size_t i = last; i-- > oldest;)
        if (document->roles[i].holder == name->chain &&
            word_among(document->roles[i].title, "|senator|representative|governor|congressman|congresswoman|"))
            return true;
    return false;
}

// One past the age in "Ann Poe, 45, of Oslo", or past the comma in "Ann Poe, of Oslo".
static uint32_t past_age(const Document *document, uint32_t token)
{
    if (!token_is(document, token, ",")) return token;
    if (document->tokens[token + 1 < document->token_count ? token + 1 : token].pos != POS_NUM) return token + 1;
    return token_is(document, token + 2, ",") ? token + 3 : token;
}

static void add_origin(Reading *reading, const Mention *name, const Mention *place, bool lives)
{
    const Document *document = reading->document;
    bool country = chain_country(document, place->chain) != NULL;
    if (country)
        relation_add(reading, "citizen_of", name->chain, place->chain, name->first, NULL);
    else if (lives && !is_sent_by(document, name))
        relation_add(reading, "resides_in", name->chain, place->chain, name->first, NULL);
}

// "Rogelio Carbone of Nordfjord Bank", "Kaarina Kivelä of Finland", "Samora Ndirangu (Kenya)", "Ann Poe, 45, of Oslo"
static void read_person_of(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    uint32_t at = past_age(document, name->last);
    bool of = token_in(document, at, "|of|from|"), bracket = token_is(document, name->last, "(");
    if (!of && !bracket) return;
    uint32_t at_of = at++;
    if (token_is(document, at, "the")) at++;
    const Mention *other = mention_named(reading, at);
    if (!other || (bracket && !token_is(document, other->last, ")"))) return;
    if (holds_post_at(document, name->chain, other->chain)) return;
    bool modifies = other->last < reading->sentence->last && document->tokens[other->last].pos == POS_NOUN;
    if (other->type == KB_PLACE && !modifies) // not "Ann Poe of the Oslo firm Acme"
        add_origin(reading, name, other, token_is(document, at_of, "of"));
    if (other->type == KB_ORGANIZATION && token_is(document, name->last, "of"))
        relation_add(reading, "employed_by", name->chain, other->chain, name->first, NULL);
}

// Who is called so by the words from `first` to `noun` and on: "the Oslo-born painter Ann Poe", "an Oslo-born painter,
// Ann Poe,", "Ann Poe, the Oslo-born painter", "She is an Oslo-born painter".
static int32_t called_so(const Reading *reading, uint32_t first, uint32_t noun)
{
    const Document *document = reading->document;
    bool article = first > reading->sentence->first && token_in(document, first - 1, "|a|an|the|his|her|their|");
    uint32_t start = first - article, end = noun_phrase_end(document, noun, reading->sentence->last);
    for (uint32_t token = noun; token <= end; token++) {
        const Mention *name = mention_named(reading, token);
        if (name && name->type == KB_PERSON) return name->chain;
    }
    const Mention *name = token_is(document, end, ",") ? mention_named(reading, end + 1) : NULL;
    if (name && name->type == KB_PERSON) return name->chain;
    bool told = start > reading->sentence->first + 1 && token_in(document, start - 1, "|,|is|was|");
    return told ? referent_at(document, start - 2) : KB_NONE;
}

// "the Oslo-born painter", "a Danish-born judge"
static void read_born_in(Reading *reading, uint32_t born)
{
    Document *document = reading->document;
    if (born < reading->sentence->first + 2 || !token_is(document, born, "born") || !token_is(document, born - 1, "-"))
        return;
    const Mention *place = mention_named(reading, born - 2);
    int32_t demonym = document_demonym_at(document, born - 2), chain = place ? place->chain : KB_NONE;
    if (demonym >= 0) chain = country_chain(document, document->demonyms[demonym].place.data);
    int32_t person = chain >= 0 ? called_so(reading, place ? place->first : born - 2, born + 1) : KB_NONE;
    if (chain_is(document, person, PER) && chain_is(document, chain, PLA))
        relation_add(reading, "born_in", person, chain, born, NULL);
}

// "Ann Poe, a nurse from Oslo"
static void read_noun_from(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    uint32_t at = past_age(document, name->last);
    if (at == name->last || !token_in(document, at, "|a|an|")) return;
    uint32_t end = noun_phrase_end(document, at, reading->sentence->last);
    const Mention *place = end > at + 1 && token_is(document, end, "from") ? mention_named(reading, end + 1) : NULL;
    if (place && place->type == KB_PLACE) add_origin(reading, name, place, false);
}

static void add_citizen(Reading *reading, int32_t person, int32_t demonym, uint32_t token)
{
    Document *document = reading->document;
    int32_t country = country_chain(document, document->demonyms[demonym].place.data);
    if (!chain_is(document, person, PER) || holds_post_at(document, person, country)) return;
    relation_add(reading, "citizen_of", person, country, token, NULL);
}

// Posts of states: "the Haitian president, X" holds office there, which says more.
static const char state_posts[] =
    "|president|minister|premier|chancellor|ambassador|envoy|secretary|general|gen.|commander|spokesman|spokeswoman|"
    "leader|official|lawmaker|senator|deputy|king|prince|queen|emperor|chief|governor|mayor|judge|prosecutor|officer|"
    "colonel|col.|counterpart|diplomat|negotiator|representative|parliamentarian|dictator|ruler|pm|cleric|troops|army|"
    "candidate|critic|";

// "Yolaine Morisseau, a Haitian lawyer", "Castagnetti, an Italian,", "a retired Swedish banker", "She is a Haitian
// lawyer"
static void read_nationality(Reading *reading, uint32_t article)
{
    const Document *document = reading->document;
    uint32_t end = noun_phrase_end(document, article, reading->sentence->last), token = article + 1;
    while (token < end && document_demonym_at(document, token) < 0 && !mention_named(reading, token))
        token++;
    int32_t demonym = token < end ? document_demonym_at(document, token) : KB_NONE;
    if (demonym < 0 || article < reading->sentence->first + 1) return;
    bool open = token_in(document, article, "|a|an|");
    bool bare = token + 1 == end && !token_is(document, end, "who"); // "Rik Roels, the Belgian who"
    if (!open && (bare || token_in(document, end - 1, state_posts))) return;
    uint32_t before = article - 1;
    bool copula = open && token_in(document, before, "|is|was|"), apposed = token_in(document, before, "|,|");
    if ((!copula && !apposed) || before == reading->sentence->first) return;
    if (document_mention_at(document, before - 1) >= 0 || (copula && document->tokens[before - 1].pos == POS_PRON))
        add_citizen(reading, referent_at(document, before - 1), demonym, token);
}

// "the Chilean accountant", "The Austrian" of somebody known: it tells where he is from.
static void read_national_noun(Reading *reading, uint32_t token)
{
    const Document *document = reading->document;
    int32_t index = document_mention_at(document, token);
    const Mention *noun = index < 0 ? NULL : &document->mentions[index];
    if (!noun || noun->kind == KB_NAME || noun->first != token || !chain_is(document, noun->chain, PER)) return;
    if (token_in(document, noun->last - 1, state_posts)) return;
    for (uint32_t i = noun->first; i < noun->last; i++) {
        int32_t demonym = document_demonym_at(document, i);
        if (demonym >= 0) {
            add_citizen(reading, noun->chain, demonym, i);
            return;
        }
    }
}

// "a Frenchman, Cyprien Roche,", "her Japanese husband, Naoki Mori"
static void read_national_before_comma(Reading *reading, uint32_t article)
{
    const Document *document = reading->document;
    uint32_t end = noun_phrase_end(document, article, reading->sentence->last), token = article + 1;
    const Mention *name = token_is(document, end, ",") ? mention_named(reading, end + 1) : NULL;
    if (!name || name->type != KB_PERSON || name->last >= reading->sentence->last) return;
    if (!token_in(document, name->last, "|,|.|and|who|") || token_in(document, end - 1, state_posts)) return;
    while (token < end && document_demonym_at(document, token) < 0 && !mention_named(reading, token))
        token++;
    for (uint32_t i = token; i < end; i++)
        if (token_in(document, i, "|whose|,|")) return; // "a Danish yard whose chief executive, Ann Poe,"
    int32_t demonym = token < end ? document_demonym_at(document, token) : KB_NONE;
    if (demonym >= 0) add_citizen(reading, name->chain, demonym, token);
}

// "the Haitian lawyer Yolaine Morisseau", "American Ann Poe", "U.S. filmmaker Ann Poe"
static void read_national(Reading *reading, const Mention *name)
{
    const Document *document = reading->document;
    for (uint32_t token = name->first; token-- > reading->sentence->first && name->first - token < 6;) {
        int32_t demonym = document_demonym_at(document, token);
        const Mention *place = mention_named(reading, token);
        bool country =
            place && place->type == KB_PLACE && token + 1 < name->first && chain_country(document, place->chain);
        if (demonym >= 0) add_citizen(reading, name->chain, demonym, token);
        if (country && !holds_post_at(document, name->chain, place->chain))
            relation_add(reading, "citizen_of", name->chain, place->chain, token, NULL);
        Upos pos = (Upos)document->tokens[token].pos;
        bool describes = pos == POS_NOUN || pos == POS_ADJ || (pos == POS_PROPN && document->tokens[token].space);
        if (demonym >= 0 || place || !describes || token_in(document, token, state_posts)) return;
    }
}

// ---------------------------------------------------------------------------------------------- possessions

// The chain of "his" or "Ann Poe's" right before the noun, adjectives apart.
static int32_t owner_of(const Reading *reading, uint32_t noun)
{
    const Document *document = reading->document;
    uint32_t token = noun;
    while (token > reading->sentence->first && document->tokens[token - 1].pos == POS_ADJ)
        token--;
    if (token == reading->sentence->first) return KB_NONE;
    token--;
    if (token_in(document, token, "|his|her|their|its|my|")) return referent_at(document, token);
    bool possessive = token_in(document, token, "|'s|'|") && token > reading->sentence->first;
    return possessive ? referent_at(document, token - 1) : KB_NONE;
}

static const Mention *place_after(const Reading *reading, uint32_t noun, const char *prepositions)
{
    uint32_t at = noun + 1;
    if (!token_in(reading->document, at, prepositions)) return NULL;
    if (token_in(reading->document, ++at, "|the|")) at++;
    const Mention *place = mention_named(reading, at);
    return place && place->type == KB_PLACE ? place : NULL;
}

// "her home in Lyon", "its headquarters in Vienna"
static void read_home(Reading *reading, uint32_t noun)
{
    static const char homes[] = "|home|house|apartment|flat|residence|villa|", seats[] = "|headquarters|";
    bool seat = token_in(reading->document, noun, seats);
    if (!seat && !token_in(reading->document, noun, homes)) return;
    const Mention *place = place_after(reading, noun, "|in|at|near|outside|");
    int32_t owner = place ? owner_of(reading, noun) : KB_NONE;
    if (chain_is(reading->document, owner, seat ? ORG : PER))
        relation_add(reading, seat ? "headquartered_in" : "resides_in", owner, place->chain, noun, NULL);
}

// ---------------------------------------------------------------------------------------------- visits

// "his visit to Oslo", "made a trip to Oslo", "met X during a visit to Oslo", "on his way to Oslo"
static void read_visit(Reading *reading, uint32_t noun)
{
    const Document *document = reading->document;
    bool way = token_is(document, noun, "way") && token_in(document, noun - 1, "|his|her|");
    if (!way && !token_in(document, noun, "|visit|trip|tour|journey|stopover|")) return;
    const Mention *place = place_after(reading, noun, way ? "|to|" : "|to|of|in|");
    int32_t visitor = owner_of(reading, noun);
    if (!place && token_in(document, noun + 1, "|by|of|")) { // "a visit by Ann Poe to Oslo"
        uint32_t end = noun_phrase_end(document, noun + 2, reading->sentence->last);
        place = place_after(reading, end - 1, "|to|");
        visitor = end > noun + 2 ? referent_at(document, end - 1) : KB_NONE;
        if (visitor < 0) return;
    }
    if (!place) return;
    const Clause *clause = clause_before(reading, noun);
    if (visitor < 0 && clause && clause->subject != NO_TOKEN) visitor = referent_at(document, clause->subject);
    Clause planned = {.lemma = "visit", .modality = KB_PLANNED};
    bool intends = way || (clause && clause->modality == KB_PLANNED);
    if (chain_is(document, visitor, PER))
        relation_add(reading, "visited", visitor, place->chain, noun, intends ? &planned : NULL);
}

// "Ann Poe is in Oslo for talks", "is due in Oslo"
static void read_stay(Reading *reading, uint32_t verb)
{
    const Document *document = reading->document;
    if (!token_in(document, verb, "|is|was|are|were|'s|") || verb == reading->sentence->first) return;
    uint32_t at = verb;
    while (token_in(document, at + 1, "|also|previously|currently|still|now|here|due|expected|"))
        at++;
    bool due = token_in(document, at, "|due|expected|");
    const Mention *place = place_after(reading, at, "|in|");
    uint32_t before = verb - 1; // "Ann Poe, 46, was in Oslo"
    if (token_is(document, before, ",") && before > reading->sentence->first + 2 &&
        document->tokens[before - 1].pos == POS_NUM && token_is(document, before - 2, ","))
        before -= 3;
    int32_t visitor = referent_at(document, before);
    Clause clause = {.lemma = "be", .modality = due ? KB_PLANNED : KB_ASSERTED};
    if (!place || !chain_is(document, visitor, PER)) return;
    uint32_t after = place->last; // "in Pune, India, for a funeral"
    const Mention *wider = token_is(document, after, ",") ? mention_named(reading, after + 1) : NULL;
    if (wider && wider->type == KB_PLACE && token_is(document, wider->last, ",")) after = wider->last + 1;
    bool purpose = due || token_in(document, after, "|for|to|on|") || place->last >= reading->sentence->last;
    if (purpose && !holds_post_at(document, visitor, place->chain))
        relation_add(reading, "visited", visitor, place->chain, verb, &clause);
}

// "Ann Poe, at a summit in Oslo, said"
static void read_occasion(Reading *reading, uint32_t noun)
{
    static const char occasions[] = "|summit|conference|congress|forum|rally|funeral|wedding|ceremony|reception|"
                                    "premiere|hearing|opening|festival|symposium|gala|";
    const Document *document = reading->document;
    const Mention *place = token_in(document, noun, occasions) ? place_after(reading, noun, "|in|at|") : NULL;
    uint32_t at = noun;
    while (at > reading->sentence->first && noun - at < 5 && !token_is(document, at, "at"))
        at--;
    if (!place || !token_is(document, at, "at") || at < reading->sentence->first + 1) return;
    const Clause *clause = clause_before(reading, at);
    uint32_t comma = at - 1;
    int32_t visitor =
        token_is(document, comma, ",") && comma > reading->sentence->first ? referent_at(document, comma - 1) : KB_NONE;
    if (visitor < 0 && clause && clause->subject != NO_TOKEN) visitor = referent_at(document, clause->subject);
    Clause stay = {.lemma = "be", .modality = clause && clause->last < at ? clause->modality : KB_ASSERTED};
    if (chain_is(document, visitor, PER))
        relation_add(reading, "visited", visitor, place->chain, noun, stay.modality == KB_PLANNED ? &stay : NULL);
}

// "In Ganta, beside the goalpost, lives Ann Poe"
static void read_inverted_home(Reading *reading, uint32_t verb)
{
    const Document *document = reading->document;
    uint32_t first = reading->sentence->first;
    if (!token_in(document, verb, "|lives|lived|") || !token_in(document, first, "|in|at|on|")) return;
    const Mention *place = mention_named(reading, first + 1), *name = mention_named(reading, verb + 1);
    if (!place || place->type != KB_PLACE || !name || name->type != KB_PERSON) return;
    relation_add(reading, "resides_in", name->chain, place->chain, verb, NULL);
}

// "I have never been to Oslo", "She had been in Oslo"
static void read_having_been(Reading *reading, uint32_t been)
{
    const Document *document = reading->document;
    const Mention *place = token_is(document, been, "been") ? place_after(reading, been, "|to|in|") : NULL;
    uint32_t have = been;
    Clause clause = {.lemma = "be"};
    while (have > reading->sentence->first &&
           token_in(document, have - 1, "|never|not|n't|ever|once|also|has|have|had|'ve|"))
        if (token_in(document, --have, "|never|not|n't|")) clause.polarity = KB_NEGATIVE;
    bool to = token_is(document, been + 1, "to") || clause.polarity == KB_NEGATIVE;
    int32_t visitor = have > reading->sentence->first ? referent_at(document, have - 1) : KB_NONE;
    if (place && to && have < been && chain_is(document, visitor, PER))
        relation_add(reading, "visited", visitor, place->chain, been, &clause);
}

void read_person_places(Reading *reading)
{
    for (uint32_t token = reading->sentence->first; token < reading->sentence->last; token++) {
        const Mention *name = mention_named(reading, token);
        if (!name && token_in(reading->document, token, "|a|an|the|")) read_nationality(reading, token);
        if (!name) read_national_noun(reading, token);
        if (!name && token_in(reading->document, token, "|a|an|the|his|her|"))
            read_national_before_comma(reading, token);
        if (!name && token > reading->sentence->first) {
            read_home(reading, token);
            read_visit(reading, token);
            read_stay(reading, token);
            read_having_been(reading, token);
            read_occasion(reading, token);
            read_inverted_home(reading, token);
            read_born_in(reading, token);
        }
        if (!name || name->type != KB_PERSON) continue;
        read_person_of(reading, name);
        read_noun_from(reading, name);
        read_national(reading, name);
        token = name->last - 1;
    }
}
