// The tables of the question reader: forms, verbs and kinship nouns. A reader extends the shell's English here.
// SPDX-License-Identifier: MIT
#include "shell/forms.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define Q(name)      QUESTION_##name

const FormClass FORM_CLASSES[] = {
    {"who", "who|whom|who_all"},
    {"is", "is|are|was|were|has_been|have_been|had_been|will_be"},
    {"do", "does|do|did|has|have|had|will|would|could|can"},
    {"has", "has|have|had"},
    {"the", "the|a|an"},
    {"job",
     "job|jobs|post|posts|position|positions|office|offices|title|titles|role|roles|occupation|occupations|profession|"
     "career|function|functions|responsibilities|line_of_work|current_job|current_post|current_position|current_title|"
     "current_role|day_job|official_title|job_title|rank|resume|cv|appointments"},
    {"past_job",
     "previous_job|previous_jobs|previous_post|previous_posts|previous_position|previous_positions|former_job|"
     "former_jobs|former_post|former_posts|former_position|former_positions|past_jobs|past_positions|past_posts|"
     "last_job|last_post|old_job|earlier_jobs|earlier_posts|earlier_positions|previous_role|previous_roles|"
     "former_role|former_roles"},
    {"thing",
     "companies|company|firms|firm|businesses|business|organizations|organization|organisations|organisation|people|"
     "person|persons|man|woman|men|women|officials|countries|country|cities|city|places|place|towns|universities|"
     "university|schools|school|colleges|college|agencies|agency|groups|group|banks|bank|leaders|politicians|"
     "newspapers|clubs|teams|parties|party|ministers|entities|persons|one|ones"},
    {"related", "connected|linked|related|tied|associated|affiliated|acquainted|involved"},
    {"path",
     "path|route|connection|connections|link|links|chain|tie|ties|relation|relations|relationship|relationships"},
    {"mention",
     "mention|mentions|mentioned|name|names|discuss|talk_about|talks_about|are_about|is_about|refer_to|cover"},
    {"article", "article|articles|document|documents|story|stories|report|reports|text|texts|piece|pieces"},
    {"source", "source|sources|evidence|proof|sentence|sentences|quote|quotes|citation|citations|reference|references"},
    {"he", "he|she|they|it|him|her|them"},
    {"more", "else|all|exactly|everyone|everybody|anyone|anybody"},
};
const size_t FORM_CLASS_COUNT = COUNT(FORM_CLASSES);

const FormVerb FORM_VERBS[] = {
    {"meet", "meets", "met", "met", "meeting", "up_with|with", "met_with="},
    {"see", "sees", "saw", "seen", "seeing", "", "met_with="},
    {"hold_talks", "holds_talks", "held_talks", "held_talks", "holding_talks", "with",
     "negotiated_with=;met_with=;spoke_with="},
    {"have_a_meeting", "has_a_meeting", "had_a_meeting", "had_a_meeting", "having_a_meeting", "with", "met_with="},
    {"speak", "speaks", "spoke", "spoken", "speaking", "with|to", "spoke_with=;met_with=;negotiated_with="},
    {"talk", "talks", "talked", "talked", "talking", "with|to", "spoke_with=;met_with=;negotiated_with="},
    {"call", "calls", "called", "called", "calling", "", "spoke_with="},
    {"phone", "phones", "phoned", "phoned", "phoning", "", "spoke_with="},
    {"negotiate", "negotiates", "negotiated", "negotiated", "negotiating", "with", "negotiated_with="},
    {"sign", "signs", "signed", "signed", "signing", "a_deal_with|an_agreement_with|a_treaty_with|with",
     "signed_with="},
    {"visit", "visits", "visited", "visited", "visiting", "", "visited>"},
    {"travel", "travels", "travelled|traveled", "travelled|traveled", "travelling|traveling", "to", "visited>"},
    {"go", "goes", "went", "gone", "going", "to", "visited>"},
    {"fly", "flies", "flew", "flown", "flying", "to", "visited>"},
    {"appoint", "appoints", "appointed", "appointed", "appointing", "", "appointed>;nominated>"},
    {"name", "names", "named", "named", "naming", "", "appointed>;nominated>"},
    {"pick", "picks", "picked", "picked", "picking", "", "appointed>;nominated>"},
    {"choose", "chooses", "chose", "chosen", "choosing", "", "appointed>;nominated>"},
    {"promote", "promotes", "promoted", "promoted", "promoting", "", "appointed>"},
    {"nominate", "nominates", "nominated", "nominated", "nominating", "", "nominated>;appointed>"},
    {"dismiss", "dismisses", "dismissed", "dismissed", "dismissing", "", "dismissed>"},
    {"fire", "fires", "fired", "fired", "firing", "", "dismissed>"},
    {"sack", "sacks", "sacked", "sacked", "sacking", "", "dismissed>"},
    {"oust", "ousts", "ousted", "ousted", "ousting", "", "dismissed>"},
    {"remove", "removes", "removed", "removed", "removing", "", "dismissed>"},
    {"depose", "deposes", "deposed", "deposed", "deposing", "", "dismissed>"},
    {"endorse", "endorses", "endorsed", "endorsed", "endorsing", "", "endorsed>"},
    {"support", "supports", "supported", "supported", "supporting", "", "endorsed>"},
    {"back", "backs", "backed", "backed", "backing", "", "endorsed>"},
    {"praise", "praises", "praised", "praised", "praising", "", "endorsed>"},
    {"criticize|criticise", "criticizes|criticises", "criticized|criticised", "criticized|criticised",
     "criticizing|criticising", "", "criticized>"},
    {"condemn", "condemns", "condemned", "condemned", "condemning", "", "criticized>"},
    {"denounce", "denounces", "denounced", "denounced", "denouncing", "", "criticized>"},
    {"blast", "blasts", "blasted", "blasted", "blasting", "", "criticized>"},
    {"blame", "blames", "blamed", "blamed", "blaming", "", "criticized>;accused>"},
    {"accuse", "accuses", "accused", "accused", "accusing", "", "accused>"},
    {"sanction", "sanctions", "sanctioned", "sanctioned", "sanctioning", "", "sanctioned>"},
    {"blacklist", "blacklists", "blacklisted", "blacklisted", "blacklisting", "", "sanctioned>"},
    {"charge", "charges", "charged", "charged", "charging", "", "charged>"},
    {"indict", "indicts", "indicted", "indicted", "indicting", "", "charged>"},
    {"prosecute", "prosecutes", "prosecuted", "prosecuted", "prosecuting", "", "charged>"},
    {"arrest", "arrests", "arrested", "arrested", "arresting", "", "arrested>"},
    {"detain", "detains", "detained", "detained", "detaining", "", "arrested>"},
    {"jail", "jails", "jailed", "jailed", "jailing", "", "arrested>"},
    {"sue", "sues", "sued", "sued", "suing", "", "sued>"},
    {"attack", "attacks", "attacked", "attacked", "attacking", "", "attacked>"},
    {"invade", "invades", "invaded", "invaded", "invading", "", "attacked>"},
    {"kill", "kills", "killed", "killed", "killing", "", "killed>"},
    {"murder", "murders", "murdered", "murdered", "murdering", "", "killed>"},
    {"shoot", "shoots", "shot", "shot", "shooting", "", "killed>;attacked>"},
    {"assassinate", "assassinates", "assassinated", "assassinated", "assassinating", "", "killed>"},
    {"acquire", "acquires", "acquired", "acquired", "acquiring", "", "acquired>"},
    {"buy", "buys", "bought", "bought", "buying", "", "acquired>"},
    {"purchase", "purchases", "purchased", "purchased", "purchasing", "", "acquired>"},
    {"take_over", "takes_over", "took_over", "taken_over", "taking_over", "", "acquired>"},
    {"found", "founds", "founded|cofounded|co-founded", "founded|cofounded|co-founded", "founding", "", "founded>"},
    {"establish", "establishes", "established", "established", "establishing", "", "founded>"},
    {"create", "creates", "created", "created", "creating", "", "founded>"},
    {"start", "starts", "started", "started", "starting", "", "founded>"},
    {"set_up", "sets_up", "set_up", "set_up", "setting_up", "", "founded>"},
    {"own", "owns", "owned", "owned", "owning", "", "owns>"},
    {"control", "controls", "controlled", "controlled", "controlling", "", "owns>;subsidiary_of<"},
    {"employ", "employs", "employed", "employed", "employing", "", "employed_by<"},
    {"hire", "hires", "hired", "hired", "hiring", "", "employed_by<;appointed>"},
    {"work", "works", "worked", "worked", "working", "for|at|in|with", "employed_by>"},
    {"marry", "marries", "married", "married", "marrying", "to", "spouse="},
    {"wed", "weds", "wed|wedded", "wed|wedded", "wedding", "", "spouse="},
    {"divorce", "divorces", "divorced", "divorced", "divorcing", "", "spouse="},
    {"study", "studies", "studied", "studied", "studying", "at|in", "educated_at>"},
    {"attend", "attends", "attended", "attended", "attending", "", "educated_at>"},
    {"graduate", "graduates", "graduated", "graduated", "graduating", "from", "educated_at>"},
    {"go_to_school", "goes_to_school", "went_to_school", "gone_to_school", "going_to_school", "at|in", "educated_at>"},
    {"go_to_college", "goes_to_college", "went_to_college", "gone_to_college", "going_to_college", "at|in",
     "educated_at>"},
    {"go_to_university", "goes_to_university", "went_to_university", "gone_to_university", "going_to_university",
     "at|in", "educated_at>"},
    {"get_a_degree", "gets_a_degree", "got_a_degree", "got_a_degree", "getting_a_degree", "from|at", "educated_at>"},
    {"educate", "educates", "educated", "educated", "educating", "at|in", "educated_at<"},
    {"join", "joins", "joined", "joined", "joining", "", "member_of> employed_by>"},
    {"belong", "belongs", "belonged", "belonged", "belonging", "to", "member_of> part_of> subsidiary_of> owns<"},
    {"live", "lives", "lived", "lived", "living", "in|at", "resides_in>"},
    {"reside", "resides", "resided", "resided", "residing", "in|at", "resides_in>"},
    {"die", "dies", "died", "died", "dying", "in|at", "date_of_death>;died_in>"},
    {"bear", "bears", "bore", "born", "bearing", "in|at", "date_of_birth<;born_in<"},
    {"father", "fathers", "fathered", "fathered", "fathering", "", "parent>"},
};
const size_t FORM_VERB_COUNT = COUNT(FORM_VERBS);

