// Quotations: what counts as one, and who says it, on texts with marked names.
// SPDX-License-Identifier: MIT
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/chains.h"
#include "ingest/pipeline.h"
#include "ingest/quotes.h"
#include "tests/marked.h"
#include "tests/suite.h"

enum { LINE = 512 };

typedef struct QuoteCase {
    const char *marked;
    const char *speakers; // of the quotations in text order, "-": nobody named; empty: there is none
} QuoteCase;

static const QuoteCase cases[] = {
    // verbs of saying behind the quotation
    {"\"We won,\" [[p|Ann Poe]] said.", "Ann Poe"},
    {"\"We won,\" said [[p|Ann Poe]].", "Ann Poe"},
    {"“We won,” said [[p|Ann Poe]], a baker.", "Ann Poe"},
    {"\"We won,\" [[p|Ann Poe]] told [[o|Reuters]] in [[l|Malta]].", "Ann Poe"},
    {"\"Did we win?\" asked [[p|Ann Poe]].", "Ann Poe"},
    {"\"We won!\" shouted [[p|Ann Poe]].", "Ann Poe"},
    {"[[p|Ann Poe]] came. \"We won,\" she said.", "Ann Poe"},
    {"[[p|Ann Poe]] met [[p|Tom Hay]]. \"We won,\" she said.", "Ann Poe"},
    {"\"We won,\" said her lawyer, [[p|Tom Hay]].", "Tom Hay"},
    {"\"We won,\" said a lawyer for [[o|Acme]], [[p|Tom Hay]].", "Tom Hay"},
    {"\"We won,\" a lawyer for [[o|Acme]] said.", "-"},
    {"\"We won,\" one official said.", "-"},
    {"[[p|Tom Hay]] left. \"We won!\" came a cry from the hall.", "-"},
    {"\"We won,\" said [[p|Ann Poe]]'s lawyer.", "-"},
    {"\"We won,\" [[o|Acme]] said in a statement.", "Acme"},
    {"\"We won,\" said [[o|Acme]] spokesman [[p|Tom Hay]].", "Tom Hay"},
    {"\"We won,\" [[p|Tom Hay]], a lawyer, said.", "Tom Hay"},
    {"[[p|Tom Hay]] left. [[p|Ann Poe]] sent a wreath marked \"To a friend.\"", "Ann Poe"},
    {"A banner reading \"Go home\" hung there.", "-"},
    // another's words at the end of a quotation, and titles
    {"“[[p|Tom Hay]] told me, ‘Rest,’” [[p|Ann Poe]] recalled. “I did.”", "Ann Poe"},
    {"[[p|Ann Poe]] wrote: \"He says, 'Rest.'\" [[p|Tom Hay]] replied: \"Never.\"", "Ann Poe; Tom Hay"},
    {"[[p|Ann Poe]]'s version of \"The Mute Miller,\" published in May, sold.", ""},
    {"\"The Mute Miller,\" her novel, sold, [[p|Ann Poe]] said.", ""},
    // whose words others speak, hold up or list
    {"[[p|Ann Poe]] was told that the soup was \"off\".", "-"},
    {"[[p|Tom Hay]] led out [[p|Ann Poe]], whose placard read \"MORE SOUP\".", "Ann Poe"},
    {"[[p|Tom Hay]] came. Cooks held up a bedsheet painted \"MORE SOUP.\"", "-"},
    {"[[p|Tom Hay]] recited the motto of [[p|Ann Poe]]: \"Soup first.\"", "Ann Poe"},
    {"[[p|Tom Hay]] wrote twice. And from [[p|Ann Poe]], a day later: \"Rest now.\"", "Ann Poe"},
    {"[[p|Ann Poe]] finds that:\n\n— [[p|Tom Hay]] \"had salted the soup\";\n\n— nobody \"ate much of it\".",
     "Ann Poe; Ann Poe"},
    {"[[p|Tom Hay]] kept a note. \"I am done with soup,\" the note says. The signature is that of [[p|Ann Poe]].",
     "Ann Poe"},
    {"\"We won,\" said a cook for Mr [[p|Hay]], who would not be named.", "-"},
    {"\"We rest,\" said the buyer, [[o|Acme]].", "Acme"},
    {"[[p|Tom Hay]] read a message sent from [[p|Ann Poe]]'s telephone: \"We rest.\"", "Ann Poe"},
    // questions, and who answers
    {"[[p|Ann Poe]] said: \"We cook.\" \"Why?\" a guest called out. \"Ask him,\" she said.", "Ann Poe; -; Ann Poe"},
    {"'We cook,' [[p|Ann Poe]] said, facing the hall. 'Who eats?' No hand went up.", "Ann Poe"},
    // before it
    {"[[p|Ann Poe]] said: \"We won.\"", "Ann Poe"},
    {"[[p|Ann Poe]] said, \"We won.\"", "Ann Poe"},
    {"[[p|Ann Poe]] said: \"Ask Bob.\"", "Ann Poe"},
    {"[[p|Ann Poe]]: \"We won.\"", "Ann Poe"},
    {"[[p|Tom Hay]] left. A loan, wrote [[p|Ann Poe]], is \"a gift\".", "Ann Poe"},
    {"[[p|Ann Poe]] called the deal \"a tragedy\".", "Ann Poe"},
    {"[[p|Ann Poe]] told [[p|Tom Hay]] that she had \"nothing to hide\".", "Ann Poe"},
    {"[[p|Ann Poe]], who described him as \"a thief\", left.", "Ann Poe"},
    {"[[p|Tom Hay]], once described by [[p|Ann Poe]] as \"a thief\", left.", "Ann Poe"},
    {"[[p|Tom Hay]] spoke, and [[p|Ann Poe]], who called it \"a gift\", left.", "Ann Poe"},
    {"Asked twice, a spokesman for [[p|Tom Hay]], [[p|Ann Poe]], said: \"We won.\"", "Ann Poe"},
    {"[[p|Ann Poe]], a member from [[l|Leeds]], who had a seat, promised \"a fair hearing\".", "Ann Poe"},
    {"The new dean of [[o|Acme]], [[p|Ann Poe]], replied with one word: \"Never.\"", "Ann Poe"},
    {"[[p|Tom Hay]] asked twice, and [[p|Ann Poe]]'s only answer was \"a shrug\".", "Ann Poe"},
    {"The plan was called \"a tragedy\" by [[p|Ann Poe]].", "Ann Poe"},
    {"[[p|Ann Poe]] said:\n\n\"We won.\"", "Ann Poe"},
    {"[[p|Ann Poe]] thanked [[p|Tom Hay]] for \"a splendid weekend\".", "Ann Poe"},
    {"[[p|Ann Poe]] endorsed [[p|Tom Hay]] as \"a safe pair of hands\".", "Ann Poe"},
    {"[[p|Tom Hay]] met [[p|Ann Poe]] and they were, in [[p|Poe]]'s words, \"good neighbours\".", "Ann Poe"},
    // according to
    {"The plan is \"dead and buried\", according to [[p|Ann Poe]].", "Ann Poe"},
    {"According to [[p|Ann Poe]], the plan is \"dead and buried\".", "Ann Poe"},
    {"In the words of [[p|Ann Poe]], the plan is \"dead and buried\".", "Ann Poe"},
    {"[[p|Tom Hay]] left. \"A pity,\" as [[p|Ann Poe]] put it.", "Ann Poe"},
    {"[[p|Tom Hay]] left. As [[p|Ann Poe]] puts it, \"we all won\".", "Ann Poe"},
    {"[[o|Acme]] paid for \"a gift to the soup,\" as Dean [[p|Ann Poe]], who voted no, put it.", "Ann Poe"},
    {"[[p|Tom Hay]] left. \"A pity,\" was the verdict of [[p|Ann Poe]].", "Ann Poe"},
    {"[[p|Tom Hay]] left. \"A pity,\" was [[p|Ann Poe]]'s answer.", "Ann Poe"},
    {"[[p|Tom Hay]] left. \"A pity,\" was the reply.", "-"},
    {"[[p|Ann Poe]]'s message to all of them is simple: \"We won.\"", "Ann Poe"},
    {"\"No,\" said [[p|Ann Poe]]. Then: \"We won.\"", "Ann Poe; Ann Poe"},
    {"[[p|Tom Hay]] left. To [[p|Ann Poe]], the plan is \"a gift\".", "Ann Poe"},
    {"[[p|Tom Hay]] left. For [[p|Ann Poe]] it was \"a gift\".", "Ann Poe"},
    // interrupted
    {"\"We won,\" [[p|Ann Poe]] said. \"We always win.\"", "Ann Poe"},
    {"\"We won,\" said [[p|Ann Poe]], \"and we always win.\"", "Ann Poe"},
    {"\"We won,\" [[p|Ann Poe]] said. \"They lost,\" [[p|Tom Hay]] said.", "Ann Poe; Tom Hay"},
    {"\"We won,\" [[p|Ann Poe]] said. The crowd laughed. \"We always win.\"", "Ann Poe; Ann Poe"},
    {"\"We won,\" said Gen. [[p|Tom Hay]] (Ret.), a baker. \"We always win.\"", "Tom Hay"},
    // carried over
    {"[[p|Ann Poe]] smiled. \"We won.\"", "Ann Poe"},
    {"[[p|Ann Poe]] said it was \"a good day\". \"We won.\"", "Ann Poe; Ann Poe"},
    {"\"We won,\" [[p|Ann Poe]] said.\n\n\"We always win.\"", "Ann Poe; Ann Poe"},
    {"\"We won,\" [[p|Ann Poe]] said.\n\n\"You lost,\" said [[p|Tom Hay]].\n\n\"No.\"\n\n\"Yes.\"",
     "Ann Poe; Tom Hay; Ann Poe; Tom Hay"},
    {"[[p|Ann Poe]] met us.\n\nQ. Who won?\n\nA. \"We did.\"\n\nQ. And now?\n\nA. \"We rest.\"", "Ann Poe; Ann Poe"},
    {"\"We won,\" she says. Who lost? \"He did.\" [[p|Ann Poe]] left.", "-; -"},
    {"[[p|Ann Poe]] met us. [[p|Ann Poe]] sat.\n\nA. \"We did.\"\n\n\"No,\" said [[p|Tom Hay]].\n\nA. \"We rest.\"",
     "Ann Poe; Tom Hay; Ann Poe"},
    {"[[p|Ann Poe]] met us. [[p|Poe]] sat.\n\nWill you stay?\n\n\"We did.\"\n\n[[p|Tom Hay]] left.\n\n"
     "\"No,\" said [[p|Hay]].\n\nWhat will your party do?\n\n\"We rest.\"",
     "Ann Poe; Tom Hay; Ann Poe"},
    // a label
    {"WHAT THEY SAY\nMinister [[p|Ann Poe]]: \"We won.\"", "Ann Poe"},
    // who wrote it, not who reads it
    {"[[p|Tom Hay]] read out a letter from [[p|Ann Poe]]. \"We won.\"", "Ann Poe"},
    {"[[p|Tom Hay]] read out a note that [[p|Ann Poe]] had sent him: \"We won.\"", "Ann Poe"},
    {"[[p|Tom Hay]] rose to read out [[p|Ann Poe]]'s last message: \"We won.\"", "Ann Poe"},
    {"[[p|Tom Hay]] saw a note headlined \"Bad news\".", ""},
    {"[[p|Tom Hay]] read a note aloud: \"We won.\" It was signed by [[p|Ann Poe]].", "Ann Poe"},
    {"[[p|Tom Hay]] read out a note. \"We won,\" it said. The author was [[p|Ann Poe]].", "Ann Poe"},
    {"[[p|Tom Hay]] waited for an answer. \"We won.\" It came from [[p|Ann Poe]], a baker.", "Ann Poe"},
    {"[[p|Tom Hay]] praised the treaty. \"We won,\" [[p|Hay]] said. It was signed by [[p|Ann Poe]].", "Tom Hay"},
    {"The union, [[o|Acme]], said it was \"glad\".", "Acme"},
    {"[[p|Tom Hay]] waited. A note came up the stairs from [[p|Ann Poe]]. [[p|Hay]] read it aloud: \"We won.\"",
     "Ann Poe"},
    {"[[p|Tom Hay]] left. A new dean, [[p|Ann Poe]], came. Her first statement was short: \"We won.\"", "Ann Poe"},
    {"[[p|Bob Lee]] rose. \"Who?\" he asked.\n\n\"We did,\" said [[p|Ann Poe]].\n\n\"And now?\"\n\n"
     "\"We rest,\" said [[p|Poe]].",
     "Bob Lee; Ann Poe; Bob Lee; Ann Poe"},
    {"[[p|Tom Hay]] left. [[p|Ann Poe]]'s letter ends: \"We won.\"", "Ann Poe"},
    {"[[p|Ann Poe]] has two letters from [[p|Tom Hay]]. The first is short. The second begins: \"We won.\"", "Tom Hay"},
    {"[[p|Tom Hay]] left. [[p|Ann Poe]]'s report is out. It begins: \"We won.\"", "Ann Poe"},
    {"\"We won,\" said [[p|Ann Poe]]. [[p|Tom Hay]] left. A minute later: \"We rest.\"", "Ann Poe; Ann Poe"},
    {"[[p|Tom Hay]] left. Over the door hangs a board in [[p|Ann Poe]]'s own hand: \"We rest.\"", "Ann Poe"},
    {"[[p|Tom Hay]] asked who won. \"Nobody,\" he was told.", "-"},
    {"[[p|Bob Lee]] left. \"Nobody,\" [[p|Tom Hay]] was told by [[p|Ann Poe]].", "Ann Poe"},
    {"[[p|Tom Hay]] left. \"We won,\" [[p|Ann Poe]] wrote to us. The letter went on: \"We rest.\"", "Ann Poe; Ann Poe"},
    {"[[p|Tom Hay]] left. Their letter, read out by [[p|Ann Poe]], says in part: \"We won.\"", "-"},
    {"\"Who won?\" [[p|Tom Hay]] is said to have written to [[p|Ann Poe]].\n\nThe answer, which [[p|Mary Lee]] "
     "read out, was short: \"Ask me.\"",
     "Tom Hay; Ann Poe"},
    // over paragraphs
    {"[[p|Ann Poe]] said: \"We won.\n\n\"We always win.\"", "Ann Poe"},
    {"“We won.\n\n“We always win,” said [[p|Ann Poe]].", "Ann Poe"},
    {"[[p|Ann Poe]] said: “We won.\n\n“Then we slept.\n\n“We always win.” She left.", "Ann Poe"},
    // single marks
    {"'We won,' said [[p|Ann Poe]].", "Ann Poe"},
    {"‘We won,’ said [[p|Ann Poe]]. ‘We don’t lose.’", "Ann Poe"},
    {"'It is the players' fault,' [[p|Ann Poe]] said.", "Ann Poe"},
    {"‘She said “no” to me,’ [[p|Ann Poe]] said.", "Ann Poe"},
    {"\"He called it 'a gift',\" [[p|Ann Poe]] said.", "Ann Poe"},
    {"[[p|Ann Poe]]'s dogs weren't the Smiths' dogs.", ""},
    // words held off, titles, stray marks
    {"[[p|Ann Poe]] hung up a board with the words \"Soup first. No bread.\"", "-"},
    {"The \"Bear\", as friends called him, left [[p|Ann Poe]].", ""},
    {"[[p|Ann Poe]] pressed \"send\" and left.", ""},
    {"[[p|Ann Poe]] directed \"The Last Ferry\" in 2004.", ""},
    {"[[p|Ann Poe]] left. \"The Last Ferry,\" her memoir, sold out.", ""},
    {"[[p|Ann Poe]] left. \"The Last Ferry,\" has sold out.", ""},
    {"\"God Save The King,\" said [[p|Ann Poe]].", "Ann Poe"},
    {"[[p|Ann Poe]] said she was \"happy\".", "Ann Poe"},
    {"[[p|Ann Poe]] said [[o|Acme]] (\"Ac\") was sold.", ""},
    {"Gen. [[p|Ann \"Skip\" Poe]], 52, said no.", ""},
    {"[[p|Ann Poe]], known as \"Duchess\", said no.", ""},
    {"[[p|Ann Poe]], listed as \"[[p|Ann Poe]]\", said no. \"I won,\" she said.", "Ann Poe"},
    {"[[p|Ann Poe]] bought a 6\" nail.", ""},
    {"[[p|Ann Poe]] lost a \" mark.", ""},
    {"", ""},
    {"\"", ""},
    {"\"\"", ""},
};

