// Reads storylines of the annotated corpus: marked articles, entities, and the tables of roles and relations.
// SPDX-License-Identifier: MIT
#include "tests/gold.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/standoff.h"

enum { PATH_SIZE = 1024, ARTICLE_LIMIT = 99 };

// ---------------------------------------------------------------------------------------------- files

bool gold_file(Arena *arena, const char *path, KbText *text)
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

KbText gold_trimmed(KbText text)
{
    while (text.length && strchr(" \t", text.data[0]))
        text.data++, text.length--;
    while (text.length && strchr(" \t", text.data[text.length - 1]))
        text.length--;
    return text;
}

bool gold_next(KbText *list, char separator, KbText *item)
{
    if (!list->length) return false;
    const char *bar = memchr(list->data, separator, list->length);
    size_t length = bar ? (size_t)(bar - list->data) : list->length, taken = length + (bar != NULL);
    *item = gold_trimmed((KbText){list->data, length});
    *list = (KbText){list->data + taken, list->length - taken};
    return true;
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

// ---------------------------------------------------------------------------------------------- problems

static void add_problem(GoldStory *story, GoldProblem problem)
{
    ARENA_PUSH(story->arena, story->problems, story->problem_count, story->problem_room, problem);
}

void gold_problem(GoldStory *story, const char *file, uint32_t line, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    add_problem(story, (GoldProblem){.file = arena_text(story->arena, file, strlen(file)).data,
                                     .line = line,
                                     .text = arena_text(story->arena, text, strlen(text)).data});
}

// ---------------------------------------------------------------------------------------------- tables

static GoldRow read_row(KbText line, uint32_t number)
{
    GoldRow row = {.line = number};
    for (size_t cell = 0; cell < GOLD_CELLS; cell++)
        row.cells[cell].data = "";
    while (row.cell_count < GOLD_CELLS) {
        const char *tab = memchr(line.data, '\t', line.length);
        size_t length = tab ? (size_t)(tab - line.data) : line.length;
        row.cells[row.cell_count++] = gold_trimmed((KbText){line.data, length});
        if (!tab) break;
        line = (KbText){tab + 1, line.length - length - 1};
    }
    return row;
}

static GoldTable read_table(Arena *arena, const char *folder, const char *name, const char *table)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s/%s", folder, name, table);
    KbText rest;
    GoldTable result = {0};
    size_t room = 0;
    if (!gold_file(arena, path, &rest)) return result;
    for (uint32_t number = 1; rest.length; number++) {
        KbText line = take_line(&rest);
        if (!line.length || line.data[0] == '#') continue;
        ARENA_PUSH(arena, result.rows, result.count, room, read_row(line, number));
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

// A mark that cannot be read stays in the text.
static void bad_mark(GoldStory *story, uint32_t number, uint32_t line, size_t offset, KbText rest)
{
    char file[16], text[160];
    snprintf(file, sizeof file, "%02u.gold", number);
    const char *newline = memchr(rest.data, '\n', rest.length);
    size_t length = newline ? (size_t)(newline - rest.data) : rest.length;
    snprintf(text, sizeof text, "bad mark or unknown id: [[%.*s", (int)(length < 40 ? length : 40), rest.data);
    add_problem(story, (GoldProblem){.file = arena_text(story->arena, file, strlen(file)).data,
                                     .line = line,
                                     .offset = offset,
                                     .text = arena_text(story->arena, text, strlen(text)).data});
}

// One mark, from after its "[["; writes the inner text to `inner` and returns the bytes taken, 0 if it is malformed.
static size_t read_mark(KbText rest, const GoldStory *story, GoldMark *mark, KbText *inner)
{
    size_t separator = 0, close = 0;
    while (separator < rest.length && !strchr("|~]\n", rest.data[separator]))
        separator++;
    if (separator >= rest.length || strchr("]\n", rest.data[separator])) return 0;
    for (close = separator + 1; close + 1 < rest.length; close++)
        if (rest.data[close] == '\n' || (rest.data[close] == ']' && rest.data[close + 1] == ']')) break;
    if (close + 1 >= rest.length || rest.data[close] == '\n') return 0;
    mark->entity = gold_entity(story, (KbText){rest.data, separator});
    mark->name = rest.data[separator] == '|';
    *inner = (KbText){rest.data + separator + 1, close - separator - 1};
    return mark->entity < 0 || !inner->length || memmem(inner->data, inner->length, "[[", 2) ? 0 : close + 2;
}

static void strip_marks(GoldStory *story, GoldArticle *article, KbText body)
{
    char *out = arena_alloc(story->arena, body.length + 1, 1);
    size_t length = 0, room = 0;
    uint32_t line = article->body;
    for (size_t i = 0; i < body.length;) {
        bool opens = body.data[i] == '[' && i + 1 < body.length && body.data[i + 1] == '[';
        GoldMark mark = {.start = (uint32_t)length, .line = line};
        KbText inner, rest = {body.data + i, body.length - i};
        if (opens) rest = (KbText){rest.data + 2, rest.length - 2};
        size_t taken = opens ? read_mark(rest, story, &mark, &inner) : 0;
        if (opens && !taken) bad_mark(story, article->number, line, i, rest);
        if (!taken) {
            line += body.data[i] == '\n';
            out[length++] = body.data[i++];
            continue;
        }
        memcpy(out + length, inner.data, inner.length);
        length += inner.length;
        mark.end = (uint32_t)length;
        ARENA_PUSH(story->arena, article->marks, article->mark_count, room, mark);
        i += 2 + taken;
    }
    article->text = (KbText){out, length};
}

static void read_lines(GoldArticle *article, KbText range)
{
    gold_next(&range, '-', &article->place[0]);
    gold_next(&range, '-', &article->place[1]);
}

// "-" is no date.
static void drop_dash(KbText *date)
{
    if (kb_text_equal(*date, kb_text("-"))) *date = (KbText){"", 0};
}

static void read_headers(GoldArticle *article, KbText *rest)
{
    static const char *const keys[] = {"#title:", "#date:", "#source:", "#lines:", "#source-document:"};
    KbText lines = {"", 0}, *values[] = {&article->title, &article->date, &article->source, &lines, &article->corpus};
    article->body = 1;
    for (; rest->length && rest->data[0] == '#'; article->body++) {
        KbText line = take_line(rest);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            size_t length = strlen(keys[i]);
            if (line.length >= length && memcmp(line.data, keys[i], length) == 0)
                *values[i] = gold_trimmed((KbText){line.data + length, line.length - length});
        }
    }
    if (lines.length) read_lines(article, lines);
    drop_dash(&article->date);
    for (; rest->length && rest->data[0] == '\n'; article->body++)
        take_line(rest);
}

static GoldArticle *add_article(GoldStory *story, size_t *room, uint32_t number)
{
    GoldArticle article = {.number = number};
    KbText *texts[] = {&article.title, &article.date, &article.source, &article.text, article.place, article.place + 1};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = (KbText){"", 0};
    ARENA_PUSH(story->arena, story->articles, story->article_count, *room, article);
    return &story->articles[story->article_count - 1];
}

static void read_articles(GoldStory *story, const char *folder, const char *name)
{
    size_t room = 0;
    for (uint32_t number = 1; number <= ARTICLE_LIMIT; number++) {
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "%s/%s/%02u.gold", folder, name, number);
        KbText rest;
        if (!gold_file(story->arena, path, &rest)) continue;
        GoldArticle *article = add_article(story, &room, number);
        read_headers(article, &rest);
        strip_marks(story, article, rest);
    }
}

