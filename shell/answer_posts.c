// Which posts someone held, for whom and under whom.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/post.h"
#include "shell/tenure.h"

// "Joint Chiefs of Staff, current, since 2015, reported 2017-02-15"
static KbText post_detail(Ask *ask, const KbHeldRole *role, KbDate first)
{
    KbDate reported[] = {first, role->last_reported};
    KbText dates = reported[1].year ? region_format(ask->region, "reported %.*s", TEXT_ARGS(dates_text(ask, reported)))
                                    : (KbText){"", 0};
    KbText said = role_detail(ask, role);
    KbText bounds = text_slice(said, role_label(ask, role).length, said.length); // ", former, until 2023"
    while (bounds.length && (bounds.data[0] == ',' || bounds.data[0] == ' '))
        bounds = text_slice(bounds, 1, bounds.length);
    bool plain = role->status == KB_CURRENT || role->status == KB_UNKNOWN;
    KbText parts[] = {role_at(role).name, plain ? kb_text(kb_role_status_name(role->status)) : (KbText){"", 0}, bounds,
                      dates};
    return region_join(ask->region, parts, 4, ", ");
}

typedef struct PostRow {
    const KbHeldRole *last; // the row that says how it stands now
    KbDate first;           // reported
} PostRow;

static size_t gather_posts(Ask *ask, const KbEntity *entity, const When *when, PostRow *posts)
{
    size_t count = 0;
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        int gap;
        Tenures tenures = tenures_of(ask, &role, 1);
        if (!role_stands(role) || tenures.count == 0) continue;
        if (when->kind == WHEN_PERIOD && !tenure_in(&tenures, &tenures.items[0], when->from, when->to, &gap)) continue;
        size_t at = 0;
        while (at < count && !post_same(ask, posts[at].last, role))
            at++;
        if (at == count) posts[count++] = (PostRow){role, role->first_reported};
        if (post_later(role, posts[at].last)) posts[at].last = role;
        if (role->first_reported.year && kb_date_compare(role->first_reported, posts[at].first) < 0)
            posts[at].first = role->first_reported;
    }
    return count;
}

static bool held_at(const KbHeldRole *role, const KbEntity *at)
{
    const char *id = at->id.text;
    return strcmp(role->organization.id.text, id) == 0 || strcmp(role->place.id.text, id) == 0 ||
           strcmp(role->person.id.text, id) == 0;
}

static bool wanted_post(const Question *question, const KbHeldRole *role)
{
    bool over = role->status == KB_FORMER, coming = role->status > KB_ACTING;
    if (strcmp(question->param, "former") == 0) return over;
    if (strcmp(question->param, "board") == 0)
        return memmem(role->title.data, role->title.length, "board", 5) ||
               memmem(role->title.data, role->title.length, "director", 8);
    if (strcmp(question->param, "all") == 0) return !coming || role->status == KB_DESIGNATE;
    return !over || question->tense == TENSE_PAST;
}

static void add_posts(Ask *ask, const KbEntity *entity, const PostRow *posts, size_t count, bool all)
{
    for (size_t i = 0; i < count; i++) {
        if (!all && !wanted_post(ask->question, posts[i].last)) continue;
        KbRef at = role_at(posts[i].last), *shown = at.id.text[0] ? &at : NULL;
        AnswerItem *item = ask_role_item(ask, posts[i].last->title, shown,
                                         post_detail(ask, posts[i].last, posts[i].first), posts[i].last);
        for (size_t k = 0; k < entity->role_count; k++) {
            const KbHeldRole *role = &entity->roles[k];
            if (role != posts[i].last && role_stands(role) && post_same(ask, role, posts[i].last))
                ask_support(ask, item, role->sources, role->source_count, 1000);
        }
    }
}

