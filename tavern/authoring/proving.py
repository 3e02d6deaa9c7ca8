"""`tavern prove`: the seven claims of a mystery, as text and for programs, with games that show what is refuted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from textwrap import fill

from tavern import __version__
from tavern.authoring.certificates import Replay, beside
from tavern.authoring.content import mystery_at
from tavern.authoring.declared import declared
from tavern.authoring.record import recorded
from tavern.authoring.subjects import subjects
from tavern.authoring.where import id_at, open_at
from tavern.authoring.wording import worded
from tavern.compiler.compile import compile_folder, is_setting
from tavern.model.mystery import Mystery
from tavern.paths import short
from tavern.problem import Problem
from tavern.proof.certificate import certificate, claim_as_json
from tavern.proof.checker.check import Finding
from tavern.proof.claim import Claim, Verdict, Witness, gravest
from tavern.proof.proving import Proved, Shares, prove

WIDTH = 80
INDENT = " " * 10
MOST_PARTS = 6  # of one claim that are told each by itself
MOST_LINES = 6  # of a game that are printed; all of them are in its file
MARK = "# REFUTED: "
Progress = Callable[[float, str], object]


@dataclass(frozen=True, slots=True)
class Judged:
    """A mystery and what was found of it.

    id: what its folder or file is called, as transcripts name it. roots: where mysteries are looked for besides.
    """

    path: Path
    id: str
    roots: tuple[Path, ...]
    mystery: Mystery
    proved: Proved
    replay: Replay

    @property
    def verdict(self) -> Verdict:
        """The gravest of the seven."""
        return gravest([claim.verdict for claim in self.proved.whole])


def targets(paths: Sequence[Path], roots: Sequence[Path]) -> list[Path]:
    """The mysteries that the paths mean; of several, settings are left out. Raises Problem where there is none."""
    asked = list(dict.fromkeys(subject.folder for path in paths for subject in subjects(path, roots)))
    found = asked if len(asked) == 1 else [folder for folder in asked if not _is_setting(folder, roots)]
    if not found:
        where = ", ".join(map(str, paths))
        raise Problem(f"There is no mystery in {where}, only settings: name the folder of a mystery.")
    return found


def _is_setting(folder: Path, roots: Sequence[Path]) -> bool:
    return is_setting(compile_folder(folder, [folder.resolve().parent, *roots]).diagnostics)


def judge(path: Path, roots: Sequence[Path], shares: Shares, progress: Progress) -> Judged:
    """The claims of the mystery in a folder or file. Raises Problem, BrokenContent."""
    mystery = mystery_at(path, roots)
    replay = Replay(mystery)
    proved = prove(mystery, replay, wording=worded, shares=shares, progress=progress)
    return Judged(path, id_at(str(path), roots)[0], tuple(roots), mystery, proved, replay)


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────────


def write_certificate(judged: Judged) -> Path:
    """Write the certificate beside the content; its path. Raises Problem."""
    path = beside(judged.path)
    _write(path, certificate(judged.mystery, judged.proved, judged.replay, __version__))
    return path


def write_transcripts(judged: Judged, folder: Path) -> dict[str, Path]:
    """Write a transcript for each of the seven claims that a game refutes; claim → its file. Raises Problem."""
    found: dict[str, Path] = {}
    for claim in judged.proved.whole:
        witness = witness_of(judged, claim)
        if witness is not None:
            path = folder / f"{judged.id}-{claim.id}.txt"
            if path.exists() and not path.read_text(encoding="utf-8", errors="replace").startswith(MARK):
                raise Problem(f"{path} is there already, and is no transcript of `tavern prove`: move it away.")
            _write(path, transcript(judged, claim, witness, path))
            found[claim.id] = path
    return found


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "no reason").lower()
        raise Problem(f"{path} cannot be written: the system says “{reason}”; --no-write writes nothing.") from error


def witness_of(judged: Judged, claim: Claim) -> Witness | None:
    """The game that refutes the claim, or the first of its parts that one refutes; None where it is refuted by argument."""
    if claim.verdict is not Verdict.REFUTED:
        return None
    parts = (part for part in (claim, *judged.proved.parts(claim.id)) if part.verdict is Verdict.REFUTED)
    return next((part.witness for part in parts if part.witness and part.witness.lines), None)


def transcript(judged: Judged, claim: Claim, witness: Witness, path: Path) -> str:
    """The game as a transcript, with a word at its top on what it shows."""
    games, id = open_at(str(judged.path), judged.roots)
    game = games.new(id, seed=witness.seed)
    says = claim.says.replace("\n", " ")
    return "\n".join([f"{MARK}{claim.title}.", f"# {says}", "", recorded(game, witness.lines, path, judged.id)])


# ── as text ─────────────────────────────────────────────────────────────────────────────────────────────────────


def text(judged: Judged, transcripts: dict[str, Path]) -> str:
    """What was found, readable in 80 columns."""
    lines = [f"{judged.mystery.title} ({judged.path})", ""]
    for number, claim in enumerate(judged.proved.whole, 1):
        lines += [f"{claim.verdict:<8}  {number} {claim.title}", *_body(judged, claim, transcripts.get(claim.id)), ""]
    lines += [
        "Assumed:",
        *(fill(each, WIDTH, initial_indent="  ", subsequent_indent="  ") for each in _assumed(judged)),
    ]
    return "\n".join(lines)


def _body(judged: Judged, claim: Claim, file: Path | None) -> Iterator[str]:
    yield _indented(claim.says)
    if claim.verdict is Verdict.PROVED or claim.id == "stranded":
        yield from (_indented(note) for note in claim.notes)
    parts = judged.proved.parts(claim.id)
    first = next((part for part in parts if part.says == claim.says and part.verdict is not Verdict.PROVED), None)
    yield from _mending(judged.mystery, first) if first else ()
    lost = [part for part in parts if part.says != claim.says]
    failing = [part for part in lost if part.verdict is claim.verdict is not Verdict.PROVED]
    yield from _told(judged.mystery, claim.verdict, failing)
    aside = [part for part in lost if part.verdict not in (claim.verdict, Verdict.PROVED)]
    if aside and claim.verdict is not Verdict.PROVED:
        yield _indented(f"Of its parts {len(aside)} more are not proved; --json has all.")
    elif aside:
        yield from _told(judged.mystery, None, aside)
    yield from _shown(judged, claim, file)


def _told(mystery: Mystery, verdict: Verdict | None, parts: Sequence[Claim]) -> Iterator[str]:
    """The parts, a sentence each; with their verdicts where these differ from the whole's."""
    for part in parts[:MOST_PARTS]:
        yield _indented(part.says if part.verdict is verdict else f"{part.verdict}: {part.says}")
        yield from _mending(mystery, part)
    if len(parts) > MOST_PARTS:
        yield _indented(f"and {len(parts) - MOST_PARTS} more; --json has all.")


