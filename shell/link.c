// Links as questions ask for them: which predicates, which side, when, where, and how they read.
// SPDX-License-Identifier: MIT
#include "shell/link.h"

#include <string.h>

#include "shell/inflect.h"
#include "shell/kin.h"

WantedList link_wanted(const char *relations)
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

const KbRef *link_other(const KbEntity *entity, const KbLink *link)
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
int link_group(const WantedList *list, const KbEntity *x, const KbLink *link, KbText verb)
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

bool link_in_time(const When *when, const KbLink *link)
{
    KbDate day;
    if (when->kind != WHEN_PERIOD && when->kind != WHEN_MONTH) return true;
    if (!link->object.id.text[0] && kb_date_parse(link->value, &day)) return when_fits(when, day, day);
    if (link->date[0].year || link->date[1].year) return when_fits(when, link->date[0], link->date[1]);
    for (size_t i = 0; i < link->source_count; i++) // undated: the time of the report
        if (link->sources[i].published.year && when_fits(when, link->sources[i].published, link->sources[i].published))
            return true;
    return false;
}

// Where the question names a place (or another party, after "from"): NULL when it names none or an unknown one.
const KbEntity *ask_place(Ask *ask)
{
    const KbCandidate *found = NULL;
    bool topic = strstr(ask->question->param, "topic") != NULL;
    if (topic || !ask->question->post.length || !ask_candidates(ask, ask->question->post, ANY_TYPE, &found))
        return NULL;
    return ask_get(ask, kb_text(found[0].entity.id.text));
}

// A link that names no place may have been anywhere.
bool link_in_place(const KbLink *link, const KbEntity *place)
{
    return !place || !link->place.id.text[0] || place->type != KB_PLACE ||
           strcmp(link->place.id.text, place->id.text) == 0;
}

static KbText quoted(Ask *ask, KbText word)
{
    return word.length ? region_format(ask->region, "\"%.*s\"", TEXT_ARGS(word)) : word;
}

// Where, when, and how sure.
KbText link_circumstances(Ask *ask, const KbLink *link)
{
    KbText place = link->place.name, said = link->attributed_to.name;
    KbText parts[] = {quoted(ask, kin_word(ask->region, link)),
                      place.length ? region_format(ask->region, "in %.*s", TEXT_ARGS(place)) : place,
                      dates_text(ask, link->date), claim_shade(link->polarity, link->modality),
                      said.length ? region_format(ask->region, "says %.*s", TEXT_ARGS(said)) : said};
    return region_join(ask->region, parts, 5, ", ");
}

// Seen from its subject or from the other side: "met with", "challenged by".
static KbText wording(Ask *ask, const KbLink *link, bool subject)
{
    const KbPredicate *predicate = kb_predicate(link->predicate);
    bool by_verb = strcmp(predicate->name, "linked") == 0 && link->verb.length;
    if (!by_verb) return kb_text(subject ? predicate->wording : predicate->inverse);
    if (subject) return inflect_past(ask->region, link->verb);
    return region_format(ask->region, "%.*s by", TEXT_ARGS(inflect_participle(ask->region, link->verb)));
}

KbText link_wording(Ask *ask, const KbEntity *x, const KbLink *link)
{
    return wording(ask, link, strcmp(link->subject.id.text, x->id.text) == 0);
}

static KbText predication(Ask *ask, const KbLink *link, bool subject)
{
    KbText words[] = {wording(ask, link, subject), subject ? link->object.name : link->subject.name};
    KbText parts[] = {region_join(ask->region, words, 2, " "), link_circumstances(ask, link)};
    return region_join(ask->region, parts, 2, ", ");
}

KbText link_predication(Ask *ask, const KbEntity *x, const KbLink *link)
{
    return predication(ask, link, strcmp(link->subject.id.text, x->id.text) == 0);
}

KbText link_predication_of_other(Ask *ask, const KbEntity *x, const KbLink *link)
{
    bool attribute = !link->object.id.text[0];
    return predication(ask, link, attribute || strcmp(link->subject.id.text, x->id.text) != 0);
}

// "Ann Poe met with Bob Roe"
KbText link_sentence(Ask *ask, const KbLink *link)
{
    const KbPredicate *predicate = kb_predicate(link->predicate);
    bool by_verb = strcmp(predicate->name, "linked") == 0 && link->verb.length;
    KbText parts[] = {link->subject.name, by_verb ? inflect_past(ask->region, link->verb) : kb_text(predicate->wording),
                      link->object.id.text[0] ? link->object.name : link->value};
    return region_join(ask->region, parts, 3, " ");
}

void ask_note_claim(Ask *ask, const KbLink *link)
{
    KbText shade = claim_shade(link->polarity, link->modality), sentence = link_sentence(ask, link);
    ask_note(ask, "%.*s: %.*s", TEXT_ARGS(shade), TEXT_ARGS(sentence));
    if (link->source_count)
        ask_note(ask, "\"%.*s\" (%.*s)", TEXT_ARGS(link->sources[0].quote), TEXT_ARGS(link->sources[0].document));
}

