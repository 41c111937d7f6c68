// The knowledge base: opening, and the write transaction.
// SPDX-License-Identifier: MIT
//
// kb_put stores a version of a document and remembers it; kb_commit compares, for every document touched, the version
// that counts now with the one that counted before, changes the sums by the difference, and resolves what that touched.
#include <stdlib.h>
#include <string.h>

#include "kb/contribution.h"
#include "kb/error.h"
#include "kb/handle.h"
#include "kb/node.h"
#include "kb/record.h"
#include "kb/resolve.h"

typedef struct Operation {
    bool forget;
    KbText text; // record, or what to forget
} Operation;

struct Kb {
    Store *store;
    StoreTxn *txn; // the open write transaction, or NULL
    Pool pool;     // of the transaction
    Operation *operations;
    size_t count, room;
    Map touched; // document -> the record that counted before the transaction (KbText *), NULL: none
};

Store *kb_store(Kb *kb)
{
    return kb->store;
}

KbStatus kb_open(const char *path, const KbOptions *options, Kb **out, KbError *error)
{
    *out = NULL;
    Store *store;
    KB_TRY(kb_store_open(path, options, &store, error));
    *out = kb_memory_alloc(1, sizeof **out);
    (*out)->store = store;
    return KB_OK;
}

static void forget_operations(Kb *kb)
{
    free(kb->operations);
    kb->operations = NULL;
    kb->count = kb->room = 0;
    kb_map_clear(&kb->touched);
    kb_pool_clear(&kb->pool);
}

void kb_abort(Kb *kb)
{
    kb_store_abort(kb->txn);
    kb->txn = NULL;
    forget_operations(kb);
}

void kb_close(Kb *kb)
{
    if (!kb) return;
    kb_abort(kb);
    kb_store_close(kb->store);
    free(kb);
}

KbStatus kb_begin(Kb *kb, KbError *error)
{
    if (!kb_store_writable(kb->store)) return kb_fail(error, KB_INVALID, "the knowledge base is open for reading only");
    if (kb->txn) return kb_fail(error, KB_INVALID, "a transaction is open already");
    return kb_store_begin(kb->store, true, &kb->txn, error);
}

// ---------------------------------------------------------------------------------------------- versions

// Versions of a document sort by date, text, record: the last one counts.
static void version_key(const KbContribution *c, KbText record, Bytes *key)
{
    kb_bytes_clear(key);
    kb_record_fixed64(key, kb_document_key(c->id));
    kb_record_fixed32(key, kb_date_pack(c->published));
    kb_record_fixed64(key, c->text_hash);
    kb_record_fixed64(key, kb_hash_text(record));
}

static void document_prefix(uint64_t document, Bytes *key)
{
    kb_bytes_clear(key);
    kb_record_fixed64(key, document);
}

// The version that counts; KB_NOT_FOUND: none.
static KbStatus active_version(StoreTxn *txn, uint64_t document, KbText *key, KbText *record, KbError *error)
{
    Bytes prefix = {0};
    document_prefix(document, &prefix);
    KbStatus status = kb_store_last(txn, STORE_DOCUMENTS, kb_bytes_text(&prefix), key, record, error);
    kb_bytes_free(&prefix);
    return status;
}

// Before the first change to a document, keeps what counted.
static KbStatus touch(Kb *kb, uint64_t document, KbError *error)
{
    if (kb_map_find(&kb->touched, kb_key_of(&document))) return KB_OK;
    KbText key, record;
    KbStatus status = active_version(kb->txn, document, &key, &record, error);
    if (status && status != KB_NOT_FOUND) return status;
    MapEntry *entry = kb_map_at(&kb->touched, kb_key_of(&document));
    if (status) return KB_OK;
    KbText *copy = kb_pool_alloc(&kb->pool, 1, sizeof *copy);
    *copy = kb_pool_copy(&kb->pool, record);
    entry->value = copy;
    return KB_OK;
}

// What a document can be forgotten by: id, path, URL.
static KbStatus change_locators(StoreTxn *txn, const KbContribution *c, KbText version, bool add, KbError *error)
{
    const KbText names[] = {c->id, c->path, c->url};
    KbStatus status = KB_OK;
    Bytes key = {0};
    for (size_t i = 0; i < 3 && !status; i++) {
        if (names[i].length == 0) continue;
        kb_bytes_clear(&key);
        kb_record_fixed64(&key, kb_hash_text(names[i]));
        kb_bytes_put(&key, version.data, version.length);
        status = add ? kb_store_put(txn, STORE_LOCATORS, kb_bytes_text(&key), (KbText){"", 0}, error)
                     : kb_store_delete(txn, STORE_LOCATORS, kb_bytes_text(&key), error);
    }
    kb_bytes_free(&key);
    return status;
}

