"""Packs: written the same every time, and taken in as a stranger's. Hostile zips are made here, never stored."""

import os
import random
import resource
import signal
import stat
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from tavern.authoring.content import mystery_at
from tavern.authoring.pack.installing import install
from tavern.authoring.pack.reading import read_pack
from tavern.authoring.pack.writing import pack, zipped
from tavern.games import Games
from tavern.paths import content_roots, newest_version
from tavern.problem import BrokenContent, Problem
from tests.authoring.an_inn import CASE, HEAD, WORLD, write_inn
from tests.places import CONTENT, ROOT

GOOD = {"inn/mystery.yaml": HEAD, "inn/world.yaml": WORLD, "inn/case.yaml": CASE}


def tavern(*arguments: str | Path, typed: str = "", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "tavern", *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(line, input=typed, capture_output=True, text=True, cwd=cwd, env=env, timeout=60, check=False)


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return tmp_path / "data" / "packs"


def a_zip(path: Path, files: Mapping[str, str | bytes], **how: int) -> Path:
    """A zip of these files. how: attributes of the entry of the first file."""
    with ZipFile(path, "w") as out:
        for number, (name, content) in enumerate(files.items()):
            info = ZipInfo(name)
            info.external_attr = how.get("external_attr", 0) if not number else 0
            out.writestr(info, content, how.get("compress_type", ZIP_DEFLATED) if not number else ZIP_DEFLATED)
    return path


def refusal(file: Path, packs: Path) -> str:
    """The sentence a pack is refused with; nothing of it is left anywhere."""
    before = everything(packs.parent.parent)
    with pytest.raises(Problem) as problem:
        install(file, packs, [CONTENT])
    assert everything(packs.parent.parent) - before <= {packs, packs.parent, packs / "inn"}
    sentence = str(problem.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


# ── packing ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_pack_goes_from_hand_to_hand_and_is_played(tmp_path: Path) -> None:
    inn = write_inn(tmp_path / "author", setting="old_town")
    (inn / "README.md").write_text("Read me.\n", encoding="utf-8")
    packed = tavern("pack", inn, cwd=tmp_path)
    assert (packed.returncode, packed.stdout, packed.stderr) == (0, "inn.zip\n", "")
    taken = tavern("install", tmp_path / "inn.zip")
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "`tavern play inn`" in taken.stdout
    played = tavern("play", "inn", "--no-save", typed="look\n")
    assert "The hall has a mug" in played.stdout
    assert "packs" in tavern("paths").stdout


def test_a_pack_holds_text_and_the_setting_and_nothing_else(tmp_path: Path) -> None:
    inn = write_inn(tmp_path, setting="old_town")
    (inn / "transcripts").mkdir()
    for name in ("transcripts/first.txt", "README.md", "picture.png", ".hidden.txt", "run.py"):
        (inn / name).write_text("x", encoding="utf-8")
    (inn / "linked.txt").symlink_to(inn / "README.md")
    assert set(read_pack(pack(inn, [], tmp_path / "inn.zip"))) == {
        "inn/mystery.yaml", "inn/case.yaml", "inn/readme.md", "inn/transcripts/first.txt", "old_town/world.yaml",
    }  # fmt: skip


def test_the_same_content_is_the_same_to_the_byte(tmp_path: Path) -> None:
    one = pack(write_inn(tmp_path / "a"), [], tmp_path / "one.zip")
    other = pack(write_inn(tmp_path / "b"), [], tmp_path / "other.zip")
    assert one.read_bytes() == other.read_bytes()


def test_the_shipped_case_packs_within_its_limits(tmp_path: Path) -> None:
    texts = read_pack(pack(CONTENT / "cellar_secret", [CONTENT], tmp_path))
    assert {name.split("/")[0] for name in texts} == {"cellar_secret", "rusted_tankard"}


def test_content_with_errors_is_not_packed(tmp_path: Path) -> None:
    inn = write_inn(tmp_path)
    (inn / "world.yaml").write_text(WORLD.replace("to: kitchen", "to: kitchn"), encoding="utf-8")
    with pytest.raises(BrokenContent):
        pack(inn, [], tmp_path / "inn.zip")
    assert not (tmp_path / "inn.zip").exists()


def test_two_names_that_differ_in_case_alone_are_not_packed(tmp_path: Path) -> None:
    inn = write_inn(tmp_path)
    for name in ("notes.txt", "Notes.txt"):
        (inn / name).write_text("x", encoding="utf-8")
    with pytest.raises(Problem, match="same name in other letters"):
        pack(inn, [], tmp_path / "inn.zip")


def test_what_could_not_be_installed_is_not_written(tmp_path: Path) -> None:
    inn = write_inn(tmp_path)
    (inn / "noise.txt").write_text("a" * 900_000, encoding="utf-8")
    with pytest.raises(Problem, match=r"inn.zip was not written"):
        pack(inn, [], tmp_path / "inn.zip")
    assert not list(tmp_path.glob("*.zip"))


# ── P1, P6, P7: names ───────────────────────────────────────────────────────────────────────────────────────────

NAMES = [
    "../evil.txt", "inn/../../evil.txt", "/etc/passwd.txt", "inn//evil.txt", "inn/./evil.txt", "./inn/evil.txt",
    "C:/evil.txt", "C:evil.txt", "inn\\evil.txt", "..\\evil.txt", "inn/evil.TXT", "INN/evil.txt", "inn/é.txt",
    "inn/a b.txt", "inn/~.txt", "inn/$HOME.txt", "inn/%2e%2e.txt", "inn/.hidden.txt", "inn/..txt", "inn/con.txt",
    "inn/nul.yaml", "inn/lpt1.md", "inn/trailing./x.txt", "inn/evil.py", "inn/evil.pth", "inn/evil.zip", "inn/evil",
    "evil.txt", "inn/a/b/c/d/e.txt", "inn/" + "a" * 300 + ".txt", "inn/tab\t.txt", "inn/new\nline.txt", "inn/\x1b[2J.txt",
    "inn/co:stream.txt", "inn/question?.txt", "inn/star*.txt", "inn/\u202egnp.txt", "inn/evil.yml", "inn/x.txt/", "//host/x.txt",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_not_plain_is_refused(name: str, tmp_path: Path, packs: Path) -> None:
    said = refusal(a_zip(tmp_path / "x.zip", {**GOOD, name: "x"}), packs)
    assert said.startswith("x.zip cannot be installed: it holds")
    assert all(sign.isprintable() for sign in said)


def test_a_name_with_a_zero_in_it_is_refused(tmp_path: Path, packs: Path) -> None:
    content = a_zip(tmp_path / "x.zip", {**GOOD, "inn/evilX.py.txt": "x"}).read_bytes()
    (tmp_path / "x.zip").write_bytes(content.replace(b"evilX.py.txt", b"evil\0.py.txt"))
    assert "cannot be installed" in refusal(tmp_path / "x.zip", packs)


def test_a_name_twice_is_refused(tmp_path: Path, packs: Path) -> None:
    content = a_zip(tmp_path / "x.zip", {**GOOD, "inn/cast.yaml": "x"}).read_bytes()
    (tmp_path / "x.zip").write_bytes(content.replace(b"inn/cast.yaml", b"inn/case.yaml"))
    assert "“inn/case.yaml” twice" in refusal(tmp_path / "x.zip", packs)


def test_folders_of_other_programs_are_passed_over(tmp_path: Path, packs: Path) -> None:
    file = a_zip(tmp_path / "x.zip", {"inn/": "", **GOOD})
    assert install(file, packs, []).id == "inn"


# ── P3, P4, P5: what the files are ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR, stat.S_IFSOCK])
def test_links_and_devices_are_refused(kind: int, tmp_path: Path, packs: Path) -> None:
    file = a_zip(tmp_path / "x.zip", {"inn/link.txt": "/etc/passwd", **GOOD}, external_attr=(kind | 0o777) << 16)
    assert "a link or a device" in refusal(file, packs)


def test_a_bomb_is_refused_before_it_is_read(tmp_path: Path, packs: Path) -> None:
    file = a_zip(tmp_path / "x.zip", {"inn/big.txt": b"\0" * 50_000_000, **GOOD})
    start = time.monotonic()
    assert "larger than a mystery can be" in refusal(file, packs)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({f"inn/{number}.txt": os.urandom(999_999).hex()[:900_000] for number in range(12)}, "larger than"),
        ({"inn/big.txt": random.Random(1).randbytes(600_000).hex()}, "more than 1 MB"),
        ({"inn/flat.txt": "a" * 200_000, "inn/noise.txt": random.Random(1).randbytes(90_000).hex()}, "far too large"),
        ({f"inn/{number}.txt": "" for number in range(600)}, "more than 500 files"),
    ],
)
def test_too_much_is_refused(files: Mapping[str, str], why: str, tmp_path: Path, packs: Path) -> None:
    assert why in refusal(a_zip(tmp_path / "x.zip", {**GOOD, **files}), packs)


@pytest.mark.full
def test_sixty_thousand_entries_are_refused_in_time(tmp_path: Path, packs: Path) -> None:
    file = a_zip(tmp_path / "x.zip", {f"inn/{number}.txt": "" for number in range(60_000)}, compress_type=ZIP_STORED)
    start = time.monotonic()
    refusal(file, packs)
    assert time.monotonic() - start < 2


def test_a_zip_in_a_zip_is_not_opened(tmp_path: Path, packs: Path) -> None:
    inner = a_zip(tmp_path / "inner.zip", GOOD).read_bytes()
    assert "only .yaml" in refusal(a_zip(tmp_path / "x.zip", {**GOOD, "inn/inner.zip": inner}), packs)


def test_another_way_of_packing_is_refused(tmp_path: Path, packs: Path) -> None:
    file = a_zip(tmp_path / "x.zip", {"inn/a.txt": "a" * 100, **GOOD}, compress_type=ZIP_BZIP2)
    assert "pack it again" in refusal(file, packs)


def central(content: bytes) -> int:
    """Where the central directory begins."""
    return struct.unpack("<I", content[content.rindex(b"PK\5\6") + 16 :][:4])[0]  # type: ignore[no-any-return]


def patched(content: bytes, local: int, central_at: int, value: bytes) -> bytes:
    """A field of the first entry, in its own header and in the central directory, set to something else."""
    at = central(content) + central_at
    changed = content[:at] + value + content[at + len(value) :]
    return changed[:local] + value + changed[local + len(value) :]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "checksum": lambda zipped: patched(zipped, 14, 16, b"\1\2\3\4"),
    "password": lambda zipped: patched(zipped, 6, 8, b"\1\0"),
    "larger than it says": lambda zipped: patched(zipped, 22, 24, struct.pack("<I", 5)),
    "smaller than it says": lambda zipped: patched(zipped, 22, 24, struct.pack("<I", 5000)),
    "no zip": lambda _: b"PK is how it begins, and no zip it is.",
    "empty file": lambda _: b"",
    "another name within": lambda zipped: zipped.replace(b"inn/mystery.yaml", b"inn/mistery.yaml", 1),
    "a damaged stream": lambda zipped: zipped[:60] + b"\xff" * 20 + zipped[80:],
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_zip_is_one_sentence(damage: str, tmp_path: Path, packs: Path) -> None:
    good = zipped({"inn/aaa.txt": "words and words\n" * 20, **GOOD})
    (tmp_path / "x.zip").write_bytes(DAMAGE[damage](good))
    assert "x.zip cannot be installed" in refusal(tmp_path / "x.zip", packs)


def test_a_zip_cut_anywhere_is_refused(tmp_path: Path, packs: Path) -> None:
    good = zipped(GOOD)
    for end in range(0, len(good) - 1, 97):
        (tmp_path / "x.zip").write_bytes(good[:end])
        refusal(tmp_path / "x.zip", packs)


def test_flipped_bytes_are_refused_or_harmless(tmp_path: Path, packs: Path) -> None:
    good, chance = zipped(GOOD), random.Random(1)
    for _ in range(150):
        at = chance.randrange(len(good))
        (tmp_path / "x.zip").write_bytes(good[:at] + bytes([good[at] ^ (1 << chance.randrange(8))]) + good[at + 1 :])
        try:
            assert read_pack(tmp_path / "x.zip") == GOOD
        except Problem as problem:
            assert "\n" not in str(problem)  # noqa: PT017 - either is fine, a traceback is not
    assert not packs.exists()


@pytest.mark.parametrize("make", ["missing", "folder", "fifo"])
def test_what_is_no_file_is_one_sentence(make: str, tmp_path: Path, packs: Path) -> None:
    file = tmp_path / "x.zip"
    if make == "folder":
        file.mkdir()
    if make == "fifo":
        os.mkfifo(file)
    assert "x.zip" in refusal(file, packs)


def test_text_that_is_not_utf8_is_refused(tmp_path: Path, packs: Path) -> None:
    assert "not UTF-8 at byte 2" in refusal(a_zip(tmp_path / "x.zip", {**GOOD, "inn/a.txt": b"a\xff"}), packs)


# ── P7: whose ids they are, and what it holds ───────────────────────────────────────────────────────────────────


def test_the_ids_of_shipped_mysteries_and_settings_are_reserved(tmp_path: Path, packs: Path) -> None:
    for taken in ("cellar_secret", "rusted_tankard"):
        files = {
            name.replace("inn/", f"{taken}/"): text.replace("id: inn", f"id: {taken}") for name, text in GOOD.items()
        }
        assert f"“{taken}” is the id of something that is there already" in refusal(
            a_zip(tmp_path / "x.zip", files), packs
        )


def test_the_same_id_again_needs_to_be_asked_for(tmp_path: Path, packs: Path) -> None:
    file = a_zip(tmp_path / "x.zip", GOOD)
    assert not install(file, packs, []).replaced
    assert "this very version" in refusal_of_second(file, packs)
    other = a_zip(tmp_path / "y.zip", {**GOOD, "inn/world.yaml": WORLD.replace("warm", "cold")})
    assert "in a version" in refusal_of_second(other, packs)
    done = install(other, packs, [], replace=True)
    assert done.replaced
    assert "cold" in (done.path / "world.yaml").read_text(encoding="utf-8")
    assert len(list((packs / "inn").iterdir())) == 1


def refusal_of_second(file: Path, packs: Path) -> str:
    with pytest.raises(Problem, match="--replace") as problem:
        install(file, packs, [])
    return str(problem.value)


def test_a_setting_must_not_be_called_as_an_installed_mystery(tmp_path: Path, packs: Path) -> None:
    install(a_zip(tmp_path / "x.zip", GOOD), packs, [])
    files = {
        "barn/mystery.yaml": HEAD.replace("id: inn", "id: barn") + "\nsetting: inn\n",
        "barn/case.yaml": CASE,
        "inn/world.yaml": WORLD,
    }
    with pytest.raises(Problem, match="its setting has the id of a mystery that is installed"):
        install(a_zip(tmp_path / "y.zip", files), packs, [])


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"inn/world.yaml": WORLD}, "it holds no mystery"),
        ({"inn/notes.txt": "x"}, "it holds no mystery"),
        ({**GOOD, "barn/mystery.yaml": HEAD.replace("id: inn", "id: barn")}, "it holds 2 mysteries"),
        ({**GOOD, "barn/a.yaml": "topics: []\n", "shed/a.yaml": "topics: []\n"}, "more than a mystery and its setting"),
        ({name.replace("inn/", "pub/"): text for name, text in GOOD.items()}, "is called inn, its folder pub"),
        ({**GOOD, "inn/mystery.yaml": HEAD + "\nsetting: elsewhere\n"}, "the setting that the mystery names is not in it"),
        ({"inn/mystery.yaml": HEAD + "\nsetting: old_town\n", "inn/case.yaml": CASE, "new_town/world.yaml": WORLD},
         "the setting that the mystery names is not in it"),
    ],
)  # fmt: skip
def test_a_pack_holds_one_whole_mystery(files: Mapping[str, str], why: str, tmp_path: Path, packs: Path) -> None:
    assert why in refusal(a_zip(tmp_path / "x.zip", files), packs)


