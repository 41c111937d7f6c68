// Whether, when, where and why something happened between two.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/kin.h"
#include "shell/link.h"
#include "shell/told.h"

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
    KbText parts[] = {link_sentence(ask, link), link_circumstances(ask, link)};
    ask_yes_no(ask, yes, region_join(ask->region, parts, 2, ", "));
    ask_support(ask, &ask->answer->items[0], link->sources, link->source_count, link->confidence);
}

static bool is_no(const KbLink *link)
{
    return (link->polarity == KB_NEGATIVE && link->modality == KB_ASSERTED) || link->modality == KB_DENIED;
}

// "No relation" answers for brothers too.
static const KbLink *kin_denied(const Pair *pair, const WantedList *list)
{
    WantedList kin = link_wanted("spouse= parent= sibling= relative="), relative = link_wanted("relative=");
    bool asked = false;
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < kin.count; k++)
            asked = asked || list->items[i].predicate == kin.items[k].predicate;
    for (size_t i = 0; i < pair->x->link_count && asked && pair->y; i++) {
        const KbLink *link = &pair->x->links[i];
        if (link_group(&relative, pair->x, link, (KbText){"", 0}) >= 0 && pair_joins(pair, link) && is_no(link))
            return link;
    }
    return NULL;
}

void answer_yes_no(Ask *ask)
{
    When when;
    Pair pair = {NULL, NULL};
    const KbLink *yes = NULL, *no = NULL, *unsure = NULL;
    if (!ask_pair(ask, &pair, false) || !ask_period(ask, &when)) return;
    WantedList list = link_wanted(ask->question->relations);
    const KbEntity *place = ask_place(ask);
    bool denial = strstr(ask->question->param, "denied") != NULL; // "did X deny meeting Y"
    for (size_t i = 0; i < pair.x->link_count; i++) {
        const KbLink *link = &pair.x->links[i];
        if (link_group(&list, pair.x, link, ask->question->verb) < 0 || !pair_joins(&pair, link) ||
            !link_in_time(&when, link) || !kin_fits(ask->region, ask->question->text, link))
            continue;
        if (!ask_right_gender(ask, link_other(pair.x, link), false) || !link_in_place(link, place)) continue;
        if (denial ? is_no(link) : link_acceptable(ask, link))
            yes = yes && !link_stands(link) ? yes : link;
        else if (!denial && is_no(link))
            no = link;
        else
            unsure = link;
    }
    if (!yes && !no && !denial) no = kin_denied(&pair, &list);
    const KbHeldRole *role = yes || denial ? NULL : post_between(&list, &pair);
    bool turned = strstr(ask->question->param, "alive") != NULL; // asked by his death
    if (yes)
        yes_no_link(ask, !turned, yes);
    else if (role) {
        ask_yes_no(ask, role->status != KB_FORMER || ask->question->tense != TENSE_PRESENT, role_detail(ask, role));
        ask_support(ask, &ask->answer->items[0], role->sources, role->source_count, role->confidence);
    } else if (no)
        yes_no_link(ask, false, no);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    if (unsure)
        ask_note_claim(ask, unsure);
    else
        ask_note(ask, "the articles do not say");
    if (!unsure && !pair.y) ask_note_told(ask, pair.x, &when, (KbText){"", 0});
}

// ---------------------------------------------------------------------------------------------- when, where, why

// What the question wants to know of one link; empty where the link does not say.
static KbText event_text(Ask *ask, const KbEntity *x, const KbLink *link, KbRef *shown)
{
    const char *param = ask->question->param;
    const KbRef *other = link_other(x, link);
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
                      attribute ? (KbText){"", 0} : link_circumstances(ask, link)};
    return region_join(ask->region, parts, 2, ", ");
}

// "When was the accord signed?": a thing without a name is in sentences only.
static bool answer_common_noun(Ask *ask)
{
    const KbCandidate *found = NULL;
    KbText x = ask->question->x;
    When any = {.kind = WHEN_UNSAID};
    bool common = text_starts(x, "the ") && x.length > 4 && x.data[4] >= 'a' && x.data[4] <= 'z';
    if (!common || ask_candidates(ask, x, ANY_TYPE, &found) || !ask_note_told(ask, NULL, &any, x)) return false;
    ask_status(ask, ANSWER_NO_ANSWER);
    return true;
}

void answer_event(Ask *ask)
{
    When when;
    Pair pair = {NULL, NULL};
    const KbLink *undated = NULL, *unsure = NULL;
    if (answer_common_noun(ask)) return;
    if (!ask_pair(ask, &pair, false) || !ask_period(ask, &when)) return;
    const KbEntity *place = ask_place(ask);
    WantedList list = link_wanted(ask->question->relations);
    for (unsigned group = 0; group < list.groups && !ask->answer->count; group++)
        for (size_t i = 0; i < pair.x->link_count; i++) {
            const KbLink *link = &pair.x->links[i];
            KbRef shown = {.type = KB_OTHER};
            if (link_group(&list, pair.x, link, ask->question->verb) != (int)group || !pair_joins(&pair, link) ||
                !link_in_time(&when, link) || !link_in_place(link, place))
                continue;
            if (!link_acceptable(ask, link)) {
                unsure = link;
                continue;
            }
            KbText text = event_text(ask, pair.x, link, &shown);
            if (!text.length)
                undated = link;
            else if (!ask_same_item(ask, &shown, text))
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
        ask_note_claim(ask, unsure);
    } else {
        ask_note(ask, "the articles do not say");
        ask_note_told(ask, pair.x, &when, (KbText){"", 0});
    }
}
