// Which nodes of one family-name block are one person.
// SPDX-License-Identifier: MIT
//
// The fullest and most mentioned names go first; each node joins the best person made so far, or begins another:
//
//   score(node, person) = name + context,   name:    same 60, variant 52, initial 35, family
//   alone 30 or 10
//                                           context: shared posts, employers, company, places, honorifics
//                                                    -60 where both are rich in context and share none of it
//
// It joins at 50 or more, unless a second person comes within 10: then it stays apart, unresolved.
#include <stdlib.h>
#include <string.h>

#include "kb/cluster.h"
#include "kb/match.h"

enum {
    SCORE_SAME = 60,
    SCORE_VARIANT = 52,
    SCORE_INITIAL = 35,
    SCORE_ONLY_OWNER = 50, // a family name alone, where only one person of the collection has it
    SCORE_FAMILY = 30,
    SCORE_CONFLICT = -60,
    SCORE_JOIN = 50,
    SCORE_MARGIN = 10,
    OWNER_DOMINANCE = 20, // times the documents of all other owners of the name
    MOST_OWNERS = 512     // of a family name; with more of them it means nobody
};

// What is known of a node or a person, as sets of hashes.
typedef struct Profile {
    Hashes posts, employers, titles, fields, honorifics, company, places;
    uint64_t genders[3];
    uint64_t documents;
} Profile;

typedef struct Person {
    PersonName *names;
    uint64_t *signatures; // of the names, hashed
    size_t name_count;
    Profile profile;
    bool unresolved;
} Person;

typedef struct Candidate {
    Node *node;
    PersonName name;
    Profile profile;
    bool bare, initial;
} Candidate;

// ---------------------------------------------------------------------------------------------- sets

