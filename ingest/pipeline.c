// The pipeline: opens the model and runs the table of stages over a document.
// SPDX-License-Identifier: MIT
#include "ingest/pipeline.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/encoder.h"
#include "ingest/heads.h"
#include "ingest/memory.h"
#include "ingest/weights.h"

// Raised whenever rules or tables change what a document contributes.
enum { RULES_VERSION = 1, VERSION_SIZE = 48, PATH_SIZE = 4096 };

struct Model {
    Weights *weights;
    Encoder *encoder;
    Heads *heads;
    char version[VERSION_SIZE];
};

struct Worker {
    const Model *model;
    EncoderRunner *runner;
};

static KbStatus open_parts(Model *model, const char *path, bool exact_float, KbError *error)
{
    KbStatus status = weights_open(path, &model->weights, error);
    if (!status) status = encoder_new(model->weights, exact_float, &model->encoder, error);
    if (!status) status = heads_new(model->weights, encoder_hidden(model->encoder), &model->heads, error);
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
    *worker = (Worker){model, encoder_runner_new(model->encoder)};
    return worker;
}

void worker_free(Worker *worker)
{
    if (!worker) return;
    encoder_runner_free(worker->runner);
    free(worker);
}

void stage_heads(Worker *worker, Document *document)
{
    heads_run(worker->model->heads, worker->runner, document);
}

void pipeline_run(Worker *worker, Document *document)
{
    static void (*const stages[])(Worker *, Document *) = {stage_tokens, stage_heads, stage_chains,
                                                           stage_times,  stage_roles, stage_relations};
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        stages[i](worker, document);
}
