// Answers as text: a table for people, one line an answer for programs, JSON for both.
// SPDX-License-Identifier: MIT
#include "shell/render.h"

#include <string.h>

#include "shell/tree.h"

enum { QUOTES_SHOWN = 2, DETAIL_COLUMNS = 60, NARROW = 20 };

static const char *const MODE_NAMES[MODE_COUNT] = {"table", "text", "tsv", "csv", "json", "jsonl", "markdown"};

const char *mode_name(Mode mode)
{
    return MODE_NAMES[mode];
}

bool mode_find(KbText name, Mode *mode)
{
    for (size_t i = 0; i < MODE_COUNT; i++)
        if (text_is_any_case(name, MODE_NAMES[i])) return *mode = (Mode)i, true;
    return false;
}

static size_t shown(const Render *render, const Answer *answer)
{
    return render->limit && render->limit < answer->count ? render->limit : answer->count;
}

static void put(FILE *out, KbText text)
{
    fwrite(text.data, 1, text.length, out);
}

static KbText as_of_text(Region *region, const AnswerItem *item)
{
    char text[KB_DATE_SIZE];
    return region_text(region, kb_text(kb_date_format(item->as_of, text)));
}

// ---------------------------------------------------------------------------------------------- JSON

static Tree *source_tree(const KbSource *source)
{
    Tree *tree = tree_object();
    tree_put_text(tree, "document", source->document);
    tree_put_number(tree, "start", source->start);
    tree_put_number(tree, "end", source->end);
    tree_put_text(tree, "quote", source->quote);
    return tree;
}

static Tree *item_tree(const AnswerItem *item)
{
    Tree *tree = tree_object(), *evidence = tree_list();
    bool entity = item->entity.text[0] != '\0';
    for (size_t i = 0; i < item->source_count; i++)
        tree_add(evidence, source_tree(&item->sources[i]));
    tree_put_text(tree, "text", item->text);
    tree_put_word(tree, "entity", entity ? item->entity.text : NULL);
    tree_put_word(tree, "type", entity ? kb_type_name(item->type) : NULL);
    tree_put_text_or_null(tree, "detail", item->detail);
    tree_put_date(tree, "as_of", item->as_of);
    tree_put_thousandths(tree, "confidence", item->confidence);
    tree_put(tree, "evidence", evidence);
    return tree;
}

static void render_json(Render *render, const Answer *answer, FILE *out)
{
    Tree *tree = tree_object(), *answers = tree_list();
    for (size_t i = 0; i < shown(render, answer); i++)
        tree_add(answers, item_tree(&answer->items[i]));
    tree_put_word(tree, "format", "kb-answer/1");
    tree_put_text(tree, "question", answer->question);
    tree_put_word(tree, "kind", answer->kind);
    tree_put_word(tree, "status", answer_status_name(answer->status));
    tree_put(tree, "answers", answers);
    tree_put_text_or_null(tree, "note", answer->note);
    tree_print(tree, out);
}

static void render_jsonl(Render *render, const Answer *answer, FILE *out)
{
    for (size_t i = 0; i < shown(render, answer); i++) {
        Tree *tree = item_tree(&answer->items[i]);
        tree_put_text(tree, "question", answer->question);
        tree_put_word(tree, "kind", answer->kind);
        tree_put_word(tree, "status", answer_status_name(answer->status));
        tree_print(tree, out);
    }
}

// ---------------------------------------------------------------------------------------------- tsv, csv

enum { CELLS = 11 };
static const char *const HEADER[CELLS] = {"question", "kind",  "status",     "text",     "entity", "type",
                                          "detail",   "as_of", "confidence", "document", "quote"};

static void put_cell(Mode mode, KbText cell, FILE *out)
{
    bool quote = mode == MODE_CSV && cell.length &&
                 (memchr(cell.data, ',', cell.length) || memchr(cell.data, '"', cell.length) ||
                  memchr(cell.data, '\n', cell.length) || memchr(cell.data, '\r', cell.length));
    if (quote) fputc('"', out);
    for (size_t i = 0; i < cell.length; i++) {
        char c = cell.data[i];
        if (mode == MODE_TSV && (c == '\t' || c == '\n' || c == '\r')) c = ' ';
        if (quote && c == '"') fputc('"', out);
        fputc(c, out);
    }
    if (quote) fputc('"', out);
}

