"""`tavern prove`: whether a mystery is fair, proved or refuted."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tavern.cli.options import FINE, PROBLEM, content_option, content_roots
from tavern.edge import complain, problems, say

if TYPE_CHECKING:
    from tavern.authoring.proving import Judged
    from tavern.proof.claim import Verdict

OPEN = 3  # exit code: something is neither proved nor refuted
STEPS = 1000  # of the progress bar


class ProveOptions(TypedDict):
    """What `prove` is called with."""

    paths: tuple[Path, ...]
    budget: float | None
    as_json: bool
    verify: Path | None
    no_write: bool
    content: Path | None


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--budget", type=click.FloatRange(min=0), metavar="SECONDS", help="Stop after so long; the rest is BOUNDED."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a mystery, for programs.")
@click.option(
    "--verify", type=click.Path(path_type=Path), metavar="CERTIFICATE", help="Go through a certificate instead."
)
@click.option("--no-write", is_flag=True, help="Write neither certificate nor transcripts.")
@content_option
def prove(**options: Unpack[ProveOptions]) -> int:
    """Prove a mystery fair, or show where it is not: `tavern prove content/cellar_secret`.

    Seven claims are looked at, each PROVED, REFUTED or BOUNDED (what was searched, and how far). Of what is refuted a game is
    written into this folder, as a transcript for `tavern play --at` and `tavern test`. certificate.json is written beside the
    content; with --verify a small independent checker goes through one, for the mystery beside it or at PATH.

    The exit code is 0 when every claim is PROVED, 1 when one is REFUTED, 3 when one is BOUNDED and none refuted; with
    --verify 0 when the certificate holds, else 1.
    """
    if options["verify"] is None and not options["paths"]:
        raise click.UsageError("Name the folder of a mystery, such as content/cellar_secret.")
    if options["verify"] is not None and len(options["paths"]) > 1:
        raise click.UsageError("--verify goes through the certificate of one mystery: name one path, or none.")
    with problems():
        return _prove(options) if options["verify"] is None else _verify(options["verify"], options)


def _prove(options: ProveOptions) -> int:
    from tavern.authoring import proving
    from tavern.compiler.source import without_collector
    from tavern.proof.claim import gravest

    roots = content_roots(options["content"])
    verdicts: list[Verdict] = []
    for path in proving.targets(options["paths"], roots):
        with without_collector():  # hardly anything has cycles, and looking for them takes a fifth of the time
            with _bar() as progress:
                judged = proving.judge(path, roots, _shares(options["budget"]), progress)
            _tell(judged, options)
        verdicts.append(judged.verdict)
    return {"PROVED": FINE, "REFUTED": PROBLEM}.get(gravest(verdicts), OPEN)


def _tell(judged: "Judged", options: ProveOptions) -> None:
    import json

    from tavern.authoring import proving

    transcripts, written = {}, None
    if not options["no_write"]:
        transcripts = proving.write_transcripts(judged, Path())
        if judged.proved.left_off:
            complain("No certificate was written: the time was up before everything was looked at.")
        else:
            written = proving.write_certificate(judged)
    if options["as_json"]:
        say(json.dumps(proving.as_json(judged, transcripts, written), ensure_ascii=False))
        return
    say(proving.text(judged, transcripts))
    if written:
        say(f"Certificate: {written}")


def _verify(path: Path, options: ProveOptions) -> int:
    import json

    from tavern.authoring import certificates, proving
    from tavern.authoring.content import mystery_at
    from tavern.compiler.source import without_collector

    certificate = certificates.load(path)
    home = options["paths"][0] if options["paths"] else certificates.content_of(path)
    with without_collector():
        findings = certificates.verify(certificate, mystery_at(home, content_roots(options["content"])))
    if options["as_json"]:
        say(json.dumps(proving.verified_as_json(findings), ensure_ascii=False))
    else:
        say(proving.verified(path, findings))
    return FINE if certificates.holds(findings) else PROBLEM


def _shares(budget: float | None) -> "Callable[[int], Callable[[], bool]]":
    """Stops for the claims: what is left of the time is shared among those that are left. Without a budget none ever stops.

    The time runs from the first claim on: the content has been loaded by then.
    """
    from time import monotonic

    if budget is None:
        return lambda _left: lambda: False
    ends: list[float] = []

    def share(left: int) -> Callable[[], bool]:
        now = monotonic()
        ends.append(ends[0] if ends else now + budget)
        until = now + max(0.0, ends[0] - now) / max(left, 1)
        return lambda: monotonic() >= until

    return share


@contextmanager
def _bar() -> "Iterator[Callable[[float, str], object]]":
    """How far it is, on stderr, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _done, _title: None
        return
    with click.progressbar(length=STEPS, show_eta=False, width=20, file=sys.stderr) as bar:

        def show(done: float, title: str) -> None:
            bar.label = f"{title:<44}"
            bar.update(max(0, round(done * STEPS) - bar.pos))

        yield show
