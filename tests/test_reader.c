// Readers: bytes to articles, and what is skipped with which reason.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/reader.h"
#include "tests/suite.h"

#define FFFD "\xef\xbf\xbd"

static Article article;
static KbError error;

static ReadResult read_first(const char *type, const char *bytes, size_t length)
{
    Reader reader;
    reader_open_memory((KbText){bytes, length}, "dir/input", reader_format(type), (KbDate){2020, 5, 6}, &reader);
    ReadResult result = reader_next(&reader, &article, &error);
    reader_close(&reader);
    return result;
}

// ------------------------------------------------------------------------------------------ text

START_TEST(should_read_a_text_file_as_one_article)
{
    static const char text[] = "Gen. Joseph Dunford met Valeriy Gerasimov in Baku.\n";
    ck_assert_int_eq(read_first("text", text, sizeof text - 1), READ_ARTICLE);
    ck_assert_str_eq(article.text.data, text);
    ck_assert_str_eq(article.id.data, "dir/input");
    ck_assert_uint_eq(article.title.length, 0);
    ck_assert_int_eq(article.published.year, 2020);
    ck_assert_uint_eq(article.warning_count, 0);
}
END_TEST

static const struct {
    const char *bytes;
    size_t length;
    const char *reason;
} bad_texts[] = {
    {"", 0, "is empty"},
    {"\xef\xbb\xbf", 3, "has no text"},
    {" \n\t\r\n", 5, "has no text"},
    {"\xc2\xa0\0\0", 4, "has no text"},
    {"Le pr\xc3\xa9sident de la R\xc3\xa9publique a annonc\xc3\xa9 mardi que le gouvernement allait pr\xc3\xa9senter "
     "une loi.",
     95, "not English: looks like French"},
};

START_TEST(should_skip_a_text_that_is_no_article)
{
    ck_assert_int_eq(read_first("text", bad_texts[_i].bytes, bad_texts[_i].length), READ_SKIPPED);
    ck_assert_str_eq(error.text, bad_texts[_i].reason);
    ck_assert_str_eq(article.id.data, "dir/input");
}
END_TEST

START_TEST(should_warn_of_bad_bytes_and_say_where)
{
    static const char text[] = "A bad \xff byte and a NUL \0 here.";
    ck_assert_int_eq(read_first("text", text, sizeof text - 1), READ_ARTICLE);
    ck_assert_str_eq(article.text.data, "A bad " FFFD " byte and a NUL " FFFD " here.");
    ck_assert_uint_eq(article.warning_count, 1);
    ck_assert_str_eq(article.warnings[0].text, "2 bad bytes replaced by U+FFFD");
    ck_assert_uint_eq(article.warnings[0].offset, 6);
}
END_TEST

START_TEST(should_skip_a_text_over_the_limit)
{
    size_t length = READER_TEXT_LIMIT + 1;
    char *text = malloc(length);
    memset(text, 'a', length);
    ck_assert_int_eq(read_first("text", text, length), READ_SKIPPED);
    ck_assert_ptr_nonnull(strstr(error.text, "over the limit"));
    free(text);
}
END_TEST

// ------------------------------------------------------------------------------------------ JSON Lines

