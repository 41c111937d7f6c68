// Salience: who comes to mind before whom when "she" follows.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>

#include "ingest/salience.h"
#include "tests/suite.h"

enum { SENTENCES = 6, WORDS = 2 };

// Six sentences of two words, a subject and an object each.
static void make_document(Document *document, Token tokens[SENTENCES * WORDS])
{
    for (uint32_t i = 0; i < SENTENCES * WORDS; i++)
        tokens[i] = (Token){.sentence = i / WORDS, .head = i - i % WORDS, .dep = kb_text(i % WORDS ? "obj" : "nsubj")};
    *document = (Document){.tokens = tokens, .token_count = SENTENCES * WORDS};
}

// Of a name at `token` for a pronoun that ends the text.
static float at(const Document *document, uint32_t token)
{
    Mention pronoun = {.first = SENTENCES * WORDS - 1, .last = SENTENCES * WORDS, .kind = KB_PRONOUN};
    Mention before = {.first = token, .last = token + 1, .kind = KB_NAME};
    return salience(document, &pronoun, &before, false);
}

START_TEST(should_prefer_what_is_near_and_subjects)
{
    Token tokens[SENTENCES * WORDS];
    Document document;
    make_document(&document, tokens);
    ck_assert_float_gt(at(&document, 10), at(&document, 8)); // its own sentence
    ck_assert_float_gt(at(&document, 8), at(&document, 9));  // the subject of the one before
    ck_assert_float_eq(at(&document, 6), at(&document, 7));  // not of one farther off
    ck_assert_float_gt(at(&document, 7), at(&document, 5));  // out of sight
    ck_assert_float_eq(at(&document, 5), at(&document, 1));
}
END_TEST

START_TEST(should_prefer_names_and_the_nearest)
{
    Token tokens[SENTENCES * WORDS];
    Document document;
    make_document(&document, tokens);
    Mention pronoun = {.first = 11, .last = 12, .kind = KB_PRONOUN}, name = {.first = 9, .last = 10, .kind = KB_NAME},
            other = {.first = 9, .last = 10, .kind = KB_PRONOUN};
    ck_assert_float_gt(salience(&document, &pronoun, &name, false), salience(&document, &pronoun, &other, false));
    ck_assert_float_gt(salience(&document, &pronoun, &name, true), salience(&document, &pronoun, &name, false));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("salience");
    TCase *tcase = tcase_create("salience");
    tcase_add_test(tcase, should_prefer_what_is_near_and_subjects);
    tcase_add_test(tcase, should_prefer_names_and_the_nearest);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
