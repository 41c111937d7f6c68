// Speed of the annotation on one core: the sample articles through the whole pipeline, in words a second.
// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
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

int main(void)
{
    static const char *const paths[] = {"data/articles/wire.jsonl", "data/articles/daily.jsonl"};
    Model *model;
    KbError error = {0};
    if (model_open("data", false, &model, &error) != KB_OK) {
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
    printf("pipeline: %zu words in %.2f s of processor time, %.0f words/s\n", tokens, spent, (double)tokens / spent);
    document_clear(&document);
    worker_free(worker);
    model_close(model);
    return 0;
}
