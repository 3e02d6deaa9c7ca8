"""What is said of people coming and going, and of time that passes. The braces are those of `grammar.filled`."""

from collections.abc import Mapping

GOING: Mapping[str, str] = {
    "up": "{who} {goes} up to {there}.",
    "down": "{who} {goes} down to {there}.",
    "out": "{who} {goes} out to {there}.",
    "in": "{who} {goes} into {there}.",
    "any": "{who} {goes} {way}, to {there}.",
    "": "When you look again, {who} {is} not there any more.",
}

CAME: Mapping[str, str] = {
    "up": "{who} {comes} down from {there}.",
    "down": "{who} {comes} up from {there}.",
    "out": "{who} {comes} in from {there}.",
    "in": "{who} {comes} out from {there}.",
    "any": "{who} {comes} in from {there}.",
    "": "{who} {is} here. You did not see from where.",
}

QUIET = (
    "{span}, and nothing that wanted a witness.",
    "You give it {span}, and get nothing back.",
    "Nothing happens, and takes {span} over it.",
    "{span}. The place gets used to you.",
)
LED_NOWHERE: Mapping[str, tuple[str, ...]] = {
    "follow": (
        "{the noun} {stays} where {it} {is}, and for {span} so do you.",
        "{span} at {the noun}'s elbow, and {the noun} {goes} nowhere.",
    ),
    "wait": (
        "{span}, and {the noun} {does} not come.",
        "You wait {span} for {the noun}. Nobody who comes is {the noun}.",
    ),
    "watch": (
        "For {span}, {the noun} {does} what {it} {was} doing.",
        "You watch {the noun} for {span}. {the noun} {has} seen people watch before.",
        "{span}. {the noun} {gives} you nothing you could not have guessed.",
    ),
}
SLEPT = (
    "You sleep. It is {hour}, and {day}.",
    "You sleep, and the night keeps what it had. {day}, {hour}.",
    "A few hours go where such hours go. It is {day}, {hour}.",
)
LOST = "You have lost {the noun}: that is no way for you."
GONE = "{The noun} {is} gone before you have done."
OTHERWISE = "{The noun} {is} {now} before you have done."
CUT_SHORT = "You do not get to the end of it."
COMING_OUT = (
    "You come out of hiding first.",
    "You give up your hiding-place.",
    "You unfold yourself, and come out.",
)

STOPPED_ON_THE_WAY = "That has stopped you at {the noun}."
