// Resolution of the region that a transaction touched.
// SPDX-License-Identifier: MIT
//
// A block holds the nodes that may be one entity by their names. A block of short forms ("IAEA", "Joint Chiefs") has
// the block of the full name as its parent where documents say so; parents are always longer, so that they make trees.
// The region of a transaction is every block it touched and the trees they are in, before and after: what lies outside
// cannot change.
#include <stdlib.h>
#include <string.h>

#include "kb/cluster.h"
#include "kb/entity.h"
#include "kb/error.h"
#include "kb/record.h"
#include "kb/resolve.h"

typedef struct Block {
    uint64_t id, parent; // parent 0: none
    Node *nodes;
    size_t count;
    Clusters clusters;
    size_t first;   // number of its first cluster among those of the region
    bool ambiguous; // several full names could be meant
    bool judged;    // its parent has been computed in this transaction
} Block;

typedef struct Region {
    StoreTxn *txn;
    Pool pool;
    Map index; // block id -> index of blocks in `count`
    Block *blocks;
    size_t count, room;
    Map old_ids; // entities that held the region's nodes
    KbError *error;
} Region;

enum { DOMINANCE = 3 }; // a short form's first owner must have this many times the second's support

// ---------------------------------------------------------------------------------------------- rows

static void put_key(Bytes *key, uint64_t id)
{
    kb_bytes_clear(key);
    kb_record_fixed64(key, id);
}

static uint64_t id_at(KbText bytes, size_t offset)
{
    Cursor in = kb_cursor_of((KbText){bytes.data + offset, bytes.length - offset});
    return kb_cursor_fixed64(&in);
}

static KbStatus note_home(Region *region, uint64_t node)
{
    Bytes key = {0};
    KbText value;
    put_key(&key, node);
    KbStatus status = kb_store_get(region->txn, STORE_HOMES, kb_bytes_text(&key), &value, region->error);
    kb_bytes_free(&key);
    if (status) return status == KB_NOT_FOUND ? KB_OK : status;
    uint64_t entity = id_at(value, 0);
    kb_map_at(&region->old_ids, kb_key_of(&entity));
    return KB_OK;
}

// Ids of the block's nodes.
static KbStatus list_nodes(Region *region, uint64_t block, uint64_t **ids, size_t *count)
{
    Bytes prefix = {0};
    StoreScan scan;
    KbText key, value;
    size_t room = 0;
    *ids = NULL;
    *count = 0;
    put_key(&prefix, block);
    KbStatus status = kb_store_scan(region->txn, STORE_BLOCKS, kb_bytes_text(&prefix), &scan, region->error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, region->error)))
        MEMORY_PUSH(*ids, *count, room, id_at(key, 8));
    kb_store_scan_end(&scan);
    kb_bytes_free(&prefix);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

static KbStatus load_nodes(Region *region, Block *block)
{
    uint64_t *ids;
    KbStatus status = list_nodes(region, block->id, &ids, &block->count);
    block->nodes = kb_pool_alloc(&region->pool, block->count, sizeof *block->nodes);
    for (size_t i = 0; i < block->count && !status; i++) {
        status = kb_node_load(region->txn, ids[i], &region->pool, &block->nodes[i], region->error);
        if (status == KB_NOT_FOUND) status = kb_fail(region->error, KB_CORRUPT, "a node has no sums");
        if (!status) status = note_home(region, ids[i]);
    }
    free(ids);
    return status;
}

