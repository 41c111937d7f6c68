// The words of time expressions: what each token of a document can be, before any grammar.
// SPDX-License-Identifier: MIT
#include "ingest/time_words.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/clause.h"

enum { WORD_KINDS = 3 };

typedef struct Entry {
    const char *word;
    uint8_t kinds[WORD_KINDS];
    int16_t value;
} Entry;

// clang-format off
static const Entry entries[] = {
    {"#", {W_NO_YEAR}, 0}, {"$", {W_NO_YEAR}, 0}, {"%", {W_AMOUNT}, 0}, {"'", {W_POSSESSIVE}, 0},
    {"'ll", {W_FUTURE}, 0}, {"'re", {W_BE}, 0}, {"'s", {W_POSSESSIVE}, 0}, {"(", {W_YEAR_HINT}, 0},
    {",", {W_COMMA, W_YEAR_HINT}, 0}, {"-", {W_TO, W_DASH, W_YEAR_HINT}, 0}, {"--", {W_DASH}, 0}, {":", {W_BREAK}, 0},
    {";", {W_BREAK}, 0}, {"a", {W_A, W_COUNT}, 1}, {"a.d.", {W_ERA}, 0}, {"about", {W_NO_YEAR}, 0},
    {"acres", {W_AMOUNT}, 0}, {"ad", {W_ERA}, 0}, {"after", {W_BEFORE, W_YEAR_HINT}, 1}, {"afternoon", {W_NIGHT}, 0},
    {"ago", {W_AGO}, 0}, {"agree", {W_PLAN}, 0}, {"agreed", {W_PLAN}, 0}, {"ahead", {W_PLAN}, 0},
    {"aim", {W_PLAN}, 0}, {"aims", {W_PLAN}, 0}, {"almost", {W_NO_YEAR}, 0}, {"am", {W_BE}, 0},
    {"an", {W_A, W_COUNT}, 1}, {"and", {W_TO, W_AND, W_YEAR_HINT}, 0}, {"apartment", {W_NO_YEAR}, 0},
    {"appears", {W_SCHEDULE}, 0}, {"approximately", {W_NO_YEAR}, 0}, {"apr", {W_MONTH}, 4}, {"apr.", {W_MONTH}, 4},
    {"april", {W_MONTH}, 4}, {"are", {W_BE}, 0}, {"arose", {W_FINITE_PAST}, 0}, {"around", {W_YEAR_HINT}, 0},
    {"arrives", {W_SCHEDULE}, 0}, {"article", {W_NO_YEAR}, 0}, {"aug", {W_MONTH}, 8}, {"aug.", {W_MONTH}, 8},
    {"august", {W_MONTH}, 8}, {"autumn", {W_SEASON, W_YEAR_CUE}, 3}, {"ave", {W_STREET}, 0}, {"ave.", {W_STREET}, 0},
    {"avenue", {W_STREET}, 0}, {"awoke", {W_FINITE_PAST}, 0}, {"b.c.", {W_NO_YEAR, W_AMOUNT}, 0},
    {"b.c.e.", {W_NO_YEAR, W_AMOUNT}, 0}, {"barrels", {W_AMOUNT}, 0}, {"bc", {W_NO_YEAR, W_AMOUNT}, 0},
    {"bce", {W_NO_YEAR, W_AMOUNT}, 0}, {"be", {W_BE}, 1}, {"beat", {W_FINITE_PAST}, 0},
    {"became", {W_FINITE_PAST}, 0}, {"becomes", {W_SCHEDULE}, 0}, {"beds", {W_AMOUNT}, 0}, {"been", {W_BE}, 1},
    {"before", {W_BEFORE, W_YEAR_HINT}, 0}, {"began", {W_FINITE_PAST}, 0}, {"beginning", {W_EDGE}, 0},
    {"begins", {W_SCHEDULE}, 0}, {"being", {W_BE}, 1}, {"between", {W_YEAR_HINT}, 0}, {"billion", {W_AMOUNT}, 0},
    {"blvd", {W_STREET}, 0}, {"blvd.", {W_STREET}, 0}, {"books", {W_AMOUNT}, 0}, {"born", {W_FINITE_PAST}, 0},
    {"bought", {W_FINITE_PAST}, 0}, {"boulevard", {W_STREET}, 0}, {"box", {W_NO_YEAR}, 0}, {"bpd", {W_AMOUNT}, 0},
    {"broke", {W_FINITE_PAST}, 0}, {"brought", {W_FINITE_PAST}, 0}, {"bst", {W_AMOUNT}, 0},
    {"buildings", {W_AMOUNT}, 0}, {"built", {W_FINITE_PAST}, 0}, {"bus", {W_NO_YEAR}, 0}, {"by", {W_YEAR_HINT}, 0},
    {"ca", {W_FUTURE}, 0}, {"calories", {W_AMOUNT}, 0}, {"came", {W_FINITE_PAST}, 0}, {"can", {W_FUTURE}, 0},
    {"cases", {W_AMOUNT}, 0}, {"ce", {W_ERA}, 0}, {"centuries", {W_UNITS}, UNIT_CENTURY},
    {"century", {W_UNIT}, UNIT_CENTURY}, {"cet", {W_AMOUNT}, 0}, {"channel", {W_NO_YEAR}, 0},
    {"children", {W_AMOUNT}, 0}, {"chose", {W_FINITE_PAST}, 0}, {"chosen", {W_FINITE_PAST}, 0},
    {"circa", {W_YEAR_CUE}, 0}, {"class", {W_YEAR_CUE}, 0}, {"close", {W_EDGE}, 2}, {"closes", {W_SCHEDULE}, 0},
    {"comes", {W_SCHEDULE}, 0}, {"coming", {W_COMING, W_PLAN}, 1}, {"companies", {W_AMOUNT}, 0},
    {"concludes", {W_SCHEDULE}, 0}, {"copies", {W_AMOUNT}, 0}, {"could", {W_FUTURE}, 0}, {"court", {W_STREET}, 0},
    {"cubic", {W_AMOUNT}, 0}, {"current", {W_RELATIVE}, 0}, {"cut", {W_FINITE_PAST}, 0}, {"day", {W_UNIT}, UNIT_DAY},
    {"days", {W_UNITS, W_STRETCH}, UNIT_DAY}, {"deadline", {W_PLAN}, 0}, {"deaths", {W_AMOUNT}, 0},
    {"dec", {W_MONTH}, 12}, {"dec.", {W_MONTH}, 12}, {"decade", {W_UNIT}, UNIT_DECADE},
    {"decades", {W_UNITS}, UNIT_DECADE}, {"december", {W_MONTH}, 12}, {"decided", {W_PLAN}, 0},
    {"decides", {W_SCHEDULE}, 0}, {"degrees", {W_AMOUNT}, 0}, {"delayed", {W_PLAN}, 0}, {"delegates", {W_AMOUNT}, 0},
    {"demonstrators", {W_AMOUNT}, 0}, {"departs", {W_SCHEDULE}, 0}, {"did", {W_FINITE_PAST}, 0},
    {"died", {W_FINITE_PAST}, 0}, {"dollars", {W_AMOUNT}, 0}, {"done", {W_FINITE_PAST}, 0},
    {"drew", {W_FINITE_PAST}, 0}, {"drive", {W_STREET}, 0}, {"drove", {W_FINITE_PAST}, 0}, {"due", {W_PLAN}, 0},
    {"during", {W_YEAR_CUE}, 0}, {"each", {W_EVERY}, 0}, {"earlier", {W_EARLIER}, -1},
    {"early", {W_PART, W_YEAR_CUE}, 0}, {"edt", {W_AMOUNT}, 0}, {"eight", {W_COUNT}, 8}, {"eighteen", {W_COUNT}, 18},
    {"eighteenth", {W_ORDINAL, W_DAY}, 18}, {"eighth", {W_ORDINAL, W_DAY}, 8}, {"eighties", {W_SHORT_DECADE}, 80},
    {"eighty", {W_COUNT}, 80}, {"elected", {W_FINITE_PAST}, 0}, {"eleven", {W_COUNT}, 11},
    {"eleventh", {W_ORDINAL, W_DAY}, 11}, {"employees", {W_AMOUNT}, 0}, {"end", {W_EDGE}, 2},
    {"ends", {W_SCHEDULE}, 0}, {"ensuing", {W_ANCHORED}, 1}, {"est", {W_AMOUNT}, 0}, {"euros", {W_AMOUNT}, 0},
    {"evening", {W_NIGHT}, 0}, {"every", {W_EVERY}, 0}, {"exceed", {W_NO_YEAR}, 0}, {"exceeded", {W_NO_YEAR}, 0},
    {"exceeds", {W_NO_YEAR}, 0}, {"expected", {W_PLAN}, 0}, {"expires", {W_SCHEDULE}, 0}, {"ext.", {W_NO_YEAR}, 0},
    {"extension", {W_NO_YEAR}, 0}, {"faces", {W_SCHEDULE}, 0}, {"fall", {W_SEASON, W_YEAR_CUE}, 3},
    {"families", {W_AMOUNT}, 0}, {"fans", {W_AMOUNT}, 0}, {"feb", {W_MONTH}, 2}, {"feb.", {W_MONTH}, 2},
    {"february", {W_MONTH}, 2}, {"feet", {W_AMOUNT}, 0}, {"fell", {W_FINITE_PAST}, 0}, {"fifteen", {W_COUNT}, 15},
    {"fifteenth", {W_ORDINAL, W_DAY}, 15}, {"fifth", {W_ORDINAL, W_DAY}, 5}, {"fifties", {W_SHORT_DECADE}, 50},
    {"fifty", {W_COUNT}, 50}, {"financial", {W_FISCAL}, 0}, {"first", {W_ORDINAL, W_DAY}, 1},
    {"fiscal", {W_FISCAL}, 0}, {"five", {W_COUNT}, 5}, {"fled", {W_FINITE_PAST}, 0}, {"flew", {W_FINITE_PAST}, 0},
    {"flies", {W_SCHEDULE}, 0}, {"flight", {W_NO_YEAR}, 0}, {"flights", {W_NO_YEAR}, 0},
    {"following", {W_ANCHORED}, 1}, {"foot", {W_AMOUNT}, 0}, {"for", {W_YEAR_HINT}, 0}, {"forthcoming", {W_PLAN}, 0},
    {"forties", {W_SHORT_DECADE}, 40}, {"fortnight", {W_UNIT}, UNIT_FORTNIGHT},
    {"fortnights", {W_UNITS}, UNIT_FORTNIGHT}, {"forty", {W_COUNT}, 40}, {"fought", {W_FINITE_PAST}, 0},
    {"found", {W_FINITE_PAST}, 0}, {"four", {W_COUNT}, 4}, {"fourteen", {W_COUNT}, 14},
    {"fourteenth", {W_ORDINAL, W_DAY}, 14}, {"fourth", {W_ORDINAL, W_DAY}, 4}, {"francs", {W_AMOUNT}, 0},
    {"fri", {W_WEEKDAY}, 5}, {"fri.", {W_WEEKDAY}, 5}, {"friday", {W_WEEKDAY}, 5}, {"from", {W_FROM, W_YEAR_HINT}, 0},
    {"gathers", {W_SCHEDULE}, 0}, {"gave", {W_FINITE_PAST}, 0}, {"given", {W_FINITE_PAST}, 0}, {"gmt", {W_AMOUNT}, 0},
    {"goes", {W_SCHEDULE}, 0}, {"going", {W_PLAN}, 0}, {"gone", {W_FINITE_PAST}, 0}, {"got", {W_FINITE_PAST}, 0},
    {"grams", {W_AMOUNT}, 0}, {"grew", {W_FINITE_PAST}, 0}, {"guests", {W_AMOUNT}, 0}, {"had", {W_FINITE_PAST}, 0},
    {"half", {W_HALF}, 0}, {"heads", {W_SCHEDULE}, 0}, {"heard", {W_FINITE_PAST}, 0}, {"hears", {W_SCHEDULE}, 0},
    {"hectares", {W_AMOUNT}, 0}, {"held", {W_FINITE_PAST}, 0}, {"hence", {W_NOW}, 0},
    {"highway", {W_NO_YEAR, W_STREET}, 0}, {"hit", {W_FINITE_PAST}, 0}, {"holds", {W_SCHEDULE}, 0},
    {"homes", {W_AMOUNT}, 0}, {"hope", {W_PLAN}, 0}, {"hopes", {W_PLAN}, 0}, {"hoping", {W_PLAN}, 0},
    {"hosts", {W_SCHEDULE}, 0}, {"hours", {W_AMOUNT}, 0}, {"houses", {W_AMOUNT}, 0}, {"in", {W_IN, W_YEAR_CUE}, 0},
    {"intend", {W_PLAN}, 0}, {"intending", {W_PLAN}, 0}, {"intends", {W_PLAN}, 0}, {"is", {W_BE}, 0},
    {"jan", {W_MONTH}, 1}, {"jan.", {W_MONTH}, 1}, {"january", {W_MONTH}, 1}, {"jobs", {W_AMOUNT}, 0},
    {"joins", {W_SCHEDULE}, 0}, {"jul", {W_MONTH}, 7}, {"jul.", {W_MONTH}, 7}, {"july", {W_MONTH}, 7},
    {"jun", {W_MONTH}, 6}, {"jun.", {W_MONTH}, 6}, {"june", {W_MONTH}, 6}, {"kept", {W_FINITE_PAST}, 0},
    {"kg", {W_AMOUNT}, 0}, {"kicks", {W_SCHEDULE}, 0}, {"kilometers", {W_AMOUNT}, 0}, {"kilometres", {W_AMOUNT}, 0},
    {"km", {W_AMOUNT}, 0}, {"knew", {W_FINITE_PAST}, 0}, {"known", {W_FINITE_PAST}, 0}, {"laid", {W_FINITE_PAST}, 0},
    {"lane", {W_STREET}, 0}, {"last", {W_RELATIVE, W_PAST}, -1}, {"late", {W_PART, W_YEAR_CUE}, 2},
    {"later", {W_EARLIER}, 1}, {"latter", {W_PART}, 2}, {"least", {W_NO_YEAR}, 0}, {"leaves", {W_SCHEDULE}, 0},
    {"led", {W_FINITE_PAST}, 0}, {"left", {W_FINITE_PAST}, 0}, {"likely", {W_PLAN}, 0}, {"lira", {W_AMOUNT}, 0},
    {"local", {W_AMOUNT}, 0}, {"lost", {W_FINITE_PAST}, 0}, {"lot", {W_NO_YEAR}, 0}, {"m", {W_AMOUNT}, 0},
    {"made", {W_FINITE_PAST}, 0}, {"mar", {W_MONTH}, 3}, {"mar.", {W_MONTH}, 3}, {"march", {W_MONTH}, 3},
    {"marks", {W_SCHEDULE}, 0}, {"may", {W_MONTH, W_FUTURE}, 5}, {"meets", {W_SCHEDULE}, 0},
    {"megawatts", {W_AMOUNT}, 0}, {"members", {W_AMOUNT}, 0}, {"men", {W_AMOUNT}, 0}, {"met", {W_FINITE_PAST}, 0},
    {"meters", {W_AMOUNT}, 0}, {"metres", {W_AMOUNT}, 0}, {"mid", {W_PART, W_YEAR_CUE, W_YEAR_HINT}, 1},
    {"middle", {W_EDGE}, 1}, {"midnight", {W_NIGHT}, 0}, {"might", {W_FUTURE}, 0}, {"migrants", {W_AMOUNT}, 0},
    {"mile-long", {W_AMOUNT}, 0}, {"miles", {W_AMOUNT}, 0}, {"millennium", {W_UNIT}, UNIT_MILLENNIUM},
    {"million", {W_AMOUNT}, 0}, {"mon", {W_WEEKDAY}, 1}, {"mon.", {W_WEEKDAY}, 1}, {"monday", {W_WEEKDAY}, 1},
    {"month", {W_UNIT}, UNIT_MONTH}, {"months", {W_UNITS, W_STRETCH}, UNIT_MONTH}, {"morning", {W_NIGHT}, 0},
    {"must", {W_FUTURE}, 0}, {"mw", {W_AMOUNT}, 0}, {"nearly", {W_NO_YEAR}, 0}, {"next", {W_RELATIVE, W_COMING}, 1},
    {"night", {W_NIGHT}, 0}, {"nine", {W_COUNT}, 9}, {"nineteen", {W_COUNT}, 19},
    {"nineteenth", {W_ORDINAL, W_DAY}, 19}, {"nineties", {W_SHORT_DECADE}, 90}, {"ninety", {W_COUNT}, 90},
    {"ninth", {W_ORDINAL, W_DAY}, 9}, {"no.", {W_NO_YEAR}, 0}, {"noon", {W_NIGHT}, 0}, {"nos.", {W_NO_YEAR}, 0},
    {"nov", {W_MONTH}, 11}, {"nov.", {W_MONTH}, 11}, {"november", {W_MONTH}, 11}, {"now", {W_NOW}, 0},
    {"oct", {W_MONTH}, 10}, {"oct.", {W_MONTH}, 10}, {"october", {W_MONTH}, 10}, {"of", {W_OF, W_YEAR_HINT}, 0},
    {"officers", {W_AMOUNT}, 0}, {"on", {W_IN}, 0}, {"one", {W_COUNT}, 1}, {"opening", {W_EDGE}, 0},
    {"opens", {W_SCHEDULE}, 0}, {"or", {W_TO, W_YEAR_HINT}, 0}, {"others", {W_AMOUNT}, 0}, {"over", {W_NO_YEAR}, 0},
    {"p.", {W_NO_YEAR}, 0}, {"page", {W_NO_YEAR}, 0}, {"pages", {W_AMOUNT}, 0}, {"paid", {W_FINITE_PAST}, 0},
    {"paragraph", {W_NO_YEAR}, 0}, {"part", {W_STRETCH}, 0}, {"parts", {W_STRETCH}, 0}, {"passengers", {W_AMOUNT}, 0},
    {"past", {W_PAST}, -1}, {"people", {W_AMOUNT}, 0}, {"per", {W_AMOUNT}, 0}, {"percent", {W_AMOUNT}, 0},
    {"percentage", {W_AMOUNT}, 0}, {"persons", {W_AMOUNT}, 0}, {"pesos", {W_AMOUNT}, 0}, {"place", {W_STREET}, 0},
    {"plan", {W_PLAN}, 0}, {"planned", {W_PLAN}, 0}, {"planning", {W_PLAN}, 0}, {"plans", {W_PLAN}, 0},
    {"plays", {W_SCHEDULE}, 0}, {"pledged", {W_PLAN}, 0}, {"points", {W_AMOUNT}, 0}, {"poised", {W_PLAN}, 0},
    {"police", {W_AMOUNT}, 0}, {"postponed", {W_PLAN}, 0}, {"pounds", {W_AMOUNT}, 0}, {"pp.", {W_NO_YEAR}, 0},
    {"preceding", {W_ANCHORED}, -1}, {"previous", {W_ANCHORED}, -1}, {"prisoners", {W_AMOUNT}, 0},
    {"promised", {W_PLAN}, 0}, {"proposed", {W_PLAN}, 0}, {"proposes", {W_PLAN}, 0}, {"protesters", {W_AMOUNT}, 0},
    {"put", {W_FINITE_PAST}, 0}, {"quarter", {W_UNIT}, UNIT_QUARTER}, {"quarters", {W_UNITS}, UNIT_QUARTER},
    {"quit", {W_FINITE_PAST}, 0}, {"ran", {W_FINITE_PAST}, 0}, {"rd", {W_STREET}, 0}, {"rd.", {W_STREET}, 0},
    {"ready", {W_PLAN}, 0}, {"refugees", {W_AMOUNT}, 0}, {"rescheduled", {W_PLAN}, 0}, {"residents", {W_AMOUNT}, 0},
    {"resolution", {W_NO_YEAR}, 0}, {"resumes", {W_SCHEDULE}, 0}, {"retires", {W_SCHEDULE}, 0},
    {"returns", {W_SCHEDULE}, 0}, {"road", {W_STREET}, 0}, {"room", {W_NO_YEAR}, 0}, {"rooms", {W_AMOUNT}, 0},
    {"rose", {W_FINITE_PAST}, 0}, {"roubles", {W_AMOUNT}, 0}, {"roughly", {W_NO_YEAR}, 0}, {"route", {W_NO_YEAR}, 0},
    {"rubles", {W_AMOUNT}, 0}, {"runs", {W_AMOUNT, W_SCHEDULE}, 0}, {"rupees", {W_AMOUNT}, 0},
    {"said", {W_FINITE_PAST}, 0}, {"same", {W_ANCHORED}, 0}, {"sank", {W_FINITE_PAST}, 0},
    {"sat", {W_WEEKDAY, W_FINITE_PAST}, 6}, {"sat.", {W_WEEKDAY}, 6}, {"saturday", {W_WEEKDAY}, 6},
    {"saw", {W_FINITE_PAST}, 0}, {"say", {W_FINITE_PAST}, 0}, {"says", {W_FINITE_PAST}, 0},
    {"scheduled", {W_PLAN}, 0}, {"schools", {W_AMOUNT}, 0}, {"seats", {W_AMOUNT}, 0},
    {"second", {W_ORDINAL, W_DAY}, 2}, {"section", {W_NO_YEAR}, 0}, {"seeks", {W_PLAN}, 0},
    {"seen", {W_FINITE_PAST}, 0}, {"sent", {W_FINITE_PAST}, 0}, {"sep", {W_MONTH}, 9}, {"sep.", {W_MONTH}, 9},
    {"sept", {W_MONTH}, 9}, {"sept.", {W_MONTH}, 9}, {"september", {W_MONTH}, 9}, {"set", {W_PLAN}, 0},
    {"seven", {W_COUNT}, 7}, {"seventeen", {W_COUNT}, 17}, {"seventeenth", {W_ORDINAL, W_DAY}, 17},
    {"seventh", {W_ORDINAL, W_DAY}, 7}, {"seventies", {W_SHORT_DECADE}, 70}, {"seventy", {W_COUNT}, 70},
    {"shall", {W_FUTURE}, 0}, {"shares", {W_AMOUNT}, 0}, {"shot", {W_FINITE_PAST}, 0}, {"should", {W_FUTURE}, 0},
    {"shown", {W_FINITE_PAST}, 0}, {"since", {W_YEAR_CUE}, 0}, {"six", {W_COUNT}, 6}, {"sixteen", {W_COUNT}, 16},
    {"sixteenth", {W_ORDINAL, W_DAY}, 16}, {"sixth", {W_ORDINAL, W_DAY}, 6}, {"sixties", {W_SHORT_DECADE}, 60},
    {"sixty", {W_COUNT}, 60}, {"slated", {W_PLAN}, 0}, {"slept", {W_FINITE_PAST}, 0}, {"sold", {W_FINITE_PAST}, 0},
    {"soldiers", {W_AMOUNT}, 0}, {"some", {W_NO_YEAR}, 0}, {"sought", {W_FINITE_PAST}, 0},
    {"spectators", {W_AMOUNT}, 0}, {"spoke", {W_FINITE_PAST}, 0}, {"sprang", {W_FINITE_PAST}, 0},
    {"spring", {W_SEASON, W_YEAR_CUE}, 1}, {"square", {W_AMOUNT, W_STREET}, 0}, {"square-foot", {W_AMOUNT}, 0},
    {"st", {W_STREET}, 0}, {"st.", {W_STREET}, 0}, {"start", {W_EDGE}, 0}, {"starts", {W_SCHEDULE}, 0},
    {"steps", {W_SCHEDULE}, 0}, {"stole", {W_FINITE_PAST}, 0}, {"stood", {W_FINITE_PAST}, 0},
    {"stores", {W_AMOUNT}, 0}, {"street", {W_STREET}, 0}, {"struck", {W_FINITE_PAST}, 0},
    {"stuck", {W_FINITE_PAST}, 0}, {"students", {W_AMOUNT}, 0}, {"subsequent", {W_ANCHORED}, 1},
    {"suite", {W_NO_YEAR}, 0}, {"summer", {W_SEASON, W_YEAR_CUE}, 2}, {"sun", {W_WEEKDAY}, 7},
    {"sun.", {W_WEEKDAY}, 7}, {"sunday", {W_WEEKDAY}, 7}, {"supporters", {W_AMOUNT}, 0}, {"supposed", {W_PLAN}, 0},
    {"swept", {W_FINITE_PAST}, 0}, {"swore", {W_FINITE_PAST}, 0}, {"sworn", {W_FINITE_PAST}, 0},
    {"taken", {W_FINITE_PAST}, 0}, {"takes", {W_SCHEDULE}, 0}, {"taught", {W_FINITE_PAST}, 0}, {"ten", {W_COUNT}, 10},
    {"tenth", {W_ORDINAL, W_DAY}, 10}, {"than", {W_NO_YEAR}, 0}, {"that", {W_ANCHORED}, 0}, {"the", {W_THE}, 0},
    {"third", {W_ORDINAL, W_DAY}, 3}, {"thirteen", {W_COUNT}, 13}, {"thirteenth", {W_ORDINAL, W_DAY}, 13},
    {"thirties", {W_SHORT_DECADE}, 30}, {"thirtieth", {W_ORDINAL, W_DAY}, 30}, {"thirty", {W_COUNT}, 30},
    {"this", {W_RELATIVE}, 0}, {"thought", {W_FINITE_PAST}, 0}, {"thousand", {W_AMOUNT}, 0}, {"three", {W_COUNT}, 3},
    {"threw", {W_FINITE_PAST}, 0}, {"through", {W_TO, W_YEAR_HINT}, 0}, {"throughout", {W_YEAR_CUE}, 0},
    {"thru", {W_TO}, 0}, {"thu", {W_WEEKDAY}, 4}, {"thu.", {W_WEEKDAY}, 4}, {"thur.", {W_WEEKDAY}, 4},
    {"thurs", {W_WEEKDAY}, 4}, {"thurs.", {W_WEEKDAY}, 4}, {"thursday", {W_WEEKDAY}, 4}, {"tickets", {W_AMOUNT}, 0},
    {"till", {W_TO, W_YEAR_CUE}, 0}, {"time", {W_TIME}, 0}, {"to", {W_TO, W_YEAR_HINT}, 0},
    {"today", {W_DAY_WORD}, 0}, {"told", {W_FINITE_PAST}, 0}, {"tomorrow", {W_DAY_WORD}, 1},
    {"tonight", {W_DAY_WORD}, 0}, {"tonnes", {W_AMOUNT}, 0}, {"tons", {W_AMOUNT}, 0}, {"took", {W_FINITE_PAST}, 0},
    {"train", {W_NO_YEAR}, 0}, {"travels", {W_SCHEDULE}, 0}, {"trillion", {W_AMOUNT}, 0}, {"troops", {W_AMOUNT}, 0},
    {"tue", {W_WEEKDAY}, 2}, {"tue.", {W_WEEKDAY}, 2}, {"tues", {W_WEEKDAY}, 2}, {"tues.", {W_WEEKDAY}, 2},
    {"tuesday", {W_WEEKDAY}, 2}, {"turn", {W_TURN}, 0}, {"turns", {W_SCHEDULE}, 0},
    {"twelfth", {W_ORDINAL, W_DAY}, 12}, {"twelve", {W_COUNT}, 12}, {"twentieth", {W_ORDINAL, W_DAY}, 20},
    {"twenty", {W_COUNT}, 20}, {"two", {W_COUNT}, 2}, {"understood", {W_FINITE_PAST}, 0}, {"units", {W_AMOUNT}, 0},
    {"until", {W_TO, W_YEAR_CUE}, 0}, {"upcoming", {W_COMING, W_PLAN}, 1}, {"utc", {W_AMOUNT}, 0},
    {"v.", {W_NO_YEAR}, 0}, {"vehicles", {W_AMOUNT}, 0}, {"version", {W_NO_YEAR}, 0}, {"victims", {W_AMOUNT}, 0},
    {"visitors", {W_AMOUNT}, 0}, {"visits", {W_SCHEDULE}, 0}, {"volts", {W_AMOUNT}, 0},
    {"votes", {W_AMOUNT, W_SCHEDULE}, 0}, {"vowed", {W_PLAN}, 0}, {"want", {W_PLAN}, 0}, {"wanting", {W_PLAN}, 0},
    {"wants", {W_PLAN}, 0}, {"was", {W_FINITE_PAST}, 0}, {"way", {W_STREET}, 0}, {"wed", {W_WEEKDAY}, 3},
    {"wed.", {W_WEEKDAY}, 3}, {"wednesday", {W_WEEKDAY}, 3}, {"weds", {W_WEEKDAY}, 3}, {"week", {W_UNIT}, UNIT_WEEK},
    {"weekend", {W_WEEKEND}, 0}, {"weeks", {W_UNITS, W_STRETCH}, UNIT_WEEK}, {"went", {W_FINITE_PAST}, 0},
    {"were", {W_FINITE_PAST}, 0}, {"where", {W_BREAK}, 0}, {"which", {W_BREAK}, 0}, {"who", {W_BREAK}, 0},
    {"whom", {W_BREAK}, 0}, {"whose", {W_BREAK}, 0}, {"will", {W_FUTURE}, 0}, {"winter", {W_SEASON, W_YEAR_CUE}, 4},
    {"withdrew", {W_FINITE_PAST}, 0}, {"wo", {W_FUTURE}, 0}, {"women", {W_AMOUNT}, 0}, {"won", {W_FINITE_PAST}, 0},
    {"words", {W_AMOUNT}, 0}, {"wore", {W_FINITE_PAST}, 0}, {"workers", {W_AMOUNT}, 0}, {"would", {W_FUTURE}, 0},
    {"written", {W_FINITE_PAST}, 0}, {"wrote", {W_FINITE_PAST}, 0}, {"year", {W_UNIT, W_YEAR_CUE}, UNIT_YEAR},
    {"years", {W_UNITS, W_STRETCH}, UNIT_YEAR}, {"yen", {W_AMOUNT}, 0}, {"yesterday", {W_DAY_WORD}, -1},
    {"yuan", {W_AMOUNT}, 0}, {"£", {W_NO_YEAR}, 0}, {"¥", {W_NO_YEAR}, 0}, {"–", {W_TO, W_DASH, W_YEAR_HINT}, 0},
    {"—", {W_TO, W_DASH, W_YEAR_HINT}, 0}, {"€", {W_NO_YEAR}, 0},
};
// clang-format on

