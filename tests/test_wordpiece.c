// WordPiece: the reference's ids, on hard words one by one and on whole corpora by a hash.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "ingest/data.h"
#include "ingest/weights.h"
#include "ingest/wordpiece.h"
#include "tests/suite.h"

static Weights *weights;
static WordPiece *wordpiece;

static void setup(void)
{
    char folder[4000], path[4096];
    KbError error;
    Tensor vocabulary;
    if (!data_directory(folder, sizeof folder)) return;
    snprintf(path, sizeof path, "%s/encoder.kbw", folder);
    if (weights_open(path, &weights, &error) != KB_OK) return;
    ck_assert_int_eq(weights_find(weights, "vocab", TENSOR_U8, 0, 1, &vocabulary, &error), KB_OK);
    ck_assert_int_eq(wordpiece_new((KbText){vocabulary.data, vocabulary.count}, &wordpiece, &error), KB_OK);
}

static void teardown(void)
{
    wordpiece_free(wordpiece);
    weights_close(weights);
}

static bool have_weights(void)
{
    if (!wordpiece) puts("SKIP: no weights");
    return wordpiece != NULL;
}

// Ids of the reference, made with Hugging Face's tokenizers 0.23.
static const struct {
    const char *text;
    size_t count;
    uint32_t ids[12];
} words[] = {
    {"Dunford", 2, {24654, 3877}},
    {"Gerasimov", 3, {16216, 8180, 25299}},
    {"unaffable", 3, {14477, 20961, 3468}},
    {"\xc3\x85"
     "ngstr\xc3\xb6"
     "m",
     2,
     {17076, 15687}},
    {"\xc3\x89"
     "LYS\xc3\x89"
     "E",
     2,
     {20779, 19763}},
    {"\xc4\xb0"
     "stanbul",
     1,
     {9960}},
    {"\xce\xa3\xce\x8a\xce\xa3\xce\xa5\xce\xa6\xce\x9f\xce\xa3", 7, {1173, 18199, 29733, 29735, 29736, 29730, 29733}},
    {"Stra\xc3\x9f"
     "e",
     2,
     {2358, 27807}},
    {"\xef\xac\x81"
     "nance",
     3,
     {1984, 7229, 3401}},
    {"na\xc3\xaf"
     "ve caf\xc3\xa9",
     2,
     {15743, 7668}},
    {"don't", 3, {2123, 1005, 1056}},
    {"U.S.", 4, {1057, 1012, 1055, 1012}},
    {"a-b/c", 5, {1037, 1011, 1038, 1013, 1039}},
    {"...", 3, {1012, 1012, 1012}},
    {"$5", 2, {1002, 1019}},
    {"\xe2\x82\xac"
     "5",
     2,
     {1574, 2629}},
    {"\xc2\xbd", 1, {1092}},
    {"\xe4\xb8\xad\xe6\x96\x87", 2, {1746, 1861}},
    {"a\xe4\xb8\xad"
     "b",
     3,
     {1037, 1746, 1038}},
    {"\xe6\x9d\xb1\xe4\xba\xac"
     "Tower",
     3,
     {1879, 1755, 3578}},
    {"\xed\x95\x9c\xea\xb5\xad", 6, {1469, 30006, 30021, 29991, 30014, 30020}},
    {"\xc2\xad", 0, {0}},
    {"a\xc2\xad"
     "b",
     1,
     {11113}},
    {"\xe2\x80\x8b", 0, {0}},
    {"a\xe2\x80\x8b"
     "b",
     1,
     {11113}},
    {"\xef\xbf\xbd", 0, {0}},
    {"x\xef\xbf\xbd"
     "y",
     2,
     {1060, 2100}},
    {"\xcc\x81", 0, {0}},
    {"e\xcc\x81", 1, {1041}},
    {"a\xc2\xa0"
     "b",
     2,
     {1037, 1038}},
    {"a\x09"
     "b\x0a"
     "c",
     3,
     {1037, 1038, 1039}},
    {"\xf0\x9f\x98\x80", 1, {100}},
    {"a\xf0\x9f\x98\x80", 1, {100}},
    {"\xe2\x80\x93", 1, {1516}},
    {"\xe2\x80\x94", 1, {1517}},
    {"\xe2\x80\x9c"
     "x\xe2\x80\x9d",
     3,
     {1523, 1060, 1524}},
    {"\xe2\x80\x99"
     "s",
     2,
     {1521, 1055}},
    {"\xc2\xb2", 1, {1082}},
    {"kg\xc2\xb2", 2, {4705, 10701}},
    {"\xf0\x9d\x92\xb3", 1, {100}},
    {"\xd8\xa7\xd9\x84\xd8\xb9", 3, {1270, 23673, 29830}},
    {"\xe2\x85\xa7", 1, {100}},
    {"\xc2\xaa\xc2\xba", 2, {1076, 29662}},
    {"\xe1\x99\xad", 1, {100}},
    {"a\xe1\x99\xad"
     "b",
     3,
     {1037, 100, 1038}},
    {"\xe1\x9c\xb4", 0, {0}},
    {"a\xd8\x9d"
     "b",
     1,
     {100}},
    {"\xe2\xb9\x83", 1, {100}},
    {"\xe0\xa4\xa8\xe0\xa4\xbf\xe0\xa4\xb7", 3, {1327, 29877, 29873}},
    {"\xe0\xb8\x81\xe0\xb8\xb3", 1, {100}},
    {"[CLS", 3, {1031, 18856, 2015}},
    {"##ing", 3, {1001, 1001, 13749}},
    {"xyzzyqqq\xe6\xbc\xa2", 7, {1060, 2100, 28753, 4160, 4160, 4160, 1904}},
};

