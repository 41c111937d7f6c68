// The encoder: as PyTorch computes it, and the same bits whatever the machine, the neighbours and the runs before.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xxhash.h>

#include "ingest/data.h"
#include "ingest/encoder.h"
#include "ingest/heads.h"
#include "ingest/pairs.h"
#include "ingest/trees.h"
#include "tests/suite.h"

enum { HIDDEN = 384, LINE = 4096 };

// ---------------------------------------------------------------------------------------------- the model

typedef struct Parts {
    Weights *weights;
    Encoder *encoder;
    Heads *heads;
    EncoderRunner *runner;
} Parts;

static void close_parts(Parts *parts)
{
    encoder_runner_free(parts->runner);
    heads_free(parts->heads);
    encoder_free(parts->encoder);
    weights_close(parts->weights);
}

static bool open_parts(bool exact_float, Parts *parts)
{
    char folder[4000], path[4096];
    KbError error;
    *parts = (Parts){0};
    bool found = data_directory(folder, sizeof folder);
    if (found) snprintf(path, sizeof path, "%s/encoder.kbw", folder);
    if (!found || weights_open(path, &parts->weights, &error) != KB_OK) {
        puts("SKIP: no weights");
        return false;
    }
    ck_assert_int_eq(encoder_new(parts->weights, exact_float, &parts->encoder, &error), KB_OK);
    ck_assert_int_eq(heads_new(parts->weights, encoder_hidden(parts->encoder), &parts->heads, &error), KB_OK);
    ck_assert_uint_eq(encoder_hidden(parts->encoder), HIDDEN);
    parts->runner = encoder_runner_new(parts->encoder);
    return true;
}

static void keep(void *context, size_t first, size_t count, const float *vectors)
{
    memcpy((float *)context + first * HIDDEN, vectors, count * HIDDEN * sizeof *vectors);
}

// ---------------------------------------------------------------------------------------------- golden files

typedef struct Golden {
    char *text;
    size_t count;
    Token *tokens;
    char (*labels)[HEAD_COUNT][64];
} Golden;

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char *data = malloc(*size + 1);
    *size = fread(data, 1, *size, file);
    data[*size] = '\0';
    fclose(file);
    return data;
}

static void read_token(const char *line, Golden *g)
{
    unsigned start, end, letter_case, space;
    char(*labels)[64] = g->labels[g->count];
    int n = sscanf(line, "%u\t%u\t%u\t%u\t%*[^\t]\t%63s\t%63s\t%63s\t%63s\t%63s\t%63s", &start, &end, &letter_case,
                   &space, labels[HEAD_SENTENCE], labels[HEAD_POS], labels[HEAD_NAMES], labels[HEAD_FEATURES],
                   labels[HEAD_TITLES], labels[HEAD_NOMINALS]);
    ck_assert_int_eq(n, 10);
    KbText text = {g->text + start, end - start};
    ck_assert_msg(encoder_case(text) == (EncoderCase)letter_case, "case of \"%.*s\"", (int)text.length, text.data);
    g->tokens[g->count++] = (Token){.start = start, .end = end, .space = (uint8_t)space};
}

static void free_golden(Golden *g)
{
    free(g->text);
    free(g->tokens);
    free(g->labels);
}

// False, with a reason printed, where the golden file is not of these weights.
static bool read_golden(const char *name, const Weights *weights, Golden *g)
{
    char path[256], line[LINE], text[200];
    uint64_t checksum = 0;
    size_t size;
    snprintf(path, sizeof path, "tests/golden/%s.tokens.tsv", name);
    FILE *file = fopen(path, "r");
    *g = (Golden){.tokens = calloc(LINE, sizeof *g->tokens), .labels = calloc(LINE, sizeof *g->labels)};
    while (file && fgets(line, sizeof line, file) && g->count < LINE) {
        if (sscanf(line, "#weights %" SCNx64, &checksum) == 1) continue;
        if (sscanf(line, "#text %199[^\n]", text) == 1) g->text = read_file(text, &size);
        if (line[0] != '#' && g->text) read_token(line, g);
    }
    if (file) fclose(file);
    if (checksum == weights_checksum(weights) && g->text && g->count) return true;
    printf("SKIP: golden file %s is of other weights\n", name);
    free_golden(g);
    return false;
}

static float *encode(const Parts *parts, const char *text, const Token *tokens, size_t count)
{
    float *vectors = calloc(count, HIDDEN * sizeof *vectors);
    encoder_run(parts->runner, kb_text(text), tokens, count, keep, vectors);
    return vectors;
}

