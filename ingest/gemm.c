// Matrix products by oneDNN; the only file that knows it.
// SPDX-License-Identifier: MIT
#include "ingest/gemm.h"

#include <assert.h>
#include <dnnl.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/memory.h"

// oneDNN runs on OpenMP, whose thread count is a property of the calling thread.
void omp_set_num_threads(int count);

enum { CLASSES = GEMM_MAX_ROWS / GEMM_ROW_STEP, MAX_SHAPES = 16 };

// What a primitive depends on besides the number of rows.
typedef struct Shape {
    size_t inputs, outputs;
    bool exact_float;
    dnnl_memory_desc_t packed;
} Shape;

struct GemmEngine {
    dnnl_engine_t engine;
    dnnl_stream_t stream; // for packing
    Shape shapes[MAX_SHAPES];
    size_t shape_count;
};

struct GemmWeights {
    size_t shape;
    dnnl_memory_t memory;
};

typedef struct Primitive {
    dnnl_primitive_t primitive; // NULL: not made yet
    dnnl_memory_t in, out;
} Primitive;

struct GemmRunner {
    GemmEngine *engine;
    dnnl_stream_t stream;
    Primitive primitives[MAX_SHAPES][CLASSES];
};

static void must(dnnl_status_t status)
{
    if (status == dnnl_success) return;
    fprintf(stderr, "kb-ingest: oneDNN refused a matrix product (status %d)\n", (int)status);
    exit(1);
}

static KbStatus fail(KbError *error, const char *what, dnnl_status_t cause)
{
    *error = (KbError){.status = KB_IO};
    snprintf(error->text, sizeof error->text, "oneDNN: %s failed (status %d)", what, (int)cause);
    return KB_IO;
}

// ---------------------------------------------------------------------------------------------- engine

InstructionSet gemm_instructions(void)
{
#ifdef __x86_64__
    static const struct {
        InstructionSet set;
        unsigned needs;
    } known[] = {{INSTRUCTIONS_AMX, dnnl_cpu_isa_avx512_core_amx},
                 {INSTRUCTIONS_AVX512_VNNI, dnnl_cpu_isa_avx512_core_vnni},
                 {INSTRUCTIONS_AVX_VNNI, dnnl_cpu_isa_avx2_vnni},
                 {INSTRUCTIONS_AVX2, dnnl_cpu_isa_avx2}};
    unsigned has = dnnl_get_effective_cpu_isa();
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if ((has & known[i].needs) == known[i].needs) return known[i].set;
#endif
    return INSTRUCTIONS_ANY;
}

KbStatus gemm_engine_new(GemmEngine **out, KbError *error)
{
    GemmEngine *e = memory_grow(NULL, sizeof *e);
    *e = (GemmEngine){0};
    dnnl_status_t status = dnnl_engine_create(&e->engine, dnnl_cpu, 0);
    if (status == dnnl_success) status = dnnl_stream_create(&e->stream, e->engine, dnnl_stream_default_flags);
    if (status != dnnl_success) {
        gemm_engine_free(e);
        return fail(error, "engine", status);
    }
    *out = e;
    return KB_OK;
}

void gemm_engine_free(GemmEngine *e)
{
    if (!e) return;
    dnnl_stream_destroy(e->stream);
    dnnl_engine_destroy(e->engine);
    free(e);
}

// ---------------------------------------------------------------------------------------------- primitives

static dnnl_memory_desc_t matrix(size_t rows, size_t columns, dnnl_data_type_t type, dnnl_format_tag_t tag)
{
    dnnl_memory_desc_t description;
    const dnnl_dims_t sizes = {(dnnl_dim_t)rows, (dnnl_dim_t)columns};
    must(dnnl_memory_desc_init_by_tag(&description, 2, sizes, type, tag));
    return description;
}

