// Tokenizer: how UD English cuts text, and that any bytes are cut in linear time.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ingest/tokenize.h"
#include "tests/suite.h"

// Tokens of each text, separated by " | ".
static const struct {
    const char *text, *tokens;
} cuts[] = {
    {"", ""},
    {" \n\t ", ""},
    {"Dunford will hold talks.", "Dunford | will | hold | talks | ."},
    // clitics and fused words
    {"He can't, won't and didn’t.", "He | ca | n't | , | wo | n't | and | did | n’t | ."},
    {"Dunford’s office; the bees' nest", "Dunford | ’s | office | ; | the | bees | ' | nest"},
    {"I'm sure they'll say I'd've", "I | 'm | sure | they | 'll | say | I | 'd | 've"},
    {"I cannot, I'm gonna, wanna", "I | can | not | , | I | 'm | gon | na | , | wan | na"},
    {"dont im", "do | nt | i | m"},
    {"alot, heres whos couldve", "a | lot | , | here | s | who | s | could | ve"},
    {"its a cat, your not, its own", "it | s | a | cat | , | you | r | not | , | its | own"},
    {"its in-house team; its: a, your", "its | in | - | house | team | ; | its | : | a | , | your"},
    {"Lets go. lets go", "Let | s | go | . | let | s | go"},
    {"he lets go", "he | lets | go"},
    {"O'Reilly of the Shi'ite d'Orsay at ten o'clock", "O'Reilly | of | the | Shi'ite | d'Orsay | at | ten | o'clock"},
    {"the '60s, '72, get 'em", "the | '60s | , | '72 | , | get | 'em"},
    {"the 1960's and Boeing 747's engines", "the | 1960's | and | Boeing | 747 | 's | engines"},
    {"\"Quoted\" 's owner", "\" | Quoted | \" | 's | owner"},
    // hyphens, slashes, dashes
    {"al-Ani, long-standing face-to-face", "al | - | Ani | , | long | - | standing | face | - | to | - | face"},
    {"e-mail the non-profit ex-minister in mid-2004", "e-mail | the | non-profit | ex-minister | in | mid-2004"},
    {"pro-same-sex", "pro-same | - | sex"},
    {"pages 53-59, F-16, 26-year-old", "pages | 53 | - | 59 | , | F | - | 16 | , | 26 | - | year | - | old"},
    {"Alex Brandon/AP and/or w/o", "Alex | Brandon | / | AP | and | / | or | w/o"},
    {"w/it, w/ it", "w/ | it | , | w | / | it"},
    {"2010–2014 — no -- yes", "2010 | – | 2014 | — | no | -- | yes"},
    // numbers, dates, money
    {"$5, US$ 3.5 million, 100,000 (5%)", "$ | 5 | , | US$ | 3.5 | million | , | 100,000 | ( | 5 | % | )"},
    {"at 10:30am on 11/28/2000, 2017-02-15 or 9/11", "at | 10:30 | am | on | 11/28/2000 | , | 2017-02-15 | or | 9/11"},
    {"713-853-3989, +44 20, 21st, 1990s, 5km, .04, 50/50",
     "713-853-3989 | , | +44 | 20 | , | 21st | , | 1990s | , | 5 | km | , | .04 | , | 50 | / | 50"},
    {"[1,2] and 1,2,3", "[ | 1 | , | 2 | ] | and | 1 | , | 2 | , | 3"},
    // periods
    {"Gen. Joseph F. Dunford Jr., the U.S. chairman", "Gen. | Joseph | F. | Dunford | Jr. | , | the | U.S. | chairman"},
    {"Mr. Smith of Acme Inc. said at 5 a.m. so", "Mr. | Smith | of | Acme | Inc. | said | at | 5 | a.m. | so"},
    {"in the U.S.", "in | the | U.S | ."},
    {"at 5 p.m. The talks", "at | 5 | p.m | . | The | talks"},
    {"by Acme Inc. \"She ran\" of Acme Inc. \"Ann ran",
     "by | Acme | Inc | . | \" | She | ran | \" | of | Acme | Inc. | \" | Ann | ran"},
    {"near Tesk Mar. 'Amos ran to Mar. 4, J. 'The Ant' Poe",
     "near | Tesk | Mar | . | ' | Amos | ran | to | Mar. | 4 | , | J. | ' | The | Ant | ' | Poe"},
    {"owned by Acme Inc.\n\nNext", "owned | by | Acme | Inc | . | Next"},
    {"tea, etc., e.g., milk", "tea | , | etc. | , | e.g. | , | milk"},
    {"a Ph.D. in law; the Drs. Poe", "a | Ph.D. | in | law | ; | the | Drs. | Poe"},
    {"tea, etc. Do come", "tea | , | etc | . | Do | come"},
    {"No. 5; no. He sat. On Sat. it rained", "No. | 5 | ; | no | . | He | sat | . | On | Sat. | it | rained"},
    {"won.The St.George", "won | . | The | St. | George"},
    {"Wait... what. . .", "Wait | ... | what | . | . | ."},
    {"1. First\n2. Second", "1. | First | 2. | Second"},
    // addresses, handles, faces
    {"See http://a.org/b?c=1, www.kb.com. (x@y.co.uk)",
     "See | http://a.org/b?c=1 | , | www.kb.com | . | ( | x@y.co.uk | )"},
    {"whitehouse.gov, report.doc, alt.animals", "whitehouse.gov | , | report.doc | , | alt.animals"},
    {"(old).doc, the .com boom, (old).Not", "( | old | ) | .doc | , | the | .com | boom | , | ( | old | ) | . | Not"},
    {"family:) me :-) http:)", "family | :) | me | :-) | http | :)"},
    {"@kb #news #5 :) >:( ;-)", "@kb | #news | # | 5 | :) | >:( | ;-)"},
    {"AT&T, PG&E, R&D; Tom&Jerry", "AT&T | , | PG&E | , | R&D | ; | Tom | & | Jerry"},
    // symbols
    {"(“Well,” he said.)", "( | “ | Well | , | ” | he | said | . | )"},
    {"What?! No!!! <<a>> ``b''", "What | ?! | No | !!! | << | a | >> | `` | b | ''"},
    {"fixed!. Yes!... Dial:? 5, a,? b ---= x",
     "fixed | !. | Yes | ! | ... | Dial | :? | 5 | , | a | ,? | b | ---= | x"},
    {"[[x]] *** --->", "[ | [ | x | ] | ] | *** | --->"},
    {"caf\xc3\xa9\xc2\xa0Gerasimov\xe2\x80\x8b.", "caf\xc3\xa9 | Gerasimov | ."},
    {"\xff\xfe"
     "a\xc3",
     "\xff | \xfe | a | \xc3"},
};

