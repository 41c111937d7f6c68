// Where reports leave doubt: vacant and disputed posts, contradictions, denials, and what one article alone says.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/post.h"
#include "shell/tenure.h"
#include "shell/told.h"

enum { DOUBTS_SHOWN = 200 };

static void finish(Ask *ask, const char *nothing)
{
    if (ask->answer->count || ask->refused) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "%s", nothing);
}

// ---------------------------------------------------------------------------------------------- posts

// Given up by the last who held it, and nobody holds it or is to.
static bool is_vacant(const Tenures *tenures)
{
    bool held = false;
    for (size_t i = 0; i < tenures->count; i++) {
        const Tenure *tenure = &tenures->items[i];
        if (tenure_is_current(tenures, tenure) || tenure->coming) return false;
        held = held || tenure->held;
    }
    return held;
}

// The leaving is news: reported within a year of it, or of somebody who was reported in the post. That somebody once
// held a post leaves nothing vacant.
static bool is_left_lately(const Tenures *tenures)
{
    enum { LATELY = 366 };
    const Tenure *last = &tenures->items[0];
    if (last->holds) return true;
    for (size_t i = 0; i < last->count; i++) {
        const KbHeldRole *role = last->roles[i];
        bool dated = role->end[0].year && role->end[1].year && role->last_reported.year;
        if (dated && when_days(role->end[1], role->last_reported) <= LATELY) return true;
    }
    return false;
}

static bool has_dated_holder(const Tenures *tenures)
{
    for (size_t i = 0; i < tenures->count; i++)
        if (tenure_is_current(tenures, &tenures->items[i]) && tenures->items[i].last_current.year) return true;
    return false;
}

// An undated report disputes no dated one.
static bool is_claimant(const Tenures *tenures, const Tenure *tenure)
{
    bool dated = tenure->last_current.year || !has_dated_holder(tenures);
    return dated && tenure_is_current(tenures, tenure) && !tenure->acting;
}

// Two are reported to hold the only seat on the same last day.
static bool is_disputed(const Tenures *tenures)
{
    size_t holders = 0;
    for (size_t i = 0; i < tenures->count; i++)
        holders += is_claimant(tenures, &tenures->items[i]);
    return holders > 1;
}

static void add_doubt(Ask *ask, const Tenures *tenures, const char *what)
{
    const KbHeldRole *role = tenures->items[0].best;
    KbRef at = role_at(role);
    KbText names[3] = {{NULL, 0}};
    size_t count = 0;
    for (size_t i = 0; i < tenures->count && count < 3; i++)
        if (strcmp(what, "vacant") == 0 ? i == 0 : is_claimant(tenures, &tenures->items[i]))
            names[count++] = tenures->items[i].holder.name;
    bool vacant = strcmp(what, "vacant") == 0;
    KbText detail =
        region_format(ask->region, "%s; %s %.*s", vacant && !is_left_lately(tenures) ? "no holder is reported" : what,
                      vacant ? "last held by" : "held by", TEXT_ARGS(region_join(ask->region, names, count, ", ")));
    AnswerItem *item = ask_item(ask, role_label(ask, role), at.id.text[0] ? &at : NULL, detail);
    for (size_t i = 0; i < tenures->count; i++)
        ask_support(ask, item, tenures->items[i].best->sources, tenures->items[i].best->source_count,
                    tenures->items[i].best->confidence);
}

static Tenures tenures_like(Ask *ask, const KbEntity *at, size_t first)
{
    const KbHeldRole **roles = region_alloc(ask->region, at->post_count, sizeof *roles);
    size_t count = 0;
    for (size_t i = first; i < at->post_count; i++)
        if (title_match(ask->region, at->posts[first].title, at->posts[i].title, at->name) == TITLES_SAME)
            roles[count++] = &at->posts[i];
    return tenures_of(ask, roles, count);
}

static bool seen_before(Ask *ask, const KbEntity *at, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (title_match(ask->region, at->posts[index].title, at->posts[i].title, at->name) == TITLES_SAME) return true;
    return false;
}

static bool visit_posts(const KbEntity *at, void *context)
{
    Ask *ask = context;
    const char *param = ask->question->param;
    bool vacant = strcmp(param, "disputed") != 0, disputed = strcmp(param, "vacant") != 0;
    if (at->type == KB_PERSON) return true;
    for (size_t i = 0; i < at->post_count; i++) {
        if (!title_single(ask->region, at->posts[i].title) || seen_before(ask, at, i)) continue;
        Tenures tenures = tenures_like(ask, at, i);
        if (!tenures.count || !tenures.single) continue;
        bool wanted = ask->question->x.length || is_left_lately(&tenures); // of all posts, only those that are news
        if (vacant && wanted && is_vacant(&tenures)) add_doubt(ask, &tenures, "vacant");
        if (disputed && is_disputed(&tenures)) add_doubt(ask, &tenures, "disputed");
    }
    return ask->answer->count < DOUBTS_SHOWN;
}

