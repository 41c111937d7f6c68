// Bytes of an article to valid UTF-8.
// SPDX-License-Identifier: MIT
#include "ingest/charset.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd, SAMPLE = 4096 };

const char *charset_name(Charset charset)
{
    static const char *const names[CHARSETS] = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"};
    return names[charset];
}

size_t charset_utf8_length(const char *bytes, size_t count)
{
    const unsigned char *b = (const unsigned char *)bytes;
    if (count == 0) return 0;
    if (b[0] < 0x80) return 1;
    size_t length = b[0] < 0xc2 ? 0 : b[0] < 0xe0 ? 2 : b[0] < 0xf0 ? 3 : b[0] < 0xf5 ? 4 : 0;
    if (length == 0 || length > count) return 0;
    for (size_t i = 1; i < length; i++)
        if ((b[i] & 0xc0) != 0x80) return 0;
    bool overlong = (b[0] == 0xe0 && b[1] < 0xa0) || (b[0] == 0xf0 && b[1] < 0x90);
    bool surrogate = b[0] == 0xed && b[1] > 0x9f, above = b[0] == 0xf4 && b[1] > 0x8f;
    return overlong || surrogate || above ? 0 : length;
}

static void append(Buffer *out, uint32_t c)
{
    char bytes[4];
    size_t count = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (count == 1) bytes[0] = (char)c;
    for (size_t i = count; count > 1 && i-- > 1; c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3f));
    static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    if (count > 1) bytes[0] = (char)(lead[count] | c);
    buffer_append(out, bytes, count);
}

// ------------------------------------------------------------------------------------------ windows-1252

// 0x80 to 0x9f; 0 where the charset has nothing. The rest is Latin-1.
static const uint16_t windows1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static bool ascii_letter(int c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// Whether the byte at `at` is what English text in windows-1252 would hold there: punctuation and signs anywhere; a
// letter only beside a letter, no capital after a small one, so that a stray lead byte of UTF-8 is not one.
static bool plausible(const unsigned char *b, size_t count, size_t at)
{
    static const char signs[] = "\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa5\xa7\xa9\xab\xad\xae\xb0"
                                "\xb1\xb2\xb3\xb4\xb7\xba\xbb\xbc\xbd\xbe\xbf\xd7";
    unsigned char c = b[at];
    if (memchr(signs, c, sizeof signs - 1)) return true;
    bool letter = c >= 0xc0 || c == 0x8a || c == 0x8c || c == 0x8e || c == 0x9a || c == 0x9c || c == 0x9e;
    if (!letter || c >= 0xfe || c == 0xf7) return false;
    int before = at > 0 ? b[at - 1] : ' ', after = at + 1 < count ? b[at + 1] : ' ';
    bool small = c >= 0xdf || c == 0x9a || c == 0x9c || c == 0x9e;
    if (small) return ascii_letter(before) || ascii_letter(after);
    return ascii_letter(after) && !(before >= 'a' && before <= 'z');
}

static bool looks_like_windows1252(KbText bytes)
{
    for (size_t i = 0; i < bytes.length;) {
        size_t length = charset_utf8_length(bytes.data + i, bytes.length - i);
        if (length > 1) return false;
        if (length == 0 && !plausible((const unsigned char *)bytes.data, bytes.length, i)) return false;
        i++;
    }
    return true;
}

static void decode_windows1252(KbText bytes, Buffer *out, CharsetReport *report)
{
    report->first_converted = bytes.length;
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        if (c >= 0x80 && report->first_converted == bytes.length) report->first_converted = i;
        uint32_t codepoint = c >= 0x80 && c < 0xa0 ? windows1252[c - 0x80] : c;
        if (codepoint == 0 && report->replaced++ == 0) report->first_replaced = i;
        append(out, codepoint ? codepoint : REPLACEMENT);
    }
}

// ------------------------------------------------------------------------------------------ UTF-16

static uint32_t unit(const unsigned char *b, bool little)
{
    return little ? (uint32_t)(b[0] | b[1] << 8) : (uint32_t)(b[0] << 8 | b[1]);
}

static void decode_utf16(KbText bytes, size_t start, bool little, Buffer *out, CharsetReport *report)
{
    const unsigned char *b = (const unsigned char *)bytes.data;
    for (size_t i = start; i < bytes.length; i += 2) {
        bool whole = i + 1 < bytes.length;
        uint32_t c = whole ? unit(b + i, little) : REPLACEMENT;
        bool bad = !whole || c == 0;
        if (c >= 0xd800 && c < 0xe000) {
            uint32_t low = i + 3 < bytes.length ? unit(b + i + 2, little) : 0;
            bad = c >= 0xdc00 || low < 0xdc00 || low > 0xdfff;
            c = 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff);
        }
        if (bad && report->replaced++ == 0) report->first_replaced = i;
        append(out, bad ? REPLACEMENT : c);
        if (!bad && c >= 0x10000) i += 2;
    }
}

// UTF-16 without a mark: nearly every second byte of English text is zero.
static bool zeros_at(KbText bytes, size_t parity)
{
    size_t count = bytes.length < SAMPLE ? bytes.length : SAMPLE, zeros[2] = {0, 0};
    for (size_t i = 0; i < count; i++)
        zeros[i & 1] += bytes.data[i] == 0;
    return count >= 8 && zeros[parity] * 2 > count / 2 && zeros[1 - parity] * 10 < count / 2;
}

// ------------------------------------------------------------------------------------------ UTF-8

static void decode_utf8(KbText bytes, size_t start, Buffer *out, CharsetReport *report)
{
    size_t copied = start;
    for (size_t i = start; i < bytes.length;) {
        size_t length = charset_utf8_length(bytes.data + i, bytes.length - i);
        if (length && bytes.data[i]) {
            i += length;
            continue;
        }
        if (report->replaced++ == 0) report->first_replaced = i;
        buffer_append(out, bytes.data + copied, i - copied);
        append(out, REPLACEMENT);
        copied = ++i;
    }
    buffer_append(out, bytes.data + copied, bytes.length - copied);
}

static bool has_prefix(KbText bytes, const char *prefix, size_t length)
{
    return bytes.length >= length && memcmp(bytes.data, prefix, length) == 0;
}

Charset charset_detect(KbText bytes)
{
    if (has_prefix(bytes, "\xff\xfe", 2) || zeros_at(bytes, 1)) return CHARSET_UTF16LE;
    if (has_prefix(bytes, "\xfe\xff", 2) || zeros_at(bytes, 0)) return CHARSET_UTF16BE;
    for (size_t i = 0; i < bytes.length;) {
        size_t length = charset_utf8_length(bytes.data + i, bytes.length - i);
        if (length == 0) return looks_like_windows1252(bytes) ? CHARSET_WINDOWS1252 : CHARSET_UTF8;
        i += length;
    }
    return CHARSET_UTF8;
}

CharsetReport charset_decode(KbText bytes, Buffer *out)
{
    CharsetReport report = {.charset = charset_detect(bytes)};
    bool mark = has_prefix(bytes, "\xff\xfe", 2) || has_prefix(bytes, "\xfe\xff", 2);
    buffer_reserve(out, bytes.length);
    switch (report.charset) {
    case CHARSET_UTF16LE:
    case CHARSET_UTF16BE: decode_utf16(bytes, mark ? 2 : 0, report.charset == CHARSET_UTF16LE, out, &report); break;
    case CHARSET_WINDOWS1252: decode_windows1252(bytes, out, &report); break;
    default: decode_utf8(bytes, has_prefix(bytes, "\xef\xbb\xbf", 3) ? 3 : 0, out, &report); break;
    }
    return report;
}
