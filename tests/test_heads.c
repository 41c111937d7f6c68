// Heads: how scores become parts of speech, sentences and names.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#include "ingest/heads.h"
#include "ingest/pipeline.h"
#include "ingest/tags.h"
#include "tests/suite.h"

// A weight file that holds nothing but heads, all their weights 0.
enum { HEADS_HIDDEN = 16, HEADER = 64, ENTRY = 128, TENSORS = 18, ROOM = 16384 };

typedef struct File {
    uint8_t bytes[ROOM];
    size_t tensors, size;
} File;

static void put(uint8_t *at, uint64_t value, size_t size)
{
    memcpy(at, &value, size);
}

static void add(File *f, const char *name, TensorType type, size_t rows, size_t columns, const char *text)
{
    uint8_t *entry = f->bytes + HEADER + ENTRY * f->tensors++;
    size_t size = type == TENSOR_U8 ? rows : rows * columns * sizeof(float);
    memcpy(entry, name, strlen(name));
    put(entry + 64, type, 4);
    put(entry + 68, columns > 1 ? 2 : 1, 4);
    put(entry + 72, rows, 4);
    put(entry + 76, columns > 1 ? columns : 0, 4);
    put(entry + 88, f->size, 8);
    put(entry + 96, size, 8);
    if (text) memcpy(f->bytes + f->size, text, size);
    f->size = (f->size + size + 63) / 64 * 64;
    ck_assert_uint_le(f->size, ROOM);
}

static void add_head(File *f, const char *head, size_t count, const char *labels)
{
    char name[64];
    snprintf(name, sizeof name, "head.%s.w", head);
    add(f, name, TENSOR_F32, count, HEADS_HIDDEN, NULL);
    snprintf(name, sizeof name, "head.%s.b", head);
    add(f, name, TENSOR_F32, count, 1, NULL);
    snprintf(name, sizeof name, "head.%s.labels", head);
    add(f, name, TENSOR_U8, strlen(labels), 1, labels);
}

static Weights *open_file(File *f)
{
    char path[] = "/tmp/kb-heads-XXXXXX";
    Weights *weights;
    KbError error;
    memcpy(f->bytes, "KBWEIGHT", 8);
    put(f->bytes + 8, 1, 4);
    put(f->bytes + 12, f->tensors, 4);
    put(f->bytes + 16, f->size, 8);
    put(f->bytes + 24, XXH3_64bits(f->bytes + HEADER, f->size - HEADER), 8);
    int file = mkstemp(path);
    ck_assert_int_eq(write(file, f->bytes, f->size), (ssize_t)f->size);
    close(file);
    KbStatus status = weights_open(path, &weights, &error);
    unlink(path);
    ck_assert_int_eq(status, KB_OK);
    return weights;
}

static Weights *make_weights(const char *sentence, size_t pos_count, const char *pos, size_t name_count,
                             const char *names)
{
    static File f;
    f = (File){.size = HEADER + ENTRY * TENSORS};
    add_head(&f, "sentence", 2, sentence);
    add_head(&f, "pos", pos_count, pos);
    add_head(&f, "names", name_count, names);
    add_head(&f, "features", 2, "_\nNumber=Sing\n");
    add_head(&f, "titles", 3, "O\nB\nI\n");
    add_head(&f, "nominals", 4, "O\nB-NOM\nI-NOM\nPRO\n");
    return open_file(&f);
}

static Weights *good_weights(void)
{
    return make_weights("I\nB\n", 3, "NOUN\nPROPN\nPUNCT\n", 7, "O\nB-PER\nI-PER\nB-ORG\nI-ORG\nB-LOC\nI-LOC\n");
}

// Scores in which each token's wanted labels get 5: "B" starts a sentence; P, p, O, o, L, l are B-PER, I-PER ...
enum { WIDTH = 32 }; // 2 + 3 + 7 + 2 + 3 + 4 labels and padding