// "Is the post of chairman of Boeing vacant?"
static void doubt_one(Ask *ask)
{
    Post post = post_find(ask, ask->question->post);
    Tenures tenures = tenures_of(ask, post.roles, post.count);
    if (ask->refused) return;
    if (!post.count && !post.at_known) {
        ask_refuse_unknown(ask, post.unknown.length ? post.unknown : ask->question->post);
        return;
    }
    const Tenure *current = NULL;
    for (size_t i = 0; i < tenures.count && !current; i++)
        if (tenure_is_current(&tenures, &tenures.items[i])) current = &tenures.items[i];
    bool vacant = is_vacant(&tenures);
    if (!current && !vacant) return;
    const KbHeldRole *role = current ? current->best : tenures.items[0].best;
    KbText parts[] = {role->holder.name, role_detail(ask, role)};
    ask_yes_no(ask, vacant, region_join(ask->region, parts, 2, ": "));
    ask_support(ask, &ask->answer->items[0], role->sources, role->source_count, role->confidence);
}

void answer_doubts(Ask *ask)
{
    const Question *question = ask->question;
    if (question->post.length) {
        doubt_one(ask);
    } else if (question->x.length) {
        const KbEntity *at = ask_entity(ask, question->x, ORGANIZATIONS | PLACES);
        if (at) visit_posts(at, ask);
    } else {
        ask_each(ask, visit_posts, ask);
    }
    finish(ask, "no report leaves such a post in doubt");
}

// ---------------------------------------------------------------------------------------------- contradictions

static bool same_claim(Ask *ask, const KbHop *a, const KbHop *b)
{
    if ((a->role == NULL) != (b->role == NULL)) return false;
    if (a->role)
        return strcmp(a->role->holder.id.text, b->role->holder.id.text) == 0 && post_same(ask, a->role, b->role);
    bool ends = strcmp(a->link->subject.id.text, b->link->subject.id.text) == 0 &&
                strcmp(a->link->object.id.text, b->link->object.id.text) == 0;
    bool turned = strcmp(a->link->subject.id.text, b->link->object.id.text) == 0 &&
                  strcmp(a->link->object.id.text, b->link->subject.id.text) == 0 &&
                  kb_predicate(a->link->predicate)->shape == KB_SYMMETRIC;
    bool value = a->link->object.id.text[0] || kb_text_equal(a->link->value, b->link->value);
    return a->link->predicate == b->link->predicate && (ends || turned) && value;
}

typedef struct Contradiction {
    const KbEntity *x;
    const KbHop *denied;
    const KbHop *stands; // the claim that the other contradicts; NULL: none
} Contradiction;

static bool visit_same(Ask *ask, const KbHop *claim, void *context)
{
    Contradiction *found = context;
    if (!link_hop_stands(claim) || !same_claim(ask, found->denied, claim)) return true;
    found->stands = region_alloc(ask->region, 1, sizeof *claim);
    memcpy((void *)found->stands, claim, sizeof *claim);
    return false;
}

static bool in_doubt(const KbHop *claim)
{
    KbPolarity polarity = claim->role ? claim->role->polarity : claim->link->polarity;
    KbModality modality = claim->role ? claim->role->modality : claim->link->modality;
    return polarity == KB_NEGATIVE || modality == KB_DENIED || modality == KB_ALLEGED;
}

static KbText speaker(const KbHop *claim)
{
    return claim->role ? claim->role->attributed_to.name : claim->link->attributed_to.name;
}

static void add_claim(Ask *ask, const KbHop *claim)
{
    KbText said = speaker(claim);
    KbText parts[] = {claim->role ? link_hop_shade(claim) : (KbText){"", 0}, // a link's text has it
                      said.length ? region_format(ask->region, "says %.*s", TEXT_ARGS(said)) : said,
                      date_text(ask, link_hop_first(claim))};
    ask_support_hop(ask, ask_item(ask, link_hop_text(ask, claim), NULL, region_join(ask->region, parts, 3, ", ")),
                    claim);
}

static bool visit_doubtful(Ask *ask, const KbHop *claim, void *context)
{
    Contradiction found = {.x = context, .denied = claim};
    if (!in_doubt(claim)) return true;
    link_each_claim(ask, found.x, visit_same, &found);
    if (found.stands) add_claim(ask, found.stands);
    add_claim(ask, claim);
    return ask->answer->count < DOUBTS_SHOWN;
}

// About x, or about the last answer: claims denied or alleged, each after the one it contradicts.
void answer_disagree(Ask *ask)
{
    KbText said = ask->question->x.length ? ask->question->x : kb_text("that");
    const KbEntity *x = ask_entity(ask, said, ANY_TYPE);
    if (!x) return;
    link_each_claim(ask, x, visit_doubtful, (void *)x);
    finish(ask, "the articles do not contradict each other there");
}

