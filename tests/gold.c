// Reads storylines of the annotated corpus: marked articles, entities, and the tables of roles and relations.
// SPDX-License-Identifier: MIT
#include "tests/gold.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 1024, ARTICLE_LIMIT = 99, CELLS = 16 };

// ---------------------------------------------------------------------------------------------- files

static bool read_file(Arena *arena, const char *path, KbText *text)
{
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *data = arena_alloc(arena, (size_t)size + 1, 1);
    *text = (KbText){data, fread(data, 1, (size_t)size, file)};
    fclose(file);
    return true;
}

// Takes the first line off `rest`, without its newline.
static KbText take_line(KbText *rest)
{
    const char *newline = memchr(rest->data, '\n', rest->length);
    size_t length = newline ? (size_t)(newline - rest->data) : rest->length;
    KbText line = {rest->data, length};
    size_t taken = newline ? length + 1 : length;
    *rest = (KbText){rest->data + taken, rest->length - taken};
    if (line.length && line.data[line.length - 1] == '\r') line.length--;
    return line;
}

static KbText trimmed(KbText text)
{
    while (text.length && strchr(" \t", text.data[0]))
        text.data++, text.length--;
    while (text.length && strchr(" \t", text.data[text.length - 1]))
        text.length--;
    return text;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **gold_list(Arena *arena, const char *folder)
{
    char **names = NULL;
    size_t count = 0, room = 0;
    DIR *listing = opendir(folder);
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "%s/%s/entities.tsv", folder, entry->d_name);
        FILE *file = entry->d_name[0] == '.' ? NULL : fopen(path, "rb");
        if (!file) continue;
        fclose(file);
        char *name = (char *)(uintptr_t)arena_text(arena, entry->d_name, strlen(entry->d_name)).data;
        ARENA_PUSH(arena, names, count, room, name);
    }
    if (listing) closedir(listing);
    if (count) qsort(names, count, sizeof *names, compare_names);
    ARENA_PUSH(arena, names, count, room, NULL);
    return names;
}

// ---------------------------------------------------------------------------------------------- tables

static GoldTable read_table(Arena *arena, const char *folder, const char *name, const char *table)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s/%s", folder, name, table);
    KbText rest;
    GoldTable result = {0};
    size_t room = 0;
    if (!read_file(arena, path, &rest)) return result;
    while (rest.length) {
        KbText line = take_line(&rest);
        if (!line.length || line.data[0] == '#') continue;
        GoldRow row = {0};
        for (size_t cell = 0; cell < CELLS; cell++)
            row.cells[cell].data = "";
        for (size_t cell = 0; cell < CELLS; cell++) {
            const char *tab = memchr(line.data, '\t', line.length);
            size_t length = tab ? (size_t)(tab - line.data) : line.length;
            row.cells[cell] = trimmed((KbText){line.data, length});
            if (!tab) break;
            line = (KbText){tab + 1, line.length - length - 1};
        }
        ARENA_PUSH(arena, result.rows, result.count, room, row);
    }
    return result;
}

static uint8_t type_of(KbText word)
{
    for (unsigned type = 0; type < KB_TYPES; type++)
        if (kb_text_equal(word, kb_text(kb_type_name((KbType)type)))) return (uint8_t)type;
    return KB_OTHER;
}

int32_t gold_entity(const GoldStory *story, KbText id)
{
    for (size_t i = 0; i < story->entity_count; i++)
        if (kb_text_equal(story->entities[i].id, id)) return (int32_t)i;
    return KB_NONE;
}

bool gold_lists(KbText articles, uint32_t number)
{
    for (size_t i = 0; i < articles.length;) {
        char *end;
        unsigned long listed = strtoul(articles.data + i, &end, 10);
        size_t taken = (size_t)(end - articles.data) - i;
        if (taken && listed == number) return true;
        i += taken ? taken : 1;
    }
    return false;
}

// ---------------------------------------------------------------------------------------------- articles

static KbStatus bad(KbError *error, const char *what, const GoldStory *story, uint32_t number, size_t offset)
{
    error->status = KB_INVALID;
    error->offset = offset;
    snprintf(error->text, sizeof error->text, "%.*s/%02u.gold: %s", (int)story->name.length, story->name.data, number,
             what);
    return KB_INVALID;
}

// One mark, from after its "[["; writes the inner text to `out` and returns the bytes taken, 0 if it is malformed.
static size_t read_mark(KbText rest, const GoldStory *story, GoldMark *mark, KbText *inner)
{
    size_t separator = 0, close = 0;
    while (separator < rest.length && !strchr("|~]", rest.data[separator]))
        separator++;
    if (separator >= rest.length || rest.data[separator] == ']') return 0;
    for (close = separator + 1; close + 1 < rest.length; close++)
        if (rest.data[close] == ']' && rest.data[close + 1] == ']') break;
    if (close + 1 >= rest.length) return 0;
    mark->entity = gold_entity(story, (KbText){rest.data, separator});
    mark->name = rest.data[separator] == '|';
    *inner = (KbText){rest.data + separator + 1, close - separator - 1};
    return mark->entity < 0 || memmem(inner->data, inner->length, "[[", 2) ? 0 : close + 2;
}