static void set_scores(const char *sentences, const char *names, float *scores)
{
    static const char letters[] = ".PpOoLl";
    for (size_t i = 0; names[i]; i++) {
        memset(scores + i * WIDTH, 0, WIDTH * sizeof *scores);
        scores[i * WIDTH + (sentences[i] == 'B')] = 5;
        scores[i * WIDTH + 2 + (names[i] == '.' ? 0 : 1)] = 5;
        scores[i * WIDTH + 5 + (size_t)(strchr(letters, names[i]) - letters)] = 5;
    }
}

// One letter a token: sentence starts as scored, names as scored, and what comes out of each.
static const struct {
    const char *text, *sentences, *names, *starts, *spans;
} decodings[] = {
    {"Ann Poe met us . She left .", "B....B..", "Pp......", "B....B..", "Pp......"},
    {"never starts here", "...", "...", "B..", "..."},                 // the first token always does
    {"one line\n\nnext line", "....", "....", "B.B.", "...."},         // so does what follows a blank line
    {"one line\nnext line", "....", "....", "B...", "...."},           // but not a line end
    {"met Ann Poe today", "B.B.", ".Pp.", "B...", ".Pp."},             // a name is never cut
    {"met Ann\n\nPoe today", "B...", ".Pp.", "B.B.", ".P.."},          // except by a blank line
    {"he left . ) She came", "B..B..", "......", "B...B.", "......"},  // a closing bracket belongs to what it closes
    {"he left .\" She came", "B..B..", "......", "B...B.", "......"},  // a quote without space before it too
    {"he left . \" She came", "B..B..", "......", "B..B..", "......"}, // one with space before it opens
    {"met Ann Poe", "B..", ".pp", "B..", ".Pp"},                       // no name begins inside
    {"Ann Acme Corp", "B..", "Poo", "B..", "POo"},                     // nor changes its type
    {"Paris London", "B.", "LL", "B.", "LL"},                          // two names side by side
};

static Document make_document(const char *text)
{
    Document d;
    document_init(&d);
    document_begin(&d, kb_text(text), (KbDate){0});
    stage_tokens(NULL, &d);
    return d;
}

START_TEST(should_decode_scores)
{
    Heads *heads;
    KbError error;
    float scores[16 * WIDTH];
    char starts[16] = {0}, spans[16] = {0};
    Weights *weights = good_weights();
    ck_assert_int_eq(heads_new(weights, HEADS_HIDDEN, &heads, &error), KB_OK);
    ck_assert_uint_eq(heads_width(heads), WIDTH);
    Document d = make_document(decodings[_i].text);
    ck_assert_uint_eq(d.token_count, strlen(decodings[_i].names));
    set_scores(decodings[_i].sentences, decodings[_i].names, scores);
    heads_decode(heads, scores, &d);
    memset(starts, '.', d.token_count), memset(spans, '.', d.token_count);
    for (size_t i = 0; i < d.sentence_count; i++) {
        starts[d.sentences[i].first] = 'B';
        ck_assert_uint_eq(d.sentences[i].last, i + 1 < d.sentence_count ? d.sentences[i + 1].first : d.token_count);
        ck_assert_uint_eq(d.sentences[i].end, d.tokens[d.sentences[i].last - 1].end);
    }
    for (size_t i = 0; i < d.mention_count; i++)
        for (size_t k = d.mentions[i].first; k < d.mentions[i].last; k++)
            spans[k] = (k == d.mentions[i].first ? "POL" : "pol")[d.mentions[i].type];
    ck_assert_str_eq(starts, decodings[_i].starts);
    ck_assert_str_eq(spans, decodings[_i].spans);
    ck_assert_int_eq(d.tokens[0].pos, decodings[_i].names[0] == '.' ? POS_NOUN : POS_PROPN);
    document_clear(&d), heads_free(heads), weights_close(weights);
}
END_TEST

static const struct {
    const char *text, *names;
    uint32_t head;
} name_heads[] = {
    {"Joseph F. Dunford Jr. left", "Pppp.", 2},
    {"Ann Poe left", "Pp.", 1},
    {"Acme Motors Inc. left", "Ooo.", 1},
    {"Jr. left", "P.", 0},
};

