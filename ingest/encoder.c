// The encoder: loading its weights, cutting a document into windows, and the forward pass of one window.
// SPDX-License-Identifier: MIT
#include "ingest/encoder.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "ingest/attention.h"
#include "ingest/exact.h"
#include "ingest/linear.h"
#include "ingest/memory.h"
#include "ingest/wordpiece.h"

enum {
    MAX_LAYERS = 24,
    MAX_TOKEN_PIECES = 16, // further pieces of a token are dropped
    MAX_WINDOW = 1022,
    CHUNK = 200, // rows a product: a whole window of 192 pieces
    ROW_UNIT = 16,
};
_Static_assert(CHUNK % GEMM_ROW_STEP == 0 && CHUNK <= (int)GEMM_MAX_ROWS, "a chunk is one product");

typedef enum Dimension {
    LAYERS,
    HIDDEN,
    HEADS,
    FFN,
    VOCAB,
    POSITIONS,
    NCASE,
    NSPACE,
    WINDOW,
    MARGIN,
    DIMENSIONS
} Dimension;

typedef struct Norm {
    const float *weight, *bias; // [hidden]
} Norm;

typedef struct Layer {
    Linear qkv, o, ff1, ff2;
    Norm norm1, norm2;
} Layer;

struct Encoder {
    size_t size[DIMENSIONS];
    bool exact_float;
    WordPiece *pieces;
    GemmEngine *engine;
    const int8_t *word;       // [vocab][hidden]
    const float *word_scale;  // [vocab]
    const float *position;    // [positions][hidden]
    const float *letter_case; // [ncase][hidden]
    const float *space;       // [nspace][hidden]
    Norm norm;
    Layer layers[MAX_LAYERS];
};

// ---------------------------------------------------------------------------------------------- loading

static KbStatus load_norm(const Weights *w, const char *layer, const char *name, size_t hidden, Norm *norm,
                          KbError *error)
{
    char full[32];
    snprintf(full, sizeof full, "%s.w", name);
    KbStatus status = linear_floats(w, layer, full, hidden, 1, &norm->weight, error);
    snprintf(full, sizeof full, "%s.b", name);
    return status == KB_OK ? linear_floats(w, layer, full, hidden, 1, &norm->bias, error) : status;
}

static KbStatus load_layer(Encoder *e, const Weights *w, size_t index, KbError *error)
{
    size_t hidden = e->size[HIDDEN], ffn = e->size[FFN];
    Layer *l = &e->layers[index];
    char prefix[24];
    snprintf(prefix, sizeof prefix, "%zu.", index);
    static const char *const QKV[] = {"q", "k", "v"}, *const O[] = {"o"}, *const FF1[] = {"ff1"},
                             *const FF2[] = {"ff2"};
    KbStatus status = linear_load(e->engine, w, prefix, QKV, 3, hidden, hidden, e->exact_float, &l->qkv, error);
    if (status == KB_OK) status = linear_load(e->engine, w, prefix, O, 1, hidden, hidden, e->exact_float, &l->o, error);
    if (status == KB_OK)
        status = linear_load(e->engine, w, prefix, FF1, 1, ffn, hidden, e->exact_float, &l->ff1, error);
    if (status == KB_OK)
        status = linear_load(e->engine, w, prefix, FF2, 1, hidden, ffn, e->exact_float, &l->ff2, error);
    if (status == KB_OK) status = load_norm(w, prefix, "norm1", hidden, &l->norm1, error);
    if (status == KB_OK) status = load_norm(w, prefix, "norm2", hidden, &l->norm2, error);
    return status;
}

