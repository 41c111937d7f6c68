// Verb forms: the lemma of an inflected English verb, from a table of irregular forms and the spelling rules.
// SPDX-License-Identifier: MIT
#include "ingest/verbs.h"

#include <stdlib.h>
#include <string.h>

typedef struct Irregular {
    const char *form, *lemma;
    VerbForm kind;
} Irregular;

// Sorted by form. Verbs of news; where past and participle are one word it is listed once, as FORM_PAST.
static const Irregular irregulars[] = {
    {"am", "be", FORM_BASE},
    {"are", "be", FORM_BASE},
    {"ate", "eat", FORM_PAST},
    {"became", "become", FORM_PAST},
    {"become", "become", FORM_BASE},
    {"been", "be", FORM_PARTICIPLE},
    {"began", "begin", FORM_PAST},
    {"begun", "begin", FORM_PARTICIPLE},
    {"beheld", "behold", FORM_PAST},
    {"being", "be", FORM_GERUND},
    {"bled", "bleed", FORM_PAST},
    {"born", "bear", FORM_PARTICIPLE},
    {"bought", "buy", FORM_PAST},
    {"bound", "bind", FORM_PAST},
    {"broke", "break", FORM_PAST},
    {"broken", "break", FORM_PARTICIPLE},
    {"brought", "bring", FORM_PAST},
    {"built", "build", FORM_PAST},
    {"came", "come", FORM_PAST},
    {"caught", "catch", FORM_PAST},
    {"chose", "choose", FORM_PAST},
    {"chosen", "choose", FORM_PARTICIPLE},
    {"dealt", "deal", FORM_PAST},
    {"did", "do", FORM_PAST},
    {"died", "die", FORM_PAST},
    {"done", "do", FORM_PARTICIPLE},
    {"drawn", "draw", FORM_PARTICIPLE},
    {"drew", "draw", FORM_PAST},
    {"driven", "drive", FORM_PARTICIPLE},
    {"drove", "drive", FORM_PAST},
    {"dying", "die", FORM_GERUND},
    {"fallen", "fall", FORM_PARTICIPLE},
    {"fed", "feed", FORM_PAST},
    {"fell", "fall", FORM_PAST},
    {"felt", "feel", FORM_PAST},
    {"fled", "flee", FORM_PAST},
    {"flew", "fly", FORM_PAST},
    {"flown", "fly", FORM_PARTICIPLE},
    {"forbade", "forbid", FORM_PAST},
    {"forgave", "forgive", FORM_PAST},
    {"fought", "fight", FORM_PAST},
    {"found", "find", FORM_PAST},
    {"gave", "give", FORM_PAST},
    {"given", "give", FORM_PARTICIPLE},
    {"gone", "go", FORM_PARTICIPLE},
    {"got", "get", FORM_PAST},
    {"gotten", "get", FORM_PARTICIPLE},
    {"grew", "grow", FORM_PAST},
    {"grown", "grow", FORM_PARTICIPLE},
    {"had", "have", FORM_PAST},
    {"has", "have", FORM_THIRD},
    {"heard", "hear", FORM_PAST},
    {"held", "hold", FORM_PAST},
    {"hung", "hang", FORM_PAST},
    {"is", "be", FORM_THIRD},
    {"kept", "keep", FORM_PAST},
    {"knew", "know", FORM_PAST},
    {"known", "know", FORM_PARTICIPLE},
    {"laid", "lay", FORM_PAST},
    {"led", "lead", FORM_PAST},
    {"left", "leave", FORM_PAST},
    {"lent", "lend", FORM_PAST},
    {"lost", "lose", FORM_PAST},
    {"lying", "lie", FORM_GERUND},
    {"made", "make", FORM_PAST},
    {"meant", "mean", FORM_PAST},
    {"met", "meet", FORM_PAST},
    {"oversaw", "oversee", FORM_PAST},
    {"overseen", "oversee", FORM_PARTICIPLE},
    {"overthrew", "overthrow", FORM_PAST},
    {"overthrown", "overthrow", FORM_PARTICIPLE},
    {"paid", "pay", FORM_PAST},
    {"ran", "run", FORM_PAST},
    {"risen", "rise", FORM_PARTICIPLE},
    {"rose", "rise", FORM_PAST},
    {"said", "say", FORM_PAST},
    {"sang", "sing", FORM_PAST},
    {"sat", "sit", FORM_PAST},
    {"saw", "see", FORM_PAST},
    {"seen", "see", FORM_PARTICIPLE},
    {"sent", "send", FORM_PAST},
    {"shot", "shoot", FORM_PAST},
    {"slain", "slay", FORM_PARTICIPLE},
    {"sold", "sell", FORM_PAST},
    {"sought", "seek", FORM_PAST},
    {"spent", "spend", FORM_PAST},
    {"spoke", "speak", FORM_PAST},
    {"spoken", "speak", FORM_PARTICIPLE},
    {"stabbed", "stab", FORM_PAST},
    {"stole", "steal", FORM_PAST},
    {"stolen", "steal", FORM_PARTICIPLE},
    {"stood", "stand", FORM_PAST},
    {"struck", "strike", FORM_PAST},
    {"swore", "swear", FORM_PAST},
    {"sworn", "swear", FORM_PARTICIPLE},
    {"taken", "take", FORM_PARTICIPLE},
    {"taught", "teach", FORM_PAST},
    {"thought", "think", FORM_PAST},
    {"threw", "throw", FORM_PAST},
    {"thrown", "throw", FORM_PARTICIPLE},
    {"told", "tell", FORM_PAST},
    {"took", "take", FORM_PAST},
    {"understood", "understand", FORM_PAST},
    {"was", "be", FORM_PAST},
    {"wed", "wed", FORM_PAST},
    {"went", "go", FORM_PAST},
    {"were", "be", FORM_PAST},
    {"withdrawn", "withdraw", FORM_PARTICIPLE},
    {"withdrew", "withdraw", FORM_PAST},
    {"won", "win", FORM_PAST},
    {"wore", "wear", FORM_PAST},
    {"written", "write", FORM_PARTICIPLE},
    {"wrote", "write", FORM_PAST},
};

