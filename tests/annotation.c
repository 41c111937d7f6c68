// Runs `kb-ingest --annotate` over texts and hands back its objects: evals see what a user sees.
// SPDX-License-Identifier: MIT
#include "tests/annotation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { COMMAND = 2048 };

static bool write_inputs(int file, const AnnotationInput *inputs, size_t count)
{
    FILE *out = fdopen(file, "w");
    if (!out) return false;
    for (size_t i = 0; i < count; i++) {
        char id[32];
        snprintf(id, sizeof id, "%zu", i);
        json_t *article = json_pack("{ss, ss%}", "id", id, "text", inputs[i].text.data, inputs[i].text.length);
        if (inputs[i].date.length)
            json_object_set_new(article, "date_publish", json_stringn(inputs[i].date.data, inputs[i].date.length));
        json_dumpf(article, out, JSON_COMPACT);
        fputc('\n', out);
        json_decref(article);
    }
    return fclose(out) == 0;
}

static void read_objects(FILE *pipe, size_t count, AnnotationVisit visit, void *context)
{
    char *line = NULL;
    size_t room = 0, next = 0;
    while (getline(&line, &room, pipe) > 0) {
        json_t *object = json_loads(line, 0, NULL);
        const char *id = json_string_value(json_object_get(object, "id"));
        size_t index = id ? strtoul(id, NULL, 10) : count;
        while (next < index && next < count)
            visit(next++, NULL, context);
        if (next < count) visit(next++, object, context);
        json_decref(object);
    }
    while (next < count)
        visit(next++, NULL, context);
    free(line);
}

bool annotate_texts(const char *program, const AnnotationInput *inputs, size_t count, AnnotationVisit visit,
                    void *context)
{
    char path[] = "/tmp/kb-eval-XXXXXX.jsonl", command[COMMAND];
    int file = mkstemps(path, 6);
    if (file < 0 || !write_inputs(file, inputs, count)) return false;
    snprintf(command, sizeof command, "'%s' --quiet --annotate '%s'", program, path);
    FILE *pipe = popen(command, "r");
    if (pipe) read_objects(pipe, count, visit, context);
    int status = pipe ? pclose(pipe) : -1;
    unlink(path);
    return status == 0 || (status >> 8) == 3;
}

static GoldSpan span_of(const json_t *item)
{
    return (GoldSpan){(uint32_t)json_integer_value(json_object_get(item, "start")),
                      (uint32_t)json_integer_value(json_object_get(item, "end")), 0};
}

void annotation_spans(Arena *arena, const json_t *object, const char *layer, GoldSpans *spans)
{
    size_t index;
    const json_t *item;
    json_array_foreach(json_object_get(object, layer), index, item)
        ARENA_PUSH(arena, spans->items, spans->count, spans->room, span_of(item));
}

void annotation_names(Arena *arena, const json_t *object, GoldSpans *names)
{
    size_t index;
    const json_t *item;
    json_array_foreach(json_object_get(object, "mentions"), index, item)
    {
        const char *kind = json_string_value(json_object_get(item, "kind"));
        const char *type = json_string_value(json_object_get(item, "type"));
        if (!kind || !type || strcmp(kind, "name") != 0) continue;
        GoldSpan span = span_of(item);
        span.type = type[0] == 'p' && type[1] == 'e'   ? KB_PERSON
                    : type[0] == 'o' && type[1] == 'r' ? KB_ORGANIZATION
                                                       : KB_PLACE;
        ARENA_PUSH(arena, names->items, names->count, names->room, span);
    }
}

void annotation_chains(Arena *arena, const json_t *object, ChainMentions *mentions)
{
    size_t index;
    const json_t *item;
    json_array_foreach(json_object_get(object, "mentions"), index, item)
    {
        const json_t *chain = json_object_get(item, "chain");
        GoldSpan span = span_of(item);
        if (!json_is_integer(chain)) continue;
        ChainMention mention = {span.start, span.end, (int32_t)json_integer_value(chain)};
        ARENA_PUSH(arena, mentions->items, mentions->count, mentions->room, mention);
    }
}