static KbStatus load_config(Encoder *e, const Weights *w, KbError *error)
{
    Tensor t;
    KbStatus status = weights_find(w, "config", TENSOR_I32, DIMENSIONS, 1, &t, error);
    if (status != KB_OK) return status;
    const int32_t *value = t.data;
    bool good = true;
    for (int i = 0; i < DIMENSIONS; i++) {
        good = good && value[i] > 0 && value[i] < 1 << 20;
        e->size[i] = (size_t)value[i];
    }
    const size_t *s = e->size;
    good = good && s[LAYERS] <= MAX_LAYERS && s[HIDDEN] == s[HEADS] * ATTENTION_WIDTH && s[HIDDEN] % ROW_UNIT == 0 &&
           s[HIDDEN] <= 4096 && s[FFN] % ROW_UNIT == 0 && s[FFN] <= 16384 && s[NCASE] >= CASES &&
           s[NSPACE] > SPACE_PARAGRAPH && s[WINDOW] <= MAX_WINDOW && s[WINDOW] + 2 <= s[POSITIONS] &&
           s[WINDOW] > 2 * s[MARGIN] && s[MARGIN] >= MAX_TOKEN_PIECES;
    if (good) return KB_OK;
    *error = (KbError){.status = KB_CORRUPT};
    snprintf(error->text, sizeof error->text, "weight file: this program cannot run a model of that shape");
    return KB_CORRUPT;
}

static KbStatus load_embeddings(Encoder *e, const Weights *w, KbError *error)
{
    const size_t *s = e->size;
    Tensor word, vocabulary;
    KbStatus status = weights_find(w, "embed.word", TENSOR_I8, (uint32_t)s[VOCAB], (uint32_t)s[HIDDEN], &word, error);
    if (status == KB_OK) status = linear_floats(w, "embed.", "word.scale", s[VOCAB], 1, &e->word_scale, error);
    if (status == KB_OK) status = linear_floats(w, "embed.", "position", s[POSITIONS], s[HIDDEN], &e->position, error);
    if (status == KB_OK) status = linear_floats(w, "embed.", "case", s[NCASE], s[HIDDEN], &e->letter_case, error);
    if (status == KB_OK) status = linear_floats(w, "embed.", "space", s[NSPACE], s[HIDDEN], &e->space, error);
    if (status == KB_OK) status = load_norm(w, "embed.", "norm", s[HIDDEN], &e->norm, error);
    if (status == KB_OK) status = weights_find(w, "vocab", TENSOR_U8, 0, 1, &vocabulary, error);
    if (status != KB_OK) return status;
    e->word = word.data;
    status = wordpiece_new((KbText){vocabulary.data, vocabulary.count}, &e->pieces, error);
    if (status != KB_OK || wordpiece_count(e->pieces) == s[VOCAB]) return status;
    *error = (KbError){.status = KB_CORRUPT};
    snprintf(error->text, sizeof error->text, "weight file: %zu pieces in the vocabulary, expected %zu",
             wordpiece_count(e->pieces), s[VOCAB]);
    return KB_CORRUPT;
}

KbStatus encoder_new(const Weights *weights, bool exact_float, Encoder **out, KbError *error)
{
    Encoder *e = memory_grow(NULL, sizeof *e);
    *e = (Encoder){.exact_float = exact_float};
    KbStatus status = gemm_engine_new(&e->engine, error);
    exact_use(gemm_instructions());
    if (status == KB_OK) status = load_config(e, weights, error);
    if (status == KB_OK) status = load_embeddings(e, weights, error);
    for (size_t i = 0; status == KB_OK && i < e->size[LAYERS]; i++)
        status = load_layer(e, weights, i, error);
    if (status != KB_OK) {
        encoder_free(e);
        return status;
    }
    *out = e;
    return KB_OK;
}

void encoder_free(Encoder *e)
{
    if (!e) return;
    for (size_t i = 0; i < MAX_LAYERS; i++) {
        linear_free(&e->layers[i].qkv);
        linear_free(&e->layers[i].o);
        linear_free(&e->layers[i].ff1);
        linear_free(&e->layers[i].ff2);
    }
    wordpiece_free(e->pieces);
    gemm_engine_free(e->engine);
    free(e);
}

