// Charsets: what bytes are taken for, and the text they become.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/charset.h"
#include "tests/suite.h"

#define BYTES(literal)                 \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }
#define FFFD "\xef\xbf\xbd"

static const struct {
    KbText bytes;
    Charset charset;
    const char *text;
    size_t replaced, first_replaced;
} decodings[] = {
    {BYTES(""), CHARSET_UTF8, "", 0, 0},
    {BYTES("plain"), CHARSET_UTF8, "plain", 0, 0},
    {BYTES("\xef\xbb\xbfmark"), CHARSET_UTF8, "mark", 0, 0},
    {BYTES("Plahotniuc \xc8\x99i \xe2\x80\x9cMerkel\xe2\x80\x9d \xf0\x9f\x98\x80"), CHARSET_UTF8,
     "Plahotniuc \xc8\x99i \xe2\x80\x9cMerkel\xe2\x80\x9d \xf0\x9f\x98\x80", 0, 0},
    {BYTES("a\0b"), CHARSET_UTF8, "a" FFFD "b", 1, 1},
    {BYTES("one \xff byte"), CHARSET_UTF8, "one " FFFD " byte", 1, 4},
    {BYTES("caf\xc3"), CHARSET_UTF8, "caf" FFFD, 1, 3},
    {BYTES("\xc3\xa9 and \xe9t\xe9"), CHARSET_UTF8, "\xc3\xa9 and " FFFD "t" FFFD, 2, 7},
    {BYTES("over\xc0\xaflong"), CHARSET_UTF8, "over" FFFD FFFD "long", 2, 4},
    {BYTES("surrogate \xed\xa0\x80"), CHARSET_UTF8, "surrogate " FFFD FFFD FFFD, 3, 10},
    {BYTES("above \xf4\x90\x80\x80"), CHARSET_UTF8, "above " FFFD FFFD FFFD FFFD, 4, 6},
    {BYTES("a caf\xe9 in G\xf6teborg"), CHARSET_WINDOWS1252, "a caf\xc3\xa9 in G\xc3\xb6teborg", 0, 0},
    {BYTES("\x93Quoted,\x94 he said \x97 twice; it\x92s \x80"
           "5"),
     CHARSET_WINDOWS1252,
     "\xe2\x80\x9cQuoted,\xe2\x80\x9d he said \xe2\x80\x94 twice; it\xe2\x80\x99s \xe2\x82\xac"
     "5",
     0, 0},
    {BYTES("\xff\xfeH\0i\0!\0"), CHARSET_UTF16LE, "Hi!", 0, 0},
    {BYTES("\xfe\xff\0H\0i\0!"), CHARSET_UTF16BE, "Hi!", 0, 0},
    {BYTES("\xff\xfe\x3d\xd8\x00\xde"), CHARSET_UTF16LE, "\xf0\x9f\x98\x80", 0, 0},
    {BYTES("\xff\xfe\x3d\xd8H\0"), CHARSET_UTF16LE, FFFD "H", 1, 2},
    {BYTES("\xff\xfeH\0i"), CHARSET_UTF16LE, "H" FFFD, 1, 4},
    {BYTES("N\0o\0 \0m\0a\0r\0k\0 \0h\0e\0r\0e\0"), CHARSET_UTF16LE, "No mark here", 0, 0},
    {BYTES("\0N\0o\0 \0m\0a\0r\0k\0 \0h\0e\0r\0e"), CHARSET_UTF16BE, "No mark here", 0, 0},
};

START_TEST(should_decode)
{
    Buffer out = {0};
    CharsetReport report = charset_decode(decodings[_i].bytes, &out);
    KbText text = buffer_take(&out);
    ck_assert_str_eq(charset_name(report.charset), charset_name(decodings[_i].charset));
    ck_assert_str_eq(text.data, decodings[_i].text);
    ck_assert_uint_eq(report.replaced, decodings[_i].replaced);
    ck_assert_uint_eq(report.first_replaced, decodings[_i].first_replaced);
    free((char *)(uintptr_t)text.data);
}
END_TEST

START_TEST(should_replace_every_bad_byte_of_a_long_text_in_linear_time)
{
    enum { SIZE = 8 << 20 };
    char *bytes = malloc(SIZE);
    memset(bytes, 0xff, SIZE);
    Buffer out = {0};
    bytes[0] = 'x'; // no UTF-16 mark
    CharsetReport report = charset_decode((KbText){bytes, SIZE}, &out);
    ck_assert_uint_eq(report.replaced, SIZE - 1);
    ck_assert_uint_eq(out.length, 1 + 3 * (SIZE - 1));
    buffer_free(&out);
    free(bytes);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("charset");
    TCase *tests = tcase_create("charset");
    tcase_add_loop_test(tests, should_decode, 0, sizeof decodings / sizeof *decodings);
    tcase_add_test(tests, should_replace_every_bad_byte_of_a_long_text_in_linear_time);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