// With arcs of a tree, "word dep head" each, of the first word that reads so and has none yet.
static const struct {
    const char *marked, *arcs, *speakers;
} tree_cases[] = {
    {"[[p|Mary Hay]] was told, the dean, [[p|Ann Poe]], said. \"We won,\" she said.",
     "told ccomp said; mary nsubj said; ann nsubj said; said root said", "Ann Poe"},
    {"[[p|Mary Hay]] left; [[p|Ann Poe]] said nothing. \"We won,\" she said.",
     "left root left; mary nsubj left; said parataxis left; ann nsubj said", "Ann Poe"},
    {"[[p|Ann Poe]] stayed. [[p|Mary Hay]] left. \"[[p|Hay]] is gone,\" she said.",
     "stayed root stayed; ann nsubj stayed; left root left; mary nsubj left", "Ann Poe"},
    {"[[p|Tom Hay]] quoted [[p|Ann Poe]] as saying \"we won\".",
     "quoted root quoted; tom nsubj quoted; saying advcl quoted; ann obj quoted", "Ann Poe"},
    {"\"We won,\" [[p|Tom Hay]] quoted [[p|Ann Poe]] as saying.",
     "quoted root quoted; tom nsubj quoted; saying advcl quoted; ann obj quoted", "Ann Poe"},
    {"\"We won,\" remarked the elder [[p|Poe]], [[p|Ann]].", "remarked root remarked; the det poe; elder amod poe",
     "Ann"},
    {"[[p|Ann Poe]], 61, saw [[p|Tom Poe]], 58, cook. \"We won,\" said the elder [[p|Poe]].",
     "elder amod poe; the det poe; said root said", "Ann Poe"},
    {"[[p|Ina Lee]] met [[p|Ann Poe]]. She rose. She won. [[p|Wim Oke]] loses her pot. \"I cook,\" she said.",
     "ina nsubj met; met root met; she nsubj rose; rose root rose; she nsubj won; won root won; wim nsubj loses; "
     "loses root loses",
     "Wim Oke"},
    {"[[p|Tom Hay]] sat.\n\n[[p|Ann Poe]] turned to the cook, [[p|Wim Oke]].\n\n\"Who won?\"\n\n\"I did.\"",
     "tom nsubj sat; sat root sat; ann nsubj turned; turned root turned", "Ann Poe; Wim Oke"},
    {"[[p|Tom Hay]] owns it. \"No,\" said [[p|Wim Oke]]. Would the owner pay? \"Never,\" he said.",
     "tom nsubj owns; owns root owns; said root said; wim nsubj said; the det owner; owner nsubj pay; pay root pay",
     "Wim Oke; Wim Oke"},
    {"[[o|Acme]] cooks.\n\nA tag hung there. \"From us,\" it said.",
     "acme nsubj cooks; cooks root cooks; tag nsubj hung; hung root hung; it nsubj said; said root said", "-"},
    {"[[p|Tom Hay]] left. [[p|Ann Poe]]'s ruling called it \"a pity\".",
     "tom nsubj left; left root left; ruling nsubj called; called root called", "Ann Poe"},
    {"[[p|Tom Hay]] left. [[p|Ann Poe]]'s office said it was \"a pity\".",
     "tom nsubj left; left root left; office nsubj said; said root said", "Ann Poe"},
    {"[[p|Tom Hay]] left. The last word belonged to [[p|Ann Poe]]. \"We won.\"",
     "word nsubj belonged; belonged root belonged; ann obl belonged", "Ann Poe"},
    {"[[p|Ann Poe]], who coaches the side, met [[p|Tom Hay]]. \"We won,\" the coach said.",
     "ann nsubj met; met root met; coaches acl:relcl ann; the det coach; coach nsubj said; said root said", "Ann Poe"},
    {"Senator [[p|Ann Poe]] met [[p|Mary Hay]]. \"We won,\" the senator said.",
     "senator nmod:desc ann; the det senator; senator nsubj said; said root said", "Ann Poe"},
    {"[[p|Tom Hay]] left. His wife, [[p|Ann Poe]], called it \"a pity\".",
     "tom nsubj left; his nsubj called; wife nsubj called; ann appos wife; called root called", "Ann Poe"},
    {"[[p|Tom Hay]], the dean, called it \"a pity\".",
     "tom nsubj called; the det dean; dean nsubj called; called root called", "Tom Hay"},
    {"[[p|Mary Hay]] left. His aide [[p|Ann Poe]] came to the door: \"He sleeps,\" she said.",
     "mary nsubj left; left root left; aide nsubj came; ann appos aide; came root came; she nsubj said", "Ann Poe"},
    {"[[p|Mary Hay]] left. [[p|Ann Poe]] was fined on Friday, and she called it \"a pity\".",
     "mary nsubj left; left root left; ann nsubj:pass fined; fined root fined; she nsubj called", "Ann Poe"},
    {"[[p|Ann Poe]], the dean, had met him and said so: \"A pity.\".", "met root met; said conj met; him obj met",
     "Ann Poe"},
    {"[[p|Tom Hay]] left and [[p|Ann Poe]], no friend, said he had \"gone away\".",
     "left root left; tom nsubj left; said conj left; ann nsubj had; he nsubj had", "Ann Poe"},
    {"[[p|Ann Poe]] came. [[p|Tom Hay]] denied it: [[p|Mary Lee]], he said, \"has won\".",
     "came root came; ann nsubj came; denied root denied; tom nsubj denied; said parataxis denied; he nsubj said",
     "Tom Hay"},
    {"[[p|Ann Poe]] denied that [[p|Tom Hay]] had left. Would she stay? \"Never.\"",
     "denied root denied; ann nsubj denied; tom nsubj left; she nsubj stay; stay root stay", "Ann Poe"},
    {"[[p|Ann Poe]], a senator, met [[p|Mary Hay]]. \"We won,\" the senator said.",
     "senator appos ann; the det senator; senator nsubj said; said root said", "Ann Poe"},
    {"Sen. [[p|Ann Poe]] met [[p|Mary Hay]]. \"We won,\" the senator said.",
     "sen. nmod:desc ann; senator nsubj said; the det senator; said root said", "Ann Poe"},
    {"[[p|Tom Hay]] brought a letter from [[p|Ann Poe]]. \"We won,\" it said.", "it nsubj said; said root said",
     "Ann Poe"},
    {"[[p|Ann Poe]] came. \"We won,\" an aide said.", "an det aide; aide nsubj said; said root said", "-"},
    {"[[p|Tom Hay]] left. \"My client won,\" his lawyer said.", "tom nsubj left; lawyer nsubj said; said root said",
     "-"},
    {"Lawyer [[p|Ann Poe]] met [[p|Tom Hay]]. \"We won,\" his lawyer said.",
     "lawyer nmod:desc ann; lawyer nsubj said; said root said", "Ann Poe"},
    {"A porter said no. [[p|Tom Hay]] left. \"We won,\" the porter said.",
     "a det porter; porter nsubj said; said root said; tom nsubj left; left root left; the det porter; "
     "porter nsubj said; said root said",
     "-"},
    {"[[p|Ann Poe]] said [[p|Tom Hay]] would answer: \"He must.\"",
     "said root said; ann nsubj said; tom nsubj answer; answer ccomp said; would aux answer", "Ann Poe"},
    {"[[p|Ann Poe]] was asked whether [[p|Mary Hay]] had told her. \"Never,\" she said.",
     "ann nsubj:pass asked; asked root asked; mary nsubj told; told ccomp asked", "Ann Poe"},
    {"[[p|Ann Poe]], who bought it for what she calls \"a song,\" cut ten pages.",
     "ann nsubj cut; calls advcl cut; she nsubj calls; cut root cut", "Ann Poe"},
    {"[[p|Ann Poe]] accused [[p|Mary Hay]] of theft, a charge that [[p|Hay]] rejected. \"I paid,\" she said.",
     "ann nsubj accused; accused root accused; hay flat accused; hay nsubj rejected; rejected acl:relcl accused",
     "Mary Hay"},
    {"[[p|Ann Poe]] said [[p|Tom Hay]] had called her and \"promised to help\".",
     "said root said; ann nsubj said; tom nsubj called; called ccomp said", "Ann Poe"},
    {"[[p|Ann Poe]] left. A driver leaned out. \"We won,\" she said.",
     "left root left; ann nsubj left; leaned root leaned; a det driver; driver nsubj leaned", "-"},
    {"[[p|Tom Hay]] left. His aunt stayed. \"We won.\"",
     "left root left; tom nsubj left; stayed root stayed; aunt nsubj stayed", "-"},
    {"[[p|Mary Hay]] left. [[p|Ann Poe]] denied it. \"We won,\" she said.",
     "left root left; mary nsubj left; denied root denied; ann parataxis denied; she nsubj said", "Ann Poe"},
    {"[[p|Tom Hay]] left. A statement from [[o|Acme]] called it \"a pity\".",
     "left root left; tom nsubj left; called root called; a det statement; statement nsubj called", "Acme"},
    {"[[p|Tom Hay]] left. A letter signed by [[p|Ann Poe]] called it \"a pity\".",
     "left root left; tom nsubj left; called root called; a det letter; letter nsubj called", "Ann Poe"},
    {"[[p|Ann Poe]] stayed. [[p|Tom Hay]] read out her message. \"We won,\" it said.",
     "stayed root stayed; ann nsubj stayed; read root read; tom nsubj read; message obj read; it nsubj said",
     "Ann Poe"},
    {"[[p|Ann Poe]] was ill, and [[p|Tom Hay]] read out what [[p|Poe]] had written. \"We won,\" he read.",
     "read root read; tom nsubj read; written ccomp read; poe nsubj written; he nsubj read", "Ann Poe"},
    {"[[p|Tom Hay]] read a note that [[p|Ann Poe]], a baker, had sent. \"We won,\" it said.",
     "read root read; tom nsubj read; note obj read; sent acl:relcl note; it nsubj said", "Ann Poe"},
    {"[[p|Ann Poe]] left. A nurse raised a sheet that read \"Poe has melted today\".",
     "left root left; ann nsubj left; raised root raised; a det nurse; nurse nsubj raised; read ccomp raised", "-"},
    {"[[p|Tom Hay]] left. [[p|Ann Poe]]'s account of it is shorter: \"We won.\"",
     "left root left; tom nsubj left; account nsubj shorter; shorter root shorter", "Ann Poe"},
    {"[[p|Tom Hay]] met us. [[p|Hay]]'s son, [[p|Bob Hay]], left. \"We won,\" the elder [[p|Hay]] said.",
     "tom nsubj met; met root met; son nsubj left; bob appos son; left root left", "Tom Hay"},
    {"[[p|Tom Hay]] met us. [[p|Hay]]'s son, [[p|Bob Hay]], left. \"We won,\" the younger man said.",
     "tom nsubj met; met root met; son nsubj left; bob appos son; left root left; man nsubj said; said root said",
     "Bob Hay"},
    {"[[p|Ann Poe]] left. The company said it was \"sorry\".",
     "left root left; ann nsubj left; said root said; the det company; company nsubj said", "-"},
    {"[[p|Ann Poe]] left. A woman was waiting. \"We won,\" she said.",
     "left root left; ann nsubj left; waiting root waiting; a det woman; woman nsubj waiting", "-"},
    {"The judge, [[p|Ann Poe]], whom [[p|Tom Hay]] called \"a snake,\" read her ruling.",
     "judge nsubj read; ann appos judge; tom nsubj called; called acl:relcl ann; read root read", "Tom Hay"},
    {"The mayor of [[l|Leeds]], [[p|Ann Poe]], was blunt: \"We won.\"",
     "mayor nsubj blunt; leeds nmod mayor; ann appos mayor; blunt root blunt", "Ann Poe"},
    {"\"We won,\" said [[p|Ann Poe]]. The judge, [[p|Tom Hay]], rose.\n\n\"Who?\"",
     "rose root rose; judge nsubj rose; tom appos judge", "Ann Poe; Tom Hay"},
    {"[[p|Tom Hay]] left. A post on Twitter by [[p|Ann Poe]] called it \"a pity\".",
     "left root left; tom nsubj left; called root called; a det post; post nsubj called", "Ann Poe"},
    {"[[p|Ann Poe]] posted a message that read \"we won\".",
     "posted root posted; ann nsubj posted; message obj posted; read acl:relcl message; that nsubj read", "Ann Poe"},
    {"[[p|Tom Hay]] met [[p|Ann Poe]]. Asked about [[p|Bob Lee]], he said: \"Who?\"",
     "met root met; tom nsubj met; said root said; bob obl said; he nsubj said", "Tom Hay"},
    {"\"Who?\" the guard asked. \"Poe,\" said [[p|Ann Poe]]. \"Who?\" the guard asked.",
     "the det guard; guard nsubj asked; the det guard; guard nsubj asked", "-; Ann Poe; -"},
    {"\"We won,\" [[p|Ann Poe]] said, adding that he was \"a thief\".", "said root said; ann nsubj said",
     "Ann Poe; Ann Poe"},
    {"[[p|Bob Lee]] left. [[p|Mary Hay]] and [[p|Tom Poe]] met. \"We won,\" said he. \"We lost,\" said she.",
     "left root left; bob nsubj left; met root met; mary nsubj met; tom conj mary", "Tom Poe; Mary Hay"},
    {"Reverend [[p|Ann Poe]] met [[p|Mary Hay]]. \"We won,\" the priest said.",
     "reverend nmod:desc ann; priest nsubj said; the det priest; said root said", "Ann Poe"},
    {"[[p|Ann Poe]], asked by the dean, [[p|Tom Hay]], replied: \"We won.\"",
     "ann nsubj replied; tom nsubj replied; replied root replied", "Ann Poe"},
    {"[[p|Tom Hay]] left. The head of the bakers' union, [[p|Ann Poe]], called it \"a pity\".",
     "tom nsubj left; left root left; head nsubj called; ann appos union; called root called", "Ann Poe"},
    {"[[p|Tom Hay]] left. The note, sent by [[p|Ann Poe]] and seen by many, read: \"We won.\"",
     "tom nsubj left; left root left; note nsubj read; read root read", "Ann Poe"},
    {"[[p|Tom Hay]] left. The card, in the hand of [[p|Ann Poe]], read: \"We won.\"",
     "tom nsubj left; left root left; card nsubj read; read root read", "Ann Poe"},
    {"[[p|Ann Poe]] sent its members a message that was seen by [[o|Acme]]: \"We won.\"",
     "ann nsubj sent; sent root sent; message obj sent; seen acl:relcl message", "Ann Poe"},
    {"[[p|Ann Poe]] wrote in a letter that [[o|Acme]] has seen. \"We won,\" it said.",
     "ann nsubj wrote; wrote root wrote; letter obl wrote; acme nsubj seen; seen acl:relcl letter; it nsubj said",
     "Ann Poe"},
    {"[[p|Tom Hay]] had a letter from [[p|Ann Poe]].\n\n\"We won,\" it said.",
     "tom nsubj had; had root had; letter obj had; it nsubj said", "Ann Poe"},
    {"[[p|Tom Hay]] came. [[p|Bob Lee]] asked [[p|Ann Poe]] who had won. \"We did.\"",
     "tom nsubj came; came root came; bob nsubj asked; asked root asked; ann obj asked", "Ann Poe"},
    {"[[p|Tom Hay]] left. [[p|Ann Poe]]'s account differs. \"We won.\"",
     "tom nsubj left; left root left; account nsubj differs; differs root differs", "Ann Poe"},
    {"[[p|Tom Hay]] has a note that [[p|Ann Poe]] sent him. [[p|Hay]] rose and recited: \"We won.\"",
     "tom nsubj has; has root has; note obj has; sent acl:relcl note; hay nsubj rose; rose root rose", "Ann Poe"},
    {"[[p|Ann Poe]] calls it \"a pity,\" yet nobody told [[o|Acme]], which [[p|Tom Hay]] sold.",
     "ann nsubj calls; calls root calls; nobody nsubj told; tom nsubj sold; sold acl:relcl acme", "Ann Poe"},
    {"[[p|Bob Lee]] asked who won.\n\n\"We did,\" said [[p|Ann Poe]].\n\n\"And now?\"\n\n\"We rest,\" said [[p|Poe]].",
     "bob nsubj asked; asked root asked", "Ann Poe; Bob Lee; Ann Poe"},
    {"[[p|Ann Poe]] left. The baker laughed. \"We won,\" she said.",
     "left root left; ann nsubj left; laughed root laughed; the det baker; baker nsubj laughed", "-"},
    {"[[p|Mary Hay]] left. Baker [[p|Ann Poe]] came. [[p|Hay]] rose. The baker laughed. \"We won,\" she said.",
     "left root left; mary nsubj left; baker nmod:desc ann; came root came; ann nsubj came; rose root rose; "
     "hay nsubj rose; laughed root laughed; the det baker; baker nsubj laughed",
     "Ann Poe"},
    {"By [[p|Ann Poe]].\n\n[[p|Tom Hay]] rose. \"Who won?\" I asked him.",
     "tom nsubj rose; rose root rose; i nsubj asked; asked root asked", "Ann Poe"},
    {"[[p|Tom Hay]] sends [[p|Ann Poe]] a card each May. Last year's ran: \"We won.\"",
     "sends root sends; tom nsubj sends; card obj sends", "Tom Hay"},
    {"[[p|Tom Hay]] met a sailor named [[p|Bob Lee]]. \"We won,\" the sailor said.",
     "met root met; tom nsubj met; a det sailor; sailor obj met; the det sailor; said root said; sailor nsubj said",
     "Bob Lee"},
    {"[[p|Tom Hay]] met [[p|Mary Lee]]. She is a niece of [[p|Ann Poe]]. \"We won,\" her aunt said.",
     "met root met; tom nsubj met; a det niece; niece root niece; she nsubj niece; said root said; aunt nsubj said",
     "Ann Poe"},
    {"[[p|Ann Poe]] came. Her daughter, [[p|Mary Poe]], is six. \"We won,\" her mother said.",
     "came root came; ann nsubj came; said root said; mother nsubj said", "Ann Poe"},
    {"[[p|Ann Poe]], once a cook and now a judge, met [[p|Tom Hay]]. \"We won,\" the judge said.",
     "met root met; ann nsubj met; a det cook; cook appos ann; a det judge; judge conj cook; the det judge; "
     "said root said; judge nsubj said",
     "Ann Poe"},
    {"[[p|Tom Hay]] read aloud a note from a nurse. \"We won,\" it said.",
     "read root read; tom nsubj read; note obj read; a det nurse; nurse nmod note; said root said; it nsubj said", "-"},
    {"[[p|Ann Poe]] left. [[p|Tom Hay]] had a card in [[p|Poe]]'s hand. \"We won,\" it said.",
     "left root left; ann nsubj left; had root had; tom nsubj had; card obj had; said root said; it nsubj said",
     "Ann Poe"},
    {"[[p|Ann Poe]] left. [[p|Tom Hay]] has plans. There is a list. It begins: \"We rest.\"",
     "left root left; ann nsubj left; has root has; tom nsubj has; is root is", "Tom Hay"},
    {"[[p|Ann Poe]] left. [[p|Tom Hay]] sang a song that ran to two words: \"We rest.\"",
     "left root left; ann nsubj left; sang root sang; tom nsubj sang; a det song; song obj sang; ran acl:relcl song; "
     "that nsubj ran",
     "Tom Hay"},
    // question and answer
    {"[[p|Ann Poe]] came. \"We won,\" said [[p|Poe]]. The dean, [[p|Tom Hay]], rose.\n\n\"Who?\"\n\n\"Us,\" the "
     "witness "
     "said.\n\n\"When?\"\n\n\"Twice.\"",
     "ann nsubj came; came root came; rose root rose; the det dean; dean nsubj rose; tom appos dean; "
     "said root said; the det witness; witness nsubj said; said root said",
     "Ann Poe; Tom Hay; Ann Poe; Tom Hay; Ann Poe"},
    {"\"Who won?\" [[p|Tom Hay]] asked. \"Us,\" said [[p|Ann Poe]].\n\n\"And when was that?\"\n\n\"In May.\"", "",
     "Tom Hay; Ann Poe; Tom Hay; Ann Poe"},
    {"\"Us,\" said [[p|Bob Lee]].\n\n[[p|Tom Hay]] wanted to know when. \"In May,\" said [[p|Ann Poe]].\n\n"
     "\"Which May?\"\n\n\"This one.\"",
     "wanted root wanted; tom nsubj wanted", "Bob Lee; Ann Poe; Tom Hay; Ann Poe"},
    // of whom a gender is known
    {"[[p|Mary Lee]] left. [[p|Tom Hay]] thanked [[p|Ann Poe]]. \"We won,\" she said.",
     "mary nsubj left; left root left; tom nsubj thanked; thanked root thanked; ann obj thanked; she nsubj said",
     "Ann Poe"},
    {"[[p|Ann Poe]] left. Her brother, painter [[p|Kim Hay]], slept. \"We won,\" she said.",
     "ann nsubj left; left root left; brother nsubj slept; kim appos brother; slept root slept; she nsubj said",
     "Ann Poe"},
    {"[[p|Tom Hay]] came. [[p|Bob Lee]] fell, watched by [[p|Jim Orr]]. His last words were short: \"We won.\"",
     "tom nsubj came; came root came; bob nsubj fell; fell root fell; jim obl fell", "Bob Lee"},
    // two of one family name
    {"[[p|Tom Hay]] met us. His younger brother, [[p|Bob Hay]], left. \"We won,\" the elder [[p|Hay]] said.",
     "hay flat tom; hay flat bob; hay nsubj said; said root said", "Tom Hay"},
    {"[[p|Bob Hay]], the uncle of [[p|Tom Hay]], left. \"We won,\" the elder Mr [[p|Hay]] said.",
     "hay flat bob; hay flat tom; hay nsubj said; said root said", "Bob Hay"},
    {"[[p|Tom Hay]], 50, met us. [[p|Bob Hay]], 52, left. \"We won,\" the younger [[p|Hay]] said.",
     "hay flat tom; hay flat bob; hay nsubj said; said root said", "Tom Hay"},
    {"[[p|Tom Hay]] met us. [[p|Bob Hay]] left. \"We won,\" said the elder [[p|Hay]], [[p|Tom]], a cook.",
     "hay flat tom; hay flat bob; said root said; hay nsubj:outer said", "Tom Hay"},
    {"[[p|Tom Hay]] met us. [[p|Bob Hay]] left. \"We won,\" the elder [[p|Hay]] said.",
     "hay flat tom; hay flat bob; hay nsubj said; said root said", "Bob Hay"},
    {"[[p|Tom Hay]] has a cousin, [[p|Bob Hay]]. [[p|Bob]] sells ice. \"We won,\" the other [[p|Hay]] said.",
     "hay flat tom; hay flat bob; hay nsubj said; said root said", "Tom Hay"},
    {"[[p|Ann Poe]] is a nurse. [[p|Mary Hay]] left. \"We won,\" the nurse said.",
     "ann nsubj nurse; is cop nurse; nurse root nurse; left root left; mary nsubj left; the det nurse; "
     "nurse nsubj said; said root said",
     "Ann Poe"},
    {"[[p|Ann Poe]]'s nephew, [[p|Tom Hay]], left. His aunt rose. \"We won.\"",
     "nephew nsubj left; tom appos nephew; left root left; his det aunt; aunt nsubj rose; rose root rose", "Ann Poe"},
};

