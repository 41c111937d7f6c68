// The public interface of libkb: documents' contributions in, entities with roles, relations and evidence out.
// SPDX-License-Identifier: MIT
//
//   contribution --kb_put--> [documents] --fold--> [nodes] --resolve--> [entities] --kb_entity_*--> rows with evidence
//
// The law: everything a reader sees is a pure function of the set of active contributions. Not of order,
// batches or history. libkb knows no language processing and no terminal, and never prints.
//
// Text is UTF-8 in slices that carry their length and need not end in NUL. A slice read from the knowledge base
// lives as long as its KbReader. A slice handed in is copied.
#ifndef KB_KB_H
#define KB_KB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define KB_MUST_USE __attribute__((warn_unused_result))
#else
#define KB_MUST_USE
#endif

// ---------------------------------------------------------------------------------------------- status

typedef enum KbStatus {
    KB_OK = 0,
    KB_NOT_FOUND,   // an expected absence; KbError is not written
    KB_INVALID,     // the input breaks the rules of its format
    KB_IO,          // the operating system refused (path and errno text in KbError)
    KB_FULL,        // disk or file size limit reached; the transaction is undone
    KB_LOCKED,      // another process is writing
    KB_CORRUPT,     // the file is damaged or foreign
    KB_VERSION,     // the file was written by a newer format or another model
    KB_INTERRUPTED, // a signal asked to stop
} KbStatus;

// Owned by the caller. offset counts bytes into the input that is to blame (0 where there is none).
typedef struct KbError {
    KbStatus status;
    uint64_t offset;
    char text[512];
} KbError;

typedef struct KbText {
    const char *data;
    size_t length;
} KbText;

KbText kb_text(const char *nul_terminated);
bool kb_text_equal(KbText a, KbText b);
int kb_text_compare(KbText a, KbText b); // by bytes, then length

// ---------------------------------------------------------------------------------------------- vocabulary

typedef enum KbType { KB_PERSON, KB_ORGANIZATION, KB_PLACE, KB_OTHER, KB_TYPES } KbType;
typedef enum KbGender { KB_GENDER_UNKNOWN, KB_MALE, KB_FEMALE } KbGender;
typedef enum KbMentionKind { KB_NAME, KB_NOMINAL, KB_PRONOUN } KbMentionKind;
typedef enum KbRoleStatus {
    KB_UNKNOWN,
    KB_CURRENT,
    KB_FORMER,
    KB_ACTING,
    KB_DESIGNATE,
    KB_NOMINEE,
    KB_CANDIDATE,
    KB_ROLE_STATUSES
} KbRoleStatus;
typedef enum KbPolarity { KB_POSITIVE, KB_NEGATIVE } KbPolarity;
typedef enum KbModality { KB_ASSERTED, KB_PLANNED, KB_ALLEGED, KB_DENIED, KB_HYPOTHETICAL, KB_MODALITIES } KbModality;

// The words of DESIGN.md ("person", "current", "asserted"...); NUL-terminated, static.
const char *kb_type_name(KbType type);
const char *kb_gender_name(KbGender gender); // NULL for unknown
const char *kb_mention_kind_name(KbMentionKind kind);
const char *kb_role_status_name(KbRoleStatus status);
const char *kb_polarity_name(KbPolarity polarity);
const char *kb_modality_name(KbModality modality);

// A date as precise as known: year 0 = unknown, month 0 = only the year, day 0 = only year and month.
typedef struct KbDate {
    int16_t year;
    uint8_t month, day;
} KbDate;

enum { KB_DATE_SIZE = 16 }; // room for a formatted date and its NUL
bool kb_date_parse(KbText text,
                   KbDate *date); // YYYY, YYYY-MM, YYYY-MM-DD (a time after it is ignored); false: no such day
const char *kb_date_format(KbDate date, char out[KB_DATE_SIZE]); // "" when unknown
int kb_date_compare(KbDate a, KbDate b);                         // an unknown date is before all others

// Predicates live in one table (kb/predicate.c).
typedef enum KbPredicateShape { KB_DIRECTED, KB_SYMMETRIC, KB_ATTRIBUTE } KbPredicateShape;
typedef struct KbPredicate {
    const char *name;    // "met_with"
    const char *inverse; // wording seen from the object: "employs"; the same as wording when symmetric
    const char *wording; // "met with"
    KbPredicateShape shape;
    uint8_t subjects, objects;        // bit sets of 1 << KbType
    const char *tac, *ftm, *wikidata; // NULL where the schema has none
} KbPredicate;
// Ids index the table and are written to disk: new predicates go to the end.
const KbPredicate *kb_predicate(unsigned id); // NULL past the end
int kb_predicate_find(KbText name);           // -1: none of that name

// ---------------------------------------------------------------------------------------------- contributions

// One document's addition, in kb's terms. All arrays are the caller's and are copied by kb_put.
typedef struct KbMention {
    uint32_t start, end; // bytes of the document's text, end exclusive
    KbMentionKind kind;
} KbMention;