static int compare_numbers(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void set_sort(Hashes *set)
{
    if (set->count < 2) return;
    qsort(set->item, set->count, sizeof *set->item, compare_numbers);
    size_t kept = 1;
    for (size_t i = 1; i < set->count; i++)
        if (set->item[i] != set->item[kept - 1]) set->item[kept++] = set->item[i];
    set->count = kept;
}

static void set_join(Hashes *set, const Hashes *more, Pool *pool)
{
    if (more->count == 0) return;
    uint64_t *both = kb_pool_alloc(pool, set->count + more->count, sizeof *both);
    size_t i = 0, j = 0, count = 0;
    while (i < set->count || j < more->count) {
        bool left = j == more->count || (i < set->count && set->item[i] <= more->item[j]);
        uint64_t next = left ? set->item[i] : more->item[j];
        if (i < set->count && set->item[i] == next) i++;
        if (j < more->count && more->item[j] == next) j++;
        both[count++] = next;
    }
    *set = (Hashes){both, count};
}

static bool set_has(const Hashes *set, uint64_t value)
{
    return set->count && bsearch(&value, set->item, set->count, sizeof value, compare_numbers);
}

// How many the sets have in common, counted up to `limit`.
static int shared(const Hashes *a, const Hashes *b, int limit)
{
    const Hashes *small = a->count < b->count ? a : b, *large = small == a ? b : a;
    int count = 0;
    for (size_t i = 0; i < small->count && count < limit; i++)
        count += set_has(large, small->item[i]);
    return count;
}

// ---------------------------------------------------------------------------------------------- fields

// Walks of life, told by words of titles. People of one rarely turn up in another.
static const struct {
    const char *field, *words;
} fields[] = {
    {"state",
     "minister president secretary ambassador senator governor mayor chancellor premier congressman "
     "congresswoman representative lawmaker legislator councilman councilor councillor diplomat envoy commissioner "
     "deputy undersecretary politician candidate king queen prince official treasurer chief spokesman spokeswoman "
     "general admiral colonel commander chairman adviser advisor attorney director commandant lieutenant major "
     "captain sergeant officer soldier sheriff police detective prosecutor judge justice lawyer counsel"},
    {"business", "ceo executive founder cofounder banker investor entrepreneur businessman businesswoman owner analyst "
                 "economist trader manager president chairman director officer chief head"},
    {"sport",
     "footballer striker midfielder defender goalkeeper player coach quarterback pitcher guard forward boxer "
     "cyclist swimmer runner sprinter golfer cricketer batsman bowler athlete skier champion captain manager referee "
     "winger center shortstop catcher jockey driver tennis basketball football baseball hockey"},
    {"arts",
     "actor actress singer musician composer director writer novelist author poet painter artist sculptor dancer "
     "pianist cellist violinist conductor comedian filmmaker producer photographer designer rapper guitarist curator "
     "playwright drummer model choreographer"},
    {"science", "professor scientist researcher physicist chemist biologist doctor physician surgeon nurse engineer "
                "mathematician astronomer historian sociologist psychologist scholar lecturer student dean teacher vet "
                "epidemiologist geologist archaeologist"},
    {"faith", "pope cardinal archbishop bishop priest pastor imam rabbi monk nun reverend vicar patriarch"},
    {"press", "reporter journalist editor correspondent columnist anchor publisher broadcaster blogger"},
    {"work", "farmer fisherman plumber carpenter baker butcher cook chef waiter electrician mechanic driver miner "
             "shopkeeper gardener barber builder worker resident"},
};

// The walk of life that each word tells; one that several share ("captain", "president") tells none.
static void add_fields(Words words, Hashes *set, Pool *pool)
{
    for (size_t i = 0; i < words.count; i++) {
        uint64_t field = 0;
        size_t count = 0;
        for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
            if (kb_word_in(words.word[i], fields[f].words)) field = f + 1, count++;
        if (count == 1) set_join(set, &(Hashes){&field, 1}, pool);
    }
}

// ---------------------------------------------------------------------------------------------- profiles

static void add_role(Profile *profile, const NodeRole *role, Pool *pool)
{
    char folded[KB_NAME_KEY_SIZE];
    KbText title = {folded, kb_name_fold(role->title, folded)};
    uint64_t title_hash = kb_hash_text(title), held = kb_hash_text(role->held);
    uint64_t post = kb_hash_bytes(&held, sizeof held, title_hash);
    if (role->held.length) set_join(&profile->employers, &(Hashes){&held, 1}, pool);
    if (title.length == 0) return;
    set_join(&profile->titles, &(Hashes){&title_hash, 1}, pool);
    if (role->held.length) set_join(&profile->posts, &(Hashes){&post, 1}, pool);
    add_fields(kb_words_of(title), &profile->fields, pool);
}

static void make_profile(Node *node, Pool *pool, Profile *profile)
{
    *profile = (Profile){.honorifics = node->honorifics, .company = node->company, .places = node->places};
    set_sort(&profile->honorifics);
    set_sort(&profile->company);
    set_sort(&profile->places);
    for (size_t i = 0; i < node->role_count; i++)
        add_role(profile, &node->roles[i], pool);
    memcpy(profile->genders, node->genders, sizeof profile->genders);
    profile->documents = node->documents;
}

static void join_profiles(Profile *into, const Profile *from, Pool *pool)
{
    set_join(&into->posts, &from->posts, pool);
    set_join(&into->employers, &from->employers, pool);
    set_join(&into->titles, &from->titles, pool);
    set_join(&into->fields, &from->fields, pool);
    set_join(&into->honorifics, &from->honorifics, pool);
    set_join(&into->company, &from->company, pool);
    set_join(&into->places, &from->places, pool);
    for (size_t i = 0; i < 3; i++)
        into->genders[i] += from->genders[i];
    into->documents += from->documents;
}

static KbGender gender_of(const Profile *profile)
{
    uint64_t male = profile->genders[KB_MALE], female = profile->genders[KB_FEMALE];
    return male > 2 * female ? KB_MALE : female > 2 * male ? KB_FEMALE : KB_GENDER_UNKNOWN;
}

// ---------------------------------------------------------------------------------------------- scores

// Both say enough about themselves, and nothing of it agrees.
static bool contexts_conflict(const Profile *a, const Profile *b)
{
    if (a->titles.count == 0 || b->titles.count == 0) return false;
    if (shared(&a->company, &b->company, 1) || shared(&a->employers, &b->employers, 1)) return false;
    if (shared(&a->titles, &b->titles, 1)) return false;
    bool fields_known = a->fields.count && b->fields.count, same_field = shared(&a->fields, &b->fields, 1) > 0;
    if (fields_known && !same_field) return true;
    bool rich = a->company.count >= 3 && b->company.count >= 3 && a->employers.count && b->employers.count;
    return rich && !same_field && !shared(&a->places, &b->places, 1);
}

static int context_score(const Profile *a, const Profile *b)
{
    int score = 0;
    score += shared(&a->posts, &b->posts, 1) * 40;
    score += shared(&a->employers, &b->employers, 1) * 25;
    score += shared(&a->titles, &b->titles, 1) * 10;
    score += shared(&a->company, &b->company, 4) * 10;
    score += shared(&a->places, &b->places, 2) * 3;
    score += shared(&a->honorifics, &b->honorifics, 1) * 8;
    return score;
}

static bool is_spelled_alike(const PersonName *a, const PersonName *b)
{
    return kb_text_equal(kb_match_block_word(a), kb_match_block_word(b));
}

// Score of the name alone; negative when it cannot be this person's.
static int name_score(const Candidate *candidate, const Person *person)
{
    if (!(candidate->name.letters & person->names[0].letters)) return -1;
    int best = -1;
    for (size_t i = 0; i < person->name_count; i++) {
        const PersonName *name = &person->names[i];
        int score = 0;
        switch (kb_match_persons(&candidate->name, name)) {
        case KB_NAMES_SAME: score = candidate->bare ? SCORE_INITIAL : SCORE_SAME; break;
        case KB_NAMES_VARIANT:
            score = candidate->bare || candidate->initial || strlen(name->given) < 2 ? SCORE_INITIAL : SCORE_VARIANT;
            break;
        case KB_NAMES_SHORT: score = is_spelled_alike(&candidate->name, name) ? SCORE_FAMILY : 10; break;
        default: return -1; // one conflicting name of a person excludes it
        }
        if (score > best) best = score;
    }
    return best;
}

// Names that differ in the family's spelling or in the generation may be two people's: those that appear together are.
static bool appear_together(const Candidate *candidate, const Person *person)
{
    uint64_t own = kb_hash_text(candidate->node->signature);
    for (size_t i = 0; i < person->name_count; i++) {
        const PersonName *name = &person->names[i];
        bool family = strcmp(name->family, candidate->name.family) == 0;
        bool suffix = candidate->bare || strcmp(name->suffix, candidate->name.suffix) == 0;
        if (family && suffix) continue;
        if (set_has(&person->profile.company, own) || set_has(&candidate->profile.company, person->signatures[i]))
            return true;
    }
    return false;
}

static int person_score(const Candidate *candidate, const Person *person, int name, bool only_owner)
{
    if (name < 0) return name;
    KbGender a = gender_of(&candidate->profile), b = gender_of(&person->profile);
    if (a && b && a != b && name < SCORE_SAME) return -1;
    if (appear_together(candidate, person)) return -1;
    if (candidate->bare && only_owner && name < SCORE_ONLY_OWNER) name = SCORE_ONLY_OWNER;
    int conflict = contexts_conflict(&candidate->profile, &person->profile) ? SCORE_CONFLICT : 0;
    return name + context_score(&candidate->profile, &person->profile) + conflict;
}

// ---------------------------------------------------------------------------------------------- clustering

static KbText printed_name(const Node *node)
{
    for (size_t i = 0; i < node->name_count; i++) {
        char folded[KB_NAME_KEY_SIZE];
        KbText fold = {folded, kb_name_fold(node->names[i].text, folded)};
        if (kb_text_equal(fold, node->signature)) return node->names[i].text;
    }
    return node->signature;
}

// Full names before initials before family names alone; those with a title first, for they tell namesakes apart before
// the others are dealt out; then the most mentioned; then by id.
static int compare_candidates(const void *a, const void *b)
{
    const Candidate *x = a, *y = b;
    int rank_x = x->bare ? 2 : x->initial, rank_y = y->bare ? 2 : y->initial;
    if (rank_x != rank_y) return rank_x - rank_y;
    bool titled_x = x->profile.titles.count > 0, titled_y = y->profile.titles.count > 0;
    if (titled_x != titled_y) return titled_x ? -1 : 1;
    if (x->node->mentions != y->node->mentions) return x->node->mentions > y->node->mentions ? -1 : 1;
    return (x->node->id > y->node->id) - (x->node->id < y->node->id);
}

static Candidate *make_candidates(Node *nodes, size_t count, Pool *pool)
{
    Candidate *candidates = kb_pool_alloc(pool, count, sizeof *candidates);
    for (size_t i = 0; i < count; i++) {
        Candidate *candidate = &candidates[i];
        candidate->node = &nodes[i];
        kb_match_person(printed_name(&nodes[i]), &candidate->name);
        candidate->bare = !candidate->name.given[0];
        candidate->initial = strlen(candidate->name.given) == 1;
        make_profile(&nodes[i], pool, &candidate->profile);
    }
    qsort(candidates, count, sizeof *candidates, compare_candidates);
    return candidates;
}

static void person_add(Person *person, const Candidate *candidate, Pool *pool)
{
    bool known = candidate->bare && person->name_count > 0;
    for (size_t i = 0; i < person->name_count && !known; i++)
        known = person->signatures[i] == kb_hash_text(candidate->node->signature);
    if (!known) {
        size_t count = person->name_count++;
        PersonName *names = kb_pool_alloc(pool, count + 1, sizeof *names);
        uint64_t *signatures = kb_pool_alloc(pool, count + 1, sizeof *signatures);
        if (count) memcpy(names, person->names, count * sizeof *names);
        if (count) memcpy(signatures, person->signatures, count * sizeof *signatures);
        names[count] = candidate->name;
        signatures[count] = kb_hash_text(candidate->node->signature);
        person->names = names;
        person->signatures = signatures;
    }
    join_profiles(&person->profile, &candidate->profile, pool);
}

// The one person that a bare name may mean, because nobody else of that name is known or next to nobody; -1: several.
static int only_owner(const Person *people, const int *names, size_t count)
{
    int best = -1;
    uint64_t all = 0;
    for (size_t i = 0; i < count; i++) {
        if (people[i].unresolved || names[i] < SCORE_FAMILY) continue;
        all += people[i].profile.documents;
        if (best < 0 || people[i].profile.documents > people[best].profile.documents) best = (int)i;
    }
    if (best < 0) return -1;
    uint64_t others = all - people[best].profile.documents;
    return others * OWNER_DOMINANCE <= people[best].profile.documents ? best : -1;
}

// The person to join, or -1 for a new one, which is unresolved when several would do. names: [count], room for scores.
static int choose(const Candidate *candidate, const Person *people, size_t count, int *names, bool *unresolved)
{
    int best = -1, best_score = 0, second = 0;
    size_t possible = 0;
    *unresolved = candidate->bare && count > MOST_OWNERS;
    if (*unresolved) return -1;
    for (size_t i = 0; i < count; i++)
        names[i] = name_score(candidate, &people[i]);
    int owner = candidate->bare ? only_owner(people, names, count) : -1;
    for (size_t i = 0; i < count; i++) {
        if (names[i] < 0) continue;
        int score = person_score(candidate, &people[i], names[i], owner == (int)i);
        possible += score >= 0 && !people[i].unresolved;
        if (score > best_score)
            second = best_score, best = (int)i, best_score = score;
        else if (score > second)
            second = score;
    }
    bool clear = best_score >= SCORE_JOIN && best_score >= second + SCORE_MARGIN;
    *unresolved = !clear && possible > 1;
    return clear ? best : -1;
}

void kb_cluster_people(Node *nodes, size_t count, Pool *pool, Clusters *out)
{
    Candidate *candidates = make_candidates(nodes, count, pool);
    Person *people = kb_pool_alloc(pool, count, sizeof *people);
    int *names = kb_pool_alloc(pool, count, sizeof *names);
    *out = (Clusters){kb_pool_alloc(pool, count, sizeof *out->cluster), kb_pool_alloc(pool, count, 1), 0};
    for (size_t i = 0; i < count; i++) {
        bool unresolved = false;
        int person = choose(&candidates[i], people, out->count, names, &unresolved);
        if (person < 0) {
            person = (int)out->count++;
            people[person].unresolved = out->unresolved[person] = unresolved;
        }
        person_add(&people[person], &candidates[i], pool);
        out->cluster[candidates[i].node - nodes] = (uint32_t)person;
    }
}
