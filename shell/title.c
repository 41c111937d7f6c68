// Titles of posts: which word is the head, which titles mean the same, which exist once, which lead an organization.
// SPDX-License-Identifier: MIT
#include "shell/title.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Spellings and synonyms, longest first; the last column stands for all of them.
static const struct {
    const char *said, *means; // words separated by blanks
} SYNONYMS[] = {
    {"chief executive officer", "ceo"},
    {"chief financial officer", "cfo"},
    {"chief operating officer", "coo"},
    {"chief technology officer", "cto"},
    {"commander in chief", "commanderinchief"},
    {"minister for foreign affairs", "foreign minister"},
    {"minister of foreign affairs", "foreign minister"},
    {"foreign affairs minister", "foreign minister"},
    {"minister of the interior", "interior minister"},
    {"director general", "director general"},
    {"prime minister", "premier"},
    {"chief executive", "ceo"},
    {"vice president", "vicepresident"},
    {"deputy president", "vicepresident"},
    {"vice chairman", "vicechairman"},
    {"vice chair", "vicechairman"},
    {"managing director", "managingdirector"},
    {"chair woman", "chairman"},
    {"chairwoman", "chairman"},
    {"chairperson", "chairman"},
    {"chair", "chairman"},
    {"spokeswoman", "spokesman"},
    {"spokesperson", "spokesman"},
    {"congresswoman", "congressman"},
    {"councilwoman", "councilman"},
    {"businesswoman", "businessman"},
    {"headmistress", "headmaster"},
    {"adviser", "advisor"},
    {"defence", "defense"},
    {"harbor", "harbour"},
    {"labour", "labor"},
    {"pm", "premier"},
    {"vp", "vicepresident"},
    {"counselor", "counsellor"},
    {"boss", "head"},
    {"leader", "head"},
    {"ambassador designate", "ambassador"},
};

// The same, for looking a head up in the knowledge base.
static const char *const VARIANTS[] = {
    "ceo|chief executive",
    "cfo|chief financial officer",
    "coo|chief operating officer",
    "cto|chief technology officer",
    "commanderinchief|commander in chief",
    "premier|prime minister|premier",
    "vicepresident|vice president|vice-president",
    "vicechairman|vice chairman|vice chair|vice-chairman",
    "managingdirector|managing director",
    "chairman|chairman|chairwoman|chair|chairperson",
    "spokesman|spokesman|spokeswoman|spokesperson",
    "congressman|congressman|congresswoman",
    "councilman|councilman|councilwoman",
    "headmaster|headmaster|headmistress",
    "advisor|adviser|advisor",
    "head|head|leader|boss",
    "leader|leader|head",
    "counsellor|counsellor|counselor",
    "businessman|businessman|businesswoman",
};

// Words that can be the head of a title.
static const char HEADS[] =
    " accountant actor actress administrator admiral advisor advocate agent aide ambassador analyst anchor apostle "
    "archbishop "
    "architect artist assistant associate astronaut athlete attache attaché attorney auditor author ayatollah banker "
    "baron bishop "
    "board boxer brigadier broker businessman bureaucrat candidate caliph captain cardinal cellist ceo cfo chairman "
    "chancellor "
    "chief chaplain chemist choreographer cleric clerk coach colonel columnist comedian commandant commander "
    "commanderinchief "
    "commissioner composer comptroller conductor congressman consul consultant controller coo coordinator coroner "
    "correspondent "
    "councillor councilman councilor counsel counsellor count critic cto curator dancer dean delegate deputy designer "
    "detective "
    "developer dictator diplomat director doctor driver duchess duke economist editor emir emperor engineer "
    "entrepreneur envoy "
    "executive expert farmer fellow filmmaker financier fisherman founder general golfer governor guard guitarist "
    "gynaecologist "
    "harbourmaster head headmaster historian imam inspector instructor interpreter inventor investigator investor "
    "journalist judge "
    "jurist justice king lawmaker lawyer lecturer legislator librarian lieutenant lobbyist magistrate major manager "
    "managingdirector marshal mathematician mayor mechanic mediator member merchant minister model monk mp musician "
    "narrator "
    "negotiator novelist nominee nurse officer official ombudsman opponent organizer owner painter paleontologist "
    "partner "
    "pastor patriarch person philanthropist philosopher photographer physician physicist pianist pilot player poet "
    "policeman politician pope premier premiere presenter president priest prime prince princess principal producer "
    "professor "
    "programmer promoter prosecutor provost psychiatrist psychologist publisher queen quarterback rabbi racer rapper "
    "rector "
    "referee regent registrar reporter representative researcher runner scholar scientist scout screenwriter sculptor "
    "secretary senator sergeant sheikh sheriff shah singer skipper soldier solicitor speaker specialist spokesman "
    "statistician storekeeper strategist striker student sultan superintendent superior supervisor surgeon swimmer "
    "teacher "
    "technician tenor trader trainer translator treasurer trustee tsar undersecretary vet veterinarian vicar "
    "vicechairman "
    "vicepresident violinist volunteer warden whip writer ";

