"""The whole way from a folder to a mystery."""

import gc
import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tavern.compiler.compile import compile_folder, compile_sources
from tavern.diagnostics import CATALOGUE, concise, full, has_errors, json
from tavern.reasoning.inference import closure, established

CONTENT = Path(__file__).parent.parent / "content"
SHIPPED = Path(__file__).parent.parent.parent / "content"
EXAMPLES = [code for code, entry in CATALOGUE.items() if entry.example]


def test_the_sample_of_the_format_compiles_without_a_word() -> None:
    compiled = compile_folder(CONTENT / "sample")
    assert compiled.diagnostics == ()
    assert compiled.mystery is not None
    assert compiled.mystery.id == "cellar_secret"
    assert set(compiled.sources) == {(CONTENT / "sample" / name).as_posix() for name in ("mystery.yaml", "world.yaml")}


def test_what_the_sample_says_is_what_is_compiled() -> None:
    mystery = compile_folder(CONTENT / "sample").mystery
    assert mystery is not None
    assert (mystery.title, mystery.difficulty, mystery.begins, mystery.weekday) == (
        "The Cellar Secret",
        "MEDIUM",
        1080,
        "Thursday",
    )
    assert mystery.clues["clue_red_01"].red_herring
    assert mystery.clues["clue_02"].contradicts == ("clue_red_01",)
    assert [mystery.routes[route].channel for route in mystery.clues["clue_01"].routes] == ["hour", "person", "thing"]
    [required] = mystery.solution.requires
    held = closure(mystery, required)
    assert {question: set(established(mystery, question, held)) for question in ("who", "how", "why")} == {
        "who": {"sarah"},
        "how": {"river_door"},
        "why": {"protection"},
    }
    assert [wrong.common_mistake for wrong in mystery.false_solutions] == [True, False]


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_example_of_the_catalogue_makes_its_code(code: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_bytes(CATALOGUE[code].example.encode("utf-8", "surrogateescape"))
    compiled = compile_folder(path)
    assert code in {diagnostic.code for diagnostic in compiled.diagnostics}
    assert (compiled.mystery is None) == has_errors(compiled.diagnostics)


def test_a_mystery_kept_by_a_save_compiles_to_the_same(tmp_path: Path) -> None:
    for name in ("sample", "house.yaml"):
        fresh = compile_folder(CONTENT / name).mystery
        assert fresh is not None
        kept = compile_sources(dict(sorted(fresh.sources.items(), reverse=True))).mystery
        assert kept is not None
        assert (kept.rules_fingerprint, kept.text_fingerprint) == (fresh.rules_fingerprint, fresh.text_fingerprint)


def test_the_setting_is_found_beside_the_folder_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _split_in_two(tmp_path)
    compiled = compile_folder(case)
    assert compiled.diagnostics == ()
    assert compiled.mystery is not None
    assert set(compiled.mystery.sources) == {"case/mystery.yaml", "inn/world.yaml"}
    kept = compile_sources(compiled.mystery.sources).mystery
    assert kept is not None
    assert kept.text_fingerprint == compiled.mystery.text_fingerprint
    monkeypatch.chdir(case)
    here = compile_folder(Path()).mystery
    assert here is not None
    assert here.text_fingerprint == compiled.mystery.text_fingerprint


def test_the_setting_is_found_under_a_root_as_well(tmp_path: Path) -> None:
    case = _split_in_two(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    case = case.rename(tmp_path / "elsewhere" / "case")
    assert [diagnostic.code for diagnostic in compile_folder(case).diagnostics][:1] == ["T005"]
    assert compile_folder(case, [tmp_path]).mystery is not None


def _split_in_two(folder: Path) -> Path:
    case, inn = folder / "case", folder / "inn"
    case.mkdir()
    inn.mkdir()
    shutil.copy(CONTENT / "sample" / "world.yaml", inn)
    text = (CONTENT / "sample" / "mystery.yaml").read_text(encoding="utf-8")
    (case / "mystery.yaml").write_text(f"setting: inn\n{text}", encoding="utf-8")
    return case


def test_a_folder_cannot_borrow_from_itself_nor_by_a_path(tmp_path: Path) -> None:
    for name in ("case", "../case", "/", "nowhere"):
        case = tmp_path / "case"
        case.mkdir(exist_ok=True)
        (case / "a.yaml").write_text(f"setting: {name}\n", encoding="utf-8")
        assert "T005" in {diagnostic.code for diagnostic in compile_folder(case).diagnostics}


def test_names_are_not_looked_for_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    shutil.copy(CONTENT / "house.yaml", tmp_path)
    (tmp_path / "b.yaml").write_text("topics: [\nclues: []\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text(
        "topics: [{id: a, name: b, names: c}]\nclues: [{id: d, text: e, about: [f]}]\n", encoding="utf-8"
    )
    assert [diagnostic.code for diagnostic in compile_folder(tmp_path).diagnostics] == ["T126", "T204"]


def test_a_folder_that_is_not_there_is_told() -> None:
    assert [diagnostic.code for diagnostic in compile_folder(Path("nowhere")).diagnostics] == ["T101"]


def test_the_collector_runs_again_afterwards() -> None:
    compile_folder(CONTENT / "house.yaml")
    assert gc.isenabled()


@pytest.mark.parametrize(
    "path", sorted(path.parent for path in SHIPPED.glob("*/mystery.yaml")), ids=lambda path: path.name
)
def test_what_is_shipped_compiles_without_errors(path: Path) -> None:
    compiled = compile_folder(path)
    assert not has_errors(compiled.diagnostics), concise(compiled.diagnostics)


@pytest.fixture(scope="module")
def house() -> str:
    return (CONTENT / "house.yaml").read_text(encoding="utf-8")


@given(seed=st.integers(0, 2**32))
def test_nothing_that_is_typed_raises(house: str, seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "typed.yaml"
    path.write_text(_mistyped(house, Random(seed)), encoding="utf-8")
    compiled = compile_folder(path)
    assert (compiled.mystery is None) == has_errors(compiled.diagnostics)
    assert all((full(compiled.diagnostics, compiled.sources), json(compiled.diagnostics))) or not compiled.diagnostics


def _mistyped(text: str, chance: Random) -> str:
    words = text.split(" ")
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(words))
        match chance.randrange(4):
            case 0:
                del words[place]
            case 1:
                words[place] = chance.choice(
                    ["[", "]", "{}", "-", "when:", "gene", "cellar,", '"', "true", "{not:", "99", "{a}"]
                )
            case 2:
                words[place] = words[chance.randrange(len(words))]
            case _:
                words[place] = words[place][::-1]
    return " ".join(words)
