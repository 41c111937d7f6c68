// Memory of the knowledge base: pools that are freed at once, growing byte strings, and a map from byte keys.
// SPDX-License-Identifier: MIT
//
// When memory is gone the program ends: the open transaction is lost, and nothing else.
#ifndef KB_MEMORY_H
#define KB_MEMORY_H

#include "kb/kb.h"

void *kb_memory_alloc(size_t count, size_t size);             // zeroed
void *kb_memory_resize(void *old, size_t count, size_t size); // keeps the content

// A growing array: `MEMORY_PUSH(items, count, room, value)`; freed with free().
#define MEMORY_PUSH(items, count, room, ...)                              \
    do {                                                                  \
        if ((count) == (room)) {                                          \
            (room) = (room) ? 2 * (room) : 8;                             \
            (items) = kb_memory_resize((items), (room), sizeof *(items)); \
        }                                                                 \
        (items)[(count)++] = __VA_ARGS__;                                 \
    } while (0)

// Many small objects with one lifetime. A zeroed Pool is empty.
typedef struct PoolPage PoolPage;
typedef struct Pool {
    PoolPage *pages;
    size_t used;  // bytes of the newest page
    size_t total; // bytes handed out since the last clear
} Pool;
void *kb_pool_alloc(Pool *pool, size_t count, size_t size); // zeroed
KbText kb_pool_copy(Pool *pool, KbText text);               // ends in NUL
void kb_pool_clear(Pool *pool);                             // frees everything

// A growing byte string. A zeroed Bytes is empty.
typedef struct Bytes {
    uint8_t *data;
    size_t length, room;
} Bytes;
void kb_bytes_put(Bytes *bytes, const void *data, size_t length);
void kb_bytes_clear(Bytes *bytes); // length 0, memory kept
void kb_bytes_free(Bytes *bytes);
static inline KbText kb_bytes_text(const Bytes *bytes)
{
    return (KbText){(const char *)bytes->data, bytes->length};
}

// Byte keys to values, in order of insertion. A zeroed Map is empty. Keys are copied.
typedef struct MapEntry {
    KbText key;
    int64_t count; // either of these, as the user of the map likes
    void *value;
} MapEntry;
typedef struct Map {
    MapEntry *entries; // [count]
    size_t count, room;
    uint32_t *slots; // [slot_count]: index of the entry + 1
    size_t slot_count;
    Pool keys;
} Map;
MapEntry *kb_map_find(const Map *map, KbText key); // NULL: none
MapEntry *kb_map_at(Map *map, KbText key); // made with count 0 and value NULL when new; valid until the next kb_map_at
void kb_map_clear(Map *map);
void kb_map_sort(Map *map); // by key bytes; no kb_map_find or kb_map_at after it

uint64_t kb_hash_bytes(const void *data, size_t length, uint64_t seed);
uint64_t kb_hash_text(KbText text);

// A key that stands for a number, for maps and sets of ids.
static inline KbText kb_key_of(const uint64_t *number)
{
    return (KbText){(const char *)number, sizeof *number};
}

#endif
