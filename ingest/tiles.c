// Products of bytes by AMX: 32 columns of 32 rows at a time, in four tiles of sums.
// SPDX-License-Identifier: MIT
#include "ingest/tiles.h"

#include <assert.h>
#include <string.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

enum { LANES = 16, WIDE = 2 * LANES, DEEP = 64, TILE_ROWS = 16 }; // DEEP: bytes of a row of a tile

bool tiles_possible(InstructionSet instructions, size_t inputs, size_t outputs)
{
    return instructions == INSTRUCTIONS_AMX && inputs % DEEP == 0 && outputs % WIDE == 0;
}

void tiles_pack(const int8_t *weights, size_t outputs, size_t inputs, int8_t *tiles)
{
    for (size_t o = 0; o < outputs; o++)
        for (size_t i = 0; i < inputs; i += 4)
            memcpy(tiles + o / LANES * LANES * inputs + i * LANES + o % LANES * 4, weights + o * inputs + i, 4);
}

#ifdef __x86_64__
#define TARGET __attribute__((target("avx512f,amx-tile,amx-int8")))

// Columns [column, column + 16) of a row, as exact_dequantize does it.
TARGET static inline void finish(const TileProduct *p, __m512i sum, RowScale row, size_t column, float *out)
{
    __m512i zeros = _mm512_mullo_epi32(_mm512_set1_epi32(row.zero), _mm512_loadu_si512(p->sums + column));
    __m512 scale = _mm512_mul_ps(_mm512_set1_ps(row.scale), _mm512_loadu_ps(p->scale + column));
    __m512 y = _mm512_mul_ps(scale, _mm512_cvtepi32_ps(_mm512_sub_epi32(sum, zeros)));
    _mm512_storeu_ps(out + column, _mm512_add_ps(y, _mm512_loadu_ps(p->bias + column)));
}

typedef struct TileConfig {
    uint8_t palette, start, reserved[14];
    uint16_t bytes[16]; // of a row
    uint8_t rows[16];
} TileConfig;

// Tiles 0 to 3 are sums of two times two tiles; 4 and 5 rows, 6 and 7 columns. rows <= 32
TARGET static void configure(size_t rows)
{
    uint8_t upper = (uint8_t)(rows < TILE_ROWS ? rows : TILE_ROWS), lower = rows > TILE_ROWS ? (uint8_t)(rows - 16) : 1;
    TileConfig config = {.palette = 1, .rows = {upper, upper, lower, lower, upper, lower, TILE_ROWS, TILE_ROWS}};
    for (int i = 0; i < 8; i++)
        config.bytes[i] = DEEP;
    __asm__ volatile("" : : "r"(&config) : "memory"); // gcc's intrinsic does not say that it reads all of it
    _tile_loadconfig(&config);
}

// The sums of `rows` <= 32 rows, of 16 alone if not `both`, and of 32 columns.
__attribute__((always_inline)) TARGET static inline void sum_tiles(const TileProduct *p, bool both, const uint8_t *in,
                                                                   size_t column, int32_t *sums)
{
    const int8_t *left = p->tiles + column * p->inputs, *right = left + LANES * p->inputs;
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (size_t i = 0; i < p->inputs; i += DEEP) {
        _tile_loadd(4, in + i, p->inputs);
        _tile_loadd(6, left + i * LANES, DEEP);
        _tile_dpbusd(0, 4, 6);
        _tile_loadd(7, right + i * LANES, DEEP);
        _tile_dpbusd(1, 4, 7);
        if (!both) continue;
        _tile_loadd(5, in + TILE_ROWS * p->inputs + i, p->inputs);
        _tile_dpbusd(2, 5, 6);
        _tile_dpbusd(3, 5, 7);
    }
    _tile_stored(0, sums, WIDE * sizeof *sums);
    _tile_stored(1, sums + LANES, WIDE * sizeof *sums);
    if (!both) return;
    _tile_stored(2, sums + TILE_ROWS * WIDE, WIDE * sizeof *sums);
    _tile_stored(3, sums + TILE_ROWS * WIDE + LANES, WIDE * sizeof *sums);
}

TARGET static void run_block(const TileProduct *p, size_t rows, const uint8_t *in, const RowScale *scales, float *out)
{
    _Alignas(64) int32_t sums[2 * TILE_ROWS * WIDE];
    configure(rows);
    for (size_t column = 0; column < p->outputs; column += WIDE) {
        if (rows > TILE_ROWS)
            sum_tiles(p, true, in, column, sums);
        else
            sum_tiles(p, false, in, column, sums);
        for (size_t c = 0; c < WIDE; c += LANES)
            for (size_t r = 0; r < rows; r++)
                finish(p, _mm512_load_si512(sums + r * WIDE + c), scales[r], column + c, out + r * p->outputs);
    }
    _tile_release();
}

#endif

void tiles_run(const TileProduct *p, size_t rows, const uint8_t *in, const RowScale *scales, float *out)
{
#ifdef __x86_64__
    for (size_t r = 0; r < rows; r += 2 * TILE_ROWS) {
        size_t count = rows - r < 2 * TILE_ROWS ? rows - r : 2 * TILE_ROWS;
        run_block(p, count, in + r * p->inputs, scales + r, out + r * p->outputs);
    }
#else
    (void)p, (void)rows, (void)in, (void)scales, (void)out;
    assert(!"no AMX");
#endif
}
