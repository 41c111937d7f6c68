// Relations that a verb says: a table of verbs, their frames and what they mean.
// SPDX-License-Identifier: MIT
#include "ingest/relations.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/title_words.h"

typedef enum Frame {
    DIRECT,  // S verb O; passive: O was verb-ed by S
    TO_NOUN, // S verb preposition O
    JOINT,   // S verb preposition O, or A and B verb
    PASSIVE, // S was verb-ed preposition O, or S, verb-ed preposition O
} Frame;

typedef struct VerbRule {
    const char *lemmas; // "|meet|"
    Frame frame;
    const char *prepositions; // NULL for DIRECT
    const char *predicate;
    unsigned subjects, objects; // sets of types
    bool flipped;               // the object of the text is the subject of the claim
    const char *needs;          // a word that must stand in the clause ("took *over* from"); NULL: none
} VerbRule;

static const char degrees[] = "|degree|doctorate|diploma|master|masters|bachelor|phd|ph.d.|mba|degrees|";

static const char audiences[] = "|reporters|journalists|crowd|rally|audience|supporters|conference|meeting|";

static const char seats[] = "|headquarters|headquarter|office|seat|base|";

static const char addressing[] = "|tell|ask|advise|promise|warn|assure|remind|instruct|inform|question|";

static const char suits[] = "|suit|lawsuit|suits|lawsuits|claim|case|complaint|";

