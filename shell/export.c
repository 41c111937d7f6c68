// Entity records for other programs: kb-entity/1 JSON, FollowTheMoney, CSV.
// SPDX-License-Identifier: MIT
#include "shell/export.h"

#include <errno.h>
#include <string.h>

#include "shell/signals.h"
#include "shell/text.h"
#include "shell/tree.h"

// ---------------------------------------------------------------------------------------------- kb-entity/1

// Evidence of one record: ev_1, ev_2... in the order of first use.
typedef struct Evidence {
    Region *region;
    const KbSource **items; // [count]
    size_t count, room;
} Evidence;

static size_t evidence_number(Evidence *evidence, const KbSource *source)
{
    for (size_t i = 0; i < evidence->count; i++) {
        const KbSource *known = evidence->items[i];
        if (known->start == source->start && known->end == source->end &&
            kb_text_equal(known->document, source->document))
            return i + 1;
    }
    REGION_PUSH(evidence->region, evidence->items, evidence->count, evidence->room, source);
    return evidence->count;
}

static void put_evidence(Tree *tree, Evidence *evidence, const KbSource *sources, size_t count)
{
    Tree *list = tree_list();
    for (size_t i = 0; i < count; i++)
        tree_add_text(list, region_format(evidence->region, "ev_%zu", evidence_number(evidence, &sources[i])));
    tree_put(tree, "evidence", list);
}

static void put_ref(Tree *tree, const char *key, const KbRef *ref, bool typed)
{
    if (!ref->id.text[0]) {
        tree_put_null(tree, key);
        return;
    }
    Tree *object = tree_object();
    tree_put_word(object, "id", ref->id.text);
    tree_put_text(object, "name", ref->name);
    if (typed) tree_put_word(object, "type", kb_type_name(ref->type));
    tree_put(tree, key, object);
}

static void put_claim(Tree *tree, KbPolarity polarity, KbModality modality, const KbRef *attributed_to,
                      uint16_t confidence)
{
    tree_put_word(tree, "polarity", kb_polarity_name(polarity));
    tree_put_word(tree, "modality", kb_modality_name(modality));
    put_ref(tree, "attributed_to", attributed_to, true);
    tree_put_thousandths(tree, "confidence", confidence);
}

static Tree *role_tree(const KbHeldRole *role, Evidence *evidence)
{
    Tree *tree = tree_object(), *reported = tree_object();
    tree_put_date(reported, "first", role->first_reported);
    tree_put_date(reported, "last", role->last_reported);
    tree_put_text(tree, "title", role->title);
    put_ref(tree, "organization", &role->organization, false);
    put_ref(tree, "place", &role->place, false);
    put_ref(tree, "person", &role->person, false);
    tree_put_word(tree, "status", kb_role_status_name(role->status));
    tree_put_bounds(tree, "start", role->start);
    tree_put_bounds(tree, "end", role->end);
    tree_put(tree, "reported", reported);
    put_claim(tree, role->polarity, role->modality, &role->attributed_to, role->confidence);
    put_evidence(tree, evidence, role->sources, role->source_count);
    return tree;
}

// One day, or from/to as ISO 8601 intervals are written.
static KbText date_range(Region *region, const KbDate dates[2])
{
    char from[KB_DATE_SIZE], to[KB_DATE_SIZE];
    kb_date_format(dates[0], from);
    kb_date_format(dates[1], to);
    if (!to[0] || strcmp(from, to) == 0) return region_format(region, "%s", from);
    return region_format(region, "%s/%s", from, to);
}

