// What links people, organizations and places: relations, events, paths.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <string.h>

#include "shell/post.h"

enum { LINKS_WANTED = 16, MAX_HOPS = 6, EVERY_SHOWN = 200 };

// One predicate that a question asks for.
typedef struct Wanted {
    int predicate;
    char side;      // of x: '>' subject, '<' object, '=' either
    unsigned group; // later groups count when earlier ones have nothing
} Wanted;

typedef struct WantedList {
    Wanted items[LINKS_WANTED];
    size_t count;
    unsigned groups;
    int linked; // the predicate of verbs without one of their own
    bool any;   // "*": every link
} WantedList;

static WantedList read_wanted(const char *relations)
{
    WantedList list = {.groups = 1, .linked = kb_predicate_find(kb_text("linked")), .any = *relations == '*'};
    while (*relations && list.count < LINKS_WANTED) {
        size_t length = strcspn(relations, "<>=");
        if (!relations[length]) break;
        list.items[list.count++] =
            (Wanted){kb_predicate_find((KbText){relations, length}), relations[length], list.groups - 1};
        relations += length + 1;
        if (*relations == ';') list.groups++;
        relations += strspn(relations, "; ");
    }
    return list;
}

static const KbRef *other_side(const KbEntity *entity, const KbLink *link)
{
    return strcmp(link->subject.id.text, entity->id.text) == 0 ? &link->object : &link->subject;
}

// The verb of a link without a predicate of its own: "praised" fits "praise".
static bool same_verb(KbText typed, KbText lemma)
{
    if (!typed.length || !lemma.length) return false;
    size_t common = 0, shorter = typed.length < lemma.length ? typed.length : lemma.length;
    while (common < shorter && typed.data[common] == lemma.data[common])
        common++;
    bool rest_short = typed.length - common <= 3 && lemma.length - common <= 1;
    return rest_short && common + 1 >= lemma.length && common >= 3;
}

// The group of the question's predicates that the link of x satisfies, -1: none.
static int link_group(const WantedList *list, const KbEntity *x, const KbLink *link, KbText verb)
{
    bool subject = strcmp(link->subject.id.text, x->id.text) == 0;
    if (list->any) return 0;
    for (size_t i = 0; i < list->count; i++) {
        const Wanted *wanted = &list->items[i];
        bool side = wanted->side == '=' || (wanted->side == '>') == subject;
        bool named = wanted->predicate == (int)link->predicate && wanted->predicate != list->linked;
        bool by_verb = (int)link->predicate == list->linked && same_verb(verb, link->verb);
        if (side && (named || by_verb)) return (int)wanted->group;
    }
    return -1;
}

static bool in_time(const When *when, const KbLink *link)
{
    if (when->kind != WHEN_PERIOD && when->kind != WHEN_MONTH) return true;
    if (link->date[0].year || link->date[1].year) return when_fits(when, link->date[0], link->date[1]);
    for (size_t i = 0; i < link->source_count; i++) // undated: the time of the report
        if (link->sources[i].published.year && when_fits(when, link->sources[i].published, link->sources[i].published))
            return true;
    return false;
}

// Where the question names a place (or another party, after "from"): NULL when it names none or an unknown one.
static const KbEntity *place_asked(Ask *ask)
{
    const KbCandidate *found = NULL;
    bool topic = strstr(ask->question->param, "topic") != NULL;
    if (topic || !ask->question->post.length || !ask_candidates(ask, ask->question->post, ANY_TYPE, &found))
        return NULL;
    return ask_get(ask, kb_text(found[0].entity.id.text));
}

// A link that names no place may have been anywhere.
static bool in_place(const KbLink *link, const KbEntity *place)
{
    return !place || !link->place.id.text[0] || place->type != KB_PLACE ||
           strcmp(link->place.id.text, place->id.text) == 0;
}

// Where, when, and how sure.
static KbText circumstances(Ask *ask, const KbLink *link)
{
    KbText place = link->place.name, said = link->attributed_to.name;
    KbText parts[] = {place.length ? region_format(ask->region, "in %.*s", TEXT_ARGS(place)) : place,
                      dates_text(ask, link->date), claim_shade(link->polarity, link->modality),
                      said.length ? region_format(ask->region, "says %.*s", TEXT_ARGS(said)) : said};
    return region_join(ask->region, parts, 4, ", ");
}

