// Chains: which names of one document are one person, organization or place.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/chains.h"
#include "tests/marked.h"
#include "tests/suite.h"

typedef struct ChainCase {
    const char *marked;
    const char *chains; // of the names in text order; names that are one have one letter
} ChainCase;

static const ChainCase cases[] = {
    {"[[p|Joseph F. Dunford Jr.]] spoke. [[p|Dunford]] left.", "aa"},
    {"[[p|Dunford]] spoke. Then [[p|Joseph Dunford]] left.", "aa"},
    {"[[p|Joseph F. Dunford]] met [[p|Joseph Dunford Jr.]] twice.", "aa"},
    {"[[p|Bill Clinton]] met [[p|Hillary Clinton]]. Mrs. [[p|Clinton]] spoke.", "abb"},
    {"[[p|Lorna Ek]] met [[p|Duane Ek]]. Mrs. [[p|Ek]] spoke. Mr. [[p|Ek]] slept.", "abab"},
    {"[[p|Lorna Ek]] met [[p|Xyz Ek]]. Mr. [[p|Ek]] spoke.", "abb"},
    {"[[p|Xyz Ek]] spoke. Mr. [[p|Ek]] left. [[p|Duane Ek]] came.", "aab"},
    {"[[p|Ruth Amado]] met [[p|Tom Ferrier]]. [[p|Ruth]] laughed.", "aba"},
    {"[[p|Ann Poe]] met [[p|Tom Poe]]. [[p|Poe]] and [[p|Tom Poe]] left. [[p|Poe]] returned.", "abbbb"},
    {"[[p|Poe]] is the son of [[p|Ann Poe]] and [[p|Tom Poe]].", "abc"},
    {"[[p|Tom Poe]] left his son, [[p|Tom Jr.]]", "ab"},
    {"[[p|Tom Ek]] met his brother, the lawyer [[p|Bo Ek]]. [[p|Ek]] slept.", "aba"},
    {"[[p|Tom Ek]] met his wife, [[p|Eva]]. [[p|Ek]] slept. [[p|Eva Ek]] left.", "abab"},
    {"[[p|Ann Ek]] met her daughter, [[p|Eva Ek-Roe]]. [[p|Ek]] slept.", "aba"},
    {"[[p|Poe]] left. He is the son of [[p|Ann Poe]].", "aa"},
    {"[[p|Ann Poe]] spoke. [[p|Poe]] is the wife of [[p|Tom Poe]].", "aab"},
    {"[[p|George W. Bush]] wrote to [[p|George H. Bush]].", "ab"},
    {"The [[o|World Health Organization]] ([[o|WHO]]) met. [[o|WHO]] spoke.", "aaa"},
    {"[[o|Boeing Co.]] sold. [[o|Boeing]] bought.", "aa"},
    {"The [[o|Joint Chiefs of Staff]] met. The [[o|Joint Chiefs]] left.", "aa"},
    {"The [[o|Ministry of Defence]] and the [[o|Defense Ministry]].", "aa"},
    {"The [[o|European Central Bank]] rose. The [[o|ECB]] fell.", "aa"},
    {"The [[o|Bank of Malta]] and the [[o|Bank of Cyprus]].", "ab"},
    {"The [[l|United States]] and the [[l|U.S.]] and [[l|France]].", "aab"},
    {"Rain in [[l|Port Arden]]. The Port Arden Open ended in Port Arden.", "aa"},
    {"[[l|New York City]] is in [[l|New York]].", "aa"},
    {"[[l|Washington]] and [[p|Washington]].", "ab"},
    {"[[p|Ann Poe]], born [[p|Ann Roe]], left. [[p|Roe]] sang.", "aaa"},
    {"[[p|Poe]] was born [[p|Ann Roe]] in [[l|Oslo]].", "aab"},
    {"[[p|Ann Poe]] left. Born [[p|Ann Roe]] in [[l|Oslo]], she sang.", "aab"},
    {"[[p|Ann Poe]] left. She was born [[p|Ann Roe]] in [[l|Oslo]].", "aab"},
    {"[[p|Ann Poe]] left. Born [[p|Eva Roe]] in [[l|Oslo]], she sang.", "abc"},
    {"[[o|Acme]], known until last year as the [[o|Hinode Co.]], sold.", "aa"},
    {"[[p|*]] saw [[p|Ann Poe]].", "ab"},
    {"[[o|Acme]], once called [[o|Hinode]], sold.", "aa"},
    {"[[p|Ann Poe]], born [[p|Ann Roe]], once called [[p|Bo Ek]], left. [[p|Roe]] and [[p|Ek]] sang.", "aaaaa"},
    {"[[p|Ann Poe]] named [[p|Tom Roe]]. [[p|Poe]], who called [[p|Roe]] a liar, left.", "abab"},
};