static KbStatus decode(KbText record, Pool *pool, KbContribution *c, const uint64_t **nodes, KbError *error)
{
    if (kb_contribution_decode(record, pool, c, nodes)) return KB_OK;
    return kb_fail(error, KB_CORRUPT, "a stored document is malformed");
}

// ---------------------------------------------------------------------------------------------- put

static KbStatus store_version(Kb *kb, const KbContribution *c, KbText record, KbPutResult *result, KbError *error)
{
    uint64_t document = kb_document_key(c->id);
    Bytes key = {0};
    KbText found, before, last_key;
    version_key(c, record, &key);
    KbStatus status = touch(kb, document, error);
    bool known = !status && active_version(kb->txn, document, &last_key, &before, error) == KB_OK;
    bool newest = !known || kb_text_compare(last_key, kb_bytes_text(&key)) < 0;
    *result = !known ? KB_ADDED : newest ? KB_REPLACED : KB_KEPT_INACTIVE;
    if (!status) status = kb_store_get(kb->txn, STORE_DOCUMENTS, kb_bytes_text(&key), &found, error);
    if (status == KB_OK)
        *result = KB_UNCHANGED;
    else if (status == KB_NOT_FOUND)
        status = kb_store_put(kb->txn, STORE_DOCUMENTS, kb_bytes_text(&key), record, error);
    if (!status && *result != KB_UNCHANGED) status = change_locators(kb->txn, c, kb_bytes_text(&key), true, error);
    kb_bytes_free(&key);
    return status;
}

static KbStatus run_put(Kb *kb, KbText record, KbPutResult *result, KbError *error)
{
    Pool pool = {0};
    KbContribution c;
    const uint64_t *nodes;
    KbStatus status = decode(record, &pool, &c, &nodes, error);
    if (!status) status = store_version(kb, &c, record, result, error);
    kb_pool_clear(&pool);
    return status;
}

// ---------------------------------------------------------------------------------------------- forget

static KbStatus forget_document(Kb *kb, uint64_t document, KbError *error)
{
    KB_TRY(touch(kb, document, error));
    KbText key, record;
    KbStatus status;
    Pool pool = {0};
    while (!(status = active_version(kb->txn, document, &key, &record, error))) {
        KbContribution c;
        const uint64_t *nodes;
        KbText kept_key = kb_pool_copy(&pool, key), kept = kb_pool_copy(&pool, record);
        status = decode(kept, &pool, &c, &nodes, error);
        if (!status) status = change_locators(kb->txn, &c, kept_key, false, error);
        if (!status) status = kb_store_delete(kb->txn, STORE_DOCUMENTS, kept_key, error);
        if (status) break;
    }
    kb_pool_clear(&pool);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

static KbStatus run_forget(Kb *kb, KbText name, size_t *forgotten, KbError *error)
{
    Bytes prefix = {0};
    document_prefix(kb_hash_text(name), &prefix);
    Map documents = {0};
    StoreScan scan;
    KbText key, value;
    KbStatus status = kb_store_scan(kb->txn, STORE_LOCATORS, kb_bytes_text(&prefix), &scan, error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, error)))
        kb_map_at(&documents, (KbText){key.data + 8, 8});
    kb_store_scan_end(&scan);
    status = status == KB_NOT_FOUND ? KB_OK : status;
    for (size_t i = 0; i < documents.count && !status; i++) {
        Cursor in = kb_cursor_of(documents.entries[i].key);
        status = forget_document(kb, kb_cursor_fixed64(&in), error);
    }
    *forgotten = documents.count;
    kb_map_clear(&documents);
    kb_bytes_free(&prefix);
    return status ? status : *forgotten ? KB_OK : KB_NOT_FOUND;
}

// ---------------------------------------------------------------------------------------------- replay

static KbStatus run(Kb *kb, const Operation *operation, KbPutResult *result, size_t *forgotten, KbError *error)
{
    if (!kb->txn) return kb_fail(error, KB_INVALID, "no transaction is open");
    return operation->forget ? run_forget(kb, operation->text, forgotten, error)
                             : run_put(kb, operation->text, result, error);
}

// The map was too small: with a larger one, everything once more.
static KbStatus replay(Kb *kb, KbError *error)
{
    kb_map_clear(&kb->touched);
    KB_TRY(kb_store_grow(kb->store, error));
    KB_TRY(kb_store_begin(kb->store, true, &kb->txn, error));
    for (size_t i = 0; i < kb->count; i++) {
        KbPutResult result;
        size_t forgotten;
        KbStatus status = run(kb, &kb->operations[i], &result, &forgotten, error);
        if (status && status != KB_NOT_FOUND) return status;
    }
    return KB_OK;
}