static KbText link_detail(Ask *ask, const KbEntity *x, const KbLink *link)
{
    const KbPredicate *predicate = kb_predicate(link->predicate);
    bool subject = strcmp(link->subject.id.text, x->id.text) == 0;
    bool by_verb = strcmp(predicate->name, "linked") == 0 && link->verb.length;
    KbText wording = by_verb ? link->verb : kb_text(subject ? predicate->wording : predicate->inverse);
    KbText parts[] = {wording, circumstances(ask, link)};
    return region_join(ask->region, parts, 2, ", ");
}

// "Ann Poe met with Bob Roe"
static KbText link_sentence(Ask *ask, const KbLink *link)
{
    const KbPredicate *predicate = kb_predicate(link->predicate);
    bool by_verb = strcmp(predicate->name, "linked") == 0 && link->verb.length;
    KbText parts[] = {link->subject.name, by_verb ? link->verb : kb_text(predicate->wording),
                      link->object.id.text[0] ? link->object.name : link->value};
    return region_join(ask->region, parts, 3, " ");
}

static void note_claim(Ask *ask, const KbLink *link)
{
    KbText shade = claim_shade(link->polarity, link->modality), sentence = link_sentence(ask, link);
    ask_note(ask, "%.*s: %.*s", TEXT_ARGS(shade), TEXT_ARGS(sentence));
    if (link->source_count)
        ask_note(ask, "\"%.*s\" (%.*s)", TEXT_ARGS(link->sources[0].quote), TEXT_ARGS(link->sources[0].document));
}

// A question in the future tense is answered by plans.
static bool acceptable(const Ask *ask, const KbLink *link)
{
    bool future = ask->question->tense == TENSE_NONE && ask->question->form != QUESTION_RELATION;
    return link_stands(link) || (future && link->polarity == KB_POSITIVE && link->modality == KB_PLANNED);
}

// sure: the gender asked for is known, not only possible.
static bool right_gender(Ask *ask, const KbRef *other, bool sure)
{
    if (ask->question->gender == KB_GENDER_UNKNOWN || !other->id.text[0]) return true;
    const KbEntity *entity = ask_get(ask, kb_text(other->id.text));
    KbGender gender = entity ? entity->gender : KB_GENDER_UNKNOWN;
    return gender == ask->question->gender || (!sure && gender == KB_GENDER_UNKNOWN);
}

// ---------------------------------------------------------------------------------------------- relation

static AnswerItem *same_item(Ask *ask, const KbRef *other, KbText text)
{
    for (size_t i = 0; i < ask->answer->count; i++) {
        AnswerItem *item = &ask->answer->items[i];
        if (other->id.text[0] ? strcmp(item->entity.text, other->id.text) == 0 : kb_text_equal(item->text, text))
            return item;
    }
    return NULL;
}

static void add_relation(Ask *ask, const KbEntity *x, const KbLink *link)
{
    const KbRef *other = other_side(x, link);
    bool attribute = !link->object.id.text[0];
    KbText text = attribute ? link->value : other->name;
    AnswerItem *known = same_item(ask, other, text);
    if (known)
        ask_support(ask, known, link->sources, link->source_count, 1000);
    else
        ask_link_item(ask, text, attribute ? NULL : other, link_detail(ask, x, link), link);
}

// Founders and owners are also posts.
static void add_posts_for(Ask *ask, const KbEntity *x, const WantedList *list)
{
    static const struct {
        const char *predicate, *title;
    } POSTS[] = {{"founded", "founder"}, {"owns", "owner"}};
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < sizeof POSTS / sizeof *POSTS; k++) {
            if (list->items[i].side != '<' ||
                list->items[i].predicate != kb_predicate_find(kb_text(POSTS[k].predicate)))
                continue;
            Post post = post_at(ask, x, kb_text(POSTS[k].title));
            for (size_t r = 0; r < post.count; r++)
                if (role_stands(post.roles[r]) && !same_item(ask, &post.roles[r]->holder, post.roles[r]->holder.name))
                    ask_role_item(ask, post.roles[r]->holder.name, &post.roles[r]->holder,
                                  role_detail(ask, post.roles[r]), post.roles[r]);
        }
}