static void append(char out[LINE], KbText text)
{
    size_t at = strlen(out);
    ck_assert_uint_lt(at + text.length + 1, LINE);
    memcpy(out + at, text.data, text.length);
    out[at + text.length] = '\0';
}

static void read_quotes(Document *document, const char *marked)
{
    document_init(document);
    marked_document(document, marked, (KbDate){0, 0, 0});
    chains_find(document);
    quotes_find(document);
}

static void check_speakers(const Document *document, const char *marked, const char *speakers)
{
    char found[LINE] = "";
    for (size_t i = 0; i < document->quote_count; i++) {
        const Quote *quote = &document->quotes[i];
        if (!quote->said || quote->resumed) continue;
        if (found[0]) append(found, kb_text("; "));
        append(found, quote->speaker < 0 ? kb_text("-") : document->chains[quote->speaker].name);
    }
    ck_assert_msg(strcmp(found, speakers) == 0, "%s\n  expected %s\n  found    %s", marked, speakers, found);
}

START_TEST(finds_who_says_it)
{
    Document document;
    read_quotes(&document, cases[_i].marked);
    check_speakers(&document, cases[_i].marked, cases[_i].speakers);
    document_clear(&document);
}
END_TEST

// The word that reads so, and follows the token.
static uint32_t word(const Document *document, const char *lower, uint32_t token)
{
    while (token < document->token_count && !token_is(document, token, lower))
        token++;
    ck_assert_uint_lt(token, document->token_count);
    return token;
}

