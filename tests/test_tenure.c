// Who held a post when, from reports and bounds alone.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shell/tenure.h"

enum { ROLES = 8 };

typedef struct Seat {
    Ask ask;
    KbHeldRole roles[ROLES];
    KbSource sources[ROLES];
    const KbHeldRole *list[ROLES];
    size_t count;
} Seat;

static Seat seat;

static void setup(void)
{
    memset(&seat, 0, sizeof seat);
    seat.ask.region = region_new();
}

static void teardown(void)
{
    region_free(seat.ask.region);
}

static KbDate date(const char *text)
{
    KbDate day = {0};
    if (*text) ck_assert(kb_date_parse(kb_text(text), &day));
    return day;
}

// One report of a holder; `start` and `end` bound both sides, "" for nothing.
static void report(const char *holder, const char *title, KbRoleStatus status, const char *day, const char *start,
                   const char *end)
{
    KbHeldRole *role = &seat.roles[seat.count];
    snprintf(role->holder.id.text, KB_ID_SIZE, "per_%s", holder);
    role->holder.name = kb_text(holder);
    role->title = kb_text(title);
    role->status = status;
    role->start[0] = role->start[1] = date(start);
    role->end[0] = role->end[1] = date(end);
    role->first_reported = role->last_reported = date(day);
    seat.sources[seat.count].published = role->first_reported;
    role->sources = &seat.sources[seat.count];
    role->source_count = 1;
    seat.list[seat.count] = role;
    seat.count++;
}

static const Tenure *holder(const Tenures *tenures, const char *name)
{
    for (size_t i = 0; i < tenures->count; i++)
        if (text_is(tenures->items[i].holder.name, name)) return &tenures->items[i];
    ck_abort_msg("no tenure of %s", name);
    return NULL;
}

static unsigned in(const Tenures *tenures, const char *name, const char *from, const char *to)
{
    int gap;
    return tenure_in(tenures, holder(tenures, name), when_first_day(date(from)), when_last_day(date(to)), &gap);
}

static Tenures tenures(void)
{
    return tenures_of(&seat.ask, seat.list, seat.count);
}

START_TEST(a_report_attests_its_day)
{
    report("ann", "mayor", KB_CURRENT, "2017-02-15", "", "");
    Tenures all = tenures();
    ck_assert_uint_eq(in(&all, "ann", "2017-02", "2017-02"), 3);
}
END_TEST

START_TEST(a_report_speaks_for_a_year_after_it_and_not_for_ever)
{
    report("ann", "mayor", KB_CURRENT, "2017-02-15", "", "");
    Tenures all = tenures();
    ck_assert_uint_eq(in(&all, "ann", "2017-11", "2017-11"), 2);
    ck_assert_uint_eq(in(&all, "ann", "2019", "2019"), 0);
    ck_assert_uint_eq(in(&all, "ann", "2015", "2015"), 0);
}
END_TEST

START_TEST(nobody_holds_a_post_outside_his_bounds)
{
    report("ann", "mayor", KB_CURRENT, "2017-02-15", "2017-01-20", "");
    report("ann", "mayor", KB_FORMER, "2019-01-05", "", "2018-12-31");
    Tenures all = tenures();
    ck_assert_uint_eq(in(&all, "ann", "2016-12", "2016-12"), 0);
    ck_assert_uint_eq(in(&all, "ann", "2018-06", "2018-06"), 3);
    ck_assert_uint_eq(in(&all, "ann", "2019-02", "2019-02"), 0);
}
END_TEST

START_TEST(a_successor_ends_what_a_report_speaks_for)
{
    report("ann", "mayor", KB_CURRENT, "2017-02-15", "", "");
    report("bob", "mayor", KB_CURRENT, "2017-06-01", "", "");
    Tenures all = tenures();
    ck_assert_uint_eq(in(&all, "ann", "2017-08", "2017-08"), 0);
    ck_assert_uint_eq(in(&all, "bob", "2017-08", "2017-08"), 2);
    ck_assert(!tenure_is_current(&all, holder(&all, "ann")));
    ck_assert(tenure_is_current(&all, holder(&all, "bob")));
}
END_TEST

START_TEST(two_terms_do_not_cover_what_lies_between)
{
    report("ann", "mayor", KB_CURRENT, "2012-05-01", "", "");
    report("bob", "mayor", KB_CURRENT, "2015-05-01", "", "");
    report("ann", "mayor", KB_CURRENT, "2019-05-01", "", "");
    Tenures all = tenures();
    ck_assert_uint_eq(in(&all, "ann", "2015-05", "2015-05"), 0);
    ck_assert_uint_eq(in(&all, "bob", "2015-05", "2015-05"), 3);
    ck_assert(tenure_is_current(&all, holder(&all, "ann")));
}
END_TEST

START_TEST(two_reports_of_one_holder_cover_the_years_between)
{
    report("ann", "mayor", KB_CURRENT, "2012-05-01", "", "");
    report("ann", "mayor", KB_CURRENT, "2019-05-01", "", "");
    Tenures all = tenures();
    ck_assert_uint_eq(in(&all, "ann", "2015", "2015"), 3);
}
END_TEST