// A question in the future tense is answered by plans.
bool link_acceptable(const Ask *ask, const KbLink *link)
{
    bool open = ask->question->tense == TENSE_NONE && ask->question->form != QUESTION_RELATION;
    bool future = open || ask->question->tense == TENSE_FUTURE;
    return link_stands(link) || (future && link->polarity == KB_POSITIVE && link->modality == KB_PLANNED);
}

// sure: the gender asked for is known, not only possible.
bool ask_right_gender(Ask *ask, const KbRef *other, bool sure)
{
    if (ask->question->gender == KB_GENDER_UNKNOWN || !other->id.text[0]) return true;
    const KbEntity *entity = ask_get(ask, kb_text(other->id.text));
    KbGender gender = entity ? entity->gender : KB_GENDER_UNKNOWN;
    return gender == ask->question->gender || (!sure && gender == KB_GENDER_UNKNOWN);
}

AnswerItem *ask_same_item(Ask *ask, const KbRef *other, KbText text)
{
    for (size_t i = 0; i < ask->answer->count; i++) {
        AnswerItem *item = &ask->answer->items[i];
        if (other->id.text[0] ? strcmp(item->entity.text, other->id.text) == 0 : kb_text_equal(item->text, text))
            return item;
    }
    return NULL;
}

// ---------------------------------------------------------------------------------------------- pairs

// The two of the question, or those of the last one for "they". False: the answer says why.
bool ask_pair(Ask *ask, Pair *pair, bool needs_two)
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

bool pair_joins(const Pair *pair, const KbLink *link)
{
    return !pair->y || strcmp(link_other(pair->x, link)->id.text, pair->y->id.text) == 0;
}

// ---------------------------------------------------------------------------------------------- claims of either kind

KbText link_hop_text(Ask *ask, const KbHop *hop)
{
    if (hop->link) {
        KbText parts[] = {link_sentence(ask, hop->link), quoted(ask, kin_word(ask->region, hop->link)),
                          claim_shade(hop->link->polarity, hop->link->modality)};
        return region_join(ask->region, parts, 3, ", ");
    }
    KbText parts[] = {hop->role->holder.name, role_label(ask, hop->role)};
    return region_join(ask->region, parts, 2, ": ");
}

void ask_support_hop(Ask *ask, AnswerItem *item, const KbHop *hop)
{
    if (hop->link)
        ask_support(ask, item, hop->link->sources, hop->link->source_count, hop->link->confidence);
    else
        ask_support(ask, item, hop->role->sources, hop->role->source_count, hop->role->confidence);
}

const KbSource *link_hop_sources(const KbHop *hop, size_t *count)
{
    *count = hop->role ? hop->role->source_count : hop->link->source_count;
    return hop->role ? hop->role->sources : hop->link->sources;
}

KbDate link_hop_first(const KbHop *hop)
{
    size_t count;
    const KbSource *sources = link_hop_sources(hop, &count);
    return count ? sources[0].published : (KbDate){0};
}

bool link_hop_stands(const KbHop *hop)
{
    return hop->role ? role_stands(hop->role) : link_stands(hop->link);
}

KbText link_hop_shade(const KbHop *hop)
{
    return hop->role ? claim_shade(hop->role->polarity, hop->role->modality)
                     : claim_shade(hop->link->polarity, hop->link->modality);
}

typedef struct Every {
    Ask *ask;
    ClaimVisit visit;
    void *context;
} Every;

static bool visit_entity(const KbEntity *entity, void *context)
{
    Every *every = context;
    bool more = true;
    for (size_t i = 0; i < entity->role_count && more; i++)
        more = every->visit(every->ask, &(KbHop){.from = ask_ref(entity), .role = &entity->roles[i]}, every->context);
    for (size_t i = 0; i < entity->link_count && more; i++) {
        const KbLink *link = &entity->links[i];
        if (strcmp(link->subject.id.text, entity->id.text) != 0) continue;
        more =
            every->visit(every->ask, &(KbHop){.from = link->subject, .to = link->object, .link = link}, every->context);
    }
    return more;
}

void link_each_claim(Ask *ask, const KbEntity *x, ClaimVisit visit, void *context)
{
    Every every = {ask, visit, context};
    if (!x) {
        ask_each(ask, visit_entity, &every);
        return;
    }
    visit_entity(x, &every);
    for (size_t i = 0; i < x->post_count; i++)
        if (!visit(ask, &(KbHop){.from = x->posts[i].holder, .role = &x->posts[i]}, context)) return;
    for (size_t i = 0; i < x->link_count; i++) {
        const KbLink *link = &x->links[i];
        bool mine = strcmp(link->subject.id.text, x->id.text) == 0;
        if (!mine && !visit(ask, &(KbHop){.from = link->subject, .to = link->object, .link = link}, context)) return;
    }
}
