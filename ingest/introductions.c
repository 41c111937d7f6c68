// Leads that describe a person, and the sentence behind them that gives the name.
// SPDX-License-Identifier: MIT
#include "ingest/introductions.h"

#include "ingest/clause.h"
#include "ingest/title_words.h"

enum { TITLE_REACH = 4, OPENING = 8 };

struct Introductions {
    const Document *document;
    uint32_t *named; // [chains] the token at which each is named first in running text
    uint32_t lead;   // the last sentence that counts as the lead
};

// A headline names who the story is about before the lead describes him.
static bool is_headline(const Document *d, const Sentence *s)
{
    return s->paragraph == 0 && !token_in(d, s->last - 1, "|.|\"|\xe2\x80\x9d|");
}

// The subject of the sentence's main verb, which may stand behind a dateline; NO_TOKEN: none.
static uint32_t subject_of(const Document *d, const Sentence *s)
{
    for (uint32_t i = s->first; i < s->last; i++) {
        uint32_t verb = d->tokens[i].head;
        if (verb < d->token_count && dep_in(d, verb, "|nsubj|nsubj:pass|")) // "the chief of staff" taken for a clause
            verb = d->tokens[verb].head;
        if (verb < d->token_count && verb != i && dep_in(d, i, "|nsubj|nsubj:pass|"))
            return dep_in(d, verb, "|root|parataxis|conj|") ? i : NO_TOKEN;
    }
    return NO_TOKEN;
}

// The second sentence of running text: a story may have a line of summary before its lead.
static uint32_t lead_of(const Document *d)
{
    unsigned sentences = 0;
    for (uint32_t i = 0; i < d->sentence_count && i < OPENING; i++)
        if (!is_headline(d, &d->sentences[i]) && subject_of(d, &d->sentences[i]) != NO_TOKEN && ++sentences == 2)
            return i;
    return 0;
}

Introductions *introductions_new(Document *document)
{
    Introductions *in = arena_alloc(document->arena, 1, sizeof *in);
    *in = (Introductions){document, arena_alloc(document->arena, document->chain_count + 1, sizeof(uint32_t)),
                          lead_of(document)};
    for (size_t i = 0; i < document->chain_count; i++)
        in->named[i] = NO_TOKEN;
    for (size_t i = document->mention_count; i-- > 0;) {
        const Mention *name = &document->mentions[i];
        bool title = is_headline(document, &document->sentences[document->tokens[name->first].sentence]);
        if (name->chain >= 0 && !title) in->named[name->chain] = name->first;
    }
    return in;
}

// Nouns of people that are no titles.
static const char people[] =
    "|man|woman|boy|girl|teenager|resident|native|suspect|dissident|activist|politician|soldier|officer|passenger|"
    "student|worker|employee|executive|official|survivor|victim|witness|juror|defendant|prisoner|inmate|refugee|"
    "migrant|billionaire|millionaire|tycoon|veteran|pensioner|mother|father|widow|widower|aide|ally|star|legend|"
    "candidate|contender|nominee|defector|whistleblower|whistle-blower|militant|commander|leader|";

static bool is_person_noun(const Document *d, uint32_t token)
{
    uint32_t classes = title_word(d->tokens[token].lower);
    return !(classes & TITLE_PLURAL) && !token_is_plural(d, token) &&
           ((classes & (TITLE_HEAD | TITLE_RANK)) || token_in(d, token, people));
}

// The first token of the phrase whose noun stands behind a name: "a former Toledo | treasurer".
static uint32_t before_name(const Document *d, uint32_t first)
{
    int32_t at = first ? document_mention_at(d, first - 1) : -1;
    uint32_t least = d->sentences[d->tokens[first].sentence].first;
    if (at < 0 || d->mentions[at].last != first || d->mentions[at].type == KB_PERSON) return first;
    uint32_t start = d->mentions[at].first;
    while (start > least && (d->tokens[start - 1].pos == POS_ADJ || d->tokens[start - 1].pos == POS_NOUN))
        start--;
    return start > least && d->tokens[start - 1].pos == POS_DET ? start - 1 : start;
}

// "a banker", "the governor of Kenya's central bank", "Brazil's president": not "the banker", who is known already.
static bool describes(const Document *d, uint32_t first, uint32_t last)
{
    first = before_name(d, first);
    if (token_in(d, first, "|a|an|")) return true;
    bool owned = first && token_in(d, first - 1, "|'s|'|");
    bool office = last - first > 2 && (title_word(d->tokens[last - 1].lower) & TITLE_POST);
    return owned || (token_in(d, first, "|the|") && (office || token_in(d, last, "|of|for|to|at|in|who|")));
}

