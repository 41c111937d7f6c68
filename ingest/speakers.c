// Speakers of quotations: as the words around the marks tell it, or as it carries over from before.
// SPDX-License-Identifier: MIT
#include "ingest/speakers.h"

#include "ingest/chains.h"
#include "ingest/clause.h"
#include "ingest/quote_phrases.h"
#include "ingest/quote_sources.h"
#include "ingest/quote_topics.h"
#include "ingest/quote_turns.h"
#include "ingest/quote_writings.h"
#include "ingest/quotes.h"
#include "ingest/sayings.h"
#include "ingest/speaker_pronouns.h"

enum { LONG_SPEECH = 4, LIST_ITEMS = 12 };
// Mentions looked through at most, so that a long document stays linear.
enum { MENTION_REACH = 200 };

typedef struct Speakers {
    Document *document;
    bool *behind;  // [quote_count] "..., she said": the words after it say who
    bool *carried; // [quote_count] nothing around it says who
    Frame *frames; // [quote_count] the words after it, up to the next mark or the end of the sentence
    int32_t *said; // [token_count] chain of the speaker that a pronoun stands for; -1: of none
} Speakers;

// ---------------------------------------------------------------------------------------------- what carries over

static uint32_t word_count(const Document *d, const Quote *quote)
{
    uint32_t words = 0;
    for (uint32_t t = quote->first; t < quote->last; t++)
        words += d->tokens[t].pos != POS_PUNCT && !token_in(d, t, "|,|.|?|!|-|:|;|n't|'s|'re|'ll|'ve|'m|'d|");
    return words;
}

static unsigned times_mentioned(const Document *d, int32_t chain, size_t first, size_t last)
{
    unsigned times = 0;
    for (size_t i = first; i < last; i++)
        times += d->mentions[i].chain == chain;
    return times;
}

// The person most often mentioned up to the token, the first of several.
static int32_t main_person(const Document *d, uint32_t token)
{
    size_t last = document_mentions_from(d, token), first = last > MENTION_REACH ? last - MENTION_REACH : 0;
    unsigned most = 0;
    int32_t best = KB_NONE;
    for (size_t i = first; i < last; i++) {
        const Mention *mention = &d->mentions[i];
        if (mention->type != KB_PERSON || mention->chain < 0 || mention->chain == best) continue;
        unsigned times = times_mentioned(d, mention->chain, first, last);
        if (times <= most) continue;
        most = times;
        best = mention->chain;
    }
    return best;
}

// "Hay wanted to know who had won. "We did," said Poe.": who asked what the quotation answers, besides `chain`.
static int32_t asked_before(const Document *d, const Quote *answer, int32_t chain)
{
    uint32_t begin = frame_before(d, answer).first;
    Frame question = frame_ending(d, begin, paragraph_begins(d, begin));
    Frame first = frame_ending(d, question.first, false);
    for (uint32_t t = first.first < first.last ? first.first : question.first; t < question.last; t++) {
        bool asks = token_in(d, t, "|asked|asks|wondered|wonders|inquired|wanted|wants|");
        if (!asks || document_quote_at(d, t) >= 0 || is_passive(d, t)) continue;
        if (token_in(d, t, "|wanted|wants|") && !(token_is(d, t + 1, "to") && token_is(d, t + 2, "know"))) continue;
        bool second = token_has_tree(d, t) && dep_in(d, t, "|conj|"); // "Hay rose and asked him ..."
        uint32_t subject = second ? subject_by_tree(d, t) : subject_own(d, t, question.first);
        int32_t asker = subject != NO_TOKEN ? head_chain(d, subject) : KB_NONE;
        if (asker >= 0 && asker != chain && d->chains[asker].type == KB_PERSON) return asker;
    }
    return KB_NONE;
}

