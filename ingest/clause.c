// Clauses by shallow rules: verb groups with voice, polarity and modality, their subjects, and noun phrases.
// SPDX-License-Identifier: MIT
#include "ingest/clause.h"

#include <string.h>

#include "ingest/arguments.h"

// ---------------------------------------------------------------------------------------------- words

bool token_in(const Document *document, uint32_t token, const char *words)
{
    return token < document->token_count && word_among(document->tokens[token].lower, words);
}

bool dep_in(const Document *document, uint32_t token, const char *relations)
{
    return word_among(document->tokens[token].dep, relations);
}

static Upos pos_of(const Document *document, uint32_t token)
{
    return token < document->token_count ? (Upos)document->tokens[token].pos : POS_NONE;
}

// ---------------------------------------------------------------------------------------------- noun phrases

static bool is_possessive_mark(const Document *document, uint32_t token)
{
    return token_in(document, token, "|'s|'|") && pos_of(document, token) == POS_PART;
}

// A participle before its noun: "newly elected president", "retired general".
static bool is_premodifying_verb(const Document *document, uint32_t token)
{
    if (pos_of(document, token) != POS_VERB) return false;
    Upos next = pos_of(document, token + 1), before = token ? pos_of(document, token - 1) : POS_NONE;
    KbText lower = document->tokens[token].lower;
    bool participle = lower.length > 3 && (memcmp(lower.data + lower.length - 2, "ed", 2) == 0 ||
                                           memcmp(lower.data + lower.length - 3, "ing", 3) == 0);
    return participle && (next == POS_NOUN || next == POS_PROPN || next == POS_ADJ) &&
           (before == POS_DET || before == POS_ADJ || before == POS_ADV || before == POS_PART || before == POS_NUM);
}

static bool inside_noun_phrase(const Document *document, uint32_t token)
{
    switch (pos_of(document, token)) {
    case POS_DET:
    case POS_ADJ:
    case POS_NUM:
    case POS_NOUN:
    case POS_PROPN:
    case POS_SYM: return true;
    case POS_PRON: return token_in(document, token, "|his|her|its|their|our|my|your|whose|");
    case POS_PART: return is_possessive_mark(document, token);
    case POS_PUNCT: return token_in(document, token, "|-|");
    case POS_ADP:
        return token_in(document, token + 1, "|-|") && token && token_in(document, token - 1, "|-|"); // in-law
    case POS_VERB: return is_premodifying_verb(document, token);
    case POS_ADV: return pos_of(document, token + 1) == POS_ADJ || pos_of(document, token + 1) == POS_NUM;
    default: return false;
    }
}

