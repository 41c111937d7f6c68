// Made-up documents for tests of the knowledge base, and a dump of all that a reader sees.
// SPDX-License-Identifier: MIT
#ifndef TESTS_KB_WORLD_H
#define TESTS_KB_WORLD_H

#include "kb/kb.h"
#include "kb/memory.h"

// The same sequence on every machine.
uint64_t world_random(uint64_t *state);

// Document `number` of a world of `people` people: shared names, namesakes, variants, roles, relations. `version`
// changes its text. Everything is the pool's.
void world_document(Pool *pool, unsigned people, unsigned number, unsigned version, KbContribution *out);

// Everything a reader sees, as text.
void world_dump(Kb *kb, Bytes *out);

// A path for a new database in the test's own folder; removed with world_remove.
const char *world_path(void);
void world_remove(const char *path);

// Documents by hand: entities are added first, then what is said of them.
typedef struct Story {
    Pool pool;
    KbContribution c;
    KbDocEntity entities[16];
    KbRole roles[16];
    KbRelation relations[16];
    KbEvidence evidence[32];
} Story;
void story_begin(Story *story, const char *id, const char *date);
int32_t story_entity(Story *story, KbType type, const char *names); // "Joseph Dunford|Dunford"
void story_role(Story *story, int32_t holder, const char *title, int32_t organization, KbRoleStatus status);
void story_relation(Story *story, int32_t subject, const char *predicate, int32_t object);
void story_put(Story *story, Kb *kb); // inside a transaction
void story_end(Story *story);

// Opens for writing, or fails the test.
Kb *world_open(const char *path);

#endif
