// Verb forms: lemmas of regular and irregular forms, and of words that are shorter than any verb.
// SPDX-License-Identifier: MIT
#include <check.h>

#include "ingest/verbs.h"
#include "tests/suite.h"

static const struct {
    const char *word, *lemma;
    VerbForm form;
} cases[] = {
    {"said", "say", FORM_PAST},       {"planned", "plan", FORM_PAST},   {"expelled", "expel", FORM_PAST},
    {"called", "call", FORM_PAST},    {"passing", "pass", FORM_GERUND}, {"making", "make", FORM_GERUND},
    {"carries", "carry", FORM_THIRD}, {"watches", "watch", FORM_THIRD}, {"walk", "walk", FORM_BASE},
    {"eled", "el", FORM_PAST},        {"alling", "all", FORM_GERUND},   {"led", "lead", FORM_PAST},
    {"ed", "ed", FORM_BASE},          {"ing", "ing", FORM_BASE},        {"lled", "ll", FORM_PAST},
};

START_TEST(tells_the_lemma)
{
    char lemma[LEMMA_SIZE];
    VerbForm form;
    ck_assert(verb_lemma(kb_text(cases[_i].word), lemma, &form));
    ck_assert_str_eq(lemma, cases[_i].lemma);
    ck_assert_int_eq(form, cases[_i].form);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("verbs");
    TCase *tests = tcase_create("verbs");
    tcase_add_loop_test(tests, tells_the_lemma, 0, (int)(sizeof cases / sizeof *cases));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
