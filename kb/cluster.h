// From nodes to entities inside one block: the decisions of resolution.
// SPDX-License-Identifier: MIT
//
// A clustering is a function of the nodes of its block alone: whatever order they come in, they are sorted first, all
// scores are integers, and every tie is broken by id.
#ifndef KB_CLUSTER_H
#define KB_CLUSTER_H

#include "kb/node.h"

typedef struct NodeName {
    KbText text; // as printed
    uint64_t mentions;
} NodeName;

typedef struct NodeRole {
    KbRoleStatus status;
    uint64_t at;  // node; 0: none
    KbText title; // empty: plain employment
    KbText held;  // folded name of that node
    uint64_t count;
} NodeRole;

typedef struct Hashes { // a set, sorted
    uint64_t *item;
    size_t count;
} Hashes;

// A node with all its sums.
typedef struct Node {
    uint64_t id, block;
    KbType type;
    KbText signature, anchor;
    uint64_t documents, mentions;
    uint64_t genders[3];
    NodeName *names;
    size_t name_count;
    NodeRole *roles;
    size_t role_count;
    Hashes honorifics, company, places;
    uint32_t first, last; // packed days; 0: none known
} Node;

// KB_NOT_FOUND: no document has it. Everything is the pool's.
KB_MUST_USE KbStatus kb_node_load(StoreTxn *txn, uint64_t id, Pool *pool, Node *node, KbError *error);

// cluster[i]: which cluster nodes[i] is in, from 0 without gaps. unresolved[cluster]: a name that several clusters
// could own.
typedef struct Clusters {
    uint32_t *cluster;
    bool *unresolved;
    size_t count;
} Clusters;

// Sorts the nodes. All are of one block.
void kb_cluster_people(Node *nodes, size_t count, Pool *pool, Clusters *out);
void kb_cluster_bodies(Node *nodes, size_t count, Pool *pool, Clusters *out); // organizations, places, others

#endif
