// The pipeline: a table of annotation stages, run in order over one document.
// SPDX-License-Identifier: MIT
#ifndef INGEST_PIPELINE_H
#define INGEST_PIPELINE_H

#include "ingest/document.h"

// Weights and tables, loaded once, then only read: one model serves all workers.
typedef struct Model Model;

// directory: holds encoder.kbw and the tables. int8 unless `exact_float`. Without a weight file: KB_NOT_FOUND.
KB_MUST_USE KbStatus model_open(const char *directory, bool exact_float, Model **model, KbError *error);
void model_close(Model *model);
KbText model_version(const Model *model); // goes into the database: a hash of the weights and the rules' version

// What one thread needs besides the document (scratch memory, packed primitives). Not shared between threads.
typedef struct Worker Worker;
Worker *worker_new(const Model *model);
void worker_free(Worker *worker);

// Fills every layer of a document that document_begin has prepared.
void pipeline_run(Worker *worker, Document *document);

// Stages, each in the file of its name (tokens in words.c): text -> tokens -> sentences, pos and names (by the
// encoder's heads) -> chains -> times -> roles -> relations. Only the heads need the worker; the others accept NULL.
void stage_tokens(Worker *worker, Document *document);
void stage_heads(Worker *worker, Document *document);
void stage_trees(Worker *worker, Document *document);
void stage_tags(Worker *worker, Document *document);
void stage_chains(Worker *worker, Document *document);
void stage_coreference(Worker *worker, Document *document);
void stage_quotes(Worker *worker, Document *document);
void stage_times(Worker *worker, Document *document);
void stage_roles(Worker *worker, Document *document);
void stage_relations(Worker *worker, Document *document);
void stage_endings(Worker *worker, Document *document);
void stage_unnamed(Worker *worker, Document *document);

// What the heads of pairs find, for the stages that weigh it against the rules: see role_pairs.h and relation_pairs.h.
struct RoleScorer *worker_roles(Worker *worker, Document *document);
size_t worker_relations(Worker *worker, Document *document, Relation **out);

#endif
