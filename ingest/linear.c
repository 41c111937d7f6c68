// Linear layers: stacked loading, integer products and their scales.
// SPDX-License-Identifier: MIT
#include "ingest/linear.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/memory.h"
#include "ingest/tiles.h"

enum { ROWS = 192 }; // vectors a product
_Static_assert(ROWS % GEMM_ROW_STEP == 0 && ROWS <= (int)GEMM_MAX_ROWS, "a chunk is one product");

// ---------------------------------------------------------------------------------------------- loading

KbStatus linear_floats(const Weights *w, const char *prefix, const char *name, size_t rows, size_t columns,
                       const float **out, KbError *error)
{
    char full[64];
    Tensor t;
    snprintf(full, sizeof full, "%s%s", prefix, name);
    KbStatus status = weights_find(w, full, TENSOR_F32, (uint32_t)rows, (uint32_t)columns, &t, error);
    if (status == KB_OK) *out = t.data;
    return status;
}

// Copies one matrix of `count` rows into the stack of matrices that becomes one product, from row `at` on.
static KbStatus load_part(const Weights *w, const char *prefix, const char *name, Linear *l, size_t at, size_t count,
                          int8_t *stack, KbError *error)
{
    char full[64];
    const float *scale = NULL, *bias = NULL;
    Tensor t;
    snprintf(full, sizeof full, "%s%s", prefix, name);
    KbStatus status = weights_find(w, full, TENSOR_I8, (uint32_t)count, (uint32_t)l->inputs, &t, error);
    snprintf(full, sizeof full, "%s.scale", name);
    if (status == KB_OK) status = linear_floats(w, prefix, full, count, 1, &scale, error);
    snprintf(full, sizeof full, "%s.bias", name);
    if (status == KB_OK) status = linear_floats(w, prefix, full, count, 1, &bias, error);
    if (status != KB_OK) return status;
    memcpy(stack + at * l->inputs, t.data, count * l->inputs);
    memcpy(l->scale + at, scale, count * sizeof *scale);
    memcpy(l->bias + at, bias, count * sizeof *bias);
    return KB_OK;
}

static void sum_rows(const int8_t *stack, Linear *l)
{
    for (size_t o = 0; o < l->outputs; o++) {
        l->sums[o] = 0;
        for (size_t i = 0; i < l->inputs; i++)
            l->sums[o] += stack[o * l->inputs + i];
    }
}

static KbStatus pack_floats(GemmEngine *engine, const int8_t *stack, Linear *l, KbError *error)
{
    size_t n = l->inputs * l->outputs;
    float *f = memory_grow(NULL, n * sizeof *f);
    for (size_t i = 0; i < n; i++)
        f[i] = l->scale[i / l->inputs] * (float)stack[i];
    KbStatus status = gemm_pack_f32(engine, f, l->outputs, l->inputs, &l->packed, error);
    free(f);
    return status;
}

static KbStatus pack_bytes(GemmEngine *engine, const int8_t *stack, Linear *l, KbError *error)
{
    if (!tiles_possible(gemm_instructions(), l->inputs, l->outputs))
        return gemm_pack_s8(engine, stack, l->outputs, l->inputs, &l->packed, error);
    l->tiles = memory_grow(NULL, l->outputs * l->inputs);
    tiles_pack(stack, l->outputs, l->inputs, l->tiles);
    return gemm_check_s8(stack, l->outputs * l->inputs, error);
}

KbStatus linear_load(GemmEngine *engine, const Weights *w, const char *prefix, const char *const *names, size_t count,
                     size_t rows, size_t inputs, bool exact_float, Linear *l, KbError *error)
{
    *l = (Linear){.inputs = inputs, .outputs = count * rows, .exact_float = exact_float};
    l->scale = memory_grow(NULL, l->outputs * sizeof *l->scale);
    l->bias = memory_grow(NULL, l->outputs * sizeof *l->bias);
    l->sums = memory_grow(NULL, l->outputs * sizeof *l->sums);
    int8_t *stack = memory_grow(NULL, l->outputs * inputs);
    KbStatus status = KB_OK;
    for (size_t i = 0; i < count && status == KB_OK; i++)
        status = load_part(w, prefix, names[i], l, i * rows, rows, stack, error);
    if (status == KB_OK) {
        sum_rows(stack, l);
        status = exact_float ? pack_floats(engine, stack, l, error) : pack_bytes(engine, stack, l, error);
    }
    free(stack);
    return status;
}

