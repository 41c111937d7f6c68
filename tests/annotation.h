// Runs `kb-ingest --annotate` over texts and hands back its objects: evals see what a user sees.
// SPDX-License-Identifier: MIT
#ifndef TESTS_ANNOTATION_H
#define TESTS_ANNOTATION_H

#include <jansson.h>

#include "tests/corpora.h"

typedef struct AnnotationInput {
    KbText text, date; // date: YYYY-MM-DD or empty
} AnnotationInput;

// Calls visit(i, object) for each input in order; an input that the program skipped gives NULL. False: it did not run.
typedef void (*AnnotationVisit)(size_t index, const json_t *object, void *context);
bool annotate_texts(const char *program, const AnnotationInput *inputs, size_t count, AnnotationVisit visit,
                    void *context);

void annotation_spans(Arena *arena, const json_t *object, const char *layer, GoldSpans *spans); // tokens, sentences
void annotation_names(Arena *arena, const json_t *object, GoldSpans *names);
void annotation_chains(Arena *arena, const json_t *object, ChainMentions *mentions); // of every kind, in bytes

#endif
