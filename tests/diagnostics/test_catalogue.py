"""Every code is explained; that each example makes its code is tested with the compiler."""

import pytest

from tavern.diagnostics import CATALOGUE

WITHOUT_EXAMPLE = {"T002", "T101", "T102", "T103", "T104", "T105"}  # no single text can make them


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_entry_is_complete(code: str) -> None:
    entry = CATALOGUE[code]
    assert entry.title
    assert not entry.title.endswith(".")
    assert entry.explanation.endswith(".")
    assert bool(entry.example) != (code in WITHOUT_EXAMPLE)


def test_codes_stand_in_order() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)


def test_nobody_is_blamed() -> None:
    told = " ".join(f"{entry.title} {entry.explanation}" for entry in CATALOGUE.values()).casefold()
    assert not {"invalid", "please", "illegal", "forbidden"} & set(told.replace(".", " ").split())
