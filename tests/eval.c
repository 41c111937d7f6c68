// Measures every layer that --annotate prints, from raw text, against annotated corpora, and prints one table.
// SPDX-License-Identifier: MIT
//
//   eval [--float] [--errors N] PROGRAM CORPORA STORYLINES...
//
// --float: the comparison mode of the program, the same table without rounding to int8.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/annotation.h"
#include "tests/disguise.h"
#include "tests/gap.h"
#include "tests/ontonotes.h"
#include "tests/score.h"
#include "tests/storyline.h"

enum { PATH_SIZE = 1024, LAYER_SIZE = 64 };

typedef struct Set {
    Corpus corpus;
    Arena *arena;
    Score tokens, sentences, names, spans, pos, features, attached, labelled; // spans: names without types
    size_t errors;                                                            // names to print, wrong or missed
} Set;

static void print_score(const char *set, const char *layer, Score score)
{
    if (score.gold)
        printf("%-30s %-26s %7.2f %7.2f %7.2f %8llu\n", set, layer, 100 * score_precision(score),
               100 * score_recall(score), 100 * score_f1(score), (unsigned long long)score.gold);
}

static void print_skipped(const char *set)
{
    printf("%-30s %s\n", set, "skipped: not there");
}

// Visits what the program prints for the texts of a corpus, in disguise.
static void annotate_corpus(const char *program, const Corpus *corpus, Disguise disguise, AnnotationVisit visit,
                            void *context)
{
    Arena *arena = arena_new();
    AnnotationInput *inputs = arena_alloc(arena, corpus->count + 1, sizeof *inputs);
    for (size_t i = 0; i < corpus->count; i++)
        inputs[i] = (AnnotationInput){disguise_text(arena, corpus->texts[i].text, disguise), {"", 0}};
    if (!annotate_texts(program, inputs, corpus->count, visit, context)) fprintf(stderr, "eval: %s failed\n", program);
    arena_free(arena);
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
    for (size_t i = 0; i < spans->count; i++) {
        GoldSpan span = spans->items[i];
        if (span.start == wanted.start && span.end == wanted.end && span.type == wanted.type) return true;
    }
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

typedef struct Aligned { // a token of the program and the gold one with the same bounds
    const json_t *found;
    size_t gold;
} Aligned;

static int64_t integer(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static bool text_of_is(const json_t *object, const char *key, KbText gold, bool universal)
{
    const char *text = json_string_value(json_object_get(object, key));
    if (!text) return false;
    size_t length = universal ? strcspn(text, ":") : strlen(text);
    return kb_text_equal(gold, (KbText){text, length});
}

// Whether the head of the found token is the gold head, both by their bounds.
static bool same_head(const CorpusText *text, const json_t *tokens, Aligned token)
{
    const json_t *head = json_object_get(token.found, "head");
    uint32_t gold = text->words[token.gold].head;
    if (!json_is_integer(head)) return false;
    if (json_integer_value(head) < 0) return gold == token.gold;
    const json_t *found = json_array_get(tokens, (size_t)json_integer_value(head));
    const GoldSpan *span = &text->tokens.items[gold];
    return gold != token.gold && integer(found, "start") == span->start && integer(found, "end") == span->end;
}

static void score_word(Set *set, const CorpusText *text, const json_t *tokens, Aligned token)
{
    static const char *const names[POS_COUNT] = {"_",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                 "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                 "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    const UdWord *gold = &text->words[token.gold];
    bool attached = same_head(text, tokens, token);
    set->pos.right += text_of_is(token.found, "pos", kb_text(names[gold->pos]), false);
    set->features.right += text_of_is(token.found, "feats", gold->features, false);
    set->attached.right += attached;
    set->labelled.right += attached && text_of_is(token.found, "dep", gold->deprel, true);
}

// Words and trees the CoNLL 2018 way: F1 over all words, right only where the tokens are aligned; the subtypes of
// relations do not count.
static void score_words(Set *set, const CorpusText *text, const json_t *object)
{
    const json_t *tokens = json_object_get(object, "tokens"), *token;
    size_t index, at = 0;
    Score *const scores[] = {&set->pos, &set->features, &set->attached, &set->labelled};
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++) {
        scores[i]->gold += text->tokens.count;
        scores[i]->found += json_array_size(tokens);
    }
    json_array_foreach(tokens, index, token)
    {
        while (at < text->tokens.count && text->tokens.items[at].start < integer(token, "start"))
            at++;
        bool same = at < text->tokens.count && text->tokens.items[at].start == integer(token, "start") &&
                    text->tokens.items[at].end == integer(token, "end");
        if (same) score_word(set, text, tokens, (Aligned){token, at});
    }
}

// Without types, and without what is found on labels that do not count.
static void score_untyped(Set *set, const CorpusText *text, const GoldSpans *names)
{
    GoldSpans gold = {0}, found = {0};
    for (size_t i = 0; i < text->names.count; i++) {
        GoldSpan span = {text->names.items[i].start, text->names.items[i].end, KB_OTHER};
        ARENA_PUSH(set->arena, gold.items, gold.count, gold.room, span);
    }
    for (size_t i = 0; i < names->count; i++) {
        GoldSpan span = {names->items[i].start, names->items[i].end, KB_OTHER};
        if (!spans_hold(&text->optional, span) || spans_hold(&gold, span))
            ARENA_PUSH(set->arena, found.items, found.count, found.room, span);
    }
    score_spans(&set->spans, &gold, &found, text->from, text->to);
}

static void score_text(size_t index, const json_t *object, void *context)
{
    Set *set = context;
    CorpusText *text = &set->corpus.texts[index];
    GoldSpans tokens = {0}, sentences = {0}, names = {0};
    annotation_spans(set->arena, object, "tokens", &tokens);
    annotation_spans(set->arena, object, "sentences", &sentences);
    annotation_names(set->arena, object, &names);
    if (text->words) score_words(set, text, object);
    score_spans(&set->tokens, &text->tokens, &tokens, text->from, text->to);
    score_spans(&set->sentences, &text->sentences, &sentences, text->from, text->to);
    score_spans(&set->names, &text->names, &names, text->from, text->to);
    if (text->optional.count) score_untyped(set, text, &names);
    if (set->errors) print_errors(set, text, &names);
}

// Names of the same text where letter case tells nothing.
static void score_disguised(size_t index, const json_t *object, void *context)
{
    Set *set = context;
    CorpusText *text = &set->corpus.texts[index];
    GoldSpans names = {0};
    annotation_names(set->arena, object, &names);
    score_spans(&set->names, &text->names, &names, text->from, text->to);
}

static void eval_disguises(const char *program, const char *name, Set *set)
{
    for (unsigned i = DISGUISE_NONE + 1; i < DISGUISES; i++) {
        char layer[LAYER_SIZE];
        set->names = (Score){0};
        annotate_corpus(program, &set->corpus, (Disguise)i, score_disguised, set);
        snprintf(layer, sizeof layer, "names, %s", disguise_name((Disguise)i));
        print_score(name, layer, set->names);
    }
}

static void eval_set(const char *program, const char *name, Set *set)
{
    annotate_corpus(program, &set->corpus, DISGUISE_NONE, score_text, set);
    bool columns = strstr(name, "CoNLL") != NULL;
    if (!columns) print_score(name, "tokens", set->tokens);
    if (!columns) print_score(name, "sentences", set->sentences);
    if (!columns) print_score(name, "part of speech", set->pos);
    if (!columns) print_score(name, "features", set->features);
    if (!columns) print_score(name, "trees: UAS", set->attached);
    if (!columns) print_score(name, "trees: LAS", set->labelled);
    print_score(name, "names", set->names);
    print_score(name, "names, spans", set->spans);
    if (columns || strstr(name, "UNER")) eval_disguises(program, name, set);
}

// The development documents, out of the folder that has them annotated one way.
static bool load_gum(Arena *arena, const char *root, const char *folder, CorpusEntities entities, Corpus *corpus)
{
    char path[PATH_SIZE], name[128];
    snprintf(path, sizeof path, "%s/gum/dev.txt", root);
    FILE *list = fopen(path, "r");
    if (!list) return false;
    while (fscanf(list, "%127s", name) == 1) {
        snprintf(path, sizeof path, "%s/gum/%s/%s.conllu", root, folder, name);
        corpus_conllu(arena, path, entities, corpus);
    }
    fclose(list);
    return corpus->count > 0;
}

static bool load(Arena *arena, const char *root, unsigned which, Corpus *corpus)
{
    char path[PATH_SIZE], names[PATH_SIZE];
    switch (which) {
    case 0:
        snprintf(path, sizeof path, "%s/ewt/en_ewt-ud-dev.conllu", root);
        snprintf(names, sizeof names, "%s/ewt/en_ewt-uner-dev.iob2", root);
        return corpus_conllu(arena, path, ENTITIES_NONE, corpus) && corpus_iob_names(arena, names, corpus);
    case 1: return load_gum(arena, root, "dep", ENTITIES_NAMES, corpus);
    case 2: snprintf(path, sizeof path, "%s/conll03-eval/testa.txt", root); return corpus_columns(arena, path, corpus);
    default:
        snprintf(path, sizeof path, "%s/linking/news-fair-v2-dev.jsonl", root);
        return corpus_news_fair(arena, path, corpus);
    }
}

// ---------------------------------------------------------------------------------------------- chains

static void print_measure(const char *set, const char *layer, ChainMeasure measure, uint64_t gold)
{
    if (gold)
        printf("%-30s %-26s %7.2f %7.2f %7.2f %8llu\n", set, layer, 100 * measure_precision(measure),
               100 * measure_recall(measure), 100 * measure_f1(measure), (unsigned long long)gold);
}

static void print_chains(const char *set, const char *prefix, const ChainScores *chains)
{
    uint64_t gold = chains->mentions.gold;
    const ChainMeasure *const measures[] = {&chains->muc, &chains->b_cubed, &chains->ceaf_e, &chains->lea};
    static const char *const names[] = {"MUC", "B3", "CEAF-e", "LEA"};
    char layer[LAYER_SIZE];
    snprintf(layer, sizeof layer, "%s: mentions", prefix);
    print_score(set, layer, chains->mentions);
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        snprintf(layer, sizeof layer, "%s: %s", prefix, names[i]);
        print_measure(set, layer, *measures[i], gold);
    }
    snprintf(layer, sizeof layer, "%s: CoNLL", prefix);
    if (gold)
        printf("%-30s %-26s %7s %7s %7.2f %8llu\n", set, layer, "", "", 100 * chain_conll(chains),
               (unsigned long long)gold);
}

typedef struct OntoSet {
    Corpus corpus;
    OntoScores scores;
} OntoSet;

static void score_onto_text(size_t index, const json_t *object, void *context)
{
    OntoSet *set = context;
    score_ontonotes(&set->scores, &set->corpus.texts[index], object);
}

static void eval_ontogum(const char *program, const char *root)
{
    static const char name[] = "OntoGUM dev";
    Arena *arena = arena_new();
    OntoSet set = {.corpus = {0}};
    if (load_gum(arena, root, "ontogum", ENTITIES_CHAINS, &set.corpus)) {
        annotate_corpus(program, &set.corpus, DISGUISE_NONE, score_onto_text, &set);
        print_chains(name, "spans", &set.scores.spans);
        print_chains(name, "phrases", &set.scores.phrases);
        print_chains(name, "heads", &set.scores.heads);
    } else {
        print_skipped(name);
    }
    arena_free(arena);
}

typedef struct GapSet {
    Arena *arena;
    GapSnippets snippets;
    GapScores scores;
} GapSet;

static void score_snippet(size_t index, const json_t *object, void *context)
{
    GapSet *set = context;
    ChainMentions found = {0};
    annotation_chains(set->arena, object, &found);
    score_gap(&set->scores, &set->snippets.items[index], &found);
}

static void eval_gap(const char *program, const char *root)
{
    static const char name[] = "GAP validation";
    char path[PATH_SIZE];
    Arena *arena = arena_new();
    GapSet set = {.arena = arena};
    snprintf(path, sizeof path, "%s/gap/gap-validation.tsv", root);
    if (gap_load(arena, path, &set.snippets)) {
        Corpus corpus = {arena_alloc(arena, set.snippets.count + 1, sizeof(CorpusText)), set.snippets.count, 0};
        for (size_t i = 0; i < corpus.count; i++)
            corpus.texts[i].text = set.snippets.items[i].text;
        annotate_corpus(program, &corpus, DISGUISE_NONE, score_snippet, &set);
        print_score(name, "pronouns", gap_overall(&set.scores));
        print_score(name, "pronouns, masculine", set.scores.masculine);
        print_score(name, "pronouns, feminine", set.scores.feminine);
        printf("%-30s %-26s %7s %7s %7.3f\n", name, "feminine / masculine", "", "", gap_bias(&set.scores));
    } else {
        print_skipped(name);
    }
    arena_free(arena);
}

// ---------------------------------------------------------------------------------------------- storylines

static void eval_folder(const char *program, const char *folder, bool held_out, size_t errors)
{
    char set[PATH_SIZE];
    Storylines scores = {.errors = errors};
    if (!eval_storylines(program, folder, held_out, &scores)) return;
    snprintf(set, sizeof set, "%.900s%s", folder, held_out ? "/heldout-*" : "");
    print_score(set, "names", scores.names);
    print_chains(set, "chains", &scores.chains);
    print_score(set, "roles", scores.roles);
    print_score(set, "roles, any status", scores.roles_any_status);
    print_score(set, "relations", scores.relations);
    print_score(set, "relations, plain", scores.relations_plain);
    print_score(set, "quotes", scores.quotes);
    print_score(set, "quotes: speakers", scores.speakers);
    print_score(set, "questions", scores.questions);
    print_score(set, "questions with an answer", scores.answers);
}

static void eval_corpora(const char *program, const char *root, size_t errors)
{
    static const char *const names[] = {"EWT/UNER dev", "GUM dev", "CoNLL-2003 testa", "News-Fair dev"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        Set set = {.arena = arena_new(), .errors = errors};
        if (load(set.arena, root, i, &set.corpus))
            eval_set(program, names[i], &set);
        else
            print_skipped(names[i]);
        arena_free(set.arena);
    }
    eval_ontogum(program, root);
    eval_gap(program, root);
}

int main(int argc, char **argv)
{
    size_t errors = 0;
    if (argc > 1 && strcmp(argv[1], "--float") == 0) setenv("KB_ARITHMETIC", "f32", 1), argc--, argv++;
    if (argc > 2 && strcmp(argv[1], "--errors") == 0) errors = strtoul(argv[2], NULL, 10), argc -= 2, argv += 2;
    if (argc < 3) return fprintf(stderr, "usage: eval [--float] [--errors N] PROGRAM CORPORA [STORYLINES...]\n"), 2;
    printf("%-30s %-26s %7s %7s %7s %8s\n", "set", "layer", "P", "R", "F1", "gold");
    eval_corpora(argv[1], argv[2], errors);
    for (int i = 3; i < argc; i++)
        for (int held_out = 0; held_out < 2; held_out++)
            eval_folder(argv[1], argv[i], held_out, errors);
    return 0;
}
