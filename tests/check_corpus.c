// Checks annotated storylines and counts what is in them: one line per problem, exit 1 if there is any.
// SPDX-License-Identifier: MIT
//
//   check_corpus [--strict] [--counts] [--quiet] FOLDER...
//
// FOLDER is a storyline, or holds storylines and may have an index of entities that are the same in several of them,
// same-as.tsv: STORYLINE ENTITY STORYLINE ENTITY, the first pair being that of the group's other rows too. Each folder
// gets a column of counts, and what is held out (a folder named heldout, sets named heldout-*) a column of its own.
// --strict: a warning is a problem too. --quiet: no problems are printed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/check_story.h"

enum { PATH_SIZE = 1024, COLUMNS = 16 };

typedef struct Column {
    char title[PATH_SIZE];
    CorpusCounts counts;
} Column;

typedef struct Run {
    bool strict, counts, quiet;
    Column columns[COLUMNS];
    size_t column_count;
    uint64_t errors, warnings;
} Run;

// ---------------------------------------------------------------------------------------------- checking

static Column *column_of(Run *run, const char *title)
{
    for (size_t i = 0; i < run->column_count; i++)
        if (strcmp(run->columns[i].title, title) == 0) return &run->columns[i];
    Column *column = &run->columns[run->column_count < COLUMNS - 1 ? run->column_count++ : COLUMNS - 1];
    snprintf(column->title, sizeof column->title, "%s", title);
    return column;
}

static void check_storyline(Run *run, const char *parent, const char *name, const char *title)
{
    char folder[PATH_SIZE], held_out[PATH_SIZE];
    GoldStory story;
    gold_read(parent, name, &story);
    snprintf(folder, sizeof folder, "%s%s%s", parent, *parent ? "/" : "", name);
    Checker checker = {.folder = folder, .story = &story, .arena = arena_new(), .quiet = run->quiet};
    for (size_t i = 0; i < story.problem_count; i++)
        check_error(&checker, story.problems[i].file, story.problems[i].line, "%s", story.problems[i].text);
    if (!story.article_count) check_error(&checker, "entities.tsv", 1, "a storyline without articles");
    check_rows(&checker);
    check_text(&checker);
    snprintf(held_out, sizeof held_out, "%.900s/heldout-*", title);
    count_story(&column_of(run, strncmp(name, "heldout-", 8) == 0 ? held_out : title)->counts, &story);
    run->errors += checker.errors;
    run->warnings += checker.warnings;
    arena_free(checker.arena);
    gold_close(&story);
}

// ---------------------------------------------------------------------------------------------- same-as.tsv

enum { SAME_CELLS = 4 };

typedef struct Same { // one row
    KbText cells[SAME_CELLS];
} Same;

// The type of a storyline's or stand-off set's entity; empty: there is none, or it is held out.
static KbText type_in(Arena *arena, const char *folder, KbText story, KbText id)
{
    char path[2 * PATH_SIZE];
    KbText rest, line, cell, type = {"", 0};
    bool held_out = story.length >= 8 && memcmp(story.data, "heldout-", 8) == 0;
    snprintf(path, sizeof path, "%s/%.*s/entities.tsv", folder, (int)story.length, story.data);
    if (!held_out && !gold_file(arena, path, &rest)) {
        snprintf(path, sizeof path, "%s/standoff/%.*s/entities.tsv", folder, (int)story.length, story.data);
        held_out = !gold_file(arena, path, &rest);
    }
    while (!held_out && !type.length && gold_next(&rest, '\n', &line))
        if (gold_next(&line, '\t', &cell) && kb_text_equal(cell, id)) gold_next(&line, '\t', &type);
    return type;
}

static bool same_pair(const Same *a, size_t side, const Same *b, size_t other)
{
    return kb_text_equal(a->cells[side], b->cells[other]) && kb_text_equal(a->cells[side + 1], b->cells[other + 1]);
}

// What the rows before it say against a row; NULL: nothing.
static const char *against_same(const Same *rows, size_t at)
{
    const Same *row = &rows[at];
    if (kb_text_equal(row->cells[0], row->cells[2])) return "both entities are of one storyline";
    for (const Same *before = rows; before < row; before++) {
        bool group = same_pair(row, 0, before, 0);
        if (same_pair(row, 2, before, 0) || same_pair(row, 2, before, 2) || same_pair(row, 0, before, 2))
            return "an entity that stands in another row, but for a group's first";
        if (group && kb_text_equal(row->cells[2], before->cells[2])) return "two entities of one storyline in a group";
    }
    return NULL;
}

static void check_same_as(Run *run, const char *folder)
{
    char path[PATH_SIZE + 16];
    Checker checker = {.folder = folder, .arena = arena_new(), .quiet = run->quiet};
    KbText rest = {"", 0}, line;
    Same *rows = NULL;
    size_t count = 0, room = 0;
    snprintf(path, sizeof path, "%s/same-as.tsv", folder);
    if (access(path, R_OK) == 0) gold_file(checker.arena, path, &rest);
    for (uint32_t number = 1; gold_next(&rest, '\n', &line); number++) {
        Same row = {0};
        for (size_t cell = 0; cell < SAME_CELLS; cell++)
            if (!gold_next(&line, '\t', &row.cells[cell])) row.cells[cell] = (KbText){"", 0};
        ARENA_PUSH(checker.arena, rows, count, room, row);
        KbText type = type_in(checker.arena, folder, row.cells[0], row.cells[1]);
        const char *problem = against_same(rows, count - 1);
        if (!type.length || !kb_text_equal(type, type_in(checker.arena, folder, row.cells[2], row.cells[3])))
            problem = "no such entities, or not of one type";
        if (problem) check_error(&checker, "same-as.tsv", number, "%s", problem);
    }
    run->errors += checker.errors;
    arena_free(checker.arena);
}

