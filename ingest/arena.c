// The arena: memory of one document, given back all at once.
// SPDX-License-Identifier: MIT
#include "ingest/document.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 1 << 20, ALIGNMENT = 64 };

// Under AddressSanitizer what lies between two pieces is out of bounds.
#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined __SANITIZE_ADDRESS__ || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
enum { GAP = ALIGNMENT };
#else
#define ASAN_POISON_MEMORY_REGION(memory, size)   (void)0
#define ASAN_UNPOISON_MEMORY_REGION(memory, size) (void)0
enum { GAP = 0 };
#endif

// Blocks form a list, the newest first; a request larger than a block gets one of its own.
typedef struct Block {
    struct Block *next;
    size_t size, used;
} Block;

struct Arena {
    Block *blocks;
};

static void *or_exit(void *memory)
{
    if (!memory) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static size_t aligned(size_t bytes)
{
    return (bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

Arena *arena_new(void)
{
    return or_exit(calloc(1, sizeof(Arena)));
}

void arena_clear(Arena *arena)
{
    for (Block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    arena->blocks = NULL;
}

void arena_free(Arena *arena)
{
    if (!arena) return;
    arena_clear(arena);
    free(arena);
}

static Block *block_add(Arena *arena, size_t bytes)
{
    size_t header = aligned(sizeof(Block));
    size_t size = header + (bytes > BLOCK_SIZE ? bytes : BLOCK_SIZE);
    Block *block = or_exit(aligned_alloc(ALIGNMENT, size));
    *block = (Block){.next = arena->blocks, .size = size, .used = header};
    ASAN_POISON_MEMORY_REGION((char *)block + header, size - header);
    arena->blocks = block;
    return block;
}

void *arena_alloc(Arena *arena, size_t count, size_t size)
{
    assert(size && count <= SIZE_MAX / 2 / size);
    size_t wanted = count * size, bytes = aligned(wanted) + GAP;
    Block *block = arena->blocks;
    if (!block || block->size - block->used < bytes) block = block_add(arena, bytes);
    void *memory = (char *)block + block->used;
    block->used += bytes;
    ASAN_UNPOISON_MEMORY_REGION(memory, wanted);
    return memset(memory, 0, wanted);
}

KbText arena_text(Arena *arena, const char *data, size_t length)
{
    char *copy = arena_alloc(arena, length + 1, 1);
    if (length) memcpy(copy, data, length);
    return (KbText){copy, length};
}

void *arena_grow(Arena *arena, void *items, size_t count, size_t *room, size_t size)
{
    *room = count ? count * 2 : 16;
    void *grown = arena_alloc(arena, *room, size);
    if (count) memcpy(grown, items, count * size);
    return grown;
}