// ---------------------------------------------------------------------------------------------- stand-off

static uint32_t number_of(KbText cell)
{
    return (uint32_t)strtoul(cell.data, NULL, 10); // a cell ends with a tab or newline
}

// Two numbers in order, or for JSON an id and a list of numbers.
static bool good_place(const GoldArticle *article)
{
    const KbText *place = article->place;
    if (standoff_json(article->corpus))
        return place[0].length && place[1].length && strspn(place[1].data, "0123456789,") == place[1].length;
    return number_of(place[0]) && number_of(place[0]) <= number_of(place[1]);
}

// source.tsv: article, corpus file, SHA-256, first and last line (of JSON: document, starts of lines), date.
static void read_sources(GoldStory *story, const GoldTable *sources)
{
    KbText file = {"", 0}, opened = {"", 0};
    size_t room = 0;
    for (size_t i = 0; i < sources->count; i++) {
        const GoldRow *row = &sources->rows[i];
        GoldArticle *article = add_article(story, &room, number_of(row->cells[0]));
        char path[PATH_SIZE];
        snprintf(path, sizeof path, GOLD_CORPORA "/%.*s", (int)row->cells[1].length, row->cells[1].data);
        article->body = 1;
        article->corpus = row->cells[1];
        article->hash = row->cells[2];
        memcpy(article->place, row->cells + 3, sizeof article->place);
        article->date = row->cells[5];
        drop_dash(&article->date);
        if (!kb_text_equal(opened, row->cells[1]) && !gold_file(story->arena, path, &file)) story->absent = true;
        opened = row->cells[1];
        if (row->cell_count != 6 || article->hash.length != 64 ||
            strspn(article->hash.data, "0123456789abcdef") != 64 || !good_place(article))
            gold_problem(story, "source.tsv", row->line, "not article, corpus file, SHA-256, its lines, date");
        if (!story->absent) article->text = standoff_article(story->arena, article->corpus, file, article->place);
    }
}

static GoldArticle *article_of(GoldStory *story, uint32_t number)
{
    for (size_t i = 0; i < story->article_count; i++)
        if (story->articles[i].number == number) return &story->articles[i];
    return NULL;
}

