// Two readings of the posts of a document, the encoder's and the rules', made one.
// SPDX-License-Identifier: MIT
#include "ingest/role_merge.h"

#include <string.h>

#include "ingest/clause.h"
#include "ingest/role_handovers.h"
#include "ingest/roles.h"

// Thousandths of probability: of a holder whom the sentence does not mention, of one whom the encoder alone sees beside
// a likelier one, of one whom only the rules see, and of one who leads what has no name.
enum { CERTAIN = 900, SURE = 850, LIKELY = 150, LIKELIER = 500 };

enum { NEAR = 12 }; // roles of one title stand side by side

static bool same_post(const Role *rule, const Role *seen)
{
    if (rule->holder != seen->holder) return false;
    bool overlap = rule->token < seen->last && seen->token < rule->last;
    return overlap || (rule->sentence == seen->sentence && kb_text_equal(rule->title, seen->title));
}

// "senior official" of the encoder, "senior official on Russia and Europe" of the rules.
static bool extends(KbText longer, KbText title)
{
    return longer.length > title.length + 1 && memcmp(longer.data, title.data, title.length) == 0 &&
           longer.data[title.length] == ' ';
}

// "central bank governor" of the encoder, "governor" of the Bank of X of the rules.
static bool shortens(const RoleDraft *draft, KbText title)
{
    const Role *rule = &draft->role;
    return rule->organization >= 0 && !draft->pointed && draft->kind == LINK_BEFORE_NAME &&
           title.length > rule->title.length + 1 &&
           memcmp(title.data + title.length - rule->title.length, rule->title.data, rule->title.length) == 0;
}

// "interim coach" of the rules, "coach" of the encoder.
static bool prefixed(KbText longer, KbText title)
{
    size_t before = longer.length - title.length;
    bool ends = longer.length > title.length && memcmp(longer.data + before, title.data, title.length) == 0;
    KbText word = {longer.data, ends ? before - 1 : 0};
    return kb_text_equal(word, kb_text("acting")) || kb_text_equal(word, kb_text("interim")) ||
           kb_text_equal(word, kb_text("caretaker"));
}

// "top official" of the encoder with what "official for Asia" of the rules says further; NULL data: no such two.
static KbText completed(Document *d, KbText rule, KbText seen)
{
    static const char *const joints[] = {" of ", " for ", " on ", " to "};
    size_t core = rule.length;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        const char *at = memmem(rule.data, rule.length, joints[i], strlen(joints[i]));
        if (at && (size_t)(at - rule.data) < core) core = (size_t)(at - rule.data);
        if (memmem(seen.data, seen.length, joints[i], strlen(joints[i]))) return (KbText){NULL, 0};
    }
    bool ends = core < rule.length && seen.length > core + 1 && seen.data[seen.length - core - 1] == ' ' &&
                memcmp(seen.data + seen.length - core, rule.data, core) == 0;
    if (!ends) return (KbText){NULL, 0};
    char *title = arena_alloc(d->arena, seen.length + rule.length - core + 1, 1);
    memcpy(title, seen.data, seen.length);
    memcpy(title + seen.length, rule.data + core, rule.length - core);
    return (KbText){title, seen.length + rule.length - core};
}

