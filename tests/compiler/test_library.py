"""Finding mysteries and reading no more of them than their heads."""

import shutil
from pathlib import Path

from tavern.compiler.library import find, list_mysteries

CONTENT = Path(__file__).parent.parent / "content"


def test_a_mystery_is_found_by_its_folder_or_file_under_the_first_root_that_has_it(tmp_path: Path) -> None:
    mine = tmp_path / "sample"
    mine.mkdir()
    assert find("sample", [tmp_path, CONTENT]) == mine
    assert find("sample", [CONTENT, tmp_path]) == CONTENT / "sample"
    assert find("house", [CONTENT]) == CONTENT / "house.yaml"
    assert find("nothing", [CONTENT]) is None


def test_an_id_is_never_a_path() -> None:
    for id in ("../content", "sample/mystery", "/", "", ".", "Sample", "a\0b"):
        assert find(id, [CONTENT]) is None


def test_a_list_has_the_heads_of_all_mysteries_and_no_settings(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "sample", tmp_path / "sample")
    shutil.copy(CONTENT / "house.yaml", tmp_path)
    (tmp_path / "inn").mkdir()
    (tmp_path / "inn" / "rooms.yaml").write_text("rooms: []\n", encoding="utf-8")
    second = tmp_path / "second"
    shutil.copytree(tmp_path / "sample", second / "sample")
    cellar, house = list_mysteries([tmp_path, tmp_path / "nowhere", second])
    assert (cellar.id, cellar.title, cellar.difficulty, cellar.path) == (
        "cellar_secret",
        "The Cellar Secret",
        "MEDIUM",
        tmp_path / "sample",
    )
    assert cellar.description.startswith("Strange noises")
    assert (house.id, house.broken) == ("house", False)


def test_a_broken_head_is_listed_under_the_name_of_its_folder(tmp_path: Path) -> None:
    for name, text in (("a", "mystery: [\n"), ("b", "mystery:\n  id: b\n"), ("c", "mystery:\n"), ("d", "topics: [\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "m.yaml").write_text(text, encoding="utf-8")
    assert [(found.id, found.broken) for found in list_mysteries([tmp_path])] == [("a", True), ("b", True), ("c", True)]


def test_mistakes_below_the_head_do_not_keep_a_mystery_from_the_list(tmp_path: Path) -> None:
    text = (CONTENT / "house.yaml").read_text(encoding="utf-8")
    (tmp_path / "house.yaml").write_text(text + "clues: [\n\t<<<<<<< HEAD\n", encoding="utf-8")
    assert [(found.id, found.broken) for found in list_mysteries([tmp_path])] == [("house", False)]
