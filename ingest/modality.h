// Who says it: attribution of what a sentence reports.
// SPDX-License-Identifier: MIT
#ifndef INGEST_MODALITY_H
#define INGEST_MODALITY_H

#include "ingest/referents.h"

// A stretch of a sentence that somebody says, or that an accuser or a source answers for.
typedef struct Report {
    uint32_t first, last; // tokens said, last exclusive
    int32_t speaker;      // chain; -1: somebody unnamed
    uint8_t modality; // KB_ALLEGED for accusers, KB_DENIED for denials, KB_HYPOTHETICAL for wishes, else KB_ASSERTED
} Report;

enum { REPORT_LIMIT = 8 };

size_t reports_find(const Document *document, uint32_t sentence, const Clause *clauses, size_t clause_count,
                    Report out[REPORT_LIMIT]);

// Applies the innermost report around `token` to a claim's attribution and modality.
void reports_apply(const Report *reports, size_t count, uint32_t token, int32_t *attributed_to, uint8_t *modality);

#endif