static KbStatus read_parent(Region *region, uint64_t block, uint64_t *parent)
{
    Bytes key = {0};
    KbText value;
    put_key(&key, block);
    KbStatus status = kb_store_get(region->txn, STORE_PARENTS, kb_bytes_text(&key), &value, region->error);
    *parent = status ? 0 : id_at(value, 0);
    kb_bytes_free(&key);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

static KbStatus write_parent(Region *region, uint64_t block, uint64_t before, uint64_t after)
{
    Bytes key = {0}, link = {0}, value = {0};
    KbStatus status = KB_OK;
    put_key(&key, block);
    if (before) {
        put_key(&link, before);
        kb_record_fixed64(&link, block);
        status = kb_store_delete(region->txn, STORE_CHILDREN, kb_bytes_text(&link), region->error);
        if (!status && !after) status = kb_store_delete(region->txn, STORE_PARENTS, kb_bytes_text(&key), region->error);
    }
    if (after && !status) {
        put_key(&link, after);
        kb_record_fixed64(&link, block);
        put_key(&value, after);
        status = kb_store_put(region->txn, STORE_CHILDREN, kb_bytes_text(&link), (KbText){"", 0}, region->error);
        if (!status)
            status =
                kb_store_put(region->txn, STORE_PARENTS, kb_bytes_text(&key), kb_bytes_text(&value), region->error);
    }
    kb_bytes_free(&key);
    kb_bytes_free(&link);
    kb_bytes_free(&value);
    return status;
}

// ---------------------------------------------------------------------------------------------- parents

static bool has_acronym(const Block *block)
{
    for (size_t i = 0; i < block->count; i++)
        for (size_t j = 0; j < block->nodes[i].name_count; j++)
            if (kb_fold_is_acronym(block->nodes[i].names[j].text)) return true;
    return false;
}

// A block of full names is nobody's short form.
static bool may_be_short(const Block *block)
{
    if (block->count == 0) return false;
    if (block->nodes[0].type == KB_ORGANIZATION)
        return has_acronym(block) || !kb_fold_is_generic(block->nodes[0].signature);
    if (block->nodes[0].type == KB_PLACE) return true;
    KbText first = block->nodes[0].signature; // people: one word, the same for all
    for (size_t i = 0; i < block->count; i++)
        if (!kb_text_equal(block->nodes[i].signature, first)) return false;
    return block->nodes[0].type == KB_PERSON && !memchr(first.data, ' ', first.length);
}

static uint64_t support(AliasKind kind, uint64_t count, bool is_acronym)
{
    switch (kind) {
    case ALIAS_COMPATIBLE: return 3 * count;
    case ALIAS_ONLY: return count >= 2 ? 2 * count : 0; // one document may have its chains wrong
    case ALIAS_INITIALS: return is_acronym ? count : 0;
    case ALIAS_HEAD: return count;
    }
    return 0;
}

// Adds up what speaks for each full name: block -> support.
static KbStatus collect_owners(Region *region, const Block *block, Map *owners)
{
    Bytes prefix = {0};
    StoreScan scan;
    KbText key, value;
    const Node *any = &block->nodes[0];
    bool is_acronym = has_acronym(block);
    put_key(&prefix, any->type == KB_PERSON ? kb_node_bare_key(any->signature) : block->id);
    KbStatus status = kb_store_scan(region->txn, STORE_ALIASES, kb_bytes_text(&prefix), &scan, region->error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, region->error))) {
        uint64_t owner = id_at(key, 9);
        Cursor in = kb_cursor_of(value);
        uint64_t weight = support((AliasKind)key.data[8], kb_cursor_number(&in), is_acronym);
        if (weight) kb_map_at(owners, kb_key_of(&owner))->count += (int64_t)weight;
    }
    kb_store_scan_end(&scan);
    kb_bytes_free(&prefix);
    return status == KB_NOT_FOUND ? KB_OK : status;
}

static KbStatus judge_parent(Region *region, Block *block)
{
    block->judged = true;
    block->parent = 0;
    if (!may_be_short(block)) return KB_OK;
    Map owners = {0};
    KbStatus status = collect_owners(region, block, &owners);
    int64_t best = 0, second = 0;
    for (size_t i = 0; i < owners.count; i++) {
        const MapEntry *owner = &owners.entries[i];
        if (owner->count > best)
            second = best, best = owner->count, memcpy(&block->parent, owner->key.data, 8);
        else if (owner->count > second)
            second = owner->count;
    }
    if (best < DOMINANCE * second) {
        block->parent = 0;
        block->ambiguous = true;
    }
    kb_map_clear(&owners);
    return status;
}

