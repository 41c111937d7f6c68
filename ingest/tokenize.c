// Cuts UTF-8 text into the words of UD English: matchers tried in order, each driven by a table.
// SPDX-License-Identifier: MIT
//
// At each position: emoticon | address | handle, tag, elision | number | word | symbols. The first matcher that takes
// something decides. A word is then cut into its parts: ca + n't, gon + na, John + 's.
#include "ingest/tokenize.h"

#include <string.h>
#include <utf8proc.h>

// ---------------------------------------------------------------------------------------------- tables

// Words that end in a period, and when they keep it.
typedef enum KeepPeriod {
    KEEP_ALWAYS,  // a title, never last in a sentence: Mr.
    KEEP_INSIDE,  // unless a sentence ends here: Inc.
    KEEP_CAPITAL, // as KEEP_INSIDE, only if it starts with a capital: Rev.
    KEEP_LAST,    // as KEEP_CAPITAL, but what goes on in quotation marks and a capital is a new sentence: Ore. "Run!"
    KEEP_NUMBER,  // only before a number: no. 5
} KeepPeriod;

static const struct {
    const char *word;
    KeepPeriod keep;
} ABBREVIATIONS[] = {
    {"mr", KEEP_ALWAYS},     {"mrs", KEEP_ALWAYS},    {"ms", KEEP_ALWAYS},    {"dr", KEEP_ALWAYS},
    {"messrs", KEEP_ALWAYS}, {"mme", KEEP_ALWAYS},    {"mlle", KEEP_ALWAYS},  {"prof", KEEP_ALWAYS},
    {"drs", KEEP_ALWAYS},    {"sts", KEEP_CAPITAL},   {"rev", KEEP_CAPITAL},  {"hon", KEEP_CAPITAL},
    {"gen", KEEP_CAPITAL},   {"lt", KEEP_ALWAYS},     {"col", KEEP_CAPITAL},  {"capt", KEEP_ALWAYS},
    {"maj", KEEP_ALWAYS},    {"cmdr", KEEP_ALWAYS},   {"sgt", KEEP_ALWAYS},   {"cpl", KEEP_ALWAYS},
    {"pvt", KEEP_CAPITAL},   {"adm", KEEP_CAPITAL},   {"brig", KEEP_ALWAYS},  {"gov", KEEP_CAPITAL},
    {"sen", KEEP_CAPITAL},   {"sens", KEEP_CAPITAL},  {"rep", KEEP_CAPITAL},  {"reps", KEEP_CAPITAL},
    {"pres", KEEP_CAPITAL},  {"supt", KEEP_ALWAYS},   {"insp", KEEP_ALWAYS},  {"amb", KEEP_CAPITAL},
    {"atty", KEEP_CAPITAL},  {"st", KEEP_CAPITAL},    {"ste", KEEP_CAPITAL},  {"ft", KEEP_CAPITAL},
    {"mt", KEEP_CAPITAL},    {"jr", KEEP_INSIDE},     {"sr", KEEP_INSIDE},    {"esq", KEEP_INSIDE},
    {"inc", KEEP_INSIDE},    {"corp", KEEP_INSIDE},   {"co", KEEP_INSIDE},    {"cos", KEEP_CAPITAL},
    {"ltd", KEEP_INSIDE},    {"bros", KEEP_CAPITAL},  {"llc", KEEP_CAPITAL},  {"dept", KEEP_INSIDE},
    {"div", KEEP_INSIDE},    {"univ", KEEP_INSIDE},   {"assn", KEEP_CAPITAL}, {"ave", KEEP_CAPITAL},
    {"blvd", KEEP_CAPITAL},  {"rd", KEEP_CAPITAL},    {"hwy", KEEP_CAPITAL},  {"rt", KEEP_CAPITAL},
    {"jan", KEEP_LAST},      {"feb", KEEP_LAST},      {"mar", KEEP_LAST},     {"apr", KEEP_LAST},
    {"jun", KEEP_LAST},      {"jul", KEEP_LAST},      {"aug", KEEP_LAST},     {"sep", KEEP_LAST},
    {"sept", KEEP_LAST},     {"oct", KEEP_LAST},      {"nov", KEEP_LAST},     {"dec", KEEP_LAST},
    {"mon", KEEP_LAST},      {"tue", KEEP_LAST},      {"tues", KEEP_LAST},    {"wed", KEEP_LAST},
    {"thu", KEEP_LAST},      {"thur", KEEP_LAST},     {"thurs", KEEP_LAST},   {"fri", KEEP_LAST},
    {"sat", KEEP_LAST},      {"sun", KEEP_LAST},      {"vs", KEEP_INSIDE},    {"etc", KEEP_INSIDE},
    {"eg", KEEP_INSIDE},     {"ie", KEEP_INSIDE},     {"al", KEEP_INSIDE},    {"ca", KEEP_NUMBER},
    {"cf", KEEP_INSIDE},     {"approx", KEEP_INSIDE}, {"esp", KEEP_INSIDE},   {"est", KEEP_INSIDE},
    {"ext", KEEP_INSIDE},    {"attn", KEEP_INSIDE},   {"incl", KEEP_INSIDE},  {"ph", KEEP_INSIDE},
    {"ps", KEEP_INSIDE},     {"spec", KEEP_INSIDE},   {"conf", KEEP_INSIDE},  {"para", KEEP_INSIDE},
    {"yrs", KEEP_INSIDE},    {"mins", KEEP_INSIDE},   {"oz", KEEP_INSIDE},    {"lb", KEEP_INSIDE},
    {"lbs", KEEP_INSIDE},    {"sq", KEEP_INSIDE},     {"arrv", KEEP_INSIDE},  {"trans", KEEP_CAPITAL},
    {"eds", KEEP_INSIDE},    {"no", KEEP_NUMBER},     {"nos", KEEP_NUMBER},   {"vol", KEEP_NUMBER},
    {"vols", KEEP_NUMBER},   {"sec", KEEP_NUMBER},    {"art", KEEP_NUMBER},   {"p", KEEP_NUMBER},
    {"pp", KEEP_NUMBER},     {"c", KEEP_NUMBER},      {"b", KEEP_NUMBER},     {"d", KEEP_NUMBER},
    {"fig", KEEP_NUMBER},    {"figs", KEEP_NUMBER},   {"ch", KEEP_NUMBER},    {"ala", KEEP_LAST},
    {"ariz", KEEP_LAST},     {"ark", KEEP_LAST},      {"calif", KEEP_LAST},   {"colo", KEEP_LAST},
    {"conn", KEEP_LAST},     {"del", KEEP_LAST},      {"fla", KEEP_LAST},     {"ga", KEEP_LAST},
    {"ill", KEEP_LAST},      {"ind", KEEP_LAST},      {"kan", KEEP_LAST},     {"ky", KEEP_LAST},
    {"la", KEEP_LAST},       {"md", KEEP_LAST},       {"mass", KEEP_LAST},    {"mich", KEEP_LAST},
    {"minn", KEEP_LAST},     {"miss", KEEP_LAST},     {"mo", KEEP_LAST},      {"mont", KEEP_LAST},
    {"neb", KEEP_LAST},      {"nev", KEEP_LAST},      {"okla", KEEP_LAST},    {"ont", KEEP_LAST},
    {"ore", KEEP_LAST},      {"pa", KEEP_LAST},       {"que", KEEP_LAST},     {"tenn", KEEP_LAST},
    {"tex", KEEP_LAST},      {"va", KEEP_LAST},       {"vt", KEEP_LAST},      {"wash", KEEP_LAST},
    {"wis", KEEP_LAST},      {"wyo", KEEP_LAST},
};

