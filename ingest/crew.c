// Annotates articles on several threads and hands them back in the order they came in.
// SPDX-License-Identifier: MIT
#include "ingest/crew.h"

#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/annotate.h"
#include "ingest/contribute.h"

enum { SLOTS_PER_JOB = 4 };

// A ring: [first, taken) are at work or done, [taken, submitted) wait for a worker. Counts only grow; a slot's place is
// its count modulo the size.
struct Crew {
    const Model *model;
    bool print;
    Slot *slots;
    bool *done; // by place
    size_t size, first, taken, submitted;
    bool closing;
    pthread_t *threads;
    unsigned thread_count;
    pthread_mutex_t mutex;
    pthread_cond_t waiting, finished;
};

static void annotate_slot(const Crew *crew, Worker *worker, Slot *slot)
{
    document_begin(&slot->document, slot->article.text, slot->article.published);
    pipeline_run(worker, &slot->document);
    if (crew->print)
        annotate(&slot->article, &slot->document, &slot->line);
    else
        contribute(&slot->document, &slot->article, &slot->contribution);
}

// The place of the next slot to annotate; false when there will be none.
static bool take_place(Crew *crew, size_t *place)
{
    pthread_mutex_lock(&crew->mutex);
    while (crew->taken == crew->submitted && !crew->closing)
        pthread_cond_wait(&crew->waiting, &crew->mutex);
    bool taken = crew->taken < crew->submitted;
    if (taken) *place = crew->taken++ % crew->size;
    pthread_mutex_unlock(&crew->mutex);
    return taken;
}

static void *work(void *context)
{
    Crew *crew = context;
    Worker *worker = crew->model ? worker_new(crew->model) : NULL;
    for (size_t place; take_place(crew, &place);) {
        Slot *slot = &crew->slots[place];
        if (worker && slot->result == READ_ARTICLE) annotate_slot(crew, worker, slot);
        pthread_mutex_lock(&crew->mutex);
        crew->done[place] = true;
        pthread_cond_signal(&crew->finished);
        pthread_mutex_unlock(&crew->mutex);
    }
    if (worker) worker_free(worker);
    return NULL;
}

// Signals are the main thread's: workers are started with all of them blocked.
static void start_threads(Crew *crew, unsigned jobs)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (; crew->thread_count < jobs; crew->thread_count++)
        if (pthread_create(&crew->threads[crew->thread_count], NULL, work, crew) != 0) break;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (crew->thread_count > 0) return;
    fprintf(stderr, "kb-ingest: cannot start a thread\n");
    exit(1);
}

Crew *crew_new(const Model *model, unsigned jobs, bool print)
{
    Crew *crew = memory_grow(NULL, sizeof *crew);
    *crew = (Crew){.model = model, .print = print, .size = (size_t)jobs * SLOTS_PER_JOB};
    crew->slots = memory_grow(NULL, crew->size * sizeof *crew->slots);
    memset(crew->slots, 0, crew->size * sizeof *crew->slots);
    for (size_t i = 0; i < crew->size; i++)
        document_init(&crew->slots[i].document);
    crew->done = memory_grow(NULL, crew->size * sizeof *crew->done);
    crew->threads = memory_grow(NULL, jobs * sizeof *crew->threads);
    pthread_mutex_init(&crew->mutex, NULL);
    pthread_cond_init(&crew->waiting, NULL);
    pthread_cond_init(&crew->finished, NULL);
    start_threads(crew, jobs);
    return crew;
}

void crew_free(Crew *crew)
{
    pthread_mutex_lock(&crew->mutex);
    crew->closing = true;
    pthread_cond_broadcast(&crew->waiting);
    pthread_mutex_unlock(&crew->mutex);
    for (unsigned i = 0; i < crew->thread_count; i++)
        pthread_join(crew->threads[i], NULL);
    for (size_t i = 0; i < crew->size; i++) {
        article_clear(&crew->slots[i].article);
        document_clear(&crew->slots[i].document);
        buffer_free(&crew->slots[i].line);
    }
    pthread_cond_destroy(&crew->finished);
    pthread_cond_destroy(&crew->waiting);
    pthread_mutex_destroy(&crew->mutex);
    free(crew->threads);
    free(crew->done);
    free(crew->slots);
    free(crew);
}

Slot *crew_slot(Crew *crew)
{
    if (crew->submitted - crew->first == crew->size) return NULL;
    Slot *slot = &crew->slots[crew->submitted % crew->size];
    slot->line.length = 0;
    return slot;
}

void crew_submit(Crew *crew, Slot *slot)
{
    assert(slot == &crew->slots[crew->submitted % crew->size]);
    pthread_mutex_lock(&crew->mutex);
    crew->done[crew->submitted++ % crew->size] = false;
    pthread_cond_signal(&crew->waiting);
    pthread_mutex_unlock(&crew->mutex);
    (void)slot;
}

Slot *crew_next(Crew *crew)
{
    if (crew->first == crew->submitted) return NULL;
    size_t place = crew->first % crew->size;
    pthread_mutex_lock(&crew->mutex);
    while (!crew->done[place])
        pthread_cond_wait(&crew->finished, &crew->mutex);
    pthread_mutex_unlock(&crew->mutex);
    return &crew->slots[place];
}

void crew_release(Crew *crew, Slot *slot)
{
    assert(slot == &crew->slots[crew->first % crew->size]);
    article_clear(&slot->article);
    crew->first++;
}
