// Encoding and decoding of records.
// SPDX-License-Identifier: MIT
#include "kb/record.h"

void kb_record_byte(Bytes *out, uint8_t value)
{
    kb_bytes_put(out, &value, 1);
}

void kb_record_number(Bytes *out, uint64_t value)
{
    uint8_t bytes[10];
    size_t count = 0;
    for (; value >= 0x80; value >>= 7)
        bytes[count++] = (uint8_t)(value | 0x80);
    bytes[count++] = (uint8_t)value;
    kb_bytes_put(out, bytes, count);
}

void kb_record_signed(Bytes *out, int64_t value)
{
    kb_record_number(out, ((uint64_t)value << 1) ^ (value < 0 ? UINT64_MAX : 0));
}

void kb_record_text(Bytes *out, KbText text)
{
    kb_record_number(out, text.length);
    kb_bytes_put(out, text.data, text.length);
}

void kb_record_date(Bytes *out, KbDate date)
{
    kb_record_number(out, kb_date_pack(date));
}

void kb_record_fixed32(Bytes *out, uint32_t value)
{
    uint8_t bytes[4];
    for (int i = 0; i < 4; i++)
        bytes[i] = (uint8_t)(value >> (24 - 8 * i));
    kb_bytes_put(out, bytes, sizeof bytes);
}

void kb_record_fixed64(Bytes *out, uint64_t value)
{
    kb_record_fixed32(out, (uint32_t)(value >> 32));
    kb_record_fixed32(out, (uint32_t)value);
}

// ---------------------------------------------------------------------------------------------- reading

Cursor kb_cursor_of(KbText record)
{
    static const uint8_t nothing[1];
    const uint8_t *data = record.data ? (const uint8_t *)record.data : nothing;
    return (Cursor){data, data + record.length, false};
}

// The next `length` bytes, or NULL and bad.
static const uint8_t *cursor_take(Cursor *in, size_t length)
{
    if (in->bad || (size_t)(in->end - in->at) < length) {
        in->bad = true;
        return NULL;
    }
    const uint8_t *bytes = in->at;
    in->at += length;
    return bytes;
}

uint8_t kb_cursor_byte(Cursor *in)
{
    const uint8_t *byte = cursor_take(in, 1);
    return byte ? *byte : 0;
}

uint64_t kb_cursor_number(Cursor *in)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        uint8_t byte = kb_cursor_byte(in);
        if (shift == 63 && byte > 1) break;
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (!(byte & 0x80)) return value;
    }
    in->bad = true;
    return 0;
}

int64_t kb_cursor_signed(Cursor *in)
{
    uint64_t value = kb_cursor_number(in);
    return (int64_t)((value >> 1) ^ (value & 1 ? UINT64_MAX : 0));
}

KbText kb_cursor_text(Cursor *in)
{
    uint64_t length = kb_cursor_number(in);
    if (length > (size_t)(in->end - in->at)) in->bad = true;
    if (in->bad) return (KbText){"", 0};
    return (KbText){(const char *)cursor_take(in, (size_t)length), (size_t)length};
}

KbDate kb_cursor_date(Cursor *in)
{
    uint64_t packed = kb_cursor_number(in);
    if (packed > UINT32_MAX) in->bad = true;
    return kb_date_unpack(in->bad ? 0 : (uint32_t)packed);
}

uint32_t kb_cursor_fixed32(Cursor *in)
{
    const uint8_t *bytes = cursor_take(in, 4);
    if (!bytes) return 0;
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

uint64_t kb_cursor_fixed64(Cursor *in)
{
    uint64_t high = kb_cursor_fixed32(in);
    return high << 32 | kb_cursor_fixed32(in);
}

size_t kb_cursor_count(Cursor *in, size_t least)
{
    uint64_t count = kb_cursor_number(in);
    if (in->bad || count > (size_t)(in->end - in->at) / least) {
        in->bad = true;
        return 0;
    }
    return (size_t)count;
}

bool kb_cursor_done(const Cursor *in)
{
    return !in->bad && in->at == in->end;
}

// ---------------------------------------------------------------------------------------------- sums and dates

uint64_t kb_record_sum(unsigned table, KbText key, KbText value)
{
    return kb_hash_bytes(value.data, value.length, kb_hash_bytes(key.data, key.length, table + 1));
}

uint32_t kb_date_pack(KbDate date)
{
    uint32_t year = date.year > 0 ? (uint32_t)date.year : 0;
    return year << 9 | (uint32_t)(date.month & 15) << 5 | (date.day & 31u);
}

KbDate kb_date_unpack(uint32_t packed)
{
    return (KbDate){(int16_t)((packed >> 9) & 0x7fff), (uint8_t)((packed >> 5) & 15), (uint8_t)(packed & 31)};
}