static const VerbRule rules[] = {
    {"|meet|", JOINT, "|with|", "met_with", PER, PER, false, NULL},
    {"|meet|", DIRECT, NULL, "met_with", PER, PER, false, NULL},
    {"|host|receive|greet|welcome|visit|join|", DIRECT, NULL, "met_with", PER, PER, false, NULL},
    {"|confer|sit|huddle|dine|lunch|", JOINT, "|with|", "met_with", PER, PER, false, NULL},
    {"|speak|talk|chat|converse|", JOINT, "|with|to|", "spoke_with", PER, PER, false, NULL},
    {"|call|telephone|phone|ring|", DIRECT, NULL, "spoke_with", PER, PER, false, NULL},
    {"|inform|interview|question|", DIRECT, NULL, "spoke_with", PER, PER, false, NULL},
    {addressing, DIRECT, NULL, "spoke_with", PER, PER, false, NULL},
    {"|thank|congratulate|urge|press|console|", DIRECT, NULL, "spoke_with", PER, PER, false, "|telephone|phone|"},
    {"|consult|", TO_NOUN, "|with|", "spoke_with", PER, PER, false, NULL},
    {"|negotiate|bargain|", JOINT, "|with|", "negotiated_with", ACTOR, ACTOR, false, NULL},
    {"|visit|tour|", DIRECT, NULL, "visited", PER, PLA, false, NULL},
    {"|travel|fly|go|come|head|return|drive|sail|rush|", TO_NOUN, "|to|", "visited", PER, PLA, false, NULL},
    {"|tell|address|", TO_NOUN, "|in|at|", "visited", PER, PLA, false, audiences},
    {"|visit|", TO_NOUN, "|in|at|", "visited", PER, PLA, false, NULL},
    {"|attend|open|inaugurate|unveil|", TO_NOUN, "|in|at|", "visited", PER, PLA, false, NULL},
    {"|lay|", TO_NOUN, "|in|at|on|", "visited", PER, PLA, false, "|wreath|wreaths|flowers|stone|"},
    {"|set|", TO_NOUN, "|in|on|", "visited", PER, PLA, false, "|foot|"},
    {"|summon|send|dispatch|fly|take|bring|drive|", PASSIVE, "|to|", "visited", PER, PLA, false, NULL},
    {"|sign|", TO_NOUN, "|in|at|", "visited", PER, PLA, false, NULL},
    {"|arrive|land|", TO_NOUN, "|in|at|", "visited", PER, PLA, false, NULL},
    {"|appoint|reappoint|name|install|promote|tap|pick|choose|select|designate|", DIRECT, NULL, "appointed", ACTOR, PER,
     false, NULL},
    {"|nominate|propose|", DIRECT, NULL, "nominated", ACTOR, PER, false, NULL},
    {"|dismiss|fire|sack|oust|remove|suspend|depose|expel|", DIRECT, NULL, "dismissed", ACTOR, PER, false, NULL},
    {"|precede|", DIRECT, NULL, "succeeded", PER, PER, true, NULL},
    {"|succeed|replace|", DIRECT, NULL, "succeeded", PER, PER, false, NULL},
    {"|take|", TO_NOUN, "|from|", "succeeded", PER, PER, false, "|over|"},
    {"|follow|", DIRECT, NULL, "succeeded", PER, PER, false, "|as|"},
    {"|endorse|back|support|recommend|", DIRECT, NULL, "endorsed", ACTOR, PER | ORG, false, NULL},
    {"|criticize|criticise|condemn|denounce|blast|slam|rebuke|assail|lambast|fault|", DIRECT, NULL, "criticized",
     PER | ORG, ACTOR, false, NULL},
    {"|accuse|", DIRECT, NULL, "accused", ACTOR, ACTOR, false, NULL},
    {"|blame|", DIRECT, NULL, "accused", ACTOR, ACTOR, false, "|for|"},
    {"|sanction|blacklist|", DIRECT, NULL, "sanctioned", ORG | PLA, ACTOR, false, NULL},
    {"|charge|indict|prosecute|", DIRECT, NULL, "charged", ACTOR, PER | ORG, false, NULL},
    {"|arrest|detain|jail|", DIRECT, NULL, "arrested", ACTOR, PER, false, NULL},
    {"|sue|", DIRECT, NULL, "sued", ACTOR, ACTOR, false, NULL},
    {"|take|", DIRECT, NULL, "sued", ACTOR, ACTOR, false, "|court|"},
    {"|bring|file|lodge|", TO_NOUN, "|against|", "sued", ACTOR, ACTOR, false, suits},
    {"|impose|place|slap|", TO_NOUN, "|on|against|", "sanctioned", ORG | PLA, ACTOR, false, "|sanctions|"},
    {"|put|place|", DIRECT, NULL, "sanctioned", ORG | PLA, ACTOR, false, "|sanctions|"},
    {"|bomb|shell|raid|storm|assault|attack|invade|ambush|", DIRECT, NULL, "attacked", ACTOR, ACTOR, false, NULL},
    {"|kill|murder|assassinate|slay|", DIRECT, NULL, "killed", ACTOR, PER, false, NULL},
    {"|acquire|buy|purchase|absorb|", DIRECT, NULL, "acquired", PER | ORG, ORG, false, NULL},
    {"|marry|wed|", DIRECT, NULL, "spouse", PER, PER, false, NULL},
    {"|marry|", PASSIVE, "|to|", "spouse", PER, PER, false, NULL},
    {"|divorce|", DIRECT, NULL, "spouse", PER, PER, false, NULL},
    {"|found|establish|", DIRECT, NULL, "founded", PER, ORG, false, NULL},
    {"|own|control|", DIRECT, NULL, "owns", PER | ORG, ORG, false, NULL},
    {"|join|", DIRECT, NULL, "employed_by", PER, ORG, false, NULL},
    {"|lecture|", TO_NOUN, "|at|", "employed_by", PER, ORG, false, NULL},
    {"|work|", TO_NOUN, "|for|at|with|", "employed_by", PER, ORG, false, NULL},
    {"|employ|hire|recruit|", DIRECT, NULL, "employed_by", ORG, PER, true, NULL},
    {"|hire|recruit|poach|", PASSIVE, "|from|", "employed_by", PER, ORG, false, NULL},
    {"|graduate|", TO_NOUN, "|from|", "educated_at", PER, ORG, false, NULL},
    {"|study|train|", TO_NOUN, "|at|", "educated_at", PER, ORG, false, NULL},
    {"|educate|", PASSIVE, "|at|", "educated_at", PER, ORG, false, NULL},
    {"|earn|receive|hold|take|complete|", TO_NOUN, "|from|at|", "educated_at", PER, ORG, false, degrees},
    {"|bear|", PASSIVE, "|in|at|near|", "born_in", PER, PLA, false, NULL},
    {"|bear|", PASSIVE, "|to|", "parent", PER, PER, true, NULL},
    {"|raise|", PASSIVE, "|in|", "resides_in", PER, PLA, false, NULL},
    {"|die|", TO_NOUN, "|in|at|", "died_in", PER, PLA, false, NULL},
    {"|kill|murder|assassinate|shoot|execute|", PASSIVE, "|in|at|near|", "died_in", PER, PLA, false, NULL},
    {"|live|reside|settle|", TO_NOUN, "|in|", "resides_in", PER, PLA, false, NULL},
    {"|move|retire|", TO_NOUN, "|to|", "resides_in", PER, PLA, false, NULL},
    {"|move|relocate|shift|transfer|", TO_NOUN, "|to|", "headquartered_in", ORG, PLA, false, seats},
    {"|base|headquarter|", PASSIVE, "|in|at|", "headquartered_in", ORG, PLA, false, NULL},
    {"|locate|situate|", PASSIVE, "|in|at|near|", "located_in", ORG | PLA, PLA, false, NULL},
    {"|lie|", TO_NOUN, "|in|", "located_in", PLA, PLA, false, NULL},
    {"|belong|", TO_NOUN, "|to|", "part_of", ORG, ORG, false, NULL},
    {"|belong|", TO_NOUN, "|to|", "owns", ORG, PER | ORG, true, NULL},
};

