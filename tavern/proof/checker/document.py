"""A certificate as a file: claims, games, arguments, and the seal that shows whether a byte was changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import cast

from tavern.proof.checker.argument import Written, argument_in
from tavern.proof.checker.spelling import Misspelt

FORMAT = 2
NAME = "certificate.json"
KEYS = ("format", "mystery", "rules", "tavern", "claims", "argument", "spared", "unspared", "seal")


class NoCertificate(ValueError):
    """The text is no certificate that this version reads. The words say why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Game:
    """A witness: the lines typed with this seed, and what the last of them shows (see `shows`)."""

    seed: int
    lines: tuple[str, ...]
    shows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A claim as the certificate holds it. by: the cards that show it. figures: name → whole number."""

    id: str
    verdict: str
    says: str
    game: Game | None = None
    by: tuple[str, ...] = ()
    figures: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spared:
    """A game that comes to know the case, and what it can do without: "route ID", "person ID", "thing ID" or "hour ROOM FROM-TO"."""

    game: Game
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that could be read.

    rules: the fingerprint of the rules it was made for. argument: why nobody is stranded. spared: how the case does without any
    single thing; unspared: those for which no game was found.
    """

    mystery: str
    rules: str
    tavern: str
    claims: tuple[Held, ...]
    argument: Written | None
    spared: tuple[Spared, ...] = ()
    unspared: tuple[str, ...] = ()


def text_of(content: Mapping[str, object]) -> str:
    """The certificate with this content as it is written to a file, sealed: the same for the same content."""
    return json.dumps({**content, "seal": seal_of(content)}, ensure_ascii=False, indent=1) + "\n"


def seal_of(content: Mapping[str, object]) -> str:
    """What changes when anything but the seal does. It keeps slips of an editor out, not people who mean it."""
    rest = {key: value for key, value in content.items() if key != "seal"}
    plain = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return blake2b(plain.encode(), digest_size=16).hexdigest()


def certificate_in(text: str) -> Certificate:
    """The certificate in the text of a file. Raises NoCertificate."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = "it is not JSON"
        raise NoCertificate(message) from error
    if not isinstance(content, dict) or not set(content) <= set(KEYS) or "seal" not in content:
        message = "it has not the keys of one"
        raise NoCertificate(message)
    if content.get("format") != FORMAT:
        message = f"its format is {content.get('format')!r}, and this version reads {FORMAT}"
        raise NoCertificate(message)
    if content["seal"] != seal_of(content):
        message = "it was changed after it was written: its seal is another"
        raise NoCertificate(message)
    try:
        return _read(cast("dict[str, object]", content))
    except (Misspelt, TypeError, KeyError) as error:
        message = f"something in it is not spelt as it should be: {error}"
        raise NoCertificate(message) from error


def _read(content: dict[str, object]) -> Certificate:
    argument = content.get("argument")
    return Certificate(
        _word(content["mystery"]),
        _word(content["rules"]),
        _word(content["tavern"]),
        tuple(_claim(claim) for claim in _list(content["claims"])),
        argument_in(argument) if argument is not None else None,
        tuple(_spared(game) for game in _list(content.get("spared", []))),
        _words(content.get("unspared", [])),
    )


def _spared(value: object) -> Spared:
    if not isinstance(value, dict):
        message = "a game is an object"
        raise Misspelt(message)
    return Spared(_game(value), _words(value["without"]))


def _claim(claim: object) -> Held:
    if not isinstance(claim, dict):
        message = "a claim is an object"
        raise Misspelt(message)
    witness = claim.get("witness")
    figures = claim.get("figures", {})
    if not isinstance(figures, dict) or any(type(figure) is not int for figure in figures.values()):
        message = "figures are whole numbers by their names"
        raise Misspelt(message)
    return Held(
        _word(claim["claim"]),
        _word(claim["verdict"]),
        _word(claim["says"]),
        _game(witness) if witness else None,
        _words(claim.get("by", [])),
        figures,
    )


def _game(witness: object) -> Game:
    if not isinstance(witness, dict) or type(witness["seed"]) is not int:
        message = "a witness is an object with a seed"
        raise Misspelt(message)
    return Game(witness["seed"], _words(witness["lines"]), _words(witness["shows"]))


def _words(value: object) -> tuple[str, ...]:
    return tuple(_word(word) for word in _list(value))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        message = "a list is wanted"
        raise Misspelt(message)
    return value


def _word(value: object) -> str:
    if not isinstance(value, str):
        message = "a word is wanted"
        raise Misspelt(message)
    return value
