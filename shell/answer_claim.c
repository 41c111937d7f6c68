// Whether someone holds or held a post, since when and until when.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "shell/demonym.h"
#include "shell/post.h"
#include "shell/tenure.h"

// ---------------------------------------------------------------------------------------------- yes or no

static const Tenure *tenure_of(const Tenures *tenures, const KbEntity *entity)
{
    for (size_t i = 0; i < tenures->count; i++)
        if (strcmp(tenures->items[i].holder.id.text, entity->id.text) == 0) return &tenures->items[i];
    return NULL;
}

static void yes_no_role(Ask *ask, bool yes, const KbHeldRole *role)
{
    KbText parts[] = {role->holder.name, role_detail(ask, role)};
    ask_yes_no(ask, yes, region_join(ask->region, parts, 2, ": "));
    ask_support(ask, &ask->answer->items[0], role->sources, role->source_count, role->confidence);
}

// His own rows for the post, also those that do not stand.
static const KbHeldRole *own_row(Ask *ask, const Post *post, const KbEntity *entity, bool stands)
{
    const KbHeldRole *best = NULL;
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        bool asked = post_holds(post, role) || (!post->at_known && title_match(ask->region, post->title, role->title,
                                                                               role_at(role).name) != TITLES_DIFFER);
        bool coming = post->wish >= WISH_NEXT;
        if (!asked || role_stands(role) != stands || (stands && (role->status > KB_ACTING) != coming)) continue;
        if (!best || (post_holds(post, role) && !post_holds(post, best)) || post_later(role, best)) best = role;
    }
    return best;
}

static bool denied(const KbHeldRole *role)
{
    return role && (role->polarity == KB_NEGATIVE || role->modality == KB_DENIED);
}

static void no_role(Ask *ask, const Post *post, const KbEntity *entity)
{
    const KbHeldRole *other = own_row(ask, post, entity, false);
    if (denied(other) && other->polarity == KB_NEGATIVE) {
        yes_no_role(ask, false, other);
        return;
    }
    ask_status(ask, ANSWER_NO_ANSWER);
    if (other) {
        KbText detail = role_detail(ask, other);
        ask_note(ask, "only reported as %.*s", TEXT_ARGS(detail));
    } else {
        ask_note(ask, "the articles do not say so");
    }
}

typedef struct Claim {
    const KbEntity *entity;
    Post post;
    Tenures tenures;
    const KbHeldRole *own;
    const Tenure *tenure;
} Claim;

// False when the answer already says why not.
static bool read_claim(Ask *ask, Claim *claim)
{
    claim->entity = ask_entity(ask, ask->question->x, PERSONS);
    if (!claim->entity) return false;
    claim->post = post_find(ask, ask->question->post);
    if (ask->refused) return false;
    if (!claim->post.at_known && claim->post.unknown.length) {
        ask_refuse_unknown(ask, claim->post.unknown);
        return false;
    }
    claim->own = own_row(ask, &claim->post, claim->entity, true);
    if (!claim->post.count && !claim->own && !title_known(ask->region, claim->post.title)) {
        ask_refuse_unknown(ask, ask->question->post);
        return false;
    }
    claim->tenures = tenures_of(ask, claim->post.roles, claim->post.count);
    claim->tenure = tenure_of(&claim->tenures, claim->entity);
    return true;
}

// Another holder of the only seat, reported later: then he no longer holds it.
static const KbHeldRole *later_holder(const Claim *claim)
{
    if (!claim->tenures.single || !claim->post.at_known) return NULL;
    for (size_t i = 0; i < claim->tenures.count; i++) {
        const Tenure *other = &claim->tenures.items[i];
        if (other == claim->tenure || !tenure_is_current(&claim->tenures, other)) continue;
        if (!claim->tenure || kb_date_compare(other->last_current, claim->tenure->last_current) > 0) return other->best;
    }
    return NULL;
}

