// Names: taking apart, folding, telling which can be one.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "kb/fold.h"
#include "kb/name.h"
#include "kb/title.h"
#include "tests/suite.h"

#define CASES(table) ((int)(sizeof(table) / sizeof *(table)))

static const struct {
    const char *name, *parts[5]; // prefix, given, middle, family, suffix
} part_cases[] = {
    {"Gen. Joseph F. Dunford Jr.", {"Gen.", "Joseph", "F.", "Dunford", "Jr."}},
    {"Jim \"Mad Dog\" Mattis", {"", "Jim", "", "Mattis", ""}},
    {"Dunford, Joseph", {"", "Joseph", "", "Dunford", ""}},
    {"Ursula von der Leyen", {"", "Ursula", "", "von der Leyen", ""}},
    {"van Gogh", {"", "", "", "van Gogh", ""}},
    {"De Blasio", {"", "", "", "De Blasio", ""}},
    {"Ben Carson", {"", "Ben", "", "Carson", ""}},
    {"Bashar al-Assad", {"", "Bashar", "", "al-Assad", ""}},
    {"Xi Jinping", {"", "Jinping", "", "Xi", ""}},
    {"Kim Jong Un", {"", "Jong Un", "", "Kim", ""}},
    {"Kim Kardashian", {"", "Kim", "", "Kardashian", ""}},
    {"Ban Ki-moon", {"", "Ki-moon", "", "Ban", ""}},
    {"King Charles", {"King", "", "", "Charles", ""}},
    {"Don King", {"", "Don", "", "King", ""}},
    {"Sultan Babakhanov", {"", "Sultan", "", "Babakhanov", ""}},
    {"Francis", {"", "", "", "Francis", ""}},
    {"", {"", "", "", "", ""}},
    {"\"\" , .", {"", "", "", "", ""}},
};

START_TEST(should_take_names_apart)
{
    KbNameParts parts;
    kb_name_parts(kb_text(part_cases[_i].name), &parts);
    const KbText got[5] = {parts.prefix, parts.given, parts.middle, parts.family, parts.suffix};
    for (int i = 0; i < 5; i++)
        ck_assert_msg(kb_text_equal(got[i], kb_text(part_cases[_i].parts[i])), "%s: part %d is \"%.*s\"",
                      part_cases[_i].name, i, (int)got[i].length, got[i].data);
}
END_TEST

static const struct {
    const char *name, *key;
} fold_cases[] = {
    {"Recep Tayyip Erdo\xc4\x9f"
     "an",
     "recep tayyip erdogan"},
    {"O\xe2\x80\x99"
     "Brien-Smith",
     "obrien smith"},
    {"  U.S.  ", "us"},
    {"J. F. K.", "j f k"},
    {"\xc3\x98rsted \xc5\x81\xc3\xb3"
     "d\xc5\xba",
     "orsted lodz"},
    {"AT&T", "at and t"},
    {"Stra\xc3\x9f"
     "e",
     "strasse"},
    {"\xe2\x80\xae"
     "abc\xe2\x80\xac",
     "abc"},                          // bidi controls
    {"\xd0\xa0utin", "\xd1\x80utin"}, // a Cyrillic letter stays one
    {"bad\xff\xfe utf", "bad utf"},
};

START_TEST(should_fold_to_keys)
{
    char key[KB_NAME_KEY_SIZE];
    size_t length = kb_name_fold(kb_text(fold_cases[_i].name), key);
    ck_assert_str_eq(key, fold_cases[_i].key);
    ck_assert_uint_eq(length, strlen(key));
}
END_TEST

START_TEST(should_cut_long_names_and_keep_them_apart)
{
    char long_name[5001], a[KB_NAME_KEY_SIZE], b[KB_NAME_KEY_SIZE];
    memset(long_name, 'x', 5000);
    long_name[5000] = '\0';
    ck_assert_uint_lt(kb_name_fold(kb_text(long_name), a), KB_NAME_KEY_SIZE);
    long_name[4999] = 'y';
    kb_name_fold(kb_text(long_name), b);
    ck_assert_str_ne(a, b);
}
END_TEST

