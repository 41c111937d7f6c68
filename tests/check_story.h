// Checks one annotated storyline against the rules of docs/labels.md and counts what is in it.
// SPDX-License-Identifier: MIT
//
//   gold_read --> GoldStory --check_rows, check_text--> problems, one line each on stdout
//                           --count_story-----------> CorpusCounts
//
// An error breaks the format or a rule. A warning is a guess: what eyes miss, or what only a reader can judge.
#ifndef TESTS_CHECK_STORY_H
#define TESTS_CHECK_STORY_H

#include "tests/gold.h"

typedef struct Checker {
    const char *folder; // of the storyline, as printed
    const GoldStory *story;
    Arena *arena; // lives as long as the storyline
    bool quiet;   // counts problems, prints none
    uint64_t errors, warnings;
} Checker;

void check_error(Checker *checker, const char *file, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void check_warning(Checker *checker, const char *file, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
const char *check_file(const GoldArticle *article); // "03.gold"; static, until the next call

// Non-empty lines of the text, counted from 1; `start` is its first byte. Empty: no such paragraph.
KbText check_paragraph(const GoldArticle *article, uint32_t number, uint32_t *start);
// At most so many sentences can be in it: one for each full stop, question or exclamation mark, colon and line end.
uint32_t check_most_sentences(KbText paragraph);
// Quotations in quotation marks, at least and at most: an interrupted one counts once, one of few words may be no
// speech.
uint32_t check_most_quotations(const GoldArticle *article);
uint32_t check_least_quotations(const GoldArticle *article);
const GoldArticle *check_article(const GoldStory *story, KbText number); // NULL: none of that number

void check_rows(Checker *checker); // entities and all tables
void check_text(Checker *checker); // marks and what is not marked

typedef struct CorpusCounts {
    uint64_t storylines, articles, words, names, others, quotes, questions;
    uint64_t roles, status[KB_ROLE_STATUSES];
    uint64_t relations, predicate[256];       // by kb_predicate_find
    uint64_t not_plain, negative, attributed; // of relations: not positive and asserted; negative; attributed
    uint64_t people, renamed_people, organizations, shortened; // marked; under more than one name; with a short form
} CorpusCounts;
void count_story(CorpusCounts *counts, const GoldStory *story);

#endif
