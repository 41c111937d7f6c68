// A file that appears whole or not at all: written beside its name, then linked or renamed into place.
// SPDX-License-Identifier: MIT
#ifndef SHELL_OUTFILE_H
#define SHELL_OUTFILE_H

#include <stdio.h>

#include "kb/kb.h"

typedef struct Outfile {
    FILE *stream;
    char path[4096], temporary[4096 + 16];
    bool force;
} Outfile;

// KB_INVALID: it exists and force is not given, or it is a symbolic link or no plain file.
KB_MUST_USE KbStatus outfile_open(Outfile *file, KbText path, bool force, KbError *error);
KB_MUST_USE KbStatus outfile_commit(Outfile *file, KbError *error);
void outfile_discard(Outfile *file);

#endif