static const char signing[] = "|sign|ink|conclude|initial|";

// One past the last token that can complete the clause: the next verb group, a clause mark or the sentence's end.
static uint32_t clause_end(const Reading *reading, size_t index)
{
    uint32_t end = index + 1 < reading->clause_count ? reading->clauses[index + 1].first : reading->sentence->last;
    for (uint32_t token = reading->clauses[index].last; token < end; token++)
        if (token_in(reading->document, token, "|who|which|that|because|after|before|when|while|although|;|:|"))
            return token;
    return end;
}

static uint32_t word_after(const Reading *reading, uint32_t token, uint32_t end, const char *prepositions)
{
    for (; token < end; token++) {
        int32_t mention = document_mention_at(reading->document, token);
        if (mention < 0 && token_in(reading->document, token, prepositions)) return token;
    }
    return NO_TOKEN;
}

// "Ugandan soldiers", "Taleban militants", "Oslo police", "NATO officials": who acts for a body, a town or a country.
static size_t acting_for(const Reading *reading, uint32_t token, unsigned types, int32_t *out)
{
    static const char actors[] = "|troops|soldiers|forces|police|army|navy|authorities|officials|government|militants|"
                                 "fighters|rebels|gunmen|prosecutors|regulators|officers|agents|gendarmes|warplanes|";
    Document *document = reading->document;
    if (!(types & (ORG | PLA)) || !token_in(document, token, actors)) return 0;
    uint32_t first = reading->sentence->first;
    for (uint32_t at = token; at-- > first && token - at < 4;) {
        int32_t demonym = document_demonym_at(document, at);
        const Mention *name = mention_named(reading, at);
        Upos pos = (Upos)document->tokens[at].pos;
        if (name || demonym >= 0) {
            *out = name ? name->chain : country_chain(document, document->demonyms[demonym].place.data);
            return chain_is(document, *out, types);
        }
        if (pos != POS_NOUN && pos != POS_ADJ && !token_in(document, at, "|'s|'|")) return 0;
    }
    return 0;
}

// One past "of Acme in Oslo" after a noun phrase that ends before `token`.
static uint32_t past_complements(const Document *document, uint32_t token, uint32_t limit)
{
    enum { COMPLEMENTS = 3 };
    for (unsigned i = 0; i < COMPLEMENTS && token_in(document, token, "|of|for|at|in|"); i++) {
        uint32_t end = noun_phrase_end(document, token + 1, limit);
        if (end == token + 1) break;
        token = end;
    }
    return token;
}