static KbStatus strip_marks(GoldStory *story, GoldArticle *article, KbText body, KbError *error)
{
    char *out = arena_alloc(story->arena, body.length + 1, 1);
    size_t length = 0, room = 0;
    for (size_t i = 0; i < body.length;) {
        if (body.data[i] != '[' || i + 1 >= body.length || body.data[i + 1] != '[') {
            out[length++] = body.data[i++];
            continue;
        }
        GoldMark mark = {.start = (uint32_t)length};
        KbText inner;
        size_t taken = read_mark((KbText){body.data + i + 2, body.length - i - 2}, story, &mark, &inner);
        if (!taken) return bad(error, "bad mark or unknown id", story, article->number, i);
        memcpy(out + length, inner.data, inner.length);
        length += inner.length;
        mark.end = (uint32_t)length;
        ARENA_PUSH(story->arena, article->marks, article->mark_count, room, mark);
        i += 2 + taken;
    }
    article->text = (KbText){out, length};
    return KB_OK;
}

static void read_headers(GoldArticle *article, KbText *rest)
{
    static const char keys[3][10] = {"#title:", "#date:", "#source:"};
    KbText *values[3] = {&article->title, &article->date, &article->source};
    while (rest->length && rest->data[0] == '#') {
        KbText line = take_line(rest);
        for (size_t i = 0; i < 3; i++) {
            size_t length = strlen(keys[i]);
            if (line.length >= length && memcmp(line.data, keys[i], length) == 0)
                *values[i] = trimmed((KbText){line.data + length, line.length - length});
        }
    }
    while (rest->length && rest->data[0] == '\n')
        take_line(rest);
}

static KbStatus read_articles(GoldStory *story, const char *folder, const char *name, KbError *error)
{
    size_t room = 0;
    for (uint32_t number = 1; number <= ARTICLE_LIMIT; number++) {
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "%s/%s/%02u.gold", folder, name, number);
        KbText rest;
        if (!read_file(story->arena, path, &rest)) continue;
        GoldArticle article = {.number = number, .title = {"", 0}, .date = {"", 0}, .source = {"", 0}};
        read_headers(&article, &rest);
        KbStatus status = strip_marks(story, &article, rest, error);
        if (status) return status;
        ARENA_PUSH(story->arena, story->articles, story->article_count, room, article);
    }
    return KB_OK;
}

KbStatus gold_open(const char *folder, const char *name, GoldStory *story, KbError *error)
{
    *story = (GoldStory){.arena = arena_new()};
    story->name = arena_text(story->arena, name, strlen(name));
    GoldTable entities = read_table(story->arena, folder, name, "entities.tsv");
    story->entities = arena_alloc(story->arena, entities.count + 1, sizeof *story->entities);
    for (size_t i = 0; i < entities.count; i++) {
        const KbText *cells = entities.rows[i].cells;
        story->entities[i] =
            (GoldEntity){.id = cells[0], .name = cells[2], .aliases = cells[3], .type = type_of(cells[1])};
    }
    story->entity_count = entities.count;
    story->roles = read_table(story->arena, folder, name, "roles.tsv");
    story->relations = read_table(story->arena, folder, name, "relations.tsv");
    story->quotes = read_table(story->arena, folder, name, "quotes.tsv");
    story->questions = read_table(story->arena, folder, name, "questions.tsv");
    KbStatus status = read_articles(story, folder, name, error);
    if (status) gold_close(story);
    return status;
}

void gold_close(GoldStory *story)
{
    arena_free(story->arena);
    *story = (GoldStory){0};
}

// ---------------------------------------------------------------------------------------------- into a document

void gold_annotate(Document *document, const GoldStory *story, const GoldArticle *article, bool all_marks)
{
    size_t room = 0;
    uint32_t token = 0;
    document->mentions = NULL;
    document->mention_count = 0;
    for (size_t i = 0; i < article->mark_count; i++) {
        const GoldMark *mark = &article->marks[i];
        if (!mark->name && !all_marks) continue;
        while (token < document->token_count && document->tokens[token].end <= mark->start)
            token++;
        Mention mention = {.first = token, .last = token, .chain = KB_NONE, .kind = mark->name ? KB_NAME : KB_NOMINAL};
        while (mention.last < document->token_count && document->tokens[mention.last].start < mark->end)
            mention.last++;
        if (mention.first == mention.last) continue;
        mention.head = mention.last - 1;
        mention.type = story->entities[mark->entity].type;
        ARENA_PUSH(document->arena, document->mentions, document->mention_count, room, mention);
        token = mention.last;
    }
}
