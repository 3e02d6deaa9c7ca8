"""A disagreement shrinks by itself to a mystery that can be kept."""

import pytest
import yaml

from tavern.model.mystery import Mystery
from tavern.proof.ranking import walking
from tests.proof.agreeing import disagreements
from tests.proof.explicit import explored
from tests.proof.keeping import KEPT
from tests.proof.mutants import forget
from tests.proof.shrinking import shrunk, written
from tests.proof.small import made

SHORT = 40  # minutes


def differs(mystery: Mystery) -> bool:
    """Whether the prover says anything that is not so of a mystery that can be searched through."""
    if not 0 < mystery.ends - mystery.begins < SHORT:
        return False
    search = explored(mystery, 500, whole=True)
    return search.settled and any(True for _ in disagreements(search))


@pytest.mark.full
def test_what_is_left_still_shows_it_and_can_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "_unrest", lambda *_: 0)
    forget()
    pieces = yaml.safe_load((KEPT / "ended_on_arrival.yaml").read_text(encoding="utf-8"))
    pieces["topics"] = [{"id": "weather", "known": True}]
    left = shrunk(pieces, differs)
    assert "topics" not in left
    assert left["fuses"]
    assert differs(made(yaml.safe_load(written(left))))
    monkeypatch.undo()
    forget()
    assert not differs(made(left))
