// Sets of people: of several countries, of two bodies, of one post and later another, closest to somebody.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "shell/link.h"
#include "shell/post.h"

enum { SET_SHOWN = 200, PLACES_LISTED = 8 };

static bool add_person(Ask *ask, const KbEntity *entity, KbText detail, const KbHeldRole *const *roles, size_t count)
{
    KbRef self = ask_ref(entity);
    AnswerItem *item = ask_item(ask, entity->name, &self, detail);
    for (size_t i = 0; i < count; i++)
        ask_support(ask, item, roles[i]->sources, roles[i]->source_count, roles[i]->confidence);
    return ask->answer->count < SET_SHOWN;
}

static void finish_set(Ask *ask, const char *nobody)
{
    if (ask->answer->count || ask->refused) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "%s", nobody);
}

// ---------------------------------------------------------------------------------------------- walks of life

// "politicians", "banks", "government": more than one title or body each.
static const struct {
    const char *said;
    const char *titles; // heads of titles
    const char *bodies; // words in the name of where a post is held
    const char *prefix; // before the name
} WALKS[] = {
    {"politician politicians politics",
     "president|prime minister|minister|senator|mp|mayor|governor|lawmaker|congressman|councillor|chancellor|party "
     "leader|deputy|secretary of state",
     " parliament senate congress assembly party ", NULL},
    {"government governments office cabinet",
     "minister|prime minister|president|secretary of state|governor|mayor|undersecretary|chancellor|commissioner",
     " ministry government cabinet treasury department ", NULL},
    {"bank banks banking banker bankers finance", "banker", " bank bancorp banque financial ", NULL},
    {"business companies company industry executives", "ceo|chief executive|businessman|managing director|executive",
     " inc corp group holdings company limited bank ", NULL},
    {"general generals soldier soldiers officer officers", "general|commander|chief of staff|colonel|admiral|officer",
     " army ", " gen general lt maj col adm "},
    {"lawyer lawyers law", "lawyer|attorney|counsel|prosecutor|barrister|solicitor", " ", NULL},
    {"journalist journalists press media journalism", "reporter|journalist|editor|correspondent|columnist", " ", NULL},
    {"university universities academia academics", "professor|lecturer|rector|dean|researcher", " university college ",
     NULL},
};

static bool has_word(Ask *ask, const char *list, KbText word)
{
    KbText padded = region_format(ask->region, " %.*s ", TEXT_ARGS(text_lower(ask->region, word)));
    return word.length && memmem(list, strlen(list), padded.data, padded.length) != NULL;
}

static bool any_word_in(Ask *ask, const char *list, KbText text)
{
    Words words = words_read(ask->region, text);
    for (size_t i = 0; i < words.count; i++)
        if (has_word(ask, list, words.items[i].lower)) return true;
    return false;
}

static bool any_title(Ask *ask, const char *titles, const KbHeldRole *role)
{
    while (*titles) {
        size_t length = strcspn(titles, "|");
        if (title_match(ask->region, (KbText){titles, length}, role->title, role_at(role).name) != TITLES_DIFFER)
            return true;
        titles += length + (titles[length] != '\0');
    }
    return false;
}

// What the question says of a post, read once.
typedef struct Kind {
    KbText said;        // without its article
    size_t walk;        // index into WALKS, else SIZE_MAX
    const KbEntity *at; // a body of that name
    Post post;          // the roles that fit
} Kind;

static Kind read_kind(Ask *ask, KbText said)
{
    TitleWish wish = WISH_HOLDER;
    const KbCandidate *found = NULL;
    Kind kind = {.said = title_strip(said, &wish), .walk = SIZE_MAX};
    for (size_t i = 0; i < sizeof WALKS / sizeof *WALKS; i++)
        if (has_word(ask, region_format(ask->region, " %s ", WALKS[i].said).data, kind.said)) kind.walk = i;
    if (kind.walk != SIZE_MAX) return kind;
    kind.post = post_find(ask, kind.said);
    if (!kind.post.count && ask_candidates(ask, kind.said, ORGANIZATIONS | PLACES, &found))
        kind.at = ask_get(ask, kb_text(found[0].entity.id.text));
    return kind;
}

