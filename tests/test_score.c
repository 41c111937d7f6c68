// Scorers against figures worked out by hand.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/ask_shell.h"
#include "tests/chain_score.h"

START_TEST(should_count_spans_that_agree_in_bounds_and_type)
{
    GoldSpan gold_items[] = {{10, 14, KB_PERSON}, {0, 4, KB_PERSON}, {20, 25, KB_PLACE}};
    GoldSpan found_items[] = {{0, 4, KB_PERSON}, {10, 14, KB_ORGANIZATION}, {20, 26, KB_PLACE}, {30, 31, KB_PLACE}};
    GoldSpans gold = {gold_items, 3, 3}, found = {found_items, 4, 4};
    Score score = {0};
    score_spans(&score, &gold, &found, 0, UINT32_MAX);
    ck_assert_uint_eq(score.gold, 3);
    ck_assert_uint_eq(score.found, 4);
    ck_assert_uint_eq(score.right, 1);
    ck_assert_double_eq_tol(score_precision(score), 0.25, 1e-12);
    ck_assert_double_eq_tol(score_recall(score), 1.0 / 3, 1e-12);
    ck_assert_double_eq_tol(score_f1(score), 2.0 / 7, 1e-12);
}
END_TEST

START_TEST(should_leave_out_spans_beyond_the_evaluated_part)
{
    GoldSpan gold_items[] = {{0, 4, 0}, {10, 14, 0}}, found_items[] = {{0, 4, 0}, {10, 14, 0}, {40, 44, 0}};
    GoldSpans gold = {gold_items, 2, 2}, found = {found_items, 3, 3};
    Score score = {0};
    score_spans(&score, &gold, &found, 5, 20);
    ck_assert_uint_eq(score.gold, 1);
    ck_assert_uint_eq(score.found, 1);
    ck_assert_uint_eq(score.right, 1);
}
END_TEST

START_TEST(should_count_a_duplicate_row_once)
{
    Arena *arena = arena_new();
    Rows gold = {0}, found = {0};
    rows_add(arena, &gold, "a | %d", 1);
    rows_add(arena, &gold, "b");
    rows_add(arena, &found, "b");
    rows_add(arena, &found, "b");
    rows_add(arena, &found, "c");
    Score score = {0};
    score_rows(&score, &gold, &found);
    ck_assert_uint_eq(score.gold, 2);
    ck_assert_uint_eq(score.found, 2);
    ck_assert_uint_eq(score.right, 1);
    arena_free(arena);
}
END_TEST

START_TEST(should_give_zero_where_there_is_nothing)
{
    ck_assert_double_eq(score_f1((Score){0}), 0);
}
END_TEST

// ---------------------------------------------------------------------------------------------- chains

// "abc de": chains of one-letter mentions, apart by a space.
static ChainMentions chains_of(Arena *arena, const char *text)
{
    ChainMentions mentions = {0};
    int32_t chain = 0;
    for (const char *at = text; *at; at++) {
        uint32_t place = (uint32_t)(unsigned char)*at;
        if (*at == ' ')
            chain++;
        else
            ARENA_PUSH(arena, mentions.items, mentions.count, mentions.room, ((ChainMention){place, place + 1, chain}));
    }
    return mentions;
}

static void add_chains(ChainScores *scores, const char *gold, const char *found)
{
    Arena *arena = arena_new();
    ChainMentions keys = chains_of(arena, gold), responses = chains_of(arena, found);
    score_chains(scores, &keys, &responses);
    arena_free(arena);
}

typedef struct Example { // recall, precision; below 0: not given
    const char *gold, *found;
    double muc[2], b_cubed[2], ceaf_e[2], lea[2];
} Example;

static const Example examples[] = {
    // Bagga and Baldwin 1998, figures 2 and 3; CEAF of the same from Luo 2005, table 1 (a) to (d).
    {"12345 67 89ABC", "12345 6789ABC", {1, .9}, {1, 16. / 21}, {1.8333 / 3, 1.8333 / 2}, {-1, -1}},
    {"12345 67 89ABC", "1234589ABC 67", {1, .9}, {1, 7. / 12}, {1.6667 / 3, 1.6667 / 2}, {-1, -1}},
    {"12345 67 89ABC", "123456789ABC", {1, 9. / 11}, {1, .375}, {.5882 / 3, .5882}, {-1, -1}},
    {"12345 67 89ABC", "1 2 3 4 5 6 7 8 9 A B C", {0, 0}, {.25, 1}, {1.3333 / 3, 1.3333 / 12}, {0, 0}},
    // Moosavi and Strube 2016, section 4: recall (3 * 1/3 + 4 * 1/6) / 7, precision (2 + 0 + 4 * 1/6) / 8.
    {"abc defg", "ab cd fghi", {.4, .4}, {35. / 84, .5}, {-1, -1}, {5. / 21, 1. / 3}},
    // Vilain et al. 1995: the key a-b-c-d, the response a-b, c-d: recall 2 of 3 links.
    {"abcd", "ab cd", {2. / 3, 1}, {.5, 1}, {2. / 3, 1. / 3}, {1. / 3, 1}},
    // A singleton that both sides have is right, one more is not: LEA 1 of 1, 1 of 2.
    {"a", "a b", {0, 0}, {1, .5}, {1, .5}, {1, .5}},
};

