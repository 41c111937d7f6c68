// Two annotations of one text: how their entities are aligned, and counts worked out by hand.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/agree.h"
#include "tests/suite.h"

static char root[] = "/tmp/agreement-XXXXXX";

static void make_root(void)
{
    strcpy(root + strlen(root) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(root));
}

static void remove_root(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf '%s'", root);
    ck_assert_int_eq(system(command), 0);
}

typedef struct Source {
    const char *text, *entities, *roles, *relations;
} Source;

static void write_text(const char *name, const char *file, const char *text)
{
    char path[96];
    snprintf(path, sizeof path, "%s/%s/%s", root, name, file);
    FILE *out = fopen(path, "w");
    ck_assert_ptr_nonnull(out);
    fputs(text ? text : "", out);
    fclose(out);
}

static AgreeSide open_side(GoldStory *story, const char *name, Source source)
{
    char folder[64];
    KbError error = {0};
    snprintf(folder, sizeof folder, "%s/%s", root, name);
    ck_assert_int_eq(mkdir(folder, 0777), 0);
    write_text(name, "01.gold", source.text);
    write_text(name, "entities.tsv", source.entities);
    write_text(name, "roles.tsv", source.roles);
    write_text(name, "relations.tsv", source.relations);
    ck_assert_msg(gold_open(root, name, story, &error) == KB_OK, "%s", error.text);
    return (AgreeSide){story, &story->articles[0]};
}

// ---------------------------------------------------------------------------------------------- alignment

START_TEST(should_align_by_marks_first_and_by_name_where_there_are_none)
{
    GoldStory a, b;
    Arena *arena = arena_new();
    make_root();
    AgreeSide first = open_side(&a, "first",
                                (Source){.text = "#date: -\n\n[[E1|w]] [[E1|x]] [[E1|y]] [[E2|z]] v\n",
                                         .entities = "E1\tperson\tw\t\nE2\tperson\tz\t\nE3\tplace\tMalta\tRepublic\n"
                                                     "E4\tplace\tz\t\n"});
    AgreeSide second = open_side(&b, "second",
                                 (Source){.text = "#date: -\n\n[[E1|w]] [[E2|x y]] [[E1|z]] [[E5|v]]\n",
                                          .entities = "E1\tperson\tw\t\nE2\tperson\tx y\t\nE3\tplace\trepublic\t\n"
                                                      "E4\torganization\tMalta\t\nE5\tplace\tv\t\n"});
    const int32_t *aligned = agree_align(arena, first, second);
    ck_assert_int_eq(aligned[1], 0); // two marks in common, w only one
    ck_assert_int_eq(aligned[0], 1); // z is left to it
    ck_assert_int_eq(aligned[2], 2); // by an alias
    ck_assert_int_eq(aligned[3], KB_NONE);
    ck_assert_int_eq(aligned[4], KB_NONE);
    gold_close(&a);
    gold_close(&b);
    arena_free(arena);
    remove_root();
}
END_TEST

START_TEST(should_align_what_has_neither_mark_nor_name_by_the_rows_it_stands_in)
{
    GoldStory a, b;
    Arena *arena = arena_new();
    make_root();
    AgreeSide first = open_side(&a, "first",
                                (Source){.text = "#date: -\n\n[[E1|w]] [[E2|x]] [[E6|v]]\n",
                                         .entities = "E1\tperson\tw\t\nE2\tperson\tx\t\nE3\tplace\t\t\n"
                                                     "E4\tplace\t\t\nE5\torganization\t\t\nE6\tplace\tv\t\n",
                                         .roles = "E1\tmayor\tE3\tformer\t-\t01\nE1\tbaker\tE4\tcurrent\t-\t01\n"
                                                  "E2\tmayor\tE3\tcurrent\t-\t01\nE2\tguard\tE5\tcurrent\t-\t01\n",
                                         .relations = "E1\tvisited\tE4\tpositive\tasserted\t-\t02\n"});
    AgreeSide second =
        open_side(&b, "second",
                  (Source){.text = "#date: -\n\n[[E1|w]] [[E2|x]] [[E6|v]]\n",
                           .entities = "E1\tperson\tw\t\nE2\tperson\tx\t\nE3\tplace\tMalta\t\n"
                                       "E4\tplace\tGozo\t\nE5\tplace\tComino\t\nE6\tplace\tv\t\nE7\tplace\tCorfu\t\n",
                           .roles = "E1\tmayor\tE4\tcurrent\t-\t01\nE1\tbaker\tE4\tcurrent\t-\t01\n"
                                    "E1\tmayor\tE3\tformer\t-\t01\nE2\tmayor\tE3\tcurrent\t-\t01\n"
                                    "E2\tguard\tE5\tcurrent\t-\t01\nE1\tmayor\tE6\tformer\t-\t01\n",
                           .relations = "E1\tvisited\tE7\tpositive\tasserted\t-\t01\n"});
    const int32_t *aligned = agree_align(arena, first, second);
    ck_assert_int_eq(aligned[2], 2);       // two rows in common, E4 only one
    ck_assert_int_eq(aligned[3], 3);       // what is left to it
    ck_assert_int_eq(aligned[4], KB_NONE); // of another type
    ck_assert_int_eq(aligned[5], 5);
    ck_assert_int_eq(aligned[6], KB_NONE); // not this article's row
    gold_close(&a);
    gold_close(&b);
    arena_free(arena);
    remove_root();
}
END_TEST

// ---------------------------------------------------------------------------------------------- counts