// The product of `rows` rows; weights laid out as `packed`, or as oneDNN likes best if that is NULL.
static dnnl_primitive_desc_t describe(dnnl_engine_t engine, const Shape *s, size_t rows,
                                      const dnnl_memory_desc_t *packed)
{
    bool f = s->exact_float;
    dnnl_memory_desc_t in = matrix(rows, s->inputs, f ? dnnl_f32 : dnnl_u8, dnnl_ab);
    dnnl_memory_desc_t any = matrix(s->inputs, s->outputs, f ? dnnl_f32 : dnnl_s8, dnnl_format_tag_any);
    dnnl_memory_desc_t out = matrix(rows, s->outputs, f ? dnnl_f32 : dnnl_s32, dnnl_ab);
    dnnl_matmul_desc_t product;
    dnnl_primitive_desc_t description;
    must(dnnl_matmul_desc_init(&product, &in, packed ? packed : &any, NULL, &out));
    must(dnnl_primitive_desc_create(&description, &product, NULL, engine, NULL));
    return description;
}

static size_t find_shape(GemmEngine *e, size_t outputs, size_t inputs, bool exact_float)
{
    for (size_t i = 0; i < e->shape_count; i++)
        if (e->shapes[i].inputs == inputs && e->shapes[i].outputs == outputs && e->shapes[i].exact_float == exact_float)
            return i;
    assert(e->shape_count < MAX_SHAPES);
    Shape *s = &e->shapes[e->shape_count];
    *s = (Shape){.inputs = inputs, .outputs = outputs, .exact_float = exact_float};
    dnnl_primitive_desc_t description = describe(e->engine, s, GEMM_MAX_ROWS, NULL);
    s->packed = *dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0);
    must(dnnl_primitive_desc_destroy(description));
    return e->shape_count++;
}

// ---------------------------------------------------------------------------------------------- weights

static dnnl_status_t reorder(GemmEngine *e, dnnl_memory_t from, dnnl_memory_t to, const dnnl_memory_desc_t *from_layout,
                             const dnnl_memory_desc_t *to_layout)
{
    dnnl_primitive_desc_t description = NULL;
    dnnl_primitive_t primitive = NULL;
    dnnl_exec_arg_t arguments[] = {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}};
    dnnl_status_t status =
        dnnl_reorder_primitive_desc_create(&description, from_layout, e->engine, to_layout, e->engine, NULL);
    if (status == dnnl_success) status = dnnl_primitive_create(&primitive, description);
    if (status == dnnl_success) status = dnnl_primitive_execute(primitive, e->stream, 2, arguments);
    if (status == dnnl_success) status = dnnl_stream_wait(e->stream);
    if (primitive) dnnl_primitive_destroy(primitive);
    if (description) dnnl_primitive_desc_destroy(description);
    return status;
}

static KbStatus pack(GemmEngine *e, const void *weights, size_t outputs, size_t inputs, bool exact_float,
                     GemmWeights **out, KbError *error)
{
    omp_set_num_threads(1);
    size_t shape = find_shape(e, outputs, inputs, exact_float);
    const dnnl_memory_desc_t *packed = &e->shapes[shape].packed;
    dnnl_memory_desc_t plain = matrix(inputs, outputs, exact_float ? dnnl_f32 : dnnl_s8, dnnl_ba);
    dnnl_memory_t from = NULL, to = NULL;
    dnnl_status_t status = dnnl_memory_create(&from, &plain, e->engine, (void *)(uintptr_t)weights);
    if (status == dnnl_success) status = dnnl_memory_create(&to, packed, e->engine, DNNL_MEMORY_ALLOCATE);
    if (status == dnnl_success) status = reorder(e, from, to, &plain, packed);
    if (from) dnnl_memory_destroy(from);
    if (status != dnnl_success) {
        if (to) dnnl_memory_destroy(to);
        return fail(error, "packing weights", status);
    }
    *out = memory_grow(NULL, sizeof **out);
    **out = (GemmWeights){shape, to};
    return KB_OK;
}

