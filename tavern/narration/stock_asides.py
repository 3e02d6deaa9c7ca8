"""What is said beside the story: at bedtime, after undo, and on the pages that can be looked up."""

from collections.abc import Mapping

BEDTIME = (
    "You sit on the edge of the bed with one boot off. The notebook is open at a clean page.",
    "One boot, then the other. The notebook lies where you left it, and has an empty line in it.",
    "The pencil has an inch left, and the notebook half a page.",
)
COLLECTED = (
    "What has gone into your journal since you last looked it through:",
    "You go over the day's pages. What is new in them:",
    "Written down since you last turned the pages back:",
)
FIRST_CLUE = (
    "That is in your journal now (*clues*). What comes after it goes in by itself, and is counted up at bedtime. *Theory* "
    "shows the questions that it may bear on."
)
TONIGHT = "What do you think tonight? Say it as {examples}. Or *sleep* again, and leave the page as it is."

NOTHING_TO: Mapping[str, str] = {
    "undo": "There is nothing to take back. This is how it began.",
    "redo": "There is nothing to bring back.",
    "again": "There is nothing yet to do again.",
    "oops": "There is no word to put right. After a line that was not understood, *oops* and the right word mends it.",
    "restart": "The story stands at its beginning.",
}
NO_TURN = "There is no such turn behind you. The story stands at turn {last}."
RESTARTED = "From the beginning. What was is kept, and *undo* goes back to it."

EMPTY: Mapping[str, str] = {
    "clues": "The journal is empty. Whatever you come to see or hear will stand in it by itself.",
    "timeline": "Nothing has happened yet that went into the journal.",
    "statements": "Nobody has told you anything yet that went into the journal.",
    "conclusions": "You have drawn no conclusion yet. *Think*, a question, an answer, *because* and two or three cards.",
    "theory": "You have no question yet that you could put a name to.",
    "notes": "You have written nothing down. *Note that*, and a sentence, will do it.",
    "endings": "Nothing is proved yet that would leave you a choice.",
    "exits": "There is no way out that you can see.",
    "people": "You have met nobody yet.",
}
NOTHING_ASKED = "Nobody has done anything here that you could hold against them. Look about, and do as you think best."
HOW_TO_THINK = "To draw a conclusion: *think {example} because 2 and 3*. To pin what you think, proved or not: *suppose {example}*."
HOW_TO_ACCUSE = "Say it like this: *accuse {example}*. At most three cards a question; a question may stay blank."

HELP = (
    "Type what you would do, in plain words: {lines}. A direction by itself walks: *north*, or *n*.",
    (
        "Looking costs no time. Talk costs a minute, a way two, *investigate* twenty, and then it says what is out of place. "
        "People keep hours. *Wait until midnight*, *watch*, *follow*, *hide* and *sleep* spend time on purpose."
    ),
    (
        "*Undo* takes back anything, *again* repeats, *oops* mends a word, *hint* helps you on, *verbs* lists the rest. Every "
        "line is kept as you play it; you can leave at any time."
    ),
)
HELP_CASE = (  # where there are clues, between the second paragraph of the help and the last
    (
        "When you have been told something: *how do you know?* · *who told you?* · *where were you standing?* · *tell me "
        "again*. When you hold something against it: *confront {person} with 3*."
    ),
    (
        "The journal keeps itself: *clues*, *people*, *timeline*, *statements*, *about {about}*. To add to it: *note "
        "that …*. Hearsay alone carries no argument; two sources that know nothing of each other do."
    ),
    (
        "To draw a conclusion: *think*, a question, an answer, *because* and two or three cards. *Theory* shows the "
        "questions. To say it to their faces: *accuse*."
    ),
)
FIRST_STEPS = (
    "To begin with: *look*; *examine* whatever was mentioned; *talk to* whoever is here; and *topics* for what one might "
    "ask them."
)

VERBS: tuple[tuple[str, str], ...] = (
    ("going", "*north* … *down*, *out* · *go to* a room · *enter* · *exits*"),
    (
        "looking",
        (
            "*look* · *examine* · *search* · *look in*, *under*, *behind*, *through* · *investigate* · *read* · *listen* · "
            "*smell* · *touch* · *compare*"
        ),
    ),
    (
        "handling",
        (
            "*take* · *drop* · *put* in, on · *open* · *close* · *lock* · *unlock* · *light* · *put out* · *wear* · "
            "*take off* · *push* · *pull* · *turn* · *eat* · *drink* · *buy*"
        ),
    ),
    (
        "talking",
        "*talk to* · *ask* about · *tell* about · *show* to · *give* to · *confront* with · *promise* · *persuade* · *thank*",
    ),
    ("asking back", "*how do you know?* · *who told you?* · *where were you standing?* · *tell me again*"),
    ("spending time", "*wait* · *wait until* · *wait for* · *watch* · *follow* · *hide*, *come out* · *sleep*"),
    (
        "the journal",
        "*clues* · *people* · *timeline* · *statements* · *conclusions* · *about* · *note that* · *inventory* · *time*",
    ),
    ("thinking", "*theory* · *think* … *because* · *suppose* · *say aloud*"),
    ("the accusation", "*accuse* · a card's number or *nothing* · *insist* · *withdraw* · *choose*"),
    (
        "the game",
        "*undo* · *redo* · *again* · *oops* · *hint* · *settings* · *save* · *load* · *restart* · *script* · *quit*",
    ),
)

HINT_THINK = "What you hold already answers something: {question} Lay two or three cards side by side, and *think*."
HINT_FIND = (
    "Nothing you hold carries a conclusion that you have not drawn. *Investigate* a room for what is out of place, ask people "
    "how they know, and be somewhere at an hour when you would be in bed."
)
HINT_LOOK = "*Look* at whatever is mentioned, try the ways out, and look at what you carry."

CHALLENGED = "challenge"  # under this key it is remembered that the page was shown
CHALLENGE = "A word to whoever is reading"
CHALLENGE_SAYS = (
    "The story stops here for the length of a page. Everything that the answer takes is in your journal now; there may be "
    "more to find, and none of it is needed. What is left is to lay the right things side by side, and to say before people:"
)
NOT_READY = "Not yet. Your journal does not hold all it takes."
NOTHING_TO_PROVE = "There is nothing to prove here. Look about, and do as you think best."
