"""The index of names, which is made of all there is and tells of nothing that was not met."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.model.mystery import Names
from tavern.model.scope import Scope
from tavern.parser.lexicon import CARDS, NOUNS, lexicon
from tavern.parser.parse import parse
from tests.parser.a_scope import SCOPE

UNMET = {("lens", "thing"): Names("burning lens"), ("gene", "answer"): Names("the landlord")}
WHOLE = replace(SCOPE, nouns={**{(id, SCOPE.kinds[id]): names for id, names in SCOPE.names.items()}, **UNMET})
SAID = st.lists(
    st.sampled_from([word for names in SCOPE.names.values() for word in names.name.lower().split()]), max_size=3
)


@given(SAID)
def test_words_name_the_same_whatever_else_there_is_to_meet(words: list[str]) -> None:
    assert lexicon(WHOLE).find(words, NOUNS | CARDS) == lexicon(SCOPE).find(words, NOUNS | CARDS)
    assert [word in lexicon(WHOLE).known for word in words] == [word in lexicon(SCOPE).known for word in words]


@pytest.mark.parametrize(
    "line", ["x lens", "x burning lens", "ask gene about the lens", "x landlord", "x lesn", "burning"]
)
def test_what_was_not_met_is_answered_as_if_it_were_not_there(line: str) -> None:
    assert parse(line, WHOLE) == parse(line, SCOPE)


def test_what_is_met_now_is_known_with_the_same_index() -> None:
    met = replace(WHOLE, names={**WHOLE.names, "lens": Names("burning lens")}, kinds={**WHOLE.kinds, "lens": "thing"})
    assert lexicon(met).find(["lens"], NOUNS) == {"lens": 3}
    assert "lens" in lexicon(met).known
    assert "lens" not in lexicon(WHOLE).known
    assert sorted(lexicon(met).known) == sorted({*lexicon(WHOLE).known, "burning", "lens", "burninglens"})


def test_a_scope_that_names_nothing_has_no_words() -> None:
    assert lexicon(Scope({}, {})).find(["mug"]) == {}
    assert not lexicon(Scope({}, {})).known
