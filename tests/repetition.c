// Measures how much the annotated corpus repeats itself, beside real news: word sequences, word pairs, openings.
// SPDX-License-Identifier: MIT
//
//   repetition [--list N] CORPORA STORYLINES...
//
// Shared 6-grams: of all sequences of six words, those that an article of another storyline has too. Distinct bigrams:
// different pairs of words over all pairs, in blocks of 5,000 words. Openings: entropy in bits of the first two words
// of sentences, in blocks of 250 sentences. Blocks make corpora of different sizes comparable; a rest is left out. The
// GUM news documents, each a storyline of its own, are the measure.
#include <ctype.h>
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/corpora.h"
#include "tests/gold.h"

enum { PATH_SIZE = 1024, GRAM = 6, WORD_BLOCK = 5000, SENTENCE_BLOCK = 250 };

typedef struct Word {
    KbText text;
    uint64_t hash;
    bool opens; // a sentence
} Word;

typedef struct Gram { // a sequence of words, by its hash
    uint64_t hash;
    size_t story, word;
} Gram;

typedef struct Set {
    Arena *arena;
    Word *words;
    size_t word_count, word_room;
    Gram *grams;
    size_t gram_count, gram_room;
    size_t articles, stories;
} Set;

// ---------------------------------------------------------------------------------------------- words

static bool in_word(KbText text, size_t at)
{
    unsigned char byte = (unsigned char)text.data[at];
    if (byte == 0xe2) return false; // dashes and curly quotes
    if (at && at + 1 < text.length && byte == '\'') return isalnum((unsigned char)text.data[at + 1]) != 0;
    return byte >= 0x80 ? at == 0 || (unsigned char)text.data[at - 1] != 0xe2 : isalnum(byte) != 0;
}

static uint64_t add_hash(uint64_t hash, KbText word) // FNV-1a over lower case, and a byte that ends the word
{
    for (size_t i = 0; i < word.length; i++)
        hash = (hash ^ (unsigned char)tolower((unsigned char)word.data[i])) * 0x100000001b3ull;
    return (hash ^ 0xff) * 0x100000001b3ull;
}

// Does a sentence end between two words? A new line, or a full stop and a capital after it.
static bool sentence_between(KbText text, size_t end, size_t start)
{
    bool stop = false;
    for (size_t i = end; i < start; i++) {
        if (text.data[i] == '\n') return true;
        stop = stop || strchr(".?!", text.data[i]);
    }
    return stop && isupper((unsigned char)text.data[start]);
}

static void add_words(Set *set, KbText text)
{
    size_t end = 0;
    bool first = true;
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        while (at < text.length && in_word(text, at))
            at++;
        if (at == start) {
            at++;
            continue;
        }
        Word word = {.text = {text.data + start, at - start}};
        word.hash = add_hash(0xcbf29ce484222325ull, word.text);
        word.opens = first || sentence_between(text, end, start);
        ARENA_PUSH(set->arena, set->words, set->word_count, set->word_room, word);
        end = at;
        first = false;
    }
}

static uint64_t hash_of(const Word *words, size_t count)
{
    uint64_t hash = 0xcbf29ce484222325ull;
    for (size_t i = 0; i < count; i++)
        hash = add_hash(hash, words[i].text);
    return hash;
}

static void add_article(Set *set, KbText text, size_t story)
{
    size_t from = set->word_count;
    add_words(set, text);
    for (size_t at = from; at + GRAM <= set->word_count; at++) {
        Gram gram = {hash_of(set->words + at, GRAM), story, at};
        ARENA_PUSH(set->arena, set->grams, set->gram_count, set->gram_room, gram);
    }
    set->articles++;
}

// ---------------------------------------------------------------------------------------------- figures

static int compare_grams(const void *left, const void *right)
{
    const Gram *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->word > b->word) - (a->word < b->word);
}

static int compare_hashes(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static void print_gram(const Set *set, const Gram *gram, size_t times)
{
    printf("  %zu x", times);
    for (size_t i = 0; i < GRAM; i++)
        printf(" %.*s", (int)set->words[gram->word + i].text.length, set->words[gram->word + i].text.data);
    putchar('\n');
}

// Sorts the grams; counts those of which another storyline has one too.
static size_t shared_grams(Set *set, size_t list)
{
    size_t shared = 0;
    if (set->gram_count) qsort(set->grams, set->gram_count, sizeof *set->grams, compare_grams);
    for (size_t i = 0, next; i < set->gram_count; i = next) {
        bool others = false;
        for (next = i + 1; next < set->gram_count && set->grams[next].hash == set->grams[i].hash; next++)
            others = others || set->grams[next].story != set->grams[i].story;
        if (!others) continue;
        shared += next - i;
        if (list) list--, print_gram(set, &set->grams[i], next - i);
    }
    return shared;
}

// Different hashes over all; and the entropy in bits of their distribution.
static double distinct_share(uint64_t *hashes, size_t count, double *entropy)
{
    size_t distinct = 0;
    *entropy = 0;
    qsort(hashes, count, sizeof *hashes, compare_hashes);
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && hashes[next] == hashes[i]; next++)
            ;
        double share = (double)(next - i) / (double)count;
        *entropy -= share * log2(share);
        distinct++;
    }
    return (double)distinct / (double)count;
}

