// Paths as ids, and foreign text on the terminal.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/path.h"
#include "tests/suite.h"

static const char *const normalisations[][2] = {
    {"a.txt", "a.txt"},
    {"./a.txt", "a.txt"},
    {"dir//a.txt", "dir/a.txt"},
    {"dir/./a.txt", "dir/a.txt"},
    {"dir/sub/../a.txt", "dir/a.txt"},
    {"dir/../../a.txt", "../a.txt"},
    {"../../a.txt", "../../a.txt"},
    {"/", "/"},
    {"/../a", "/a"},
    {"//a//b/", "/a/b"},
    {"a/..", "."},
    {".", "."},
    {"-", "-"},
    {"-dash.txt", "-dash.txt"},
    {"..a/b..", "..a/b.."},
    {"line\nfeed", "line\nfeed"},
    {"bad\xff", "bad\\xff"},
    {"\xc3\xa9t\xc3\xa9", "\xc3\xa9t\xc3\xa9"},
};

START_TEST(should_normalise_paths_lexically)
{
    KbText path = path_normalise(normalisations[_i][0]);
    ck_assert_str_eq(path.data, normalisations[_i][1]);
    ck_assert_uint_eq(path.length, strlen(normalisations[_i][1]));
    free((char *)(uintptr_t)path.data);
}
END_TEST

static const char *const escapes[][2] = {
    {"plain \xc3\xa9", "plain \xc3\xa9"},
    {"red \x1b[31m", "red \\x1b[31m"},
    {"two\nlines\r", "two\\nlines\\x0d"},
    {"right \xe2\x80\xaeto left", "right \\u{202e}to left"},
    {"zero\xe2\x80\x8bwidth", "zero\\u{200b}width"},
    {"C1 \xc2\x9b"
     "31m",
     "C1 \\u{009b}31m"},
    {"back\\slash", "back\\\\slash"},
    {"bad \xff\xc3", "bad \\xff\\xc3"},
    {"tag \xf3\xa0\x81\x81", "tag \\u{e0041}"},
};

START_TEST(should_show_foreign_text_escaped)
{
    Buffer out = {0};
    path_escape(kb_text(escapes[_i][0]), &out);
    KbText shown = buffer_take(&out);
    ck_assert_str_eq(shown.data, escapes[_i][1]);
    free((char *)(uintptr_t)shown.data);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("path");
    TCase *tests = tcase_create("path");
    tcase_add_loop_test(tests, should_normalise_paths_lexically, 0, sizeof normalisations / sizeof *normalisations);
    tcase_add_loop_test(tests, should_show_foreign_text_escaped, 0, sizeof escapes / sizeof *escapes);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
