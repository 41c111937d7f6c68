// Scorers against figures worked out by hand.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/ask_shell.h"
#include "tests/chain_score.h"
#include "tests/disguise.h"
#include "tests/gap.h"
#include "tests/ontonotes.h"
#include "tests/suite.h"

START_TEST(should_count_spans_that_agree_in_bounds_and_type)
{
    GoldSpan gold_items[] = {{10, 14, KB_PERSON}, {0, 4, KB_PERSON}, {20, 25, KB_PLACE}};
    GoldSpan found_items[] = {{0, 4, KB_PERSON}, {10, 14, KB_ORGANIZATION}, {20, 26, KB_PLACE}, {30, 31, KB_PLACE}};
    GoldSpans gold = {gold_items, 3, 3}, found = {found_items, 4, 4};
    Score score = {0};
    score_spans(&score, &gold, &found, 0, UINT32_MAX);
    ck_assert_uint_eq(score.gold, 3);
    ck_assert_uint_eq(score.found, 4);
    ck_assert_uint_eq(score.right, 1);
    ck_assert_double_eq_tol(score_precision(score), 0.25, 1e-12);
    ck_assert_double_eq_tol(score_recall(score), 1.0 / 3, 1e-12);
    ck_assert_double_eq_tol(score_f1(score), 2.0 / 7, 1e-12);
}
END_TEST

START_TEST(should_leave_out_spans_beyond_the_evaluated_part)
{
    GoldSpan gold_items[] = {{0, 4, 0}, {10, 14, 0}}, found_items[] = {{0, 4, 0}, {10, 14, 0}, {40, 44, 0}};
    GoldSpans gold = {gold_items, 2, 2}, found = {found_items, 3, 3};
    Score score = {0};
    score_spans(&score, &gold, &found, 5, 20);
    ck_assert_uint_eq(score.gold, 1);
    ck_assert_uint_eq(score.found, 1);
    ck_assert_uint_eq(score.right, 1);
}
END_TEST

START_TEST(should_count_a_duplicate_row_once)
{
    Arena *arena = arena_new();
    Rows gold = {0}, found = {0};
    rows_add(arena, &gold, "a | %d", 1);
    rows_add(arena, &gold, "b");
    rows_add(arena, &found, "b");
    rows_add(arena, &found, "b");
    rows_add(arena, &found, "c");
    Score score = {0};
    score_rows(&score, &gold, &found);
    ck_assert_uint_eq(score.gold, 2);
    ck_assert_uint_eq(score.found, 2);
    ck_assert_uint_eq(score.right, 1);
    arena_free(arena);
}
END_TEST

START_TEST(should_give_zero_where_there_is_nothing)
{
    ck_assert_double_eq(score_f1((Score){0}), 0);
}
END_TEST

// ---------------------------------------------------------------------------------------------- chains

// "abc de": chains of one-letter mentions, apart by a space.
static ChainMentions chains_of(Arena *arena, const char *text)
{
    ChainMentions mentions = {0};
    int32_t chain = 0;
    for (const char *at = text; *at; at++) {
        uint32_t place = (uint32_t)(unsigned char)*at;
        if (*at == ' ')
            chain++;
        else
            ARENA_PUSH(arena, mentions.items, mentions.count, mentions.room, ((ChainMention){place, place + 1, chain}));
    }
    return mentions;
}

static void add_chains(ChainScores *scores, const char *gold, const char *found)
{
    Arena *arena = arena_new();
    ChainMentions keys = chains_of(arena, gold), responses = chains_of(arena, found);
    score_chains(scores, &keys, &responses);
    arena_free(arena);
}

typedef struct Example { // recall, precision; below 0: not given
    const char *gold, *found;
    double muc[2], b_cubed[2], ceaf_e[2], lea[2];
} Example;

