"""Looking, reading, listening, comparing. Rows of the table of verbs; `row.Verb` tells how to read them."""

from tavern.parser.verbs.row import Verb

LOOKING = (
    Verb(
        "look",
        "look, l, look around, look about, look round, look here, glance around, gaze around, "
        "have a look around, look again, take a look around, have a look, take a look, look everywhere",
        "*; * [at] [the|this] room|place|area|surroundings|here|everything; "
        "examine|x|describe [the|this] place|area|surroundings|everything; where am i; where are we; "
        "what can|do i see [here]; what is [over] here; what is around [me|here|us]; who is here; "
        "who else is here; who is in [the|this] room|here; describe [this] [the] room|here; look DIR=spare; "
        "what is DIR=spare; what is this place; is anyone|anybody here; what is going on [here]; "
        "what is happening [here]",
        "LOOK around the room. It costs no time.",
    ),
    Verb(
        "examine",
        "examine, x, inspect, look at, l at, check, check out, study, view, observe, describe, look over, "
        "peer at, stare at, gaze at, take a look at, have a look at, take a closer look at, "
        "have a closer look at, see, regard, survey, scan, eye, glance at, look around, look round, "
        "look about, admire, watch closely, look upon, ex, examin, consider, look closer at, inspect closely, "
        "contemplate, count, point at, point to, look on, look onto, look toward, look towards, eyeball, "
        "scrutinise, scrutinize, zoom in on",
        "* THING; * THING ~with HELD=spare; look THING; l THING; what is THING like; "
        "what does THING look like; what is ~on THING; what is written ~on|~in THING; what does THING say; "
        "what is wrong with THING; what is|are THING doing; "
        "is|are THING open|closed|shut|locked|unlocked|lit|empty|full|warm|cold",
        "EXAMINE something or somebody closely: `examine the slate`, or `x slate`. It costs no time.",
    ),
    Verb(
        "search",
        "search, frisk, rummage in, rummage through, rummage, rifle, rifle through, ransack, go through, "
        "feel in, reach in, reach into, reach inside, dig through, sift through, search in, search inside, "
        "search through, search under, search behind, hunt through, pat down, sift, root through, "
        "search the pockets of",
        "* THING; * THING for TEXT; look for TOPIC=spare ~in|~on|~under|~behind THING=noun; "
        "look ~in|~on THING for TEXT; search for TOPIC=spare ~in|~on|~under|~behind THING=noun; "
        "find TOPIC=spare ~in|~on THING=noun; check|examine|inspect THING for TEXT",
        "SEARCH something for what it hides: `search the chest`, `search coat for letters`.",
    ),
    Verb(
        "look_in",
        "look in, look inside, look into, peer in, peer into, peek in, peek into, peek inside, l in, "
        "glance in, examine inside, check inside, check in, peer inside, see inside, look down into, x in",
        "* THING; what is ~in THING; what does THING contain; what is contained in THING; look THING inside",
        "LOOK IN something: `look in the chest`.",
    ),
    Verb(
        "look_under",
        "look under, look underneath, look beneath, look below, peer under, peek under, check under, l under, "
        "check underneath, check beneath, examine under, feel under, reach under",
        "* THING; what is ~under THING",
        "LOOK UNDER something: `look under the bed`.",
    ),
    Verb(
        "look_behind",
        "look behind, peer behind, peek behind, check behind, l behind, examine behind, feel behind, "
        "reach behind, look in back of",
        "* THING; what is behind THING",
        "LOOK BEHIND something: `look behind the casks`.",
    ),
    Verb(
        "look_through",
        "look through, look out of, look out, look out through, peer through, peer out of, gaze out of, "
        "peek through, stare out of, spy through, peer out, gaze through, gaze out, see through, "
        "look outside through",
        "* THING; what is outside THING",
        "LOOK THROUGH a window, a crack or a keyhole: `look through the window`.",
    ),
    Verb(
        "investigate",
        "investigate, search for clues, look for clues, look for evidence, search for evidence, find clues, "
        "find evidence, search everywhere, search around, search here, investigate here, "
        "look around for clues, examine everything closely, look for anything suspicious, "
        "look for anything odd, look for anything unusual, search for anything, look for something, "
        "look for things, search for something, look for hints, find something, snoop around, nose around, "
        "poke around, explore, snoop, check everything, detect, sleuth, look for clues here, "
        "look everywhere for clues, check for clues, check the room, look everywhere for evidence",
        "*; * THING; * ~in|~on|around THING; search; search|examine [this|the] room|place|area; "
        "search|examine [this|the] whole room|place; look|search around|everywhere|about [here] for TEXT; "
        "go over [this|the] room|place",
        "INVESTIGATE this room, or one thing in it. It takes twenty minutes, and tells what is out of place.",
    ),
    Verb(
        "read",
        "read, peruse, skim, leaf through, read through, browse, flip through, page through, read from, "
        "read in, read the words on, pore over, thumb through",
        "* THING; * about TOPIC=spare in THING=noun; look up TOPIC=spare ~in THING=noun; "
        "look TOPIC=spare up in THING=noun; * THING to PERSON=spare; consult THING about TOPIC=spare; "
        "what is written in THING",
        "READ something: `read the paper`. It costs no time.",
    ),
    Verb(
        "smell",
        "smell, sniff, smell of, sniff at, inhale, breathe in",
        "*; * THING; what does THING smell like",
        "SMELL the air, or a thing: `smell`, `smell the mug`.",
    ),
    Verb(
        "listen",
        "listen, listen to, listen at, hear, eavesdrop, eavesdrop on, overhear, listen in on, listen for, "
        "listen through, listen in, eavesdrop at, put my ear to, put ear to, put my ear against, press ear to, "
        "hearken to, listen closely, listen carefully, listen closely to, spy on the conversation of",
        "listen to THING; *; * THING; listen to what TEXT; "
        "* [to|for|at] [the] "
        "conversation|conversations|talk|gossip|room|noises|sounds|anything|everything|people|everyone; what can|do i "
        "hear; "
        "put|lay|hold|press [my|an|your|one|the] ear|ears ~on|to|against THING",
        "LISTEN, or listen at something: `listen at the door`.",
    ),
    Verb(
        "touch",
        "touch, feel, stroke, pat, pet, caress, tap, poke, prod, squeeze, tickle, rub, fondle, finger, nudge, "
        "scratch, handle, feel around, tap on, touch up, shake hands with",
        "* THING; * THING ~with HELD=spare; shake hand|hands with THING; "
        "warm [my] hand|hands|myself at|by|over|near|~on THING; "
        "put|lay|place|hold|rest|press [my|a|your|one|the] hand|hands|palm|palms|finger|fingers ~on|against|over THING",
        "TOUCH something: is it warm, or wet? `touch the flagstone`.",
    ),
    Verb(
        "compare",
        "compare, match, match up, check, contrast, hold, cross check",
        "* ITEM ~with|to|against|and|beside|by ITEM; set|lay ITEM against|beside|by ITEM; match ITEM; compare ITEM",
        "COMPARE two things or two clues: `compare tag with paper`, `compare 2 with 5`.",
    ),
    Verb(
        "analyse",
        "analyse, analyze, test, assay, dust, fingerprint, examine minutely, do tests on",
        "* THING; * THING for TEXT",
        "ANALYSE something: what is it made of, and how old is it?",
    ),
)