size_t encoder_hidden(const Encoder *e)
{
    return e->size[HIDDEN];
}

bool encoder_exact_float(const Encoder *e)
{
    return e->exact_float;
}

GemmEngine *encoder_engine(const Encoder *e)
{
    return e->engine;
}

// ---------------------------------------------------------------------------------------------- pieces of tokens

// What a letter does to the case of its token.
static void count_letter(int32_t c, size_t *letters, size_t *upper, bool *first_upper, bool *digit)
{
    utf8proc_category_t category = utf8proc_category(c);
    bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    *digit = *digit || category == UTF8PROC_CATEGORY_ND;
    if (!letter) return;
    bool capital = category == UTF8PROC_CATEGORY_LU;
    if (*letters == 0) *first_upper = capital;
    *letters += 1;
    *upper += capital;
}

EncoderCase encoder_case(KbText token)
{
    size_t letters = 0, upper = 0;
    bool first_upper = false, digit = false;
    for (size_t at = 0; at < token.length;) {
        int32_t c;
        utf8proc_ssize_t left = (utf8proc_ssize_t)(token.length - at);
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)token.data + at, left, &c);
        at += n > 0 ? (size_t)n : 1;
        if (n > 0) count_letter(c, &letters, &upper, &first_upper, &digit);
    }
    if (letters == 0) return digit ? CASE_DIGIT : CASE_OTHER;
    if (upper == 0) return CASE_LOWER;
    if (first_upper && upper == 1) return CASE_CAPITAL;
    return upper == letters ? CASE_UPPER : CASE_MIXED;
}

// One word piece with what its embedding needs.
typedef struct Piece {
    uint32_t id;
    uint8_t letter_case, space; // space: 0 for all but a token's first piece
} Piece;

struct EncoderRunner {
    const Encoder *e;
    GemmRunner *gemm;
    // the document
    Piece *pieces;    // [piece_count]
    uint32_t *firsts; // [tokens + 1]: a token's first piece
    size_t piece_count, piece_room, first_room;
    // the window; `rows` is window + 2 with room for padding, `wide` the widest row
    Attention *attention;
    float *x, *context; // [rows][hidden]
    void *in;           // [CHUNK][wide] u8 or f32
    float *out;         // [CHUNK][wide]
    RowScale scales[CHUNK];
    uint16_t kept[MAX_WINDOW]; // rows of the window whose vectors are read
    size_t kept_count;
};

static void add_token(EncoderRunner *r, KbText text, uint8_t space)
{
    uint32_t ids[MAX_TOKEN_PIECES];
    size_t n = wordpiece_encode(r->e->pieces, text, ids, MAX_TOKEN_PIECES);
    if (n == 0) ids[n++] = wordpiece_special(r->e->pieces, WORDPIECE_UNK);
    if (n > MAX_TOKEN_PIECES) n = MAX_TOKEN_PIECES;
    if (r->piece_count + n > r->piece_room) {
        r->piece_room = 2 * (r->piece_count + n);
        r->pieces = memory_grow(r->pieces, r->piece_room * sizeof *r->pieces);
    }
    uint8_t letter_case = (uint8_t)encoder_case(text);
    for (size_t i = 0; i < n; i++)
        r->pieces[r->piece_count++] = (Piece){ids[i], letter_case, i ? SPACE_NONE : space};
}

static void add_tokens(EncoderRunner *r, KbText text, const Token *tokens, size_t count)
{
    if (count + 1 > r->first_room) {
        r->first_room = count + 1;
        r->firsts = memory_grow(r->firsts, r->first_room * sizeof *r->firsts);
    }
    r->piece_count = 0;
    for (size_t i = 0; i < count; i++) {
        r->firsts[i] = (uint32_t)r->piece_count;
        add_token(r, (KbText){text.data + tokens[i].start, tokens[i].end - tokens[i].start}, tokens[i].space);
    }
    r->firsts[count] = (uint32_t)r->piece_count;
}