// ---------------------------------------------------------------------------------------------- region

static KbStatus region_add(Region *region, uint64_t id)
{
    if (id == 0) return KB_OK;
    MapEntry *entry = kb_map_at(&region->index, kb_key_of(&id));
    if (entry->value) return KB_OK;
    entry->value = region;
    entry->count = (int64_t)region->count;
    MEMORY_PUSH(region->blocks, region->count, region->room, (Block){.id = id});
    return load_nodes(region, &region->blocks[region->count - 1]);
}

// Everything in the trees of the blocks before and after.
static KbStatus add_relatives(Region *region, uint64_t id)
{
    uint64_t *children = NULL, parent;
    size_t count = 0, room = 0;
    Bytes prefix = {0};
    StoreScan scan;
    KbText key, value;
    put_key(&prefix, id);
    KbStatus status = kb_store_scan(region->txn, STORE_CHILDREN, kb_bytes_text(&prefix), &scan, region->error);
    while (!status && !(status = kb_store_next(&scan, &key, &value, region->error)))
        MEMORY_PUSH(children, count, room, id_at(key, 8));
    kb_store_scan_end(&scan);
    kb_bytes_free(&prefix);
    status = status == KB_NOT_FOUND ? KB_OK : status;
    for (size_t i = 0; i < count && !status; i++)
        status = region_add(region, children[i]);
    free(children);
    if (!status) status = read_parent(region, id, &parent);
    return status ? status : region_add(region, parent);
}

