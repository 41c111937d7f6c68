// Reading a node's sums back.
// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "kb/cluster.h"
#include "kb/error.h"
#include "kb/record.h"

enum { MOST_HASHES = 4096 }; // of a set; the smallest hashes are as good a sample as any, and the same one every time

typedef struct Loader {
    Node *node;
    Pool *pool;
    size_t name_room, role_room;
    size_t hash_room[3];
} Loader;

// Doubles an array of the pool when it is full.
static void *pool_grow(Pool *pool, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room) return items;
    *room = *room ? 2 * *room : 4;
    void *bigger = kb_pool_alloc(pool, *room, size);
    if (count) memcpy(bigger, items, count * size);
    return bigger;
}

static void load_key(Loader *loader, Cursor *in, uint64_t count)
{
    Node *node = loader->node;
    uint8_t type = kb_cursor_byte(in);
    node->type = type < KB_TYPES ? (KbType)type : KB_OTHER;
    node->block = kb_cursor_fixed64(in);
    KbText rest = kb_pool_copy(loader->pool, (KbText){(const char *)in->at, (size_t)(in->end - in->at)});
    const char *nul = memchr(rest.data, 0, rest.length);
    size_t length = nul ? (size_t)(nul - rest.data) : rest.length;
    node->signature = (KbText){rest.data, length};
    node->anchor = nul ? (KbText){nul + 1, rest.length - length - 1} : (KbText){"", 0};
    node->documents += count;
}

static void load_name(Loader *loader, Cursor *in, uint64_t count)
{
    Node *node = loader->node;
    KbText text = kb_pool_copy(loader->pool, (KbText){(const char *)in->at, (size_t)(in->end - in->at)});
    node->names = pool_grow(loader->pool, node->names, node->name_count, &loader->name_room, sizeof *node->names);
    node->names[node->name_count++] = (NodeName){text, count};
}

static void load_role(Loader *loader, Cursor *in, uint64_t count)
{
    Node *node = loader->node;
    NodeRole role = {.count = count};
    uint8_t status = kb_cursor_byte(in);
    role.status = status < KB_ROLE_STATUSES ? (KbRoleStatus)status : KB_UNKNOWN;
    role.at = kb_cursor_fixed64(in);
    KbText rest = kb_pool_copy(loader->pool, (KbText){(const char *)in->at, (size_t)(in->end - in->at)});
    const char *nul = memchr(rest.data, 0, rest.length);
    size_t length = nul ? (size_t)(nul - rest.data) : rest.length;
    role.title = (KbText){rest.data, length};
    role.held = nul ? (KbText){nul + 1, rest.length - length - 1} : (KbText){"", 0};
    node->roles = pool_grow(loader->pool, node->roles, node->role_count, &loader->role_room, sizeof *node->roles);
    node->roles[node->role_count++] = role;
}

static void load_hash(Loader *loader, Hashes *set, size_t which, uint64_t hash)
{
    if (set->count == MOST_HASHES) return;
    set->item = pool_grow(loader->pool, set->item, set->count, &loader->hash_room[which], sizeof *set->item);
    set->item[set->count++] = hash;
}

static void load_day(Node *node, uint32_t day)
{
    if (day && (!node->first || day < node->first)) node->first = day;
    if (day > node->last) node->last = day;
}

static void load_feature(Loader *loader, KbText content, uint64_t count)
{
    Node *node = loader->node;
    Cursor in = kb_cursor_of(content);
    switch ((FeatureKind)kb_cursor_byte(&in)) {
    case FEATURE_KEY: load_key(loader, &in, count); break;
    case FEATURE_NAME: load_name(loader, &in, count); break;
    case FEATURE_HONORIFIC:
        load_hash(loader, &node->honorifics, 0, kb_hash_bytes(in.at, (size_t)(in.end - in.at), 0));
        break;
    case FEATURE_GENDER: {
        uint8_t gender = kb_cursor_byte(&in);
        if (gender < 3) node->genders[gender] += count;
        break;
    }
    case FEATURE_ROLE: load_role(loader, &in, count); break;
    case FEATURE_COMPANY: load_hash(loader, &node->company, 1, kb_cursor_fixed64(&in)); break;
    case FEATURE_PLACE: load_hash(loader, &node->places, 2, kb_cursor_fixed64(&in)); break;
    case FEATURE_DATE: load_day(node, kb_cursor_fixed32(&in)); break;
    case FEATURE_MENTION: node->mentions += count; break;
    default: break;
    }
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

KbStatus kb_node_load(StoreTxn *txn, uint64_t id, Pool *pool, Node *node, KbError *error)
{
    *node = (Node){.id = id, .signature = {"", 0}, .anchor = {"", 0}};
    Loader loader = {.node = node, .pool = pool};
    Bytes prefix = {0};
    kb_record_fixed64(&prefix, id);
    StoreScan scan;
    KbText key, value;
    KbStatus status = kb_store_scan(txn, STORE_FEATURES, kb_bytes_text(&prefix), &scan, error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, error))) {
        Cursor in = kb_cursor_of(value);
        load_feature(&loader, (KbText){key.data + 8, key.length - 8}, kb_cursor_number(&in));
    }
    kb_store_scan_end(&scan);
    kb_bytes_free(&prefix);
    if (node->honorifics.count) // keyed by text, unlike the others
        qsort(node->honorifics.item, node->honorifics.count, sizeof(uint64_t), compare_hashes);
    if (status != KB_NOT_FOUND) return status;
    return node->documents ? KB_OK : KB_NOT_FOUND;
}