typedef struct KbName {
    KbText text;       // as printed, white space folded: "Gen." and other titles are not in it
    uint32_t mentions; // how often, in this document
} KbName;

// One coreference chain that has at least one name, or a place known from its demonym only.
typedef struct KbDocEntity {
    KbType type;
    KbGender gender;
    const KbName *names; // [name_count], the fullest first
    size_t name_count;
    const KbText *titles; // [title_count] honorifics and ranks seen before the name: "Gen.", "Dr."
    size_t title_count;
    const KbMention *mentions; // [mention_count], in text order
    size_t mention_count;
} KbDocEntity;

typedef struct KbEvidence {
    uint32_t start, end; // the sentence, bytes of the document's text
    KbText quote;        // that sentence
} KbEvidence;

enum { KB_NONE = -1 };

// Entity fields index KbContribution.entities, evidence indexes KbContribution.evidence.
typedef struct KbRole {
    int32_t holder;
    KbText title; // lower case, without article, organization and place
    int32_t organization, place, person;
    KbRoleStatus status;     // as of the document's date
    KbDate start[2], end[2]; // each lies between [0] and [1]; unknown where nothing is said
    KbPolarity polarity;
    KbModality modality;
    int32_t attributed_to;
    uint32_t evidence;
    uint16_t confidence; // in thousandths
} KbRole;

typedef struct KbRelation {
    int32_t subject;
    uint16_t predicate;
    int32_t object; // KB_NONE for attributes
    KbText value;   // attributes only
    KbText verb;    // lemma that said it
    int32_t place;
    KbDate date[2]; // from, to (the same for one day)
    KbPolarity polarity;
    KbModality modality;
    int32_t attributed_to;
    uint32_t evidence;
    uint16_t confidence;
} KbRelation;

typedef struct KbContribution {
    KbText id;                 // the document's id: its key
    KbText path;               // path or URL it was read from, for --forget; may be empty
    KbText url, source, title; // empty: unknown
    KbDate published;
    uint64_t text_hash;  // of the whole text
    uint64_t story_hash; // of the folded text, equal for verbatim reprints
    const KbDocEntity *entities;
    size_t entity_count;
    const KbRole *roles;
    size_t role_count;
    const KbRelation *relations;
    size_t relation_count;
    const KbEvidence *evidence;
    size_t evidence_count;
} KbContribution;

// ---------------------------------------------------------------------------------------------- store

typedef struct Kb Kb;
typedef enum KbOpenMode { KB_READ, KB_WRITE, KB_WRITE_WAIT } KbOpenMode;

typedef struct KbOptions {
    KbOpenMode mode; // KB_WRITE fails with KB_LOCKED while another process writes; KB_WRITE_WAIT waits
    KbText model;    // model version written into a new file; a file of another model gives KB_VERSION; empty: any
    size_t map_size; // bytes of address space for a writer to begin with; it grows by itself; 0: plenty
} KbOptions;

// KB_READ of a missing file: KB_NOT_FOUND.
KB_MUST_USE KbStatus kb_open(const char *path, const KbOptions *options, Kb **kb, KbError *error);
void kb_close(Kb *kb); // accepts NULL; undoes an open transaction

// A write transaction: put and forget many, then commit re-resolves what was touched and makes it durable at once.
KB_MUST_USE KbStatus kb_begin(Kb *kb, KbError *error);
typedef enum KbPutResult { KB_ADDED, KB_UNCHANGED, KB_REPLACED, KB_KEPT_INACTIVE } KbPutResult;
KB_MUST_USE KbStatus kb_put(Kb *kb, const KbContribution *contribution, KbPutResult *result, KbError *error);
// Forgets all versions of the documents with this id, path or URL; KB_NOT_FOUND when there is none.
KB_MUST_USE KbStatus kb_forget(Kb *kb, KbText id, size_t *forgotten, KbError *error);
KB_MUST_USE KbStatus kb_commit(Kb *kb, KbError *error);
void kb_abort(Kb *kb);
// Checks every record's checksum and every cross-reference; counts what it read.
KB_MUST_USE KbStatus kb_verify(Kb *kb, uint64_t *records, KbError *error);

// ---------------------------------------------------------------------------------------------- reading

// A consistent view. Everything handed out lives until kb_reader_close.
typedef struct KbReader KbReader;
KB_MUST_USE KbStatus kb_reader_open(Kb *kb, KbReader **reader, KbError *error);
void kb_reader_close(KbReader *reader);

enum { KB_ID_SIZE = 21 }; // "per_" + 16 hex digits + NUL
typedef struct KbId {
    char text[KB_ID_SIZE]; // "" for none
} KbId;

typedef struct KbSource { // one sentence that supports a claim
    KbText document, source, title;
    KbDate published;
    uint32_t start, end;
    KbText quote;
    uint64_t story; // equal for reprints of one story: they count as one source
} KbSource;

