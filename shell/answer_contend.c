// Who is to succeed somebody, or might: plans, and candidates whose sentence names the one in the post.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "shell/told.h"

typedef struct Contest {
    const KbEntity *holder, *rival; // rival NULL: whoever
    const KbDocumentMention *mentions;
    size_t mention_count;
} Contest;

static void add(Ask *ask, const Contest *contest, const KbRef *rival, const KbHop *claim, KbText detail)
{
    bool asked = contest->rival != NULL;
    if (strcmp(rival->id.text, contest->holder->id.text) == 0) return;
    if (asked && strcmp(rival->id.text, contest->rival->id.text) != 0) return;
    AnswerItem *known = ask_same_item(ask, rival, rival->name);
    if (asked && ask->answer->count) known = &ask->answer->items[0];
    if (!known && asked) {
        KbText parts[] = {rival->name, detail};
        ask_yes_no(ask, true, region_join(ask->region, parts, 2, ": "));
        known = &ask->answer->items[0];
    } else if (!known) {
        known = ask_item(ask, rival->name, rival, detail);
    }
    ask_support_hop(ask, known, claim);
}

static bool is_succession(Ask *ask, const KbSource *source)
{
    static const char *const WORDS[] = {"succe", "replac", "take over", "taking over"};
    KbText lower = text_lower(ask->region, source->quote);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (memmem(lower.data, lower.length, WORDS[i], strlen(WORDS[i]))) return true;
    return false;
}

static bool visit_candidate(Ask *ask, const KbHop *claim, void *context)
{
    const Contest *contest = context;
    const KbHeldRole *role = claim->role;
    if (!role || role->status < KB_DESIGNATE || role->polarity == KB_NEGATIVE || role->modality == KB_DENIED)
        return true;
    for (size_t i = 0; i < role->source_count; i++)
        if (is_succession(ask, &role->sources[i]) &&
            source_mentions(&role->sources[i], contest->mentions, contest->mention_count)) {
            add(ask, contest, &role->holder, claim, role_detail(ask, role));
            break;
        }
    return true;
}

static void add_plans(Ask *ask, const Contest *contest)
{
    int succeeded = kb_predicate_find(kb_text("succeeded"));
    for (size_t i = 0; i < contest->holder->link_count; i++) {
        const KbLink *link = &contest->holder->links[i];
        bool mine = link->predicate == succeeded && strcmp(link->object.id.text, contest->holder->id.text) == 0;
        if (!mine || link->polarity == KB_NEGATIVE || link->modality == KB_DENIED) continue;
        add(ask, contest, &link->subject, &(KbHop){.link = link},
            link_predication_of_other(ask, contest->holder, link));
    }
}

// He said, or they say, that he is no candidate.
static bool add_denial(Ask *ask, const Contest *contest)
{
    for (size_t i = 0; contest->rival && i < contest->rival->role_count; i++) {
        const KbHeldRole *role = &contest->rival->roles[i];
        bool no = role->polarity == KB_NEGATIVE || role->modality == KB_DENIED;
        if (!no || role->status < KB_DESIGNATE) continue;
        KbText parts[] = {contest->rival->name, role_detail(ask, role)};
        ask_yes_no(ask, false, region_join(ask->region, parts, 2, ": "));
        ask_support(ask, &ask->answer->items[0], role->sources, role->source_count, role->confidence);
        return true;
    }
    return false;
}

void answer_contenders(Ask *ask)
{
    const Question *question = ask->question;
    Contest contest = {.holder = ask_entity(ask, question->x, PERSONS)};
    if (contest.holder && question->y.length) contest.rival = ask_entity(ask, question->y, PERSONS);
    if (ask->refused) return;
    KbText id = kb_text(contest.holder->id.text);
    KbStatus status = kb_entity_mentions(ask->reader, id, &contest.mentions, &contest.mention_count, &ask->error);
    if (status != KB_OK) return;
    add_plans(ask, &contest);
    link_each_claim(ask, NULL, visit_candidate, &contest);
    if (ask->answer->count) return;
    if (add_denial(ask, &contest)) return;
    ask_status(ask, ANSWER_NO_ANSWER);
    KbText rival = contest.rival ? contest.rival->name : kb_text("anyone");
    ask_note(ask, "the articles do not name %.*s to succeed %.*s", TEXT_ARGS(rival), TEXT_ARGS(contest.holder->name));
}