// Where both see a post the encoder words it; the rules give its status, dates and polarity, its seat where they know
// one (rather than guess at what "its" points to), and what follows its title.
static void complete(Document *document, Role *seen, const RoleDraft *draft)
{
    const Role *rule = &draft->role;
    bool federal = kb_text_equal(rule->title, kb_text("u.s. attorney"));
    bool acting = rule->status != KB_ACTING && prefixed(rule->title, seen->title);
    if (federal || acting || extends(rule->title, seen->title) || shortens(draft, seen->title))
        seen->title = rule->title;
    if (federal) seen->organization = seen->place = seen->person = KB_NONE;
    KbText further = completed(document, rule->title, seen->title);
    if (further.data) seen->title = further;
    memcpy(seen->start, rule->start, sizeof seen->start);
    memcpy(seen->end, rule->end, sizeof seen->end);
    seen->polarity = rule->polarity;
    bool vague = rule->status == KB_DESIGNATE && (seen->status == KB_NOMINEE || seen->status == KB_FORMER);
    if (!vague) seen->status = rule->status;
    if ((draft->classes & TITLE_POST) && rule->status == KB_NOMINEE) seen->person = KB_NONE; // "Poe's nominee for"
    if (draft->alone) seen->organization = seen->place = seen->person = KB_NONE;
    bool towns = rule->organization >= 0 && seen->place >= 0; // "the charity's director" is of no town
    if (role_held(rule) && (towns || !(draft->pointed && role_held(seen))))
        seen->organization = rule->organization, seen->place = rule->place, seen->person = rule->person;
}