void answer_posts(Ask *ask)
{
    When when;
    const KbEntity *entity = ask_entity(ask, ask->question->x, PERSONS);
    if (!entity || !ask_period(ask, &when)) return;
    PostRow *posts = region_alloc(ask->region, entity->role_count + 1, sizeof *posts);
    size_t count = gather_posts(ask, entity, &when, posts), kept = 0;
    const KbEntity *at = ask->question->y.length ? ask_entity(ask, ask->question->y, ANY_TYPE) : NULL;
    if (ask->refused) return;
    for (size_t i = 0; i < count; i++)
        if (!at || held_at(posts[i].last, at)) posts[kept++] = posts[i];
    count = kept;
    add_posts(ask, entity, posts, count, when.kind == WHEN_PERIOD);
    bool lenient = strcmp(ask->question->param, "current") == 0 || strcmp(ask->question->param, "main") == 0;
    if (!ask->answer->count && count && lenient && when.kind == WHEN_UNSAID) {
        add_posts(ask, entity, posts, count, true);
        ask_note(ask, "no current post is reported");
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles report no %s post of %.*s%s",
             strcmp(ask->question->param, "former") == 0 ? "former" : "such", TEXT_ARGS(entity->name),
             when.kind == WHEN_PERIOD ? " for that time" : "");
}

// "before joining Enron": the post is anything there; of several of the name, one where he held any.
static const KbEntity *organization_named(Ask *ask, const KbEntity *person)
{
    const KbCandidate *found = NULL;
    size_t count = ask_candidates(ask, ask->question->post, ORGANIZATIONS | PLACES, &found);
    for (size_t i = 0; i < count; i++) {
        const KbEntity *at = ask_get(ask, kb_text(found[i].entity.id.text));
        for (size_t k = 0; at && k < person->role_count; k++)
            if (held_at(&person->roles[k], at)) return at;
    }
    return count ? ask_get(ask, kb_text(found[0].entity.id.text)) : NULL;
}

// Other employers without a title; a date, where there is one, lies before the pivot.
static void add_other_employers(Ask *ask, const KbEntity *person, const KbEntity *at, const KbHeldRole *pivot)
{
    int employed = kb_predicate_find(kb_text("employed_by"));
    KbDate begun = pivot && pivot->start[0].year ? pivot->start[0] : pivot ? pivot->first_reported : (KbDate){0};
    for (size_t i = 0; i < person->link_count; i++) {
        const KbLink *link = &person->links[i];
        bool his = link->predicate == employed && strcmp(link->subject.id.text, person->id.text) == 0;
        bool later = link->date[0].year && begun.year && kb_date_compare(link->date[0], begun) >= 0;
        if (his && !later && link_stands(link) && strcmp(link->object.id.text, at->id.text) != 0)
            ask_link_item(ask, link->object.name, &link->object, kb_text("employer"), link);
    }
}

void answer_before(Ask *ask)
{
    bool before = ask->question->form == QUESTION_BEFORE;
    const KbEntity *entity = ask_entity(ask, ask->question->x, PERSONS);
    if (!entity) return;
    const KbHeldRole *pivot = NULL;
    Post post = post_find(ask, ask->question->post);
    const KbEntity *at = title_known(ask->region, ask->question->post) ? NULL : organization_named(ask, entity);
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        bool asked = post_holds(&post, role) || (at && held_at(role, at)) ||
                     title_match(ask->region, ask->question->post, role->title, role_at(role).name) != TITLES_DIFFER;
        if (role_stands(role) && asked && (!pivot || (role->start[0].year && !pivot->start[0].year))) pivot = role;
    }
    When any = {WHEN_UNSAID};
    PostRow *posts = region_alloc(ask->region, entity->role_count + 1, sizeof *posts);
    size_t count = pivot ? gather_posts(ask, entity, &any, posts) : 0, kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool same = post_same(ask, posts[i].last, pivot) || (at && held_at(posts[i].last, at));
        if (!same && (before ? post_before(posts[i].last, pivot) : post_before(pivot, posts[i].last)))
            posts[kept++] = posts[i];
    }
    add_posts(ask, entity, posts, kept, true);
    if (!ask->answer->count && at && before) add_other_employers(ask, entity, at, pivot);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, pivot ? "the articles report no post of %.*s %s that" : "%.*s is not reported in that post%s",
             TEXT_ARGS(entity->name), pivot ? before ? "before" : "after" : "");
}

