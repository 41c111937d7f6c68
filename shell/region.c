// Memory that is given back all at once: a list of blocks, each twice the last.
// SPDX-License-Identifier: MIT
#include "shell/region.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Block {
    struct Block *before;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
} Block;

struct Region {
    Block *last;
};

static void *checked(void *memory)
{
    if (memory) return memory;
    fputs("kb-shell: out of memory\n", stderr);
    exit(1);
}

Region *region_new(void)
{
    return checked(calloc(1, sizeof(Region)));
}

void region_free(Region *region)
{
    if (!region) return;
    for (Block *block = region->last; block;) {
        Block *before = block->before;
        free(block);
        block = before;
    }
    free(region);
}

static Block *region_block(Region *region, size_t need)
{
    size_t size = region->last ? region->last->size * 2 : 4096;
    if (size > (size_t)1 << 24) size = (size_t)1 << 24;
    if (size < need) size = need;
    Block *block = checked(malloc(sizeof *block + size));
    *block = (Block){.before = region->last, .size = size};
    return region->last = block;
}

void *region_alloc(Region *region, size_t count, size_t size)
{
    enum { UNIT = alignof(max_align_t) };
    size_t total = count * size;
    if (size && (total / size != count || total > SIZE_MAX / 4)) checked(NULL);
    total = (total + UNIT - 1) / UNIT * UNIT;
    Block *block = region->last;
    if (!block || block->size - block->used < total) block = region_block(region, total);
    void *memory = block->bytes + block->used;
    block->used += total;
    return memset(memory, 0, total);
}

KbText region_text(Region *region, KbText text)
{
    char *copy = region_alloc(region, text.length + 1, 1);
    if (text.length) memcpy(copy, text.data, text.length);
    return (KbText){copy, text.length};
}

KbText region_join(Region *region, const KbText *parts, size_t count, const char *separator)
{
    size_t gap = strlen(separator), total = 0, length = 0;
    for (size_t i = 0; i < count; i++)
        total += parts[i].length + gap;
    char *joined = region_alloc(region, total + 1, 1);
    for (size_t i = 0; i < count; i++) {
        if (parts[i].length == 0) continue;
        if (length) memcpy(joined + length, separator, gap), length += gap;
        memcpy(joined + length, parts[i].data, parts[i].length);
        length += parts[i].length;
    }
    return (KbText){joined, length};
}

KbText region_format(Region *region, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) length = 0;
    char *text = region_alloc(region, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return (KbText){text, (size_t)length};
}

void *region_grow(Region *region, const void *items, size_t count, size_t *room, size_t size)
{
    *room = *room ? *room * 2 : 8;
    void *grown = region_alloc(region, *room, size);
    if (count) memcpy(grown, items, count * size);
    return grown;
}
