// kb-shell: opens the knowledge base, runs commands, files, or a dialogue.
// SPDX-License-Identifier: MIT
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "shell/command.h"
#include "shell/line.h"
#include "shell/options.h"
#include "shell/signals.h"

#ifndef KB_RELEASE
#define KB_RELEASE "unknown"
#endif

enum { EXIT_NOTHING = 1, EXIT_USAGE = 2, EXIT_DATABASE = 4, EXIT_INTERRUPTED = 130, TABLE_LIMIT = 20 };

static int exit_code(CommandResult result)
{
    switch (result) {
    case COMMAND_FAILED:
    case COMMAND_UNWRITTEN: return EXIT_NOTHING;
    case COMMAND_DATABASE: return EXIT_DATABASE;
    case COMMAND_INTERRUPTED: return EXIT_INTERRUPTED;
    default: return 0;
    }
}

// ---------------------------------------------------------------------------------------------- starting

static int open_database(const Options *options, Kb **kb)
{
    KbError error = {0};
    KbOptions wanted = {.mode = options->write ? KB_WRITE : KB_READ};
    Region *region = region_new();
    KbText shown = text_escape(region, kb_text(options->database));
    bool missing = options->write && access(options->database, F_OK) != 0 && errno == ENOENT;
    KbStatus status = missing ? KB_NOT_FOUND : kb_open(options->database, &wanted, kb, &error);
    if (status == KB_NOT_FOUND)
        fprintf(stderr,
                "kb-shell: there is no knowledge base %.*s; make it with  kb-ingest --db %.*s ARTICLES,  or name "
                "another with --db\n",
                TEXT_ARGS(shown), TEXT_ARGS(shown));
    else if (status != KB_OK)
        fprintf(stderr, "kb-shell: %s\n", error.text[0] ? error.text : options->database);
    region_free(region);
    return status == KB_OK ? 0 : EXIT_DATABASE;
}

static size_t terminal_width(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static void set_output(Shell *shell, const Options *options)
{
    bool terminal = isatty(STDOUT_FILENO);
    const char *term = getenv("TERM"), *plain = getenv("NO_COLOR");
    bool dumb = !term || !*term || strcmp(term, "dumb") == 0;
    shell->out = stdout;
    shell->render.mode = options->mode_given ? options->mode : terminal ? MODE_TABLE : MODE_TEXT;
    shell->render.limit = options->limit;
    shell->render.width = terminal ? terminal_width() : 0;
    shell->render.bold = terminal && !dumb && !(plain && *plain) && shell->render.width > 1;
    if (!options->limit && terminal) shell->render.limit = TABLE_LIMIT;
}

// ---------------------------------------------------------------------------------------------- running

static size_t complete_names(void *context, const char *prefix, char **names, size_t room)
{
    Shell *shell = context;
    KbReader *reader = NULL;
    KbError error = {0};
    const KbText *found = NULL;
    size_t count = 0, given = 0;
    if (kb_reader_open(shell->kb, &reader, &error) != KB_OK) return 0;
    if (kb_complete(reader, kb_text(prefix), room, &found, &count, &error) != KB_OK) count = 0;
    for (size_t i = 0; i < count && given < room; i++)
        if ((names[given] = strndup(found[i].data, found[i].length))) given++;
    kb_reader_close(reader);
    return given;
}

// A line that cannot be run; LINE_READ lines are.
static CommandResult run_read(Shell *shell, LineResult read, KbText line, Origin origin)
{
    switch (read) {
    case LINE_READ: return command_run(shell, line, origin);
    case LINE_TOO_LONG: return command_reject(shell, line, origin, "the line is longer than 64 KiB");
    case LINE_INTERRUPTED: return COMMAND_INTERRUPTED;
    default: return COMMAND_QUIT;
    }
}

// A script stops at its first failure, unless it is to keep going; its result is its worst.
static CommandResult run_stream(Shell *shell, FILE *stream, const char *name, bool keep_going)
{
    Lines *lines = lines_of_stream(stream);
    CommandResult result = COMMAND_OK;
    KbText line;
    for (LineResult read; (read = lines_next(lines, "", &line)) != LINE_END;) {
        CommandResult one = run_read(shell, read, line, (Origin){name, lines_number(lines)});
        if (read == LINE_FAILED)
            command_complain((Origin){NULL, 0}, "kb-shell: %s: %s", name, strerror(errno)), one = COMMAND_FAILED;
        if (one != COMMAND_OK && (one != COMMAND_QUIT || result == COMMAND_OK)) result = one;
        bool fatal = one != COMMAND_OK && (one != COMMAND_FAILED || !keep_going || read == LINE_FAILED);
        if (fatal) break;
    }
    lines_close(lines);
    return result;
}

static CommandResult run_job(Shell *shell, const Job *job, bool keep_going)
{
    if (!job->file) return command_run(shell, kb_text(job->argument), (Origin){"-c", 1});
    if (strcmp(job->argument, "-") == 0) return run_stream(shell, stdin, "stdin", keep_going);
    FILE *stream = fopen(job->argument, "r");
    if (!stream) {
        command_complain((Origin){NULL, 0}, "kb-shell: %s: %s", job->argument, strerror(errno));
        return COMMAND_FAILED;
    }
    CommandResult result = run_stream(shell, stream, job->argument, keep_going);
    fclose(stream);
    return result;
}

static CommandResult run_jobs(Shell *shell, const Options *options)
{
    CommandResult result = COMMAND_OK;
    for (size_t i = 0; i < options->job_count; i++) {
        CommandResult one = run_job(shell, &options->jobs[i], options->keep_going);
        if (one != COMMAND_OK) result = one;
        if (one == COMMAND_OK || (one == COMMAND_FAILED && options->keep_going)) continue;
        break;
    }
    return result;
}

// Errors do not end a dialogue; Ctrl-C drops the line, or the query.
static CommandResult run_dialogue(Shell *shell)
{
    Lines *lines = lines_of_terminal(complete_names, shell);
    CommandResult result = COMMAND_OK;
    KbText line;
    shell->interactive = true;
    while (result != COMMAND_QUIT && result != COMMAND_CLOSED && result != COMMAND_UNWRITTEN) {
        LineResult read = lines_next(lines, "kb> ", &line);
        if (read == LINE_END) break;
        result = run_read(shell, read, line, (Origin){NULL, 0});
        if (result == COMMAND_INTERRUPTED) fputc('\n', stdout);
        signals_clear();
        fflush(stdout);
    }
    if (result != COMMAND_QUIT) fputc('\n', stdout);
    lines_close(lines);
    return COMMAND_OK;
}

int main(int argc, char **argv)
{
    Options options;
    Shell shell = {0};
    if (!shell_options(argc, argv, &options)) {
        fputs("kb-shell: try --help\n", stderr);
        return EXIT_USAGE;
    }
    if (options.help) return shell_usage(stdout), 0;
    if (options.version) return puts("kb-shell " KB_RELEASE), 0;
    int failure = open_database(&options, &shell.kb);
    if (failure) return failure;
    signals_install();
    shell.write = options.write;
    set_output(&shell, &options);
    CommandResult result;
    if (options.job_count)
        result = run_jobs(&shell, &options);
    else if (isatty(STDIN_FILENO))
        result = run_dialogue(&shell);
    else
        result = run_stream(&shell, stdin, "stdin", options.keep_going);
    session_clear(&shell.session);
    kb_close(shell.kb);
    return exit_code(result);
}
