// What connects two: the shortest path, all short ones, and what both have in common.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/kin.h"
#include "shell/link.h"

enum { MAX_HOPS = 6, ALL_HOPS = 3, ALL_HOPS_MOST = 4, PATHS_SHOWN = 50, STEPS_MOST = 200000 };

// ---------------------------------------------------------------------------------------------- paths

static void add_hops(Ask *ask, const KbHop *hops, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        KbText parts[] = {link_hop_text(ask, &hops[i]), link_hop_text(ask, &hops[i + 1])};
        AnswerItem *item = ask_item(ask, hops[i].to.name, &hops[i].to, region_join(ask->region, parts, 2, "; "));
        ask_support_hop(ask, item, &hops[i]);
        ask_support_hop(ask, item, &hops[i + 1]);
    }
    if (count != 1) return;
    KbText direct = hops[0].role ? hops[0].role->title : kb_text(kb_predicate(hops[0].link->predicate)->wording);
    AnswerItem *item = ask_item(ask, direct, NULL, link_hop_text(ask, &hops[0]));
    ask_support_hop(ask, item, &hops[0]);
}

// "How are A and B related?" asks for kinship first.
static bool add_kinship(Ask *ask, const Pair *pair)
{
    WantedList kin = link_wanted("spouse= parent= sibling= relative=");
    for (size_t i = 0; i < pair->x->link_count; i++) {
        const KbLink *link = &pair->x->links[i];
        if (link_group(&kin, pair->x, link, (KbText){"", 0}) < 0 || !pair_joins(pair, link) || !link_stands(link))
            continue;
        KbText word = kin_word(ask->region, link), said = kb_text(kb_predicate(link->predicate)->wording);
        ask_link_item(ask, word.length ? word : said, NULL, link_sentence(ask, link), link);
        return true;
    }
    return false;
}

void answer_path(Ask *ask)
{
    Pair pair = {NULL, NULL};
    const KbHop *hops = NULL;
    size_t count = 0;
    if (!ask_pair(ask, &pair, true)) return;
    if (strcmp(ask->question->param, "related") == 0 && add_kinship(ask, &pair)) return;
    KbStatus status =
        kb_path(ask->reader, kb_text(pair.x->id.text), kb_text(pair.y->id.text), MAX_HOPS, &hops, &count, &ask->error);
    if (status == KB_OK && count > 0) {
        if (strcmp(ask->question->param, "yes_no") == 0) {
            ask_yes_no(ask, true,
                       region_format(ask->region, "%zu hop%s: %.*s", count, count == 1 ? "" : "s",
                                     TEXT_ARGS(link_hop_text(ask, &hops[0]))));
            for (size_t i = 0; i < count; i++)
                ask_support_hop(ask, &ask->answer->items[0], &hops[i]);
            return;
        }
        add_hops(ask, hops, count);
        return;
    }
    if (status != KB_OK && status != KB_NOT_FOUND) return;
    ask->error.status = KB_OK;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "no path of up to %d hops from %.*s to %.*s", MAX_HOPS, TEXT_ARGS(pair.x->name),
             TEXT_ARGS(pair.y->name));
}

// ---------------------------------------------------------------------------------------------- in common

// One thing next to an entity: by a post it holds, a post held at it, or a link.
typedef struct Near {
    KbRef ref;
    const KbHeldRole *role;
    const KbLink *link;
} Near;

static size_t near_of(Ask *ask, const KbEntity *entity, bool organizations_only, Near **out)
{
    Near *items = NULL;
    size_t count = 0, room = 0;
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        const KbRef refs[] = {role->organization, role->place, role->person};
        for (size_t k = 0; k < (organizations_only ? 1 : 3) && role_stands(role); k++)
            if (refs[k].id.text[0]) REGION_PUSH(ask->region, items, count, room, (Near){refs[k], role, NULL});
    }
    for (size_t i = 0; i < entity->post_count && !organizations_only; i++)
        if (role_stands(&entity->posts[i]))
            REGION_PUSH(ask->region, items, count, room, (Near){entity->posts[i].holder, &entity->posts[i], NULL});
    for (size_t i = 0; i < entity->link_count; i++) {
        const KbLink *link = &entity->links[i];
        const KbRef *other = link_other(entity, link);
        const char *name = kb_predicate(link->predicate)->name;
        bool work = strcmp(name, "employed_by") == 0 || strcmp(name, "member_of") == 0;
        if (link_stands(link) && other->id.text[0] && (work || !organizations_only))
            REGION_PUSH(ask->region, items, count, room, (Near){*other, NULL, link});
    }
    *out = items;
    return count;
}

