// The command line of kb-ingest.
// SPDX-License-Identifier: MIT
#ifndef INGEST_OPTIONS_H
#define INGEST_OPTIONS_H

#include "ingest/reader.h"

typedef enum Mode { MODE_INGEST, MODE_ANNOTATE, MODE_FORGET, MODE_HELP, MODE_VERSION } Mode;

typedef struct Options {
    Mode mode;
    const char *database;
    const char *report; // NULL: none
    const char *forget;
    const Format *format; // NULL: by content
    KbDate date;
    unsigned jobs;
    bool wait, dry_run, quiet, verbose;
    char **paths; // [path_count], the caller's argv
    int path_count;
} Options;

// False: a mistake in usage, described in error.
bool options_parse(int argc, char **argv, Options *options, KbError *error);

extern const char options_usage[];

#endif
