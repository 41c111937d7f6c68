// The command line of kb-shell.
// SPDX-License-Identifier: MIT
#ifndef SHELL_OPTIONS_H
#define SHELL_OPTIONS_H

#include "shell/render.h"

enum { JOBS_LIMIT = 64 };

typedef struct Job { // -c COMMAND or -f FILE
    bool file;
    const char *argument;
} Job;

typedef struct Options {
    const char *database; // --db, else $KB_FILE, else ./news.kb
    bool write, keep_going, help, version;
    bool mode_given;
    Mode mode;
    size_t limit;         // 0: not given
    Job jobs[JOBS_LIMIT]; // [job_count], in the order given
    size_t job_count;
} Options;

// False: a usage error, told on stderr.
bool shell_options(int argc, char **argv, Options *options);
void shell_usage(FILE *out);

#endif
