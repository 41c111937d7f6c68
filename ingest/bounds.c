// Bounds of names that the form of the text tells.
// SPDX-License-Identifier: MIT
#include "ingest/bounds.h"

#include <ctype.h>
#include <string.h>

#include "ingest/clause.h"
#include "ingest/demonyms.h"
#include "ingest/title_words.h"
#include "kb/tables.h"

enum { FOLDED_SIZE = 64, REGION_TOKENS = 3, OFFICE_TOKENS = 4, NICKNAME_TOKENS = 3, LIST_MARK = 2, SMALL_SHARE = 20 };

// What a name does not begin with, in small letters.
static const char STATUS[] = "|interim|acting|former|then|late|new|incoming|outgoing|current|ex|";
// Small words inside or before names: "al-Sadr", "van Dyke".
static const char PARTICLES[] = "|al|el|de|von|van|der|den|la|le|du|des|da|do|dos|di|del|della|bin|ibn|ben|ter|ten|zu|"
                                "zur|af|av|y|e|i|d'|o'|and|&|of|";
static const char SUFFIXES[] = "|inc.|inc|corp.|corp|co.|ltd.|ltd|llc|l.l.c.|plc|llp|l.p.|gmbh|ag|n.v.|a/s|asa|oyj|"
                               "s.a.|s.p.a.|b.v.|berhad|bhd|bhd.|pty|k.k.|s.r.l.|";
// A place that begins so goes on: "Lake Michigan", "Upper Egypt", "Fort Indiana".
static const char PLACE_BEGINNINGS[] =
    "|new|north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|inner|outer|little|old|"
    "baja|lake|mount|mt|mt.|fort|ft.|camp|port|cape|gulf|bay|river|san|santa|saint|st|st.|los|las|el|la|le|of|the|de|"
    "del|and|&|republic|state|downtown|mid|middle|british|french|dutch|spanish|soviet|papua|equatorial|villa|hotel|";
// What the name of a landscape or street ends in.
static const char LAND[] =
    "|sea|ocean|river|lake|bay|gulf|strait|straits|island|islands|isles|peninsula|coast|mountain|mountains|hills|"
    "valley|desert|canal|heights|banks|avenue|street|road|boulevard|square|bridge|beach|park|province|county|city|"
    "airport|base|building|castle|cemetery|district|hall|hotel|office|palace|plaza|stadium|station|terminal|territory|"
    "tower|";
static const char SHIPS[] =
    "|barge|cruiser|destroyer|ferry|freighter|frigate|liner|schooner|ship|steamer|submarine|tanker|"
    "trawler|tug|vessel|warship|yacht|";
static const char POSSESSIVES[] = "|'s|’s|'|’|";
static const char POSTAL_CODES[] = "|al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|"
                                   "nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|"
                                   "ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|";
// Letters after a name, and short titles: no names of their own.
static const char LETTERS[] =
    "|m.d.|md|dds|d.d.s.|ph.d.|phd|cpa|esq.|svp|evp|ceo|cfo|coo|cto|qc|kc|obe|mbe|cbe|mp|mep|";
// What the name of a family's firm ends in, as do a few others of one word: "Little Brothers of Arden".
static const char KINSMEN[] = "|bros|bros.|brothers|sons|daughters|cousins|";
// What the name of a company or an office is made with in other languages, where English would say "of".
static const char FOREIGN_OF[] = "|de|del|du|des|do|da|dos|das|di|della|dei|delle|von|van|för|für|af|av|z|";
// What ends the name of a company or an office.
static const char BODY[] =
    "|agency|airlines|airways|associates|association|authority|bancorp|bancshares|bank|books|bureau|capital|club|"
    "commission|committee|communications|company|corporation|"
    "entertainment|enterprises|exchange|films|foundation|fund|futures|group|holdings|hospital|industries|institute|"
    "insurance|"
    "laboratories|labs|"
    "management|media|ministry|motors|networks|newsdesk|newsroom|partners|party|pharmaceuticals|pictures|press|"
    "products|records|"
    "registry|resources|securities|service|services|society|software|solutions|stores|studios|systems|technologies|"
    "trust|union|university|"
    "ventures|chronicle|courier|gazette|herald|tribune|week|weekly|";
// An office, agency or court is named with its country or town.
static const char OFFICES[] = "|agency|bank|center|centre|chamber|church|college|court|institute|museum|university|";
static const char OFFICE_HOLDERS[] =
    "|attorney|attorneys|auditor|chief|coroner|general|governor|"
    "magistrate|magistrates|mayor|minister|ombudsman|president|prosecutor|registrar|"
    "sheriff|commissioner|comptroller|controller|inspector|surveyor|treasurer|chancellor|"
    "advocate|defender|";
