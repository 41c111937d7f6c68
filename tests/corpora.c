// Reads public annotated corpora as raw text with gold spans, the way the program meets them.
// SPDX-License-Identifier: MIT
#include "tests/corpora.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 10, SENTENCE_WORDS = 1024, PATH = 1024 };

// ---------------------------------------------------------------------------------------------- text under way

typedef struct Writer {
    char *data;
    size_t length, room;
} Writer;

static void write_bytes(Arena *arena, Writer *out, const char *data, size_t length)
{
    for (size_t i = 0; i < length; i++)
        ARENA_PUSH(arena, out->data, out->length, out->room, data[i]);
}

static void span_add(Arena *arena, GoldSpans *spans, size_t start, size_t end, uint8_t type)
{
    GoldSpan span = {(uint32_t)start, (uint32_t)end, type};
    ARENA_PUSH(arena, spans->items, spans->count, spans->room, span);
}

static CorpusText *text_begin(Arena *arena, Corpus *corpus)
{
    CorpusText text = {.text = {"", 0}, .to = UINT32_MAX};
    ARENA_PUSH(arena, corpus->texts, corpus->count, corpus->room, text);
    return &corpus->texts[corpus->count - 1];
}

static void text_end(Arena *arena, Corpus *corpus, Writer *out)
{
    if (corpus->count && out->length) corpus->texts[corpus->count - 1].text = arena_text(arena, out->data, out->length);
    *out = (Writer){0};
}

// ---------------------------------------------------------------------------------------------- lines and columns

typedef struct Row {
    char *line;
    char *cells[COLUMNS];
    size_t count;
} Row;

// The next line without its newline, split at any of `separators`; false at the end of the file.
static bool read_row(FILE *file, Row *row, size_t *room, const char *separators)
{
    ssize_t length = getline(&row->line, room, file);
    if (length < 0) return false;
    row->line[strcspn(row->line, "\r\n")] = 0;
    row->count = 0;
    if (row->line[0] == '#') return true;
    for (char *save = NULL, *cell = strtok_r(row->line, separators, &save); cell && row->count < COLUMNS;
         cell = strtok_r(NULL, separators, &save))
        row->cells[row->count++] = cell;
    return true;
}

static bool starts(const char *line, const char *prefix)
{
    return strncmp(line, prefix, strlen(prefix)) == 0;
}

