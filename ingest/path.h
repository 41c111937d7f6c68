// Paths and other foreign bytes as text: normalised lexically for ids, escaped for the terminal.
// SPDX-License-Identifier: MIT
#ifndef INGEST_PATH_H
#define INGEST_PATH_H

#include "ingest/memory.h"

// The path as given without "." parts, doubled slashes and "name/..": "./a//b/../c" is "a/c". Nothing is looked up on
// disk. Bytes that are not UTF-8 become \xNN. The caller's.
KbText path_normalise(const char *path);

// Text that can do nothing to a terminal or to a reader's eyes: control characters, bidi and other invisible format
// characters and bad bytes as \n, \xNN or \u{NNNN}, a backslash doubled. Appends to `out`.
void path_escape(KbText text, Buffer *out);

#endif