static void expect(ChainMeasure measure, const double expected[2])
{
    if (expected[0] < 0) return;
    ck_assert_double_eq_tol(measure_recall(measure), expected[0], 1e-4);
    ck_assert_double_eq_tol(measure_precision(measure), expected[1], 1e-4);
}

START_TEST(should_score_chains_as_the_papers_do)
{
    const Example *example = &examples[_i];
    ChainScores scores = {0};
    add_chains(&scores, example->gold, example->found);
    expect(scores.muc, example->muc);
    expect(scores.b_cubed, example->b_cubed);
    expect(scores.ceaf_e, example->ceaf_e);
    expect(scores.lea, example->lea);
}
END_TEST

START_TEST(should_find_nothing_wrong_with_the_same_chains)
{
    ChainScores scores = {0};
    add_chains(&scores, "ad bc e", "bc e ad");
    ck_assert_double_eq_tol(chain_conll(&scores), 1, 1e-12);
    ck_assert_double_eq_tol(measure_f1(scores.lea), 1, 1e-12);
    ck_assert_double_eq_tol(score_f1(scores.mentions), 1, 1e-12);
}
END_TEST

START_TEST(should_sum_chains_over_documents)
{
    ChainScores scores = {0};
    add_chains(&scores, "abcd", "ab cd"); // links: 2 of 3, 2 of 2
    add_chains(&scores, "ab", "");        // links: 0 of 1, none
    ck_assert_double_eq_tol(measure_recall(scores.muc), .5, 1e-12);
    ck_assert_double_eq_tol(measure_precision(scores.muc), 1, 1e-12);
    ck_assert_double_eq_tol(measure_recall(scores.b_cubed), 2. / 6, 1e-12);
    ck_assert_double_eq_tol(measure_recall(scores.ceaf_e), (2. / 3) / 2, 1e-12);
    ck_assert_uint_eq(scores.mentions.gold, 6);
    ck_assert_uint_eq(scores.mentions.found, 4);
}
END_TEST

// ---------------------------------------------------------------------------------------------- answers

static const struct {
    const char *wanted, *answers; // status and answers of the row; of the shell
    bool right;
} given_answers[] = {
    {"ok|Ann Poe / Poe", "ok|ANN POE", true},
    {"ok|Ann Poe / Poe", "ok|A. Poe", true}, // an alias of the same entity
    {"ok|Ann Poe", "ok|Bob Poe", false},
    {"ok|Ann Poe ; Bob Poe", "ok|Bob Poe|Ann Poe", true},
    {"ok|Ann Poe ; Bob Poe", "ok|Bob Poe", false},
    {"ok|Ann Poe", "ok|Ann Poe|Bob Poe", false},
    {"ok|Ann Poe", "ambiguous|Ann Poe", false},
    {"ambiguous|Ann Poe", "ambiguous|Ann Poe|Bob Poe", true},
    {"ok|no", "ok|yes", false},
    {"no_answer|", "no_answer", true},
};

static KbText cut(const char **at, char separator)
{
    const char *end = strchr(*at, separator);
    KbText part = {*at, end ? (size_t)(end - *at) : strlen(*at)};
    *at += part.length + (end != NULL);
    return part;
}

static json_t *answer_of(const char *text)
{
    json_t *answers = json_array();
    KbText status = cut(&text, '|');
    while (*text) {
        KbText answer = cut(&text, '|');
        json_array_append_new(answers, json_pack("{ss%}", "text", answer.data, answer.length));
    }
    return json_pack("{ss%, so}", "status", status.data, status.length, "answers", answers);
}

START_TEST(should_compare_answers_by_name_and_number)
{
    GoldEntity entities[] = {{.name = kb_text("Ann Poe"), .aliases = kb_text("Poe | A. Poe")},
                             {.name = kb_text("Bob Poe"), .aliases = kb_text("")}};
    GoldStory story = {.entities = entities, .entity_count = 2};
    const char *wanted = given_answers[_i].wanted;
    char list[64];
    GoldRow row = {0};
    row.cells[1] = cut(&wanted, '|');
    snprintf(list, sizeof list, "%s", wanted);
    for (char *slash = list; (slash = strchr(slash, '/'));)
        *slash = '|';
    row.cells[2] = kb_text(list);
    json_t *answer = answer_of(given_answers[_i].answers);
    ck_assert_int_eq(answer_is_right(answer, &story, &row), given_answers[_i].right);
    json_decref(answer);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("score");
    TCase *tcase = tcase_create("score");
    tcase_add_test(tcase, should_count_spans_that_agree_in_bounds_and_type);
    tcase_add_test(tcase, should_leave_out_spans_beyond_the_evaluated_part);
    tcase_add_test(tcase, should_count_a_duplicate_row_once);
    tcase_add_test(tcase, should_give_zero_where_there_is_nothing);
    tcase_add_loop_test(tcase, should_score_chains_as_the_papers_do, 0, sizeof examples / sizeof *examples);
    tcase_add_test(tcase, should_find_nothing_wrong_with_the_same_chains);
    tcase_add_test(tcase, should_sum_chains_over_documents);
    tcase_add_loop_test(tcase, should_compare_answers_by_name_and_number, 0,
                        sizeof given_answers / sizeof *given_answers);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