// The referents of the noun phrase that begins at `token`, of the wanted types only.
static size_t object_at(const Reading *reading, uint32_t token, unsigned types, int32_t *out)
{
    const Document *document = reading->document;
    uint32_t limit = reading->sentence->last;
    uint32_t end = noun_phrase_end(document, token, limit);
    if (end == token) return 0;
    static const char shares[] = "|percent|cent|%|share|shares|stake|majority|half|control|most|all|part|purchase|";
    while (token_is(document, end, "of") && token_in(document, end - 1, shares)) { // "71 percent of X"
        uint32_t next = noun_phrase_end(document, end + 1, limit);
        if (next == end + 1) break;
        end = next;
    }
    // "Secretary of State Ann Poe", "chief of staff Ann Poe"
    static const char offices[] = "|state|staff|defense|defence|police|justice|mission|";
    if (token_is(document, end, "of") && token_in(document, end + 1, offices)) {
        const Mention *name = mention_named(reading, end + 2);
        if (name && name->type == KB_PERSON) end = name->last;
    }
    // "the chief of staff, Ann Poe,", "the minister Ann Poe", "the head of Acme, Ann Poe": a nominal with its name.
    uint32_t last = end - 1, comma = referent_at(document, last) < 0 ? past_complements(document, end, limit) : end;
    if (referent_at(document, last) < 0 && token_in(document, comma, "|,|") &&
        document_mention_at(document, comma + 1) >= 0 && (comma == end || mention_named(reading, comma + 1)))
        last = document->mentions[document_mention_at(document, comma + 1)].last - 1;
    size_t count = referents_right(document, last, limit, out, CONJUNCT_LIMIT), kept = 0;
    for (size_t i = 0; i < count; i++)
        if (chain_is(document, out[i], types)) out[kept++] = out[i];
    return kept ? kept : acting_for(reading, last, types, out);
}

static size_t subjects_of(const Reading *reading, const Clause *clause, unsigned types, int32_t *out)
{
    if (clause->subject == NO_TOKEN) return 0;
    const Document *document = reading->document;
    size_t count = referents_left(document, clause->subject, reading->sentence->first, out, CONJUNCT_LIMIT), kept = 0;
    for (size_t i = 0; i < count; i++)
        if (chain_is(document, out[i], types)) out[kept++] = out[i];
    return kept ? kept : acting_for(reading, clause->subject, types, out);
}

static void add_pairs(Reading *reading, const VerbRule *rule, const Clause *clause, const int32_t *subjects,
                      size_t subject_count, const int32_t *objects, size_t object_count)
{
    for (size_t i = 0; i < subject_count; i++)
        for (size_t j = 0; j < object_count; j++)
            if (rule->flipped)
                relation_add(reading, rule->predicate, objects[j], subjects[i], clause->verb, clause);
            else
                relation_add(reading, rule->predicate, subjects[i], objects[j], clause->verb, clause);
}

// "was appointed by X": the agent.
static size_t agent_of(const Reading *reading, const Clause *clause, uint32_t end, unsigned types, int32_t *out)
{
    uint32_t by = word_after(reading, clause->last, end, "|by|");
    return by == NO_TOKEN ? 0 : object_at(reading, by + 1, types, out);
}

// "the firm that she founded", "Acme, a firm she founded"
static size_t antecedent_of(const Reading *reading, const Clause *clause, unsigned types, int32_t *out)
{
    *out = referent_at(reading->document, clause->antecedent);
    return chain_is(reading->document, *out, types);
}

// "Oslo, where she was born": the place or body before "where" that opens the clause.
static size_t where_of(const Reading *reading, const Clause *clause, unsigned types, int32_t *out)
{
    enum { SUBJECT_REACH = 8 };
    const Document *document = reading->document;
    uint32_t first = reading->sentence->first, token = clause->first;
    while (token > first + 1 && clause->first - token < SUBJECT_REACH && !token_in(document, token, "|where|,|;|"))
        token--;
    if (!token_is(document, token, "where")) return 0;
    token -= token_is(document, token - 1, ",") ? 2 : 1;
    *out = token >= first ? referent_at(document, token) : KB_NONE;
    return chain_is(document, *out, types);
}

static size_t complement(const Reading *reading, const VerbRule *rule, const Clause *clause, uint32_t end, int32_t *out)
{
    uint32_t at = clause->last;
    if (rule->frame == DIRECT) {
        while (at < end && token_in(reading->document, at, "|off|up|in|out|"))
            at++;
        size_t found = object_at(reading, at, rule->objects, out);
        return found || clause->antecedent == NO_TOKEN ? found : antecedent_of(reading, clause, rule->objects, out);
    }
    size_t count = 0;
    while (!count) { // "met in Geneva with X", "spoke by phone with X": the first that leads to a fitting one
        at = word_after(reading, at, end, rule->prepositions);
        if (at == NO_TOKEN)
            return strstr(rule->prepositions, "|in|") || strstr(rule->prepositions, "|at|")
                       ? where_of(reading, clause, rule->objects, out)
                       : 0;
        count = object_at(reading, ++at, rule->objects, out);
    }
    return count;
}

