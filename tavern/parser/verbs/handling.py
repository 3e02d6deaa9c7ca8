"""Doing things to things. Rows of the table of verbs; `row.Verb` tells how to read them."""

from tavern.parser.verbs.row import Verb

HANDLING = (
    Verb(
        "take",
        "take, get, grab, pick up, collect, steal, carry, catch, pocket, snatch, fetch, acquire, gather, "
        "take up, scoop up, hold, pick, seize, obtain, swipe, pinch, nick, retrieve, keep, recover, hold onto",
        "* LOOSE; * LOOSE from|off|~in|~on|~under|~behind|out THING; * LOOSE out of THING; "
        "* LOOSE off of THING; pick|take|gather LOOSE up; remove LOOSE from|~in|off THING; "
        "remove LOOSE out of THING; take LOOSE out; * LOOSE ~with HELD=spare; take hold of LOOSE; "
        "get hold of LOOSE; unhook LOOSE [from THING]; unplug LOOSE",
        "TAKE something here: `take the mug`, `take all`, `take tag from chest`.",
    ),
    Verb(
        "drop",
        "drop, put down, lay down, set down, discard, let go of, release, leave, dump, throw away, get rid of, "
        "put away, throw down, ditch, place down",
        "* HELD; put|set|lay|throw HELD down|away; leave HELD here|behind; * HELD here|there|~on; "
        "drop HELD on floor|ground; drop HELD on the floor|ground; put|place|leave|lay HELD on floor|ground; "
        "put|place|leave|lay HELD on the floor|ground",
        "DROP what you carry: `drop the mug`, `drop all`.",
    ),
    Verb(
        "put_in",
        "put, place, insert, stick, stuff, slip, set, lay, hide, drop, push, slide, dip, plant, throw, toss, "
        "return, put back, wedge, shove, thrust, conceal, plug, submerge, soak, poke, fit, store, pack",
        "* HELD ~in THING; put HELD back ~in THING; * HELD through|between THING; "
        "wedge|prop|block|jam|hold THING=other [open|shut] ~with HELD=noun; plug|stop THING=other ~with HELD=noun",
        "PUT something IN another: `put the tag in the chest`.",
    ),
    Verb(
        "put_under",
        "put, place, slip, slide, push, hide, stick, set, shove, poke, conceal, drop, lay, throw, kick, tuck",
        "* HELD ~under THING; * HELD down ~under THING",
        "PUT something UNDER another: `put the tag under the mug`.",
    ),
    Verb(
        "put_behind",
        "put, place, slip, slide, push, hide, stick, set, shove, poke, conceal, drop, lay, throw, kick, tuck",
        "* HELD ~behind THING; * HELD down ~behind THING",
        "PUT something BEHIND another: `put the tag behind the casks`.",
    ),
    Verb(
        "put_on",
        "put, place, set, lay, hang, stick, rest, balance, drop, stack, lean, spread, throw, hang up, "
        "put back, drape, slide, pile, stand",
        "* HELD ~on THING; put HELD back ~on THING; * HELD against|over|across|by|near|beside|around THING; "
        "put|set|lay|place HELD down|back ~on THING; put|set|lay|place down HELD ~on THING; "
        "hang HELD up ~on THING; cover THING=other ~with HELD=noun",
        "PUT something ON another: `put the mug on the table`.",
    ),
    Verb(
        "give",
        "give, hand, offer, pass, feed, pay, deliver, bribe, hand over, give back, return, slip, lend, sell, "
        "tip, donate, surrender, give up",
        "* HELD to TAKER; give|hand|offer|pass|pay|feed|return|slip|lend|sell|tip PERSON=other HELD=noun; "
        "feed THING=other; feed THING=other ~with HELD=noun; "
        "* HELD back to PERSON; give|hand|pass HELD over to PERSON; "
        "bribe|pay|feed|tip PERSON=other ~with HELD=noun; bribe|pay|feed|tip PERSON=other; "
        "give|hand|offer|pass|return|lend|sell|deliver|donate|surrender HELD; hand over HELD; give back|up HELD",
        "GIVE what you carry to somebody: `give the paper to sarah`, `give sarah the paper`.",
    ),
    Verb(
        "show",
        "show, display, present, reveal, hold up, point out, wave, hold out, flash, let, exhibit",
        "* ITEM to PERSON; show PERSON=other ITEM=noun; let PERSON=other see ITEM=noun; point ITEM at PERSON; "
        "wave ITEM at PERSON; hold ITEM up to PERSON; show|present PERSON=other with ITEM=noun; show ITEM; "
        "present|display ITEM; ask|tell PERSON=other to look at|see|read|examine ITEM=noun",
        "SHOW a thing or a clue to somebody: `show the tag to hame`, `show marcus 3`.",
    ),
    Verb(
        "open",
        "open, open up, unbar, unbolt, unlatch, unfasten, untie, unwrap, uncover, undo the, unfold, uncork, "
        "lift the lid of, lift lid of, unbuckle, unroll, draw back, pull open, push open, throw open, unblock",
        "* THING; pull|push|throw|slide THING open; break open THING; raise|lift lid|cover of|from|on THING; "
        "raise|lift the lid|cover of|from|on THING",
        "OPEN a door or a chest: `open the chest`.",
    ),
    Verb(
        "close",
        "close, shut, slam, close up, shut up, pull closed, push closed, pull shut, push shut, refasten",
        "* THING; pull|push|slide THING closed|shut|to; * THING ~with HELD=spare; close|shut the lid|cover of THING; "
        "cover THING",
        "CLOSE what is open: `close the door`.",
    ),
    Verb(
        "unlock",
        "unlock, pick, unpadlock, pick the lock of, pick the lock on, pick lock of, pick lock on",
        "* THING ~with KEY; unlock THING; open THING ~with KEY; "
        "use|try|turn|put|insert KEY=other ~in|~on THING=noun; pick|force the lock of|on THING; pick the lock; "
        "try to unlock THING",
        "UNLOCK with a key: `unlock the chest with the brass key`.",
    ),
    Verb(
        "lock",
        "lock, bar, bolt, latch, padlock, bar up, lock up",
        "* THING ~with KEY; * THING; draw the bar of|on THING",
        "LOCK with a key: `lock the chest`.",
    ),
    Verb(
        "push",
        "push, press, shove, move, shift, slide, nudge aside, depress, roll, push on, push against, lower, "
        "press on, lean on, lean against, push aside, move aside, budge, swing, kick aside, push down, push in",
        "* THING; * THING DIR=spare; * THING to|toward|towards|aside|away|down|up; "
        "push|press|move|slide THING to THING=spare; move|push|slide THING ~with HELD=spare; push up THING; "
        "push THING ~in|~on|against THING=spare",
        "PUSH or move something: `push the cask`.",
    ),
    Verb(
        "pull",
        "pull, tug, drag, yank, lift, raise, haul, heave, pull on, tug on, tug at, pull up, lift up, pull at, "
        "pull down, pull out, draw, pry up, pull aside, pull off, prise up, yank on, jerk, lever up, "
        "pull back, hoist",
        "* THING; lift|raise|pull|pry|prise THING up|off|out|down|back; pull|drag THING DIR=spare; "
        "* THING ~with HELD=spare; pull|drag THING to|from|off|~in THING=spare",
        "PULL or lift something: `pull the rope`.",
    ),
    Verb(
        "turn",
        "turn, twist, rotate, spin, crank, wind, screw, unscrew, set, adjust, swivel, dial, turn over, "
        "wind up, tune, flip, flip over, tip over, tip, reverse, turn up, turn down, invert",
        "* THING; turn|flip THING over|around|round|~with; turn|set|dial|adjust THING to TEXT; turn|set|wind|put "
        "THING back|forward|on to TEXT; "
        "turn|wind|screw THING ~with HELD=spare; turn|tip THING upside down; turn THING DIR=spare; "
        "wind THING up",
        "TURN something: `turn the handle`.",
    ),
    Verb(
        "light",
        "light, ignite, kindle, turn on, switch on, light up, relight, activate",
        "* THING; * THING ~with|from THING=spare; turn|switch THING on; make a fire in THING; put THING on fire",
        "LIGHT a candle or a lamp: `light the candle`.",
    ),
    Verb(
        "extinguish",
        "extinguish, put out, blow out, snuff, snuff out, douse, turn off, switch off, quench, dowse, blow, "
        "stub out, smother, deactivate, unlight, blow on",
        "* THING; put|blow|snuff|turn|switch THING out|off; * THING ~with HELD=spare",
        "EXTINGUISH a light: `put out the candle`.",
    ),
    Verb(
        "wear",
        "wear, put on, don, dress in, try on, slip on, get dressed in, change into",
        "* HELD; put|slip|try HELD on",
        "WEAR a piece of clothing: `wear the coat`.",
    ),
    Verb(
        "remove",
        "take off, doff, remove, shed, strip off, get out of, slip off, undress",
        "* WORN; take|slip HELD off",
        "TAKE OFF what you wear: `take off the coat`.",
    ),
    Verb(
        "eat",
        "eat, devour, consume, bite, chew, swallow, nibble, munch, eat up, eat from, lick, bite into, gobble",
        "* THING",
        "EAT something.",
    ),
    Verb(
        "drink",
        "drink, sip, taste, quaff, drain, swig, drink from, drink up, gulp, swill, take a sip of, "
        "take a drink of, have a sip of, have some, drink some, down, drink out of, take a sip from, "
        "take a drink from, have a drink of, have",
        "* THING; drink; have a drink; taste THING; take a sip",
        "DRINK or taste something: `drink the ale`.",
    ),
    Verb(
        "buy",
        "buy, purchase, order, pay for, rent, hire, get me",
        "* WARE from|of|off PERSON; * WARE; buy PERSON=for WARE=noun; order WARE for PERSON=for; "
        "buy WARE for PERSON=for; pay PERSON=other for WARE=noun; treat PERSON=for to WARE=noun; "
        "stand PERSON=for WARE=noun; buy WARE from PERSON=other for PERSON=for",
        "BUY something from somebody: `buy ale from gene`.",
    ),
    Verb(
        "use",
        "use, employ, utilise, utilize, operate, work, apply, try, play, activate, oil, play on",
        "* THING; * THING ~on|~with|~in|to|for THING; try THING ~on|~in|~with THING; play ~with|~on THING; oil THING; "
        "point|aim|shine|turn THING at|~on|towards|toward THING; shine THING over|~in|~under|~behind THING; "
        "write|chalk|scratch|draw TEXT=spare ~on THING; write|chalk|draw ~on THING",
        "USE something, when no better word comes to mind; a better word will do more.",
    ),
    Verb(
        "wave",
        "wave, wave to, wave at, brandish, swing, flourish, shake, beckon, beckon to, gesture at, gesture to, "
        "signal, signal to, salute",
        "wave at THING; *; * THING; wave|shake THING at|to THING=spare",
        "WAVE, or wave something.",
    ),
    Verb(
        "smile",
        "smile, grin, laugh, wink, bow, curtsy, blush, smile at, grin at, laugh at, laugh with, wink at, bow to, "
        "curtsy to, "
        "nod to",
        "smile at THING; *; * THING",
        "SMILE, wink or bow: it is noticed.",
    ),
    Verb(
        "frown",
        "frown, glare, scowl, sigh, shrug, cry, weep, sob, frown at, glare at, scowl at, shrug at",
        "frown at THING; *; * THING",
        "FROWN, sigh or weep: it is noticed.",
    ),
    Verb(
        "apologise",
        "apologise, apologize, say sorry, i am sorry, sorry, apologise to, apologize to, say sorry to",
        "apologise to THING; *; * THING; * for|about TEXT; * THING for TEXT",
        "APOLOGISE to somebody.",
    ),
    Verb(
        "ring",
        "ring, toll, chime, sound, strike",
        "* THING; ring for PERSON",
        "RING a bell.",
    ),
    Verb(
        "break",
        "break, smash, crack, destroy, shatter, wreck, force, pry, prise, break down, force open, pry open, "
        "prise open, break up, break into, tear, rip, snap, tear up, break through, demolish, crush, crowbar, "
        "lever open, rip up, damage, kick down, kick in, pry at, smash up",
        "* THING ~with THING; * THING; pry|prise|force|break|lever THING open|off|up|down|apart; "
        "pry|prise|force|break|lever THING open|off|up|down|apart ~with THING",
        "BREAK something. People notice.",
    ),
    Verb(
        "burn",
        "burn, set fire to, torch, incinerate, char, scorch, set light to, burn up, set alight",
        "* THING ~with|~in|~on|over THING; * THING; set THING on fire; set THING alight",
        "BURN something. What is burnt is gone.",
    ),
    Verb(
        "cut",
        "cut, slice, carve, chop, snip, saw, slash, scrape, cut up, cut through, cut off, cut down, chop down, "
        "chop up, sever, prune, trim, whittle, shave",
        "* THING ~with THING; * THING; cut THING off|up|down|open|~in half|pieces",
        "CUT something: `cut the rope with the knife`.",
    ),
    Verb(
        "clean",
        "clean, wipe, scrub, polish, wash, sweep, brush, wipe off, dust off, clean up, clean off, scrape off, "
        "rinse, wipe down, clear, dry, mop, tidy, tidy up, brush off, wash off, wipe clean, shine, sponge, "
        "sweep up",
        "* THING ~with|~in|~on THING; * THING; wipe|clean|brush|wash|rub THING off|clean|down|up",
        "CLEAN or wipe something.",
    ),
    Verb(
        "tie",
        "tie, fasten, attach, bind, hitch, knot, tie up, secure, fix, connect, chain, join, lash, hook, strap, "
        "glue, clip, moor, buckle, rope, link, tether",
        "* THING to|~with|~on|around|onto|together THING; * THING; tie THING up|together; "
        "tie THING and THING [together]",
        "TIE one thing to another: `tie the rope to the ring`.",
    ),
    Verb(
        "fill",
        "fill, fill up, refill, top up, load",
        "* THING ~with|from|at|~in THING; * THING",
        "FILL something: `fill the mug with ale`.",
    ),
    Verb(
        "empty",
        "empty, empty out, clear out, unload, drain, tip out, spill, pour out",
        "* THING; * THING ~in|~on|out|over THING=spare; pour|tip|empty THING out|away",
        "EMPTY something out.",
    ),
    Verb(
        "pour",
        "pour, pour out, decant, spill, sprinkle",
        "* THING ~in|~on|over|from|out THING; * THING",
        "POUR something out, or into another: `pour ale on the fire`.",
    ),
    Verb(
        "dig",
        "dig, dig in, dig up, excavate, dig at, dig under, burrow, dig a hole in, dig for, dig into, dig out, unearth",
        "* THING ~with THING; * THING; *; * [~in|~under] with THING=other; dig a hole; dig THING up; "
        "dig ground|floor|here",
        "DIG, with something to dig with: `dig in the sand with the spade`.",
    ),
    Verb(
        "throw",
        "throw, toss, hurl, chuck, fling, lob, pitch, cast, shoot",
        "* HELD at|to|through|over|toward|towards|against|across|off THING; * HELD; "
        "throw THING=other HELD=noun; * HELD away",
        "THROW something, or throw it at something.",
    ),
    Verb(
        "hit",
        "hit, attack, kill, fight, punch, kick, strike, slap, murder, stab, hurt, beat, bash, thump, whack, "
        "smack, wound, assault, hammer, hammer on, kick at, club, choke, strangle, beat up, knock out, "
        "wrestle, shoot, fire at, hit on, injure, pummel, shoot at, tackle, trip, push over, threaten",
        "* THING ~with THING; * THING",
        "HIT somebody or something. It seldom helps.",
    ),
    Verb(
        "knock",
        "knock, knock on, knock at, knock against, rap, rap on, bang, bang on, bang at, tap at, rap at, "
        "pound on, hammer at, knock upon, thump on, knock knock",
        "knock on THING; * THING; *",
        "KNOCK on something: `knock on the door`.",
    ),
    Verb(
        "kiss",
        "kiss, hug, embrace, cuddle, flirt with, seduce, make love to, marry, hold hands with",
        "* THING",
        "KISS somebody. Consider first.",
    ),
    Verb(
        "wake",
        "wake, wake up, awaken, rouse, waken, wake from sleep",
        "* THING; wake|shake THING up|awake; *",
        "WAKE somebody: `wake jory`.",
    ),
    Verb(
        "sing",
        "sing, hum, whistle, sing to, sing for, hum to, whistle to, whistle at",
        "sing to THING; *; * THING; sing a song; whistle a tune; hum a tune; whistle|hum|sing the tune",
        "SING, hum or whistle.",
    ),
    Verb(
        "dance",
        "dance, dance with, jig, caper, waltz, dance for",
        "dance with THING; *; * THING; dance a jig",
        "DANCE, alone or with somebody.",
    ),
    Verb(
        "pray",
        "pray, pray to, pray for, worship, say a prayer, bless, kneel before, meditate",
        "pray to THING; *; * THING",
        "PRAY.",
    ),
    Verb(
        "shout",
        "shout, yell, scream, shout at, yell at, scream at, shout to, call out, call, call for, call to, "
        "shout for, yell for, cry out, shout for help, call for help, scream for help, howl, holler, "
        "cry for help, cheer, clap, applaud, summon, curse, swear, swear at, insult, damn",
        "shout at THING; *; * THING; shout TEXT=text",
        "SHOUT, or call somebody.",
    ),
)
