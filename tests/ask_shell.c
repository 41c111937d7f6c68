// Asks kb-shell the questions of a storyline over what kb-ingest reads in its articles: evals see what a user sees.
// SPDX-License-Identifier: MIT
#include "tests/ask_shell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 1024, COMMAND = 3 * PATH_SIZE };

// ---------------------------------------------------------------------------------------------- running

static bool write_text(const char *folder, const char *name, bool (*write)(FILE *, const GoldStory *),
                       const GoldStory *story)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) return false;
    bool written = write(file, story);
    return fclose(file) == 0 && written;
}

static bool write_articles(FILE *file, const GoldStory *story)
{
    for (size_t i = 0; i < story->article_count; i++) {
        const GoldArticle *article = &story->articles[i];
        json_t *line = json_pack("{so, ss%, ss%, ss%}", "id", json_sprintf("%02u", article->number), "text",
                                 article->text.data, article->text.length, "title", article->title.data,
                                 article->title.length, "source_domain", article->source.data, article->source.length);
        if (article->date.length)
            json_object_set_new(line, "date_publish", json_stringn(article->date.data, article->date.length));
        json_dumpf(line, file, JSON_COMPACT);
        fputc('\n', file);
        json_decref(line);
    }
    return true;
}

static bool write_questions(FILE *file, const GoldStory *story)
{
    for (size_t i = 0; i < story->questions.count; i++) {
        KbText question = story->questions.rows[i].cells[0];
        fprintf(file, "%.*s\n", (int)question.length, question.data);
    }
    return true;
}

// Without a pipe no question is answered.
static void read_answers(FILE *pipe, size_t count, AnnotationVisit visit, void *context)
{
    char *line = NULL;
    size_t room = 0, next = 0;
    while (next < count && pipe && getline(&line, &room, pipe) > 0) {
        json_t *object = json_loads(line, 0, NULL);
        visit(next++, object, context);
        json_decref(object);
    }
    while (next < count)
        visit(next++, NULL, context);
    free(line);
}

static bool run_programs(const char *ingest, const char *folder, size_t count, AnnotationVisit visit, void *context)
{
    char command[COMMAND];
    const char *slash = strrchr(ingest, '/');
    int parent = slash ? (int)(slash - ingest) : 1;
    snprintf(command, sizeof command, "'%.900s' --quiet --db '%.900s/kb' '%.900s/articles.jsonl'", ingest, folder,
             folder);
    if (system(command) != 0) return read_answers(NULL, count, visit, context), false;
    snprintf(command, sizeof command, "'%.*s/kb-shell' --db '%.900s/kb' --mode json --keep-going -f '%.900s/questions'",
             parent, slash ? ingest : ".", folder, folder);
    FILE *pipe = popen(command, "r");
    read_answers(pipe, count, visit, context);
    if (!pipe) return false;
    int status = pclose(pipe);
    return status == 0 || status >> 8 == 1;
}

bool ask_shell(const char *ingest, const GoldStory *story, AnnotationVisit visit, void *context)
{
    static const char *const files[] = {"articles.jsonl", "questions", "kb", "kb-lock"};
    char folder[] = "/tmp/kb-eval-XXXXXX", path[PATH_SIZE];
    if (!mkdtemp(folder)) return false;
    bool done = write_text(folder, files[0], write_articles, story) &&
                write_text(folder, files[1], write_questions, story) &&
                run_programs(ingest, folder, story->questions.count, visit, context);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        unlink(path);
    }
    rmdir(folder);
    return done;
}

// ---------------------------------------------------------------------------------------------- comparing

static bool same_name(KbText a, KbText b)
{
    return a.length == b.length && strncasecmp(a.data, b.data, a.length) == 0;
}

bool gold_named(const GoldEntity *entity, KbText name)
{
    KbText rest = entity->aliases, alias;
    if (same_name(entity->name, name)) return true;
    while (gold_next(&rest, '|', &alias))
        if (same_name(alias, name)) return true;
    return false;
}

// The only entity that the first variant names; NULL where there is none or more than one.
static const GoldEntity *entity_meant(const GoldStory *story, KbText variants)
{
    const GoldEntity *meant = NULL;
    KbText first;
    if (!gold_next(&variants, '|', &first)) return NULL;
    for (size_t i = 0; i < story->entity_count; i++) {
        if (!gold_named(&story->entities[i], first)) continue;
        if (meant) return NULL;
        meant = &story->entities[i];
    }
    return meant;
}

bool answer_fits(const GoldStory *story, KbText variants, KbText text)
{
    const GoldEntity *meant = entity_meant(story, variants);
    KbText variant;
    if (meant && gold_named(meant, text)) return true;
    while (gold_next(&variants, '|', &variant))
        if (same_name(variant, text)) return true;
    return false;
}

static bool given(const json_t *answers, const GoldStory *story, KbText variants)
{
    size_t index;
    const json_t *answer;
    json_array_foreach(answers, index, answer)
    {
        const char *text = json_string_value(json_object_get(answer, "text"));
        if (text && answer_fits(story, variants, kb_text(text))) return true;
    }
    return false;
}

bool answer_is_right(const json_t *object, const GoldStory *story, const GoldRow *row)
{
    const char *status = json_string_value(json_object_get(object, "status"));
    const json_t *answers = json_object_get(object, "answers");
    KbText rest = row->cells[2], variants;
    size_t wanted = 0;
    if (!status || !kb_text_equal(kb_text(status), row->cells[1])) return false;
    if (kb_text_equal(rest, kb_text("-"))) rest.length = 0;
    for (; gold_next(&rest, ';', &variants); wanted++)
        if (!given(answers, story, variants)) return false;
    return strcmp(status, "ok") != 0 || json_array_size(answers) == wanted;
}
