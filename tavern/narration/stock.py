"""What the narrator says of his own accord: the words of refusals and of acts that go as one would expect.

The braces are those of `grammar.filled`.
"""

from collections.abc import Mapping

REFUSALS: Mapping[str, str] = {
    # where and whether
    "dark": "It is too dark to make anything out.",
    "not_here": "{The noun} {is} not here.",
    "not_with": "{The noun} {is} not here.",
    "no_person": "{The noun} {is} not somebody you can do that with.",
    "asleep": "{The noun} {is} asleep, and {stays} so.",
    "hostile": "{The noun} {looks} through you as through a window.",
    "not_in_room": "For that you would have to be there.",
    "no_way": "There is no way {way} from here.",
    "blocked": "There is no getting through that way now.",
    "door_locked": "{The noun} {is} locked.",
    "already_there": "You are there.",
    "no_known_way": "You know of no way to {the noun}.",
    "already_with": "{The noun} {is} here already.",
    # things
    "not_carried": "You do not have {the noun}.",
    "shut": "{The noun} {is} shut.",
    "shut_other": "{The other} {is other} shut.",
    "nothing_written": "There is nothing to read on {the noun}.",
    "not_a_thing": "{The noun} {is} not a thing to carry about.",
    "not_portable": "{The noun} {stays} where {it} {is}.",
    "already_carried": "You have {the noun}.",
    "for_sale": "{The noun} would have to be paid for.",
    "no_room_there": "{The noun} would not stay there.",
    "not_wearable": "Nobody could wear {the noun}.",
    "already_worn": "You have {him} on.",
    "not_worn": "You do not have {the noun} on.",
    "not_openable": "{The noun} {does} not open.",
    "already_open": "{The noun} {is} open.",
    "already_closed": "{The noun} {is} shut.",
    "locked": "{The noun} {is} locked.",
    "no_lock": "{The noun} {has} no lock.",
    "not_locked": "{The noun} {is} not locked.",
    "not_closed": "{The noun} would have to be shut first, and not locked.",
    "wrong_key": "That does not fit {the noun}.",
    "no_key": "You have nothing that fits {the noun}.",
    "no_light": "{The noun} {is} not yours to light or put out.",
    "already_lit": "{The noun} {is} lit.",
    "not_lit": "{The noun} {is} not lit.",
    "not_to_eat": "{The noun} {is} no food.",
    "not_to_drink": "{The noun} {is} nothing to drink.",
    "not_for_sale": "Nobody here sells {the noun}.",
    "seller_away": "Whoever sells {the noun} is not here to be paid.",
    "too_dear": "You have not the money for {the noun}.",
    "minded": "You keep your hands off {the noun} while {the minder} {looks minder} on.",
    # people
    "said_nothing": "{The noun} {has} not said anything yet that you could come back to.",
    "nobody_said": "Nobody has told you anything yet that you could come back to. *Ask* somebody first.",
    "not_wanted": "{The other} {looks other} at {the noun}, and {leaves other} {him} in your hand.",
    "not_known": "You would have to know that first.",
    "with_what": "Confront {the noun} with what? With something from your journal, by its number: *confront {noun} with 3*.",
    "not_persuaded": "{The noun} {hears} you out, and there it ends.",
    "not_given": "{The noun} {has} nothing for you.",
    "not_ordered": "{The noun} {waits}, politely, for you to finish.",
    "better_not": "{The noun} {is} better left in peace; and so, on so short an acquaintance, are you.",
    # time
    "no_hiding": "There is no hiding in {the noun}.",
    "seen_hiding": "You are being looked at. It would not be hiding.",
    "not_hiding": "You are in nobody's way as it is.",
    "no_bed": "Your bed is in your room.",
    "no_beds": "There is no bed for you here, nor time to lie in one.",
    "not_tired": "It is no hour for bed. Somebody would remark on it.",
    # the case
    "no_hearing": "Nobody has objected to anything.",
    "nothing_to_insist": "There is no accusation to insist on.",
    "nothing_to_withdraw": "There is no accusation to take back.",
    "nothing_to_choose": "Nothing is proved yet that would leave you a choice.",
    "no_such_choice": "That is not among the things you can do with it.",
    "card_not_held": "That is not in your journal.",
    "too_many_cards": "Three cards to a question: nobody follows a fourth.",
    "nobody_hears": "There is nobody here to hear it.",
    "no_standing": "Nobody will sit through another of those.",
    "accused_today": "One accusation a day is what people will hear, and they have heard today's.",
    "said_today": "You have said your piece this evening.",
}

