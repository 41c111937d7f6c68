// One run over all inputs: files -> articles -> crew -> knowledge base or standard output.
// SPDX-License-Identifier: MIT
#ifndef INGEST_RUN_H
#define INGEST_RUN_H

#include "ingest/console.h"
#include "ingest/options.h"
#include "ingest/pipeline.h"

// kb: NULL for --annotate and --dry-run. model: NULL for --dry-run. Articles that cannot be used are counted in the
// console and end nothing. KB_INTERRUPTED: what was finished is stored.
KB_MUST_USE KbStatus run_articles(const Options *options, const Model *model, Kb *kb, Console *console, KbError *error);

#endif