// Many people hold these at once.
static const char SHARED[] =
    " accountant actor actress advisor advocate agent aide analyst artist assistant associate athlete attache attaché "
    "attorney author "
    "banker board businessman candidate congressman consultant correspondent councillor councilman councilor critic "
    "dancer "
    "delegate deputy designer developer diplomat director economist engineer executive expert farmer fellow founder "
    "fisherman general colonel "
    "guard guitarist historian inspector instructor investigator investor journalist judge justice lawmaker lawyer "
    "lecturer legislator "
    "lobbyist magistrate manager mechanic member merchant mp musician negotiator nurse officer official opponent "
    "organizer owner "
    "painter partner person philanthropist photographer physician physicist pianist pilot player poet policeman "
    "politician "
    "priest producer professor programmer prosecutor reporter representative researcher runner scholar scientist "
    "senator sergeant "
    "singer soldier specialist spokesman strategist student surgeon swimmer teacher technician trader trainer "
    "translator "
    "trustee undersecretary vet vicepresident violinist volunteer writer minister officer detective driver ";

// These make another post of the same words: a deputy minister is no minister.
static const char DEMOTING[] = " vice deputy assistant under associate junior shadow honorary aide sub co ";

// Titles that lead, highest first.
static const char *const LEADING[] = {
    "president|king|queen|emperor|sultan|emir|pope|ayatollah",
    "premier|chancellor|ceo|secretary general|director general|commanderinchief",
    "chairman|governor|mayor|commander|commandant|chief|director|managingdirector|general director|dean|rector|provost|"
    "principal|headmaster|editor|superintendent|commissioner|administrator|coach|captain|conductor|archbishop|"
    "patriarch|"
    "speaker|warden|sheriff",
    "leader|head|minister|secretary|manager|attorney general|prosecutor|owner|founder|abbot|bishop|judge|skipper|"
    "harbourmaster",
};

static const char *const SMALL[] = {"of", "the", "for", "and", "a",       "an",   "to", "at",  "in",
                                    "on", "&",   "'s",  "s",   "affairs", "with", "by", "her", "his"};

