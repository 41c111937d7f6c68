// Roles against tests/roles.tsv: a marked sentence and the roles that it gives.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/chains.h"
#include "ingest/demonyms.h"
#include "ingest/pipeline.h"
#include "ingest/roles.h"
#include "ingest/title_words.h"
#include "tests/marked.h"
#include "tests/suite.h"

enum { LINE = 2048 };

static void append(char *out, const char *text, size_t length)
{
    size_t at = strlen(out);
    ck_assert_uint_lt(at + length + 1, LINE);
    memcpy(out + at, text, length);
    out[at + length] = '\0';
}

static void append_chain(char *out, const Document *document, int32_t chain)
{
    KbText name = chain < 0 ? kb_text("-") : document->chains[chain].name;
    append(out, name.data, name.length);
}

// "Ann Poe; mayor; Dallas; current / ..."
static void print_roles(const Document *document, char out[LINE])
{
    out[0] = '\0';
    for (size_t i = 0; i < document->role_count; i++) {
        const Role *role = &document->roles[i];
        int32_t held = role->organization >= 0 ? role->organization : role->place >= 0 ? role->place : role->person;
        const char *status = kb_role_status_name((KbRoleStatus)role->status);
        if (i) append(out, " / ", 3);
        append_chain(out, document, role->holder);
        append(out, "; ", 2);
        append(out, role->title.data, role->title.length);
        append(out, "; ", 2);
        append_chain(out, document, held);
        append(out, "; ", 2);
        append(out, status, strlen(status));
        if (role->polarity == KB_NEGATIVE) append(out, "; negative", 10);
    }
}

static void find_roles(Document *document, const char *marked)
{
    marked_document(document, marked, (KbDate){2017, 2, 15});
    chains_find(document);
    stage_times(NULL, document);
    roles_find(document);
}

START_TEST(finds_the_roles_of_each_sentence)
{
    FILE *file = fopen("tests/roles.tsv", "r");
    ck_assert_ptr_nonnull(file);
    Document document;
    document_init(&document);
    char line[LINE], found[LINE];
    unsigned wrong = 0;
    while (fgets(line, LINE, file)) {
        if (line[0] == '#') continue;
        line[strcspn(line, "\n")] = '\0';
        char *expected = strchr(line, '\t');
        ck_assert_ptr_nonnull(expected);
        *expected++ = '\0';
        find_roles(&document, line);
        print_roles(&document, found);
        if (strcmp(found, expected) == 0) continue;
        fprintf(stderr, "%s\n  expected %s\n  found    %s\n", line, expected, found);
        wrong++;
    }
    fclose(file);
    document_clear(&document);
    ck_assert_uint_eq(wrong, 0);
}
END_TEST

START_TEST(keeps_the_dates_of_a_post)
{
    Document document;
    document_init(&document);
    find_roles(&document, "[[p|Tom Ferrier]] served as director of the [[o|Peace Corps]] from 2003 to 2007.");
    ck_assert_uint_eq(document.role_count, 1);
    ck_assert_int_eq(document.roles[0].start[0].year, 2003);
    ck_assert_int_eq(document.roles[0].end[1].year, 2007);
    document_clear(&document);
}
END_TEST

START_TEST(keeps_when_a_post_begins_and_ends)
{
    static const struct {
        const char *marked, *start, *end;
    } cases[] = {
        {"[[p|Ann Poe]] has been director of [[o|Acme]] since 2014.", "2014", ""},
        {"[[p|Ann Poe]], director of [[o|Acme]] since early 2014, spoke.", "2014-01", ""},
        {"[[p|Ann Poe]] was director of [[o|Acme]] (2003-07).", "2003", "2007"},
        {"[[p|Ann Poe]] was director of [[o|Acme]] until last May.", "", "2016-05"},
        {"[[p|Ann Poe]] was named director of [[o|Acme]] on Monday.", "2017-02-13", ""},
        {"[[p|Ann Poe]] was sworn in on Monday as director of [[o|Acme]].", "2017-02-13", ""},
        {"[[p|Ann Poe]] was named director of [[o|Acme]], effective March 1.", "2017-03-01", ""},
        {"[[p|Ann Poe]], the director of [[o|Acme]], resigned in January.", "", "2017-01"},
        {"[[p|Ann Poe]], the director of [[o|Acme]], resigned in January, a week after a fire.", "", "2017-01"},
        {"[[p|Ann Poe]] stepped down as director of [[o|Acme]] on Monday.", "", "2017-02-13"},
        {"The director of [[o|Acme]], [[p|Ann Poe]], was dismissed last summer.", "", "2016-06"},
        {"[[p|Ann Poe]], the director of [[o|Acme]], dismissed a cook in January.", "", ""},
        {"[[p|Ann Poe]], the director of [[o|Acme]], left the room in January.", "", ""},
        {"[[p|Ann Poe]] has been director of [[o|Acme]] since [[p|Tom Ferrier]] left in 2014.", "2014", ""},
        {"[[p|Ann Poe]], the new governor of [[l|Bermuda]], took office in March last year.", "2016-03", ""},
    };
    Document document;
    document_init(&document);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char start[KB_DATE_SIZE], end[KB_DATE_SIZE];
        find_roles(&document, cases[i].marked);
        ck_assert_msg(document.role_count == 1, "%s", cases[i].marked);
        kb_date_format(document.roles[0].start[0], start);
        kb_date_format(document.roles[0].end[0], end);
        ck_assert_msg(strcmp(start, cases[i].start) == 0, "%s: start %s", cases[i].marked, start);
        ck_assert_msg(strcmp(end, cases[i].end) == 0, "%s: end %s", cases[i].marked, end);
    }
    document_clear(&document);
}
END_TEST

