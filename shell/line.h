// Where lines come from: readline on a terminal, getline from pipes and files.
// SPDX-License-Identifier: MIT
#ifndef SHELL_LINE_H
#define SHELL_LINE_H

#include <stdio.h>

#include "kb/kb.h"

enum { LINE_LIMIT = 64 * 1024 };

typedef struct Lines Lines;

typedef enum LineResult { LINE_READ, LINE_END, LINE_TOO_LONG, LINE_INTERRUPTED, LINE_FAILED } LineResult;

// Completion asks this for names that begin with `prefix`; each is malloc'ed and handed over.
typedef size_t (*LineComplete)(void *context, const char *prefix, char **names, size_t room);

Lines *lines_of_terminal(LineComplete complete, void *context);
Lines *lines_of_stream(FILE *stream);
// The line without its end; lives until the next call. A line that is too long is skipped whole.
LineResult lines_next(Lines *lines, const char *prompt, KbText *line);
size_t lines_number(const Lines *lines); // of the last line, from 1
void lines_close(Lines *lines);          // saves the history

#endif