static int compare_entry(const void *key, const void *entry)
{
    const KbText *text = key;
    const char *word = ((const Entry *)entry)->word;
    size_t length = strlen(word);
    int order = memcmp(text->data, word, text->length < length ? text->length : length);
    return order ? order : (text->length > length) - (text->length < length);
}

size_t time_word_count(void)
{
    return sizeof entries / sizeof *entries;
}

const char *time_word_at(size_t index)
{
    return entries[index].word;
}

static void add_kind(TimeWord *word, TimeKind kind)
{
    word->kinds |= UINT64_C(1) << kind;
}

static void drop_kind(TimeWord *word, TimeKind kind)
{
    word->kinds &= ~(UINT64_C(1) << kind);
}

static void set_number(TimeWord *word, TimeKind kind, int value)
{
    add_kind(word, kind);
    word->value = (int16_t)value;
}

static void look_up(KbText lower, TimeWord *word)
{
    const Entry *entry = bsearch(&lower, entries, sizeof entries / sizeof *entries, sizeof *entries, compare_entry);
    for (size_t i = 0; entry && i < WORD_KINDS && entry->kinds[i]; i++)
        add_kind(word, (TimeKind)entry->kinds[i]);
    if (entry) word->value = entry->value;
}

// ---------------------------------------------------------------------------------------------- numbers

