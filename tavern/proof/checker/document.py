"""A certificate as a file: its claims, its witnesses, its argument, and the seal that shows whether a byte was changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import cast

from tavern.proof.checker.argument import Written, argument_in
from tavern.proof.checker.spelling import Misspelt

FORMAT = 1
NAME = "certificate.json"
KEYS = ("format", "mystery", "rules", "tavern", "claims", "argument", "seal")


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
    """A claim as the certificate holds it. last: its figure of that name, -1 where it has none."""

    id: str
    verdict: str
    says: str
    game: Game | None = None
    last: int = -1


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that could be read. rules: the fingerprint of the rules it was made for."""

    mystery: str
    rules: str
    tavern: str
    claims: tuple[Held, ...]
    argument: Written | None


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
    claims = content["claims"]
    if not isinstance(claims, list):
        message = "a list of claims is wanted"
        raise Misspelt(message)
    argument = content.get("argument")
    return Certificate(
        _word(content["mystery"]),
        _word(content["rules"]),
        _word(content["tavern"]),
        tuple(_claim(claim) for claim in claims),
        argument_in(argument) if argument is not None else None,
    )


def _claim(claim: object) -> Held:
    if not isinstance(claim, dict):
        message = "a claim is an object"
        raise Misspelt(message)
    witness = claim.get("witness")
    figures = claim.get("figures", {})
    last = figures.get("last", -1) if isinstance(figures, dict) else None
    if type(last) is not int:
        message = "figures are whole numbers by their names"
        raise Misspelt(message)
    game = _game(witness) if witness else None
    return Held(_word(claim["claim"]), _word(claim["verdict"]), _word(claim["says"]), game, last)


def _game(witness: object) -> Game:
    if not isinstance(witness, dict) or type(witness["seed"]) is not int:
        message = "a witness is an object with a seed"
        raise Misspelt(message)
    return Game(witness["seed"], _words(witness["lines"]), _words(witness["shows"]))


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        message = "a list of words is wanted"
        raise Misspelt(message)
    return tuple(_word(word) for word in value)


def _word(value: object) -> str:
    if not isinstance(value, str):
        message = "a word is wanted"
        raise Misspelt(message)
    return value
