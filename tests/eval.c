// Measures every layer that --annotate prints, from raw text, against annotated corpora, and prints one table.
// SPDX-License-Identifier: MIT
//
//   eval [--errors N] PROGRAM CORPORA STORYLINES...
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/annotation.h"
#include "tests/gold.h"
#include "tests/score.h"
#include "tests/storyline.h"

enum { PATH_SIZE = 1024 };

typedef struct Set {
    Corpus corpus;
    Arena *arena;
    Score tokens, sentences, names, pos;
    size_t errors; // names to print, wrong or missed
} Set;

static void print_score(const char *set, const char *layer, Score score)
{
    if (score.gold)
        printf("%-22s %-26s %7.2f %7.2f %7.2f %8llu\n", set, layer, 100 * score_precision(score),
               100 * score_recall(score), 100 * score_f1(score), (unsigned long long)score.gold);
}

// ---------------------------------------------------------------------------------------------- text layers

static void print_context(const char *kind, KbText text, GoldSpan span)
{
    size_t from = span.start > 40 ? span.start - 40 : 0, to = span.end + 40 < text.length ? span.end + 40 : text.length;
    printf("  %-7s %-12s ", kind, kb_type_name((KbType)span.type));
    for (size_t i = from; i < to; i++) {
        if (i == span.start) putchar('[');
        if (i == span.end) putchar(']');
        putchar((unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
    }
    putchar('\n');
}

static bool spans_hold(const GoldSpans *spans, GoldSpan wanted)
{
    for (size_t i = 0; i < spans->count; i++)
        if (memcmp(&spans->items[i], &wanted, sizeof wanted) == 0) return true;
    return false;
}

static void print_errors(Set *set, const CorpusText *text, const GoldSpans *found)
{
    for (size_t i = 0; i < text->names.count && set->errors; i++)
        if (!spans_hold(found, text->names.items[i]))
            set->errors--, print_context("missed", text->text, text->names.items[i]);
    for (size_t i = 0; i < found->count && set->errors; i++)
        if (!spans_hold(&text->names, found->items[i]))
            set->errors--, print_context("wrong", text->text, found->items[i]);
}

// UPOS the CoNLL 2018 way: of tokens that are aligned, F1 of those with the same tag.
static void score_pos(Set *set, const CorpusText *text, const json_t *object)
{
    const json_t *tokens = json_object_get(object, "tokens"), *token;
    size_t index, at = 0;
    static const char *const names[POS_COUNT] = {"_",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                 "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                 "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    set->pos.gold += text->tokens.count;
    set->pos.found += json_array_size(tokens);
    json_array_foreach(tokens, index, token)
    {
        uint32_t start = (uint32_t)json_integer_value(json_object_get(token, "start"));
        uint32_t end = (uint32_t)json_integer_value(json_object_get(token, "end"));
        const char *pos = json_string_value(json_object_get(token, "pos"));
        while (at < text->tokens.count && text->tokens.items[at].start < start)
            at++;
        if (at >= text->tokens.count || text->tokens.items[at].start != start || text->tokens.items[at].end != end)
            continue;
        set->pos.right += pos && strcmp(pos, names[text->pos[at]]) == 0;
    }
}

static void score_text(size_t index, const json_t *object, void *context)
{
    Set *set = context;
    CorpusText *text = &set->corpus.texts[index];
    GoldSpans tokens = {0}, sentences = {0}, names = {0};
    annotation_spans(set->arena, object, "tokens", &tokens);
    annotation_spans(set->arena, object, "sentences", &sentences);
    annotation_names(set->arena, object, &names);
    if (text->pos) score_pos(set, text, object);
    score_spans(&set->tokens, &text->tokens, &tokens, text->from, text->to);
    score_spans(&set->sentences, &text->sentences, &sentences, text->from, text->to);
    score_spans(&set->names, &text->names, &names, text->from, text->to);
    if (set->errors) print_errors(set, text, &names);
}

static void eval_set(const char *program, const char *name, Set *set)
{
    AnnotationInput *inputs = calloc(set->corpus.count + 1, sizeof *inputs);
    for (size_t i = 0; i < set->corpus.count; i++)
        inputs[i] = (AnnotationInput){.text = set->corpus.texts[i].text, .date = {"", 0}};
    if (!annotate_texts(program, inputs, set->corpus.count, score_text, set))
        fprintf(stderr, "eval: %s failed\n", program);
    free(inputs);
    bool columns = strstr(name, "CoNLL") != NULL;
    if (!columns) print_score(name, "tokens", set->tokens);
    if (!columns) print_score(name, "sentences", set->sentences);
    if (!columns) print_score(name, "part of speech", set->pos);
    print_score(name, "names", set->names);
}

static bool load_gum(Arena *arena, const char *root, Corpus *corpus)
{
    char path[PATH_SIZE], name[128];
    snprintf(path, sizeof path, "%s/gum/dev.txt", root);
    FILE *list = fopen(path, "r");
    if (!list) return false;
    while (fscanf(list, "%127s", name) == 1) {
        snprintf(path, sizeof path, "%s/gum/dep/%s.conllu", root, name);
        corpus_conllu(arena, path, true, corpus);
    }
    fclose(list);
    return true;
}

static bool load(Arena *arena, const char *root, unsigned which, Corpus *corpus)
{
    char path[PATH_SIZE], names[PATH_SIZE];
    switch (which) {
    case 0:
        snprintf(path, sizeof path, "%s/ewt/en_ewt-ud-dev.conllu", root);
        snprintf(names, sizeof names, "%s/ewt/en_ewt-uner-dev.iob2", root);
        return corpus_conllu(arena, path, false, corpus) && corpus_iob_names(arena, names, corpus);
    case 1: return load_gum(arena, root, corpus);
    case 2: snprintf(path, sizeof path, "%s/conll03-eval/testa.txt", root); return corpus_columns(arena, path, corpus);
    default:
        snprintf(path, sizeof path, "%s/linking/news-fair-v2-dev.jsonl", root);
        return corpus_news_fair(arena, path, corpus);
    }
}

int main(int argc, char **argv)
{
    static const char *const names[] = {"EWT/UNER dev", "GUM dev", "CoNLL-2003 testa", "News-Fair dev"};
    size_t errors = 0;
    if (argc > 2 && strcmp(argv[1], "--errors") == 0) errors = strtoul(argv[2], NULL, 10), argc -= 2, argv += 2;
    if (argc < 3) return fprintf(stderr, "usage: eval [--errors N] PROGRAM CORPORA [STORYLINES...]\n"), 2;
    printf("%-22s %-26s %7s %7s %7s %8s\n", "set", "layer", "P", "R", "F1", "gold");
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        Set set = {.arena = arena_new(), .errors = errors};
        if (load(set.arena, argv[2], i, &set.corpus))
            eval_set(argv[1], names[i], &set);
        else
            printf("%-22s %s\n", names[i], "skipped: not there");
        arena_free(set.arena);
    }
    for (int i = 3; i < argc; i++) {
        Storylines scores = {.errors = errors};
        eval_storylines(argv[1], argv[i], &scores);
        print_score(argv[i], "names", scores.names);
        print_score(argv[i], "roles", scores.roles);
        print_score(argv[i], "roles, any status", scores.roles_any_status);
        print_score(argv[i], "relations", scores.relations);
        print_score(argv[i], "relations, plain", scores.relations_plain);
    }
    return 0;
}