// ---------------------------------------------------------------------------------------------- folders

// A storyline itself, or the storylines in it. False: neither.
static bool check_folder(Run *run, const char *folder)
{
    char path[PATH_SIZE], *slash;
    snprintf(path, sizeof path, "%s", folder);
    while ((slash = strrchr(path, '/')) && slash != path && !slash[1])
        *slash = '\0';
    char file[PATH_SIZE + 16];
    snprintf(file, sizeof file, "%s/entities.tsv", path);
    if (access(file, R_OK) == 0) {
        slash = strrchr(path, '/');
        const char *name = slash ? slash + 1 : path;
        char parent[PATH_SIZE];
        snprintf(parent, sizeof parent, "%.*s", slash ? (int)(slash - path) : 1, slash ? path : ".");
        return check_storyline(run, parent, name, path), true;
    }
    Arena *arena = arena_new();
    char **names = gold_list(arena, path);
    bool any = *names != NULL;
    for (; *names; names++)
        check_storyline(run, path, *names, path);
    check_same_as(run, path);
    arena_free(arena);
    return any;
}

// ---------------------------------------------------------------------------------------------- counts

static void print_row(const Run *run, const char *what, size_t offset)
{
    printf("| %s |", what);
    for (size_t i = 0; i < run->column_count; i++) {
        uint64_t count;
        memcpy(&count, (const char *)&run->columns[i].counts + offset, sizeof count);
        printf(" %llu |", (unsigned long long)count);
    }
    putchar('\n');
}

#define ROW(what, field) print_row(run, what, offsetof(CorpusCounts, field))

static void print_shares(const Run *run)
{
    printf("| of them not plainly positive and asserted |");
    for (size_t i = 0; i < run->column_count; i++) {
        const CorpusCounts *counts = &run->columns[i].counts;
        printf(" %.1f %% |", counts->relations ? 100.0 * (double)counts->not_plain / (double)counts->relations : 0);
    }
    putchar('\n');
}

static void print_predicates(const Run *run)
{
    for (unsigned id = 1; kb_predicate(id); id++) {
        char what[64];
        snprintf(what, sizeof what, "`%s`", kb_predicate(id)->name);
        print_row(run, what, offsetof(CorpusCounts, predicate) + id * sizeof(uint64_t));
    }
}

static void print_statuses(const Run *run)
{
    for (unsigned status = 0; status < KB_ROLE_STATUSES; status++) {
        char what[64];
        snprintf(what, sizeof what, "roles: %s", kb_role_status_name((KbRoleStatus)status));
        print_row(run, what, offsetof(CorpusCounts, status) + status * sizeof(uint64_t));
    }
}

static void print_counts(const Run *run)
{
    printf("| |");
    for (size_t i = 0; i < run->column_count; i++)
        printf(" %s |", run->columns[i].title);
    printf("\n|---|");
    for (size_t i = 0; i < run->column_count; i++)
        printf("---|");
    putchar('\n');
    ROW("storylines", storylines);
    ROW("articles", articles);
    ROW("words", words);
    ROW("names", names);
    ROW("other mentions", others);
    ROW("people", people);
    ROW("people under more than one name", renamed_people);
    ROW("organizations", organizations);
    ROW("organizations with short forms", shortened);
    ROW("quotations", quotes);
    ROW("questions", questions);
    ROW("roles", roles);
    print_statuses(run);
    ROW("relations", relations);
    print_shares(run);
    ROW("relations: negative", negative);
    ROW("relations: attributed", attributed);
    print_predicates(run);
}

// ---------------------------------------------------------------------------------------------- main

static bool take_option(Run *run, const char *word)
{
    if (strcmp(word, "--strict") == 0) return run->strict = true;
    if (strcmp(word, "--counts") == 0) return run->counts = true;
    if (strcmp(word, "--quiet") == 0) return run->quiet = true;
    return false;
}

int main(int argc, char **argv)
{
    static Run run;
    size_t folders = 0;
    for (int i = 1; i < argc; i++) {
        if (take_option(&run, argv[i])) continue;
        folders++;
        if (!check_folder(&run, argv[i])) return fprintf(stderr, "check_corpus: no storyline in %s\n", argv[i]), 2;
    }
    if (!folders) return fprintf(stderr, "usage: check_corpus [--strict] [--counts] [--quiet] FOLDER...\n"), 2;
    if (run.counts) print_counts(&run);
    fprintf(stderr, "check_corpus: %llu problems, %llu warnings\n", (unsigned long long)run.errors,
            (unsigned long long)run.warnings);
    return run.errors || (run.strict && run.warnings);
}
