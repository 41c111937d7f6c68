// Where no link answers: the kept sentences that say the verb asked about.
// SPDX-License-Identifier: MIT
#include "shell/told.h"

#include <string.h>

#include "shell/inflect.h"

enum { TOLD_SHOWN = 3, TOLD_FORMS = 6 };

typedef struct Told {
    KbText forms[TOLD_FORMS]; // of the verb
    size_t form_count;
    KbText topic; // lower case; empty: any
    const When *when;
    const KbDocumentMention *mentions; // of the one asked about
    size_t mention_count;
    bool of_one, quoted; // quoted: the one stands outside quotation marks, others are quoted
    const KbSource *shown[TOLD_SHOWN];
    size_t count;
} Told;

bool source_mentions(const KbSource *source, const KbDocumentMention *mentions, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const KbMention *mention = &mentions[i].mention;
        if (mention->start >= source->start && mention->end <= source->end &&
            kb_text_equal(mentions[i].document, source->document))
            return true;
    }
    return false;
}

// Whether one of the mentions lies in the sentence, outside quotation marks.
static bool mentions_outside(const KbSource *source, const KbDocumentMention *mentions, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!source_mentions(source, &mentions[i], 1)) continue;
        KbText before = text_slice(source->quote, 0, mentions[i].mention.start - source->start);
        if (words_quotes_close(before)) return true;
    }
    return false;
}

static bool is_shown(const Told *told, const KbSource *source)
{
    for (size_t i = 0; i < told->count; i++)
        if (kb_text_equal(told->shown[i]->quote, source->quote)) return true;
    return false;
}

static bool fits(Ask *ask, const Told *told, const KbSource *source)
{
    bool said = false, timed = told->when->kind == WHEN_PERIOD || told->when->kind == WHEN_MONTH;
    KbText lower = text_lower(ask->region, source->quote);
    if (timed && !when_fits(told->when, source->published, source->published)) return false;
    for (size_t i = 0; i < told->form_count && !said; i++)
        said = text_has_word(lower, told->forms[i]);
    if (told->quoted &&
        (!memchr(lower.data, '"', lower.length) || !mentions_outside(source, told->mentions, told->mention_count)))
        return false;
    return said && (!told->topic.length || text_has_word(lower, told->topic)) &&
           (!told->of_one || source_mentions(source, told->mentions, told->mention_count));
}

static bool visit(Ask *ask, const KbHop *claim, void *context)
{
    Told *told = context;
    size_t count;
    const KbSource *sources = link_hop_sources(claim, &count);
    for (size_t i = 0; i < count && told->count < TOLD_SHOWN; i++)
        if (!is_shown(told, &sources[i]) && fits(ask, told, &sources[i])) told->shown[told->count++] = &sources[i];
    return told->count < TOLD_SHOWN;
}

// "plead_guilty": the past, the participle, the third person, and as it was typed. The base may be a noun: it counts
// only beside a name.
static void read_verb(Ask *ask, Told *told, KbText verb)
{
    KbText base = region_text(ask->region, verb);
    for (size_t i = 0; i < base.length; i++)
        if (base.data[i] == '_') ((char *)base.data)[i] = ' ';
    size_t first = strcspn(base.data, " ");
    KbText word = text_slice(base, 0, first), rest = text_slice(base, first, base.length);
    told->forms[told->form_count++] = inflect_past(ask->region, base);
    told->forms[told->form_count++] = inflect_participle(ask->region, base);
    told->forms[told->form_count++] = region_format(ask->region, "%.*ss%.*s", TEXT_ARGS(word), TEXT_ARGS(rest));
    if (told->of_one || text_ends(base, "ed") || text_ends(base, "en")) told->forms[told->form_count++] = base;
}

static bool note_shown(Ask *ask, Told *told)
{
    link_each_claim(ask, NULL, visit, told);
    for (size_t i = 0; i < told->count; i++)
        ask_note(ask, "%s“%.*s” (%.*s)",
                 i                          ? ""
                 : ask->answer->note.length ? "they write: "
                                            : "the articles write: ",
                 TEXT_ARGS(told->shown[i]->quote), TEXT_ARGS(told->shown[i]->document));
    return told->count > 0;
}

bool ask_note_told(Ask *ask, const KbEntity *x, const When *when, KbText topic)
{
    Told told = {.when = when, .topic = text_lower(ask->region, topic), .of_one = x != NULL};
    if (text_starts(told.topic, "the ")) told.topic = text_slice(told.topic, 4, told.topic.length);
    if (!ask->question->verb.length) return false;
    KbError error;
    if (x && kb_entity_mentions(ask->reader, kb_text(x->id.text), &told.mentions, &told.mention_count, &error) != KB_OK)
        return false;
    read_verb(ask, &told, ask->question->verb);
    return note_shown(ask, &told);
}

bool ask_note_quoted(Ask *ask, const KbEntity *x, const When *when, KbText topic)
{
    static const char *const SAYING[] = {"said", "says", "told", "called", "added", "wrote"};
    Told told = {.when = when, .topic = text_lower(ask->region, topic), .of_one = true, .quoted = true};
    KbError error;
    if (kb_entity_mentions(ask->reader, kb_text(x->id.text), &told.mentions, &told.mention_count, &error) != KB_OK)
        return false;
    for (size_t i = 0; i < sizeof SAYING / sizeof *SAYING; i++)
        told.forms[told.form_count++] = kb_text(SAYING[i]);
    return note_shown(ask, &told);
}
