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

KbStatus contribution_check(const KbContribution *c, KbError *error)
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
    record_byte(out, (uint8_t)entity->type);
    record_byte(out, (uint8_t)entity->gender);
    record_number(out, entity->name_count);
    for (size_t i = 0; i < entity->name_count; i++) {
        record_text(out, entity->names[i].text);
        record_number(out, entity->names[i].mentions);
    }
    record_number(out, entity->title_count);
    for (size_t i = 0; i < entity->title_count; i++)
        record_text(out, entity->titles[i]);
    record_number(out, entity->mention_count);
    uint32_t last = 0;
    for (size_t i = 0; i < entity->mention_count; i++) {
        const KbMention *mention = &entity->mentions[i];
        record_signed(out, (int64_t)mention->start - last);
        record_signed(out, (int64_t)mention->end - mention->start);
        record_byte(out, (uint8_t)mention->kind);
        last = mention->end;
    }
}

static void encode_dates(const KbDate dates[2], Bytes *out)
{
    record_date(out, dates[0]);
    record_date(out, dates[1]);
}

static void encode_role(const KbRole *role, Bytes *out)
{
    record_signed(out, role->holder);
    record_text(out, role->title);
    record_signed(out, role->organization);
    record_signed(out, role->place);
    record_signed(out, role->person);
    record_byte(out, (uint8_t)role->status);
    encode_dates(role->start, out);
    encode_dates(role->end, out);
    record_byte(out, (uint8_t)role->polarity);
    record_byte(out, (uint8_t)role->modality);
    record_signed(out, role->attributed_to);
    record_number(out, role->evidence);
    record_number(out, role->confidence);
}

static void encode_relation(const KbRelation *relation, Bytes *out)
{
    record_signed(out, relation->subject);
    record_number(out, relation->predicate);
    record_signed(out, relation->object);
    record_text(out, relation->value);
    record_text(out, relation->verb);
    record_signed(out, relation->place);
    encode_dates(relation->date, out);
    record_byte(out, (uint8_t)relation->polarity);
    record_byte(out, (uint8_t)relation->modality);
    record_signed(out, relation->attributed_to);
    record_number(out, relation->evidence);
    record_number(out, relation->confidence);
}

static void encode_header(const KbContribution *c, Bytes *out)
{
    record_text(out, c->id);
    record_text(out, c->path);
    record_text(out, c->url);
    record_text(out, c->source);
    record_text(out, c->title);
    record_date(out, c->published);
    record_fixed64(out, c->text_hash);
    record_fixed64(out, c->story_hash);
}

void contribution_encode(const KbContribution *c, const uint64_t *nodes, Bytes *out)
{
    encode_header(c, out);
    record_number(out, c->entity_count);
    for (size_t i = 0; i < c->entity_count; i++) {
        record_fixed64(out, nodes[i]);
        encode_entity(&c->entities[i], out);
    }
    record_number(out, c->evidence_count);
    for (size_t i = 0; i < c->evidence_count; i++) {
        record_number(out, c->evidence[i].start);
        record_number(out, c->evidence[i].end);
        record_text(out, c->evidence[i].quote);
    }
    record_number(out, c->role_count);
    for (size_t i = 0; i < c->role_count; i++)
        encode_role(&c->roles[i], out);
    record_number(out, c->relation_count);
    for (size_t i = 0; i < c->relation_count; i++)
        encode_relation(&c->relations[i], out);
}

// ---------------------------------------------------------------------------------------------- decode

// Numbers that must fit into what they are read for.
static uint32_t read_u32(Cursor *in)
{
    uint64_t value = cursor_number(in);
    if (value > UINT32_MAX) in->bad = true;
    return (uint32_t)value;
}

static uint16_t read_u16(Cursor *in)
{
    uint64_t value = cursor_number(in);
    if (value > UINT16_MAX) in->bad = true;
    return (uint16_t)value;
}

static int32_t read_index(Cursor *in)
{
    int64_t value = cursor_signed(in);
    if (value < KB_NONE || value > INT32_MAX) in->bad = true;
    return in->bad ? KB_NONE : (int32_t)value;
}

static KbMention *decode_mentions(Cursor *in, Pool *pool, size_t *count)
{
    *count = cursor_count(in, 3);
    KbMention *mentions = pool_alloc(pool, *count, sizeof *mentions);
    int64_t last = 0;
    for (size_t i = 0; i < *count; i++) {
        int64_t start = last + (int32_t)cursor_signed(in), end = start + (int32_t)cursor_signed(in);
        uint8_t kind = cursor_byte(in);
        if (start < 0 || end < 0 || start > UINT32_MAX || end > UINT32_MAX || kind > KB_PRONOUN) in->bad = true;
        if (in->bad) break;
        mentions[i] = (KbMention){(uint32_t)start, (uint32_t)end, (KbMentionKind)kind};
        last = end;
    }
    return mentions;
}

