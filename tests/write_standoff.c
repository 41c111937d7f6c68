// Turns drafts of marked newswire into stand-off sets: tables without a word of the text.
// SPDX-License-Identifier: MIT
//
//   write_standoff DRAFT... FOLDER       DRAFT/NN.gold + tables --> FOLDER/NAME/source.tsv, marks.tsv, ...
//
// Each draft's articles are compared, character by character, with the corpus: with the lines of GMB that `#lines:`
// names, or with the document of `#source-document:`, of GUM (NAME) or of re3d (FOLDER/ID).
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/gold.h"
#include "tests/standoff.h"

enum { PATH_SIZE = 1024, HASH_SIZE = 65 };

typedef struct Source { // the corpus file last opened
    Arena *arena;
    char name[PATH_SIZE]; // below GOLD_CORPORA
    KbText file;
    char hash[HASH_SIZE]; // SHA-256
} Source;

// ---------------------------------------------------------------------------------------------- the corpus

static bool hash_source(Source *source)
{
    char command[2 * PATH_SIZE];
    snprintf(command, sizeof command, "sha256sum '" GOLD_CORPORA "/%s'", source->name);
    FILE *pipe = popen(command, "r");
    bool read = pipe && fscanf(pipe, "%64[0-9a-f]", source->hash) == 1;
    return pipe && pclose(pipe) == 0 && read;
}

// What a draft's `#source-document: FOLDER/ID` names; ID alone: of GUM.
static void document_of(const GoldArticle *article, KbText *folder, KbText *id)
{
    *id = article->corpus;
    gold_next(id, '/', folder);
    if (!id->length) *id = *folder, folder->length = 0;
}

static void open_source(Source *source, const GoldArticle *article)
{
    char name[PATH_SIZE], path[2 * PATH_SIZE];
    KbText folder = {"", 0}, id;
    document_of(article, &folder, &id);
    if (folder.length)
        snprintf(name, sizeof name, "re3d/%.*s/documents.json", (int)folder.length, folder.data);
    else if (id.length)
        snprintf(name, sizeof name, "gum/dep/%.*s.conllu", (int)id.length, id.data);
    else
        snprintf(name, sizeof name, "gmb/gmb.conll");
    if (strcmp(source->name, name) == 0) return;
    snprintf(source->name, sizeof source->name, "%s", name);
    snprintf(path, sizeof path, GOLD_CORPORA "/%s", name);
    if (!gold_file(source->arena, path, &source->file) || !hash_source(source))
        fprintf(stderr, "write_standoff: no %s\n", path), exit(1);
}

static KbText without_end(KbText text)
{
    while (text.length && text.data[text.length - 1] == '\n')
        text.length--;
    return text;
}

// `#lines:`; of GUM as many sentences from the first as the draft has lines; of re3d where the draft's lines begin.
static void find_place(const Source *source, const GoldArticle *article, KbText place[2])
{
    KbText draft = without_end(article->text), folder = {"", 0}, id;
    uint32_t sentences = 1;
    char last[16];
    memcpy(place, article->place, sizeof article->place);
    if (place[0].length) return;
    document_of(article, &folder, &id);
    if (folder.length) {
        place[0] = id;
        place[1] = standoff_starts(source->arena, standoff_document(source->arena, source->file, id), draft);
        return;
    }
    for (size_t i = 0; i < draft.length; i++)
        sentences += draft.data[i] == '\n';
    snprintf(last, sizeof last, "%u", standoff_end(source->file, sentences));
    place[0] = kb_text("1"), place[1] = arena_text(source->arena, last, strlen(last));
}

// The draft's first byte that the corpus does not have, as a line of the article; 0: they are the same.
static uint32_t first_difference(const Source *source, const GoldArticle *article)
{
    Arena *arena = arena_new();
    KbText draft = without_end(article->text);
    KbText place[2];
    find_place(source, article, place);
    KbText text = standoff_article(arena, kb_text(source->name), source->file, place);
    uint32_t line = 1;
    size_t at = 0;
    for (; at < draft.length && at < text.length && draft.data[at] == text.data[at]; at++)
        line += draft.data[at] == '\n';
    bool same = at == draft.length && at == text.length && at;
    arena_free(arena);
    return same ? 0 : line;
}

// ---------------------------------------------------------------------------------------------- writing

static FILE *open_table(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) fprintf(stderr, "write_standoff: %s: %s\n", path, strerror(errno)), exit(1);
    return file;
}

