// Posts that are over: their holder is dead or dismissed, or another has taken them over.
// SPDX-License-Identifier: MIT
#include "ingest/endings.h"

#include <string.h>

#include "ingest/clause.h"
#include "ingest/roles.h"

enum { HANDOVERS = 64, POSTS = 16 }; // successions of a document and posts of a person that are looked at

static bool is_held(const Role *role)
{
    return role->status == KB_CURRENT || role->status == KB_ACTING;
}

static bool end_post(Role *role)
{
    if (!is_held(role)) return false;
    role->status = KB_FORMER;
    return true;
}

// ---------------------------------------------------------------------------------------------- deaths

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
        uint32_t whose = i; // "Poe, who has died aged 79"
        if (i > 1 && token_is(d, i, "who")) whose = i - 1 - token_is(d, i - 1, ",");
        int32_t mention = subject && is_dep(&d->tokens[i], subject) ? document_mention_at(d, whose) : -1;
        if (mention < 0 || d->mentions[mention].chain < 0 || !is_fact(d, verb)) continue;
        dead[d->mentions[mention].chain] = true;
    }
}

// A plain fact of that predicate.
static bool is_told(const Relation *r, const char *predicate)
{
    return r->polarity == KB_POSITIVE && r->modality == KB_ASSERTED &&
           strcmp(kb_predicate(r->predicate)->name, predicate) == 0;
}

static void mark_related(const Document *d, bool *dead)
{
    for (size_t i = 0; i < d->relation_count; i++) {
        const Relation *r = &d->relations[i];
        if (is_told(r, "died_in") || is_told(r, "date_of_death")) dead[r->subject] = true;
    }
}

static bool end_posts_of_dead(Document *d)
{
    bool *dead = arena_alloc(d->arena, d->chain_count + 1, sizeof *dead), changed = false;
    mark_subjects(d, dead);
    mark_related(d, dead);
    for (size_t i = 0; i < d->role_count; i++)
        if (dead[d->roles[i].holder]) changed |= end_post(&d->roles[i]);
    return changed;
}

// ---------------------------------------------------------------------------------------------- handovers

// Does the chain hold the post that `role` is?
static bool holds_same(const Document *d, int32_t chain, const Role *role)
{
    for (size_t i = 0; i < d->role_count; i++) {
        const Role *other = &d->roles[i];
        if (other->holder == chain && is_held(other) && kb_text_equal(other->title, role->title) &&
            other->organization == role->organization && other->place == role->place && other->person == role->person)
            return true;
    }
    return false;
}

// Does the relation, a plain fact that moves its object, say that this post of the object's is over?
typedef bool Over(const Document *document, const Relation *relation, const Role *role);

// "Poe, the chief executive, resigned; the board named Roe": Roe succeeded Poe and holds the post.
static bool is_taken_over(const Document *d, const Relation *r, const Role *role)
{
    return holds_same(d, r->subject, role);
}

// "Poe, who directs the museum, was fired by it"
static bool is_taken_away(const Document *d, const Relation *r, const Role *role)
{
    (void)d;
    return role->sentence == r->sentence && (role->organization == r->subject || role->place == r->subject);
}

static bool end_posts_of_moved(Document *d, const char *predicate, Over *over)
{
    size_t seen = 0;
    bool changed = false;
    for (size_t i = 0; i < d->relation_count && seen < HANDOVERS; i++) {
        const Relation *r = &d->relations[i];
        if (!is_told(r, predicate) || r->object < 0) continue;
        seen++;
        for (size_t k = 0, posts = 0; k < d->role_count && posts < POSTS; k++) {
            Role *role = &d->roles[k];
            if (role->holder != r->object || !is_held(role)) continue;
            posts++;
            if (over(d, r, role)) changed |= end_post(role);
        }
    }
    return changed;
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

void endings_apply(Document *d)
{
    bool dead = end_posts_of_dead(d), handed_over = end_posts_of_moved(d, "succeeded", is_taken_over),
         dismissed = end_posts_of_moved(d, "dismissed", is_taken_away);
    if (dead || handed_over || dismissed) drop_repeats(d);
}