def _mending(mystery: Mystery, part: Claim) -> Iterator[str]:
    """What would mend the part, and where it stands."""
    yield from (_indented(note, 2) for note in part.notes[:2])
    if place := declared(mystery, part.says):
        yield _indented(f"See {place}.", 2)


def _shown(judged: Judged, claim: Claim, file: Path | None) -> Iterator[str]:
    witness = witness_of(judged, claim)
    if witness is None:
        return
    if len(witness.lines) <= MOST_LINES:
        yield from (f"{INDENT}> {line}" for line in witness.lines)
    else:
        yield f"{INDENT}A game of {len(witness.lines)} lines shows it."
    if file is not None:
        yield f"{INDENT}To see it: {_command(judged, file)}"


def _command(judged: Judged, file: Path) -> str:
    home = judged.path.resolve().parent
    is_found = home in [root.resolve() for root in judged.roots]
    around = "" if is_found else f" --content {quote(str(short(home)))}"
    return f"tavern play --at {quote(str(file))}{around}"


def _indented(sentence: str, more: int = 0) -> str:
    indent = INDENT + " " * more
    return fill(sentence, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)


def _assumed(judged: Judged) -> list[str]:
    return list(dict.fromkeys(each for claim in judged.proved.whole for each in claim.assumptions))


def as_json(judged: Judged, transcripts: dict[str, Path], written: Path | None) -> dict[str, object]:
    """The same for programs. written: the certificate, None where it was not written."""
    claims = [claim_as_json(judged.mystery, claim, judged.replay) for claim in judged.proved.claims]
    return {
        "mystery": judged.mystery.id,
        "fingerprint": judged.mystery.rules_fingerprint,
        "verdict": judged.verdict,
        "claims": claims,
        "transcripts": {claim: str(path) for claim, path in transcripts.items()},
        "certificate": str(written) if written else None,
    }


# ── a certificate gone through ──────────────────────────────────────────────────────────────────────────────────


def verified(path: Path, findings: Sequence[Finding]) -> str:
    """What the checker found, a line for each claim, and whether the certificate holds."""
    lines = [
        fill(f"{found.kind:<11} {found.claim}: {found.says}", WIDTH, subsequent_indent=" " * 12) for found in findings
    ]
    refused = sum(found.kind == "refused" for found in findings)
    taken = sum(found.kind == "taken" for found in findings)
    if refused:
        return "\n".join([*lines, f"{path} does not hold."])
    rest = f"; what could not be re-checked is named above, for {taken} of its claims" if taken else ""
    return "\n".join([*lines, f"{path} holds{rest}."])


def verified_as_json(findings: Sequence[Finding]) -> dict[str, object]:
    """The same for programs."""
    return {
        "holds": not any(found.kind == "refused" for found in findings),
        "findings": [{"claim": found.claim, "kind": found.kind, "says": found.says} for found in findings],
    }