START_TEST(should_survive_ten_thousand_combining_marks)
{
    static char name[20004] = "a";
    for (size_t i = 0; i < 10000; i++)
        memcpy(name + 1 + 2 * i, "\xcc\x81", 2);
    char key[KB_NAME_KEY_SIZE];
    kb_name_fold(kb_text(name), key);
    ck_assert_str_eq(key, "a");
}
END_TEST

static const struct {
    const char *a, *b;
    KbNameMatch match;
} person_cases[] = {
    {"Valeriy Gerasimov", "Valery Gerasimov", KB_NAMES_VARIANT},
    {"Erdogan",
     "Erdo\xc4\x9f"
     "an",
     KB_NAMES_SAME},
    {"Volodymyr Zelensky", "Volodymyr Zelenskiy", KB_NAMES_VARIANT},
    {"Joe Dunford", "Joseph F. Dunford Jr.", KB_NAMES_VARIANT},
    {"J. Smith", "John Smith", KB_NAMES_VARIANT},
    {"John Smith", "Jane Smith", KB_NAMES_CONFLICT},
    {"Bob Corker", "Robert Corker", KB_NAMES_VARIANT},
    {"Dunford", "Joseph Dunford", KB_NAMES_SHORT},
    {"Mohammed bin Salman", "Mohamed bin Salman", KB_NAMES_VARIANT},
    {"John F. Kennedy", "John A. Kennedy", KB_NAMES_CONFLICT},
    {"George Bush Sr.", "George Bush Jr.", KB_NAMES_CONFLICT},
    {"Assad", "Bashar al-Assad", KB_NAMES_SHORT},
    {"Angela Merkel", "Angela Merkel", KB_NAMES_SAME},
    {"Paul Martin", "Paula Martin", KB_NAMES_CONFLICT},
    {"Mary-Jane Watson", "Mary Jane Watson", KB_NAMES_VARIANT},
};

START_TEST(should_tell_which_people_can_be_one)
{
    KbText a = kb_text(person_cases[_i].a), b = kb_text(person_cases[_i].b);
    ck_assert_int_eq(kb_person_names_match(a, b), person_cases[_i].match);
    ck_assert_int_eq(kb_person_names_match(b, a), person_cases[_i].match);
}
END_TEST

static const struct {
    const char *a, *b;
    KbNameMatch match;
} body_cases[] = {
    {"IAEA", "International Atomic Energy Agency", KB_NAMES_SHORT},
    {"Department of State", "State Department", KB_NAMES_VARIANT},
    {"Joint Chiefs", "Joint Chiefs of Staff", KB_NAMES_SHORT},
    {"U.S. Treasury Department", "the Treasury Department", KB_NAMES_VARIANT},
    {"Ministry of Defence", "Defense Ministry", KB_NAMES_VARIANT},
    {"Acme Corp.", "Acme", KB_NAMES_VARIANT},
    {"Acme", "Gazprom", KB_NAMES_CONFLICT},
};

START_TEST(should_tell_which_organizations_can_be_one)
{
    KbText a = kb_text(body_cases[_i].a), b = kb_text(body_cases[_i].b);
    ck_assert_int_eq(kb_organization_names_match(a, b), body_cases[_i].match);
    ck_assert_int_eq(kb_organization_names_match(b, a), body_cases[_i].match);
}
END_TEST

static const struct {
    const char *a, *b;
    KbNameMatch match;
} place_cases[] = {
    {"U.S.", "United States", KB_NAMES_VARIANT},
    {"USA", "the United States of America", KB_NAMES_VARIANT},
    {"UK", "Britain", KB_NAMES_VARIANT},
    {"New York City", "New York", KB_NAMES_VARIANT},
    {"Calif.", "California", KB_NAMES_VARIANT},
    {"Paris", "London", KB_NAMES_CONFLICT},
    {"T\xc3\xbcrkiye", "Turkey", KB_NAMES_VARIANT},
};

START_TEST(should_tell_which_places_can_be_one)
{
    KbText a = kb_text(place_cases[_i].a), b = kb_text(place_cases[_i].b);
    ck_assert_int_eq(kb_place_names_match(a, b), place_cases[_i].match);
}
END_TEST

