// Annotates articles on several threads and hands them back in the order they came in.
// SPDX-License-Identifier: MIT
//
//   main thread: crew_slot, fill it, crew_submit ... crew_next, use it, crew_release
//   workers:     article -> Document -> contribution, or the line --annotate prints
//
// Each worker has its own Worker (scratch memory and packed primitives); all share the model, which is only read. What
// comes out does not depend on how many there are.
#ifndef INGEST_CREW_H
#define INGEST_CREW_H

#include "ingest/article.h"
#include "ingest/document.h"
#include "ingest/memory.h"
#include "ingest/pipeline.h"
#include "ingest/reader.h"

// One article on its way. Its memory is used again for later ones.
typedef struct Slot {
    ReadResult result; // READ_ARTICLE: to annotate; READ_SKIPPED: only handed on, in its turn
    KbError error;     // of a skipped one
    Article article;
    Document document;
    KbContribution contribution; // in the document's arena
    Buffer line;                 // for --annotate
    uint64_t progress;           // bytes of all inputs read so far
} Slot;

typedef struct Crew Crew;

// model NULL: nothing is annotated. print: make the line, else the contribution.
Crew *crew_new(const Model *model, unsigned jobs, bool print);
void crew_free(Crew *crew); // waits for the articles at work

Slot *crew_slot(Crew *crew); // an empty slot; NULL when all are taken: use crew_next first
void crew_submit(Crew *crew, Slot *slot);
Slot *crew_next(Crew *crew); // waits for the oldest one submitted; NULL when there is none
void crew_release(Crew *crew, Slot *slot);

#endif
