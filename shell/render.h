// Answers as text: a table for people, one line an answer for programs, JSON for both.
// SPDX-License-Identifier: MIT
#ifndef SHELL_RENDER_H
#define SHELL_RENDER_H

#include <stdio.h>

#include "shell/answer.h"

typedef enum Mode { MODE_TABLE, MODE_TEXT, MODE_TSV, MODE_CSV, MODE_JSON, MODE_JSONL, MODE_MARKDOWN, MODE_COUNT } Mode;

const char *mode_name(Mode mode);
bool mode_find(KbText name, Mode *mode);

typedef struct Render {
    Mode mode;
    size_t limit; // answers shown; 0: all
    size_t width; // columns of the terminal; 0: unknown, nothing is cut
    bool bold;    // escape sequences are welcome
    bool headed;  // the header of tsv and csv is out
} Render;

// Only these write answers. Everything that comes from articles is escaped for terminals in the modes table, text and
// markdown.
void render_answer(Render *render, const Answer *answer, FILE *out);

#endif
