// Roles of a document: reads every sentence's links, settles what each post is held at, and keeps one row per claim.
// SPDX-License-Identifier: MIT
#include "ingest/roles.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/pipeline.h"
#include "ingest/role_handovers.h"
#include "ingest/role_merge.h"
#include "ingest/role_times.h"

enum { SUCCESSIONS = 8, RECENT = 48 };

static const uint16_t confidences[] = {[LINK_NONE] = 0,        [LINK_BEFORE_NAME] = 950, [LINK_APPOSITION] = 900,
                                       [LINK_PREDICATE] = 850, [LINK_AHEAD] = 800,       [LINK_VERB] = 750};

// ---------------------------------------------------------------------------------------------- making

// Words whose "Russian" tells where the seat is, not only where the person is from.
static const char national_seats[] =
    "|senator|lawmaker|legislator|mp|congressman|congresswoman|judge|prosecutor|official|deputy|negotiator|"
    "spokesman|spokeswoman|spokesperson|representative|delegate|attaché|captain|coach|";

static bool seat_is_national(const RoleMaker *maker, const TitlePhrase *phrase)
{
    return (phrase->classes & TITLE_POST) || unit_in(&maker->units, phrase->head, national_seats);
}

bool title_is_tie(KbText title)
{
    static const char *const ties[] = {"founder",        "co-founder", "cofounder",   "owner",       "co-owner",
                                       "majority owner", "part owner", "colleague",   "friend",      "rival",
                                       "counterpart",    "ally",       "photo",       "photos",      "co-accused",
                                       "co-defendant",   "successor",  "predecessor", "running mate"};
    for (size_t i = 0; i < sizeof ties / sizeof *ties; i++)
        if (kb_text_equal(title, kb_text(ties[i]))) return true;
    static const char *const last[] = {"student", "roommate", "classmate", "schoolmate", "teammate"};
    for (size_t i = 0; i < sizeof last / sizeof *last; i++)
        if (title_ends(title, last[i])) return true;
    return false;
}

// "member" and "owner" are ties, unless of a board or committee.
static bool is_title(const RoleMaker *maker, const TitlePhrase *phrase)
{
    static const char *const seats[] = {"board",   "council",    "committee",    "panel", "commission",
                                        "cabinet", "parliament", "subcommittee", "jury",  "presidency"};
    if (!phrase->title.length || (phrase->classes & TITLE_KIN) || title_is_tie(phrase->title)) return false;
    if (!unit_in(&maker->units, phrase->head, "|member|members|")) return true;
    for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
        if (memmem(phrase->title.data, phrase->title.length, seats[i], strlen(seats[i]))) return true;
    return false;
}

bool role_repeats(const Role *a, const Role *b)
{
    return a->holder == b->holder && a->status == b->status && a->polarity == b->polarity &&
           a->modality == b->modality && same_holding(a, b) && kb_text_equal(a->title, b->title);
}

// Said again a few drafts before: a long text repeats itself.
static bool repeats_recent(const RoleMaker *maker, const Role *role)
{
    size_t from = maker->count > RECENT ? maker->count - RECENT : 0;
    for (size_t i = from; i < maker->count; i++)
        if (role_repeats(&maker->drafts[i].role, role)) return true;
    return false;
}

static void make_role(RoleMaker *maker, const LinkedPhrase *link)
{
    Document *document = maker->document;
    const TitlePhrase *phrase = &link->phrase;
    const Unit *units = maker->units.items;
    Role role = {.holder = link->holder,
                 .title = phrase->title,
                 .organization = phrase->organization,
                 .place = phrase->place,
                 .person = phrase->person,
                 .status = link->status,
                 .polarity = link->polarity,
                 .attributed_to = KB_NONE};
    role.modality = KB_ASSERTED;
    bool national = phrase->country && role.place < 0 && role.organization < 0 && seat_is_national(maker, phrase);
    if (national) role.place = country_chain(document, phrase->country);
    settle_holding(&role);
    role.sentence = units[phrase->core].sentence;
    role.token = units[phrase->core].first;
    role.last = units[phrase->end - 1].last;
    role.confidence = confidences[link->kind];
    role_times(document, &maker->units, link, &role);
    RoleDraft draft = {role,
                       phrase->classes,
                       units[phrase->head].title,
                       (uint8_t)link->kind,
                       phrase->country != NULL,
                       phrase->pointed,
                       role_held(&role) && !phrase->pointed,
                       phrase->indefinite,
                       phrase->indefinite && !role_held(&role) && !(phrase->classes & (TITLE_POST | TITLE_HELDFOR)),
                       link->name != NO_UNIT && link->name >= phrase->end};
    TitledPerson titled = {role.title, role.holder};
    ARENA_PUSH(document->arena, maker->titled, maker->titled_count, maker->titled_room, titled);
    if (!repeats_recent(maker, &role)) ARENA_PUSH(document->arena, maker->drafts, maker->count, maker->room, draft);
}

static void read_successions(RoleMaker *maker, const PhraseReader *reader, const LinkedPhrase *links, size_t count)
{
    Succession found[SUCCESSIONS];
    size_t found_count = successions_find(reader, links, count, found, SUCCESSIONS),
           sentences = maker->succession_count;
    for (size_t i = 0; i < found_count; i++) {
        uint32_t sentence = maker->units.items[reader->first].sentence;
        ARENA_PUSH(maker->document->arena, maker->successions, maker->succession_count, maker->succession_room,
                   found[i]);
        ARENA_PUSH(maker->document->arena, maker->succession_sentences, sentences, maker->sentence_room, sentence);
    }
}

