"""The words of hints, by kind and grade; they take turns. {go} is a sentence of its own on where and when, or nothing."""

from collections.abc import Mapping

HINTS: Mapping[tuple[str, int], tuple[str, ...]] = {
    ("think", 1): (
        "You hold more than you have thought through. {question}",
        "Nothing need be looked for just now. {question} What is in your journal answers it.",
        "Turn the pages back before you turn another corner. {question}",
    ),
    ("think", 2): (
        "{question} Weigh {noun}.",
        "{question} Go back to {noun}, and take it at its word.",
        "{question} Begin with {noun}, and ask what goes with it.",
    ),
    ("think", 3): (
        "{question} Lay {card} beside {other}, and *think*.",
        "{question} Two of your cards belong together: {card}, and {other}.",
        "{question} It is {card} that goes with {other}.",
    ),
    ("find", 1): (
        "There is more to be had than you have had. {go}",
        "Your journal has room for another line. {go}",
        "Something is still waiting to be noticed. {go}",
    ),
    ("find", 2): (
        "{go} Give your mind to {noun}.",
        "{go} It is {noun} that matters.",
        "{go} What you want has to do with {noun}.",
    ),
    ("find", 3): (
        "{go} Try *{line}*.",
        "{go} The words for it: *{line}*.",
        "{go} What does it is *{line}*.",
    ),
    ("accuse", 1): (
        "Nothing more has to be found. {question} You could say so aloud, and show why.",
        "Your journal is full enough. {question} Somebody ought to hear the answer.",
        "You know all you need. {question} What is left is to say it before people.",
    ),
    ("accuse", 2): (
        "It wants saying before people. {go}",
        "Somebody has to hear it. {go}",
        "A wall will not do: it is said to people. {go}",
    ),
    ("accuse", 3): (
        "{question} What carries it is {card}. *Accuse*, and lay that down.",
        "{question} Accuse, and rest it on {card}.",
        "{question} It stands on {card}. The word is *accuse*.",
    ),
    ("none", 1): (
        "There is no step to tell you from here.",
        "From here there is nothing to point at.",
        "No way on can be seen from here.",
    ),
}
ALONE: tuple[str, ...] = (  # thinking, where the second card is one's own conclusion or there is only one
    "{question} {card} says it by itself, if you let it.",
    "{question} Look at {card} again, and *think*.",
    "{question} It takes no more than {card}.",
)
AT_STAGE: Mapping[str, str] = {  # where no step is to be told, since the next word is the player's anyway
    "hearing": "The room is waiting for you. Lay down a card that rules that answer out, or say *nothing*.",
    "judged": "It is said, and did not carry. *Insist*, and it ends here; *withdraw*, and you may find more.",
    "proved": "It is proved. What is left is to *choose* what comes of it.",
    "ended": "The story is over. *Undo* and *restart* still go back into it.",
}
HERE: tuple[str, ...] = (
    "You need not go anywhere.",
    "It is no further than this room.",
    "You are standing in the right place.",
)