static const Example examples[] = {
    // Bagga and Baldwin 1998, figures 2 and 3; CEAF of the same from Luo 2005, table 1 (a) to (d).
    {"12345 67 89ABC", "12345 6789ABC", {1, .9}, {1, 16. / 21}, {1.8333 / 3, 1.8333 / 2}, {-1, -1}},
    {"12345 67 89ABC", "1234589ABC 67", {1, .9}, {1, 7. / 12}, {1.6667 / 3, 1.6667 / 2}, {-1, -1}},
    {"12345 67 89ABC", "123456789ABC", {1, 9. / 11}, {1, .375}, {.5882 / 3, .5882}, {-1, -1}},
    {"12345 67 89ABC", "1 2 3 4 5 6 7 8 9 A B C", {0, 0}, {.25, 1}, {1.3333 / 3, 1.3333 / 12}, {0, 0}},
    // Moosavi and Strube 2016, section 4: recall (3 * 1/3 + 4 * 1/6) / 7, precision (2 + 0 + 4 * 1/6) / 8.
    {"abc defg", "ab cd fghi", {.4, .4}, {35. / 84, .5}, {-1, -1}, {5. / 21, 1. / 3}},
    // Vilain et al. 1995: the key a-b-c-d, the response a-b, c-d: recall 2 of 3 links.
    {"abcd", "ab cd", {2. / 3, 1}, {.5, 1}, {2. / 3, 1. / 3}, {1. / 3, 1}},
    // A singleton that both sides have is right, one more is not: LEA 1 of 1, 1 of 2.
    {"a", "a b", {0, 0}, {1, .5}, {1, .5}, {1, .5}},
};

static void expect(ChainMeasure measure, const double expected[2])
{
    if (expected[0] < 0) return;
    ck_assert_double_eq_tol(measure_recall(measure), expected[0], 1e-4);
    ck_assert_double_eq_tol(measure_precision(measure), expected[1], 1e-4);
}

START_TEST(should_score_chains_as_the_papers_do)
{
    const Example *example = &examples[_i];
    ChainScores scores = {0};
    add_chains(&scores, example->gold, example->found);
    expect(scores.muc, example->muc);
    expect(scores.b_cubed, example->b_cubed);
    expect(scores.ceaf_e, example->ceaf_e);
    expect(scores.lea, example->lea);
}
END_TEST

START_TEST(should_find_nothing_wrong_with_the_same_chains)
{
    ChainScores scores = {0};
    add_chains(&scores, "ad bc e", "bc e ad");
    ck_assert_double_eq_tol(chain_conll(&scores), 1, 1e-12);
    ck_assert_double_eq_tol(measure_f1(scores.lea), 1, 1e-12);
    ck_assert_double_eq_tol(score_f1(scores.mentions), 1, 1e-12);
}
END_TEST

START_TEST(should_sum_chains_over_documents)
{
    ChainScores scores = {0};
    add_chains(&scores, "abcd", "ab cd"); // links: 2 of 3, 2 of 2
    add_chains(&scores, "ab", "");        // links: 0 of 1, none
    ck_assert_double_eq_tol(measure_recall(scores.muc), .5, 1e-12);
    ck_assert_double_eq_tol(measure_precision(scores.muc), 1, 1e-12);
    ck_assert_double_eq_tol(measure_recall(scores.b_cubed), 2. / 6, 1e-12);
    ck_assert_double_eq_tol(measure_recall(scores.ceaf_e), (2. / 3) / 2, 1e-12);
    ck_assert_uint_eq(scores.mentions.gold, 6);
    ck_assert_uint_eq(scores.mentions.found, 4);
}
END_TEST

START_TEST(should_keep_one_mention_of_a_span_and_no_singletons)
{
    ChainMention items[] = {{4, 5, 2}, {0, 1, 1}, {4, 5, 1}, {6, 7, 3}, {8, 9, 2}};
    ChainMentions mentions = {items, 5, 5};
    chains_unique(&mentions);
    ck_assert_uint_eq(mentions.count, 4);
    ck_assert_int_eq(mentions.items[1].chain, 1);
    chains_drop_singletons(&mentions);
    ck_assert_uint_eq(mentions.count, 2);
    ck_assert_uint_eq(mentions.items[0].start, 0);
    ck_assert_uint_eq(mentions.items[1].start, 4);
}
END_TEST

// ---------------------------------------------------------------------------------------------- texts of corpora

// A file with the lines, to be read by `load`.
static void write_lines(char *path, const char *lines)
{
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, lines, strlen(lines)), (ssize_t)strlen(lines));
    close(file);
}