// No name by themselves.
static const char HALVES[] = "|first|second|third|fourth|fifth|all|new|old|united|great|grand|royal|national|central|"
                             "north|south|east|west|black|"
                             "white|red|green|blue|big|high|holy|";
// What stands before a person's name and is no part of it.
static const char SALUTES[] = "|p.s.|ps|dear|hi|hello|hey|thanks|regards|sincerely|cheers|attn|attn.|cc|fyi|";
// Small words between the parts of a person's name.
static const char BETWEEN[] = "|al|el|de|von|van|der|den|la|le|du|di|da|do|dos|del|della|bin|ibn|ben|ter|ten|zu|zur|";
// "the Veterans Administration": an agency, where "the Poe Administration" is a person's.
static const char AGENCIES[] = "|national|federal|state|city|county|district|maritime|veterans|railroad|railway|health|"
                               "farm|highway|wage|works|general|business|trade|finance|public|military|civil|"
                               "presidential|local|central|university|school|housing|social|";
// What a committee or a ministry is for.
static const char TOPICS[] =
    "|senate|house|agriculture|banking|budget|commerce|culture|defence|defense|development|economy|education|"
    "employment|energy|environment|family|finance|fisheries|food|forestry|health|housing|immigration|industry|"
    "infrastructure|innovation|justice|labor|labour|media|nutrition|pensions|science|security|sport|sports|technology|"
    "tourism|trade|transport|transportation|welfare|youth|,|and|&|";
static const char GO_TOGETHER[] = "|greater|upper|lower|new|north|south|east|west|";

typedef struct Names {
    Document *document;
    Mention *items;
    size_t count;
} Names;

void bounds_replace(Document *document, const Mention *names, size_t count)
{
    size_t n = 0, taken = 0;
    Mention *all = arena_alloc(document->arena, document->mention_count + count + 1, sizeof *all);
    for (size_t i = 0; i < document->mention_count; i++) {
        const Mention *old = &document->mentions[i];
        while (taken < count && names[taken].last <= old->first)
            all[n++] = names[taken++];
        bool overlaps = (taken < count && names[taken].first < old->last) || (n && all[n - 1].last > old->first);
        if (!overlaps) all[n++] = *old;
    }
    while (taken < count)
        all[n++] = names[taken++];
    document->mentions = all;
    document->mention_count = n;
}

static bool is_capital(char c)
{
    return isupper((unsigned char)c) != 0;
}

static bool blank_before(const Document *d, uint32_t token)
{
    return d->tokens[token].space <= SPACE_BLANK;
}

// "A.", "R.E.", "J"
static bool is_initials(const Document *d, uint32_t token)
{
    KbText text = token_text(d, token);
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '.' ? i == 0 : !is_capital(text.data[i])) return false;
        letters += text.data[i] != '.';
    }
    if (token_is(d, token, "p.s.")) return false;
    return letters == 1 ? text.length == 2 : letters == 2 && text.length == 4;
}

// Begins with a capital and goes on with letters.
static bool is_cased_word(const Document *d, uint32_t token)
{
    KbText text = token_text(d, token), lower = d->tokens[token].lower;
    unsigned char second = text.length > 1 ? (unsigned char)text.data[1] : 0;
    if ((unsigned char)text.data[0] >= 0x80) return !kb_text_equal(text, lower);
    return is_capital(text.data[0]) && (isalpha(second) || second >= 0x80);
}

static void put(Names *names, Mention name, uint32_t first, uint32_t last)
{
    name.first = first;
    name.last = last;
    if (name.head < first || name.head >= last) name.head = last - 1;
    names->items[names->count++] = name;
}

// ---------------------------------------------------------------------------------------------- one name

bool bounds_is_region(const Document *d, uint32_t first, uint32_t last)
{
    if (last == first + 1 && is_cased_word(d, first) && token_in(d, first, POSTAL_CODES)) return true;
    char folded[FOLDED_SIZE];
    KbText text = document_tokens_text(d, first, last), value;
    if (text.length >= sizeof folded) return false;
    size_t n = 0;
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] != '.') folded[n++] = (char)tolower((unsigned char)text.data[i]);
    KbText key = {folded, n};
    return kb_tables_find(TABLE_REGIONS, key, &value) ||
           (kb_tables_find(TABLE_PLACES, key, &value) && kb_tables_find(TABLE_REGIONS, value, &value));
}

