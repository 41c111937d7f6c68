// Status, text slices and the words of the vocabulary.
// SPDX-License-Identifier: MIT
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "kb/error.h"

KbText kb_text(const char *nul_terminated)
{
    return (KbText){nul_terminated, nul_terminated ? strlen(nul_terminated) : 0};
}

bool kb_text_equal(KbText a, KbText b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

int kb_text_compare(KbText a, KbText b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    if (order) return order;
    return (a.length > b.length) - (a.length < b.length);
}

const char *kb_type_name(KbType type)
{
    static const char *const names[KB_TYPES] = {"person", "organization", "place", "other"};
    return (unsigned)type < KB_TYPES ? names[type] : "other";
}

const char *kb_gender_name(KbGender gender)
{
    static const char *const names[] = {NULL, "male", "female"};
    return (unsigned)gender <= KB_FEMALE ? names[gender] : NULL;
}

const char *kb_mention_kind_name(KbMentionKind kind)
{
    static const char *const names[] = {"name", "nominal", "pronoun"};
    return (unsigned)kind <= KB_PRONOUN ? names[kind] : "name";
}

const char *kb_role_status_name(KbRoleStatus status)
{
    static const char *const names[KB_ROLE_STATUSES] = {"unknown",   "current", "former",   "acting",
                                                        "designate", "nominee", "candidate"};
    return (unsigned)status < KB_ROLE_STATUSES ? names[status] : "unknown";
}

const char *kb_polarity_name(KbPolarity polarity)
{
    return polarity == KB_NEGATIVE ? "negative" : "positive";
}

const char *kb_modality_name(KbModality modality)
{
    static const char *const names[KB_MODALITIES] = {"asserted", "planned", "alleged", "denied", "hypothetical"};
    return (unsigned)modality < KB_MODALITIES ? names[modality] : "asserted";
}

KbStatus kb_fail(KbError *error, KbStatus status, const char *format, ...)
{
    if (!error) return status;
    error->status = status;
    error->offset = 0;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    return status;
}

KbStatus kb_fail_errno(KbError *error, const char *what, const char *path)
{
    int code = errno;
    KbStatus status = code == ENOSPC || code == EFBIG || code == EDQUOT ? KB_FULL : KB_IO;
    return kb_fail(error, status, "%s%s%s: %s", what, *what ? " " : "", path, strerror(code));
}