// After an abbreviation and a space, these words say that a new sentence has begun.
static const char *const STARTERS[] = {
    "a",     "after",   "all",    "also",   "although",  "an",      "and",   "another", "any",   "as",     "at",
    "be",    "because", "but",    "by",     "can",       "despite", "did",   "do",      "does",  "during", "e.g",
    "for",   "from",    "he",     "her",    "here",      "his",     "how",   "however", "i",     "if",     "in",
    "it",    "its",     "last",   "many",   "meanwhile", "more",    "most",  "my",      "no",    "not",    "now",
    "on",    "once",    "one",    "only",   "or",        "other",   "our",   "please",  "see",   "she",    "since",
    "so",    "some",    "such",   "thanks", "that",      "the",     "their", "then",    "there", "these",  "they",
    "this",  "those",   "though", "thus",   "to",        "under",   "until", "we",      "what",  "when",   "where",
    "while", "who",     "why",    "with",   "you",       "your",
};

// Prefixes that stay in one word with what follows their hyphen.
static const char *const PREFIXES[] = {
    "ante",  "anti",  "arch",  "bi",    "co",    "counter", "cross", "e",     "ex",     "extra",  "hyper",
    "infra", "inter", "intra", "macro", "mega",  "meta",    "micro", "mid",   "mini",   "multi",  "neo",
    "non",   "over",  "pan",   "para",  "post",  "pre",     "pro",   "proto", "pseudo", "psycho", "quasi",
    "re",    "semi",  "socio", "sub",   "super", "supra",   "trans", "tri",   "ultra",  "un",     "under",
};
static const char *const SUFFIXES[] = {"esque", "wise"};

// Words written as one that are two or three, with the length of the first and second part.
static const struct {
    const char *word;
    uint8_t first, second;
} FUSED[] = {
    {"aint", 2, 0},    {"alot", 1, 0},    {"arent", 3, 0},   {"arnt", 2, 0},    {"cannot", 3, 0},   {"cant", 2, 0},
    {"couldnt", 5, 0}, {"couldve", 5, 0}, {"didnt", 3, 0},   {"doesnt", 4, 0},  {"dont", 2, 0},     {"dunno", 2, 1},
    {"elses", 4, 0},   {"gimme", 3, 0},   {"gonna", 3, 0},   {"gotta", 3, 0},   {"hadnt", 3, 0},    {"hasnt", 3, 0},
    {"havent", 4, 0},  {"heres", 4, 0},   {"hes", 2, 0},     {"im", 1, 0},      {"isnt", 2, 0},     {"itll", 2, 0},
    {"ive", 1, 0},     {"lemme", 3, 0},   {"outta", 3, 0},   {"shes", 3, 0},    {"shouldnt", 6, 0}, {"shouldve", 6, 0},
    {"thats", 4, 0},   {"theres", 5, 0},  {"theyll", 4, 0},  {"theyre", 4, 0},  {"theyve", 4, 0},   {"todays", 5, 0},
    {"wana", 3, 0},    {"wanna", 3, 0},   {"wasnt", 3, 0},   {"werent", 4, 0},  {"whats", 4, 0},    {"wheres", 5, 0},
    {"whos", 3, 0},    {"wont", 2, 0},    {"wouldnt", 5, 0}, {"wouldve", 5, 0}, {"youll", 3, 0},    {"youre", 3, 0},
    {"youve", 3, 0},
};