// Where "San Rafael California" is cut: the first token of the country or state that ends it; 0: nowhere.
static uint32_t region_start(const Document *d, const Mention *name)
{
    if (name->type != KB_PLACE || bounds_is_region(d, name->first, name->last)) return 0;
    if (name->last == name->first + 3 && token_in(d, name->first, "|u.s.|us|u.k.|uk|") &&
        token_in(d, name->first + 1, "|middle|far|near|") && token_is(d, name->first + 2, "east"))
        return name->first + 1;
    for (uint32_t n = REGION_TOKENS; n > 0; n--) {
        if (name->last - name->first <= n || !bounds_is_region(d, name->last - n, name->last)) continue;
        uint32_t start = name->last - n;
        bool goes_on = token_in(d, start - 1, PLACE_BEGINNINGS) || d->tokens[start].space == SPACE_NONE ||
                       (start - 1 == name->first && d->tokens[start - 1].pos == POS_ADJ);
        return goes_on ? 0 : start;
    }
    return 0;
}

// Where "Google, Inc. of Mountain View" is cut: the token "of" after the suffix of a company; 0: nowhere.
static uint32_t suffix_of(const Document *d, const Mention *name)
{
    for (uint32_t i = name->first + 1; name->type == KB_ORGANIZATION && i + 2 < name->last; i++)
        if ((token_in(d, i, SUFFIXES) || token_in(d, i, KINSMEN)) && token_is(d, i + 1, "of")) return i + 1;
    return 0;
}

// "Tesk, Ohio"
static bool has_region(const Document *d, uint32_t last)
{
    for (uint32_t n = 1; token_is(d, last, ",") && n < REGION_TOKENS && last + n < d->token_count; n++)
        if (bounds_is_region(d, last + 1, last + 1 + n)) return true;
    return false;
}

// Where "Arden University of Tesk, Ohio" is cut: the token "of"; 0: nowhere.
static uint32_t university_of(const Document *d, const Mention *name)
{
    uint32_t of = name->last - 2;
    bool fits = name->type != KB_PERSON && name->last > name->first + 3 && token_is(d, of, "of") &&
                token_in(d, of - 1, "|university|college|hospital|institute|");
    return fits && has_region(d, name->last) ? of : 0;
}

// "Casa de Arden"
static bool holds_foreign_of(const Document *d, uint32_t first, uint32_t last)
{
    for (uint32_t i = first + 1; i + 1 < last; i++)
        if (token_is_lower(d, i) && token_in(d, i, FOREIGN_OF)) return true;
    return false;
}

// Where "Casa de Arden of Tesk, Chile" or "Casa de Arden of" before Tesk is cut: the English "of"; 0: nowhere.
static uint32_t foreign_of(const Document *d, const Mention *name)
{
    uint32_t last = name->last, of = token_is(d, last - 1, "of") ? last - 1 : last - 2;
    bool fits = name->type == KB_ORGANIZATION && of > name->first + 1 && of < last && token_is(d, of, "of");
    return fits && has_region(d, of + 2) && holds_foreign_of(d, name->first, of) ? of : 0;
}

// "Ann Poe, DDS", "our CPA"
static bool is_letters(const Names *names, uint32_t token)
{
    const Document *d = names->document;
    if (token == 0 || !token_in(d, token, LETTERS)) return false;
    if (token_in(d, token - 1, "|a|an|as|our|new|")) return true;
    const Mention *before = names->count ? &names->items[names->count - 1] : NULL;
    return before && before->type == KB_PERSON && token - before->last <= token_is(d, token - 1, ",");
}

static bool is_given_name(const Document *d, uint32_t token)
{
    KbText value;
    return is_cased_word(d, token) && kb_tables_find(TABLE_GIVEN_NAMES, d->tokens[token].lower, &value);
}

// Where two people run together, "Lisa Gilette Kristen Quinn", are cut: the second given name; 0:
// nowhere.
static uint32_t second_person(const Document *d, const Mention *name)
{
    uint32_t first = name->first;
    bool two = name->type == KB_PERSON && name->last - first == 4 && is_given_name(d, first) &&
               is_cased_word(d, first + 1) && !is_given_name(d, first + 1) && is_given_name(d, first + 2) &&
               is_cased_word(d, first + 3);
    return two ? first + 2 : 0;
}

// "Roggan dam", "Casa Arden presidential": a common word after a name in capitals is no part of it.
static bool is_common(const Document *d, uint32_t token)
{
    uint8_t pos = d->tokens[token].pos;
    return token_is_lower(d, token) && d->tokens[token].space == SPACE_BLANK && (pos == POS_NOUN || pos == POS_ADJ);
}

static uint32_t common_tail(const Document *d, uint32_t first, uint32_t last)
{
    uint32_t end = last;
    while (end > first + 1 && is_cased_word(d, first) && is_common(d, end - 1) && !token_in(d, end - 1, PARTICLES) &&
           !token_in(d, end - 1, "|junior|senior|"))
        end--;
    return end < last && end > first + 1 && token_in(d, end - 1, "|of|for|in|") ? end - 1 : end;
}

