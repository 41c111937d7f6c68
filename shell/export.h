// Entity records for other programs: kb-entity/1 JSON, FollowTheMoney, CSV.
// SPDX-License-Identifier: MIT
#ifndef SHELL_EXPORT_H
#define SHELL_EXPORT_H

#include <stdio.h>

#include "kb/kb.h"

typedef enum ExportFormat { EXPORT_JSON, EXPORT_FTM, EXPORT_CSV, EXPORT_FORMATS } ExportFormat;

// KB_NOT_FOUND: no such format; KB_INVALID: known, but not supported yet.
KbStatus export_format_find(KbText name, ExportFormat *format);

typedef struct Export {
    ExportFormat format;
    bool mentions; // add every mention to the record
    FILE *out;
} Export;

// One entity by id; the same knowledge base gives the same bytes.
KB_MUST_USE KbStatus export_entity(const Export *export, KbReader *reader, KbText id, KbError *error);
// All, in the order of their ids. KB_INTERRUPTED after Ctrl-C.
KB_MUST_USE KbStatus export_all(const Export *export, KbReader *reader, KbError *error);

#endif
