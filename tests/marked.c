// Reads marked text into a document, without weights.
// SPDX-License-Identifier: MIT
#include "tests/marked.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/memory.h"
#include "ingest/pipeline.h"

typedef struct Mark {
    uint32_t start, end;
    uint8_t type;
} Mark;

static uint8_t type_of(char letter)
{
    if (letter == 'o') return KB_ORGANIZATION;
    return letter == 'l' ? KB_PLACE : KB_PERSON;
}

static size_t strip(const char *marked, char *text, Mark *marks)
{
    size_t count = 0;
    uint32_t length = 0;
    while (*marked) {
        if (strncmp(marked, "[[", 2) == 0) {
            marks[count] = (Mark){length, 0, type_of(marked[2])};
            marked += 4;
        } else if (strncmp(marked, "]]", 2) == 0) {
            marks[count++].end = length;
            marked += 2;
        } else {
            text[length++] = *marked++;
        }
    }
    text[length] = '\0';
    return count;
}

static void split(Document *document)
{
    size_t room = 0;
    uint32_t first = 0;
    for (uint32_t i = 0; i < document->token_count; i++) {
        document->tokens[i].sentence = (uint32_t)document->sentence_count;
        bool last = i + 1 == document->token_count;
        if (!last && !token_is(document, i, ".")) continue;
        Sentence sentence = {document->tokens[first].start, document->tokens[i].end, first, i + 1, 0};
        ARENA_PUSH(document->arena, document->sentences, document->sentence_count, room, sentence);
        first = i + 1;
    }
}

static void add_names(Document *document, const Mark *marks, size_t count)
{
    size_t room = 0;
    uint32_t token = 0;
    for (size_t i = 0; i < count; i++) {
        while (token < document->token_count && document->tokens[token].end <= marks[i].start)
            token++;
        Mention name = {.first = token, .last = token, .kind = KB_NAME, .type = marks[i].type, .chain = KB_NONE};
        while (name.last < document->token_count && document->tokens[name.last].start < marks[i].end)
            name.last++;
        if (name.last == name.first) continue;
        name.head = name.last - 1;
        ARENA_PUSH(document->arena, document->mentions, document->mention_count, room, name);
    }
}

void marked_document(Document *document, const char *marked, KbDate published)
{
    size_t size = strlen(marked) + 1; // every mark takes five bytes or more
    char *text = memory_grow(NULL, size);
    Mark *marks = memory_grow(NULL, (size / 5 + 1) * sizeof *marks);
    size_t count = strip(marked, text, marks);
    document_begin(document, kb_text(text), published);
    stage_tokens(NULL, document);
    split(document);
    add_names(document, marks, count);
    free(text);
    free(marks);
}