static void decode_entity(Cursor *in, Pool *pool, KbDocEntity *entity)
{
    uint8_t type = cursor_byte(in), gender = cursor_byte(in);
    if (type >= KB_TYPES || gender > KB_FEMALE) in->bad = true;
    entity->type = in->bad ? KB_OTHER : (KbType)type;
    entity->gender = in->bad ? KB_GENDER_UNKNOWN : (KbGender)gender;
    entity->name_count = cursor_count(in, 2);
    KbName *names = pool_alloc(pool, entity->name_count, sizeof *names);
    for (size_t i = 0; i < entity->name_count; i++) {
        names[i].text = cursor_text(in);
        names[i].mentions = read_u32(in);
    }
    entity->names = names;
    entity->title_count = cursor_count(in, 1);
    KbText *titles = pool_alloc(pool, entity->title_count, sizeof *titles);
    for (size_t i = 0; i < entity->title_count; i++)
        titles[i] = cursor_text(in);
    entity->titles = titles;
    entity->mentions = decode_mentions(in, pool, &entity->mention_count);
}

static void decode_dates(Cursor *in, KbDate dates[2])
{
    dates[0] = cursor_date(in);
    dates[1] = cursor_date(in);
}

static void decode_role(Cursor *in, KbRole *role)
{
    role->holder = read_index(in);
    role->title = cursor_text(in);
    role->organization = read_index(in);
    role->place = read_index(in);
    role->person = read_index(in);
    role->status = (KbRoleStatus)cursor_byte(in);
    decode_dates(in, role->start);
    decode_dates(in, role->end);
    role->polarity = (KbPolarity)cursor_byte(in);
    role->modality = (KbModality)cursor_byte(in);
    role->attributed_to = read_index(in);
    role->evidence = read_u32(in);
    role->confidence = read_u16(in);
}

static void decode_relation(Cursor *in, KbRelation *relation)
{
    relation->subject = read_index(in);
    relation->predicate = read_u16(in);
    relation->object = read_index(in);
    relation->value = cursor_text(in);
    relation->verb = cursor_text(in);
    relation->place = read_index(in);
    decode_dates(in, relation->date);
    relation->polarity = (KbPolarity)cursor_byte(in);
    relation->modality = (KbModality)cursor_byte(in);
    relation->attributed_to = read_index(in);
    relation->evidence = read_u32(in);
    relation->confidence = read_u16(in);
}

static void decode_header(Cursor *in, KbContribution *c)
{
    c->id = cursor_text(in);
    c->path = cursor_text(in);
    c->url = cursor_text(in);
    c->source = cursor_text(in);
    c->title = cursor_text(in);
    c->published = cursor_date(in);
    c->text_hash = cursor_fixed64(in);
    c->story_hash = cursor_fixed64(in);
}

static void decode_entities(Cursor *in, Pool *pool, KbContribution *c, const uint64_t **nodes)
{
    c->entity_count = cursor_count(in, 8);
    KbDocEntity *entities = pool_alloc(pool, c->entity_count, sizeof *entities);
    uint64_t *ids = pool_alloc(pool, c->entity_count, sizeof *ids);
    for (size_t i = 0; i < c->entity_count && !in->bad; i++) {
        ids[i] = cursor_fixed64(in);
        decode_entity(in, pool, &entities[i]);
    }
    c->entities = entities;
    *nodes = ids;
}

static void decode_claims(Cursor *in, Pool *pool, KbContribution *c)
{
    c->evidence_count = cursor_count(in, 3);
    KbEvidence *evidence = pool_alloc(pool, c->evidence_count, sizeof *evidence);
    for (size_t i = 0; i < c->evidence_count; i++) {
        evidence[i].start = read_u32(in);
        evidence[i].end = read_u32(in);
        evidence[i].quote = cursor_text(in);
    }
    c->role_count = cursor_count(in, 15);
    KbRole *roles = pool_alloc(pool, c->role_count, sizeof *roles);
    for (size_t i = 0; i < c->role_count; i++)
        decode_role(in, &roles[i]);
    c->relation_count = cursor_count(in, 13);
    KbRelation *relations = pool_alloc(pool, c->relation_count, sizeof *relations);
    for (size_t i = 0; i < c->relation_count; i++)
        decode_relation(in, &relations[i]);
    c->evidence = evidence;
    c->roles = roles;
    c->relations = relations;
}

bool contribution_decode(KbText record, Pool *pool, KbContribution *c, const uint64_t **nodes)
{
    Cursor in = cursor_of(record);
    *c = (KbContribution){0};
    decode_header(&in, c);
    decode_entities(&in, pool, c, nodes);
    if (!in.bad) decode_claims(&in, pool, c);
    return cursor_done(&in) && contribution_check(c, NULL) == KB_OK;
}
