// Taking people's names apart: titles, given names, particles and family names, suffixes.
// SPDX-License-Identifier: MIT
#include <string.h>
#include <strings.h>

#include "kb/fold.h"
#include "kb/tables.h"

enum { TOKENS = 32 };

typedef struct Token {
    KbText text;                 // as printed, without a trailing comma
    char fold[KB_NAME_KEY_SIZE]; // of it
    bool comma;                  // a comma followed
    bool quoted;                 // part of a nickname in quotes
} Token;

typedef struct Tokens {
    Token token[TOKENS];
    size_t count;
} Tokens;

static const char titles[] =
    "gen general lt lieutenant maj major col colonel capt captain cpl corporal sgt sergeant pvt "
    "private adm admiral cmdr commander brig brigadier marshal field vice rear chief dr doctor prof "
    "professor mr mrs ms miss mx sir lord lady dame baron baroness count countess duke duchess prince "
    "princess king queen emperor sultan sheikh sheik emir pope cardinal archbishop bishop rev "
    "reverend fr father sister brother rabbi imam mullah ayatollah patriarch president premier prime "
    "minister chancellor senator sen rep representative congressman congresswoman gov governor mayor "
    "judge justice ambassador secretary attorney speaker chairman chairwoman chair director deputy "
    "acting former ex interim honorable hon msgr monsignor madam madame monsieur herr frau senor "
    "senora detective officer inspector constable coach undersecretary commissioner councilman "
    "councilwoman councilor councillor sheriff spokesman spokeswoman foreign defense defence late the "
    "then first master specialist ensign petty gunnery staff command warrant 1st 2nd";
// These can be a given or family name too: a title only where a title stands before or after, or a period ends it.
static const char doubtful_titles[] =
    "major king prince duke earl count bishop pope judge chance marshal baron master field sheikh "
    "brother first private coach cardinal queen rabbi chief sultan emir sheik imam mullah lord lady "
    "sister father princess baroness specialist";
static const char suffixes[] = "jr sr ii iii iv v junior senior esq phd md mp mep qc kc";
static const char particles[] =
    "van von der den de del della di da dos du la le el al bin ibn ben bint abu ter ten zu zur st san "
    "santa mac o dal lo das do ould";
// Family names that East Asian names begin with. Which end is the family is decided by the other words' syllables.
static const char leading_families[] =
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song "
    "zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu jiang cai jia ding "
    "wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong "
    "bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin wen bo kim lee park choi jung "
    "jeong cho yoon jang lim hwang ahn moon ban roh chung shin kwon oh yun ri pak choe hong yoo ryu "
    "nam chun nguyen tran pham vo bui truong tsai chiang hsieh su chan wong leung cheung lam tung "
    "tsang";

static bool listed(const char *fold, const char *list)
{
    return kb_word_in(kb_text(fold), list);
}

// ---------------------------------------------------------------------------------------------- tokens

static bool is_space(unsigned char c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}

// Length of an opening or closing quotation mark at `at`; 0: none.
static size_t quote_at(KbText text, size_t at)
{
    if (text.data[at] == '"') return 1;
    bool curly = text.length - at >= 3 && memcmp(text.data + at, "\xe2\x80", 2) == 0;
    return curly && ((unsigned char)text.data[at + 2] == 0x9c || (unsigned char)text.data[at + 2] == 0x9d) ? 3 : 0;
}

static void add_token(Tokens *tokens, KbText text, bool quoted)
{
    bool comma = false;
    while (text.length && (text.data[text.length - 1] == ',' || text.data[text.length - 1] == ';')) {
        comma = true;
        text.length--;
    }
    if (text.length == 0) {
        if (tokens->count) tokens->token[tokens->count - 1].comma |= comma;
        return;
    }
    if (tokens->count == TOKENS) return;
    Token *token = &tokens->token[tokens->count];
    token->text = text, token->comma = comma, token->quoted = quoted;
    if (kb_name_fold(text, token->fold) > 0) tokens->count++;
}

