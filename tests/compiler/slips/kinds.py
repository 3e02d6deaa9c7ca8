"""Thirty-three kinds of slips; each is made somewhere in a file, or nowhere where the file has no place for it."""

import re
from collections.abc import Callable, Mapping
from random import Random

from tavern.compiler import nodes as n
from tavern.compiler.forms import keys_of
from tavern.compiler.shape import Condition, Effect, Folder, RouteShape
from tests.compiler.slips.sound import (
    Damage,
    Sound,
    behind,
    one_of,
    some_row,
    some_value,
    with_line,
    with_text,
    written,
)

Kind = Callable[[Sound, Random], Damage | None]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
CLOCK = re.compile(r"\d?\d:\d\d")
KNOWN = {key for shape in (Folder, RouteShape, Effect, Condition) for key in keys_of(shape)}
OPEN_ENDED = {"count", "counter"}  # keys under which a number may be any
ROUTE_VERBS = {
    "ask",
    "show",
    "give",
    "confront",
    "challenge",
    "examine",
    "search",
    "listen",
    "watch",
    "follow",
    "read",
    "hide",
}


def _key(file: Sound, chance: Random, least: int = 3) -> n.Scalar | None:
    """A key of the format, not one of the author's own."""
    return one_of(chance, [key for key in file.keys if len(key.text) >= least and key.text in KNOWN])


def _is_quoted(file: Sound, value: n.Scalar) -> bool:
    text = written(file, value)
    return len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]


def misspelt_key(file: Sound, chance: Random) -> Damage | None:
    key = _key(file, chance, 4)
    if key is None:
        return None
    at = chance.randrange(1, len(key.text))
    return with_text(file, key, key.text[:at] + key.text[at + 1 :])


def swapped_key(file: Sound, chance: Random) -> Damage | None:
    key = _key(file, chance)
    if key is None:
        return None
    word = key.text
    places = [i for i in range(len(word) - 1) if word[i] != word[i + 1]]
    i = chance.choice(places)
    return with_text(file, key, word[:i] + word[i + 1] + word[i] + word[i + 2 :])


def deeper(file: Sound, chance: Random) -> Damage | None:
    row = some_row(file, chance)
    return None if row is None else with_line(file, row, " " * chance.choice((1, 2)) + file.lines[row])


def shallower(file: Sound, chance: Random) -> Damage | None:
    row = some_row(file, chance, lambda line: line.startswith("  "))
    return None if row is None else with_line(file, row, file.lines[row][chance.choice((1, 2)) :])


def tab(file: Sound, chance: Random) -> Damage | None:
    row = some_row(file, chance, lambda line: line.startswith("  "))
    return None if row is None else with_line(file, row, "\t" + file.lines[row].lstrip(" "))


def missing_colon(file: Sound, chance: Random) -> Damage | None:
    key = _key(file, chance)
    if key is None:
        return None
    row, end = key.line - 1, key.column - 1 + key.length
    line = file.lines[row]
    return with_line(file, row, line[:end] + line[end + 1 :])


def missing_space(file: Sound, chance: Random) -> Damage | None:
    keys = [key for key in file.keys if behind(file, key).startswith(": ")]
    key = one_of(chance, keys)
    if key is None:
        return None
    row, end = key.line - 1, key.column + key.length
    line = file.lines[row]
    return with_line(file, row, line[:end] + line[end + 1 :])


def open_quote(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda _, value: _is_quoted(file, value))
    if value is None:
        return None
    row, end = value.line - 1, value.column - 1 + value.length
    line = file.lines[row]
    return with_line(file, row, line[: end - 1] + line[end:])


def quote_in_quote(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda _, value: _is_quoted(file, value) and len(value.text) > 4)
    if value is None:
        return None
    row, middle = value.line - 1, value.column - 1 + value.length // 2
    line = file.lines[row]
    mark = line[value.column - 1]
    return with_line(file, row, line[:middle] + mark + line[middle:])


def dangling(file: Sound, chance: Random) -> Damage | None:
    use = one_of(chance, list(file.uses))
    return None if use is None else with_text(file, use, "somebody_else")


