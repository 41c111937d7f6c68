// The weight file: memory-mapped, checked once as a whole, then a directory of named tensors.
// SPDX-License-Identifier: MIT
//
// Little endian. Header, 64 bytes: "KBWEIGHT" | u32 version 1 | u32 tensors | u64 file size | u64 XXH3-64 of the bytes
// from 64 on | zeros. Directory at 64, 128 bytes a tensor: name[64], NUL-padded | u32 type | u32 dimensions |
// u32 size[4] | u64 offset, a multiple of 64 | u64 bytes | zeros.
#ifndef INGEST_WEIGHTS_H
#define INGEST_WEIGHTS_H

#include <stddef.h>
#include <stdint.h>

#include "kb/kb.h"

typedef enum TensorType { TENSOR_F32, TENSOR_I8, TENSOR_I32, TENSOR_U8, TENSOR_TYPES } TensorType;

typedef struct Tensor {
    const void *data; // lives as long as the Weights
    TensorType type;
    uint32_t rank, size[4]; // sizes past the rank are 1
    size_t count;           // of elements
} Tensor;

typedef struct Weights Weights;

// No such file: KB_NOT_FOUND. Truncated, changed or foreign: KB_CORRUPT. Of a later version: KB_VERSION.
KB_MUST_USE KbStatus weights_open(const char *path, Weights **out, KbError *error);
void weights_close(Weights *weights);
uint64_t weights_checksum(const Weights *weights);

// The tensor of that name, type and shape; a size of 0 means any, and a tensor of rank 1 has columns 1.
// KB_CORRUPT with the name in the error if there is none.
KB_MUST_USE KbStatus weights_find(const Weights *weights, const char *name, TensorType type, uint32_t rows,
                                  uint32_t columns, Tensor *out, KbError *error);

// The labels of a tensor of text, a line each: at most `room`, living as long as the Weights. KB_CORRUPT where there
// are more, or none.
KB_MUST_USE KbStatus weights_labels(const Weights *weights, const char *name, KbText *out, size_t room, size_t *count,
                                    KbError *error);

#endif