static uint8_t upos_of(const char *name)
{
    static const char *const names[POS_COUNT] = {"_",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                 "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                 "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    for (uint8_t i = 0; i < POS_COUNT; i++)
        if (strcmp(name, names[i]) == 0) return i;
    return POS_NONE;
}

// ---------------------------------------------------------------------------------------------- GUM's entities

typedef struct Word {
    char form[128], misc[1024];
    uint8_t pos;
    bool plural_name, possessor, apart, describes; // NNPS; nmod:poss; appos, conj, parataxis; nmod:desc
    uint32_t start, end;
} Word;

typedef struct OpenMention {
    unsigned long id;
    uint8_t type; // KB_OTHER: not ours
    size_t first, last, head;
} OpenMention;

static bool in_list(const char *word, const char *list)
{
    char quoted[160];
    size_t length = strlen(word);
    if (length > 120) return false;
    snprintf(quoted, sizeof quoted, "|%s|", word);
    for (char *c = quoted; *c; c++)
        if (*c >= 'A' && *c <= 'Z') *c = (char)(*c - 'A' + 'a');
    return strstr(list, quoted) != NULL;
}

static bool is_proper(const Word *word)
{
    bool upper = word->form[0] >= 'A' && word->form[0] <= 'Z';
    bool open = word->pos == POS_ADJ || word->pos == POS_NOUN || word->pos == POS_NUM || word->pos == POS_X ||
                word->pos == POS_VERB;
    return word->pos == POS_PROPN || (upper && open);
}

static bool is_link(const Word *word)
{
    return in_list(word->form, "|of|and|&|for|the|-|in|on|.|'|");
}

static size_t name_left(const Word *words, const OpenMention *mention)
{
    size_t left = mention->head;
    while (left > mention->first) {
        const Word *before = &words[left - 1];
        bool hyphen = strcmp(before->form, "-") == 0 && left - 1 > mention->first && is_proper(&words[left - 2]);
        if (!(is_proper(before) && !before->possessor) && !hyphen) break;
        left--;
    }
    return left;
}

static size_t name_right(const Word *words, const OpenMention *mention)
{
    size_t right = mention->head;
    while (right < mention->last) {
        size_t next = right + 1;
        while (next < mention->last && is_link(&words[next]) && next - right < 3)
            next++;
        bool linked = next > right + 1;
        const char *link = words[right + 1].form;
        if (!is_proper(&words[next])) break;
        if (linked && mention->type == KB_PERSON && strcmp(link, "-") != 0) break;
        if (linked && mention->type == KB_PLACE && !in_list(link, "|of|-|and|")) break;
        if (!linked && words[next].apart) break;
        right = next;
    }
    return right;
}

// The proper name in a mention: the proper-noun words around its head, without titles and determiners.
static bool name_span(const Word *words, const OpenMention *mention, size_t *left, size_t *right)
{
    static const char titles[] =
        "|mr|mr.|mrs|mrs.|ms|ms.|dr|dr.|president|senator|sen|sen.|prof|prof.|professor|judge|justice|sir|"
        "general|gen|gen.|captain|colonel|king|queen|prince|princess|lord|lady|minister|governor|mayor|"
        "secretary|saint|st.|the|a|an|this|that|his|her|";
    if (mention->head > mention->last || words[mention->head].pos != POS_PROPN) return false;
    if (mention->type == KB_PERSON && words[mention->head].plural_name) return false;
    *left = name_left(words, mention);
    *right = name_right(words, mention);
    for (; *left <= *right; (*left)++) {
        const Word *word = &words[*left];
        bool title =
            mention->type == KB_PERSON && (in_list(word->form, titles) || (word->describes && *left < mention->head));
        if (!title && !in_list(word->form, "|the|a|an|this|that|his|her|")) break;
    }
    return *left <= *right;
}

static void read_open(const char *at, size_t word, OpenMention *open, size_t *open_count)
{
    char type[32];
    char rest[256];
    OpenMention mention = {.type = KB_OTHER, .first = word, .last = word, .head = word};
    if (sscanf(at, "(%lu-%31[a-z]-%255[^()]", &mention.id, type, rest) < 2 || *open_count >= 64) return;
    const char *span = rest; // infstat-salience-centering-minspan-...
    for (int skip = 0; skip < 3 && span; skip++)
        span = strchr(span, '-') ? strchr(span, '-') + 1 : NULL;
    mention.head = word + (span && atoi(span) > 0 ? (size_t)atoi(span) - 1 : 0);
    if (strcmp(type, "person") == 0) mention.type = KB_PERSON;
    if (strcmp(type, "organization") == 0) mention.type = KB_ORGANIZATION;
    if (strcmp(type, "place") == 0) mention.type = KB_PLACE;
    open[(*open_count)++] = mention;
}

static void close_mention(const Word *words, OpenMention mention, size_t last, CorpusText *text, Arena *arena)
{
    size_t left, right;
    mention.last = last;
    if (mention.type == KB_OTHER || !name_span(words, &mention, &left, &right)) return;
    span_add(arena, &text->names, words[left].start, words[right].end, mention.type);
}

// Names of one sentence out of its Entity= annotations; the outermost stay.
static void read_entities(Arena *arena, const Word *words, size_t count, CorpusText *text)
{
    OpenMention open[64];
    size_t open_count = 0, before = text->names.count;
    for (size_t i = 0; i < count; i++) {
        const char *at = strstr(words[i].misc, "Entity=");
        if (!at) continue;
        for (at += 7; *at && *at != '|'; at++) {
            if (*at == '(') read_open(at, i, open, &open_count);
            if (*at != ')' || !open_count) continue;
            const char *digits = at;
            while (digits[-1] >= '0' && digits[-1] <= '9')
                digits--;
            bool bare = digits < at && (digits[-1] == '=' || digits[-1] == ')' || digits[-1] == '(');
            size_t which = open_count - 1;
            if (bare && digits[-1] != '(')
                for (size_t k = open_count; k-- > 0;)
                    if (open[k].id == strtoul(digits, NULL, 10)) {
                        which = k;
                        break;
                    }
            close_mention(words, open[which], i, text, arena);
            memmove(&open[which], &open[which + 1], (open_count - which - 1) * sizeof *open);
            open_count--;
        }
    }
    size_t kept = before;
    for (size_t i = before; i < text->names.count; i++) {
        GoldSpan span = text->names.items[i];
        bool inside = false;
        for (size_t k = before; k < text->names.count && !inside; k++) {
            GoldSpan other = text->names.items[k];
            bool wider = other.end - other.start > span.end - span.start;
            bool same = other.end - other.start == span.end - span.start && k < i;
            inside = other.start <= span.start && other.end >= span.end && (wider || same) && k != i;
        }
        if (!inside) text->names.items[kept++] = span;
    }
    text->names.count = kept;
}

// ---------------------------------------------------------------------------------------------- OntoGUM's chains

typedef struct OpenMentions {
    ChainMention items[64];
    size_t count;
} OpenMentions;

// The innermost open mention of the chain ends.
static void close_chain(Arena *arena, OpenMentions *open, int32_t chain, uint32_t end, CorpusText *text)
{
    ChainMentions *mentions = &text->mentions;
    size_t which = open->count;
    while (which && open->items[which - 1].chain != chain)
        which--;
    if (!which) return;
    ChainMention mention = open->items[which - 1];
    mention.end = end;
    ARENA_PUSH(arena, mentions->items, mentions->count, mentions->room, mention);
    memmove(&open->items[which - 1], &open->items[which], (open->count - which) * sizeof *open->items);
    open->count--;
}

// Mentions of one sentence: "(5" opens one of chain 5, "5)" closes it, "(5)" is one word.
static void read_chains(Arena *arena, const Word *words, size_t count, CorpusText *text)
{
    OpenMentions open = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        const char *at = strstr(words[i].misc, "Entity=");
        for (at = at ? at + 7 : ""; *at == '(' || (*at >= '0' && *at <= '9');) {
            bool opens = *at == '(';
            char *end;
            int32_t chain = (int32_t)strtol(at + opens, &end, 10);
            if (opens && open.count < sizeof open.items / sizeof *open.items)
                open.items[open.count++] = (ChainMention){words[i].start, 0, chain};
            if (*end == ')') close_chain(arena, &open, chain, words[i].end, text);
            at = end + (*end == ')');
        }
    }
}

