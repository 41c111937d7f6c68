// The other side of somebody's links: relations, and all whom a verb says something of.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/kin.h"
#include "shell/link.h"
#include "shell/post.h"
#include "shell/title.h"
#include "shell/told.h"

enum { EVERY_SHOWN = 200 };

static void add_relation(Ask *ask, const KbEntity *x, const KbLink *link)
{
    const KbRef *other = link_other(x, link);
    bool attribute = !link->object.id.text[0];
    KbText text = attribute ? link->value : other->name;
    AnswerItem *known = ask_same_item(ask, other, text);
    if (known)
        ask_support(ask, known, link->sources, link->source_count, 1000);
    else
        ask_link_item(ask, text, attribute ? NULL : other, link_predication_of_other(ask, x, link), link);
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
                if (role_stands(post.roles[r]) &&
                    !ask_same_item(ask, &post.roles[r]->holder, post.roles[r]->holder.name))
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

// Facts, then what is intended; "Who will Poe meet?" asks for the plan first.
static bool is_answer(const Ask *ask, const KbLink *link, bool intents)
{
    bool planned = link_acceptable(ask, link) && !link_stands(link);
    if (ask->question->tense == TENSE_FUTURE && !intents) return planned;
    return link_stands(link) || planned || (intents && is_intent(link));
}

typedef struct Search {
    const KbEntity *x, *place;
    const WantedList *list;
    const When *when;
    const KbLink *unsure; // one that does not stand
} Search;

// "nominate as labor secretary": whom some row gives that post, whatever came of it.
static bool has_post_asked(Ask *ask, const KbLink *link, const KbEntity *x)
{
    const Question *question = ask->question;
    if (!strstr(question->param, "to post")) return true;
    const KbEntity *other = ask_get(ask, kb_text(link_other(x, link)->id.text));
    for (size_t i = 0; other && i < other->role_count; i++) {
        const KbHeldRole *role = &other->roles[i];
        if (title_match(ask->region, question->post, role->title, role_at(role).name) != TITLES_DIFFER) return true;
    }
    return false;
}

static void add_group(Ask *ask, Search *search, int group, bool sure, bool intents)
{
    for (size_t i = 0; i < search->x->link_count; i++) {
        const KbLink *link = &search->x->links[i];
        if (link_group(search->list, search->x, link, ask->question->verb) != group ||
            !link_in_time(search->when, link) || !kin_fits(ask->region, ask->question->text, link))
            continue;
        if (!ask_right_gender(ask, link_other(search->x, link), sure) || !link_in_place(link, search->place)) continue;
        bool from = search->place && strcmp(link_other(search->x, link)->id.text, search->place->id.text) == 0;
        if (from || !has_post_asked(ask, link, search->x)) continue; // "bought it from Poe" asks for another than Poe
        if (search->list->any)
            ask_link_item(ask, link_sentence(ask, link), link->object.id.text[0] ? link_other(search->x, link) : NULL,
                          link_circumstances(ask, link), link);
        else if (is_answer(ask, link, intents))
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
    bool aged = strncmp(ask->question->relations, "age>", 4) == 0 && ask->question->when.kind == WHEN_CLAUSE;
    if (aged) when.kind = WHEN_UNSAID; // "when he died": the report comes later
    WantedList list = link_wanted(ask->question->relations);
    Search search = {.x = x, .place = ask_place(ask), .list = &list, .when = &when};
    for (unsigned pass = 0; pass < 4 && !ask->answer->count; pass++) // the surest first
        for (unsigned group = 0; group < list.groups && !ask->answer->count; group++)
            add_group(ask, &search, (int)group, pass % 2 == 0, pass >= 2);
    keep_latest_age(ask);
    add_posts_for(ask, x, &list);
    bool members = strncmp(ask->question->relations, "member_of<", 10) == 0 && x->type == KB_ORGANIZATION;
    if (!ask->answer->count && members && x->post_count) { // who holds a post there belongs to it
        answer_staff(ask);
        return;
    }
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    if (search.unsure)
        ask_note_claim(ask, search.unsure);
    else
        ask_note(ask, "the articles do not say so of %.*s", TEXT_ARGS(x->name));
    if (!search.unsure) ask_note_told(ask, x, &when, (KbText){"", 0});
}

// "charged with fraud", "signed the Minsk agreement": the sentence says so, or it was there.
static bool says(Ask *ask, const KbLink *link, KbText what)
{
    KbText wanted = text_lower(ask->region, what), place = text_lower(ask->region, link->place.name);
    if (text_starts(wanted, "the ")) wanted = text_slice(wanted, 4, wanted.length);
    if (wanted.length && kb_text_equal(wanted, place)) return true;
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
        bool fits = link_group(every->list, entity, link, every->ask->question->verb) >= 0 && link_stands(link);
        if (!fits || !link_in_time(every->when, link) || !says(every->ask, link, every->ask->question->post)) continue;
        KbRef self = ask_ref(entity);
        ask_link_item(every->ask, entity->name, &self, link_predication(every->ask, entity, link), link);
        break;
    }
    return every->ask->answer->count < EVERY_SHOWN;
}

// "criticized the agreement": a common noun with its article names nothing that an article could fail to mention.
static bool is_topic(const Question *question)
{
    bool topic = strcmp(question->param, "topic") == 0;
    for (size_t i = 0; i < question->post.length && topic; i++)
        topic = !(question->post.data[i] >= 'A' && question->post.data[i] <= 'Z');
    return topic;
}

// "Who was arrested in 2018?"
void answer_every(Ask *ask)
{
    When when;
    if (!ask_period(ask, &when)) return;
    WantedList list = link_wanted(ask->question->relations);
    Every every = {ask, &list, &when};
    ask_each(ask, visit_every, &every);
    if (ask->answer->count) return;
    KbText topic = ask->question->post;
    bool named = topic.length && strcmp(ask->question->param, "subject") != 0; // "charged with fraud" names nothing
    if (named && !is_topic(ask->question)) {
        ask_refuse_unknown(ask, topic);
        return;
    }
    ask_status(ask, ANSWER_NO_ANSWER);
    if (ask_note_told(ask, NULL, &when, topic)) return;
    if (topic.length)
        ask_note(ask, "no report that says so mentions \"%.*s\"", TEXT_ARGS(topic));
    else
        ask_note(ask, "the articles say so of nobody");
}

// A fact of a kind that is not kept, about a name that is known.
void answer_other(Ask *ask)
{
    const KbEntity *x = ask_entity(ask, ask->question->x, ANY_TYPE);
    if (!x) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "nothing is kept about the %.*s of %.*s", TEXT_ARGS(ask->question->post), TEXT_ARGS(x->name));
}
