"""Names with their articles, lists, hours: the small change of every sentence."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from tavern.model.mystery import Mystery, Names
from tavern.model.world import DAY, PLAYER, WORN

T = TypeVar("T")
OWN_ARTICLE = ("the ", "your ", "my ", "a ", "an ", "number ")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FROM_HERE = {"up": "up", "down": "down", "in": "in", "out": "out"} | {
    way: f"to the {way.replace('north', 'north-').replace('south', 'south-').strip('-')}"
    for way in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
}  # a direction as it goes after "no way"


def the(names: Names) -> str:
    """The name with its article: "the slate", "Gene", "your room"."""
    return names.name if _goes_bare(names) else f"the {names.name}"


def a(names: Names) -> str:
    """The name as something not yet pointed out: "a slate", "an oar", "spectacles", "Gene's mug", "a guard's coat"."""
    if _goes_bare(names) or names.plural:
        return names.name
    return f"{'an' if names.name[:1].casefold() in 'aeiou' else 'a'} {names.name}"


def _goes_bare(names: Names) -> bool:
    first = names.name.split(" ", 1)[0]
    return (
        names.proper
        or names.name.lower().startswith(OWN_ARTICLE)
        or (first[:1].isupper() and first.endswith(("'s", "’s")))
    )


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """The text as a sentence: with a full stop, unless something ends it already."""
    return text if not text or text.rstrip("*\"'”’)")[-1:] in ".!?…:" else f"{text}."


def listed(parts: Iterable[str], last: str = "and") -> str:
    """The parts as a list in words: "a", "a and b", "a, b and c"; "" of nothing."""
    words = list(parts)
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def in_words(number: int) -> str:
    """The number as a word up to twelve, then in figures; 0 is "no"."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def several(number: int, one: str, more: str = "") -> str:
    """The number with its noun: "one night", "three nights". more: the plural where an s does not make it."""
    return f"{in_words(number)} {one if number == 1 else more or one + 's'}"


def one_of(options: Sequence[T], count: int) -> T:
    """One of the options, each in its turn as the count goes up."""
    return options[count % len(options)]


def name_of(mystery: Mystery, id: str) -> Names:
    """The names of anything that has some; an id that has none is called by itself, the player "you"."""
    if id in (PLAYER, WORN):
        return Names("you", proper=True)
    if id in mystery.clues:
        return Names(f"*{mystery.clues[id].name}*", proper=True)
    if id in mystery.deductions:
        return Names(f"*{mystery.deductions[id].name}*", proper=True)
    try:
        return mystery.named(id)
    except StopIteration:
        return Names(id.replace("_", " "), proper=True)


def called(mystery: Mystery, id: str) -> str:
    """What something is called within a sentence: "Gene", "the slate"."""
    return the(name_of(mystery, id))


SPANS = {
    0: "no time at all", 1: "a minute", 5: "five minutes", 10: "ten minutes", 15: "a quarter of an hour", 20: "twenty minutes",
    30: "half an hour", 45: "three quarters of an hour", 60: "an hour",
}  # fmt: skip


def span(minutes: int) -> str:
    """So many minutes in words: "a quarter of an hour", "17 minutes", "two hours and ten minutes"."""
    if minutes in SPANS:
        return SPANS[minutes]
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{in_words(rest)} minutes"
    whole = "an hour" if hours == 1 else f"{in_words(hours)} hours"
    return f"{whole} and {span(rest)}" if rest else whole


ONE_OF = {"pence": "penny", "men": "man", "people": "person", "matches": "match", "loaves": "loaf"}


def counted(number: int, name: str) -> str:
    """So many of what is named as many: "11 pence", "1 crown", "0 crowns". A last word that does not end in s stays as it is."""
    *before, last = name.split(" ")
    if number == 1:
        last = ONE_OF.get(last, last[:-1] if last.endswith("s") and not last.endswith("ss") else last)
    return " ".join([str(number), *before, last])


def times(number: int) -> str:
    """How often: "once", "twice", "three times"."""
    return {1: "once", 2: "twice"}.get(number, f"{in_words(number)} times")


def hour(clock: int) -> str:
    """The time of day, "21:40"."""
    return f"{clock % DAY // 60:02}:{clock % 60:02}"


def weekday(mystery: Mystery, clock: int) -> str:
    """The name of the day, the first one being the mystery's."""
    first = WEEKDAYS.index(mystery.weekday) if mystery.weekday in WEEKDAYS else 0
    return WEEKDAYS[(first + clock // DAY) % 7]


def time_of_day(clock: int) -> str:
    """The part of the day: "night", "morning", "afternoon" or "evening"."""
    at = clock % DAY // 60
    return "night" if at < 5 or at >= 22 else "morning" if at < 12 else "afternoon" if at < 17 else "evening"


def when(mystery: Mystery, clock: int) -> str:
    """Day and hour: "Thursday 21:40"."""
    return f"{weekday(mystery, clock)} {hour(clock)}"