static Tree *relation_tree(const KbEntity *entity, const KbLink *link, Evidence *evidence)
{
    const KbPredicate *predicate = kb_predicate(link->predicate);
    bool subject = strcmp(link->subject.id.text, entity->id.text) == 0;
    Tree *tree = tree_object();
    tree_put_word(tree, "predicate", predicate->name);
    tree_put_word(tree, "direction", predicate->shape == KB_SYMMETRIC ? "both" : subject ? "out" : "in");
    put_ref(tree, "target", subject ? &link->object : &link->subject, true);
    put_ref(tree, "place", &link->place, false);
    tree_put_text_or_null(tree, "date", date_range(evidence->region, link->date));
    put_claim(tree, link->polarity, link->modality, &link->attributed_to, link->confidence);
    put_evidence(tree, evidence, link->sources, link->source_count);
    return tree;
}

static Tree *attribute_tree(const KbLink *link, Evidence *evidence)
{
    Tree *tree = tree_object();
    tree_put_text(tree, "value", link->value);
    put_claim(tree, link->polarity, link->modality, &link->attributed_to, link->confidence);
    put_evidence(tree, evidence, link->sources, link->source_count);
    return tree;
}

static void put_attributes(Tree *tree, const KbEntity *entity, Evidence *evidence)
{
    Tree *attributes = tree_object();
    const KbPredicate *predicate;
    for (unsigned id = 0; (predicate = kb_predicate(id)); id++) {
        if (predicate->shape != KB_ATTRIBUTE) continue;
        Tree *list = tree_list();
        for (size_t i = 0; i < entity->link_count; i++)
            if (entity->links[i].predicate == id) tree_add(list, attribute_tree(&entity->links[i], evidence));
        tree_put(attributes, predicate->name, list);
    }
    tree_put(tree, "attributes", attributes);
}

static void put_names(Tree *tree, const KbEntity *entity)
{
    Tree *aliases = tree_list();
    for (size_t i = 0; i < entity->alias_count; i++) {
        Tree *alias = tree_object();
        tree_put_text(alias, "name", entity->aliases[i].name);
        tree_put_number(alias, "mentions", entity->aliases[i].mentions);
        tree_add(aliases, alias);
    }
    tree_put_text(tree, "name", entity->name);
    tree_put(tree, "aliases", aliases);
    if (entity->type != KB_PERSON) {
        tree_put_null(tree, "name_parts");
        return;
    }
    Tree *parts = tree_object();
    tree_put_text_or_null(parts, "prefix", entity->parts.prefix);
    tree_put_text_or_null(parts, "given", entity->parts.given);
    tree_put_text_or_null(parts, "middle", entity->parts.middle);
    tree_put_text_or_null(parts, "family", entity->parts.family);
    tree_put_text_or_null(parts, "suffix", entity->parts.suffix);
    tree_put(tree, "name_parts", parts);
}

static void put_claims(Tree *tree, const KbEntity *entity, Evidence *evidence)
{
    Tree *roles = tree_list(), *relations = tree_list(), *sources = tree_object();
    for (size_t i = 0; i < entity->role_count; i++)
        tree_add(roles, role_tree(&entity->roles[i], evidence));
    for (size_t i = 0; i < entity->link_count; i++)
        if (entity->links[i].object.id.text[0]) tree_add(relations, relation_tree(entity, &entity->links[i], evidence));
    tree_put(tree, "roles", roles);
    tree_put(tree, "relations", relations);
    put_attributes(tree, entity, evidence);
    for (size_t i = 0; i < evidence->count; i++) {
        const KbSource *source = evidence->items[i];
        Tree *object = tree_object();
        tree_put_text(object, "document", source->document);
        tree_put_text_or_null(object, "source", source->source);
        tree_put_text_or_null(object, "title", source->title);
        tree_put_date(object, "published", source->published);
        tree_put_number(object, "start", source->start);
        tree_put_number(object, "end", source->end);
        tree_put_text(object, "quote", source->quote);
        tree_put(sources, region_format(evidence->region, "ev_%zu", i + 1).data, object);
    }
    tree_put(tree, "evidence", sources);
}

