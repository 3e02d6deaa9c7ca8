"""Looking things up, which costs no time. Rows of the table of verbs; `row.Verb` tells how to read them."""

from tavern.parser.verbs.row import Verb

JOURNAL = (
    Verb(
        "inventory",
        "inventory, i, inv, invent",
        "*; look ~in|at inventory; "
        "check|examine|look|search [~in] my|your pockets|bag|possessions|belongings|inventory; "
        "what am i carrying|holding|wearing; what do i have [with] [me] [on]; what have i got; what have i got "
        "~on|with me; "
        "examine|x|search|inspect|check me|myself|self|yourself; look at me|myself|self; who am i; "
        "search me|myself; empty my pockets; pockets; check|view|open|list|show inventory; "
        "check|search|empty pockets; what is ~in my|your pockets|pocket|bag",
        "INVENTORY tells what you carry.",
        "consult",
    ),
    Verb(
        "clues",
        "clues, cards, evidence, list clues, show clues, view clues, my clues, review clues, check clues, "
        "clue list, review evidence, look at clues, examine clues, show evidence, list evidence, "
        "look at evidence, findings",
        "*; what have i found [so] [far] [out]; what do i know [so] [far]; "
        "what have i learned|learnt [so] [far]; what clues do i have; clue; read clues; what evidence do i have",
        "CLUES lists what was seen and said, each with its number.",
        "consult",
    ),
    Verb(
        "journal",
        "journal, notebook, diary, read journal, check journal, open journal, open notebook, show journal, "
        "read notebook, j, view journal, look at journal, look in notebook, examine notebook, case, "
        "consult journal, recap, summary, x journal, x notebook, casebook, open my journal, read my journal",
        "*; what happened so far; what has happened [so] [far]",
        "JOURNAL opens your notes: `clues`, `people`, `timeline`, `statements`, `theory` are its pages.",
        "consult",
    ),
    Verb(
        "notes",
        "notes, my notes, read notes, check notes, look at notes, show notes, consult notes, examine notes, "
        "read my notes, open notes, x notes, review notes, check my notes, look at my notes, list notes, "
        "view notes",
        "*; what have i noted; what did i note",
        "NOTES shows what you wrote down yourself.",
        "consult",
    ),
    Verb(
        "people",
        "people, suspects, who, persons, characters, list suspects, list people, whos who, cast, "
        "list people here, names, contacts",
        "*; who are the suspects; who have i met; who do i know; who are the people here; "
        "who are all [of] these|the people [here]; who are these people [here]; who is everyone|everybody [here]; who "
        "is who; "
        "who are they [all]; who are you all; where is|are everyone|everybody|people",
        "PEOPLE lists whom you have met, and what you know of their hours.",
        "consult",
    ),
    Verb(
        "timeline",
        "timeline, times, schedule, chronology, time line, events, show timeline, view timeline, agenda, hours",
        "*; what happened when; when did what happen",
        "TIMELINE puts what you know in the order in which it happened.",
        "consult",
    ),
    Verb(
        "statements",
        "statements, testimony, testimonies, show statements, quotes, claims, list statements, alibis, alibi",
        "*; what did they [all] say; who said what; what have they said; what did everyone|everybody say; "
        "what was said",
        "STATEMENTS lists who said what, and from whom they have it.",
        "consult",
    ),
    Verb(
        "theory",
        "theory, theories, my theory, think, hypothesis, show theory, what do i think, ponder, reflect, "
        "reason, case board, board, draw a conclusion, make a deduction, deduce, what is my theory, "
        "think hard, think about it, think about the case, think about everything",
        "*; think about this|that|it|things|everything|[the] case; who did it; whodunnit; whodunit; who is guilty",
        "THEORY shows the questions of the case and what you think. To draw a conclusion: `think how river "
        "door because 2, 3 and 8`.",
        "consult",
    ),
    Verb(
        "conclusions",
        "conclusions, deductions, list conclusions, show conclusions, my conclusions, inferences",
        "*; what have i concluded|deduced [so] [far]",
        "CONCLUSIONS lists what you have drawn.",
        "consult",
    ),
    Verb(
        "ready",
        "ready, am i ready, can i solve it, can i know, is it enough, do i have enough, do i know enough, have i enough",
        "*; am i ready to accuse [anybody|anyone|somebody|someone]; can i solve this|it|the case [now] [yet]; "
        "can i prove it [now] [yet]; can the case be solved [now] [yet]; do i have everything [i need]; "
        "is * to prove it",
        "AM I READY? tells whether your journal holds all it takes, and nothing more.",
        "consult",
    ),
    Verb(
        "topics",
        "topics, subjects, list topics, topic",
        "*; what can i ask|talk|say [about]; what can we talk about; what is there to talk about; "
        "* with PERSON=spare; what can i ask about",
        "TOPICS lists what you could speak about.",
        "consult",
    ),
    Verb(
        "exits",
        "exits, ways, ways out, directions, list exits, show exits, doors, map, exit list, where to",
        "*; where can|do i go [now] [from] [here]; where are the exits; what exits are there; which way; "
        "which ways are there; how do i get out [of] [here]; how do i leave; where does DIR lead|go; "
        "how do i get|go to|~in TEXT; which way is|to TEXT; "
        "is|are there [a|an|any|another] [other|back|side|front|secret] way|ways|exit|exits|door|doors [out|in|here] "
        "[of] [here]; "
        "what are the exits; where is the exit|exits|way",
        "EXITS lists the ways out.",
        "consult",
    ),
    Verb(
        "time",
        "time, clock, date, day, check the time, check time, t, hour",
        "*; what time is it; what is the time; what day is it; what day is today; how late is it; "
        "what hour is it; check|ask the time|clock; look at the clock; how much time do i have [left]; "
        "how much time is left",
        "TIME tells the hour.",
        "consult",
    ),
    Verb(
        "verbs",
        "verbs, commands, list commands, list verbs, actions, what can i say, command list, words, vocabulary",
        "*; which|what verbs|commands|words are there; what commands can i use; what words do you know; show commands",
        "VERBS lists what you can do.",
        "consult",
    ),
    Verb(
        "help",
        "help, info, instructions, how do i play, how to play, what can i do, what do i do, what now, "
        "what should i do, what next, h, tutorial, manual, i am stuck, stuck, assist, about game, "
        "what am i supposed to do, what do i do now, what should i do now, i need help, what is the goal, "
        "what is my goal, how does this work, what else can i do, how do you play, i do not know what to do, "
        "i do not understand, help please, what are my options, huh, how do i win, how do i solve this, "
        "how do i start",
        "*; * me; what can i do here|now; help ~with|about|on VERB; help VERB; how do i VERB; "
        "how do i use|do VERB; * with TEXT; explain VERB",
        "HELP, or HELP and a verb: `help ask`.",
        "consult",
    ),
    Verb(
        "endings",
        "endings, choices, what can i choose, options, list choices",
        "*; what can i do with it; what are my choices",
        "ENDINGS lists what you may choose, once your case is proved.",
        "consult",
    ),
    Verb(
        "about",
        "what do i know about, think about, ponder, remember, recall, reflect on, reflect upon, know about, "
        "consider, review, look up, look for, search for, where is, where are, where can i find, find, who is, "
        "who are, what is, what are, who was, notes on, notes about, recollect, tell me what i know about, "
        "where was, locate, about, clue, card, info on, information about, research, what have i heard about, "
        "what do we know about, what have i learned about, what did i learn about, what does it mean, "
        "whose is, which is, whereabouts of, seek, think of, think on, mull over, journal about, read about, "
        "do i know, page on, case file on, wheres the, when is, when was",
        "* TOPIC=noun; what do i know of TOPIC=noun; what did PERSON=noun say; what is TOPIC=noun called; "
        "who|where|what TOPIC=noun; "
        "who else is TOPIC=noun; examine|x|read|show|view|check clue|card|note CARD=noun; "
        "look at clue|card|note CARD=noun; what did i hear|learn|find|read|see about TOPIC=noun; "
        "clues|evidence|notes|statements about|on TOPIC=noun; where is TOPIC=noun now; "
        "where does TOPIC=noun sleep|live|work|go; what is clue|card CARD=noun; "
        "what time does TOPIC=noun open|close|leave|arrive|come",
        "WHAT DO I KNOW ABOUT anything: `what do i know about marcus`, `who is jory`, `clue 3`.",
        "consult",
    ),
)