void linear_free(Linear *l)
{
    gemm_weights_free(l->packed);
    free(l->tiles);
    free(l->scale);
    free(l->bias);
    free(l->sums);
}

void linear_run(const Linear *l, GemmRunner *gemm, size_t rows, const void *in, const RowScale *scales, float *out)
{
    if (l->tiles) {
        const TileProduct product = {l->inputs, l->outputs, l->tiles, l->scale, l->bias, l->sums};
        tiles_run(&product, rows, in, scales, out);
        return;
    }
    gemm_run(gemm, l->packed, rows, in, out);
    for (size_t i = 0; i < rows; i++, out += l->outputs)
        if (l->exact_float)
            exact_add(out, l->bias, l->outputs);
        else
            exact_dequantize((const int32_t *)out, l->outputs, scales[i], l->scale, l->sums, l->bias, out);
}

// ---------------------------------------------------------------------------------------------- small layers

void dense_new(size_t inputs, size_t outputs, Dense *out)
{
    size_t columns = (outputs + 15) / 16 * 16;
    *out = (Dense){inputs, outputs, columns, memory_zeroed(inputs * columns, sizeof *out->weights),
                   memory_zeroed(columns, sizeof *out->bias)};
}

void dense_put(Dense *d, size_t first, size_t count, const float *weights, const float *bias)
{
    for (size_t o = 0; o < count; o++) {
        for (size_t i = 0; i < d->inputs; i++)
            d->weights[i * d->columns + first + o] = weights[o * d->inputs + i];
        if (bias) d->bias[first + o] = bias[o];
    }
}

void dense_free(Dense *d)
{
    free(d->weights);
    free(d->bias);
}

void dense_run(const Dense *d, const float *x, float *y)
{
    exact_multiply(x, d->inputs, d->weights, d->columns, y);
    exact_add(y, d->bias, d->columns);
}

// ---------------------------------------------------------------------------------------------- vectors of tokens

TokenVectors *vectors_new(Arena *arena, size_t tokens, size_t width, bool exact_float)
{
    TokenVectors *v = arena_alloc(arena, 1, sizeof *v);
    v->width = width;
    if (exact_float) {
        v->floats = arena_alloc(arena, tokens * width, sizeof *v->floats);
    } else {
        v->bytes = arena_alloc(arena, tokens * width, 1);
        v->scales = arena_alloc(arena, tokens, sizeof *v->scales);
    }
    return v;
}

void vectors_put(TokenVectors *v, size_t token, const float *vector)
{
    if (v->floats)
        memcpy(v->floats + token * v->width, vector, v->width * sizeof *vector);
    else
        v->scales[token] = exact_quantize(vector, v->width, v->bytes + token * v->width);
}

struct Projector {
    GemmRunner *gemm;
    void *in;   // [ROWS][widest_input] u8 or f32
    float *out; // [ROWS][widest_output]
    RowScale scales[ROWS];
};

Projector *projector_new(GemmEngine *engine, size_t widest_input, size_t widest_output)
{
    Projector *p = memory_grow(NULL, sizeof *p);
    p->gemm = gemm_runner_new(engine);
    p->in = memory_grow(NULL, ROWS * widest_input * sizeof(float));
    p->out = memory_grow(NULL, ROWS * widest_output * sizeof(float));
    return p;
}

void projector_free(Projector *p)
{
    if (!p) return;
    gemm_runner_free(p->gemm);
    free(p->in);
    free(p->out);
    free(p);
}

static void project_chunk(const Linear *l, Projector *p, const TokenVectors *v, const uint32_t *tokens, size_t count,
                          float *out)
{
    size_t size = v->width * (v->floats ? sizeof *v->floats : 1);
    const char *rows = v->floats ? (const char *)v->floats : (const char *)v->bytes;
    for (size_t i = 0; i < count; i++)
        memcpy((char *)p->in + i * size, rows + tokens[i] * size, size);
    for (size_t i = 0; v->scales && i < count; i++)
        p->scales[i] = v->scales[tokens[i]];
    linear_run(l, p->gemm, count, p->in, p->scales, p->out);
    memcpy(out, p->out, count * l->outputs * sizeof *out);
}

void linear_project(const Linear *l, Projector *p, const TokenVectors *v, const uint32_t *tokens, size_t count,
                    float *out)
{
    for (size_t start = 0; start < count; start += ROWS)
        project_chunk(l, p, v, tokens + start, count - start < ROWS ? count - start : ROWS, out + start * l->outputs);
}
