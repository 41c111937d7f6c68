// Types of names that their words tell.
// SPDX-License-Identifier: MIT
#include "ingest/name_types.h"

#include <ctype.h>

#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/teams.h"
#include "ingest/word_set.h"

enum { LOWER_SIZE = 64 };

// Words of organizations that no place and no person is called by, in several languages.
static const char BODIES[] =
    "|agence|agency|airlines|airways|association|banca|banco|banque|bloc|cathedral|college|commission|committee|"
    "compagnie|company|consortium|cooperative|corporation|council|fédération|federation|foundation|gmbh|group|groupe|"
    "holding|holdings|hospital|institute|instituto|logistique|ministry|museum|parliament|partei|parti|partido|partij|"
    "school|secretariat|sociedad|società|société|stiftung|syndicate|theater|theatre|university|università|"
    "université|universidad|verein|";
static const char COURTS[] = "|supreme|superior|high|district|appeals|federal|constitutional|criminal|";

// Days and feasts are no names.
static const char *const DAYS[] = {"monday",    "tuesday",  "wednesday",  "thursday",     "friday", "saturday",
                                   "sunday",    "new year", "new year's", "christmas",    "easter", "whitsun",
                                   "pentecost", "ramadan",  "passover",   "thanksgiving", "diwali", "yom kippur"};

// Bodies of states, known by their letters.
static const char LETTERS[] =
    "|eu|un|e.u.|u.n.|nato|imf|iaea|opec|osce|wto|unesco|unicef|asean|nafta|cia|fbi|nasa|kgb|who|oas|ecowas|";

static bool is_cased(const Document *d, uint32_t token)
{
    return !kb_text_equal(document_slice(d, d->tokens[token].start, d->tokens[token].end), d->tokens[token].lower);
}

static bool is_body(const Document *d, const Mention *name)
{
    bool letters =
        name->last == name->first + 1 && isupper((unsigned char)d->text.data[d->tokens[name->first].end - 1]);
    if (letters || token_in(d, name->first, "|u.n.|e.u.|")) return token_in(d, name->first, LETTERS);
    if (name->last == name->first + 1) return false;
    for (uint32_t i = name->first; i < name->last; i++) {
        if (!is_cased(d, i)) continue;
        if (token_in(d, i, BODIES)) return true;
        if (token_is(d, i, "court") && i > name->first && token_in(d, i - 1, COURTS)) return true;
    }
    return false;
}

// The text of a name in lower case.
static KbText lower_text(const Document *d, const Mention *name, char out[LOWER_SIZE])
{
    KbText text = document_tokens_text(d, name->first, name->last);
    if (text.length >= LOWER_SIZE) return (KbText){out, 0};
    for (size_t i = 0; i < text.length; i++)
        out[i] = (char)tolower((unsigned char)text.data[i]);
    return (KbText){out, text.length};
}

// ---------------------------------------------------------------------------------------------- family names

// The last words of people's names of several words.
static WordSet families_of(const Document *d)
{
    WordSet families = {0};
    for (size_t i = 0; i < d->mention_count; i++) {
        const Mention *name = &d->mentions[i];
        if (name->type == KB_PERSON && name->last > name->first + 1 && !is_body(d, name))
            word_set_add(&families, d, d->tokens[name->last - 1].lower);
    }
    word_set_sort(&families);
    return families;
}

// ---------------------------------------------------------------------------------------------- types

static bool is_known_place(const Document *d, const WordSet *families, const Mention *name)
{
    char lower[LOWER_SIZE];
    KbText text = lower_text(d, name, lower);
    return (country_by_name(text) || country_by_capital(text)) &&
           !word_set_holds(families, d->tokens[name->last - 1].lower);
}

// "U.S. District Judge": no team.
static bool is_before_post(const Document *d, const Mention *name)
{
    return token_in(d, name->last,
                    "|district|circuit|supreme|attorney|ambassador|senate|sen.|rep.|president|secretary|");
}

// "the Finn"
static bool is_demonym(const Document *d, const Mention *name)
{
    bool two;
    return name->last == name->first + 1 && name->first > 0 && token_in(d, name->first - 1, "|the|a|an|") &&
           demonym_country(d->tokens[name->first].lower, (KbText){"", 0}, &two) &&
           !country_by_name(d->tokens[name->first].lower);
}

// "Wall Street", but not where a government has its seat: "Downing Street said".
static bool is_street(const Document *d, const Mention *name)
{
    return name->last == name->first + 2 && is_cased(d, name->first) && is_cased(d, name->first + 1) &&
           token_in(d, name->last - 1, "|street|avenue|boulevard|") &&
           !token_in(d, name->last, "|said|says|announced|confirmed|denied|declined|refused|insisted|");
}

// "West Bank": of a river.
static bool is_bank(const Document *d, const Mention *name)
{
    return name->last == name->first + 2 && token_in(d, name->first, "|north|south|east|west|left|right|") &&
           token_is(d, name->last - 1, "bank");
}

static bool is_day(const Document *d, const Mention *name)
{
    char lower[LOWER_SIZE];
    KbText text = lower_text(d, name, lower);
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++)
        if (kb_text_equal(text, kb_text(DAYS[i]))) return true;
    return false;
}

void name_types_settle(Document *d)
{
    bool sport = teams_expected(d);
    WordSet families = families_of(d);
    size_t kept = 0;
    for (size_t i = 0; i < d->mention_count; i++) {
        Mention name = d->mentions[i];
        if (is_demonym(d, &name) || is_day(d, &name)) continue;
        if (name.type != KB_ORGANIZATION && is_body(d, &name))
            name.type = KB_ORGANIZATION;
        else if (name.type != KB_PLACE && (!sport || is_before_post(d, &name)) && is_known_place(d, &families, &name))
            name.type = KB_PLACE;
        if (is_street(d, &name) || is_bank(d, &name)) name.type = KB_PLACE;
        d->mentions[kept++] = name;
    }
    d->mention_count = kept;
}