static KbText near_text(Ask *ask, const Near *near)
{
    KbHop hop = {.role = near->role, .link = near->link};
    return link_hop_text(ask, &hop);
}

static void add_common(Ask *ask, const Pair *pair, bool organizations_only)
{
    Near *left = NULL, *right = NULL;
    size_t lefts = near_of(ask, pair->x, organizations_only, &left),
           rights = near_of(ask, pair->y, organizations_only, &right);
    for (size_t i = 0; i < lefts; i++)
        for (size_t k = 0; k < rights; k++) {
            if (strcmp(left[i].ref.id.text, right[k].ref.id.text) != 0 ||
                ask_same_item(ask, &left[i].ref, left[i].ref.name))
                continue;
            KbText parts[] = {near_text(ask, &left[i]), near_text(ask, &right[k])};
            AnswerItem *item = ask_item(ask, left[i].ref.name, &left[i].ref, region_join(ask->region, parts, 2, "; "));
            const KbHop hops[] = {{.role = left[i].role, .link = left[i].link},
                                  {.role = right[k].role, .link = right[k].link}};
            ask_support_hop(ask, item, &hops[0]);
            ask_support_hop(ask, item, &hops[1]);
        }
}

void answer_common(Ask *ask)
{
    Pair pair = {NULL, NULL};
    if (!ask_pair(ask, &pair, true)) return;
    add_common(ask, &pair, false);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles link %.*s and %.*s to nothing in common", TEXT_ARGS(pair.x->name),
             TEXT_ARGS(pair.y->name));
}

// Without a common organization, what is said of their being associates decides.
static bool associates(Ask *ask, const Pair *pair)
{
    WantedList list = link_wanted("associate=");
    for (size_t i = 0; i < pair->x->link_count; i++) {
        const KbLink *link = &pair->x->links[i];
        bool stands = link_stands(link), no = link->polarity == KB_NEGATIVE || link->modality == KB_DENIED;
        if (link_group(&list, pair->x, link, (KbText){"", 0}) < 0 || !pair_joins(pair, link) || (!stands && !no))
            continue;
        KbText parts[] = {link_sentence(ask, link), link_circumstances(ask, link)};
        ask_yes_no(ask, stands, region_join(ask->region, parts, 2, ", "));
        ask_support(ask, &ask->answer->items[0], link->sources, link->source_count, link->confidence);
        return true;
    }
    return false;
}

void answer_together(Ask *ask)
{
    Pair pair = {NULL, NULL};
    if (!ask_pair(ask, &pair, true)) return;
    add_common(ask, &pair, true);
    if (ask->answer->count) {
        AnswerItem first = ask->answer->items[0];
        ask->answer->count = 1;
        ask->answer->items[0].text = kb_text("yes");
        KbText parts[] = {first.text, first.detail};
        ask->answer->items[0].detail = region_join(ask->region, parts, 2, ": ");
        ask->answer->items[0].entity = (KbId){""};
        return;
    }
    if (associates(ask, &pair)) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles put %.*s and %.*s at no common organization", TEXT_ARGS(pair.x->name),
             TEXT_ARGS(pair.y->name));
}

// ---------------------------------------------------------------------------------------------- all paths

// "up to 3 hops, excluding governments"
typedef struct Limits {
    size_t hops;
    unsigned without;        // types that no path may lead through
    const KbEntity *avoided; // one that no path may lead through
} Limits;

static void read_exclusion(Ask *ask, KbText said, Limits *limits)
{
    static const struct {
        const char *words;
        unsigned types;
    } KINDS[] = {{" governments government countries country places place states cities ", PLACES},
                 {" organizations organisations companies bodies institutions ", ORGANIZATIONS},
                 {" people persons individuals ", PERSONS}};
    const KbCandidate *found = NULL;
    Words words = words_read(ask->region, said);
    for (size_t w = 0; w < words.count; w++)
        for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
            KbText padded = region_format(ask->region, " %.*s ", TEXT_ARGS(words.items[w].lower));
            if (strstr(KINDS[i].words, padded.data)) limits->without |= KINDS[i].types;
        }
    if (!limits->without && said.length && ask_candidates(ask, said, ANY_TYPE, &found))
        limits->avoided = ask_get(ask, kb_text(found[0].entity.id.text));
}

