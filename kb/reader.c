// Views of the knowledge base: ids, entities, documents.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/contribution.h"
#include "kb/error.h"
#include "kb/handle.h"
#include "kb/reader.h"
#include "kb/record.h"

enum { DOCUMENT_MEMORY = 64 << 20 };

KbStatus kb_reader_open(Kb *kb, KbReader **out, KbError *error)
{
    *out = NULL;
    StoreTxn *txn;
    KB_TRY(kb_store_begin(kb_store(kb), false, &txn, error));
    *out = kb_memory_alloc(1, sizeof **out);
    (*out)->txn = txn;
    return KB_OK;
}

void kb_reader_close(KbReader *reader)
{
    if (!reader) return;
    kb_store_abort(reader->txn);
    kb_map_clear(&reader->records);
    kb_map_clear(&reader->entities);
    kb_map_clear(&reader->homes);
    kb_map_clear(&reader->documents);
    kb_pool_clear(&reader->documents_of);
    kb_pool_clear(&reader->pool);
    free(reader);
}

// ---------------------------------------------------------------------------------------------- ids

static const char *const prefixes[KB_TYPES] = {"per", "org", "pla", "oth"};

KbId kb_reader_id(KbType type, uint64_t id)
{
    KbId out;
    memcpy(out.text, prefixes[type], 3);
    out.text[3] = '_';
    for (size_t i = 0; i < 16; i++)
        out.text[4 + i] = "0123456789abcdef"[id >> (60 - 4 * i) & 15];
    out.text[20] = '\0';
    return out;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool kb_reader_parse_id(KbText text, KbType *type, uint64_t *id)
{
    if (text.length != KB_ID_SIZE - 1 || text.data[3] != '_') return false;
    int found = -1;
    for (int i = 0; i < KB_TYPES; i++)
        if (memcmp(text.data, prefixes[i], 3) == 0) found = i;
    *id = 0;
    for (size_t i = 4; i < text.length; i++) {
        int digit = hex_digit(text.data[i]);
        if (digit < 0) return false;
        *id = *id << 4 | (uint64_t)digit;
    }
    *type = found < 0 ? KB_OTHER : (KbType)found;
    return found >= 0;
}

void kb_reader_key(uint64_t number, uint8_t out[8])
{
    for (int i = 0; i < 8; i++)
        out[i] = (uint8_t)(number >> (56 - 8 * i));
}

static uint64_t read_id(KbText bytes)
{
    Cursor in = kb_cursor_of(bytes);
    return kb_cursor_fixed64(&in);
}

// ---------------------------------------------------------------------------------------------- entities

KbStatus kb_reader_home(KbReader *reader, uint64_t node, uint64_t *entity, KbError *error)
{
    MapEntry *known = kb_map_find(&reader->homes, kb_key_of(&node));
    if (!known) {
        uint8_t key[8];
        KbText value;
        kb_reader_key(node, key);
        KB_TRY(kb_store_get(reader->txn, STORE_HOMES, (KbText){(const char *)key, 8}, &value, error));
        known = kb_map_at(&reader->homes, kb_key_of(&node));
        known->count = (int64_t)read_id(value);
    }
    *entity = (uint64_t)known->count;
    return KB_OK;
}

KbStatus kb_reader_record(KbReader *reader, uint64_t entity, const EntityRecord **record, KbError *error)
{
    MapEntry *known = kb_map_find(&reader->records, kb_key_of(&entity));
    if (known) {
        *record = known->value;
        return KB_OK;
    }
    uint8_t key[8];
    KbText bytes;
    kb_reader_key(entity, key);
    KbStatus status = kb_store_get(reader->txn, STORE_ENTITIES, (KbText){(const char *)key, 8}, &bytes, error);
    if (status == KB_NOT_FOUND) return kb_fail(error, KB_CORRUPT, "an entity is missing");
    if (status) return status;
    EntityRecord *made = kb_pool_alloc(&reader->pool, 1, sizeof *made);
    if (!kb_entity_decode(bytes, &reader->pool, made))
        return kb_fail(error, KB_CORRUPT, "an entity record is malformed");
    kb_map_at(&reader->records, kb_key_of(&entity))->value = made;
    *record = made;
    return KB_OK;
}

KbStatus kb_reader_find(KbReader *reader, KbText text, uint64_t *entity, const EntityRecord **record, KbError *error)
{
    KbType type;
    uint64_t id;
    if (!kb_reader_parse_id(text, &type, &id)) return KB_NOT_FOUND;
    KB_TRY(kb_reader_home(reader, id, entity, error));
    KB_TRY(kb_reader_record(reader, *entity, record, error));
    return (*record)->type == type ? KB_OK : KB_NOT_FOUND;
}

KbStatus kb_reader_ref(KbReader *reader, uint64_t entity, KbRef *ref, KbError *error)
{
    const EntityRecord *record;
    KB_TRY(kb_reader_record(reader, entity, &record, error));
    *ref = (KbRef){kb_reader_id(record->type, entity), record->type, record->name};
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- documents

static KbStatus load_document(KbReader *reader, uint64_t document, DocumentView *view, KbError *error)
{
    uint8_t prefix[8];
    KbText key, record;
    kb_reader_key(document, prefix);
    KbStatus status =
        kb_store_last(reader->txn, STORE_DOCUMENTS, (KbText){(const char *)prefix, 8}, &key, &record, error);
    if (status == KB_NOT_FOUND) return kb_fail(error, KB_CORRUPT, "a document is missing");
    if (status) return status;
    view->key = document;
    if (kb_contribution_decode(record, &reader->documents_of, &view->c, &view->nodes)) return KB_OK;
    return kb_fail(error, KB_CORRUPT, "a stored document is malformed");
}

KbStatus kb_reader_document(KbReader *reader, uint64_t document, const DocumentView **view, KbError *error)
{
    MapEntry *known = kb_map_find(&reader->documents, kb_key_of(&document));
    if (!known) {
        if (reader->documents_of.total > DOCUMENT_MEMORY) {
            kb_map_clear(&reader->documents);
            kb_pool_clear(&reader->documents_of);
        }
        DocumentView *made = kb_pool_alloc(&reader->documents_of, 1, sizeof *made);
        KB_TRY(load_document(reader, document, made, error));
        known = kb_map_at(&reader->documents, kb_key_of(&document));
        known->value = made;
    }
    *view = known->value;
    return KB_OK;
}

static int compare_places(const void *a, const void *b)
{
    const Place *x = a, *y = b;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

KbStatus kb_reader_places(KbReader *reader, const EntityRecord *record, Place **places, size_t *count, KbError *error)
{
    KbStatus status = KB_OK;
    size_t room = 0;
    *places = NULL;
    *count = 0;
    for (size_t i = 0; i < record->node_count && !status; i++) {
        uint8_t prefix[8];
        StoreScan scan;
        KbText key, value;
        kb_reader_key(record->nodes[i], prefix);
        status = kb_store_scan(reader->txn, STORE_MENTIONS, (KbText){(const char *)prefix, 8}, &scan, error);
        while (!status && !(status = kb_store_next(&scan, &key, &value, error))) {
            Cursor in = kb_cursor_of((KbText){key.data + 8, key.length - 8});
            uint64_t document = kb_cursor_fixed64(&in);
            MEMORY_PUSH(*places, *count, room, (Place){document, kb_cursor_fixed32(&in)});
        }
        kb_store_scan_end(&scan);
        if (status == KB_NOT_FOUND) status = KB_OK;
    }
    if (*count) qsort(*places, *count, sizeof **places, compare_places);
    if (status) free(*places);
    return status;
}
