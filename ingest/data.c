// Where the weights and tables lie.
// SPDX-License-Identifier: MIT
#include "ingest/data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Relative to the program, so that an installed tree and a build tree may be moved as a whole.
static const char *const places[] = {"../share/kb", "../data", "../../data", "../../../data"};

static bool fits(int length, size_t size)
{
    return length > 0 && (size_t)length < size;
}

bool data_directory(char *out, size_t size)
{
    const char *given = getenv("KB_DATA");
    if (given && *given) return fits(snprintf(out, size, "%s", given), size);
    char program[4096];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) return false;
    program[length] = '\0';
    *strrchr(program, '/') = '\0';
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (fits(snprintf(out, size, "%s/%s", program, places[i]), size) && access(out, R_OK) == 0) return true;
    return false;
}
