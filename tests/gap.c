// GAP: is a pronoun the one or the other of two names, in snippets balanced by gender.
// SPDX-License-Identifier: MIT
#include "tests/gap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// ---------------------------------------------------------------------------------------------- the file

enum { ID, TEXT, PRONOUN, PRONOUN_OFFSET, A, A_OFFSET, A_SAME, B, B_OFFSET, B_SAME, URL, CELLS };

// The cells of a line, which is cut; an empty cell is a cell.
static bool split(char *line, char *cells[CELLS])
{
    line[strcspn(line, "\r\n")] = 0;
    for (unsigned i = 0; i < CELLS; i++) {
        cells[i] = line;
        line += strcspn(line, "\t");
        if (!*line && i + 1 < CELLS) return false;
        if (*line) *line++ = 0;
    }
    return true;
}

static GoldSpan span_at(KbText text, const char *word, const char *character)
{
    uint32_t start = corpus_byte(text, strtoul(character, NULL, 10));
    return (GoldSpan){start, start + (uint32_t)strlen(word), KB_PERSON};
}

static GapSnippet snippet_of(Arena *arena, char **cells)
{
    GapSnippet snippet = {.text = arena_text(arena, cells[TEXT], strlen(cells[TEXT]))};
    snippet.pronoun = span_at(snippet.text, cells[PRONOUN], cells[PRONOUN_OFFSET]);
    snippet.names[0] = span_at(snippet.text, cells[A], cells[A_OFFSET]);
    snippet.names[1] = span_at(snippet.text, cells[B], cells[B_OFFSET]);
    snippet.same[0] = strcasecmp(cells[A_SAME], "true") == 0;
    snippet.same[1] = strcasecmp(cells[B_SAME], "true") == 0;
    snippet.feminine = strncasecmp(cells[PRONOUN], "she", 3) == 0 || strncasecmp(cells[PRONOUN], "her", 3) == 0;
    return snippet;
}

bool gap_load(Arena *arena, const char *path, GapSnippets *snippets)
{
    FILE *file = fopen(path, "r");
    if (!file) return false;
    char *line = NULL, *cells[CELLS];
    size_t room = 0;
    while (getline(&line, &room, file) > 0)
        if (split(line, cells) && strcmp(cells[ID], "ID") != 0)
            ARENA_PUSH(arena, snippets->items, snippets->count, snippets->room, snippet_of(arena, cells));
    free(line);
    fclose(file);
    return true;
}

// ---------------------------------------------------------------------------------------------- scores

bool gap_same(const GapSnippet *snippet, unsigned name, const ChainMentions *found)
{
    GoldSpan wanted = snippet->names[name];
    int32_t chain = KB_NONE;
    for (size_t i = 0; i < found->count && chain < 0; i++)
        if (found->items[i].start == snippet->pronoun.start && found->items[i].end == snippet->pronoun.end)
            chain = found->items[i].chain;
    for (size_t i = 0; i < found->count && chain >= 0; i++) {
        const ChainMention *mention = &found->items[i];
        bool pronoun = mention->start == snippet->pronoun.start && mention->end == snippet->pronoun.end;
        if (mention->chain == chain && !pronoun && mention->start < wanted.end && mention->end > wanted.start)
            return true;
    }
    return false;
}

void score_gap(GapScores *scores, const GapSnippet *snippet, const ChainMentions *found)
{
    Score *score = snippet->feminine ? &scores->feminine : &scores->masculine;
    for (unsigned name = 0; name < 2; name++) {
        bool ours = gap_same(snippet, name, found);
        score->gold += snippet->same[name];
        score->found += ours;
        score->right += ours && snippet->same[name];
    }
}

Score gap_overall(const GapScores *scores)
{
    const Score *m = &scores->masculine, *f = &scores->feminine;
    return (Score){m->gold + f->gold, m->found + f->found, m->right + f->right};
}

double gap_bias(const GapScores *scores)
{
    double masculine = score_f1(scores->masculine);
    return masculine > 0 ? score_f1(scores->feminine) / masculine : 0;
}