// The other of two who talk: who spoke last besides `chain` before quotation i, or whom that talk begins with.
static int32_t other_speaker(const Document *d, size_t i, int32_t chain)
{
    size_t first = i;
    int32_t other = i && d->quotes[i - 1].speaker == chain ? asked_before(d, &d->quotes[i - 1], chain) : KB_NONE;
    if (other < 0) other = turns_other(d, &d->quotes[i], chain);
    while (first && i - first < QUOTE_REACH && turns_paragraphs(d, &d->quotes[first - 1], &d->quotes[first]) < 2)
        first--;
    const Quote *talk = &d->quotes[first];
    if (other < 0) other = topic_before(d, talk, frame_before(d, talk).first, KB_GENDER_UNKNOWN, true);
    return other >= 0 && other != chain ? other : KB_NONE;
}

// Who else than `chain` was quoted last before quotation i, however far.
static int32_t spoke_before(const Document *d, size_t i, int32_t chain)
{
    for (size_t k = i; k-- > 0 && i - k < QUOTE_REACH;) {
        int32_t speaker = d->quotes[k].said ? d->quotes[k].speaker : KB_NONE;
        if (speaker >= 0 && speaker != chain && d->chains[speaker].type == KB_PERSON) return speaker;
    }
    return KB_NONE;
}

// Turns of two who speak in paragraphs of their own: A, B, then A again.
static int32_t turn(const Document *d, size_t i)
{
    int32_t before = turns_last(d, i), earlier = before < 0 ? KB_NONE : turns_last(d, (size_t)before);
    if (before < 0) return main_person(d, d->quotes[i].first);
    const Quote *last = &d->quotes[before];
    bool asks = i + 1 < d->quote_count && token_is(d, d->quotes[i].last - 1, "?") &&
                turns_answered(d, &d->quotes[i], &d->quotes[i + 1]) && turns_paragraphs(d, last, &d->quotes[i]) == 1;
    if (asks || turns_asker(d, &d->quotes[i]) >= 0) { // "We won," Poe said. "And now?" "We rest."
        int32_t other = other_speaker(d, i, last->speaker);
        if (other < 0) other = spoke_before(d, (size_t)before, last->speaker);
        if (other >= 0 || asks) return other;
    }
    bool alternate = earlier >= 0 && turns_paragraphs(d, last, &d->quotes[i]) == 1 &&
                     turns_paragraphs(d, &d->quotes[earlier], last) == 1 &&
                     d->quotes[earlier].speaker != last->speaker && d->quotes[earlier].speaker >= 0;
    if (alternate) return d->quotes[earlier].speaker;
    return last->speaker >= 0 ? last->speaker : main_person(d, d->quotes[i].first);
}

// "A.", "Q:"
static bool turn_label(const Document *d, Frame frame)
{
    if (frame.first == frame.last || frame.last - frame.first > 2) return false;
    uint32_t length = d->tokens[frame.last - 1].end - d->tokens[frame.first].start;
    return length <= 3 && document_mention_at(d, frame.first) < 0;
}

// In a paragraph of its own behind one that speaks to "you" outside all marks: an interview without labels.
static bool answers(const Document *d, const Quote *quote)
{
    uint32_t open = quote->first - 1;
    Frame last = paragraph_begins(d, open) ? frame_ending(d, open, true) : (Frame){open, open};
    for (uint32_t t = last.first; t < last.last; t++)
        if (token_in(d, t, "|you|your|") && document_quote_at(d, t) < 0) return true;
    return false;
}

// Who gave the last answer with such a label: whom the interview is with; else whom the text is about.
static int32_t interviewed(const Speakers *s, size_t i)
{
    const Document *d = s->document;
    for (size_t k = i; k-- > 0 && i - k < QUOTE_REACH;)
        if (d->quotes[k].said && (turn_label(d, frame_before(d, &d->quotes[k])) || answers(d, &d->quotes[k])))
            return d->quotes[k].speaker;
    return main_person(d, d->quotes[i].first);
}