static void put_row(Mode mode, const KbText cells[CELLS], FILE *out)
{
    for (size_t i = 0; i < CELLS; i++) {
        if (i) fputc(mode == MODE_CSV ? ',' : '\t', out);
        put_cell(mode, cells[i], out);
    }
    fputs(mode == MODE_CSV ? "\r\n" : "\n", out);
}

static void render_rows(Render *render, const Answer *answer, FILE *out)
{
    Region *region = region_new();
    KbText header[CELLS];
    for (size_t i = 0; i < CELLS; i++)
        header[i] = kb_text(HEADER[i]);
    if (!render->headed) put_row(render->mode, header, out);
    render->headed = true;
    KbText none = {"", 0};
    for (size_t i = 0; i < shown(render, answer); i++) {
        const AnswerItem *item = &answer->items[i];
        bool entity = item->entity.text[0] != '\0', quoted = item->source_count > 0;
        KbText cells[CELLS] = {answer->question,
                               kb_text(answer->kind),
                               kb_text(answer_status_name(answer->status)),
                               item->text,
                               kb_text(item->entity.text),
                               entity ? kb_text(kb_type_name(item->type)) : none,
                               item->detail,
                               as_of_text(region, item),
                               region_format(region, "%.3g", item->confidence / 1000.0),
                               quoted ? item->sources[0].document : none,
                               quoted ? item->sources[0].quote : none};
        put_row(render->mode, cells, out);
    }
    if (!answer->count) {
        KbText cells[CELLS] = {answer->question,
                               kb_text(answer->kind),
                               kb_text(answer_status_name(answer->status)),
                               none,
                               none,
                               none,
                               answer->note,
                               none,
                               none,
                               none,
                               none};
        put_row(render->mode, cells, out);
    }
    region_free(region);
}

// ---------------------------------------------------------------------------------------------- table, text, markdown

static const char *lead(const Answer *answer)
{
    switch (answer->status) {
    case ANSWER_OK: return NULL;
    case ANSWER_AMBIGUOUS: return "Ambiguous";
    case ANSWER_UNKNOWN_ENTITY: return "Never mentioned";
    case ANSWER_NO_ANSWER: return "No answer";
    case ANSWER_NOT_UNDERSTOOD: return "Not understood";
    }
    return NULL;
}

static KbText source_line(Region *region, const KbSource *source)
{
    char date[KB_DATE_SIZE];
    KbText parts[] = {source->document, source->source, kb_text(kb_date_format(source->published, date))};
    KbText where = text_escape(region, region_join(region, parts, 3, ", ")), quote = text_escape(region, source->quote);
    return region_format(region, "\u201c%.*s\u201d (%.*s)", TEXT_ARGS(quote), TEXT_ARGS(where));
}

// "No answer: the articles do not say when"
static KbText headline(Region *region, const Answer *answer)
{
    const char *first = lead(answer);
    KbText parts[] = {first ? kb_text(first) : (KbText){"", 0}, answer->note};
    return region_join(region, parts, 2, ": ");
}

static void put_note(Region *region, const Answer *answer, FILE *out)
{
    KbText line = text_escape(region, headline(region, answer));
    put(out, line);
    if (line.length) fputc('\n', out);
}

static void render_text(Render *render, const Answer *answer, FILE *out)
{
    Region *region = region_new();
    put_note(region, answer, out);
    for (size_t i = 0; i < shown(render, answer); i++) {
        const AnswerItem *item = &answer->items[i];
        KbText detail = text_escape(region, item->detail), as_of = as_of_text(region, item);
        if (answer->status == ANSWER_AMBIGUOUS) fprintf(out, "%zu. ", i + 1);
        put(out, text_escape(region, item->text));
        if (detail.length) fprintf(out, " - %.*s", TEXT_ARGS(detail));
        if (as_of.length) fprintf(out, " (as of %.*s)", TEXT_ARGS(as_of));
        fputc('\n', out);
        for (size_t k = 0; k < item->source_count && k < QUOTES_SHOWN; k++)
            fprintf(out, "    %.*s\n", TEXT_ARGS(source_line(region, &item->sources[k])));
    }
    region_free(region);
}