// Words that are two only in some places: a possessive whose next word cannot begin what is owned, "lets" that opens a
// sentence.
typedef enum Place { BEFORE_OTHERS, OPENING } Place;
static const struct {
    const char *word;
    uint8_t first;
    Place place;
} FUSED_AT[] = {{"its", 2, BEFORE_OTHERS}, {"your", 3, BEFORE_OTHERS}, {"lets", 3, OPENING}};
// What nobody owns.
static const char *const OTHERS[] = {
    "a",      "about", "all",     "also",  "an",    "at",    "because", "been", "between", "by",       "definitely",
    "for",    "from",  "getting", "going", "gonna", "gotta", "her",     "his",  "how",     "i",        "if",
    "in",     "it",    "just",    "like",  "my",    "not",   "nothing", "on",   "our",     "probably", "really",
    "simply", "still", "that",    "the",   "their", "there", "these",   "they", "this",    "those",    "to",
    "too",    "we",    "what",    "when",  "where", "who",   "why",     "with", "you",     "your",
};

// What follows an apostrophe and is a word of its own; "t" takes the n before it along.
static const char *const CLITICS[] = {"s", "m", "re", "ve", "ll", "d", "t"};
// Words that start with an apostrophe.
static const char *const ELISIONS[] = {"em", "til", "till", "cause", "n", "bout", "twas", "tis"};
// Letters after a number that are a word of their own.
static const char *const UNITS[] = {
    "am", "b",   "bn", "c",  "cm", "f",   "ft", "ghz", "hh",   "hp", "hr",  "hrs", "hz",   "in", "k",  "kb",
    "kg", "khz", "km", "kw", "lb", "lbs", "m",  "mb",  "mbps", "mg", "mhz", "min", "mins", "ml", "mm", "mph",
    "mw", "nm",  "oz", "p",  "pm", "ppm", "sq", "t",   "tb",   "tn", "v",   "w",   "x",    "yo", "yr", "yrs",
};
// Words that nothing cuts; "w/" only where a letter follows it: w/it.
static const char *const WHOLE[] = {"w/o",  "w/out", "w/",    "l/c",   "b/t",   "s/he",    "b/c",   "i/c",  "i/s",
                                    "24/7", "n/a",   "ph.d.", "m.sc.", "b.sc.", "d.phil.", "ll.b.", "ll.m."};
// 9 stands for any digit. Telephone numbers and dates.
static const char *const NUMBER_FORMS[] = {
    "999-999-9999", "9-999-999-9999", "999/999-9999", "999-9999", "9999-99-99", "99-99-9999", "99-99-99", "9-9999",
};
static const char *const SCHEMES[] = {"http://", "https://", "ftp://", "mailto:", "www."};
static const char *const NEWSGROUPS[] = {"alt", "ba", "comp", "misc", "rec", "sci", "soc", "talk"};
// Last labels of host and file names that are not English words.
static const char *const LABELS[] = {
    "asp", "au",  "biz",  "ca", "com", "csv",  "de",  "doc", "docx", "edu", "eu",  "exe",  "fr",  "gif",
    "gov", "htm", "html", "io", "jp",  "jpeg", "jpg", "mil", "mp3",  "net", "nl",  "org",  "pdf", "php",
    "png", "ppt", "ru",   "tv", "tw",  "txt",  "uk",  "url", "us",   "wav", "xls", "xlsx", "zip",
};
static const char *const EMOTICONS[] = {
    ">:(", ":-)", ":-(", ";-)", ":-/", ":-D", ":-P", ":'(", "^_^", ":)",
    ":(",  ";)",  "=)",  "=(",  ":D",  ":P",  ":/",  "<3",  "(:",
};
static const char *const ARROWS[] = {"--->", "-->", "->", "===>", "==>", "=>", "<--", "<-", ">=", "<="};

#define COUNT(table)    (sizeof(table) / sizeof *(table))
#define IN(table, word) in_table(table, COUNT(table), word)

// ---------------------------------------------------------------------------------------------- characters

typedef enum Class { SPACE, LETTER, DIGIT, SYMBOL } Class;

typedef struct Glyph {
    int32_t code;
    Class class;
    size_t size; // bytes; 0 past the end, where the class is SPACE
} Glyph;

static Class ascii_class(int32_t c)
{
    if (c <= ' ' || c == 0x7f) return SPACE;
    if (c >= '0' && c <= '9') return DIGIT;
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ? LETTER : SYMBOL;
}

static Class unicode_class(int32_t code)
{
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC: return SPACE;
    case UTF8PROC_CATEGORY_CF: return code == 0x200b || code == 0xfeff ? SPACE : LETTER;
    case UTF8PROC_CATEGORY_LO: return code == 0xaa || code == 0xba ? SYMBOL : LETTER;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return LETTER;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL: return DIGIT;
    default: return SYMBOL;
    }
}