const FormNoun FORM_NOUNS[] = {
    {"wife|wives", "spouse=", KB_FEMALE},
    {"husband|husbands", "spouse=", KB_MALE},
    {"spouse|spouses|partner|ex-wife|ex-husband", "spouse=", KB_GENDER_UNKNOWN},
    {"children|child|kids|kid", "parent>", KB_GENDER_UNKNOWN},
    {"son|sons", "parent>", KB_MALE},
    {"daughter|daughters", "parent>", KB_FEMALE},
    {"parents|parent", "parent<", KB_GENDER_UNKNOWN},
    {"father|dad", "parent<", KB_MALE},
    {"mother|mom|mum", "parent<", KB_FEMALE},
    {"brother|brothers", "sibling=", KB_MALE},
    {"sister|sisters", "sibling=", KB_FEMALE},
    {"sibling|siblings", "sibling=", KB_GENDER_UNKNOWN},
    {"relative|relatives|cousin|cousins|uncle|aunt|nephew|niece|grandson|granddaughter|grandfather|grandmother|in-law|"
     "in-laws|"
     "son-in-law|daughter-in-law|father-in-law|mother-in-law|brother-in-law|sister-in-law|grandchildren",
     "relative=", KB_GENDER_UNKNOWN},
    {"family|family_members|kin|relations", "spouse= parent> parent< sibling= relative=", KB_GENDER_UNKNOWN},
    {"associate|associates|closest_associates|close_associates|ally|allies|friend|friends|contacts|cronies|confidants|"
     "colleague|"
     "colleagues",
     "associate=", KB_GENDER_UNKNOWN},
    {"founder|founders|co-founder|co-founders|cofounder", "founded<", KB_GENDER_UNKNOWN},
    {"owner|owners|shareholder|shareholders|proprietor", "owns<;acquired<", KB_GENDER_UNKNOWN},
    {"subsidiaries|subsidiary|units|divisions", "subsidiary_of< part_of< owns>", KB_GENDER_UNKNOWN},
    {"parent_company|parent_organization|parent_firm|holding_company", "subsidiary_of>;part_of>;owns<",
     KB_GENDER_UNKNOWN},
    {"headquarters|head_office|hq|seat|home_office", "headquartered_in>;located_in>", KB_GENDER_UNKNOWN},
    {"birthplace|place_of_birth|birth_place|home_town|hometown", "born_in>", KB_GENDER_UNKNOWN},
    {"place_of_death", "died_in>", KB_GENDER_UNKNOWN},
    {"date_of_birth|birthday|birth_date|birthdate|dob", "date_of_birth>", KB_GENDER_UNKNOWN},
    {"date_of_death|death_date", "date_of_death>", KB_GENDER_UNKNOWN},
    {"age", "age>;date_of_birth>", KB_GENDER_UNKNOWN},
    {"nationality|citizenship|country_of_origin|country|home_country", "citizen_of>;born_in>", KB_GENDER_UNKNOWN},
    {"residence|home|place_of_residence", "resides_in>", KB_GENDER_UNKNOWN},
    {"alma_mater|education|university|college|school|schools|universities", "educated_at>", KB_GENDER_UNKNOWN},
    {"party|political_party|affiliation|affiliations|memberships|membership", "member_of>", KB_GENDER_UNKNOWN},
    {"founding_date|date_founded|foundation_date", "date_founded>", KB_GENDER_UNKNOWN},
    {"companies|holdings|businesses|assets|properties", "owns>", KB_GENDER_UNKNOWN},
    {"critics", "criticized<", KB_GENDER_UNKNOWN},
    {"accusers", "accused<", KB_GENDER_UNKNOWN},
};
const size_t FORM_NOUN_COUNT = COUNT(FORM_NOUNS);