NOTHING_COMES = "Nothing comes of it."

STAGES: Mapping[str, str] = {
    "hearing": "The room is waiting for your answer: a card by its number, or *nothing*. You can also *withdraw*.",
    "judged": "The room is waiting. *Insist*, and it ends here; or *withdraw*.",
    "proved": "It is proved, and they are waiting to see what you do with it. *Choose*, by number.",
    "ended": "The story is over. *Undo* takes back the last of it, *restart* begins again.",
}

NO_USE: Mapping[str, str] = {
    "": "You find no use for that with {the noun}.",
    "push": "You lean on {the noun}. {The noun} {stays} where {it} {is}.",
    "pull": "You pull at {the noun}. {The noun} {stays} where {it} {is}.",
    "turn": "{The noun} {does} not turn to any purpose.",
    "climb": "{The noun} would not thank you for it, and it leads nowhere.",
    "sit": "You sit a while with {the noun}, and get up no wiser.",
    "stand": "You stand by {the noun}. Nothing is asked of you there.",
    "use": "Say what you would do with {the noun}: open, read, show, give.",
    "break": "Breaking {the noun} would be noticed, and would tell you nothing.",
    "burn": "{The noun} {has} done nothing to be burnt for.",
    "cut": "You have nothing to cut {the noun} with.",
    "clean": "{The noun} {is} as clean as anybody here wants {him}.",
    "fill": "There is nothing to fill {the noun} with.",
    "empty": "There is nothing in {the noun} to pour away.",
    "pour": "{The noun} {is} better where {it} {is}.",
    "tie": "{The noun} {is} better left untied.",
    "throw": "{The noun} would come down again, in front of everybody.",
    "ring": "{The noun} {does} not ring.",
    "wave": "You wave. {The noun} {takes} it calmly.",
    "dig": "{The noun} {is} no place for a spade, and you have none.",
    "analyse": "You have your eyes, and have used them on {the noun}.",
    "put_under": "Under {the other} somebody would find {the noun}, and ask whose it was. You keep it out.",
    "put_behind": "Behind {the other} {the noun} would be lost, or found by the wrong person. You keep it out.",
    "compare": "{The noun} and {the other}: side by side they tell you no more than apart.",
    "enter": "{The noun} {is} not a thing to go into.",
    "jump": "You clear {the noun}, and are where you were.",
    "smile": "You smile at {the noun}. {The noun} {keeps} it, as change.",
    "frown": "You frown at {the noun}. {The noun} {bears} it.",
    "apologise": "{The noun} {lets} it pass, whatever it was.",
    "kiss": "You think better of it. So {does} {the noun}.",
    "shout": "You raise your voice at {the noun}. {The noun} {has} heard worse.",
}

NO_USE_BARE: Mapping[str, str] = {
    "": "That wants a thing or a person to be done to.",
    "sing": "You know one verse. It is not the place for it.",
    "dance": "Nobody is playing.",
    "pray": "You say what one says. Nothing answers in so many words.",
    "jump": "The floor gives back the sound of one pair of boots.",
    "shout": "Everybody in hearing looks, and then goes on.",
    "yes": "Nobody has asked you anything.",
    "no": "Nobody has asked you anything.",
    "stand": "You are on your feet.",
    "sit": "There is time to sit when this is done.",
    "wave": "You wave. Nobody waves back.",
    "smile": "You smile. It is noticed, as everything is here, and not remarked on.",
    "frown": "It is noticed, as everything is here, and not remarked on.",
    "apologise": "Nobody says for what.",
    "dig": "You have no spade, and nobody has said where.",
    "climb": "There is nothing here worth being on top of.",
    "throw": "It would come down again, in front of everybody.",
}

