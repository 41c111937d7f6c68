// Who preceded and succeeded: by links that say so, else by the order of those who held the post.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/holder.h"
#include "shell/seat.h"

static bool add_neighbour(Ask *ask, const Post *post, const char *holder, bool before)
{
    Tenures tenures = tenures_of(ask, post->roles, post->count);
    size_t at = 0;
    while (at < tenures.count && strcmp(tenures.items[at].holder.id.text, holder) != 0)
        at++;
    if (at == tenures.count) return false;
    bool coming = before && tenures.items[at].coming && !tenures.items[at].holds && !tenures.items[at].held;
    if (coming && (tenures.items[0].holds || tenures.items[0].held)) { // who holds or held it until he comes
        holder_add(ask, &tenures.items[0], tenures.items[0].best, 90);
        return true;
    }
    for (size_t step = 1; step <= tenures.count; step++) { // latest first
        size_t next = before ? at + step : at - step;
        if (next >= tenures.count) return false;
        const Tenure *tenure = &tenures.items[next];
        int order = tenure_compare(tenure, &tenures.items[at]);
        if (!(tenure->holds || tenure->held) || (before ? order >= 0 : order <= 0)) continue;
        holder_add(ask, tenure, tenure->best, 90);
        return true;
    }
    return false;
}

// Somebody began on the day, or in the month or year, in which the person gave the post up; both are dated.
static bool add_abutting(Ask *ask, const Post *post, const char *holder, bool before)
{
    for (size_t i = 0; i < post->count; i++) {
        const KbHeldRole *own = post->roles[i];
        const KbDate *edge = before ? own->start : own->end;
        bool dated = edge[0].year && edge[1].year && role_stands(own);
        if (!dated || strcmp(own->holder.id.text, holder) != 0) continue;
        for (size_t k = 0; k < post->count; k++) {
            const KbHeldRole *other = post->roles[k];
            const KbDate *their = before ? other->end : other->start;
            bool fits = role_stands(other) && strcmp(other->holder.id.text, holder) != 0 && their[0].year &&
                        kb_date_compare(their[0], edge[0]) == 0 && kb_date_compare(their[1], edge[1]) == 0;
            if (!fits) continue;
            ask_role_item(ask, other->holder.name, &other->holder, role_detail(ask, other), other);
            return true;
        }
    }
    return false;
}

static bool in_post(const Post *post, const char *holder)
{
    for (size_t i = 0; i < post->count; i++)
        if (strcmp(post->roles[i]->holder.id.text, holder) == 0) return true;
    return false;
}

typedef struct Succession {
    const KbEntity *person;
    const Post *post; // NULL: any
    const When *when;
    bool before, planned; // who came before; plans count
} Succession;

static const KbRef *succession_other(const Succession *asked, const KbLink *link)
{
    bool subject = strcmp(link->subject.id.text, asked->person->id.text) == 0;
    bool fits = link_stands(link) || (asked->planned && link->modality == KB_PLANNED && link->polarity == KB_POSITIVE);
    bool dated = link->date[0].year || link->date[1].year;
    const KbRef *other = asked->before ? &link->object : &link->subject;
    if ((int)link->predicate != kb_predicate_find(kb_text("succeeded")) || subject != asked->before || !fits)
        return NULL;
    if (asked->when->kind == WHEN_PERIOD && dated && !when_fits(asked->when, link->date[0], link->date[1])) return NULL;
    return asked->post && asked->post->count && !in_post(asked->post, other->id.text) ? NULL : other;
}

// Links "succeeded" of the person; of several for one post the one dated last.
static bool add_succession(Ask *ask, const Succession *asked)
{
    const KbEntity *person = asked->person;
    KbDate latest = {0};
    for (size_t i = 0; i < person->link_count; i++)
        if (succession_other(asked, &person->links[i]) && kb_date_compare(person->links[i].date[0], latest) > 0)
            latest = person->links[i].date[0];
    for (size_t i = 0; i < person->link_count; i++) {
        const KbLink *link = &person->links[i];
        const KbRef *other = succession_other(asked, link);
        bool known = false, earlier = asked->post && asked->post->count && kb_date_compare(link->date[0], latest) < 0;
        for (size_t k = 0; k < ask->answer->count && other; k++)
            known = known || strcmp(ask->answer->items[k].entity.text, other->id.text) == 0;
        if (!other || known || earlier) continue;
        KbText words[] = {kb_text(asked->before ? "succeeded by" : "succeeded"), person->name};
        KbText parts[] = {region_join(ask->region, words, 2, " "), dates_text(ask, link->date),
                          claim_shade(link->polarity, link->modality)};
        ask_link_item(ask, other->name, other, region_join(ask->region, parts, 3, ", "), link);
    }
    return ask->answer->count > 0;
}

// Of several, those who came for good, where the post asked for tells them from those who only acted.
static void drop_acting(Ask *ask, const Post *post)
{
    Answer *answer = ask->answer;
    size_t kept = 0;
    for (size_t i = 0; i < answer->count && answer->count > 1; i++) {
        bool acting = false, other = false;
        for (size_t k = 0; k < post->count; k++) {
            bool his = strcmp(post->roles[k]->holder.id.text, answer->items[i].entity.text) == 0;
            acting = acting || (his && post->roles[k]->status == KB_ACTING);
            other = other || (his && post->roles[k]->status != KB_ACTING);
        }
        if (!acting || other) answer->items[kept++] = answer->items[i];
    }
    if (kept) answer->count = kept;
}