// "Hi Ann", "full Trade Committee": past what does not begin a name though its label says so.
static uint32_t first_word(const Document *d, const Mention *name)
{
    uint32_t first = name->first;
    while (first + 1 < name->last && is_cased_word(d, first + 1) &&
           ((name->type == KB_PERSON && token_in(d, first, SALUTES)) ||
            (token_is_lower(d, first) && d->tokens[first + 1].space == SPACE_BLANK &&
             (token_in(d, first, STATUS) || (is_common(d, first) && !token_in(d, first, PARTICLES))))))
        first++;
    return first;
}

// "the Poe Administration": a person's.
static bool is_persons(const Document *d, const Mention *name)
{
    uint32_t first = name->first;
    return name->type == KB_ORGANIZATION && name->last == first + 2 && token_is(d, first + 1, "administration") &&
           is_cased_word(d, first) && d->tokens[first].pos != POS_ADJ && d->tokens[first].pos != POS_NOUN &&
           !token_in(d, first, AGENCIES);
}

static void put_settled(Names *names, const Mention *name)
{
    const Document *d = names->document;
    uint32_t first = name->first, last = name->last, cut;
    bool mail = memchr(token_text(d, first).data, '@', token_text(d, first).length) != NULL;
    if (last < d->token_count && token_in(d, last, "|™|®|")) return; // a product
    if (last == first + 1 && (mail || is_letters(names, first))) return;
    first = first_word(d, name);
    last = common_tail(d, first, last);
    while (name->type == KB_PERSON && last > first + 1 && token_in(d, last - 1, LETTERS))
        last--;
    Mention settled = *name;
    settled.first = first;
    settled.last = last;
    if ((cut = region_start(d, &settled)) || (cut = second_person(d, &settled))) {
        put(names, settled, first, cut);
        put(names, settled, cut, last);
    } else if (is_persons(d, &settled)) {
        settled.type = KB_PERSON;
        put(names, settled, first, first + 1);
    } else if ((cut = suffix_of(d, &settled)) || (cut = university_of(d, &settled)) ||
               (cut = foreign_of(d, &settled))) {
        settled.type = KB_ORGANIZATION;
        put(names, settled, first, cut);
        settled.type = KB_PLACE;
        if (cut + 1 < last) put(names, settled, cut + 1, last);
    } else {
        put(names, settled, first, last);
    }
}

// ---------------------------------------------------------------------------------------------- neighbours

// "Superior Court of the" "District of Columbia", "Superior Court of" the "District of Columbia"
static bool dangles(const Document *d, const Mention *left)
{
    uint32_t last = left->last - 1;
    if (token_is(d, last, "the") && last > left->first) last--;
    return last > left->first && token_in(d, last, "|of|on|for|");
}

// "News Agency" of "Nigeria"
static bool is_office_of(const Document *d, const Mention *left, const Mention *right)
{
    return left->type == KB_ORGANIZATION && right->type == KB_PLACE && right->first == left->last + 1 &&
           token_is(d, left->last, "of") && left->last - left->first <= OFFICE_TOKENS &&
           is_cased_word(d, left->first) &&
           (token_in(d, left->first, OFFICES) || token_in(d, left->last - 1, OFFICES)) &&
           !(left->last > left->first + 1 && has_region(d, right->last));
}

// "Law Offices" of "Ann Poe"
static bool is_law_office(const Document *d, const Mention *left, const Mention *right)
{
    return left->type == KB_ORGANIZATION && right->type == KB_PERSON && right->first == left->last + 1 &&
           left->last > left->first + 1 && token_in(d, left->last - 2, "|law|") &&
           token_in(d, left->last - 1, "|office|offices|firm|") && token_is(d, left->last, "of");
}

// "Joost" van der "Westhuizen"
static bool is_one_person(const Document *d, const Mention *left, const Mention *right)
{
    uint32_t between = right->first - left->last;
    if (left->type != KB_PERSON || right->type != KB_PERSON || between > 3 || !is_cased_word(d, left->first) ||
        !is_cased_word(d, right->first))
        return false;
    for (uint32_t i = left->last; i < right->first; i++)
        if (!token_is_lower(d, i) || !blank_before(d, i) || !token_in(d, i, BETWEEN)) return false;
    return between > 0 && blank_before(d, right->first);
}

// "R.E." "Glenn", "Nasser" "Nasser", "Greater" "Noida", "National Museum" "Cardiff"
static bool are_one(const Document *d, const Mention *left, const Mention *right)
{
    bool body = left->type == KB_ORGANIZATION && right->type == KB_PLACE && left->last > left->first + 1;
    if (body && token_in(d, left->last - 1, OFFICES) && is_cased_word(d, right->first)) return true;
    if (left->type != right->type || left->last != left->first + 1) return false;
    if (left->type == KB_PLACE)
        return token_in(d, left->first, GO_TOGETHER) && is_cased_word(d, left->first) && is_cased_word(d, right->first);
    if (left->type != KB_PERSON || !is_cased_word(d, right->first)) return false;
    return is_initials(d, left->first) || (is_cased_word(d, left->first) && right->last == right->first + 1);
}