// "will nominate" names the one who nominates.
static bool is_intent(const KbLink *link)
{
    const char *name = kb_predicate(link->predicate)->name;
    bool naming = strcmp(name, "nominated") == 0 || strcmp(name, "appointed") == 0;
    return naming && link->modality == KB_PLANNED && link->polarity == KB_POSITIVE;
}

typedef struct Search {
    const KbEntity *x, *place;
    const WantedList *list;
    const When *when;
    const KbLink *unsure; // one that does not stand
} Search;

static void add_group(Ask *ask, Search *search, int group, bool sure, bool intents)
{
    for (size_t i = 0; i < search->x->link_count; i++) {
        const KbLink *link = &search->x->links[i];
        if (link_group(search->list, search->x, link, ask->question->verb) != group || !in_time(search->when, link))
            continue;
        if (!right_gender(ask, other_side(search->x, link), sure) || !in_place(link, search->place)) continue;
        if (search->list->any)
            ask_link_item(ask, link_sentence(ask, link), link->object.id.text[0] ? other_side(search->x, link) : NULL,
                          link_detail(ask, search->x, link), link);
        else if (link_stands(link) || (intents && is_intent(link)))
            add_relation(ask, search->x, link);
        else if (!search->unsure)
            search->unsure = link;
    }
}

// An age is the one last reported.
static void keep_latest_age(Ask *ask)
{
    Answer *answer = ask->answer;
    if (strncmp(ask->question->relations, "age>", 4) != 0 || answer->count < 2) return;
    size_t best = 0;
    for (size_t i = 1; i < answer->count; i++)
        if (kb_date_compare(answer->items[i].as_of, answer->items[best].as_of) > 0) best = i;
    answer->items[0] = answer->items[best];
    answer->count = 1;
}

void answer_relation(Ask *ask)
{
    When when;
    const KbEntity *x = ask_entity(ask, ask->question->x, ANY_TYPE);
    if (!x || !ask_period(ask, &when)) return;
    WantedList list = read_wanted(ask->question->relations);
    Search search = {.x = x, .place = place_asked(ask), .list = &list, .when = &when};
    for (unsigned pass = 0; pass < 4 && !ask->answer->count; pass++) // the surest first
        for (unsigned group = 0; group < list.groups && !ask->answer->count; group++)
            add_group(ask, &search, (int)group, pass % 2 == 0, pass >= 2);
    keep_latest_age(ask);
    add_posts_for(ask, x, &list);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    if (search.unsure)
        note_claim(ask, search.unsure);
    else
        ask_note(ask, "the articles do not say so of %.*s", TEXT_ARGS(x->name));
}

// "charged with fraud": the sentence says fraud.
static bool says(Ask *ask, const KbLink *link, KbText what)
{
    KbText wanted = text_lower(ask->region, what);
    for (size_t i = 0; i < link->source_count && wanted.length; i++) {
        KbText quote = text_lower(ask->region, link->sources[i].quote);
        if (memmem(quote.data, quote.length, wanted.data, wanted.length)) return true;
    }
    return wanted.length == 0;
}

typedef struct Every {
    Ask *ask;
    const WantedList *list;
    const When *when;
} Every;

static bool visit_every(const KbEntity *entity, void *context)
{
    Every *every = context;
    for (size_t i = 0; i < entity->link_count; i++) {
        const KbLink *link = &entity->links[i];
        bool fits = link_group(every->list, entity, link, every->ask->question->verb) == 0 && link_stands(link);
        if (!fits || !in_time(every->when, link) || !says(every->ask, link, every->ask->question->post)) continue;
        KbRef self = ask_ref(entity);
        KbText parts[] = {link_detail(every->ask, entity, link), other_side(entity, link)->name};
        ask_link_item(every->ask, entity->name, &self, region_join(every->ask->region, parts, 2, " "), link);
        break;
    }
    return every->ask->answer->count < EVERY_SHOWN;
}

