// What kb-ingest says. Foreign text is escaped before it reaches the terminal.
// SPDX-License-Identifier: MIT
#include "ingest/console.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ingest/emit.h"
#include "ingest/path.h"

enum { BAR_WIDTH = 30, BAR_INTERVAL = 100 };

static const char *const outcome_names[OUTCOMES] = {"added", "unchanged", "replaced", "inactive", "read", "skipped"};

static KbStatus fail(KbError *error, const char *what)
{
    *error = (KbError){.status = KB_IO};
    snprintf(error->text, sizeof error->text, "%s: %s", what, strerror(errno));
    return KB_IO;
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

KbStatus console_open(Console *console, const char *report_path, KbError *error)
{
    const char *term = getenv("TERM");
    bool dumb = !term || strcmp(term, "dumb") == 0;
    console->bar = !console->quiet && !dumb && isatty(STDERR_FILENO);
    console->last_drawn = now();
    if (!report_path) return KB_OK;
    console->report = fopen(report_path, "we");
    return console->report ? KB_OK : fail(error, report_path);
}

KbStatus console_close(Console *console, KbError *error)
{
    FILE *report = console->report;
    console->report = NULL;
    if (!report) return KB_OK;
    bool bad = ferror(report) != 0;
    return fclose(report) != 0 || bad ? fail(error, "report") : KB_OK;
}

static void erase_bar(Console *console)
{
    if (console->drawn) fputs("\r\033[K", stderr);
    console->drawn = false;
}

// "kb-ingest: " and the escaped parts of one message, then a line feed.
static void say(Console *console, KbText what, size_t line, KbText message)
{
    Buffer out = {0};
    buffer_printf(&out, "kb-ingest: ");
    path_escape(what, &out);
    if (line) buffer_printf(&out, ":%zu", line);
    if (what.length) buffer_printf(&out, ": ");
    path_escape(message, &out);
    buffer_append(&out, "\n", 1);
    erase_bar(console);
    fwrite(out.data, 1, out.length, stderr);
    buffer_free(&out);
}

void console_error(Console *console, KbText what, const KbError *error)
{
    say(console, what, 0, kb_text(error->text));
}

static void say_at(Console *console, const Article *article, const char *kind, const char *reason, uint64_t offset)
{
    char message[640];
    snprintf(message, sizeof message, "%s%s at byte %llu", kind, reason, (unsigned long long)offset);
    say(console, article->path, article->line, kb_text(message));
}

static void emit_warning(Buffer *out, const Warning *warning)
{
    emit_open(out, '{');
    emit_key(out, "offset");
    emit_number(out, (int64_t)warning->offset);
    emit_key(out, "reason");
    emit_string(out, warning->text);
    emit_close(out, '}');
}

static void write_report(FILE *report, const Article *article, Outcome outcome, const KbError *error)
{
    Buffer out = {0};
    emit_open(&out, '{');
    emit_key(&out, "id");
    emit_text_or_null(&out, article->id);
    emit_key(&out, "line");
    if (article->line)
        emit_number(&out, (int64_t)article->line);
    else
        emit_null(&out);
    emit_key(&out, "offset");
    emit_number(&out, (int64_t)(error ? error->offset : article->offset));
    emit_key(&out, "path");
    emit_text_or_null(&out, article->path);
    emit_key(&out, "reason");
    emit_string(&out, error ? error->text : NULL);
    emit_key(&out, "status");
    emit_string(&out, outcome_names[outcome]);
    emit_key(&out, "warnings");
    emit_open(&out, '[');
    for (size_t i = 0; i < article->warning_count; i++)
        emit_warning(&out, &article->warnings[i]);
    emit_close(&out, ']');
    emit_close(&out, '}');
    buffer_append(&out, "\n", 1);
    fwrite(out.data, 1, out.length, report);
    buffer_free(&out);
}

void console_article(Console *console, const Article *article, Outcome outcome, const KbError *error)
{
    console->counts[outcome]++;
    if (outcome == OUTCOME_SKIPPED) say_at(console, article, "", error->text, error->offset);
    for (size_t i = 0; i < article->warning_count && !console->quiet; i++)
        say_at(console, article, "warning: ", article->warnings[i].text, article->warnings[i].offset);
    if (console->verbose && outcome != OUTCOME_SKIPPED) say(console, article->id, 0, kb_text(outcome_names[outcome]));
    if (console->report) write_report(console->report, article, outcome, error);
}

void console_kept(Console *console)
{
    memcpy(console->kept, console->counts, sizeof console->kept);
}

void console_lost(Console *console)
{
    for (size_t i = 0; i < OUTCOME_READ; i++)
        console->counts[i] = console->kept[i];
}

// Not skipped.
static size_t articles_of(const Console *console)
{
    size_t count = 0;
    for (size_t i = 0; i < OUTCOME_SKIPPED; i++)
        count += console->counts[i];
    return count;
}

void console_progress(Console *console, uint64_t bytes)
{
    int64_t time = console->bar ? now() : 0;
    if (!console->bar || time - console->last_drawn < BAR_INTERVAL) return;
    console->last_drawn = time;
    console->drawn = true;
    if (bytes > console->total || console->total == 0) {
        fprintf(stderr, "\r\033[K%zu articles", articles_of(console));
        return;
    }
    int filled = (int)(bytes * BAR_WIDTH / console->total);
    fprintf(stderr, "\r\033[K[%.*s%*s] %3d%% %zu articles", filled, "##############################",
            BAR_WIDTH - filled, "", (int)(bytes * 100 / console->total), articles_of(console));
}

void console_summary(Console *console)
{
    erase_bar(console);
    if (console->quiet) return;
    size_t articles = articles_of(console);
    fprintf(stderr, "kb-ingest: %zu article%s read", articles, articles == 1 ? "" : "s");
    const char *separator = ": ";
    for (size_t i = 0; i < OUTCOMES; i++) {
        if (i == OUTCOME_READ || (console->counts[i] == 0 && i != OUTCOME_SKIPPED)) continue;
        if (i == OUTCOME_SKIPPED) separator = "; ";
        fprintf(stderr, "%s%zu %s", separator, console->counts[i], outcome_names[i]);
        separator = ", ";
    }
    fputc('\n', stderr);
}
