// Stand-off sets: text rebuilt from its corpus, marks counted in characters, tables alone without it.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/gold.h"
#include "tests/standoff.h"
#include "tests/suite.h"

#define COLUMNS "Old\tJJ\nline\tNN\n\nÉvá\tNNP\nPoe\tNNP\nleft\tVBD\n.\t.\n\nShe\tPRP\nslept\tVBD\n.\t.\n\n\nNext\tJJ\n"

static bool is(KbText text, const char *expected)
{
    return kb_text_equal(text, kb_text(expected));
}

START_TEST(should_join_tokens_by_spaces_and_sentences_by_newlines)
{
    Arena *arena = arena_new();
    KbText file = kb_text(COLUMNS);
    ck_assert(is(standoff_text(arena, file, false, 4, 11), "Évá Poe left .\nShe slept ."));
    ck_assert(is(standoff_text(arena, file, false, 1, 1), "Old"));
    ck_assert(is(standoff_text(arena, file, false, 9, 99), "She slept .\nNext"));
    ck_assert(is(standoff_text(arena, file, false, 50, 60), ""));
    ck_assert(is(standoff_text(arena, file, false, 5, 4), ""));
    arena_free(arena);
}
END_TEST

START_TEST(should_read_the_words_of_conllu)
{
    Arena *arena = arena_new();
    KbText file = kb_text("# text = Poe's in.\n1-2\tPoe's\t_\n1\tPoe\tPoe\n2\t's\tbe\n2.1\tx\tx\n3\tin.\tin\n\n"
                          "# text = Out\n1\tOut\tout\n");
    ck_assert(is(standoff_text(arena, file, true, 1, 9), "Poe 's in.\nOut"));
    ck_assert_uint_eq(standoff_end(file, 1), 6);
    ck_assert_uint_eq(standoff_end(file, 9), 9);
    arena_free(arena);
}
END_TEST

START_TEST(should_cut_the_text_of_a_json_document_into_lines)
{
    Arena *arena = arena_new();
    KbText file = kb_text(
        "{\"_id\": \"A\", \"text\": \"No.\"}\n{\"_id\": \"B\", \"text\": \"\\u00c9va left.  She \\n\\n slept.\"}\n");
    KbText place[] = {kb_text("B"), kb_text("0,11,18")};
    ck_assert(is(standoff_article(arena, kb_text("re3d/X/documents.json"), file, place), "Éva left.\nShe\nslept."));
    KbText text = standoff_document(arena, file, kb_text("B"));
    ck_assert(is(standoff_starts(arena, text, kb_text("Éva left.\nShe\nslept.")), "0,11,18"));
    ck_assert(is(standoff_starts(arena, text, kb_text("Éva left.\nHe\nslept.")), "0,11"));
    ck_assert(is(standoff_lines(arena, text, kb_text("11,5")), ""));
    ck_assert(is(standoff_lines(arena, text, kb_text("11,x")), ""));
    ck_assert(is(standoff_document(arena, file, kb_text("C")), ""));
    arena_free(arena);
}
END_TEST

START_TEST(should_count_characters_not_bytes)
{
    KbText text = kb_text("Évá Poe");
    ck_assert_uint_eq(standoff_characters(text, 6), 4);
    ck_assert_uint_eq(standoff_bytes(text, 4), 6);
    ck_assert_uint_eq(standoff_bytes(text, 7), 9);
    ck_assert_uint_eq(standoff_bytes(text, 99), 9);
}
END_TEST

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

static char root[] = "/tmp/standoff-XXXXXX";

static void remove_set(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf '%s'", root);
    ck_assert_int_eq(chdir("/"), 0);
    ck_assert_int_eq(system(command), 0);
}

// A folder that has shared/corpora and main/set; main becomes the working folder.
static void make_set(const char *corpus)
{
    ck_assert_ptr_nonnull(mkdtemp(root));
    ck_assert_int_eq(chdir(root), 0);
    mkdir("shared", 0777), mkdir("shared/corpora", 0777), mkdir("main", 0777), mkdir("main/set", 0777);
    if (corpus) write_text("shared/corpora/news.conll", corpus);
    ck_assert_int_eq(chdir("main"), 0);
    write_text("set/source.tsv", "01\tnews.conll\t"
                                 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\t4\t11\t-\n");
    write_text("set/marks.tsv", "01\t0\t3\tE1\tname\n01\t4\t7\tE1\tname\n01\t15\t18\tE1\tother\n");
    write_text("set/entities.tsv", "E1\tperson\n");
}

START_TEST(should_read_a_set_like_a_storyline)
{
    GoldStory story;
    KbError error = {0};
    make_set(COLUMNS);
    ck_assert_msg(gold_open(".", "set", &story, &error) == KB_OK, "%s", error.text);
    const GoldArticle *article = &story.articles[0];
    ck_assert(is(article->text, "Évá Poe left .\nShe slept ."));
    ck_assert(is(article->date, ""));
    ck_assert_uint_eq(article->mark_count, 3);
    ck_assert_uint_eq(article->marks[1].end, 9);
    ck_assert(article->marks[1].name && !article->marks[2].name);
    ck_assert(memcmp(article->text.data + article->marks[2].start, "She", 3) == 0);
    ck_assert(is(story.entities[0].aliases, "Évá | Poe"));
    gold_close(&story);
    remove_set();
}
END_TEST

START_TEST(should_read_the_tables_where_the_corpus_is_absent)
{
    GoldStory story;
    KbError error = {0};
    make_set(NULL);
    ck_assert_msg(gold_open(".", "set", &story, &error) == KB_OK, "%s", error.text);
    ck_assert(story.absent);
    ck_assert(is(story.articles[0].text, ""));
    ck_assert_uint_eq(story.articles[0].mark_count, 3);
    ck_assert_uint_eq(story.articles[0].marks[1].end, 7);
    gold_close(&story);
    remove_set();
}
END_TEST

START_TEST(should_refuse_marks_of_nobody_and_marks_that_overlap)
{
    GoldStory story;
    make_set(COLUMNS);
    write_text("set/marks.tsv", "01\t0\t7\tE1\tname\n01\t4\t7\tE1\tother\n01\t15\t18\tE2\tother\n02\t0\t1\tE1\tname\n");
    gold_read(".", "set", &story);
    ck_assert_uint_eq(story.problem_count, 3);
    ck_assert_uint_eq(story.problems[1].line, 3);
    ck_assert_str_eq(story.problems[1].file, "marks.tsv");
    gold_close(&story);
    remove_set();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("standoff");
    TCase *tcase = tcase_create("standoff");
    tcase_add_test(tcase, should_join_tokens_by_spaces_and_sentences_by_newlines);
    tcase_add_test(tcase, should_read_the_words_of_conllu);
    tcase_add_test(tcase, should_cut_the_text_of_a_json_document_into_lines);
    tcase_add_test(tcase, should_count_characters_not_bytes);
    tcase_add_test(tcase, should_read_a_set_like_a_storyline);
    tcase_add_test(tcase, should_read_the_tables_where_the_corpus_is_absent);
    tcase_add_test(tcase, should_refuse_marks_of_nobody_and_marks_that_overlap);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
