// Who someone is, what other names there are, which posts were held, and whether and when.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "kb/name.h"
#include "shell/post.h"
#include "shell/tenure.h"

enum { MAIN_POSTS = 3 };

// ---------------------------------------------------------------------------------------------- identity

// A post said in several rows is one by its title and where it is held; some rows do not say where.
static bool same_post(Ask *ask, const KbHeldRole *a, const KbHeldRole *b)
{
    KbRef left = role_at(a), right = role_at(b);
    bool same_at = strcmp(left.id.text, right.id.text) == 0 || !left.id.text[0] || !right.id.text[0];
    return same_at && (kb_text_equal(a->title, b->title) ||
                       title_match(ask->region, a->title, b->title, (KbText){"", 0}) == TITLES_SAME);
}

static bool listed(Ask *ask, const KbHeldRole **rows, size_t count, const KbHeldRole *role)
{
    for (size_t i = 0; i < count; i++)
        if (same_post(ask, rows[i], role)) return true;
    return false;
}

// The posts to introduce someone with: current ones, else the coming, else former ones; latest first.
static size_t main_posts(Ask *ask, const KbEntity *entity, const KbHeldRole *rows[MAIN_POSTS])
{
    static const struct {
        KbRoleStatus low, high;
    } ORDER[] = {{KB_CURRENT, KB_CURRENT}, {KB_ACTING, KB_ACTING},   {KB_DESIGNATE, KB_NOMINEE},
                 {KB_FORMER, KB_FORMER},   {KB_UNKNOWN, KB_UNKNOWN}, {KB_CANDIDATE, KB_CANDIDATE}};
    size_t count = 0;
    for (size_t o = 0; o < sizeof ORDER / sizeof *ORDER && (count == 0 || o < 2); o++)
        for (size_t i = 0; i < entity->role_count && count < MAIN_POSTS; i++) {
            const KbHeldRole *role = &entity->roles[i];
            bool fits = role->status >= ORDER[o].low && role->status <= ORDER[o].high;
            bool left = false;
            for (size_t k = 0; k < entity->role_count && role->status != KB_FORMER; k++) {
                const KbHeldRole *other = &entity->roles[k];
                left = left || (other->status == KB_FORMER && role_stands(other) && same_post(ask, role, other) &&
                                kb_date_compare(other->last_reported, role->last_reported) > 0);
            }
            if (fits && !left && role_stands(role) && !listed(ask, rows, count, role)) rows[count++] = role;
        }
    return count;
}

static KbText intro(Ask *ask, const KbHeldRole *role)
{
    KbText label = role_label(ask, role);
    if (role->status == KB_CURRENT || role->status == KB_UNKNOWN) return label;
    return region_format(ask->region, "%s %.*s", kb_role_status_name(role->status), TEXT_ARGS(label));
}

// What an organization or place without posts of its own is known for.
static KbText link_intro(Ask *ask, const KbEntity *entity, const KbLink **said)
{
    static const char *const TELLING[] = {"located_in", "headquartered_in", "part_of",  "subsidiary_of",
                                          "citizen_of", "employed_by",      "member_of"};
    for (size_t t = 0; t < sizeof TELLING / sizeof *TELLING; t++)
        for (size_t i = 0; i < entity->link_count; i++) {
            const KbLink *link = &entity->links[i];
            const KbPredicate *predicate = kb_predicate(link->predicate);
            if (strcmp(predicate->name, TELLING[t]) != 0 || !link_stands(link) ||
                strcmp(link->subject.id.text, entity->id.text) != 0)
                continue;
            *said = link;
            return region_format(ask->region, "%s %.*s", predicate->wording, TEXT_ARGS(link->object.name));
        }
    return (KbText){"", 0};
}

static void add_identity(Ask *ask, const KbEntity *entity)
{
    const KbHeldRole *rows[MAIN_POSTS];
    size_t count = main_posts(ask, entity, rows);
    KbText parts[MAIN_POSTS] = {{NULL, 0}};
    for (size_t i = 0; i < count; i++)
        parts[i] = intro(ask, rows[i]);
    KbRef self = ask_ref(entity);
    const KbLink *link = NULL;
    KbText detail = count ? region_join(ask->region, parts, count, "; ") : link_intro(ask, entity, &link);
    AnswerItem *item = ask_item(ask, entity->name, &self, detail);
    for (size_t i = 0; i < count; i++)
        ask_support(ask, item, rows[i]->sources, rows[i]->source_count, rows[i]->confidence);
    if (link) ask_support(ask, item, link->sources, link->source_count, link->confidence);
    if (!count && !link) {
        item->as_of = entity->last_seen;
        ask_note(ask, "mentioned %llu times in %llu articles; no post is reported",
                 (unsigned long long)entity->mention_count, (unsigned long long)entity->document_count);
    }
}