START_TEST(should_read_the_chains_of_ontogum)
{
    static const char lines[] = "# newdoc id = one\n# sent_id = one-1\n"
                                "1\tPoe\t_\tPROPN\t_\t_\t3\tnmod:poss\t_\tEntity=(11(2)|SpaceAfter=No\n"
                                "2\t's\t_\tPART\t_\t_\t1\tcase\t_\t_\n"
                                "3\tsister\t_\tNOUN\t_\t_\t4\tnsubj\t_\tEntity=11)\n"
                                "4\tsaw\t_\tVERB\t_\t_\t0\troot\t_\t_\n"
                                "5\thim\t_\tPRON\t_\t_\t4\tobj\t_\tEntity=(2)(11\n"
                                "6\tthere\t_\tADV\t_\t_\t4\tadvmod\t_\tEntity=11)\n\n";
    static const ChainMention expected[] = {{0, 3, 2}, {0, 12, 11}, {17, 20, 2}, {17, 26, 11}};
    char path[] = "/tmp/kb-ontogum-XXXXXX";
    Arena *arena = arena_new();
    Corpus corpus = {0};
    write_lines(path, lines);
    ck_assert(corpus_conllu(arena, path, ENTITIES_CHAINS, &corpus));
    unlink(path);
    ck_assert_uint_eq(corpus.count, 1);
    ChainMentions mentions = corpus.texts[0].mentions;
    ck_assert_uint_eq(mentions.count, sizeof expected / sizeof *expected);
    ck_assert_mem_eq(mentions.items, expected, sizeof expected);
    ck_assert_uint_eq(corpus.texts[0].names.count, 0);
    arena_free(arena);
}
END_TEST

// "The new mayor spoke. She left Rome."
static const GoldSpan mayor_tokens[] = {{0, 3, 0},   {4, 7, 0},   {8, 13, 0},  {14, 19, 0}, {19, 20, 0},
                                        {21, 24, 0}, {25, 29, 0}, {30, 34, 0}, {34, 35, 0}};
enum { MAYOR_TOKENS = sizeof mayor_tokens / sizeof *mayor_tokens };
static const uint32_t mayor_heads[MAYOR_TOKENS] = {2, 2, 3, 3, 3, 6, 6, 6, 6};
static const char *const mayor_deps[MAYOR_TOKENS] = {"det",   "amod", "nsubj", "root", "punct",
                                                     "nsubj", "root", "obj",   "punct"};

static json_t *annotation_of(const ChainMention *mentions, size_t count)
{
    json_t *tokens = json_array(), *list = json_array();
    for (size_t i = 0; i < MAYOR_TOKENS; i++)
        json_array_append_new(tokens, json_pack("{si, si, si, ss}", "start", (int)mayor_tokens[i].start, "end",
                                                (int)mayor_tokens[i].end, "head",
                                                mayor_heads[i] == i ? -1 : (int)mayor_heads[i], "dep", mayor_deps[i]));
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, json_pack("{si, si, si}", "start", (int)mentions[i].start, "end",
                                              (int)mentions[i].end, "chain", mentions[i].chain));
    return json_pack("{so, so}", "tokens", tokens, "mentions", list);
}

START_TEST(should_match_mentions_by_spans_phrases_and_heads)
{
    // Gold: "The new mayor" is "She". Ours: "mayor" is "She"; "new mayor", of the same head, is Rome; "left" is alone.
    ChainMention gold_items[] = {{0, 13, 7}, {21, 24, 7}};
    static const ChainMention found[] = {{9, 13, 0}, {21, 24, 0}, {4, 13, 1}, {30, 34, 1}, {25, 29, 2}};
    GoldSpan tokens[MAYOR_TOKENS];
    UdWord words[MAYOR_TOKENS] = {0};
    memcpy(tokens, mayor_tokens, sizeof tokens);
    for (size_t i = 0; i < MAYOR_TOKENS; i++)
        words[i].head = mayor_heads[i];
    CorpusText gold = {.tokens = {tokens, MAYOR_TOKENS, MAYOR_TOKENS}, .mentions = {gold_items, 2, 2}, .words = words};
    json_t *object = annotation_of(found, sizeof found / sizeof *found);
    OntoScores scores = {0};
    score_ontonotes(&scores, &gold, object);
    json_decref(object);
    ck_assert_uint_eq(scores.spans.mentions.gold, 2);
    ck_assert_uint_eq(scores.spans.mentions.found, 4);
    ck_assert_uint_eq(scores.spans.mentions.right, 1);
    ck_assert_double_eq_tol(measure_recall(scores.spans.b_cubed), .25, 1e-12); // (1/2 of one) of two
    ck_assert_double_eq_tol(measure_precision(scores.spans.b_cubed), .125, 1e-12);
    ck_assert_double_eq_tol(measure_recall(scores.spans.muc), 0, 1e-12);
    ck_assert_uint_eq(scores.phrases.mentions.found, 2); // "mayor" and "new mayor" are one phrase, "The new mayor"
    ck_assert_double_eq_tol(chain_conll(&scores.phrases), 1, 1e-12);
    ck_assert_uint_eq(scores.heads.mentions.found, 2);
    ck_assert_double_eq_tol(chain_conll(&scores.heads), 1, 1e-12);
}
END_TEST

