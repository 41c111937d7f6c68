// A document with all its layers as one line of JSON.
// SPDX-License-Identifier: MIT
#include "ingest/annotate.h"

#include "ingest/emit.h"

static void number(Buffer *out, const char *key, int64_t value)
{
    emit_key(out, key);
    emit_number(out, value);
}

static void string(Buffer *out, const char *key, const char *value)
{
    emit_key(out, key);
    emit_string(out, value);
}

static void text(Buffer *out, const char *key, KbText value)
{
    emit_key(out, key);
    emit_text_or_null(out, value);
}

static void null(Buffer *out, const char *key)
{
    emit_key(out, key);
    emit_null(out);
}

static void chain_index(Buffer *out, const char *key, int32_t chain)
{
    if (chain < 0)
        null(out, key);
    else
        number(out, key, chain);
}

static void dates(Buffer *out, const char *key, const KbDate pair[2])
{
    emit_key(out, key);
    emit_open(out, '[');
    emit_date(out, pair[0]);
    emit_date(out, pair[1]);
    emit_close(out, ']');
}

// A period as one date, as precise as its two ends agree.
static KbDate common_date(const KbDate pair[2])
{
    KbDate from = pair[0], to = pair[1];
    if (to.year == 0 || from.year == 0) return from.year ? from : to;
    if (from.year != to.year) return from;
    if (from.month != to.month) return (KbDate){.year = from.year};
    return from.day == to.day ? from : (KbDate){.year = from.year, .month = from.month};
}

static void evidence(Buffer *out, const Document *document, uint32_t sentence)
{
    const Sentence *found = &document->sentences[sentence];
    emit_key(out, "evidence");
    emit_open(out, '{');
    number(out, "end", found->end);
    number(out, "start", found->start);
    emit_close(out, '}');
}

static void confidence(Buffer *out, uint16_t value)
{
    emit_key(out, "confidence");
    emit_thousandths(out, value);
}

// ------------------------------------------------------------------------------------------ one item of each layer

