// Where lines come from: readline on a terminal, getline from pipes and files.
// SPDX-License-Identifier: MIT
#include "shell/line.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "shell/command.h"
#include "shell/signals.h"

enum { HISTORY_LINES = 1000, NAMES_SHOWN = 50 };

struct Lines {
    FILE *stream; // NULL: the terminal
    char *buffer;
    size_t room, number;
    char history[4096]; // "" for none
    LineComplete complete;
    void *context;
};

// readline's callbacks carry no context: the one terminal there is.
static Lines *terminal;

// ---------------------------------------------------------------------------------------------- history

// $XDG_STATE_HOME/kb/history, ~/.local/state/kb/history where that folder exists, else ~/.kb_history.
static bool history_path(char *out, size_t size)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    char folder[4096];
    if (state && state[0] == '/') {
        snprintf(folder, sizeof folder, "%s/kb", state);
        mkdir(state, 0700);
        mkdir(folder, 0700);
        return snprintf(out, size, "%s/history", folder) < (int)size;
    }
    if (!home || home[0] != '/') return false;
    return snprintf(out, size, "%s/.kb_history", home) < (int)size;
}

static void load_history(Lines *lines)
{
    using_history();
    stifle_history(HISTORY_LINES);
    if (history_path(lines->history, sizeof lines->history)) {
        read_history(lines->history);
        return;
    }
    lines->history[0] = '\0';
    fputs("kb-shell: HOME is not set; no history is kept\n", stderr);
}

// ---------------------------------------------------------------------------------------------- completion

// Names of several words are completed from their first word on: of "who is Ann P", "Ann P" is what has matches, and
// readline is given what comes after "Ann ".
static size_t name_matches(size_t start, char **names, size_t room)
{
    size_t point = (size_t)rl_point;
    for (size_t from = 0; from < point && terminal && terminal->complete; from++) {
        if (from > 0 && rl_line_buffer[from - 1] != ' ') continue;
        if (rl_line_buffer[from] == ' ' || from > start) continue;
        char *prefix = strndup(rl_line_buffer + from, point - from);
        size_t count = prefix ? terminal->complete(terminal->context, prefix, names, room) : 0, kept = 0;
        free(prefix);
        for (size_t i = 0; i < count; i++) {
            size_t skip = start - from, length = strlen(names[i]);
            if (length <= skip) {
                free(names[i]);
                continue;
            }
            memmove(names[i], names[i] + skip, length - skip + 1);
            names[kept++] = names[i];
        }
        if (kept) return kept;
    }
    return 0;
}

static char *next_match(const char *text, int state)
{
    static char *names[NAMES_SHOWN];
    static size_t count, at;
    if (state == 0) {
        size_t length = strlen(text);
        bool first = rl_point == (int)length;
        at = 0;
        count = first ? command_complete(text, names, NAMES_SHOWN) : 0;
        if (!count) count = name_matches((size_t)rl_point - length, names, NAMES_SHOWN);
    }
    return at < count ? names[at++] : NULL;
}

static char **complete_words(const char *text, int start, int end)
{
    (void)start, (void)end;
    rl_attempted_completion_over = 1;
    return rl_completion_matches(text, next_match);
}

// ---------------------------------------------------------------------------------------------- lines

// Ctrl-C at the prompt: a fresh line.
static int on_interrupt(void)
{
    if (!signals_interrupted()) return 0;
    signals_clear();
    fputs("^C\n", rl_outstream);
    rl_replace_line("", 0);
    rl_on_new_line();
    rl_redisplay();
    return 0;
}

Lines *lines_of_terminal(LineComplete complete, void *context)
{
    Lines *lines = calloc(1, sizeof *lines);
    if (!lines) abort();
    *lines = (Lines){.complete = complete, .context = context};
    terminal = lines;
    rl_readline_name = "kb-shell";
    rl_catch_signals = 0;
    rl_signal_event_hook = on_interrupt;
    rl_attempted_completion_function = complete_words;
    rl_basic_word_break_characters = " \t\n\"";
    load_history(lines);
    return lines;
}

Lines *lines_of_stream(FILE *stream)
{
    Lines *lines = calloc(1, sizeof *lines);
    if (!lines) abort();
    lines->stream = stream;
    return lines;
}

static LineResult read_terminal(Lines *lines, const char *prompt, KbText *line)
{
    free(lines->buffer);
    lines->buffer = readline(prompt);
    if (signals_interrupted()) return LINE_INTERRUPTED;
    if (!lines->buffer) return LINE_END;
    *line = kb_text(lines->buffer);
    if (line->length > LINE_LIMIT) return LINE_TOO_LONG;
    if (line->length) add_history(lines->buffer);
    return LINE_READ;
}

// Reads in pieces, so that a line without end costs no memory.
static LineResult read_stream(Lines *lines, KbText *line)
{
    size_t length = 0;
    bool any = false, too_long = false;
    int c = 0;
    if (!lines->buffer && !(lines->buffer = malloc(LINE_LIMIT + 1))) abort();
    errno = 0;
    while ((c = getc(lines->stream)) != EOF && c != '\n') {
        any = true;
        if (length < LINE_LIMIT)
            lines->buffer[length++] = (char)c;
        else
            too_long = true;
    }
    if (c == EOF && errno == EINTR && signals_interrupted()) return LINE_INTERRUPTED;
    if (c == EOF && ferror(lines->stream)) return LINE_FAILED;
    if (c == EOF && !any) return LINE_END;
    if (length && lines->buffer[length - 1] == '\r') length--;
    lines->buffer[length] = '\0';
    *line = (KbText){lines->buffer, length};
    return too_long ? LINE_TOO_LONG : LINE_READ;
}

LineResult lines_next(Lines *lines, const char *prompt, KbText *line)
{
    lines->number++;
    *line = (KbText){"", 0};
    return lines->stream ? read_stream(lines, line) : read_terminal(lines, prompt, line);
}

size_t lines_number(const Lines *lines)
{
    return lines->number;
}

void lines_close(Lines *lines)
{
    if (!lines) return;
    if (!lines->stream) {
        if (lines->history[0]) {
            mode_t mask = umask(077);
            write_history(lines->history);
            umask(mask);
        }
        terminal = NULL;
    }
    free(lines->buffer);
    free(lines);
}