static KbStatus put_mentions(Tree *tree, KbReader *reader, const KbEntity *entity, KbError *error)
{
    const KbDocumentMention *mentions = NULL;
    size_t count = 0;
    KbStatus status = kb_entity_mentions(reader, kb_text(entity->id.text), &mentions, &count, error);
    if (status != KB_OK && status != KB_NOT_FOUND) return status;
    Tree *list = tree_list();
    for (size_t i = 0; i < count; i++) {
        Tree *mention = tree_object();
        tree_put_text(mention, "document", mentions[i].document);
        tree_put_number(mention, "start", mentions[i].mention.start);
        tree_put_number(mention, "end", mentions[i].mention.end);
        tree_put_word(mention, "kind", kb_mention_kind_name(mentions[i].mention.kind));
        tree_add(list, mention);
    }
    tree_put(tree, "mentions", list);
    return KB_OK;
}

static KbStatus export_json(const Export *export, KbReader *reader, const KbEntity *entity, KbError *error)
{
    Evidence evidence = {.region = region_new()};
    Tree *tree = tree_object(), *stats = tree_object();
    KbStatus status = KB_OK;
    tree_put_word(tree, "format", "kb-entity/1");
    tree_put_word(tree, "id", entity->id.text);
    tree_put_word(tree, "type", kb_type_name(entity->type));
    tree_put_word(tree, "gender", kb_gender_name(entity->gender));
    put_names(tree, entity);
    put_claims(tree, entity, &evidence);
    tree_put_number(stats, "mentions", entity->mention_count);
    tree_put_number(stats, "documents", entity->document_count);
    tree_put(tree, "stats", stats);
    if (export->mentions) status = put_mentions(tree, reader, entity, error);
    tree_print(tree, export->out);
    region_free(evidence.region);
    return status;
}

// ---------------------------------------------------------------------------------------------- FollowTheMoney

static void put_property(Tree *properties, const char *key, KbText value)
{
    if (!value.length) return;
    Tree *list = tree_list();
    tree_add_text(list, value);
    tree_put(properties, key, list);
}

static void print_ftm(const Export *export, KbText id, const char *schema, Tree *properties)
{
    Tree *tree = tree_object();
    tree_put_text(tree, "id", id);
    tree_put_word(tree, "schema", schema);
    tree_put(tree, "properties", properties);
    tree_print(tree, export->out);
}

static KbText date_value(Region *region, KbDate date)
{
    char text[KB_DATE_SIZE];
    return region_text(region, kb_text(kb_date_format(date, text)));
}

static void ftm_role(const Export *export, Region *region, const KbEntity *entity, const KbHeldRole *role,
                     size_t number)
{
    Tree *position = tree_object(), *occupancy = tree_object();
    KbText post = region_format(region, "%s-position-%zu", entity->id.text, number),
           id = region_format(region, "%s-occupancy-%zu", entity->id.text, number);
    put_property(position, "name", role->title);
    if (role->organization.id.text[0]) put_property(position, "organization", kb_text(role->organization.id.text));
    if (role->place.id.text[0]) put_property(position, "summary", role->place.name);
    put_property(occupancy, "holder", kb_text(entity->id.text));
    put_property(occupancy, "post", post);
    put_property(occupancy, "status", kb_text(kb_role_status_name(role->status)));
    put_property(occupancy, "startDate", date_value(region, role->start[0]));
    put_property(occupancy, "endDate", role->end[0].year ? date_value(region, role->end[1]) : (KbText){"", 0});
    put_property(occupancy, "date", date_value(region, role->last_reported));
    if (role->source_count) put_property(occupancy, "description", role->sources[0].quote);
    print_ftm(export, post, "Position", position);
    print_ftm(export, id, "Occupancy", occupancy);
}