static bool is_person(const Document *d, uint32_t token)
{
    int32_t at = document_mention_at(d, token);
    return at >= 0 && d->mentions[at].type == KB_PERSON;
}

// "the director of the firm, John Poe, said": he is named at once.
static bool is_named_at_once(const Document *d, uint32_t noun)
{
    const Sentence *s = &d->sentences[d->tokens[noun].sentence];
    for (uint32_t i = noun + 1; i < s->last; i++) {
        if (d->tokens[i].head == noun && dep_in(d, i, "|appos|flat|") && is_person(d, i)) return true;
        if (i + 1 < s->last && token_is(d, i, ",") && is_person(d, i + 1)) {
            int32_t at = document_mention_at(d, i + 1);
            if (token_in(d, d->mentions[at].last, "|,|.|")) return true;
        }
        if (d->tokens[i].pos == POS_VERB && d->tokens[noun].head == i) break;
    }
    return false;
}

// "Spokeswoman Ann Poe said", "Deputy Minister Poe": another than the judge or minister of the lead.
static bool has_other_title(const Document *d, const Mention *name, uint32_t noun)
{
    static const char ranks[] = "|deputy|vice|assistant|former|ex|";
    uint32_t first = d->sentences[d->tokens[name->first].sentence].first, token = name->first;
    if (token > first && token_in(d, token - 1, "|mr.|mrs.|ms.|mr|mrs|ms|dr.|dr|sir|")) token--;
    bool titled = token > first && (d->tokens[token - 1].pos == POS_NOUN || d->tokens[token - 1].pos == POS_PROPN ||
                                    d->tokens[token - 1].pos == POS_ADJ || d->tokens[token - 1].pos == POS_X);
    for (uint32_t i = token; titled && i-- > first && token - i <= TITLE_REACH;)
        if (kb_text_equal(d->tokens[i].lower, d->tokens[noun].lower))
            return i > first && token_in(d, i - 1 - (i > first + 1), ranks) && !token_in(d, noun - 1, ranks);
    return titled;
}

// "John Poe, who was her deputy": another than the minister of the lead.
static bool was_other(const Document *d, const Mention *name, uint32_t noun)
{
    enum { CLAUSE = 6 };
    uint32_t token = name->last;
    if (!token_is(d, token, ",") || !token_is(d, token + 1, "who") || !token_in(d, token + 2, "|was|is|served|had|"))
        return false;
    for (uint32_t i = token + 3; i < token + CLAUSE && i < d->token_count; i++)
        if (kb_text_equal(d->tokens[i].lower, d->tokens[noun].lower))
            return token_in(d, i - 1, "|deputy|vice|");
        else if (title_word(d->tokens[i].lower) & TITLE_POST)
            return true;
    return false;
}

// "John Poe reports from Miami": who wrote it, or read it out.
static bool is_reporter(const Document *d, const Mention *name)
{
    return token_in(d, name->last, "|reports|has|have|filed|") &&
           (token_in(d, name->last + 1, "|from|for|on|this|the|more|") ||
            token_in(d, name->last + 2, "|report|story|"));
}

static const Mention *named_next(const Introductions *in, uint32_t sentence, uint32_t noun)
{
    const Document *d = in->document;
    if (sentence >= d->sentence_count) return NULL;
    const Sentence *s = &d->sentences[sentence];
    uint32_t subject = subject_of(d, s);
    int32_t at = subject == NO_TOKEN ? -1 : document_mention_at(d, subject);
    const Mention *name = at < 0 ? NULL : &d->mentions[at];
    if (!name || name->type != KB_PERSON || name->chain < 0 || name->first > s->first + OPENING) return NULL;
    bool full = name->last - name->first > 1, opens = !token_in(d, s->first, "|meanwhile|elsewhere|separately|also|");
    return full && opens && in->named[name->chain] == name->first && !has_other_title(d, name, noun) &&
                   !was_other(d, name, noun) && !is_reporter(d, name)
               ? name
               : NULL;
}

bool in_lead(const Introductions *in, uint32_t token)
{
    return token < in->document->token_count && in->document->tokens[token].sentence <= in->lead;
}

int32_t introduced(const Introductions *in, uint32_t first, uint32_t last)
{
    const Document *d = in->document;
    uint32_t noun = last - 1;
    if (!in_lead(in, noun) || token_in(d, noun, "|spokesman|spokeswoman|spokesperson|")) return KB_NONE;
    uint32_t sentence = d->tokens[noun].sentence;
    if (!is_person_noun(d, noun) || !describes(d, first, last)) return KB_NONE;
    if (subject_of(d, &d->sentences[sentence]) != noun || is_named_at_once(d, noun)) return KB_NONE;
    const Mention *name = named_next(in, sentence + 1, noun);
    return name ? name->chain : KB_NONE;
}
