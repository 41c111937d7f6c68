// Chains of what has no name, on trees written by hand.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/data.h"
#include "ingest/pipeline.h"
#include "ingest/unnamed.h"
#include "tests/suite.h"

// "word/POS/head/dep" of each token, "." ends a sentence; heads count from the sentence's first token.
typedef struct Example {
    const char *text;
    const char *expected; // "first-last:chain" of each mention, last exclusive
} Example;

static const Example examples[] = {
    // "the plan" is "a new plan"; "a plan" would be another.
    {"we/PRON/1/nsubj made/VERB/1/root a/DET/4/det new/ADJ/4/amod plan/NOUN/1/obj ./PUNCT/1/punct "
     "the/DET/1/det plan/NOUN/2/nsubj failed/VERB/2/root ./PUNCT/2/punct "
     "a/DET/1/det plan/NOUN/2/nsubj won/VERB/2/root ./PUNCT/2/punct",
     "2-5:0 6-8:0 "},
    // A modifier that the first has not: two plans.
    {"a/DET/1/det plan/NOUN/2/nsubj failed/VERB/2/root ./PUNCT/2/punct "
     "the/DET/2/det new/ADJ/2/amod plan/NOUN/3/nsubj won/VERB/3/root ./PUNCT/3/punct",
     ""},
    // The speaker is one; so are the readers, who are not he.
    {"i/PRON/1/nsubj thank/VERB/1/root you/PRON/1/obj ./PUNCT/1/punct "
     "my/PRON/1/nmod:poss thanks/NOUN/1/root to/ADP/3/case you/PRON/1/nmod ./PUNCT/1/punct",
     "0-1:0 2-3:1 4-5:0 7-8:1 "},
    // A phrase has what hangs on its noun.
    {"men/NOUN/3/nsubj of/ADP/2/case wit/NOUN/0/nmod read/VERB/3/root books/NOUN/3/obj ./PUNCT/3/punct "
     "the/DET/1/det men/NOUN/2/nsubj laughed/VERB/2/root ./PUNCT/2/punct",
     "0-3:0 6-8:0 "},
    // Without the encoder nobody knows what "it" is.
    {"a/DET/1/det plan/NOUN/2/nsubj failed/VERB/2/root ./PUNCT/2/punct it/PRON/1/nsubj died/VERB/1/root "
     "./PUNCT/1/punct",
     ""},
};

static uint8_t pos_of(const char *name)
{
    static const struct {
        const char *name;
        uint8_t pos;
    } all[] = {{"PRON", POS_PRON}, {"NOUN", POS_NOUN}, {"VERB", POS_VERB}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(name, all[i].name) == 0) return all[i].pos;
    return POS_X;
}

static void begin_sentence(Document *document)
{
    Sentence *sentence = &document->sentences[document->sentence_count++];
    *sentence = (Sentence){.first = (uint32_t)document->token_count, .last = (uint32_t)document->token_count};
}

static void add_token(Document *document, char *cells)
{
    char *save = NULL;
    Sentence *sentence = &document->sentences[document->sentence_count - 1];
    Token *token = &document->tokens[document->token_count++];
    token->lower = kb_text(strtok_r(cells, "/", &save));
    token->pos = pos_of(strtok_r(NULL, "/", &save));
    token->head = sentence->first + (uint32_t)strtoul(strtok_r(NULL, "/", &save), NULL, 10);
    token->dep = kb_text(strtok_r(NULL, "/", &save));
    token->sentence = (uint32_t)document->sentence_count - 1;
    bool plural = kb_text_equal(token->lower, kb_text("men")) || kb_text_equal(token->lower, kb_text("books"));
    token->features = kb_text(plural ? "Number=Plur" : "Number=Sing");
    sentence->last++;
}

