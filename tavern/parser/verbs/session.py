"""About the game, not in it. Rows of the table of verbs; `row.Verb` tells how to read them."""

from tavern.parser.verbs.row import Verb

GAME = (
    Verb(
        "undo",
        "undo, u n d o, take back, take that back, undo that, go back a turn, undo last, undo move, undo turn, "
        "take it back",
        "*; undo TEXT=spare",
        "UNDO takes back the last turn, as often as you like.",
        "meta",
    ),
    Verb(
        "redo",
        "redo, redo that",
        "*; redo TEXT=spare",
        "REDO brings back what was undone.",
        "meta",
    ),
    Verb(
        "again",
        "again, g, do that again, do it again, repeat last command, same again, repeat command, redo last command",
        "*",
        "AGAIN, or G, does the last thing once more.",
        "meta",
    ),
    Verb(
        "oops",
        "oops, o, oop",
        "* TEXT; *",
        "OOPS and a word corrects the last line: `oops cellar`.",
        "meta",
    ),
    Verb(
        "restart",
        "restart, start over, start again, new game, begin again, restart game, play again",
        "*",
        "RESTART begins the story again; `undo` brings you back.",
        "meta",
    ),
    Verb(
        "save",
        "save, save game, save as, save game as, save to, bookmark",
        "*; * TEXT",
        "SAVE and a name; every turn is kept anyway.",
        "meta",
    ),
    Verb(
        "load",
        "load, restore, load game, restore game, open game, resume, continue game, load save",
        "*; * TEXT",
        "LOAD and a name opens another game.",
        "meta",
    ),
    Verb(
        "games",
        "games, saves, saved games, list games, list saves, load menu",
        "*",
        "GAMES lists your saved games.",
        "meta",
    ),
    Verb(
        "quit",
        "quit, q, exit game, quit game, end game, leave game, stop playing, close game, stop game",
        "*; exit the game; quit the game; leave the game; end the game",
        "QUIT ends the session; nothing is lost.",
        "meta",
    ),
    Verb(
        "script",
        "script, transcript",
        "*; * TEXT",
        "SCRIPT ON and a file writes down what you read.",
        "meta",
    ),
    Verb(
        "hint",
        "hint, give me a hint, clue me in, i need a hint, get hint, show hint, next hint, more hint, "
        "another hint, give hint, spoiler, walkthrough, solution, i give up, tell me a hint, "
        "can i have a hint, give me another hint, give me a clue",
        "*; * TEXT",
        "HINT helps in three grades, from your own position.",
        "meta",
    ),
    Verb(
        "hints",
        "hints",
        "*; * TEXT; turn hints TEXT",
        "HINTS OFF puts hints away, HINTS ON brings them back.",
        "meta",
    ),
    Verb(
        "warnings",
        "warnings",
        "*; * TEXT; * at TEXT; turn warnings TEXT",
        "WARNINGS OFF, WARNINGS AT DEAD ENDS, WARNINGS EARLY: when you are told that the case slips out of reach.",
        "meta",
    ),
    Verb(
        "challenge-on",
        "challenge on, challenges on",
        "*; turn [the] challenge on; turn on [the] challenge",
        "CHALLENGE ON: at the first dawn after which the case can be known, a page says so.",
        "meta",
    ),
    Verb(
        "challenge-off",
        "challenge off, challenges off, no challenge",
        "*; turn [the] challenge off; turn off [the] challenge",
        "CHALLENGE OFF: no page says that the case can be known.",
        "meta",
    ),
    Verb(
        "difficulty",
        "difficulty, difficulty level",
        "*; * TEXT; set [the] difficulty to TEXT; set [the] difficulty TEXT",
        "DIFFICULTY EASY, MEDIUM or HARD: how loudly a clue says that it went into your journal.",
        "meta",
    ),
    Verb(
        "settings",
        "settings, options menu, preferences, config, show settings, change settings",
        "*",
        "SETTINGS shows hints, warnings, the challenge and the difficulty, and how each is changed.",
        "meta",
    ),
    Verb(
        "back",
        "go back to turn, back to turn, return to turn, rewind to turn, undo to turn",
        "* TEXT",
        "GO BACK TO TURN and a number takes back all that came after that turn.",
        "meta",
    ),
)
