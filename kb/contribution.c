// Checking, encoding and decoding of contributions.
// SPDX-License-Identifier: MIT
#include "kb/contribution.h"
#include "kb/error.h"
#include "kb/record.h"

// ---------------------------------------------------------------------------------------------- check

static bool is_entity(const KbContribution *c, int32_t index)
{
    return index == KB_NONE || (index >= 0 && (size_t)index < c->entity_count);
}

static KbStatus check_role(const KbContribution *c, const KbRole *role)
{
    bool entities = role->holder >= 0 && is_entity(c, role->holder) && is_entity(c, role->organization) &&
                    is_entity(c, role->place) && is_entity(c, role->person) && is_entity(c, role->attributed_to);
    bool words = (unsigned)role->status < KB_ROLE_STATUSES && (unsigned)role->polarity <= KB_NEGATIVE &&
                 (unsigned)role->modality < KB_MODALITIES;
    return entities && words && role->evidence < c->evidence_count ? KB_OK : KB_INVALID;
}

static KbStatus check_relation(const KbContribution *c, const KbRelation *relation)
{
    const KbPredicate *predicate = kb_predicate(relation->predicate);
    bool entities = relation->subject >= 0 && is_entity(c, relation->subject) && is_entity(c, relation->object) &&
                    is_entity(c, relation->place) && is_entity(c, relation->attributed_to);
    bool words = (unsigned)relation->polarity <= KB_NEGATIVE && (unsigned)relation->modality < KB_MODALITIES;
    bool shape = predicate && (predicate->shape == KB_ATTRIBUTE) == (relation->object == KB_NONE);
    return entities && words && shape && relation->evidence < c->evidence_count ? KB_OK : KB_INVALID;
}