// Leading digits, at most four, and how many; a longer number counts as none.
static int digits_of(KbText text, size_t *length)
{
    int value = 0;
    size_t at = 0;
    for (; at < text.length && text.data[at] >= '0' && text.data[at] <= '9'; at++) {
        if (at == 4) return *length = 0, -1;
        value = value * 10 + (text.data[at] - '0');
    }
    *length = at;
    return at ? value : -1;
}

static bool rest_is(KbText text, size_t at, const char *rest)
{
    return text.length - at == strlen(rest) && memcmp(text.data + at, rest, text.length - at) == 0;
}

static void read_plain_number(TimeWord *word, int value, size_t length)
{
    if (length == 4 && value >= 1500 && value <= 2100) set_number(word, W_YEAR, value);
    if (length == 4 && value >= 1000 && value < 1500) set_number(word, W_OLD_YEAR, value);
    if (length <= 2 && value >= 1 && value <= 31) set_number(word, W_DAY, value);
    if (value >= 1) set_number(word, W_COUNT, value);
}

// "19th" "1990s" "90s" "3Q"
static void read_number_with_ending(TimeWord *word, KbText lower, int value, size_t length)
{
    static const char *const ordinals[] = {"th", "st", "nd", "rd"};
    for (size_t i = 0; length <= 2 && i < 4; i++)
        if (rest_is(lower, length, ordinals[i])) {
            set_number(word, W_ORDINAL, value);
            if (value >= 1 && value <= 31) add_kind(word, W_DAY);
        }
    bool decade = (rest_is(lower, length, "s") || rest_is(lower, length, "'s")) && value % 10 == 0;
    if (decade && length == 4 && value >= 1000 && value <= 2100) set_number(word, W_DECADE, value);
    if (decade && length == 2 && value >= 30) set_number(word, W_SHORT_DECADE, value);
    if (length == 1 && value >= 1 && value <= 4 && rest_is(lower, length, "q")) set_number(word, W_QUARTER, value);
}

