// Pools, growing byte strings and the map.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "kb/memory.h"

static void *checked(void *memory, size_t size)
{
    if (memory || size == 0) return memory;
    fputs("kb: out of memory\n", stderr);
    exit(1);
}

void *kb_memory_alloc(size_t count, size_t size)
{
    return checked(calloc(count ? count : 1, size), 1);
}

void *kb_memory_resize(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) checked(NULL, 1);
    return checked(realloc(old, count * size), count * size);
}

// ---------------------------------------------------------------------------------------------- pool

struct PoolPage {
    PoolPage *next;
    size_t size;
    _Alignas(16) unsigned char bytes[];
};

enum { SMALLEST_PAGE = 512, LARGEST_PAGE = 64 * 1024 };

// A page is as large as all before it: a look-up makes a dozen small pools, and clearing memory it never uses would be
// most of its work.
static void pool_add_page(Pool *pool, size_t size)
{
    size_t room = pool->total < SMALLEST_PAGE ? SMALLEST_PAGE : pool->total < LARGEST_PAGE ? pool->total : LARGEST_PAGE;
    if (room < size) room = size;
    PoolPage *page = kb_memory_alloc(1, sizeof *page + room);
    page->size = room;
    page->next = pool->pages;
    pool->pages = page;
    pool->used = 0;
}

void *kb_pool_alloc(Pool *pool, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size) checked(NULL, 1);
    size_t bytes = (count * size + 15) & ~(size_t)15;
    if (!pool->pages || pool->pages->size - pool->used < bytes) pool_add_page(pool, bytes);
    void *memory = pool->pages->bytes + pool->used;
    pool->used += bytes;
    pool->total += bytes;
    return memory;
}

KbText kb_pool_copy(Pool *pool, KbText text)
{
    char *copy = kb_pool_alloc(pool, text.length + 1, 1);
    if (text.length) memcpy(copy, text.data, text.length);
    return (KbText){copy, text.length};
}

void kb_pool_clear(Pool *pool)
{
    for (PoolPage *page = pool->pages, *next; page; page = next) {
        next = page->next;
        free(page);
    }
    *pool = (Pool){0};
}

// ---------------------------------------------------------------------------------------------- bytes

void kb_bytes_put(Bytes *bytes, const void *data, size_t length)
{
    if (length == 0) return;
    if (bytes->room - bytes->length < length) {
        bytes->room = (bytes->room + length) * 2;
        bytes->data = kb_memory_resize(bytes->data, bytes->room, 1);
    }
    memcpy(bytes->data + bytes->length, data, length);
    bytes->length += length;
}

void kb_bytes_clear(Bytes *bytes)
{
    bytes->length = 0;
}

void kb_bytes_free(Bytes *bytes)
{
    free(bytes->data);
    *bytes = (Bytes){0};
}

// ---------------------------------------------------------------------------------------------- map

uint64_t kb_hash_bytes(const void *data, size_t length, uint64_t seed)
{
    return XXH3_64bits_withSeed(data, length, seed);
}

uint64_t kb_hash_text(KbText text)
{
    return kb_hash_bytes(text.data, text.length, 0);
}

// The slot that holds the key, or the empty one where it belongs.
static size_t map_slot(const Map *map, KbText key)
{
    size_t mask = map->slot_count - 1, slot = (size_t)kb_hash_text(key) & mask;
    while (map->slots[slot] && !kb_text_equal(map->entries[map->slots[slot] - 1].key, key))
        slot = (slot + 1) & mask;
    return slot;
}

MapEntry *kb_map_find(const Map *map, KbText key)
{
    if (map->count == 0) return NULL;
    uint32_t index = map->slots[map_slot(map, key)];
    return index ? &map->entries[index - 1] : NULL;
}

static void map_grow(Map *map)
{
    map->slot_count = map->slot_count ? 2 * map->slot_count : 64;
    free(map->slots);
    map->slots = kb_memory_alloc(map->slot_count, sizeof *map->slots);
    for (size_t i = 0; i < map->count; i++)
        map->slots[map_slot(map, map->entries[i].key)] = (uint32_t)i + 1;
}

MapEntry *kb_map_at(Map *map, KbText key)
{
    if (2 * (map->count + 1) > map->slot_count) map_grow(map);
    size_t slot = map_slot(map, key);
    if (!map->slots[slot]) {
        MEMORY_PUSH(map->entries, map->count, map->room, (MapEntry){.key = kb_pool_copy(&map->keys, key)});
        map->slots[slot] = (uint32_t)map->count;
    }
    return &map->entries[map->slots[slot] - 1];
}

void kb_map_clear(Map *map)
{
    free(map->entries);
    free(map->slots);
    kb_pool_clear(&map->keys);
    *map = (Map){0};
}

static int compare_entries(const void *a, const void *b)
{
    return kb_text_compare(((const MapEntry *)a)->key, ((const MapEntry *)b)->key);
}

void kb_map_sort(Map *map)
{
    if (map->count) qsort(map->entries, map->count, sizeof *map->entries, compare_entries);
}