// False where there are no weights or no golden file of them.
static bool open_both(bool exact_float, const char *name, Parts *parts, Golden *g)
{
    if (!open_parts(exact_float, parts)) return false;
    if (read_golden(name, parts->weights, g)) return true;
    close_parts(parts);
    return false;
}

static const char *const golden_names[] = {"annan", "ge-chiefs", "powell"};

START_TEST(should_come_close_to_pytorch_in_f32)
{
    Parts parts;
    Golden g;
    char path[256];
    if (!open_both(true, golden_names[_i], &parts, &g)) return;
    snprintf(path, sizeof path, "tests/golden/%s.vectors.bin", golden_names[_i]);
    size_t size;
    char *golden = read_file(path, &size);
    ck_assert_ptr_nonnull(golden);
    float *vectors = encode(&parts, g.text, g.tokens, g.count);
    for (size_t at = 4; at + 4 + HIDDEN * sizeof(float) <= size; at += 4 + HIDDEN * sizeof(float)) {
        uint32_t token;
        float expected[HIDDEN];
        memcpy(&token, golden + at, sizeof token);
        memcpy(expected, golden + at + 4, sizeof expected);
        ck_assert_uint_lt(token, g.count);
        for (size_t i = 0; i < HIDDEN; i++)
            ck_assert_float_eq_tol(vectors[token * HIDDEN + i], expected[i], 1e-3f);
    }
    free(vectors), free(golden), free_golden(&g), close_parts(&parts);
}
END_TEST

START_TEST(should_label_in_s8_as_pytorch_in_f32)
{
    Parts parts;
    Golden g;
    size_t equal = 0;
    if (!open_both(false, golden_names[_i], &parts, &g)) return;
    float *vectors = encode(&parts, g.text, g.tokens, g.count);
    float *scores = calloc(g.count * heads_width(parts.heads), sizeof *scores);
    uint8_t *labels = malloc(g.count);
    heads_score(parts.heads, vectors, g.count, scores);
    for (int h = 0; h < HEAD_COUNT; h++) {
        heads_label(parts.heads, (HeadName)h, scores, g.tokens, g.count, labels);
        for (size_t i = 0; i < g.count; i++)
            equal += kb_text_equal(heads_label_text(parts.heads, (HeadName)h, labels[i]), kb_text(g.labels[i][h]));
    }
    ck_assert_msg((double)equal >= 0.995 * (double)(HEAD_COUNT * g.count), "%zu of %zu labels", equal,
                  HEAD_COUNT * g.count);
    free(vectors), free(scores), free(labels), free_golden(&g), close_parts(&parts);
}
END_TEST

// ---------------------------------------------------------------------------------------------- pairs

typedef struct PairParts { // what pairs and trees need besides the vectors
    Arena *arena;
    Projector *projector;
    TokenVectors *vectors;
    Trees *trees;
    Pairs *pairs[4];
} PairParts;

static const char *const pair_names[4] = {"coreference", "roles", "relations", "modality"};

static void open_pairs(const Parts *parts, const float *vectors, size_t count, PairParts *p)
{
    KbError error;
    GemmEngine *engine = encoder_engine(parts->encoder);
    *p = (PairParts){.arena = arena_new(), .projector = projector_new(engine, HIDDEN, 512)};
    p->vectors = vectors_new(p->arena, count, HIDDEN, true);
    for (size_t i = 0; i < count; i++)
        vectors_put(p->vectors, i, vectors + i * HIDDEN);
    ck_assert_int_eq(trees_new(engine, parts->weights, HIDDEN, true, &p->trees, &error), KB_OK);
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(pairs_new(engine, parts->weights, pair_names[i], HIDDEN, true, &p->pairs[i], &error), KB_OK);
}

static void close_pairs(PairParts *p)
{
    for (int i = 0; i < 4; i++)
        pairs_free(p->pairs[i]);
    trees_free(p->trees);
    projector_free(p->projector);
    arena_free(p->arena);
}

static void check_pair(const PairParts *p, const char *line)
{
    unsigned v[8];
    char name[32];
    int at = 0, which = 0;
    ck_assert_int_eq(sscanf(line, "%31s %u %u %u %u %u %u %u %u%n", name, &v[0], &v[1], &v[2], &v[3], &v[4], &v[5],
                            &v[6], &v[7], &at),
                     9);
    while (which < 3 && strcmp(name, pair_names[which]) != 0)
        which++;
    const Pairs *pairs = p->pairs[which];
    PairPlace i = {v[0], v[2], (uint8_t)v[4], (uint8_t)v[6]}, j = {v[1], v[3], (uint8_t)v[5], (uint8_t)v[7]};
    float scores[PAIR_LABELS];
    pairs_score(pairs, &i, pairs_left(pairs, p->projector, p->arena, p->vectors, &i, 1), &j,
                pairs_right(pairs, p->projector, p->arena, p->vectors, &j, 1), scores);
    const char *rest = line + at;
    for (size_t k = 0; k < pairs_labels(pairs); k++)
        ck_assert_float_eq_tol(scores[k], strtof(rest, (char **)(uintptr_t)&rest), 5e-3f);
}