// "'98" "'90s" "Q3" "H1" "FY2016"
static void read_marked_number(TimeWord *word, KbText lower)
{
    static const struct {
        const char *mark;
        TimeKind kind;
        int low, high;
    } marks[] = {
        {"'", W_SHORT_YEAR, 0, 99}, {"q", W_QUARTER, 1, 4}, {"h", W_HALF_YEAR, 1, 2}, {"fy", W_FISCAL_YEAR, 0, 2100}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t mark = strlen(marks[i].mark), length;
        if (lower.length <= mark || memcmp(lower.data, marks[i].mark, mark) != 0) continue;
        KbText rest = {lower.data + mark, lower.length - mark};
        int value = digits_of(rest, &length);
        if (value < marks[i].low || value > marks[i].high) continue;
        bool short_year = marks[i].kind == W_SHORT_YEAR;
        if (short_year && length == 2 && rest_is(rest, 2, "s") && value % 10 == 0)
            set_number(word, W_SHORT_DECADE, value);
        else if (length == rest.length && (!short_year || length == 2))
            set_number(word, marks[i].kind, value < 100 && marks[i].kind == W_FISCAL_YEAR ? 2000 + value : value);
    }
}

// "2011-05-03"; "25/12/2011" and "12/25/2011", where only one reading is a date. "03/05/2011" is left alone.
static void read_full_date(TimeWord *word, KbText lower)
{
    KbDate date = {0};
    if (lower.length == 10 && lower.data[4] == '-' && kb_date_parse(lower, &date) && calendar_valid(date)) {
        word->date = date;
        add_kind(word, W_DATE);
        return;
    }
    int numbers[3];
    char mark = 0;
    for (size_t i = 0, length; i < 3; i++) {
        numbers[i] = digits_of(lower, &length);
        if (!length || (i < 2 && (length > 2 || length == lower.length)) || (i == 2 && length != 4)) return;
        lower = (KbText){lower.data + length, lower.length - length};
        if (i < 2 && ((mark && lower.data[0] != mark) || (lower.data[0] != '/' && lower.data[0] != '.'))) return;
        if (i < 2) mark = lower.data[0], lower.data++, lower.length--;
    }
    if (lower.length || (numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1])) return;
    int day = numbers[0] > 12 ? numbers[0] : numbers[1], month = numbers[0] > 12 ? numbers[1] : numbers[0];
    date = (KbDate){(int16_t)numbers[2], (uint8_t)month, (uint8_t)day};
    if (day < 1 || month < 1 || day > 31 || month > 12 || !calendar_valid(date)) return;
    word->date = date;
    add_kind(word, W_DATE);
}

