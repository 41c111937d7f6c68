// Document to contribution: what one article adds, in the knowledge base's terms.
// SPDX-License-Identifier: MIT
#include "ingest/contribute.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

// ---------------------------------------------------------------------------------------------- texts

// Runs of white space become one space: a name may be broken over lines.
static KbText folded_space(Arena *arena, KbText text)
{
    char *out = arena_alloc(arena, text.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        bool space = strchr(" \t\r\n", text.data[i]) != NULL;
        if (space && length && out[length - 1] != ' ') out[length++] = ' ';
        if (!space) out[length++] = text.data[i];
    }
    while (length && out[length - 1] == ' ')
        length--;
    return (KbText){out, length};
}

// Equal for reprints that differ in white space, punctuation and ASCII case only.
static uint64_t story_hash(Arena *arena, KbText text)
{
    char *out = arena_alloc(arena, text.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 'A' && c <= 'Z') c = (unsigned char)(c - 'A' + 'a');
        if (c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out[length++] = (char)c;
    }
    return XXH3_64bits(out, length);
}

// ---------------------------------------------------------------------------------------------- entities

typedef struct Maker {
    Document *document;
    Arena *arena;
    int32_t *entity_of; // [chain_count], -1: not handed on
    int32_t *first,
        *next; // mentions of a chain as a list: [chain_count] its first, [mention_count] the next; -1 ends it
    int32_t *evidence_of; // [sentence_count], -1: not used yet
    KbEvidence *evidence;
    size_t evidence_count, evidence_room;
} Maker;

static int compare_names(const void *left, const void *right)
{
    const KbName *a = left, *b = right;
    if (a->text.length != b->text.length) return a->text.length > b->text.length ? -1 : 1;
    return kb_text_compare(a->text, b->text);
}

static void add_name(Arena *arena, KbName **names, size_t *count, size_t *room, KbText text, uint32_t mentions)
{
    for (size_t i = 0; i < *count; i++)
        if (kb_text_equal((*names)[i].text, text)) {
            (*names)[i].mentions += mentions;
            return;
        }
    KbName name = {text, mentions};
    ARENA_PUSH(arena, *names, *count, *room, name);
}

static KbDocEntity make_entity(const Maker *maker, int32_t index)
{
    const Document *document = maker->document;
    const Chain *chain = &document->chains[index];
    KbDocEntity entity = {.type = (KbType)chain->type, .gender = (KbGender)chain->gender};
    KbName *names = NULL;
    KbMention *mentions = NULL;
    size_t name_room = 0, mention_room = 0;
    for (int32_t i = maker->first[index]; i >= 0; i = maker->next[i]) {
        const Mention *mention = &document->mentions[i];
        KbText text = document_tokens_text(document, mention->first, mention->last);
        KbMention span = {document->tokens[mention->first].start, document->tokens[mention->last - 1].end,
                          (KbMentionKind)mention->kind};
        ARENA_PUSH(maker->arena, mentions, entity.mention_count, mention_room, span);
        if (mention->kind == KB_NAME)
            add_name(maker->arena, &names, &entity.name_count, &name_room, folded_space(maker->arena, text), 1);
    }
    if (!entity.name_count) add_name(maker->arena, &names, &entity.name_count, &name_room, chain->name, 0);
    if (entity.name_count > 1) qsort(names, entity.name_count, sizeof *names, compare_names);
    entity.names = names;
    entity.mentions = mentions;
    if (chain->honorific.length) {
        KbText *title = arena_alloc(maker->arena, 1, sizeof *title);
        *title = chain->honorific;
        entity.titles = title;
        entity.title_count = 1;
    }
    return entity;
}

static void list_mentions(Maker *maker)
{
    const Document *document = maker->document;
    maker->first = arena_alloc(maker->arena, document->chain_count + 1, sizeof *maker->first);
    maker->next = arena_alloc(maker->arena, document->mention_count + 1, sizeof *maker->next);
    for (size_t i = 0; i < document->chain_count; i++)
        maker->first[i] = -1;
    for (size_t i = document->mention_count; i-- > 0;) {
        int32_t chain = document->mentions[i].chain;
        if (chain < 0) continue;
        maker->next[i] = maker->first[chain];
        maker->first[chain] = (int32_t)i;
    }
}

static bool is_named(const Maker *maker, size_t chain)
{
    for (int32_t i = maker->first[chain]; i >= 0; i = maker->next[i])
        if (maker->document->mentions[i].kind == KB_NAME) return true;
    return false;
}

