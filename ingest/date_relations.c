// Dates of birth, death and founding: "born on 3 May 1950", "Founded in 2001, the bank", "died on Sunday".
// SPDX-License-Identifier: MIT

#include "ingest/relations.h"

typedef struct DateRule {
    const char *lemmas, *predicate;
    unsigned types;
    bool of_object; // said of what the verb acts on: the subject of the passive, the object of the active
} DateRule;

static const DateRule rules[] = {
    {"|bear|", "date_of_birth", PER, true},
    {"|die|", "date_of_death", PER, false},
    {"|kill|murder|assassinate|execute|", "date_of_death", PER, true},
    {"|found|establish|create|", "date_founded", ORG, true},
};

// "X founded the firm in 2001", "the firm, which X founded in 2001"
static int32_t object_of(const Reading *reading, const Clause *clause, uint32_t end)
{
    uint32_t last = noun_phrase_end(reading->document, clause->last, end);
    if (last > clause->last) return referent_at(reading->document, last - 1);
    return clause->antecedent == NO_TOKEN ? KB_NONE : referent_at(reading->document, clause->antecedent);
}

static const TimeSpan *one_time(const Reading *reading, size_t index, uint32_t from, uint32_t to)
{
    if (index >= reading->document->time_count) return NULL;
    const TimeSpan *time = &reading->document->times[index];
    bool inside = time->first >= from && time->first < to && time->from.year;
    return inside && kb_date_compare(time->from, time->to) == 0 ? time : NULL;
}

// The first date after the verb, else the last before it ("In 1980 he died").
static const TimeSpan *date_near(const Reading *reading, const Clause *clause, uint32_t end)
{
    const Document *document = reading->document;
    const TimeSpan *before = NULL;
    for (size_t i = reading->first_time; i < document->time_count && document->times[i].first < end; i++) {
        const TimeSpan *after = one_time(reading, i, clause->last, end);
        if (after) return after;
        const TimeSpan *earlier = one_time(reading, i, reading->sentence->first, clause->first);
        if (earlier) before = earlier;
    }
    bool opens = before && before->first <= reading->sentence->first + 1;
    return opens ? before : NULL;
}

static void apply(Reading *reading, const DateRule *rule, const Clause *clause, uint32_t end)
{
    const Document *document = reading->document;
    bool object = rule->of_object && !clause->passive;
    bool known = clause->subject != NO_TOKEN && clause->subject >= reading->sentence->first;
    int32_t holder = object  ? object_of(reading, clause, end)
                     : known ? referent_at(document, clause->subject)
                             : KB_NONE;
    const TimeSpan *time = chain_is(document, holder, rule->types) ? date_near(reading, clause, end) : NULL;
    char date[KB_DATE_SIZE];
    if (time)
        relation_add_value(reading, rule->predicate, holder, kb_text(kb_date_format(time->from, date)), clause->verb);
}

// "Poe, who was born in Oslo, had been in charge since 2016": one past what the relative clause says.
static uint32_t relative_end(const Reading *reading, const Clause *clause, uint32_t end)
{
    const Document *document = reading->document;
    for (uint32_t token = clause->last; clause->relative && token + 1 < end; token++) {
        Upos next = (Upos)document->tokens[token + 1].pos;
        if (token_is(document, token, ",") && (next == POS_AUX || next == POS_VERB || next == POS_ADV)) return token;
    }
    return end;
}

void read_dates(Reading *reading)
{
    for (size_t i = 0; i < reading->clause_count; i++) {
        const Clause *clause = &reading->clauses[i];
        bool last = i + 1 == reading->clause_count;
        uint32_t end = last ? reading->sentence->last : reading->clauses[i + 1].first;
        end = relative_end(reading, clause, end);
        if (clause->polarity == KB_NEGATIVE || clause->modality != KB_ASSERTED) continue;
        for (size_t rule = 0; rule < sizeof rules / sizeof *rules; rule++)
            if (lemma_in(clause->lemma, rules[rule].lemmas)) apply(reading, &rules[rule], clause, end);
    }
}