static bool in_words(const char *list, KbText word)
{
    if (word.length == 0) return false;
    for (const char *at = list; (at = memmem(at, strlen(at), word.data, word.length)); at++)
        if (at[-1] == ' ' && at[word.length] == ' ') return true;
    return false;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

// Lower-case words; hyphens part words, apostrophes and periods vanish.
static size_t split(Region *region, KbText text, KbText *words, size_t room)
{
    KbText lower = text_lower(region, text);
    size_t count = 0, at = 0;
    char *out = region_alloc(region, lower.length + 1, 1);
    while (at < lower.length && count < room) {
        size_t start = at, length = 0;
        while (at < lower.length && (is_letter(lower.data[at]) || lower.data[at] == '.' || lower.data[at] == '\'')) {
            if (is_letter(lower.data[at])) out[length++] = lower.data[at];
            at++;
        }
        if (length) {
            words[count++] = (KbText){out, length};
            out += length;
        }
        if (at == start) at++;
    }
    return count;
}

static bool is_head(KbText word)
{
    return in_words(HEADS, word);
}

static KbText singular(Region *region, KbText word)
{
    if (word.length < 4 || is_head(word) || word.data[word.length - 1] != 's') return word;
    KbText cut = text_slice(word, 0, word.length - 1);
    if (is_head(cut)) return cut;
    if (text_ends(word, "men")) return word;
    if (text_ends(word, "ies")) {
        KbText y = region_format(region, "%.*sy", (int)(word.length - 3), word.data);
        if (is_head(y)) return y;
    }
    if (text_ends(word, "es") && is_head(text_slice(word, 0, word.length - 2)))
        return text_slice(word, 0, word.length - 2);
    return word;
}

static KbText plural_men(Region *region, KbText word)
{
    if (!text_ends(word, "men") || word.length < 6) return word;
    return region_format(region, "%.*sman", (int)(word.length - 3), word.data);
}

// Words of `said` at `at`; 0 when they are not there.
static size_t said_at(const KbText *words, size_t count, size_t at, const char *said)
{
    size_t used = 0;
    while (*said) {
        size_t length = strcspn(said, " ");
        if (at + used >= count || words[at + used].length != length || memcmp(words[at + used].data, said, length) != 0)
            return 0;
        used++;
        said += length + (said[length] == ' ');
    }
    return used;
}

static size_t push_means(KbText *out, size_t count, const char *means)
{
    while (*means && count < 2 * TITLE_WORDS) {
        size_t length = strcspn(means, " ");
        out[count++] = (KbText){means, length};
        means += length + (means[length] == ' ');
    }
    return count;
}

// Canonical words in the order said.
static size_t canonical(Region *region, KbText text, KbText *out)
{
    KbText words[2 * TITLE_WORDS];
    size_t count = split(region, text, words, 2 * TITLE_WORDS), made = 0;
    for (size_t i = 0; i < count; i++)
        words[i] = plural_men(region, singular(region, words[i]));
    for (size_t at = 0; at < count && made < 2 * TITLE_WORDS - 2;) {
        size_t used = 0;
        for (size_t i = 0; i < COUNT(SYNONYMS) && !used; i++)
            if ((used = said_at(words, count, at, SYNONYMS[i].said))) made = push_means(out, made, SYNONYMS[i].means);
        if (!used) out[made++] = words[at];
        at += used ? used : 1;
    }
    return made;
}

static bool is_small(KbText word)
{
    for (size_t i = 0; i < COUNT(SMALL); i++)
        if (text_is(word, SMALL[i])) return true;
    return false;
}

static bool is_preposition(KbText word)
{
    return text_is(word, "of") || text_is(word, "for") || text_is(word, "to") || text_is(word, "at") ||
           text_is(word, "in") || text_is(word, "on") || text_is(word, "with");
}

// The last word before the first preposition; what follows the noun in "attorney general" is passed over.
static KbText head_of(const KbText *words, size_t count)
{
    size_t end = 0;
    while (end < count && !is_preposition(words[end]))
        end++;
    while (end > 1 && is_head(words[end - 2]) &&
           (text_is(words[end - 1], "general") || text_is(words[end - 1], "elect") ||
            text_is(words[end - 1], "designate") || text_is(words[end - 1], "emeritus")))
        end--;
    return end ? words[end - 1] : (KbText){"", 0};
}

Title title_read(Region *region, KbText text)
{
    KbText words[2 * TITLE_WORDS];
    size_t count = canonical(region, text, words);
    Title title = {.head = head_of(words, count)};
    bool after = false;
    for (size_t i = 0; i < count && title.count < TITLE_WORDS; i++) {
        size_t at = 0;
        if (i > 0 && is_preposition(words[i])) after = true;
        if (is_small(words[i])) continue;
        while (at < title.count && kb_text_compare(title.words[at], words[i]) < 0)
            at++;
        if (at < title.count && kb_text_equal(title.words[at], words[i])) continue;
        memmove(title.words + at + 1, title.words + at, (title.count - at) * sizeof *title.words);
        memmove(title.after + at + 1, title.after + at, (title.count - at) * sizeof *title.after);
        title.words[at] = words[i];
        title.after[at] = after;
        title.count++;
    }
    return title;
}

static bool has_word(const Title *title, KbText word)
{
    for (size_t i = 0; i < title->count; i++)
        if (kb_text_equal(title->words[i], word)) return true;
    return false;
}

// Words a title may be asked with though it is printed without them.
static bool droppable(KbText word)
{
    return in_words(
        " new longtime long time top senior board executive committee government state official present incumbent ",
        word);
}

static TitleMatch match_part(const Title *asked, const Title *held, const Title *excused)
{
    if (asked->count == 0 || held->count == 0 || !kb_text_equal(asked->head, held->head)) return TITLES_DIFFER;
    bool same = true;
    for (size_t i = 0; i < asked->count; i++) {
        if (has_word(held, asked->words[i]) || has_word(excused, asked->words[i])) continue;
        if (in_words(DEMOTING, asked->words[i]) || !droppable(asked->words[i])) return TITLES_DIFFER;
        same = false;
    }
    for (size_t i = 0; i < held->count; i++) {
        if (has_word(asked, held->words[i])) continue;
        bool excuse = has_word(excused, held->words[i]);
        if (in_words(DEMOTING, held->words[i])) return TITLES_DIFFER;
        if (held->after[i] && !excuse && !in_words(" board committee ", held->words[i]))
            return TITLES_DIFFER; // "head of communications" is no head
        same = same && has_word(excused, held->words[i]);
    }
    return same ? TITLES_SAME : TITLES_OVERLAP;
}

// Where the next part of "chairman and chief executive" begins; the length at the end.
static size_t next_part(KbText title, size_t at, size_t *skip)
{
    static const char *const JOINTS[] = {" and ", ", ", " & ", "/"};
    for (; at < title.length; at++)
        for (size_t i = 0; i < COUNT(JOINTS); i++)
            if (text_starts(text_slice(title, at, title.length), JOINTS[i])) return *skip = strlen(JOINTS[i]), at;
    return *skip = 0, title.length;
}

TitleMatch title_match(Region *region, KbText asked, KbText held, KbText excused)
{
    Title wanted = title_read(region, asked), whole = title_read(region, held),
          free_words = title_read(region, excused);
    TitleMatch best = match_part(&wanted, &whole, &free_words);
    size_t skip, end = next_part(held, 0, &skip);
    if (best == TITLES_SAME || end == held.length) return best;
    for (size_t at = 0; at < held.length; at = end + skip) {
        end = next_part(held, at, &skip);
        Title part = title_read(region, text_slice(held, at, end));
        if (match_part(&wanted, &part, &free_words) != TITLES_DIFFER) return TITLES_OVERLAP;
    }
    return best;
}

KbText title_strip(KbText phrase, TitleWish *wish)
{
    static const struct {
        const char *word;
        int wish; // -1: an article
    } WORDS[] = {{"the", -1},
                 {"a", -1},
                 {"an", -1},
                 {"of", -1},
                 {"all", -1},
                 {"as", -1},
                 {"new", -1},
                 {"any", -1},
                 {"acting", WISH_ACTING},
                 {"interim", WISH_ACTING},
                 {"caretaker", WISH_ACTING},
                 {"former", WISH_FORMER},
                 {"ex", WISH_FORMER},
                 {"previous", WISH_FORMER},
                 {"past", WISH_FORMER},
                 {"last", WISH_FORMER},
                 {"then", WISH_FORMER},
                 {"current", WISH_CURRENT},
                 {"present", WISH_CURRENT},
                 {"incumbent", WISH_CURRENT},
                 {"sitting", WISH_CURRENT},
                 {"now", WISH_CURRENT},
                 {"next", WISH_NEXT},
                 {"future", WISH_NEXT},
                 {"incoming", WISH_NEXT},
                 {"nominee", WISH_NOMINEE},
                 {"candidate", WISH_CANDIDATE},
                 {"candidates", WISH_CANDIDATE},
                 {"nominees", WISH_NOMINEE},
                 {"for", -1}};
    for (bool more = true; more;) {
        size_t length = 0;
        phrase = text_trim(phrase);
        while (length < phrase.length && phrase.data[length] != ' ' && phrase.data[length] != '-')
            length++;
        more = false;
        for (size_t i = 0; i < COUNT(WORDS) && length < phrase.length; i++) {
            if (!text_is_any_case(text_slice(phrase, 0, length), WORDS[i].word)) continue;
            if (phrase.data[length] == '-' && WORDS[i].wish != WISH_FORMER) continue;
            if (WORDS[i].wish >= 0) *wish = (TitleWish)WORDS[i].wish;
            phrase = text_slice(phrase, length + 1, phrase.length);
            more = true;
            break;
        }
    }
    if (phrase.length > 8 && text_is_any_case(text_slice(phrase, phrase.length - 8, phrase.length), " nominee")) {
        *wish = WISH_NOMINEE;
        phrase.length -= 8;
    }
    return phrase;
}

// "Boeing CEO": the last word. "chief of the Russian general staff", "Obama's lawyer": the word before a preposition.
bool title_known(Region *region, KbText phrase)
{
    KbText words[2 * TITLE_WORDS];
    size_t count = canonical(region, phrase, words);
    if (count == 0) return false;
    KbText head = head_of(words, count);
    return is_head(head);
}

bool title_single(Region *region, KbText title)
{
    Title read = title_read(region, title);
    bool deputy = false;
    for (size_t i = 0; i < read.count; i++)
        deputy = deputy || in_words(DEMOTING, read.words[i]);
    if (in_words(" minister general attorney ", read.head) && read.count > 1 && !deputy) return true;
    if (in_words(" manager director executive officer ", read.head) && !deputy)
        return has_word(&read, kb_text("general")) || has_word(&read, kb_text("executive")) ||
               has_word(&read, kb_text("chief")) || read.count == 1;
    return !in_words(SHARED, read.head) && !deputy;
}

unsigned title_rank(Region *region, KbText title)
{
    Title read = title_read(region, title);
    for (size_t i = 0; i < read.count; i++)
        if (in_words(DEMOTING, read.words[i])) return 0;
    if (text_is(read.head, "director") && in_words(SHARED, read.head) && has_word(&read, kb_text("board"))) return 0;
    if (text_is(read.head, "secretary") && has_word(&read, kb_text("press"))) return 0;
    for (unsigned rank = 0; rank < COUNT(LEADING); rank++) {
        for (const char *word = LEADING[rank]; *word;) {
            size_t length = strcspn(word, "|"), first = strcspn(word, "| ");
            bool fits = read.head.length == first && memcmp(read.head.data, word, first) == 0;
            if (fits && first < length) fits = has_word(&read, (KbText){word + first + 1, length - first - 1});
            bool whole = !in_words(" director manager ", read.head) || title_single(region, title);
            if (fits) return whole ? rank + 1 : TITLE_RANKS; // "director of scouting", where nobody is above
            word += length + (word[length] == '|');
        }
    }
    return 0;
}

size_t title_variants(Region *region, KbText asked, KbText variants[8])
{
    Title read = title_read(region, asked);
    size_t count = 0;
    for (size_t i = 0; i < COUNT(VARIANTS); i++) {
        size_t length = strcspn(VARIANTS[i], "|");
        if (read.head.length != length || memcmp(read.head.data, VARIANTS[i], length) != 0) continue;
        if (text_is(read.head, "ceo") || text_is(read.head, "cfo") || text_is(read.head, "coo") ||
            text_is(read.head, "cto"))
            variants[count++] = read.head;
        for (const char *word = VARIANTS[i] + length + 1; *word && count < 8;) {
            size_t part = strcspn(word, "|");
            variants[count++] = (KbText){word, part};
            word += part + (word[part] == '|');
        }
        return count;
    }
    variants[count++] = read.head;
    return count;
}
