// Speed and memory of the whole pipeline on one core over the sample articles; "f32" measures the comparison mode.
// f32. SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "ingest/pipeline.h"
#include "ingest/reader.h"

enum { ROUNDS = 3 };

static double seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

// Annotates all articles of a file and returns their tokens.
static size_t annotate_file(const char *path, Worker *worker, Document *document)
{
    Reader reader;
    Article article;
    KbError error;
    size_t tokens = 0;
    if (reader_open(path, NULL, (KbDate){0}, &reader, &error) != KB_OK) return 0;
    for (ReadResult result; (result = reader_next(&reader, &article, &error)) != READ_END; article_clear(&article)) {
        if (result != READ_ARTICLE) continue;
        document_begin(document, article.text, article.published);
        pipeline_run(worker, document);
        tokens += document->token_count;
    }
    article_clear(&article);
    reader_close(&reader);
    return tokens;
}

int main(int argc, char **argv)
{
    bool exact_float = argc > 1 && strcmp(argv[1], "f32") == 0;
    static const char *const paths[] = {"data/articles/wire.jsonl", "data/articles/daily.jsonl"};
    Model *model;
    KbError error = {0};
    if (model_open("data", exact_float, &model, &error) != KB_OK) {
        printf("SKIP: pipeline: no weights\n");
        return 0;
    }
    Worker *worker = worker_new(model);
    Document document;
    document_init(&document);
    size_t tokens = 0;
    double start = seconds();
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
            tokens += annotate_file(paths[i], worker, &document);
    double spent = seconds() - start;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    const char *isa = getenv("DNNL_MAX_CPU_ISA");
    printf("pipeline, %s, %s: %.0f words/s of processor time, %ld MB at most\n", exact_float ? "f32" : "int8",
           isa ? isa : "all instructions", (double)tokens / spent, usage.ru_maxrss / 1024);
    document_clear(&document);
    worker_free(worker);
    model_close(model);
    return 0;
}