// ---------------------------------------------------------------------------------------------- forward

static void embed_row(const Encoder *e, uint32_t id, size_t position, const Piece *piece, float *x)
{
    size_t hidden = e->size[HIDDEN];
    const int8_t *word = e->word + id * hidden;
    const float *at = e->position + position * hidden;
    for (size_t i = 0; i < hidden; i++)
        x[i] = e->word_scale[id] * (float)word[i] + at[i];
    if (piece) {
        exact_add(x, e->letter_case + piece->letter_case * hidden, hidden);
        exact_add(x, e->space + piece->space * hidden, hidden);
    }
    exact_norm(x, hidden, e->norm.weight, e->norm.bias);
}

static void embed(EncoderRunner *r, size_t first, size_t last)
{
    const Encoder *e = r->e;
    size_t hidden = e->size[HIDDEN], n = last - first;
    embed_row(e, wordpiece_special(e->pieces, WORDPIECE_CLS), 0, NULL, r->x);
    for (size_t i = 0; i < n; i++) {
        const Piece *p = &r->pieces[first + i];
        embed_row(e, p->id, i + 1, p, r->x + (i + 1) * hidden);
    }
    embed_row(e, wordpiece_special(e->pieces, WORDPIECE_SEP), n + 1, NULL, r->x + (n + 1) * hidden);
}

// Puts x, one of the rows of a chunk, where the product reads it.
static void put_row(EncoderRunner *r, const Linear *l, size_t row, const float *x)
{
    if (r->e->exact_float)
        memcpy((float *)r->in + row * l->inputs, x, l->inputs * sizeof *x);
    else
        r->scales[row] = exact_quantize(x, l->inputs, (uint8_t *)r->in + row * l->inputs);
}

static void multiply(EncoderRunner *r, const Linear *l, size_t rows)
{
    linear_run(l, r->gemm, rows, r->in, r->scales, r->out);
}

// Context of the rows that are kept (NULL: all), from all rows.
static void attend(EncoderRunner *r, const Layer *l, size_t rows, const uint16_t *kept, size_t kept_count)
{
    size_t hidden = r->e->size[HIDDEN], asked = 0;
    attention_begin(r->attention, rows);
    for (size_t start = 0; start < rows; start += CHUNK) {
        size_t n = rows - start < CHUNK ? rows - start : CHUNK;
        for (size_t i = 0; i < n; i++)
            put_row(r, &l->qkv, i, r->x + (start + i) * hidden);
        multiply(r, &l->qkv, n);
        for (size_t i = 0; i < n; i++) {
            bool ask = !kept || (asked < kept_count && kept[asked] == start + i);
            attention_put(r->attention, r->out + i * l->qkv.outputs, ask);
            asked += ask;
        }
    }
    attention_run(r->attention, r->context);
}

// x = norm(x + linear(row)) for the rows of a chunk that multiply has made.
static void add_and_norm(EncoderRunner *r, const Norm *norm, float *x, size_t rows)
{
    size_t hidden = r->e->size[HIDDEN];
    for (size_t i = 0; i < rows; i++, x += hidden) {
        exact_add(x, r->out + i * hidden, hidden);
        exact_norm(x, hidden, norm->weight, norm->bias);
    }
}

static void run_chunk(EncoderRunner *r, const Layer *l, size_t start, size_t n)
{
    size_t hidden = r->e->size[HIDDEN], ffn = r->e->size[FFN];
    float *x = r->x + start * hidden;
    for (size_t i = 0; i < n; i++)
        put_row(r, &l->o, i, r->context + (start + i) * hidden);
    multiply(r, &l->o, n);
    add_and_norm(r, &l->norm1, x, n);
    for (size_t i = 0; i < n; i++)
        put_row(r, &l->ff1, i, x + i * hidden);
    multiply(r, &l->ff1, n);
    for (size_t i = 0; i < n; i++) {
        exact_gelu(r->out + i * ffn, ffn);
        put_row(r, &l->ff2, i, r->out + i * ffn);
    }
    multiply(r, &l->ff2, n);
    add_and_norm(r, &l->norm2, x, n);
}