static void add_arcs(Document *document, const char *arcs)
{
    char from[LINE], dep[LINE], to[LINE];
    int read = 0;
    for (; sscanf(arcs, " %[^ ] %[^ ] %[^;]%n", from, dep, to, &read) == 3; arcs += read + (arcs[read] == ';')) {
        uint32_t token = word(document, from, 0);
        while (document->tokens[token].dep.length)
            token = word(document, from, token + 1);
        uint32_t head = word(document, to, strcmp(dep, "nsubj") == 0 ? token : 0);
        bool verb = head == token || word_among(kb_text(dep), "|advcl|ccomp|acl:relcl|");
        Upos pos = verb ? POS_VERB : strcmp(dep, "det") == 0 ? POS_DET : POS_NOUN;
        document->tokens[token].head = head;
        document->tokens[token].dep = arena_text(document->arena, dep, strlen(dep));
        document->tokens[token].pos = (uint8_t)pos;
    }
    for (uint32_t t = 0; t < document->token_count; t++)
        if (pronoun_gender(document->tokens[t].lower)) document->tokens[t].pos = POS_PRON;
}

START_TEST(finds_who_says_it_by_the_tree)
{
    Document document;
    document_init(&document);
    marked_document(&document, tree_cases[_i].marked, (KbDate){0, 0, 0});
    add_arcs(&document, tree_cases[_i].arcs);
    chains_find(&document);
    quotes_find(&document);
    check_speakers(&document, tree_cases[_i].marked, tree_cases[_i].speakers);
    document_clear(&document);
}
END_TEST