// "Bangkok" "Thonburi FC"
static bool is_club_of(const Document *d, const Mention *left, const Mention *right)
{
    return left->type != KB_PERSON && right->type == KB_ORGANIZATION && right->last > right->first + 1 &&
           token_in(d, right->last - 1, "|fc|afc|cf|sc|f.c.|a.f.c.|");
}

// "Lord" before "Rhys Poe": a title, though labelled a name.
static bool is_title(const Document *d, const Mention *left, const Mention *right)
{
    return left->type == KB_PERSON && right->type == KB_PERSON && left->last == left->first + 1 &&
           left->last == right->first && blank_before(d, right->first) && is_cased_word(d, right->first) &&
           (title_word(d->tokens[left->first].lower) & (TITLE_HON | TITLE_RANK));
}

static void join_neighbours(Names *names)
{
    const Document *d = names->document;
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++) {
        Mention *left = kept ? &names->items[kept - 1] : NULL, *right = &names->items[i];
        bool beside = left && left->last == right->first && blank_before(d, right->first);
        bool article = left && left->last + 1 == right->first && token_is(d, left->last, "the") && dangles(d, left);
        KbText end = left ? token_text(d, left->last - 1) : (KbText){"", 0};
        bool hyphen = left && left->last == right->first && d->tokens[right->first].space == SPACE_NONE &&
                      end.data[end.length - 1] == '-';
        if (left && is_title(d, left, right)) {
            *left = *right;
        } else if (beside && is_club_of(d, left, right)) {
            right->first = left->first;
            *left = *right;
        } else if (article || hyphen || (beside && (dangles(d, left) || are_one(d, left, right))) ||
                   (left &&
                    (is_office_of(d, left, right) || is_law_office(d, left, right) || is_one_person(d, left, right)))) {
            left->last = right->last;
            left->head = right->head;
        } else {
            names->items[kept++] = *right;
        }
    }
    names->count = kept;
}

// "Health," "Education", "Labor and Pensions Committee"
static bool are_topics(const Document *d, const Mention *left, const Mention *right)
{
    uint32_t comma = token_is(d, left->last - 1, ",") ? left->last - 1 : left->last;
    bool beside = right->first == comma + 1 && token_is(d, comma, ",") && right->type == KB_ORGANIZATION &&
                  token_in(d, right->last - 1, "|committee|subcommittee|ministry|department|") &&
                  right->last > right->first + 2 && token_in(d, right->last - 3, "|and|&|");
    for (uint32_t i = left->first; beside && i < left->last; i++)
        if (!token_in(d, i, TOPICS)) return false;
    return beside && left->last > left->first && is_cased_word(d, left->first);
}

static void join_topics(Names *names)
{
    size_t kept = 0;
    for (size_t i = names->count; i-- > 1;) {
        Mention *left = &names->items[i - 1], *right = &names->items[i];
        if (!are_topics(names->document, left, right)) continue;
        left->last = right->last;
        left->head = right->head;
        left->type = right->type;
        right->last = right->first; // taken
    }
    for (size_t i = 0; i < names->count; i++)
        if (names->items[i].last > names->items[i].first) names->items[kept++] = names->items[i];
    names->count = kept;
}

// 'Jim "Mad Dog" Mattis': what is quoted between two words in capitals, one of them a person's, is a nickname.
static uint32_t nickname_end(const Document *d, uint32_t quote)
{
    if (quote >= d->token_count || !token_in(d, quote, "|\"|“|") || d->tokens[quote].space != SPACE_BLANK) return 0;
    for (uint32_t i = quote + 1; i + 1 < d->token_count && i <= quote + 1 + NICKNAME_TOKENS; i++) {
        if (token_in(d, i, "|\"|”|"))
            return i > quote + 1 && d->tokens[i + 1].space == SPACE_BLANK && is_cased_word(d, i + 1) ? i + 1 : 0;
        if (!isupper((unsigned char)d->text.data[d->tokens[i].start]) && !token_in(d, i, "|of|the|")) return 0;
    }
    return 0;
}

// One past the name that goes on behind a nickname in marks; 0: none. Some of the marks and the nickname may have been
// taken for parts of it.
static uint32_t nicknamed_end(const Document *d, const Mention *name)
{
    for (uint32_t quote = name->first + 1; quote <= name->last; quote++) {
        uint32_t end = is_cased_word(d, quote - 1) ? nickname_end(d, quote) : 0;
        if (end) return end + 1;
    }
    return 0;
}