static int compare_form(const void *key, const void *item)
{
    const KbText *lower = key;
    return kb_text_compare(*lower, kb_text(((const Irregular *)item)->form));
}

static bool ends(KbText word, const char *suffix)
{
    size_t length = strlen(suffix);
    return word.length > length && memcmp(word.data + word.length - length, suffix, length) == 0;
}

static bool vowel(char c)
{
    return c && strchr("aeiou", c);
}

// Verbs that drop an e before -ed and -ing (derived from the treebanks' lemmas and WordNet 3.0), sorted, without the e.
static const char *const e_stems[] = {
    "abid", "abridg", "abrogat", "abus", "acced", "accelerat", "accentuat", "acclimatiz", "accommodat", "accru",
    "acculturat", "accumulat", "accus", "accustom", "ach", "achiev", "acknowledg", "acquiesc", "acquir", "activat",
    "actuat", "adher", "adjudicat", "admir", "ador", "adulterat", "advanc", "adventur", "advertis", "advis",
    "advocat", "aerat", "aerosoliz", "ag", "agglomerat", "aggravat", "agitat", "agre", "alienat", "alleg", "alleviat",
    "allocat", "allud", "alphabetiz", "alternat", "amaz", "ambl", "amputat", "amus", "analys", "analyz", "angl",
    "animat", "animiz", "annihilat", "annotat", "announc", "antagonis", "antagoniz", "anticipat", "apologis",
    "apologiz", "appeas", "apprais", "appreciat", "apprentic", "appris", "appropriat", "approv", "approximat",
    "arbitrat", "archaiz", "argu", "aris", "arous", "arrang", "arriv", "arrogat", "articulat", "ascrib", "aspir",
    "assassinat", "assembl", "assimilat", "associat", "assuag", "assum", "assur", "aton", "attribut", "attun",
    "authenticat", "authoriz", "automat", "aveng", "averag", "aw", "awak", "babbl", "backdat", "baffl", "bak",
    "balanc", "balkaniz", "baptiz", "bar", "barbecu", "barbequ", "barg", "barricad", "bas", "bast", "bath", "battl",
    "becom", "befuddl", "beguil", "behav", "behoov", "beli", "believ", "belittl", "beliv", "berat", "besieg", "bewar",
    "bid", "bik", "birdi", "bit", "blacklin", "blam", "blar", "blasphem", "blaz", "bod", "boggl", "bor", "bounc",
    "br", "brac", "brav", "breath", "brib", "bridg", "bristl", "brows", "bruis", "bubbl", "buckl", "budg", "bugl",
    "bulg", "bundl", "bustl", "cabl", "cackl", "cag", "calculat", "calibrat", "calumniat", "camouflag", "can", "cano",
    "canoniz", "capitaliz", "capitulat", "captivat", "captur", "car", "caricatur", "carv", "cas", "cascad",
    "castigat", "catalogu", "catechiz", "categoriz", "caus", "ceas", "celebrat", "centraliz", "centrifug", "cerebrat",
    "chaf", "challeng", "chanc", "chandell", "chang", "characteriz", "charg", "chas", "chid", "chok", "choos",
    "chortl", "chronicl", "chuckl", "circl", "circulat", "circumscrib", "cit", "citrat", "cleans", "cleav", "clos",
    "cloth", "coagulat", "coalesc", "cod", "coddl", "coerc", "coher", "coincid", "collaborat", "collaps", "collasp",
    "collat", "coloniz", "com", "combin", "commemorat", "commenc", "commercializ", "commiserat", "commun",
    "communicat", "communiz", "commut", "compar", "compartmentaliz", "compensat", "compet", "compil", "complet",
    "complicat", "compos", "compris", "compromis", "comput", "conced", "conceiv", "concentrat", "conceptualiz",
    "conciliat", "conclud", "condens", "condon", "conferenc", "confid", "confin", "confiscat", "conflat", "confus",
    "congratulat", "congregat", "conjectur", "conjugat", "connot", "consol", "consolidat", "conspir", "constitut",
    "constru", "consum", "consummat", "contaminat", "contemplat", "continu", "contribut", "contriv", "conven",
    "conventionaliz", "converg", "convers", "convinc", "convuls", "cooperat", "coordinat", "cop", "cor", "correlat",
    "corroborat", "corrod", "costum", "counterbalanc", "counterchalleng", "coupl", "cours", "crackl", "cradl", "cran",
    "crav", "creas", "creat", "cremat", "cring", "crippl", "criticis", "criticiz", "cruis", "crumbl", "crumpl",
    "crystalliz", "cub", "cuddl", "culminat", "cultivat", "cur", "curat", "curs", "curv", "customis", "customiz",
    "cycl", "dabbl", "damag", "danc", "dangl", "dar", "dat", "dazzl", "debat", "debilitat", "deceiv", "decelerat",
    "decentraliz", "decid", "declar", "declin", "decompos", "decorat", "decoupl", "decre", "decreas", "dedicat",
    "deduc", "defecat", "defil", "defin", "deglyceroliz", "degrad", "delegat", "delet", "delud", "delv", "demarcat",
    "democratiz", "demonstrat", "demot", "demythologiz", "denot", "denounc", "depersonaliz", "deplor", "depos",
    "deprav", "depriv", "deregulat", "derid", "deriv", "describ", "desecrat", "deserv", "designat", "desir", "despis",
    "destabiliz", "destin", "deteriorat", "determin", "detonat", "detribaliz", "devastat", "deviat", "devis",
    "devolv", "devot", "di", "diagnos", "dialyz", "dictat", "differentiat", "diffus", "dilat", "dilut", "din",
    "disabl", "disabus", "disagre", "disapprov", "disassembl", "disbeliev", "disburs", "discharg", "disciplin",
    "disclos", "discontinu", "discourag", "discriminat", "disenfranchis", "disengag", "disentangl", "disgrac",
    "disguis", "disintegrat", "dislik", "dislodg", "dismantl", "dispens", "dispers", "displac", "displeas", "dispos",
    "disprov", "disput", "disrob", "dissembl", "disseminat", "dissipat", "dissolv", "dissuad", "distribut", "div",
    "diverg", "divid", "divin", "divorc", "divulg", "dodg", "domesticat", "dominat", "donat", "dos", "doubl",
    "downgrad", "doz", "dramatiz", "drap", "dribbl", "driv", "drows", "dup", "duplicat", "dwindl", "dy", "dynamit",
    "eas", "eclips", "economiz", "edg", "educat", "effac", "effectuat", "effloresc", "ejaculat", "elaborat", "elaps",
    "elat", "elevat", "eliminat", "elongat", "elucidat", "elud", "elut", "emanat", "emancipat", "emasculat",
    "embezzl", "embrac", "emerg", "emigrat", "emphasiz", "emulat", "enabl", "encas", "encircl", "enclos", "encourag",
    "endors", "endur", "energiz", "enervat", "enforc", "engag", "engrav", "enhanc", "enlarg", "enquir", "enrag",
    "ensconc", "enshrin", "enslav", "ensu", "ensur", "enthron", "entic", "entitl", "enumerat", "enunciat", "envisag",
    "epitomiz", "equalis", "equat", "equilibrat", "eradicat", "eras", "erod", "escap", "espous", "estimat", "eulogiz",
    "europeaniz", "evacuat", "evad", "evaluat", "evaporat", "eventuat", "evidenc", "evok", "evolv", "exacerbat",
    "exaggerat", "examin", "exasperat", "exchang", "excis", "excit", "exclud", "excommunicat", "excoriat", "excus",
    "execut", "exercis", "exhal", "exil", "exonerat", "exorcis", "expedit", "expens", "experienc", "expiat", "expir",
    "explod", "explor", "expos", "expuls", "expung", "extenuat", "exterminat", "extirpat", "extradit", "extrapolat",
    "extricat", "extrud", "exud", "ey", "fac", "facilitat", "fad", "fak", "far", "fascinat", "faz", "featur",
    "federaliz", "felicitat", "fenc", "fertiliz", "fet", "figur", "fil", "finaliz", "financ", "finess", "fir",
    "fizzl", "flak", "flar", "flocculat", "flounc", "fluoresc", "forag", "forc", "foreclos", "forg", "forgiv",
    "formaliz", "formulat", "forsak", "fr", "fractionat", "fractur", "fram", "fraterniz", "fre", "freez", "frizzl",
    "frustrat", "fulminat", "fum", "fumbl", "fus", "gabbl", "gam", "gambl", "gap", "garag", "gargl", "gaug", "gaz",
    "generaliz", "generat", "gentl", "germinat", "gesticulat", "gestur", "giggl", "giv", "glanc", "glar", "glaz",
    "glid", "glimps", "glu", "glyceroliz", "gobbl", "googl", "gor", "gorg", "goug", "grac", "grad", "graduat",
    "grappl", "graz", "greas", "griev", "grimac", "grop", "grumbl", "guarante", "guid", "guzzl", "gyrat", "haggl",
    "handl", "harangu", "harmoniz", "hassl", "hat", "hav", "headlin", "heav", "hedg", "hesitat", "hibernat", "hid",
    "hik", "hir", "hobbl", "hogti", "homogeniz", "hop", "hospitaliz", "hous", "huddl", "humaniz", "humbl", "humiliat",
    "hurdl", "hurtl", "hustl", "hypnotiz", "hypothesiz", "ideat", "idl", "idoliz", "ignit", "ignor", "illumin",
    "illuminat", "illustrat", "imagin", "imbib", "imbu", "imitat", "immers", "immigrat", "immortaliz", "impal",
    "imped", "impersonat", "imping", "implicat", "implor", "impos", "imprecat", "improv", "improvis", "imput",
    "inaugurat", "incapacitat", "incarnat", "incis", "incit", "inclin", "inclos", "includ", "incorporat", "increas",
    "incubat", "inculcat", "indentur", "indicat", "indoctrinat", "indors", "induc", "indulg", "infiltrat", "inflam",
    "inflat", "influenc", "infring", "infuriat", "infus", "initiat", "injur", "innovat", "inquir", "inscrib",
    "inspir", "instigat", "institut", "institutionaliz", "insulat", "insur", "integrat", "interced", "interfac",
    "interfer", "interlac", "internaliz", "interpenetrat", "interpolat", "interpos", "interrogat", "interspers",
    "intertwin", "interven", "interweav", "intimat", "intimidat", "inton", "intrigu", "introduc", "intrud", "inur",
    "invad", "invalidat", "investigat", "invit", "invoic", "invok", "involv", "iodinat", "irrigat", "irritat",
    "isolat", "issu", "italiciz", "itemiz", "jangl", "jeopardis", "jeopardiz", "jingl", "jiv", "joggl", "jok",
    "jostl", "judg", "jumbl", "juxtapos", "keynot", "lac", "lacerat", "laminat", "laps", "laz", "leagu", "leas",
    "leav", "lectur", "legalis", "legaliz", "legislat", "legitimiz", "leverag", "li", "liberaliz", "liberat",
    "licens", "lik", "lin", "lioniz", "liquidat", "liv", "loath", "localiz", "locat", "lodg", "loos", "lop", "los",
    "loung", "lov", "lung", "lur", "lyophiliz", "magnetiz", "mak", "manag", "mandat", "manipulat", "manufactur",
    "marginaliz", "marinat", "masquerad", "massacr", "massag", "mat", "materializ", "matriculat", "matur", "maximiz",
    "measur", "meddl", "mediat", "medicat", "meditat", "memorializ", "memoriz", "menac", "merchandis", "merg",
    "mesmeriz", "messag", "metaboliz", "metamorphos", "microwav", "migrat", "militariz", "militat", "min", "minc",
    "mingl", "minimiz", "miscalculat", "misconstru", "misfir", "misgaug", "misjudg", "mismanag", "misnam",
    "misperceiv", "misplac", "misquot", "misstat", "mistak", "misus", "mitigat", "mobilis", "mobiliz", "moderat",
    "moderniz", "modulat", "moisturiz", "monetiz", "monopoliz", "motivat", "motoriz", "mottl", "mov", "muffl",
    "mumbl", "mus", "mutat", "mutilat", "nam", "narcotiz", "narrat", "nasal", "nationaliz", "naturaliz", "navigat",
    "necessitat", "needl", "negat", "negotiat", "nestl", "neutraliz", "nibbl", "nicknam", "nominat", "nos", "not",
    "notariz", "notic", "nucleat", "nudg", "nurs", "nurtur", "nuzzl", "oblig", "obligat", "obliterat", "obscur",
    "observ", "occlud", "officiat", "offsaddl", "ogl", "ooz", "operat", "oppos", "optimiz", "organis", "organiz",
    "originat", "ostraciz", "outdistanc", "outfac", "outlin", "outliv", "outmod", "outrag", "outshin", "outsourc",
    "overcharg", "overcom", "overdriv", "overemphasiz", "overestimat", "overexpos", "overindulg", "overproduc",
    "overrid", "overse", "overtak", "ow", "oxidis", "pac", "packag", "paddl", "pag", "pal", "pantomim", "par",
    "parad", "paralyz", "paraphras", "partak", "participat", "past", "patroniz", "paus", "pav", "peddl", "penaliz",
    "penetrat", "peopl", "perceiv", "permeat", "perpetrat", "perpetuat", "persecut", "persever", "personaliz",
    "persu", "persuad", "perus", "pervad", "phas", "philosophiz", "phon", "phras", "pickl", "pictur", "piec", "pierc",
    "pil", "pip", "plac", "placat", "plagiariz", "plagu", "plan", "plat", "pleas", "pledg", "plung", "pois", "pok",
    "pol", "polariz", "polic", "pollut", "populariz", "populat", "por", "pos", "postpon", "postulat", "pounc",
    "practic", "practis", "prais", "pranc", "prattl", "prearrang", "preced", "precipitat", "preclud", "predetermin",
    "predicat", "predominat", "prefac", "preisolat", "premis", "prepar", "presag", "prescrib", "preserv", "presid",
    "pressur", "pressuriz", "presum", "presuppos", "pric", "prid", "prim", "prioritis", "pris", "privatiz", "priz",
    "prob", "procrastinat", "procreat", "procur", "produc", "professionaliz", "proliferat", "promis", "promot",
    "promulgat", "pronounc", "propos", "proscrib", "prosecut", "prostrat", "protrud", "prov", "provid", "provok",
    "publiciz", "puk", "puls", "pulsat", "pulveriz", "punctuat", "punctur", "pupat", "purchas", "purg", "purs",
    "pursu", "puzzl", "quadrupl", "quak", "quot", "rac", "radiat", "rag", "rais", "rak", "rambl", "rampag", "rang",
    "rap", "rat", "rationaliz", "rattl", "rav", "reactivat", "realis", "realiz", "rearrang", "reassembl", "reassur",
    "rebuk", "recalculat", "recapitulat", "recaptur", "reced", "receiv", "reciprocat", "recit", "reclin", "recognis",
    "recogniz", "reconcil", "reconfigur", "reconven", "recreat", "recycl", "redecorat", "rededicat", "redefin",
    "redistribut", "redlin", "redoubl", "reduc", "reenforc", "reevaluat", "reexamin", "referenc", "refin", "refinanc",
    "refus", "refut", "regad", "regal", "regenerat", "regulat", "rehabilitat", "rehears", "reimburs", "reinforc",
    "reinstat", "reintroduc", "reissu", "reiterat", "rejoic", "rejuvenat", "rekindl", "relac", "relat", "releas",
    "relegat", "reliev", "reliv", "relocat", "remak", "reminisc", "remonstrat", "remov", "renam", "reneg", "renovat",
    "reorganiz", "rephras", "replac", "replicat", "repos", "reprioritis", "reprobat", "reproduc", "repudiat",
    "repuls", "repurpos", "reput", "requir", "reschedul", "rescu", "resembl", "reserv", "resettl", "reshap", "resid",
    "resmudg", "resolv", "resonat", "restat", "restor", "resum", "retak", "retaliat", "reti", "retir", "retrac",
    "retranslat", "retriev", "reunit", "reus", "revalu", "reveng", "rever", "reverberat", "reverenc", "revers",
    "revil", "revis", "revitaliz", "reviv", "revok", "revolutioniz", "revolv", "rewrit", "rhym", "rid", "riddl",
    "ridicul", "riffl", "rifl", "rins", "rippl", "ris", "ritualiz", "riv", "rob", "romanticiz", "rotat", "rous",
    "rout", "rov", "ruffl", "rul", "rumbl", "ruminat", "rummag", "ruptur", "rustl", "sabotag", "sacrific", "saddl",
    "sal", "salivat", "salut", "salvag", "sampl", "sat", "satiat", "saturat", "saut", "sav", "scal", "scandaliz",
    "scar", "schedul", "schem", "scor", "scrambl", "scrap", "scrib", "scribbl", "scrimmag", "scroung", "scrutiniz",
    "sculptur", "scuttl", "seced", "seclud", "secret", "seculariz", "secur", "seeth", "segregat", "segu", "seiz",
    "sens", "sensitiz", "sentenc", "sentimentaliz", "separat", "sequenc", "serenad", "serv", "servic", "settl",
    "shackl", "shad", "shak", "sham", "shambl", "shap", "shar", "shav", "shelv", "shin", "sho", "shov", "showcas",
    "shuffl", "shuttl", "sid", "sidl", "silenc", "silhouett", "simulat", "sing", "singl", "sir", "situat", "siz",
    "sizzl", "skedaddl", "slat", "slic", "slid", "slim", "sluic", "smil", "smit", "smok", "smuggl", "snak", "snar",
    "sneez", "snor", "snuggl", "socializ", "solac", "solv", "sooth", "sourc", "sous", "spac", "spad", "spar",
    "sparkl", "specializ", "speculat", "spic", "spik", "splic", "spong", "sprinkl", "squar", "squeez", "stabilis",
    "stabiliz", "stabl", "stag", "stak", "stalemat", "stamped", "standardiz", "star", "startl", "starv", "stat",
    "steriliz", "stifl", "stimulat", "stipulat", "stok", "ston", "stor", "straddl", "straf", "straggl", "strangl",
    "streamlin", "strik", "striv", "strok", "structur", "struggl", "stumbl", "styl", "su", "subdu", "subjugat",
    "sublim", "submerg", "subordinat", "subscrib", "subsid", "subsidiz", "substantiat", "substitut", "subsum",
    "subtitl", "suffic", "suffocat", "suffus", "summaris", "summariz", "summat", "superimpos", "supersed", "supervis",
    "supplicat", "suppos", "surfac", "surg", "surmis", "surpris", "surviv", "swath", "swerv", "swindl", "swip",
    "symboliz", "sympathiz", "synchroniz", "synthesis", "synthesiz", "systematiz", "tabulat", "tackl", "tak", "tam",
    "tantaliz", "tast", "teas", "teeth", "telephon", "telescop", "televis", "terminat", "terroriz", "theoriz",
    "thriv", "throttl", "ti", "tim", "tingl", "tinkl", "tipto", "tir", "titl", "tolerat", "ton", "toppl", "tortur",
    "trac", "trad", "trampl", "transcrib", "translat", "transmut", "transpir", "transpirat", "transpos", "travers",
    "treasur", "trembl", "trickl", "tripl", "troubl", "trudg", "trundl", "try", "tumbl", "tun", "tweez", "twiddl",
    "twin", "twinkl", "typ", "underestimat", "underli", "underlin", "undermin", "underrat", "underscor", "understat",
    "undertak", "undervalu", "underwrit", "undulat", "unfreez", "unit", "universaliz", "unlac", "unscrambl",
    "unsheath", "unti", "unwir", "updat", "upgrad", "uprais", "upstag", "urbaniz", "urg", "us", "utilis", "utiliz",
    "vacat", "validat", "valu", "venerat", "ventilat", "ventur", "vi", "vibrat", "victimiz", "vindicat", "vintag",
    "violat", "visualiz", "vitaliz", "vocaliz", "voic", "vot", "vouchsaf", "wad", "wag", "waggl", "waiv", "wak",
    "wan", "wangl", "warbl", "wast", "wav", "weaponiz", "weav", "wedg", "welcom", "wheedl", "wheez", "whin", "whistl",
    "whittl", "wiggl", "winc", "wip", "wir", "wobbl", "wov", "wrangl", "wreath", "wrestl", "wriggl", "wrinkl", "writ",
    "writh",
};

