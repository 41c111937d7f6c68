// Relations between chains: what the verb rules, the noun rules and the apposition rules share.
// SPDX-License-Identifier: MIT
#ifndef INGEST_RELATIONS_H
#define INGEST_RELATIONS_H

#include "ingest/modality.h"
#include "ingest/referents.h"

enum { CONJUNCT_LIMIT = 8, PARTY_LIMIT = 8 };

// One sentence being read.
typedef struct Reading {
    Document *document;
    size_t room; // of document->relations
    const Sentence *sentence;
    uint32_t index;    // of the sentence
    size_t first_time; // in document->times, not before the sentence
    Clause clauses[CLAUSE_LIMIT];
    size_t clause_count;
    Report reports[REPORT_LIMIT];
    size_t report_count;
    int32_t party_chains[PARTY_LIMIT]; // of the parties asked for so far, + 1; 0: not yet
} Reading;

// Sets of KbType.
enum {
    PER = 1 << KB_PERSON,
    ORG = 1 << KB_ORGANIZATION,
    PLA = 1 << KB_PLACE,
    ACTOR = PER | ORG | PLA,
};

bool chain_is(const Document *document, int32_t chain, unsigned types);

const Mention *mention_named(const Reading *reading, uint32_t token); // the name that covers the token; NULL: none

// The clause whose verb governs the noun, for its modality: "will hold talks", "denied a meeting"; NULL: none.
const Clause *clause_before(const Reading *reading, uint32_t token);

// A claim at `token` between two chains (object -1 and a value for attributes), with the polarity and modality of
// `clause` where there is one; place, date and attribution are read off the sentence. Duplicates are dropped.
void relation_add(Reading *reading, const char *predicate, int32_t subject, int32_t object, uint32_t token,
                  const Clause *clause);
void relation_add_value(Reading *reading, const char *predicate, int32_t subject, KbText value, uint32_t token);

void relation_add_seen(Reading *reading, Relation relation); // the encoder's, completed likewise

bool relations_same_pair(const Relation *a, const Relation *b); // one predicate of the same two
bool relation_is(const Relation *relation, const char *predicate);
bool predicate_among(const char *predicate, const char *list); // "|met_with|visited|"

// Weighs the relations that the encoder sees in the sentence against those that the rules added from `first` on: drops
// what it finds unlikely, and adds what it is sure of and the words do not speak against.
void relations_merge(Reading *reading, const Relation *seen, size_t count, size_t first);

void read_verbs(Reading *reading); // "A met B"
// "who was dismissed in April": all verbs of the predicate in the sentence are passives that name nobody as acting.
bool verbs_name_no_agent(const Reading *reading, const char *predicate);
void read_nouns(Reading *reading);       // "A's talks with B", "his wife, A"
void read_appositions(Reading *reading); // "Baku, Azerbaijan", "Mali's Culture Ministry", "(A/AP)"
void read_person_places(
    Reading *reading);                 // "A of Oslo", "the Danish painter A", "A's home in Oslo", "her visit to Oslo"
void read_ages(Reading *reading);      // "A, 54,"
void read_dates(Reading *reading);     // "A was born on 3 May 1950"
void read_parties(Reading *reading);   // "A, a Republican"
void read_namesakes(Reading *reading); // "A, no relation of B"

#endif
