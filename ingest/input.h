// Bytes of one input, read forward with a bounded buffer: a peek at the head, then lines or everything.
// SPDX-License-Identifier: MIT
#ifndef INGEST_INPUT_H
#define INGEST_INPUT_H

#include "ingest/memory.h"
#include "kb/kb.h"

// What one article may take at most; more is skipped, not held.
enum { INPUT_LIMIT = 64 << 20 };

typedef struct Input {
    int fd; // -1: all bytes are in the buffer
    Buffer buffer;
    size_t start;    // first unread byte of the buffer
    uint64_t offset; // of that byte in the input
    bool ended;      // nothing more to come from fd
    int failure;     // errno of a read that failed, else 0
} Input;

// path "-" is standard input. Only regular files are opened: a FIFO, a device or a directory is KB_INVALID.
KB_MUST_USE KbStatus input_open(const char *path, Input *input, KbError *error);
void input_from_memory(KbText bytes, Input *input); // copies
void input_close(Input *input);

// The first bytes not yet read, up to `count`; fewer at the end. Valid until the next call.
KbText input_peek(Input *input, size_t count);
void input_skip(Input *input, size_t count); // peeked bytes

typedef enum InputResult { INPUT_OK, INPUT_END, INPUT_TOO_LONG, INPUT_FAILED } InputResult;

// The next line without its line feed. TOO_LONG: the line was passed over.
InputResult input_line(Input *input, size_t limit, KbText *line);
// All the rest; END when there is nothing.
InputResult input_all(Input *input, size_t limit, KbText *bytes);

#endif
