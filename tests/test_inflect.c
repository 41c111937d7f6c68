// Verbs in the past and as participles.
// SPDX-License-Identifier: MIT
#include <check.h>

#include "shell/inflect.h"

static const char *const CASES[][3] = {
    {"challenge", "challenged", "challenged"},
    {"testify", "testified", "testified"},
    {"ban", "banned", "banned"},
    {"visit", "visited", "visited"},
    {"play", "played", "played"},
    {"beat", "beat", "beaten"},
    {"meet", "met", "met"},
    {"speak", "spoke", "spoken"},
    {"take over", "took over", "taken over"},
    {"criticize", "criticized", "criticized"},
    {"help", "helped", "helped"},
};

START_TEST(a_verb_has_its_past)
{
    Region *region = region_new();
    ck_assert_str_eq(inflect_past(region, kb_text(CASES[_i][0])).data, CASES[_i][1]);
    ck_assert_str_eq(inflect_participle(region, kb_text(CASES[_i][0])).data, CASES[_i][2]);
    region_free(region);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("inflect");
    TCase *tcase = tcase_create("verbs");
    tcase_add_loop_test(tcase, a_verb_has_its_past, 0, sizeof CASES / sizeof *CASES);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