// ---------------------------------------------------------------------------------------------- what somebody says

typedef struct Said {
    const KbEntity *by;
    bool denied;
} Said;

// "told reporters in Oslo": that he spoke there is not what he said.
static bool is_the_saying(const KbHop *claim)
{
    static const char *const SAYING[] = {"say", "tell", "add"};
    for (size_t i = 0; claim->link && i < sizeof SAYING / sizeof *SAYING; i++)
        if (text_is(claim->link->verb, SAYING[i]) &&
            (strcmp(claim->link->subject.id.text, claim->link->attributed_to.id.text) == 0 ||
             strcmp(claim->link->object.id.text, claim->link->attributed_to.id.text) == 0))
            return true;
    return false;
}

static bool visit_said(Ask *ask, const KbHop *claim, void *context)
{
    const Said *said = context;
    KbRef by = claim->role ? claim->role->attributed_to : claim->link->attributed_to;
    KbModality modality = claim->role ? claim->role->modality : claim->link->modality;
    KbPolarity polarity = claim->role ? claim->role->polarity : claim->link->polarity;
    if (strcmp(by.id.text, said->by->id.text) != 0 || is_the_saying(claim)) return true;
    if (!said->denied || modality == KB_DENIED || polarity == KB_NEGATIVE) add_claim(ask, claim);
    return ask->answer->count < DOUBTS_SHOWN;
}

void answer_said(Ask *ask)
{
    const Question *question = ask->question;
    Said said = {.by = ask_entity(ask, question->x, ANY_TYPE), .denied = strcmp(question->param, "denied") == 0};
    const KbEntity *about = said.by && question->y.length ? ask_entity(ask, question->y, ANY_TYPE) : NULL;
    if (ask->refused) return;
    link_each_claim(ask, about, visit_said, &said);
    finish(ask, said.denied ? "the articles report no such denial" : "the articles attribute no claim of that kind");
    When any = {.kind = WHEN_UNSAID};
    if (!ask->answer->count && !said.denied) ask_note_quoted(ask, said.by, &any, question->y);
}

// ---------------------------------------------------------------------------------------------- one article

static bool is_article(Ask *ask, const KbDocumentInfo *document, KbText said)
{
    KbText lower = text_lower(ask->region, said);
    return kb_text_equal(document->id, said) || kb_text_equal(document->url, said) ||
           (document->title.length && kb_text_equal(text_lower(ask->region, document->title), lower));
}

// "this article": the first behind the last answer; else its id, URL or title.
static KbText read_article(Ask *ask)
{
    static const char *const LAST[] = {"this article", "that article", "the article", "it",         "this",
                                       "that",         "this story",   "that story",  "this report"};
    static const char *const NOUNS[] = {"the ", "article ", "document ", "story ", "report "};
    const Answer *last = ask->session->answer;
    const KbDocumentInfo *documents = NULL;
    KbText said = ask->question->post;
    size_t count = 0;
    for (size_t i = 0; i < sizeof LAST / sizeof *LAST; i++)
        if (text_is_any_case(said, LAST[i]))
            return last && last->count && last->items[0].source_count ? last->items[0].sources[0].document
                                                                      : (KbText){"", 0};
    for (size_t i = 0; i < sizeof NOUNS / sizeof *NOUNS; i++)
        if (text_starts(said, NOUNS[i])) said = text_trim(text_slice(said, strlen(NOUNS[i]), said.length));
    KbStatus status = kb_documents(ask->reader, (KbText){"", 0}, &documents, &count, &ask->error);
    if (status == KB_NOT_FOUND) ask->error.status = KB_OK;
    for (size_t i = 0; status == KB_OK && i < count; i++)
        if (is_article(ask, &documents[i], said)) return documents[i].id;
    return (KbText){"", 0};
}

static bool visit_resting(Ask *ask, const KbHop *claim, void *context)
{
    const KbText *document = context;
    size_t count;
    const KbSource *sources = link_hop_sources(claim, &count);
    for (size_t i = 0; i < count; i++)
        if (!kb_text_equal(sources[i].document, *document)) return true;
    if (count) add_claim(ask, claim);
    return ask->answer->count < DOUBTS_SHOWN;
}

void answer_rests_on(Ask *ask)
{
    KbText document = read_article(ask);
    if (!document.length) {
        ask_refuse_unknown(ask, ask->question->post);
        return;
    }
    link_each_claim(ask, NULL, visit_resting, &document);
    ask_note(ask, "%.*s %s on %.*s alone", TEXT_ARGS(text_count(ask->region, ask->answer->count, "claim")),
             ask->answer->count == 1 ? "rests" : "rest", TEXT_ARGS(document));
    finish(ask, "other articles say all of it as well");
}
