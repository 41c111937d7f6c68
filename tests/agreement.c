// Prints how far two annotations of the same articles agree.
// SPDX-License-Identifier: MIT
//
//   agreement [--list] FIRST_FOLDER ARTICLE SECOND_FOLDER ARTICLE [...]
//
// A folder is a storyline or a stand-off set, an article its number there; the two of a pair have the same text.
// --list: every difference on a line, for settling.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/agree.h"

enum { PATH_SIZE = 1024 };

static bool open_story(const char *folder, GoldStory *story)
{
    char path[PATH_SIZE];
    KbError error = {0};
    snprintf(path, sizeof path, "%s", folder);
    for (size_t length = strlen(path); length > 1 && path[length - 1] == '/';)
        path[--length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash) *slash = '\0';
    if (!gold_open(slash ? path : ".", slash ? slash + 1 : path, story, &error)) return true;
    fprintf(stderr, "agreement: %s\n", error.text);
    return false;
}

static AgreeSide side_of(const GoldStory *story, const char *number)
{
    AgreeSide side = {story, NULL};
    for (size_t i = 0; i < story->article_count; i++)
        if (story->articles[i].number == strtoul(number, NULL, 10)) side.article = &story->articles[i];
    return side;
}

static bool compare(Agreement *sums, char *const pair[4], bool list)
{
    GoldStory stories[2];
    if (!open_story(pair[0], &stories[0])) return false;
    if (!open_story(pair[2], &stories[1])) return gold_close(&stories[0]), false;
    Arena *arena = arena_new();
    Rows differences = {0};
    AgreeSide first = side_of(&stories[0], pair[1]), second = side_of(&stories[1], pair[3]);
    bool same = first.article && second.article && agree_add(sums, first, second, arena, list ? &differences : NULL);
    if (!same) fprintf(stderr, "agreement: %s %s and %s %s: not two of one text\n", pair[0], pair[1], pair[2], pair[3]);
    if (list && same) printf("%s %s, %s %s\n", pair[0], pair[1], pair[2], pair[3]);
    for (size_t i = 0; i < differences.count; i++)
        printf("  %s\n", differences.items[i]);
    arena_free(arena);
    gold_close(&stories[0]);
    gold_close(&stories[1]);
    return same;
}

static void print_layer(const char *layer, double f1, Score score)
{
    printf("%-20s %5.1f %6llu %6llu %6llu\n", layer, 100 * f1, (unsigned long long)score.gold,
           (unsigned long long)score.found, (unsigned long long)score.right);
}

static void print_sums(const Agreement *sums, int pairs)
{
    printf("articles: %-10d    F1  first second   both\n", pairs);
    print_layer("names", score_f1(sums->names), sums->names);
    print_layer("chains, CoNLL", chain_conll(&sums->chains), sums->chains.mentions);
    print_layer("roles", score_f1(sums->roles), sums->roles);
    print_layer("roles, any status", score_f1(sums->roles_any_status), sums->roles_any_status);
    print_layer("relations", score_f1(sums->relations), sums->relations);
    print_layer("relations, plain", score_f1(sums->relations_plain), sums->relations_plain);
}

int main(int argc, char **argv)
{
    Agreement sums = {0};
    bool list = argc > 1 && strcmp(argv[1], "--list") == 0;
    char **pairs = argv + 1 + list;
    int words = argc - 1 - list, compared = 0;
    if (words < 4 || words % 4)
        return fprintf(stderr, "usage: agreement [--list] FIRST_FOLDER ARTICLE SECOND_FOLDER ARTICLE [...]\n"), 2;
    for (int i = 0; i < words; i += 4)
        compared += compare(&sums, pairs + i, list);
    print_sums(&sums, compared);
    return compared == words / 4 ? 0 : 1;
}