static void write_table(const char *folder, const char *name, const GoldTable *table, size_t columns)
{
    FILE *file = open_table(folder, name);
    for (size_t i = 0; i < table->count; i++)
        for (size_t cell = 0; cell < columns; cell++) {
            KbText text = table->rows[i].cells[cell];
            fprintf(file, "%.*s%c", (int)text.length, text.data, cell + 1 < columns ? '\t' : '\n');
        }
    fclose(file);
}

static void write_sources(const char *folder, Source *source, const GoldStory *story)
{
    FILE *file = open_table(folder, "source.tsv");
    for (size_t i = 0; i < story->article_count; i++) {
        const GoldArticle *article = &story->articles[i];
        KbText date = article->date.length ? article->date : kb_text("-");
        KbText place[2];
        open_source(source, article);
        find_place(source, article, place);
        fprintf(file, "%02u\t%s\t%s\t%.*s\t%.*s\t%.*s\n", article->number, source->name, source->hash,
                (int)place[0].length, place[0].data, (int)place[1].length, place[1].data, (int)date.length, date.data);
    }
    fclose(file);
}

static void write_marks(const char *folder, const GoldStory *story)
{
    FILE *file = open_table(folder, "marks.tsv");
    for (size_t i = 0; i < story->article_count; i++) {
        const GoldArticle *article = &story->articles[i];
        for (size_t m = 0; m < article->mark_count; m++) {
            const GoldMark *mark = &article->marks[m];
            KbText id = story->entities[mark->entity].id;
            fprintf(file, "%02u\t%u\t%u\t%.*s\t%s\n", article->number, standoff_characters(article->text, mark->start),
                    standoff_characters(article->text, mark->end), (int)id.length, id.data,
                    mark->name ? "name" : "other");
        }
    }
    fclose(file);
}

static void write_set(const char *folder, Source *source, const GoldStory *story)
{
    if (mkdir(folder, 0777) && errno != EEXIST) fprintf(stderr, "%s: %s\n", folder, strerror(errno)), exit(1);
    write_sources(folder, source, story);
    write_marks(folder, story);
    write_table(folder, "entities.tsv", &story->entity_rows, 2);
    write_table(folder, "roles.tsv", &story->roles, 12);
    write_table(folder, "relations.tsv", &story->relations, 10);
    write_table(folder, "quotes.tsv", &story->quotes, 3);
}

// ---------------------------------------------------------------------------------------------- a draft

// Prints what is wrong with the draft; true: nothing.
static bool check_draft(Source *source, const GoldStory *story, const char *draft)
{
    size_t wrong = story->problem_count + !story->article_count;
    for (size_t i = 0; i < story->problem_count; i++)
        printf("%s/%s:%u: %s\n", draft, story->problems[i].file, story->problems[i].line, story->problems[i].text);
    for (size_t i = 0; i < story->article_count; i++) {
        const GoldArticle *article = &story->articles[i];
        open_source(source, article);
        uint32_t line = first_difference(source, article);
        if (!line) continue;
        printf("%s/%02u.gold:%u: not the text of %s\n", draft, article->number, article->body + line - 1, source->name);
        wrong++;
    }
    return wrong == 0;
}

static bool convert(Source *source, const char *draft, const char *folder)
{
    char parent[PATH_SIZE], out[PATH_SIZE];
    GoldStory story;
    snprintf(parent, sizeof parent, "%s", draft);
    for (size_t end = strlen(parent); end > 1 && parent[end - 1] == '/';)
        parent[--end] = '\0';
    char *slash = strrchr(parent, '/');
    const char *name = slash ? slash + 1 : parent;
    if (slash) *slash = '\0';
    gold_read(slash ? parent : ".", name, &story);
    bool good = check_draft(source, &story, draft);
    snprintf(out, sizeof out, "%.500s/%.500s", folder, name);
    if (good) write_set(out, source, &story);
    gold_close(&story);
    return good;
}

int main(int argc, char **argv)
{
    Source source = {.arena = arena_new()};
    bool good = true;
    if (argc < 3) return fprintf(stderr, "usage: write_standoff DRAFT... FOLDER\n"), 2;
    for (int i = 1; i + 1 < argc; i++)
        good = convert(&source, argv[i], argv[argc - 1]) && good;
    arena_free(source.arena);
    return !good;
}