static const struct {
    const char *name;
    KbGender gender;
} gender_cases[] = {{"Joseph Dunford", KB_MALE},   {"Jean-Bosco Poe", KB_MALE},    {"Jean Claude Poe", KB_MALE},
                    {"Jean Poe", KB_FEMALE},       {"Angela Merkel", KB_FEMALE},   {"Mrs. Smith", KB_FEMALE},
                    {"Sir Keir Starmer", KB_MALE}, {"Dunford", KB_GENDER_UNKNOWN}, {"Jordan Smith", KB_GENDER_UNKNOWN}};

START_TEST(should_know_common_genders)
{
    ck_assert_int_eq(kb_name_gender(kb_text(gender_cases[_i].name)), gender_cases[_i].gender);
}
END_TEST

static const char *const title_cases[][2] = {{"CEO", "chief executive"},
                                             {"Chief Executive Officer", "chief executive"},
                                             {"vice-president", "vice president"},
                                             {"secretary of defence", "defense secretary"},
                                             {"chairwoman", "chair"},
                                             {"minister for foreign affairs", "foreign affairs minister"}};

START_TEST(should_fold_titles)
{
    char key[KB_NAME_KEY_SIZE];
    kb_title_fold(kb_text(title_cases[_i][0]), key);
    ck_assert_str_eq(key, title_cases[_i][1]);
}
END_TEST

START_TEST(should_count_edits)
{
    ck_assert_uint_eq(kb_fold_edits(kb_text("dunford"), kb_text("dunfrod"), 2), 1); // neighbours swapped
    ck_assert_uint_eq(kb_fold_edits(kb_text("dunford"), kb_text("dunford"), 2), 0);
    ck_assert_uint_eq(kb_fold_edits(kb_text("abc"), kb_text("xyz"), 2), 3);
    ck_assert_uint_eq(kb_fold_edits(kb_text(""), kb_text("ab"), 2), 2);
}
END_TEST

static const struct {
    const char *text;
    bool good;
    KbDate date;
} date_cases[] = {
    {"2017-02-15", true, {2017, 2, 15}},
    {"2017-02", true, {2017, 2, 0}},
    {"2017", true, {2017, 0, 0}},
    {"2017-02-15T10:00:00Z", true, {2017, 2, 15}},
    {"2017-02-15 10:00", true, {2017, 2, 15}},
    {"2016-02-29", true, {2016, 2, 29}},
    {"2017-02-29", false, {0}},
    {"2017-02-31", false, {0}},
    {"2017-13-01", false, {0}},
    {"17-02-15", false, {0}},
    {"2017-2-5", false, {0}},
    {"", false, {0}},
    {"2017-02-15x", false, {0}},
    {"0000-01-01", false, {0}},
};

START_TEST(should_parse_dates)
{
    KbDate date;
    ck_assert_int_eq(kb_date_parse(kb_text(date_cases[_i].text), &date), date_cases[_i].good);
    ck_assert_int_eq(kb_date_compare(date, date_cases[_i].date), 0);
    char text[KB_DATE_SIZE];
    if (date.day) ck_assert_int_eq(strncmp(kb_date_format(date, text), date_cases[_i].text, 10), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("name");
    TCase *names = tcase_create("names");
    tcase_add_loop_test(names, should_take_names_apart, 0, CASES(part_cases));
    tcase_add_loop_test(names, should_fold_to_keys, 0, CASES(fold_cases));
    tcase_add_test(names, should_cut_long_names_and_keep_them_apart);
    tcase_add_test(names, should_survive_ten_thousand_combining_marks);
    tcase_add_loop_test(names, should_tell_which_people_can_be_one, 0, CASES(person_cases));
    tcase_add_loop_test(names, should_tell_which_organizations_can_be_one, 0, CASES(body_cases));
    tcase_add_loop_test(names, should_tell_which_places_can_be_one, 0, CASES(place_cases));
    tcase_add_loop_test(names, should_know_common_genders, 0, CASES(gender_cases));
    tcase_add_loop_test(names, should_fold_titles, 0, CASES(title_cases));
    tcase_add_loop_test(names, should_parse_dates, 0, CASES(date_cases));
    tcase_add_test(names, should_count_edits);
    suite_add_tcase(suite, names);
    return run_suite(suite);
}