START_TEST(should_score_pairs_and_arcs_as_pytorch_in_f32)
{
    Parts parts;
    PairParts p;
    Golden g;
    char path[256], line[4096];
    float arcs[20 * 20], expected;
    uint32_t first[20];
    unsigned i, j, lines = 0;
    if (!open_both(true, golden_names[_i], &parts, &g)) return;
    float *vectors = encode(&parts, g.text, g.tokens, g.count);
    open_pairs(&parts, vectors, g.count, &p);
    for (uint32_t k = 0; k < 20; k++)
        first[k] = k;
    trees_score(p.trees, p.projector, p.vectors, first, 20, arcs);
    snprintf(path, sizeof path, "tests/golden/%s.pairs.tsv", golden_names[_i]);
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    for (; fgets(line, sizeof line, file); lines++)
        if (sscanf(line, "arc %u %u %f", &i, &j, &expected) == 3)
            ck_assert_float_eq_tol(arcs[i * 20 + j], expected, 5e-3f);
        else
            check_pair(&p, line);
    ck_assert_uint_gt(lines, 100);
    fclose(file), close_pairs(&p), free(vectors), free_golden(&g), close_parts(&parts);
}
END_TEST

// ---------------------------------------------------------------------------------------------- the same bits

// A text of `count` words, some of several pieces.
static char *make_text(size_t count, Token *tokens)
{
    static const char *const words[] = {"Gerasimov",  "met", "the",     "unshakeable", "ambassador", "of",
                                        "Azerbaijan", ",",   "Dunford", "42",          "said",       "."};
    char *text = malloc(16 * count);
    size_t length = 0;
    uint32_t seed = 9;
    for (size_t i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        const char *word = words[(seed >> 16) % (sizeof words / sizeof *words)];
        tokens[i] = (Token){.start = (uint32_t)length, .space = (uint8_t)(i ? SPACE_BLANK : SPACE_PARAGRAPH)};
        length += (size_t)sprintf(text + length, "%s ", word);
        tokens[i].end = (uint32_t)length - 1;
    }
    return text;
}

enum { WORDS = 500 };

static uint64_t hash_of_vectors(void)
{
    static Token tokens[WORDS];
    Parts parts;
    if (!open_parts(false, &parts)) return 0;
    char *text = make_text(WORDS, tokens);
    float *vectors = encode(&parts, text, tokens, WORDS);
    uint64_t hash = XXH3_64bits(vectors, WORDS * HIDDEN * sizeof *vectors);
    free(vectors), free(text), close_parts(&parts);
    return hash;
}

// oneDNN reads the instruction set once: each needs a process of its own.
static uint64_t hash_in_child(const char *isa, const char *threads)
{
    int ends[2];
    uint64_t hash = 1;
    ck_assert_int_eq(pipe(ends), 0);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        setenv("DNNL_MAX_CPU_ISA", isa, 1);
        setenv("OMP_NUM_THREADS", threads, 1);
        hash = hash_of_vectors();
        _exit(write(ends[1], &hash, sizeof hash) == (ssize_t)sizeof hash ? 0 : 1);
    }
    close(ends[1]);
    ck_assert_int_eq(read(ends[0], &hash, sizeof hash), sizeof hash);
    close(ends[0]);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
    return hash;
}

// Sets that this machine lacks fall back to the best it has.
static const char *const sets[] = {"SSE41", "AVX", "AVX2", "AVX512_CORE", "AVX512_CORE_VNNI", "AVX512_CORE_AMX"};

START_TEST(should_give_the_same_bits_on_every_instruction_set)
{
    ck_assert_uint_eq(hash_in_child(sets[_i], "1"), hash_in_child("ALL", "3"));
}
END_TEST

START_TEST(should_not_depend_on_earlier_documents)
{
    static Token tokens[WORDS], other[WORDS];
    Parts parts;
    if (!open_parts(false, &parts)) return;
    char *text = make_text(WORDS, tokens), *before = make_text(77, other);
    float *first = encode(&parts, text, tokens, WORDS);
    free(encode(&parts, before, other, 77));
    float *second = encode(&parts, text, tokens, WORDS);
    ck_assert(memcmp(first, second, WORDS * HIDDEN * sizeof *first) == 0);
    free(first), free(second), free(text), free(before), close_parts(&parts);
}
END_TEST