static void make_entities(Maker *maker, KbContribution *contribution)
{
    const Document *document = maker->document;
    list_mentions(maker);
    KbDocEntity *entities = arena_alloc(maker->arena, document->chain_count + 1, sizeof *entities);
    maker->entity_of = arena_alloc(maker->arena, document->chain_count + 1, sizeof *maker->entity_of);
    for (size_t i = 0; i < document->chain_count; i++) {
        const Chain *chain = &document->chains[i];
        bool known = (chain->silent || is_named(maker, i)) && chain->type != KB_OTHER && chain->name.length;
        maker->entity_of[i] = known ? (int32_t)contribution->entity_count : KB_NONE;
        if (known) entities[contribution->entity_count++] = make_entity(maker, (int32_t)i);
    }
    contribution->entities = entities;
}

// ---------------------------------------------------------------------------------------------- claims

static int32_t entity_of(const Maker *maker, int32_t chain)
{
    return chain < 0 ? KB_NONE : maker->entity_of[chain];
}

static uint32_t evidence_of(Maker *maker, uint32_t sentence)
{
    if (maker->evidence_of[sentence] >= 0) return (uint32_t)maker->evidence_of[sentence];
    const Sentence *found = &maker->document->sentences[sentence];
    KbEvidence evidence = {found->start, found->end, document_slice(maker->document, found->start, found->end)};
    maker->evidence_of[sentence] = (int32_t)maker->evidence_count;
    ARENA_PUSH(maker->arena, maker->evidence, maker->evidence_count, maker->evidence_room, evidence);
    return (uint32_t)maker->evidence_of[sentence];
}

static void make_roles(Maker *maker, KbContribution *contribution)
{
    const Document *document = maker->document;
    KbRole *roles = arena_alloc(maker->arena, document->role_count + 1, sizeof *roles);
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *role = &document->roles[i];
        int32_t holder = entity_of(maker, role->holder);
        if (holder < 0) continue;
        KbRole *made = &roles[contribution->role_count++];
        *made = (KbRole){.holder = holder,
                         .title = role->title,
                         .organization = entity_of(maker, role->organization),
                         .place = entity_of(maker, role->place),
                         .person = entity_of(maker, role->person),
                         .status = (KbRoleStatus)role->status,
                         .polarity = (KbPolarity)role->polarity,
                         .modality = (KbModality)role->modality,
                         .attributed_to = entity_of(maker, role->attributed_to),
                         .evidence = evidence_of(maker, role->sentence),
                         .confidence = role->confidence};
        memcpy(made->start, role->start, sizeof made->start);
        memcpy(made->end, role->end, sizeof made->end);
    }
    contribution->roles = roles;
}

static void make_relations(Maker *maker, KbContribution *contribution)
{
    const Document *document = maker->document;
    KbRelation *relations = arena_alloc(maker->arena, document->relation_count + 1, sizeof *relations);
    for (size_t i = 0; i < document->relation_count; i++) {
        const Relation *relation = &document->relations[i];
        int32_t subject = entity_of(maker, relation->subject), object = entity_of(maker, relation->object);
        bool attribute = kb_predicate(relation->predicate)->shape == KB_ATTRIBUTE;
        if (subject < 0 || (object < 0 && !attribute)) continue;
        KbRelation *made = &relations[contribution->relation_count++];
        *made = (KbRelation){.subject = subject,
                             .predicate = relation->predicate,
                             .object = object,
                             .value = relation->value,
                             .verb = relation->verb,
                             .place = entity_of(maker, relation->place),
                             .polarity = (KbPolarity)relation->polarity,
                             .modality = (KbModality)relation->modality,
                             .attributed_to = entity_of(maker, relation->attributed_to),
                             .evidence = evidence_of(maker, relation->sentence),
                             .confidence = relation->confidence};
        memcpy(made->date, relation->date, sizeof made->date);
    }
    contribution->relations = relations;
}

void contribute(Document *document, const Article *article, KbContribution *contribution)
{
    Maker maker = {.document = document, .arena = document->arena};
    maker.evidence_of = arena_alloc(maker.arena, document->sentence_count + 1, sizeof *maker.evidence_of);
    for (size_t i = 0; i < document->sentence_count; i++)
        maker.evidence_of[i] = KB_NONE;
    *contribution = (KbContribution){.id = article->id,
                                     .path = article->path,
                                     .url = article->url,
                                     .source = article->source,
                                     .title = article->title,
                                     .published = document->published,
                                     .text_hash = XXH3_64bits(document->text.data, document->text.length),
                                     .story_hash = story_hash(maker.arena, document->text)};
    make_entities(&maker, contribution);
    make_roles(&maker, contribution);
    make_relations(&maker, contribution);
    contribution->evidence = maker.evidence;
    contribution->evidence_count = maker.evidence_count;
}
