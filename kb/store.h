// The file: tables of checked records, transactions, one writer. The only user of lmdb.h.
// SPDX-License-Identifier: MIT
#ifndef KB_STORE_H
#define KB_STORE_H

#include "kb/memory.h"

// All keys are big endian, so that byte order is the order of scans. docs/format.md describes every table.
typedef enum StoreTable {
    STORE_META,      // "format", "model"
    STORE_DOCUMENTS, // document, date, text hash, record hash -> contribution
    STORE_LOCATORS,  // hash of id, path or URL, document, record hash -> nothing
    STORE_FEATURES,  // node, kind, content -> count
    STORE_MENTIONS,  // node, document, entity index -> 1
    STORE_BLOCKS,    // block, node -> count of document entities
    STORE_ALIASES,   // short form's block, kind, full form's block -> count of document entities
    STORE_EDGES,     // node, node -> count of claims
    STORE_TITLES,    // hash of a title's word, holder's node -> count of roles
    STORE_TOTALS,    // what -> count
    STORE_PARENTS,   // block -> block it is a short form of
    STORE_CHILDREN,  // block, short form's block -> nothing
    STORE_HOMES,     // node -> entity
    STORE_ENTITIES,  // entity -> summary
    STORE_NAMES,     // kind, folded name, entity -> printed name
    STORE_TABLES
} StoreTable;

typedef struct Store Store;
typedef struct StoreTxn StoreTxn;

KB_MUST_USE KbStatus kb_store_open(const char *path, const KbOptions *options, Store **store, KbError *error);
void kb_store_close(Store *store);
bool kb_store_writable(const Store *store);

KB_MUST_USE KbStatus kb_store_begin(Store *store, bool write, StoreTxn **txn, KbError *error);
KB_MUST_USE KbStatus kb_store_commit(StoreTxn *txn, KbError *error); // frees the transaction, whatever happens
void kb_store_abort(StoreTxn *txn);                                  // accepts NULL
// The last error was only that the map is too small. Call without an open transaction.
bool kb_store_needs_room(const Store *store);
KB_MUST_USE KbStatus kb_store_grow(Store *store, KbError *error);

// The value lives until the transaction's next write, or its end when it only reads.
KB_MUST_USE KbStatus kb_store_get(StoreTxn *txn, StoreTable table, KbText key, KbText *value, KbError *error);
KB_MUST_USE KbStatus kb_store_put(StoreTxn *txn, StoreTable table, KbText key, KbText value, KbError *error);
KB_MUST_USE KbStatus kb_store_delete(StoreTxn *txn, StoreTable table, KbText key, KbError *error); // absent is fine

// Rows whose keys begin with `prefix`, in key order. Write nothing into the table meanwhile. `prefix` must stay in
// place.
typedef struct StoreScan {
    StoreTxn *txn;
    StoreTable table;
    KbText prefix;
    void *cursor;
    bool started;
} StoreScan;
KB_MUST_USE KbStatus kb_store_scan(StoreTxn *txn, StoreTable table, KbText prefix, StoreScan *scan, KbError *error);
KB_MUST_USE KbStatus kb_store_next(StoreScan *scan, KbText *key, KbText *value,
                                   KbError *error); // KB_NOT_FOUND: no more
// Moves to the first row at or after the key; the next kb_store_next gives it.
KB_MUST_USE KbStatus kb_store_seek(StoreScan *scan, KbText key, KbError *error);
void kb_store_scan_end(StoreScan *scan);

// Last row whose key begins with the prefix.
KB_MUST_USE KbStatus kb_store_last(StoreTxn *txn, StoreTable table, KbText prefix, KbText *key, KbText *value,
                                   KbError *error);

#endif
