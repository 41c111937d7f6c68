// Filling in a caller's KbError.
// SPDX-License-Identifier: MIT
#ifndef KB_ERROR_H
#define KB_ERROR_H

#include "kb/kb.h"

#if defined(__GNUC__)
#define KB_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define KB_PRINTF(text, first)
#endif

// Writes status and text into `error` (which may be NULL) and returns the status.
KbStatus kb_fail(KbError *error, KbStatus status, const char *format, ...) KB_PRINTF(3, 4);

// The text of errno after ": ".
KbStatus kb_fail_errno(KbError *error, const char *what, const char *path);

// Leaves the function when a call inside it did not succeed.
#define KB_TRY(call)                       \
    do {                                   \
        KbStatus try_status = (call);      \
        if (try_status) return try_status; \
    } while (0)

#endif