// "Would he go? "Yes."": whom a question is about, if a pronoun is its subject.
static int32_t whom_asked(const Document *d, const Quote *quote, Frame question)
{
    for (uint32_t t = question.first; t < question.last; t++) {
        KbGender gender = document_quote_at(d, t) < 0 ? pronoun_gender(d->tokens[t].lower) : KB_GENDER_UNKNOWN;
        if (gender && token_has_tree(d, t) && dep_in(d, t, "|nsubj|nsubj:outer|"))
            return topic_before(d, quote, question.first, gender, true);
    }
    return KB_NONE;
}

// Whom the last sentence of the paragraph before is about, where nobody speaks in it: "Poe rose.", "..., he said."
static int32_t led_to(const Document *d, const Quote *quote, int32_t before)
{
    Frame last = frame_ending(d, quote->first - 1, true);
    if (last.first == last.last) return KB_NONE;
    if (before >= 0 && (answers(d, &d->quotes[before]) || quote_after(d, &d->quotes[before]) > last.first))
        return KB_NONE;
    if (document_quote_at(d, last.last - 1) >= 0 || token_is(d, last.last - 1, "?")) return KB_NONE;
    int32_t chain = topic_before(d, quote, quote->first - 1, KB_GENDER_UNKNOWN, true);
    return before >= 0 || (chain >= 0 && topic_named(d, last, chain)) ? chain : KB_NONE; // the first: of a name only
}

// The speaker of a quotation that is a sentence of its own.
static int32_t carried_alone(const Speakers *s, size_t i)
{
    const Document *d = s->document;
    const Quote *quote = &d->quotes[i];
    if (turn_label(d, frame_before(d, quote)) || answers(d, quote)) return interviewed(s, i);
    int32_t before = turns_last(d, i);
    bool same = before >= 0 && turns_paragraphs(d, &d->quotes[before], quote) == 0;
    if (same && s->frames[before].last + 1 >= quote->first - 1) return d->quotes[before].speaker;
    Frame last = frame_ending(d, quote->first - 1, false);
    bool asked = last.first < last.last && token_is(d, last.last - 1, "?");
    int32_t wrote = writing_read_out(d, last) ? writing_writer(d, quote, last) : KB_NONE;
    if (wrote >= 0 || wrote == UNNAMED) return wrote == UNNAMED ? KB_NONE : wrote;
    int32_t letter = writing_topic(d, frame_ending(d, quote->first - 1, paragraph_begins(d, quote->first - 1)));
    if (letter >= 0) return letter;
    int32_t chain =
        asked ? whom_asked(d, quote, last) : topic_before(d, quote, quote->first - 1, KB_GENDER_UNKNOWN, false);
    if (chain == UNNAMED) return KB_NONE;
    if (chain >= 0) return chain; // "He shrugs. "There were plums.""
    if (same) return d->quotes[before].speaker;
    int32_t led = led_to(d, quote, before);
    return led >= 0 ? led : led == UNNAMED ? KB_NONE : turn(d, i);
}

// ""Poe?" "No."": a question that the next quotation answers at once.
static bool answered_at_once(const Document *d, size_t i)
{
    const Quote *quote = &d->quotes[i];
    return i + 1 < d->quote_count && token_is(d, quote->last - 1, "?") && !d->quotes[i + 1].resumed &&
           quote_after(d, quote) == d->quotes[i + 1].first - 1 && !paragraph_begins(d, d->quotes[i + 1].first - 1);
}

static int32_t carried(const Speakers *s, size_t i)
{
    if (i && answered_at_once(s->document, i - 1) && s->carried[i - 1]) return carried_alone(s, i - 1);
    int32_t chain = carried_alone(s, i);
    if (!answered_at_once(s->document, i)) return chain;
    return asked_before(s->document, &s->document->quotes[i], chain);
}

// ---------------------------------------------------------------------------------------------- one quotation