static void claim_now(Ask *ask, const Claim *claim)
{
    const KbHeldRole *other = later_holder(claim), *own = claim->own;
    if (claim->tenure && tenure_is_current(&claim->tenures, claim->tenure))
        yes_no_role(ask, true, own && own->status != KB_FORMER ? own : claim->tenure->best);
    else if (own && own->status == KB_FORMER)
        yes_no_role(ask, false, own);
    else if (other && (own || claim->tenure))
        yes_no_role(ask, false, other);
    else if (own)
        yes_no_role(ask, true, own);
    else if (other && ask->question->still)
        yes_no_role(ask, false, other);
    else
        no_role(ask, &claim->post, claim->entity);
}

static void claim_then(Ask *ask, const Claim *claim, const When *when)
{
    int gap;
    unsigned level = claim->tenure ? tenure_in(&claim->tenures, claim->tenure, when->from, when->to, &gap) : 0;
    if (level) {
        yes_no_role(ask, true, claim->tenure->best);
        return;
    }
    for (size_t i = 0; i < claim->tenures.count && claim->tenures.single; i++) {
        const Tenure *other = &claim->tenures.items[i];
        if (other == claim->tenure || tenure_in(&claim->tenures, other, when->from, when->to, &gap) != 3) continue;
        yes_no_role(ask, false, other->best);
        return;
    }
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles do not say so for that time");
}

// "Is Huawei Chinese?"
static bool answer_nationality(Ask *ask)
{
    const char *place = demonym_place(text_lower(ask->region, ask->question->post));
    if (!place) return false;
    Question *question = region_alloc(ask->region, 1, sizeof *question);
    *question = *ask->question;
    question->y = kb_text(place);
    question->post = (KbText){"", 0};
    question->relations = "citizen_of> born_in> located_in> headquartered_in> part_of>";
    ask->question = question;
    answer_yes_no(ask);
    return true;
}

void answer_is(Ask *ask)
{
    if (answer_nationality(ask)) return;
    Claim claim;
    When when;
    if (!ask_period(ask, &when) || !read_claim(ask, &claim)) return;
    bool coming = claim.post.wish >= WISH_NEXT; // "a candidate for"
    if (when.kind == WHEN_PERIOD)
        claim_then(ask, &claim, &when);
    else if (coming && claim.own)
        yes_no_role(ask, true, claim.own);
    else if (coming)
        no_role(ask, &claim.post, claim.entity);
    else
        claim_now(ask, &claim);
    bool turned = strcmp(ask->question->param, "no longer") == 0;
    for (size_t i = 0; i < ask->answer->count && turned; i++)
        ask->answer->items[i].text = kb_text(text_is(ask->answer->items[i].text, "yes") ? "no" : "yes");
}

void answer_was(Ask *ask)
{
    Claim claim;
    When when;
    if (!ask_period(ask, &when) || !read_claim(ask, &claim)) return;
    if (when.kind == WHEN_PERIOD)
        claim_then(ask, &claim, &when);
    else if (claim.own)
        yes_no_role(ask, true, claim.own);
    else
        no_role(ask, &claim.post, claim.entity);
}

// ---------------------------------------------------------------------------------------------- dates of a post

// The rows of x that the question means: of the post, at the organization, or the main one.
static bool row_asked(Ask *ask, const KbHeldRole *role, const Post *post, const KbEntity *at)
{
    if (!role_stands(role) || role->status > KB_DESIGNATE) return false;
    if (at)
        return strcmp(role_at(role).id.text, at->id.text) == 0 || strcmp(role->organization.id.text, at->id.text) == 0;
    if (!ask->question->post.length) return title_rank(ask->region, role->title) > 0;
    return post_holds(post, role) ||
           title_match(ask->region, post->title, role->title, role_at(role).name) != TITLES_DIFFER;
}

static void add_date(Ask *ask, const KbHeldRole *role, const KbDate dates[2], const char *what)
{
    KbText text = dates_text(ask, dates), parts[] = {kb_text(what), role_label(ask, role)};
    for (size_t i = 0; i < ask->answer->count; i++)
        if (kb_text_equal(ask->answer->items[i].text, text)) return;
    ask_role_item(ask, text, NULL, region_join(ask->region, parts, 2, ": "), role);
}