static void split(KbText name, Tokens *tokens)
{
    tokens->count = 0;
    bool quoted = false;
    size_t start = 0;
    for (size_t i = 0; i <= name.length; i++) {
        size_t quote = i < name.length ? quote_at(name, i) : 0;
        if (i < name.length && !quote && !is_space((unsigned char)name.data[i])) continue;
        if (i > start) add_token(tokens, (KbText){name.data + start, i - start}, quoted);
        if (quote) {
            quoted = !quoted;
            i += quote - 1;
        }
        start = i + 1;
    }
}

// ---------------------------------------------------------------------------------------------- parts

static bool ends_in_period(KbText text)
{
    return text.length > 0 && text.data[text.length - 1] == '.';
}

static bool is_title(const Token *token, bool after_title)
{
    if (token->quoted || !listed(token->fold, titles)) return false;
    return after_title || ends_in_period(token->text) || !listed(token->fold, doubtful_titles);
}

// From the first byte of one token to the last of another.
static KbText stretch(const Tokens *tokens, size_t first, size_t last)
{
    if (first >= last) return (KbText){"", 0};
    const char *start = tokens->token[first].text.data;
    KbText end = tokens->token[last - 1].text;
    return (KbText){start, (size_t)(end.data + end.length - start)};
}

static size_t count_titles(const Tokens *tokens)
{
    size_t count = 0;
    while (count + 1 < tokens->count && is_title(&tokens->token[count], count > 0))
        count++;
    // "King Charles", "Judge Roy Moore": a doubtful word is a title where nobody's given name follows from it.
    KbText sex;
    if (count == 0 && tokens->count >= 2 && listed(tokens->token[0].fold, doubtful_titles) &&
        kb_tables_find(TABLE_GIVEN_NAMES, kb_text(tokens->token[1].fold), &sex))
        count = 1;
    return count;
}

// "jin-ping", "jongun", "nhan": one or two syllables of an East Asian given name.
static bool is_eastern_word(const char *word)
{
    static const char onsets[] = "bpmfdtnlgkhjqxzcsryw";
    size_t at = 0, syllables = 0;
    while (word[at]) {
        size_t onset = at;
        while (word[at] && strchr(onsets, word[at]) && !strchr("aeiouy", word[at]) && at - onset < 2)
            at++;
        if (word[at] == 'y' && word[at + 1] && strchr("aeiou", word[at + 1])) at++;
        size_t nucleus = at;
        while (word[at] && strchr("aeiou", word[at]) && at - nucleus < 3)
            at++;
        if (at == nucleus || ++syllables > 2) return false;
        if (word[at] == 'n' && word[at + 1] == 'g' && (!word[at + 2] || !strchr("aeiou", word[at + 2])))
            at += 2;
        else if (word[at] && strchr("nkmlp", word[at]) && (!word[at + 1] || !strchr("aeiouy", word[at + 1])))
            at++;
    }
    return syllables > 0;
}

// "Xi Jinping", "Kim Jong Un", "Ban Ki-moon": the family comes first.
static bool is_family_first(const Tokens *tokens, size_t first, size_t last)
{
    if (last - first < 2 || last - first > 3 || !listed(tokens->token[first].fold, leading_families)) return false;
    for (size_t i = first + 1; i < last; i++) {
        KbText sex;
        Words words = kb_words_of(kb_text(tokens->token[i].fold));
        bool known = kb_tables_find(TABLE_GIVEN_NAMES, kb_text(tokens->token[i].fold), &sex);
        if (words.count == 1 && (known || !is_eastern_word(tokens->token[i].fold))) return false;
        if (words.count == 2) return true;
    }
    // "Lin Wang": two families; the Western order is as likely.
    return last - first > 2 || !listed(tokens->token[first + 1].fold, leading_families);
}

// Where the family begins: the last word, with the particles before it.
static size_t family_start(const Tokens *tokens, size_t first, size_t last)
{
    static const char never_given[] = "de di du le del della dos von ter";
    size_t start = last - 1;
    while (start > first && listed(tokens->token[start - 1].fold, particles)) {
        const Token *before = &tokens->token[start - 1];
        // At the front a capital letter may begin a given name ("Van Morrison", "Ben Carson"); "Le Pen" is all family.
        if (start - 1 == first && before->text.data[0] < 'a' && !listed(before->fold, never_given)) break;
        start--;
    }
    return start;
}