typedef struct KbRef { // another entity, named
    KbId id;           // "" for none
    KbType type;
    KbText name;
} KbRef;

typedef struct KbAlias {
    KbText name;
    uint64_t mentions;
} KbAlias;

typedef struct KbHeldRole { // equal claims of several documents are one, with all their evidence
    KbRef holder;
    KbText title;
    KbRef organization, place, person;
    KbRoleStatus status;
    KbDate start[2], end[2];
    KbDate first_reported, last_reported;
    KbPolarity polarity;
    KbModality modality;
    KbRef attributed_to;
    uint16_t confidence;
    const KbSource *sources; // [source_count], by date, document, start
    size_t source_count;
} KbHeldRole;

typedef struct KbLink {
    KbRef subject, object; // object.id "" for attributes
    uint16_t predicate;
    KbText value, verb;
    KbRef place;
    KbDate date[2];
    KbPolarity polarity;
    KbModality modality;
    KbRef attributed_to;
    uint16_t confidence;
    const KbSource *sources;
    size_t source_count;
} KbLink;

typedef struct KbDocumentMention {
    KbText document;
    KbMention mention;
} KbDocumentMention;

typedef struct KbNameParts { // persons only
    KbText prefix, given, middle, family, suffix;
} KbNameParts;

typedef struct KbEntity {
    KbId id;
    KbType type;
    KbText name; // the best full name
    KbNameParts parts;
    KbGender gender;
    const KbAlias *aliases; // [alias_count] all names but `name`... most mentioned first
    size_t alias_count;
    const KbHeldRole *roles; // [role_count] held by it, latest reported first
    size_t role_count;
    const KbHeldRole *posts; // [post_count] held by others at, in or for it
    size_t post_count;
    const KbLink *links; // [link_count] in which it is subject or object; attributes too
    size_t link_count;
    uint64_t mention_count, document_count;
    KbDate first_seen, last_seen;
    bool unresolved; // a bare name that several entities could own
} KbEntity;

// Any node's id finds the entity that now holds it. KB_NOT_FOUND: never mentioned.
KB_MUST_USE KbStatus kb_entity_get(KbReader *reader, KbText id, const KbEntity **entity, KbError *error);
KB_MUST_USE KbStatus kb_entity_mentions(KbReader *reader, KbText id, const KbDocumentMention **mentions, size_t *count,
                                        KbError *error);

typedef struct KbCandidate {
    KbRef entity;
    KbText detail;  // main post: "chairman, Joint Chiefs of Staff"; may be empty
    uint16_t score; // in thousandths: 1000 = one of its full names, to the letter
    uint64_t mentions;
} KbCandidate;

// Entities a name may mean: titles dropped, case, diacritics and punctuation folded, short forms and acronyms known;
// best first. types: bit set of 1 << KbType, 0 = all. KB_NOT_FOUND: none.
KB_MUST_USE KbStatus kb_find(KbReader *reader, KbText name, unsigned types, const KbCandidate **found, size_t *count,
                             KbError *error);
// Names within a small edit distance or sounding alike, for "did you mean".
KB_MUST_USE KbStatus kb_suggest(KbReader *reader, KbText name, const KbCandidate **found, size_t *count,
                                KbError *error);
// Names that begin so, for completion.
KB_MUST_USE KbStatus kb_complete(KbReader *reader, KbText prefix, size_t limit, const KbText **names, size_t *count,
                                 KbError *error);
// Every held role whose title contains all words of `title`, at `at` (an organization, place or person id; "" for any).
KB_MUST_USE KbStatus kb_roles_titled(KbReader *reader, KbText title, KbText at, const KbHeldRole **roles, size_t *count,
                                     KbError *error);

// Entities in the order of their ids; return false to stop.
typedef bool (*KbVisit)(const KbEntity *entity, void *context);
KB_MUST_USE KbStatus kb_entities_each(KbReader *reader, KbVisit visit, void *context, KbError *error);

// One shortest path from a to b over roles and links, at most max_hops long; the same one at every call.
typedef struct KbHop {
    KbRef from, to;
    const KbHeldRole *role; // either this
    const KbLink *link;     // or this
} KbHop;
KB_MUST_USE KbStatus kb_path(KbReader *reader, KbText a, KbText b, unsigned max_hops, const KbHop **hops, size_t *count,
                             KbError *error);

typedef struct KbStats {
    uint64_t documents, entities[KB_TYPES], roles, links, mentions;
} KbStats;
KB_MUST_USE KbStatus kb_stats(KbReader *reader, KbStats *stats, KbError *error);

typedef struct KbDocumentInfo {
    KbText id, source, title, url;
    KbDate published;
    uint64_t story;
} KbDocumentInfo;
// Documents that mention the entity, by date, then id; all documents for an empty id.
KB_MUST_USE KbStatus kb_documents(KbReader *reader, KbText id, const KbDocumentInfo **documents, size_t *count,
                                  KbError *error);

#endif
