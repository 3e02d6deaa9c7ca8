"""Phrases that the content adds to the verbs, against those that the parser knows."""

from collections.abc import Iterator

from tavern.compiler import shape as s
from tavern.compiler.validate import Places
from tavern.diagnostics import Diagnostic, Span, quote
from tavern.parser import verbs_said


def verbs(folder: s.Folder, places: Places) -> Iterator[Diagnostic]:
    """Phrases that say another verb already: in the parser's own table, or under another verb of the content."""
    taken: dict[str, tuple[str, Span]] = {}
    for verb, phrases in folder.verbs.items():
        for i, phrase in enumerate(phrases):
            said, span = " ".join(phrase.casefold().split()), places.of("verbs", verb, i)
            known = verbs_said(said)
            first, where = taken.setdefault(said, (verb, span))
            if known and verb not in known:
                cause = f"{quote(phrase)} says {quote(min(known))} already"
                yield Diagnostic("T326", span, cause, "take another phrase, or put this one under that verb")
            elif first != verb:
                cause = f"{quote(phrase)} stands under {quote(first)} too"
                yield Diagnostic("T326", span, cause, "leave it under one of them", second=(where, "here"))
