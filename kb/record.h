// Compact records: numbers as varints, texts with their length; reading never leaves the record.
// SPDX-License-Identifier: MIT
#ifndef KB_RECORD_H
#define KB_RECORD_H

#include "kb/memory.h"

void kb_record_byte(Bytes *out, uint8_t value);
void kb_record_number(Bytes *out, uint64_t value);  // 7 bits a byte, the lowest first
void kb_record_signed(Bytes *out, int64_t value);   // zigzag
void kb_record_text(Bytes *out, KbText text);       // length, bytes
void kb_record_date(Bytes *out, KbDate date);       // one number
void kb_record_fixed32(Bytes *out, uint32_t value); // big endian, for keys
void kb_record_fixed64(Bytes *out, uint64_t value); // big endian, for keys

// Reads what the functions above wrote. After a read past the end or of a malformed number `bad` is set and every
// further read gives zero, so that one check at the end is enough.
typedef struct Cursor {
    const uint8_t *at, *end;
    bool bad;
} Cursor;
Cursor kb_cursor_of(KbText record);
uint8_t kb_cursor_byte(Cursor *in);
uint64_t kb_cursor_number(Cursor *in);
int64_t kb_cursor_signed(Cursor *in);
KbText kb_cursor_text(Cursor *in); // points into the record
KbDate kb_cursor_date(Cursor *in);
uint32_t kb_cursor_fixed32(Cursor *in);
uint64_t kb_cursor_fixed64(Cursor *in);
// A count of items that each take at least `least` bytes: more than the rest can hold is bad.
size_t kb_cursor_count(Cursor *in, size_t least);
bool kb_cursor_done(const Cursor *in); // everything read, nothing bad

// The checksum that ends every stored record: XXH3-64 of the value, seeded by table and key, so that a value under the
// wrong key fails too.
enum { RECORD_SUM = 8 };
uint64_t kb_record_sum(unsigned table, KbText key, KbText value);

// Dates as numbers that sort like kb_date_compare.
uint32_t kb_date_pack(KbDate date);
KbDate kb_date_unpack(uint32_t packed);

#endif
