// kb-ingest: news articles into the knowledge base.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/console.h"
#include "ingest/data.h"
#include "ingest/interrupt.h"
#include "ingest/options.h"
#include "ingest/path.h"
#include "ingest/pipeline.h"
#include "ingest/run.h"

enum { EXIT_OK = 0, EXIT_FATAL = 1, EXIT_USAGE = 2, EXIT_SKIPPED = 3, EXIT_DATABASE = 4, EXIT_INTERRUPTED = 130 };

static int exit_code(KbStatus status, const Console *console)
{
    switch (status) {
    case KB_OK: return console->counts[OUTCOME_SKIPPED] ? EXIT_SKIPPED : EXIT_OK;
    case KB_LOCKED:
    case KB_CORRUPT:
    case KB_VERSION: return EXIT_DATABASE;
    case KB_INTERRUPTED: return EXIT_INTERRUPTED;
    default: return EXIT_FATAL;
    }
}

static KbStatus open_database(const Options *options, const Model *model, Kb **kb, KbError *error)
{
    KbOptions how = {.mode = options->wait ? KB_WRITE_WAIT : KB_WRITE};
    if (model) how.model = model_version(model);
    return kb_open(options->database, &how, kb, error);
}

// Takes the document with this id, URL or path back; a path may be spelt differently from when it was read.
static KbStatus forget(Kb *kb, const char *name, size_t *forgotten, KbError *error)
{
    KbText path = path_normalise(name);
    KbStatus status = kb_begin(kb, error);
    if (status == KB_OK) status = kb_forget(kb, kb_text(name), forgotten, error);
    if (status == KB_NOT_FOUND) status = kb_forget(kb, path, forgotten, error);
    if (status == KB_OK)
        status = kb_commit(kb, error);
    else
        kb_abort(kb);
    free((char *)(uintptr_t)path.data);
    return status;
}

static KbStatus run_forget(const Options *options, Console *console, KbError *error)
{
    Kb *kb = NULL;
    size_t forgotten = 0;
    KbStatus status = open_database(options, NULL, &kb, error);
    if (status == KB_OK) status = forget(kb, options->forget, &forgotten, error);
    if (status == KB_NOT_FOUND) snprintf(error->text, sizeof error->text, "no such document: %s", options->forget);
    kb_close(kb);
    if (status == KB_OK && !console->quiet)
        fprintf(stderr, "kb-ingest: %zu document%s forgotten\n", forgotten, forgotten == 1 ? "" : "s");
    return status;
}

// The comparison mode: slower, no rounding to int8.
static bool wants_float(void)
{
    const char *arithmetic = getenv("KB_ARITHMETIC");
    return arithmetic && strcmp(arithmetic, "f32") == 0;
}

static KbStatus open_model(Model **model, KbError *error)
{
    char directory[4096];
    if (!data_directory(directory, sizeof directory)) {
        snprintf(error->text, sizeof error->text, "no data directory: set KB_DATA to where encoder.kbw lies");
        return KB_NOT_FOUND;
    }
    KbStatus status = model_open(directory, wants_float(), model, error);
    if (status == KB_NOT_FOUND) snprintf(error->text, sizeof error->text, "%.400s/encoder.kbw: no weights", directory);
    return status;
}

static KbStatus run_ingest(const Options *options, Console *console, KbError *error)
{
    Model *model = NULL;
    Kb *kb = NULL;
    bool stores = options->mode == MODE_INGEST && !options->dry_run;
    KbStatus status = options->dry_run ? KB_OK : open_model(&model, error);
    if (status == KB_OK && stores) status = open_database(options, model, &kb, error);
    if (status == KB_OK) {
        status = run_articles(options, model, kb, console, error);
        console_summary(console);
    }
    kb_close(kb);
    if (model) model_close(model);
    return status;
}

static int usage_error(Console *console, const KbError *error)
{
    console_error(console, (KbText){0}, error);
    fprintf(stderr, "kb-ingest: try 'kb-ingest --help'\n");
    return EXIT_USAGE;
}

int main(int argc, char **argv)
{
    Options options;
    KbError error = {0};
    Console console = {0};
    if (!options_parse(argc, argv, &options, &error)) return usage_error(&console, &error);
    if (options.mode == MODE_HELP) return fputs(options_usage, stdout) < 0;
    if (options.mode == MODE_VERSION) return puts("kb-ingest " KB_RELEASE) < 0;
    interrupt_install();
    console.quiet = options.quiet;
    console.verbose = options.verbose;
    KbStatus status = console_open(&console, options.report, &error);
    if (status == KB_OK)
        status = options.mode == MODE_FORGET ? run_forget(&options, &console, &error)
                                             : run_ingest(&options, &console, &error);
    if (status != KB_OK && status != KB_INTERRUPTED) console_error(&console, (KbText){0}, &error);
    int code = exit_code(status, &console);
    if (console_close(&console, &error) != KB_OK && code == EXIT_OK) {
        console_error(&console, (KbText){0}, &error);
        code = EXIT_FATAL;
    }
    return code;
}