static double distinct_bigrams(const Set *set)
{
    static uint64_t hashes[WORD_BLOCK];
    double sum = 0, entropy;
    size_t blocks = 0;
    for (size_t from = 0; from + WORD_BLOCK < set->word_count; from += WORD_BLOCK, blocks++) {
        for (size_t i = 0; i < WORD_BLOCK; i++)
            hashes[i] = hash_of(set->words + from + i, 2);
        sum += distinct_share(hashes, WORD_BLOCK, &entropy);
    }
    return blocks ? sum / (double)blocks : 0;
}

static double opening_entropy(const Set *set)
{
    static uint64_t hashes[SENTENCE_BLOCK];
    double sum = 0, entropy;
    size_t blocks = 0, count = 0;
    for (size_t i = 0; i + 1 < set->word_count; i++) {
        if (!set->words[i].opens || set->words[i + 1].opens) continue;
        hashes[count++] = hash_of(set->words + i, 2);
        if (count < SENTENCE_BLOCK) continue;
        distinct_share(hashes, SENTENCE_BLOCK, &entropy);
        sum += entropy, blocks++, count = 0;
    }
    return blocks ? sum / (double)blocks : 0;
}

static void print_set(const char *name, Set *set, size_t list)
{
    size_t shared = shared_grams(set, list);
    double words = set->word_count ? (double)set->word_count : 1;
    printf("%-24s %8zu %8zu %8zu %8zu %10.2f %10.2f %10.2f\n", name, set->stories, set->articles, set->word_count,
           shared, 1000 * (double)shared / words, 100 * distinct_bigrams(set), opening_entropy(set));
}

// ---------------------------------------------------------------------------------------------- sets

static void measure_storylines(const char *folder, size_t list)
{
    Set set = {.arena = arena_new()};
    for (char **name = gold_list(set.arena, folder); *name; name++) {
        GoldStory story;
        gold_read(folder, *name, &story);
        for (size_t i = 0; i < story.article_count; i++) {
            KbText text = story.articles[i].text;
            if (text.length) add_article(&set, arena_text(set.arena, text.data, text.length), set.stories);
        }
        set.stories++;
        gold_close(&story);
    }
    print_set(folder, &set, list);
    arena_free(set.arena);
}

static bool is_news(const char *name)
{
    size_t length = strlen(name);
    return strncmp(name, "GUM_news_", 9) == 0 && length > 7 && strcmp(name + length - 7, ".conllu") == 0;
}

static void measure_gum(const char *corpora, size_t list)
{
    char folder[PATH_SIZE], path[2 * PATH_SIZE];
    Set set = {.arena = arena_new()};
    Corpus corpus = {0};
    snprintf(folder, sizeof folder, "%.900s/gum/dep", corpora);
    DIR *listing = opendir(folder);
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        snprintf(path, sizeof path, "%s/%.255s", folder, entry->d_name);
        if (is_news(entry->d_name)) corpus_conllu(set.arena, path, ENTITIES_NONE, &corpus);
    }
    if (listing) closedir(listing);
    for (size_t i = 0; i < corpus.count; i++)
        add_article(&set, corpus.texts[i].text, set.stories++);
    print_set("GUM news", &set, list);
    arena_free(set.arena);
}

int main(int argc, char **argv)
{
    size_t list = 0;
    if (argc > 2 && strcmp(argv[1], "--list") == 0) list = strtoul(argv[2], NULL, 10), argc -= 2, argv += 2;
    if (argc < 2) return fprintf(stderr, "usage: repetition [--list N] CORPORA STORYLINES...\n"), 2;
    printf("%-24s %8s %8s %8s %8s %10s %10s %10s\n", "set", "stories", "articles", "words", "shared", "per 1,000",
           "bigrams %", "openings");
    measure_gum(argv[1], 0);
    for (int i = 2; i < argc; i++)
        measure_storylines(argv[i], list);
    return 0;
}
