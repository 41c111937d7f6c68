// The command line of kb-shell.
// SPDX-License-Identifier: MIT
#include "shell/options.h"

#include <getopt.h>
#include <stdlib.h>

#include "shell/text.h"

enum { OPTION_DB = 256, OPTION_WRITE, OPTION_MODE, OPTION_LIMIT, OPTION_KEEP_GOING, OPTION_VERSION };

void shell_usage(FILE *out)
{
    fputs("usage: kb-shell [--db FILE] [--write] [-c COMMAND]... [-f FILE] [--mode MODE] [--limit N] [--keep-going]\n"
          "\n"
          "  --db FILE      the knowledge base; else $KB_FILE, else ./news.kb\n"
          "  --write        allow commands that change it\n"
          "  -c COMMAND     run a command or answer a question; may be repeated\n"
          "  -f FILE        run the lines of a file (- for standard input)\n"
          "  --mode MODE    table, text, tsv, csv, json, jsonl or markdown\n"
          "  --limit N      at most N answers to a question\n"
          "  --keep-going   do not stop a script at the first line that fails\n"
          "  --help, --version\n"
          "\n"
          "Anything that is not a command is a question in plain English. Type help in the shell for the commands.\n",
          out);
}

static bool complain(const char *what, const char *value)
{
    Region *region = region_new();
    KbText shown = text_escape(region, kb_text(value));
    fprintf(stderr, "kb-shell: %s: %.*s\n", what, TEXT_ARGS(shown));
    region_free(region);
    return false;
}

static bool add_job(Options *options, bool file, const char *argument)
{
    if (options->job_count == JOBS_LIMIT) return complain("too many -c and -f", argument);
    if (!text_valid(kb_text(argument))) return complain("argument is not valid UTF-8", argument);
    options->jobs[options->job_count++] = (Job){file, argument};
    return true;
}

static bool set_limit(Options *options, const char *value)
{
    char *end;
    unsigned long number = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || number == 0 || number > 1000000)
        return complain("--limit needs a number from 1 to 1000000", value);
    options->limit = number;
    return true;
}

static bool take(Options *options, int option, const char *value)
{
    switch (option) {
    case OPTION_DB: return options->database = value, *value ? true : complain("--db needs a file", value);
    case OPTION_WRITE: return options->write = true;
    case OPTION_KEEP_GOING: return options->keep_going = true;
    case OPTION_VERSION: return options->version = true;
    case OPTION_LIMIT: return set_limit(options, value);
    case OPTION_MODE:
        return options->mode_given = true, mode_find(kb_text(value), &options->mode) || complain("no such mode", value);
    case 'c': return add_job(options, false, value);
    case 'f': return add_job(options, true, value);
    case 'h': return options->help = true;
    default: return false;
    }
}

bool shell_options(int argc, char **argv, Options *options)
{
    static const struct option LONG[] = {
        {"db", required_argument, NULL, OPTION_DB},           {"write", no_argument, NULL, OPTION_WRITE},
        {"mode", required_argument, NULL, OPTION_MODE},       {"limit", required_argument, NULL, OPTION_LIMIT},
        {"keep-going", no_argument, NULL, OPTION_KEEP_GOING}, {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, OPTION_VERSION},       {NULL, 0, NULL, 0}};
    const char *file = getenv("KB_FILE");
    *options = (Options){.database = file && *file ? file : "news.kb"};
    for (int option; (option = getopt_long(argc, argv, "c:f:h", LONG, NULL)) != -1;)
        if (!take(options, option, optarg ? optarg : "")) return false;
    if (optind < argc) return complain("unexpected argument (quote a question and give it with -c)", argv[optind]);
    return true;
}
