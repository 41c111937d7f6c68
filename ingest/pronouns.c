// Pronouns of one person (he, she, his, her...) to the chain they stand for, by gender, nearness and subjecthood.
// SPDX-License-Identifier: MIT
//
// Candidates are the persons named or already pronominalised in this sentence before the pronoun and in the two
// sentences before it. score = nearness of the sentence + subject bonus - penalty of possessors and objects.
#include "ingest/chains.h"
#include "ingest/clause.h"

enum { REACH = 2, TOPIC_REACH = 8, TOPIC_BONUS = 5, MENTION_REACH = 150, FAR = -100, CANDIDATES = 24 };

static const struct {
    const char *word;
    KbGender gender;
} pronouns[] = {
    {"he", KB_MALE},    {"him", KB_MALE},   {"his", KB_MALE},    {"himself", KB_MALE},
    {"she", KB_FEMALE}, {"her", KB_FEMALE}, {"hers", KB_FEMALE}, {"herself", KB_FEMALE},
};

KbGender pronoun_gender(KbText lower)
{
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (kb_text_equal(lower, kb_text(pronouns[i].word))) return pronouns[i].gender;
    return KB_GENDER_UNKNOWN;
}

typedef struct Candidate {
    int32_t chain;
    int score;
    int times; // mentions in the wider neighbourhood: the topic of the text comes back
} Candidate;

static bool before_in(const Document *document, uint32_t token, const char *words)
{
    return token && word_among(document->tokens[token - 1].lower, words);
}

// How much a mention looks like a subject: at the sentence's start or before a verb, not a possessor, not an object.
static int prominence(const Document *document, const Mention *mention, bool first_person)
{
    int score = first_person ? 6 : 0;
    if (token_is(document, mention->last, "'s") || token_is(document, mention->last, "\xe2\x80\x99s")) score -= 3;
    if (before_in(document, mention->first, "|of|to|for|with|by|from|against|about|than|on|in|under|between|at|"))
        score -= 5;
    if (mention->last < document->token_count) {
        const Token *next = &document->tokens[mention->last];
        if (next->pos == POS_VERB || next->pos == POS_AUX) score += 4;
        if (before_in(document, mention->last + 1, "|said|says|told|was|is|had|has|who|")) score += 3;
    }
    if (before_in(document, mention->first, "|said|says|added|")) score += 4;
    return score;
}

static void vote(Candidate *list, size_t *count, int32_t chain, int score)
{
    size_t i = 0;
    while (i < *count && list[i].chain != chain)
        i++;
    if (i == CANDIDATES) return;
    if (i == *count) list[(*count)++] = (Candidate){chain, score, 0};
    if (score > list[i].score) list[i].score = score;
    list[i].times++;
}

// Leaves those named near enough, with the bonus of the topic.
static size_t settle(Candidate *list, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (list[i].score == FAR) continue;
        list[kept] = list[i];
        list[kept++].score += list[i].times < TOPIC_BONUS ? list[i].times : TOPIC_BONUS;
    }
    return kept;
}

// The subject of "him": nothing between the two ends its clause.
static bool is_clause_mate(const Document *document, const Mention *mention, uint32_t token)
{
    if (!token_is(document, token, "him")) return false;
    for (uint32_t i = mention->last; i < token; i++)
        if (before_in(document, i + 1,
                      "|,|that|who|and|said|says|when|after|before|because|if|as|whose|;|:|while|but|"))
            return false;
    return true;
}

static size_t candidates(const Document *document, uint32_t token, KbGender gender, Candidate *list)
{
    uint32_t sentence = document->tokens[token].sentence;
    uint32_t from = sentence >= TOPIC_REACH ? sentence - TOPIC_REACH : 0, last_sentence = UINT32_MAX;
    size_t count = 0;
    size_t first = document_mentions_from(document, document->sentences[from].first),
           end = document_mentions_from(document, token);
    if (end > first + MENTION_REACH) first = end - MENTION_REACH;
    for (size_t i = first; i < end; i++) {
        const Mention *mention = &document->mentions[i];
        if (mention->type != KB_PERSON || mention->chain < 0) continue;
        uint32_t at = document->tokens[mention->first].sentence;
        bool first_person = at != last_sentence;
        last_sentence = at;
        KbGender known = (KbGender)document->chains[mention->chain].gender;
        if ((known && known != gender) || sentence_is_byline(document, at)) continue;
        if (at == sentence && is_clause_mate(document, mention, token)) continue;
        if (at + REACH < sentence) {
            vote(list, &count, mention->chain, FAR);
            continue;
        }
        int near = at == sentence ? 12 : at + 1 == sentence ? 9 : 2;
        vote(list, &count, mention->chain,
             near + prominence(document, mention, first_person) + (known == gender ? 4 : 0));
    }
    return settle(list, count);
}

