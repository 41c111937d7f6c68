// Lines -> commands or questions -> output.
// SPDX-License-Identifier: MIT
#ifndef SHELL_COMMAND_H
#define SHELL_COMMAND_H

#include "shell/render.h"

typedef enum CommandResult {
    COMMAND_OK,
    COMMAND_FAILED, // failed, or a question found nothing
    COMMAND_QUIT,
    COMMAND_DATABASE,    // the knowledge base cannot be read
    COMMAND_INTERRUPTED, // Ctrl-C
    COMMAND_CLOSED,      // whoever read the output is gone
    COMMAND_UNWRITTEN,   // the output cannot be written
} CommandResult;

typedef struct Shell {
    Kb *kb;
    Session session;
    Render render;
    bool write, interactive;
    FILE *out;
} Shell;

typedef struct Origin { // for error messages
    const char *name;
    size_t line;
} Origin;

CommandResult command_run(Shell *shell, KbText line, Origin origin);
// For a line that could not even be read: told on stderr, and in JSON an answer like any other.
CommandResult command_reject(Shell *shell, KbText line, Origin origin, const char *why);
// "FILE:LINE: message" on stderr, escaped.
void command_complain(Origin origin, const char *format, ...) __attribute__((format(printf, 2, 3)));
// Names of commands that begin with `prefix`, malloc'ed.
size_t command_complete(const char *prefix, char **names, size_t room);

// `export NAME|* [--format=F] [--mentions] [--force] [> FILE]`
CommandResult command_export(Shell *shell, KbText arguments, Origin origin);

#endif
