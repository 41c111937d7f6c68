// Memory that is given back all at once: one region per answer.
// SPDX-License-Identifier: MIT
#ifndef SHELL_REGION_H
#define SHELL_REGION_H

#include "kb/kb.h"

typedef struct Region Region;
Region *region_new(void);
void region_free(Region *region); // accepts NULL

void *region_alloc(Region *region, size_t count, size_t size); // zeroed; exits when memory is gone
KbText region_text(Region *region, KbText text);               // a copy that ends in NUL
KbText region_join(Region *region, const KbText *parts, size_t count,
                   const char *separator); // empty parts are left out
KbText region_format(Region *region, const char *format, ...) __attribute__((format(printf, 2, 3)));

// A growing array: `REGION_PUSH(region, items, count, room, value)`.
void *region_grow(Region *region, const void *items, size_t count, size_t *room, size_t size);
#define REGION_PUSH(region, items, count, room, ...)                                                        \
    do {                                                                                                    \
        if ((count) == (room)) (items) = region_grow((region), (items), (count), &(room), sizeof *(items)); \
        (items)[(count)++] = __VA_ARGS__;                                                                   \
    } while (0)

// For "%.*s" in formats.
#define TEXT_ARGS(text) (int)(text).length, (text).data

#endif