PLAIN: Mapping[str, str] = {
    "": "You do so, and {the noun} {takes} it as it comes.",
    "take": "You take {the noun}.",
    "drop": "You put {the noun} down.",
    "put_in": "You put {the noun} in {the other}.",
    "put_on": "You put {the noun} on {the other}.",
    "wear": "You put {the noun} on.",
    "remove": "You take {the noun} off.",
    "open": "You open {the noun}.",
    "close": "You shut {the noun}.",
    "lock": "The key turns twice. {The noun} {is} locked.",
    "unlock": "The key turns. {The noun} {is} unlocked.",
    "light": "You light {the noun}.",
    "extinguish": "You put out {the noun}.",
    "eat": "You eat {the noun}.",
    "drink": "You drink {the noun}.",
    "buy": "You count out the price, and {the noun} {is} yours.",
    "give": "You give {the noun} to {the other}.",
    "talk": "{The noun} {nods} to you.",
    "greet": "{The noun} {nods} to you.",
    "farewell": "{The noun} {nods}.",
    "thank": "{The noun} {waves} it away.",
    "promise": "You give {the noun} your word. {The noun} {weighs} it.",
    "ask": "{The noun} {has} nothing to say to that.",
    "tell": "{The noun} {hears} it, and {says} nothing.",
    "say_aloud": "You say it, to whoever is near enough to hear. For a moment nobody drinks.",
    "hide": "You get out of sight. From here you see boots, mostly.",
}

OFTEN: Mapping[str, tuple[str, ...]] = {  # what is done often enough to want several wordings; they take turns
    "confront": (
        "{The noun} {listens} to that, and {lets} it go by.",
        "{The noun} {hears} it out. It does not seem to be about {him}.",
        "{The noun} {looks} at it from where {it} {is}, and {adds} nothing.",
        "You put it to {the noun}. It stays where you have put it.",
    ),
    "show": (
        "{The other} {looks other} at {the noun}, and then at you, and {leaves other} it at that.",
        "{The other} {takes other} {the noun} in with one look, and {gives other} you nothing for it.",
        "{The other} {sees other} {the noun}, and {waits other} for the rest.",
    ),
}

PLAIN_BARE: Mapping[str, str] = {
    "": "You do so. It makes no difference that you can see.",
    "unhide": "You come out, and are somebody in a room again.",
}

TOUCH: Mapping[str, str] = {
    "examine": "{The noun} {is} no more than {it} {seems} to be.",
    "touch": "{The noun} {feels} as {it} {looks}.",
    "knock": "You knock on {the noun}. Nothing knocks back.",
    "look_through": "There is nothing to see through {the noun} that you cannot see beside {him}.",
    "smell": "{The noun} {smells} of what {it} {is}.",
    "listen": "{The noun} {keeps} {its} own counsel.",
    "read": "There is nothing to read on {the noun}.",
    "search": "You go over {the noun}, and find what anybody would.",
    "look_in": "There is nothing in {the noun}.",
    "inside": "There is nothing in {the noun}.",
    "look_under": "There is nothing under {the noun}.",
    "look_behind": "There is nothing behind {the noun}.",
    "investigate": "Twenty minutes with {the noun}. You know {him} well now, and nothing more.",
    "person_examine": "{The noun} {is} there to be looked at, and {knows} it.",
    "person_touch": "{The noun} {moves} away by exactly as much.",
    "person_search": "{The noun} {is} not a coat. You leave your hands where they are.",
    "person_look_in": "What {the noun} {has} inside {him} you would have to ask.",
    "person_look_under": "{The noun} would notice.",
    "person_look_behind": "Behind {the noun} there is more of the room.",
    "person_smell": "{The noun} {smells} of the day {it} {has} had.",
    "person_listen": "{The noun} {says} nothing while you listen for it.",
    "person_knock": "You do not. {The noun} would think the less of you.",
}

YOURSELF = "You are as you were this morning, a little less dry. Your hands are clean enough to point with."

DARK = (
    "It is dark. You know the size of the place by the sound of your boots, and that is all you know.",
    "It is as dark as before. Something to see by would change that.",
    "Dark. Your hand, held up, is a matter of opinion.",
)

AIR: Mapping[str, tuple[str, ...]] = {
    "listen": (
        "Nothing you could put a name to.",
        "The same as before, if it was anything.",
        "You hear yourself listening.",
    ),
    "smell": ("It smells as it looks.", "Nothing your nose would swear to."),
    "touch": ("It feels as it looks.",),
}

INVESTIGATED = (
    "You give it twenty minutes, and look at everything twice.",
    "Twenty minutes more. You go round the other way, in case that helps.",
    "You know where to stop by now, and you stop there.",
)
NOTHING_ODD = (
    "Twenty minutes, corner by corner. Everything is where somebody wants it to be.",
    "You go over it again. What is here belongs here.",
    "Corner by corner once more, and the corners have nothing to add.",
)