static bool kind_known(Ask *ask, const Kind *kind)
{
    if (kind->walk != SIZE_MAX || kind->post.count || kind->at || title_known(ask->region, kind->said)) return true;
    ask_refuse_unknown(ask, kind->said);
    return false;
}

static bool of_kind(Ask *ask, const Kind *kind, const KbHeldRole *role)
{
    if (!role_stands(role) || (role->status > KB_ACTING && role->status != KB_DESIGNATE)) return false;
    if (kind->walk != SIZE_MAX)
        return any_title(ask, WALKS[kind->walk].titles, role) ||
               any_word_in(ask, WALKS[kind->walk].bodies, role_at(role).name);
    if (kind->at) return strcmp(role_at(role).id.text, kind->at->id.text) == 0;
    if (kind->post.count) return post_holds(&kind->post, role);
    return title_match(ask->region, kind->said, role->title, role_at(role).name) != TITLES_DIFFER;
}

// "Gen." before the name is a rank without a post.
static bool has_rank(Ask *ask, const Kind *kind, const KbEntity *entity)
{
    const char *prefix = kind->walk == SIZE_MAX ? NULL : WALKS[kind->walk].prefix;
    KbText said = entity->parts.prefix;
    while (said.length && said.data[said.length - 1] == '.')
        said.length--;
    return prefix && has_word(ask, prefix, said);
}

// ---------------------------------------------------------------------------------------------- one post, then another

typedef struct Later {
    Ask *ask;
    Kind first, then;
} Later;

static bool visit_later(const KbEntity *entity, void *context)
{
    Later *later = context;
    Ask *ask = later->ask;
    bool rank = entity->type == KB_PERSON && has_rank(ask, &later->first, entity);
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *then = &entity->roles[i];
        if (!of_kind(ask, &later->then, then)) continue;
        if (rank) return add_person(ask, entity, role_detail(ask, then), &then, 1);
        for (size_t k = 0; k < entity->role_count; k++) {
            const KbHeldRole *first = &entity->roles[k], *both[] = {first, then};
            bool fits = k != i && of_kind(ask, &later->first, first) && !post_same(ask, first, then);
            if (!fits || !post_before(first, then) || post_before(then, first)) continue;
            KbText parts[] = {role_detail(ask, first), role_detail(ask, then)};
            return add_person(ask, entity, region_join(ask->region, parts, 2, "; then "), both, 2);
        }
    }
    return true;
}

void answer_later(Ask *ask)
{
    KbText then = ask->question->y.length ? ask->question->y : ask->question->x;
    Later later = {ask, read_kind(ask, ask->question->post), read_kind(ask, then)};
    if (!kind_known(ask, &later.first) || !kind_known(ask, &later.then)) return;
    ask_each(ask, visit_later, &later);
    finish_set(ask, "the articles name nobody of whom they say so");
}

// ---------------------------------------------------------------------------------------------- several

typedef struct Several {
    Ask *ask;
    KbText title;   // empty: any
    KbText body;    // word in the name of the bodies; empty: any
    unsigned types; // of where the posts are held
} Several;

// "more than one country", "two boards", "several banks": what is counted.
static Several read_several(Ask *ask)
{
    static const char PLACE_WORDS[] = " country countries place places state states city cities nation nations town "
                                      "towns province provinces ",
                      BODY_WORDS[] = " organization organizations organisation organisations company companies body "
                                     "bodies firm firms employer employers institution institutions ";
    TitleWish wish = WISH_HOLDER;
    KbText said = ask->question->y.length ? ask->question->y : ask->question->x;
    Several several = {.ask = ask, .title = title_strip(ask->question->post, &wish), .types = ORGANIZATIONS | PLACES};
    if (has_word(ask, PLACE_WORDS, said))
        several.types = PLACES;
    else if (has_word(ask, BODY_WORDS, said))
        several.types = ORGANIZATIONS;
    else if (has_word(ask, " board boards ", said))
        several.types = ORGANIZATIONS, several.title = kb_text("board member");
    else
        several.types = ORGANIZATIONS, several.body = text_lower(ask->region, said);
    if (several.body.length > 3 && text_ends(several.body, "s")) several.body.length--;
    return several;
}

