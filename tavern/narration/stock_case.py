"""What is said of evidence, conclusions and accusations, in several wordings taken in turn. None of it knows the truth.

The braces are those of `grammar.filled`.
"""

BORNE_OUT = (
    "That bears out {card}.",
    "That agrees with {card}, and comes from somewhere else.",
    "The same thing from another side: {card}.",
)
NOW_CARRIES = (
    "It will carry an argument now.",
    "You could lean on it now.",
    "It has two legs now, and would stand in front of people.",
)
FOLLOWS = (
    "You lay them side by side, and it follows.",
    "Yes. Put together, they say it themselves.",
    "It follows. You go through it backwards, and it still does.",
)
NOT_YET = (
    "It does not follow yet.",
    "You turn it over. It does not follow, not from these.",
    "There is a step missing between what you have and what you would like to have. It does not follow yet.",
    "Said aloud, it would sound like a guess. It does not follow yet.",
)
SAME = (
    "You have been over that, and hold nothing you did not hold then.",
    "The same question, and nothing new in your hand. Something new first.",
    "You know that page of the notebook. Nothing has been added to it since.",
)
PLAIN_AS_IT_STANDS = (
    "There is nothing left to draw: these say it as they stand, or leave nothing else. Cite them so.",
    "The cards say as much by themselves. You leave them as they are, to be cited.",
    "It needs no conclusion. It is on the cards.",
)
DRAWN = (
    "You have drawn that one already: {card}.",
    "That is in the journal: {card}.",
    "You have written that down once, and once will do: {card}.",
)
WEAK_CARD = (
    "And {card} only points: {why}.",
    "You would not lean on {card} yet: {why}.",
    "And {card} is only half a card so far: {why}.",
)
PINNED = (
    "Pinned: {question} *{answer}.*",
    "For now: {question} *{answer}.*",
    "What you think today: {question} *{answer}.*",
)
UNPINNED = (
    "You take the pin out of that one: {question}",
    "Open again: {question}",
    "You leave that open: {question}",
)
STRAINED = (
    "Against it, in your own journal: {card}.",
    "It sits badly with {card}.",
    "You would have to explain {card}.",
)
NOTED = (
    'Noted: "{text}"',
    'You write it down: "{text}"',
    'In the journal, in your own hand: "{text}"',
)

# the hearing; `noun` is whoever hears or objects
CHARGED = (
    "You say it, and say it standing.",
    "You wait for a pause, and use it up.",
    "You say it in an ordinary voice, which is the one that carries.",
)
HEARD = (
    "{The noun} {hears} it.",
    "{The noun} {is} there to hear it.",
    "It is said before {the noun}.",
)
VOICED = (
    "{The noun} {is} the one who says it.",
    "{The noun} {looks} round for somebody else to say it, and then {says} it.",
    "{The noun} {has} something to set against that.",
    "It is {the noun} who {does} not let that go by.",
)
HOW_TO_ANSWER = "Answer with a card, by its number, or with *nothing*; *withdraw* takes it all back."
MET = (
    "{The noun} {looks} at that for as long as it takes, and {has} nothing to put beside it.",
    "That is an answer. {The noun} {sits} back.",
    "{The noun} {nods}, once, at the card and not at you.",
)
NOT_MET = (
    "{The noun} {waits} for the rest of the answer. That was the answer.",
    "It is a good card, for something else. {The noun} {does} not pick it up.",
    "{The noun} {hears} that to the end. It does not touch what was said.",
)
NOTHING_SAID = (
    "You have nothing to say to that, and the room hears you not say it.",
    "You let it stand. {The noun} {leaves} it standing.",
    "You open your hand. There is nothing in it.",
)
SILENCE = (
    "Then nobody says anything, and it takes them some time.",
    "Nobody speaks. Somebody has stopped what they were doing, and does not know where to put it.",
    "It is quiet enough to hear a sleeve.",
)
CARRIED = (
    (
        "You go back over it, one question at a time, as they are doing. Each answer stands on what you laid down for it. "
        "It carries."
    ),
    "There is not a hole in it that you can find, and you are looking as hard as they are. It carries.",
    "It holds, from the first card to the last and back again. Nobody asks you to repeat it.",
)
PARTLY = (
    "What you said, it carries. What you left blank has been left blank in front of everybody.",
    "It holds as far as it goes, and it does not go all the way. They have noticed which question you walked round.",
    "Each thing you said stands. There are questions you said nothing to, and they stand too.",
)
OPEN = (
    "It hangs by a thread in one place. *{question}* What you have laid down does not reach that far.",
    "*{question}* You have given an answer there, and put too little under it; and everybody is looking at the gap.",
    "It might be so. So might other things, as long as there is nothing more under this: *{question}*",
)
OPEN_BLANK = (
    "You have charged nothing, and nothing is what there is to hold.",
    "An accusation wants something in it. They wait, and it does not come.",
    "You have said a good deal, and charged nobody with any of it.",
)
BROKEN = (
    "It breaks on what you hold yourself. *{question}* Your answer, and {card}, cannot stand in one room.",
    "Nobody has to say it, because it is in your own journal: {card}. *{question}* Not so, if that is so.",
    "You hear it as you say it. *{question}* There is {card}, in your own hand, and it will not have your answer.",
)
ALL_OF_IT = "all that you hold, taken together"  # where no single card breaks it
AFTER_VERDICT = "You can *insist*, and the story ends on it; or *withdraw*, and let it rest."
RESTED = (
    "You let it rest. Talk starts again at the far end of the room and works its way towards you.",
    "You take it back, as far as such a thing can be taken back. Somebody finds something to see to.",
    "You say that you will leave it there. It stays there, where everybody can see it.",
)
STANDING = {
    2: "They will hear you twice more.",
    1: "They will hear you once more.",
    0: "They will not hear you again.",
}
NO_OTHER_DAY = "They would hear you again, on another day. There is no other day."
WHAT_TO_DO = "It is yours now. What do you do with it? *Choose*, by number."
