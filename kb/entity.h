// Entities as stored: which nodes, which names, and what a list of candidates shows.
// SPDX-License-Identifier: MIT
#ifndef KB_ENTITY_H
#define KB_ENTITY_H

#include "kb/cluster.h"

// A stored summary. What the claims say is read from the documents, when asked for.
typedef struct EntityRecord {
    KbType type;
    KbGender gender;
    bool unresolved;
    uint64_t mentions;
    uint32_t first, last; // packed days
    KbText name;
    KbText title; // of the main post; empty: none
    uint64_t at;  // node it is held at; 0: none
    const uint64_t *nodes;
    size_t node_count;
    const KbAlias *aliases; // without `name`, most mentioned first
    size_t alias_count;
} EntityRecord;

// Makes the record of an entity of these nodes and returns its id: that of the node with most mentions.
uint64_t kb_entity_make(Node *const *nodes, size_t count, bool unresolved, Pool *pool, EntityRecord *out);
void kb_entity_encode(const EntityRecord *record, Bytes *out);
bool kb_entity_decode(KbText bytes, Pool *pool, EntityRecord *out); // texts point into `bytes`

// Kinds of rows in STORE_NAMES: kind, key, NUL, entity -> mentions, printed name.
typedef enum NameRow {
    NAME_FULL = 'n',  // a name as printed, folded
    NAME_SHORT = 's', // a form nobody printed yet: initials, head words, given name
    NAME_SOUND = 'k'  // people: sound of the family name; others: canonical form
} NameRow;
// The rows of an entity: key -> value, into a map whose values are KbText of the pool.
void kb_entity_names(uint64_t id, const EntityRecord *record, Pool *pool, Map *rows);

// Adds what is missing to the tables and takes away what is obsolete, so that they hold the new entities of a region
// and not the old ones. New entities: id -> EntityRecord.
KB_MUST_USE KbStatus kb_entity_replace(StoreTxn *txn, const Map *old_ids, const Map *records, KbError *error);

#endif