START_TEST(former_later_than_current_is_over)
{
    report("ann", "mayor", KB_CURRENT, "2017-02-15", "", "");
    report("ann", "mayor", KB_FORMER, "2018-02-15", "", "");
    Tenures all = tenures();
    ck_assert(!tenure_is_current(&all, holder(&all, "ann")));
}
END_TEST

START_TEST(undated_reports_are_neither_earlier_nor_later)
{
    report("ann", "mayor", KB_CURRENT, "", "", "");
    Tenures all = tenures();
    ck_assert(tenure_is_current(&all, holder(&all, "ann")));
    ck_assert_uint_eq(in(&all, "ann", "2017", "2017"), 0);
}
END_TEST

START_TEST(an_announced_start_is_not_yet_holding)
{
    report("ann", "mayor", KB_CURRENT, "2024-05-09", "", "2024-07-01");
    report("bob", "mayor", KB_ACTING, "2024-05-09", "2024-07-01", "");
    Tenures all = tenures();
    ck_assert(tenure_is_current(&all, holder(&all, "ann")));
    ck_assert(!tenure_is_current(&all, holder(&all, "bob")));
}
END_TEST

START_TEST(shared_posts_have_several_holders)
{
    report("ann", "senator", KB_CURRENT, "2017-02-15", "", "");
    report("bob", "senator", KB_CURRENT, "2018-06-01", "", "");
    Tenures all = tenures();
    ck_assert(tenure_is_current(&all, holder(&all, "ann")));
    ck_assert(tenure_is_current(&all, holder(&all, "bob")));
}
END_TEST

START_TEST(what_is_denied_or_planned_counts_for_nothing)
{
    report("ann", "mayor", KB_CURRENT, "2017-02-15", "", "");
    seat.roles[0].polarity = KB_NEGATIVE;
    report("bob", "mayor", KB_CURRENT, "2017-02-15", "", "");
    seat.roles[1].modality = KB_PLANNED;
    ck_assert_uint_eq(tenures().count, 0);
}
END_TEST

START_TEST(titles_are_the_same_in_any_wording)
{
    static const struct {
        const char *asked, *held;
        TitleMatch match;
    } PAIRS[] = {
        {"secretary of defense", "defense secretary", TITLES_SAME},
        {"Secretary of Defence", "defense secretary", TITLES_SAME},
        {"CEO", "chief executive officer", TITLES_SAME},
        {"chairwoman", "chairman", TITLES_SAME},
        {"minister of foreign affairs", "foreign minister", TITLES_SAME},
        {"foreign ministers", "foreign minister", TITLES_SAME},
        {"secretaries of state", "secretary of state", TITLES_SAME},
        {"chairman", "chairman and chief executive", TITLES_OVERLAP},
        {"chief executive", "chairman and chief executive", TITLES_OVERLAP},
        {"president", "vice president", TITLES_DIFFER},
        {"chief of staff", "deputy chief of staff", TITLES_DIFFER},
        {"president", "adviser to the president", TITLES_DIFFER},
        {"head", "head of communications", TITLES_DIFFER},
        {"secretary", "secretary of state", TITLES_DIFFER},
    };
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        ck_assert_msg(title_match(seat.ask.region, kb_text(PAIRS[i].asked), kb_text(PAIRS[i].held), kb_text("")) ==
                          PAIRS[i].match,
                      "%s: %s", PAIRS[i].asked, PAIRS[i].held);
}
END_TEST

START_TEST(what_is_asked_of_a_holder_is_taken_off_the_title)
{
    TitleWish wish = WISH_HOLDER;
    ck_assert(text_is(title_strip(kb_text("the acting attorney general"), &wish), "attorney general"));
    ck_assert_int_eq(wish, WISH_ACTING);
    ck_assert(text_is(title_strip(kb_text("ex-president"), &wish), "president"));
    ck_assert_int_eq(wish, WISH_FORMER);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tenure");
    TCase *tcase = tcase_create("tenure");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, a_report_attests_its_day);
    tcase_add_test(tcase, a_report_speaks_for_a_year_after_it_and_not_for_ever);
    tcase_add_test(tcase, nobody_holds_a_post_outside_his_bounds);
    tcase_add_test(tcase, a_successor_ends_what_a_report_speaks_for);
    tcase_add_test(tcase, two_terms_do_not_cover_what_lies_between);
    tcase_add_test(tcase, two_reports_of_one_holder_cover_the_years_between);
    tcase_add_test(tcase, former_later_than_current_is_over);
    tcase_add_test(tcase, undated_reports_are_neither_earlier_nor_later);
    tcase_add_test(tcase, an_announced_start_is_not_yet_holding);
    tcase_add_test(tcase, shared_posts_have_several_holders);
    tcase_add_test(tcase, what_is_denied_or_planned_counts_for_nothing);
    tcase_add_test(tcase, titles_are_the_same_in_any_wording);
    tcase_add_test(tcase, what_is_asked_of_a_holder_is_taken_off_the_title);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
