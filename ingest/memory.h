// Memory that is not a document's: realloc that ends the program when there is none, and a growing byte buffer.
// SPDX-License-Identifier: MIT
#ifndef INGEST_MEMORY_H
#define INGEST_MEMORY_H

#include "kb/kb.h"

// realloc; prints and exits 1 when memory is gone: the open transaction is lost, nothing else.
void *memory_grow(void *block, size_t size);

// Zeroed and aligned to 64 bytes, for vectors; free() frees it. Exits as memory_grow does.
void *memory_zeroed(size_t count, size_t size);

typedef struct Buffer {
    char *data; // NULL while empty
    size_t length, room;
} Buffer;

void buffer_append(Buffer *buffer, const void *bytes, size_t count);
void buffer_printf(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_reserve(Buffer *buffer, size_t more); // room for that many bytes after length
void buffer_free(Buffer *buffer);                 // frees and zeroes
KbText buffer_text(const Buffer *buffer);         // lives until the buffer changes
KbText buffer_take(Buffer *buffer);               // the caller's, NUL after it; the buffer is empty afterwards

#endif
