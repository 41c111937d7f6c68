// Question forms that fit much: all holders, whether a post is held, anything about a name.
// SPDX-License-Identifier: MIT
#include "shell/forms.h"

static const Form FORMS[] = {
    // --- all holders
    {"list|show|name|give|find|which|who|what|enumerate me? @is? all|every|any of? the? <post> "
     "mentioned_in_the_articles|mentioned|named|in_the_articles|you_know|in_the_database|on_record|ever_mentioned",
     Q(HOLDERS), "list", ""},
    {"list|show|give|find|enumerate me? "
     "all|every|everyone_who_was|everybody_who_was|everyone_who_is|everyone_who_has_been of? the? <post>",
     Q(HOLDERS), "list", ""},
    {"list|enumerate the? <post>", Q(HOLDERS), "list", ""},

    {"which|what|who|list|show is|are|was|were? all|the? <post> is|are|was|were? "
     "named|called|with_the_name|by_the_name_of <x>",
     Q(HOLDERS), "list", ""},

    {"which|what <post> @is mentioned|named|in_the_articles|on_record", Q(HOLDERS), "list", ""},
    {"list|show|name|give me? the? <post> mentioned|named", Q(HOLDERS), "list", ""},

    // --- does someone hold a post
    {"is|are|was|were|has|does|did <x> been? on|sit_on|sitting_on|serving_on|serve_on the|its? board|boards of? <y>",
     Q(IS), "yes_no", "board member"},
    {"is|are|was|were <x> from <y>", Q(YESNO), "yes_no",
     "born_in> citizen_of> resides_in> located_in> headquartered_in>"},
    {"is|was <x> dead", Q(YESNO), "yes_no", "date_of_death> died_in>"},
    {"is|was <x> alive|living", Q(YESNO), "yes_no", "date_of_death> died_in> alive"},
    {"@who has|have been the|a? <post>", Q(HOLDERS), "list", ""},
    {"is|are <x> no_longer|not_any_more the|a? <post>", Q(IS), "yes_no", "no longer"},
    {"is|are <x> ^ <post>", Q(IS), "yes_no", ""},
    {"has|have|had <x> been <post>", Q(WAS), "yes_no", ""},
    {"was|were|has|have|had <x> been? ^ <post>", Q(WAS), "yes_no", ""},
    {"did|does|do|has|have <x> serve|work|act|served|worked|acted as <post>", Q(WAS), "yes_no", ""},
    {"did|does|do|has|have <x> become|became|run|lead|head|hold|held|chair|command|led|headed|chaired "
     "the_post_of|the_office_of? <post>",
     Q(WAS), "yes_no", ""},
    {"did|does <x> use_to_be <post>", Q(WAS), "yes_no", ""},
    {"is|are|was|were|has|have <x> been? in|at|to <y>", Q(YESNO), "yes_no",
     "visited> resides_in> located_in> headquartered_in> employed_by>"},

    // --- anything about a name or a post
    {"tell|inform|brief me|us? more|something|everything|all|what? you_know|we_know|there_is|is_known|they_know? "
     "about|on <x>",
     Q(IDENTITY), "identity", ""},
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
    {"who @is this|that <x> person|guy|man|woman|fellow?", Q(WHO), "identity", ""},
    {"@who|what the_hell|exactly|precisely? @is <x>", Q(WHO), "identity", ""},
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

    {"what|which|who is|are|was|were <x's> <post>", Q(OTHER), "relation", ""},
    {"what|which|who is|are|was|were the <post> of <x>", Q(OTHER), "relation", ""},

    {"which|what <post> became|become|turned_into|went_into|joined the|a? <y>", Q(LATER), "list", ""},
    {"which|what of? the|these|those? <x> leads|led|heads|headed|runs|ran|founded|owns|owned|joined|met|chairs|chaired "
     "<y>",
     Q(WHICH), "identity", ""},
    {"what did|does|has|do|have <x> deny|denied|denies|dispute|disputed|reject|rejected", Q(SAID), "list", "denied"},
    {"what did|does|has|do|have <x> say|said|says|claim|claimed|allege|alleged about|of|on|against|over <y>", Q(SAID),
     "list", ""},
    {"what did|does|has|do|have <x> say|said|says|claim|claimed|allege|alleged", Q(SAID), "list", ""},
    {"what @is said|claimed|alleged by <x>", Q(SAID), "list", ""},
    {"which|what of? the|these|those? <x> is|was|has_been|became|used_to_be the|a|an? <post>", Q(WHICH), "identity",
     ""},

    {"@who @more? has|have|had? %past %prep? the|a|an|this|that|these|those <post>", Q(EVERY), "list", "topic"},
    {"@who @more? %s %prep? the|a|an|this|that|these|those <post>", Q(EVERY), "list", "topic"},
    {"@who @more? @is %ing %prep? the|a|an|this|that|these|those <post>", Q(EVERY), "list", "topic"},

    // --- verbs that no table knows: links by the verb itself
    {"who|what|which @thing? did|does|do|has|have|had|will <x> %any", Q(RELATION), "relation", "object"},
    {"did|does|do|has|have|had <x> and <y> %any", Q(YESNO), "yes_no", "verb"},
    {"did|does|do|has|have|had <x> %any with|to|for|at|on|against? <y>", Q(YESNO), "yes_no", "verb"},
    {"when did|does|do|has|have|had <x> %any <y>", Q(EVENT), "date", ""},
    {"who|what|which @thing? @is %any by <x>", Q(RELATION), "relation", "object"},
    {"who|what|which @thing? has|have|had? %any with|to|for|at|on|against? <y>", Q(RELATION), "relation", "subject"},
    {"@who @more? has|have|had? %any the|a|an|this|that|these|those <post>", Q(EVERY), "list", "topic"},

    // --- a name alone, or a post
    {"<x>", Q(NAME), "identity", ""},
};

const FormTable FORMS_REST = {FORMS, sizeof FORMS / sizeof *FORMS};