START_TEST(should_find_the_head_before_suffixes)
{
    Heads *heads;
    KbError error;
    float scores[16 * WIDTH];
    Weights *weights = good_weights();
    ck_assert_int_eq(heads_new(weights, HEADS_HIDDEN, &heads, &error), KB_OK);
    Document d = make_document(name_heads[_i].text);
    set_scores("B....", name_heads[_i].names, scores);
    heads_decode(heads, scores, &d);
    ck_assert_uint_eq(d.mention_count, 1);
    ck_assert_uint_eq(d.mentions[0].head, name_heads[_i].head);
    document_clear(&d), heads_free(heads), weights_close(weights);
}
END_TEST

START_TEST(should_decode_a_document_without_tokens)
{
    Heads *heads;
    KbError error;
    Weights *weights = good_weights();
    ck_assert_int_eq(heads_new(weights, HEADS_HIDDEN, &heads, &error), KB_OK);
    Document d = make_document(" \n ");
    heads_decode(heads, NULL, &d);
    ck_assert_uint_eq(d.sentence_count + d.mention_count + d.token_count, 0);
    document_clear(&d), heads_free(heads), weights_close(weights);
}
END_TEST

static const struct {
    const char *sentence, *pos, *names;
} bad_labels[] = {
    {"I\nE\n", "NOUN\nX\n", "O\nB-PER\n"}, {"I\nB\n", "NOUN\nNIL\n", "O\nB-PER\n"},
    {"I\nB\n", "NOUN\nX\n", "O\nB-ZEP\n"}, {"I\nB\n", "NOUN\nX\n", "O\nE-PER\n"},
    {"I\nB\n", "NOUN\nX\n", "O\n"},
};

START_TEST(should_refuse_labels_it_does_not_know)
{
    Heads *heads;
    KbError error;
    Weights *weights = make_weights(bad_labels[_i].sentence, 2, bad_labels[_i].pos, 2, bad_labels[_i].names);
    ck_assert_int_eq(heads_new(weights, HEADS_HIDDEN, &heads, &error), KB_CORRUPT);
    ck_assert_ptr_nonnull(strstr(error.text, "head"));
    weights_close(weights);
}
END_TEST

// One letter a token: N a noun, P a name, v a verb; scores of NOUN less PROPN, and what becomes of the letters.
static const struct {
    const char *text, *tags;
    float nouns[4];
    const char *agreed;
} agreements[] = {
    {"Cat Cat Cat", "PPN", {-3, -3, 1}, "PPP"}, // two name it, one doubts
    {"Cat Cat Cat", "PPN", {-3, -3, 5}, "PPN"}, // one is sure
    {"Cat cat cat", "PNN", {-1, 3, 3}, "PNN"},  // another spelling is another word
    {"Cat Cat Cat", "Pvv", {-1, 9, 9}, "Pvv"},  // no noun has no say
    {"Cat Cat Cat", "NNP", {2, 2, -9}, "NNP"},  // one place alone does not outvote two
};

START_TEST(should_agree_on_nouns_and_names)
{
    static const char letters[] = "NPv";
    static const Upos tags[] = {POS_NOUN, POS_PROPN, POS_VERB};
    Document d = make_document(agreements[_i].text);
    for (size_t i = 0; i < d.token_count; i++)
        d.tokens[i].pos = (uint8_t)tags[strchr(letters, agreements[_i].tags[i]) - letters];
    tags_agree(&d, agreements[_i].nouns);
    for (size_t i = 0; i < d.token_count; i++)
        ck_assert_int_eq(d.tokens[i].pos, tags[strchr(letters, agreements[_i].agreed[i]) - letters]);
    document_clear(&d);
}
END_TEST