static void part_given(const Tokens *tokens, size_t first, size_t last, KbNameParts *parts)
{
    size_t given = first;
    while (given < last && tokens->token[given].quoted)
        given++;
    if (given == last) given = first;
    if (given >= last) return;
    parts->given = stretch(tokens, given, given + 1);
    size_t from = given + 1, to = last;
    while (from < to && tokens->token[from].quoted)
        from++;
    while (to > from && tokens->token[to - 1].quoted)
        to--;
    parts->middle = stretch(tokens, from, to);
}

static void part_core(const Tokens *tokens, size_t first, size_t last, KbNameParts *parts)
{
    if (first >= last) return;
    if (last - first >= 2 && tokens->token[first].comma) { // "Family, Given"
        parts->family = stretch(tokens, first, first + 1);
        part_given(tokens, first + 1, last, parts);
    } else if (is_family_first(tokens, first, last)) {
        parts->family = stretch(tokens, first, first + 1);
        parts->given = stretch(tokens, first + 1, last);
    } else {
        size_t family = family_start(tokens, first, last);
        parts->family = stretch(tokens, family, last);
        part_given(tokens, first, family, parts);
    }
}

void kb_name_parts(KbText name, KbNameParts *parts)
{
    Tokens tokens;
    split(name, &tokens);
    KbText none = {"", 0};
    *parts = (KbNameParts){none, none, none, none, none};
    size_t first = count_titles(&tokens), last = tokens.count;
    parts->prefix = stretch(&tokens, 0, first);
    while (last > first + 1 && listed(tokens.token[last - 1].fold, suffixes))
        last--;
    parts->suffix = stretch(&tokens, last, tokens.count);
    if (last > first) tokens.token[last - 1].comma = false;
    part_core(&tokens, first, last, parts);
}

// ---------------------------------------------------------------------------------------------- gender

static KbGender title_gender(KbText prefix)
{
    static const char male[] =
        "mr sir lord king prince duke baron pope father brother emperor sultan congressman chairman "
        "councilman spokesman herr monsieur senor sheikh sheik emir cardinal imam ayatollah";
    static const char female[] =
        "mrs ms miss lady dame queen princess duchess baroness countess sister madam madame congresswoman "
        "chairwoman councilwoman spokeswoman frau senora";
    char folded[KB_NAME_KEY_SIZE];
    Words words = kb_words_of((KbText){folded, kb_name_fold(prefix, folded)});
    for (size_t i = 0; i < words.count; i++) {
        if (kb_word_in(words.word[i], male)) return KB_MALE;
        if (kb_word_in(words.word[i], female)) return KB_FEMALE;
    }
    return KB_GENDER_UNKNOWN;
}

// "Jean-Bosco", "Jean Claude": of a man, though Jean alone is of a woman in English.
static bool is_french_jean(const KbNameParts *parts)
{
    char folded[KB_NAME_KEY_SIZE];
    KbText sex;
    if (parts->given.length < 4 || strncasecmp(parts->given.data, "jean", 4) != 0) return false;
    if (parts->given.length > 5 && parts->given.data[4] == '-') return true;
    Words words = kb_words_of((KbText){folded, kb_name_fold(parts->middle, folded)});
    return parts->given.length == 4 && words.count && kb_tables_find(TABLE_GIVEN_NAMES, words.word[0], &sex) &&
           sex.data[0] == 'm';
}

KbGender kb_name_gender(KbText name)
{
    KbNameParts parts;
    kb_name_parts(name, &parts);
    KbGender gender = title_gender(parts.prefix);
    char folded[KB_NAME_KEY_SIZE];
    Words words = kb_words_of((KbText){folded, kb_name_fold(parts.given, folded)});
    KbText sex;
    if (!gender && is_french_jean(&parts)) return KB_MALE;
    if (gender || words.count == 0 || !kb_tables_find(TABLE_GIVEN_NAMES, words.word[0], &sex)) return gender;
    return sex.data[0] == 'm' ? KB_MALE : sex.data[0] == 'f' ? KB_FEMALE : KB_GENDER_UNKNOWN;
}
