// Entities, documents and mentions by id; lists of all.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/error.h"
#include "kb/reader.h"
#include "kb/record.h"

// ---------------------------------------------------------------------------------------------- one entity

static KbStatus make_entity(KbReader *reader, uint64_t id, const EntityRecord *record, const KbEntity **out,
                            KbError *error)
{
    MapEntry *known = kb_map_find(&reader->entities, kb_key_of(&id));
    if (known) {
        *out = known->value;
        return KB_OK;
    }
    KbEntity *entity = kb_pool_alloc(&reader->pool, 1, sizeof *entity);
    KbText none = {"", 0};
    *entity = (KbEntity){.id = kb_reader_id(record->type, id),
                         .type = record->type,
                         .name = record->name,
                         .parts = {none, none, none, none, none},
                         .gender = record->gender,
                         .aliases = record->aliases,
                         .alias_count = record->alias_count,
                         .mention_count = record->mentions,
                         .first_seen = kb_date_unpack(record->first),
                         .last_seen = kb_date_unpack(record->last),
                         .unresolved = record->unresolved};
    if (record->type == KB_PERSON) kb_name_parts(record->name, &entity->parts);
    KB_TRY(kb_claims_read(reader, id, record, entity, error));
    kb_map_at(&reader->entities, kb_key_of(&id))->value = entity;
    *out = entity;
    return KB_OK;
}

KbStatus kb_entity_get(KbReader *reader, KbText text, const KbEntity **entity, KbError *error)
{
    uint64_t id;
    const EntityRecord *record;
    *entity = NULL;
    KB_TRY(kb_reader_find(reader, text, &id, &record, error));
    return make_entity(reader, id, record, entity, error);
}

static int compare_mentions(const void *a, const void *b)
{
    const KbDocumentMention *x = a, *y = b;
    int order = kb_text_compare(x->document, y->document);
    if (order == 0) order = (x->mention.start > y->mention.start) - (x->mention.start < y->mention.start);
    if (order == 0) order = (x->mention.end > y->mention.end) - (x->mention.end < y->mention.end);
    return order ? order : (int)x->mention.kind - (int)y->mention.kind;
}

KbStatus kb_entity_mentions(KbReader *reader, KbText text, const KbDocumentMention **out, size_t *count, KbError *error)
{
    uint64_t id;
    const EntityRecord *record;
    Place *places;
    size_t place_count, room = 0;
    KB_TRY(kb_reader_find(reader, text, &id, &record, error));
    KB_TRY(kb_reader_places(reader, record, &places, &place_count, error));
    KbDocumentMention *mentions = NULL;
    KbStatus status = KB_OK;
    *count = 0;
    for (size_t i = 0; i < place_count && !status; i++) {
        const DocumentView *view;
        status = kb_reader_document(reader, places[i].document, &view, error);
        if (status) break;
        const KbDocEntity *entity = &view->c.entities[places[i].index];
        for (size_t j = 0; j < entity->mention_count; j++)
            MEMORY_PUSH(mentions, *count, room, (KbDocumentMention){view->c.id, entity->mentions[j]});
    }
    if (*count) qsort(mentions, *count, sizeof *mentions, compare_mentions);
    KbDocumentMention *kept = kb_pool_alloc(&reader->pool, *count, sizeof *kept);
    if (*count) memcpy(kept, mentions, *count * sizeof *kept);
    *out = kept;
    free(mentions);
    free(places);
    return status;
}

// ---------------------------------------------------------------------------------------------- all entities

typedef struct Listed {
    uint64_t id;
    KbType type;
} Listed;

static int compare_listed(const void *a, const void *b)
{
    static const int order[KB_TYPES] = {[KB_ORGANIZATION] = 0, [KB_OTHER] = 1, [KB_PERSON] = 2, [KB_PLACE] = 3};
    const Listed *x = a, *y = b;
    if (x->type != y->type) return order[x->type] - order[y->type]; // "org_" < "oth_" < "per_" < "pla_"
    return (x->id > y->id) - (x->id < y->id);
}

static KbStatus list_entities(KbReader *reader, Listed **list, size_t *count, KbError *error)
{
    StoreScan scan;
    KbText key, value;
    size_t room = 0;
    *list = NULL;
    *count = 0;
    KbStatus status = kb_store_scan(reader->txn, STORE_ENTITIES, (KbText){"", 0}, &scan, error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, error))) {
        Cursor id = kb_cursor_of(key), record = kb_cursor_of(value);
        uint8_t type = kb_cursor_byte(&record);
        Listed listed = {kb_cursor_fixed64(&id), type < KB_TYPES ? (KbType)type : KB_OTHER};
        MEMORY_PUSH(*list, *count, room, listed);
    }
    kb_store_scan_end(&scan);
    if (*count) qsort(*list, *count, sizeof **list, compare_listed);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