static void read_number(TimeWord *word, KbText lower)
{
    size_t length;
    int value = digits_of(lower, &length);
    if (value < 0) {
        read_marked_number(word, lower);
    } else if (length == lower.length) {
        read_plain_number(word, value, length);
    } else {
        read_number_with_ending(word, lower, value, length);
        read_full_date(word, lower);
    }
}

// ---------------------------------------------------------------------------------------------- one token

static bool is_capital(const Document *document, uint32_t token)
{
    char first = document->text.data[document->tokens[token].start];
    return first >= 'A' && first <= 'Z';
}

// "May", "March", "Sun" and "Dec" are names and verbs too: they need a date's words beside them.
static bool dated(const Document *document, uint32_t token)
{
    static const char before[] =
        "|in|since|until|till|by|of|from|to|for|during|last|next|this|early|late|mid|on|before|after|"
        "through|between|and|each|every|around|following|previous|that|";
    size_t length;
    if (token && token_in(document, token - 1, before)) return true;
    for (uint32_t near = token ? token - 1 : token; near < token + 3 && near < document->token_count; near++) {
        int value = near == token ? -1 : digits_of(document->tokens[near].lower, &length);
        bool close = near <= token + 1 || token_in(document, token + 1, "|,|of|");
        if (close && value > 0 && (value <= 31 || (value >= 1500 && value <= 2100))) return true;
    }
    return false;
}