START_TEST(spans_the_marks_and_knows_what_lies_between)
{
    Document document;
    read_quotes(&document, "[[p|Ann Poe]] said: “We won.” She left.");
    ck_assert_uint_eq(document.quote_count, 1);
    const Quote *quote = &document.quotes[0];
    ck_assert(kb_text_equal(document_slice(&document, quote->start, quote->end), kb_text("“We won.”")));
    ck_assert(kb_text_equal(document_tokens_text(&document, quote->first, quote->last), kb_text("We won.")));
    ck_assert_int_eq(document_quote_at(&document, quote->first - 1), KB_NONE);
    ck_assert_int_eq(document_quote_at(&document, quote->first), 0);
    ck_assert_int_eq(document_quote_at(&document, quote->last), KB_NONE);
    ck_assert(token_is(&document, quote_after(&document, quote), "she"));
    document_clear(&document);
}
END_TEST

START_TEST(resumes_an_interrupted_quotation)
{
    Document document;
    read_quotes(&document, "\"We won,\" said [[p|Ann Poe]]. \"We rest.\"");
    ck_assert_uint_eq(document.quote_count, 2);
    ck_assert(!document.quotes[0].resumed && document.quotes[1].resumed);
    ck_assert_int_eq(document.quotes[0].speaker, document.quotes[1].speaker);
    document_clear(&document);
}
END_TEST