static void join_nicknames(Names *names)
{
    const Document *d = names->document;
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++) {
        Mention *name = &names->items[kept++];
        *name = names->items[i];
        uint32_t end = nicknamed_end(d, name);
        bool person = name->type == KB_PERSON;
        for (size_t k = i + 1; k < names->count && names->items[k].first < end; k++)
            person = person || (names->items[k].last >= end && names->items[k].type == KB_PERSON);
        if (!end || !person || end <= name->last) continue;
        for (; i + 1 < names->count && names->items[i + 1].first < end; i++)
            if (names->items[i + 1].last > end) end = names->items[i + 1].last;
        name->last = end;
        name->head = end - 1;
        name->type = KB_PERSON;
    }
    names->count = kept;
}

// "A." before "Noel Kramer", but not after a sentence's end: a list.
static void take_initials(Names *names)
{
    const Document *d = names->document;
    for (size_t i = 0; i < names->count; i++) {
        Mention *name = &names->items[i];
        uint32_t floor = i ? names->items[i - 1].last : 0;
        while (name->type == KB_PERSON && name->first > floor && is_initials(d, name->first - 1) &&
               is_cased_word(d, name->first) && blank_before(d, name->first) &&
               (blank_before(d, name->first - 1) || token_text(d, name->first - 1).length > LIST_MARK))
            name->first--;
    }
}

// "\"Kramer, Noel\" <kramer@acme.example>": widens the name of somebody turned round, in quotation marks.
static bool turn_round(const Document *d, Mention *name)
{
    uint32_t first = name->first, last = name->last;
    if (name->type != KB_PERSON) return false;
    if (last + 1 < d->token_count && token_is(d, last, ","))
        last += 2;
    else if (last == first + 1 && first >= 2 && token_is(d, first - 1, ","))
        first -= 2;
    if (token_is(d, last - 1, ",") && last < d->token_count) last++;
    bool quoted = first > 0 && last < d->token_count && token_is(d, first - 1, "\"") && token_is(d, last, "\"") &&
                  last - first == 3 && is_cased_word(d, first) && token_is(d, first + 1, ",") &&
                  is_cased_word(d, first + 2);
    if (!quoted) return false;
    name->first = first;
    name->last = last;
    name->head = first;
    return true;
}

// Names on either side that it now covers give way.
static void take_reversed(Names *names)
{
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++) {
        Mention name = names->items[i];
        if (kept && names->items[kept - 1].last > name.first) continue;
        bool turned = turn_round(names->document, &name);
        while (turned && kept && names->items[kept - 1].last > name.first)
            kept--;
        names->items[kept++] = name;
    }
    names->count = kept;
}

static bool is_free(const Names *names, size_t i, uint32_t token)
{
    return token < names->document->token_count && (i + 1 == names->count || names->items[i + 1].first > token);
}

// Whether words that complete a name end with this one: no noun goes on, as in "Acme Systems Analysts".
static bool ends_words(const Document *d, uint32_t token)
{
    return token + 1 == d->token_count || d->tokens[token + 1].space > SPACE_BLANK || !is_cased_word(d, token + 1) ||
           token_in(d, token + 1, SUFFIXES);
}

// "Arden Verft" AS, not "ARDEN AS HERO"
static bool is_nordic(const Document *d, uint32_t token)
{
    KbText text = token_text(d, token), before = token_text(d, token - 1);
    return text.length == 2 && token_in(d, token, "|as|ab|oy|sa|") && is_capital(text.data[0]) &&
           is_capital(text.data[1]) && !is_capital(before.data[before.length - 1]) && ends_words(d, token);
}

// "Carr" Futures, "Black" Sea, "Stockerau Holding" AG
static void take_last_words(Names *names)
{
    const Document *d = names->document;
    for (size_t i = 0; i < names->count; i++) {
        Mention *name = &names->items[i];
        uint32_t next = name->last;
        uint32_t last = name->last - 1;
        bool saint = last > name->first && token_in(d, last, POSSESSIVES) && token_is(d, next, "hospital");
        last -= saint; // "St. Arn's" Hospital
        if (!is_free(names, i, next) || d->tokens[next].space != SPACE_BLANK || !is_cased_word(d, last)) continue;
        bool suffix =
            name->type == KB_ORGANIZATION &&
            ((token_in(d, next, SUFFIXES) && is_capital(d->text.data[d->tokens[next].start])) || is_nordic(d, next));
        bool body = is_cased_word(d, next) && token_in(d, next, BODY) && ends_words(d, next);
        bool land = is_cased_word(d, next) && token_in(d, next, LAND) && ends_words(d, next);
        if (!suffix && !body && !land) continue;
        if (!suffix) name->head = next;
        name->last = next + 1;
        name->type = land ? KB_PLACE : KB_ORGANIZATION;
    }
}