// ---------------------------------------------------------------------------------------------- CoNLL-U

typedef struct Reader {
    Arena *arena;
    Corpus *corpus;
    Writer out;
    Word words[SENTENCE_WORDS];
    size_t word_count;
    size_t multi_last; // last word of the multiword token under way, 0 none
    char multi[128];   // what is left of its surface
    bool multi_space;  // white space follows it
    bool space;        // white space precedes the next token
    bool paragraph;    // a blank line precedes it
    size_t word_room, id_room;
    size_t sentence_first; // token at which the sentence under way begins
    KbText id;             // of the sentence under way
} Reader;

static CorpusText *current(Reader *reader)
{
    return &reader->corpus->texts[reader->corpus->count - 1];
}

static void end_sentence(Reader *reader, CorpusEntities entities)
{
    if (!reader->word_count) return;
    CorpusText *text = current(reader);
    span_add(reader->arena, &text->sentences, reader->words[0].start, reader->words[reader->word_count - 1].end, 0);
    size_t ids = text->sentences.count - 1;
    ARENA_PUSH(reader->arena, text->sentence_ids, ids, reader->id_room, reader->id);
    if (entities == ENTITIES_NAMES) read_entities(reader->arena, reader->words, reader->word_count, text);
    if (entities == ENTITIES_CHAINS) read_chains(reader->arena, reader->words, reader->word_count, text);
    reader->word_count = 0;
    reader->multi_last = 0;
    reader->sentence_first = text->tokens.count;
}

