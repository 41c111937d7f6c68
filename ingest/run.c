// One run over all inputs.
// SPDX-License-Identifier: MIT
#include "ingest/run.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "ingest/crew.h"
#include "ingest/interrupt.h"
#include "ingest/path.h"
#include "ingest/walk.h"

// Documents in a transaction: enough to make one cheap, few enough to lose little.
enum { BATCH = 256 };

typedef struct Run {
    const Options *options;
    Kb *kb;
    Console *console;
    Crew *crew;
    size_t pending;  // documents in the open transaction
    uint64_t passed; // bytes of the files read before this one
    KbError *error;
} Run;

// ------------------------------------------------------------------------------------------ out of the crew

static KbStatus commit(Run *run)
{
    if (run->pending == 0) return KB_OK;
    run->pending = 0;
    KbStatus status = kb_commit(run->kb, run->error);
    if (status == KB_OK)
        console_kept(run->console);
    else
        console_lost(run->console);
    return status;
}

// A document the knowledge base refuses is skipped like an article that cannot be read.
static KbStatus store(Run *run, const Slot *slot)
{
    static const Outcome outcomes[] = {
        [KB_ADDED] = OUTCOME_ADDED,
        [KB_UNCHANGED] = OUTCOME_UNCHANGED,
        [KB_REPLACED] = OUTCOME_REPLACED,
        [KB_KEPT_INACTIVE] = OUTCOME_INACTIVE,
    };
    KbPutResult result = KB_ADDED;
    KbStatus status = run->pending == 0 ? kb_begin(run->kb, run->error) : KB_OK;
    if (status != KB_OK) return status;
    run->pending++;
    status = kb_put(run->kb, &slot->contribution, &result, run->error);
    if (status == KB_INVALID) {
        console_article(run->console, &slot->article, OUTCOME_SKIPPED, run->error);
        return KB_OK;
    }
    if (status != KB_OK) return status;
    console_article(run->console, &slot->article, outcomes[result], NULL);
    return run->pending >= BATCH ? commit(run) : KB_OK;
}

static KbStatus print(Run *run, const Slot *slot)
{
    if (fwrite(slot->line.data, 1, slot->line.length, stdout) == slot->line.length) {
        console_article(run->console, &slot->article, OUTCOME_READ, NULL);
        return KB_OK;
    }
    *run->error = (KbError){.status = KB_IO};
    snprintf(run->error->text, sizeof run->error->text, "standard output: %s", strerror(errno));
    return KB_IO;
}

// Uses the oldest article of the crew.
static KbStatus finish_one(Run *run)
{
    Slot *slot = crew_next(run->crew);
    KbStatus status = KB_OK;
    if (slot->result == READ_SKIPPED)
        console_article(run->console, &slot->article, OUTCOME_SKIPPED, &slot->error);
    else if (run->options->dry_run)
        console_article(run->console, &slot->article, OUTCOME_READ, NULL);
    else
        status = run->kb ? store(run, slot) : print(run, slot);
    console_progress(run->console, slot->progress);
    crew_release(run->crew, slot);
    return status;
}

// ------------------------------------------------------------------------------------------ into the crew

static KbStatus empty_slot(Run *run, Slot **slot)
{
    KbStatus status = KB_OK;
    while (status == KB_OK && !(*slot = crew_slot(run->crew)))
        status = finish_one(run);
    return status;
}

// An input that cannot be opened is one skipped article.
static KbStatus skip_file(Run *run, const char *path, const KbError *reason)
{
    Slot *slot;
    KbStatus status = empty_slot(run, &slot);
    if (status != KB_OK) return status;
    slot->result = READ_SKIPPED;
    slot->error = *reason;
    slot->article = (Article){.path = path_normalise(path), .id = path_normalise(path)};
    slot->progress = run->passed;
    crew_submit(run->crew, slot);
    return KB_OK;
}

static KbStatus read_articles(Run *run, Reader *reader)
{
    for (;;) {
        Slot *slot;
        KbStatus status = empty_slot(run, &slot);
        if (status != KB_OK) return status;
        slot->result = reader_next(reader, &slot->article, &slot->error);
        slot->progress = run->passed + reader->input.offset;
        if (slot->result == READ_END) article_clear(&slot->article);
        if (interrupt_asked()) return KB_INTERRUPTED;
        if (slot->result == READ_END) return KB_OK;
        crew_submit(run->crew, slot);
    }
}

static KbStatus read_file(Run *run, const WalkFile *file)
{
    KbError reason = {.status = KB_IO};
    if (file->problem) {
        snprintf(reason.text, sizeof reason.text, "%s", file->problem);
        return skip_file(run, file->path, &reason);
    }
    Reader reader;
    if (reader_open(file->path, run->options->format, run->options->date, &reader, &reason) != KB_OK)
        return interrupt_asked() ? KB_INTERRUPTED : skip_file(run, file->path, &reason);
    KbStatus status = read_articles(run, &reader);
    reader_close(&reader);
    return status;
}

static KbStatus read_files(Run *run, const Walk *walk)
{
    for (size_t i = 0; i < walk->count; i++) {
        KbStatus status = interrupt_asked() ? KB_INTERRUPTED : read_file(run, &walk->files[i]);
        if (status != KB_OK) return status;
        run->passed += walk->files[i].size;
    }
    return KB_OK;
}

// Stores what the crew still has, after a request to stop too; after a failure nothing more can be stored.
static KbStatus finish(Run *run, KbStatus status)
{
    bool interrupted = status == KB_INTERRUPTED;
    if (interrupted) status = KB_OK;
    while (status == KB_OK && crew_next(run->crew))
        status = finish_one(run);
    if (status == KB_OK)
        status = commit(run);
    else if (run->kb) {
        console_lost(run->console);
        kb_abort(run->kb);
    }
    return status == KB_OK && interrupted ? KB_INTERRUPTED : status;
}

KbStatus run_articles(const Options *options, const Model *model, Kb *kb, Console *console, KbError *error)
{
    Run run = {.options = options, .kb = kb, .console = console, .error = error};
    Walk walk = {0};
    for (int i = 0; i < options->path_count; i++)
        walk_add(&walk, options->paths[i]);
    console->total = walk.bytes;
    run.crew = crew_new(model, model ? options->jobs : 1, options->mode == MODE_ANNOTATE);
    KbStatus status = finish(&run, read_files(&run, &walk));
    crew_free(run.crew);
    walk_clear(&walk);
    if (options->mode == MODE_ANNOTATE && fflush(stdout) != 0 && status == KB_OK) {
        *error = (KbError){.status = KB_IO, .text = "standard output: cannot be written"};
        status = KB_IO;
    }
    return status;
}