// Goes on after "she said." or "she said, ": nothing else stands between.
static bool interrupted(const Speakers *s, size_t i)
{
    const Document *d = s->document;
    if (!i || !s->behind[i - 1] || turns_paragraphs(d, &d->quotes[i - 1], &d->quotes[i])) return false;
    uint32_t end = s->frames[i - 1].last, open = d->quotes[i].first - 1, first = s->frames[i - 1].first;
    for (uint32_t t = first; t + 1 < end; t++) // "she said, adding that he was "mad"": of her, but another
        if (end == open && end - first > 4 && token_is(d, t, ",") && word_ends(d->tokens[t + 1].lower, "ing", 3) &&
            says(d, t + 1) && !token_is(d, end - 1, ",") && !token_is(d, end - 1, ":"))
            return false;
    return end == open || (end + 1 == open && ends_sentence(d, end));
}

// ("WCP"): a short form that the text explains.
static bool bracketed(const Document *d, const Quote *quote)
{
    return quote->first > 1 && token_is(d, quote->first - 2, "(") && token_is(d, quote_after(d, quote), ")");
}

// "the "Bear", as friends called him": a name that many use
static bool nickname(const Document *d, const Quote *quote)
{
    uint32_t as = quote_after(d, quote);
    as += token_is(d, as, ",");
    if (!token_is(d, as, "as") || token_is_lower(d, quote->first)) return false;
    for (uint32_t t = as + 1; t < as + 5; t++)
        if (token_in(d, t, "|call|calls|called|nicknamed|") && token_in(d, t + 1, "|him|her|them|it|")) return true;
    return false;
}

// "Dale "Skip" Hay", "known as "Sputnik"": inside a name, or a name itself that nobody says.
static bool names_only(const Document *d, const Quote *quote)
{
    int32_t around = document_mention_at(d, quote->first - 1), inside = document_mention_at(d, quote->first);
    if (around >= 0 && d->mentions[around].kind == KB_NAME && d->mentions[around].last > quote->last) return true;
    bool whole = inside >= 0 && d->mentions[inside].kind == KB_NAME && d->mentions[inside].first == quote->first &&
                 d->mentions[inside].last == quote->last;
    bool word = quote->last == quote->first + 1 && !token_is_lower(d, quote->first) && quote->first > 1 &&
                token_in(d, quote->first - 2, "|as|called|named|nicknamed|dubbed|spelled|spelt|");
    bool headed = quote->first > 1 && token_in(d, quote->first - 2, "|entitled|titled|headlined|");
    return whole || word || headed || nickname(d, quote);
}

static bool is_title(const Document *d, const Quote *quote)
{
    bool small = false, capital = false;
    for (uint32_t t = quote->first; t < quote->last; t++) {
        small |= token_is_lower(d, t) && !token_in(d, t, "|of|the|and|in|a|for|to|on|at|'s|");
        capital |=
            t > quote->first && d->text.data[d->tokens[t].start] >= 'A' && d->text.data[d->tokens[t].start] <= 'Z';
    }
    return !small && capital;
}

static void set(const Speakers *s, Quote *quote, Source source)
{
    const Document *d = s->document;
    bool pronoun = source.subject != NO_TOKEN && pronoun_gender(d->tokens[source.subject].lower);
    int32_t subject =
        source.subject != NO_TOKEN && source.chain >= 0 ? document_mention_at(d, source.subject) : KB_NONE;
    if (pronoun) s->said[source.subject] = source.chain;
    bool noun = subject >= 0 && d->mentions[subject].kind == KB_NOMINAL && d->mentions[subject].type == KB_PERSON;
    if (noun && d->chains[source.chain].type == KB_PERSON) d->mentions[subject].chain = source.chain; // "the dean said"
    quote->said = true;
    quote->speaker = source.chain;
}

static void set_chain(const Speakers *s, Quote *quote, int32_t chain)
{
    set(s, quote, (Source){true, chain, NO_TOKEN});
}