static void emit_token(Buffer *out, const Document *document, size_t i)
{
    static const char *const names[POS_COUNT] = {NULL,    "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                 "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                 "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    const Token *token = &document->tokens[i];
    if (token->dep.length)
        text(out, "dep", token->dep);
    else
        null(out, "dep");
    number(out, "end", token->end);
    if (token->features.length)
        text(out, "feats", token->features);
    else
        null(out, "feats");
    if (token->dep.length)
        number(out, "head", token->head == i ? -1 : (int64_t)token->head);
    else
        null(out, "head");
    string(out, "pos", names[token->pos]);
    number(out, "start", token->start);
}

static void emit_sentence(Buffer *out, const Document *document, size_t i)
{
    number(out, "end", document->sentences[i].end);
    number(out, "start", document->sentences[i].start);
}

static void mention_fields(Buffer *out, const Document *document, const Mention *mention, int32_t chain)
{
    const Token *tokens = document->tokens;
    chain_index(out, "chain", chain);
    number(out, "end", tokens[mention->last - 1].end);
    number(out, "head_end", tokens[mention->head].end);
    number(out, "head_start", tokens[mention->head].start);
    string(out, "kind", kb_mention_kind_name((KbMentionKind)mention->kind));
    number(out, "start", tokens[mention->first].start);
    string(out, "type", kb_type_name((KbType)mention->type));
}

// Chains without a name are numbered after those with one.
static void emit_unnamed(Buffer *out, const Document *document, size_t i)
{
    const Mention *mention = &document->unnamed[i];
    mention_fields(out, document, mention, (int32_t)document->chain_count + mention->chain);
}

static void emit_mention(Buffer *out, const Document *document, size_t i)
{
    mention_fields(out, document, &document->mentions[i], document->mentions[i].chain);
}

static void emit_chain(Buffer *out, const Document *document, size_t i)
{
    static const Chain nobody = {.type = KB_OTHER};
    const Chain *chain = i < document->chain_count ? &document->chains[i] : &nobody;
    string(out, "gender", kb_gender_name((KbGender)chain->gender));
    text(out, "name", chain->name);
    string(out, "type", kb_type_name((KbType)chain->type));
}

static void emit_role(Buffer *out, const Document *document, size_t i)
{
    const Role *role = &document->roles[i];
    chain_index(out, "attributed_to", role->attributed_to);
    confidence(out, role->confidence);
    dates(out, "end", role->end);
    evidence(out, document, role->sentence);
    chain_index(out, "holder", role->holder);
    string(out, "modality", kb_modality_name((KbModality)role->modality));
    chain_index(out, "organization", role->organization);
    chain_index(out, "person", role->person);
    chain_index(out, "place", role->place);
    string(out, "polarity", kb_polarity_name((KbPolarity)role->polarity));
    dates(out, "start", role->start);
    string(out, "status", kb_role_status_name((KbRoleStatus)role->status));
    text(out, "title", role->title);
}

static void emit_relation(Buffer *out, const Document *document, size_t i)
{
    const Relation *relation = &document->relations[i];
    chain_index(out, "attributed_to", relation->attributed_to);
    confidence(out, relation->confidence);
    emit_key(out, "date");
    emit_date(out, common_date(relation->date));
    evidence(out, document, relation->sentence);
    string(out, "modality", kb_modality_name((KbModality)relation->modality));
    chain_index(out, "object", relation->object);
    chain_index(out, "place", relation->place);
    string(out, "polarity", kb_polarity_name((KbPolarity)relation->polarity));
    string(out, "predicate", kb_predicate(relation->predicate)->name);
    chain_index(out, "subject", relation->subject);
    text(out, "value", relation->value);
    text(out, "verb", relation->verb);
}

// A quotation that is interrupted or runs over paragraphs is one item, from its first mark to its last.
static void emit_quote(Buffer *out, const Document *document, size_t i)
{
    size_t last = i;
    while (last + 1 < document->quote_count && document->quotes[last + 1].resumed)
        last++;
    number(out, "end", document->quotes[last].end);
    chain_index(out, "speaker", document->quotes[i].speaker);
    number(out, "start", document->quotes[i].start);
}

static void emit_time(Buffer *out, const Document *document, size_t i)
{
    const TimeSpan *time = &document->times[i];
    number(out, "end", document->tokens[time->last - 1].end);
    emit_key(out, "from");
    emit_date(out, time->from);
    number(out, "start", document->tokens[time->first].start);
    emit_key(out, "to");
    emit_date(out, time->to);
}

static void emit_demonym(Buffer *out, const Document *document, size_t i)
{
    const Demonym *demonym = &document->demonyms[i];
    number(out, "end", document->tokens[demonym->token].end);
    text(out, "place", demonym->place);
    number(out, "start", document->tokens[demonym->token].start);
}

// ------------------------------------------------------------------------------------------ the object

typedef void (*EmitItem)(Buffer *out, const Document *document, size_t i);

static void list(Buffer *out, const char *key, const Document *document, size_t count, EmitItem item)
{
    emit_key(out, key);
    emit_open(out, '[');
    for (size_t i = 0; i < count; i++) {
        emit_open(out, '{');
        item(out, document, i);
        emit_close(out, '}');
    }
    emit_close(out, ']');
}

// Of named chains and of others, in text order.
static void list_mentions(Buffer *out, const Document *document)
{
    size_t named = 0, unnamed = 0;
    emit_key(out, "mentions");
    emit_open(out, '[');
    while (named < document->mention_count || unnamed < document->unnamed_count) {
        bool first =
            unnamed == document->unnamed_count ||
            (named < document->mention_count && document->mentions[named].first < document->unnamed[unnamed].first);
        emit_open(out, '{');
        if (first)
            emit_mention(out, document, named++);
        else
            emit_unnamed(out, document, unnamed++);
        emit_close(out, '}');
    }
    emit_close(out, ']');
}

// Only what somebody says.
static void list_quotes(Buffer *out, const Document *document)
{
    emit_key(out, "quotes");
    emit_open(out, '[');
    for (size_t i = 0; i < document->quote_count; i++) {
        if (!document->quotes[i].said || document->quotes[i].resumed) continue;
        emit_open(out, '{');
        emit_quote(out, document, i);
        emit_close(out, '}');
    }
    emit_close(out, ']');
}

void annotate(const Article *article, const Document *document, Buffer *out)
{
    emit_open(out, '{');
    list(out, "chains", document, document->chain_count + document->unnamed_chains, emit_chain);
    list(out, "demonyms", document, document->demonym_count, emit_demonym);
    string(out, "format", "kb-annotation/1");
    text(out, "id", article->id);
    list_mentions(out, document);
    emit_key(out, "published");
    emit_date(out, document->published);
    list_quotes(out, document);
    list(out, "relations", document, document->relation_count, emit_relation);
    list(out, "roles", document, document->role_count, emit_role);
    list(out, "sentences", document, document->sentence_count, emit_sentence);
    text(out, "source", article->source);
    emit_key(out, "text");
    emit_text(out, document->text);
    list(out, "times", document, document->time_count, emit_time);
    text(out, "title", article->title);
    list(out, "tokens", document, document->token_count, emit_token);
    emit_close(out, '}');
    buffer_append(out, "\n", 1);
}