static Glyph glyph_at(const Tokenizer *t, size_t at)
{
    if (at >= t->length) return (Glyph){.class = SPACE};
    unsigned char byte = (unsigned char)t->text[at];
    if (byte < 0x80) return (Glyph){byte, ascii_class(byte), 1};
    size_t left = t->length - at < 4 ? t->length - at : 4;
    int32_t code;
    utf8proc_ssize_t size = utf8proc_iterate((const unsigned char *)t->text + at, (utf8proc_ssize_t)left, &code);
    if (size <= 0) return (Glyph){0xfffd, SYMBOL, 1};
    return (Glyph){code, unicode_class(code), (size_t)size};
}

static Glyph glyph_before(const Tokenizer *t, size_t at)
{
    if (at == 0) return (Glyph){.class = SPACE};
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && ((unsigned char)t->text[start] & 0xc0) == 0x80)
        start--;
    return glyph_at(t, start);
}

static bool is_alnum(Glyph g)
{
    return g.class == LETTER || g.class == DIGIT;
}

static bool is_upper(Glyph g)
{
    if (g.code < 0x80) return g.code >= 'A' && g.code <= 'Z';
    return utf8proc_category(g.code) == UTF8PROC_CATEGORY_LU;
}

static bool is_apostrophe(Glyph g)
{
    return g.code == '\'' || g.code == 0x2019 || g.code == '`' || g.code == 0xb4 || g.code == 0x2018;
}

static bool is_hyphen(Glyph g)
{
    return g.code == '-' || g.code == 0x2010 || g.code == 0x2011;
}

