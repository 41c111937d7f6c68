// Who works or worked for an organization, in whatever post.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/post.h"
#include "shell/tenure.h"

static bool wanted_staff(Ask *ask, KbRoleStatus status, bool former)
{
    if (former) return status == KB_FORMER;
    return status != KB_FORMER ? status <= KB_ACTING : ask->question->tense == TENSE_PAST;
}

static AnswerItem *item_of(Ask *ask, const char *id)
{
    for (size_t i = 0; i < ask->answer->count; i++)
        if (strcmp(ask->answer->items[i].entity.text, id) == 0) return &ask->answer->items[i];
    return NULL;
}

static void add_employees(Ask *ask, const KbEntity *at, const When *when, bool former)
{
    int employed = kb_predicate_find(kb_text("employed_by")), member = kb_predicate_find(kb_text("member_of"));
    for (size_t i = 0; i < at->link_count && !former; i++) {
        const KbLink *link = &at->links[i];
        bool here = strcmp(link->object.id.text, at->id.text) == 0 && link->subject.type == KB_PERSON;
        if (!here || !link_stands(link) || (link->predicate != employed && link->predicate != member)) continue;
        if (when->kind == WHEN_PERIOD && (link->date[0].year || link->date[1].year) &&
            !when_fits(when, link->date[0], link->date[1]))
            continue;
        const KbPredicate *predicate = kb_predicate(link->predicate);
        KbText parts[] = {kb_text(predicate->wording), at->name};
        if (!item_of(ask, link->subject.id.text))
            ask_link_item(ask, link->subject.name, &link->subject, region_join(ask->region, parts, 2, " "), link);
    }
}

void answer_staff(Ask *ask)
{
    When when;
    bool former = strcmp(ask->question->param, "former") == 0;
    const KbEntity *at = ask_entity(ask, ask->question->x, ORGANIZATIONS | PLACES);
    if (!at || !ask_period(ask, &when)) return;
    for (size_t i = 0; i < at->post_count; i++) {
        const KbHeldRole *role = &at->posts[i];
        if (!role_stands(role) || !wanted_staff(ask, role->status, former)) continue;
        const KbHeldRole *one = role;
        Tenures tenures = tenures_of(ask, &one, 1);
        int gap;
        if (when.kind == WHEN_PERIOD && !tenure_in(&tenures, &tenures.items[0], when.from, when.to, &gap)) continue;
        if (!item_of(ask, role->holder.id.text))
            ask_role_item(ask, role->holder.name, &role->holder, role_detail(ask, role), role);
    }
    add_employees(ask, at, &when, former);
    if (ask->answer->count) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    ask_note(ask, "the articles name nobody who %s for %.*s", former ? "worked" : "works", TEXT_ARGS(at->name));
}