static const struct {
    const char *line, *id, *source, *title, *text;
    KbDate published;
} good_lines[] = {
    {"{\"text\":\"One.\"}", "dir/input:1", NULL, NULL, "One.", {2020, 5, 6}},
    {"{\"text\":\"One.\",\"url\":\"http://a/b\"}", "http://a/b", NULL, NULL, "One.", {2020, 5, 6}},
    {"{\"text\":\"One.\",\"url\":\"http://a/b\",\"id\":\"x\"}", "x", NULL, NULL, "One.", {2020, 5, 6}},
    {"{\"text\":\"One.\",\"id\":17}", "17", NULL, NULL, "One.", {2020, 5, 6}},
    {"{\"text\":\"One.\",\"id\":\"\",\"url\":null}", "dir/input:1", NULL, NULL, "One.", {2020, 5, 6}},
    {"{\"maintext\":\"Main.\",\"source_domain\":\"a.com\",\"title\":\"T\"}",
     "dir/input:1",
     "a.com",
     "T",
     "Main.",
     {2020, 5, 6}},
    {"{\"text\":\"T\",\"maintext\":\"M\"}", "dir/input:1", NULL, NULL, "T", {2020, 5, 6}},
    {"{\"text\":null,\"maintext\":\"M\"}", "dir/input:1", NULL, NULL, "M", {2020, 5, 6}},
    {"{\"text\":\"One.\",\"date_publish\":\"2017-02-15\"}", "dir/input:1", NULL, NULL, "One.", {2017, 2, 15}},
    {"{\"text\":\"One.\",\"date_publish\":\"2017-02-15 10:20:30\"}", "dir/input:1", NULL, NULL, "One.", {2017, 2, 15}},
    {"{\"text\":\"One.\",\"date_publish\":\"2017-02-15T10:20:30Z\"}", "dir/input:1", NULL, NULL, "One.", {2017, 2, 15}},
    {"{\"text\":\"One.\",\"date_publish\":null,\"authors\":[\"A\"]}", "dir/input:1", NULL, NULL, "One.", {2020, 5, 6}},
    {"\xef\xbb\xbf{\"text\":\"One.\"}", "dir/input:1", NULL, NULL, "One.", {2020, 5, 6}},
    {"{\"text\":\"a\\u0000b \\ud83d\\ude00\"}", "dir/input:1", NULL, NULL, "a" FFFD "b \xf0\x9f\x98\x80", {2020, 5, 6}},
    {"\n \r\n{\"text\":\"Third line.\"}\r", "dir/input:3", NULL, NULL, "Third line.", {2020, 5, 6}},
};

START_TEST(should_read_a_line)
{
    ck_assert_int_eq(read_first("jsonl", good_lines[_i].line, strlen(good_lines[_i].line)), READ_ARTICLE);
    ck_assert_str_eq(article.id.data, good_lines[_i].id);
    ck_assert_pstr_eq(article.source.data, good_lines[_i].source);
    ck_assert_pstr_eq(article.title.data, good_lines[_i].title);
    ck_assert_str_eq(article.text.data, good_lines[_i].text);
    ck_assert_int_eq(kb_date_compare(article.published, good_lines[_i].published), 0);
    ck_assert_uint_eq(article.warning_count, 0);
}
END_TEST

static const struct {
    const char *line, *reason;
    uint64_t offset;
} bad_lines[] = {
    {"\n{\"text\":null}", "field \"text\" is null", 1},
    {"{\"text\":5}", "field \"text\" is not a string", 0},
    {"{\"maintext\":[]}", "field \"maintext\" is not a string", 0},
    {"{\"title\":\"T\"}", "has no field \"text\"", 0},
    {"{\"text\":\" \\n\"}", "has no text", 0},
    {"[1]", "is not a JSON object", 0},
    {"\n\n{\"text\":\"a\" oops}", "bad JSON", 16},
    {"{\"text\":\"a\"", "bad JSON", 11},
    {"{\"text\":\"lone \\ud800 surrogate\"}", "bad JSON", 8},
    {"{\"text\":\"a\",\"n\":1e999}", "bad JSON", 16},
    {"{\"text\":\"a\",\"n\":123456789012345678901234567890}", "bad JSON", 16},
};

START_TEST(should_skip_a_bad_line_and_say_where)
{
    ck_assert_int_eq(read_first("jsonl", bad_lines[_i].line, strlen(bad_lines[_i].line)), READ_SKIPPED);
    ck_assert_msg(strncmp(error.text, bad_lines[_i].reason, strlen(bad_lines[_i].reason)) == 0, "%s", error.text);
    // jansson's position may be anywhere in the offending token
    ck_assert_uint_ge(error.offset, bad_lines[_i].offset);
    ck_assert_uint_le(error.offset, strlen(bad_lines[_i].line));
}
END_TEST

START_TEST(should_skip_json_that_is_too_deep)
{
    enum { DEPTH = 100000 };
    char *line = malloc(DEPTH + 32);
    int length = sprintf(line, "{\"text\":\"a\",\"n\":");
    memset(line + length, '[', DEPTH);
    ck_assert_int_eq(read_first("jsonl", line, (size_t)length + DEPTH), READ_SKIPPED);
    ck_assert_ptr_nonnull(strstr(error.text, "depth"));
    free(line);
}
END_TEST

