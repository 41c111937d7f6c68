// The files that the paths on the command line name: directories opened up, in the order of names.
// SPDX-License-Identifier: MIT
#ifndef INGEST_WALK_H
#define INGEST_WALK_H

#include "kb/kb.h"

typedef struct WalkFile {
    char *path;    // as given, or DIRECTORY/NAME
    uint64_t size; // bytes; 0 where unknown
    char *problem; // a directory that cannot be read: why; else NULL
} WalkFile;

typedef struct Walk {
    WalkFile *files;
    size_t count, room;
    uint64_t bytes;        // sum of the sizes
    struct WalkSeen *seen; // directories already visited: a loop of links ends here
    size_t seen_count, seen_room;
} Walk;

// Adds a file, "-", or every file below a directory: names sorted by bytes, each directory once however many links lead
// to it, names that begin with a dot left out. No recursion. Nothing but directories is opened.
void walk_add(Walk *walk, const char *path);
void walk_clear(Walk *walk);

#endif