static char byte_at(const Tokenizer *t, size_t at)
{
    return at < t->length ? t->text[at] : '\0';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// ---------------------------------------------------------------------------------------------- look-ups

enum { WORD_ROOM = 16 };

// The ASCII word [start, end) in lower case; "" if it is too long for any table.
static const char *lower(const Tokenizer *t, size_t start, size_t end, char out[WORD_ROOM])
{
    size_t n = end - start < WORD_ROOM ? end - start : 0;
    for (size_t i = 0; i < n; i++) {
        char c = t->text[start + i];
        out[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    out[n] = '\0';
    return out;
}

static bool in_table(const char *const *table, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (table[i][0] == word[0] && strcmp(table[i], word) == 0) return true;
    return false;
}

// Length of the pattern if the text at `at` starts with it, letters in any case.
static size_t starts_with(const Tokenizer *t, size_t at, const char *pattern)
{
    size_t n = strlen(pattern);
    if (t->length - at < n) return 0;
    for (size_t i = 0; i < n; i++) {
        char c = t->text[at + i];
        if (c >= 'A' && c <= 'Z') c = (char)(c | 0x20);
        if (c != pattern[i] && t->text[at + i] != pattern[i]) return 0;
    }
    return n;
}

static size_t letters_end(const Tokenizer *t, size_t at)
{
    size_t limit = at + TOKENIZE_MAX;
    for (Glyph g; (g = glyph_at(t, at)).class == LETTER && at + g.size <= limit;)
        at += g.size;
    return at;
}

static size_t digits_end(const Tokenizer *t, size_t at)
{
    size_t limit = at + TOKENIZE_MAX;
    for (Glyph g; (g = glyph_at(t, at)).class == DIGIT && at + g.size <= limit;)
        at += g.size;
    return at;
}

// ---------------------------------------------------------------------------------------------- where sentences end

// True before the end of the text or a blank line.
static bool paragraph_ends(const Tokenizer *t, size_t at)
{
    int lines = 0;
    size_t limit = at + 64;
    for (Glyph g; lines < 2 && at < limit && (g = glyph_at(t, at)).class == SPACE; at += g.size) {
        if (g.size == 0) return true;
        lines += g.code == '\n';
    }
    return lines >= 2;
}

static bool opens_quotation(Glyph g)
{
    return g.code == '"' || g.code == '\'' || g.code == 0x201c || g.code == 0x2018;
}

// Which words say in quotation marks that a new sentence has begun.
typedef enum Quoted { QUOTED_NONE, QUOTED_STARTERS, QUOTED_ALL } Quoted;

// True where what follows an abbreviation is a new sentence.
static bool sentence_ends(const Tokenizer *t, size_t at, Quoted words)
{
    if (paragraph_ends(t, at)) return true;
    size_t start = at;
    while (start < t->length && start < at + 4 && t->text[start] == ' ')
        start++;
    if (start == at) return false;
    Glyph mark = glyph_at(t, start);
    bool quoted = words != QUOTED_NONE && opens_quotation(mark);
    if (quoted) start += mark.size;
    char word[WORD_ROOM];
    if (!is_upper(glyph_at(t, start))) return false;
    size_t end = letters_end(t, start);
    return (quoted && words == QUOTED_ALL) || (byte_at(t, end) != '.' && IN(STARTERS, lower(t, start, end, word)));
}

static bool number_follows(const Tokenizer *t, size_t at)
{
    while (byte_at(t, at) == ' ')
        at++;
    return is_digit(byte_at(t, at));
}

// ---------------------------------------------------------------------------------------------- matchers
// Each returns the end of the token that starts at `at`, or `at` if there is none of its kind.

static size_t match_emoticon(Tokenizer *t, size_t at)
{
    char c = t->text[at];
    if (!c || !strchr(">:;=^<(", c)) return at;
    bool glued = is_alnum(glyph_before(t, at));
    for (size_t i = 0; i < COUNT(EMOTICONS); i++) {
        size_t n = strlen(EMOTICONS[i]);
        if (t->length - at < n || memcmp(t->text + at, EMOTICONS[i], n) != 0) continue;
        Glyph next = glyph_at(t, at + n);
        if (glued && (!strchr(":;", c) || EMOTICONS[i][n - 1] != ')')) continue; // only smiles: family:)
        if (!is_alnum(next) && next.code != '/' && (c != '(' || next.class == SPACE)) return at + n;
    }
    return at;
}

static bool is_address_byte(unsigned char c)
{
    return c >= 0x80 || ascii_class(c) == LETTER || is_digit((char)c) || (c && strchr("._%+-", c));
}

// The end of a web address: punctuation that closes the sentence or the bracket around it does not belong to it.
static size_t trim_address(const Tokenizer *t, size_t start, size_t end)
{
    for (; end > start + 1 && strchr(".,;:!?'\")]}*", t->text[end - 1]); end--)
        if (t->text[end - 1] == ')' && memchr(t->text + start, '(', end - start)) break;
    return end;
}

static size_t match_path(const Tokenizer *t, size_t start, size_t at)
{
    size_t limit = start + TOKENIZE_MAX;
    for (Glyph g; (g = glyph_at(t, at)).class != SPACE && at + g.size <= limit; at += g.size)
        if (g.code == '<' || g.code == '>' || g.code == '"' || g.code == 0x201c || g.code == 0x201d) break;
    return trim_address(t, start, at);
}

// [start, end) is a run of address bytes. A host or file name by its last label, a news group by its first.
static size_t match_host(const Tokenizer *t, size_t start, size_t end)
{
    while (end > start && strchr(".-_%+", t->text[end - 1]))
        end--;
    size_t first = start, last = end;
    while (first < end && t->text[first] != '.')
        first++;
    while (last > start && t->text[last - 1] != '.')
        last--;
    if (first == end || first == start) return start;
    char word[WORD_ROOM];
    if (IN(LABELS, lower(t, last, end, word)) && !(last - start == 2 && end - last == 2))
        return byte_at(t, end) == '/' ? match_path(t, start, end) : end;
    bool group = IN(NEWSGROUPS, lower(t, start, first, word)) && ascii_class(t->text[first + 1]) == LETTER;
    return group ? end : start;
}

static size_t match_address(Tokenizer *t, size_t at)
{
    if (at < t->no_address_before || !is_address_byte((unsigned char)t->text[at])) return at;
    for (size_t i = 0; i < COUNT(SCHEMES); i++) {
        size_t n = starts_with(t, at, SCHEMES[i]);
        if (n && is_alnum(glyph_at(t, at + n))) return match_path(t, at, at + n);
    }
    size_t end = at;
    while (end < t->length && end - at < 256 && is_address_byte((unsigned char)t->text[end]))
        end++;
    bool mail = is_alnum(glyph_at(t, at)) && byte_at(t, end) == '@' && is_alnum(glyph_at(t, end + 1));
    if (mail) {
        for (end++; end < t->length && end - at < 512 && is_address_byte((unsigned char)t->text[end]);)
            end++;
        return trim_address(t, at, end);
    }
    size_t host = glyph_at(t, at).class == SYMBOL ? at : match_host(t, at, end);
    if (host == at) t->no_address_before = end;
    return host;
}

// @handle, #tag, 's, 'em, '72
static size_t match_marked(Tokenizer *t, size_t at)
{
    Glyph g = glyph_at(t, at), next = glyph_at(t, at + g.size);
    if (g.class != SYMBOL || !is_alnum(next)) return at;
    size_t start = at + g.size, end = letters_end(t, start);
    if ((g.code == '@' || g.code == '#') && next.class == LETTER) {
        while (is_alnum(glyph_at(t, end)) || byte_at(t, end) == '_')
            end += glyph_at(t, end).size;
        return end - at <= TOKENIZE_MAX ? end : at;
    }
    if (!is_apostrophe(g)) return at;
    char word[WORD_ROOM];
    bool after = is_alnum(glyph_before(t, at));
    if (next.class == DIGIT) {
        end = digits_end(t, start);
        bool year = end - start == 2 && !after && g.code != 0x2018;
        if (byte_at(t, end) == 's') end++;
        return year && !is_alnum(glyph_at(t, end)) ? end : at;
    }
    lower(t, start, end, word);
    bool known = g.code != 0x2018 && (IN(CLITICS, word) || (!after && IN(ELISIONS, word)));
    return known && !is_alnum(glyph_at(t, end)) ? end : at;
}

static size_t match_form(const Tokenizer *t, size_t at)
{
    for (size_t i = 0; i < COUNT(NUMBER_FORMS); i++) {
        const char *form = NUMBER_FORMS[i];
        size_t n = 0;
        while (form[n] && (form[n] == '9' ? is_digit(byte_at(t, at + n)) : byte_at(t, at + n) == form[n]))
            n++;
        if (form[n] || is_alnum(glyph_at(t, at + n))) continue;
        if (strchr("-/:", byte_at(t, at + n)) && is_digit(byte_at(t, at + n + 1))) continue;
        return at + n;
    }
    return at;
}

// 11/28/2000, 9/11, 1/2; not 50/50.
static size_t match_date(const Tokenizer *t, size_t at)
{
    unsigned part[3] = {0};
    size_t length[3] = {0}, count = 0, end = at;
    while (count < 3) {
        for (; is_digit(byte_at(t, end)) && length[count] < 5; end++, length[count]++)
            part[count] = part[count] * 10 + (unsigned)(t->text[end] - '0');
        if (++count == 3 || length[count - 1] == 0 || byte_at(t, end) != '/' || !is_digit(byte_at(t, end + 1))) break;
        end++;
    }
    if (is_alnum(glyph_at(t, end)) || byte_at(t, end) == '/') return at;
    bool days = length[0] <= 2 && length[1] <= 2 && part[0] >= 1 && part[0] <= 31 && part[1] <= 31;
    if (count == 3) return days ? end : at;
    if (count != 2 || !days || part[0] > 12) return at;
    return length[1] == 2 || (part[0] < part[1] && (part[1] == 2 || part[1] == 4)) ? end : at;
}

static size_t match_suffix(const Tokenizer *t, size_t number, size_t at);

// 5, 100,000, 3.5, 10:30, .04, +44, 21st, 1990s, 60's
static size_t match_number(Tokenizer *t, size_t at)
{
    size_t start = at;
    char c = t->text[at];
    bool sign = (c == '.' || c == '+') && is_digit(byte_at(t, at + 1));
    Glyph before = glyph_before(t, at);
    if (sign && !is_alnum(before) && before.code != c && before.code != ')') at++;
    if (glyph_at(t, at).class != DIGIT) return start;
    size_t end = match_form(t, at);
    if (end == at) end = match_date(t, at);
    if (end > at) return end;
    end = digits_end(t, at);
    while (end - start < TOKENIZE_MAX / 2 && (c = byte_at(t, end)) && strchr(",.:", c) &&
           is_digit(byte_at(t, end + 1))) {
        size_t next = digits_end(t, end + 1);
        if (c == ',' && next - end != 4) break;
        end = next;
    }
    return match_suffix(t, start, end);
}

// What follows the digits of a number at `at`: part of it (21st), a unit of its own, or the rest of a code (4G2).
static size_t match_suffix(const Tokenizer *t, size_t number, size_t at)
{
    char word[WORD_ROOM];
    Glyph next = glyph_at(t, at);
    if (is_apostrophe(next) && byte_at(t, at + next.size) == 's' && !is_alnum(glyph_at(t, at + next.size + 1)))
        return t->text[at - 1] == '0' && (at - number == 2 || at - number == 4) ? at + next.size + 1 : at;
    bool first = number == 0 || t->text[number - 1] == '\n';
    if (byte_at(t, at) == '.' && first && byte_at(t, at + 1) == ' ') return at + 1;
    if (next.class != LETTER) return at;
    size_t end = letters_end(t, at);
    if (glyph_at(t, end).class == DIGIT) {
        while (is_alnum(glyph_at(t, end)) && end - number < TOKENIZE_MAX / 2)
            end += glyph_at(t, end).size;
        return end;
    }
    bool clock = end == at + 1 && byte_at(t, end) == '.' && (byte_at(t, end + 1) | 0x20) == 'm';
    bool long_word = end - at >= 4 && !is_upper(glyph_at(t, at));
    return clock || long_word || IN(UNITS, lower(t, at, end, word)) ? at : end;
}

// ---------------------------------------------------------------------------------------------- words

typedef struct WordScan {
    size_t start, end;
    size_t part;  // where the part after the last inner period or hyphen starts
    bool acronym; // U.S, a.m
} WordScan;

// A period inside a word: U.S, a.m, and the last of St.George, which stays with what precedes it.
static bool takes_period(const Tokenizer *t, WordScan *w)
{
    Glyph next = glyph_at(t, w->end + 1);
    bool single = w->end - w->part == glyph_before(t, w->end).size && glyph_before(t, w->end).class == LETTER;
    if (next.class != LETTER || !single || !(w->part == w->start || w->acronym)) return false;
    Glyph after = glyph_at(t, w->end + 1 + next.size);
    if (is_alnum(after)) return false;
    w->acronym = true;
    return true;
}

static bool takes_ampersand(const Tokenizer *t, const WordScan *w)
{
    Glyph next = glyph_at(t, w->end + 1);
    if (next.class != LETTER || w->end - w->start > 3) return false;
    bool capitals = is_upper(glyph_before(t, w->end)) && is_upper(next);
    bool letters = w->end - w->start == 1 && !is_alnum(glyph_at(t, w->end + 1 + next.size));
    return capitals || letters;
}

static bool takes_hyphen(const Tokenizer *t, const WordScan *w, size_t size)
{
    char word[WORD_ROOM];
    size_t next = w->end + size;
    if (!is_alnum(glyph_at(t, next))) return false;
    if (w->part == w->start && IN(PREFIXES, lower(t, w->start, w->end, word))) return true;
    size_t end = letters_end(t, next);
    return !is_alnum(glyph_at(t, end)) && IN(SUFFIXES, lower(t, next, end, word));
}

// True if the character at w->end, not a letter or digit, joins the word to what follows.
static bool joins(const Tokenizer *t, WordScan *w, Glyph g)
{
    Glyph next = glyph_at(t, w->end + g.size);
    if (is_apostrophe(g)) return next.class == LETTER && g.code != 0x2018;
    if (is_hyphen(g)) return takes_hyphen(t, w, g.size);
    switch (g.code) {
    case '.': return takes_period(t, w);
    case '&': return takes_ampersand(t, w);
    case '_': return is_alnum(next);
    case '*': return next.class == LETTER && glyph_before(t, w->end).class == LETTER;
    default: return false;
    }
}

// Whether the period after the word belongs to it.
static bool keeps_period(const Tokenizer *t, const WordScan *w)
{
    size_t after = w->end + 1;
    char word[WORD_ROOM];
    if (byte_at(t, after) == '.' && (byte_at(t, after + 1) == '.' || !w->acronym)) return false;
    lower(t, w->start, w->end, word);
    if (w->acronym) {
        bool always = strcmp(word, "e.g") == 0 || strcmp(word, "i.e") == 0 || strcmp(word, "p.s") == 0;
        return always || !sentence_ends(t, after, QUOTED_STARTERS);
    }
    Glyph first = glyph_at(t, w->start);
    for (size_t i = 0; i < COUNT(ABBREVIATIONS); i++) {
        if (ABBREVIATIONS[i].word[0] != word[0] || strcmp(ABBREVIATIONS[i].word, word) != 0) continue;
        KeepPeriod keep = ABBREVIATIONS[i].keep;
        if (keep == KEEP_ALWAYS) return true;
        if (keep == KEEP_NUMBER) {
            if (number_follows(t, after)) return true;
            break;
        }
        return (keep == KEEP_INSIDE || is_upper(first)) &&
               !sentence_ends(t, after, keep == KEEP_LAST ? QUOTED_ALL : QUOTED_STARTERS);
    }
    return w->end - w->start == first.size && is_upper(first) && !sentence_ends(t, after, QUOTED_NONE);
}

static size_t match_whole(const Tokenizer *t, size_t at)
{
    for (size_t i = 0; i < COUNT(WHOLE); i++) {
        size_t n = starts_with(t, at, WHOLE[i]);
        if (n && is_alnum(glyph_at(t, at + n)) == (WHOLE[i][n - 1] == '/')) return at + n;
    }
    return at;
}

static size_t match_word(Tokenizer *t, size_t at)
{
    WordScan w = {at, at, at, false};
    if (!is_alnum(glyph_at(t, at))) return at;
    size_t whole = match_whole(t, at);
    if (whole > at) return whole;
    for (Glyph g; w.end - at < TOKENIZE_MAX / 2; w.end += g.size) {
        g = glyph_at(t, w.end);
        if (is_alnum(g)) continue;
        if (g.class == SPACE || !joins(t, &w, g)) break;
        if (g.code == '.' || is_hyphen(g)) w.part = w.end + g.size;
    }
    char c = byte_at(t, w.end);
    if (c == '$' && w.end - at <= 3 && is_upper(glyph_at(t, at)) && is_upper(glyph_before(t, w.end))) return w.end + 1;
    return c == '.' && keeps_period(t, &w) ? w.end + 1 : w.end;
}

// ---------------------------------------------------------------------------------------------- symbols

static bool is_paired_quote(int32_t a, int32_t b)
{
    return (a == '\'' && b == '\'') || (a == '`' && b == '`') ||
           ((a == 0x2018 || a == 0x2019) && (b == 0x2018 || b == 0x2019));
}

static bool repeats(int32_t code)
{
    return (code < 0x80 && code != 0 && strchr(".-!?*=+<>~_#,$^|\\", code)) || code == 0x2026 || code == 0x2014 ||
           code == 0x2013;
}

static bool is_drawing(int32_t code)
{
    return code < 0x80 && code != 0 && strchr("-=<>|+*~_", code);
}

// !?! ... .? one run each; lines drawn with -, =, +, |.
static size_t run_end(const Tokenizer *t, size_t at, bool (*member)(int32_t), int32_t only)
{
    size_t limit = at + TOKENIZE_MAX;
    for (Glyph g; (g = glyph_at(t, at)).class == SYMBOL && at + g.size <= limit; at += g.size)
        if (only ? g.code != only : !member(g.code)) break;
    return at;
}

static bool is_shout(int32_t code)
{
    return code == '!' || code == '?';
}

// !!! with the one period that may end it.
static size_t shout_end(const Tokenizer *t, size_t at)
{
    size_t end = run_end(t, at, is_shout, 0);
    bool period = byte_at(t, end - 1) == '!' && byte_at(t, end) == '.' && byte_at(t, end + 1) != '.';
    return period && !is_alnum(glyph_at(t, end + 1)) ? end + 1 : end;
}

// The name of a file's kind: .doc
static size_t suffix_end(const Tokenizer *t, size_t at)
{
    char word[WORD_ROOM];
    size_t end = letters_end(t, at + 1);
    return !is_alnum(glyph_at(t, end)) && IN(LABELS, lower(t, at + 1, end, word)) ? end : at + 1;
}

static size_t match_symbols(Tokenizer *t, size_t at)
{
    Glyph g = glyph_at(t, at), next = glyph_at(t, at + g.size);
    for (size_t i = 0; i < COUNT(ARROWS); i++)
        if (starts_with(t, at, ARROWS[i]) && !is_drawing(byte_at(t, at + strlen(ARROWS[i]))))
            return at + strlen(ARROWS[i]);
    if (is_drawing(g.code) && run_end(t, at, is_drawing, 0) - at >= 4) return run_end(t, at, is_drawing, 0);
    if (is_paired_quote(g.code, next.code)) return at + g.size + next.size;
    // Mail software puts "?" for a space that it does not know.
    if ((g.code == ',' || g.code == ':') && next.code == '?' && glyph_at(t, at + 2).class == SPACE) return at + 2;
    if (is_shout(g.code)) return shout_end(t, at);
    if (g.code == '.' && next.class == LETTER && !is_alnum(glyph_before(t, at))) return suffix_end(t, at);
    if (g.code == '.' && is_shout(next.code)) return run_end(t, at + 1, is_shout, 0);
    if (g.code == 0x2026 && next.code == '.') return run_end(t, at + g.size, NULL, '.');
    return repeats(g.code) ? run_end(t, at, NULL, g.code) : at + g.size;
}

// ---------------------------------------------------------------------------------------------- parts of a word

// Where the clitic that ends [start, end) begins; `end` if there is none.
static size_t clitic_start(const Tokenizer *t, size_t start, size_t end)
{
    size_t tail = end;
    while (tail > start && end - tail < 3 && ascii_class((unsigned char)t->text[tail - 1]) == LETTER)
        tail--;
    Glyph mark = glyph_before(t, tail);
    char word[WORD_ROOM];
    if (tail <= start + mark.size || !is_apostrophe(mark) || !IN(CLITICS, lower(t, tail, end, word))) return end;
    size_t cut = tail - mark.size;
    if (word[0] != 't') return cut;
    return cut >= start + 2 && (t->text[cut - 1] | 0x20) == 'n' ? cut - 1 : end;
}

static void push_cut(Tokenizer *t, size_t at)
{
    t->cuts[t->cut_count++] = at;
}

static bool cut_fused(Tokenizer *t, size_t start, size_t end)
{
    char word[WORD_ROOM];
    lower(t, start, end, word);
    for (size_t i = 0; i < COUNT(FUSED); i++) {
        if (FUSED[i].word[0] != word[0] || strcmp(FUSED[i].word, word) != 0) continue;
        if (end - start <= 2 && is_upper(glyph_before(t, end))) return false;
        push_cut(t, start + FUSED[i].first);
        if (FUSED[i].second) push_cut(t, start + FUSED[i].first + FUSED[i].second);
        push_cut(t, end);
        return true;
    }
    return false;
}

// Whether the word that ends at `at` precedes one of OTHERS, with a space between them.
static bool precedes_other(const Tokenizer *t, size_t at)
{
    char word[WORD_ROOM];
    if (byte_at(t, at) != ' ') return false;
    size_t end = letters_end(t, at + 1);
    return !is_hyphen(glyph_at(t, end)) && IN(OTHERS, lower(t, at + 1, end, word));
}

// Whether nothing, a line, or the end of a sentence stands before `at`.
static bool opens(const Tokenizer *t, size_t at)
{
    while (at > 0 && t->text[at - 1] == ' ')
        at--;
    return at == 0 || strchr(".!?\n", t->text[at - 1]);
}

static bool cut_fused_at(Tokenizer *t, size_t start, size_t end)
{
    char word[WORD_ROOM];
    lower(t, start, end, word);
    for (size_t i = 0; i < COUNT(FUSED_AT); i++) {
        if (strcmp(FUSED_AT[i].word, word) != 0) continue;
        if (FUSED_AT[i].place == OPENING ? !opens(t, start) : !precedes_other(t, end)) return false;
        push_cut(t, start + FUSED_AT[i].first);
        push_cut(t, end);
        return true;
    }
    return false;
}

static void cut_word(Tokenizer *t, size_t start, size_t end)
{
    size_t ends[TOKENIZE_CUTS] = {end}, count = 1;
    t->cut_count = t->cut_next = 0;
    if (cut_fused(t, start, end) || cut_fused_at(t, start, end)) return;
    for (size_t cut; count < TOKENIZE_CUTS && (cut = clitic_start(t, start, ends[count - 1])) < ends[count - 1];)
        ends[count++] = cut;
    while (count)
        push_cut(t, ends[--count]);
}

// ---------------------------------------------------------------------------------------------- interface

void tokenizer_init(Tokenizer *tokenizer, const char *text, size_t length)
{
    *tokenizer = (Tokenizer){.text = text, .length = length};
}

static size_t (*const MATCHERS[])(Tokenizer *, size_t) = {match_emoticon, match_address, match_marked, match_number};

bool tokenizer_next(Tokenizer *t, TokenSpan *token)
{
    for (Glyph g; t->at < t->length && (g = glyph_at(t, t->at)).class == SPACE; t->at += g.size)
        ;
    if (t->at >= t->length) return false;
    size_t start = t->at, end = start;
    if (t->cut_next < t->cut_count) {
        end = t->cuts[t->cut_next++];
    } else {
        for (size_t i = 0; i < COUNT(MATCHERS) && end == start; i++)
            end = MATCHERS[i](t, start);
        if (end == start && (end = match_word(t, start)) > start) {
            cut_word(t, start, end);
            end = t->cuts[t->cut_next++];
        }
        if (end == start) end = match_symbols(t, start);
    }
    *token = (TokenSpan){(uint32_t)start, (uint32_t)end};
    t->at = end;
    return true;
}