static int compare_stem(const void *key, const void *item)
{
    return kb_text_compare(*(const KbText *)key, kb_text(*(const char *const *)item));
}

static bool lost_e(KbText stem)
{
    return bsearch(&stem, e_stems, sizeof e_stems / sizeof *e_stems, sizeof *e_stems, compare_stem);
}

static void base_of_stem(KbText stem, char *lemma)
{
    size_t length = stem.length;
    memcpy(lemma, stem.data, length);
    char last = lemma[length - 1];
    bool doubled = length > 3 && last == lemma[length - 2] && !vowel(last);
    bool keeps = strchr("szf", last) || (last == 'l' && !strchr("eo", lemma[length - 3])); // pass, call
    if (lost_e(stem)) lemma[length++] = 'e';
    else if (doubled && !keeps) length--; // planned, expelled
    lemma[length] = 0;
}

static void regular(KbText lower, char lemma[LEMMA_SIZE], VerbForm *form)
{
    KbText stem = lower;
    *form = FORM_BASE;
    if (ends(lower, "ing") && lower.length > 4) {
        *form = FORM_GERUND;
        stem.length -= 3;
    } else if (ends(lower, "ied")) {
        *form = FORM_PAST;
        memcpy(lemma, lower.data, lower.length - 3);
        memcpy(lemma + lower.length - 3, "y", 2);
        return;
    } else if (ends(lower, "ed")) {
        *form = FORM_PAST;
        stem.length -= 2;
    } else if (ends(lower, "ies")) {
        *form = FORM_THIRD;
        memcpy(lemma + lower.length - 3, "y", 2);
        return;
    } else if (ends(lower, "sses") || ends(lower, "ches") || ends(lower, "shes") || ends(lower, "xes")) {
        *form = FORM_THIRD;
        lemma[lower.length - 2] = 0;
        return;
    } else if (ends(lower, "s") && !ends(lower, "ss") && !ends(lower, "us")) {
        *form = FORM_THIRD;
        lemma[lower.length - 1] = 0;
        return;
    }
    if (*form != FORM_BASE) base_of_stem(stem, lemma);
}

bool verb_lemma(KbText lower, char lemma[LEMMA_SIZE], VerbForm *form)
{
    if (!lower.length || lower.length + 2 > LEMMA_SIZE) return false;
    const Irregular *found =
        bsearch(&lower, irregulars, sizeof irregulars / sizeof *irregulars, sizeof *irregulars, compare_form);
    if (found) {
        strcpy(lemma, found->lemma);
        *form = found->kind;
        return true;
    }
    memcpy(lemma, lower.data, lower.length);
    lemma[lower.length] = 0;
    regular(lower, lemma, form);
    return true;
}