// The next clause counts too: "took X to court" may pass for "to court", a verb.
static bool says_what_is_needed(const Reading *reading, const VerbRule *rule, size_t index, uint32_t end)
{
    if (!rule->needs || word_after(reading, reading->clauses[index].last, end, rule->needs) != NO_TOKEN) return true;
    return index + 1 < reading->clause_count &&
           token_in(reading->document, reading->clauses[index + 1].verb, rule->needs);
}

// "did not ask me for a speech", "I will ask him one thing": what is not said or to be said tells of no talk.
static bool says_nothing(const VerbRule *rule, const Clause *clause)
{
    return strcmp(rule->predicate, "spoke_with") == 0 && lemma_in(clause->lemma, addressing) &&
           (clause->polarity == KB_NEGATIVE || clause->modality == KB_PLANNED || clause->modality == KB_HYPOTHETICAL);
}

// "We name him: Poe", "named the thief": who is only named fills no post.
static bool names_no_post(const Reading *reading, const VerbRule *rule, const Clause *clause, uint32_t end)
{
    if (strcmp(rule->predicate, "appointed") != 0 || strcmp(clause->lemma, "name") != 0) return false;
    for (uint32_t token = clause->passive ? reading->sentence->first : clause->last; token < end; token++)
        if ((title_word(reading->document->tokens[token].lower) & TITLE_HEAD) ||
            token_in(reading->document, token, "|to|as|board|post|job|successor|replacement|team|squad|panel|"))
            return false;
    return true;
}

static void apply(Reading *reading, const VerbRule *rule, size_t index)
{
    const Clause *clause = &reading->clauses[index];
    if (says_nothing(rule, clause)) return;
    if (names_no_post(reading, rule, clause, reading->sentence->last)) return;
    uint32_t end = clause_end(reading, index);
    int32_t subjects[CONJUNCT_LIMIT], objects[CONJUNCT_LIMIT];
    if (!says_what_is_needed(reading, rule, index, end)) return;
    if (rule->frame == PASSIVE && !clause->passive) return;
    if (rule->frame != PASSIVE && clause->passive) {
        if (rule->frame != DIRECT) return;
        size_t patients = subjects_of(reading, clause, rule->objects, objects);
        size_t agents = agent_of(reading, clause, end, rule->subjects, subjects);
        add_pairs(reading, rule, clause, subjects, agents, objects, patients);
        return;
    }
    size_t subject_count = subjects_of(reading, clause, rule->subjects, subjects);
    size_t object_count = complement(reading, rule, clause, end, objects);
    if (rule->frame == JOINT && !object_count && subject_count == 2)
        relation_add(reading, rule->predicate, subjects[1], subjects[0], clause->verb, clause);
    add_pairs(reading, rule, clause, subjects, subject_count, objects, object_count);
}

// "signed an agreement with X in Paris".
static void read_signing(Reading *reading, size_t index)
{
    static const VerbRule rule = {signing, TO_NOUN, "|with|", "signed_with", ACTOR, ACTOR, false, NULL};
    const Clause *clause = &reading->clauses[index];
    if (lemma_in(clause->lemma, signing) && !clause->passive) apply(reading, &rule, index);
}

// "had talks with", "held a meeting with": what the noun means, said of the clause's subject.
static const struct {
    const char *nouns, *predicate;
} event_nouns[] = {
    {"|talks|meeting|meetings|summit|lunch|dinner|breakfast|audience|", "met_with"},
    {"|conversation|conversations|call|calls|phone|discussion|discussions|consultations|", "spoke_with"},
    {"|negotiations|negotiation|", "negotiated_with"},
    {"|agreement|pact|treaty|contract|accord|deal|memorandum|", "signed_with"},
};