void answer_identity(Ask *ask)
{
    ask->answer->kind = "identity";
    const KbEntity *entity = ask_entity(ask, ask->question->x, ask->question->about_person ? PERSONS : ANY_TYPE);
    bool then =
        ask->question->when.kind == WHEN_PERIOD && entity && entity->type == KB_PERSON; // "what was she in 2015?"
    if (then && !ask->question->about_person)
        answer_posts(ask), ask->answer->kind = "posts";
    else if (entity)
        add_identity(ask, entity);
}

static bool same_folded(KbText a, KbText b)
{
    char left[KB_NAME_KEY_SIZE], right[KB_NAME_KEY_SIZE];
    size_t lefts = kb_name_fold(a, left), rights = kb_name_fold(b, right);
    return kb_text_equal((KbText){left, lefts}, (KbText){right, rights});
}

// The whole phrase is what some entity is called: "Speaker" is no title in the name of a band.
static bool is_plain_name(Ask *ask, KbText said)
{
    const KbCandidate *found = NULL;
    size_t count = ask_candidates(ask, said, ANY_TYPE, &found);
    for (size_t i = 0; i < count && i < 4; i++) {
        const KbEntity *entity = ask_get(ask, kb_text(found[i].entity.id.text));
        if (!entity) continue;
        if (same_folded(entity->name, said)) return true;
        for (size_t k = 0; k < entity->alias_count; k++)
            if (same_folded(entity->aliases[k].name, said)) return true;
    }
    return false;
}

// "who is <x>": a post where its head is a title ("the US defense secretary"), else a name; the other one where that
// fails.
void answer_who(Ask *ask)
{
    KbText said = ask->question->x;
    TitleWish wish = WISH_HOLDER;
    bool titled = title_known(ask->region, title_strip(said, &wish)) && !is_plain_name(ask, said);
    if (titled || wish != WISH_HOLDER) {
        ask->answer->kind = "holder";
        answer_holder(ask);
        if (ask->answer->status != ANSWER_UNKNOWN_ENTITY) return;
        Answer refusal = *ask->answer;
        bool refused = ask->refused;
        ask->answer->count = 0, ask->answer->status = ANSWER_OK, ask->answer->note = (KbText){"", 0},
        ask->refused = false;
        answer_identity(ask);
        if (ask->answer->status == ANSWER_UNKNOWN_ENTITY) *ask->answer = refusal, ask->refused = refused;
        return;
    }
    answer_identity(ask);
    if (ask->answer->status != ANSWER_UNKNOWN_ENTITY) return;
    Answer refusal = *ask->answer;
    ask->answer->count = 0, ask->answer->status = ANSWER_OK, ask->answer->note = (KbText){"", 0}, ask->refused = false;
    ask->answer->kind = "holder";
    answer_holder(ask);
    if (ask->answer->status != ANSWER_OK) *ask->answer = refusal, ask->refused = true;
}

// A line that is nothing but a name or a post.
void answer_name(Ask *ask)
{
    bool plain = is_plain_name(ask, ask->question->x) || title_known(ask->region, ask->question->x);
    if (plain) answer_who(ask);
    if (plain && ask->answer->status != ANSWER_UNKNOWN_ENTITY) return;
    ask->answer->kind = "unknown";
    ask->answer->note = (KbText){"", 0};
    ask_status(ask, ANSWER_NOT_UNDERSTOOD);
}

// ---------------------------------------------------------------------------------------------- names

