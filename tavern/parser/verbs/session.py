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
        "*; * TEXT",
        "HINTS ON, HINTS OFF.",
        "meta",
    ),
    Verb(
        "help-less",
        "less help, fewer tips, tips off, hide tips, tutorial off, no tutorial",
        "*",
        "LESS HELP puts out the small advice.",
        "meta",
    ),
)
