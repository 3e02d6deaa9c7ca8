"""Certificates beside content: where they lie, whether they are still of what stands there, and what they say when gone through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tavern.chronicle import Entry
from tavern.game import OPENING, Game
from tavern.logbook import Unkept
from tavern.model.commands import Command
from tavern.model.mystery import Mystery
from tavern.model.world import Ended, World
from tavern.problem import Problem
from tavern.proof.checker.check import Finding, check
from tavern.proof.checker.document import NAME, Certificate, NoCertificate, certificate_in
from tavern.proof.playing.play import shared

LARGEST = 50_000_000  # bytes
WENT_ON = ("done", "refused")  # outcomes of a line that was understood


@dataclass(frozen=True, slots=True)
class Replay:
    """Plays lines on new games of a mystery, through the real parser and engine.

    The same lines are played once; a game that begins like an earlier one is taken up from there, as a save would be.
    """

    mystery: Mystery
    _played: dict[tuple[tuple[str, ...], int], tuple[World, ...]] = field(default_factory=dict, compare=False)
    _begun: dict[tuple[tuple[str, ...], int], tuple[Entry, ...]] = field(default_factory=dict, compare=False)

    def __call__(self, lines: Sequence[str], seed: int) -> Sequence[World]:
        """The world after each line; it ends before the first that was not understood, or that came after the end."""
        game = (tuple(lines), seed)
        if game not in self._played:
            self._played[game] = tuple(self._worlds(*game))
        return self._played[game]

    def commands(self, lines: Sequence[str], seed: int) -> Sequence[Command]:
        """What the lines mean where they are typed, one after the other; nothing when one of them was not understood."""
        self(lines, seed)
        return tuple(command for entry in self._begun.get((tuple(lines), seed), ()) for command in entry.commands)

    def _worlds(self, lines: tuple[str, ...], seed: int) -> Iterator[World]:
        before = next((number for number in range(len(lines), 0, -1) if (lines[:number], seed) in self._begun), 0)
        game = Game(self.mystery, Unkept(self._begun.get((lines[:before], seed), ())), seed, self.mystery.title)
        yield from (shared(game.chronicle.state_after(OPENING + number).world) for number in range(1, before + 1))
        for number, line in enumerate(lines[before:], before + 1):
            if isinstance(game.state.world.stage, Ended) or game.feed(line).outcome not in WENT_ON:
                return
            self._begun[lines[:number], seed] = tuple(game.chronicle.all())
            yield shared(game.state.world)


def beside(content: Path) -> Path:
    """Where the certificate of a mystery lies: in its folder, or beside its one file."""
    return content / NAME if content.is_dir() else content.with_name(f"{content.stem}.{NAME}")


def content_of(certificate: Path) -> Path:
    """The folder or file that a certificate lies in or beside."""
    stem = certificate.name.removesuffix(f".{NAME}")
    if stem == certificate.name:
        return certificate.parent
    return next((file for file in certificate.parent.glob(f"{stem}.y*ml")), certificate.with_name(f"{stem}.yaml"))


def load(path: Path) -> Certificate:
    """The certificate in a file. Raises Problem."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise Problem(f"{path} is larger than {LARGEST:,} bytes, which no certificate is.")
        return certificate_in(content.decode("utf-8"))
    except OSError as error:
        raise Problem(f"{path} cannot be read: the system says “{(error.strerror or 'no reason').lower()}”.") from error
    except UnicodeDecodeError as error:
        raise Problem(f"{path} is no certificate: it is not UTF-8.") from error
    except NoCertificate as problem:
        raise Problem(f"{path} is no certificate to go by: {problem}. `tavern prove` makes a new one.") from problem


def verify(certificate: Certificate, mystery: Mystery) -> list[Finding]:
    """What the independent checker says of the certificate. Raises Problem when it is another mystery's."""
    if certificate.mystery != mystery.id:
        raise Problem(
            f"The certificate is of {certificate.mystery}, not of {mystery.id}: name the mystery it was made for."
        )
    return list(check(certificate, mystery, Replay(mystery)))


def holds(findings: Iterable[Finding]) -> bool:
    """Whether nothing is refused."""
    return not any(finding.kind == "refused" for finding in findings)


def staleness(content: Path, mystery: Mystery) -> str:
    """A sentence when the certificate beside the content is not of these rules, or cannot be read; "" when all is well."""
    path = beside(content)
    if not path.is_file():
        return ""
    again = f"`tavern prove {content}` makes a new one"
    try:
        certificate = load(path)
    except Problem:
        return f"Its certificate, {path}, cannot be read: {again}."
    if (certificate.mystery, certificate.rules) != (mystery.id, mystery.rules_fingerprint):
        return f"Its certificate, {path}, is stale: it was made for other rules; {again}."
    return ""