def nearly_right(file: Sound, chance: Random) -> Damage | None:
    use = one_of(chance, [use for use in file.uses if len(use.text) > 3])
    if use is None:
        return None
    at = chance.randrange(1, len(use.text))
    return with_text(file, use, use.text[:at] + use.text[at + 1 :])


def misspelt_declaration(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda key, value: key.text == "id" and len(value.text) > 4)
    if value is None:
        return None
    at = chance.randrange(1, len(value.text))
    return with_text(file, value, value.text[:at] + value.text[at + 1 :])


def word_for_number(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda _, value: value.plain and bool(NUMBER.fullmatch(value.text)))
    return None if value is None else with_text(file, value, "some")


def list_for_text(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda key, _: key.text in ("id", "name", "at", "room", "title"))
    if value is None:
        return None
    typed = written(file, value)
    return with_text(file, value, f"[{typed}, {typed}]")


def text_for_list(file: Sound, chance: Random) -> Damage | None:
    lists = [
        value
        for _, value in file.entries
        if isinstance(value, n.Sequence)
        and value.span.length > 1
        and all(isinstance(item, n.Scalar) for item in value.items)
    ]
    if not lists:
        return None
    value = chance.choice(lists)
    row, first = value.span.line - 1, value.span.column - 1
    line = file.lines[row]
    return with_line(file, row, f'{line[:first]}"some of them"{line[first + value.span.length :]}')


def doubled(file: Sound, chance: Random) -> Damage | None:
    row = some_row(file, chance)
    return None if row is None else with_line(file, row, file.lines[row], file.lines[row])


def lost(file: Sound, chance: Random) -> Damage | None:
    row = some_row(file, chance)
    if row is None:
        return None
    lines = [*file.lines[:row], *file.lines[row + 1 :]]
    before = next((i for i in range(row - 1, -1, -1) if lines[i].strip()), 0)
    after = next((i for i in range(row, len(lines)) if lines[i].strip()), len(lines) - 1)
    return lines, {before, row, after}


def merge_marker(file: Sound, chance: Random) -> Damage | None:
    row = chance.randrange(len(file.lines))
    marker = chance.choice(("<<<<<<< HEAD", "=======", ">>>>>>> main"))
    lines = [*file.lines[:row], marker, *file.lines[row:]]
    return lines, {row}


def key_twice(file: Sound, chance: Random) -> Damage | None:
    rows = [
        key.line - 1
        for key, value in file.entries
        if isinstance(value, n.Scalar) and value.plain and file.lines[key.line - 1].lstrip(" ").startswith(key.text)
    ]
    if not rows:
        return None
    row = chance.choice(rows)
    return with_line(file, row, file.lines[row], file.lines[row].rstrip() + "x")


def open_bracket(file: Sound, chance: Random) -> Damage | None:
    row = some_row(file, chance, lambda line: line.rstrip().endswith(("]", "}")))
    return None if row is None else with_line(file, row, file.lines[row].rstrip()[:-1])


def dash_without_blank(file: Sound, chance: Random) -> Damage | None:
    row = some_row(file, chance, lambda line: line.lstrip().startswith("- "))
    return None if row is None else with_line(file, row, file.lines[row].replace("- ", "-", 1))


def comment_sign(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda _, value: value.length > 3)
    if value is None:
        return None
    typed = written(file, value)
    middle = len(typed) // 2
    return with_text(file, value, f"{typed[:middle]} # {typed[middle:]}")


def colon_in_value(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda _, value: value.plain and value.length > 3)
    return None if value is None else with_text(file, value, f"{value.text[:2]}: {value.text[2:]}")


def wrong_hour(file: Sound, chance: Random) -> Damage | None:
    found = [
        (row, hour)
        for row, line in enumerate(file.lines)
        if row not in file.prose and not line.lstrip().startswith("#")
        for hour in CLOCK.finditer(line)
    ]
    if not found:
        return None
    row, hour = chance.choice(found)
    line = file.lines[row]
    wrong = chance.choice(("25:10", "10:75", "1030", "half past ten", "10.30"))
    return with_line(file, row, line[: hour.start()] + wrong + line[hour.end() :])


