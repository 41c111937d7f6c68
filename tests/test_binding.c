// What trees say of pronouns, on trees written by hand.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/binding.h"
#include "tests/suite.h"

enum { MOST = 12 };

typedef struct Example {
    const char *words[MOST]; // lower case
    uint32_t heads[MOST];    // its own: the root
    const char *deps[MOST];
    uint32_t pronoun;
    uint32_t subject;        // expected of binding_subject; NO_HEAD: none
    uint32_t name, name_end; // tokens
    bool ahead;              // expected of binding_ahead
} Example;

static const Example examples[] = {
    // The subject of "told" is not "him".
    {{"poe", "told", "him"}, {1, 1, 1}, {"nsubj", "root", "obj"}, 2, 0, 0, 1, false},
    // Verbs that are coordinated or open complements share theirs.
    {{"poe", "came", "and", "told", "him"}, {1, 1, 3, 1, 3}, {"nsubj", "root", "cc", "conj", "obj"}, 4, 0, 0, 1, false},
    // "Poe told Roe to help him", "accused Roe of helping him": the object helps, or who does is open.
    {{"poe", "told", "roe", "to", "help", "him"},
     {1, 1, 1, 4, 1, 4},
     {"nsubj", "root", "obj", "mark", "xcomp", "obj"},
     5,
     2,
     0,
     1,
     false},
    {{"poe", "accused", "roe", "of", "helping", "him"},
     {1, 1, 1, 4, 1, 4},
     {"nsubj", "root", "obj", "mark", "advcl", "obj"},
     5,
     NO_HEAD,
     0,
     1,
     false},
    // "who" stands for the noun that its clause hangs on.
    {{"poe", ",", "who", "saw", "him"},
     {0, 0, 3, 0, 3},
     {"root", "punct", "nsubj", "acl:relcl", "obj"},
     4,
     0,
     0,
     1,
     false},
    // A possessor and a subject are free.
    {{"poe", "sold", "his", "house"}, {1, 1, 3, 1}, {"nsubj", "root", "nmod:poss", "obj"}, 2, NO_HEAD, 0, 1, false},
    {{"he", "left"}, {1, 1}, {"nsubj", "root"}, 0, NO_HEAD, 0, 1, false},
    // "In his review, Ann Poe wrote": ahead; without the comma it is not.
    {{"in", "his", "review", ",", "ann", "poe", "wrote"},
     {2, 2, 6, 6, 6, 4, 6},
     {"case", "nmod:poss", "obl", "punct", "nsubj", "flat", "root"},
     1,
     NO_HEAD,
     4,
     6,
     true},
    {{"in", "his", "view", "poe", "was", "right"},
     {2, 2, 5, 5, 5, 5},
     {"case", "nmod:poss", "obl", "nsubj", "cop", "root"},
     1,
     NO_HEAD,
     3,
     4,
     false},
    // "When he left, Poe wept"; but in "He left, Poe said" the pronoun stands in what is said.
    {{"when", "he", "left", ",", "poe", "wept"},
     {2, 2, 5, 5, 5, 5},
     {"mark", "nsubj", "advcl", "punct", "nsubj", "root"},
     1,
     NO_HEAD,
     4,
     5,
     true},
    {{"he", "left", ",", "poe", "said"},
     {1, 4, 4, 4, 4},
     {"nsubj", "ccomp", "punct", "nsubj", "root"},
     0,
     NO_HEAD,
     3,
     4,
     false},
};

