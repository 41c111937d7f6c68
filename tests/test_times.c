// Time expressions against tests/times.tsv: article's date, text, expression, from, to.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/pipeline.h"

enum { CELLS = 5, LINE = 512 };

typedef struct Case {
    char line[LINE];
    char *cells[CELLS];
} Case;

static bool read_case(FILE *file, Case *row)
{
    do {
        if (!fgets(row->line, LINE, file)) return false;
    } while (row->line[0] == '#');
    row->line[strcspn(row->line, "\n")] = 0;
    char *rest = row->line;
    for (size_t i = 0; i < CELLS; i++)
        row->cells[i] = strsep(&rest, "\t");
    return row->cells[CELLS - 1] != NULL;
}

// One sentence per text, without weights.
static void make_document(Document *document, const Case *row)
{
    KbDate published = {0};
    ck_assert(!*row->cells[0] || kb_date_parse(kb_text(row->cells[0]), &published));
    document_begin(document, kb_text(row->cells[1]), published);
    stage_tokens(NULL, document);
    document->sentences = arena_alloc(document->arena, 1, sizeof *document->sentences);
    document->sentences[0] = (Sentence){0, (uint32_t)strlen(row->cells[1]), 0, (uint32_t)document->token_count, 0};
    document->sentence_count = 1;
}

static void check_case(Document *document, const Case *row)
{
    make_document(document, row);
    stage_times(NULL, document);
    if (strcmp(row->cells[2], "-") == 0) {
        ck_assert_msg(document->time_count == 0, "\"%s\": found a time", row->cells[1]);
        return;
    }
    ck_assert_msg(document->time_count == 1, "\"%s\": %zu times", row->cells[1], document->time_count);
    const TimeSpan *time = &document->times[0];
    KbText found = document_tokens_text(document, time->first, time->last);
    char from[KB_DATE_SIZE], to[KB_DATE_SIZE];
    kb_date_format(time->from, from);
    kb_date_format(time->to, to);
    ck_assert_msg(kb_text_equal(found, kb_text(row->cells[2])), "\"%s\": %.*s", row->cells[1], (int)found.length,
                  found.data);
    ck_assert_msg(strcmp(from, row->cells[3]) == 0, "\"%s\": from %s", row->cells[1], from);
    ck_assert_msg(strcmp(to, row->cells[4]) == 0, "\"%s\": to %s", row->cells[1], to);
}

START_TEST(should_normalise_against_the_date_of_the_article)
{
    FILE *file = fopen("tests/times.tsv", "r");
    ck_assert_ptr_nonnull(file);
    Document document;
    Case row;
    size_t cases = 0;
    document_init(&document);
    for (; read_case(file, &row); cases++)
        check_case(&document, &row);
    ck_assert_uint_gt(cases, 30);
    document_clear(&document);
    fclose(file);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("times");
    TCase *tcase = tcase_create("times");
    tcase_add_test(tcase, should_normalise_against_the_date_of_the_article);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
