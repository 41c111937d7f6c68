// Time expressions against tests/times.tsv: article's date, text, expressions, from, to.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ingest/pipeline.h"
#include "ingest/time_words.h"
#include "tests/suite.h"

enum { CELLS = 5, LINE = 1024 };

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

// Without weights: a sentence ends with a full stop.
static void make_document(Document *document, const Case *row)
{
    KbDate published = {0};
    ck_assert(!*row->cells[0] || kb_date_parse(kb_text(row->cells[0]), &published));
    document_begin(document, kb_text(row->cells[1]), published);
    stage_tokens(NULL, document);
    document->sentences = arena_alloc(document->arena, document->token_count + 1, sizeof *document->sentences);
    for (uint32_t first = 0, last; first < document->token_count; first = last) {
        for (last = first + 1; last < document->token_count && !token_is(document, last - 1, ".");)
            last++;
        for (uint32_t token = first; token < last; token++)
            document->tokens[token].sentence = (uint32_t)document->sentence_count;
        Sentence sentence = {document->tokens[first].start, document->tokens[last - 1].end, first, last, 0};
        document->sentences[document->sentence_count++] = sentence;
    }
}

// The times found, as the cells name them: "2003 ; 2007".
static void print_times(const Document *document, char expressions[LINE], char from[LINE], char to[LINE])
{
    expressions[0] = from[0] = to[0] = '\0';
    for (size_t i = 0; i < document->time_count; i++) {
        const TimeSpan *time = &document->times[i];
        KbText words = document_tokens_text(document, time->first, time->last);
        char date[KB_DATE_SIZE];
        const char *separator = i ? " ; " : "";
        size_t used = strlen(expressions);
        snprintf(expressions + used, LINE - used, "%s%.*s", separator, (int)words.length, words.data);
        snprintf(from + strlen(from), LINE - strlen(from), "%s%s", separator, kb_date_format(time->from, date));
        snprintf(to + strlen(to), LINE - strlen(to), "%s%s", separator, kb_date_format(time->to, date));
    }
    if (!document->time_count) strcpy(expressions, "-"), strcpy(from, "-"), strcpy(to, "-");
}

static bool case_is_right(Document *document, const Case *row)
{
    char expressions[LINE], from[LINE], to[LINE];
    make_document(document, row);
    stage_times(NULL, document);
    print_times(document, expressions, from, to);
    if (strcmp(expressions, row->cells[2]) == 0 && strcmp(from, row->cells[3]) == 0 && strcmp(to, row->cells[4]) == 0)
        return true;
    fprintf(stderr, "%s, %s\n  expected %s: %s, %s\n  found    %s: %s, %s\n", row->cells[0], row->cells[1],
            row->cells[2], row->cells[3], row->cells[4], expressions, from, to);
    return false;
}

START_TEST(should_normalise_against_the_date_of_the_article)
{
    FILE *file = fopen("tests/times.tsv", "r");
    ck_assert_ptr_nonnull(file);
    Document document;
    Case row;
    size_t cases = 0, wrong = 0;
    document_init(&document);
    for (; read_case(file, &row); cases++)
        wrong += !case_is_right(&document, &row);
    ck_assert_uint_ge(cases, 300);
    ck_assert_uint_eq(wrong, 0);
    document_clear(&document);
    fclose(file);
}
END_TEST

START_TEST(should_have_its_words_in_order)
{
    for (size_t i = 1; i < time_word_count(); i++)
        ck_assert_msg(strcmp(time_word_at(i - 1), time_word_at(i)) < 0, "%s", time_word_at(i));
}
END_TEST