START_TEST(should_read_whom_the_tree_bars_and_offers)
{
    const Example *example = &examples[_i];
    Token tokens[MOST] = {0};
    Sentence sentence = {0};
    for (; sentence.last < MOST && example->words[sentence.last]; sentence.last++) {
        Token *token = &tokens[sentence.last];
        token->lower = kb_text(example->words[sentence.last]);
        token->dep = kb_text(example->deps[sentence.last]);
        token->head = example->heads[sentence.last];
    }
    Document document = {.tokens = tokens, .token_count = sentence.last, .sentences = &sentence, .sentence_count = 1};
    Mention name = {.first = example->name, .last = example->name_end};
    ck_assert_uint_eq(binding_subject(&document, example->pronoun), example->subject);
    ck_assert_int_eq(binding_ahead(&document, example->pronoun, &name), example->ahead);
}
END_TEST

START_TEST(should_say_nothing_without_a_tree)
{
    Token tokens[2] = {{.head = NO_HEAD}, {.head = NO_HEAD}};
    Sentence sentence = {.last = 2};
    Document document = {.tokens = tokens, .token_count = 2, .sentences = &sentence, .sentence_count = 1};
    Mention name = {.first = 1, .last = 2};
    ck_assert_uint_eq(binding_subject(&document, 0), NO_HEAD);
    ck_assert(!binding_ahead(&document, 0, &name));
}
END_TEST

START_TEST(should_bar_all_who_are_joined_in_a_subject)
{
    // "poe , roe and ek told him": roe and ek hang on poe; him on told.
    Token tokens[8] = {{.head = 5}, {.head = 2}, {.head = 0}, {.head = 4}, {.head = 0}, {.head = 5}, {.head = 5}};
    static const char *const deps[] = {"nsubj", "punct", "conj", "cc", "conj", "root", "obj"};
    for (size_t i = 0; i < sizeof deps / sizeof *deps; i++)
        tokens[i].dep = kb_text(deps[i]);
    Sentence sentence = {.last = 7};
    Document document = {.tokens = tokens, .token_count = 7, .sentences = &sentence, .sentence_count = 1};
    ck_assert_uint_eq(binding_subject(&document, 6), 0);
    ck_assert_uint_eq(binding_joined(&document, 0, 6), 2);
    ck_assert_uint_eq(binding_joined(&document, 2, 6), 4);
    ck_assert_uint_eq(binding_joined(&document, 4, 6), NO_HEAD);
    ck_assert_uint_eq(binding_joined(&document, 0, 2), NO_HEAD);
}
END_TEST

START_TEST(should_find_the_person_before_and)
{
    static const struct {
        const char *words[MOST];
        bool found;
    } joined[] = {
        {{"saw", "poe", "of", "leamford", "and", "his", "nephew"}, true},
        {{"saw", "poe", "from", "leamford", "and", "her", "nephew"}, true},
        {{"saw", "poe", "near", "leamford", "and", "his", "nephew"}, false},
        {{"saw", "poe", "of", "leamford", "with", "his", "nephew"}, false},
        {{"saw", "poe", "of", "leamford", "and", "the", "nephew"}, false},
    };
    Mention names[] = {{.first = 1, .last = 2, .type = KB_PERSON}, {.first = 3, .last = 4, .type = KB_PLACE}};
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        Token tokens[7] = {{0}};
        for (size_t k = 0; k < 7; k++)
            tokens[k].lower = kb_text(joined[i].words[k]);
        Sentence sentence = {.last = 7};
        Document document = {.tokens = tokens,
                             .token_count = 7,
                             .sentences = &sentence,
                             .sentence_count = 1,
                             .mentions = names,
                             .mention_count = 2};
        ck_assert_ptr_eq(binding_conjunct(&document, 5), joined[i].found ? &names[0] : NULL);
        ck_assert_ptr_null(binding_conjunct(&document, 0));
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("binding");
    TCase *tcase = tcase_create("binding");
    tcase_add_loop_test(tcase, should_read_whom_the_tree_bars_and_offers, 0, sizeof examples / sizeof *examples);
    tcase_add_test(tcase, should_find_the_person_before_and);
    tcase_add_test(tcase, should_bar_all_who_are_joined_in_a_subject);
    tcase_add_test(tcase, should_say_nothing_without_a_tree);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
