"""An author's mistake, as a value: what is wrong, where, why, and what to type instead."""

from collections.abc import Iterable
from dataclasses import dataclass

from tavern.diagnostics.catalogue import CATALOGUE, Severity
from tavern.diagnostics.edit import Edit
from tavern.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake. cause: what stands at the span; fix: an imperative; neither ends in a full stop.

    title: the fact in the author's own names; left out, the catalogue's.
    second: the place that disagrees, and what stands there.
    edits: the fix as changes of the text, all to be made together; none where the author has to choose, or to write.
    """

    code: str
    span: Span
    cause: str
    fix: str
    title: str = ""
    second: tuple[Span, str] | None = None
    edits: tuple[Edit, ...] = ()

    @property
    def severity(self) -> Severity:
        """error: cannot be played; warning: can, but is surely not meant."""
        return CATALOGUE[self.code].severity

    @property
    def headline(self) -> str:
        """The title, or that of the catalogue where none was given."""
        return self.title or CATALOGUE[self.code].title


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True if anything stands in the way of playing; warnings do not."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def in_file_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, line and column; those of one place stay in the order they were found."""
    return sorted(diagnostics, key=lambda diagnostic: diagnostic.span)