START_TEST(should_miss_all_chains_of_a_text_that_was_skipped)
{
    ChainMention gold_items[] = {{0, 13, 7}, {21, 24, 7}};
    GoldSpan tokens[MAYOR_TOKENS];
    UdWord words[MAYOR_TOKENS] = {0};
    memcpy(tokens, mayor_tokens, sizeof tokens);
    CorpusText gold = {.tokens = {tokens, MAYOR_TOKENS, MAYOR_TOKENS}, .mentions = {gold_items, 2, 2}, .words = words};
    OntoScores scores = {0};
    score_ontonotes(&scores, &gold, NULL);
    ck_assert_uint_eq(scores.spans.mentions.gold, 2);
    ck_assert_uint_eq(scores.spans.mentions.found, 0);
    ck_assert_double_eq(chain_conll(&scores.spans), 0);
}
END_TEST

// ---------------------------------------------------------------------------------------------- GAP

static const char gap_lines[] =
    "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
    "v-1\tZo\xC3\xAB Poe met Ann Roe. She left.\tShe\t21\tPoe\t4\tTRUE\tAnn Roe\t12\tFALSE\t\n"
    "v-2\tBob saw Tom. He left.\tHe\t13\tBob\t0\tFALSE\tTom\t8\tTRUE\thttp://x\n";

START_TEST(should_score_gap_by_gender)
{
    // Ours: She is Zoë Poe, which covers "Poe"; He is Bob, not Tom.
    ChainMention first[] = {{0, 8, 0}, {13, 20, 1}, {22, 25, 0}}, second[] = {{0, 3, 0}, {8, 11, 1}, {13, 15, 0}};
    char path[] = "/tmp/kb-gap-XXXXXX";
    Arena *arena = arena_new();
    GapSnippets snippets = {0};
    GapScores scores = {0};
    write_lines(path, gap_lines);
    ck_assert(gap_load(arena, path, &snippets));
    unlink(path);
    ck_assert_uint_eq(snippets.count, 2);
    ck_assert(snippets.items[0].feminine && !snippets.items[1].feminine);
    ck_assert_uint_eq(snippets.items[0].pronoun.start, 22); // bytes: ë has two
    score_gap(&scores, &snippets.items[0], &(ChainMentions){first, 3, 3});
    score_gap(&scores, &snippets.items[1], &(ChainMentions){second, 3, 3});
    ck_assert_double_eq_tol(score_f1(scores.feminine), 1, 1e-12);
    ck_assert_double_eq_tol(score_f1(scores.masculine), 0, 1e-12);
    ck_assert_double_eq_tol(score_f1(gap_overall(&scores)), .5, 1e-12);
    ck_assert_double_eq(gap_bias(&scores), 0);
    arena_free(arena);
}
END_TEST

START_TEST(should_say_how_much_worse_feminine_pronouns_are)
{
    GapScores scores = {.masculine = {4, 4, 4}, .feminine = {4, 4, 3}};
    ck_assert_double_eq_tol(gap_bias(&scores), .75, 1e-12);
    ck_assert_double_eq_tol(score_f1(gap_overall(&scores)), 7. / 8, 1e-12);
}
END_TEST

START_TEST(should_not_take_the_pronoun_itself_for_a_name)
{
    GapSnippet snippet = {.pronoun = {5, 8, 0}, .names = {{0, 4, 0}, {5, 8, 0}}};
    ChainMention items[] = {{5, 8, 3}, {10, 12, 3}};
    ChainMentions found = {items, 2, 2};
    ck_assert(!gap_same(&snippet, 0, &found));
    ck_assert(!gap_same(&snippet, 1, &found));
    items[1].start = 3;
    ck_assert(gap_same(&snippet, 0, &found));
}
END_TEST

// ---------------------------------------------------------------------------------------------- disguises

static const struct {
    Disguise disguise;
    const char *text, *expected;
} disguised[] = {
    {DISGUISE_NONE, "Zo\xC3\xAB of IBM", "Zo\xC3\xAB of IBM"},
    {DISGUISE_CAPITALS, "Zo\xC3\xAB \xC3\xB7 of IBM", "ZO\xC3\x8B \xC3\xB7 OF IBM"},
    {DISGUISE_LOWER, "ZO\xC3\x8B \xC3\x97 of IBM", "zo\xC3\xAB \xC3\x97 of ibm"},
    {DISGUISE_HEADLINE, "\xE2\x80\x9Cmen\xE2\x80\x9D don't go to the EU's \xC3\xA9lite",
     "\xE2\x80\x9CMen\xE2\x80\x9D Don't Go to the EU's \xC3\x89lite"},
};

