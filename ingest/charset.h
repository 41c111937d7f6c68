// Bytes of an article to valid UTF-8: byte order marks, UTF-16, windows-1252, and what is in none of them.
// SPDX-License-Identifier: MIT
#ifndef INGEST_CHARSET_H
#define INGEST_CHARSET_H

#include "ingest/memory.h"

typedef enum Charset { CHARSET_UTF8, CHARSET_UTF16LE, CHARSET_UTF16BE, CHARSET_WINDOWS1252, CHARSETS } Charset;

typedef struct CharsetReport {
    Charset charset;
    size_t replaced;        // bytes or code units that became U+FFFD
    size_t first_replaced;  // offset of the first of them in the input
    size_t first_converted; // windows-1252: offset of the first byte that is not ASCII
} CharsetReport;

const char *charset_name(Charset charset);

// Which charset the bytes are in: by byte order mark, by zero bytes in every second place, by validity as UTF-8.
// Bytes that are no UTF-8 are taken for windows-1252 only where each of them makes sense in an English text.
Charset charset_detect(KbText bytes);

// Appends the text to `out`: mark dropped; a NUL and what cannot be decoded become U+FFFD. Linear time.
CharsetReport charset_decode(KbText bytes, Buffer *out);

// Length of the well-formed UTF-8 sequence at bytes (RFC 3629), 0 when there is none.
size_t charset_utf8_length(const char *bytes, size_t count);

#endif