static const struct {
    const char *word, *dep;
    Upos tag, settled;
} places[] = {
    {"ible", "goeswith", POS_ADJ, POS_X},
    {"/", "punct", POS_SYM, POS_PUNCT},
    {"/", "cc", POS_SYM, POS_SYM},
    {"on", "case", POS_SCONJ, POS_ADP},
    {"with", "mark", POS_ADP, POS_SCONJ},
    {"than", "mark", POS_ADP, POS_ADP},
    {"do", "aux", POS_VERB, POS_AUX},
    {"so", "advmod", POS_INTJ, POS_ADV},
    {"so", "discourse", POS_INTJ, POS_INTJ},
    {"plan.doc", "root", POS_X, POS_NOUN},
    {"Plan.PDF", "appos", POS_PROPN, POS_NOUN},
    {".doc", "flat", POS_X, POS_X},
    {"5.doc", "flat", POS_X, POS_X},
    {"www.kb.com/plan.doc", "obj", POS_PROPN, POS_PROPN},
    {"plan.doc", "", POS_X, POS_X}, // no tree
};

START_TEST(should_settle_what_the_tree_contradicts)
{
    Document d = make_document(places[_i].word);
    ck_assert_uint_eq(d.token_count, 1);
    d.tokens[0].dep = kb_text(places[_i].dep);
    d.tokens[0].pos = (uint8_t)places[_i].tag;
    tags_settle(&d);
    ck_assert_int_eq(d.tokens[0].pos, places[_i].settled);
    document_clear(&d);
}
END_TEST

static const struct {
    const char *word;
    Upos tag;
    bool possible;
} classes[] = {
    {"executive", POS_PRON, false}, {"manager", POS_ADP, false}, {"okafor", POS_AUX, false},
    {"manager", POS_NOUN, true},    {"aboard", POS_ADP, true},   {"yourselves", POS_PRON, true},
    {"regarding", POS_ADP, true},   {"bc", POS_SCONJ, true},     {"abo", POS_ADP, true},
    {"zzzz", POS_DET, false},       {"", POS_DET, true},         {"director", POS_VERB, false},
    {"head", POS_VERB, true},
};

START_TEST(should_know_the_closed_classes)
{
    ck_assert_int_eq(tags_may_be(kb_text(classes[_i].word), classes[_i].tag), classes[_i].possible);
}
END_TEST

static const struct {
    const char *word, *features;
    bool possible;
} forms[] = {
    {"becomes", "Tense=Past|VerbForm=Part", false},
    {"becomes", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", true},
    {"accused", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", false},
    {"accused", "Tense=Past|VerbForm=Part", true},
    {"acting", "Tense=Past|VerbForm=Part", false},
    {"acting", "Tense=Pres|VerbForm=Part", true},
    {"bring", "VerbForm=Inf", true},
    {"need", "VerbForm=Inf", true},
    {"shed", "VerbForm=Inf", true},
    {"discuss", "Tense=Past|VerbForm=Part", true},
    {"", "VerbForm=Inf", true},
    {"accused", "_", true},
};

START_TEST(should_know_what_the_form_of_a_verb_allows)
{
    Token token = {.pos = POS_VERB, .lower = kb_text(forms[_i].word)};
    ck_assert_int_eq(tags_may_have(&token, kb_text(forms[_i].features)), forms[_i].possible);
    token.pos = POS_ADJ;
    ck_assert(tags_may_have(&token, kb_text(forms[_i].features)));
}
END_TEST

#define COUNT(table) (int)(sizeof(table) / sizeof *(table))

int main(void)
{
    Suite *suite = suite_create("heads");
    TCase *tests = tcase_create("heads");
    tcase_add_loop_test(tests, should_decode_scores, 0, COUNT(decodings));
    tcase_add_loop_test(tests, should_find_the_head_before_suffixes, 0, COUNT(name_heads));
    tcase_add_test(tests, should_decode_a_document_without_tokens);
    tcase_add_loop_test(tests, should_agree_on_nouns_and_names, 0, COUNT(agreements));
    tcase_add_loop_test(tests, should_settle_what_the_tree_contradicts, 0, COUNT(places));
    tcase_add_loop_test(tests, should_know_the_closed_classes, 0, COUNT(classes));
    tcase_add_loop_test(tests, should_know_what_the_form_of_a_verb_allows, 0, COUNT(forms));
    tcase_add_loop_test(tests, should_refuse_labels_it_does_not_know, 0, COUNT(bad_labels));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
