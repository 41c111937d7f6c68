// The table of predicates: wording, shape, types, and what other schemas call them.
// SPDX-License-Identifier: MIT
#include "kb/kb.h"

enum {
    PER = 1 << KB_PERSON,
    ORG = 1 << KB_ORGANIZATION,
    PLA = 1 << KB_PLACE,
    ACTOR = PER | ORG | PLA, // a country that acts stays a place
    ANY = PER | ORG | PLA
};

// Ids index this table and are written to disk: new predicates go to the end.
// name, seen from the object, wording, shape, subjects, objects, TAC KBP slot, FollowTheMoney schema, Wikidata
static const KbPredicate predicates[] = {
    {"linked", "linked", "linked to", KB_DIRECTED, ANY, ANY, NULL, "UnknownLink", NULL},
    {"employed_by", "employs", "employed by", KB_DIRECTED, PER, ORG | PLA | PER, "per:employee_or_member_of",
     "Employment", "P108"},
    {"member_of", "has member", "member of", KB_DIRECTED, ANY, ORG, "per:employee_or_member_of", "Membership", "P463"},
    {"founded", "founded by", "founded", KB_DIRECTED, ACTOR, ORG | PLA, "org:founded_by", "UnknownLink", "P112"},
    {"owns", "owned by", "owns", KB_DIRECTED, ACTOR, ORG | PLA, "org:shareholders", "Ownership", "P1830"},
    {"educated_at", "educated", "educated at", KB_DIRECTED, PER, ORG | PLA, "per:schools_attended", NULL, "P69"},
    {"part_of", "has part", "part of", KB_DIRECTED, ORG | PLA, ORG | PLA, "org:parents", "UnknownLink", "P361"},
    {"subsidiary_of", "parent organization of", "subsidiary of", KB_DIRECTED, ORG, ORG | PLA, "org:parents",
     "Ownership", "P749"},
    {"headquartered_in", "headquarters of", "headquartered in", KB_DIRECTED, ORG, PLA, "org:city_of_headquarters",
     "Address", "P159"},
    {"located_in", "location of", "located in", KB_DIRECTED, ORG | PLA, PLA, NULL, "Address", "P131"},
    {"born_in", "birthplace of", "born in", KB_DIRECTED, PER, PLA, "per:city_of_birth", NULL, "P19"},
    {"died_in", "place of death of", "died in", KB_DIRECTED, PER, PLA, "per:city_of_death", NULL, "P20"},
    {"resides_in", "residence of", "lives in", KB_DIRECTED, PER, PLA, "per:cities_of_residence", NULL, "P551"},
    {"citizen_of", "has citizen", "citizen of", KB_DIRECTED, PER, PLA, "per:origin", NULL, "P27"},
    {"date_of_birth", "date of birth", "born on", KB_ATTRIBUTE, PER, 0, "per:date_of_birth", NULL, "P569"},
    {"date_of_death", "date of death", "died on", KB_ATTRIBUTE, PER, 0, "per:date_of_death", NULL, "P570"},
    {"date_founded", "date founded", "founded on", KB_ATTRIBUTE, ORG | PLA, 0, "org:date_founded", NULL, "P571"},
    {"age", "age", "aged", KB_ATTRIBUTE, PER, 0, "per:age", NULL, NULL},
    {"spouse", "married to", "married to", KB_SYMMETRIC, PER, PER, "per:spouse", "Family", "P26"},
    {"parent", "child of", "parent of", KB_DIRECTED, PER, PER, "per:children", "Family", "P40"},
    {"sibling", "sibling of", "sibling of", KB_SYMMETRIC, PER, PER, "per:siblings", "Family", "P3373"},
    {"relative", "relative of", "relative of", KB_SYMMETRIC, PER, PER, "per:other_family", "Family", "P1038"},
    {"associate", "associate of", "associate of", KB_SYMMETRIC, ACTOR, ACTOR, NULL, "Associate", "P3342"},
    {"met_with", "met with", "met with", KB_SYMMETRIC, ACTOR, ACTOR, NULL, "Event", NULL},
    {"spoke_with", "spoke with", "spoke with", KB_SYMMETRIC, ACTOR, ACTOR, NULL, "Event", NULL},
    {"visited", "visited by", "visited", KB_DIRECTED, ACTOR, PLA | ORG, NULL, "Event", NULL},
    {"appointed", "appointed by", "appointed", KB_DIRECTED, ACTOR, PER | ORG, NULL, "UnknownLink", NULL},
    {"nominated", "nominated by", "nominated", KB_DIRECTED, ACTOR, PER | ORG, NULL, "UnknownLink", NULL},
    {"dismissed", "dismissed by", "dismissed", KB_DIRECTED, ACTOR, PER | ORG, NULL, "UnknownLink", NULL},
    {"succeeded", "succeeded by", "succeeded", KB_DIRECTED, ANY, ANY, NULL, "Succession", "P1365"},
    {"endorsed", "endorsed by", "endorsed", KB_DIRECTED, ACTOR, ACTOR, NULL, "UnknownLink", NULL},
    {"criticized", "criticized by", "criticized", KB_DIRECTED, ACTOR, ACTOR, NULL, "UnknownLink", NULL},
    {"accused", "accused by", "accused", KB_DIRECTED, ACTOR, ACTOR, NULL, "UnknownLink", NULL},
    {"sanctioned", "sanctioned by", "sanctioned", KB_DIRECTED, ACTOR, ACTOR, NULL, "Sanction", NULL},
    {"charged", "charged by", "charged", KB_DIRECTED, ACTOR, ACTOR, "per:charges", "UnknownLink", NULL},
    {"arrested", "arrested by", "arrested", KB_DIRECTED, ACTOR, ACTOR, NULL, "UnknownLink", NULL},
    {"sued", "sued by", "sued", KB_DIRECTED, ACTOR, ACTOR, NULL, "UnknownLink", NULL},
    {"attacked", "attacked by", "attacked", KB_DIRECTED, ACTOR, ACTOR, NULL, "UnknownLink", NULL},
    {"killed", "killed by", "killed", KB_DIRECTED, ACTOR, ACTOR, NULL, "UnknownLink", NULL},
    {"negotiated_with", "negotiated with", "negotiated with", KB_SYMMETRIC, ACTOR, ACTOR, NULL, "Event", NULL},
    {"signed_with", "signed with", "signed with", KB_SYMMETRIC, ACTOR, ACTOR, NULL, "Event", NULL},
    {"acquired", "acquired by", "acquired", KB_DIRECTED, ACTOR, ORG | PLA, NULL, "Ownership", "P1830"},
};

enum { PREDICATES = sizeof predicates / sizeof *predicates };

const KbPredicate *kb_predicate(unsigned id)
{
    return id < PREDICATES ? &predicates[id] : NULL;
}

int kb_predicate_find(KbText name)
{
    for (int i = 0; i < (int)PREDICATES; i++)
        if (kb_text_equal(name, kb_text(predicates[i].name))) return i;
    return -1;
}
