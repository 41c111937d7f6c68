// Posts that are over: of the dead, and of those whom somebody plainly succeeded in the same post.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>

#include "ingest/endings.h"
#include "tests/marked.h"
#include "tests/suite.h"

typedef struct EndingCase {
    const char *predicate; // of the new holder and the old one; died_in: of the old one
    KbModality modality;
    const char *new_title; // what the new holder is
    KbRoleStatus new_status, expected;
} EndingCase;

static const EndingCase cases[] = {
    {"succeeded", KB_ASSERTED, "chief executive", KB_ACTING, KB_FORMER},
    {"succeeded", KB_ASSERTED, "chief executive", KB_CURRENT, KB_FORMER},
    {"succeeded", KB_PLANNED, "chief executive", KB_CURRENT, KB_CURRENT},
    {"succeeded", KB_ASSERTED, "chief executive", KB_DESIGNATE, KB_CURRENT},
    {"succeeded", KB_ASSERTED, "treasurer", KB_CURRENT, KB_CURRENT},
    {"met_with", KB_ASSERTED, "chief executive", KB_CURRENT, KB_CURRENT},
    {"died_in", KB_ASSERTED, "treasurer", KB_CURRENT, KB_FORMER},
};

START_TEST(ends_the_post_of_who_is_gone)
{
    const EndingCase *row = &cases[_i];
    Document d;
    document_init(&d);
    marked_document(&d, "[[p|Ann Poe]] went. [[p|Tom Roe]] came to [[o|Acme]].", (KbDate){0, 0, 0});
    enum { OLD, NEW, ACME, CHAINS };
    d.chains = arena_alloc(d.arena, CHAINS, sizeof *d.chains);
    d.chain_count = CHAINS;
    Role roles[] = {{.holder = OLD, .title = kb_text("chief executive"), .status = KB_CURRENT},
                    {.holder = NEW, .title = kb_text(row->new_title), .status = (uint8_t)row->new_status}};
    for (int i = 0; i < 2; i++)
        roles[i].organization = ACME, roles[i].place = roles[i].person = roles[i].attributed_to = -1;
    int predicate = kb_predicate_find(kb_text(row->predicate)), dies = kb_predicate_find(kb_text("died_in"));
    Relation relation = {.subject = predicate == dies ? OLD : NEW,
                         .predicate = (uint16_t)predicate,
                         .object = predicate == dies ? ACME : OLD,
                         .modality = (uint8_t)row->modality};
    d.roles = roles, d.role_count = 2;
    d.relations = &relation, d.relation_count = 1;
    endings_apply(&d);
    ck_assert_uint_eq(d.role_count, 2);
    ck_assert_int_eq(d.roles[0].status, row->expected);
    ck_assert_int_eq(d.roles[1].status, row->new_status);
    document_clear(&d);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("endings");
    TCase *tests = tcase_create("endings");
    tcase_add_loop_test(tests, ends_the_post_of_who_is_gone, 0, (int)(sizeof cases / sizeof *cases));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