// Months and days of the week are written with a capital.
static void settle_names(const Document *document, uint32_t token, TimeWord *word)
{
    if (!time_word_is(word, W_MONTH) && !time_word_is(word, W_WEEKDAY)) return;
    bool capital = is_capital(document, token);
    bool doubtful = token_in(document, token, "|may|march|jan|mar|dec|sun|sat|mon|wed|tue|thu|");
    bool verb = token_in(document, token, "|may|march|") && document->tokens[token].pos == POS_AUX;
    if (capital && !verb && (!doubtful || dated(document, token))) {
        drop_kind(word, W_FUTURE);
        drop_kind(word, W_FINITE_PAST);
        return;
    }
    drop_kind(word, W_MONTH);
    drop_kind(word, W_WEEKDAY);
}

static TimeWord read_token(const Document *document, uint32_t token)
{
    TimeWord word = {.first = token, .last = token + 1, .part = -1};
    KbText lower = document->tokens[token].lower;
    if (!lower.length) return word;
    look_up(lower, &word);
    read_number(&word, lower);
    if (!word.kinds && lower.length > 4 && memcmp(lower.data, "mid-", 4) == 0) { // "mid-1990s"
        KbText rest = {lower.data + 4, lower.length - 4};
        look_up(rest, &word);
        read_number(&word, rest);
        word.part = 1;
        return word;
    }
    settle_names(document, token, &word);
    return word;
}