static const Source first_source = {
    .text = "#date: -\n\n[[E1|Ann Poe]] runs [[E2|Acme]].\n[[E1~She]] met [[E3|Bob Roe]] in [[E4|Ghent]].\n",
    .entities = "E1\tperson\tAnn Poe\t\nE2\torganization\tAcme\t\nE3\tperson\tBob Roe\t\nE4\tplace\tGhent\t\n"
                "E5\tplace\tMalta\t\n",
    .roles = "E1\thead\tE2\tcurrent\t-\t01\nE1\tmayor\tE5\tformer\t-\t01\nE3\tbaker\t-\tcurrent\t-\t02\n",
    .relations = "E1\tmet_with\tE3\tpositive\tasserted\t-\t01\nE1\tage\t40\tpositive\tasserted\t-\t01,02\n"
                 "E1\tvisited\tE4\tpositive\tplanned\t-\t01\n"};

static const Source second_source = {
    .text = "#date: -\n\n[[E9|Ann Poe]] runs [[E8|Acme]].\nShe met [[E7|Bob Roe]] in [[E6|Ghent]].\n",
    .entities = "E9\tperson\tAnn Poe\t\nE8\torganization\tAcme\t\nE7\tperson\tBob Roe\t\nE6\torganization\tGhent\t\n"
                "E5\tplace\tMalta\t\nE4\tplace\tOstend\t\n",
    .roles = "E9\thead\tE8\tformer\t-\t01\nE9\tmayor\tE5\tformer\t-\t01\n",
    .relations = "E7\tmet_with\tE9\tpositive\tasserted\t-\t01\nE9\tage\t40\tpositive\tasserted\t-\t01\n"
                 "E9\tvisited\tE6\tpositive\tasserted\t-\t01\nE9\tvisited\tE4\tpositive\tasserted\t-\t01\n"};

static void expect(Score score, uint64_t first, uint64_t second, uint64_t both)
{
    ck_assert_uint_eq(score.gold, first);
    ck_assert_uint_eq(score.found, second);
    ck_assert_uint_eq(score.right, both);
}

START_TEST(should_count_what_both_sides_have)
{
    GoldStory a, b;
    Agreement sums = {0};
    Arena *arena = arena_new();
    make_root();
    AgreeSide first = open_side(&a, "first", first_source), second = open_side(&b, "second", second_source);
    ck_assert(agree_add(&sums, first, second, arena, NULL));
    expect(sums.names, 4, 4, 3); // Ghent is of another type
    expect(sums.chains.mentions, 5, 4, 4);
    // MUC 0; B3: recall (1/2 + 3) / 5, precision 1; CEAF-e: (2/3 + 3) / 4 either way.
    ck_assert_double_eq_tol(chain_conll(&sums.chains), (0 + 2 * .7 / 1.7 + 11. / 12) / 3, 1e-12);
    expect(sums.roles, 2, 2, 1);
    expect(sums.roles_any_status, 2, 2, 2);
    expect(sums.relations, 3, 4, 2);
    expect(sums.relations_plain, 3, 4, 3);
    gold_close(&a);
    gold_close(&b);
    arena_free(arena);
    remove_root();
}
END_TEST

static const char *const expected_lines[] = {
    "- mark 2: other She, E1 Ann Poe, person",
    "~ mark 2: name Ghent, E4 Ghent, place",
    "~ mark 2: name Ghent, E4 Ghent, organization",
    "- role: E1 Ann Poe | head | E2 Acme | current",
    "+ role: E1 Ann Poe | head | E2 Acme | former",
    "- relation: E1 Ann Poe | visited | E4 Ghent | positive | planned",
    "+ relation: E1 Ann Poe | visited | ?E4 Ostend | positive | asserted",
    "+ relation: E1 Ann Poe | visited | E4 Ghent | positive | asserted",
};

START_TEST(should_list_every_difference)
{
    GoldStory a, b;
    Agreement sums = {0};
    Rows lines = {0};
    Arena *arena = arena_new();
    size_t count = sizeof expected_lines / sizeof *expected_lines;
    make_root();
    AgreeSide first = open_side(&a, "first", first_source), second = open_side(&b, "second", second_source);
    ck_assert(agree_add(&sums, first, second, arena, &lines));
    ck_assert_uint_eq(lines.count, count);
    for (size_t i = 0; i < count; i++)
        ck_assert_str_eq(lines.items[i], expected_lines[i]);
    gold_close(&a);
    gold_close(&b);
    arena_free(arena);
    remove_root();
}
END_TEST

START_TEST(should_refuse_two_texts)
{
    GoldStory a, b;
    Agreement sums = {0};
    Arena *arena = arena_new();
    Source other = second_source;
    other.text = "#date: -\n\n[[E9|Ann Poe]] ran [[E8|Acme]].\n";
    make_root();
    AgreeSide first = open_side(&a, "first", first_source), second = open_side(&b, "second", other);
    ck_assert(!agree_add(&sums, first, second, arena, NULL));
    expect(sums.names, 0, 0, 0);
    gold_close(&a);
    gold_close(&b);
    arena_free(arena);
    remove_root();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("agreement");
    TCase *tcase = tcase_create("agreement");
    tcase_add_test(tcase, should_align_by_marks_first_and_by_name_where_there_are_none);
    tcase_add_test(tcase, should_align_what_has_neither_mark_nor_name_by_the_rows_it_stands_in);
    tcase_add_test(tcase, should_count_what_both_sides_have);
    tcase_add_test(tcase, should_list_every_difference);
    tcase_add_test(tcase, should_refuse_two_texts);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
