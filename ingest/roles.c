// Roles of a document: reads every sentence's links, settles what each post is held at, and keeps one row per claim.
// SPDX-License-Identifier: MIT
#include "ingest/roles.h"

#include <string.h>

#include "ingest/chains.h"
#include "ingest/pipeline.h"
#include "ingest/role_links.h"

typedef struct RoleMaker {
    Document *document;
    Units units;
    size_t room;
    uint32_t *classes; // [role count] of the title's head
    size_t classes_count, classes_room;
    uint8_t *kinds; // [role count] LinkKind
    size_t kinds_count, kinds_room;
} RoleMaker;

static const uint16_t confidences[] = {
    [LINK_NONE] = 0, [LINK_BEFORE_NAME] = 950, [LINK_APPOSITION] = 900, [LINK_PREDICATE] = 850, [LINK_VERB] = 750};

// ---------------------------------------------------------------------------------------------- making

static void settle_holding(Role *role)
{ // the organization, or else the place, or else the person
    if (role->person == role->holder) role->person = KB_NONE;
    if (role->organization >= 0)
        role->place = role->person = KB_NONE;
    else if (role->place >= 0)
        role->person = KB_NONE;
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
    if (role.place < 0 && role.organization < 0 && phrase->country)
        role.place = country_chain(document, phrase->country);
    settle_holding(&role);
    role.sentence = units[phrase->core].sentence;
    role.token = units[phrase->core].first;
    role.last = units[phrase->end - 1].last;
    role.confidence = confidences[link->kind];
    ARENA_PUSH(document->arena, document->roles, document->role_count, maker->room, role);
    ARENA_PUSH(document->arena, maker->classes, maker->classes_count, maker->classes_room, phrase->classes);
    ARENA_PUSH(document->arena, maker->kinds, maker->kinds_count, maker->kinds_room, (uint8_t)link->kind);
}

static void read_sentence(RoleMaker *maker, uint32_t first, uint32_t limit)
{
    LinkedPhrase links[PHRASES];
    PhraseReader reader = {maker->document, &maker->units, first, limit};
    size_t count = role_links(&reader, links);
    for (size_t i = 0; i < count; i++)
        if (links[i].holder >= 0 && links[i].phrase.title.length) make_role(maker, &links[i]);
}

// ---------------------------------------------------------------------------------------------- settling

static bool held(const Role *role)
{
    return role->organization >= 0 || role->place >= 0 || role->person >= 0;
}

static bool same_holding(const Role *a, const Role *b)
{
    return a->organization == b->organization && a->place == b->place && a->person == b->person;
}

static void copy_holding(Role *to, const Role *from)
{
    to->organization = from->organization;
    to->place = from->place;
    to->person = from->person;
}

// The country named most, nationalities counted; the first of equals. -1: none.
static int32_t home_country(const Document *document)
{
    uint32_t *votes = arena_alloc(document->arena, document->chain_count + 1, sizeof *votes);
    for (size_t i = 0; i < document->mention_count; i++) {
        int32_t chain = document->mentions[i].chain;
        if (chain >= 0 && chain_country(document, chain)) votes[chain] += 1;
    }
    for (size_t i = 0; i < document->demonym_count; i++)
        if (document->demonyms[i].chain >= 0) votes[document->demonyms[i].chain] += 1;
    int32_t best = KB_NONE;
    for (size_t i = 0; i < document->chain_count; i++)
        if (votes[i] && (best < 0 || votes[i] > votes[best])) best = (int32_t)i;
    return best;
}

static bool ends_in(KbText title, const char *word)
{
    size_t length = strlen(word);
    return title.length >= length && memcmp(title.data + title.length - length, word, length) == 0;
}

static bool government_post(const Role *role, uint32_t classes)
{
    if (role->title.length > 8 && (ends_in(role->title, " minister") || ends_in(role->title, " secretary")) &&
        !ends_in(role->title, "press secretary"))
        return true;
    bool simple = !memchr(role->title.data, ' ', role->title.length);
    return (classes & TITLE_GOV) && simple && !ends_in(role->title, "secretary-general") &&
           !ends_in(role->title, "ambassador");
}

// A post said without its place elsewhere in the article: the same person's, else anybody's of the same title.
static const Role *namesake_post(const Document *document, const Role *role)
{
    const Role *any = NULL;
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *other = &document->roles[i];
        if (other == role || !held(other) || !kb_text_equal(other->title, role->title)) continue;
        if (other->holder == role->holder) return other;
        if (!any) any = other;
    }
    return any;
}

static void settle_unheld(RoleMaker *maker)
{
    Document *document = maker->document;
    int32_t home = home_country(document);
    for (size_t i = 0; i < document->role_count; i++) {
        Role *role = &document->roles[i];
        if (held(role) || !(maker->classes[i] & TITLE_POST)) continue;
        const Role *other = namesake_post(document, role);
        if (other)
            copy_holding(role, other);
        else if (government_post(role, maker->classes[i]))
            role->place = home;
    }
}

// "leads" and "heads" give way to the post that the article names for the same holder and body.
static bool verb_is_named(const RoleMaker *maker, size_t index)
{
    const Document *document = maker->document;
    const Role *role = &document->roles[index];
    if (maker->kinds[index] != LINK_VERB) return false;
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *other = &document->roles[i];
        if (maker->kinds[i] != LINK_VERB && other->holder == role->holder && same_holding(other, role)) return true;
    }
    return false;
}

static bool repeats(const Role *a, const Role *b)
{
    return a->holder == b->holder && a->status == b->status && a->polarity == b->polarity &&
           a->modality == b->modality && same_holding(a, b) && kb_text_equal(a->title, b->title);
}

static void keep_one_each(RoleMaker *maker)
{
    Document *document = maker->document;
    size_t kept = 0;
    bool *drop = arena_alloc(document->arena, document->role_count + 1, sizeof *drop);
    for (size_t i = 0; i < document->role_count; i++) {
        drop[i] = verb_is_named(maker, i);
        for (size_t j = 0; j < i && !drop[i]; j++)
            drop[i] = !drop[j] && repeats(&document->roles[i], &document->roles[j]);
    }
    for (size_t i = 0; i < document->role_count; i++)
        if (!drop[i]) document->roles[kept++] = document->roles[i];
    document->role_count = kept;
}

// ---------------------------------------------------------------------------------------------- the stage

void roles_find(Document *document)
{
    document->roles = NULL;
    document->role_count = 0;
    RoleMaker maker = {.document = document, .units = units_make(document)};
    for (uint32_t first = 0; first < maker.units.count;) {
        uint32_t limit = first + 1;
        while (limit < maker.units.count && maker.units.items[limit].sentence == maker.units.items[first].sentence)
            limit++;
        read_sentence(&maker, first, limit);
        first = limit;
    }
    settle_unheld(&maker);
    keep_one_each(&maker);
}

void stage_roles(Worker *worker, Document *document)
{
    (void)worker;
    roles_find(document);
}