static bool has_item(Ask *ask, const char *id)
{
    for (size_t i = 0; i < ask->answer->count; i++)
        if (strcmp(ask->answer->items[i].entity.text, id) == 0) return true;
    return false;
}

static bool works_now(const KbHeldRole *role)
{
    return role->status != KB_FORMER && !(role->end[0].year && role->end[1].year);
}

static bool works_now_at(const KbEntity *entity, const char *id)
{
    for (size_t i = 0; i < entity->role_count; i++)
        if (works_now(&entity->roles[i]) && strcmp(role_at(&entity->roles[i]).id.text, id) == 0) return true;
    return false;
}

// `now`: only the present ones; the question's "former": only those of the past.
static void add_employers(Ask *ask, const KbEntity *entity, const When *when, bool now)
{
    bool former = strcmp(ask->question->param, "former") == 0;
    int gap, employed = kb_predicate_find(kb_text("employed_by"));
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        KbRef at = role_at(role);
        Tenures tenures = tenures_of(ask, &role, 1);
        if (!at.id.text[0] || !tenures.count || role->status > KB_ACTING || has_item(ask, at.id.text)) continue;
        if ((now && !works_now(role)) || (former && works_now_at(entity, at.id.text))) continue;
        if (when->kind == WHEN_PERIOD && !tenure_in(&tenures, &tenures.items[0], when->from, when->to, &gap)) continue;
        ask_role_item(ask, at.name, &at, role_detail(ask, role), role);
    }
    for (size_t i = 0; i < entity->link_count; i++) {
        const KbLink *link = &entity->links[i];
        bool mine =
            link->predicate == employed && strcmp(link->subject.id.text, entity->id.text) == 0 && link_stands(link);
        bool then = when->kind != WHEN_PERIOD || !link->date[0].year || when_fits(when, link->date[0], link->date[1]);
        if (mine && then && !has_item(ask, link->object.id.text) &&
            !(former && works_now_at(entity, link->object.id.text)))
            ask_link_item(ask, link->object.name, &link->object, kb_text("employer"), link);
    }
}

// "Where does she work now?": what was reported last.
static void keep_latest(Answer *answer)
{
    KbDate latest = {0};
    size_t kept = 0;
    for (size_t i = 0; i < answer->count; i++)
        if (kb_date_compare(answer->items[i].as_of, latest) > 0) latest = answer->items[i].as_of;
    for (size_t i = 0; i < answer->count; i++)
        if (kb_date_compare(answer->items[i].as_of, latest) == 0) answer->items[kept++] = answer->items[i];
    answer->count = kept;
}

void answer_employer(Ask *ask)
{
    When when;
    const KbEntity *entity = ask_entity(ask, ask->question->x, PERSONS);
    if (!entity || !ask_period(ask, &when)) return;
    bool now = when.kind == WHEN_NOW || (when.kind == WHEN_UNSAID && ask->question->tense == TENSE_PRESENT);
    add_employers(ask, entity, &when, now);
    if (now) keep_latest(ask->answer);
    if (!ask->answer->count && now) add_employers(ask, entity, &when, false);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles name no %semployer of %.*s", *ask->question->param ? "former " : "",
             TEXT_ARGS(entity->name));
}

void answer_boss(Ask *ask)
{
    const KbEntity *entity = ask_entity(ask, ask->question->x, PERSONS);
    if (entity && entity->type != KB_PERSON) { // the boss of an organization
        answer_head(ask);
        return;
    }
    for (size_t i = 0; entity && i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        if (role->person.id.text[0] && role_stands(role))
            ask_role_item(ask, role->person.name, &role->person, role_detail(ask, role), role);
    }
    if (!entity || ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles name nobody whom %.*s serves", TEXT_ARGS(entity->name));
}