// Of several, those who hold, held or are to hold a post with the head of the title asked for.
static void keep_headed(Ask *ask, KbText title)
{
    Answer *answer = ask->answer;
    KbText head = title_read(ask->region, title).head;
    size_t kept = 0;
    AnswerItem *items = region_alloc(ask->region, answer->count + 1, sizeof *items);
    for (size_t i = 0; i < answer->count && answer->count > 1 && head.length; i++) {
        const KbEntity *entity = ask_get(ask, kb_text(answer->items[i].entity.text));
        bool headed = false;
        for (size_t k = 0; entity && k < entity->role_count; k++)
            headed = headed || kb_text_equal(title_read(ask->region, entity->roles[k].title).head, head);
        if (headed) items[kept++] = answer->items[i];
    }
    if (kept) answer->items = items, answer->count = kept, answer->room = kept;
}

// "Who ran Enron before him?": the post is his own highest there.
static Post own_post(Ask *ask, const KbEntity *person, const Post *asked)
{
    const KbCandidate *found = NULL;
    const KbHeldRole *best = NULL;
    const KbEntity *at = asked->at_known ? ask_get(ask, kb_text(asked->at.id.text)) : NULL;
    bool named = !asked->at_known && ask_candidates(ask, ask->question->post, ORGANIZATIONS | PLACES, &found);
    if (named) at = ask_get(ask, kb_text(found[0].entity.id.text));
    unsigned best_rank = 0;
    for (size_t i = 0; at && i < person->role_count; i++) {
        const KbHeldRole *role = &person->roles[i];
        unsigned rank = title_rank(ask->region, role->title);
        if (!role_stands(role) || !rank || strcmp(role_at(role).id.text, at->id.text) != 0) continue;
        if (!best || rank < best_rank) best = role, best_rank = rank;
    }
    return best ? post_at(ask, at, best->title) : *asked;
}

void answer_neighbour(Ask *ask)
{
    When when;
    bool before = ask->question->form == QUESTION_HOLDER_BEFORE;
    const KbEntity *person = ask_entity(ask, ask->question->x, PERSONS);
    if (!person || !ask_period(ask, &when)) return;
    Post post = post_find(ask, ask->question->post);
    if (!post.count) post = own_post(ask, person, &post);
    if (!post.count) {
        holder_refuse(ask, &post, ask->question->post);
        return;
    }
    if (add_abutting(ask, &post, person->id.text, before)) return;
    if (add_succession(ask, &(Succession){person, &post, &when, before, false})) return;
    seat_keep(ask, &post, person);
    if (add_neighbour(ask, &post, person->id.text, before)) return;
    if (add_succession(ask, &(Succession){person, NULL, &when, before, false})) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles name nobody who held it %s %.*s", before ? "before" : "after", TEXT_ARGS(person->name));
}

// Without a link, the next in the post that he was last reported in; not where the articles do not say whose post it
// is.
static void successor_by_posts(Ask *ask, const KbEntity *person, bool before)
{
    const KbHeldRole *last = NULL;
    for (size_t i = 0; i < person->role_count && !ask->answer->count; i++) {
        const KbHeldRole *role = &person->roles[i];
        if (!role_stands(role) || role->status > KB_ACTING || !title_single(ask->region, role->title)) continue;
        if (last && title_match(ask->region, last->title, role->title, (KbText){"", 0}) == TITLES_DIFFER) continue;
        last = role;
        KbRef at = role_at(role);
        const KbEntity *where = at.id.text[0] ? ask_get(ask, kb_text(at.id.text)) : NULL;
        if (!where) continue;
        Post post = post_at(ask, where, role->title);
        add_neighbour(ask, &post, person->id.text, before);
    }
}

void answer_successor(Ask *ask)
{
    const Question *question = ask->question;
    When when;
    Post post = {.wish = WISH_HOLDER};
    bool before = question->form == QUESTION_PREDECESSOR;
    const KbEntity *person = ask_entity(ask, question->x, PERSONS);
    if (!person || !ask_period(ask, &when)) return;
    if (question->post.length) post = post_find(ask, question->post);
    if (question->y.length) {
        const KbEntity *at = ask_entity(ask, question->y, ORGANIZATIONS | PLACES);
        if (!at) return;
        post = post_at(ask, at, (KbText){"", 0});
    }
    if (add_succession(ask, &(Succession){person, &post, &when, before, false})) {
        drop_acting(ask, &post);
        keep_headed(ask, question->post);
        return;
    }
    seat_keep(ask, &post, person);
    if (post.count)
        add_neighbour(ask, &post, person->id.text, before);
    else if (!question->post.length)
        successor_by_posts(ask, person, before);
    if (!ask->answer->count) add_succession(ask, &(Succession){person, NULL, &when, before, true});
    keep_headed(ask, question->post);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles do not say who %s %.*s", before ? "came before" : "succeeded", TEXT_ARGS(person->name));
}