// The window of pieces [first, last). Only the rows in r->kept are wanted of the last layer: they end up first in r->x.
static void run_window(EncoderRunner *r, size_t first, size_t last)
{
    size_t rows = last - first + 2, layers = r->e->size[LAYERS], hidden = r->e->size[HIDDEN];
    embed(r, first, last);
    for (size_t i = 0; i < layers; i++) {
        bool all = i + 1 < layers;
        attend(r, &r->e->layers[i], rows, all ? NULL : r->kept, r->kept_count);
        for (size_t k = 0; !all && k < r->kept_count; k++)
            memmove(r->x + k * hidden, r->x + r->kept[k] * hidden, hidden * sizeof *r->x);
        size_t count = all ? rows : r->kept_count;
        for (size_t start = 0; start < count; start += CHUNK)
            run_chunk(r, &r->e->layers[i], start, count - start < CHUNK ? count - start : CHUNK);
    }
}

// ---------------------------------------------------------------------------------------------- windows

// With stride = window - 2 margin: window k starts at the first token whose first piece is at or after k stride, and
// takes whole tokens while they fit. A token whose first piece is p is read from window (p - margin) / stride, or the
// last one.
void encoder_run(EncoderRunner *r, KbText text, const Token *tokens, size_t count, EncoderSink *sink, void *context)
{
    size_t window = r->e->size[WINDOW], margin = r->e->size[MARGIN], stride = window - 2 * margin;
    add_tokens(r, text, tokens, count);
    size_t total = r->piece_count;
    size_t windows = total <= window ? 1 : (total - window + stride - 1) / stride + 1;
    size_t token = 0, last = 0, read = 0;
    for (size_t k = 0; k < windows && count; k++) {
        while (r->firsts[token] < k * stride)
            token++;
        while (last < count && r->firsts[last + 1] - r->firsts[token] <= window)
            last++;
        size_t next = k + 1 < windows ? (k + 1) * stride + margin : total; // first piece that a later window reads
        size_t first = read;
        for (r->kept_count = 0; read < last && r->firsts[read] < next; read++)
            r->kept[r->kept_count++] = (uint16_t)(r->firsts[read] - r->firsts[token] + 1);
        if (r->kept_count == 0) continue;
        run_window(r, r->firsts[token], r->firsts[last]);
        sink(context, first, r->kept_count, r->x);
    }
    assert(read == count);
}

// ---------------------------------------------------------------------------------------------- runner

EncoderRunner *encoder_runner_new(const Encoder *e)
{
    EncoderRunner *r = memory_zeroed(1, sizeof *r);
    size_t hidden = e->size[HIDDEN], wide = e->size[FFN] > 3 * hidden ? e->size[FFN] : 3 * hidden;
    size_t rows = e->size[WINDOW] + 2, room = rows + ATTENTION_TILE;
    r->e = e;
    r->gemm = gemm_runner_new(e->engine);
    r->attention = attention_new(e->size[HEADS], rows, gemm_instructions(), e->exact_float);
    r->x = memory_zeroed(room * hidden, sizeof *r->x);
    r->context = memory_zeroed(room * hidden, sizeof *r->context);
    r->in = memory_zeroed(CHUNK * wide, e->exact_float ? sizeof(float) : 1);
    r->out = memory_zeroed(CHUNK * wide, sizeof(float));
    return r;
}

void encoder_runner_free(EncoderRunner *r)
{
    if (!r) return;
    gemm_runner_free(r->gemm);
    attention_free(r->attention);
    void *const blocks[] = {r->pieces, r->firsts, r->x, r->context, r->in, r->out};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        free(blocks[i]);
    free(r);
}