def test_content_with_errors_is_shown_and_does_not_land(tmp_path: Path) -> None:
    file = a_zip(tmp_path / "x.zip", {**GOOD, "inn/world.yaml": WORLD.replace("to: kitchen", "to: kitchn")})
    told = tavern("install", file)
    assert (told.returncode, told.stdout) == (1, "")
    assert "inn/world.yaml:" in told.stderr
    assert "kitchn" in told.stderr
    assert not (tmp_path / "data").exists()


def test_what_is_installed_stands_in_the_list_of_mysteries(tmp_path: Path, packs: Path) -> None:
    install(a_zip(tmp_path / "x.zip", GOOD), packs, [])
    games = Games(content_roots(data=packs.parent), None)
    assert {"inn", "cellar_secret"} <= {card.id for card in games.mysteries()}
    assert games.new("inn", seed=1).title == "The Inn"


# ── P8: cut in half ─────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_still_being_written_is_no_mystery(packs: Path) -> None:
    half = packs / "inn" / ".new-abc" / "inn"
    half.mkdir(parents=True)
    (half / "mystery.yaml").write_text(HEAD, encoding="utf-8")
    assert newest_version(packs / "inn") is None
    assert all(not root.is_relative_to(packs) for root in content_roots(data=packs.parent))


def test_what_was_left_by_an_installation_cut_off_is_swept_away(tmp_path: Path, packs: Path) -> None:
    left = packs / "inn" / ".new-abc"
    left.mkdir(parents=True)
    os.utime(left, (1, 1))
    install(a_zip(tmp_path / "x.zip", GOOD), packs, [])
    assert [path.name for path in (packs / "inn").iterdir()] == ["1"]