// ---------------------------------------------------------------------------------------------- several tokens

static bool joined(const Document *document, uint32_t token)
{
    return token < document->token_count && document->tokens[token].space == SPACE_NONE;
}

// "twenty-five" "twenty-first"
static void merge_tens(const Document *document, TimeWord *word)
{
    uint32_t next = word->first + 2;
    bool tens = time_word_is(word, W_COUNT) && word->value >= 20 && word->value % 10 == 0 && !time_word_is(word, W_DAY);
    if (!tens || !token_is(document, word->first + 1, "-") || !joined(document, next)) return;
    TimeWord ones = read_token(document, next);
    if (ones.value < 1 || ones.value > 9 || time_word_is(&ones, W_UNIT)) return;
    if (!time_word_is(&ones, W_COUNT) && !time_word_is(&ones, W_ORDINAL)) return;
    int value = word->value + ones.value;
    word->kinds = 0;
    set_number(word, time_word_is(&ones, W_COUNT) ? W_COUNT : W_ORDINAL, value);
    if (time_word_is(&ones, W_ORDINAL) && value <= 31) add_kind(word, W_DAY);
    word->last = next + 1;
}

// "2003-07" "2003–2007" "2014/15"; "2011-05-03" in three parts
static void merge_years(const Document *document, TimeWord *word)
{
    uint32_t next = word->first + 2;
    if (!time_word_is(word, W_YEAR) || !token_in(document, word->first + 1, "|-|–|—|/|")) return;
    if (!joined(document, word->first + 1) || !joined(document, next)) return;
    KbDate date;
    KbText whole =
        next + 2 < document->token_count ? document_tokens_text(document, word->first, next + 3) : kb_text("");
    if (whole.length == 10 && whole.data[7] == '-' && kb_date_parse(whole, &date) && calendar_valid(date)) {
        *word = (TimeWord){.first = word->first, .last = next + 3, .part = -1, .date = date};
        add_kind(word, W_DATE);
        return;
    }
    size_t length;
    KbText lower = document->tokens[next].lower;
    int value = digits_of(lower, &length);
    bool more = joined(document, next + 1) && token_in(document, next + 1, "|-|/|"); // a number of a file
    if (more || length != lower.length || (length != 2 && length != 4)) return;
    if (length == 2) value += word->value - word->value % 100;
    if (value <= word->value && length == 2 && word->value % 100 == 99) value += 100; // "1999-00"
    if (value <= word->value || value > 2100) return;
    word->kinds = 0;
    add_kind(word, W_YEARS);
    word->until = (int16_t)value;
    word->last = next + 1;
}

// "a couple of" "a hundred" "a dozen"
static void merge_counts(const Document *document, TimeWord *word)
{
    static const struct {
        const char *word;
        int16_t value;
    } counts[] = {{"couple", 2}, {"dozen", 12}, {"hundred", 100}, {"thousand", 1000}};
    if (!time_word_is(word, W_COUNT) || word->value != 1) return;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (token_is(document, word->first + 1, counts[i].word)) {
            word->kinds = 0;
            set_number(word, W_COUNT, counts[i].value);
            word->last = word->first + 2 + (counts[i].value == 2 && token_is(document, word->first + 2, "of"));
        }
}

