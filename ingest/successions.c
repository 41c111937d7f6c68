// Finds successions: verbs (succeed, replace, take over from, follow) and nouns (her successor, his predecessor).
// SPDX-License-Identifier: MIT
#include "ingest/successions.h"

#include "ingest/chains.h"
#include "ingest/phrase_reader.h"

enum { OBJECT_REACH = 9 };

// The person whose name (after titles and ranks) or object pronoun begins at the unit; -1.
static int32_t person_from(R *r, uint32_t unit)
{
    for (uint32_t i = unit; i < r->limit && i - unit < OBJECT_REACH; i++) {
        if (person(r, i)) return unit_chain(r->document, r->units, i);
        if (in(r, i, "|him|her|")) return pronoun_chain(r->document, r->units->items[i].first);
        bool before_name =
            r->units->items[i].country || r->units->items[i].mention >= 0 ||
            in(r, i, "|'s|\xe2\x80\x99s|the|a|former|") ||
            (r->units->items[i].classes & (TITLE_HEAD | TITLE_RANK | TITLE_HON | TITLE_MOD | TITLE_STATUS));
        if (!before_name) return KB_NONE;
    }
    return KB_NONE;
}

// "She had beaten Jones to succeed Smith", not "the board had chosen her to succeed Smith".
static bool told_as_past(R *r, uint32_t unit)
{
    static const char choosing[] = "|chosen|picked|selected|named|appointed|hired|tapped|asked|nominated|";
    while (unit-- > r->first)
        if (in(r, unit, "|had|")) return !in(r, unit + 1, choosing) && !in(r, unit + 2, choosing);
    return false;
}

static bool future_before(R *r, uint32_t verb)
{
    for (uint32_t i = verb; i-- > r->first && verb - i < 5;) {
        if (in(r, i, "|to|") && told_as_past(r, i)) return false;
        bool month = in(r, i, "|may|") && r->units->items[i].capital; // "who in May took over"
        if (in(r, i, "|will|would|to|'ll|may|could|might|") && !month) return true;
        if (person(r, i) || in(r, i, "|,|and|")) return false;
    }
    return false;
}

// "X and Y are candidates to succeed her"
static bool runs_before(R *r, uint32_t verb)
{
    return in(r, verb - 1, "|to|") && verb > r->first + 1 &&
           in(r, verb - 2, "|candidate|candidates|running|bid|campaign|race|");
}

static bool passive_before(R *r, uint32_t verb)
{
    for (uint32_t i = verb; i-- > r->first && verb - i < 3;)
        if (in(r, i, "|is|was|were|be|been|being|")) return true;
    return false;
}

// "followed Poe as president", "was appointed to follow her": not "followed Poe into the hall"
static bool follows_as(R *r, uint32_t verb)
{
    static const char chosen[] = "|appointed|named|chosen|picked|selected|elected|nominated|proposed|";
    bool to = in(r, verb, "|follow|") && in(r, verb - 1, "|to|");
    for (uint32_t i = verb; to && i-- > r->first;)
        if (in(r, i, chosen)) return true;
    if (!in(r, verb, "|followed|follow|following|")) return false;
    for (uint32_t i = verb + 1; i < r->limit && i - verb < OBJECT_REACH; i++)
        if (person(r, i) || in(r, i, "|him|her|")) return in(r, i + 1, "|as|");
    return false;
}

static bool read_verb(R *r, uint32_t verb, const LinkedPhrase *links, size_t count, Succession *out)
{
    bool takes_over = in(r, verb, "|over|") && in(r, verb - 1, "|took|takes|take|taking|taken|");
    uint32_t from = verb + 1; // "took over as chairman from X"
    while (takes_over && from < r->limit && from - verb < OBJECT_REACH && !in(r, from, "|from|,|.|"))
        from++;
    takes_over = takes_over && in(r, from, "|from|") && in(r, verb + 1, "|from|as|"); // not "took over the bank from X"
    bool succeeds = in(r, verb, "|succeeded|succeeds|succeed|succeeding|replaced|replaces|replace|replacing|follows|");
    succeeds = succeeds || follows_as(r, verb);
    if (!takes_over && !succeeds) return false;
    uint32_t start = takes_over ? verb - 1 : verb;
    bool passive = !takes_over && passive_before(r, verb);
    uint32_t object = verb + 1;
    if (takes_over) object = from + 1;
    if (passive && !in(r, object, "|by|")) return false;
    if (passive) object++;
    int32_t other = person_from(r, object), subject = other < 0 ? KB_NONE : subject_person(r, start, links, count);
    if (subject < 0 || subject == other) return false;
    for (uint32_t i = object; succeeds && i + 1 < r->limit && i - object < OBJECT_REACH; i++) // "replaced him with X"
        if (in(r, i, "|with|") && person_from(r, i + 1) >= 0) {
            *out = (Succession){person_from(r, i + 1), other, verb, future_before(r, start), .present = false};
            return true;
        }
    bool ahead = passive && in(r, verb - 1, "|be|"); // "would leave in June and be replaced by X"
    *out = (Succession){passive ? other : subject,
                        passive ? subject : other,
                        verb,
                        ahead || future_before(r, start),
                        in(r, start, "|succeeds|replaces|takes|follows|"),
                        .candidate = runs_before(r, start),
                        .replaced = in(r, verb, "|replace|")};
    return true;
}