// Edges are told once, by their subject.
static void ftm_link(const Export *export, Region *region, const KbEntity *entity, const KbLink *link, size_t number)
{
    const KbPredicate *predicate = kb_predicate(link->predicate);
    if (!link->object.id.text[0] || strcmp(link->subject.id.text, entity->id.text) != 0) return;
    Tree *edge = tree_object();
    put_property(edge, "subject", kb_text(entity->id.text));
    put_property(edge, "object", kb_text(link->object.id.text));
    put_property(edge, "role", kb_text(predicate->wording));
    put_property(edge, "date", date_value(region, link->date[0]));
    if (link->source_count) put_property(edge, "description", link->sources[0].quote);
    print_ftm(export, region_format(region, "%s-link-%zu", entity->id.text, number), "UnknownLink", edge);
}

static bool claim_holds(KbPolarity polarity, KbModality modality)
{
    return polarity == KB_POSITIVE && modality == KB_ASSERTED;
}

static KbStatus export_ftm(const Export *export, KbReader *reader, const KbEntity *entity, KbError *error)
{
    static const char *const SCHEMAS[KB_TYPES] = {"Person", "Organization", "Address", "Thing"};
    Region *region = region_new();
    Tree *properties = tree_object();
    (void)reader, (void)error;
    put_property(properties, entity->type == KB_PLACE ? "full" : "name", entity->name);
    if (entity->alias_count) {
        Tree *aliases = tree_list();
        for (size_t i = 0; i < entity->alias_count; i++)
            tree_add_text(aliases, entity->aliases[i].name);
        tree_put(properties, "alias", aliases);
    }
    if (entity->type == KB_PERSON) {
        put_property(properties, "firstName", entity->parts.given);
        put_property(properties, "middleName", entity->parts.middle);
        put_property(properties, "lastName", entity->parts.family);
        put_property(properties, "nameSuffix", entity->parts.suffix);
        if (kb_gender_name(entity->gender)) put_property(properties, "gender", kb_text(kb_gender_name(entity->gender)));
    }
    print_ftm(export, kb_text(entity->id.text), SCHEMAS[entity->type], properties);
    for (size_t i = 0; i < entity->role_count; i++)
        if (claim_holds(entity->roles[i].polarity, entity->roles[i].modality))
            ftm_role(export, region, entity, &entity->roles[i], i + 1);
    for (size_t i = 0; i < entity->link_count; i++)
        if (claim_holds(entity->links[i].polarity, entity->links[i].modality))
            ftm_link(export, region, entity, &entity->links[i], i + 1);
    region_free(region);
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- CSV

static void csv_cell(FILE *out, KbText cell, bool last)
{
    fputc('"', out);
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.data[i] == '"') fputc('"', out);
        fputc(cell.data[i], out);
    }
    fputs(last ? "\"\r\n" : "\",", out);
}

// id, type, name, aliases, what (role or predicate), whom, status or modality, from, to, last reported, document, quote
static void csv_row(FILE *out, const KbText cells[12])
{
    for (size_t i = 0; i < 12; i++)
        csv_cell(out, cells[i], i == 11);
}

static KbStatus export_csv(const Export *export, KbReader *reader, const KbEntity *entity, KbError *error)
{
    Region *region = region_new();
    KbText names[64], none = {"", 0};
    size_t count = entity->alias_count < 64 ? entity->alias_count : 64;
    (void)reader, (void)error;
    for (size_t i = 0; i < count; i++)
        names[i] = entity->aliases[i].name;
    KbText cells[12] = {kb_text(entity->id.text),
                        kb_text(kb_type_name(entity->type)),
                        entity->name,
                        count ? region_join(region, names, count, ";") : none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        date_value(region, entity->last_seen),
                        none,
                        none};
    csv_row(export->out, cells);
    for (size_t i = 0; i < entity->role_count; i++) {
        const KbHeldRole *role = &entity->roles[i];
        const KbRef *at = role->organization.id.text[0] ? &role->organization
                          : role->place.id.text[0]      ? &role->place
                                                        : &role->person;
        KbText row[12] = {cells[0],
                          cells[1],
                          cells[2],
                          none,
                          role->title,
                          at->name,
                          kb_text(kb_role_status_name(role->status)),
                          date_value(region, role->start[0]),
                          date_value(region, role->end[1]),
                          date_value(region, role->last_reported),
                          role->source_count ? role->sources[0].document : none,
                          role->source_count ? role->sources[0].quote : none};
        csv_row(export->out, row);
    }
    for (size_t i = 0; i < entity->link_count; i++) {
        const KbLink *link = &entity->links[i];
        if (strcmp(link->subject.id.text, entity->id.text) != 0) continue;
        KbText row[12] = {cells[0],
                          cells[1],
                          cells[2],
                          none,
                          kb_text(kb_predicate(link->predicate)->name),
                          link->object.id.text[0] ? link->object.name : link->value,
                          kb_text(kb_modality_name(link->modality)),
                          date_value(region, link->date[0]),
                          date_value(region, link->date[1]),
                          none,
                          link->source_count ? link->sources[0].document : none,
                          link->source_count ? link->sources[0].quote : none};
        csv_row(export->out, row);
    }
    region_free(region);
    return KB_OK;
}