def out_of_range(file: Sound, chance: Random) -> Damage | None:
    value = some_value(
        file,
        chance,
        lambda key, value: value.plain and bool(NUMBER.fullmatch(value.text)) and key.text not in OPEN_ENDED,
    )
    return None if value is None else with_text(file, value, chance.choice(("7000", "-7000")))


def unknown_verb(file: Sound, chance: Random) -> Damage | None:
    keys = [
        inner
        for key, value in file.entries
        if key.text == "on" and isinstance(value, n.Mapping)
        for inner, _ in value.entries
    ]
    keys += [key for key in file.keys if key.text in ROUTE_VERBS]
    key = one_of(chance, keys)
    return None if key is None else with_text(file, key, "ogle")


def smart_quotes(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda _, value: _is_quoted(file, value))
    if value is None:
        return None
    typed = written(file, value)
    return with_text(file, value, f"\u201c{typed[1:-1]}\u201d")


def no_break_space(file: Sound, chance: Random) -> Damage | None:
    key = one_of(chance, [key for key in file.keys if behind(file, key).startswith(": ")])
    if key is None:
        return None
    row, end = key.line - 1, key.column + key.length
    line = file.lines[row]
    return with_line(file, row, line[:end] + "\u00a0" + line[end + 1 :])


def order_mark(file: Sound, chance: Random) -> Damage | None:
    row = some_row(file, chance)
    return None if row is None else with_line(file, row, "\ufeff" + file.lines[row])


def half_a_character(file: Sound, chance: Random) -> Damage | None:
    row = chance.randrange(len(file.lines))
    line = file.lines[row]
    at = chance.randrange(len(line) + 1)
    return with_line(file, row, line[:at] + "\udce2\udc80" + line[at:])


def cut_off(file: Sound, chance: Random) -> Damage | None:
    at = chance.randrange(len(file.text) // 4, len(file.text) * 3 // 4)
    lines = file.text[:at].split("\n")
    return lines, {len(lines) - 1, max(i for i, line in enumerate(lines) if line.strip())}


def yes_for_true(file: Sound, chance: Random) -> Damage | None:
    value = some_value(file, chance, lambda _, value: value.plain and value.text in ("true", "false"))
    return None if value is None else with_text(file, value, "yes" if value.text == "true" else "no")


def uncommented(file: Sound, chance: Random) -> Damage | None:
    rows = [row for row, line in enumerate(file.lines) if line.lstrip().startswith("# ") and row not in file.prose]
    if not rows:
        return None
    row = chance.choice(rows)
    return with_line(file, row, file.lines[row].replace("# ", "", 1))


KINDS: Mapping[str, Kind] = {
    "a key misspelt": misspelt_key,
    "two letters of a key swapped": swapped_key,
    "a line too far in": deeper,
    "a line not far enough in": shallower,
    "a tab": tab,
    "a colon missing": missing_colon,
    "the space after a colon missing": missing_space,
    "a quote left open": open_quote,
    "a quote inside quotes": quote_in_quote,
    "an id that nothing has": dangling,
    "an id nearly right": nearly_right,
    "an id misspelt where it is declared": misspelt_declaration,
    "a word for a number": word_for_number,
    "a list for a text": list_for_text,
    "a text for a list": text_for_list,
    "a line doubled": doubled,
    "a line lost": lost,
    "a merge marker left": merge_marker,
    "a key twice": key_twice,
    "a bracket left open": open_bracket,
    "a dash without its blank": dash_without_blank,
    "a comment sign in a value": comment_sign,
    "a colon in a value without quotes": colon_in_value,
    "an hour that is none": wrong_hour,
    "a number out of range": out_of_range,
    "a verb that is none": unknown_verb,
    "curly quotes": smart_quotes,
    "a space that cannot be broken": no_break_space,
    "a byte order mark inside": order_mark,
    "half a character": half_a_character,
    "the file cut off": cut_off,
    "yes for true": yes_for_true,
    "a comment without its sign": uncommented,
}