// The first of the drafts, which are in the order of their sentences, that may share words with a post of the sentence.
static size_t first_near(const RoleDraft *rules, size_t count, uint32_t sentence)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (rules[middle].role.sentence + 1 < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// The rule's draft of the same post, by which `seen` is completed; NULL: the rules do not see it.
static const RoleDraft *confirm(Document *document, Role *seen, const RoleDraft *rules, size_t count, bool *used)
{
    const RoleDraft *found = NULL;
    for (size_t k = first_near(rules, count, seen->sentence); k < count; k++) {
        if (rules[k].role.sentence > seen->sentence + 1) break;
        if (!same_post(&rules[k].role, seen)) continue;
        if (!used[k]) complete(document, seen, &rules[k]);
        used[k] = true;
        if (!found) found = &rules[k];
    }
    return found;
}

// The unit of the title's head: "president" in "vice president for operations".
static const Unit *head_of(const RoleMaker *maker, const Role *role)
{
    const Units *units = &maker->units;
    uint32_t first = units->of_token[role->token], last = units->of_token[role->last - 1];
    const Unit *head = &units->items[last];
    for (uint32_t i = first; i <= last; i++) {
        if (i > first && unit_in(units, i, "|of|for|on|in|at|to|from|")) break;
        if (units->items[i].classes & TITLE_HEAD) head = &units->items[i];
    }
    return head;
}

static void add_seen(RoleMaker *maker, const Role *seen, const RoleDraft *rule)
{
    const Unit *head = head_of(maker, seen);
    const Document *document = maker->document;
    bool verb = document->tokens[seen->token].pos == POS_VERB &&
                !kb_text_equal(document->tokens[seen->token].lower, seen->title);
    LinkKind kind = verb ? LINK_VERB : LINK_PREDICATE;
    RoleDraft draft = {*seen, head->classes, head->title, (uint8_t)kind, false, false, false, false, false, false};
    if (rule) draft = *rule, draft.role = *seen;
    ARENA_PUSH(maker->document->arena, maker->drafts, maker->count, maker->room, draft);
}

// The words are somebody else's post of the same time: "X, the chairman, left. (Photo: Y)".
static bool taken(const Role *seen, const Role *confirmed)
{
    return confirmed && confirmed->token == seen->token && confirmed->status == seen->status;
}

// No other, but one who is succeeded in it, holds the words more likely.
static bool likeliest(const Document *d, const Role *seen, size_t count, size_t i)
{
    for (size_t k = i > NEAR ? i - NEAR : 0; k < count && k < i + NEAR; k++)
        if (seen[k].token == seen[i].token && seen[k].confidence > seen[i].confidence &&
            succeeded_as(d, &seen[k]) != seen[k].holder)
            return false;
    return true;
}

// "President Poe", "Poe will succeed X as president": the form leaves no doubt.
static bool plain(const Document *d, const RoleDraft *draft)
{
    return draft->kind == LINK_BEFORE_NAME || draft->kind == LINK_AHEAD || succeeded_as(d, &draft->role) >= 0;
}

// How likely the encoder must find a post of the rules: anything may be led, a walkout and a ticket too.
static uint16_t least(const RoleDraft *draft)
{
    return leads_unnamed(draft) ? LIKELIER : LIKELY;
}

// The words stand before somebody else's name: "President Poe's adviser X".
static bool stands_before_another(const Role *seen, const RoleDraft *rules, size_t count)
{
    for (size_t k = first_near(rules, count, seen->sentence); k < count; k++) {
        const Role *rule = &rules[k].role;
        if (rule->sentence > seen->sentence + 1) break;
        bool same = rule->token < seen->last && seen->token < rule->last;
        if (same && rules[k].introduces && rule->holder != seen->holder) return true;
    }
    return false;
}

// "X, a deputy from Constanta and once a schoolteacher": said of X, whom the sentence names, not of somebody before.
static const RoleDraft *apposed_to_another(const Document *d, const Role *seen, const RoleDraft *rules, size_t count,
                                           const bool *used)
{
    if (document_mentions_in(d, &d->sentences[seen->sentence], seen->holder)) return NULL;
    for (size_t k = first_near(rules, count, seen->sentence); k < count; k++) {
        const Role *rule = &rules[k].role;
        if (rule->sentence > seen->sentence) break;
        bool same = rule->sentence == seen->sentence && rule->token < seen->last && seen->token < rule->last;
        if (same && !used[k] && rules[k].kind == LINK_APPOSITION && rule->holder != seen->holder) return &rules[k];
    }
    return NULL;
}

// The token before what describes a noun: over adjectives, nouns and nationalities, not over names.
static uint32_t before_noun(const Document *d, uint32_t token)
{
    enum { DESCRIBING = 5 };
    uint32_t first = d->sentences[d->tokens[token].sentence].first;
    for (unsigned i = 0; i < DESCRIBING && token > first; i++) {
        uint8_t pos = d->tokens[token - 1].pos;
        bool describes = pos == POS_ADJ || pos == POS_NOUN || pos == POS_DET || pos == POS_NUM ||
                         document_demonym_at(d, token - 1) >= 0;
        if (!describes || document_mention_at(d, token - 1) >= 0) break;
        token--;
    }
    return token > first ? token - 1 : token;
}

// The chain of the mention that covers the token; -1: none.
static int32_t chain_at(const Document *d, uint32_t token)
{
    int32_t mention = document_mention_at(d, token);
    return mention < 0 ? KB_NONE : d->mentions[mention].chain;
}

// "his chief of staff", "Clinton's adviser": nobody holds a post under himself.
static bool is_own(const Document *d, const Role *role)
{
    uint32_t token = before_noun(d, role->token);
    if (token_in(d, token, "|'s|'|") && token) token--;
    return token < role->token && chain_at(d, token) == role->holder &&
           (token_in(d, token, "|his|her|my|our|") || token_in(d, token + 1, "|'s|'|"));
}

// "air marshal", "rear admiral": ranks of several words.
static bool is_rank(KbText title)
{
    static const char before[] = "|air|field|wing|group|flight|squadron|rear|vice|lance|petty|staff|warrant|chief|"
                                 "brigadier|first|second|senior|master|lieutenant|major|flying|pilot|",
                      last[] = "|marshal|admiral|commodore|sergeant|lieutenant|corporal|general|colonel|major|captain|";
    size_t at = 0, words = 0;
    for (size_t end = 0; end < title.length; at = end + 1, words++) {
        for (end = at; end < title.length && title.data[end] != ' ';)
            end++;
        bool ends = end == title.length;
        if (!word_among((KbText){title.data + at, end - at}, ends ? last : before)) return false;
    }
    return words > 1;
}

// "Air Marshal Sir X": no post, other than "a retired air marshal".
static bool is_bare_rank(const Document *d, const Role *role)
{
    uint32_t name = role->last + token_in(d, role->last, "|sir|lord|dame|");
    return is_rank(role->title) && chain_at(d, name) == role->holder;
}

// "a spokesman for Prime Minister X": X has one, and is none.
static bool is_for(const Document *d, const Role *role)
{
    enum { REACH = 5 };
    uint32_t token = role->last;
    if (!token_in(d, token, "|for|to|of|")) return false;
    for (uint32_t i = token + 1; i < d->token_count && i <= token + REACH; i++) {
        int32_t chain = chain_at(d, i);
        if (chain >= 0 && d->chains[chain].type == KB_PERSON) return chain == role->holder;
        if (chain < 0 && d->tokens[i].pos != POS_NOUN && d->tokens[i].pos != POS_PROPN && d->tokens[i].pos != POS_ADJ)
            return false;
    }
    return false;
}

// "Halvorsen Marine, a shipbuilder": said of the body, unless a name follows ("Acme, the chairman, Jane Doe").
static bool is_of_body(const Document *d, const Role *role)
{
    uint32_t comma = before_noun(d, role->token);
    int32_t chain = comma && token_is(d, comma, ",") ? chain_at(d, comma - 1) : KB_NONE;
    if (chain < 0 || d->chains[chain].type != KB_ORGANIZATION) return false;
    int32_t after = token_is(d, role->last, ",") ? chain_at(d, role->last + 1) : chain_at(d, role->last);
    return after != role->holder;
}

// Words without a verb: "Staff Writer", below the name of who wrote.
static bool is_line(const Document *d, uint32_t sentence)
{
    for (uint32_t token = d->sentences[sentence].first; token < d->sentences[sentence].last; token++)
        if (d->tokens[token].pos == POS_VERB || d->tokens[token].pos == POS_AUX) return false;
    return true;
}

// The nearest that the article says of the holder is that he wrote it: "By Jane Doe // The head of the agency
// resigned".
static bool is_of_writer(const Document *d, const Role *role)
{
    for (size_t i = document_mentions_from(d, d->sentences[role->sentence].last); i-- > 0;) {
        uint32_t sentence = d->tokens[d->mentions[i].first].sentence;
        if (d->mentions[i].chain == role->holder)
            return sentence != role->sentence && sentence_is_byline(d, sentence) && !is_line(d, role->sentence);
        if (sentence + NEAR < role->sentence) break;
    }
    return false;
}

// The sentence does not speak of the holder: "X's lawyer did not return a call. Y, who ..." is a guess.
static bool is_absent(const Document *d, const Role *role)
{
    return !document_mentions_in(d, &d->sentences[role->sentence], role->holder);
}

// "X, the group's lawyers in Toronto": a plural in apposition to one name is no person's, but a firm's.
static bool is_plural_of_one(const Document *d, const Role *role)
{
    enum { BACK = 6 };
    uint32_t first = d->sentences[role->sentence].first, comma = role->token, head = role->token;
    while (head + 1 < role->last && !token_in(d, head + 1, "|of|for|in|at|to|"))
        head++;
    if (!token_is_plural(d, head)) return false;
    while (comma > first && role->token - comma < BACK && !token_is(d, comma, ","))
        comma--;
    int32_t index = comma > first && token_is(d, comma, ",") ? document_mention_at(d, comma - 1) : KB_NONE;
    if (index < 0 || d->mentions[index].chain != role->holder || d->mentions[index].last != comma) return false;
    uint32_t name = d->mentions[index].first;
    return name == first || !token_in(d, name - 1, "|and|&|");
}

// "was a nephew of the former vice president": the post is the other's.
static bool is_of_kin(const Document *d, const Role *role)
{
    uint32_t first = d->sentences[role->sentence].first, of = role->token;
    while (of > first && token_in(d, of - 1, "|the|a|an|former|late|then|current|first|ex|"))
        of--;
    return of > first + 2 && token_is(d, of - 1, "of") && (title_word(d->tokens[of - 2].lower) & TITLE_KIN) &&
           chain_at(d, role->last) != role->holder;
}

// "coached him as a boy": a coach is of a team. "have had five coaches": of nobody.
static bool is_no_coach(const Document *d, const Role *role)
{
    bool verb = token_in(d, role->token, "|coached|coaches|coaching|");
    bool counted = role->token && d->tokens[role->token - 1].pos == POS_NUM && token_is_plural(d, role->token);
    return (verb && role->person >= 0) || counted;
}

static bool is_impossible(const Document *d, const Role *role)
{
    if (role->confidence < CERTAIN && is_absent(d, role)) return true;
    return succeeded_as(d, role) == role->holder || is_own(d, role) || is_for(d, role) || is_plural_of_one(d, role) ||
           is_of_kin(d, role) || is_no_coach(d, role) || is_of_body(d, role) || is_of_writer(d, role);
}

// "dean of arts and chairman of the committee": two posts of one holder, which the rules tell apart.
static bool is_two_posts(const Role *seen, const RoleDraft *rules, size_t count, bool *plainly)
{
    size_t found = 0;
    if (!memmem(seen->title.data, seen->title.length, " and ", 5)) return false;
    for (unsigned pass = 0; pass < 2; pass++) {
        for (size_t k = first_near(rules, count, seen->sentence); k < count; k++) {
            const Role *rule = &rules[k].role;
            if (rule->sentence > seen->sentence) break;
            bool inside = rule->holder == seen->holder && rule->token < seen->last && seen->token < rule->last;
            found += inside && !pass;
            if (inside && pass) plainly[k] = true;
        }
        if (found < 2) return false;
    }
    return true;
}

void roles_merge(RoleMaker *maker, RoleScorer *scorer)
{
    Role *seen;
    size_t count = role_scorer_find(scorer, &seen), rules = maker->count;
    RoleDraft *drafts = maker->drafts;
    bool *used = arena_alloc(maker->document->arena, rules + 1, sizeof *used);
    bool *plainly = arena_alloc(maker->document->arena, rules + 1, sizeof *plainly); // the encoder errs of the holder
    const RoleDraft **confirmed = arena_alloc(maker->document->arena, count + 1, sizeof *confirmed);
    maker->drafts = NULL;
    maker->count = maker->room = 0;
    bool *split = arena_alloc(maker->document->arena, count + 1, sizeof *split);
    for (size_t i = 0; i < count; i++) {
        split[i] = is_two_posts(&seen[i], drafts, rules, plainly);
        confirmed[i] = split[i] ? NULL : confirm(maker->document, &seen[i], drafts, rules, used);
    }
    for (size_t i = 0; i < count; i++) {
        bool elsewhere = false;
        for (size_t k = i > NEAR ? i - NEAR : 0; k < count && k < i + NEAR; k++)
            elsewhere = elsewhere || taken(&seen[i], confirmed[k] ? &seen[k] : NULL);
        if (split[i] || title_is_tie(seen[i].title) || is_bare_rank(maker->document, &seen[i]) ||
            (!confirmed[i] && is_impossible(maker->document, &seen[i])))
            continue;
        const RoleDraft *apposed =
            confirmed[i] ? NULL : apposed_to_another(maker->document, &seen[i], drafts, rules, used);
        if (apposed) {
            plainly[apposed - drafts] = true;
            continue;
        }
        bool enough = seen[i].confidence >= SURE || likeliest(maker->document, seen, count, i);
        if (confirmed[i] || (enough && !elsewhere && !stands_before_another(&seen[i], drafts, rules)))
            add_seen(maker, &seen[i], confirmed[i]);
    }
    for (size_t k = 0; k < rules; k++)
        if (!used[k] && (plainly[k] || plain(maker->document, &drafts[k]) ||
                         role_scorer_holder(scorer, drafts[k].role.token, drafts[k].role.holder) >= least(&drafts[k])))
            ARENA_PUSH(maker->document->arena, maker->drafts, maker->count, maker->room, drafts[k]);
}