static bool resolvable(const Document *document, uint32_t token, KbGender *gender)
{
    if (token >= document->token_count || !document->sentence_count) return false;
    *gender = pronoun_gender(document->tokens[token].lower);
    return *gender != KB_GENDER_UNKNOWN;
}

static int32_t best_candidate(const Document *document, uint32_t token, KbGender gender, int32_t besides)
{
    Candidate list[CANDIDATES];
    size_t count = candidates(document, token, gender, list);
    int32_t best = KB_NONE;
    int score = 0;
    for (size_t i = 0; i < count; i++)
        if (list[i].chain != besides && (best < 0 || list[i].score > score))
            best = list[i].chain, score = list[i].score;
    return best;
}

// The first pronoun of the same gender earlier in the sentence stands for the same person more often than any name.
static uint32_t first_pronoun(const Document *document, uint32_t token, KbGender gender)
{
    uint32_t first = document->sentences[document->tokens[token].sentence].first;
    for (uint32_t i = first; i < token; i++) {
        int32_t mention = document_mention_at(document, i);
        bool name = mention >= 0 && document->mentions[mention].kind == KB_NAME;
        if (name && document->mentions[mention].type == KB_PERSON) return token;
        if (pronoun_gender(document->tokens[i].lower) == gender) return i;
    }
    return token;
}

int32_t pronoun_chain(const Document *document, uint32_t token)
{
    KbGender gender;
    if (!resolvable(document, token, &gender)) return KB_NONE;
    token = first_pronoun(document, token, gender);
    int32_t mention = document_mention_at(document, token);
    if (mention >= 0) return document->mentions[mention].chain;
    return best_candidate(document, token, gender, KB_NONE);
}

int32_t pronoun_chain_besides(const Document *document, uint32_t token, int32_t chain)
{
    KbGender gender;
    if (!resolvable(document, token, &gender)) return KB_NONE;
    int32_t mention = document_mention_at(document, token);
    if (mention >= 0 && document->mentions[mention].chain != chain) return document->mentions[mention].chain;
    return best_candidate(document, token, gender, chain);
}

// The one candidate, or the one that is ahead of all others by a clear margin; -1: none is.
static int32_t clear_antecedent(const Document *document, uint32_t token, KbGender gender)
{
    Candidate list[CANDIDATES];
    size_t count = candidates(document, token, gender, list), best = 0;
    if (!count) return KB_NONE;
    for (size_t i = 1; i < count; i++)
        if (list[i].score > list[best].score) best = i;
    for (size_t i = 0; i < count; i++)
        if (i != best && list[best].score < list[i].score + 4) return KB_NONE;
    return list[best].chain;
}

// Persons whose names leave their gender open take that of the pronouns that would stand for them, where most agree.
static void guess_genders(Document *document)
{
    uint32_t(*votes)[2] = arena_alloc(document->arena, document->chain_count + 1, sizeof *votes);
    for (uint32_t token = 0; token < document->token_count; token++) {
        KbGender gender;
        if (!resolvable(document, token, &gender)) continue;
        int32_t chain = best_candidate(document, token, gender, KB_NONE);
        if (chain >= 0) votes[chain][gender == KB_FEMALE]++;
    }
    for (size_t i = 0; i < document->chain_count; i++) {
        Chain *chain = &document->chains[i];
        uint32_t male = votes[i][0], female = votes[i][1];
        if (chain->gender || chain->type != KB_PERSON) continue;
        if (male > 1 && !female) chain->gender = KB_MALE;
        if (female > 1 && !male) chain->gender = KB_FEMALE;
    }
}

void pronouns_resolve(Document *document)
{
    guess_genders(document);
    Mention *names = document->mentions;
    size_t name_count = document->mention_count, next = 0, room = 0;
    document->mentions = NULL;
    document->mention_count = 0;
    for (uint32_t token = 0; token < document->token_count; token++) {
        while (next < name_count && names[next].first <= token) {
            ARENA_PUSH(document->arena, document->mentions, document->mention_count, room, names[next]);
            next++;
        }
        KbGender gender;
        if (!resolvable(document, token, &gender) || document_mention_at(document, token) >= 0) continue;
        int32_t chain = clear_antecedent(document, token, gender);
        if (chain < 0) continue;
        Mention mention = {
            .first = token, .last = token + 1, .head = token, .kind = KB_PRONOUN, .type = KB_PERSON, .chain = chain};
        ARENA_PUSH(document->arena, document->mentions, document->mention_count, room, mention);
        if (!document->chains[chain].gender) document->chains[chain].gender = (uint8_t)gender;
    }
    for (; next < name_count; next++)
        ARENA_PUSH(document->arena, document->mentions, document->mention_count, room, names[next]);
}