START_TEST(should_disguise_letters_and_keep_lengths)
{
    Arena *arena = arena_new();
    KbText text = disguise_text(arena, kb_text(disguised[_i].text), disguised[_i].disguise);
    ck_assert_str_eq(text.data, disguised[_i].expected);
    ck_assert_uint_eq(text.length, strlen(disguised[_i].text));
    arena_free(arena);
}
END_TEST

// ---------------------------------------------------------------------------------------------- answers

static const struct {
    const char *wanted, *answers; // status and answers of the row; of the shell
    bool right;
} given_answers[] = {
    {"ok|Ann Poe / Poe", "ok|ANN POE", true},
    {"ok|Ann Poe / Poe", "ok|A. Poe", true}, // an alias of the same entity
    {"ok|Ann Poe", "ok|Bob Poe", false},
    {"ok|Ann Poe ; Bob Poe", "ok|Bob Poe|Ann Poe", true},
    {"ok|Ann Poe ; Bob Poe", "ok|Bob Poe", false},
    {"ok|Ann Poe", "ok|Ann Poe|Bob Poe", false},
    {"ok|Ann Poe", "ambiguous|Ann Poe", false},
    {"ambiguous|Ann Poe", "ambiguous|Ann Poe|Bob Poe", true},
    {"ok|no", "ok|yes", false},
    {"no_answer|", "no_answer", true},
};

static KbText cut(const char **at, char separator)
{
    const char *end = strchr(*at, separator);
    KbText part = {*at, end ? (size_t)(end - *at) : strlen(*at)};
    *at += part.length + (end != NULL);
    return part;
}

static json_t *answer_of(const char *text)
{
    json_t *answers = json_array();
    KbText status = cut(&text, '|');
    while (*text) {
        KbText answer = cut(&text, '|');
        json_array_append_new(answers, json_pack("{ss%}", "text", answer.data, answer.length));
    }
    return json_pack("{ss%, so}", "status", status.data, status.length, "answers", answers);
}

START_TEST(should_compare_answers_by_name_and_number)
{
    GoldEntity entities[] = {{.name = kb_text("Ann Poe"), .aliases = kb_text("Poe | A. Poe")},
                             {.name = kb_text("Bob Poe"), .aliases = kb_text("")}};
    GoldStory story = {.entities = entities, .entity_count = 2};
    const char *wanted = given_answers[_i].wanted;
    char list[64];
    GoldRow row = {0};
    row.cells[1] = cut(&wanted, '|');
    snprintf(list, sizeof list, "%s", wanted);
    for (char *slash = list; (slash = strchr(slash, '/'));)
        *slash = '|';
    row.cells[2] = kb_text(list);
    json_t *answer = answer_of(given_answers[_i].answers);
    ck_assert_int_eq(answer_is_right(answer, &story, &row), given_answers[_i].right);
    json_decref(answer);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("score");
    TCase *tcase = tcase_create("score");
    tcase_add_test(tcase, should_count_spans_that_agree_in_bounds_and_type);
    tcase_add_test(tcase, should_leave_out_spans_beyond_the_evaluated_part);
    tcase_add_test(tcase, should_count_a_duplicate_row_once);
    tcase_add_test(tcase, should_give_zero_where_there_is_nothing);
    tcase_add_loop_test(tcase, should_score_chains_as_the_papers_do, 0, sizeof examples / sizeof *examples);
    tcase_add_test(tcase, should_find_nothing_wrong_with_the_same_chains);
    tcase_add_test(tcase, should_sum_chains_over_documents);
    tcase_add_test(tcase, should_keep_one_mention_of_a_span_and_no_singletons);
    tcase_add_test(tcase, should_read_the_chains_of_ontogum);
    tcase_add_test(tcase, should_match_mentions_by_spans_phrases_and_heads);
    tcase_add_test(tcase, should_miss_all_chains_of_a_text_that_was_skipped);
    tcase_add_test(tcase, should_score_gap_by_gender);
    tcase_add_test(tcase, should_say_how_much_worse_feminine_pronouns_are);
    tcase_add_test(tcase, should_not_take_the_pronoun_itself_for_a_name);
    tcase_add_loop_test(tcase, should_disguise_letters_and_keep_lengths, 0, sizeof disguised / sizeof *disguised);
    tcase_add_loop_test(tcase, should_compare_answers_by_name_and_number, 0,
                        sizeof given_answers / sizeof *given_answers);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