def test_a_disk_that_takes_no_more_leaves_nothing_behind(tmp_path: Path, packs: Path) -> None:
    file = a_zip(tmp_path / "x.zip", GOOD)
    line = [sys.executable, "-m", "tavern", "install", str(file)]
    full = subprocess.run(
        line,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300)),
    )
    assert full.returncode == 1
    assert "Traceback" not in full.stderr
    assert not [path for path in everything(tmp_path / "data") if path.is_file()]


AGAIN_AND_AGAIN = """
import sys
from pathlib import Path
from tavern.authoring.pack.installing import install
print("go", flush=True)
while True:
    for name in ("one.zip", "other.zip"):
        install(Path(sys.argv[1], name), Path(sys.argv[2]), [], replace=True)
"""


@pytest.mark.full
def test_an_installation_that_is_killed_leaves_the_old_version_or_the_new(tmp_path: Path, packs: Path) -> None:
    texts = {"one.zip": GOOD, "other.zip": {**GOOD, "inn/world.yaml": WORLD.replace("warm", "cold")}}
    for name, files in texts.items():
        (tmp_path / name).write_bytes(zipped(files))
    chance = random.Random(1)
    for _ in range(40):
        line = [sys.executable, "-c", AGAIN_AND_AGAIN, str(tmp_path), str(packs)]
        running = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert running.stdout
        assert running.stdout.readline() == "go\n"
        time.sleep(0.05 + chance.random() / 4)
        running.send_signal(signal.SIGKILL)
        running.wait()
        running.stdout.close()
        newest = newest_version(packs / "inn")
        if newest:
            there = {f"inn/{path.name}": path.read_text(encoding="utf-8") for path in (newest / "inn").iterdir()}
            assert there in texts.values()
            assert mystery_at(newest / "inn", []).id == "inn"
    assert newest_version(packs / "inn")