// marks.tsv: article, start, end, id, name or other; the rows of an article in text order.
static void read_marks(GoldStory *story, const GoldTable *marks)
{
    size_t room = 0;
    GoldArticle *filled = NULL;
    for (size_t i = 0; i < marks->count; i++) {
        const KbText *cells = marks->rows[i].cells;
        GoldArticle *article = article_of(story, number_of(cells[0]));
        uint32_t line = marks->rows[i].line;
        GoldMark mark = {number_of(cells[1]), number_of(cells[2]), line, gold_entity(story, cells[3]),
                         kb_text_equal(cells[4], kb_text("name"))};
        if (!article || mark.entity < 0 || mark.end <= mark.start || (article != filled && article->mark_count)) {
            gold_problem(story, "marks.tsv", line, "no such article or id, an empty span, or out of order");
            continue;
        }
        if (article != filled) room = 0;
        filled = article;
        if (!story->absent) {
            mark.start = standoff_bytes(article->text, mark.start);
            mark.end = standoff_bytes(article->text, mark.end);
        }
        if (article->mark_count && article->marks[article->mark_count - 1].end > mark.start)
            gold_problem(story, "marks.tsv", line, "overlaps the mark before it");
        ARENA_PUSH(story->arena, article->marks, article->mark_count, room, mark);
    }
}

// The names an entity is marked by, first one first: "A | B"; its canonical name is the longest.
static void name_from_marks(GoldStory *story, size_t entity)
{
    GoldEntity *named = &story->entities[entity];
    char list[4 * PATH_SIZE] = "";
    size_t used = 0;
    named->name = (KbText){"", 0};
    for (size_t i = 0; i < story->article_count; i++) {
        const GoldArticle *article = &story->articles[i];
        for (size_t m = 0; m < article->mark_count; m++) {
            const GoldMark *mark = &article->marks[m];
            KbText text = {article->text.data + mark->start, mark->end - mark->start}, seen = {list, used}, item;
            if (mark->entity != (int32_t)entity || !mark->name || used + text.length + 4 > sizeof list) continue;
            while (gold_next(&seen, '|', &item) && !kb_text_equal(item, text))
                item.length = 0;
            if (used && item.length) continue;
            if (text.length > named->name.length) named->name = text;
            used += (size_t)snprintf(list + used, sizeof list - used, "%s%.*s", used ? " | " : "", (int)text.length,
                                     text.data);
        }
    }
    named->aliases = arena_text(story->arena, list, used);
}

static void read_standoff(GoldStory *story, const char *folder, const char *name, const GoldTable *sources)
{
    GoldTable marks = read_table(story->arena, folder, name, "marks.tsv");
    read_sources(story, sources);
    read_marks(story, &marks);
    for (size_t i = 0; !story->absent && i < story->entity_count; i++)
        name_from_marks(story, i);
}

// ---------------------------------------------------------------------------------------------- a storyline

static void read_entities(GoldStory *story)
{
    const GoldTable *table = &story->entity_rows;
    story->entities = arena_alloc(story->arena, table->count + 1, sizeof *story->entities);
    story->entity_count = table->count;
    for (size_t i = 0; i < table->count; i++) {
        const KbText *cells = table->rows[i].cells;
        story->entities[i] = (GoldEntity){.id = cells[0],
                                          .name = cells[2],
                                          .aliases = cells[3],
                                          .type = type_of(cells[1]),
                                          .line = table->rows[i].line};
    }
}

void gold_read(const char *folder, const char *name, GoldStory *story)
{
    *story = (GoldStory){.arena = arena_new()};
    story->name = arena_text(story->arena, name, strlen(name));
    story->entity_rows = read_table(story->arena, folder, name, "entities.tsv");
    read_entities(story);
    story->roles = read_table(story->arena, folder, name, "roles.tsv");
    story->relations = read_table(story->arena, folder, name, "relations.tsv");
    story->quotes = read_table(story->arena, folder, name, "quotes.tsv");
    story->questions = read_table(story->arena, folder, name, "questions.tsv");
    GoldTable sources = read_table(story->arena, folder, name, "source.tsv");
    story->standoff = sources.count > 0;
    if (story->standoff)
        read_standoff(story, folder, name, &sources);
    else
        read_articles(story, folder, name);
}

KbStatus gold_open(const char *folder, const char *name, GoldStory *story, KbError *error)
{
    gold_read(folder, name, story);
    if (!story->problem_count) return KB_OK;
    const GoldProblem *problem = &story->problems[0];
    error->status = KB_INVALID;
    error->offset = problem->offset;
    snprintf(error->text, sizeof error->text, "%s/%s:%u: %s", name, problem->file, problem->line, problem->text);
    gold_close(story);
    return KB_INVALID;
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