// "Who was arrested in 2018?"
void answer_every(Ask *ask)
{
    When when;
    if (!ask_period(ask, &when)) return;
    WantedList list = read_wanted(ask->question->relations);
    Every every = {ask, &list, &when};
    KbStatus status = kb_entities_each(ask->reader, visit_every, &every, &ask->error);
    if (status == KB_NOT_FOUND) ask->error.status = KB_OK;
    if (!ask->answer->count) ask_status(ask, ANSWER_NO_ANSWER);
}

// A fact of a kind that is not kept, about a name that is known.
void answer_other(Ask *ask)
{
    const KbEntity *x = ask_entity(ask, ask->question->x, ANY_TYPE);
    if (!x) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "nothing is kept about the %.*s of %.*s", TEXT_ARGS(ask->question->post), TEXT_ARGS(x->name));
}

// ---------------------------------------------------------------------------------------------- pairs

typedef struct Pair {
    const KbEntity *x, *y; // y NULL: not said
} Pair;

// The two of the question, or those of the last one for "they". False: the answer says why.
static bool read_pair(Ask *ask, Pair *pair, bool needs_two)
{
    const Question *question = ask->question;
    bool they = ask_is_pair(question->x) && !question->y.length;
    if (they && ask->session->pair[0].text[0] && ask->session->pair[1].text[0]) {
        pair->x = ask_get(ask, kb_text(ask->session->pair[0].text));
        pair->y = ask_get(ask, kb_text(ask->session->pair[1].text));
        return pair->x && pair->y;
    }
    if (needs_two && !question->y.length) {
        ask->refused = true;
        ask_status(ask, ANSWER_UNKNOWN_ENTITY);
        ask_note(ask, "\"%.*s\" refers to nobody: no question before named two", TEXT_ARGS(question->x));
        return false;
    }
    pair->x = ask_entity(ask, question->x, ANY_TYPE);
    pair->y = pair->x && question->y.length ? ask_entity(ask, question->y, ANY_TYPE) : NULL;
    return pair->x && (pair->y || !question->y.length);
}

static bool joins(const Pair *pair, const KbLink *link)
{
    return !pair->y || strcmp(other_side(pair->x, link)->id.text, pair->y->id.text) == 0;
}

// Work is told by posts as well.
static const KbHeldRole *post_between(const WantedList *list, const Pair *pair)
{
    const KbHeldRole *best = NULL;
    bool work = false;
    for (size_t i = 0; i < list->count; i++)
        work = work ||
               (list->items[i].side == '>' && list->items[i].predicate == kb_predicate_find(kb_text("employed_by")));
    for (size_t i = 0; work && pair->y && i < pair->x->role_count; i++) {
        const KbHeldRole *role = &pair->x->roles[i];
        const char *id = pair->y->id.text;
        bool here = strcmp(role->organization.id.text, id) == 0 || strcmp(role->place.id.text, id) == 0 ||
                    strcmp(role->person.id.text, id) == 0;
        if (here && role_stands(role) && role->status <= KB_ACTING &&
            (!best || kb_date_compare(role->last_reported, best->last_reported) > 0))
            best = role;
    }
    return best;
}

static void yes_no_link(Ask *ask, bool yes, const KbLink *link)
{
    KbText parts[] = {link_sentence(ask, link), circumstances(ask, link)};
    ask_yes_no(ask, yes, region_join(ask->region, parts, 2, ", "));
    ask_support(ask, &ask->answer->items[0], link->sources, link->source_count, link->confidence);
}

static bool is_no(const KbLink *link)
{
    return (link->polarity == KB_NEGATIVE && link->modality == KB_ASSERTED) || link->modality == KB_DENIED;
}

void answer_yes_no(Ask *ask)
{
    When when;
    Pair pair = {NULL, NULL};
    const KbLink *yes = NULL, *no = NULL, *unsure = NULL;
    if (!read_pair(ask, &pair, false) || !ask_period(ask, &when)) return;
    WantedList list = read_wanted(ask->question->relations);
    const KbEntity *place = place_asked(ask);
    for (size_t i = 0; i < pair.x->link_count; i++) {
        const KbLink *link = &pair.x->links[i];
        if (link_group(&list, pair.x, link, ask->question->verb) < 0 || !joins(&pair, link) || !in_time(&when, link))
            continue;
        if (!right_gender(ask, other_side(pair.x, link), false) || !in_place(link, place)) continue;
        if (acceptable(ask, link))
            yes = yes && !link_stands(link) ? yes : link;
        else if (is_no(link))
            no = link;
        else
            unsure = link;
    }
    const KbHeldRole *role = yes ? NULL : post_between(&list, &pair);
    if (yes)
        yes_no_link(ask, true, yes);
    else if (role) {
        ask_yes_no(ask, role->status != KB_FORMER || ask->question->tense != TENSE_PRESENT, role_detail(ask, role));
        ask_support(ask, &ask->answer->items[0], role->sources, role->source_count, role->confidence);
    } else if (no)
        yes_no_link(ask, false, no);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    if (unsure)
        note_claim(ask, unsure);
    else
        ask_note(ask, "the articles do not say");
}