static void join(const char *text, char *out, size_t room)
{
    Tokenizer tokenizer;
    TokenSpan token;
    size_t used = 0;
    tokenizer_init(&tokenizer, text, strlen(text));
    out[0] = '\0';
    while (tokenizer_next(&tokenizer, &token)) {
        size_t length = token.end - token.start;
        ck_assert_uint_lt(used + length + 4, room);
        if (used) memcpy(out + used, " | ", 3), used += 3;
        memcpy(out + used, text + token.start, length);
        used += length;
        out[used] = '\0';
    }
}

START_TEST(should_cut_as_ud_english)
{
    char tokens[1024];
    join(cuts[_i].text, tokens, sizeof tokens);
    ck_assert_str_eq(tokens, cuts[_i].tokens);
}
END_TEST

// One line of 1 MB made of each of these, which look for something far away.
static const char *const endless[] = {"a",   "a.b-",    "a@",  "+1.", "...!?--",      " ",
                                      "A. ", "http://", "I'd", "1-",  "\xe2\x80\x99", "no. "};

START_TEST(should_cut_one_endless_line_in_linear_time)
{
    enum { SIZE = 1 << 20 };
    size_t unit = strlen(endless[_i]), covered = 0;
    char *text = malloc(SIZE);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = endless[_i][i % unit];
    Tokenizer tokenizer;
    TokenSpan token;
    clock_t start = clock();
    tokenizer_init(&tokenizer, text, SIZE);
    for (uint32_t last = 0; tokenizer_next(&tokenizer, &token); last = token.end) {
        ck_assert_uint_ge(token.start, last);
        ck_assert_uint_gt(token.end, token.start);
        ck_assert_uint_le(token.end - token.start, TOKENIZE_MAX);
        covered += token.end - token.start;
    }
    ck_assert_msg((double)(clock() - start) / CLOCKS_PER_SEC < 30, "too slow");
    ck_assert_uint_ge(covered + SIZE / unit + unit, endless[_i][unit - 1] == ' ' ? 0 : SIZE);
    free(text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tokenize");
    TCase *tests = tcase_create("tokenize");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, should_cut_as_ud_english, 0, (int)(sizeof cuts / sizeof *cuts));
    tcase_add_loop_test(tests, should_cut_one_endless_line_in_linear_time, 0, (int)(sizeof endless / sizeof *endless));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