START_TEST(should_keep_the_lines_around_a_bad_one)
{
    static const char lines[] = "{\"text\":\"First.\"}\nnot json\n{\"text\":\"Third.\"}\n";
    Reader reader;
    reader_open_memory(kb_text(lines), "f.jsonl", reader_format("jsonl"), (KbDate){0}, &reader);
    ck_assert_int_eq(reader_next(&reader, &article, &error), READ_ARTICLE);
    article_clear(&article);
    ck_assert_int_eq(reader_next(&reader, &article, &error), READ_SKIPPED);
    ck_assert_str_eq(article.id.data, "f.jsonl:2");
    ck_assert_uint_eq(article.line, 2);
    article_clear(&article);
    ck_assert_int_eq(reader_next(&reader, &article, &error), READ_ARTICLE);
    ck_assert_str_eq(article.text.data, "Third.");
    ck_assert_str_eq(article.id.data, "f.jsonl:3");
    article_clear(&article);
    ck_assert_int_eq(reader_next(&reader, &article, &error), READ_END);
    reader_close(&reader);
}
END_TEST

static const struct {
    const char *line, *warning;
} doubtful_lines[] = {
    {"{\"text\":\"One.\",\"date_publish\":\"2017-02-31\"}", "field \"date_publish\" is no date: ignored"},
    {"{\"text\":\"One.\",\"date_publish\":\"soon\"}", "field \"date_publish\" is no date: ignored"},
    {"{\"text\":\"One.\",\"date_publish\":20170215}", "field \"date_publish\" is no date: ignored"},
    {"{\"text\":\"One.\",\"date_publish\":\"2017-02-31\",\"title\":[]}", "field \"title\" is not a string: ignored"},
    {"{\"text\":\"\xff One.\",\"date_publish\":\"x\"}", "1 bad byte replaced by U+FFFD"},
};

START_TEST(should_warn_of_a_doubtful_field_and_leave_it_out)
{
    ck_assert_int_eq(read_first("jsonl", doubtful_lines[_i].line, strlen(doubtful_lines[_i].line)), READ_ARTICLE);
    ck_assert_str_eq(article.warnings[0].text, doubtful_lines[_i].warning);
    ck_assert_int_eq(article.published.year, 0);
    ck_assert_uint_eq(article.title.length, 0);
}
END_TEST

START_TEST(should_pass_over_a_line_over_the_limit)
{
    size_t length = INPUT_LIMIT + 10;
    char *lines = malloc(length + 32);
    memset(lines, 'x', length);
    strcpy(lines + length, "\n{\"text\":\"Next.\"}\n");
    Reader reader;
    reader_open_memory(kb_text(lines), "f.jsonl", reader_format("jsonl"), (KbDate){0}, &reader);
    ck_assert_int_eq(reader_next(&reader, &article, &error), READ_SKIPPED);
    ck_assert_ptr_nonnull(strstr(error.text, "over the size limit"));
    article_clear(&article);
    ck_assert_int_eq(reader_next(&reader, &article, &error), READ_ARTICLE);
    ck_assert_str_eq(article.text.data, "Next.");
    ck_assert_str_eq(article.id.data, "f.jsonl:2");
    reader_close(&reader);
    free(lines);
}
END_TEST

static void forget_article(void)
{
    article_clear(&article);
}

int main(void)
{
    Suite *suite = suite_create("reader");
    TCase *text = tcase_create("text"), *jsonl = tcase_create("jsonl");
    tcase_add_checked_fixture(text, NULL, forget_article);
    tcase_add_checked_fixture(jsonl, NULL, forget_article);
    tcase_add_test(text, should_read_a_text_file_as_one_article);
    tcase_add_loop_test(text, should_skip_a_text_that_is_no_article, 0, sizeof bad_texts / sizeof *bad_texts);
    tcase_add_test(text, should_warn_of_bad_bytes_and_say_where);
    tcase_add_test(text, should_skip_a_text_over_the_limit);
    tcase_add_loop_test(jsonl, should_read_a_line, 0, sizeof good_lines / sizeof *good_lines);
    tcase_add_loop_test(jsonl, should_skip_a_bad_line_and_say_where, 0, sizeof bad_lines / sizeof *bad_lines);
    tcase_add_test(jsonl, should_skip_json_that_is_too_deep);
    tcase_add_test(jsonl, should_keep_the_lines_around_a_bad_one);
    tcase_add_loop_test(jsonl, should_warn_of_a_doubtful_field_and_leave_it_out, 0,
                        sizeof doubtful_lines / sizeof *doubtful_lines);
    tcase_add_test(jsonl, should_pass_over_a_line_over_the_limit);
    suite_add_tcase(suite, text);
    suite_add_tcase(suite, jsonl);
    return run_suite(suite);
}