// "The Last Ferry," his memoir, ...: a title with a comma inside, part of a clause that goes on.
// Also behind what it is a title of: "a version of "The Last Ferry," published in May, ...".
static bool title_in_clause(const Document *d, const Quote *quote)
{
    uint32_t after = quote_after(d, quote);
    if (!is_title(d, quote) || ends_sentence(d, quote->last - 1)) return false;
    bool participle = token_is_pos(d, after, POS_VERB) && word_ends(d->tokens[after].lower, "ed", 3) &&
                      token_in(d, after + 1, "|in|by|at|on|last|this|as|for|");
    return (token_in(d, after, "|has|had|is|was|were|are|a|an|the|which|by|written|") || is_possessive(d, after) ||
            participle) &&
           (document_mention_at(d, after) < 0 || is_possessive(d, after));
}

static bool names_somebody(const Document *d, Frame frame)
{
    size_t i = document_mentions_from(d, frame.first);
    for (; i < d->mention_count && d->mentions[i].first < frame.last; i++)
        if (d->mentions[i].kind == KB_NAME) return true;
    return false;
}

// "Then:", "And later:": whoever spoke before it in the paragraph goes on.
static bool goes_on_speaking(const Speakers *s, size_t i, Frame before)
{
    const Document *d = s->document;
    int32_t said = turns_last(d, i);
    bool colon = before.last - before.first > 1 && before.last - before.first < 8 && token_is(d, before.last - 1, ":");
    bool adverbs = true;
    if (!colon || said < 0 || turns_paragraphs(d, &d->quotes[said], &d->quotes[i])) return false;
    for (uint32_t t = before.first; t + 1 < before.last; t++)
        if (!token_is_pos(d, t, POS_ADV) && !token_in(d, t, "|and|then|but|later|again|")) adverbs = false;
    uint32_t last = before.last - 2; // "A minute later:", "And after a pause:"
    bool later = token_in(d, last, "|later|afterwards|afterward|on|earlier|");
    for (uint32_t t = before.first; t < last && later; t++)
        later = !token_is_pos(d, t, POS_VERB) && document_mention_at(d, t) < 0 && !token_is(d, t, "from");
    return adverbs || later || (token_in(d, last, "|pause|silence|while|sigh|moment|") && !names_somebody(d, before));
}

// "sent a wreath marked "To a comrade"", "a banner reading "Go home"": words on a thing.
static bool is_inscribed(const Document *d, const Quote *quote)
{
    static const char written[] = "|marked|inscribed|reading|labelled|labeled|stamped|lettered|engraved|captioned|";
    return quote->first > 1 && token_in(d, quote->first - 2, written);
}

// "a strip with the words "Mind the step"": on a thing, of nobody
static bool bears_words(const Document *d, const Quote *quote)
{
    uint32_t words = quote->first > 4 ? quote->first - 2 : 0;
    return words && token_is(d, words, "words") && token_is(d, words - 1, "the") &&
           token_in(d, words - 2, "|with|bearing|bore|bears|") && !says(d, words - 3);
}

// "The judge finds that:", over paragraphs that begin with dashes: who says what the list holds.
static int32_t lists(const Document *d, const Quote *quote)
{
    uint32_t first = quote->first - 1;
    unsigned items = 0;
    for (; first && items < LIST_ITEMS && quote->first - first < 2 * TOKEN_REACH; first--) {
        if (!paragraph_begins(d, first)) continue;
        if (!token_in(d, first, "|—|–|-|--|•|*|·|")) return KB_NONE;
        if (token_is(d, first - 1, ":")) break;
        items++;
    }
    bool led = first && paragraph_begins(d, first) && token_is(d, first - 1, ":");
    int32_t chain = led ? topic_of_clause(d, frame_ending(d, first, true)) : KB_NONE;
    return chain >= 0 && d->chains[chain].type != KB_PLACE ? chain : KB_NONE;
}

