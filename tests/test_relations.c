// Relations against tests/relations.tsv: a marked text and what it says, with parts of speech by the shipped weights.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/data.h"
#include "ingest/pipeline.h"
#include "tests/gold.h"
#include "tests/suite.h"

enum { LINE = 2048, MARKS = 16 };

static Model *open_model(void)
{
    char folder[4096];
    KbError error = {0};
    Model *model = NULL;
    if (!data_directory(folder, sizeof folder)) return NULL;
    KbStatus status = model_open(folder, false, &model, &error);
    ck_assert_msg(!status || status == KB_NOT_FOUND, "%s", error.text);
    return status ? NULL : model;
}

// Takes the marks out of `marked`, in place, and lists them: entity 0 person, 1 organization, 2 place.
static void take_marks(char *marked, GoldArticle *article)
{
    size_t length = 0;
    for (size_t i = 0; marked[i];) {
        if (strncmp(marked + i, "[[", 2) != 0) {
            marked[length++] = marked[i++];
            continue;
        }
        GoldMark mark = {.start = (uint32_t)length, .name = true};
        mark.entity = marked[i + 2] == 'p' ? 0 : marked[i + 2] == 'o' ? 1 : 2;
        for (i += 4; strncmp(marked + i, "]]", 2) != 0; i++)
            marked[length++] = marked[i];
        i += 2;
        mark.end = (uint32_t)length;
        ck_assert_uint_lt(article->mark_count, MARKS);
        article->marks[article->mark_count++] = mark;
    }
    marked[length] = '\0';
}

static void read_text(Worker *worker, Document *document, char *marked)
{
    GoldEntity types[] = {{.type = KB_PERSON}, {.type = KB_ORGANIZATION}, {.type = KB_PLACE}};
    GoldStory story = {.entities = types, .entity_count = 3};
    GoldMark marks[MARKS];
    GoldArticle article = {.marks = marks};
    take_marks(marked, &article);
    document_begin(document, kb_text(marked), (KbDate){2017, 2, 15});
    stage_tokens(worker, document);
    stage_heads(worker, document);
    gold_annotate(document, &story, &article, false);
    stage_trees(worker, document);
    stage_tags(worker, document);
    stage_chains(worker, document);
    stage_coreference(worker, document);
    stage_quotes(worker, document);
    stage_times(worker, document);
    stage_roles(NULL, document); // the rules by themselves
    stage_relations(NULL, document);
}

static void append(char out[LINE], KbText text)
{
    size_t at = strlen(out);
    ck_assert_uint_lt(at + text.length + 1, LINE);
    memcpy(out + at, text.data, text.length);
    out[at + text.length] = '\0';
}

static void print_relation(const Document *document, const Relation *relation, char out[LINE])
{
    append(out, kb_text(out[0] ? " / " : ""));
    append(out, document->chains[relation->subject].name);
    append(out, kb_text("; "));
    append(out, kb_text(kb_predicate(relation->predicate)->name));
    append(out, kb_text("; "));
    append(out, relation->object < 0 ? relation->value : document->chains[relation->object].name);
    if (relation->polarity == KB_NEGATIVE) append(out, kb_text("; negative"));
    if (relation->modality != KB_ASSERTED) {
        append(out, kb_text("; "));
        append(out, kb_text(kb_modality_name((KbModality)relation->modality)));
    }
    if (relation->attributed_to >= 0) {
        append(out, kb_text("; by "));
        append(out, document->chains[relation->attributed_to].name);
    }
}

static bool check_line(Worker *worker, Document *document, char *line)
{
    char found[LINE] = "", *expected = strchr(line, '\t');
    ck_assert_ptr_nonnull(expected);
    *expected++ = '\0';
    read_text(worker, document, line);
    for (size_t i = 0; i < document->relation_count; i++)
        print_relation(document, &document->relations[i], found);
    if (!found[0]) append(found, kb_text("-"));
    if (strcmp(found, expected) == 0) return true;
    fprintf(stderr, "%s\n  expected %s\n  found    %s\n", line, expected, found);
    return false;
}

START_TEST(should_find_the_relations_of_each_text)
{
    Model *model = open_model();
    if (!model) return; // no weights: nothing to read with
    Worker *worker = worker_new(model);
    FILE *file = fopen("tests/relations.tsv", "r");
    ck_assert_ptr_nonnull(file);
    Document document;
    document_init(&document);
    char line[LINE];
    unsigned wrong = 0, lines = 0;
    while (fgets(line, LINE, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#') continue;
        lines++;
        wrong += !check_line(worker, &document, line);
    }
    ck_assert_uint_gt(lines, 20);
    ck_assert_uint_eq(wrong, 0);
    fclose(file);
    document_clear(&document);
    worker_free(worker);
    model_close(model);
}
END_TEST

// The year of the first relation of the predicate; 0: none, or undated.
static int year_of(const Document *document, const char *predicate)
{
    for (size_t i = 0; i < document->relation_count; i++)
        if ((int)document->relations[i].predicate == kb_predicate_find(kb_text(predicate)))
            return document->relations[i].date[0].year;
    return 0;
}

START_TEST(should_leave_other_verbs_their_times)
{
    static const struct {
        const char *text, *predicate;
        int year;
    } cases[] = {
        {"[[p|Ann Poe]] was born in [[l|Oslo]] in 1950.", "born_in", 1950},
        {"Born in [[l|Oslo]], [[p|Ann Poe]] received her doctorate in 1998.", "born_in", 0},
        {"[[p|Ann Poe]], who was mayor in 2014, succeeded [[p|Tom Ferrier]] in 2016.", "succeeded", 2016},
        {"In 2014, [[p|Ann Poe]] succeeded [[p|Tom Ferrier]].", "succeeded", 2014},
        {"[[p|Ann Poe]], chief archivist since 1991, dismissed [[p|Tom Ferrier]].", "dismissed", 0},
        {"[[p|Ann Poe]] said Tuesday that she will nominate [[p|Tom Ferrier]].", "nominated", 0},
        {"[[p|Ann Poe]] told [[p|Tom Ferrier]] to leave by Friday.", "spoke_with", 0},
        {"[[p|Ann Poe]] accused [[p|Tom Ferrier]] in 2014 of fraud.", "accused", 0},
    };
    Model *model = open_model();
    if (!model) return;
    Worker *worker = worker_new(model);
    Document document;
    document_init(&document);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char marked[LINE];
        snprintf(marked, sizeof marked, "%s", cases[i].text);
        read_text(worker, &document, marked);
        ck_assert_msg(year_of(&document, cases[i].predicate) == cases[i].year, "%s", cases[i].text);
    }
    document_clear(&document);
    worker_free(worker);
    model_close(model);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("relations");
    TCase *tcase = tcase_create("relations");
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, should_find_the_relations_of_each_text);
    tcase_add_test(tcase, should_leave_other_verbs_their_times);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