// "Commission on" Appointments, "Third" Reich, "Prosecutor General"'s Office
static void take_next_words(Names *names)
{
    const Document *d = names->document;
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++) {
        if (kept && names->items[kept - 1].last > names->items[i].first) continue; // "Office", of the name before it
        Mention *name = &names->items[kept++];
        *name = names->items[i];
        uint32_t last = name->last;
        bool half = last == name->first + 1 && is_cased_word(d, name->first) && token_in(d, name->first, HALVES);
        bool of = dangles(d, name) || half || token_is(d, last - 1, "&");
        bool within = last > name->first + 1 && token_in(d, last - 1, POSSESSIVES); // labelled as part of it
        uint32_t mark = within ? last - 1 : last;
        bool office = name->type != KB_PLACE && is_free(names, i, mark) && token_in(d, mark, POSSESSIVES) &&
                      token_in(d, mark - 1, OFFICE_HOLDERS) && mark + 1 < d->token_count &&
                      token_in(d, mark + 1, "|office|court|") && is_cased_word(d, mark + 1);
        if (office) last = mark + 2;
        while (of && is_free(names, i, last) && d->tokens[last].space == SPACE_BLANK && is_cased_word(d, last))
            last++;
        if (last == name->last) continue;
        name->last = last;
        name->head = last - 1;
        if (office) name->type = KB_ORGANIZATION;
    }
    names->count = kept;
}

// Whether a name with the word before it is all that its line holds: a credit.
static bool is_line(const Document *d, const Mention *name)
{
    return d->tokens[name->first - 1].space >= SPACE_NEWLINE &&
           (name->last == d->token_count || d->tokens[name->last].space == SPACE_PARAGRAPH);
}

// "from The Mozilla Foundation": printed as part of the name.
static void take_articles(Names *names)
{
    const Document *d = names->document;
    for (size_t i = 0; i < names->count; i++) {
        Mention *name = &names->items[i];
        uint32_t floor = i ? names->items[i - 1].last : 0;
        if (name->type != KB_ORGANIZATION || name->first < floor + 2) continue;
        bool within = (token_is_lower(d, name->first - 2) || token_is(d, name->first - 2, ",")) &&
                      d->tokens[name->first - 1].space == SPACE_BLANK;
        bool printed = kb_text_equal(token_text(d, name->first - 1), kb_text("The")) && (within || is_line(d, name)) &&
                       d->tokens[name->first].space == SPACE_BLANK;
        if (printed) name->first--;
    }
}

// "Yahoo! said": where no sentence ends, the mark is printed as part of the name.
static void take_marks(Names *names)
{
    const Document *d = names->document;
    for (size_t i = 0; i < names->count; i++) {
        Mention *name = &names->items[i];
        uint32_t mark = name->last;
        bool printed = name->type == KB_ORGANIZATION && mark + 1 < d->token_count && token_is(d, mark, "!") &&
                       d->tokens[mark].space == SPACE_NONE &&
                       (token_is_lower(d, mark + 1) || token_in(d, mark + 1, "|'s|’s|,|)|"));
        if (printed) name->last++;
    }
}

// One past the line's last word of a paper's name from the token on: "Leith Weekend Review", "Courier Staff Writer";
// the token: none, or the line goes on otherwise.
static uint32_t paper_end(const Document *d, uint32_t first)
{
    static const char posts[] = "|staff|writer|reporter|correspondent|editor|columnist|critic|special|chief|bureau|";
    static const char desks[] =
        "|business|foreign|political|sports|science|health|national|world|city|state|religion|education|"
        "legal|affairs|economics|financial|arts|music|film|theater|theatre|senior|contributing|"
        "diplomatic|military|defense|defence|";
    uint32_t end = first, last = 0;
    for (; end < d->token_count && (end == first || d->tokens[end].space < SPACE_NEWLINE); end++) {
        if (!token_is_capitalized(d, end) && !token_in(d, end, "|of|the|and|&|")) return first;
        if (!last && token_in(d, end, posts)) last = end;
    }
    while (last > first + 1 && token_in(d, last - 1, desks))
        last--;
    return last ? last : end;
}

// "By Ann Poe, Leith Weekend Review": the paper of a byline has the rest of the line.
static void take_papers(Names *names)
{
    const Document *d = names->document;
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++) {
        Mention *name = &names->items[kept++];
        *name = names->items[i];
        const Mention *writer = kept > 1 ? name - 1 : NULL;
        bool signs = writer && writer->type == KB_PERSON && writer->first && token_is(d, writer->first - 1, "by") &&
                     d->tokens[writer->first - 1].space >= SPACE_NEWLINE;
        if (!signs || name->type == KB_PERSON || name->first != writer->last + 1 || !token_is(d, writer->last, ","))
            continue;
        uint32_t end = paper_end(d, name->first);
        if (end == name->first || (name->type == KB_PLACE && end <= name->last)) continue;
        name->last = end;
        name->head = end - 1;
        name->type = KB_ORGANIZATION;
        while (i + 1 < names->count && names->items[i + 1].first < end)
            i++;
    }
    names->count = kept;
}