// ---------------------------------------------------------------------------------------------- when, where, why

// What the question wants to know of one link; empty where the link does not say.
static KbText event_text(Ask *ask, const KbEntity *x, const KbLink *link, KbRef *shown)
{
    const char *param = ask->question->param;
    const KbRef *other = other_side(x, link);
    bool where = strstr(param, "where") != NULL;
    if (strncmp(param, "why", 3) == 0) return *shown = *other, other->name.length ? other->name : link->value;
    if (where || ask->question->both) {
        const KbRef *place = link->place.id.text[0]                         ? &link->place
                             : other->type == KB_PLACE && other->id.text[0] ? other
                                                                            : NULL;
        if (where) return place ? (*shown = *place, place->name) : (KbText){"", 0};
        KbText dates = dates_text(ask, link->date);
        if (dates.length || !place) return dates;
        return *shown = *place, place->name;
    }
    return link->object.id.text[0] ? dates_text(ask, link->date) : link->value;
}

static KbText event_detail(Ask *ask, const KbLink *link)
{
    bool attribute = !link->object.id.text[0], why = strncmp(ask->question->param, "why", 3) == 0 && link->source_count;
    KbText parts[] = {why ? link->sources[0].quote : link_sentence(ask, link),
                      attribute ? (KbText){"", 0} : circumstances(ask, link)};
    return region_join(ask->region, parts, 2, ", ");
}

void answer_event(Ask *ask)
{
    When when;
    Pair pair = {NULL, NULL};
    const KbLink *undated = NULL, *unsure = NULL;
    if (!read_pair(ask, &pair, false) || !ask_period(ask, &when)) return;
    const KbEntity *place = place_asked(ask);
    WantedList list = read_wanted(ask->question->relations);
    for (unsigned group = 0; group < list.groups && !ask->answer->count; group++)
        for (size_t i = 0; i < pair.x->link_count; i++) {
            const KbLink *link = &pair.x->links[i];
            KbRef shown = {.type = KB_OTHER};
            if (link_group(&list, pair.x, link, ask->question->verb) != (int)group || !joins(&pair, link) ||
                !in_time(&when, link) || !in_place(link, place))
                continue;
            if (!acceptable(ask, link)) {
                unsure = link;
                continue;
            }
            KbText text = event_text(ask, pair.x, link, &shown);
            if (!text.length)
                undated = link;
            else if (!same_item(ask, &shown, text))
                ask_link_item(ask, text, shown.id.text[0] ? &shown : NULL, event_detail(ask, link), link);
        }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    if (undated) {
        KbText sentence = link_sentence(ask, undated),
               reported = undated->source_count ? date_text(ask, undated->sources[0].published) : (KbText){"", 0};
        ask_note(ask, "%.*s%s%.*s, but the articles do not say %s", TEXT_ARGS(sentence),
                 reported.length ? ", reported " : "", TEXT_ARGS(reported),
                 strstr(ask->question->param, "where") ? "where" : "when");
    } else if (unsure) {
        note_claim(ask, unsure);
    } else {
        ask_note(ask, "the articles do not say");
    }
}

// ---------------------------------------------------------------------------------------------- paths

static KbText hop_text(Ask *ask, const KbHop *hop)
{
    if (hop->link) return link_sentence(ask, hop->link);
    KbText parts[] = {hop->role->holder.name, role_label(ask, hop->role)};
    return region_join(ask->region, parts, 2, ": ");
}