// Runs the operation and keeps it for a replay. After a failure that leaves the transaction unusable it is undone.
static KbStatus perform(Kb *kb, Operation operation, KbPutResult *result, size_t *forgotten, KbError *error)
{
    KbStatus status = run(kb, &operation, result, forgotten, error);
    while (status == KB_FULL && kb->txn) {
        kb_store_abort(kb->txn);
        kb->txn = NULL;
        if (!kb_store_needs_room(kb->store)) break;
        status = replay(kb, error);
        if (!status) status = run(kb, &operation, result, forgotten, error);
    }
    if (status && status != KB_NOT_FOUND)
        kb_abort(kb);
    else
        MEMORY_PUSH(kb->operations, kb->count, kb->room, operation);
    return status;
}

KbStatus kb_put(Kb *kb, const KbContribution *contribution, KbPutResult *result, KbError *error)
{
    KbPutResult ignored;
    size_t none;
    if (!kb->txn) return kb_fail(error, KB_INVALID, "no transaction is open");
    KB_TRY(kb_contribution_check(contribution, error));
    NodeKey *keys = kb_memory_alloc(contribution->entity_count, sizeof *keys);
    uint64_t *nodes = kb_memory_alloc(contribution->entity_count, sizeof *nodes);
    kb_node_keys(contribution, keys);
    for (size_t i = 0; i < contribution->entity_count; i++)
        nodes[i] = keys[i].id;
    Bytes record = {0};
    kb_contribution_encode(contribution, nodes, &record);
    Operation operation = {false, kb_pool_copy(&kb->pool, kb_bytes_text(&record))};
    kb_bytes_free(&record);
    free(nodes);
    free(keys);
    return perform(kb, operation, result ? result : &ignored, &none, error);
}

KbStatus kb_forget(Kb *kb, KbText id, size_t *forgotten, KbError *error)
{
    KbPutResult none;
    size_t ignored;
    if (!kb->txn) return kb_fail(error, KB_INVALID, "no transaction is open");
    Operation operation = {true, kb_pool_copy(&kb->pool, id)};
    return perform(kb, operation, &none, forgotten ? forgotten : &ignored, error);
}

// ---------------------------------------------------------------------------------------------- commit

static KbStatus add_record(Delta *delta, KbText record, int sign, KbError *error)
{
    Pool pool = {0};
    KbContribution c;
    const uint64_t *nodes;
    KbStatus status = decode(record, &pool, &c, &nodes, error);
    if (!status) {
        NodeKey *keys = kb_pool_alloc(&pool, c.entity_count, sizeof *keys);
        kb_node_keys(&c, keys);
        kb_delta_add(delta, &c, keys, sign);
    }
    kb_pool_clear(&pool);
    return status;
}

static KbStatus fold(Kb *kb, Delta *delta, KbError *error)
{
    for (size_t i = 0; i < kb->touched.count; i++) {
        const MapEntry *entry = &kb->touched.entries[i];
        const KbText *before = entry->value;
        uint64_t document;
        KbText key, after;
        memcpy(&document, entry->key.data, sizeof document);
        KbStatus status = active_version(kb->txn, document, &key, &after, error);
        if (status && status != KB_NOT_FOUND) return status;
        bool exists = status == KB_OK;
        if (before && exists && kb_text_equal(*before, after)) continue;
        if (before) KB_TRY(add_record(delta, *before, -1, error));
        if (exists) KB_TRY(add_record(delta, after, +1, error));
    }
    return KB_OK;
}

static KbStatus commit_once(Kb *kb, KbError *error)
{
    Delta delta = {0};
    KbStatus status = fold(kb, &delta, error);
    if (!status) status = kb_delta_apply(&delta, kb->txn, error);
    if (!status) status = kb_resolve(kb->txn, &delta, error);
    kb_delta_clear(&delta);
    if (status)
        kb_store_abort(kb->txn);
    else
        status = kb_store_commit(kb->txn, error);
    kb->txn = NULL;
    return status;
}

KbStatus kb_commit(Kb *kb, KbError *error)
{
    if (!kb->txn) return kb_fail(error, KB_INVALID, "no transaction is open");
    KbStatus status = commit_once(kb, error);
    while (status == KB_FULL && kb_store_needs_room(kb->store)) {
        status = replay(kb, error);
        if (!status)
            status = commit_once(kb, error);
        else if (kb->txn)
            kb_store_abort(kb->txn), kb->txn = NULL;
    }
    forget_operations(kb);
    return status;
}