START_TEST(should_join_phrases_that_have_no_name)
{
    char text[1024], found[256] = "", *save = NULL;
    Document document;
    document_init(&document);
    document.tokens = arena_alloc(document.arena, 64, sizeof *document.tokens);
    document.sentences = arena_alloc(document.arena, 8, sizeof *document.sentences);
    snprintf(text, sizeof text, "%s", examples[_i].text);
    begin_sentence(&document);
    for (char *cells = strtok_r(text, " ", &save); cells;) {
        bool ends = *cells == '.';
        add_token(&document, cells);
        cells = strtok_r(NULL, " ", &save);
        if (ends && cells) begin_sentence(&document);
    }
    unnamed_find(NULL, NULL, &document);
    for (size_t i = 0; i < document.unnamed_count; i++) {
        const Mention *mention = &document.unnamed[i];
        size_t used = strlen(found);
        snprintf(found + used, sizeof found - used, "%u-%u:%d ", mention->first, mention->last, mention->chain);
    }
    ck_assert_str_eq(found, examples[_i].expected);
    document_clear(&document);
}
END_TEST

START_TEST(should_leave_alone_what_is_in_a_named_chain)
{
    Document document;
    document_init(&document);
    Token tokens[2] = {{.lower = kb_text("it"), .dep = kb_text("root")},
                       {.lower = kb_text("it"), .dep = kb_text("obj")}};
    Sentence sentence = {.last = 2};
    Mention mention = {.last = 2, .chain = 0};
    Chain chain = {.type = KB_ORGANIZATION};
    document.tokens = tokens, document.token_count = 2;
    document.sentences = &sentence, document.sentence_count = 1;
    document.mentions = &mention, document.mention_count = 1;
    document.chains = &chain, document.chain_count = 1;
    unnamed_find(NULL, NULL, &document);
    ck_assert_uint_eq(document.unnamed_count, 0);
    ck_assert_uint_eq(document.mention_count, 1);
    document_clear(&document);
}
END_TEST

// With the weights, where they are: the words of each chain's mentions.
static const struct {
    const char *text, *expected;
} read[] = {
    {"A new plan failed last week. It was too expensive.", "A new plan=It; "},
    {"Some voters waited outside the hall for hours. They were angry.", "Some voters=They; "},
    {"A burglar broke into the shop on Monday. He fled with a watch.", "A burglar=He; "},
    {"Scientists found a new virus in bats. This disease can kill people.", "a new virus in bats=This disease; "},
    {"It rained all day. The roads were flooded.", ""},
};

START_TEST(should_give_pronouns_what_they_stand_for)
{
    static char folder[4096];
    char found[256] = "";
    Model *model;
    KbError error = {0};
    if (!data_directory(folder, sizeof folder) || model_open(folder, false, &model, &error)) return;
    Worker *worker = worker_new(model);
    Document document;
    document_init(&document);
    document_begin(&document, kb_text(read[_i].text), (KbDate){0, 0, 0});
    pipeline_run(worker, &document);
    for (size_t chain = 0; chain < document.unnamed_chains; chain++) {
        const char *between = "";
        for (size_t i = 0; i < document.unnamed_count; i++) {
            const Mention *mention = &document.unnamed[i];
            if (mention->chain != (int32_t)chain) continue;
            KbText words = document_tokens_text(&document, mention->first, mention->last);
            size_t used = strlen(found);
            snprintf(found + used, sizeof found - used, "%s%.*s", between, (int)words.length, words.data);
            between = "=";
        }
        strcat(found, "; ");
    }
    ck_assert_str_eq(found, read[_i].expected);
    document_clear(&document);
    worker_free(worker);
    model_close(model);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("unnamed");
    TCase *tcase = tcase_create("unnamed");
    tcase_add_loop_test(tcase, should_give_pronouns_what_they_stand_for, 0, sizeof read / sizeof *read);
    tcase_add_loop_test(tcase, should_join_phrases_that_have_no_name, 0, sizeof examples / sizeof *examples);
    tcase_add_test(tcase, should_leave_alone_what_is_in_a_named_chain);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
