"""Every code: its title, how grave it is, why it is a mistake, and the smallest text that makes it.

T0xx: a name that leads nowhere. T1xx: a file that cannot be read. T2xx: a value of the wrong shape. T3xx: what can be
read, but not played or surely not meant.
A code that is no longer given is never used for anything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """error: the mystery cannot be played; warning: it can, but this is surely not meant."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is always true of a code. example: YAML that makes it; "" where no text can, as for a file too large.

    A lone surrogate U+DC80 to U+DCFF in an example stands for that one byte (`surrogateescape`).
    """

    title: str
    explanation: str
    example: str
    severity: Severity = Severity.ERROR


CATALOGUE: Mapping[str, Entry] = {
    "T001": Entry(
        "an id that is declared twice",
        "Every id is declared once, whatever it is the id of: a room and a clue cannot share one.",
        "topics:\n  - {id: river, name: river}\n  - {id: river, name: Thole}\n",
    ),
    "T002": Entry(
        "a key that stands in two files",
        "Lists of the same key are joined over the files of a folder. What is no list has one value.",
        "",
    ),
    "T003": Entry(
        "two values for the same thing",
        "A case may add to a room, an item or a person that is declared elsewhere, but not contradict it in silence.",
        "actors:\n  - {id: gene, name: Gene Pask, called: Gene}\n  - {id: gene, called: Pask}\n",
    ),
    "T004": Entry(
        "an id that is a word of the game",
        "`player`, `worn`, `nowhere`, `here`, `other`, `observation` and `gossip` mean something wherever an id may stand.",
        "topics:\n  - {id: player, name: the player}\n",
    ),
    "T005": Entry(
        "a setting that cannot be found",
        "`setting:` is the id of another folder beside this one or under a content root, never a path.",
        "setting: rusted_tankerd\n",
    ),
    "T010": Entry(
        "a room that does not exist",
        "Rooms stand under `rooms:`, in this folder or in the setting.",
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n"
        "items:\n"
        "  - {id: mug, name: mug, in: taproom}\n"
        "  - {id: slate, name: slate, rooms: [taprom]}\n",
    ),
    "T011": Entry(
        "a person that does not exist",
        "People stand under `actors:`, in this folder or in the setting.",
        "actors:\n"
        "  - {id: gene, name: Gene}\n"
        "clues:\n"
        "  - {id: clue_01, text: He sleeps badly., routes: [{ask: gen}]}\n",
    ),
    "T012": Entry(
        "a topic that does not exist",
        "Topics are the ideas under `topics:`, and every person, room, thing and clue under its own id.",
        "actors:\n"
        "  - id: gene\n"
        "    name: Gene\n"
        "    replies:\n"
        "      - {about: celar, tell: Nothing down there.}\n"
        "topics:\n"
        "  - {id: cellar, name: cellar}\n",
    ),
    "T013": Entry(
        "an item that does not exist",
        "Items stand under `items:` or as `scenery:` of a room, in this folder or in the setting.",
        "rooms:\n  - {id: taproom, name: Taproom, description: A fire., out_of_place: [slate]}\n",
    ),
    "T014": Entry(
        "a clue that does not exist",
        "Clues stand under `clues:`, deductions under `deductions:`. Where a card is wanted, either will do.",
        "clues:\n  - {id: clue_01, text: Gene goes down., contradicts: [clue_1]}\n",
    ),
    "T015": Entry(
        "a question that does not exist",
        "Questions stand under `questions:`; without them there are `who`, `how` and `why`.",
        "answers:\n  when: [{id: at_night, name: at night}, {id: by_day, name: by day}]\n",
    ),
    "T016": Entry(
        "an answer that does not exist",
        "Answers stand under `answers:`, below their question. A person can be one under their own id.",
        "answers:\n"
        "  how: [{id: river_door, name: by the river door}, {id: carts, name: by cart}]\n"
        "clues:\n"
        "  - {id: clue_01, text: The gate is grown shut., rules_out: {how: [cart]}}\n",
    ),
    "T017": Entry(
        "an ending that does not exist",
        "Endings stand under `endings:`.",
        'fuses:\n  - {id: dawn, at: "06:00", then: {end: morning}}\n',
    ),
    "T018": Entry(
        "a fuse that does not exist",
        "Fuses stand under `fuses:`; only one that has `after:` needs to be started.",
        "items:\n  - {id: bell, name: bell, on: {ring: {then: {start: dawn}}}}\n",
    ),
    "T019": Entry(
        "a counter or flag that does not exist",
        "Counters stand under `counters:`, flags under `flags:`. Items have a state under their own id.",
        "items:\n  - {id: purse, name: purse, on: {open: {then: {count: {coin: 3}}}}}\n",
    ),
    "T020": Entry(
        "a false solution that does not exist",
        "An ending names a false solution by its `id`; one that no ending names needs none.",
        "endings:\n  - {id: laughed_at, after: insisted, solution: ghost, text: They laugh.}\n",
    ),
    "T021": Entry(
        "a name of another kind of thing",
        "The id exists, but what has it cannot stand here.",
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n"
        "clues:\n"
        "  - {id: clue_01, text: He sleeps badly., routes: [{ask: taproom}]}\n",
    ),
    "T022": Entry(
        "a name in braces that nothing has",
        "`{gene}` in a text prints the name of what has that id.",
        'topics:\n  - {id: river, name: river}\nclues:\n  - {id: clue_01, text: "It came by the {rivre}."}\n',
    ),
    "T023": Entry(
        "an id that is declared one way and named another",
        "Several places name an id that nothing has, and nothing names the one id that is nearly the same: it"
        " is misspelt where it is declared.",
        "clues:\n"
        "  - {id: at_midnigt, text: Gene goes down.}\n"
        "  - {id: boots, text: His boots are wet., requires_previous_clues: [at_midnight]}\n"
        "  - {id: candle, text: The candle is short., contradicts: [at_midnight]}\n",
    ),
    "T101": Entry(
        "a file or folder that cannot be opened",
        "The path was mistyped, or the file belongs to somebody else.",
        "",
    ),
    "T102": Entry(
        "something that is not an ordinary file",
        "Only ordinary files of the folder itself are read. Links are not followed, since they may lead out of it.",
        "",
    ),
    "T103": Entry(
        "a file that is too large",
        "A content file may have 1 MB, about as much text as a long novel.",
        "",
    ),
    "T104": Entry(
        "too many files for one mystery",
        "A mystery may have 500 files and 10 MB in all.",
        "",
    ),
    "T105": Entry(
        "a folder without content files",
        "Content stands in files that end in `.yaml` or `.yml`.",
        "",
    ),
    "T106": Entry(
        "a file that is not UTF-8",
        "Content files are UTF-8, which every editor can write. Another encoding garbles accents and curly quotes.",
        "mystery:\n  title: Caf\udce9 Noir\n",
    ),
    "T107": Entry(
        "a character that cannot be seen",
        "Control characters, and those that turn the direction of a line, can hide text or upset a terminal.",
        "mystery:\n  title: Cellar\u202e Secret\n",
    ),
    "T108": Entry(
        "a tab",
        "YAML moves lines in with spaces. A tab has no width of its own: lines even in one editor are not in another.",
        "mystery:\n\tid: cellar_secret\n",
    ),
    "T109": Entry(
        "a merge marker that was left",
        "Git writes these lines where two versions of a file disagree, so that somebody chooses.",
        "mystery:\n<<<<<<< HEAD\n  id: cellar_secret\n=======\n  id: celar_secret\n>>>>>>> other\n",
    ),
    "T110": Entry(
        "an anchor",
        "A value that begins with `&` is a name for copying in YAML. Here every place says for itself what it means.",
        "clues:\n  - id: clue_01\n    text: &Co. is painted on the crate\n",
    ),
    "T111": Entry(
        "an alias",
        "A value that begins with `*` copies another place in YAML. Text that begins with `*emphasis*` needs quotes.",
        "clues:\n  - id: clue_01\n    text: *Never* go down there\n",
    ),
    "T112": Entry(
        "a merge key",
        "`<<` copies the keys of another mapping in YAML. Here every place says for itself what it means.",
        "rooms:\n  - id: cellar\n    <<: {dark: true}\n",
    ),
    "T113": Entry(
        "a tag",
        "A value that begins with `!` is the name of a type in YAML. Text that begins so needs quotes.",
        "clues:\n  - id: clue_01\n    text: !Help is scratched into the wall\n",
    ),
    "T114": Entry(
        "a second document in one file",
        "`---` begins a new document in YAML. Keys may stand in any file of the folder, but each file is one document.",
        "mystery:\n  id: cellar_secret\n---\nclues: []\n",
    ),
    "T115": Entry(
        "a directive",
        "A line that begins with `%` is an order to the YAML reader. Content needs none.",
        "%YAML 1.1\n---\nmystery: {}\n",
    ),
    "T116": Entry(
        "a key that is not a word",
        "What stands before a colon is a single word or text, never nothing, a list or a mapping.",
        "rooms:\n  - id: cellar\n    [north, south]: taproom\n",
    ),
    "T117": Entry(
        "the same key twice",
        "A key has one value. Were both kept, nobody could say which counts.",
        "mystery:\n  id: cellar_secret\n  title: The Cellar Secret\n  title: Under the Tankard\n",
    ),
    "T118": Entry(
        "lists and mappings inside each other more than twenty deep",
        "Nothing in a mystery goes deeper than about eight.",
        "clues: " + "[" * 20 + "]" * 20 + "\n",
    ),
    "T119": Entry(
        "a blank that is none",
        "Some keyboards write a space that cannot be broken with Alt or Option. Before a key, after its colon"
        " or after a dash it is a letter like any other to YAML.",
        "mystery:\n  id:\u00a0cellar_secret\n",
    ),
    "T120": Entry(
        "a line that is not YAML",
        "The line cannot be read as a key and a value, nor as an item of a list.",
        "clues:\n  - id: clue_02\n    contradicts: [- clue_01]\n",
    ),
    "T121": Entry(
        "a key without its colon",
        "A key is followed by a colon, and by a space before its value.",
        "mystery:\n  id cellar_secret\n  title: The Cellar Secret\n",
    ),
    "T122": Entry(
        "a colon without a space after it",
        "Without the space the colon is a part of the text: `22:30` is one word.",
        "mystery:\n  id:cellar_secret\n  title: The Cellar Secret\n",
    ),
    "T123": Entry(
        "a colon in text that has no quotes",
        "A colon and a space make what stands before them a key.",
        "clues:\n  - id: clue_01\n    text: Gene said: nothing down there\n",
    ),
    "T124": Entry(
        "a quote that is never closed",
        "Text that begins with a quote goes on to the next quote of the same kind, over as many lines as that takes.",
        'clues:\n  - id: clue_01\n    text: "Gene goes down at midnight\n    revealed_by: observation\n',
    ),
    "T125": Entry(
        "text that goes on after its closing quote",
        'Inside "double quotes" a quote is written `\\"`, inside \'single quotes\' it is written twice.',
        "clues:\n  - id: clue_01\n    text: 'Gene isn't telling'\n",
    ),
    "T126": Entry(
        "a bracket that is never closed",
        "Every `[` has its `]`, every `{` its `}`.",
        "clues:\n  - id: clue_02\n    contradicts: [clue_01\n    text: Nobody goes down\n",
    ),
    "T127": Entry(
        "a closing bracket without an opening one",
        "Every `]` has its `[`, every `}` its `{`.",
        "clues:\n  - id: clue_02\n    contradicts: ]\n",
    ),
    "T128": Entry(
        "a line that is not lined up",
        "The keys of one mapping, and the dashes of one list, begin in the same column.",
        "mystery:\n  id: cellar_secret\n   title: The Cellar Secret\n",
    ),
    "T129": Entry(
        "text that begins with a reserved character",
        "YAML keeps `@`, `%` and the backtick for itself. Text that begins with one needs quotes.",
        "clues:\n  - id: clue_01\n    text: @ is burnt into the barrel\n",
    ),
    "T130": Entry(
        "a backslash that means nothing",
        'Inside "double quotes" a backslash begins a special character, such as `\\n`. Itself it is written `\\\\`.',
        'clues:\n  - id: clue_01\n    text: "The label says C:\\port"\n',
    ),
    "T131": Entry(
        "text on the same line as its `|` or `>`",
        "`|` and `>` say that the text follows on the next lines, moved in.",
        "mystery:\n  opening: | Rain on the shutters.\n",
    ),
    "T132": Entry(
        "something missing between brackets",
        "What stands in `[ ]` or `{ }` is parted by commas.",
        'clues:\n  - {id: clue_02, contradicts: ["clue_01" "clue_03"]}\n',
    ),
    "T133": Entry(
        "words cut off by a `#`",
        "In text without quotes a blank and a `#` begin a note to the author, and the player reads only what "
        "stands before it.",
        "topics:\n  - {id: tag, name: tag}\nclues:\n  - id: clue_01\n    text: The tag says #17 and nothing else.\n",
        Severity.WARNING,
    ),
    "T134": Entry(
        "a file that breaks off",
        "The last line has no end, and its sentence neither: what came after it was lost when the file was copied or saved.",
        "topics:\n"
        "  - {id: river, name: river}\n"
        "clues:\n"
        "  - id: clue_01\n"
        "    text: >-\n"
        "      Gene goes down at midnight, and before he does he looks at",
    ),
    "T201": Entry(
        "a key that does not exist",
        "Every place has its own keys; one that is not known would be passed over in silence.",
        "clues:\n  - {id: clue_01, text: Gene goes down., reliabilty: 0.9}\n",
    ),
    "T202": Entry(
        "a key at the wrong level",
        "The key exists, but belongs further in, further out or to something else.",
        "clues:\n  - {id: clue_01, text: Gene goes down., tell: The stair creaks.}\n",
    ),
    "T203": Entry(
        "a key that is missing",
        "Without it there is nothing to play.",
        "clues:\n  - {id: clue_01, name: the cellar stair}\n",
    ),
    "T204": Entry(
        "a value of another kind",
        "A list, a text and a group of keys are three things; a key takes the kind it takes.",
        "topics:\n  - {id: river, name: river, names: Thole}\n",
    ),
    "T205": Entry(
        "a word that is not known here",
        "Some keys take one of a few words, and no other.",
        "mystery:\n"
        "  id: cellar_secret\n"
        "  title: The Cellar Secret\n"
        "  description: Noises.\n"
        "  difficulty: MEDUIM\n"
        '  begins: {at: "18:00", room: taproom}\n',
    ),
    "T206": Entry(
        "a number that does not fit",
        "Numbers are written in digits, with a point and not a comma, and lie between their limits.",
        "clues:\n  - {id: clue_01, text: Gene goes down., reliability: 90}\n",
    ),
    "T207": Entry(
        "an hour that is none",
        "Hours go from 00:00 to 23:59.",
        "fuses:\n  - {id: dawn, at: 6am, tell: The bell.}\n",
    ),
    "T208": Entry(
        "a word that cannot be an id",
        "An id has small letters, digits and underscores, and begins with a letter. It is for the files; the "
        "player sees names.",
        "topics:\n  - {id: River Thole, name: the Thole}\n",
    ),
    "T209": Entry(
        "an empty text",
        "Nothing would be shown.",
        'clues:\n  - {id: clue_01, text: ""}\n',
    ),
    "T210": Entry(
        "a name that is too long",
        "Names have 80 characters at most, so that they fit into a sentence.",
        "topics:\n"
        "  - id: river\n"
        "    name: the river that comes down from the hills past the mill and under the house and on to the sea\n",
    ),
    "T211": Entry(
        "a time without its two hours",
        "A stretch of time has the hour at which it begins and the one at which it ends; it may cross midnight.",
        "clues:\n"
        "  - id: clue_01\n"
        "    text: Gene goes down.\n"
        '    routes: [{watch: cellar, between: ["00:00"]}]\n'
        "rooms:\n"
        "  - {id: cellar, name: Cellar, description: Damp.}\n",
    ),
    "T212": Entry(
        "a yes or no that is none",
        "Yes is written `true` and no `false`, without quotes.",
        "topics:\n  - {id: river, name: river, known: yes}\n",
    ),
    "T213": Entry(
        "a dash without a space after it",
        "The dash of a list stands alone; without a space it belongs to the word.",
        "mystery:\n  -id: cellar_secret\n",
    ),
    "T301": Entry(
        "something that not knowing opens",
        "Knowledge only grows. What is found, opened or ended never asks that something is not known or not seen.",
        "clues:\n"
        "  - id: clue_01\n"
        "    text: Gene goes down.\n"
        "    routes: [{at: taproom, when: {not: {knows: clue_02}}}]\n"
        "  - {id: clue_02, text: The supplier never comes.}\n"
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n",
    ),
    "T302": Entry(
        "clues that do not establish the truth",
        "Whoever holds them, and nothing else, has to be able to prove every answer.",
        "mystery:\n"
        "  id: cellar_secret\n"
        "  title: The Cellar Secret\n"
        "  description: Noises.\n"
        '  begins: {at: "18:00", room: taproom}\n'
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n"
        "answers:\n"
        "  how: [{id: river_door, name: by the river door}, {id: carts, name: by cart}]\n"
        'questions: [{id: how, ask: "How?"}]\n'
        "clues:\n"
        "  - {id: clue_01, text: A boat., establishes: {how: river_door}, routes: [{at: taproom}]}\n"
        "  - {id: clue_02, text: A rope., routes: [{at: taproom}]}\n"
        "solutions:\n"
        "  correct: {description: By boat., how: river_door, requires_clues: [clue_02]}\n"
        "endings:\n"
        "  - {id: told, after: proved, text: Done.}\n"
        "  - {id: wrong, after: insisted, text: No.}\n"
        "  - {id: lost, after: discredited, text: Out.}\n",
    ),
    "T303": Entry(
        "a clue that is not needed",
        "Each list of `requires_clues` is as short as it can be: without any one of them the proof fails.",
        "mystery:\n"
        "  id: cellar_secret\n"
        "  title: The Cellar Secret\n"
        "  description: Noises.\n"
        '  begins: {at: "18:00", room: taproom}\n'
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n"
        "answers:\n"
        "  how: [{id: river_door, name: by the river door}, {id: carts, name: by cart}]\n"
        'questions: [{id: how, ask: "How?"}]\n'
        "clues:\n"
        "  - {id: clue_01, text: A boat., establishes: {how: river_door}, routes: [{at: taproom}]}\n"
        "  - {id: clue_02, text: A rope., routes: [{at: taproom}]}\n"
        "solutions:\n"
        "  correct: {description: By boat., how: river_door, requires_clues: [clue_01, clue_02]}\n"
        "endings:\n"
        "  - {id: told, after: proved, text: Done.}\n"
        "  - {id: wrong, after: insisted, text: No.}\n"
        "  - {id: lost, after: discredited, text: Out.}\n",
    ),
    "T304": Entry(
        "a lie or red herring that is used as evidence",
        "What is not so establishes nothing and rules nothing out, ever.",
        "answers:\n"
        "  how: [{id: river_door, name: by the river door}, {id: carts, name: by cart}]\n"
        'questions: [{id: how, ask: "How?"}]\n'
        "clues:\n"
        "  - {id: clue_red_01, text: Carts were heard., is_red_herring: true, establishes: {how: carts}}\n",
    ),
    "T305": Entry(
        "a route without a verb, or with two",
        "A route is one verb with its noun: `ask: gene`, `watch: cellar_door`, `examine: slate`.",
        "clues:\n  - {id: clue_01, text: Gene goes down., routes: [{tell: The stair creaks.}]}\n",
    ),
    "T306": Entry(
        "a key that does not go with the verb of the route",
        "`about` goes with `ask`; `to` with `show`, `give` and `follow`; `with` with `confront`; `on` with `challenge`.",
        "actors:\n"
        "  - {id: gene, name: Gene}\n"
        "clues:\n"
        "  - {id: clue_01, text: Gene goes down., routes: [{follow: gene, about: gene}]}\n",
    ),
    "T307": Entry(
        "a clue that nobody reveals",
        "It has no route, and no effect reveals it.",
        "clues:\n  - {id: clue_01, text: Gene goes down.}\n",
        Severity.WARNING,
    ),
    "T308": Entry(
        "a topic that nobody answers",
        "Whoever is asked about it has only their stock answer.",
        "topics:\n  - {id: river, name: river}\n",
        Severity.WARNING,
    ),
    "T309": Entry(
        "a room that no way leads to",
        "No exit and no effect takes the player there, and nobody lives there.",
        "mystery:\n"
        "  id: cellar_secret\n"
        "  title: The Cellar Secret\n"
        "  description: Noises.\n"
        '  begins: {at: "18:00", room: taproom}\n'
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n"
        "  - {id: loft, name: Loft, description: Straw.}\n",
        Severity.WARNING,
    ),
    "T310": Entry(
        "a door that is not on both sides of it",
        "A door stands in the room before it and in the room behind it.",
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire., exits: {down: {to: cellar, door: cellar_door}}}\n"
        "  - {id: cellar, name: Cellar, description: Damp., exits: {up: taproom}}\n"
        "items:\n"
        "  - {id: cellar_door, name: cellar door, kind: door, rooms: [taproom]}\n",
    ),
    "T311": Entry(
        "a schedule that cannot be walked",
        "People walk from room to room by the ways there are.",
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire., exits: {north: yard}}\n"
        "  - {id: yard, name: Yard, description: Wet., exits: {south: taproom}}\n"
        "  - {id: cellar, name: Cellar, description: Damp., exits: {up: loft}}\n"
        "  - {id: loft, name: Loft, description: Straw., exits: {down: cellar}}\n"
        "actors:\n"
        '  - {id: gene, name: Gene, schedule: [{at: "10:00", room: taproom}, {at: "22:00", room: cellar}]}\n',
        Severity.WARNING,
    ),
    "T312": Entry(
        "an ending that is missing",
        "A case that asks a question says what comes of answering it: an ending has `after: proved`.",
        "mystery:\n"
        "  id: cellar_secret\n"
        "  title: The Cellar Secret\n"
        "  description: Noises.\n"
        '  begins: {at: "18:00", room: taproom}\n'
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n"
        'questions: [{id: how, ask: "How?"}]\n'
        "answers:\n  how: [{id: river_door, name: by the river door}, {id: carts, name: by cart}]\n"
        "endings:\n"
        "  - {after: insisted, text: Done.}\n",
    ),
    "T313": Entry(
        "a false solution without an ending",
        "Whoever insists on it gets the ending for any other mistake.",
        "answers:\n"
        "  how: [{id: river_door, name: by the river door}, {id: carts, name: by cart}]\n"
        'questions: [{id: how, ask: "How?"}]\n'
        "solutions:\n"
        "  correct: {description: By boat., how: river_door, requires_clues: [clue_01]}\n"
        "  false_solutions: [{id: by_cart, description: By cart., answers: {how: carts}}]\n"
        "clues:\n"
        "  - {id: clue_01, text: A boat., establishes: {how: river_door}}\n",
        Severity.WARNING,
    ),
    "T314": Entry(
        "a folder without a mystery",
        "One file of the folder has the key `mystery:`, with id, title, description and where it begins.",
        "topics:\n  - {id: river, name: river}\n",
    ),
    "T315": Entry(
        "something left to be written",
        "TODO stands in a text that the player reads.",
        "topics:\n"
        "  - {id: river, name: river}\n"
        "rooms:\n"
        '  - {id: taproom, name: Taproom, description: "TODO: the fire"}\n',
        Severity.WARNING,
    ),
    "T316": Entry(
        "two things of one name in one room",
        "Whoever types the name is asked which of the two is meant.",
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n"
        "items:\n"
        "  - {id: mug, name: mug, in: taproom}\n"
        "  - {id: tankard, name: tankard, names: [mug], in: taproom}\n",
        Severity.WARNING,
    ),
    "T317": Entry(
        "a question with fewer than two answers",
        "With a single answer there is nothing to find out.",
        'questions: [{id: how, ask: "How?"}]\nanswers:\n  how: [{id: river_door, name: by the river door}]\n',
    ),
    "T318": Entry(
        "a question without its right answer",
        "`correct:` gives every question that is part of the accusation its answer.",
        "answers:\n"
        "  how: [{id: river_door, name: by the river door}, {id: carts, name: by cart}]\n"
        'questions: [{id: how, ask: "How?"}]\n'
        "solutions:\n"
        "  correct: {description: By boat., requires_clues: []}\n",
    ),
    "T319": Entry(
        "numbers that contradict each other",
        "The least is not above the most, a start lies between them, and a case does not end before it begins.",
        "counters:\n  - {id: coin, least: 5, most: 1, start: 3}\n",
    ),
    "T320": Entry(
        "a person without a name",
        "A person is called something. Only additions to a person of the setting, or of another file, have none.",
        "actors:\n  - {id: gene, default: Weather.}\n",
    ),
    "T321": Entry(
        "a person who is never anywhere",
        "Without `in:` or a schedule nobody can meet them.",
        "mystery:\n"
        "  id: cellar_secret\n"
        "  title: The Cellar Secret\n"
        "  description: Noises.\n"
        '  begins: {at: "18:00", room: taproom}\n'
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A fire.}\n"
        "actors:\n"
        "  - {id: gene, name: Gene}\n",
        Severity.WARNING,
    ),
    "T322": Entry(
        "an item that is nowhere",
        "An item has its place under `in:`, or its rooms under `rooms:`; `in: nowhere` says that it comes later.",
        "items:\n  - {id: mug, name: mug}\n",
    ),
    "T323": Entry(
        "an exit that leads nowhere and does not say why",
        "An exit has `to:`, or else `blocked:` with the words that turn the player back.",
        "rooms:\n  - {id: taproom, name: Taproom, description: A fire., exits: {north: {minutes: 2}}}\n",
    ),
    "T324": Entry(
        "an answer that belongs to another question",
        "Every answer stands under one question.",
        'questions: [{id: how, ask: "How?"}, {id: what, ask: "What?"}]\n'
        "answers:\n"
        "  how: [{id: river_door, name: by the river door}, {id: carts, name: by cart}]\n"
        "  what: [{id: gold, name: gold}, {id: brandy, name: brandy}]\n"
        "clues:\n"
        "  - {id: clue_01, text: A boat., establishes: {what: river_door}}\n",
    ),
    "T325": Entry(
        "a question without words",
        "Who, how and why ask themselves; any other question needs `ask:`.",
        "questions: [{id: ware}]\nanswers:\n  ware: [{id: gold, name: gold}, {id: brandy, name: brandy}]\n",
    ),
    "T326": Entry(
        "a phrase that says another verb",
        "Whoever types it means the verb it always says. A phrase under `verbs:` is one that says none yet.",
        "verbs:\n  examine: [have a gander at, pick up]\n",
    ),
    "T327": Entry(
        "a mystery without rooms",
        "The player is always in some room, and begins in the first one unless `begins:` names another.",
        "mystery: {id: cellar_secret, title: The Cellar Secret, description: Noises.}\n",
    ),
    "T328": Entry(
        "a key that is read as a part of a text",
        "A text under `|` or `>` goes on as far as its lines are moved in. A key that is moved in as far "
        "belongs to the text.",
        "clues:\n  - id: clue_01\n    text: >-\n      Gene goes down.\n      routes:\n",
        Severity.WARNING,
    ),
    "T329": Entry(
        "a name between curly quotes",
        "Curly quotes, which word processors write, are letters like any other here: they are printed with the name.",
        "topics:\n  - {id: river, name: \u201cthe Thole\u201d}\n",
        Severity.WARNING,
    ),
    "T330": Entry(
        "a description that names what nobody can examine",
        "Whoever reads of it will look at it. Told of are pieces of furniture, and items that stand in "
        "another room, when they come behind an article and nothing in the room, no person, room or topic "
        "answers to the word.",
        "rooms:\n"
        "  - {id: taproom, name: Taproom, description: A desk stands at the window., scenery: {window: Rain.}}\n",
        Severity.WARNING,
    ),
    "T331": Entry(
        "a name that is misspelt in a text",
        "A word with a capital in the middle of a sentence is nobody's name, stands there once or twice at "
        "most, and is one letter off a name that somebody has.",
        "actors:\n"
        "  - {id: marcus, name: Marcus Bell}\n"
        "topics:\n"
        "  - {id: river, name: river}\n"
        "clues:\n"
        "  - {id: clue_01, text: At noon Macrus goes down.}\n",
        Severity.WARNING,
    ),
    "T332": Entry(
        "an ending that nobody comes to",
        "An ending with `after: event` is named by an effect `end:`. Of several others after the same the "
        "first that fits is taken, and `after: time` needs a last hour.",
        "mystery: {id: cellar_secret, title: The Cellar Secret, description: Noises.}\n"
        "rooms: [{id: taproom, name: Taproom, description: A fire.}]\n"
        "endings:\n"
        "  - {id: drowned, text: The river takes you.}\n",
        Severity.WARNING,
    ),
    "T333": Entry(
        "a reply that is never told",
        "Of several replies about the same the first that fits is told. One that asks for no more than this "
        "one stands above it.",
        "actors:\n"
        "  - id: gene\n"
        "    name: Gene\n"
        "    replies:\n"
        "      - {about: gene, tell: A landlord.}\n"
        "      - {about: gene, relationship: 0.3, tell: A tired one.}\n",
        Severity.WARNING,
    ),
    "T334": Entry(
        "a fuse that nobody starts",
        "A fuse with `after:` counts its minutes from an effect `start:` that names it.",
        "mystery: {id: cellar_secret, title: The Cellar Secret, description: Noises.}\n"
        "rooms: [{id: taproom, name: Taproom, description: A fire.}]\n"
        "fuses:\n"
        "  - {id: tide, after: 20, tell: The water is in the yard.}\n",
        Severity.WARNING,
    ),
    "T335": Entry(
        "a counter or flag that nothing changes",
        "Whatever asks for it gets the same answer in every game.",
        "mystery: {id: cellar_secret, title: The Cellar Secret, description: Noises.}\n"
        "rooms: [{id: taproom, name: Taproom, description: A fire.}]\n"
        "counters:\n"
        "  - {id: candles, start: 3}\n",
        Severity.WARNING,
    ),
    "T336": Entry(
        "an hour of a schedule that never comes",
        "Of two rows for the same hour and days the later counts; and a row for a day that the case does not "
        "have is never reached.",
        "rooms: [{id: taproom, name: Taproom, description: A fire.}]\n"
        "actors:\n"
        "  - id: gene\n"
        "    name: Gene\n"
        '    schedule: [{at: "10:00", room: taproom, doing: counting}, {at: "10:00", room: taproom, doing: sweeping}]\n',
        Severity.WARNING,
    ),
    "T337": Entry(
        "a route that another one holds already",
        "Both lead to the same clue, and whoever does what this one asks has done what the other asks.",
        "rooms: [{id: taproom, name: Taproom, description: A fire.}]\n"
        "clues:\n"
        "  - id: clue_01\n"
        "    text: Gene goes down.\n"
        '    routes: [{watch: taproom}, {watch: taproom, between: ["22:00", "23:00"]}]\n',
        Severity.WARNING,
    ),
    "T338": Entry(
        "something that stands twice in one list",
        "The second changes nothing: a line was doubled, or another was meant.",
        "topics:\n  - {id: river, name: river, names: [Thole, water, Thole]}\n",
        Severity.WARNING,
    ),
    "T339": Entry(
        "a price that nobody can pay",
        "A `price:` is paid in the counter `coin`, which says how much money there is in the player's purse.",
        "rooms:\n  - {id: taproom, name: Taproom, description: A fire.}\n"
        "items:\n  - {id: mug, in: taproom, price: 3}\n",
    ),
    "T340": Entry(
        "an action that does nothing",
        "Under `on:` a verb has words or effects. Without either it goes as it would for anything.",
        "mystery: {id: cellar_secret, title: The Cellar Secret, description: Noises.}\n"
        "rooms: [{id: taproom, name: Taproom, description: A fire.}]\n"
        "items:\n  - {id: slate, in: taproom, on: {push: [{when: {lit: true}}, {tell: It swings.}]}}\n",
        Severity.WARNING,
    ),
    "T341": Entry(
        "a lie that is what is really so",
        "`really` names what is so behind a lie. That is another clue, and cannot be the lie itself.",
        "clues:\n"
        "  - {id: clue_04, text: Gene was below., routes: [{examine: stairs}]}\n"
        "  - id: slept\n"
        "    text: Gene says that he slept.\n"
        "    said_by: gene\n"
        "    lie: {really: slept, because: He was below., exposed_by: [clue_04], tell: '\"I woke,\" says Gene.'}\n"
        "    routes: [{ask: gene, about: gene}]\n",
    ),
    "T350": Entry(
        "somebody who may be late for their next hour",
        "With `jitter` a row begins late, by another number of minutes every day and in every game. Its walk "
        "has to be over, at its latest, before the next row begins.",
        "rooms: [{id: taproom, name: Taproom, description: A fire.}]\n"
        "actors:\n"
        "  - id: gene\n"
        "    name: Gene\n"
        '    schedule: [{at: "10:00", room: taproom, jitter: 20}, {at: "10:15", room: taproom, asleep: true}]\n',
    ),
    "T351": Entry(
        "a goal that ends twice",
        "Whoever goes somewhere stays for so many minutes, or until an hour, or else as long as the `when` of"
        " the goal holds.",
        "rooms: [{id: taproom, name: Taproom, description: A fire.}]\n"
        "actors:\n"
        "  - id: gene\n"
        "    name: Gene\n"
        '    schedule: [{at: "10:00", room: taproom}]\n'
        "    goals:\n"
        '      - {when: {at: taproom}, go: taproom, for: 10, until: "22:00"}\n',
    ),
}
