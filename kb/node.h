// Nodes: what one name in one kind of context stands for, as sums over documents.
// SPDX-License-Identifier: MIT
//
//   contribution --kb_node_keys--> a node for each of its entities --kb_delta_add(+1 or -1)--> sums
//
// A node's key is a function of one document alone: type, folded name and context anchor. Everything known of a node is
// a sum of counts, so that adding a document and forgetting it are inverse, in any order.
#ifndef KB_NODE_H
#define KB_NODE_H

#include "kb/fold.h"
#include "kb/memory.h"
#include "kb/store.h"

typedef struct NodeKey {
    KbType type;
    char signature[KB_NAME_KEY_SIZE]; // folded name
    char anchor[KB_NAME_KEY_SIZE];    // context; "" for none
    uint64_t block;                   // nodes that may be one entity share it
    uint64_t id;
} NodeKey;

// keys: [entity_count]
void kb_node_keys(const KbContribution *contribution, NodeKey *keys);
// The block in which a name of this type would stand.
uint64_t kb_node_block(KbType type, KbText name);

// Under which STORE_ALIASES keeps a person's one-word name, to the letter; other short forms are kept by their block.
uint64_t kb_node_bare_key(KbText folded);

// Kinds of feature rows: node, kind, content -> count.
typedef enum FeatureKind {
    FEATURE_KEY,       // type, block, signature, NUL, anchor -> document entities
    FEATURE_NAME,      // printed name -> mentions
    FEATURE_HONORIFIC, // folded honorific -> documents
    FEATURE_GENDER,    // gender -> documents
    FEATURE_ROLE,      // status, node it is held at (0: none), title, NUL, folded name of that node -> claims
    FEATURE_COMPANY,   // hash of the name of a person or organization in the same document -> documents
    FEATURE_PLACE,     // hash of the name of a place in the same document -> documents
    FEATURE_DATE,      // day of publication -> documents
    FEATURE_MENTION    // nothing -> mentions of any kind
} FeatureKind;

// Kinds of STORE_ALIASES rows: how strongly a document says that one name is short for another.
typedef enum AliasKind {
    ALIAS_COMPATIBLE, // both named one chain, and the form agrees
    ALIAS_ONLY,       // both named one chain
    ALIAS_INITIALS,   // the form alone says so
    ALIAS_HEAD        // the words before "of" or before what kind of body it is; a person's given name
} AliasKind;

typedef enum Total { TOTAL_DOCUMENTS, TOTAL_ROLES, TOTAL_LINKS, TOTAL_MENTIONS, TOTAL_ENTITIES } Total;

// Changes of all sums that one or many documents make.
typedef struct Delta {
    Map sums;   // table byte + row key -> change of its count
    Map blocks; // ids of the blocks whose nodes or short forms change
    Map nodes;  // ids of the nodes that change
} Delta;
void kb_delta_add(Delta *delta, const KbContribution *contribution, const NodeKey *keys, int sign);
void kb_delta_clear(Delta *delta);
KB_MUST_USE KbStatus kb_delta_apply(Delta *delta, StoreTxn *txn, KbError *error); // sorts sums; call once

// The document's key: a hash of its id.
uint64_t kb_document_key(KbText id);

#endif
