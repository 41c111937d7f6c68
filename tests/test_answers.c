// Answers to the questions of the annotated storylines, over a knowledge base made from the annotations themselves.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ingest/document.h" // links the reader of storylines
#include "shell/answer.h"
#include "tests/ask_shell.h"
#include "tests/gold_world.h"

enum { RIGHT_PERCENT = 90 };

typedef struct Count {
    size_t right, total;
} Count;

static bool answered(const Answer *answer, const GoldStory *story, KbText variants)
{
    for (size_t i = 0; i < answer->count; i++)
        if (answer_fits(story, variants, answer->items[i].text)) return true;
    return false;
}

// Every answer wanted is given, and with status ok no other.
static bool is_right(const Answer *answer, const GoldStory *story, const GoldRow *row)
{
    size_t wanted = 0;
    KbText rest = row->cells[2], variants;
    if (!text_is(row->cells[1], answer_status_name(answer->status))) return false;
    for (; gold_next(&rest, ';', &variants); wanted++)
        if (!answered(answer, story, variants)) return false;
    return answer->status != ANSWER_OK || answer->count == wanted;
}

static void print_wrong(const GoldStory *story, const GoldRow *row, const Answer *answer)
{
    printf("%.*s: %.*s\n  wanted %.*s %.*s\n  got %s", TEXT_ARGS(story->name), TEXT_ARGS(row->cells[0]),
           TEXT_ARGS(row->cells[1]), TEXT_ARGS(row->cells[2]), answer_status_name(answer->status));
    for (size_t i = 0; i < answer->count; i++)
        printf("%s%.*s", i ? " ; " : " ", TEXT_ARGS(answer->items[i].text));
    printf("%s%.*s\n", answer->note.length ? " -- " : "", TEXT_ARGS(answer->note));
}

static void ask(Kb *kb, Session *session, const GoldStory *story, const GoldRow *row, Count *count)
{
    Region *region = region_new();
    Answer *answer = NULL;
    KbError error = {0};
    size_t readings = 0;
    const Question *question = question_read(region, row->cells[0], &readings);
    ck_assert_msg(answer_readings(kb, session, question, readings, &answer, &error) == KB_OK, "%s", error.text);
    bool right = is_right(answer, story, row);
    count->total++, count->right += right;
    if (!right) print_wrong(story, row, answer);
    session_keep(session, answer);
    region_free(region);
}

static void ask_story(const char *name, Count *count)
{
    GoldStory story;
    KbError error = {0};
    char path[64];
    Kb *kb = NULL;
    Session session = {.answer = NULL};
    snprintf(path, sizeof path, "/tmp/answers.%ld.kb", (long)getpid());
    unlink(path);
    ck_assert_msg(gold_open("data/corpus", name, &story, &error) == KB_OK, "%s", error.text);
    KbOptions options = {.mode = KB_WRITE, .model = kb_text("gold")};
    ck_assert_msg(kb_open(path, &options, &kb, &error) == KB_OK, "%s", error.text);
    ck_assert_msg(kb_begin(kb, &error) == KB_OK, "%s", error.text);
    ck_assert_msg(gold_put(kb, &story, &error) == KB_OK, "%s", error.text);
    ck_assert_msg(kb_commit(kb, &error) == KB_OK, "%s", error.text);
    for (size_t i = 0; i < story.questions.count; i++)
        ask(kb, &session, &story, &story.questions.rows[i], count);
    session_clear(&session);
    kb_close(kb);
    gold_close(&story);
    unlink(path);
    strcat(path, "-lock");
    unlink(path);
}

START_TEST(most_questions_of_the_storylines_are_answered_right)
{
    Count count = {0, 0};
    Arena *arena = arena_new();
    char **names = gold_list(arena, "data/corpus");
    for (char **name = names; *name; name++)
        ask_story(*name, &count);
    printf("%zu of %zu right\n", count.right, count.total);
    ck_assert_uint_ge(count.right * 100, count.total * RIGHT_PERCENT);
    arena_free(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("answers");
    TCase *tcase = tcase_create("storylines");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, most_questions_of_the_storylines_are_answered_right);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