static void read_sentence(RoleMaker *maker, uint32_t first, uint32_t limit)
{
    LinkedPhrase links[PHRASES];
    PhraseReader reader = {maker->document, &maker->units, first,         limit,
                           maker->kinds_of, maker->named,  maker->titled, maker->titled_count};
    size_t count = role_links(&reader, links);
    for (size_t i = 0; i < count; i++)
        if (links[i].holder >= 0 && is_title(maker, &links[i].phrase)) make_role(maker, &links[i]);
    read_successions(maker, &reader, links, count);
}

// ---------------------------------------------------------------------------------------------- one row a claim

static size_t window_start(size_t index)
{
    return index > ROLE_WINDOW ? index - ROLE_WINDOW : 0;
}

static size_t window_end(const RoleMaker *maker, size_t index)
{
    return index + ROLE_WINDOW < maker->count ? index + ROLE_WINDOW : maker->count;
}

// "defence counsel X, who represents him": the article has its own word for a lawyer.
static bool pleads(KbText title)
{
    static const char *const words[] = {"lawyer", "counsel", "advocate", "attorney", "solicitor", "barrister"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (title_ends(title, words[i])) return true;
    return false;
}

// "leads" and "heads" give way to the post that the article names for the same holder and body.
static bool verb_is_named(const RoleMaker *maker, size_t index)
{
    const Role *role = &maker->drafts[index].role;
    if (maker->drafts[index].kind != LINK_VERB || leads_unnamed(&maker->drafts[index])) return false;
    KbText word = maker->document->tokens[role->token].lower;
    if (memmem(role->title.data, role->title.length, word.data, word.length))
        return false; // "named chairman": it is said
    for (size_t i = window_start(index); i < window_end(maker, index); i++) {
        const Role *other = &maker->drafts[i].role;
        if (maker->drafts[i].kind == LINK_VERB || other->holder != role->holder) continue;
        if (same_holding(other, role) || (pleads(role->title) && pleads(other->title))) return true;
    }
    return false;
}

// Posts whose holder leads or runs the whole body.
static const char *const topmost[] = {
    "president",         "chairman",        "chairwoman", "chief executive", "director",          "director general",
    "managing director", "general manager", "governor",   "superintendent",  "secretary-general", "rector",
    "principal",         "editor"};

static bool is_topmost(KbText title)
{
    for (size_t i = 0; i < sizeof topmost / sizeof *topmost; i++)
        if (kb_text_equal(title, kb_text(topmost[i]))) return true;
    return false;
}

// The one post at the top of the body that the article names beside the role that a verb tells; NULL: none or several.
static const KbText *topmost_at(const RoleMaker *maker, size_t index)
{
    const KbText *found = NULL;
    for (size_t i = window_start(index); i < window_end(maker, index); i++) {
        const Role *other = &maker->drafts[i].role;
        bool fits = maker->drafts[i].kind != LINK_VERB && same_holding(other, &maker->drafts[index].role);
        if (!fits || !is_topmost(other->title)) continue;
        if (found && !kb_text_equal(*found, other->title)) return NULL;
        found = &other->title;
    }
    return found;
}

// "elected president of the union; X had led it": the post that is led is called what the article calls another's.
static void name_verbs(RoleMaker *maker)
{
    for (size_t i = 0; i < maker->count; i++) {
        Role *role = &maker->drafts[i].role;
        bool led = kb_text_equal(role->title, kb_text("leader")) || kb_text_equal(role->title, kb_text("head"));
        bool moves = role->status == KB_FORMER || role->status == KB_DESIGNATE;
        const KbText *title =
            maker->drafts[i].kind == LINK_VERB && led && moves && role_held(role) ? topmost_at(maker, i) : NULL;
        if (title) role->title = *title, maker->drafts[i].kind = LINK_PREDICATE;
    }
}

static void keep_one_each(RoleMaker *maker)
{
    Document *document = maker->document;
    bool *drop = arena_alloc(document->arena, maker->count + 1, sizeof *drop);
    document->roles = arena_alloc(document->arena, maker->count + 1, sizeof *document->roles);
    document->role_count = 0;
    for (size_t i = 0; i < maker->count; i++) {
        drop[i] = verb_is_named(maker, i);
        for (size_t j = window_start(i); j < i && !drop[i]; j++)
            drop[i] = !drop[j] && role_repeats(&maker->drafts[i].role, &maker->drafts[j].role);
        if (!drop[i]) document->roles[document->role_count++] = maker->drafts[i].role;
    }
}

// ---------------------------------------------------------------------------------------------- the stage

static void read_sentences(RoleMaker *maker)
{
    for (uint32_t first = 0; first < maker->units.count;) {
        uint32_t limit = first + 1;
        while (limit < maker->units.count && maker->units.items[limit].sentence == maker->units.items[first].sentence)
            limit++;
        read_sentence(maker, first, limit);
        first = limit;
    }
}

static void settle_and_keep(RoleMaker *maker)
{
    seats_settle(maker);
    handovers_settle(maker);
    name_verbs(maker);
    keep_one_each(maker);
}

void stage_roles(Worker *worker, Document *document)
{
    RoleMaker maker = {.document = document, .units = units_make(document)};
    seats_count(&maker);
    read_sentences(&maker);
    if (worker) roles_merge(&maker, worker_roles(worker, document));
    settle_and_keep(&maker);
}

void roles_find(Document *document)
{
    stage_roles(NULL, document);
}