// ---------------------------------------------------------------------------------------------- doors

static const struct {
    const char *name;
    int format; // -1: not supported yet
} FORMATS[] = {{"json", EXPORT_JSON}, {"jsonl", EXPORT_JSON}, {"ftm", EXPORT_FTM}, {"csv", EXPORT_CSV},
               {"jsonld", -1},        {"graphml", -1},        {"dot", -1},         {"ntriples", -1}};

KbStatus export_format_find(KbText name, ExportFormat *format)
{
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        if (!text_is_any_case(name, FORMATS[i].name)) continue;
        if (FORMATS[i].format < 0) return KB_INVALID;
        *format = (ExportFormat)FORMATS[i].format;
        return KB_OK;
    }
    return KB_NOT_FOUND;
}

static KbStatus export_one(const Export *export, KbReader *reader, const KbEntity *entity, KbError *error)
{
    static KbStatus (*const WRITERS[EXPORT_FORMATS])(const Export *, KbReader *, const KbEntity *,
                                                     KbError *) = {export_json, export_ftm, export_csv};
    return WRITERS[export->format](export, reader, entity, error);
}

static void put_header(const Export *export)
{
    if (export->format == EXPORT_CSV)
        fputs("id,type,name,aliases,claim,target,status,from,to,reported,document,quote\r\n", export->out);
}

static KbStatus check_output(const Export *export, KbError *error)
{
    if (!ferror(export->out)) return KB_OK;
    *error = (KbError){.status = KB_IO};
    if (errno != EPIPE) snprintf(error->text, sizeof error->text, "export: %s", strerror(errno));
    return KB_IO; // without a text: whoever read it is gone
}

KbStatus export_entity(const Export *export, KbReader *reader, KbText id, KbError *error)
{
    const KbEntity *entity = NULL;
    KbStatus status = kb_entity_get(reader, id, &entity, error);
    if (status != KB_OK) return status;
    put_header(export);
    status = export_one(export, reader, entity, error);
    return status == KB_OK ? check_output(export, error) : status;
}

typedef struct Everything {
    const Export *export;
    KbReader *reader;
    KbStatus status;
    KbError *error;
} Everything;

static bool visit(const KbEntity *entity, void *context)
{
    Everything *all = context;
    all->status = export_one(all->export, all->reader, entity, all->error);
    if (all->status == KB_OK) all->status = check_output(all->export, all->error);
    if (all->status == KB_OK && signals_interrupted()) all->status = KB_INTERRUPTED;
    return all->status == KB_OK;
}

KbStatus export_all(const Export *export, KbReader *reader, KbError *error)
{
    Everything all = {export, reader, KB_OK, error};
    put_header(export);
    KbStatus status = kb_entities_each(reader, visit, &all, error);
    if (status == KB_NOT_FOUND) return KB_OK;
    return status == KB_OK ? all.status : status;
}