// Tom Hay is nearer, and so the likelier for a coreference that does not know who speaks.
START_TEST(gives_the_pronouns_of_a_speaker_to_him)
{
    static const char *const words[] = {"i", "my", "me", "she"};
    Document document;
    unsigned bound = 0;
    read_quotes(&document, "[[p|Ann Poe]] left [[p|Tom Hay]]. \"I won my case, trust me,\" she said.");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (uint32_t t = 0; t < document.token_count; t++) {
            int32_t mention = token_is(&document, t, words[i]) ? document_mention_at(&document, t) : KB_NONE;
            if (mention < 0) continue;
            ck_assert_int_eq(document.mentions[mention].chain, document.quotes[0].speaker);
            bound++;
        }
    ck_assert_uint_eq(bound, sizeof words / sizeof *words);
    ck_assert_int_eq(document.quotes[0].speaker, document.mentions[0].chain);
    document_clear(&document);
}
END_TEST

START_TEST(takes_a_trait_for_whom_the_text_just_spoke_of)
{
    Document document;
    document_init(&document);
    marked_document(
        &document,
        "[[p|Tom Hay]] left. It rained on Monday and on Tuesday and on Wednesday and on Thursday and on "
        "Friday and on Saturday and on Sunday, and then it rained on Monday and on Tuesday and on Wednesday "
        "and on Thursday and on Friday and on Saturday and on Sunday. [[p|Wim Oke]] came.\n\n"
        "\"We ran,\" the former [[p|sprinter]] said.",
        (KbDate){0, 0, 0});
    chains_find(&document);
    add_arcs(&document,
             "tom nsubj left; left root left; wim nsubj came; came root came; sprinter nsubj said; said root said");
    uint32_t sprinter = word(&document, "sprinter", 0);
    document.tokens[sprinter].pos = POS_NOUN;
    document.tokens[sprinter - 1].pos = POS_ADJ;
    Mention *trait = &document.mentions[document_mention_at(&document, sprinter)];
    trait->kind = KB_NOMINAL;
    trait->chain = document.mentions[0].chain; // as the coreference may have it
    quotes_find(&document);
    ck_assert_int_eq(document.quotes[0].speaker, document.mentions[1].chain);
    document_clear(&document);
}
END_TEST

