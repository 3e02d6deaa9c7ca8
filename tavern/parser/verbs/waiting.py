"""Letting time pass on purpose. Rows of the table of verbs; `row.Verb` tells how to read them."""

from tavern.parser.verbs.row import Verb

WAITING = (
    Verb(
        "watch",
        "watch, keep watch, keep watch on, keep watch over, keep an eye on, spy on, guard, stake out, observe, "
        "keep lookout, stand guard, keep guard, watch over, monitor, surveil, keep my eye on, look out for, "
        "watch out for",
        "*; * MINUTES; * until|till|til TIME; * THING; * THING MINUTES; * THING until|till|til TIME; "
        "* MINUTES until|till|til TIME; * THING MINUTES until|till|til TIME; * here; * [the|this] room; "
        "* for PERSON; * what happens; watch and wait; see what happens",
        "WATCH a person, a thing or the room: `watch gene until midnight`, `watch the window for 30 minutes`.",
    ),
    Verb(
        "wait",
        "wait, z, linger, loiter, pass time, pass the time, stay, hang around, bide my time, kill time, tarry, "
        "rest, relax, wait around, stay put, stay here, do nothing, wait here, hold on, sit tight, hang about",
        "*; * MINUTES; * until|till|til TIME; * for PERSON; * on PERSON; * for PERSON MINUTES; "
        "* for PERSON until|till|til TIME; * MINUTES until|till|til TIME; "
        "* for PERSON MINUTES until|till|til TIME; * until|till|til|for PERSON to come|arrive|leave|return; "
        "* until|till|til PERSON comes|arrives|returns|leaves|goes|is [back|here|gone|asleep|up|down] "
        "[out|in|up|down]; "
        "* some|more; * some more; * a little longer; * a bit longer; "
        "* for|until|till something [happens] [to] [happen]; wait and see; * until|till TIME for PERSON=noun; "
        "* for TIME; * by|at|near|beside|behind|in|on THING=spare",
        "WAIT a while: `wait 20 minutes`, `wait until half past nine`, `wait for sarah`. You stop when "
        "something happens.",
    ),
    Verb(
        "sleep",
        "sleep, nap, go to bed, go to sleep, doze, retire, turn in, get some sleep, take a nap, have a nap, "
        "snooze, fall asleep, go bed, have a sleep, hit the hay, call it a day, call it a night",
        "*; * MINUTES; * until|till|til TIME; * ~in|~on THING=spare; * here; lie down and sleep; "
        "* for the night; go to bed now; i need|want [some|to] sleep|rest; i am tired|sleepy; get some rest",
        "SLEEP until morning: `sleep`, where there is a bed.",
    ),
)
