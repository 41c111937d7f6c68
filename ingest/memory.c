// Memory that is not a document's.
// SPDX-License-Identifier: MIT
#include "ingest/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *or_exit(void *block)
{
    if (block) return block;
    fprintf(stderr, "kb-ingest: out of memory\n");
    exit(1);
}

void *memory_grow(void *block, size_t size)
{
    return or_exit(realloc(block, size ? size : 1));
}

void *memory_zeroed(size_t count, size_t size)
{
    size_t bytes = (count * size + 63) / 64 * 64;
    return memset(or_exit(aligned_alloc(64, bytes)), 0, bytes);
}

void buffer_reserve(Buffer *buffer, size_t more)
{
    size_t needed = buffer->length + more + 1;
    if (needed <= buffer->room) return;
    size_t room = buffer->room ? buffer->room : 256;
    while (room < needed)
        room *= 2;
    buffer->data = memory_grow(buffer->data, room);
    buffer->room = room;
}

void buffer_append(Buffer *buffer, const void *bytes, size_t count)
{
    buffer_reserve(buffer, count);
    if (count) memcpy(buffer->data + buffer->length, bytes, count);
    buffer->length += count;
}

void buffer_printf(Buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    buffer_reserve(buffer, (size_t)length);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    buffer->length += (size_t)length;
    va_end(again);
    va_end(arguments);
}

void buffer_free(Buffer *buffer)
{
    free(buffer->data);
    memset(buffer, 0, sizeof *buffer);
}

KbText buffer_text(const Buffer *buffer)
{
    return (KbText){buffer->data, buffer->length};
}

KbText buffer_take(Buffer *buffer)
{
    buffer_reserve(buffer, 0);
    buffer->data[buffer->length] = '\0';
    KbText text = buffer_text(buffer);
    memset(buffer, 0, sizeof *buffer);
    return text;
}