KbStatus kb_entities_each(KbReader *reader, KbVisit visit, void *context, KbError *error)
{
    Listed *list;
    size_t count;
    KbStatus status = list_entities(reader, &list, &count, error);
    for (size_t i = 0; i < count && !status; i++) {
        const EntityRecord *record;
        const KbEntity *entity;
        status = kb_reader_record(reader, list[i].id, &record, error);
        if (!status) status = make_entity(reader, list[i].id, record, &entity, error);
        if (!status && !visit(entity, context)) break;
    }
    free(list);
    return status;
}

// ---------------------------------------------------------------------------------------------- documents

static int compare_documents(const void *a, const void *b)
{
    const KbDocumentInfo *x = a, *y = b;
    int order = kb_date_compare(x->published, y->published);
    return order ? order : kb_text_compare(x->id, y->id);
}

static KbDocumentInfo document_info(const DocumentView *view)
{
    const KbContribution *c = &view->c;
    return (KbDocumentInfo){c->id, c->source, c->title, c->url, c->published, c->story_hash};
}

// Every document once: keys come sorted, with the versions of one document together.
static KbStatus all_documents(KbReader *reader, uint64_t **keys, size_t *count, KbError *error)
{
    StoreScan scan;
    KbText key, value;
    size_t room = 0;
    KbStatus status = kb_store_scan(reader->txn, STORE_DOCUMENTS, (KbText){"", 0}, &scan, error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, error))) {
        Cursor in = kb_cursor_of(key);
        uint64_t document = kb_cursor_fixed64(&in);
        if (*count == 0 || (*keys)[*count - 1] != document) MEMORY_PUSH(*keys, *count, room, document);
    }
    kb_store_scan_end(&scan);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

static KbStatus documents_of(KbReader *reader, KbText text, uint64_t **keys, size_t *count, KbError *error)
{
    uint64_t id;
    const EntityRecord *record;
    Place *places;
    size_t place_count, room = 0;
    KB_TRY(kb_reader_find(reader, text, &id, &record, error));
    KB_TRY(kb_reader_places(reader, record, &places, &place_count, error));
    for (size_t i = 0; i < place_count; i++)
        if (i == 0 || places[i].document != places[i - 1].document)
            MEMORY_PUSH(*keys, *count, room, places[i].document);
    free(places);
    return KB_OK;
}

KbStatus kb_documents(KbReader *reader, KbText id, const KbDocumentInfo **documents, size_t *count, KbError *error)
{
    uint64_t *keys = NULL;
    *count = 0;
    KbStatus status =
        id.length ? documents_of(reader, id, &keys, count, error) : all_documents(reader, &keys, count, error);
    KbDocumentInfo *list = kb_pool_alloc(&reader->pool, *count, sizeof *list);
    for (size_t i = 0; i < *count && !status; i++) {
        const DocumentView *view;
        status = kb_reader_document(reader, keys[i], &view, error);
        if (!status) list[i] = document_info(view);
    }
    free(keys);
    if (*count && !status) qsort(list, *count, sizeof *list, compare_documents);
    *documents = list;
    return status;
}

// ---------------------------------------------------------------------------------------------- totals

static KbStatus read_total(KbReader *reader, const uint8_t *key, size_t length, uint64_t *total, KbError *error)
{
    KbText value;
    KbStatus status = kb_store_get(reader->txn, STORE_TOTALS, (KbText){(const char *)key, length}, &value, error);
    if (status == KB_NOT_FOUND) return KB_OK;
    if (status) return status;
    Cursor in = kb_cursor_of(value);
    *total = kb_cursor_number(&in);
    return KB_OK;
}

KbStatus kb_stats(KbReader *reader, KbStats *stats, KbError *error)
{
    *stats = (KbStats){0};
    uint64_t *const totals[] = {[TOTAL_DOCUMENTS] = &stats->documents,
                                [TOTAL_ROLES] = &stats->roles,
                                [TOTAL_LINKS] = &stats->links,
                                [TOTAL_MENTIONS] = &stats->mentions};
    for (uint8_t i = 0; i < TOTAL_ENTITIES; i++)
        KB_TRY(read_total(reader, &i, 1, totals[i], error));
    for (uint8_t type = 0; type < KB_TYPES; type++)
        KB_TRY(read_total(reader, (const uint8_t[]){TOTAL_ENTITIES, type}, 2, &stats->entities[type], error));
    return KB_OK;
}
