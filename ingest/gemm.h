// Matrix products by oneDNN: u8 x s8 -> s32, exact on every machine, and f32 for the comparison mode.
// SPDX-License-Identifier: MIT
//
//   out[r][o] = sum over i of in[r][i] * weights[o][i]
//
// With weights in [-63, 63] no intermediate sum of any instruction set overflows, so the integers are right and the
// same everywhere. Weights are packed once and shared by all threads; a GemmRunner holds one thread's primitives. A
// product runs on the calling thread alone, whatever OMP_NUM_THREADS says: documents are the unit of parallel work.
#ifndef INGEST_GEMM_H
#define INGEST_GEMM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kb/kb.h"

enum { GEMM_MAX_WEIGHT = 63, GEMM_ROW_STEP = 8, GEMM_MAX_ROWS = 256 };

// What oneDNN uses here: what the machine has, within DNNL_MAX_CPU_ISA.
typedef enum InstructionSet {
    INSTRUCTIONS_ANY,
    INSTRUCTIONS_AVX2,
    INSTRUCTIONS_AVX_VNNI,
    INSTRUCTIONS_AVX512_VNNI,
    INSTRUCTIONS_AMX,
    INSTRUCTION_SETS
} InstructionSet;
InstructionSet gemm_instructions(void);

typedef struct GemmEngine GemmEngine; // one per process is enough
KB_MUST_USE KbStatus gemm_engine_new(GemmEngine **out, KbError *error);
void gemm_engine_free(GemmEngine *engine); // after everything made from it

KB_MUST_USE KbStatus gemm_check_s8(const int8_t *weights, size_t count, KbError *error); // all in [-63, 63]

typedef struct GemmWeights GemmWeights;
// weights: [outputs][inputs], s8 in [-63, 63] or f32; copied.
KB_MUST_USE KbStatus gemm_pack_s8(GemmEngine *engine, const int8_t *weights, size_t outputs, size_t inputs,
                                  GemmWeights **out, KbError *error);
KB_MUST_USE KbStatus gemm_pack_f32(GemmEngine *engine, const float *weights, size_t outputs, size_t inputs,
                                   GemmWeights **out, KbError *error);
void gemm_weights_free(GemmWeights *weights);

typedef struct GemmRunner GemmRunner;
GemmRunner *gemm_runner_new(GemmEngine *engine);
void gemm_runner_free(GemmRunner *runner);

// in: [rows][inputs], u8 (f32 for f32 weights); out: [rows][outputs], s32 (f32). rows <= GEMM_MAX_ROWS.
// Rows are padded to a multiple of GEMM_ROW_STEP: both arrays must have room for that, and the rows beyond are written
// without meaning. A failure of oneDNN (no memory) ends the program.
size_t gemm_padded_rows(size_t rows);
void gemm_run(GemmRunner *runner, const GemmWeights *weights, size_t rows, const void *in, void *out);

#endif
