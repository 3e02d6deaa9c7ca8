"""Numbers, lengths of time and times of day in words or figures."""

from collections.abc import Sequence

from tavern.parser.words import in_order, these

DAY = 24 * 60
_ONES = in_order(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = dict(zip(in_order("twenty thirty forty fifty sixty seventy eighty ninety"), range(20, 100, 10), strict=True))
NUMBERS = {word: value for value, word in enumerate(_ONES)} | _TENS | {"a": 1, "an": 1, "couple": 2, "few": 3}
ORDINALS = {
    word: value
    for value, word in enumerate(in_order("first second third fourth fifth sixth seventh eighth ninth tenth"), start=1)
}
_UNITS = {"minute": 1, "minutes": 1, "min": 1, "mins": 1, "m": 1, "turn": 1, "turns": 1, "moves": 1, "hour": 60,
          "hours": 60, "hr": 60, "hrs": 60, "h": 60, "day": DAY, "days": DAY, "second": 0, "seconds": 0, "secs": 0}  # fmt: skip
_NAMED = {"midnight": 0, "noon": 720, "midday": 720, "dawn": 360, "sunrise": 360, "daybreak": 360, "morning": 420,
          "afternoon": 840, "dusk": 1080, "sunset": 1080, "evening": 1110, "nightfall": 1200, "night": 1320,
          "closing": 1440 - 30, "tomorrow": 420}  # fmt: skip
_SKIPPED = these("the about around at for some past until till o'clock oclock exactly sharp of")
_WHILES = {("a", "while"): 15, ("a", "bit"): 5, ("a", "moment"): 1, ("moment",): 1, ("while",): 15, ("a", "minute"): 1,
           ("a", "little"): 5, ("a", "little", "while"): 10, ("bit",): 5, ("a", "long", "time"): 60}  # fmt: skip


def number(words: Sequence[str]) -> int | None:
    """The whole number the words say, in figures or in words up to ninety-nine; None when they say none."""
    if len(words) == 1 and words[0].isdecimal() and len(words[0]) <= 6:
        return int(words[0])
    if len(words) == 1:
        return NUMBERS.get(words[0])
    if len(words) == 2 and words[0] in _TENS and words[1] in _ONES[1:10]:
        return _TENS[words[0]] + NUMBERS[words[1]]
    return None


def minutes(words: Sequence[str]) -> int | None:
    """A length of time in minutes: "ten minutes", "half an hour", "an hour and a half", "2 hours", or a bare number."""
    said = tuple(word for word in words if word not in {"for", "about", "around", "of", "another", "more", "some"})
    if said in _WHILES:
        return _WHILES[said]
    if said in {("half", "an", "hour"), ("half", "hour"), ("a", "half", "hour")}:
        return 30
    if said[-3:] == ("and", "a", "half") and len(said) > 3 and said[-4] in {"hour", "hours"}:
        whole = minutes(said[:-3])
        return None if whole is None else whole + 30
    if said[:3] in {("quarter", "of", "an"), ("a", "quarter", "hour")} or said == ("quarter", "an", "hour"):
        return 15
    if "and" in said:
        return _sum_of(said)
    if said and said[-1] in _UNITS:
        count = number(said[:-1]) if len(said) > 1 else None
        if count is not None and not _UNITS[said[-1]]:
            return max(1, round(count / 60))
        return None if count is None else count * _UNITS[said[-1]]
    return number(said) if said and said[0] not in {"a", "an"} else None


def _sum_of(said: tuple[str, ...]) -> int | None:
    place = said.index("and")
    first, second = said[:place], said[place + 1 :]
    if not first or not second or first[-1] not in _UNITS or "and" in second:
        return None
    one, other = minutes(first), minutes(second)
    return None if one is None or other is None else one + other


def time_of_day(words: Sequence[str], clock: int) -> int | None:
    """A minute of the day: "21:40", "half past nine", "9 pm", "midnight". Nine alone is the next nine after `clock`."""
    said = [word for word in words if word not in _SKIPPED or word == "past"]
    if not said:
        return None
    if said[-1] in {"past", "to"}:
        return _of_this_hour(said[:-1], said[-1], clock)
    half, said = _half_of_day(said)
    if len(said) == 1 and said[0] in _NAMED:
        return _NAMED[said[0]] % DAY
    minute = _on_the_dial(said)
    if minute is None:
        return None
    sure = half is not None or minute >= 780 or (":" in said[0] and (said[0][0] == "0" or minute < 60))
    return _with_half(minute, half) if sure else _next(minute, clock)


def _of_this_hour(part: list[str], word: str, clock: int) -> int | None:
    """The next time the hand stands at "half past", at "quarter to"."""
    minute = _past_or_to(part, word, ["midnight"])
    return None if minute is None else (clock + 1 + (minute - clock - 1) % 60) % DAY


def _half_of_day(said: list[str]) -> tuple[str | None, list[str]]:
    for half, endings in (("am", ("am", "morning")), ("pm", ("pm", "evening", "afternoon", "night"))):
        if len(said) > 1 and said[-1] in endings:
            return half, [word for word in said[:-1] if word not in {"in", "this"}]
    for half in ("am", "pm"):
        if said[-1].endswith(half) and said[-1][:-2].isdecimal():
            return half, [*said[:-1], said[-1][:-2]]
    return None, [word for word in said if word not in {"in", "this", "next"}]


def _with_half(minute: int, half: str | None) -> int:
    if half == "pm" and minute < 720:
        return minute + 720
    return minute - 720 if half == "am" and minute >= 720 else minute


def _next(minute: int, clock: int) -> int:
    now = clock % DAY
    return min((minute % 720, minute % 720 + 720), key=lambda at: (at - now - 1) % DAY)


def _on_the_dial(said: list[str]) -> int | None:
    for index, word in enumerate(said):
        if word in {"past", "to", "after", "before"}:
            return _past_or_to(said[:index], word, said[index + 1 :])
    if said[0] == "half" and len(said) == 2:
        return _past_or_to(["half"], "past", said[1:])
    if len(said) == 1 and (":" in said[0] or "." in said[0]):
        hours, minute = (int(part) for part in said[0].replace(".", ":").split(":"))
        return hours * 60 + minute if hours < 24 and minute < 60 else None
    return _hours_and_minutes(said)


def _hours_and_minutes(said: list[str]) -> int | None:
    if len(said) == 1 and said[0].isdecimal() and len(said[0]) == 4:
        hours, minute = divmod(int(said[0]), 100)
        return hours * 60 + minute if hours < 24 and minute < 60 else None
    hour = number(said[:1])
    minute = 0 if len(said) == 1 else number(said[1:]) or -1
    return hour * 60 + minute if hour is not None and hour < 24 and 0 <= minute < 60 and said[0] != "a" else None


def _past_or_to(part: list[str], word: str, hour_words: list[str]) -> int | None:
    counted = [said for said in part if said not in {"a", "minutes", "minute"}]
    minute = {"half": 30, "quarter": 15}.get(" ".join(counted)) or number(counted)
    hour = {"midnight": 0, "noon": 12}.get(hour_words[0]) if len(hour_words) == 1 else None
    hour = number(hour_words) if hour is None else hour
    if minute is None or hour is None or minute > 59 or hour > 24:
        return None
    return (hour * 60 + (minute if word in {"past", "after"} else -minute)) % DAY