// The features that the program gives, "_" where there are none of them.
static KbText features_of(Arena *arena, const char *cell)
{
    static const char *const kept[] = {"Number=", "Person=", "PronType=", "Tense=", "VerbForm="};
    char out[256] = "";
    for (const char *at = cell; *at; at += strcspn(at, "|"), at += *at == '|') {
        size_t length = strcspn(at, "|"), used = strlen(out);
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
            if (starts(at, kept[i]) && used + length + 2 < sizeof out)
                snprintf(out + used, sizeof out - used, "%s%.*s", used ? "|" : "", (int)length, at);
    }
    return arena_text(arena, *out ? out : "_", strlen(*out ? out : "_"));
}

static UdWord ud_word(const Reader *reader, char **cells)
{
    size_t head = strtoul(cells[6], NULL, 10), self = strtoul(cells[0], NULL, 10);
    return (UdWord){.pos = upos_of(cells[3]),
                    .head = (uint32_t)(reader->sentence_first + (head ? head : self) - 1),
                    .deprel = arena_text(reader->arena, cells[7], strcspn(cells[7], ":")),
                    .features = features_of(reader->arena, cells[5])};
}

static void read_word(Reader *reader, char **cells)
{
    CorpusText *text = current(reader);
    Writer *out = &reader->out;
    size_t id = strtoul(cells[0], NULL, 10);
    bool inside = reader->multi_last && id <= reader->multi_last, last = id == reader->multi_last;
    const char *form = cells[1];
    size_t length = strlen(form);
    if (inside) { // words that do not spell their token take its letters in order, the last one the rest
        size_t left = strlen(reader->multi), others = reader->multi_last - id;
        if (last || length > left - others) length = left - (last ? 0 : others);
        form = reader->multi;
    }
    if (out->length && reader->paragraph)
        write_bytes(reader->arena, out, "\n\n", 2);
    else if (out->length && reader->space)
        write_bytes(reader->arena, out, " ", 1);
    reader->paragraph = false;
    Word word = {.pos = upos_of(cells[3]), .start = (uint32_t)out->length, .end = (uint32_t)(out->length + length)};
    write_bytes(reader->arena, out, form, length);
    snprintf(word.form, sizeof word.form, "%s", cells[1]);
    snprintf(word.misc, sizeof word.misc, "%s", cells[9]);
    word.plural_name = strcmp(cells[4], "NNPS") == 0;
    word.possessor = strcmp(cells[7], "nmod:poss") == 0;
    word.describes = strcmp(cells[7], "nmod:desc") == 0;
    word.apart = in_list(cells[7], "|appos|conj|parataxis|");
    if (inside) memmove(reader->multi, reader->multi + length, strlen(reader->multi + length) + 1);
    reader->space = inside ? last && reader->multi_space : !strstr(cells[9], "SpaceAfter=No");
    if (reader->word_count < SENTENCE_WORDS) reader->words[reader->word_count++] = word;
    span_add(reader->arena, &text->tokens, word.start, word.end, 0);
    size_t count = text->tokens.count - 1;
    ARENA_PUSH(reader->arena, text->words, count, reader->word_room, ud_word(reader, cells));
}

