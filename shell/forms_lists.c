// Question forms about evidence, documents, sets, names and time.
// SPDX-License-Identifier: MIT
#include "shell/forms.h"

static const Form FORMS[] = {
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
    {"how_many articles|documents|stories say_so|say_that|say_this|support_that|report_that", Q(SURE), "list", ""},
    {"how_many independent? sources say_so|say_that|say_this|support_that|are_there?", Q(SURE), "list", ""},
    {"is that|this|it alleged|confirmed|certain|true|sure or? alleged|confirmed|not?", Q(SURE), "list", ""},
    {"show|list|give|find|what|which me? is|are? the|all? @source for|on|about|of|mentioning <x>", Q(EVIDENCE), "list",
     ""},
    {"@source for|on|about|of <x>", Q(EVIDENCE), "list", ""},

    {"how_many independent|different|separate? sources|reports is|are? there|do_you_have|have_you for|of? "
     "that|this|it?",
     Q(SURE), "list", ""},
    {"was|is|has that|this|it been? denied|disputed|contested|challenged|corroborated|verified", Q(SURE), "list", ""},
    {"which|what|do|does|did|are|where do|did? any|the? sources|articles|reports|documents|accounts|papers "
     "disagree|agree|differ|conflict|contradict|vary each_other|themselves?",
     Q(DISAGREE), "list", ""},
    {"which|what|do|does|did|are|where do|did? any|the? sources|articles|reports|documents|accounts|papers "
     "disagree|agree|differ|conflict|contradict|vary each_other? about|on|over|regarding <x>",
     Q(DISAGREE), "list", ""},
    {"who says|said|claims otherwise|the_opposite|differently", Q(DISAGREE), "list", ""},
    {"what is|was|are disputed|contested|contradicted|unclear|controversial|in_dispute|alleged|unproven|unconfirmed "
     "about|of|on|against <x>",
     Q(DISAGREE), "list", ""},
    {"what|which claims|allegations|reports? about|of|against <x> is|are "
     "disputed|denied|contested|contradicted|alleged",
     Q(DISAGREE), "list", ""},
    {"what happens|changes|would_change|would_happen|is_lost|would_be_lost|remains if|when i|we|you|one "
     "drop|drops|forget|remove|delete|ignore|leave_out|discard <post>",
     Q(RESTS_ON), "list", ""},
    {"what depends|rests|hangs|relies only|solely|alone? on <post>", Q(RESTS_ON), "list", ""},
    {"what do|does|did we|you|i know|have only|solely from|through|because_of <post>", Q(RESTS_ON), "list", ""},
    {"what is|was only? reported|said|known|stated only|solely? in|by|from <post> alone|only?", Q(RESTS_ON), "list",
     ""},

    {"on|upon what @is that|this|it based", Q(EVIDENCE), "list", ""},
    {"quote|cite|read me? the? sentence|sentences|source|sources|article|passage", Q(EVIDENCE), "list", ""},
    {"is|was|has that|this|it been? only|just|merely? alleged|confirmed|proven|reported|claimed", Q(SURE), "list", ""},
    {"what would|will|do we|you|i? lose|change|be_lost|forget "
     "without|if_i_deleted|if_we_deleted|if_you_deleted|if_i_dropped|"
     "if_we_dropped <post>",
     Q(RESTS_ON), "list", ""},

    // --- documents
    {"is|are there an|any|a? @article about|on|mentioning|with|of both? <x> and <y>", Q(DOCUMENTS), "list", "both"},
    {"do|does|did|are|is <x> and <y> appear|appeared|occur|mentioned|named together|in_the_same_article|in_one_article|"
     "in_the_same_story|in_the_same_document",
     Q(DOCUMENTS), "list", "both"},
    {"do|does|did|are|is they|both|the_two appear|appeared|occur|mentioned|named "
     "together|in_the_same_article|in_one_article|"
     "in_the_same_story|in_the_same_document",
     Q(DOCUMENTS), "list", "both"},
    {"how_many @article are_there|do_you_know|have_you_read|did_you_read", Q(DOCUMENTS), "list", ""},
    {"do|does|did|are|is|which|what|list|show|how_many any|all|the? @article that? @mention both? <x> and <y>",
     Q(DOCUMENTS), "list", "both"},
    {"do|does|did|are|is|which|what|list|show any|all|the? @article that? @mention both|them_both|both_of_them|the_two",
     Q(DOCUMENTS), "list", "both"},
    {"do|does|did|which|what|list|show|how_many me|any|all|the? @article that? @mention <x>", Q(DOCUMENTS), "list", ""},
    {"how_many sources|papers|newspapers|outlets|publishers mention|name|report_on|write_about|wrote_about|cover <x>",
     Q(DOCUMENTS), "list", ""},
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
     "most_mentioned|most_often_mentioned|most_frequently_mentioned|most_cited person|people|persons?",
     Q(MOST), "list", "person"},
    {"what|which|show|list|name|give @is|me? the? most_mentioned|most_often_mentioned "
     "organization|organizations|organisation|organisations|company|companies",
     Q(MOST), "list", "organization"},
    {"what|which|show|list|name|give @is|me? the? most_mentioned|most_often_mentioned place|places|country|countries",
     Q(MOST), "list", "place"},
    {"most_mentioned people|persons|person?", Q(MOST), "list", "person"},
    {"who appears|occurs|gets_mentioned|is_named the? most|most_often|oftenest", Q(MOST), "list", "person"},

    {"what|which|who people|persons|men|women @is mentioned|named in? the? most articles|stories|documents", Q(MOST),
     "list", "person"},
    {"the? top ten|10|five|5|20|twenty? people|persons|names", Q(MOST), "list", "person"},
    {"the? top ten|10|five|5|20|twenty? organizations|organisations|companies", Q(MOST), "list", "organization"},
    {"the? top ten|10|five|5|20|twenty? places|countries|cities", Q(MOST), "list", "place"},
    {"which|what people|persons @is mentioned|named|there|in_it", Q(MOST), "list", "person"},
    {"which|what organizations|organisations|companies @is mentioned|named|there|in_it", Q(MOST), "list",
     "organization"},
    {"which|what places|countries|cities @is mentioned|named|there|in_it", Q(MOST), "list", "place"},
    {"list|show|name|give|how_many me? all|every|the? the? people|persons|everyone|everybody "
     "mentioned|named|there_are|are_there|you_know|do_you_know?",
     Q(MOST), "list", "person"},
    {"list|show|name|give|how_many me? all|every|the? the? organizations|organisations|companies "
     "mentioned|named|there_are|are_there|you_know|do_you_know?",
     Q(MOST), "list", "organization"},
    {"list|show|name|give|how_many me? all|every|the? the? places|countries|cities "
     "mentioned|named|there_are|are_there|you_know|do_you_know?",
     Q(MOST), "list", "place"},
    {"which|what|list|show <post> who|that? @has? served|serve|serves|worked|works in|for|at|on @several <y>",
     Q(SEVERAL), "list", ""},
    {"@who|@everyone @has? sits|sat|sit|serves|serve|served|worked|works|work on|for|at|in|as|with @several <y>",
     Q(SEVERAL), "list", "any"},
    {"@who|@everyone who|that|with? holds|held|hold|has_held|have_held|had|has? a? @posts at|in|of|on|for @several <y>",
     Q(SEVERAL), "list", "any"},
    {"@who|@everyone who? @is|served_as|has_served_as|worked_as|became the|a? <post> of|in|to|for|at|on @several <y>",
     Q(SEVERAL), "list", ""},
    {"list|show|find? all? <post> of|in|to|for|at|on @several <y>", Q(SEVERAL), "list", ""},
    {"@who @is the|a? <post> before "
     "becoming|being|he_became|she_became|they_became|he_was|she_was|becoming_the|the_rise_to "
     "the|a? <y>",
     Q(LATER), "list", ""},
    {"@who|@everyone who? left|quit|moved_from|went_from|switched_from|came_from <post> for|to|to_join|into the|a? <y>",
     Q(LATER), "list", ""},
    {"which|what|who|list|show? <post> who|that? @then became|become|served_as|turned|turned_into|joined|worked_for|"
     "worked_at|worked_in|worked_as|moved_to|ran|led the|a|an? <y>",
     Q(LATER), "list", ""},
    {"which|what|list|show? <post> who|that @then? "
     "became|become|served_as|turned|turned_into|joined|worked_for|worked_at|"
     "worked_in|worked_as|moved_to|went_into the|a|an? <y>",
     Q(LATER), "list", ""},
    {"list|show|find? @everyone|@who in|at|on|of|from both <x> and <y>", Q(BOTH), "list", ""},
    {"list|show|find? @everyone|@who who|that? @has? @is? "
     "worked|works|work|served|serves|belongs|belong|belonged|linked|connected|tied|a_member|members|member|in|at|part|"
     "links|ties|met|employed|"
     "been "
     "of|for|to|with|at|in|on|by? both <x> and <y>",
     Q(BOTH), "list", ""},
    {"list|show|find? @everyone|@who who|that? @has? @is? know|knows|knew|met|meet|meets both <x> and <y>", Q(BOTH),
     "list", ""},
    {"@who @is <x> most|mostly|often|closely|usually often|closely|frequently? mentioned|named|seen|linked|connected|"
     "associated with|alongside|to|together_with",
     Q(COMPANIONS), "list", ""},
    {"@who @is mentioned|named|seen|linked|connected most often|closely? with|alongside|to <x>", Q(COMPANIONS), "list",
     ""},
    {"@who @is close|closest to <x>", Q(COMPANIONS), "list", ""},
    {"@who @is involved|mixed_up|entangled with|in <x>", Q(COMPANIONS), "list", ""},
    {"who|list|show @is? the? key|main|leading|important|central|top people|figures|players|persons|men|women "
     "in|at|of|behind|around|linked_to <x>",
     Q(COMPANIONS), "list", ""},
    {"@who @is <x> close|closest to", Q(COMPANIONS), "list", ""},
    {"who|list|show @is? the? closest|close|main|nearest associates|allies|contacts|friends|aides|circle of|to <x>",
     Q(COMPANIONS), "list", ""},
    {"closest|close|main|nearest associates|allies|contacts|friends|aides of|to <x>", Q(COMPANIONS), "list", ""},
    {"who|list|show @is? <x's> closest|close|main|nearest|inner associates|allies|contacts|friends|aides|circle",
     Q(COMPANIONS), "list", ""},
    {"<x's> closest|close|main|nearest|inner associates|allies|contacts|friends|aides|circle", Q(COMPANIONS), "list",
     ""},

    // --- names
    {"how_many people|persons|men|women|entities|individuals are? named|called|with_the_name|by_the_name_of <x> "
     "are_there|there_are|do_you_know|exist?",
     Q(NAMED), "list", "count"},
    {"how_many <x> are_there|do_you_know|exist", Q(NAMED), "list", "count"},
    {"who|which_people|list|show|find me? is|are|all|everyone|people|persons? named|called <x>", Q(NAMED), "list", ""},
    {"is|are there more_than_one|several|another|two|many <x>", Q(NAMED), "list", ""},
    {"show|list|find|give|what me? are? the? names like|similar_to|close_to|resembling <x>", Q(LIKE), "list", ""},
    {"names like|similar_to <x>", Q(LIKE), "list", ""},
    {"what|who @is <x> formerly|previously|originally|once|first|earlier called|known_as|named|known", Q(FORMER_NAME),
     "list", ""},
    {"what|who @is <x> called|named|known_as "
     "before|formerly|previously|originally|earlier|in_the_past|at_birth|at_first|"
     "once",
     Q(FORMER_NAME), "list", ""},
    {"what|who @is <x> called|named|known_as before|until @he|the? "
     "married|marrying|was_renamed|renamed|renaming|changed_its_name|changed_her_name|changed_his_name|marriage|merger",
     Q(FORMER_NAME), "list", ""},
    {"what did|does <x> use_to_be called|named|known_as", Q(FORMER_NAME), "list", ""},
    {"what|which @is? <x's> maiden_name|birth_name|name_at_birth|maiden_surname", Q(FORMER_NAME), "list", "maiden"},
    {"what|which @is? the? maiden_name|birth_name|name_at_birth of <x>", Q(FORMER_NAME), "list", "maiden"},
    {"what|which @is? <x's> former|previous|old|original|earlier|first name|names", Q(FORMER_NAME), "list", ""},
    {"what|which @is? the? former|previous|old|original|earlier name|names of <x>", Q(FORMER_NAME), "list", ""},
    {"what|how @is <x> called|known_as|named|known|written|spelled|spelt in <post>", Q(FORMER_NAME), "list",
     "language"},
    {"under|by what|which name|names did|does|is|was|has <x> "
     "appear|go|known|mentioned|write|publish|gone|appeared|born",
     Q(ALIASES), "list", ""},
    {"what @is <x> short_for|an_abbreviation_of|an_acronym_for|an_acronym_of|an_abbreviation_for", Q(IDENTITY),
     "identity", "full"},
    {"who @is? sounds|looks|reads|spelled|spelt|written|called like|similarly_to <x>", Q(LIKE), "list", ""},
    {"is|are there anyone|anybody|someone|a_name|names|people called|named? something|sounding|spelled|spelt? "
     "like|similar_to|close_to <x>",
     Q(LIKE), "list", ""},
    {"is|are|was|were <x> and <y> "
     "two|different|distinct|separate|several different|separate|distinct? "
     "people|persons|men|women|organizations|companies|entities|places?",
     Q(SAME), "yes_no", "different"},
    {"is|are|was <x> a|another? different person|man|woman|company|organization|place|one? from|than|to <y>", Q(SAME),
     "yes_no", "different"},
    {"why did|have|do|are|is|were|was you|they|we? merge|merged|joined|join|combine|combined|unify <x> and|with <y>",
     Q(SAME), "yes_no", "why"},
    {"why are|is|were|was <x> and <y> merged|joined|combined|one_person|the_same|the_same_person|one_entity|separate|"
     "kept_apart|two_people|different|different_people",
     Q(SAME), "yes_no", "why"},
    {"why did|have|do|does you|they|we? merge|merged|join|joined|combine|combined|keep|separate <x> apart?", Q(SAME),
     "yes_no", "why"},
    {"why are|is|were|was <x> "
     "merged|joined|combined|one_person|the_same|the_same_person|one_entity|separate|kept_apart|"
     "two_people|different|different_people",
     Q(SAME), "yes_no", "why"},
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
     "the_same_person|the_same_man|the_same_woman|the_same_organization|the_same_company|the_same_entity|the_same_"
     "place|identical|the_same|same_person|one_and_the_same as|with|to|like <y>",
     Q(SAME), "yes_no", ""},
    {"are|is|were <x> and <y> "
     "the_same_person|one_person|the_same|the_same_man|the_same_woman|one_and_the_same|identical|the_same_organization|"
     "the_same_entity|the_same_people|same_person|one_and_the_same_person",
     Q(SAME), "yes_no", ""},
    {"do|does <x> and <y> refer_to|mean|denote the_same_person|one_person|the_same|the_same_entity", Q(SAME), "yes_no",
     ""},
    {"is|are|was|were <x> the_same_person|one_person|the_same|the_same_man|the_same_woman|one_and_the_same|identical|"
     "one_entity",
     Q(SAME), "yes_no", ""},
    {"is|are|was|were <x> two|different|distinct|separate people|persons|men|women|entities|companies?", Q(SAME),
     "yes_no", "different"},
    {"is|are <x> also_known_as|known_as|aka|also_called|called <y>", Q(SAME), "yes_no", ""},
    {"which|what of? the|these|those? <x> works|worked|has_worked|is|was|served|serves|has_served|lives|lived|belongs|"
     "belonged|comes|came|studied at|for|with|in|from|of|to <y>",
     Q(WHICH), "identity", ""},

    // --- time of one entity
    {"when @is <x> first_and_last|last_and_first mentioned|seen|named|reported", Q(SEEN), "date", "both"},
    {"when did|does|has <x> first appear|appeared|appears|turn_up|come_up|mentioned", Q(SEEN), "date", "first"},
    {"when did|does|has <x> last appear|appeared|appears|turn_up|come_up|mentioned", Q(SEEN), "date", "last"},
    {"what did|had we|you|i|they|one|people believe|think|know|knew|believed|have then? about|of|on <x>", Q(BELIEVED),
     "list", ""},
    {"what did|had we|you|i|they|one|people believe|think|know|knew|believed|have then?", Q(BELIEVED), "list", ""},
    {"what was|were|had_been known|believed|reported|thought|said then? about|of|on <x>", Q(BELIEVED), "list", ""},
    {"what|anything|who has|have|had|is|are? changed|changes|new|different at|in|with|for|about|on|around <x>",
     Q(CHANGES), "list", ""},
    {"what|which|show|list|give|any me|are|were|have|has|there|did? the|any? changes|updates|news|developments "
     "at|in|with|for|about|on|to <x>",
     Q(CHANGES), "list", ""},
    {"what|anything|something|everything that? has|have|had|is|are|was? changed|changes|new|happened|happening|happens",
     Q(CHANGES), "list", ""},
    {"what|which|show|list|give|any? me|are|were|is|there? the|any? changes|updates|news|developments", Q(CHANGES),
     "list", ""},
    {"is|are there anything|any? new|news|changes|updates", Q(CHANGES), "list", ""},
    {"which|what|who|any|list|show|are|find me|there? all|the|any? new people|persons|names|faces|figures|players "
     "is|are?",
     Q(NEWCOMERS), "list", "person"},
    {"new people|persons|names|faces|figures", Q(NEWCOMERS), "list", "person"},
    {"which|what|any|list|show|are|find me|there? all|the|any? new organizations|organisations|companies|bodies",
     Q(NEWCOMERS), "list", "organization"},
    {"new organizations|organisations|companies", Q(NEWCOMERS), "list", "organization"},
    {"which|what|any|list|show|are|find me|there? all|the|any? new places|countries|cities", Q(NEWCOMERS), "list",
     "place"},
    {"who|which|what people|persons|names? @is new|newcomers|new_here", Q(NEWCOMERS), "list", "person"},
    {"who|which|what people|persons|names? @is first|newly mentioned|seen|named|reported first|for_the_first_time?",
     Q(NEWCOMERS), "list", "person"},
    {"who|which|what people|persons|names? @is mentioned|seen|named|reported for_the_first_time|first", Q(NEWCOMERS),
     "list", "person"},
    {"which|what organizations|organisations|companies @is first|newly|new mentioned|seen|named?", Q(NEWCOMERS), "list",
     "organization"},
    {"what @is known|believed|reported|thought then?", Q(BELIEVED), "list", ""},
    {"who|which|what people|persons|names? appears|appear|appeared|turned_up|turns_up first|for_the_first_time",
     Q(NEWCOMERS), "list", "person"},
    {"@who|@everyone who? has|have? changed|changes|switched|swapped|moved their|his|her|the? "
     "jobs|job|posts|post|positions|"
     "position|roles|role|employers|employer|office",
     Q(MOVERS), "list", "both"},
    {"@who|@everyone who? has|have? got|gets|found|took|takes|started|starts|begun|began|assumed|entered up? "
     "a|the|his|her|"
     "their? new|another? jobs|job|posts|post|positions|position|roles|role|office|power|over",
     Q(MOVERS), "list", "start"},
    {"@who|@everyone who? has|have? left|leaves|lost|quit|gave_up|given_up|loses|vacated a|the|his|her|their? "
     "jobs|job|posts|"
     "post|positions|position|roles|role|office|power",
     Q(MOVERS), "list", "end"},
    {"@who|@everyone who? has|have? "
     "resigned|resigns|stepped_down|steps_down|quit|retired|retires|stood_down|stepped_aside",
     Q(MOVERS), "list", "end"},
    {"show|give|what|make|draw? me? is? the|a? timeline|chronology|history|record|story for|of|on|about <x>",
     Q(TIMELINE), "list", ""},
    {"<x's> timeline|chronology|history", Q(TIMELINE), "list", ""},
    {"what|whats|give|show me|@is? the? latest|newest|latest_news|story on|about|with|from|of <x>", Q(TIMELINE), "list",
     ""},
    {"what has|have? happened|happens to|with|at|in <x>", Q(TIMELINE), "list", ""},
    {"what became_of|has_become_of <x>", Q(TIMELINE), "list", ""},
    {"when|where @is <x> first mentioned|seen|named|reported", Q(SEEN), "date", "first"},
    {"when|where @is <x> last|most_recently mentioned|seen|named|reported", Q(SEEN), "date", "last"},
    {"when|what @is the? first time? mention|mentioned|time <x>", Q(SEEN), "date", "first"},
    {"when|what @is? the? last|latest mention|time of? <x> was|is|were? mentioned|named|seen?", Q(SEEN), "date",
     "last"},
    {"when|what @is? the? first mention|time of? <x> was|is|were? mentioned|named|seen?", Q(SEEN), "date", "first"},
    {"first_and_last time|mention of? <x> was|is|were? mentioned?", Q(SEEN), "date", "both"},
};

const FormTable FORMS_LISTS = {FORMS, sizeof FORMS / sizeof *FORMS};
