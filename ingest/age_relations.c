// Ages: "Ann Poe, 54,", "she is 54", "the 54-year-old lawyer", "died aged 54".
// SPDX-License-Identifier: MIT
#include <string.h>

#include "ingest/relations.h"

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

static void add_age(Reading *reading, int32_t holder, uint32_t age)
{
    const Document *document = reading->document;
    if (chain_is(document, holder, PER))
        relation_add_value(reading, "age", holder, document_tokens_text(document, age, age + 1), age);
}

// Whom the words that end right before `token` stand for, past "himself".
static int32_t referent_before(const Reading *reading, uint32_t token)
{
    if (token > reading->sentence->first && token_in(reading->document, token - 1, "|himself|herself|")) token--;
    return token > reading->sentence->first ? referent_at(reading->document, token - 1) : KB_NONE;
}

static bool ends_age(const Reading *reading, uint32_t token)
{
    const Document *document = reading->document;
    if (token_in(document, token, "|years|")) return token_in(document, token + 1, "|old|");
    if (token_in(document, token, "|now|") && token + 1 < reading->sentence->last) token++;
    return token >= reading->sentence->last || token_in(document, token, "|,|)|.|;|and|");
}

// "Ann Poe, 54, ...", "Ann Poe (54)", "Ann Poe, aged 54", "Ann Poe, now 54 and retired"
static void read_bracketed(Reading *reading, uint32_t age)
{
    const Document *document = reading->document;
    uint32_t open = age - 1;
    while (open > reading->sentence->first && token_in(document, open, "|now|still|only|just|then|"))
        open--;
    bool aged = token_in(document, open, "|aged|age|") && open > reading->sentence->first;
    if (aged) open--;
    if (!token_in(document, open, "|,|(|") || (!aged && !ends_age(reading, age + 1))) return;
    add_age(reading, referent_before(reading, open), age);
}

// "She is 54.", "Ann Poe, who turned 54 in May", "He was about 54 years old"
static void read_said(Reading *reading, uint32_t age)
{
    const Document *document = reading->document;
    uint32_t verb = age - 1;
    if (token_in(document, verb, "|about|now|only|just|still|")) verb--;
    if (verb <= reading->sentence->first || !token_in(document, verb, "|is|was|turned|turns|'s|")) return;
    bool turned = token_in(document, verb, "|turned|") && token_in(document, age + 1, "|in|on|last|this|");
    if (!turned && !ends_age(reading, age + 1)) return;
    uint32_t before = verb;
    if (token_in(document, before - 1, "|who|") && before > reading->sentence->first + 1) before--;
    bool named = mention_named(reading, before - 1 - token_is(document, before - 1, ",")) != NULL;
    if (token_is(document, before - 1, ",") && !named) { // "Ann Poe, the novelist's niece, is 80"
        uint32_t comma = before - 2;
        while (comma > reading->sentence->first && before - comma < 8 && !token_in(document, comma, "|,|who|which|.|"))
            comma--;
        const Mention *name = token_is(document, comma, ",") ? mention_named(reading, comma - 1) : NULL;
        if (name && name->type == KB_PERSON && name->last == comma) {
            add_age(reading, name->chain, age);
            return;
        }
    }
    if ((before < verb || named) && token_in(document, before - 1, "|,|")) before--; // "Her daughter, Ann, is 6"
    add_age(reading, referent_before(reading, before), age);
}

// "the 54-year-old Ann Poe", "the 54-year-old lawyer"
static void read_year_old(Reading *reading, uint32_t age)
{
    const Document *document = reading->document;
    uint32_t old = age + 2;
    while (old < age + 5 && !token_in(document, old, "|old|"))
        old++;
    if (!token_in(document, age + 1, "|-|–|") || !token_in(document, age + 2, "|year|years|") || old == age + 5) return;
    uint32_t end = noun_phrase_end(document, old, reading->sentence->last);
    add_age(reading, referent_at(document, end > old ? end - 1 : old), age);
}

// "Ann Poe, a nurse of 54"
static void read_after_noun(Reading *reading, uint32_t age)
{
    const Document *document = reading->document;
    if (age < reading->sentence->first + 4 || !token_is(document, age - 1, "of")) return;
    uint32_t noun = age - 2, start = noun_phrase_start(document, noun, reading->sentence->first);
    bool person = document->tokens[noun].pos == POS_NOUN && token_in(document, start, "|a|an|");
    if (person && ends_age(reading, age + 1)) add_age(reading, referent_at(document, noun), age);
}

// "died on Saturday, aged 72", "has died at the age of 72", "died in Oslo, at 72": of the clause's subject.
static void read_at_death(Reading *reading, const Clause *clause, uint32_t end)
{
    const Document *document = reading->document;
    for (uint32_t age = clause->last + 1; age < end; age++) {
        bool aged = token_is(document, age - 1, "aged");
        bool age_of = token_is(document, age - 1, "of") && token_is(document, age - 2, "age");
        bool at = token_is(document, age - 1, "at") && ends_age(reading, age + 1);
        if (age_in(document, age) && (aged || age_of || at))
            add_age(reading, referent_at(document, clause->subject), age);
    }
}

void read_ages(Reading *reading)
{
    for (uint32_t token = reading->sentence->first + 1; token < reading->sentence->last; token++) {
        if (!age_in(reading->document, token)) continue;
        read_bracketed(reading, token);
        read_said(reading, token);
        read_year_old(reading, token);
        read_after_noun(reading, token);
    }
    if (age_in(reading->document, reading->sentence->first)) read_year_old(reading, reading->sentence->first);
    for (size_t i = 0; i < reading->clause_count; i++) {
        const Clause *clause = &reading->clauses[i];
        if (strcmp(clause->lemma, "die") != 0 || clause->subject == NO_TOKEN) continue;
        bool last = i + 1 == reading->clause_count;
        read_at_death(reading, clause, last ? reading->sentence->last : reading->clauses[i + 1].first);
    }
}
