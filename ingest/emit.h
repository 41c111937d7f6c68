// Writes JSON, compact, in one pass: commas and escapes are its job, the order of keys the caller's.
// SPDX-License-Identifier: MIT
#ifndef INGEST_EMIT_H
#define INGEST_EMIT_H

#include "ingest/memory.h"

void emit_open(Buffer *out, char bracket);        // '{' or '['
void emit_close(Buffer *out, char bracket);       // '}' or ']'
void emit_key(Buffer *out, const char *name);     // a value follows
void emit_text(Buffer *out, KbText text);         // bad bytes become U+FFFD
void emit_text_or_null(Buffer *out, KbText text); // null when empty
void emit_string(Buffer *out, const char *text);  // null when NULL
void emit_number(Buffer *out, int64_t number);
void emit_thousandths(Buffer *out, unsigned thousandths); // 970 is 0.97
void emit_null(Buffer *out);
void emit_date(Buffer *out, KbDate date); // null when unknown

#endif