// Appointments and dismissals carry dates too.
static void add_link_dates(Ask *ask, const KbEntity *entity, bool start)
{
    static const char *const STARTS[] = {"appointed", "nominated"}, *const ENDS[] = {"dismissed", "succeeded"};
    for (size_t i = 0; i < entity->link_count && !ask->answer->count; i++) {
        const KbLink *link = &entity->links[i];
        const char *name = kb_predicate(link->predicate)->name;
        bool mine = strcmp(link->object.id.text, entity->id.text) == 0 && link_stands(link) &&
                    (link->date[0].year || link->date[1].year);
        for (size_t k = 0; k < 2 && mine; k++)
            if (strcmp(name, start ? STARTS[k] : ENDS[k]) == 0)
                ask_link_item(ask, dates_text(ask, link->date), NULL, kb_text(kb_predicate(link->predicate)->wording),
                              link);
    }
}

static void note_reports(Ask *ask, const KbHeldRole *row)
{
    KbText first = date_text(ask, row->first_reported), last = date_text(ask, row->last_reported),
           label = role_label(ask, row);
    if (first.length)
        ask_note(ask, "%s as %.*s %.*s to %.*s", row->status == KB_FORMER ? "reported as former" : "reported",
                 TEXT_ARGS(label), TEXT_ARGS(first), TEXT_ARGS(last));
}

// Dates of starts (BECAME) or ends (LEFT).
void answer_became(Ask *ask)
{
    bool start = ask->question->form == QUESTION_BECAME;
    const KbEntity *entity = ask_entity(ask, ask->question->x, PERSONS), *at = NULL;
    if (!entity) return;
    Post post = {.title = ask->question->post};
    bool titled = title_known(ask->region, ask->question->post);
    if (ask->question->post.length && titled) post = post_find(ask, ask->question->post);
    if (ask->question->post.length && !titled) at = ask_entity(ask, ask->question->post, ORGANIZATIONS | PLACES);
    if (ask->refused) return;
    const KbHeldRole *seen = NULL;
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        if (!row_asked(ask, role, &post, at)) continue;
        const KbDate *dates = start ? role->start : role->end;
        if (start ? dates[0].year : dates[1].year && dates[0].year) add_date(ask, role, dates, start ? "start" : "end");
        seen = role;
    }
    if (!ask->answer->count && !ask->question->post.length) add_link_dates(ask, entity, start);
    if (!ask->answer->count && seen && !at) add_link_dates(ask, entity, start);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles do not say when");
    if (seen) note_reports(ask, seen);
}

void answer_tenure(Ask *ask)
{
    const KbEntity *entity = ask_entity(ask, ask->question->x, PERSONS);
    if (!entity) return;
    Post post = {.title = ask->question->post};
    if (ask->question->post.length) post = post_find(ask, ask->question->post);
    if (ask->refused) return;
    KbDate start[2] = {{0}}, end[2] = {{0}};
    const KbHeldRole *seen = NULL;
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        if (!row_asked(ask, role, &post, NULL) || (seen && !post_same(ask, seen, role))) continue;
        if (role->start[0].year && !start[0].year) memcpy(start, role->start, sizeof start);
        if (role->end[0].year && role->end[1].year && !end[0].year) memcpy(end, role->end, sizeof end);
        if (!seen || role->start[0].year || role->end[0].year) seen = role;
    }
    if (start[0].year || end[0].year) {
        KbText from = dates_text(ask, start), to = dates_text(ask, end);
        const char *format = from.length && to.length ? "from %.*s until %.*s"
                             : from.length            ? "since %.*s%.*s"
                                                      : "%.*suntil %.*s";
        char text[160];
        snprintf(text, sizeof text, format, TEXT_ARGS(from), TEXT_ARGS(to));
        ask_role_item(ask, kb_text(text), NULL, role_detail(ask, seen), seen);
        return;
    }
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles do not say from when to when");
    if (seen) note_reports(ask, seen);
}
