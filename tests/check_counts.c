// Counts what is in an annotated storyline.
// SPDX-License-Identifier: MIT
#include <ctype.h>
#include <string.h>

#include "tests/check_story.h"

static bool is(KbText cell, const char *word)
{
    return kb_text_equal(cell, kb_text(word));
}

// Words: what stands between white space and has a letter or a digit in it.
static uint64_t words_of(KbText text)
{
    uint64_t words = 0;
    bool letter = false;
    for (size_t i = 0; i <= text.length; i++) {
        unsigned char byte = i < text.length ? (unsigned char)text.data[i] : ' ';
        letter = letter || isalnum(byte) || (byte >= 0x80 && byte != 0xe2 && byte != 0xc2);
        if (!isspace(byte)) continue;
        words += letter;
        letter = false;
    }
    return words;
}

static void count_articles(CorpusCounts *counts, const GoldStory *story)
{
    for (size_t i = 0; i < story->article_count; i++) {
        const GoldArticle *article = &story->articles[i];
        counts->articles++;
        counts->words += words_of(article->text);
        for (size_t m = 0; m < article->mark_count; m++)
            *(article->marks[m].name ? &counts->names : &counts->others) += 1;
    }
}

static void count_roles(CorpusCounts *counts, const GoldTable *roles)
{
    counts->roles += roles->count;
    for (size_t i = 0; i < roles->count; i++)
        for (unsigned status = 0; status < KB_ROLE_STATUSES; status++)
            counts->status[status] += is(roles->rows[i].cells[3], kb_role_status_name((KbRoleStatus)status));
}

static void count_relations(CorpusCounts *counts, const GoldTable *relations)
{
    counts->relations += relations->count;
    for (size_t i = 0; i < relations->count; i++) {
        const KbText *c = relations->rows[i].cells;
        int predicate = kb_predicate_find(c[1]);
        if (predicate >= 0) counts->predicate[predicate & 255]++;
        counts->not_plain += !is(c[3], "positive") || !is(c[4], "asserted");
        counts->negative += is(c[3], "negative");
        counts->attributed += !is(c[5], "-");
    }
}

// ---------------------------------------------------------------------------------------------- names of one entity

typedef struct Forms { // distinct texts one entity is marked by
    KbText items[64];
    size_t count;
} Forms;

static bool same_form(KbText a, KbText b)
{
    return a.length == b.length && strncasecmp(a.data, b.data, a.length) == 0;
}

static void add_form(Forms *forms, KbText form)
{
    for (size_t i = 0; i < forms->count; i++)
        if (same_form(forms->items[i], form)) return;
    if (forms->count < 64) forms->items[forms->count++] = form;
}

static Forms forms_of(const GoldStory *story, int32_t entity)
{
    Forms forms = {0};
    for (size_t i = 0; i < story->article_count; i++)
        for (size_t m = 0; m < story->articles[i].mark_count; m++) {
            const GoldMark *mark = &story->articles[i].marks[m];
            if (mark->entity == entity && mark->name)
                add_form(&forms, (KbText){story->articles[i].text.data + mark->start, mark->end - mark->start});
        }
    return forms;
}

static KbText longest_of(const Forms *forms)
{
    KbText longest = forms->items[0];
    for (size_t i = 1; i < forms->count; i++)
        if (forms->items[i].length > longest.length) longest = forms->items[i];
    return longest;
}

// Is `form` a word or a run of last words of `full`: a bare surname, not another name?
static bool surname(KbText full, KbText form)
{
    return form.length < full.length && full.data[full.length - form.length - 1] == ' ' &&
           strncasecmp(full.data + full.length - form.length, form.data, form.length) == 0;
}

static bool renamed(const Forms *forms)
{
    if (!forms->count) return false;
    KbText full = longest_of(forms);
    for (size_t i = 0; i < forms->count; i++)
        if (!same_form(forms->items[i], full) && !surname(full, forms->items[i])) return true;
    return false;
}

static void count_entities(CorpusCounts *counts, const GoldStory *story)
{
    for (size_t i = 0; !story->absent && i < story->entity_count; i++) {
        Forms forms = forms_of(story, (int32_t)i);
        if (!forms.count) continue;
        counts->people += story->entities[i].type == KB_PERSON;
        counts->renamed_people += story->entities[i].type == KB_PERSON && renamed(&forms);
        counts->organizations += story->entities[i].type == KB_ORGANIZATION;
        counts->shortened += story->entities[i].type == KB_ORGANIZATION && forms.count > 1;
    }
}

void count_story(CorpusCounts *counts, const GoldStory *story)
{
    counts->storylines++;
    count_articles(counts, story);
    count_roles(counts, &story->roles);
    count_relations(counts, &story->relations);
    counts->quotes += story->quotes.count;
    counts->questions += story->questions.count;
    count_entities(counts, story);
}