void answer_aliases(Ask *ask)
{
    const KbEntity *entity = ask_entity(ask, ask->question->x, ANY_TYPE);
    if (!entity) return;
    for (size_t i = 0; i < entity->alias_count; i++) {
        KbText detail = region_format(ask->region, "%llu mentions", (unsigned long long)entity->aliases[i].mentions);
        KbRef self = ask_ref(entity);
        AnswerItem *item = ask_item(ask, entity->aliases[i].name, &self, detail);
        item->as_of = entity->last_seen;
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles use one name only: %.*s", TEXT_ARGS(entity->name));
}

void answer_same(Ask *ask)
{
    const KbCandidate *left = NULL, *right = NULL;
    size_t lefts = ask_candidates(ask, ask->question->x, ANY_TYPE, &left);
    size_t rights = ask_candidates(ask, ask->question->y, ANY_TYPE, &right);
    if (!lefts || !rights) {
        ask_refuse_unknown(ask, lefts ? ask->question->y : ask->question->x);
        return;
    }
    for (size_t i = 0; i < lefts && left[i].score + 100 >= left[0].score; i++)
        for (size_t k = 0; k < rights && right[k].score + 100 >= right[0].score; k++) {
            if (strcmp(left[i].entity.id.text, right[k].entity.id.text) != 0) continue;
            ask_yes_no(ask, true, region_format(ask->region, "both are names of %.*s", TEXT_ARGS(left[i].entity.name)));
            ask->answer->items[0].entity = left[i].entity.id, ask->answer->items[0].type = left[i].entity.type;
            return;
        }
    KbText said[] = {left[0].entity.name, left[0].detail, right[0].entity.name, right[0].detail};
    ask_yes_no(ask, false,
               region_format(ask->region, "%.*s (%.*s) and %.*s (%.*s)", TEXT_ARGS(said[0]), TEXT_ARGS(said[1]),
                             TEXT_ARGS(said[2]), TEXT_ARGS(said[3])));
}

static void list_candidates(Ask *ask, const KbCandidate *found, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        AnswerItem *item = ask_item(ask, found[i].entity.name, &found[i].entity, found[i].detail);
        item->confidence = found[i].score;
        const KbEntity *entity = ask_get(ask, kb_text(found[i].entity.id.text));
        if (entity) item->as_of = entity->last_seen;
    }
}

static KbText singular_name(KbText name)
{
    return text_ends(name, "s") && name.length > 3 ? text_slice(name, 0, name.length - 1) : name;
}

void answer_named(Ask *ask)
{
    const KbCandidate *found = NULL;
    size_t count = ask_candidates(ask, ask->question->x, ANY_TYPE, &found), close = 0;
    if (!count) count = ask_candidates(ask, singular_name(ask->question->x), ANY_TYPE, &found);
    if (!count) {
        ask_refuse_unknown(ask, ask->question->x);
        return;
    }
    while (close < count && found[close].score + 150 >= found[0].score)
        close++;
    list_candidates(ask, found, close);
    ask_note(ask, "%zu of that name", close);
}

void answer_like(Ask *ask)
{
    const KbCandidate *found = NULL;
    size_t count = 0;
    KbError error = {0};
    if (kb_suggest(ask->reader, ask->question->x, &found, &count, &error) == KB_OK && count) {
        list_candidates(ask, found, count);
        return;
    }
    ask_refuse_unknown(ask, ask->question->x);
}

static bool deals_with(const KbEntity *entity, const KbEntity *other)
{
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        const char *ids[] = {role->organization.id.text, role->place.id.text, role->person.id.text};
        for (size_t k = 0; k < 3; k++)
            if (strcmp(ids[k], other->id.text) == 0) return true;
    }
    for (size_t i = 0; i < entity->link_count; i++)
        if (strcmp(entity->links[i].subject.id.text, other->id.text) == 0 ||
            strcmp(entity->links[i].object.id.text, other->id.text) == 0)
            return true;
    return false;
}

// "Which John Smith worked at the Treasury?"
void answer_which(Ask *ask)
{
    const KbCandidate *found = NULL;
    size_t count = ask_candidates(ask, ask->question->x, ANY_TYPE, &found);
    if (!count) {
        ask_refuse_unknown(ask, ask->question->x);
        return;
    }
    const KbEntity *other = ask_entity(ask, ask->question->y, ORGANIZATIONS | PLACES);
    for (size_t i = 0; other && i < count; i++) {
        const KbEntity *entity = ask_get(ask, kb_text(found[i].entity.id.text));
        if (entity && deals_with(entity, other)) add_identity(ask, entity);
    }
    if (!other || ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "nobody of that name is linked to %.*s", TEXT_ARGS(other->name));
}

// ---------------------------------------------------------------------------------------------- posts

