"""One game as one file, to be given to others: JSON lines, which are safe to read from strangers.

First line: the header, an object. Second: the source files the game began with. Then a line for each row. Everything is
checked as it is read, sizes before content, and nothing in the file is ever a path or a statement.
"""

import json
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from io import BufferedReader
from pathlib import Path

from tavern.storage import content
from tavern.storage.chain import gather, genesis
from tavern.storage.problems import CannotSave, DamagedSave, ForeignFile, NewerSave, SaveProblem, shown
from tavern.storage.rows import GameRecord, Row

VERSION = 1
MOST_BYTES = 64 * 1024 * 1024
LONGEST_ROW = 1024 * 1024
DEEPEST = 32
"""Levels of JSON inside commands, events and text."""

_LONGEST_HEADER = 4096
_PLAIN_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")
_BRACKETS_ONLY = re.compile(r'"(?:[^"\\]|\\.)*"|[^\[\]{}"]+')
_BROKEN = (ValueError, TypeError, KeyError, RecursionError)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A game on its way: its record (without id), the source files it began with, and its rows, all verified."""

    game: GameRecord
    files: Mapping[str, str]
    rows: tuple[Row, ...]


def write_parcel(path: Path, game: GameRecord, files: Mapping[str, str], rows: Iterable[Row]) -> None:
    """Writes a new file, whole or not at all; CannotSave when one is there or the disk refuses."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        if path.exists():
            raise CannotSave(shown(str(path)), "a file of that name is there", "choose another name")
        with unfinished.open("wb") as file:
            file.writelines(_lines(game, files, rows))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        reason = (error.strerror or "no reason").lower()
        raise CannotSave(shown(str(path)), f"the system says “{reason}”", "choose another place") from error


def read_parcel(path: Path) -> Parcel:
    """What a file holds. ForeignFile, NewerSave or DamagedSave when it is not what `write_parcel` wrote."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or not 0 < found.st_size <= MOST_BYTES:
                raise ForeignFile(path, "it is no file of a fitting size")
            return _parcel(path, file)
    except OSError as error:
        raise ForeignFile(path, f"the system says “{(error.strerror or 'no reason').lower()}”") from error


def _without_waiting(path: str, flags: int) -> int:
    """Opens a pipe too at once, which would else hold the game until somebody writes to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _lines(game: GameRecord, files: Mapping[str, str], rows: Iterable[Row]) -> Iterator[bytes]:
    yield _line(
        {
            "tavern save": VERSION,
            "name": game.name,
            "mystery": game.mystery,
            "seed": game.seed,
            "rules": game.rules_fingerprint,
            "text": game.text_fingerprint,
            "content": game.content,
            "created": game.created,
            "played": game.played,
            "rows": game.head_row,
            "chain": game.head_chain,
        }
    )
    yield _line(files)
    for row in rows:
        yield _line({field.name: getattr(row, field.name) for field in fields(Row)})


def _line(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii") + b"\n"


def _parcel(path: Path, file: BufferedReader) -> Parcel:
    try:
        header = json.loads(file.readline(_LONGEST_HEADER))
        version = header["tavern save"]
    except _BROKEN as error:
        raise ForeignFile(path, "it does not begin as one") from error
    if isinstance(version, int) and version > VERSION:
        raise NewerSave(path, version, VERSION)
    try:
        game = _game(header)
    except _BROKEN as error:
        raise _damaged(path, "its first line is not what was written") from error
    files = content.files_in(file.readline(content.MOST_BYTES))
    if files is None or content.pack(files)[0] != game.content:
        raise _damaged(path, "its content is not what was written")
    rows: list[Row] = []
    try:
        fault = gather(rows, (_row(line) for line in iter(lambda: file.readline(LONGEST_ROW), b"")), genesis(game))
    except _BROKEN as error:
        raise _damaged(path, f"line {len(rows) + 1} cannot be read") from error
    if fault or len(rows) != game.head_row or game.head_chain != (rows[-1].chain if rows else genesis(game)):
        raise _damaged(path, fault or "its end is missing")
    return Parcel(_at_head(game, rows), files, tuple(rows))


def _game(header: Mapping[str, object]) -> GameRecord:
    """The record in a header; ValueError, TypeError or KeyError for what is not one."""
    mystery = _text(header["mystery"])
    if not _PLAIN_ID.fullmatch(mystery):
        raise ValueError("no id")
    return GameRecord(
        id="",
        name=_text(header["name"]),
        mystery=mystery,
        seed=_number(header["seed"]),
        rules_fingerprint=_text(header["rules"]),
        text_fingerprint=_text(header["text"]),
        content=_text(header["content"]),
        created=_text(header["created"]),
        played=_text(header["played"]),
        sequence=0,
        head_row=_number(header["rows"]),
        head_chain=_text(header["chain"]),
    )


def _at_head(game: GameRecord, rows: list[Row]) -> GameRecord:
    if not rows:
        return game
    return replace(game, head_state=rows[-1].state, summary=rows[-1].summary, ended=rows[-1].ended)


def _row(line: bytes) -> Row:
    """The row on a line; ValueError, TypeError, KeyError or RecursionError for what is not one."""
    values = json.loads(line)
    target, ended = values["target"], values["ended"]
    return Row(
        kind=_text(values["kind"]),
        parent=_number(values["parent"]),
        line=_text(values["line"]),
        commands=_json(values["commands"]),
        events=_json(values["events"]),
        text=_json(values["text"]),
        outcome=_text(values["outcome"]),
        summary=_text(values["summary"]),
        target=None if target is None else _number(target),
        ended=None if ended is None else _text(ended),
        number=_number(values["number"]),
        chain=_text(values["chain"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    value.encode("utf-8")
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise TypeError("no whole number")
    return value


def _json(value: object) -> str:
    """Text that is JSON of a bounded depth, so that no later reader runs out of stack."""
    text = _text(value)
    if text.count("[") + text.count("{") > DEEPEST and _depth(text) > DEEPEST:
        raise ValueError("too deep")
    json.loads(text)
    return text


def _depth(text: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKETS_ONLY.sub("", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _damaged(path: Path, cause: str) -> SaveProblem:
    return DamagedSave(shown(str(path)), cause)
