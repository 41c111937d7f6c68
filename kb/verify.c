// Checking a whole knowledge base: every checksum, every record, every reference.
// SPDX-License-Identifier: MIT
#include <string.h>

#include "kb/contribution.h"
#include "kb/error.h"
#include "kb/handle.h"
#include "kb/reader.h"
#include "kb/record.h"

typedef struct Check {
    KbReader *reader;
    uint64_t records;
    KbError *error;
} Check;

static uint64_t id_at(KbText bytes, size_t offset)
{
    if (bytes.length < offset + 8) return 0;
    Cursor in = kb_cursor_of((KbText){bytes.data + offset, 8});
    return kb_cursor_fixed64(&in);
}

static KbStatus broken(Check *check, const char *what)
{
    return kb_fail(check->error, KB_CORRUPT, "%s", what);
}

static KbStatus has_home(Check *check, uint64_t node, const char *what)
{
    uint64_t entity;
    KbStatus status = kb_reader_home(check->reader, node, &entity, check->error);
    return status == KB_NOT_FOUND ? broken(check, what) : status;
}

// ---------------------------------------------------------------------------------------------- tables

static KbStatus check_document(Check *check, KbText key, KbText value)
{
    Pool pool = {0};
    KbContribution c;
    const uint64_t *nodes;
    bool good =
        key.length == 28 && kb_contribution_decode(value, &pool, &c, &nodes) && kb_document_key(c.id) == id_at(key, 0);
    kb_pool_clear(&pool);
    return good ? KB_OK : broken(check, "a document is malformed or under a wrong key");
}

static KbStatus check_mention(Check *check, KbText key, KbText value)
{
    (void)value;
    const DocumentView *view;
    if (key.length != 20) return broken(check, "a mention's key is malformed");
    KB_TRY(kb_reader_document(check->reader, id_at(key, 8), &view, check->error));
    Cursor in = kb_cursor_of((KbText){key.data + 16, 4});
    uint32_t index = kb_cursor_fixed32(&in);
    if (index >= view->c.entity_count || view->nodes[index] != id_at(key, 0))
        return broken(check, "a mention names an entity its document has not");
    return has_home(check, id_at(key, 0), "a mentioned node is in no entity");
}

static KbStatus check_edge(Check *check, KbText key, KbText value)
{
    (void)value;
    KB_TRY(has_home(check, id_at(key, 0), "an edge begins nowhere"));
    return has_home(check, id_at(key, 8), "an edge leads nowhere");
}

static KbStatus check_block(Check *check, KbText key, KbText value)
{
    (void)value;
    return has_home(check, id_at(key, 8), "a block lists a node that is in no entity");
}

static KbStatus check_home(Check *check, KbText key, KbText value)
{
    const EntityRecord *record;
    uint64_t node = id_at(key, 0);
    KB_TRY(kb_reader_record(check->reader, id_at(value, 0), &record, check->error));
    for (size_t i = 0; i < record->node_count; i++)
        if (record->nodes[i] == node) return KB_OK;
    return broken(check, "an entity does not know one of its nodes");
}

static KbStatus check_entity(Check *check, KbText key, KbText value)
{
    (void)value;
    const EntityRecord *record;
    uint64_t id = id_at(key, 0), home;
    KB_TRY(kb_reader_record(check->reader, id, &record, check->error));
    for (size_t i = 0; i < record->node_count; i++) {
        KB_TRY(has_home(check, record->nodes[i], "an entity's node is nowhere"));
        KB_TRY(kb_reader_home(check->reader, record->nodes[i], &home, check->error));
        if (home != id) return broken(check, "two entities claim one node");
    }
    return KB_OK;
}

static KbStatus check_name(Check *check, KbText key, KbText value)
{
    (void)value;
    const EntityRecord *record;
    if (key.length < 10) return broken(check, "a name's key is malformed");
    return kb_reader_record(check->reader, id_at(key, key.length - 8), &record, check->error);
}

static KbStatus check_nothing(Check *check, KbText key, KbText value)
{
    (void)check, (void)key, (void)value;
    return KB_OK;
}

typedef KbStatus (*RowCheck)(Check *check, KbText key, KbText value);
static const RowCheck row_checks[STORE_TABLES] = {
    [STORE_META] = check_nothing,     [STORE_DOCUMENTS] = check_document, [STORE_LOCATORS] = check_nothing,
    [STORE_FEATURES] = check_nothing, [STORE_MENTIONS] = check_mention,   [STORE_BLOCKS] = check_block,
    [STORE_ALIASES] = check_nothing,  [STORE_EDGES] = check_edge,         [STORE_TITLES] = check_nothing,
    [STORE_TOTALS] = check_nothing,   [STORE_PARENTS] = check_nothing,    [STORE_CHILDREN] = check_nothing,
    [STORE_HOMES] = check_home,       [STORE_ENTITIES] = check_entity,    [STORE_NAMES] = check_name,
};

static KbStatus check_table(Check *check, StoreTable table)
{
    StoreScan scan;
    KbText key, value;
    KbStatus status = kb_store_scan(check->reader->txn, table, (KbText){"", 0}, &scan, check->error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, check->error))) {
        check->records++;
        status = row_checks[table](check, key, value);
    }
    kb_store_scan_end(&scan);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

KbStatus kb_verify(Kb *kb, uint64_t *records, KbError *error)
{
    Check check = {.error = error};
    KB_TRY(kb_reader_open(kb, &check.reader, error));
    KbStatus status = KB_OK;
    for (int table = 0; table < STORE_TABLES && !status; table++)
        status = check_table(&check, (StoreTable)table);
    kb_reader_close(check.reader);
    if (records) *records = check.records;
    return status;
}