// "Bethesda, Md. He left": the full stop of a state's abbreviation is part of it, and it is a place.
static void take_states(Names *names)
{
    static const char states[] =
        "|ala|ariz|ark|calif|colo|conn|del|fla|ill|ind|kan|ky|mass|md|mich|minn|miss|mo|mont|neb|nev|"
        "okla|ont|ore|pa|que|sask|tenn|tex|va|vt|wash|wis|wyo|";
    const Document *d = names->document;
    for (size_t i = 0; i < names->count; i++) {
        Mention *name = &names->items[i];
        KbText word = d->tokens[name->first].lower;
        bool dotted = word.length > 1 && word.data[word.length - 1] == '.';
        bool apart = !dotted && token_is(d, name->last, ".") && d->tokens[name->last].space == SPACE_NONE;
        bool behind = name->last == name->first + 1 && name->first && token_in(d, name->first - 1, "|,|(|");
        if (!behind || !(dotted || apart) || !token_is_capitalized(d, name->first)) continue;
        if (!word_among((KbText){word.data, word.length - dotted}, states)) continue;
        name->type = KB_PLACE;
        if (apart && name->last + 1 < d->token_count) name->last++;
    }
}

// "the foreign ministry of Peru": the country alone is named.
static void cut_ministries(Names *names)
{
    const Document *d = names->document;
    for (size_t i = 0; i < names->count; i++) {
        Mention *name = &names->items[i];
        bool common = name->type == KB_ORGANIZATION && name->last - name->first > 2 &&
                      kb_text_equal(token_text(d, name->first), d->tokens[name->first].lower) &&
                      token_is(d, name->last - 2, "of") && country_by_name(d->tokens[name->last - 1].lower);
        if (!common) continue;
        name->first = name->last - 1;
        name->type = KB_PLACE;
    }
}

// A word of small letters alone that is no name: not one of a region or a person, or an address.
static bool is_small_word(const Document *d, const Mention *name)
{
    KbText text = token_text(d, name->first), value;
    for (size_t i = 0; i < text.length; i++)
        if (text.data[i] == '.' || text.data[i] == '@' || isupper((unsigned char)text.data[i])) return false;
    return name->last == name->first + 1 && token_is_lower(d, name->first) && name->first &&
           (token_is_lower(d, name->first - 1) || token_is(d, name->first - 1, "the")) &&
           !bounds_is_region(d, name->first, name->last) && !country_by_name(text) &&
           !kb_tables_find(TABLE_GIVEN_NAMES, text, &value);
}

// "He paid in sloes", in a text whose other names have capitals.
static void drop_small(Names *names)
{
    const Document *d = names->document;
    size_t small = 0, kept = 0;
    for (size_t i = 0; i < names->count; i++)
        small += token_is_lower(d, names->items[i].first) && token_is_lower(d, names->items[i].last - 1);
    if (small * SMALL_SHARE > names->count) return;
    for (size_t i = 0; i < names->count; i++)
        if (!is_small_word(d, &names->items[i])) names->items[kept++] = names->items[i];
    names->count = kept;
}

// "the ferry Arden Queen", "the tanker Arden": a ship is no name. "the ship Arden bought" is one.
static bool is_ship(const Document *d, const Mention *name)
{
    uint8_t next = name->last < d->token_count ? d->tokens[name->last].pos : POS_NONE;
    bool goes_on =
        name->last < d->token_count && d->tokens[name->last].space == SPACE_BLANK && is_cased_word(d, name->last);
    return name->first && token_is_lower(d, name->first - 1) && blank_before(d, name->first) &&
           token_in(d, name->first - 1, SHIPS) && is_cased_word(d, name->first) &&
           (goes_on || (next != POS_VERB && next != POS_AUX && next != POS_ADV));
}

static void drop_ships(Names *names)
{
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++)
        if (!is_ship(names->document, &names->items[i])) names->items[kept++] = names->items[i];
    names->count = kept;
}

void bounds_settle(Document *document)
{
    Names names = {document, arena_alloc(document->arena, 2 * document->mention_count + 1, sizeof(Mention)), 0};
    for (size_t i = 0; i < document->mention_count; i++)
        put_settled(&names, &document->mentions[i]);
    drop_small(&names);
    drop_ships(&names);
    join_nicknames(&names);
    join_neighbours(&names);
    join_topics(&names);
    take_initials(&names);
    take_reversed(&names);
    take_last_words(&names);
    take_next_words(&names);
    take_articles(&names);
    take_marks(&names);
    take_papers(&names);
    take_states(&names);
    cut_ministries(&names);
    document->mentions = names.items;
    document->mention_count = names.count;
}