static bool later_row(const KbHeldRole *a, const KbHeldRole *b)
{
    int order = kb_date_compare(a->last_reported, b->last_reported);
    return order > 0 || (order == 0 && a->status == KB_FORMER && b->status != KB_FORMER);
}

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
        while (at < count && !same_post(ask, posts[at].last, role))
            at++;
        if (at == count) posts[count++] = (PostRow){role, role->first_reported};
        if (later_row(role, posts[at].last)) posts[at].last = role;
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
            if (role != posts[i].last && role_stands(role) && same_post(ask, role, posts[i].last))
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

// Posts given up before the named one began, by dates where there are any, else by status.
static bool is_before(const KbHeldRole *role, const KbHeldRole *pivot)
{
    KbDate begun = pivot->start[0].year ? pivot->start[0] : pivot->first_reported;
    KbDate ended = role->end[1].year ? role->end[1] : role->status == KB_FORMER ? role->first_reported : (KbDate){0};
    KbDate seen = role->status == KB_FORMER ? (KbDate){0} : role->first_reported;
    if (seen.year && begun.year) return kb_date_compare(seen, begun) < 0;
    if (role->start[1].year && begun.year) return kb_date_compare(role->start[1], begun) < 0;
    if (ended.year && begun.year && kb_date_compare(ended, when_last_day(begun)) <= 0) return true;
    return role->status == KB_FORMER && pivot->status != KB_FORMER;
}

void answer_before(Ask *ask)
{
    bool before = ask->question->form == QUESTION_BEFORE;
    const KbEntity *entity = ask_entity(ask, ask->question->x, PERSONS);
    if (!entity) return;
    const KbHeldRole *pivot = NULL;
    Post post = post_find(ask, ask->question->post);
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        bool asked = post_holds(&post, role) ||
                     title_match(ask->region, ask->question->post, role->title, role_at(role).name) != TITLES_DIFFER;
        if (role_stands(role) && asked && (!pivot || (role->start[0].year && !pivot->start[0].year))) pivot = role;
    }
    When any = {WHEN_UNSAID};
    PostRow *posts = region_alloc(ask->region, entity->role_count + 1, sizeof *posts);
    size_t count = pivot ? gather_posts(ask, entity, &any, posts) : 0, kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool same = same_post(ask, posts[i].last, pivot);
        if (!same && (before ? is_before(posts[i].last, pivot) : is_before(pivot, posts[i].last)))
            posts[kept++] = posts[i];
    }
    add_posts(ask, entity, posts, kept, true);
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

static void add_employers(Ask *ask, const KbEntity *entity, const When *when, bool now)
{
    int gap, employed = kb_predicate_find(kb_text("employed_by"));
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        KbRef at = role_at(role);
        Tenures tenures = tenures_of(ask, &role, 1);
        if (!at.id.text[0] || !tenures.count || role->status > KB_ACTING || has_item(ask, at.id.text)) continue;
        if (now && !works_now(role)) continue;
        if (when->kind == WHEN_PERIOD && !tenure_in(&tenures, &tenures.items[0], when->from, when->to, &gap)) continue;
        ask_role_item(ask, at.name, &at, role_detail(ask, role), role);
    }
    for (size_t i = 0; i < entity->link_count; i++) {
        const KbLink *link = &entity->links[i];
        bool mine =
            link->predicate == employed && strcmp(link->subject.id.text, entity->id.text) == 0 && link_stands(link);
        bool then = when->kind != WHEN_PERIOD || !link->date[0].year || when_fits(when, link->date[0], link->date[1]);
        if (mine && then && !has_item(ask, link->object.id.text))
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
    ask_note(ask, "the articles name no employer of %.*s", TEXT_ARGS(entity->name));
}

void answer_boss(Ask *ask)
{
    const KbEntity *entity = ask_entity(ask, ask->question->x, PERSONS);
    for (size_t i = 0; entity && i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        if (role->person.id.text[0] && role_stands(role))
            ask_role_item(ask, role->person.name, &role->person, role_detail(ask, role), role);
    }
    if (!entity || ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles name nobody whom %.*s serves", TEXT_ARGS(entity->name));
}

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
        if (!best || (post_holds(post, role) && !post_holds(post, best)) || later_row(role, best)) best = role;
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

void answer_is(Ask *ask)
{
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
        if (!row_asked(ask, role, &post, NULL) || (seen && !same_post(ask, seen, role))) continue;
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