static bool counts(const Several *several, const KbHeldRole *role)
{
    Ask *ask = several->ask;
    KbRef at = role_at(role);
    if (!at.id.text[0] || !(several->types & (1u << at.type)) || !role_stands(role) || role->status > KB_ACTING)
        return false;
    KbText name = text_lower(ask->region, at.name);
    if (several->body.length && !memmem(name.data, name.length, several->body.data, several->body.length)) return false;
    return !several->title.length || title_match(ask->region, several->title, role->title, at.name) != TITLES_DIFFER ||
           (text_is(several->title, "board member") && text_is(text_lower(ask->region, role->title), "director"));
}

static bool visit_several(const KbEntity *entity, void *context)
{
    Several *several = context;
    const KbHeldRole *roles[PLACES_LISTED];
    KbText names[PLACES_LISTED] = {{NULL, 0}};
    size_t count = 0;
    for (size_t i = 0; i < entity->role_count && count < PLACES_LISTED; i++) {
        bool fits = counts(several, &entity->roles[i]);
        for (size_t k = 0; k < count; k++)
            fits = fits && strcmp(role_at(roles[k]).id.text, role_at(&entity->roles[i]).id.text) != 0;
        if (!fits) continue;
        names[count] = role_label(several->ask, &entity->roles[i]);
        roles[count++] = &entity->roles[i];
    }
    if (count < 2) return true;
    return add_person(several->ask, entity, region_join(several->ask->region, names, count, "; "), roles, count);
}

void answer_several(Ask *ask)
{
    Several several = read_several(ask);
    if (several.title.length && !title_known(ask->region, several.title)) {
        ask_refuse_unknown(ask, several.title);
        return;
    }
    ask_each(ask, visit_several, &several);
    finish_set(ask, "the articles name nobody of several");
}

// ---------------------------------------------------------------------------------------------- both, closest

typedef struct Near {
    KbRef ref;
    KbHop hop;      // the first that links them
    size_t reports; // sentences that do
    bool associate;
} Near;

typedef struct NearList {
    const char *self;
    Near *items;
    size_t count, room;
} NearList;

static void push_near(Ask *ask, NearList *list, const KbRef *ref, const KbHop *hop)
{
    size_t sources;
    link_hop_sources(hop, &sources);
    bool associate = hop->link && strcmp(kb_predicate(hop->link->predicate)->name, "associate") == 0;
    if (ref->type != KB_PERSON || !ref->id.text[0] || strcmp(ref->id.text, list->self) == 0) return;
    for (size_t i = 0; i < list->count; i++) {
        Near *near = &list->items[i];
        if (strcmp(near->ref.id.text, ref->id.text) != 0) continue;
        near->reports += sources;
        near->associate = near->associate || associate;
        return;
    }
    REGION_PUSH(ask->region, list->items, list->count, list->room, (Near){*ref, *hop, sources, associate});
}

static bool visit_near(Ask *ask, const KbHop *claim, void *context)
{
    NearList *list = context;
    if (!link_hop_stands(claim)) return true;
    push_near(ask, list, &claim->from, claim);
    if (claim->link) push_near(ask, list, &claim->link->object, claim);
    if (claim->role) push_near(ask, list, &claim->role->person, claim);
    return true;
}

static int closest_first(const void *a, const void *b)
{
    const Near *left = a, *right = b;
    if (left->associate != right->associate) return left->associate ? -1 : 1;
    if (left->reports != right->reports) return left->reports > right->reports ? -1 : 1;
    return strcmp(left->ref.id.text, right->ref.id.text);
}

