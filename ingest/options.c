// The command line of kb-ingest.
// SPDX-License-Identifier: MIT
#include "ingest/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { JOBS_MAX = 256 };

const char options_usage[] =
    "usage: kb-ingest [OPTION...] PATH|DIR|-...        read articles into the knowledge base\n"
    "       kb-ingest --annotate PATH...               print what is found in them as JSON Lines\n"
    "       kb-ingest --forget ID|PATH|URL             take a document back\n"
    "\n"
    "  --db FILE           the knowledge base (default: $KB_FILE, else news.kb)\n"
    "  --type TYPE         read every input as text or jsonl (default: by content)\n"
    "  --date YYYY-MM-DD   date of articles that do not have one\n"
    "  --jobs N            articles annotated at a time (default: the number of processors)\n"
    "  --report FILE       what became of each article, as JSON Lines\n"
    "  --dry-run           only check that the inputs can be read\n"
    "  --wait              wait while another process writes to the knowledge base\n"
    "  --quiet, -v         say less, say more\n"
    "  --version, --help\n";

static bool fail(KbError *error, const char *format, const char *what)
{
    *error = (KbError){.status = KB_INVALID};
    snprintf(error->text, sizeof error->text, format, what);
    return false;
}

static bool parse_jobs(const char *text, unsigned *jobs, KbError *error)
{
    char *end;
    long value = strtol(text, &end, 10);
    if (end == text || *end || value < 1 || value > JOBS_MAX)
        return fail(error, "--jobs takes a number from 1 to 256, not '%s'", text);
    *jobs = (unsigned)value;
    return true;
}

static bool parse_date(const char *text, KbDate *date, KbError *error)
{
    if (strlen(text) == 10 && kb_date_parse(kb_text(text), date)) return true;
    return fail(error, "--date takes a day as YYYY-MM-DD, not '%s'", text);
}

static bool parse_type(const char *text, const Format **format, KbError *error)
{
    *format = reader_format(text);
    return *format || fail(error, "--type '%s' is not known", text);
}

enum { OPT_DB = 256, OPT_JOBS, OPT_TYPE, OPT_DATE, OPT_REPORT, OPT_FORGET, OPT_ANNOTATE, OPT_DRY_RUN, OPT_WAIT };

static const struct option long_options[] = {
    {"db", required_argument, NULL, OPT_DB},
    {"jobs", required_argument, NULL, OPT_JOBS},
    {"type", required_argument, NULL, OPT_TYPE},
    {"date", required_argument, NULL, OPT_DATE},
    {"report", required_argument, NULL, OPT_REPORT},
    {"forget", required_argument, NULL, OPT_FORGET},
    {"annotate", no_argument, NULL, OPT_ANNOTATE},
    {"dry-run", no_argument, NULL, OPT_DRY_RUN},
    {"wait", no_argument, NULL, OPT_WAIT},
    {"quiet", no_argument, NULL, 'q'},
    {"verbose", no_argument, NULL, 'v'},
    {"version", no_argument, NULL, 'V'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

static bool take(int option, char **argv, Options *options, KbError *error)
{
    switch (option) {
    case OPT_DB: options->database = optarg; return true;
    case OPT_JOBS: return parse_jobs(optarg, &options->jobs, error);
    case OPT_TYPE: return parse_type(optarg, &options->format, error);
    case OPT_DATE: return parse_date(optarg, &options->date, error);
    case OPT_REPORT: options->report = optarg; return true;
    case OPT_FORGET:
        options->mode = MODE_FORGET;
        options->forget = optarg;
        return true;
    case OPT_ANNOTATE: options->mode = MODE_ANNOTATE; return true;
    case OPT_DRY_RUN: options->dry_run = true; return true;
    case OPT_WAIT: options->wait = true; return true;
    case 'q': options->quiet = true; return true;
    case 'v': options->verbose = true; return true;
    case 'V': options->mode = MODE_VERSION; return true;
    case 'h': options->mode = MODE_HELP; return true;
    case ':': return fail(error, "option '%s' needs a value", argv[optind - 1]);
    default: return fail(error, "option '%s' is not known", argv[optind - 1]);
    }
}

// What the options say together.
static bool check(const Options *options, KbError *error)
{
    if (options->mode == MODE_HELP || options->mode == MODE_VERSION) return true;
    if (options->mode == MODE_FORGET && options->path_count > 0)
        return fail(error, "--forget takes one document%s", "");
    if (options->mode == MODE_FORGET && options->dry_run) return fail(error, "--forget has no %s", "--dry-run");
    if (options->mode != MODE_FORGET && options->path_count == 0)
        return fail(error, "no input: give a %s", "PATH or -");
    if (options->quiet && options->verbose) return fail(error, "--quiet and -v exclude each other%s", "");
    return true;
}

bool options_parse(int argc, char **argv, Options *options, KbError *error)
{
    const char *file = getenv("KB_FILE");
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    *options = (Options){.database = file && *file ? file : "news.kb"};
    options->jobs = processors < 1 ? 1 : processors > JOBS_MAX ? JOBS_MAX : (unsigned)processors;
    opterr = 0;
    optind = 0; // starts anew: tests parse more than one command line
    for (int option; (option = getopt_long(argc, argv, ":qvVh", long_options, NULL)) != -1;) {
        if (!take(option, argv, options, error)) return false;
        if (options->mode == MODE_HELP || options->mode == MODE_VERSION) return true;
    }
    options->paths = argv + optind;
    options->path_count = argc - optind;
    return check(options, error);
}
