// Persons whose death the text tells, by the verbs of dying and their subjects.
// SPDX-License-Identifier: MIT
#include "ingest/deaths.h"

#include <string.h>

#include "ingest/clause.h"
#include "ingest/roles.h"

static bool is_dep(const Token *token, const char *relation)
{
    return kb_text_equal(token->dep, kb_text(relation));
}

// "died", or "was killed": what the subject must be to the verb.
static const char *subject_of_death(const Document *d, uint32_t verb)
{
    if (token_in(d, verb, "|died|dies|")) return "nsubj";
    if (token_in(d, verb, "|killed|murdered|assassinated|slain|executed|")) return "nsubj:pass";
    return NULL;
}

// "did not die", "might be killed": not told as a fact.
static bool is_fact(const Document *d, uint32_t verb)
{
    const Sentence *s = &d->sentences[d->tokens[verb].sentence];
    for (uint32_t i = s->first; i < s->last; i++)
        if (d->tokens[i].head == verb && i != verb &&
            token_in(d, i, "|not|n't|never|would|could|might|may|will|should|if|unless|nearly|almost|"))
            return false;
    return true;
}

static void mark_subjects(const Document *d, bool *dead)
{
    for (uint32_t i = 0; i < d->token_count; i++) {
        uint32_t verb = d->tokens[i].head;
        if (verb >= d->token_count || verb == i) continue;
        const char *subject = subject_of_death(d, verb);
        int32_t mention = subject && is_dep(&d->tokens[i], subject) ? document_mention_at(d, i) : -1;
        if (mention < 0 || d->mentions[mention].chain < 0 || !is_fact(d, verb)) continue;
        dead[d->mentions[mention].chain] = true;
    }
}

static void mark_related(const Document *d, bool *dead)
{
    for (size_t i = 0; i < d->relation_count; i++) {
        const Relation *r = &d->relations[i];
        const char *predicate = kb_predicate(r->predicate)->name;
        bool fact = r->polarity == KB_POSITIVE && r->modality == KB_ASSERTED;
        if (!fact) continue;
        if (strcmp(predicate, "died_in") == 0 || strcmp(predicate, "date_of_death") == 0) dead[r->subject] = true;
    }
}

// Leaves out the posts that became another's equal. Looks back at most RECENT posts: linear in a long document.
static void drop_repeats(Document *d)
{
    enum { RECENT = 48 };
    size_t kept = 0;
    for (size_t i = 0; i < d->role_count; i++) {
        bool again = false;
        for (size_t k = kept > RECENT ? kept - RECENT : 0; k < kept && !again; k++)
            again = role_repeats(&d->roles[k], &d->roles[i]);
        if (!again) d->roles[kept++] = d->roles[i];
    }
    d->role_count = kept;
}

void deaths_apply(Document *d)
{
    bool *dead = arena_alloc(d->arena, d->chain_count + 1, sizeof *dead), changed = false;
    mark_subjects(d, dead);
    mark_related(d, dead);
    for (size_t i = 0; i < d->role_count; i++) {
        Role *role = &d->roles[i];
        bool held = role->status == KB_CURRENT || role->status == KB_ACTING;
        if (!held || !dead[role->holder]) continue;
        role->status = KB_FORMER;
        changed = true;
    }
    if (changed) drop_repeats(d);
}