static void read_light_verb(Reading *reading, size_t index)
{
    static const char light[] =
        "|hold|have|attend|arrange|begin|conduct|open|resume|schedule|take|reach|conclude|sign|make|";
    const Clause *clause = &reading->clauses[index];
    if (!lemma_in(clause->lemma, light) || clause->passive) return;
    uint32_t end = clause_end(reading, index);
    for (uint32_t token = clause->last; token < end; token++)
        for (size_t i = 0; i < sizeof event_nouns / sizeof *event_nouns; i++) {
            bool signs = strcmp(event_nouns[i].predicate, "signed_with") == 0;
            if (!token_in(reading->document, token, event_nouns[i].nouns)) continue;
            if (signs && !lemma_in(clause->lemma, "|reach|conclude|sign|make|")) continue;
            unsigned types = signs || i == 2 ? ACTOR : PER;
            VerbRule rule = {light, TO_NOUN, "|with|", event_nouns[i].predicate, types, types, false, NULL};
            apply(reading, &rule, index);
            return;
        }
}

// "linked" with the verb itself, for what no rule names: a name acts on a name.
static void read_other(Reading *reading, size_t index)
{
    static const VerbRule rule = {"", DIRECT, NULL, "linked", PER | ORG, PER | ORG, false, NULL};
    static const char empty[] =
        "|be|have|do|say|tell|quote|write|include|call|name|accuse|ask|urge|know|see|become|call|like|add|note|";
    const Clause *clause = &reading->clauses[index];
    if (lemma_in(clause->lemma, empty) || clause->form == FORM_GERUND) return;
    apply(reading, &rule, index);
}

// "replaced X with Y": neither is the clause's subject.
static bool read_replacement(Reading *reading, size_t index)
{
    const Clause *clause = &reading->clauses[index];
    if (strcmp(clause->lemma, "replace") != 0 || clause->passive) return false;
    uint32_t with = word_after(reading, clause->last, clause_end(reading, index), "|with|");
    int32_t old[CONJUNCT_LIMIT], new[CONJUNCT_LIMIT];
    if (with == NO_TOKEN || !object_at(reading, clause->last, PER, old) || !object_at(reading, with + 1, PER, new))
        return false;
    int32_t actors[CONJUNCT_LIMIT];
    if (subjects_of(reading, clause, ACTOR, actors))
        relation_add(reading, "appointed", actors[0], new[0], clause->verb, clause);
    relation_add(reading, "succeeded", new[0], old[0], clause->verb, clause);
    return true;
}

// "X sold 70 percent of Y to Z": Z acquires Y.
static void read_sale(Reading *reading, size_t index)
{
    const Clause *clause = &reading->clauses[index];
    if (strcmp(clause->lemma, "sell") != 0 || clause->passive) return;
    uint32_t to = word_after(reading, clause->last, clause_end(reading, index), "|to|");
    int32_t sold[CONJUNCT_LIMIT], buyers[CONJUNCT_LIMIT];
    if (to == NO_TOKEN) return;
    size_t count = object_at(reading, clause->last, ORG, sold);
    if (!count && clause->antecedent != NO_TOKEN) // "the firm, which Poe sold in March to Acme"
        count = antecedent_of(reading, clause, ORG, sold);
    if (count && object_at(reading, to + 1, ACTOR, buyers))
        relation_add(reading, "acquired", buyers[0], sold[0], clause->verb, clause);
}

// "received X in Baku": the guest came there.
static void read_reception(Reading *reading, size_t index)
{
    const Clause *clause = &reading->clauses[index];
    if (!lemma_in(clause->lemma, "|receive|host|welcome|") || clause->passive) return;
    uint32_t end = clause_end(reading, index), in = word_after(reading, clause->last, end, "|in|at|");
    int32_t guests[CONJUNCT_LIMIT], places[CONJUNCT_LIMIT];
    size_t guest_count = object_at(reading, clause->last, PER, guests);
    if (in == NO_TOKEN || !object_at(reading, in + 1, PLA, places)) return;
    for (size_t i = 0; i < guest_count; i++)
        relation_add(reading, "visited", guests[i], places[0], clause->verb, clause);
}

// The place in capitals that opens the article: "TIRANA (AFP) -"; KB_NONE: none.
static int32_t dateline_place(const Document *document)
{
    enum { LINES = 6 };
    for (uint32_t i = 0; i < document->sentence_count && i < LINES; i++) {
        uint32_t first = document->sentences[i].first;
        int32_t mention = document_mention_at(document, first);
        if (mention < 0 || document->mentions[mention].type != KB_PLACE) continue;
        KbText name = document_tokens_text(document, first, document->mentions[mention].last);
        bool capitals = name.length > 2;
        for (size_t k = 0; k < name.length; k++)
            capitals = capitals && !(name.data[k] >= 'a' && name.data[k] <= 'z');
        if (capitals) return document->mentions[mention].chain;
    }
    return KB_NONE;
}