// "whose placard read "NO WAR"", "her lawn signs ask: "Why?"": words held up are whose the sign is told to be.
static Source on_sign(const Document *d, const Quote *quote, Frame frame)
{
    static const char signs[] = "|placard|placards|sign|signs|banner|banners|poster|posters|bedsheet|cardboard|sticker|"
                                "stickers|t-shirt|shirt|badge|";
    static const char bearing[] = "|read|reads|reading|said|says|saying|ask|asks|asked|asking|declared|painted|";
    uint32_t verb = quote->first - 2, noun = verb;
    if (frame.first == frame.last) return (Source){false, KB_NONE, NO_TOKEN};
    while (noun > frame.first && (token_in(d, noun, "|,|:|that|which|in|") || token_in(d, noun, bearing)))
        noun--;
    if (noun + 1 >= quote->first - 1 || !token_in(d, noun, signs)) return (Source){false, KB_NONE, NO_TOKEN};
    for (uint32_t t = noun; t-- > frame.first && noun - t < 5;) {
        size_t before = token_is(d, t, "whose") ? document_mentions_from(d, t) : 0;
        for (size_t i = before; i-- > 0 && d->mentions[i].first >= frame.first;)
            if (d->mentions[i].type == KB_PERSON && d->mentions[i].kind == KB_NAME)
                return (Source){true, d->mentions[i].chain, NO_TOKEN};
        int32_t owner = is_possessive(d, t) ? document_mention_at(d, t) : KB_NONE;
        if (owner >= 0) return (Source){true, d->mentions[owner].chain, NO_TOKEN};
        bool made = token_in(d, t, "|lettered|painted|made|drawn|written|"); // "Poe had lettered a placard that asked:"
        uint32_t maker = made ? subject_own(d, t, frame.first) : NO_TOKEN;
        if (maker != NO_TOKEN) return (Source){true, head_chain(d, maker), NO_TOKEN};
    }
    return (Source){true, KB_NONE, NO_TOKEN};
}

static void attribute(Speakers *s, size_t i)
{
    Document *d = s->document;
    Quote *quote = &d->quotes[i];
    Frame before = frame_before(d, quote), after = s->frames[i];
    Source behind = source_behind(d, quote, before.first, after);
    bool alone = before.first == before.last || turn_label(d, before), resumes = interrupted(s, i);
    bool own = behind.found && (frame_goes_on(d, quote) || alone);
    Source source =
        own || alone || resumes ? (Source){false, KB_NONE, NO_TOKEN} : source_before(d, quote, before, after);
    s->behind[i] = own;
    Source sign = own || alone || resumes ? (Source){false, KB_NONE, NO_TOKEN} : on_sign(d, quote, before);
    if (sign.found) {
        set(s, quote, sign);
    } else if (resumes && !own) {
        quote->resumed = true;
        set_chain(s, quote, d->quotes[i - 1].speaker);
        s->behind[i] = true;
    } else if (own || (behind.found && !source.found && !is_title(d, quote))) {
        set(s, quote, behind);
    } else if (source.found) {
        bool sentence = ends_sentence(d, quote->last - 1) && token_is(d, before.last - 1, ":");
        if (sentence || !is_title(d, quote)) set(s, quote, source);
    } else if (alone) {
        s->carried[i] = !is_title(d, quote) || ends_sentence(d, quote->last - 1);
        if (s->carried[i]) set_chain(s, quote, carried(s, i));
    } else if (goes_on_speaking(s, i, before)) {
        set_chain(s, quote, d->quotes[turns_last(d, i)].speaker);
    } else if (lists(d, quote) >= 0) {
        set_chain(s, quote, lists(d, quote));
    } else if (bears_words(d, quote)) {
        set_chain(s, quote, KB_NONE);
    } else if (is_inscribed(d, quote)) {
        set_chain(s, quote, topic_of_clause(d, before));
    } else if (token_is(d, before.last - 1, ":") || (word_count(d, quote) >= LONG_SPEECH && !is_title(d, quote))) {
        set_chain(s, quote, topic_of_clause(d, before));
    }
}

