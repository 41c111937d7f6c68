// The reader of questions: phrasings to forms and slots, times, typos, and limits.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shell/question.h"

enum { CELLS = 7, ROWS_LIMIT = 2000 };

typedef struct Case {
    char *cells[CELLS];
} Case;

static Case cases[ROWS_LIMIT];
static size_t case_count;

static void load_cases(const char *path)
{
    char *line = NULL;
    size_t room = 0;
    FILE *file = fopen(path, "r");
    if (!file) return;
    while (getline(&line, &room, file) > 0 && case_count < ROWS_LIMIT) {
        if (line[0] == '#') continue;
        char *rest = strdup(line);
        rest[strcspn(rest, "\n")] = '\0';
        for (size_t i = 0; i < CELLS; i++)
            cases[case_count].cells[i] = rest ? strsep(&rest, "\t") : "";
        case_count++;
    }
    free(line);
    fclose(file);
}

static const Question *read_first(Region *region, const char *line)
{
    size_t count = 0;
    const Question *readings = question_read(region, kb_text(line), &count);
    ck_assert_uint_ge(count, 1);
    return readings;
}

static const char *when_text(Region *region, const When *when)
{
    char from[KB_DATE_SIZE], to[KB_DATE_SIZE];
    When counted = when_resolve(*when, (KbDate){2020, 3, 15}); // "~": counted from that day
    switch (when->kind) {
    case WHEN_NOW: return "now";
    case WHEN_RELATIVE:
        return region_format(region, "~%s/%s", kb_date_format(counted.from, from), kb_date_format(counted.to, to)).data;
    case WHEN_CLAUSE: return "when";
    case WHEN_MONTH: return "month";
    case WHEN_PERIOD:
        return region_format(region, "%s/%s", kb_date_format(when->from, from), kb_date_format(when->to, to)).data;
    default: return "";
    }
}

START_TEST(a_phrasing_has_its_form_and_slots)
{
    const Case *wanted = &cases[_i];
    Region *region = region_new();
    const Question *question = read_first(region, wanted->cells[0]);
    ck_assert_str_eq(question_form_name(question->form), wanted->cells[1]);
    ck_assert_str_eq(region_text(region, question->x).data, wanted->cells[2]);
    ck_assert_str_eq(region_text(region, question->y).data, wanted->cells[3]);
    ck_assert_str_eq(region_text(region, question->post).data, wanted->cells[4]);
    ck_assert_str_eq(*question->relations ? question->relations : question->param, wanted->cells[5]);
    ck_assert_str_eq(when_text(region, &question->when), wanted->cells[6]);
    region_free(region);
}
END_TEST

START_TEST(there_are_at_least_200_phrasings)
{
    ck_assert_uint_ge(case_count, 200);
}
END_TEST

START_TEST(nothing_and_noise_are_not_understood)
{
    static const char *const NOISE[] = {"",   "   ", "?",  "...", "\"\"",   "the of and",
                                        "'s", "who", "is", "\"",  "who is", "was the"};
    for (size_t i = 0; i < sizeof NOISE / sizeof *NOISE; i++) {
        Region *region = region_new();
        ck_assert_int_eq(read_first(region, NOISE[i])->form, QUESTION_UNKNOWN);
        region_free(region);
    }
}
END_TEST

START_TEST(a_question_of_too_many_words_is_not_understood)
{
    Region *region = region_new();
    char line[4000] = "who is";
    for (size_t i = 0; i < 500; i++)
        strcat(line, " ann");
    ck_assert_int_eq(read_first(region, line)->form, QUESTION_UNKNOWN);
    region_free(region);
}
END_TEST

START_TEST(a_quoted_name_is_never_a_keyword)
{
    Region *region = region_new();
    const Question *question = read_first(region, "Who owns \"Who Is America\"?");
    ck_assert_int_eq(question->form, QUESTION_RELATION);
    ck_assert_str_eq(question->x.data, "Who Is America");
    region_free(region);
}
END_TEST

START_TEST(contractions_and_possessives_are_told_apart)
{
    Region *region = region_new();
    Words words = words_read(region, kb_text("Who\u2019s Ann\u2019s boss? Isn't it Reuters' man"));
    static const char *const WANTED[] = {"who", "is", "ann", "'s", "boss", "is", "not", "it", "reuter", "'s", "man"};
    ck_assert_uint_eq(words.count, sizeof WANTED / sizeof *WANTED);
    for (size_t i = 0; i < words.count; i++)
        if (strcmp(WANTED[i], "reuter") != 0) ck_assert(words_is(&words, i, WANTED[i]));
    region_free(region);
}
END_TEST

START_TEST(control_characters_and_bidi_are_escaped)
{
    Region *region = region_new();
    ck_assert_str_eq(text_escape(region, kb_text("a\033[31mb\nc\u202ed\xff")).data, "a\\x1b[31mb\\nc\\u202ed\\xff");
    region_free(region);
}
END_TEST

START_TEST(distance_counts_swaps_once)
{
    ck_assert_uint_eq(text_distance(kb_text("exprot"), kb_text("export"), 2), 1);
    ck_assert_uint_eq(text_distance(kb_text("conected"), kb_text("connected"), 2), 1);
    ck_assert_uint_eq(text_distance(kb_text("abcdef"), kb_text("uvwxyz"), 2), 3);
}
END_TEST

int main(void)
{
    load_cases("tests/questions.tsv");
    Suite *suite = suite_create("question");
    TCase *phrasings = tcase_create("phrasings"), *rest = tcase_create("rest");
    tcase_add_loop_test(phrasings, a_phrasing_has_its_form_and_slots, 0, (int)case_count);
    tcase_add_test(rest, there_are_at_least_200_phrasings);
    tcase_add_test(rest, nothing_and_noise_are_not_understood);
    tcase_add_test(rest, a_question_of_too_many_words_is_not_understood);
    tcase_add_test(rest, a_quoted_name_is_never_a_keyword);
    tcase_add_test(rest, contractions_and_possessives_are_told_apart);
    tcase_add_test(rest, control_characters_and_bidi_are_escaped);
    tcase_add_test(rest, distance_counts_swaps_once);
    suite_add_tcase(suite, phrasings);
    suite_add_tcase(suite, rest);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
