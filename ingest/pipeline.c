// The pipeline: opens the model and runs the table of stages over a document.
// SPDX-License-Identifier: MIT
#include "ingest/pipeline.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/coreference.h"
#include "ingest/encoder.h"
#include "ingest/endings.h"
#include "ingest/heads.h"
#include "ingest/memory.h"
#include "ingest/relation_pairs.h"
#include "ingest/role_pairs.h"
#include "ingest/tags.h"
#include "ingest/trees.h"
#include "ingest/unnamed.h"
#include "ingest/weights.h"

// Raised whenever rules or tables change what a document contributes.
enum { RULES_VERSION = 8, VERSION_SIZE = 48, PATH_SIZE = 4096, WIDEST = 512 };

typedef enum PairHead { PAIRS_COREFERENCE, PAIRS_ROLES, PAIRS_RELATIONS, PAIRS_MODALITY, PAIR_HEADS } PairHead;

struct Model {
    Weights *weights;
    Encoder *encoder;
    Heads *heads;
    Trees *trees;
    Pairs *pairs[PAIR_HEADS];
    char version[VERSION_SIZE];
};

struct Worker {
    const Model *model;
    EncoderRunner *runner;
    Projector *projector;
};

static KbStatus open_parts(Model *model, const char *path, bool exact_float, KbError *error)
{
    KbStatus status = weights_open(path, &model->weights, error);
    if (!status) status = encoder_new(model->weights, exact_float, &model->encoder, error);
    if (status) return status;
    size_t hidden = encoder_hidden(model->encoder);
    GemmEngine *engine = encoder_engine(model->encoder);
    status = heads_new(model->weights, hidden, &model->heads, error);
    if (!status) status = trees_new(engine, model->weights, hidden, exact_float, &model->trees, error);
    static const char *const names[PAIR_HEADS] = {"coreference", "roles", "relations", "modality"};
    for (int i = 0; i < PAIR_HEADS && !status; i++)
        status = pairs_new(engine, model->weights, names[i], hidden, exact_float, &model->pairs[i], error);
    return status;
}

KbStatus model_open(const char *directory, bool exact_float, Model **out, KbError *error)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/encoder.kbw", directory);
    Model *model = memory_grow(NULL, sizeof *model);
    *model = (Model){0};
    KbStatus status = open_parts(model, path, exact_float, error);
    if (status) {
        model_close(model);
        return status;
    }
    snprintf(model->version, sizeof model->version, "%016" PRIx64 "-%s%d", weights_checksum(model->weights),
             exact_float ? "f32-" : "", RULES_VERSION);
    *out = model;
    return KB_OK;
}

void model_close(Model *model)
{
    if (!model) return;
    for (int i = 0; i < PAIR_HEADS; i++)
        pairs_free(model->pairs[i]);
    trees_free(model->trees);
    heads_free(model->heads);
    encoder_free(model->encoder);
    weights_close(model->weights);
    free(model);
}

KbText model_version(const Model *model)
{
    return kb_text(model->version);
}

Worker *worker_new(const Model *model)
{
    Worker *worker = memory_grow(NULL, sizeof *worker);
    Projector *projector = projector_new(encoder_engine(model->encoder), encoder_hidden(model->encoder), WIDEST);
    *worker = (Worker){model, encoder_runner_new(model->encoder), projector};
    return worker;
}

void worker_free(Worker *worker)
{
    if (!worker) return;
    projector_free(worker->projector);
    encoder_runner_free(worker->runner);
    free(worker);
}

void stage_heads(Worker *worker, Document *document)
{
    heads_run(worker->model->heads, worker->runner, encoder_exact_float(worker->model->encoder), document);
}

void stage_trees(Worker *worker, Document *document)
{
    trees_run(worker->model->trees, worker->projector, document);
}

void stage_tags(Worker *worker, Document *document)
{
    (void)worker;
    tags_settle(document);
}

void stage_coreference(Worker *worker, Document *document)
{
    coreference_run(worker->model->pairs[PAIRS_COREFERENCE], worker->projector, document);
}

void stage_unnamed(Worker *worker, Document *document)
{
    unnamed_find(worker->model->pairs[PAIRS_COREFERENCE], worker->projector, document);
}

RoleScorer *worker_roles(Worker *worker, Document *document)
{
    return role_scorer_new(worker->model->pairs[PAIRS_ROLES], worker->projector, document);
}

size_t worker_relations(Worker *worker, Document *document, Relation **out)
{
    return relation_pairs_find(worker->model->pairs[PAIRS_RELATIONS], worker->model->pairs[PAIRS_MODALITY],
                               worker->projector, document, out);
}

void stage_endings(Worker *worker, Document *document)
{
    (void)worker;
    endings_apply(document);
}

void pipeline_run(Worker *worker, Document *document)
{
    static void (*const stages[])(Worker *, Document *) = {
        stage_tokens, stage_heads, stage_trees, stage_tags,      stage_chains,  stage_coreference,
        stage_quotes, stage_times, stage_roles, stage_relations, stage_endings, stage_unnamed};
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        stages[i](worker, document);
}