// "Her successor, X,", "X's predecessor was Y", "X, his successor"
static bool read_noun(R *r, uint32_t noun, Succession *out)
{
    bool successor = in(r, noun, "|successor|");
    if (!successor && !in(r, noun, "|predecessor|")) return false;
    int32_t owner = KB_NONE;
    uint32_t from = noun;
    while (from > r->first && in(r, from - 1, "|chosen|own|immediate|designated|likely|eventual|late|"))
        from--;
    if (from == r->first) return false;
    if (in(r, from - 1, "|his|her|"))
        owner = pronoun_chain(r->document, r->units->items[--from].first);
    else if (from > r->first + 1 && in(r, from - 1, "|'s|\xe2\x80\x99s|") && person(r, from - 2))
        owner = unit_chain(r->document, r->units, from -= 2);
    uint32_t after = noun + 1;
    while (in(r, after, "|,|was|is|,|"))
        after++;
    int32_t other = after > noun + 1 ? person_from(r, after) : KB_NONE;
    if (other < 0 && from > r->first + 1 && in(r, from - 1, "|,|") && person(r, from - 2))
        other = unit_chain(r->document, r->units, from - 2);
    if (owner < 0 || other < 0 || owner == other) return false;
    *out = (Succession){successor ? other : owner, successor ? owner : other, noun, .called = true};
    return true;
}

// "has appointed X, who heads its mills, as his successor"
static bool read_chosen(R *r, uint32_t noun, Succession *out)
{
    enum { BACK = 24 };
    if (!in(r, noun, "|successor|") || noun < r->first + 3 || !in(r, noun - 1, "|his|her|") || !in(r, noun - 2, "|as|"))
        return false;
    int32_t owner = pronoun_chain(r->document, r->units->items[noun - 1].first);
    for (uint32_t verb = noun - 2; verb-- > r->first && noun - verb < BACK;) {
        if (!verb_fills_object(r, verb) || verb_is_passive(r, verb)) continue;
        int32_t other = KB_NONE;
        for (uint32_t unit = verb + 1; unit < noun - 2 && other < 0; unit++)
            if (person(r, unit)) other = unit_chain(r->document, r->units, unit);
        if (owner < 0 || other < 0 || owner == other) return false;
        *out = (Succession){other, owner, noun, .future = true};
        return true;
    }
    return false;
}

// "X, who took office in May after the resignation of Y"
static bool read_after(R *r, uint32_t noun, const LinkedPhrase *links, size_t count, Succession *out)
{
    static const char going[] = "|death|resignation|departure|dismissal|ouster|retirement|removal|";
    enum { BACK = 14 };
    if (!in(r, noun, going) || noun < r->first + 4 || !in(r, noun - 1, "|the|") || !in(r, noun - 2, "|after|") ||
        !in(r, noun + 1, "|of|"))
        return false;
    int32_t other = person_from(r, noun + 2);
    for (uint32_t verb = noun - 2; other >= 0 && verb-- > r->first && noun - verb < BACK;) {
        bool took = in(r, verb, "|took|") && in(r, verb + 1, "|office|over|");
        if (!took && !in(r, verb, "|sworn|")) continue;
        int32_t subject = subject_person(r, verb, links, count);
        if (subject < 0 || subject == other) return false;
        *out = (Succession){subject, other, noun, .future = false};
        return true;
    }
    return false;
}

// "X, economy minister since July in place of Y", "named X chairman in succession to Y"
static bool read_turn(R *r, uint32_t noun, const LinkedPhrase *links, size_t count, Succession *out)
{
    bool turn =
        (in(r, noun, "|place|") && in(r, noun + 1, "|of|")) || (in(r, noun, "|succession|") && in(r, noun + 1, "|to|"));
    if (!turn || !in(r, noun - 1, "|in|")) return false;
    int32_t other = person_from(r, noun + 2);
    for (size_t i = count; i-- > 0 && other >= 0;) {
        if (links[i].holder < 0 || links[i].holder == other || links[i].phrase.end > noun) continue;
        bool future = links[i].status == KB_DESIGNATE || links[i].status == KB_NOMINEE;
        *out = (Succession){links[i].holder, other, noun, future, .present = false};
        return true;
    }
    return false;
}

// "his Honduran counterpart, X"
static bool read_counterpart(R *r, uint32_t noun, Succession *out)
{
    if (!in(r, noun, "|counterpart|") || noun < r->first + 2 || !r->units->items[noun - 1].country) return false;
    int32_t owner = KB_NONE;
    if (in(r, noun - 2, "|his|her|")) owner = pronoun_chain(r->document, r->units->items[noun - 2].first);
    if (in(r, noun - 2, "|'s|\xe2\x80\x99s|") && noun > r->first + 2 && person(r, noun - 3))
        owner = unit_chain(r->document, r->units, noun - 3);
    int32_t other = person_from(r, noun + 1 + in(r, noun + 1, "|,|"));
    if (owner < 0 || other < 0 || owner == other) return false;
    *out = (Succession){other, owner, noun, .called = true, .country = r->units->items[noun - 1].country};
    return true;
}

size_t successions_find(R *r, const LinkedPhrase *links, size_t link_count, Succession *out, size_t room)
{
    size_t count = 0;
    for (uint32_t unit = r->first + 1; unit < r->limit && count < room; unit++)
        if (read_verb(r, unit, links, link_count, &out[count]) || read_noun(r, unit, &out[count]) ||
            read_chosen(r, unit, &out[count]) || read_after(r, unit, links, link_count, &out[count]) ||
            read_counterpart(r, unit, &out[count]) || read_turn(r, unit, links, link_count, &out[count]))
            count++;
    return count;
}