static bool tells_of_words(const Document *d, Frame frame)
{
    static const char words[] =
        "|read|reads|reading|letter|letters|note|notes|message|messages|mail|e-mail|email|mails|"
        "e-mails|emails|card|postcard|text|post|tweet|memo|statement|telegram|answer|reply|"
        "voice|question|line|lines|words|poem|inscription|report|memo|petition|";
    for (uint32_t t = frame.first; t < frame.last; t++)
        if (token_in(d, t, words) && document_quote_at(d, t) < 0) return true;
    return false;
}

static void spread(Document *d, size_t i, int32_t chain)
{
    for (size_t k = i; i - k < QUOTE_REACH; k--) {
        d->quotes[k].speaker = chain;
        if (!d->quotes[k].resumed) break;
    }
}

// "He read out a note: "Never." It was signed by Ann Poe.": the sentence behind tells whose words they are.
static void sign(Speakers *s, size_t i)
{
    Document *d = s->document;
    Quote *quote = &d->quotes[i];
    size_t first = i;
    int32_t signer = quote->said ? writing_signed(d, frame_following(d, quote, s->frames[i])) : KB_NONE;
    if (signer < 0 || d->chains[signer].type == KB_PLACE) return;
    while (first && d->quotes[first].resumed && i - first < QUOTE_REACH)
        first--;
    Frame before = frame_before(d, &d->quotes[first]);
    if (before.first == before.last) before = frame_ending(d, before.first, true);
    bool named = s->behind[first] && names_somebody(d, s->frames[first]);
    if (!named && (tells_of_words(d, before) || tells_of_words(d, s->frames[first]))) spread(d, i, signer);
}

// A quotation over several paragraphs whose speaker is told behind its end.
static void spread_back(Speakers *s, size_t i)
{
    Document *d = s->document;
    Source source = source_behind(d, &d->quotes[i], d->quotes[i].first - 1, s->frames[i]);
    if (source.found && source.chain >= 0) spread(d, i, source.chain);
}

// "And then?" between two quotations of Poe's, in paragraphs of their own: whoever talks with Poe.
static void take_turns(Speakers *s)
{
    Document *d = s->document;
    for (size_t i = d->quote_count; i-- > 1;) {
        Quote *before = &d->quotes[i - 1], *quote = &d->quotes[i];
        bool same = quote->said && before->said && quote->speaker >= 0 && before->speaker == quote->speaker;
        if (!same || !s->carried[i - 1] || s->carried[i] || !turns_answered(d, before, quote)) continue;
        before->speaker = other_speaker(d, i - 1, quote->speaker);
        s->carried[i - 1] = false;
    }
}

void speakers_find(Document *document)
{
    Speakers s = {.document = document};
    s.behind = arena_alloc(document->arena, document->quote_count + 1, sizeof *s.behind);
    s.carried = arena_alloc(document->arena, document->quote_count + 1, sizeof *s.carried);
    s.frames = arena_alloc(document->arena, document->quote_count + 1, sizeof *s.frames);
    s.said = arena_alloc(document->arena, document->token_count + 1, sizeof *s.said);
    for (size_t i = 0; i < document->token_count; i++)
        s.said[i] = KB_NONE;
    for (size_t i = 0; i < document->quote_count; i++) {
        Quote *quote = &document->quotes[i];
        s.frames[i] = frame_after(document, i);
        if (bracketed(document, quote) || names_only(document, quote) || title_in_clause(document, quote)) continue;
        if (quote->resumed) {
            set_chain(&s, quote, document->quotes[i - 1].speaker);
            document->quotes[i - 1].said = true;
            if (frame_goes_on(document, quote)) spread_back(&s, i);
        } else {
            attribute(&s, i);
        }
        sign(&s, i);
    }
    take_turns(&s);
    speaker_pronouns_bind(document, s.said);
}
