"""Going from place to place. Rows of the table of verbs; `row.Verb` tells how to read them."""

from tavern.parser.verbs.row import Verb

MOVING = (
    Verb(
        "go",
        "go, walk, head, run, move, travel, proceed, step, sneak, creep, wander, march, hurry, turn, wade",
        "DIR; * [to] [the] DIR; climb|swing|jump|crawl|swim|get DIR; go back DIR; leave|exit ROOM; "
        "get out of ROOM; back; go back; turn back; back out; go|walk|head|turn back [the] [same] way [i] [came]; * "
        "DIR to|~in|towards|toward PLACE; climb DIR to|~in PLACE; "
        "leave [by|through] DIR; * DIR [of] [through|by|at] [the|this] [front|back|main] "
        "door|doors|doorway|house|inn|tavern|building",
        "GO in a direction: `go north`, or only `north`, or `n`. `exits` tells the ways there are.",
    ),
    Verb(
        "go_to",
        "go, walk, head, run, return, travel, come, proceed, get, hurry, sneak, go back, move, wander",
        "* to PLACE; * over|up|across|along|back to PLACE; go [and] find PLACE; "
        "go|walk|run|head|return|travel|proceed|hurry PLACE; visit PLACE; take me to PLACE; "
        "climb|take|follow|use [the] stair|stairs|steps|ladder|path|lane|hoist [up|down|back] to|~in PLACE; "
        "go|climb|walk up|down|along [the] stair|stairs|steps|ladder|path|lane|hoist to|~in PLACE; "
        "find my way to PLACE; go ~in|towards|toward PLACE; leave for PLACE; ROOM; "
        "walk|sneak|run|head|step|slip|creep|wander ~in|towards|toward PLACE",
        "GO TO a room you know: `go to the kitchen`. You walk the way there, room by room.",
    ),
    Verb(
        "enter",
        "enter, go through, go in, go into, get in, get into, walk through, climb in, climb into, "
        "climb through, crawl through, crawl into, cross, board, step through, step into, squeeze through, "
        "walk into, go inside, slip into, slip through, pass through, go out by, go out through, leave by, leave "
        "through, "
        "ride, slide down, let myself down, go by, step in, climb down into, go up through, go down through, "
        "ride down, ride on, ride in",
        "* DOORWAY; enter",
        "ENTER what can be gone into: `enter the cellar`, `go through the arch`.",
    ),
    Verb(
        "follow",
        "follow, go after, chase, tail, shadow, trail, pursue, run after, walk after, track, come with, "
        "go with, accompany, sneak after, go behind",
        "* TAKER; * PERSON to|~in PLACE; * after PERSON; * behind PERSON; * PERSON DIR=spare; "
        "* PERSON when|wherever|everywhere|until|if TEXT; * PERSON everywhere",
        "FOLLOW somebody: `follow gene`. They may notice.",
    ),
    Verb(
        "hide",
        "hide, conceal, hide myself, conceal myself, crouch, duck, hide me, take cover, lurk",
        "* ~in|~under|~behind HIDEOUT; *; * HIDEOUT; get|go|crawl|climb ~under|~behind HIDEOUT",
        "HIDE in, behind or under something: `hide behind the casks`. `come out` ends it.",
    ),
    Verb(
        "unhide",
        "come out, stop hiding, unhide, come out of hiding, leave hiding, emerge, show myself, quit hiding",
        "*; * of|from THING",
        "COME OUT of where you hide.",
    ),
    Verb(
        "climb",
        "climb, scale, ascend, climb up, climb down, climb over, climb onto, climb on, go up, go down, "
        "descend, clamber up, clamber over, mount, climb out of",
        "* THING; climb; climb up ~on THING; climb [up] on to THING",
        "CLIMB something: `climb the ladder`.",
    ),
    Verb(
        "sit",
        "sit, sit down, lie, lie down, lean, kneel, perch, recline, take a seat, have a seat, be seated",
        "*; * [down] ~on|~in|at|by|beside|near|against|with|next THING; sit THING; * [down] next to THING",
        "SIT down: `sit`, `sit by the fire`.",
    ),
    Verb(
        "stand",
        "stand, stand up, get up, rise, get off, get down from, get out of",
        "*; * [up] ~on|~in|at|by|beside|near|behind THING; * off|from THING; get off THING; * [up] next to THING; "
        "step|get|hop [up] ~on THING; step|get|hop [up] on to THING; tread ~on THING",
        "STAND up, or on something: `stand up`, `stand on the stool`.",
    ),
    Verb(
        "jump",
        "jump, leap, hop, vault, jump over, jump up, jump on, jump in, jump into, jump off, jump down, "
        "jump to, jump across, leap over, skip, swim, swim in, wade in",
        "*; * THING",
        "JUMP, if you must.",
    ),
)