KbStatus gemm_check_s8(const int8_t *weights, size_t count, KbError *error)
{
    for (size_t i = 0; i < count; i++) {
        if (weights[i] >= -GEMM_MAX_WEIGHT && weights[i] <= GEMM_MAX_WEIGHT) continue;
        *error = (KbError){.status = KB_CORRUPT, .offset = i};
        snprintf(error->text, sizeof error->text, "weight %d is outside [-%d, %d]", weights[i], GEMM_MAX_WEIGHT,
                 GEMM_MAX_WEIGHT);
        return KB_CORRUPT;
    }
    return KB_OK;
}

KbStatus gemm_pack_s8(GemmEngine *e, const int8_t *weights, size_t outputs, size_t inputs, GemmWeights **out,
                      KbError *error)
{
    KbStatus status = gemm_check_s8(weights, outputs * inputs, error);
    return status == KB_OK ? pack(e, weights, outputs, inputs, false, out, error) : status;
}

KbStatus gemm_pack_f32(GemmEngine *e, const float *weights, size_t outputs, size_t inputs, GemmWeights **out,
                       KbError *error)
{
    return pack(e, weights, outputs, inputs, true, out, error);
}

void gemm_weights_free(GemmWeights *weights)
{
    if (!weights) return;
    dnnl_memory_destroy(weights->memory);
    free(weights);
}

// ---------------------------------------------------------------------------------------------- running

GemmRunner *gemm_runner_new(GemmEngine *engine)
{
    GemmRunner *r = memory_grow(NULL, sizeof *r);
    *r = (GemmRunner){.engine = engine};
    must(dnnl_stream_create(&r->stream, engine->engine, dnnl_stream_default_flags));
    return r;
}

void gemm_runner_free(GemmRunner *r)
{
    if (!r) return;
    for (size_t i = 0; i < MAX_SHAPES * CLASSES; i++) {
        Primitive *p = &r->primitives[i / CLASSES][i % CLASSES];
        if (!p->primitive) continue;
        dnnl_primitive_destroy(p->primitive);
        dnnl_memory_destroy(p->in);
        dnnl_memory_destroy(p->out);
    }
    dnnl_stream_destroy(r->stream);
    free(r);
}

static void make_primitive(GemmRunner *r, const Shape *s, size_t rows, Primitive *p)
{
    bool f = s->exact_float;
    dnnl_engine_t engine = r->engine->engine;
    dnnl_memory_desc_t in = matrix(rows, s->inputs, f ? dnnl_f32 : dnnl_u8, dnnl_ab);
    dnnl_memory_desc_t out = matrix(rows, s->outputs, f ? dnnl_f32 : dnnl_s32, dnnl_ab);
    dnnl_primitive_desc_t description = describe(engine, s, rows, &s->packed);
    must(dnnl_primitive_create(&p->primitive, description));
    must(dnnl_primitive_desc_destroy(description));
    must(dnnl_memory_create(&p->in, &in, engine, DNNL_MEMORY_NONE));
    must(dnnl_memory_create(&p->out, &out, engine, DNNL_MEMORY_NONE));
}

size_t gemm_padded_rows(size_t rows)
{
    return (rows + GEMM_ROW_STEP - 1) / GEMM_ROW_STEP * GEMM_ROW_STEP;
}

void gemm_run(GemmRunner *r, const GemmWeights *weights, size_t rows, const void *in, void *out)
{
    assert(rows > 0 && rows <= GEMM_MAX_ROWS);
    omp_set_num_threads(1);
    size_t padded = gemm_padded_rows(rows);
    Primitive *p = &r->primitives[weights->shape][padded / GEMM_ROW_STEP - 1];
    if (!p->primitive) make_primitive(r, &r->engine->shapes[weights->shape], padded, p);
    must(dnnl_memory_set_data_handle(p->in, (void *)(uintptr_t)in));
    must(dnnl_memory_set_data_handle(p->out, out));
    const dnnl_exec_arg_t arguments[] = {
        {DNNL_ARG_SRC, p->in}, {DNNL_ARG_WEIGHTS, weights->memory}, {DNNL_ARG_DST, p->out}};
    must(dnnl_primitive_execute(p->primitive, r->stream, 3, arguments));
    must(dnnl_stream_wait(r->stream));
}