START_TEST(gives_each_post_of_a_career_its_year)
{
    Document document;
    document_init(&document);
    find_roles(&document, "In 1968 [[p|Ann Poe]] was appointed director of [[o|Acme]], and in 1971 head of [[o|Ekblad "
                          "Trust]].");
    ck_assert_uint_eq(document.role_count, 2);
    ck_assert_int_eq(document.roles[0].start[0].year, 1968);
    ck_assert_int_eq(document.roles[1].start[0].year, 1971);
    document_clear(&document);
}
END_TEST

START_TEST(gives_the_day_of_a_succession_to_the_successor)
{
    Document document;
    document_init(&document);
    find_roles(&document,
               "It chose [[p|Ann Poe]] to succeed [[p|Tom Ferrier]] as director of [[o|Acme]] from March 1.");
    ck_assert_uint_eq(document.role_count, 2);
    for (size_t i = 0; i < 2; i++) {
        bool successor = kb_text_equal(document.chains[document.roles[i].holder].name, kb_text("Ann Poe"));
        ck_assert_uint_eq(document.roles[i].start[0].month, successor ? 3 : 0);
    }
    document_clear(&document);
}
END_TEST

START_TEST(knows_the_post_of_the_one_who_is_called_by_it)
{
    Document document;
    char found[LINE];
    document_init(&document);
    find_roles(&document, "[[p|Ann Poe]] was named head of [[o|Acme]] on Monday. She was a lawyer in [[l|Malta]].");
    print_roles(&document, found);
    ck_assert_str_eq(found, "Ann Poe; head; Acme; current / Ann Poe; lawyer; Malta; former");
    document_clear(&document);
}
END_TEST

START_TEST(takes_a_country_for_a_bare_government_post)
{
    Document document;
    char found[LINE];
    document_init(&document);
    find_roles(&document, "[[l|Malta]] voted. [[l|Malta]] waits for [[l|France]]. Prime Minister [[p|Ann Poe]] slept.");
    print_roles(&document, found);
    ck_assert_str_eq(found, "Ann Poe; prime minister; Malta; current");
    document_clear(&document);
}
END_TEST

START_TEST(finds_nothing_in_an_empty_document)
{
    Document document;
    document_init(&document);
    find_roles(&document, "");
    ck_assert_uint_eq(document.role_count, 0);
    document_clear(&document);
}
END_TEST

START_TEST(has_its_title_words_in_order)
{
    for (size_t i = 1; i < title_word_count(); i++)
        ck_assert_msg(strcmp(title_word_at(i - 1), title_word_at(i)) < 0, "%s", title_word_at(i));
    ck_assert_uint_ne(title_word(kb_text("chairman")) & TITLE_POST, 0);
    ck_assert_uint_eq(title_word(kb_text("chairmanx")), 0);
}
END_TEST

START_TEST(knows_nationalities_and_countries)
{
    bool two;
    ck_assert_str_eq(demonym_country(kb_text("russian"), kb_text(""), &two), "Russia");
    ck_assert_str_eq(demonym_country(kb_text("korean"), kb_text("south"), &two), "South Korea");
    ck_assert(two);
    ck_assert_ptr_null(demonym_country(kb_text("korean"), kb_text("the"), &two));
    ck_assert_str_eq(country_by_name(kb_text("u.s.")), "United States");
    ck_assert_str_eq(country_by_capital(kb_text("helsinki")), "Finland");
    ck_assert(is_us_state(kb_text("Oregon")));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("roles");
    TCase *cases = tcase_create("roles");
    tcase_add_test(cases, finds_the_roles_of_each_sentence);
    tcase_add_test(cases, keeps_the_dates_of_a_post);
    tcase_add_test(cases, keeps_when_a_post_begins_and_ends);
    tcase_add_test(cases, gives_each_post_of_a_career_its_year);
    tcase_add_test(cases, gives_the_day_of_a_succession_to_the_successor);
    tcase_add_test(cases, knows_the_post_of_the_one_who_is_called_by_it);
    tcase_add_test(cases, takes_a_country_for_a_bare_government_post);
    tcase_add_test(cases, finds_nothing_in_an_empty_document);
    tcase_add_test(cases, has_its_title_words_in_order);
    tcase_add_test(cases, knows_nationalities_and_countries);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
