// The weight file: mapping, checks, look-up by name.
// SPDX-License-Identifier: MIT
#include "ingest/weights.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "ingest/memory.h"

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the weight file is read in place: it needs a little-endian machine"
#endif

enum { VERSION = 1, HEADER_SIZE = 64, ENTRY_SIZE = 128, NAME_SIZE = 64, ALIGNMENT = 64 };
static const char MAGIC[8] = "KBWEIGHT";

typedef struct Header {
    char magic[8];
    uint32_t version, tensors;
    uint64_t size, checksum;
    char zero[32];
} Header;

typedef struct Entry {
    char name[NAME_SIZE];
    uint32_t type, rank, size[4];
    uint64_t offset, bytes;
    char zero[24];
} Entry;

_Static_assert(sizeof(Header) == HEADER_SIZE && sizeof(Entry) == ENTRY_SIZE, "as in the file");

struct Weights {
    const char *data;
    size_t size;
    const Header *header;
    const Entry *entries;
};

static const size_t ELEMENT_SIZE[TENSOR_TYPES] = {4, 1, 4, 1};

static KbStatus fail(KbError *error, KbStatus status, uint64_t offset, const char *format, ...)
{
    va_list arguments;
    *error = (KbError){.status = status, .offset = offset};
    va_start(arguments, format);
    vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    return status;
}

static KbStatus map_file(const char *path, Weights *w, KbError *error)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) return KB_NOT_FOUND;
    if (file < 0) return fail(error, KB_IO, 0, "%s: %s", path, strerror(errno));
    void *data = MAP_FAILED;
    bool fits = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= HEADER_SIZE;
    if (fits) data = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    int cause = errno;
    close(file);
    if (!fits) return fail(error, KB_CORRUPT, 0, "%s: not a weight file", path);
    if (data == MAP_FAILED) return fail(error, KB_IO, 0, "%s: %s", path, strerror(cause));
    w->data = data;
    w->size = (size_t)status.st_size;
    w->header = data;
    w->entries = (const Entry *)(w->data + HEADER_SIZE);
    return KB_OK;
}

static KbStatus check_header(const char *path, const Weights *w, KbError *error)
{
    const Header *h = w->header;
    if (memcmp(h->magic, MAGIC, sizeof MAGIC) != 0) return fail(error, KB_CORRUPT, 0, "%s: not a weight file", path);
    if (h->version != VERSION)
        return fail(error, KB_VERSION, 8, "%s: weight file of version %u, expected %d", path, h->version, VERSION);
    if (h->size != w->size)
        return fail(error, KB_CORRUPT, 16, "%s: %zu bytes, expected %llu", path, w->size, (unsigned long long)h->size);
    if (h->tensors > (w->size - HEADER_SIZE) / ENTRY_SIZE)
        return fail(error, KB_CORRUPT, 12, "%s: no room for %u tensors", path, h->tensors);
    if (XXH3_64bits(w->data + HEADER_SIZE, w->size - HEADER_SIZE) != h->checksum)
        return fail(error, KB_CORRUPT, 24, "%s: checksum differs: the file is damaged", path);
    return KB_OK;
}

// Number of elements, or 0 if the entry breaks a rule.
static uint64_t checked_count(const Entry *e, size_t file_size)
{
    uint64_t count = 1;
    if (e->type >= TENSOR_TYPES || e->rank < 1 || e->rank > 4 || e->name[NAME_SIZE - 1] != '\0') return 0;
    for (uint32_t i = 0; i < e->rank; i++) {
        if (e->size[i] == 0 || e->size[i] > file_size) return 0;
        count *= e->size[i];
        if (count > file_size) return 0;
    }
    bool inside = e->offset % ALIGNMENT == 0 && e->offset <= file_size && e->bytes <= file_size - e->offset;
    return inside && e->bytes == count * ELEMENT_SIZE[e->type] ? count : 0;
}

static KbStatus check_directory(const char *path, const Weights *w, KbError *error)
{
    for (uint32_t i = 0; i < w->header->tensors; i++) {
        const Entry *e = &w->entries[i];
        if (!checked_count(e, w->size))
            return fail(error, KB_CORRUPT, HEADER_SIZE + (uint64_t)i * ENTRY_SIZE, "%s: bad tensor %u (%.*s)", path, i,
                        NAME_SIZE - 1, e->name);
    }
    return KB_OK;
}

KbStatus weights_open(const char *path, Weights **out, KbError *error)
{
    Weights w = {0};
    KbStatus status = map_file(path, &w, error);
    if (status == KB_OK) status = check_header(path, &w, error);
    if (status == KB_OK) status = check_directory(path, &w, error);
    if (status != KB_OK) {
        if (w.data) munmap((void *)(uintptr_t)w.data, w.size);
        return status;
    }
    *out = memory_grow(NULL, sizeof **out);
    **out = w;
    return KB_OK;
}

void weights_close(Weights *weights)
{
    if (!weights) return;
    munmap((void *)(uintptr_t)weights->data, weights->size);
    free(weights);
}

uint64_t weights_checksum(const Weights *weights)
{
    return weights->header->checksum;
}

static Tensor tensor_of(const Weights *w, const Entry *e)
{
    Tensor t = {w->data + e->offset, (TensorType)e->type, e->rank, {1, 1, 1, 1}, checked_count(e, w->size)};
    memcpy(t.size, e->size, e->rank * sizeof *t.size);
    return t;
}

KbStatus weights_find(const Weights *w, const char *name, TensorType type, uint32_t rows, uint32_t columns, Tensor *out,
                      KbError *error)
{
    for (uint32_t i = 0; i < w->header->tensors; i++) {
        if (strcmp(w->entries[i].name, name) != 0) continue;
        Tensor t = tensor_of(w, &w->entries[i]);
        bool shape = (!rows || t.size[0] == rows) && (!columns || t.size[1] == columns) && t.rank <= 2;
        if (t.type != type || !shape)
            return fail(error, KB_CORRUPT, HEADER_SIZE + (uint64_t)i * ENTRY_SIZE,
                        "weight file: tensor %s has type %d and size %u x %u, expected type %d and size %u x %u", name,
                        (int)t.type, t.size[0], t.size[1], (int)type, rows, columns);
        *out = t;
        return KB_OK;
    }
    return fail(error, KB_CORRUPT, 0, "weight file: tensor %s is missing", name);
}

KbStatus weights_labels(const Weights *weights, const char *name, KbText *out, size_t room, size_t *count,
                        KbError *error)
{
    Tensor text;
    KbStatus status = weights_find(weights, name, TENSOR_U8, 0, 1, &text, error);
    if (status != KB_OK) return status;
    const char *at = text.data, *end = at + text.count;
    for (*count = 0; at < end && *count < room; (*count)++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        out[*count] = (KbText){at, (size_t)((newline ? newline : end) - at)};
        at += out[*count].length + 1;
    }
    if (at >= end && *count) return KB_OK;
    *error = (KbError){.status = KB_CORRUPT};
    snprintf(error->text, sizeof error->text, "weight file: %s: %s labels", name, *count ? "too many" : "no");
    return KB_CORRUPT;
}
