// Who says it: attribution of what a sentence reports.
// SPDX-License-Identifier: MIT
#include "ingest/modality.h"

#include <string.h>

typedef struct ReportVerb {
    const char *lemma;
    uint8_t modality;
} ReportVerb;

static const ReportVerb report_verbs[] = {
    {"say", KB_ASSERTED},    {"tell", KB_ASSERTED},    {"add", KB_ASSERTED},         {"announce", KB_ASSERTED},
    {"state", KB_ASSERTED},  {"report", KB_ASSERTED},  {"confirm", KB_ASSERTED},     {"note", KB_ASSERTED},
    {"claim", KB_ALLEGED},   {"allege", KB_ALLEGED},   {"write", KB_ASSERTED},       {"explain", KB_ASSERTED},
    {"insist", KB_ASSERTED}, {"argue", KB_ASSERTED},   {"recall", KB_ASSERTED},      {"believe", KB_ASSERTED},
    {"deny", KB_DENIED},     {"suggest", KB_ASSERTED}, {"acknowledge", KB_ASSERTED}, {"concede", KB_ASSERTED},
    {"warn", KB_ASSERTED},   {"declare", KB_ASSERTED}, {"maintain", KB_ASSERTED},    {"testify", KB_ASSERTED},
    {"admit", KB_ASSERTED},  {"contend", KB_ALLEGED},  {"hope", KB_HYPOTHETICAL},
};

// Speakers whose word is an accusation.
static const char accusers[] = "|prosecutor|prosecutors|police|investigator|investigators|indictment|complaint|lawsuit|"
                               "charges|accuser|accusers|plaintiff|plaintiffs|detectives|";

static const ReportVerb *report_verb(const char *lemma)
{
    for (size_t i = 0; i < sizeof report_verbs / sizeof *report_verbs; i++)
        if (strcmp(report_verbs[i].lemma, lemma) == 0) return &report_verbs[i];
    return NULL;
}

// "said Dakota Wood", right after the verb: the subject stands behind it.
static uint32_t inverted_subject(const Document *document, const Sentence *sentence, const Clause *clause)
{
    bool after_quote = clause->first > sentence->first && token_in(document, clause->first - 1, "|,|\"|”|''|?|!|");
    if (!after_quote) return NO_TOKEN;
    uint32_t end = noun_phrase_end(document, clause->last, sentence->last);
    return end > clause->last ? end - 1 : NO_TOKEN;
}

static bool is_accuser(const Document *document, uint32_t subject)
{
    return subject != NO_TOKEN && token_in(document, subject, accusers);
}

// ", X said." closes what it reports; "X said (that) ..." opens it.
static void set_scope(const Document *document, const Sentence *sentence, const Clause *clause, uint32_t subject,
                      Report *report)
{
    uint32_t start = subject == NO_TOKEN || subject > clause->first
                         ? clause->first
                         : noun_phrase_start(document, subject, sentence->first);
    bool after = clause->last < sentence->last && !token_in(document, clause->last, "|.|,|in|on|at|after|during|");
    bool comma_before = start > sentence->first && token_in(document, start - 1, "|,|”|\"|''|");
    if (strcmp(clause->lemma, "deny") == 0) comma_before = false; // ", a charge X denied": what precedes was said
    if (comma_before && !token_in(document, clause->last, "|that|")) {
        report->first = sentence->first;
        report->last = start;
        if (after && subject != NO_TOKEN && subject < clause->first) report->last = sentence->last;
    } else {
        report->first = clause->last;
        report->last = sentence->last;
    }
}

// "has denied wrongdoing and is suing Acme": a denial ends where its subject does something else.
static void end_denial(const Document *document, const Clause *clauses, size_t clause_count, size_t index,
                       Report *report)
{
    const Clause *denial = &clauses[index];
    if (strcmp(denial->lemma, "deny") != 0 || token_is(document, denial->last, "that")) return;
    for (size_t i = index + 1; i < clause_count && report->first >= denial->last; i++) {
        bool finite = clauses[i].form != FORM_GERUND || clauses[i].first < clauses[i].verb;
        if (clauses[i].infinitive || !finite || !token_in(document, clauses[i].first - 1, "|and|but|")) continue;
        if (clauses[i].first - 1 < report->last) report->last = clauses[i].first - 1;
        return;
    }
}

static size_t according_to(const Document *document, const Sentence *sentence, Report *out, size_t count)
{
    for (uint32_t token = sentence->first; token + 2 < sentence->last && count < REPORT_LIMIT; token++) {
        if (!token_is(document, token, "according") || !token_is(document, token + 1, "to")) continue;
        uint32_t end = noun_phrase_end(document, token + 2, sentence->last);
        uint32_t speaker = end > token + 2 ? end - 1 : token + 2;
        Report report = {sentence->first, sentence->last, referent_at(document, speaker), KB_ASSERTED};
        if (is_accuser(document, speaker)) report.modality = KB_ALLEGED;
        out[count++] = report;
    }
    return count;
}

size_t reports_find(const Document *document, uint32_t sentence_index, const Clause *clauses, size_t clause_count,
                    Report out[REPORT_LIMIT])
{
    const Sentence *sentence = &document->sentences[sentence_index];
    size_t count = according_to(document, sentence, out, 0);
    for (size_t i = 0; i < clause_count && count < REPORT_LIMIT; i++) {
        const ReportVerb *verb = report_verb(clauses[i].lemma);
        if (!verb || clauses[i].passive || clauses[i].polarity == KB_NEGATIVE) continue;
        uint32_t subject = clauses[i].subject;
        uint32_t inverted = inverted_subject(document, sentence, &clauses[i]);
        if (inverted != NO_TOKEN) subject = inverted;
        Report report = {.speaker = subject == NO_TOKEN ? KB_NONE : referent_at(document, subject),
                         .modality = verb->modality};
        if (is_accuser(document, subject)) report.modality = KB_ALLEGED;
        set_scope(document, sentence, &clauses[i], subject, &report);
        end_denial(document, clauses, clause_count, i, &report);
        out[count++] = report;
    }
    return count;
}

void reports_apply(const Report *reports, size_t count, uint32_t token, int32_t *attributed_to, uint8_t *modality)
{
    const Report *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const Report *report = &reports[i];
        if (token < report->first || token >= report->last) continue;
        if (!best || report->last - report->first <= best->last - best->first) best = report;
    }
    if (!best) return;
    *attributed_to = best->speaker;
    if (best->modality != KB_ASSERTED && *modality == KB_ASSERTED) *modality = best->modality;
}