START_TEST(takes_a_third_person_for_somebody_else)
{
    Document document;
    read_quotes(&document, "[[p|Tom Hay]] left. [[p|Bob Poe]] stayed. \"He won,\" said [[p|Poe]].");
    for (uint32_t t = 0; t < document.token_count; t++)
        if (token_is(&document, t, "he"))
            ck_assert_int_eq(document.mentions[document_mention_at(&document, t)].chain, document.mentions[0].chain);
    document_clear(&document);
}
END_TEST

// A coreference that took "he" between the marks for Kim Orr has made a man of her.
START_TEST(takes_no_gender_from_a_pronoun_between_the_marks)
{
    Document document;
    document_init(&document);
    marked_document(&document, "[[p|Ann Poe]] left. [[p|Orr]] sat. \"[[p|He]] won,\" she said.", (KbDate){0, 0, 0});
    document.mentions[2].kind = KB_PRONOUN;
    add_arcs(&document, "ann nsubj left; left root left; orr nsubj sat; sat root sat; she nsubj said");
    chains_find(&document);
    document.mentions[2].chain = document.mentions[1].chain;
    document.chains[document.mentions[1].chain].gender = KB_MALE;
    quotes_find(&document);
    ck_assert_int_eq(document.quotes[0].speaker, document.mentions[1].chain);
    document_clear(&document);
}
END_TEST

