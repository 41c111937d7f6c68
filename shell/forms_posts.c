// Question forms about posts: of a person, of an organization, before and after.
// SPDX-License-Identifier: MIT
#include "shell/forms.h"

static const Form FORMS[] = {
    // --- posts without an undisputed holder
    {"is|are|was there any|anyone|a? vacant|unfilled|open|empty or|and? disputed|contested? @posts", Q(DOUBTS), "list",
     "vacant"},
    {"is|are|was there any? disputed|contested|rival @posts|holders", Q(DOUBTS), "list", "disputed"},
    {"which|what|any|list|show|find|are_there|is_there me? all|any|the? vacant|unfilled or|and? disputed|contested "
     "@posts",
     Q(DOUBTS), "list", "both"},
    {"vacant|unfilled or|and disputed|contested @posts", Q(DOUBTS), "list", "both"},
    {"which|what|any|list|show|find me? all|any|the? vacant|unfilled|open|empty @posts", Q(DOUBTS), "list", "vacant"},
    {"which|what|any|list|show|find me? all|any|the? disputed|contested|rival @posts", Q(DOUBTS), "list", "disputed"},
    {"vacant|unfilled @posts", Q(DOUBTS), "list", "vacant"},
    {"disputed|contested @posts", Q(DOUBTS), "list", "disputed"},
    {"which|what @posts @is vacant|unfilled|open|empty|free or|and? disputed|contested?", Q(DOUBTS), "list", "vacant"},
    {"which|what @posts @is disputed|contested|in_dispute|claimed_by_two", Q(DOUBTS), "list", "disputed"},
    {"which|what|is|are|any|list|there any|all|the? @posts vacant|unfilled|open|empty at|in|of|on <x>", Q(DOUBTS),
     "list", "vacant"},
    {"which|what @posts @is vacant|unfilled|open|empty at|in|of|on <x>", Q(DOUBTS), "list", "vacant"},
    {"which|what @posts at|in|of|on <x> @is vacant|unfilled|open|empty", Q(DOUBTS), "list", "vacant"},
    {"which|what|is|are|any|list|show there? any|all|the? vacant|unfilled|open @posts at|in|of|on <x>", Q(DOUBTS),
     "list", "vacant"},
    {"which|what|is|are|any|list|show there? any|all|the? disputed|contested @posts at|in|of|on <x>", Q(DOUBTS), "list",
     "disputed"},
    {"is|was the? @posts of|as? <post> vacant|unfilled|open|empty|free", Q(DOUBTS), "yes_no", "vacant"},
    {"is|was the? <post> @posts vacant|unfilled|open|empty", Q(DOUBTS), "yes_no", "vacant"},

    // --- posts of a person, with dates
    {"when did|does|will|has <x> "
     "become|became|take_office_as|take_over_as|start_as|start_as|begin_as|get_to_be|rise_to|take_up_office_as <post>",
     Q(BECAME), "date", ""},
    {"when|since_when @is|has|have <x> "
     "appointed|named|elected|made|chosen|sworn_in|promoted|confirmed|nominated|installed as|to|to_be? <post>",
     Q(BECAME), "date", ""},
    {"since_when|@how_long has|have <x> been <post>", Q(TENURE), "date", ""},
    {"since_when|@how_long is|are <x> <post>", Q(TENURE), "date", ""},
    {"when @is <x> elected|inaugurated|sworn_in|promoted", Q(BECAME), "date", ""},
    {"when did|does|will|has <x> take_office|take_over|start|begin|come_to_power|assume_office|take_up_office",
     Q(BECAME), "date", ""},
    {"when did|does|will|has <x> leave|quit|lose|give_up|resign_from|step_down_from his|her|their|the|that|this "
     "post|posts|job|jobs|office|position|seat|role",
     Q(LEFT), "date", ""},
    {"when did|does|will|has <x> "
     "leave|quit|resign_from|retire_from|depart|resign_as|step_down_as|step_down_from|lose|stop_being|cease_to_be|step_"
     "aside_as|exit|give_up <post>",
     Q(LEFT), "date", ""},
    {"when did|does|will|has <x> leave_office|leave|resign|step_down|retire|quit|lose_office|lose_power|step_aside|go",
     Q(LEFT), "date", ""},
    {"@how_long did|does|has|was|is|were|had|have <x> been|serve|served|act|acted|work|worked as|for|at? <post>",
     Q(TENURE), "date", ""},
    {"@how_long was|is|were <x> <post>", Q(TENURE), "date", ""},
    {"@how_long did|does|has|have <x> held|hold|been_in|served_in|lead|head|run|led "
     "office|the_post_of|the_office_of|the_job_of|the_position_of? <post>",
     Q(TENURE), "date", ""},
    {"@how_long did|does|has|was|is <x> last|serve|been_in_office|in_office|hold_office", Q(TENURE), "date", ""},
    {"what @is <x> before @he was|were|became|took_office_as|had_become|got_to_be|is <post>", Q(BEFORE), "posts", ""},
    {"what @is <x> before becoming|being|taking_over_as|he_joined|she_joined|joining <post>", Q(BEFORE), "posts", ""},
    {"what did|does <x> do before @he? was|became|becoming|being|joined|joining|took_over_as <post>", Q(BEFORE),
     "posts", ""},
    {"what did|does <x> do before <post>", Q(BEFORE), "posts", ""},
    {"where|for_whom|what did|does|has|had <x> do|work|worked|serve|served|been before @he? "
     "was|became|becoming|being|joined|joining|went_to|took_over|taking_over|at|in|as? <post>",
     Q(BEFORE), "posts", ""},
    {"what @job did|does|has <x> have|hold|held before @he? was|became|becoming|being|joined|joining <post>", Q(BEFORE),
     "posts", ""},
    {"what @is <x's> @job before @he? was|became|becoming|being|joined|joining <post>", Q(BEFORE), "posts", ""},
    {"what @is <x> before|earlier|formerly|previously", Q(POSTS), "posts", "former"},
    {"what did|does <x> do before|earlier|formerly|previously", Q(POSTS), "posts", "former"},
    {"what @is <x> after @he? was|being|left|stopped_being <post>", Q(AFTER), "posts", ""},
    {"what did|does <x> do|become after @he? was|being|left|leaving <post>", Q(AFTER), "posts", ""},
    {"what|which @is? <x's> @past_job", Q(POSTS), "posts", "former"},
    {"what|which @job? @is <x> nominated|named|appointed|chosen|picked|elected|promoted|tapped for|to|as", Q(POSTS),
     "posts", "all"},
    {"what|which @past_job did|does|has|had|have <x> hold|held|have|had|occupied|occupy", Q(POSTS), "posts", "former"},
    {"what|which board|boards @is <x> a|the? member|members|director|chairman of|on", Q(POSTS), "posts", "board"},
    {"what|which board|boards seats|seat|memberships|positions|posts? does|did|do|has|is|was <x> "
     "hold|have|held|on|sit_on|sat_on|serve_on",
     Q(POSTS), "posts", "board"},
    {"what @is <x> doing|up_to|doing_for_a_living", Q(POSTS), "posts", "current"},
    {"what does|do|did <x> do for_a_living|for_work|professionally|there?", Q(POSTS), "posts", "current"},
    {"what|which @is? <x's> @job at|in|with|for|on <y>", Q(POSTS), "posts", "all"},
    {"what|which @job did|does|do|has|had|have <x> have|hold|held|had|play at|in|with|for <y>", Q(POSTS), "posts",
     "all"},
    {"what did|does|do|has <x> do|done at|for|in|with <y>", Q(POSTS), "posts", "all"},
    {"what|which @is? <x's> current|present|official? @job", Q(POSTS), "posts", "main"},
    {"what|which @is? the current|present|official? @job of <x>", Q(POSTS), "posts", "main"},
    {"what|which kind_of|other|political|government|public|official? @job did|does|has|had|have|do <x> "
     "hold|held|have|had|occupied|occupy|been_in|served_in|fill|filled|got",
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
    {"where|@who did|does|has|had|have <x> work|worked|teach|taught|play|played for|at? "
     "before|earlier|formerly|previously",
     Q(EMPLOYER), "list", "former"},
    {"@who do|does|did|has|have|is|was|are|were <x> work|worked|working for|at?", Q(EMPLOYER), "list", ""},
    {"where do|does|did|has|have|is|was|are|were <x> "
     "work|worked|working|employed|teach|taught|lecture|play|played|serve|research|practice|practise|preach|report|"
     "write",
     Q(EMPLOYER), "list", ""},
    {"what|which @thing do|does|did|has|have|is|was <x> "
     "work|worked|working|employed|play|played|teach|taught|manage|coach for|at|by|with|in?",
     Q(EMPLOYER), "list", ""},
    {"who|what @is <x's> employer|employers|company|workplace", Q(EMPLOYER), "list", ""},
    {"@who do|does|did <x> report_to|answer_to|serve_under", Q(BOSS), "list", ""},
    {"@who is|was <x's> boss|superior|commander_in_chief", Q(BOSS), "list", ""},

    // --- predecessors and successors
    {"@who "
     "succeeded|replaced|followed|came_after|took_over_from|succeeds|replaces|will_succeed|will_replace|has_succeeded|"
     "has_replaced|is_replacing|is_succeeding|is_going_to_succeed|is_going_to_replace|is_set_to_succeed|is_set_to_"
     "replace|took_over_for|stepped_in_for <x> as|in_the_post_of <post>",
     Q(SUCCESSOR), "holder", ""},
    {"@who "
     "succeeded|replaced|followed|came_after|took_over_from|succeeds|replaces|will_succeed|will_replace|has_succeeded|"
     "has_replaced|is_replacing|is_succeeding|is_going_to_succeed|is_going_to_replace|is_set_to_succeed|is_set_to_"
     "replace|took_over_for|stepped_in_for <x> at|in|of <y>",
     Q(SUCCESSOR), "holder", ""},
    {"@who "
     "succeeded|replaced|followed|came_after|took_over_from|succeeds|replaces|will_succeed|will_replace|has_succeeded|"
     "has_replaced|is_replacing|is_succeeding|is_going_to_succeed|is_going_to_replace|is_set_to_succeed|is_set_to_"
     "replace|took_over_for|stepped_in_for <x>",
     Q(SUCCESSOR), "holder", ""},
    {"@who @is <x> succeeded|replaced|followed by", Q(SUCCESSOR), "holder", ""},
    {"by whom|who @is <x> succeeded|replaced|followed", Q(SUCCESSOR), "holder", ""},
    {"@who @is <x's> successor|successors|replacement as|in|at? <post>", Q(SUCCESSOR), "holder", ""},
    {"@who @is <x's> successor|successors|replacement", Q(SUCCESSOR), "holder", ""},
    {"@who @is the? successor|replacement of|to|for <x>", Q(SUCCESSOR), "holder", ""},
    {"@who @is named|appointed|chosen|picked|nominated|proposed|tapped|set|due to? succeed|replace|follow <x> as|in|at "
     "<post>",
     Q(SUCCESSOR), "holder", ""},
    {"@who @is named|appointed|chosen|picked|nominated|proposed|tapped|set|due to? succeed|replace|follow <x>",
     Q(SUCCESSOR), "holder", ""},
    {"@who did|does|will|has|would <x> "
     "replace|succeed|replaced|succeeded|follow|take_over_from|come_after|took_over_from as <post>",
     Q(PREDECESSOR), "holder", ""},
    {"@who did|does|will|has|would <x> "
     "replace|succeed|replaced|succeeded|follow|take_over_from|come_after|took_over_from at|in <y>",
     Q(PREDECESSOR), "holder", ""},
    {"@who did|does|will|has|would|is|was <x> "
     "replace|succeed|replaced|succeeded|follow|take_over_from|come_after|replacing|succeeding",
     Q(PREDECESSOR), "holder", ""},
    {"@who preceded|came_before|was_before|was_there_before <x> as|at|in <post>", Q(PREDECESSOR), "holder", ""},
    {"@who preceded|came_before|was_there_before|was_replaced_by|was_succeeded_by|is_replaced_by|is_succeeded_by <x>",
     Q(PREDECESSOR), "holder", ""},
    {"@who @is <x's> predecessor|predecessors as|in|at? <post>", Q(PREDECESSOR), "holder", ""},
    {"@who @is <x's> predecessor|predecessors", Q(PREDECESSOR), "holder", ""},
    {"@who @is the? predecessor of|to <x>", Q(PREDECESSOR), "holder", ""},
    {"who|which|what candidates|people? @is|might|may|could|will? @contender to succeed|replace|follow <x>",
     Q(CONTENDERS), "list", ""},
    {"@who might|may|could|wants_to|hopes_to|is_likely_to|is_tipped_to|is_expected_to succeed|replace <x>",
     Q(CONTENDERS), "list", ""},
    {"is|was|are <y> @contender to succeed|replace|follow <x>", Q(CONTENDERS), "yes_no", ""},
    {"might|may|could|will|would|does <y> want_to? succeed|replace <x>", Q(CONTENDERS), "yes_no", ""},
    {"@who @is the|a? <post> before <x>", Q(HOLDER_BEFORE), "holder", ""},
    {"@who @is the|a? <post> after <x>", Q(HOLDER_AFTER), "holder", ""},
    {"@who held|had|occupied|ran|led|headed the_post_of|the_office_of|the_job_of? <post> before <x>", Q(HOLDER_BEFORE),
     "holder", ""},
    {"@who held|had|occupied|ran|led|headed the_post_of|the_office_of|the_job_of? <post> after <x>", Q(HOLDER_AFTER),
     "holder", ""},

    // --- staff and members
    {"who|whom|which|what|how_many|list|show|name me? all? @more? people|persons|employees|staff|who? "
     "works|work|worked|has_worked|have_worked|is_working|are_working|is_employed|are_employed|was_employed "
     "at|for|in|with|by? <y>",
     Q(STAFF), "list", ""},
    {"@who @more? sits|sat|is|are|was|were|serves|served on|in the? board|boards|committee|cabinet "
     "with|alongside|together_with <x>",
     Q(COLLEAGUES), "list", ""},
    {"@who did|does|has|have|had <x> work|worked|serve|served|sit|sat with|alongside|together_with", Q(COLLEAGUES),
     "list", ""},
    {"@who works|worked|work|served|serves|has_worked|sits|sat with|alongside|together_with <x>", Q(COLLEAGUES), "list",
     ""},
    {"who|list|show @is? the? colleagues|colleague|coworkers|co-workers|workmates|fellow_directors of <x>",
     Q(COLLEAGUES), "list", ""},
    {"who|list|show @is? <x's> colleagues|colleague|coworkers|co-workers|workmates|fellow_directors at|in|on <y>",
     Q(COLLEAGUES), "list", ""},
    {"who|list|show @is? <x's> colleagues|colleague|coworkers|co-workers|workmates|fellow_directors", Q(COLLEAGUES),
     "list", ""},
    {"<x's> colleagues|coworkers|co-workers|workmates", Q(COLLEAGUES), "list", ""},
    {"colleagues|coworkers|co-workers of <x>", Q(COLLEAGUES), "list", ""},
    {"@who did|does|do|has|have <y> employ|employed|hire|hired", Q(STAFF), "list", ""},
    {"who|list|show|name|give me? all|is|are|was|were? the? former|ex|past "
     "employees|staff|workers|members|officials|people of|at|from|in <y>",
     Q(STAFF), "list", "former"},
    {"former|ex|past employees|staff|workers|members|officials of|at|from|in <y>", Q(STAFF), "list", "former"},
    {"@who used_to work at|for|in|with <y>", Q(STAFF), "list", "former"},
    {"@who left|has_left <y>", Q(STAFF), "list", "former"},
    {"who|list|show|name|give me? all|is|are|was|were? the? current? "
     "employees|staff|workers|people|personnel|executives|officials of|at|from|in <y>",
     Q(STAFF), "list", ""},
    {"employees|staff|people|officials|executives of|at|in <y>", Q(STAFF), "list", ""},
    {"<x's> employees|staff", Q(STAFF), "list", ""},
    {"who|what|which|list|show|name|give me? all|is|are|was|were? the? members|member|member_states|parties|countries "
     "of|in <y>",
     Q(RELATION), "list", "member_of<;part_of<"},
    {"which|what|who parties|party|members|countries|companies|organizations? make_up|makes_up|form|forms|compose <y>",
     Q(RELATION), "list", "member_of<;part_of<"},
    {"who|which|what @thing? @is|belong|belongs|belonged? a|the? members|member|part of|to <y>", Q(RELATION), "list",
     "member_of<;part_of<"},
    {"which|what @thing @is in <y>", Q(RELATION), "list", "member_of<;part_of<;located_in<"},
    {"@who @is a? member|members of <y>", Q(RELATION), "list", "member_of<;part_of<"},
    {"what|which @thing @is|does|did|do <x> a? member|members|belong|part of|to?", Q(RELATION), "list", "member_of>"},
    {"what|which party|parties|movement|faction|group|union|club|team @is|does|did <x> in|with|from|for|represent",
     Q(RELATION), "list", "member_of>"},
    {"what|which @thing @is <x> a? subsidiary|unit|division|part|branch|arm of", Q(RELATION), "relation",
     "subsidiary_of>;part_of>;owns<"},
    {"what|which|who @thing? @is the? parent|parent_company of|to <x>", Q(RELATION), "relation",
     "subsidiary_of>;owns<;part_of>"},
    {"what|which @thing? does <x> belong to", Q(RELATION), "relation", "subsidiary_of>;part_of>;member_of>;owns<"},
    {"what|which @is? <x> a? member|part of", Q(RELATION), "list", "member_of>;part_of>"},
    {"is|was|are|were <x> a? member|part of <y>", Q(YESNO), "yes_no", "member_of> part_of> subsidiary_of>"},

    // --- leading an organization
    {"@who @is "
     "in_charge_of|at_the_head_of|at_the_helm_of|in_charge_at|the_boss_of|the_head_of|the_leader_of|head_of|boss_of|"
     "heading|running|responsible_for|at_the_top_of <y>",
     Q(HEAD), "holder", ""},
    {"@who "
     "runs|run|ran|heads|head|headed|has_run|is_running|used_to_run|was_running|manages|managed|manage|directs|"
     "directed|is_heading|was_heading|oversees|oversaw <y>",
     Q(HEAD), "holder", ""},
    {"@who leads|lead|led|is_leading|was_leading|has_led|rules|ruled|rule <y>", Q(HEAD), "holder", "leader"},
    {"@who chairs|chair|chaired|presides_over|presided_over|is_chairing <y>", Q(HEAD), "holder", "chairman!"},
    {"@who commands|command|commanded|is_commanding|was_commanding <y>", Q(HEAD), "holder", "commander"},
    {"@who governs|govern|governed <y>", Q(HEAD), "holder", "governor!"},
    {"@who coaches|coach|coached|trains|trained <y>", Q(HEAD), "holder", "coach|manager!"},
    {"@who edits|edit|edited <y>", Q(HEAD), "holder", "editor!"},
    {"@who captains|captained <y>", Q(HEAD), "holder", "captain!"},
    {"@who did|does|has|do <x> run|lead|head|chair|command|govern|led|manage", Q(POSTS), "posts", "all"},
    {"what|which @thing? did|does|has|do|is|was <x> "
     "run|lead|head|chair|command|govern|led|running|leading|heading|manage",
     Q(POSTS), "posts", "all"},
    {"@who speaks|spoke|speak for <y>", Q(HOLDER_AT), "holder", "spokesman"},
    {"@who represents|represented|represent <y>", Q(HOLDER_AT), "holder", "representative"},
    {"@who advises|advised|advise <y>", Q(HOLDER_AT), "holder", "adviser"},
    {"@who @more? @is|sits|sat|sit on the|its? board|boards of|at|for|with? <y>", Q(HOLDER_AT), "holder",
     "board member"},
    {"@who sits|sat|serves|is|are|was|were on <y's> board|boards", Q(HOLDER_AT), "holder", "board member"},
    {"@who @is|are <y's> board_members|directors", Q(HOLDER_AT), "holder", "board member"},

    {"@who @is nominated|named|proposed|tapped|slated|selected|chosen|picked|set|due "
     "to lead|head|run|chair|direct|command|oversee|become_head_of <post>",
     Q(HOLDER), "holder", "nominee"},
    {"@who represents|represented|represent|defends|defended|defend <y> "
     "in_court|in_the_trial|at_trial|as_a_lawyer|legally",
     Q(HOLDER_AT), "holder", "lawyer|counsel|attorney|barrister|solicitor"},
    {"@who represents|represented|represent <y> in the? senate", Q(HOLDER_AT), "holder", "senator"},
    {"@who represents|represented|represent <y> in the? congress|house|parliament|assembly|national_assembly",
     Q(HOLDER_AT), "holder", "representative|congressman|mp|deputy|lawmaker|member"},

    {"@who @is in_line|set|due|going|expected|about to become|be|take_over_as|serve_as the? <post>", Q(HOLDER),
     "holder", "next"},
    {"@who used_to_be|once_was|formerly_was the|a? <post>", Q(HOLDER), "holder", "former"},
    {"is|does|do|are|was|did <x> sit|on|sits on|of? any|some|a boards|board", Q(POSTS), "posts", "board"},

    // --- holder of a post
    {"@who @is at|with <y>", Q(STAFF), "list", ""},
    {"@who holds|held|hold|has|had|occupies|occupied|fills|filled|got|is_holding the|a? "
     "post|position|office|job|title|role|seat of|as <post>",
     Q(HOLDER), "holder", ""},
    {"@who serves|served|acts|acted|works|worked|is_serving|was_serving|is_acting|was_acting|has_served|is_working as "
     "<post>",
     Q(HOLDER), "holder", ""},
    {"@who "
     "became|becomes|was_named|was_appointed|was_elected|was_made|got_elected|has_become|was_chosen|was_sworn_in|is_"
     "becoming|was_installed|took_over as|to|to_be? <post>",
     Q(HOLDER), "holder", ""},
    {"@who stepped_down|resigned|quit|retired|was_fired|was_dismissed|was_ousted|was_sacked|was_removed|was_replaced "
     "as <post>",
     Q(HOLDER), "holder", "left"},
    {"@who will become|be? as? <post>", Q(HOLDER), "holder", "next"},
    {"@who @is nominated|proposed|tapped|slated|selected for|as|to|to_be|to_become? <post>", Q(HOLDER), "holder",
     "nominee"},
    {"@who @is running|standing|campaigning|a_candidate for <post>", Q(HOLDER), "holder", "candidate"},
    {"which|what people|persons|person|men|women have|has|had|were|was been? <post>", Q(HOLDERS), "list", ""},
    {"@who else|all is|are|was|were <post>", Q(HOLDERS), "list", ""},
};

const FormTable FORMS_POSTS = {FORMS, sizeof FORMS / sizeof *FORMS};
