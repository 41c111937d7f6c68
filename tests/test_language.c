// Which texts are certainly not English; short and odd ones get the benefit of the doubt.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>

#include "ingest/language.h"
#include "tests/suite.h"

static const struct {
    const char *text, *language;
} texts[] = {
    {"The foreign minister said on Monday that he had met his counterpart in Ankara.", NULL},
    {"THE FOREIGN MINISTER SAID ON MONDAY THAT HE HAD MET HIS COUNTERPART IN ANKARA.", NULL},
    {"Jean-Claude Juncker", NULL},
    {"Le Monde, El Pa\xc3\xads, Die Zeit, La Repubblica, De Telegraaf", NULL},
    {"Arsenal 2 Chelsea 1\nReal Madrid 3 Atl\xc3\xa9tico de Madrid 0\nBayern 1 Dortmund 1\nAjax 2 PSV 2", NULL},
    {"Juan de la Cruz of La Paz met Maria de los Angeles in Las Vegas, he said, and they went to San Jose.", NULL},
    {"NEW YORK 1996-12-06", NULL},
    {"", NULL},
    {"Die Bundeskanzlerin hat am Dienstag in Berlin den neuen Haushalt vorgestellt und mit der Opposition gesprochen.",
     "German"},
    {"El presidente del gobierno anunci\xc3\xb3 ayer que el nuevo ministro de econom\xc3\xad"
     "a ser\xc3\xa1 nombrado en los "
     "pr\xc3\xb3ximos d\xc3\xad"
     "as.",
     "Spanish"},
    {"\xd0\x9f\xd1\x80\xd0\xb5\xd0\xb7\xd0\xb8\xd0\xb4\xd0\xb5\xd0\xbd\xd1\x82 "
     "\xd0\xa0\xd0\xbe\xd1\x81\xd1\x81\xd0\xb8\xd0\xb8 "
     "\xd0\xb2\xd1\x81\xd1\x82\xd1\x80\xd0\xb5\xd1\x82\xd0\xb8\xd0\xbb\xd1\x81\xd1\x8f \xd1\x81 "
     "\xd0\xbc\xd0\xb8\xd0\xbd\xd0\xb8\xd1\x81\xd1\x82\xd1\x80\xd0\xbe\xd0\xbc "
     "\xd0\xbe\xd0\xb1\xd0\xbe\xd1\x80\xd0\xbe\xd0\xbd\xd1\x8b",
     "not in Latin script"},
};

START_TEST(should_only_refuse_what_is_certainly_not_english)
{
    ck_assert_pstr_eq(language_other_than_english(kb_text(texts[_i].text)), texts[_i].language);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("language");
    TCase *tests = tcase_create("language");
    tcase_add_loop_test(tests, should_only_refuse_what_is_certainly_not_english, 0, sizeof texts / sizeof *texts);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
