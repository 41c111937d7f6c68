// Scores the chains of a document against gold after the guidelines of OntoNotes.
// SPDX-License-Identifier: MIT
#include "tests/ontonotes.h"

#include <stdlib.h>
#include <string.h>

#include "tests/annotation.h"

// Tokens of one side and what each hangs on.
typedef struct Tree {
    GoldSpans tokens;
    uint32_t *heads;   // [tokens]; its own: a root
    const char **deps; // [tokens] relation to the head; NULL: none
} Tree;

// ---------------------------------------------------------------------------------------------- trees

static Tree gold_tree(Arena *arena, const CorpusText *gold)
{
    Tree tree = {gold->tokens, arena_alloc(arena, gold->tokens.count + 1, sizeof *tree.heads), NULL};
    for (size_t i = 0; i < gold->tokens.count; i++)
        tree.heads[i] = gold->words[i].head;
    return tree;
}

static Tree found_tree(Arena *arena, const json_t *object)
{
    Tree tree = {.deps = NULL};
    const json_t *tokens = json_object_get(object, "tokens");
    annotation_spans(arena, object, "tokens", &tree.tokens);
    tree.heads = arena_alloc(arena, tree.tokens.count + 1, sizeof *tree.heads);
    tree.deps = arena_alloc(arena, tree.tokens.count + 1, sizeof *tree.deps);
    for (size_t i = 0; i < tree.tokens.count; i++) {
        const json_t *token = json_array_get(tokens, i), *head = json_object_get(token, "head");
        tree.heads[i] =
            json_is_integer(head) && json_integer_value(head) >= 0 ? (uint32_t)json_integer_value(head) : (uint32_t)i;
        tree.deps[i] = json_string_value(json_object_get(token, "dep"));
    }
    return tree;
}

// The tokens that share a byte with the span: start the first, end one past the last.
static ChainMention tokens_of(const GoldSpans *tokens, ChainMention mention)
{
    uint32_t first = 0, last;
    while (first < tokens->count && tokens->items[first].end <= mention.start)
        first++;
    for (last = first; last < tokens->count && tokens->items[last].start < mention.end;)
        last++;
    return (ChainMention){first, last, mention.chain};
}

static ChainMentions all_tokens_of(Arena *arena, const GoldSpans *tokens, const ChainMentions *mentions)
{
    ChainMentions out = {0};
    for (size_t i = 0; i < mentions->count; i++) {
        ChainMention mention = tokens_of(tokens, mentions->items[i]);
        if (mention.end > mention.start) ARENA_PUSH(arena, out.items, out.count, out.room, mention);
    }
    return out;
}

static int by_length(const void *left, const void *right)
{
    const ChainMention *a = left, *b = right;
    uint32_t x = a->end - a->start, y = b->end - b->start;
    if (x != y) return x < y ? -1 : 1;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    return (a->chain > b->chain) - (a->chain < b->chain);
}

static bool has_start(const ChainMentions *mentions, uint32_t start)
{
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->items[i].start == start) return true;
    return false;
}

static uint32_t head_of(const Tree *tree, const ChainMention *mention)
{
    uint32_t head = mention->start;
    while (head + 1 < mention->end && tree->heads[head] != head && tree->heads[head] >= mention->start &&
           tree->heads[head] < mention->end)
        head++;
    return head;
}

// Bytes of the head of each mention, given in tokens of the tree; these are sorted.
static ChainMentions heads_of(Arena *arena, const Tree *tree, ChainMentions *mentions)
{
    ChainMentions out = {0};
    if (mentions->count) qsort(mentions->items, mentions->count, sizeof *mentions->items, by_length);
    for (size_t i = 0; i < mentions->count; i++) {
        GoldSpan token = tree->tokens.items[head_of(tree, &mentions->items[i])];
        ChainMention head = {token.start, token.end, mentions->items[i].chain};
        if (!has_start(&out, token.start)) ARENA_PUSH(arena, out.items, out.count, out.room, head);
    }
    return out;
}

// ---------------------------------------------------------------------------------------------- phrases

// What hangs on a noun without being of its phrase: the clause it is the predicate of, coordinated phrases.
static bool is_apart(const char *dep)
{
    static const char apart[] = "|case|cc|mark|cop|nsubj|conj|advmod|aux|punct|parataxis|discourse|vocative|dislocated|"
                                "csubj|expl|advcl|obl|obj|xcomp|ccomp|orphan|list|reparandum|";
    char key[32] = "|";
    size_t length = dep ? strcspn(dep, ":") : 0;
    if (!length || length > 28) return false;
    memcpy(key + 1, dep, length);
    memcpy(key + 1 + length, "|", 2);
    return strstr(apart, key) != NULL;
}

static bool in_phrase(const Tree *tree, uint32_t head, size_t token)
{
    for (size_t steps = 0; token != head && steps < 64; steps++) {
        uint32_t up = tree->heads[token];
        if (up == token || (up == head && is_apart(tree->deps[token]))) return false;
        token = up;
    }
    return token == head;
}

// The unbroken stretch around the head, in bytes.
static ChainMention phrase_of(const Tree *tree, const ChainMention *mention)
{
    uint32_t head = head_of(tree, mention), first = head, last = head;
    while (first && in_phrase(tree, head, first - 1))
        first--;
    while (last + 1 < tree->tokens.count && in_phrase(tree, head, last + 1))
        last++;
    while (last > head && tree->deps[last] && strcmp(tree->deps[last], "punct") == 0)
        last--;
    return (ChainMention){tree->tokens.items[first].start, tree->tokens.items[last].end, mention->chain};
}

static ChainMentions phrases_of(Arena *arena, const Tree *tree, const ChainMentions *mentions)
{
    ChainMentions out = {0};
    for (size_t i = 0; i < mentions->count; i++)
        ARENA_PUSH(arena, out.items, out.count, out.room, phrase_of(tree, &mentions->items[i]));
    return out;
}

// ---------------------------------------------------------------------------------------------- a document

static void score_pair(ChainScores *scores, ChainMentions *gold, ChainMentions found)
{
    chains_unique(gold);
    chains_unique(&found);
    chains_drop_singletons(gold);
    chains_drop_singletons(&found);
    score_chains(scores, gold, &found);
}

void score_ontonotes(OntoScores *scores, const CorpusText *gold, const json_t *object)
{
    Arena *arena = arena_new();
    Tree golden = gold_tree(arena, gold), ours = found_tree(arena, object);
    ChainMentions found = {0};
    annotation_chains(arena, object, &found);
    ChainMentions gold_spans = all_tokens_of(arena, &golden.tokens, &gold->mentions);
    ChainMentions our_tokens = all_tokens_of(arena, &ours.tokens, &found);
    ChainMentions gold_heads = heads_of(arena, &golden, &gold_spans);
    ChainMentions our_phrases = phrases_of(arena, &ours, &our_tokens);
    ChainMentions our_heads = heads_of(arena, &ours, &our_tokens);
    score_pair(&scores->spans, &gold_spans, all_tokens_of(arena, &golden.tokens, &found));
    score_pair(&scores->phrases, &gold_spans, all_tokens_of(arena, &golden.tokens, &our_phrases));
    ChainMentions gold_head_tokens = all_tokens_of(arena, &golden.tokens, &gold_heads);
    score_pair(&scores->heads, &gold_head_tokens, all_tokens_of(arena, &golden.tokens, &our_heads));
    arena_free(arena);
}