static void read_line(Reader *reader, const Row *row, CorpusEntities entities)
{
    if (starts(row->line, "# newdoc")) {
        end_sentence(reader, entities);
        text_end(reader->arena, reader->corpus, &reader->out);
        text_begin(reader->arena, reader->corpus);
        reader->word_room = reader->id_room = 0;
        reader->sentence_first = 0;
    } else if (starts(row->line, "# sent_id = ")) {
        reader->id = arena_text(reader->arena, row->line + 12, strlen(row->line + 12));
    } else if (starts(row->line, "# newpar")) {
        reader->paragraph = true;
    } else if (row->count == 0) {
        if (row->line[0] != '#') end_sentence(reader, entities);
    } else if (row->count == COLUMNS && strchr(row->cells[0], '-')) {
        reader->multi_last = strtoul(strchr(row->cells[0], '-') + 1, NULL, 10);
        snprintf(reader->multi, sizeof reader->multi, "%s", row->cells[1]);
        reader->multi_space = !strstr(row->cells[9], "SpaceAfter=No");
    } else if (row->count == COLUMNS && !strchr(row->cells[0], '.')) {
        read_word(reader, (char **)(uintptr_t)row->cells);
    }
}

bool corpus_conllu(Arena *arena, const char *path, CorpusEntities entities, Corpus *corpus)
{
    FILE *file = fopen(path, "r");
    if (!file) return false;
    Reader *reader = calloc(1, sizeof *reader);
    *reader = (Reader){.arena = arena, .corpus = corpus};
    Row row = {0};
    size_t room = 0;
    while (read_row(file, &row, &room, "\t"))
        read_line(reader, &row, entities);
    end_sentence(reader, entities);
    text_end(arena, corpus, &reader->out);
    free(row.line);
    free(reader);
    fclose(file);
    return true;
}

// ---------------------------------------------------------------------------------------------- IOB names

// Follows B- and I- tags over the tokens of a text; a type that is not ours gives no name.
typedef struct NameRun {
    GoldSpan span;
    bool open;
} NameRun;

static uint8_t type_of_tag(const char *tag)
{
    if (starts(tag, "PER")) return KB_PERSON;
    if (starts(tag, "ORG")) return KB_ORGANIZATION;
    return starts(tag, "LOC") ? KB_PLACE : KB_OTHER;
}

static void run_end(Arena *arena, CorpusText *text, NameRun *run)
{
    if (run->open) span_add(arena, &text->names, run->span.start, run->span.end, run->span.type);
    run->open = false;
}

static void run_tag(Arena *arena, CorpusText *text, NameRun *run, const char *tag, GoldSpan token)
{
    uint8_t type = tag[0] == 'O' ? KB_OTHER : type_of_tag(tag + 2);
    bool goes_on = run->open && tag[0] == 'I' && type == run->span.type;
    if (goes_on) run->span.end = token.end;
    if (goes_on) return;
    run_end(arena, text, run);
    if (type == KB_OTHER) return;
    run->span = (GoldSpan){token.start, token.end, type};
    run->open = true;
}

// The text and first token of the sentence with that id.
static CorpusText *find_sentence(const Corpus *corpus, KbText id, size_t *token)
{
    for (size_t i = 0; i < corpus->count; i++) {
        CorpusText *text = &corpus->texts[i];
        for (size_t k = 0; k < text->sentences.count; k++) {
            if (!kb_text_equal(text->sentence_ids[k], id)) continue;
            for (*token = 0; text->tokens.items[*token].start < text->sentences.items[k].start;)
                (*token)++;
            return text;
        }
    }
    return NULL;
}

bool corpus_iob_names(Arena *arena, const char *path, Corpus *corpus)
{
    FILE *file = fopen(path, "r");
    if (!file) return false;
    Row row = {0};
    size_t room = 0, token = 0;
    CorpusText *text = NULL;
    NameRun run = {0};
    while (read_row(file, &row, &room, "\t")) {
        if (starts(row.line, "# sent_id = ")) text = find_sentence(corpus, kb_text(row.line + 12), &token);
        if (row.count < 3 && row.line[0] != '#' && text) run_end(arena, text, &run);
        if (row.count >= 3 && text && token < text->tokens.count)
            run_tag(arena, text, &run, row.cells[2], text->tokens.items[token++]);
    }
    free(row.line);
    fclose(file);
    return true;
}

// ---------------------------------------------------------------------------------------------- CoNLL-2003

