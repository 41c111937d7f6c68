// What kb-ingest says: named skips and warnings, the progress bar, the report file, the summary. Part of its main.
// SPDX-License-Identifier: MIT
#ifndef INGEST_CONSOLE_H
#define INGEST_CONSOLE_H

#include <stdio.h>

#include "ingest/article.h"

typedef enum Outcome {
    OUTCOME_ADDED,
    OUTCOME_UNCHANGED,
    OUTCOME_REPLACED,
    OUTCOME_INACTIVE, // a newer version of the document is already there
    OUTCOME_READ,     // --annotate and --dry-run: nothing is stored
    OUTCOME_SKIPPED,
    OUTCOMES
} Outcome;

typedef struct Console {
    FILE *report; // NULL: none
    bool quiet, verbose;
    bool bar;           // draw a progress bar
    bool drawn;         // it stands on the current line
    uint64_t total;     // bytes of all inputs
    int64_t last_drawn; // milliseconds
    size_t counts[OUTCOMES];
    size_t kept[OUTCOMES]; // counts of what is stored for good
} Console;

// report_path: NULL for none. KB_IO when it cannot be written.
KB_MUST_USE KbStatus console_open(Console *console, const char *report_path, KbError *error);
KB_MUST_USE KbStatus console_close(Console *console, KbError *error); // flushes the report

// "kb-ingest: PATH: reason at byte N" for a skipped article, its warnings otherwise; a line in the report.
void console_article(Console *console, const Article *article, Outcome outcome, const KbError *error);
void console_kept(Console *console); // what was told of articles so far is stored for good
void console_lost(Console *console); // what was stored since will not be
void console_progress(Console *console, uint64_t bytes);
void console_summary(Console *console);

// "kb-ingest: WHAT: reason"; what may be empty.
void console_error(Console *console, KbText what, const KbError *error);

#endif