static void support_hop(Ask *ask, AnswerItem *item, const KbHop *hop)
{
    if (hop->link)
        ask_support(ask, item, hop->link->sources, hop->link->source_count, hop->link->confidence);
    else
        ask_support(ask, item, hop->role->sources, hop->role->source_count, hop->role->confidence);
}

static void add_hops(Ask *ask, const KbHop *hops, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        KbText parts[] = {hop_text(ask, &hops[i]), hop_text(ask, &hops[i + 1])};
        AnswerItem *item = ask_item(ask, hops[i].to.name, &hops[i].to, region_join(ask->region, parts, 2, "; "));
        support_hop(ask, item, &hops[i]);
        support_hop(ask, item, &hops[i + 1]);
    }
    if (count != 1) return;
    KbText direct = hops[0].role ? hops[0].role->title : kb_text(kb_predicate(hops[0].link->predicate)->wording);
    AnswerItem *item = ask_item(ask, direct, NULL, hop_text(ask, &hops[0]));
    support_hop(ask, item, &hops[0]);
}

// "How are A and B related?" asks for kinship first.
static bool add_kinship(Ask *ask, const Pair *pair)
{
    WantedList kin = read_wanted("spouse= parent= sibling= relative=");
    for (size_t i = 0; i < pair->x->link_count; i++) {
        const KbLink *link = &pair->x->links[i];
        if (link_group(&kin, pair->x, link, (KbText){"", 0}) < 0 || !joins(pair, link) || !link_stands(link)) continue;
        ask_link_item(ask, kb_text(kb_predicate(link->predicate)->wording), NULL, link_sentence(ask, link), link);
        return true;
    }
    return false;
}

void answer_path(Ask *ask)
{
    Pair pair = {NULL, NULL};
    const KbHop *hops = NULL;
    size_t count = 0;
    if (!read_pair(ask, &pair, true)) return;
    if (strcmp(ask->question->param, "related") == 0 && add_kinship(ask, &pair)) return;
    KbStatus status =
        kb_path(ask->reader, kb_text(pair.x->id.text), kb_text(pair.y->id.text), MAX_HOPS, &hops, &count, &ask->error);
    if (status == KB_OK && count > 0) {
        if (strcmp(ask->question->param, "yes_no") == 0) {
            ask_yes_no(ask, true,
                       region_format(ask->region, "%zu hop%s: %.*s", count, count == 1 ? "" : "s",
                                     TEXT_ARGS(hop_text(ask, &hops[0]))));
            for (size_t i = 0; i < count; i++)
                support_hop(ask, &ask->answer->items[0], &hops[i]);
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
        const KbRef *other = other_side(entity, link);
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
    return hop_text(ask, &hop);
}

static void add_common(Ask *ask, const Pair *pair, bool organizations_only)
{
    Near *left = NULL, *right = NULL;
    size_t lefts = near_of(ask, pair->x, organizations_only, &left),
           rights = near_of(ask, pair->y, organizations_only, &right);
    for (size_t i = 0; i < lefts; i++)
        for (size_t k = 0; k < rights; k++) {
            if (strcmp(left[i].ref.id.text, right[k].ref.id.text) != 0 ||
                same_item(ask, &left[i].ref, left[i].ref.name))
                continue;
            KbText parts[] = {near_text(ask, &left[i]), near_text(ask, &right[k])};
            AnswerItem *item = ask_item(ask, left[i].ref.name, &left[i].ref, region_join(ask->region, parts, 2, "; "));
            const KbHop hops[] = {{.role = left[i].role, .link = left[i].link},
                                  {.role = right[k].role, .link = right[k].link}};
            support_hop(ask, item, &hops[0]);
            support_hop(ask, item, &hops[1]);
        }
}

void answer_common(Ask *ask)
{
    Pair pair = {NULL, NULL};
    if (!read_pair(ask, &pair, true)) return;
    add_common(ask, &pair, false);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles link %.*s and %.*s to nothing in common", TEXT_ARGS(pair.x->name),
             TEXT_ARGS(pair.y->name));
}

void answer_together(Ask *ask)
{
    Pair pair = {NULL, NULL};
    if (!read_pair(ask, &pair, true)) return;
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
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles put %.*s and %.*s at no common organization", TEXT_ARGS(pair.x->name),
             TEXT_ARGS(pair.y->name));
}