static bool joins_left(const char *word)
{
    return in_list(word, "|,|.|;|:|?|!|)|]|%|'s|n't|'|'re|'ve|'ll|'m|'d|''|");
}

bool corpus_columns(Arena *arena, const char *path, Corpus *corpus)
{
    FILE *file = fopen(path, "r");
    if (!file) return false;
    Row row = {0};
    Writer out = {0};
    size_t room = 0;
    NameRun run = {0};
    bool first = true, tight = false, open_quote = false;
    while (read_row(file, &row, &room, " ")) {
        CorpusText *text = corpus->count ? &corpus->texts[corpus->count - 1] : NULL;
        if (row.count == 0) { // a sentence ends
            if (text) run_end(arena, text, &run);
            first = true;
            open_quote = false;
            continue;
        }
        if (starts(row.cells[0], "-DOCSTART-")) {
            text_end(arena, corpus, &out);
            text_begin(arena, corpus);
            continue;
        }
        if (!text || row.count < 4) continue;
        const char *word = row.cells[0];
        bool quote = strcmp(word, "\"") == 0, closes = quote && open_quote;
        if (out.length && first)
            write_bytes(arena, &out, "\n\n", 2);
        else if (out.length && !tight && !joins_left(word) && !closes)
            write_bytes(arena, &out, " ", 1);
        if (quote) open_quote = !open_quote;
        tight = in_list(word, "|(|[|$|") || (quote && open_quote);
        GoldSpan token = {(uint32_t)out.length, (uint32_t)(out.length + strlen(word)), 0};
        write_bytes(arena, &out, word, strlen(word));
        span_add(arena, &text->tokens, token.start, token.end, 0);
        run_tag(arena, text, &run, row.cells[3], token);
        first = false;
    }
    text_end(arena, corpus, &out);
    free(row.line);
    fclose(file);
    return true;
}

// ---------------------------------------------------------------------------------------------- News-Fair

uint32_t corpus_byte(KbText text, size_t character)
{
    size_t at = 0;
    while (at < text.length && character) {
        at++;
        while (at < text.length && ((unsigned char)text.data[at] & 0xC0) == 0x80)
            at++;
        character--;
    }
    return (uint32_t)at;
}

static uint8_t type_of_label(const json_t *label)
{
    const char *type = json_string_value(json_object_get(label, "type"));
    bool optional = json_is_true(json_object_get(label, "optional")),
         coreferent = json_is_true(json_object_get(label, "coref"));
    if (!type || optional || coreferent) return KB_OTHER;
    if (strstr(type, "Q215627")) return KB_PERSON;
    if (strstr(type, "Q27096213")) return KB_PLACE;
    return strstr(type, "Q43229") ? KB_ORGANIZATION : KB_OTHER;
}

bool corpus_news_fair(Arena *arena, const char *path, Corpus *corpus)
{
    FILE *file = fopen(path, "r");
    if (!file) return false;
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, file) > 0) {
        json_t *article = json_loads(line, 0, NULL), *label;
        size_t index;
        CorpusText *text = text_begin(arena, corpus);
        const json_t *body = json_object_get(article, "text"), *span = json_object_get(article, "evaluation_span");
        text->text = arena_text(arena, json_string_value(body), json_string_length(body));
        text->from = corpus_byte(text->text, (size_t)json_integer_value(json_array_get(span, 0)));
        text->to = corpus_byte(text->text, (size_t)json_integer_value(json_array_get(span, 1)));
        json_array_foreach(json_object_get(article, "labels"), index, label)
        {
            const json_t *offsets = json_object_get(label, "span");
            uint8_t type = type_of_label(label);
            span_add(arena, type == KB_OTHER ? &text->optional : &text->names,
                     corpus_byte(text->text, (size_t)json_integer_value(json_array_get(offsets, 0))),
                     corpus_byte(text->text, (size_t)json_integer_value(json_array_get(offsets, 1))), type);
        }
        json_decref(article);
    }
    free(line);
    fclose(file);
    return true;
}
