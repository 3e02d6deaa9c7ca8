"""Notes, conclusions, accusations and what follows them. Rows of the table of verbs; `row.Verb` tells how to read them."""

from tavern.parser.verbs.row import Verb

DECIDING = (
    Verb(
        "note",
        "note that, note, write down that, write down, jot down that, jot down, note down, note down that, "
        "record that, record, make a note that, make a note of, make a note, write, add note, make note that, "
        "make note of, take note of, take note that, write in journal, write in notebook, write in my journal, "
        "take a note, memo, i note that",
        "* LINE; remember that LINE",
        "NOTE puts a sentence of yours in the journal: `note that the gate has ivy`.",
        "note",
    ),
    Verb(
        "insist",
        "insist, i insist, stand by it, stand by that, i stand by it, stand firm, stick to it, "
        "stand my ground, i stand by my accusation, stand by my accusation, i stand by that, press the charge, "
        "insist on it",
        "*; insist ~on TEXT",
        "INSIST stands by an accusation that did not carry. It ends the story.",
        "insist",
    ),
    Verb(
        "withdraw",
        "withdraw, retract, take back the accusation, take back my accusation, drop the charge, "
        "drop the charges, let it rest, i withdraw, never mind the accusation, withdraw accusation, "
        "drop the accusation, back down, withdraw the accusation, withdraw my accusation, withdraw the charge, "
        "drop the matter, take it all back, retract accusation, i take it back",
        "*",
        "WITHDRAW lets an accusation rest.",
        "withdraw",
    ),
    Verb(
        "think",
        "think, i think, conclude, deduce, infer, i believe, i suspect, rule out, figure, reckon",
        "",
        "THINK draws a conclusion from what you hold: a question, an answer, and the clues: `think how river "
        "door because 2, 3 and 8`; `think how not carts because 4`.",
        "think",
    ),
    Verb(
        "suppose",
        "suppose, pin, assume, guess, i suppose, my theory is",
        "",
        "SUPPOSE pins an answer as what you think; it proves nothing: `suppose who sarah`, `suppose who nothing`.",
        "suppose",
    ),
    Verb(
        "accuse",
        "accuse, arrest, charge, blame, denounce",
        "",
        "ACCUSE charges somebody before all who are here: `accuse sarah`, or `accuse who sarah with 2 5 9, how "
        "river door with 3`.",
        "accuse",
    ),
    Verb(
        "choose",
        "choose, pick, select, decide",
        "",
        "CHOOSE what to do with what you have proved: `choose 1`.",
        "choose",
    ),
    Verb(
        "say_aloud",
        "say aloud, say at the hearth, announce, declare, say out loud, tell everyone, tell everybody, "
        "tell the room, proclaim, say to everyone, say aloud that, think aloud, state, say to all",
        "* ANSWER; * that ANSWER; say ANSWER aloud|loudly; say ANSWER to everyone|everybody|all",
        "SAY ALOUD one theory, once an evening, at the hearth: `say aloud river door`.",
    ),
)