static NearList near_of(Ask *ask, const KbEntity *x)
{
    NearList list = {.self = x->id.text};
    link_each_claim(ask, x, visit_near, &list);
    if (list.count) qsort(list.items, list.count, sizeof *list.items, closest_first);
    return list;
}

void answer_companions(Ask *ask)
{
    enum { CLOSEST = 20 };
    const KbEntity *x = ask_entity(ask, ask->question->x, ANY_TYPE);
    if (!x) return;
    NearList list = near_of(ask, x);
    for (size_t i = 0; i < list.count && i < CLOSEST; i++) {
        KbText detail =
            region_format(ask->region, "%.*s; %zu sentence%s", TEXT_ARGS(link_hop_text(ask, &list.items[i].hop)),
                          list.items[i].reports, list.items[i].reports == 1 ? "" : "s");
        ask_support_hop(ask, ask_item(ask, list.items[i].ref.name, &list.items[i].ref, detail), &list.items[i].hop);
    }
    finish_set(ask, "the articles link nobody to that name");
}

void answer_both(Ask *ask)
{
    Pair pair = {NULL, NULL};
    if (!ask_pair(ask, &pair, true)) return;
    NearList left = near_of(ask, pair.x), right = near_of(ask, pair.y);
    for (size_t i = 0; i < left.count; i++)
        for (size_t k = 0; k < right.count; k++) {
            const Near *a = &left.items[i], *b = &right.items[k];
            if (strcmp(a->ref.id.text, b->ref.id.text) != 0) continue;
            KbText parts[] = {link_hop_text(ask, &a->hop), link_hop_text(ask, &b->hop)};
            AnswerItem *item = ask_item(ask, a->ref.name, &a->ref, region_join(ask->region, parts, 2, "; "));
            ask_support_hop(ask, item, &a->hop);
            ask_support_hop(ask, item, &b->hop);
        }
    finish_set(ask, "the articles link nobody to both");
}

// ---------------------------------------------------------------------------------------------- colleagues

static bool is_board(KbText title)
{
    return memmem(title.data, title.length, "board", 5) || memmem(title.data, title.length, "director", 8) ||
           memmem(title.data, title.length, "chair", 5);
}

static void add_colleagues(Ask *ask, const KbEntity *x, const KbHeldRole *role, bool board)
{
    const KbEntity *at = ask_get(ask, kb_text(role->organization.id.text));
    for (size_t i = 0; at && i < at->post_count; i++) {
        const KbHeldRole *other = &at->posts[i];
        bool fits = role_stands(other) && other->status <= KB_ACTING && strcmp(other->holder.id.text, x->id.text) != 0;
        if (!fits || (board && !is_board(other->title)) || ask_same_item(ask, &other->holder, other->holder.name))
            continue;
        ask_role_item(ask, other->holder.name, &other->holder, role_detail(ask, other), other);
    }
}

// Who holds or held a post at the organizations where x does.
void answer_colleagues(Ask *ask)
{
    const Question *question = ask->question;
    const KbEntity *x = ask_entity(ask, question->x, PERSONS);
    const KbEntity *at = x && question->y.length ? ask_entity(ask, question->y, ORGANIZATIONS) : NULL;
    if (ask->refused) return;
    KbText asked = text_lower(ask->region, question->text);
    bool board = memmem(asked.data, asked.length, "board", 5) != NULL;
    for (size_t i = 0; x && i < x->role_count; i++) {
        const KbHeldRole *role = &x->roles[i];
        bool here = role->organization.id.text[0] && (!at || strcmp(at->id.text, role->organization.id.text) == 0);
        if (here && role_stands(role) && role->status <= KB_ACTING && (!board || is_board(role->title)))
            add_colleagues(ask, x, role, board);
    }
    finish_set(ask, "the articles name nobody at the same organizations");
}
