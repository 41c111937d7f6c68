// The files that the paths on the command line name.
// SPDX-License-Identifier: MIT
#include "ingest/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ingest/memory.h"

struct WalkSeen {
    dev_t device;
    ino_t inode;
};

// Paths still to visit, the next one last.
typedef struct Pending {
    char **paths;
    size_t count, room;
} Pending;

static char *copy_string(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_grow(NULL, size), text, size);
}

static char *join(const char *directory, const char *name)
{
    Buffer path = {0};
    size_t length = strlen(directory);
    buffer_append(&path, directory, length);
    if (length && directory[length - 1] != '/') buffer_append(&path, "/", 1);
    buffer_append(&path, name, strlen(name));
    return (char *)(uintptr_t)buffer_take(&path).data;
}

static void push(Pending *pending, char *path)
{
    if (pending->count == pending->room) {
        pending->room = pending->room ? pending->room * 2 : 64;
        pending->paths = memory_grow(pending->paths, pending->room * sizeof *pending->paths);
    }
    pending->paths[pending->count++] = path;
}

static void add_file(Walk *walk, char *path, uint64_t size, const char *problem)
{
    if (walk->count == walk->room) {
        walk->room = walk->room ? walk->room * 2 : 64;
        walk->files = memory_grow(walk->files, walk->room * sizeof *walk->files);
    }
    walk->files[walk->count++] = (WalkFile){path, size, problem ? copy_string(problem) : NULL};
    walk->bytes += size;
}

static int compare_seen(const void *a, const void *b)
{
    const struct WalkSeen *x = a, *y = b;
    if (x->device != y->device) return x->device < y->device ? -1 : 1;
    return x->inode < y->inode ? -1 : x->inode > y->inode;
}

// Notes the directory; false when it was visited before.
static bool first_visit(Walk *walk, const struct stat *status)
{
    struct WalkSeen key = {status->st_dev, status->st_ino};
    size_t low = 0, high = walk->seen_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare_seen(&walk->seen[middle], &key);
        if (order == 0) return false;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (walk->seen_count == walk->seen_room) {
        walk->seen_room = walk->seen_room ? walk->seen_room * 2 : 64;
        walk->seen = memory_grow(walk->seen, walk->seen_room * sizeof *walk->seen);
    }
    memmove(walk->seen + low + 1, walk->seen + low, (walk->seen_count++ - low) * sizeof *walk->seen);
    walk->seen[low] = key;
    return true;
}

// Later names first, since the last pending path is visited next.
static int compare_later_first(const void *a, const void *b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

// Pushes what the directory holds; false (errno) when it cannot be read.
static bool open_up(const char *path, Pending *pending)
{
    DIR *directory = opendir(path);
    if (!directory) return false;
    size_t first = pending->count;
    for (struct dirent *entry; (entry = readdir(directory));)
        if (entry->d_name[0] != '.') push(pending, join(path, entry->d_name));
    closedir(directory);
    if (pending->count > first)
        qsort(pending->paths + first, pending->count - first, sizeof *pending->paths, compare_later_first);
    return true;
}

void walk_add(Walk *walk, const char *path)
{
    Pending pending = {0};
    push(&pending, copy_string(path));
    while (pending.count > 0) {
        char *next = pending.paths[--pending.count];
        struct stat status;
        bool found = strcmp(next, "-") != 0 && stat(next, &status) == 0;
        if (!found || !S_ISDIR(status.st_mode)) {
            add_file(walk, next, found && S_ISREG(status.st_mode) ? (uint64_t)status.st_size : 0, NULL);
            continue;
        }
        if (first_visit(walk, &status) && !open_up(next, &pending))
            add_file(walk, copy_string(next), 0, strerror(errno));
        free(next);
    }
    free(pending.paths);
}

void walk_clear(Walk *walk)
{
    for (size_t i = 0; i < walk->count; i++) {
        free(walk->files[i].path);
        free(walk->files[i].problem);
    }
    free(walk->files);
    free(walk->seen);
    memset(walk, 0, sizeof *walk);
}