START_TEST(should_give_the_ids_of_the_reference)
{
    uint32_t ids[64];
    if (!have_weights()) return;
    size_t n = wordpiece_encode(wordpiece, kb_text(words[_i].text), ids, 64);
    ck_assert_uint_eq(n, words[_i].count);
    for (size_t i = 0; i < n; i++)
        ck_assert_uint_eq(ids[i], words[_i].ids[i]);
}
END_TEST

START_TEST(should_take_a_hundred_characters_and_no_more)
{
    char word[128];
    uint32_t ids[128];
    if (!have_weights()) return;
    memset(word, 'x', sizeof word);
    ck_assert_uint_gt(wordpiece_encode(wordpiece, (KbText){word, 100}, ids, 128), 1);
    ck_assert_uint_eq(wordpiece_encode(wordpiece, (KbText){word, 101}, ids, 128), 1);
    ck_assert_uint_eq(ids[0], wordpiece_special(wordpiece, WORDPIECE_UNK));
}
END_TEST

START_TEST(should_count_ids_that_have_no_room)
{
    uint32_t ids[2] = {0, 77};
    if (!have_weights()) return;
    ck_assert_uint_eq(wordpiece_encode(wordpiece, kb_text("the general met the press"), ids, 1), 5);
    ck_assert_uint_eq(ids[1], 77);
}
END_TEST

START_TEST(should_refuse_a_vocabulary_without_specials)
{
    WordPiece *none;
    KbError error;
    ck_assert_int_eq(wordpiece_new(kb_text("a\nb\n[UNK]\n[CLS]\n"), &none, &error), KB_CORRUPT);
    ck_assert_ptr_nonnull(strstr(error.text, "[SEP]"));
}
END_TEST

// Hash and number of the ids of every "# text = " line of a CoNLL-U file.
static size_t hash_corpus(FILE *corpus, uint64_t *hash)
{
    static const char PREFIX[] = "# text = ";
    enum { SKIPPED = sizeof PREFIX - 1, ROOM = 1 << 16 };
    static uint32_t ids[ROOM];
    XXH3_state_t *state = XXH3_createState();
    char *line = NULL;
    size_t size = 0, total = 0;
    XXH3_64bits_reset(state);
    for (ssize_t length; (length = getline(&line, &size, corpus)) > 0;) {
        if (strncmp(line, PREFIX, SKIPPED) != 0) continue;
        KbText text = {line + SKIPPED, (size_t)length - SKIPPED - (line[length - 1] == '\n')};
        size_t n = wordpiece_encode(wordpiece, text, ids, ROOM);
        XXH3_64bits_update(state, ids, n * sizeof *ids);
        total += n;
    }
    *hash = XXH3_64bits_digest(state);
    XXH3_freeState(state);
    free(line);
    return total;
}

START_TEST(should_give_the_reference_ids_on_whole_corpora)
{
    char name[128], path[512], line[512];
    size_t count, corpora = 0;
    unsigned long long expected;
    FILE *golden = fopen("tests/golden/wordpiece.tsv", "r");
    while (have_weights() && golden && fgets(line, sizeof line, golden)) {
        if (line[0] == '#' || sscanf(line, "%127s %zu %llx", name, &count, &expected) != 3) continue;
        snprintf(path, sizeof path, "../shared/corpora/ewt/%s", name);
        FILE *corpus = fopen(path, "r");
        if (!corpus) continue;
        uint64_t hash;
        ck_assert_uint_eq(hash_corpus(corpus, &hash), count);
        ck_assert_uint_eq(hash, expected);
        fclose(corpus);
        corpora++;
    }
    if (golden) fclose(golden);
    if (!corpora) puts("SKIP: no corpora");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("wordpiece");
    TCase *tests = tcase_create("wordpiece");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, should_give_the_ids_of_the_reference, 0, (int)(sizeof words / sizeof *words));
    tcase_add_test(tests, should_take_a_hundred_characters_and_no_more);
    tcase_add_test(tests, should_count_ids_that_have_no_room);
    tcase_add_test(tests, should_refuse_a_vocabulary_without_specials);
    tcase_add_test(tests, should_give_the_reference_ids_on_whole_corpora);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
