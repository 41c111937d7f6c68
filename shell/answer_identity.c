// Who someone is, and what other names there are.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "kb/name.h"
#include "shell/post.h"

enum { MAIN_POSTS = 3 };

// ---------------------------------------------------------------------------------------------- identity

static bool listed(Ask *ask, const KbHeldRole **rows, size_t count, const KbHeldRole *role)
{
    for (size_t i = 0; i < count; i++)
        if (post_same(ask, rows[i], role)) return true;
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
                left = left || (other->status == KB_FORMER && role_stands(other) && post_same(ask, role, other) &&
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
        ask_note(ask, "%.*s in %.*s%s", TEXT_ARGS(text_count(ask->region, entity->mention_count, "mention")),
                 TEXT_ARGS(text_count(ask->region, entity->document_count, "article")),
                 entity->type == KB_PERSON ? "; no post is reported" : "");
    }
}

static bool same_folded(KbText a, KbText b)
{
    char left[KB_NAME_KEY_SIZE], right[KB_NAME_KEY_SIZE];
    size_t lefts = kb_name_fold(a, left), rights = kb_name_fold(b, right);
    return kb_text_equal((KbText){left, lefts}, (KbText){right, rights});
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
    bool unspelt = entity && strcmp(ask->question->param, "full") == 0 && same_folded(entity->name, ask->question->x);
    if (!unspelt) return;
    ask->answer->count = 0, ask->answer->note = (KbText){"", 0};
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles do not spell out %.*s", TEXT_ARGS(entity->name));
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
        KbText detail = text_count(ask->region, entity->aliases[i].mentions, "mention");
        KbRef self = ask_ref(entity);
        AnswerItem *item = ask_item(ask, entity->aliases[i].name, &self, detail);
        item->as_of = entity->last_seen;
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles use one name only: %.*s", TEXT_ARGS(entity->name));
}

static KbNameMatch names_match(KbType type, KbText a, KbText b)
{
    if (type == KB_PERSON) return kb_person_names_match(a, b);
    return type == KB_PLACE ? kb_place_names_match(a, b) : kb_organization_names_match(a, b);
}

static bool same_first_word(KbText a, KbText b)
{
    size_t length = 0;
    while (length < a.length && a.data[length] != ' ')
        length++;
    return length < a.length && a.length && b.length > length && b.data[length] == ' ' &&
           memcmp(a.data, b.data, length) == 0;
}

// A full name that is not a form of the one asked with; a maiden name keeps the given name.
static void add_former_name(Ask *ask, const KbEntity *entity, KbText name)
{
    KbText asked = ask->question->x;
    bool maiden = strcmp(ask->question->param, "maiden") == 0, person = entity->type == KB_PERSON;
    if (person && (!memchr(name.data, ' ', name.length) || (maiden && !same_first_word(name, asked)))) return;
    if (names_match(entity->type, name, asked) != KB_NAMES_CONFLICT) return;
    for (size_t i = 0; i < ask->answer->count; i++)
        if (names_match(entity->type, name, ask->answer->items[i].text) != KB_NAMES_CONFLICT) return;
    KbRef self = ask_ref(entity);
    ask_item(ask, name, &self, region_format(ask->region, "another name of %.*s", TEXT_ARGS(entity->name)))->as_of =
        entity->last_seen;
}

void answer_former_name(Ask *ask)
{
    const KbEntity *entity = ask_entity(ask, ask->question->x, ANY_TYPE);
    if (!entity) return;
    add_former_name(ask, entity, entity->name);
    for (size_t i = 0; i < entity->alias_count; i++)
        add_former_name(ask, entity, entity->aliases[i].name);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles use no other full name for %.*s", TEXT_ARGS(entity->name));
}

// "Are they the same person?" of the two asked about last.
static void same_as_before(Ask *ask)
{
    const KbEntity *x = ask_get(ask, kb_text(ask->session->pair[0].text)),
                   *y = ask_get(ask, kb_text(ask->session->pair[1].text));
    bool one = x && y && strcmp(x->id.text, y->id.text) == 0,
         different = strcmp(ask->question->param, "different") == 0;
    if (!x || !y) {
        ask_refuse_unknown(ask, ask->question->x);
        return;
    }
    ask_yes_no(ask, one != different,
               region_format(ask->region, "%.*s and %.*s", TEXT_ARGS(x->name), TEXT_ARGS(y->name)));
}

void answer_same(Ask *ask)
{
    bool different = strcmp(ask->question->param, "different") == 0;
    if (!ask->question->y.length) {
        same_as_before(ask);
        return;
    }
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
            ask_yes_no(ask, !different,
                       region_format(ask->region, "both are names of %.*s", TEXT_ARGS(left[i].entity.name)));
            ask->answer->items[0].entity = left[i].entity.id, ask->answer->items[0].type = left[i].entity.type;
            return;
        }
    KbText said[] = {left[0].entity.name, left[0].detail, right[0].entity.name, right[0].detail};
    ask_yes_no(ask, different,
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

// "How many": the number is the answer, those counted its detail.
static void count_items(Ask *ask)
{
    Answer *answer = ask->answer;
    KbText *said = region_alloc(ask->region, answer->count + 1, sizeof *said);
    for (size_t i = 0; i < answer->count; i++) {
        KbText parts[] = {answer->items[i].text, answer->items[i].detail};
        said[i] = region_join(ask->region, parts, 2, ", ");
    }
    KbText detail = region_join(ask->region, said, answer->count, "; ");
    KbText number = region_format(ask->region, "%zu", answer->count);
    answer->count = 0;
    ask_item(ask, number, NULL, detail);
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
    if (strcmp(ask->question->param, "count") == 0) count_items(ask);
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

// "Which John Smith is the judge?"
static void which_by_title(Ask *ask, const KbCandidate *found, size_t count)
{
    Post post = post_find(ask, ask->question->post);
    for (size_t i = 0; i < count; i++) {
        const KbEntity *entity = ask_get(ask, kb_text(found[i].entity.id.text));
        bool holds = false;
        for (size_t k = 0; entity && k < entity->role_count; k++)
            holds = holds || (role_stands(&entity->roles[k]) &&
                              (post_holds(&post, &entity->roles[k]) ||
                               (!post.at_known && title_match(ask->region, post.title, entity->roles[k].title,
                                                              role_at(&entity->roles[k]).name) != TITLES_DIFFER)));
        if (holds) add_identity(ask, entity);
    }
    if (ask->answer->count || ask->refused) return;
    if (title_known(ask->region, post.title))
        ask_status(ask, ANSWER_NO_ANSWER);
    else
        ask_refuse_unknown(ask, ask->question->post);
}

// "Which John Smith worked at the Treasury?"
void answer_which(Ask *ask)
{
    const KbCandidate *found = NULL;
    size_t count = ask_candidates(ask, ask->question->x, ANY_TYPE, &found);
    if (!count) count = ask_candidates(ask, singular_name(ask->question->x), ANY_TYPE, &found);
    if (!count) {
        ask_refuse_unknown(ask, ask->question->x);
        return;
    }
    if (!ask->question->y.length) {
        which_by_title(ask, found, count);
        return;
    }
    const KbEntity *other = ask_entity(ask, ask->question->y, ANY_TYPE);
    for (size_t i = 0; other && i < count; i++) {
        const KbEntity *entity = ask_get(ask, kb_text(found[i].entity.id.text));
        if (entity && deals_with(entity, other)) add_identity(ask, entity);
    }
    if (!other || ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "nobody of that name is linked to %.*s", TEXT_ARGS(other->name));
}