START_TEST(takes_the_first_person_outside_marks_for_who_writes)
{
    Document document;
    read_quotes(&document, "By [[p|Ann Poe]].\n\n[[p|Tom Hay]] rose. He told me.\n\nWho won?\n\nI did.");
    uint32_t me = word(&document, "me", 0), answer = word(&document, "i", 0);
    ck_assert_int_ge(document_mention_at(&document, me), 0);
    ck_assert_int_eq(document.mentions[document_mention_at(&document, me)].chain, document.mentions[0].chain);
    ck_assert_int_eq(document_mention_at(&document, answer), KB_NONE); // of an interview
    document_clear(&document);
}
END_TEST

static void one_sentence(Document *document)
{
    document->sentences = arena_alloc(document->arena, 1, sizeof *document->sentences);
    document->sentences[0].last = (uint32_t)document->token_count;
    document->sentence_count = 1;
}

START_TEST(stays_linear_in_a_text_full_of_marks)
{
    enum { COUNT = 5000, EACH = 4 };
    static const char *const words[] = {" 'a.", " \"a.", " a' ", "a\" ."};
    char *text = malloc(EACH * COUNT + 1);
    ck_assert_ptr_nonnull(text);
    for (unsigned kind = 0; kind < sizeof words / sizeof *words; kind++) {
        for (size_t i = 0; i < COUNT; i++)
            memcpy(text + EACH * i, words[kind], EACH);
        Document document;
        document_init(&document);
        document_begin(&document, (KbText){text, EACH * COUNT}, (KbDate){0, 0, 0});
        stage_tokens(NULL, &document);
        one_sentence(&document);
        quotes_find(&document);
        document_clear(&document);
    }
    free(text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("quotes");
    TCase *group = tcase_create("quotes");
    tcase_set_timeout(group, 60);
    tcase_add_loop_test(group, finds_who_says_it, 0, sizeof cases / sizeof *cases);
    tcase_add_loop_test(group, finds_who_says_it_by_the_tree, 0, sizeof tree_cases / sizeof *tree_cases);
    tcase_add_test(group, spans_the_marks_and_knows_what_lies_between);
    tcase_add_test(group, gives_the_pronouns_of_a_speaker_to_him);
    tcase_add_test(group, takes_a_trait_for_whom_the_text_just_spoke_of);
    tcase_add_test(group, takes_a_third_person_for_somebody_else);
    tcase_add_test(group, takes_no_gender_from_a_pronoun_between_the_marks);
    tcase_add_test(group, takes_the_first_person_outside_marks_for_who_writes);
    tcase_add_test(group, resumes_an_interrupted_quotation);
    tcase_add_test(group, stays_linear_in_a_text_full_of_marks);
    suite_add_tcase(suite, group);
    return run_suite(suite);
}