// The first that fits wins unless its names are unknown: the special before the general.
const Form FORM_TABLE[] = {
    // --- evidence for what was just said
    {"where|who does|do|did it|they|he|she say|says that|so|this?", Q(EVIDENCE), "list", ""},
    {"where @is it|that said|reported|stated|written?", Q(EVIDENCE), "list", ""},
    {"who|which_article|which_source says|said|reports|reported so|that|this|it?", Q(EVIDENCE), "list", ""},
    {"how do|does|did you know that|this|so?", Q(EVIDENCE), "list", ""},
    {"show|give|list|what|see me? is|are? the|your|all? @source for|of? that|this|it?", Q(EVIDENCE), "list", ""},
    {"what @is that|this|it based_on", Q(EVIDENCE), "list", ""},
    {"says_who|source|sources|why|evidence|proof|really", Q(EVIDENCE), "list", ""},
    {"how sure|certain|confident|reliable are|is you|that|this|it about|of? that|this|it?", Q(SURE), "list", ""},
    {"how sure|certain|confident|reliable", Q(SURE), "list", ""},
    {"are you sure|certain|confident about|of? that|this|it?", Q(SURE), "list", ""},
    {"how_many independent? sources|articles|documents say_so|say_that|say_this|support_that|are_there?", Q(SURE),
     "list", ""},
    {"is that|this|it alleged|confirmed|certain|true|sure or? alleged|confirmed|not?", Q(SURE), "list", ""},
    {"show|list|give|find|what|which me? is|are? the|all? @source for|on|about|of|mentioning <x>", Q(EVIDENCE), "list",
     ""},
    {"@source for|on|about|of <x>", Q(EVIDENCE), "list", ""},

    // --- documents
    {"how_many @article are_there|do_you_know|have_you_read|did_you_read", Q(DOCUMENTS), "list", ""},
    {"do|does|did|are|is|which|what|list|show|how_many any|all|the? @article that? @mention both? <x> and <y>",
     Q(DOCUMENTS), "list", "both"},
    {"do|does|did|are|is|which|what|list|show any|all|the? @article that? @mention both|them_both|both_of_them|the_two",
     Q(DOCUMENTS), "list", "both"},
    {"do|does|did|which|what|list|show|how_many me|any|all|the? @article that? @mention <x>", Q(DOCUMENTS), "list", ""},
    {"in|are|is? which|what|how_many|there @article is|are? that? <x> mentioned|named?", Q(DOCUMENTS), "list", ""},
    {"where|how_often is|are|was|were <x> mentioned|named", Q(DOCUMENTS), "list", ""},
    {"@article about|on|mentioning|with <x>", Q(DOCUMENTS), "list", ""},

    // --- sets
    {"who|what|which_person|which_people @is mentioned|named the? most|most_often|oftenest often?", Q(MOST), "list",
     "person"},
    {"which|what organization|organizations|organisation|organisations|company|companies @is mentioned|named the? "
     "most|most_often",
     Q(MOST), "list", "organization"},
    {"which|what place|places|country|countries|city|cities @is mentioned|named the? most|most_often", Q(MOST), "list",
     "place"},
    {"who|what|show|list|name|give @is|me? the? "
     "most_mentioned|most_often_mentioned|most_frequently_mentioned|most_cited "
     "person|people|persons?",
     Q(MOST), "list", "person"},
    {"what|which|show|list|name|give @is|me? the? most_mentioned|most_often_mentioned "
     "organization|organizations|organisation|"
     "organisations|company|companies",
     Q(MOST), "list", "organization"},
    {"what|which|show|list|name|give @is|me? the? most_mentioned|most_often_mentioned place|places|country|countries",
     Q(MOST), "list", "place"},
    {"most_mentioned people|persons|person?", Q(MOST), "list", "person"},
    {"who appears|occurs the? most|most_often", Q(MOST), "list", "person"},

    // --- names
    {"how_many people|persons|men|women|entities|individuals are? named|called|with_the_name|by_the_name_of <x> "
     "are_there|"
     "there_are|do_you_know|exist?",
     Q(NAMED), "list", ""},
    {"how_many <x> are_there|do_you_know|exist", Q(NAMED), "list", ""},
    {"who|which_people|list|show|find me? is|are|all|everyone|people|persons? named|called <x>", Q(NAMED), "list", ""},
    {"is|are there more_than_one|several|another|two|many <x>", Q(NAMED), "list", ""},
    {"show|list|find|give|what me? are? the? names like|similar_to|close_to|resembling <x>", Q(LIKE), "list", ""},
    {"names like|similar_to <x>", Q(LIKE), "list", ""},
    {"what|which other|else|different? names|aliases|name do|does|did|has|have <x> "
     "go_by|use|have|used|gone_by|go_under|go",
     Q(ALIASES), "list", ""},
    {"what|which are|is|were? the? other|alternative? names|aliases|spellings|variants of|for <x>", Q(ALIASES), "list",
     ""},
    {"what|which other|else? names|aliases are|is|were there? for|of <x>", Q(ALIASES), "list", ""},
    {"what|which are|is? <x's> other|alternative? names|aliases|alias|full_name|name|nicknames|nickname", Q(ALIASES),
     "list", ""},
    {"what else? is|are|was <x> also? called|known_as|named", Q(ALIASES), "list", ""},
    {"how else? is|are|was <x> called|known|named|spelled|spelt", Q(ALIASES), "list", ""},
    {"list|show|give? me? all? the? aliases|other_names|names of|for <x>", Q(ALIASES), "list", ""},
    {"do|does <x> have|use|go_by any|another|other names|name|aliases|alias?", Q(ALIASES), "list", ""},
    {"what do|does <x> stand_for|mean", Q(IDENTITY), "identity", "full"},
    {"is|are|was <x> "
     "the_same_person|the_same_man|the_same_woman|the_same_organization|the_same_company|the_same_entity|"
     "the_same_place|identical|the_same|same_person|one_and_the_same as|with|to|like <y>",
     Q(SAME), "yes_no", ""},
    {"are|is|were <x> and <y> "
     "the_same_person|one_person|the_same|the_same_man|the_same_woman|one_and_the_same|identical|"
     "the_same_organization|the_same_entity|the_same_people|same_person|one_and_the_same_person",
     Q(SAME), "yes_no", ""},
    {"do|does <x> and <y> refer_to|mean|denote the_same_person|one_person|the_same|the_same_entity", Q(SAME), "yes_no",
     ""},
    {"is|are <x> also_known_as|known_as|aka|also_called|called <y>", Q(SAME), "yes_no", ""},
    {"which|what <x> works|worked|has_worked|is|was|served|serves|has_served at|for|with|in|from|of <y>", Q(WHICH),
     "identity", ""},

    // --- time of one entity
    {"show|give|what|make|draw? me? is? the|a? timeline|chronology|history|record|story for|of|on|about <x>",
     Q(TIMELINE), "list", ""},
    {"<x's> timeline|chronology|history", Q(TIMELINE), "list", ""},
    {"what has|have? happened|happens to|with|at|in <x>", Q(TIMELINE), "list", ""},
    {"what became_of|has_become_of <x>", Q(TIMELINE), "list", ""},
    {"when|where @is <x> first mentioned|seen|named|reported", Q(SEEN), "date", "first"},
    {"when|where @is <x> last|most_recently mentioned|seen|named|reported", Q(SEEN), "date", "last"},
    {"when|what @is the? first time? mention|mentioned|time <x>", Q(SEEN), "date", "first"},
    {"when|what @is? the? last|latest mention|time of? <x> was|is|were? mentioned|named|seen?", Q(SEEN), "date",
     "last"},
    {"when|what @is? the? first mention|time of? <x> was|is|were? mentioned|named|seen?", Q(SEEN), "date", "first"},
    {"first_and_last time|mention of? <x> was|is|were? mentioned?", Q(SEEN), "date", "both"},

    // --- posts of a person, with dates
    {"when did|does|will|has <x> "
     "become|became|take_office_as|take_over_as|start_as|start_as|begin_as|get_to_be|rise_to|take_up_office_as "
     "<post>",
     Q(BECAME), "date", ""},
    {"when|since_when @is|has|have <x> "
     "appointed|named|elected|made|chosen|sworn_in|promoted|confirmed|nominated|installed as|to|to_be? <post>",
     Q(BECAME), "date", ""},
    {"since_when|how_long is|has|have|are <x> been? <post>", Q(TENURE), "date", ""},
    {"when did|does|will|has <x> take_office|take_over|start|begin|come_to_power|assume_office|take_up_office",
     Q(BECAME), "date", ""},
    {"when did|does|will|has <x> "
     "leave|quit|resign_from|retire_from|depart|resign_as|step_down_as|step_down_from|lose|stop_being|"
     "cease_to_be|step_aside_as|exit|give_up <post>",
     Q(LEFT), "date", ""},
    {"when did|does|will|has <x> leave_office|leave|resign|step_down|retire|quit|lose_office|lose_power|step_aside|go",
     Q(LEFT), "date", ""},
    {"how_long did|does|has|was|is|were|had|have <x> been|serve|served|act|acted|work|worked? as|for|at? <post>",
     Q(TENURE), "date", ""},
    {"how_long did|does|has|have <x> held|hold|been_in|served_in|lead|head|run|led|run "
     "office|the_post_of|the_office_of|the_job_of|"
     "the_position_of? <post>",
     Q(TENURE), "date", ""},
    {"how_long did|does|has|was|is <x> last|serve|been_in_office|in_office|hold_office", Q(TENURE), "date", ""},
    {"what @is <x> before @he was|were|became|took_office_as|had_become|got_to_be|is <post>", Q(BEFORE), "posts", ""},
    {"what @is <x> before becoming|being|taking_over_as|he_joined|she_joined|joining <post>", Q(BEFORE), "posts", ""},
    {"what did|does <x> do before @he? was|became|becoming|being|joined|joining|took_over_as <post>", Q(BEFORE),
     "posts", ""},
    {"what @job did|does|has <x> have|hold|held before @he? was|became|becoming|being|joined|joining <post>", Q(BEFORE),
     "posts", ""},
    {"what @is <x's> @job before @he? was|became|becoming|being|joined|joining <post>", Q(BEFORE), "posts", ""},
    {"what @is <x> before|earlier|formerly|previously", Q(POSTS), "posts", "former"},
    {"what did|does <x> do before|earlier|formerly|previously", Q(POSTS), "posts", "former"},
    {"what @is <x> after @he? was|being|left|stopped_being <post>", Q(AFTER), "posts", ""},
    {"what did|does <x> do|become after @he? was|being|left|leaving <post>", Q(AFTER), "posts", ""},
    {"what|which @is? <x's> @past_job", Q(POSTS), "posts", "former"},
    {"what|which @past_job did|does|has|had|have <x> hold|held|have|had|occupied|occupy", Q(POSTS), "posts", "former"},
    {"what|which board|boards seats|seat|memberships|positions|posts? does|did|do|has|is|was <x> "
     "hold|have|held|on|sit_on|sat_on|serve_on",
     Q(POSTS), "posts", "board"},
    {"what @is <x> doing|up_to|doing_for_a_living", Q(POSTS), "posts", "current"},
    {"what does|do|did <x> do for_a_living|for_work|professionally|there?", Q(POSTS), "posts", "current"},
    {"what|which @is? <x's> current|present|official? @job", Q(POSTS), "posts", "main"},
    {"what|which @is? the current|present|official? @job of <x>", Q(POSTS), "posts", "main"},
    {"what|which kind_of|other|political|government|public|official? @job did|does|has|had|have|do <x> "
     "hold|held|have|had|occupied|"
     "occupy|been_in|served_in|fill|filled|got",
     Q(POSTS), "posts", "all"},
    {"what|which @job @is held|occupied|filled by <x>", Q(POSTS), "posts", "all"},
    {"what|which @job @is <x> in|holding|hold?", Q(POSTS), "posts", "all"},
    {"list|show|give|name me? all|every? the|of? @job of|for|held_by|by <x>", Q(POSTS), "posts", "all"},
    {"list|show|give|name me? all? <x's> @job", Q(POSTS), "posts", "all"},
    {"<x's> @job", Q(POSTS), "posts", "all"},
    {"@job of <x>", Q(POSTS), "posts", "all"},
    {"in|at what|which|where capacity|capacities|organizations? has|did|does|have <x> serve|served|work|worked",
     Q(POSTS), "posts", "all"},
    {"where has|have|did <x> served|serve", Q(POSTS), "posts", "all"},
    {"as what|which does|did|has <x> work|worked|serve|served", Q(POSTS), "posts", "all"},
    {"what do|does|did|has|have <x> do|done", Q(POSTS), "posts", "current"},
    {"@who do|does|did|has|have|is|was|are|were <x> work|worked|working for|at|with?", Q(EMPLOYER), "list", ""},
    {"where do|does|did|has|have|is|was|are|were <x> work|worked|working|employed", Q(EMPLOYER), "list", ""},
    {"what|which @thing do|does|did|has|have|is|was <x> work|worked|working|employed for|at|by|with?", Q(EMPLOYER),
     "list", ""},
    {"who|what @is <x's> employer|employers|company|workplace", Q(EMPLOYER), "list", ""},
    {"@who do|does|did <x> report_to|answer_to|serve_under", Q(BOSS), "list", ""},
    {"@who is|was <x's> boss|superior|commander_in_chief", Q(BOSS), "list", ""},

    // --- predecessors and successors
    {"@who "
     "succeeded|replaced|followed|came_after|took_over_from|succeeds|replaces|will_succeed|will_replace|has_succeeded|"
     "has_replaced|is_replacing|is_succeeding|took_over_for|stepped_in_for <x> as|in_the_post_of <post>",
     Q(SUCCESSOR), "holder", ""},
    {"@who "
     "succeeded|replaced|followed|came_after|took_over_from|succeeds|replaces|will_succeed|will_replace|has_succeeded|"
     "has_replaced|is_replacing|is_succeeding|took_over_for|stepped_in_for <x> at|in|of <y>",
     Q(SUCCESSOR), "holder", ""},
    {"@who "
     "succeeded|replaced|followed|came_after|took_over_from|succeeds|replaces|will_succeed|will_replace|has_succeeded|"
     "has_replaced|is_replacing|is_succeeding|took_over_for|stepped_in_for <x>",
     Q(SUCCESSOR), "holder", ""},
    {"@who @is <x> succeeded|replaced|followed by", Q(SUCCESSOR), "holder", ""},
    {"by whom|who @is <x> succeeded|replaced|followed", Q(SUCCESSOR), "holder", ""},
    {"@who @is <x's> successor|successors|replacement as|in|at? <post>", Q(SUCCESSOR), "holder", ""},
    {"@who @is <x's> successor|successors|replacement", Q(SUCCESSOR), "holder", ""},
    {"@who @is the? successor|replacement of|to|for <x>", Q(SUCCESSOR), "holder", ""},
    {"@who @is named|appointed|chosen|picked|nominated|set to? succeed|replace <x>", Q(SUCCESSOR), "holder", ""},
    {"@who did|does|will|has|would <x> "
     "replace|succeed|replaced|succeeded|follow|take_over_from|come_after|took_over_from as <post>",
     Q(PREDECESSOR), "holder", ""},
    {"@who did|does|will|has|would <x> "
     "replace|succeed|replaced|succeeded|follow|take_over_from|come_after|took_over_from at|in <y>",
     Q(PREDECESSOR), "holder", ""},
    {"@who did|does|will|has|would|is|was <x> "
     "replace|succeed|replaced|succeeded|follow|take_over_from|come_after|replacing|"
     "succeeding",
     Q(PREDECESSOR), "holder", ""},
    {"@who preceded|came_before|was_before|was_there_before <x> as|at|in <post>", Q(PREDECESSOR), "holder", ""},
    {"@who preceded|came_before|was_there_before|was_replaced_by|was_succeeded_by|is_replaced_by|is_succeeded_by <x>",
     Q(PREDECESSOR), "holder", ""},
    {"@who @is <x's> predecessor|predecessors as|in|at? <post>", Q(PREDECESSOR), "holder", ""},
    {"@who @is <x's> predecessor|predecessors", Q(PREDECESSOR), "holder", ""},
    {"@who @is the? predecessor of|to <x>", Q(PREDECESSOR), "holder", ""},
    {"@who @is the|a? <post> before <x>", Q(HOLDER_BEFORE), "holder", ""},
    {"@who @is the|a? <post> after <x>", Q(HOLDER_AFTER), "holder", ""},
    {"@who held|had|occupied|ran|led|headed the_post_of|the_office_of|the_job_of? <post> before <x>", Q(HOLDER_BEFORE),
     "holder", ""},
    {"@who held|had|occupied|ran|led|headed the_post_of|the_office_of|the_job_of? <post> after <x>", Q(HOLDER_AFTER),
     "holder", ""},

    // --- staff and members
    {"@who @more? "
     "works|work|worked|has_worked|have_worked|is_working|are_working|is_employed|are_employed|was_employed "
     "at|for|in|with|by <y>",
     Q(STAFF), "list", ""},
    {"@who did|does|do|has|have <y> employ|employed|hire|hired", Q(STAFF), "list", ""},
    {"who|list|show|name|give me? all|is|are|was|were? the? former|ex|past "
     "employees|staff|workers|members|officials|people of|at|from|in "
     "<y>",
     Q(STAFF), "list", "former"},
    {"former|ex|past employees|staff|workers|members|officials of|at|from|in <y>", Q(STAFF), "list", "former"},
    {"@who used_to work at|for|in|with <y>", Q(STAFF), "list", "former"},
    {"@who left|has_left <y>", Q(STAFF), "list", "former"},
    {"who|list|show|name|give me? all|is|are|was|were? the? current? "
     "employees|staff|workers|people|personnel|executives|officials of|at|from|in <y>",
     Q(STAFF), "list", ""},
    {"employees|staff|people|officials|executives of|at|in <y>", Q(STAFF), "list", ""},
    {"<x's> employees|staff", Q(STAFF), "list", ""},
    {"@who @is at|with <y>", Q(STAFF), "list", ""},
    {"who|what|which|list|show|name|give me? all|is|are|was|were? the? members|member|member_states|parties|countries "
     "of|in <y>",
     Q(RELATION), "list", "member_of<;part_of<"},
    {"who|which|what @thing? @is|belong|belongs|belonged? a|the? members|member|in|part of|to? <y>", Q(RELATION),
     "list", "member_of<;part_of<"},
    {"@who @is a? member|members of <y>", Q(RELATION), "list", "member_of<;part_of<"},
    {"what|which @thing @is|does|did|do <x> a? member|members|belong|part of|to?", Q(RELATION), "list", "member_of>"},
    {"what|which @is? <x> a? member|part of", Q(RELATION), "list", "member_of>;part_of>"},
    {"is|was|are|were <x> a? member|part of <y>", Q(YESNO), "yes_no", "member_of> part_of> subsidiary_of>"},

    // --- leading an organization
    {"@who @is "
     "in_charge_of|at_the_head_of|at_the_helm_of|the_boss_of|the_head_of|the_leader_of|head_of|boss_of|heading|running|"
     "responsible_for|at_the_top_of <y>",
     Q(HEAD), "holder", "head|leader"},
    {"@who "
     "runs|run|ran|heads|head|headed|has_run|is_running|used_to_run|was_running|manages|managed|manage|directs|"
     "directed|"
     "is_heading|was_heading|oversees|oversaw <y>",
     Q(HEAD), "holder", "head|director"},
    {"@who leads|lead|led|is_leading|was_leading|has_led|rules|ruled|rule <y>", Q(HEAD), "holder", "leader|head"},
    {"@who chairs|chair|chaired|presides_over|presided_over|is_chairing <y>", Q(HEAD), "holder", "chairman"},
    {"@who commands|command|commanded|is_commanding|was_commanding <y>", Q(HEAD), "holder", "commander"},
    {"@who governs|govern|governed <y>", Q(HEAD), "holder", "governor"},
    {"@who coaches|coach|coached|trains|trained <y>", Q(HEAD), "holder", "coach|manager"},
    {"@who edits|edit|edited <y>", Q(HEAD), "holder", "editor"},
    {"@who captains|captained <y>", Q(HEAD), "holder", "captain"},
    {"@who did|does|has|do <x> run|lead|head|chair|command|govern|led|manage", Q(POSTS), "posts", "all"},
    {"what|which @thing? did|does|has|do|is|was <x> "
     "run|lead|head|chair|command|govern|led|running|leading|heading|manage",
     Q(POSTS), "posts", "all"},
    {"@who speaks|spoke|speak for <y>", Q(HOLDER_AT), "holder", "spokesman"},
    {"@who represents|represented|represent <y>", Q(HOLDER_AT), "holder", "representative"},
    {"@who advises|advised|advise <y>", Q(HOLDER_AT), "holder", "adviser"},
    {"@who @is|sits|sat|sit on the|its? board|boards of|at|for|with? <y>", Q(HOLDER_AT), "holder", "board member"},
    {"@who @is|are <y's> board_members|directors", Q(HOLDER_AT), "holder", "board member"},

    // --- holder of a post
    {"@who holds|held|hold|has|had|occupies|occupied|fills|filled|got|is_holding the|a? "
     "post|position|office|job|title|role|seat of|as <post>",
     Q(HOLDER), "holder", ""},
    {"@who serves|served|acts|acted|works|worked|is_serving|was_serving|is_acting|was_acting|has_served|is_working as "
     "<post>",
     Q(HOLDER), "holder", ""},
    {"@who "
     "became|becomes|was_named|was_appointed|was_elected|was_made|got_elected|has_become|was_chosen|was_sworn_in|is_"
     "becoming|"
     "was_installed|took_over as|to|to_be? <post>",
     Q(HOLDER), "holder", ""},
    {"@who will become|be? as? <post>", Q(HOLDER), "holder", "next"},
    {"@who @is nominated|proposed|tapped|slated|selected for|as|to|to_be|to_become? <post>", Q(HOLDER), "holder",
     "nominee"},
    {"@who @is running|standing|campaigning|a_candidate for <post>", Q(HOLDER), "holder", "candidate"},
    {"list|show|name|give|find|which|who|what|enumerate me? @is? all|every|any of? the? <post> "
     "mentioned|named|in_the_articles|you_know|"
     "in_the_database|on_record|ever_mentioned",
     Q(HOLDERS), "list", ""},
    {"list|show|give|find|enumerate me? "
     "all|every|everyone_who_was|everybody_who_was|everyone_who_is|everyone_who_has_been of? the? "
     "<post>",
     Q(HOLDERS), "list", ""},
    {"list|enumerate the? <post>", Q(HOLDERS), "list", ""},
    {"which|what people|persons|person|men|women have|has|had|were|was been? <post>", Q(HOLDERS), "list", ""},
    {"@who else|all is|are|was|were <post>", Q(HOLDERS), "list", ""},

    // --- what connects two
    {"how @is|do|does|did <x> and <y> @related to? each_other|to_each_other|with_each_other?", Q(PATH), "path", ""},
    {"how do|does|did <x> and <y> know each_other|one_another?", Q(PATH), "path", ""},
    {"how do|does|did|is|are|was|were <x> know|relate_to|connect_to|connect_with|link_to|fit_with <y>", Q(PATH), "path",
     ""},
    {"how @is <x> @related to|with <y>", Q(PATH), "path", ""},
    {"@who|what|which_person|which_people connects|connect|links|link|ties|tie|relates|joins|connected|linked|binds "
     "<x> to|and|with <y>",
     Q(PATH), "path", ""},
    {"what|which @is? the|a? shortest|closest|best? @path between|from|of <x> and|to|with <y>", Q(PATH), "path", ""},
    {"show|find|give|draw|trace me? the|a|all|any? shortest|closest|best? @path between|from|of <x> and|to|with <y>",
     Q(PATH), "path", ""},
    {"shortest|closest? @path between|from <x> and|to <y>", Q(PATH), "path", ""},
    {"what|which @is? <x's> @path to|with <y>", Q(PATH), "path", ""},
    {"what @path do|does|did|is|are there? <x> have|has|had to|with <y>", Q(PATH), "path", ""},
    {"is|are|was|were there any|a|some? @path between|from <x> and|to <y>", Q(PATH), "yes_no", "yes_no"},
    {"is|are|was|were <x> and <y> connected|linked|tied|associated|affiliated|acquainted "
     "to_each_other|with_each_other?",
     Q(PATH), "yes_no", "yes_no"},
    {"is|are|was|were <x> connected|linked|tied|affiliated|acquainted to|with <y>", Q(PATH), "yes_no", "yes_no"},
    {"do|does|did <x> know <y>", Q(PATH), "yes_no", "yes_no"},
    {"do|does|did <x> and <y> know each_other|one_another?", Q(PATH), "yes_no", "yes_no"},
    {"what do|does|did|have|has <x> and <y> have|share in_common?", Q(COMMON), "list", ""},
    {"what do|does|did|have|has <x> have|share in_common?", Q(COMMON), "list", ""},
    {"@who|what do|does <x> and <y> both know|have", Q(COMMON), "list", ""},
    {"have|has|did|had|do <x> and <y> work|worked|served|serve|been "
     "together|with_each_other|side_by_side|at_the_same_place",
     Q(TOGETHER), "yes_no", ""},
    {"have|has|did|had|do <x> work|worked|served|serve|been together|with_each_other|side_by_side", Q(TOGETHER),
     "yes_no", ""},
    {"have|has|did|had|do|does <x> work|worked|served|serve|serving with|alongside|together_with <y>", Q(TOGETHER),
     "yes_no", ""},
    {"were|was|are|is <x> and <y> at the_same organization|organisation|company|place|firm|institution "
     "at_the_same_time?",
     Q(TOGETHER), "yes_no", ""},
    {"were|was|are <x> at the_same organization|organisation|company|place|firm|institution at_the_same_time?",
     Q(TOGETHER), "yes_no", ""},
    {"are|is|were|was <x> and <y> related|relatives|family|kin", Q(YESNO), "yes_no",
     "spouse= parent> parent< sibling= relative="},
    {"are|is|were|was <x> related|kin|a_relative to|with|of <y>", Q(YESNO), "yes_no",
     "spouse= parent> parent< sibling= relative="},
    {"are|is|were <x> related|relatives|family|kin", Q(YESNO), "yes_no", "spouse= parent> parent< sibling= relative="},

    // --- facts about one
    {"how old @is <x>", Q(RELATION), "relation", "age>;date_of_birth>"},
    {"what|which is <x's> age", Q(RELATION), "relation", "age>;date_of_birth>"},
    {"what age @is <x>", Q(RELATION), "relation", "age>;date_of_birth>"},
    {"when|on_which_day|on_what_date|in_which_year|in_what_year|what_year @is <x> born", Q(EVENT), "date",
     "date_of_birth>;born_in>"},
    {"when|on_which_day|on_what_date|in_which_year|in_what_year|what_year did|has|does <x> die|died|pass_away",
     Q(EVENT), "date", "date_of_death>;died_in>"},
    {"when|in_which_year|in_what_year|what_year @is <x> founded|established|created|set_up|started|formed|incorporated",
     Q(EVENT), "date", "date_founded>;founded<"},
    {"where|in_which_country|in_which_city|in_what_city|in_what_country @is <x> born", Q(RELATION), "place",
     "born_in>"},
    {"where did|does|has <x> die|died|pass_away", Q(RELATION), "place", "died_in>"},
    {"where @is <x> headquartered|based|located|situated|domiciled|seated", Q(RELATION), "place",
     "headquartered_in>;located_in>;resides_in>"},
    {"where is|are|was|were <x's> headquarters|head_office|hq|offices|office", Q(RELATION), "place",
     "headquartered_in>;located_in>"},
    {"where is|are|was|were the? headquarters|head_office|hq|seat of <x>", Q(RELATION), "place",
     "headquartered_in>;located_in>"},
    {"where do|does|did|has|have <x> have|has its? headquarters|head_office|hq|seat", Q(RELATION), "place",
     "headquartered_in>;located_in>"},
    {"what|which city|country|place|town|state? is|are|was|were <x> headquartered|based|located in", Q(RELATION),
     "place", "headquartered_in>;located_in>"},
    {"in which|what city|country|place|town|state is|are|was|were <x> headquartered|based|located", Q(RELATION),
     "place", "headquartered_in>;located_in>"},
    {"where @is|do|does|did <x> come? from", Q(RELATION), "place",
     "born_in>;citizen_of>;resides_in>;located_in>;headquartered_in>"},
    {"what|which country|city @is <x> from", Q(RELATION), "place", "citizen_of>;born_in>;resides_in>;located_in>"},
    {"where @is <x> now?", Q(RELATION), "place", "located_in>;headquartered_in>;resides_in>;part_of>"},
    {"what nationality @is <x>", Q(RELATION), "place", "citizen_of>;born_in>"},
    {"of what|which country|nation @is <x> a? citizen", Q(RELATION), "place", "citizen_of>"},
    {"@who @is a|the? citizens|citizen of <y>", Q(RELATION), "list", "citizen_of<"},
    {"where do|does|did|has|have|is|was <x> live|lived|living|reside|resided|residing", Q(RELATION), "place",
     "resides_in>"},
    {"where do|does|did|has|have|was|is|were <x> "
     "study|studied|go_to_school|go_to_college|go_to_university|graduate|graduate_from|"
     "educated|graduated|get_a_degree|learn|train|trained",
     Q(RELATION), "relation", "educated_at>"},
    {"what|which is|was? school|schools|university|universities|college|colleges do|does|did|has|have|was <x> "
     "attend|attended|study_at|"
     "studied_at|go_to|gone_to|graduate_from|graduated_from|educated_at",
     Q(RELATION), "list", "educated_at>"},
    {"@who studied|graduated|was_educated|went_to_school at|from <y>", Q(RELATION), "list", "educated_at<"},
    {"@who @is born in|at <y>", Q(RELATION), "list", "born_in<"},
    {"@who lives|lived|live|resides in <y>", Q(RELATION), "list", "resides_in<"},
    {"@who died in|at <y>", Q(RELATION), "list", "died_in<"},
    {"@who|what|which @thing? is|are|was|were based|headquartered|located in <y>", Q(RELATION), "list",
     "headquartered_in< located_in<"},
    {"who|what|which is|are|was|were? <x's> %noun", Q(RELATION), "relation", ""},
    {"who|what|which is|are|was|were? the|a? %noun of <x>", Q(RELATION), "relation", ""},
    {"list|show|name|give|find me? all? <x's> %noun", Q(RELATION), "list", ""},
    {"list|show|name|give|find me? all? the? %noun of|for <x>", Q(RELATION), "list", ""},
    {"do|does|did|has|have <x> have|has|got|had a|an|any? %noun", Q(RELATION), "relation", ""},
    {"how_many %noun do|does|did|has|have <x> have|got|has?", Q(RELATION), "list", ""},
    {"is|was|are|were <x> <y's> %noun", Q(YESNO), "yes_no", "noun"},
    {"is|was|are|were <x> the|a %noun of <y>", Q(YESNO), "yes_no", "noun"},
    {"is|was|are|were <x> %noun of <y>", Q(YESNO), "yes_no", "noun"},
    {"%noun of <x>", Q(RELATION), "relation", ""},
    {"<x's> %noun", Q(RELATION), "relation", ""},
    {"@who|what|which @thing? is|are|was|were <x> married|wed to", Q(RELATION), "relation", "spouse="},
    {"@who is|are|was|were married to <x>", Q(RELATION), "relation", "spouse="},
    {"is|was|are|were <x> married|single|wed|divorced", Q(RELATION), "relation", "spouse="},
    {"is|was|are|were <x> married|wed to <y>", Q(YESNO), "yes_no", "spouse="},
    {"is|was|are|were <x> and <y> married|a_couple|husband_and_wife|spouses|wed to_each_other?", Q(YESNO), "yes_no",
     "spouse="},
    {"is|was|are|were <x> and <y> siblings|brothers|sisters|brother_and_sister", Q(YESNO), "yes_no", "sibling="},
    {"is|was|are|were <x> and <y> friends|allies|associates|colleagues|close", Q(YESNO), "yes_no", "associate="},
    {"is|was|are|were <x> born in|at <y>", Q(YESNO), "yes_no", "born_in>"},
    {"is|was|are|were <x> headquartered|based|located in|at <y>", Q(YESNO), "yes_no", "headquartered_in>;located_in>"},
    {"is|was|are|were <x> a? citizen|citizens of <y>", Q(YESNO), "yes_no", "citizen_of>"},
    {"is|was|are|were <x> a? subsidiary|unit|part|division|branch of <y>", Q(YESNO), "yes_no",
     "subsidiary_of> part_of>"},
    {"did|does|has|is|was <x> work|worked|working|employed|works for|at|by|with <y>", Q(YESNO), "yes_no",
     "employed_by>"},

    // --- events between two
    {"when_and_where|where_and_when did|does|do|has|have|had|will|are|is <x> and <y> %base "
     "each_other|one_another|again?",
     Q(EVENT), "date", "both"},
    {"when_and_where|where_and_when did|does|do|has|have|had|will <x> %base %prep? <y>", Q(EVENT), "date", "both"},
    {"when_and_where|where_and_when did|does|do|has|have|had|will <x> %base each_other|one_another|again?", Q(EVENT),
     "date", "both"},
    {"when_and_where|where_and_when @is <x> %part by <y>", Q(EVENT), "date", "both by"},
    {"when_and_where|where_and_when @is <x> %part", Q(EVENT), "date", "both by"},
    {"when|what_day|what_date|in_what_year|on_what_date|how_often did|does|do|has|have|had|will|last? <x> and <y> "
     "last|first? %base each_other|one_another|"
     "again|last|first|for_the_first_time|for_the_last_time?",
     Q(EVENT), "date", ""},
    {"when|what_day|what_date|in_what_year|on_what_date|how_often did|does|do|has|have|had|will <x> last|first? %base "
     "%prep? <y> last|first|again|"
     "for_the_first_time|for_the_last_time?",
     Q(EVENT), "date", ""},
    {"when|what_day|what_date|in_what_year|on_what_date|how_often did|does|do|has|have|had|will <x> last|first? %base "
     "each_other|one_another|again?",
     Q(EVENT), "date", ""},
    {"when|what_day|what_date|in_what_year @is the? last|first|latest time|meeting|talks|call of|between? <x> %past "
     "%prep? <y>",
     Q(EVENT), "date", ""},
    {"when|what_day|what_date @is the? last|first|latest? meeting between|of <x> and|with <y>", Q(EVENT), "date",
     "met_with="},
    {"when|what_day|what_date|in_what_year @is <x> %part by <y>", Q(EVENT), "date", "by"},
    {"when|what_day|what_date|in_what_year @is <x> and <y> %part", Q(EVENT), "date", ""},
    {"when|what_day|what_date|in_what_year @is <x> %part", Q(EVENT), "date", "by"},
    {"where|in_which_city|in_which_country|in_what_city did|does|do|has|have|had|will <x> and <y> last|first? %base "
     "each_other|one_another|again?",
     Q(EVENT), "place", "where"},
    {"where|in_which_city|in_which_country|in_what_city did|does|do|has|have|had|will <x> last|first? %base %prep? <y>",
     Q(EVENT), "place", "where"},
    {"where|in_which_city|in_which_country|in_what_city did|does|do|has|have|had|will <x> last|first? %base "
     "each_other|one_another|again?",
     Q(EVENT), "place", "where"},
    {"where @is <x> %part by <y>", Q(EVENT), "place", "where by"},
    {"where @is <x> %part", Q(EVENT), "place", "where by"},
    {"why|how|what_for did|does|do|has|have|had <x> %base %prep? <y>", Q(EVENT), "relation", "why"},
    {"why|how|for_what|what_for @is <x> %part and_by_whom|by_whom|and_by_who|by_who?", Q(EVENT), "relation", "why by"},
    {"why|how|for_what|what_for @is <x> %part by <y>", Q(EVENT), "relation", "why by"},

    {"@who|what|which @thing? @more? did|does|do|has|have|had|will|would <x> and <y> %base %prep?", Q(RELATION),
     "relation", ""},
    {"@who @more? @is|got %part by <x>", Q(RELATION), "relation", "object"},
    {"@who|what|which @more? @thing? @is %part by <x>", Q(RELATION), "relation", "object"},
    {"@who @is <x> %part by|to|with?", Q(RELATION), "relation", "subject"},
    {"by|with|to whom|who @is <x> %part", Q(RELATION), "relation", "subject"},
    {"who|whom|what|which @more? @thing? did|does|do|has|have|had|will|would <x> %base %prep?", Q(RELATION), "relation",
     "object"},
    {"who|whom|what|which @more? @thing? has|have|had|did|is|are|was|were <x> %part %prep?", Q(RELATION), "relation",
     "object"},
    {"who|whom|what|which @more? @thing? is|are|was|were|has_been|have_been <x> %ing %prep?", Q(RELATION), "relation",
     "object"},
    {"with|to|by|for whom|who did|does|do|has|have|had|is|are <x> %base", Q(RELATION), "relation", "object"},
    {"with|to|by|for whom|who has|have|had <x> %part", Q(RELATION), "relation", "object"},
    {"list|show|name|give|find me? all? "
     "everyone|everybody|people|persons|those|anyone|who|whom|companies|organizations who|that|whom? <x> "
     "has|had|have|did? %past %prep?",
     Q(RELATION), "list", "object"},
    {"list|show|name|give|find me? all? everyone|everybody|people|persons|those|anyone|companies|organizations "
     "who|that|whom? has|have|had? %past %prep? <x>",
     Q(RELATION), "list", "subject"},
    {"who|what|which @more? @thing? has|have|had|did|do|does|will|would|wants_to %part %prep? <y>", Q(RELATION),
     "relation", "subject"},
    {"who|what|which @more? @thing? has|have|had|did|do|does|will|would|wants_to %base %prep? <y>", Q(RELATION),
     "relation", "subject"},
    {"who|what|which @more? @thing? is|are|was|were %ing %prep? <y>", Q(RELATION), "relation", "subject"},
    {"who|what|which @more? @thing? %past %prep? <y>", Q(RELATION), "relation", "subject"},
    {"who|what|which @more? @thing? %s %prep? <y>", Q(RELATION), "relation", "subject"},
    {"who|what|which @more? @thing? %base %prep? <y>", Q(RELATION), "relation", "subject"},
    {"did|does|do|will|would|could|can <x> and <y> %base each_other|one_another|in_person?", Q(YESNO), "yes_no",
     "verb"},
    {"has|have|had|were|are|was|is <x> and <y> %part each_other|one_another|in_person|face_to_face?", Q(YESNO),
     "yes_no", "verb"},
    {"did|does|do|will|would|could|can <x> %base %prep? <y> in_person|face_to_face?", Q(YESNO), "yes_no", "verb"},
    {"has|have|had <x> %part %prep? <y> in_person|face_to_face?", Q(YESNO), "yes_no", "verb"},
    {"has|have|had <x> been to|in <y>", Q(YESNO), "yes_no", "visited>"},
    {"was|were|is|are|has_been|have_been <x> been? %part by <y>", Q(YESNO), "yes_no", "verb by"},
    {"was|were|is|are|has|have <x> been? %part", Q(YESNO), "yes_no", "verb by"},
    {"did|does|do|has|have <x> %base each_other|one_another|again?", Q(YESNO), "yes_no", "verb"},
    {"have|has|had <x> %part each_other|one_another|again?", Q(YESNO), "yes_no", "verb"},

    // --- does someone hold a post
    {"@who has|have been the|a? <post>", Q(HOLDERS), "list", ""},
    {"is|are <x> ^ <post>", Q(IS), "yes_no", ""},
    {"was|were|has|have|had <x> been? ^ <post>", Q(WAS), "yes_no", ""},
    {"has|have|had <x> been <post>", Q(WAS), "yes_no", ""},
    {"did|does|do|has|have <x> serve|work|act|served|worked|acted as <post>", Q(WAS), "yes_no", ""},
    {"did|does|do|has|have <x> become|became|run|lead|head|hold|held|chair|command|led|headed|chaired "
     "the_post_of|the_office_of? <post>",
     Q(WAS), "yes_no", ""},
    {"did|does <x> use_to_be <post>", Q(WAS), "yes_no", ""},

    // --- anything about a name or a post
    {"who|what the_hell|exactly|precisely? @is <x>", Q(WHO), "identity", ""},
    {"tell|inform|brief me|us? more|something|everything|all? about|on <x>", Q(IDENTITY), "identity", ""},
    {"what|everything do|does|did|can|have we|you|i|they|the_articles|the_database know|have|tell_me|say|tell_us|find "
     "about|on|of|for <x>",
     Q(IDENTITY), "identity", ""},
    {"what|everything|anything is|do|that|we|you? known|know about|on|of <x>", Q(IDENTITY), "identity", ""},
    {"show|give|list|print|get|find|display me|us? "
     "everything|all|anything|information|info|details|facts|whatever|what we|you|is|there? have|know|known? "
     "about|on|for|of <x>",
     Q(IDENTITY), "identity", ""},
    {"everything|all|information|info|details|facts|profile|summary|biography|bio about|on|for|of <x>", Q(IDENTITY),
     "identity", ""},
    {"describe|identify|introduce|profile|summarize|summarise <x>", Q(IDENTITY), "identity", ""},
    {"show|give|find|look_up|lookup|search_for|search me? the|a? profile|biography|bio|summary|information|info "
     "of|on|for|about <x>",
     Q(IDENTITY), "identity", ""},
    {"who|what might|could|would be? <x> be?", Q(WHO), "identity", ""},
    {"do|does|have|did you|we know|have|heard|hear about|of|on|anything_about|anything_on? <x>", Q(IDENTITY),
     "identity", ""},
    {"have|has you|we heard of|about <x>", Q(IDENTITY), "identity", ""},
    {"is|are|was|were there anyone|anybody|someone|a_person|people named|called <x>", Q(NAMED), "list", ""},
    {"who|what <x> is|was|are|were", Q(WHO), "identity", ""},
    {"what about|how_about <x>", Q(WHO), "identity", ""},
    {"is|are <x> <post>", Q(IS), "yes_no", ""},
    {"was|were <x> <post>", Q(WAS), "yes_no", ""},
    {"name|show|give|find me? the? <x>", Q(WHO), "identity", ""},

    // --- verbs that no table knows: links by the verb itself
    {"who|what|which @thing? did|does|do|has|have|had|will <x> %any", Q(RELATION), "relation", "object"},
    {"did|does|do|has|have|had <x> and <y> %any", Q(YESNO), "yes_no", "verb"},
    {"did|does|do|has|have|had <x> %any with|to|for|at|on|against? <y>", Q(YESNO), "yes_no", "verb"},
    {"when did|does|do|has|have|had <x> %any <y>", Q(EVENT), "date", ""},
    {"who|what|which @thing? @is %any by <x>", Q(RELATION), "relation", "object"},
    {"who|what|which @thing? has|have|had? %any with|to|for|at|on|against? <y>", Q(RELATION), "relation", "subject"},
};
const size_t FORM_COUNT = COUNT(FORM_TABLE);
