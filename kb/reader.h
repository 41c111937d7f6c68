// A reader's view and its caches. Texts handed out point into the file's map and live as long as the view.
// SPDX-License-Identifier: MIT
#ifndef KB_READER_H
#define KB_READER_H

#include "kb/entity.h"
#include "kb/memory.h"
#include "kb/store.h"

struct KbReader {
    StoreTxn *txn;
    Pool pool;         // what is handed out
    Map records;       // entity -> EntityRecord *
    Map entities;      // entity -> KbEntity *
    Map homes;         // node -> entity in `count`
    Map documents;     // document -> DocumentView *
    Pool documents_of; // memory of `documents`, given up when it grows large
};

typedef struct DocumentView {
    KbContribution c;
    const uint64_t *nodes; // [c.entity_count]
    uint64_t key;
} DocumentView;

// "per_0123456789abcdef" to the number; false when it is none.
bool kb_reader_parse_id(KbText text, KbType *type, uint64_t *id);
KbId kb_reader_id(KbType type, uint64_t id);
void kb_reader_key(uint64_t number, uint8_t out[8]);

// The entity that holds a node. KB_NOT_FOUND: no document has it.
KB_MUST_USE KbStatus kb_reader_home(KbReader *reader, uint64_t node, uint64_t *entity, KbError *error);
KB_MUST_USE KbStatus kb_reader_record(KbReader *reader, uint64_t entity, const EntityRecord **record, KbError *error);
// The entity of a text id, by any of its nodes' ids.
KB_MUST_USE KbStatus kb_reader_find(KbReader *reader, KbText id, uint64_t *entity, const EntityRecord **record,
                                    KbError *error);
KB_MUST_USE KbStatus kb_reader_ref(KbReader *reader, uint64_t entity, KbRef *ref, KbError *error);
// The view lives until the next call for another document.
KB_MUST_USE KbStatus kb_reader_document(KbReader *reader, uint64_t document, const DocumentView **view, KbError *error);

// Where an entity stands: document and index in it, sorted by both. Freed by the caller with free().
typedef struct Place {
    uint64_t document;
    uint32_t index;
} Place;
KB_MUST_USE KbStatus kb_reader_places(KbReader *reader, const EntityRecord *record, Place **places, size_t *count,
                                      KbError *error);

// claims.c: roles, posts and links of an entity.
KB_MUST_USE KbStatus kb_claims_read(KbReader *reader, uint64_t id, const EntityRecord *record, KbEntity *entity,
                                    KbError *error);
// query.c: "chairman, Joint Chiefs of Staff".
KB_MUST_USE KbStatus kb_reader_detail(KbReader *reader, const EntityRecord *record, KbText *detail, KbError *error);

#endif