// ---------------------------------------------------------------------------------------------- holidays

enum { EASTER = 13 }; // as a month: days after Easter

static const struct {
    const char *words; // tokens in lower case
    int8_t month, day; // of the month; of feasts: 0 or the nth weekday
    int8_t nth, weekday;
    bool needs_cue;
} holidays[] = {
    {"new year 's day", 1, 1, 0, 0, false},
    {"new year 's eve", 12, 31, 0, 0, false},
    {"martin luther king day", 1, 0, 3, 0, false},
    {"martin luther king jr. day", 1, 0, 3, 0, false},
    {"groundhog day", 2, 2, 0, 0, false},
    {"valentine 's day", 2, 14, 0, 0, false},
    {"presidents day", 2, 0, 3, 0, false},
    {"presidents ' day", 2, 0, 3, 0, false},
    {"international women 's day", 3, 8, 0, 0, false},
    {"st. patrick 's day", 3, 17, 0, 0, false},
    {"april fools ' day", 4, 1, 0, 0, false},
    {"april fool 's day", 4, 1, 0, 0, false},
    {"anzac day", 4, 25, 0, 0, false},
    {"may day", 5, 1, 0, 0, false},
    {"memorial day", 5, 0, -1, 0, false},
    {"juneteenth", 6, 19, 0, 0, false},
    {"canada day", 7, 1, 0, 0, false},
    {"fourth of july", 7, 4, 0, 0, false},
    {"july fourth", 7, 4, 0, 0, false},
    {"bastille day", 7, 14, 0, 0, false},
    {"labor day", 9, 0, 1, 0, false},
    {"columbus day", 10, 0, 2, 0, false},
    {"halloween", 10, 31, 0, 0, false},
    {"all saints ' day", 11, 1, 0, 0, false},
    {"guy fawkes night", 11, 5, 0, 0, false},
    {"armistice day", 11, 11, 0, 0, false},
    {"veterans day", 11, 11, 0, 0, false},
    {"thanksgiving day", 11, 0, 4, 3, false},
    {"thanksgiving", 11, 0, 4, 3, true},
    {"christmas day", 12, 25, 0, 0, false},
    {"christmas eve", 12, 24, 0, 0, false},
    {"christmas", 12, 25, 0, 0, true},
    {"boxing day", 12, 26, 0, 0, false},
    {"ash wednesday", EASTER, -46, 0, 0, false},
    {"palm sunday", EASTER, -7, 0, 0, false},
    {"good friday", EASTER, -2, 0, 0, false},
    {"easter sunday", EASTER, 0, 0, 0, false},
    {"easter monday", EASTER, 1, 0, 0, false},
    {"easter", EASTER, 0, 0, 0, true},
    {"ascension day", EASTER, 39, 0, 0, false},
    {"whit monday", EASTER, 50, 0, 0, false},
};

bool time_holiday_needs_cue(int16_t holiday)
{
    return holidays[holiday].needs_cue;
}

bool time_holiday(int16_t holiday, int year, Period *period)
{
    if (year < 1583 || year > CALENDAR_LAST) return false; // no Gregorian feasts before
    int month = holidays[holiday].month, day = holidays[holiday].day, nth = holidays[holiday].nth;
    KbDate date = {(int16_t)year, (uint8_t)month, (uint8_t)day};
    if (month == EASTER) date = calendar_date(calendar_easter(year) + day);
    if (nth) date = calendar_date(calendar_weekday_of_month(year, month, (unsigned)holidays[holiday].weekday, nth));
    *period = (Period){date, date};
    return true;
}

// Tokens of the words at `token`; 0 where they are others.
static uint32_t match_words(const Document *document, uint32_t token, const char *words)
{
    uint32_t taken = 0;
    for (const char *at = words; *at; taken++) {
        size_t length = strcspn(at, " ");
        if (token + taken >= document->token_count) return 0;
        KbText lower = document->tokens[token + taken].lower;
        if (lower.length != length || memcmp(lower.data, at, length) != 0) return 0;
        at += length + (at[length] == ' ');
    }
    return taken;
}

// Every holiday begins with a capital.
static void merge_holiday(const Document *document, TimeWord *word)
{
    if (!is_capital(document, word->first)) return;
    for (size_t i = 0; i < sizeof holidays / sizeof *holidays; i++) {
        if (holidays[i].words[0] != document->tokens[word->first].lower.data[0]) continue;
        uint32_t taken = match_words(document, word->first, holidays[i].words);
        if (!taken) continue;
        word->kinds = 0;
        set_number(word, W_HOLIDAY, (int)i);
        word->last = word->first + taken;
        return;
    }
}

// ---------------------------------------------------------------------------------------------- the document

// One past the last token of a name that the word begins in, where that name holds more than the word; else 0.
static uint32_t name_end(const Document *document, const TimeWord *word)
{
    int32_t mention = document_mention_at(document, word->first);
    if (mention < 0 || document->mentions[mention].kind != KB_NAME) return 0;
    const Mention *name = &document->mentions[mention];
    bool within = time_word_is(word, W_HOLIDAY) && name->first >= word->first && name->last <= word->last;
    return within ? 0 : name->last;
}

TimeWord *time_words(Document *document, size_t *count)
{
    TimeWord *words = arena_alloc(document->arena, document->token_count + 1, sizeof *words);
    *count = 0;
    for (uint32_t token = 0; token < document->token_count;) {
        TimeWord word = read_token(document, token);
        if (word.kinds && word.part < 0) {
            merge_tens(document, &word);
            merge_years(document, &word);
            merge_counts(document, &word);
        }
        merge_holiday(document, &word);
        uint32_t end = name_end(document, &word);
        if (end) word = (TimeWord){.first = token, .last = end, .part = -1};
        words[(*count)++] = word;
        token = word.last;
    }
    return words;
}