static void check(const ChainCase *row)
{
    Document document;
    document_init(&document);
    marked_document(&document, row->marked, (KbDate){0, 0, 0});
    chains_find(&document);
    char found[32] = "";
    int32_t letters[26];
    size_t count = 0, length = 0;
    for (size_t i = 0; i < document.mention_count; i++) {
        if (document.mentions[i].kind != KB_NAME) continue;
        size_t letter = 0;
        while (letter < count && letters[letter] != document.mentions[i].chain)
            letter++;
        if (letter == count) letters[count++] = document.mentions[i].chain;
        found[length++] = (char)('a' + letter);
    }
    ck_assert_msg(strcmp(found, row->chains) == 0, "%s\n  expected %s\n  found    %s", row->marked, row->chains, found);
    document_clear(&document);
}

START_TEST(joins_the_names_of_one)
{
    check(&cases[_i]);
}
END_TEST

START_TEST(names_a_chain_by_its_fullest_form)
{
    Document document;
    document_init(&document);
    marked_document(&document, "Gen. [[p|Dunford]] spoke. [[p|Joseph F. Dunford Jr.]] left.", (KbDate){0, 0, 0});
    chains_find(&document);
    ck_assert_uint_eq(document.chain_count, 1);
    ck_assert(kb_text_equal(document.chains[0].name, kb_text("Joseph F. Dunford Jr.")));
    ck_assert(kb_text_equal(document.chains[0].honorific, kb_text("Gen.")));
    document_clear(&document);
}
END_TEST

START_TEST(finds_repeats_that_were_not_tagged)
{
    Document document;
    document_init(&document);
    marked_document(&document, "[[p|Ruth Amado]] spoke. Then Ruth Amado and later Amado left.", (KbDate){0, 0, 0});
    chains_find(&document);
    ck_assert_uint_eq(document.chain_count, 1);
    ck_assert_uint_eq(document.mention_count, 3);
    document_clear(&document);
}
END_TEST

START_TEST(gives_a_pronoun_to_its_one_antecedent)
{
    Document document;
    document_init(&document);
    marked_document(&document, "[[p|Ruth Amado]] met [[p|Tom Ferrier]]. She laughed.", (KbDate){0, 0, 0});
    chains_find(&document);
    const Mention *last = &document.mentions[document.mention_count - 1];
    ck_assert_int_eq(last->kind, KB_PRONOUN);
    ck_assert_int_eq(last->chain, document.mentions[0].chain);
    ck_assert_int_eq(document.chains[0].gender, KB_FEMALE);
    document_clear(&document);
}
END_TEST

START_TEST(takes_the_gender_of_a_noun_in_apposition)
{
    Document document;
    document_init(&document);
    marked_document(&document,
                    "[[p|Ifan Ferrier]], a widow, met a Welshman, [[p|Ebbe Amado]]. [[p|Oke Lunt]], a baker, left.",
                    (KbDate){0, 0, 0});
    chains_find(&document);
    ck_assert_int_eq(document.chains[0].gender, KB_FEMALE);
    ck_assert_int_eq(document.chains[1].gender, KB_MALE);
    ck_assert_int_eq(document.chains[2].gender, KB_GENDER_UNKNOWN);
    document_clear(&document);
}
END_TEST

START_TEST(ties_demonyms_to_the_country_named)
{
    Document document;
    document_init(&document);
    marked_document(&document, "Russian and Turkish officials met in [[l|Russia]].", (KbDate){0, 0, 0});
    chains_find(&document);
    ck_assert_uint_eq(document.demonym_count, 2);
    ck_assert_int_eq(document.demonyms[0].chain, 0);
    ck_assert_int_eq(document.demonyms[1].chain, KB_NONE);
    document_clear(&document);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("chains");
    TCase *group = tcase_create("chains");
    tcase_add_loop_test(group, joins_the_names_of_one, 0, sizeof cases / sizeof *cases);
    tcase_add_test(group, names_a_chain_by_its_fullest_form);
    tcase_add_test(group, finds_repeats_that_were_not_tagged);
    tcase_add_test(group, gives_a_pronoun_to_its_one_antecedent);
    tcase_add_test(group, takes_the_gender_of_a_noun_in_apposition);
    tcase_add_test(group, ties_demonyms_to_the_country_named);
    suite_add_tcase(suite, group);
    return run_suite(suite);
}
