// One row a kind of body: its name words, its nouns, its posts.
// SPDX-License-Identifier: MIT
#include "ingest/bodies.h"

#include <string.h>

#include "ingest/demonyms.h"

typedef struct BodyKind {
    const char *names, *nouns, *titles;
} BodyKind;

enum { CENTRAL_BANK, BANK };

static const BodyKind kinds[] = {
    [CENTRAL_BANK] = {"", "|central bank|", "|governor|"},
    [BANK] = {"|bank|banco|banca|banque|bancorp|savings|reserve|", "|bank|lender|", "|banker|"},
    {"|university|college|school|academy|institute|polytechnic|conservatory|seminary|universität|universidad|"
     "universidade|",
     "|university|college|school|academy|institute|faculty|conservatory|",
     "|principal|chancellor|vice-chancellor|rector|provost|dean|professor|lecturer|student|headmaster|headmistress|"
     "headteacher|"},
    {"|times|post|herald|news|journal|gazette|tribune|daily|mail|star|sentinel|review|chronicle|press|magazine|courier|"
     "guardian|telegraph|observer|echo|beacon|ledger|wire|sun|argus|examiner|advertiser|gazeta|",
     "|paper|newspaper|magazine|daily|weekly|broadcaster|station|network|",
     "|editor|editor-in-chief|columnist|correspondent|reporter|publisher|"},
    {"|orchestra|philharmonic|symphony|opera|choir|philharmonia|sinfonietta|ensemble|quartet|band|",
     "|orchestra|philharmonic|ensemble|choir|band|opera|quartet|", "|conductor|concertmaster|"},
    {"|court|tribunal|bench|", "|court|tribunal|", "|judge|justice|magistrate|"},
    {"|army|navy|force|forces|command|corps|division|brigade|fleet|guard|regiment|battalion|marines|militia|",
     "|army|navy|force|forces|brigade|regiment|division|fleet|militia|", "|commander|"},
    {"|diocese|archdiocese|church|cathedral|parish|synod|abbey|", "|church|diocese|cathedral|parish|",
     "|bishop|archbishop|vicar|canon|dean|priest|"},
    {"|parliament|senate|house|assembly|congress|legislature|council|duma|rada|bundestag|knesset|",
     "|parliament|senate|assembly|congress|legislature|chamber|council|",
     "|speaker|senator|councillor|councilman|councilwoman|councilor|whip|"},
    {"|party|partido|alliance|front|movement|union|local|sindicato|sindacato|syndicat|gewerkschaft|congress|democrats|"
     "liberals|greens|",
     "|party|alliance|movement|front|union|", ""},
    {"|ministry|department|office|bureau|agency|commission|authority|administration|treasury|directorate|service|"
     "programme|program|",
     "|ministry|department|office|bureau|agency|commission|authority|service|", "|commissioner|administrator|"},
    {"|fc|afc|cf|united|rovers|city|athletic|rangers|wanderers|club|sporting|atlético|atletico|"
     "deportivo|olympique|racing|dynamo|dinamo|albion|",
     "|club|team|side|squad|", "|coach|striker|goalkeeper|midfielder|defender|captain|winger|"},
    {"|nations|nato|league|organization|organisation|union|", "|organization|organisation|alliance|bloc|body|",
     "|secretary-general|"},
    {"|hospital|clinic|infirmary|memorial|medical|", "|hospital|clinic|", "|surgeon|"},
    {"|police|constabulary|sheriff|fire|", "|police|", "|chief|detective|superintendent|"},
    {"|district|schools|isd|", "|district|", "|superintendent|"},
    {"|prosecutor|prosecutors|prosecution|attorney|procuracy|", "", "|prosecutor|"},
    {"|capital|fund|partners|investment|investments|equity|", "|fund|", ""},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

// "Bank of Zambia", "Bulgarian National Bank"
static bool names_country(KbText lower)
{
    bool two = false;
    return country_by_name(lower) || demonym_country(lower, (KbText){"", 0}, &two) ||
           word_among(lower, "|central|national|reserve|");
}

unsigned body_of_name(const Document *document, const Mention *mention)
{
    unsigned found = 0;
    bool country = false;
    for (uint32_t i = mention->first; i < mention->last; i++) {
        KbText lower = document->tokens[i].lower;
        for (unsigned kind = 0; kind < KINDS; kind++)
            if (word_among(lower, kinds[kind].names)) found |= 1u << kind;
        country = country || names_country(lower);
    }
    if ((found & 1u << BANK) && country) found |= 1u << CENTRAL_BANK;
    return found;
}

unsigned body_of_noun(KbText lower)
{
    unsigned found = 0;
    for (unsigned kind = 0; kind < KINDS; kind++)
        if (word_among(lower, kinds[kind].nouns)) found |= 1u << kind;
    return found;
}

unsigned body_of_title(KbText head)
{
    unsigned found = 0;
    for (unsigned kind = 0; kind < KINDS; kind++)
        if (word_among(head, kinds[kind].titles)) found |= 1u << kind;
    return found;
}

unsigned body_of_news(void)
{
    static const char *const nouns[] = {"newspaper", "army", "party", "court", "senate"};
    unsigned found = 0;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        found |= body_of_noun((KbText){nouns[i], strlen(nouns[i])});
    return found;
}

bool body_is_business(KbText lower)
{
    return word_among(
        lower, "|company|firm|corporation|conglomerate|manufacturer|maker|carmaker|retailer|group|business|startup|"
               "yard|shipyard|brewery|developer|producer|operator|contractor|shipbuilder|builder|brokerage|insurer|"
               "start-up|publisher|brewer|carrier|chain|airline|distillery|");
}
