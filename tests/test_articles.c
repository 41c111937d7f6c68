// A real article, read whole: who is in it, what they do, and what is planned. Runs where ../shared lies beside us.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/data.h"
#include "ingest/pipeline.h"
#include "tests/suite.h"

static const char path[] = "../shared/articles/dunford-gerasimov.txt";
enum { TEXT_SIZE = 1 << 16 };

static Model *model;
static Worker *worker;
static Document document;
static bool readable; // false: no article or no weights here

static void read_article(void)
{
    static char text[TEXT_SIZE];
    char folder[4096];
    KbError error = {0};
    FILE *file = fopen(path, "rb");
    if (!file || !data_directory(folder, sizeof folder)) return;
    size_t length = fread(text, 1, sizeof text, file);
    fclose(file);
    if (model_open(folder, false, &model, &error)) return;
    worker = worker_new(model);
    document_init(&document);
    document_begin(&document, (KbText){text, length}, (KbDate){2017, 2, 15});
    pipeline_run(worker, &document);
    readable = true;
}

static void let_go(void)
{
    if (!readable) return;
    document_clear(&document);
    worker_free(worker);
    model_close(model);
    readable = false;
}

static int32_t person(const char *name)
{
    for (size_t i = 0; i < document.chain_count; i++)
        if (document.chains[i].type == KB_PERSON && kb_text_equal(document.chains[i].name, kb_text(name)))
            return (int32_t)i;
    return KB_NONE;
}

static const struct {
    const char *name, *title; // NULL: no post
    KbRoleStatus status;
} people[] = {
    {"Joseph F. Dunford Jr.", "chairman", KB_CURRENT},
    {"Valeriy Gerasimov", "chief of the general staff", KB_CURRENT},
    {"Trump", "president", KB_CURRENT},
    {"Michael Flynn", "national security adviser", KB_FORMER},
    {"Vladimir Putin", "president", KB_CURRENT},
    {"Ashton B. Carter", "defense secretary", KB_FORMER},
    {"Jim Mattis", "defense secretary", KB_CURRENT},
    {"Bashar al-Assad", "president", KB_CURRENT},
    {"Charles Kupchan", "senior official on Russia and Europe", KB_FORMER},
    {"Dakota Wood", "scholar", KB_CURRENT},
    {"Obama", NULL, KB_UNKNOWN},
    {"Alex Brandon", NULL, KB_UNKNOWN},
};
enum { PEOPLE = sizeof people / sizeof *people };

START_TEST(should_find_each_person_with_the_post_the_article_gives)
{
    if (!readable) return;
    int32_t chain = person(people[_i].name);
    ck_assert_msg(chain >= 0, "%s is not found", people[_i].name);
    size_t posts = 0;
    for (size_t i = 0; i < document.role_count; i++) {
        const Role *role = &document.roles[i];
        if (role->holder != chain) continue;
        posts++;
        ck_assert_msg(people[_i].title && kb_text_equal(role->title, kb_text(people[_i].title)), "%s: %.*s",
                      people[_i].name, (int)role->title.length, role->title.data);
        ck_assert_int_eq(role->status, people[_i].status);
    }
    ck_assert_uint_eq(posts, people[_i].title != NULL);
}
END_TEST

START_TEST(should_make_nothing_else_a_person)
{
    if (!readable) return;
    size_t persons = 0;
    for (size_t i = 0; i < document.chain_count; i++)
        persons += document.chains[i].type == KB_PERSON;
    ck_assert_uint_eq(persons, PEOPLE);
}
END_TEST

START_TEST(should_keep_the_meeting_in_baku_a_plan)
{
    if (!readable) return;
    bool planned = false;
    for (size_t i = 0; i < document.relation_count; i++) {
        const Relation *relation = &document.relations[i];
        if (strcmp(kb_predicate(relation->predicate)->name, "met_with") != 0) continue;
        ck_assert_int_ne(relation->modality, KB_ASSERTED);
        bool these =
            relation->subject == person("Joseph F. Dunford Jr.") && relation->object == person("Valeriy Gerasimov");
        bool baku = relation->place >= 0 && kb_text_equal(document.chains[relation->place].name, kb_text("Baku"));
        if (these && baku && relation->modality == KB_PLANNED) planned = true;
    }
    ck_assert(planned);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("articles");
    TCase *tcase = tcase_create("articles");
    tcase_add_unchecked_fixture(tcase, read_article, let_go);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, should_find_each_person_with_the_post_the_article_gives, 0, PEOPLE);
    tcase_add_test(tcase, should_make_nothing_else_a_person);
    tcase_add_test(tcase, should_keep_the_meeting_in_baku_a_plan);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