KbStatus kb_contribution_check(const KbContribution *c, KbError *error)
{
    if (c->id.length == 0) return kb_fail(error, KB_INVALID, "the document has no id");
    for (size_t i = 0; i < c->entity_count; i++) {
        const KbDocEntity *entity = &c->entities[i];
        if ((unsigned)entity->type >= KB_TYPES || (unsigned)entity->gender > KB_FEMALE)
            return kb_fail(error, KB_INVALID, "entity %zu has an unknown type or gender", i);
        if (entity->name_count == 0 || entity->names[0].text.length == 0)
            return kb_fail(error, KB_INVALID, "entity %zu has no name", i);
    }
    for (size_t i = 0; i < c->role_count; i++)
        if (check_role(c, &c->roles[i])) return kb_fail(error, KB_INVALID, "role %zu refers to nothing", i);
    for (size_t i = 0; i < c->relation_count; i++)
        if (check_relation(c, &c->relations[i])) return kb_fail(error, KB_INVALID, "relation %zu is malformed", i);
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- encode

static void encode_entity(const KbDocEntity *entity, Bytes *out)
{
    kb_record_byte(out, (uint8_t)entity->type);
    kb_record_byte(out, (uint8_t)entity->gender);
    kb_record_number(out, entity->name_count);
    for (size_t i = 0; i < entity->name_count; i++) {
        kb_record_text(out, entity->names[i].text);
        kb_record_number(out, entity->names[i].mentions);
    }
    kb_record_number(out, entity->title_count);
    for (size_t i = 0; i < entity->title_count; i++)
        kb_record_text(out, entity->titles[i]);
    kb_record_number(out, entity->mention_count);
    uint32_t last = 0;
    for (size_t i = 0; i < entity->mention_count; i++) {
        const KbMention *mention = &entity->mentions[i];
        kb_record_signed(out, (int64_t)mention->start - last);
        kb_record_signed(out, (int64_t)mention->end - mention->start);
        kb_record_byte(out, (uint8_t)mention->kind);
        last = mention->end;
    }
}

static void encode_dates(const KbDate dates[2], Bytes *out)
{
    kb_record_date(out, dates[0]);
    kb_record_date(out, dates[1]);
}

static void encode_role(const KbRole *role, Bytes *out)
{
    kb_record_signed(out, role->holder);
    kb_record_text(out, role->title);
    kb_record_signed(out, role->organization);
    kb_record_signed(out, role->place);
    kb_record_signed(out, role->person);
    kb_record_byte(out, (uint8_t)role->status);
    encode_dates(role->start, out);
    encode_dates(role->end, out);
    kb_record_byte(out, (uint8_t)role->polarity);
    kb_record_byte(out, (uint8_t)role->modality);
    kb_record_signed(out, role->attributed_to);
    kb_record_number(out, role->evidence);
    kb_record_number(out, role->confidence);
}

static void encode_relation(const KbRelation *relation, Bytes *out)
{
    kb_record_signed(out, relation->subject);
    kb_record_number(out, relation->predicate);
    kb_record_signed(out, relation->object);
    kb_record_text(out, relation->value);
    kb_record_text(out, relation->verb);
    kb_record_signed(out, relation->place);
    encode_dates(relation->date, out);
    kb_record_byte(out, (uint8_t)relation->polarity);
    kb_record_byte(out, (uint8_t)relation->modality);
    kb_record_signed(out, relation->attributed_to);
    kb_record_number(out, relation->evidence);
    kb_record_number(out, relation->confidence);
}

static void encode_header(const KbContribution *c, Bytes *out)
{
    kb_record_text(out, c->id);
    kb_record_text(out, c->path);
    kb_record_text(out, c->url);
    kb_record_text(out, c->source);
    kb_record_text(out, c->title);
    kb_record_date(out, c->published);
    kb_record_fixed64(out, c->text_hash);
    kb_record_fixed64(out, c->story_hash);
}

void kb_contribution_encode(const KbContribution *c, const uint64_t *nodes, Bytes *out)
{
    encode_header(c, out);
    kb_record_number(out, c->entity_count);
    for (size_t i = 0; i < c->entity_count; i++) {
        kb_record_fixed64(out, nodes[i]);
        encode_entity(&c->entities[i], out);
    }
    kb_record_number(out, c->evidence_count);
    for (size_t i = 0; i < c->evidence_count; i++) {
        kb_record_number(out, c->evidence[i].start);
        kb_record_number(out, c->evidence[i].end);
        kb_record_text(out, c->evidence[i].quote);
    }
    kb_record_number(out, c->role_count);
    for (size_t i = 0; i < c->role_count; i++)
        encode_role(&c->roles[i], out);
    kb_record_number(out, c->relation_count);
    for (size_t i = 0; i < c->relation_count; i++)
        encode_relation(&c->relations[i], out);
}

// ---------------------------------------------------------------------------------------------- decode

// Numbers that must fit into what they are read for.
static uint32_t read_u32(Cursor *in)
{
    uint64_t value = kb_cursor_number(in);
    if (value > UINT32_MAX) in->bad = true;
    return (uint32_t)value;
}

static uint16_t read_u16(Cursor *in)
{
    uint64_t value = kb_cursor_number(in);
    if (value > UINT16_MAX) in->bad = true;
    return (uint16_t)value;
}

static int32_t read_index(Cursor *in)
{
    int64_t value = kb_cursor_signed(in);
    if (value < KB_NONE || value > INT32_MAX) in->bad = true;
    return in->bad ? KB_NONE : (int32_t)value;
}

static KbMention *decode_mentions(Cursor *in, Pool *pool, size_t *count)
{
    *count = kb_cursor_count(in, 3);
    KbMention *mentions = kb_pool_alloc(pool, *count, sizeof *mentions);
    int64_t last = 0;
    for (size_t i = 0; i < *count; i++) {
        int64_t start = last + (int32_t)kb_cursor_signed(in), end = start + (int32_t)kb_cursor_signed(in);
        uint8_t kind = kb_cursor_byte(in);
        if (start < 0 || end < 0 || start > UINT32_MAX || end > UINT32_MAX || kind > KB_PRONOUN) in->bad = true;
        if (in->bad) break;
        mentions[i] = (KbMention){(uint32_t)start, (uint32_t)end, (KbMentionKind)kind};
        last = end;
    }
    return mentions;
}

static void decode_entity(Cursor *in, Pool *pool, KbDocEntity *entity)
{
    uint8_t type = kb_cursor_byte(in), gender = kb_cursor_byte(in);
    if (type >= KB_TYPES || gender > KB_FEMALE) in->bad = true;
    entity->type = in->bad ? KB_OTHER : (KbType)type;
    entity->gender = in->bad ? KB_GENDER_UNKNOWN : (KbGender)gender;
    entity->name_count = kb_cursor_count(in, 2);
    KbName *names = kb_pool_alloc(pool, entity->name_count, sizeof *names);
    for (size_t i = 0; i < entity->name_count; i++) {
        names[i].text = kb_cursor_text(in);
        names[i].mentions = read_u32(in);
    }
    entity->names = names;
    entity->title_count = kb_cursor_count(in, 1);
    KbText *titles = kb_pool_alloc(pool, entity->title_count, sizeof *titles);
    for (size_t i = 0; i < entity->title_count; i++)
        titles[i] = kb_cursor_text(in);
    entity->titles = titles;
    entity->mentions = decode_mentions(in, pool, &entity->mention_count);
}

static void decode_dates(Cursor *in, KbDate dates[2])
{
    dates[0] = kb_cursor_date(in);
    dates[1] = kb_cursor_date(in);
}

static void decode_role(Cursor *in, KbRole *role)
{
    role->holder = read_index(in);
    role->title = kb_cursor_text(in);
    role->organization = read_index(in);
    role->place = read_index(in);
    role->person = read_index(in);
    role->status = (KbRoleStatus)kb_cursor_byte(in);
    decode_dates(in, role->start);
    decode_dates(in, role->end);
    role->polarity = (KbPolarity)kb_cursor_byte(in);
    role->modality = (KbModality)kb_cursor_byte(in);
    role->attributed_to = read_index(in);
    role->evidence = read_u32(in);
    role->confidence = read_u16(in);
}

static void decode_relation(Cursor *in, KbRelation *relation)
{
    relation->subject = read_index(in);
    relation->predicate = read_u16(in);
    relation->object = read_index(in);
    relation->value = kb_cursor_text(in);
    relation->verb = kb_cursor_text(in);
    relation->place = read_index(in);
    decode_dates(in, relation->date);
    relation->polarity = (KbPolarity)kb_cursor_byte(in);
    relation->modality = (KbModality)kb_cursor_byte(in);
    relation->attributed_to = read_index(in);
    relation->evidence = read_u32(in);
    relation->confidence = read_u16(in);
}

static void decode_header(Cursor *in, KbContribution *c)
{
    c->id = kb_cursor_text(in);
    c->path = kb_cursor_text(in);
    c->url = kb_cursor_text(in);
    c->source = kb_cursor_text(in);
    c->title = kb_cursor_text(in);
    c->published = kb_cursor_date(in);
    c->text_hash = kb_cursor_fixed64(in);
    c->story_hash = kb_cursor_fixed64(in);
}

static void decode_entities(Cursor *in, Pool *pool, KbContribution *c, const uint64_t **nodes)
{
    c->entity_count = kb_cursor_count(in, 8);
    KbDocEntity *entities = kb_pool_alloc(pool, c->entity_count, sizeof *entities);
    uint64_t *ids = kb_pool_alloc(pool, c->entity_count, sizeof *ids);
    for (size_t i = 0; i < c->entity_count && !in->bad; i++) {
        ids[i] = kb_cursor_fixed64(in);
        decode_entity(in, pool, &entities[i]);
    }
    c->entities = entities;
    *nodes = ids;
}

static void decode_claims(Cursor *in, Pool *pool, KbContribution *c)
{
    c->evidence_count = kb_cursor_count(in, 3);
    KbEvidence *evidence = kb_pool_alloc(pool, c->evidence_count, sizeof *evidence);
    for (size_t i = 0; i < c->evidence_count; i++) {
        evidence[i].start = read_u32(in);
        evidence[i].end = read_u32(in);
        evidence[i].quote = kb_cursor_text(in);
    }
    c->role_count = kb_cursor_count(in, 15);
    KbRole *roles = kb_pool_alloc(pool, c->role_count, sizeof *roles);
    for (size_t i = 0; i < c->role_count; i++)
        decode_role(in, &roles[i]);
    c->relation_count = kb_cursor_count(in, 13);
    KbRelation *relations = kb_pool_alloc(pool, c->relation_count, sizeof *relations);
    for (size_t i = 0; i < c->relation_count; i++)
        decode_relation(in, &relations[i]);
    c->evidence = evidence;
    c->roles = roles;
    c->relations = relations;
}

bool kb_contribution_decode(KbText record, Pool *pool, KbContribution *c, const uint64_t **nodes)
{
    Cursor in = kb_cursor_of(record);
    *c = (KbContribution){0};
    decode_header(&in, c);
    decode_entities(&in, pool, c, nodes);
    if (!in.bad) decode_claims(&in, pool, c);
    return kb_cursor_done(&in) && kb_contribution_check(c, NULL) == KB_OK;
}