// "arrived here from Skopje": came to the town of the dateline.
static void read_arrival(Reading *reading, size_t index)
{
    const Document *document = reading->document;
    const Clause *clause = &reading->clauses[index];
    bool here = lemma_in(clause->lemma, "|arrive|come|fly|land|return|travel|go|drive|") &&
                token_is(document, clause->last, "here");
    bool in =
        strcmp(clause->lemma, "fly") == 0 && token_is(document, clause->last, "in") &&
        (token_in(document, clause->last + 1, "|from|for|to|,|.|") || clause->last + 1 == reading->sentence->last);
    here = here || in; // "had flown in for the evening"
    if (!here || clause->passive) return;
    for (uint32_t token = reading->sentence->first; token < clause->first; token++)
        if (token_in(document, token, "|\"|“|‘|”|")) return; // where the speaker is
    int32_t comers[CONJUNCT_LIMIT];
    size_t count = subjects_of(reading, clause, PER, comers);
    for (size_t i = 0; i < count; i++)
        relation_add(reading, "visited", comers[i], dateline_place(document), clause->verb, clause);
}

// "She left Oslo for Lima; she died there": the place named last before.
static void read_death_there(Reading *reading, size_t index)
{
    const Document *document = reading->document;
    const Clause *clause = &reading->clauses[index];
    bool there = strcmp(clause->lemma, "die") == 0 && token_is(document, clause->last, "there");
    int32_t dead[CONJUNCT_LIMIT];
    if (!there || !subjects_of(reading, clause, PER, dead)) return;
    for (uint32_t token = clause->first; token > reading->sentence->first; token--) {
        const Mention *name = mention_named(reading, token - 1);
        if (!name || name->type != KB_PLACE) continue;
        relation_add(reading, "died_in", dead[0], name->chain, clause->verb, clause);
        return;
    }
}

// "X alleged that Y had taken money": X accuses Y.
static void read_allegation(Reading *reading, size_t index)
{
    const Clause *clause = &reading->clauses[index];
    bool alleges = strcmp(clause->lemma, "allege") == 0 && !clause->passive;
    if (!alleges || index + 1 == reading->clause_count || !token_is(reading->document, clause->last, "that")) return;
    int32_t accusers[CONJUNCT_LIMIT], accused[CONJUNCT_LIMIT];
    static const VerbRule rule = {"|allege|", DIRECT, NULL, "accused", ACTOR, ACTOR, false, NULL};
    size_t accuser_count = subjects_of(reading, clause, ACTOR, accusers);
    size_t accused_count = subjects_of(reading, clause + 1, ACTOR, accused);
    add_pairs(reading, &rule, clause, accusers, accuser_count, accused, accused_count);
}

void read_verbs(Reading *reading)
{
    for (size_t index = 0; index < reading->clause_count; index++) {
        size_t before = reading->document->relation_count;
        bool known = false;
        if (read_replacement(reading, index)) continue;
        for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
            if (!lemma_in(reading->clauses[index].lemma, rules[i].lemmas)) continue;
            known = true;
            apply(reading, &rules[i], index);
        }
        read_signing(reading, index);
        read_light_verb(reading, index);
        read_allegation(reading, index);
        read_sale(reading, index);
        read_reception(reading, index);
        read_arrival(reading, index);
        read_death_there(reading, index);
        if (!known && reading->document->relation_count == before) read_other(reading, index);
    }
}

static bool may_say(const VerbRule *rule, const Clause *clause, const char *predicate)
{
    return rule->frame == DIRECT && strcmp(rule->predicate, predicate) == 0 && lemma_in(clause->lemma, rule->lemmas);
}

bool verbs_name_no_agent(const Reading *reading, const char *predicate)
{
    bool agentless = false;
    for (size_t index = 0; index < reading->clause_count; index++)
        for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
            const Clause *clause = &reading->clauses[index];
            if (!may_say(&rules[i], clause, predicate)) continue;
            if (!clause->passive || word_after(reading, clause->last, reading->sentence->last, "|by|") != NO_TOKEN)
                return false;
            agentless = true;
        }
    return agentless;
}