START_TEST(should_count_days_of_every_century)
{
    static const struct {
        KbDate date;
        long day;
        unsigned weekday;
    } days[] = {{{1970, 1, 1}, 0, 3},      {{2000, 2, 29}, 11016, 1}, {{1900, 3, 1}, -25508, 3},
                {{2017, 2, 15}, 17212, 2}, {{1, 1, 1}, -719162, 0},   {{2999, 12, 31}, 376199, 1}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        ck_assert_int_eq(calendar_first(days[i].date), days[i].day);
        ck_assert_int_eq(kb_date_compare(calendar_date(days[i].day), days[i].date), 0);
        ck_assert_uint_eq(calendar_weekday(days[i].day), days[i].weekday);
    }
    ck_assert_int_eq(kb_date_compare(calendar_date(calendar_easter(2017)), (KbDate){2017, 4, 16}), 0);
    ck_assert_int_eq(kb_date_compare(calendar_date(calendar_easter(2024)), (KbDate){2024, 3, 31}), 0);
    ck_assert(!calendar_valid((KbDate){2017, 2, 29}) && calendar_valid((KbDate){2016, 2, 29}));
}
END_TEST

// A long row of time words without a full stop takes no longer than so many sentences would.
START_TEST(should_stay_linear)
{
    enum { WORDS = 200000 };
    static const char *const words[] = {"the ", "first ", "half ", "of ", "May ",    "last ",
                                        "3 ",   "years ", "ago ",  ", ",  "2003-07 "};
    char *text = malloc(WORDS * 8 + 1), *end = text;
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0, step = 1; i < WORDS; i++, step = step * 7 % 10007)
        end = stpcpy(end, words[step % (sizeof words / sizeof *words)]);
    Document document;
    document_init(&document);
    document_begin(&document, kb_text(text), (KbDate){2017, 2, 15});
    stage_tokens(NULL, &document);
    clock_t start = clock();
    stage_times(NULL, &document);
    ck_assert_uint_gt(document.time_count, 1000);
    ck_assert_int_lt((clock() - start) / CLOCKS_PER_SEC, 10);
    document_clear(&document);
    free(text);
}
END_TEST

START_TEST(dates_the_article_by_a_line_of_its_heading)
{
    static struct {
        char *text, *date;
        uint32_t first, last; // tokens of a name; 0, 0: none
    } headings[] = {
        {"Mayor quits\n\nMarch 4, 2019\n\nShe quit on Friday.", "2019-03-04", 0, 0},
        {"Mayor quits\nPublished: Monday, 4 March 2019\nShe quit on Friday.", "2019-03-04", 0, 0},
        {"Mayor quits\n\n2019-03-04\n\nShe quit on Friday.", "2019-03-04", 0, 0},
        {"2019-03-04", "2019-03-04", 0, 0},
        {"Mayor quits\n\nThe mayor quit on March 4, 2019\n\nShe said so.", "", 0, 0},
        {"Mayor quits\n\nMarch 4\n\nShe said so.", "", 0, 0},
        {"Mayor quits\n\nThe Leamford Herald, Monday 4 March 2019\n\nShe quit.", "2019-03-04", 3, 5},
        {"Mayor quits\n\nBy Ann Poe, March 4, 2019\n\nShe quit.", "2019-03-04", 3, 5},
        {"Mayor quits\n\nAnn Poe, born March 4, 2019\n\nShe quit.", "", 2, 4},
        {"Mayor quits\n\nBy Ann Poe\nLEAMFORD, Ohio (AP) - March 4, 2019 - She quit.", "2019-03-04", 5, 6},
    };
    Document document;
    document_init(&document);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        Case row = {.cells = {"", headings[i].text}};
        char date[KB_DATE_SIZE];
        make_document(&document, &row);
        Mention name = {headings[i].first, headings[i].last, headings[i].first, KB_NAME, KB_PLACE, 0, false};
        if (name.last) document.mentions = &name, document.mention_count = 1;
        stage_times(NULL, &document);
        ck_assert_str_eq(kb_date_format(document.published, date), headings[i].date);
    }
    document_clear(&document);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("times");
    TCase *tcase = tcase_create("times");
    tcase_add_test(tcase, should_normalise_against_the_date_of_the_article);
    tcase_add_test(tcase, dates_the_article_by_a_line_of_its_heading);
    tcase_add_test(tcase, should_have_its_words_in_order);
    tcase_add_test(tcase, should_count_days_of_every_century);
    tcase_add_test(tcase, should_stay_linear);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