typedef struct Columns {
    size_t number, text, detail;
} Columns;

static size_t at_least(size_t a, size_t b)
{
    return a > b ? a : b;
}

static Columns measure(Region *region, const Render *render, const Answer *answer)
{
    Columns columns = {1, 0, 0};
    size_t count = shown(render, answer);
    for (size_t n = count; n >= 10; n /= 10)
        columns.number++;
    for (size_t i = 0; i < count; i++) {
        columns.text = at_least(columns.text, text_width(text_escape(region, answer->items[i].text)));
        columns.detail = at_least(columns.detail, text_width(text_escape(region, answer->items[i].detail)));
    }
    if (columns.text > DETAIL_COLUMNS) columns.text = DETAIL_COLUMNS;
    if (columns.detail > DETAIL_COLUMNS) columns.detail = DETAIL_COLUMNS;
    return columns;
}

static void put_padded(KbText text, size_t width, FILE *out)
{
    put(out, text);
    for (size_t have = text_width(text); have < width; have++)
        fputc(' ', out);
}

static void render_table(Render *render, const Answer *answer, FILE *out)
{
    Region *region = region_new();
    Columns columns = measure(region, render, answer);
    bool narrow = render->width > 0 && render->width < NARROW;
    put_note(region, answer, out);
    for (size_t i = 0; i < shown(render, answer); i++) {
        const AnswerItem *item = &answer->items[i];
        KbText as_of = as_of_text(region, item), text = text_escape(region, item->text);
        if (answer->count > 1) fprintf(out, "%*zu  ", (int)columns.number, i + 1);
        if (render->bold) fputs("\033[1m", out);
        put_padded(text, item->detail.length && !narrow ? columns.text : 0, out);
        if (render->bold) fputs("\033[0m", out);
        if (item->detail.length) {
            fputs(narrow ? "\n" : "  ", out);
            put_padded(text_escape(region, item->detail), as_of.length && !narrow ? columns.detail : 0, out);
        }
        if (as_of.length) fprintf(out, "  as of %.*s", TEXT_ARGS(as_of));
        fputc('\n', out);
        for (size_t k = 0; k < item->source_count && k < QUOTES_SHOWN && answer->count <= 10; k++) {
            KbText line = source_line(region, &item->sources[k]);
            fprintf(out, "    %.*s\n", TEXT_ARGS(line));
        }
    }
    if (shown(render, answer) < answer->count)
        fprintf(out, "%zu more; see \"limit\"\n", answer->count - shown(render, answer));
    region_free(region);
}

static void put_markdown(Region *region, KbText text, FILE *out)
{
    KbText escaped = text_escape(region, text);
    for (size_t i = 0; i < escaped.length; i++) {
        if (strchr("\\`*_[]<>|#", escaped.data[i])) fputc('\\', out);
        fputc(escaped.data[i], out);
    }
}

static void render_markdown(Render *render, const Answer *answer, FILE *out)
{
    Region *region = region_new();
    fputs("**", out);
    put_markdown(region, answer->question, out);
    fputs("**\n\n", out);
    KbText first = headline(region, answer);
    put_markdown(region, first, out);
    if (first.length) fputs("\n\n", out);
    size_t count = shown(render, answer);
    if (count) fputs("| answer | detail | as of | evidence |\n|---|---|---|---|\n", out);
    for (size_t i = 0; i < count; i++) {
        const AnswerItem *item = &answer->items[i];
        const KbText cells[] = {item->text, item->detail, as_of_text(region, item),
                                item->source_count ? source_line(region, &item->sources[0]) : (KbText){"", 0}};
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) {
            fputs("| ", out);
            put_markdown(region, cells[k], out);
            fputc(' ', out);
        }
        fputs("|\n", out);
    }
    fputc('\n', out);
    region_free(region);
}

void render_answer(Render *render, const Answer *answer, FILE *out)
{
    static void (*const RENDERERS[MODE_COUNT])(Render *, const Answer *, FILE *) = {
        render_table, render_text, render_rows, render_rows, render_json, render_jsonl, render_markdown};
    RENDERERS[render->mode](render, answer, out);
}