static KbStatus region_gather(Region *region, const Delta *delta)
{
    for (size_t i = 0; i < delta->blocks.count; i++) {
        uint64_t id;
        memcpy(&id, delta->blocks.entries[i].key.data, sizeof id);
        KB_TRY(region_add(region, id));
    }
    for (size_t i = 0; i < delta->nodes.count; i++) { // nodes that are gone had a home too
        uint64_t id;
        memcpy(&id, delta->nodes.entries[i].key.data, sizeof id);
        KB_TRY(note_home(region, id));
    }
    for (size_t i = 0, touched = region->count; i < touched; i++) {
        uint64_t before, id = region->blocks[i].id;
        KB_TRY(read_parent(region, id, &before));
        KB_TRY(judge_parent(region, &region->blocks[i]));
        uint64_t after = region->blocks[i].parent;
        if (before == after) continue;
        KB_TRY(write_parent(region, id, before, after));
        KB_TRY(region_add(region, before));
        KB_TRY(region_add(region, after));
    }
    for (size_t i = 0; i < region->count; i++)
        KB_TRY(add_relatives(region, region->blocks[i].id));
    for (size_t i = 0; i < region->count; i++)
        if (!region->blocks[i].judged) KB_TRY(judge_parent(region, &region->blocks[i]));
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- clusters of the region

static size_t find_root(size_t *above, size_t at)
{
    while (above[at] != at)
        at = above[at] = above[above[at]];
    return at;
}

// Somebody is called so, by given name or otherwise.
static bool goes_by(const Node *node, const Block *shorter)
{
    for (size_t i = 0; i < node->name_count; i++) {
        KbText name = node->names[i].text;
        if (node->type != KB_PERSON) {
            if (kb_node_block(node->type, name) == shorter->id) return true;
            continue;
        }
        char folded[KB_NAME_KEY_SIZE];
        Words words = kb_words_of((KbText){folded, kb_name_fold(name, folded)});
        for (size_t j = 0; j < words.count; j++)
            if (kb_text_equal(words.word[j], shorter->nodes[0].signature)) return true;
    }
    return false;
}

// Which of the parent's clusters the short form means: one that goes by it, else the most mentioned.
static size_t choose_cluster(const Block *parent, const Block *shorter, Pool *pool)
{
    uint64_t *weights = kb_pool_alloc(pool, parent->clusters.count, sizeof *weights);
    for (size_t i = 0; i < parent->count; i++) {
        const Node *node = &parent->nodes[i];
        uint64_t weight = node->mentions + 1;
        if (goes_by(node, shorter)) weight += (uint64_t)1 << 40;
        if (!parent->clusters.unresolved[parent->clusters.cluster[i]]) weights[parent->clusters.cluster[i]] += weight;
    }
    size_t best = 0;
    for (size_t i = 1; i < parent->clusters.count; i++)
        if (weights[i] > weights[best]) best = i;
    return parent->first + best;
}

static void join_parents(Region *region, size_t *above)
{
    for (size_t i = 0; i < region->count; i++) {
        Block *block = &region->blocks[i];
        const MapEntry *entry = block->parent ? kb_map_find(&region->index, kb_key_of(&block->parent)) : NULL;
        if (!entry || block->clusters.count != 1) continue;
        const Block *parent = &region->blocks[entry->count];
        if (parent->clusters.count == 0) continue;
        above[find_root(above, block->first)] = find_root(above, choose_cluster(parent, block, &region->pool));
    }
}

typedef struct Member {
    size_t root;
    Node *node;
    bool unresolved;
} Member;

static int compare_members(const void *a, const void *b)
{
    const Member *x = a, *y = b;
    if (x->root != y->root) return x->root < y->root ? -1 : 1;
    return (x->node->id > y->node->id) - (x->node->id < y->node->id);
}

static Member *list_members(Region *region, size_t *above, size_t *total)
{
    *total = 0;
    for (size_t i = 0; i < region->count; i++)
        *total += region->blocks[i].count;
    Member *members = kb_pool_alloc(&region->pool, *total, sizeof *members);
    size_t at = 0;
    for (size_t i = 0; i < region->count; i++) {
        const Block *block = &region->blocks[i];
        for (size_t j = 0; j < block->count; j++) {
            size_t own = block->clusters.cluster[j], root = find_root(above, block->first + own);
            bool unresolved = block->first + own == root && (block->clusters.unresolved[own] || block->ambiguous);
            members[at++] = (Member){root, &block->nodes[j], unresolved};
        }
    }
    if (*total) qsort(members, *total, sizeof *members, compare_members);
    return members;
}

static KbStatus write_entities(Region *region, Member *members, size_t total)
{
    Map records = {0};
    Node **nodes = kb_pool_alloc(&region->pool, total, sizeof *nodes);
    for (size_t i = 0, next; i < total; i = next) {
        bool unresolved = false;
        for (next = i; next < total && members[next].root == members[i].root; next++) {
            nodes[next - i] = members[next].node;
            unresolved |= members[next].unresolved;
        }
        EntityRecord *record = kb_pool_alloc(&region->pool, 1, sizeof *record);
        uint64_t id = kb_entity_make(nodes, next - i, unresolved, &region->pool, record);
        kb_map_at(&records, kb_key_of(&id))->value = record;
    }
    KbStatus status = kb_entity_replace(region->txn, &region->old_ids, &records, region->error);
    kb_map_clear(&records);
    return status;
}

static KbStatus region_resolve(Region *region)
{
    size_t clusters = 0;
    for (size_t i = 0; i < region->count; i++) {
        Block *block = &region->blocks[i];
        bool people = block->count && block->nodes[0].type == KB_PERSON;
        (people ? kb_cluster_people : kb_cluster_bodies)(block->nodes, block->count, &region->pool, &block->clusters);
        block->first = clusters;
        clusters += block->clusters.count;
    }
    size_t *above = kb_pool_alloc(&region->pool, clusters, sizeof *above);
    for (size_t i = 0; i < clusters; i++)
        above[i] = i;
    join_parents(region, above);
    size_t total;
    Member *members = list_members(region, above, &total);
    return write_entities(region, members, total);
}

KbStatus kb_resolve(StoreTxn *txn, const Delta *delta, KbError *error)
{
    Region region = {.txn = txn, .error = error};
    KbStatus status = region_gather(&region, delta);
    if (!status) status = region_resolve(&region);
    kb_map_clear(&region.index);
    kb_map_clear(&region.old_ids);
    free(region.blocks);
    kb_pool_clear(&region.pool);
    return status;
}