// A word deep in a text is read from a window that does not reach its ends.
START_TEST(should_not_depend_on_what_lies_outside_the_window)
{
    static Token tokens[WORDS];
    Parts parts;
    if (!open_parts(false, &parts)) return;
    char *text = make_text(WORDS, tokens);
    float *whole = encode(&parts, text, tokens, WORDS), *part = encode(&parts, text, tokens, WORDS - 150);
    ck_assert(memcmp(whole, part, 60 * HIDDEN * sizeof *whole) == 0);
    free(whole), free(part), free(text), close_parts(&parts);
}
END_TEST

// From one word to several windows, and words of no piece and of more pieces than are kept.
static const size_t lengths[] = {1, 2, 5, 6, 7, 15, 16, 17, 100, 130, 140, 150, 200, 300};

START_TEST(should_give_a_vector_to_every_token)
{
    static Token tokens[WORDS];
    Parts parts;
    if (!open_parts(false, &parts)) return;
    char *text = make_text(WORDS, tokens);
    float *vectors = encode(&parts, text, tokens, lengths[_i]);
    for (size_t i = 0; i < lengths[_i]; i++) {
        double squares = 0;
        for (size_t k = 0; k < HIDDEN; k++)
            squares += pow((double)vectors[i * HIDDEN + k], 2);
        ck_assert(squares > 1e-3 && squares < 1e6);
    }
    free(vectors), free(text), close_parts(&parts);
}
END_TEST

START_TEST(should_encode_words_of_no_piece_and_of_too_many)
{
    char text[700] = "\xc2\xad ";
    Token tokens[300];
    Parts parts;
    if (!open_parts(false, &parts)) return;
    for (size_t i = 3; i < 603; i += 3)
        memcpy(text + i, "\xe4\xb8\xad", 3);
    tokens[0] = (Token){.start = 0, .end = 2, .space = SPACE_PARAGRAPH};
    for (uint32_t i = 1; i < 300; i++)
        tokens[i] = (Token){.start = 3, .end = 603, .space = SPACE_BLANK};
    float *vectors = encode(&parts, text, tokens, 300);
    ck_assert(isfinite(vectors[0]) && isfinite(vectors[299 * HIDDEN]));
    encoder_run(parts.runner, kb_text(text), tokens, 0, keep, vectors);
    free(vectors), close_parts(&parts);
}
END_TEST

// ---------------------------------------------------------------------------------------------- case

static const struct {
    const char *word;
    EncoderCase letter_case;
} cases[] = {
    {"general", CASE_LOWER},
    {"Dunford", CASE_CAPITAL},
    {"A", CASE_CAPITAL},
    {"U.S.", CASE_UPPER},
    {"NATO", CASE_UPPER},
    {"McCain", CASE_MIXED},
    {"iPhone", CASE_MIXED},
    {"2nd", CASE_LOWER},
    {"'S", CASE_CAPITAL},
    {"42", CASE_DIGIT},
    {"5,000.5", CASE_DIGIT},
    {"--", CASE_OTHER},
    {"", CASE_OTHER},
    {"\xc3\x89lys\xc3\xa9"
     "e",
     CASE_CAPITAL},
    {"\xe4\xb8\xad", CASE_LOWER},
};

START_TEST(should_tell_case_by_letters)
{
    ck_assert_int_eq(encoder_case(kb_text(cases[_i].word)), cases[_i].letter_case);
}
END_TEST

#define COUNT(table) (int)(sizeof(table) / sizeof *(table))

int main(void)
{
    Suite *suite = suite_create("encoder");
    TCase *tests = tcase_create("encoder");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, should_come_close_to_pytorch_in_f32, 0, COUNT(golden_names));
    tcase_add_loop_test(tests, should_label_in_s8_as_pytorch_in_f32, 0, COUNT(golden_names));
    tcase_add_loop_test(tests, should_score_pairs_and_arcs_as_pytorch_in_f32, 0, COUNT(golden_names));
    tcase_add_loop_test(tests, should_give_the_same_bits_on_every_instruction_set, 0, COUNT(sets));
    tcase_add_test(tests, should_not_depend_on_earlier_documents);
    tcase_add_test(tests, should_not_depend_on_what_lies_outside_the_window);
    tcase_add_loop_test(tests, should_give_a_vector_to_every_token, 0, COUNT(lengths));
    tcase_add_test(tests, should_encode_words_of_no_piece_and_of_too_many);
    tcase_add_loop_test(tests, should_tell_case_by_letters, 0, COUNT(cases));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
