"""The edge of the command line: output that is safe to show, problems as sentences, streams and signals that fail."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO, TextIOWrapper
from types import FrameType

import click

from tavern.text.sanitise import sanitise

FINE, PROBLEM = 0, 1
ENDING_SIGNALS = ("SIGTERM", "SIGHUP")


def say(text: str) -> None:
    """Print the result of a command."""
    click.echo(sanitise(text))


def complain(text: str) -> None:
    """Print what is no result, on standard error."""
    click.echo(sanitise(text), err=True)


def agrees(question: str) -> bool:
    """Whether the player says yes. The end of the input is a no."""
    click.echo(sanitise(f"{question} [y/N] "), nl=False)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def mend_streams() -> None:
    """A closed stream is read as empty and written to nowhere; what a stream cannot spell is shown as `?`.

    Must come first: the next file that is opened would take the number of the closed stream, and get its text.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open as long as we run
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def exit_code_of(error: OSError) -> int:
    """Say what the system refused, such as a full disk behind the output. A reader that has gone is no problem."""
    # What stdout still holds cannot be written; Python would complain of it once more at exit.
    sys.stdout = None
    if isinstance(error, BrokenPipeError):
        return FINE
    place = error.filename if isinstance(error.filename, str) else "The output"
    complain(f"{place} cannot be read or written: the system says “{(error.strerror or 'no reason').lower()}”.")
    return PROBLEM


def usage_problem(problem: click.ClickException) -> int:
    """Say how the command line was wrong; what was typed is repeated in it."""
    shown = StringIO()
    problem.show(shown)
    complain(shown.getvalue().rstrip())
    return problem.exit_code


@contextmanager
def problems() -> Iterator[None]:
    """A Problem is one sentence on stderr and its exit code, never a traceback."""
    from tavern.problem import BrokenContent, Problem  # noqa: PLC0415 - brings the database, which `--help` needs not

    try:
        yield
    except Problem as problem:
        if isinstance(problem, BrokenContent):
            complain(problem.report)
        complain(str(problem))
        raise SystemExit(problem.exit_code) from None


@contextmanager
def clean_end() -> Iterator[None]:
    """A closed terminal or a request to end unwinds like any other end, so that saves are closed; the code is 128 + n."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    for name in ENDING_SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
    yield