// The last time expression that begins at or before `token`; NULL: none.
static const TimeSpan *time_near(const Document *document, uint32_t token)
{
    size_t low = 0, high = document->time_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (document->times[middle].first <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &document->times[low - 1] : NULL;
}

// First token of a time expression that ends with `token` ("who this month succeeded"), else `token` + 1.
static uint32_t time_before(const Document *document, uint32_t token)
{
    const TimeSpan *time = time_near(document, token);
    return time && time->last == token + 1 ? time->first : token + 1;
}

bool token_is_weekday(const Document *document, uint32_t token)
{
    return token_in(document, token, "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|");
}

// An article without a date has no time expressions; its weekdays are still no names.
static bool begins_time(const Document *document, uint32_t token)
{
    const TimeSpan *time = time_near(document, token);
    return (time && time->first == token) || token_is_weekday(document, token);
}

uint32_t noun_phrase_end(const Document *document, uint32_t token, uint32_t limit)
{
    if (pos_of(document, token) == POS_PRON)
        return token + 1 <= limit && !inside_noun_phrase(document, token) ? token + 1
               : inside_noun_phrase(document, token + 1)                  ? noun_phrase_end(document, token + 1, limit)
                                                                          : token + 1;
    uint32_t end = token;
    while (end < limit) {
        int32_t mention = document_mention_at(document, end);
        if (mention >= 0 && document->mentions[mention].kind == KB_NAME) {
            end = document->mentions[mention].last;
            continue;
        }
        if (!inside_noun_phrase(document, end)) break;
        if (end > token && (pos_of(document, end) == POS_DET || begins_time(document, end))) break; // a second phrase
        end++;
    }
    return end < limit ? end : limit;
}

uint32_t noun_phrase_start(const Document *document, uint32_t token, uint32_t limit)
{
    uint32_t start = token;
    for (;;) {
        int32_t mention = document_mention_at(document, start);
        if (mention >= 0 && document->mentions[mention].first >= limit) start = document->mentions[mention].first;
        if (start <= limit) return limit;
        if (pos_of(document, start) == POS_DET) return start;
        int32_t before = document_mention_at(document, start - 1);
        bool name = before >= 0 && document->mentions[before].kind == KB_NAME;
        if (!name && !inside_noun_phrase(document, start - 1)) return start;
        start--;
    }
}

// ---------------------------------------------------------------------------------------------- verb groups

typedef struct Modal {
    const char *words;
    uint8_t modality;
} Modal;

static const Modal modals[] = {
    {"|will|shall|'ll|wo|", KB_PLANNED},
    {"|may|might|could|would|should|'d|can|ca|must|", KB_HYPOTHETICAL},
};

bool lemma_in(const char *lemma, const char *lemmas)
{
    return word_among(kb_text(lemma), lemmas);
}

// Verbs whose infinitive or gerund takes their subject (or object), and what they make of it.
typedef struct Governor {
    const char *lemmas;
    uint8_t modality, polarity;
    bool of_object; // "asked X to resign": X resigns
} Governor;

static const Governor governors[] = {
    {"|expect|schedule|plan|intend|hope|agree|promise|vow|want|prepare|propose|decide|pledge|aim|slate|set|",
     KB_PLANNED, KB_POSITIVE, false},
    {"|refuse|decline|fail|avoid|", KB_ASSERTED, KB_NEGATIVE, false},
    {"|deny|", KB_DENIED, KB_POSITIVE, false},
    {"|accuse|suspect|allege|", KB_ALLEGED, KB_POSITIVE, true},
    {"|try|attempt|seek|threaten|consider|offer|", KB_HYPOTHETICAL, KB_POSITIVE, false},
    {"|name|appoint|choose|pick|tap|elect|select|nominate|hire|designate|", KB_PLANNED, KB_POSITIVE, true},
    {"|ask|urge|tell|order|invite|press|persuade|call|", KB_HYPOTHETICAL, KB_POSITIVE, true},
};

// "is said to own": hearsay, where nobody is named as its source.
static const Governor hearsay = {"|say|believe|report|rumor|rumour|think|", KB_ALLEGED, KB_POSITIVE, false};

// What somebody goes somewhere to do and the news tells as done: "came to study", "left to teach".
static const char settled[] = "|study|train|teach|work|marry|live|join|attend|lecture|";

static bool is_verb(const Document *document, uint32_t token)
{
    if (document_mention_at(document, token) >= 0) return false;
    bool state = token_in(document, token, "|married|born|based|headquartered|located|divorced|") && token &&
                 pos_of(document, token - 1) == POS_AUX; // often tagged as adjectives
    return state || (pos_of(document, token) == POS_VERB && !is_premodifying_verb(document, token));
}

static bool belongs_to_group(const Document *document, uint32_t token)
{
    Upos pos = pos_of(document, token);
    if (document_mention_at(document, token) >= 0) return false;
    return pos == POS_AUX || pos == POS_ADV || (pos == POS_PART && !is_possessive_mark(document, token));
}

// "due to visit", "about to resign"
static bool is_prospect(const Document *document, uint32_t token)
{
    return token_in(document, token, "|due|set|likely|about|supposed|ready|") && token_is(document, token + 1, "to");
}

static void read_auxiliaries(const Document *document, Clause *clause)
{
    bool be = false, have = false;
    for (uint32_t token = clause->first; token < clause->verb; token++) {
        for (size_t i = 0; i < sizeof modals / sizeof *modals; i++)
            if (token_in(document, token, modals[i].words)) clause->modality = modals[i].modality;
        if (token_in(document, token, "|would|'d|")) clause->would = true;
        if (token_in(document, token, "|not|n't|never|no|nor|")) clause->polarity = KB_NEGATIVE;
        if (token_in(document, token, "|reportedly|allegedly|purportedly|")) clause->modality = KB_ALLEGED;
        if (token_in(document, token, "|to|")) clause->infinitive = true;
        if (is_prospect(document, token)) clause->modality = KB_PLANNED;
        if (token_in(document, token, "|be|is|are|was|were|been|being|'s|'re|'m|")) be = true;
        if (token_in(document, token, "|have|has|had|'ve|having|")) have = true;
        if (be && token_in(document, token, "|to|")) clause->modality = KB_PLANNED, be = false; // "is to meet"
    }
    if (clause->first > 1 && token_is(document, clause->first - 1, "longer") &&
        token_is(document, clause->first - 2, "no"))
        clause->polarity = KB_NEGATIVE; // "who no longer works for X"
    bool participle = clause->form == FORM_PAST || clause->form == FORM_PARTICIPLE || strcmp(clause->lemma, "set") == 0;
    clause->passive = be && participle;
    if (clause->passive && have && strcmp(clause->lemma, "be") == 0) clause->passive = false;
}

// Neither the tree nor the next word gives the verb an object.
static bool takes_no_object(const Document *document, const Clause *clause)
{
    Upos next = pos_of(document, clause->last);
    bool closed = next == POS_ADP || next == POS_ADV || next == POS_PUNCT || begins_time(document, clause->last);
    return closed && argument_of(document, clause->verb, "|obj|") == NO_HEAD;
}

// "Founded in 1990, the bank ...", "the bank founded in 1990": the tree hangs the participle on what it is said of.
static bool describes(const Document *document, const Clause *clause)
{
    bool opens = clause->first == document->sentences[document->tokens[clause->verb].sentence].first;
    if (!argument_is(document, clause->verb, opens ? "|advcl|acl|" : "|acl|")) return false;
    if (!opens && token_in(document, clause->first - 1, "|who|which|that|")) return false;
    return takes_no_object(document, clause);
}

// A past form without auxiliary is a participle right before "by", and between a name's comma and a preposition
// ("Ann Poe, accused of fraud,"); some verbs have no passive.
static void read_bare_participle(const Document *document, Clause *clause)
{
    static const char intransitive[] =
        "|die|come|go|speak|talk|arrive|live|meet|resign|retire|move|return|travel|fly|work|"
        "serve|study|graduate|happen|begin|vote|step|rise|fall|agree|belong|stand|sit|";
    if (clause->first != clause->verb || lemma_in(clause->lemma, intransitive)) return;
    if (clause->form == FORM_PARTICIPLE) clause->passive = true;
    if (clause->form != FORM_PAST) return;
    if (describes(document, clause)) clause->passive = true;
    if (!clause->first) return;
    bool by = token_is(document, clause->last, "by");
    bool no_object = token_in(document, clause->last, "|in|on|at|of|to|for|from|with|as|last|");
    bool after_name =
        token_is(document, clause->first - 1, ",") && clause->first > 1 &&
        (document_mention_at(document, clause->first - 2) >= 0 || pos_of(document, clause->first - 2) == POS_NUM);
    if (by || (after_name && no_object)) clause->passive = true;
}

static bool read_group(const Document *document, const Sentence *sentence, uint32_t verb, Clause *clause)
{
    *clause = (Clause){.first = verb, .verb = verb, .last = verb + 1, .subject = NO_TOKEN, .governor = -1};
    clause->antecedent = NO_TOKEN;
    if (!verb_lemma(document->tokens[verb].lower, clause->lemma, &clause->form)) return false;
    while (clause->first > sentence->first &&
           (belongs_to_group(document, clause->first - 1) || is_prospect(document, clause->first - 1)))
        clause->first--;
    // A leading adverb belongs to what stands before ("met recently. Then X ...") unless an auxiliary precedes it.
    while (clause->first < verb && pos_of(document, clause->first) == POS_ADV &&
           !token_in(document, clause->first, "|never|not|allegedly|reportedly|"))
        clause->first++;
    read_auxiliaries(document, clause);
    read_bare_participle(document, clause);
    return true;
}

// ---------------------------------------------------------------------------------------------- subjects

// Before a noun phrase in a prepositional phrase stands its head: "the owner of X", "leaders in X".
static uint32_t phrase_head(const Document *document, uint32_t token, uint32_t limit)
{
    for (unsigned steps = 0; steps < 8; steps++) {
        uint32_t start = noun_phrase_start(document, token, limit);
        if (start <= limit) return token;
        if (pos_of(document, start - 1) != POS_ADP) return token;
        if (start - 1 == limit) return token; // the sentence begins with this phrase
        if (!inside_noun_phrase(document, start - 2) && document_mention_at(document, start - 2) < 0) return token;
        token = start - 2;
    }
    return token;
}

static bool opens_parenthesis(const Document *document, uint32_t token)
{
    Upos pos = pos_of(document, token);
    return pos == POS_DET || pos == POS_ADJ || pos == POS_NUM || pos == POS_ADP || pos == POS_NOUN || pos == POS_VERB ||
           pos == POS_ADV || pos == POS_PROPN || token_in(document, token, "|who|whose|which|his|her|its|") ||
           document_mention_at(document, token) >= 0;
}

// The comma before a parenthesis that ends right before `close`; NO_TOKEN: none.
static uint32_t parenthesis_open(const Document *document, uint32_t close, uint32_t limit)
{
    for (uint32_t token = close; token-- > limit + 1;) {
        if (!token_in(document, token, "|,|")) continue;
        uint32_t head = token - 1;
        bool noun = document_mention_at(document, head) >= 0 || pos_of(document, head) == POS_NOUN ||
                    pos_of(document, head) == POS_PRON || pos_of(document, head) == POS_PROPN;
        bool earlier = token > limit + 2 && document_mention_at(document, head) < 0;
        if (noun && opens_parenthesis(document, token + 1) && !earlier) return token;
    }
    return NO_TOKEN;
}

static const Clause *governor_of(const Clause *clauses, size_t count, uint32_t before)
{
    return count && clauses[count - 1].last <= before ? &clauses[count - 1] : NULL;
}

static const Governor *governor_kind(const Clause *governor)
{
    if (governor->passive && lemma_in(governor->lemma, hearsay.lemmas)) return &hearsay;
    for (size_t i = 0; i < sizeof governors / sizeof *governors; i++)
        if (lemma_in(governor->lemma, governors[i].lemmas)) return &governors[i];
    return NULL;
}

// "plans to meet", "asked X to resign", "denied meeting": subject and modality come from the governing verb.
static void take_from_governor(const Document *document, const Clause *clauses, size_t count, Clause *clause)
{
    const Clause *governor = governor_of(clauses, count, clause->first);
    if (!governor) return;
    clause->governor = (int32_t)count - 1;
    clause->subject = governor->subject;
    const Governor *kind = governor_kind(governor);
    bool adjacent = governor->last == clause->first;
    if (kind && kind->of_object && !governor->passive && !adjacent) {
        uint32_t end = noun_phrase_end(document, governor->last, clause->first);
        clause->subject = end > governor->last ? end - 1 : NO_TOKEN;
    }
    if (kind && kind->modality != KB_ASSERTED) clause->modality = kind->modality;
    if (kind && kind->polarity == KB_NEGATIVE) clause->polarity = KB_NEGATIVE;
    if (clause->modality == KB_ASSERTED) clause->modality = governor->modality;
    bool purpose = !kind && clause->infinitive && !lemma_in(clause->lemma, settled); // "flew to Oslo to meet X"
    if (purpose && clause->modality == KB_ASSERTED) clause->modality = KB_PLANNED;
    if (governor->polarity == KB_NEGATIVE && kind && kind->modality == KB_PLANNED) clause->polarity = KB_NEGATIVE;
}

// "She is a lawyer and lives in Oslo": the subject of the copula before, which is no clause of ours.
static uint32_t copula_subject(const Document *document, uint32_t token, uint32_t limit)
{
    while (token > limit && pos_of(document, token) != POS_AUX)
        token--;
    while (token > limit && (pos_of(document, token) == POS_AUX || pos_of(document, token) == POS_ADV))
        token--;
    return pos_of(document, token + 1) == POS_AUX ? phrase_head(document, token, limit) : NO_TOKEN;
}

static void find_subject(const Document *document, const Sentence *sentence, const Clause *clauses, size_t count,
                         Clause *clause)
{
    uint32_t limit = sentence->first, at = clause->first;
    if (at == limit) return;
    at--;
    while (at > limit && document_mention_at(document, at) < 0) {
        uint32_t time = time_before(document, at);
        if (time <= at && time > limit)
            at = time - 1;
        else if (pos_of(document, at) == POS_ADV)
            at--;
        else
            break;
    }
    bool gerund = (clause->form == FORM_GERUND && clause->first == clause->verb) ||
                  token_in(document, clause->first, "|having|being|");
    bool plain_infinitive = clause->infinitive && clause->modality != KB_PLANNED;
    if (plain_infinitive || gerund) {
        take_from_governor(document, clauses, count, clause);
        return;
    }
    if (token_in(document, at, "|who|which|that|")) {
        clause->relative = true;
        if (at > limit && token_in(document, at - 1, "|,|") && at - 1 > limit) at--;
        while (at > limit + 2 && pos_of(document, at - 1) == POS_NUM && token_is(document, at - 2, ","))
            at -= 2;                              // "Ann Poe, 38, who"
        if (at > limit) clause->subject = at - 1; // the nearest noun phrase, whatever it hangs on
        return;
    }
    if (pos_of(document, at) == POS_CCONJ) { // "met X and praised Y"
        const Clause *before = governor_of(clauses, count, clause->first);
        clause->subject = before ? before->subject : copula_subject(document, at, limit);
        if (before && before->infinitive && clause->form == FORM_BASE) clause->modality = before->modality;
        return;
    }
    if (token_in(document, at, "|)|")) {
        while (at > limit && !token_in(document, at, "|(|"))
            at--;
        if (at > limit) at--;
    }
    if (token_in(document, at, "|,|")) {
        uint32_t open = parenthesis_open(document, at, limit);
        if (clause->passive && clause->first == clause->verb) open = at; // ", accused of ...," says it of what precedes
        if (open == NO_TOKEN) return;
        bool whose = token_is(document, open + 1, "whose") && (!count || clauses[count - 1].verb < open);
        uint32_t outer = phrase_head(document, open - 1, limit);
        bool named = document_mention_at(document, outer) < 0 && document_mention_at(document, at - 1) >= 0 &&
                     noun_phrase_end(document, open + 1, at) == at;
        at =
            whose || named ? at - 1 : open - 1; // ", whose company, Acme, owns", "the bank, Acme, owns": the one inside
    }
    clause->subject = phrase_head(document, at, limit);
}

// "Ann Poe, whose brother, Tom Ferrier, drowned in Oslo, died": the name before what is said of it in passing.
static uint32_t named_subject(const Document *document, const Clause *clause)
{
    uint32_t subject = argument_of(document, clause->verb, "|nsubj|nsubj:pass|");
    if (subject == NO_HEAD || clause->relative || clause->governor >= 0) return NO_TOKEN;
    if (clause->subject == NO_TOKEN || subject >= clause->subject) return NO_TOKEN;
    int32_t mention = document_mention_at(document, subject), other = document_mention_at(document, clause->subject);
    uint32_t start = other >= 0 ? document->mentions[other].first : clause->subject;
    if (dep_in(document, start, "|conj|") || dep_in(document, clause->subject, "|conj|")) return NO_TOKEN; // A and B
    return mention >= 0 && document->mentions[mention].kind == KB_NAME ? subject : NO_TOKEN;
}

// What the words around the verb do not show, the tree may.
static void complete_from_tree(const Document *document, Clause *clause)
{
    clause->antecedent = argument_antecedent(document, clause->verb);
    if (clause->subject == NO_TOKEN) clause->subject = argument_subject(document, clause->verb);
    uint32_t named = named_subject(document, clause);
    if (named != NO_TOKEN) clause->subject = named;
}

static bool conditional(const Document *document, const Sentence *sentence, const Clause *clause)
{
    for (uint32_t token = clause->first; token-- > sentence->first && clause->first - token < 12;) {
        if (token_in(document, token, "|if|unless|whether|")) return true;
        if (token_in(document, token, "|,|;|that|") || pos_of(document, token) == POS_VERB) return false;
    }
    return false;
}

// "when the two meet in Athens": the present after such a word is still to come, where the sentence looks ahead.
static bool is_ahead(const Document *document, const Sentence *sentence, const Clause *clause)
{
    static const char openers[] = "|when|before|until|once|after|";
    bool present = (clause->form == FORM_BASE || clause->form == FORM_THIRD) && clause->first == clause->verb;
    if (!present || clause->infinitive) return false;
    bool opened = false;
    for (uint32_t token = clause->first; token-- > sentence->first && clause->first - token < 6 && !opened;) {
        opened = token_in(document, token, openers);
        if (!opened && (token_in(document, token, "|,|;|that|who|which|and|") || pos_of(document, token) == POS_VERB))
            return false;
    }
    for (uint32_t token = sentence->first; opened && token < clause->first; token++)
        if (token_in(document, token, "|will|would|shall|'ll|'d|to|")) return true;
    return false;
}

// "If they are still out on Monday, we shall sue": what a condition that opens the sentence governs.
static bool follows_condition(const Document *document, const Sentence *sentence, const Clause *clause)
{
    uint32_t first = sentence->first;
    while (first < clause->first && token_in(document, first, "|\"|“|‘|'|and|but|"))
        first++;
    if (clause->modality != KB_PLANNED || clause->infinitive || !token_in(document, first, "|if|unless|")) return false;
    bool verb = false;
    for (uint32_t token = first; token < clause->first; token++) {
        verb = verb || pos_of(document, token) == POS_AUX || pos_of(document, token) == POS_VERB;
        if (verb && token_is(document, token, ",")) return true;
    }
    return false;
}

size_t clauses_find(const Document *document, uint32_t sentence_index, Clause out[CLAUSE_LIMIT])
{
    const Sentence *sentence = &document->sentences[sentence_index];
    size_t count = 0;
    for (uint32_t token = sentence->first; token < sentence->last && count < CLAUSE_LIMIT; token++) {
        Clause clause;
        if (!is_verb(document, token) || !read_group(document, sentence, token, &clause)) continue;
        find_subject(document, sentence, out, count, &clause);
        complete_from_tree(document, &clause);
        if (conditional(document, sentence, &clause)) clause.modality = KB_HYPOTHETICAL;
        if (follows_condition(document, sentence, &clause)) clause.modality = KB_HYPOTHETICAL;
        if (clause.modality == KB_ASSERTED && is_ahead(document, sentence, &clause)) clause.modality = KB_PLANNED;
        out[count++] = clause;
    }
    return count;
}

// "Ann Poe in Oslo", a line of its own.
static bool is_signed_line(const Document *document, uint32_t first, uint32_t last)
{
    int32_t name = document_mention_at(document, first);
    uint32_t at = name < 0 ? first : document->mentions[name].last;
    int32_t place = token_in(document, at, "|in|at|") ? document_mention_at(document, at + 1) : KB_NONE;
    return name >= 0 && place >= 0 && document->mentions[name].type == KB_PERSON &&
           document->mentions[place].type == KB_PLACE && document->mentions[place].last == last &&
           last < document->token_count && document->tokens[last].space >= SPACE_NEWLINE;
}

bool sentence_is_byline(const Document *document, uint32_t sentence)
{
    enum { LONGEST = 14, LINES = 4 };
    uint32_t first = document->sentences[sentence].first, last = document->sentences[sentence].last;
    if (last - first > LONGEST) return false;
    int32_t name = token_in(document, first, "|by|from|") ? document_mention_at(document, first + 1) : KB_NONE;
    bool from = token_is(document, first, "from") && sentence >= LINES;
    if (name >= 0 && document->mentions[name].type == KB_PERSON && !from) return true;
    return sentence < LINES && is_signed_line(document, first, last);
}

// "The Leith Herald, 3 April 2008", a line of its own.
static bool is_dated_line(const Document *document, uint32_t sentence, uint32_t name_end)
{
    enum { LINES = 4, LONGEST = 6 };
    uint32_t last = document->sentences[sentence].last;
    bool dated = sentence < LINES && token_is(document, name_end, ",") && last - name_end <= LONGEST &&
                 last < document->token_count && document->tokens[last].space >= SPACE_NEWLINE;
    for (uint32_t token = name_end + 1; token < last && dated; token++)
        if (document->tokens[token].pos == POS_NUM) return true;
    return false;
}

bool names_outlet(const Document *document, const Mention *name)
{
    enum { AGENCY_REACH = 60 };
    if (name->kind != KB_NAME || name->type != KB_ORGANIZATION) return false;
    uint32_t sentence = document->tokens[name->first].sentence;
    bool bracketed = name->first && name->first < AGENCY_REACH && token_is(document, name->first - 1, "(") &&
                     token_is(document, name->last, ")") && token_in(document, name->last + 1, "|-|--|–|—|");
    return bracketed || sentence_is_byline(document, sentence) || is_dated_line(document, sentence, name->last);
}