static Limits read_limits(Ask *ask)
{
    static const char *const NUMBERS[] = {"one", "two", "three", "four"};
    static const char *const EXCLUDING[] = {"excluding", "without", "except", "avoiding", "not", "through", "via"};
    Words words = words_read(ask->region, ask->question->post);
    Limits limits = {.hops = 0};
    size_t rest = 0;
    for (size_t i = 0; i < words.count; i++) {
        KbText word = words.items[i].lower;
        for (size_t n = 0; n < sizeof NUMBERS / sizeof *NUMBERS; n++)
            if (text_is(word, NUMBERS[n])) limits.hops = n + 1;
        if (word.length == 1 && word.data[0] >= '1' && word.data[0] <= '9') limits.hops = (size_t)(word.data[0] - '0');
        for (size_t k = 0; k < sizeof EXCLUDING / sizeof *EXCLUDING; k++)
            if (text_is(word, EXCLUDING[k])) rest = i + 1;
    }
    if (rest || !limits.hops) read_exclusion(ask, words_text(ask->region, &words, rest, words.count), &limits);
    if (!limits.hops) limits.hops = ALL_HOPS;
    if (limits.hops > ALL_HOPS_MOST) limits.hops = ALL_HOPS_MOST;
    return limits;
}

typedef struct Step { // one entity on the way, with what lies next to it
    const KbEntity *entity;
    Near *near;
    size_t count, next;
} Step;

typedef struct Walk {
    Ask *ask;
    const Limits *limits;
    Step steps[ALL_HOPS_MOST + 1];
    size_t depth, tried;
} Walk;

static bool on_the_way(const Walk *walk, const char *id)
{
    for (size_t i = 0; i < walk->depth; i++)
        if (strcmp(walk->steps[i].entity->id.text, id) == 0) return true;
    return false;
}

static bool may_lead(const Limits *limits, const KbRef *ref)
{
    if (limits->without & (1u << ref->type)) return false;
    return !limits->avoided || strcmp(limits->avoided->id.text, ref->id.text) != 0;
}

// The same neighbour by another claim is the same path.
static bool met_before(const Step *step)
{
    for (size_t i = 0; i < step->next - 1; i++)
        if (strcmp(step->near[i].ref.id.text, step->near[step->next - 1].ref.id.text) == 0) return true;
    return false;
}

static void add_path(Walk *walk, size_t hops)
{
    Ask *ask = walk->ask;
    KbText names[ALL_HOPS_MOST] = {{NULL, 0}}, said[ALL_HOPS_MOST] = {{NULL, 0}};
    for (size_t i = 0; i < hops; i++) {
        const Step *step = &walk->steps[i];
        if (i) names[i - 1] = step->entity->name;
        said[i] = near_text(ask, &step->near[step->next - 1]);
    }
    KbText through = hops > 1 ? region_join(ask->region, names, hops - 1, " - ") : kb_text("directly");
    AnswerItem *item = ask_item(ask, through, NULL, region_join(ask->region, said, hops, "; "));
    for (size_t i = 0; i < hops; i++) {
        const Near *near = &walk->steps[i].near[walk->steps[i].next - 1];
        ask_support_hop(ask, item, &(KbHop){.role = near->role, .link = near->link});
    }
}

static void push_step(Walk *walk, const KbEntity *entity)
{
    Step *step = &walk->steps[walk->depth++];
    *step = (Step){.entity = entity};
    step->count = near_of(walk->ask, entity, false, &step->near);
}

// All ways of exactly `hops` hops, depth first.
static void walk_to(Walk *walk, const Pair *pair, size_t hops)
{
    walk->depth = 0;
    push_step(walk, pair->x);
    while (walk->depth && walk->ask->answer->count < PATHS_SHOWN && walk->tried < STEPS_MOST) {
        Step *step = &walk->steps[walk->depth - 1];
        if (step->next == step->count) {
            walk->depth--;
            continue;
        }
        const KbRef *ref = &step->near[step->next++].ref;
        bool there = strcmp(ref->id.text, pair->y->id.text) == 0;
        walk->tried++;
        if (on_the_way(walk, ref->id.text) || met_before(step)) continue;
        if (there && walk->depth == hops) add_path(walk, hops);
        if (there || walk->depth == hops || !may_lead(walk->limits, ref)) continue;
        const KbEntity *entity = ask_get(walk->ask, kb_text(ref->id.text));
        if (entity) push_step(walk, entity);
    }
}

void answer_paths(Ask *ask)
{
    Pair pair = {NULL, NULL};
    if (!ask_pair(ask, &pair, true)) return;
    Limits limits = read_limits(ask);
    Walk walk = {.ask = ask, .limits = &limits};
    for (size_t hops = 1; hops <= limits.hops; hops++)
        walk_to(&walk, &pair, hops);
    if (ask->answer->count >= PATHS_SHOWN) ask_note(ask, "the first %d paths", PATHS_SHOWN);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "no path of up to %zu hops from %.*s to %.*s", limits.hops, TEXT_ARGS(pair.x->name),
             TEXT_ARGS(pair.y->name));
}
