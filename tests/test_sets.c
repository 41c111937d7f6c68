// Answers about sets, doubts and stretches of time, over a made-up knowledge base.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <string.h>

#include "ingest/document.h" // links the reader of storylines, which shares a folder with the made-up world
#include "shell/answer.h"
#include "tests/kb_world.h"

static const struct {
    const char *question, *status, *answers; // texts, in order, joined by "; "
} CASES[] = {
    {"Ministers of more than one country", "ok", "Ann Poe"},
    {"Who was minister before becoming president?", "ok", "Bob Roe"},
    {"Who has ties to both Alpha Bank and Beta Bank?", "ok", "Cyd Doe"},
    {"Who has worked for more than one bank?", "ok", "Cyd Doe"},
    {"People who left government for banks", "ok", "Cyd Doe"},
    {"Who are the colleagues of Cyd Doe?", "ok", "Eve Loe"},
    {"All paths between Cyd Doe and Eve Loe up to 2 hops", "ok", "Alpha Bank"},
    {"All paths between Cyd Doe and Eve Loe up to 2 hops excluding organizations", "no_answer", ""},
    {"New people this month", "ok", "Fay Moe"},
    {"Which posts at Alpha Bank are vacant?", "ok", "chairman, Alpha Bank"},
    {"How many people named Fay Moe are there?", "ok", "1"},
    {"Who sounds like Fay Moo?", "ok", "Fay Moe"},
    {"Who criticized the agreement?", "no_answer", ""}, // a common noun is no name that nobody mentions
    {"Who opposes the deal?", "no_answer", ""},
    {"Who criticized the Minsk agreement?", "unknown_entity", ""},
    {"Who met the president of Peru?", "no_answer", ""}, // a post stands for its only holder
    {"Did Eve Loe meet the president of Peru?", "no_answer", ""},
    {"Who met the president of Narnia?", "unknown_entity", ""},
    {"Any vacant posts?", "no_answer", ""}, // that she once held it leaves nothing vacant
};

static void put(Kb *kb, const char *id, const char *day, void (*fill)(Story *))
{
    Story story;
    story_begin(&story, id, day);
    fill(&story);
    story_put(&story, kb);
    story_end(&story);
}

static void fill_before(Story *story)
{
    int32_t ann = story_entity(story, KB_PERSON, "Ann Poe"), bob = story_entity(story, KB_PERSON, "Bob Roe"),
            cyd = story_entity(story, KB_PERSON, "Cyd Doe"), eve = story_entity(story, KB_PERSON, "Eve Loe");
    int32_t peru = story_entity(story, KB_PLACE, "Peru"), chile = story_entity(story, KB_PLACE, "Chile"),
            alpha = story_entity(story, KB_ORGANIZATION, "Alpha Bank"),
            beta = story_entity(story, KB_ORGANIZATION, "Beta Bank");
    story_role(story, ann, "foreign minister", peru, KB_FORMER);
    story_role(story, ann, "foreign minister", chile, KB_CURRENT);
    story_role(story, bob, "minister", peru, KB_FORMER);
    story_role(story, bob, "president", peru, KB_CURRENT);
    story_role(story, cyd, "mayor", peru, KB_FORMER);
    story_role(story, cyd, "manager", alpha, KB_CURRENT);
    story_role(story, cyd, "adviser", beta, KB_CURRENT);
    story_role(story, eve, "chairman", alpha, KB_FORMER);
    for (size_t i = 0; i < 5; i++) { // posts of a country are held at a place
        if (story->roles[i].organization != peru && story->roles[i].organization != chile) continue;
        story->roles[i].place = story->roles[i].organization;
        story->roles[i].organization = KB_NONE;
    }
}

static void fill_after(Story *story)
{
    int32_t fay = story_entity(story, KB_PERSON, "Fay Moe");
    story_role(story, fay, "writer", KB_NONE, KB_CURRENT);
}

static KbText joined(const Answer *answer)
{
    KbText texts[32] = {{NULL, 0}};
    for (size_t i = 0; i < answer->count && i < 32; i++)
        texts[i] = answer->items[i].text;
    return region_join(answer->region, texts, answer->count < 32 ? answer->count : 32, "; ");
}

START_TEST(a_question_about_many_has_its_answers)
{
    const char *path = world_path();
    KbError error = {0};
    Kb *kb = world_open(path);
    Session session = {.answer = NULL};
    ck_assert(kb_begin(kb, &error) == KB_OK);
    put(kb, "before", "2020-01-15", fill_before);
    put(kb, "after", "2020-03-20", fill_after);
    ck_assert(kb_commit(kb, &error) == KB_OK);
    Region *region = region_new();
    Answer *answer = NULL;
    size_t count = 0;
    const Question *question = question_read(region, kb_text(CASES[_i].question), &count);
    ck_assert(answer_readings(kb, &session, question, count, &answer, &error) == KB_OK);
    ck_assert_str_eq(answer_status_name(answer->status), CASES[_i].status);
    ck_assert_str_eq(joined(answer).length ? joined(answer).data : "", CASES[_i].answers);
    answer_free(answer);
    session_clear(&session);
    region_free(region);
    kb_close(kb);
    world_remove(path);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("sets");
    TCase *tcase = tcase_create("answers");
    tcase_add_loop_test(tcase, a_question_about_many_has_its_answers, 0, sizeof CASES / sizeof *CASES);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
