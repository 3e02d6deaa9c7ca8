"""`tavern prove`, as an author types it."""

import json
import re
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from tavern.cli import main
from tavern.proof.checker.verdicts import WHOLE
from tests.places import CONTENT
from tests.proof.unfair import folder

SCHEMA = {
    "type": "object",
    "required": ["mystery", "fingerprint", "verdict", "claims", "transcripts", "certificate"],
    "properties": {
        "mystery": {"type": "string"},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "verdict": {"$ref": "#/$defs/verdict"},
        "claims": {"type": "array", "minItems": 7, "items": {"$ref": "#/$defs/claim"}},
        "transcripts": {"type": "object", "additionalProperties": {"type": "string"}},
        "certificate": {"type": ["string", "null"]},
    },
    "$defs": {
        "verdict": {"enum": ["PROVED", "REFUTED", "BOUNDED"]},
        "claim": {
            "type": "object",
            "required": ["claim", "title", "verdict", "says"],
            "properties": {
                "claim": {"type": "string"},
                "title": {"type": "string"},
                "verdict": {"$ref": "#/$defs/verdict"},
                "says": {"type": "string"},
                "notes": {"type": "array", "items": {"type": "string"}},
                "assumptions": {"type": "array", "items": {"type": "string"}},
                "figures": {"type": "object", "additionalProperties": {"type": "integer"}},
                "by": {"type": "array", "items": {"type": "string"}},
                "witness": {
                    "type": "object",
                    "required": ["seed", "lines", "ends", "shows"],
                    "properties": {
                        "seed": {"type": "integer"},
                        "lines": {"type": "array", "items": {"type": "string"}},
                        "ends": {"type": "string"},
                        "shows": {"type": "array", "items": {"type": "string"}},
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def a_case(name: str, *, fair: bool = False) -> Path:
    return folder(name, Path("mysteries") / name, fair=fair)


def prove(*arguments: object, code: int) -> None:
    assert main(["prove", *map(str, arguments)]) == code


def test_a_fair_mystery_is_proved_and_its_certificate_holds(capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case("base")
    prove(case, code=0)
    printed = capsys.readouterr().out
    assert re.findall(r"^(\w+) +\d", printed, re.MULTILINE) == ["PROVED"] * 7
    assert max(map(len, printed.splitlines())) <= 80
    assert (case / "certificate.json").is_file()
    assert [path.name for path in Path().iterdir()] == ["mysteries"]
    prove("--verify", case / "certificate.json", code=0)
    assert capsys.readouterr().out.endswith("what could not be re-checked is named above, for 1 of its claims.\n")


def test_what_is_refuted_is_shown_by_a_transcript_that_plays(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_case("eaten")
    prove(case, code=1)
    printed = capsys.readouterr().out
    assert "REFUTED   2 Nobody is ever stranded" in printed
    assert "          > eat cheese\n" in printed
    assert "tavern play --at eaten-stranded.txt --content mysteries\n" in printed
    assert Path("eaten-stranded.txt").read_text().startswith("# REFUTED: Nobody is ever stranded.\n")
    assert main(["test", "eaten-stranded.txt", "--content", "mysteries"]) == 0
    monkeypatch.setattr("sys.stdin", StringIO("no\n"))
    assert main(["play", "--plain", "--at", "eaten-stranded.txt", "--content", "mysteries"]) == 0
    prove("--verify", case / "certificate.json", code=0)


def test_json_is_one_object_a_mystery(capsys: pytest.CaptureFixture[str]) -> None:
    prove(a_case("base"), a_case("herring"), "--json", "--no-write", code=1)
    fair, unfair = map(json.loads, capsys.readouterr().out.splitlines())
    for told in (fair, unfair):
        jsonschema.validate(told, SCHEMA)
        assert [claim["claim"] for claim in told["claims"] if ":" not in claim["claim"]] == list(WHOLE)
    assert (fair["verdict"], unfair["verdict"]) == ("PROVED", "REFUTED")
    herring = next(claim for claim in unfair["claims"] if claim["claim"] == "herrings")
    assert herring["witness"]["lines"] == ["examine pair of boots"]


def test_no_write_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case("eaten")
    prove(case, "--no-write", code=1)
    assert [path.name for path in Path().iterdir()] == ["mysteries"]
    assert [path.name for path in case.iterdir()] == ["mystery.yaml"]
    assert "> eat cheese" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["base", "eaten"])
def test_without_time_everything_is_bounded(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case(name)
    prove(case, "--budget", 0, code=3)
    printed = capsys.readouterr()
    assert re.findall(r"^(\w+) +\d", printed.out, re.MULTILINE) == ["BOUNDED"] * 7
    assert printed.err == "No certificate was written: the time was up before everything was looked at.\n"
    assert not (case / "certificate.json").exists()


def test_a_mystery_with_mistakes_is_told_as_check_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case("base")
    (case / "more.yaml").write_text("clues: [{id: c, text: d, routes: [{ask: geen}]}]\n")
    with pytest.raises(SystemExit) as ended:
        main(["prove", str(case)])
    assert ended.value.code == 1
    assert "error[T011]" in capsys.readouterr().err


def test_a_transcript_of_somebody_else_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case("eaten")
    Path("eaten-stranded.txt").write_text("my own\n")
    with pytest.raises(SystemExit) as ended:
        main(["prove", str(case)])
    assert ended.value.code == 1
    assert "is no transcript of `tavern prove`: move it away." in capsys.readouterr().err
    assert Path("eaten-stranded.txt").read_text() == "my own\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Name the folder of a mystery, such as content/cellar_secret."),
        (["--verify", "c.json", "a", "b"], "name one path, or none"),
        (["nowhere"], "There is nothing at nowhere"),
        (["--budget", "-1", "x"], "--budget"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code: object = main(["prove", *arguments])
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert says in capsys.readouterr().err


# ── certificates ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_certificate_of_other_rules_is_stale_and_check_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case("base")
    prove(case, code=0)
    content = case / "mystery.yaml"
    content.write_text(content.read_text().replace("Brass and glass.", "Glass and brass."))
    assert main(["check", str(case)]) == 0
    assert "stale" not in capsys.readouterr().out
    content.write_text(content.read_text().replace("standing: 3", "standing: 2"))
    assert main(["check", str(case)]) == 0
    told = "is stale: it was made for other rules; `tavern prove mysteries/base` makes a new one.\n"
    assert told in capsys.readouterr().out
    prove("--verify", case / "certificate.json", code=1)
    told = " ".join(capsys.readouterr().out.split())
    assert "It was made for other rules than these: the mystery has changed since." in told
    assert told.endswith("certificate.json does not hold.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "it is not JSON"),
        ("{}", "it has not the keys of one"),
        ('{"format": 2, "seal": "x"}', "its seal is another"),
    ],
)
def test_a_broken_certificate_is_one_sentence(text: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case("base")
    (case / "certificate.json").write_text(text)
    with pytest.raises(SystemExit) as ended:
        main(["prove", "--verify", str(case / "certificate.json")])
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1
    assert main(["check", str(case)]) == 0
    assert "cannot be read" in capsys.readouterr().out


def test_a_certificate_of_another_mystery_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case("base")
    prove(case, code=0)
    capsys.readouterr()
    for arguments in ([str(CONTENT / "cellar_secret")], ["elsewhere.json"]):
        certificate = case / "certificate.json" if arguments != ["elsewhere.json"] else Path(arguments.pop())
        with pytest.raises(SystemExit) as ended:
            main(["prove", "--verify", str(certificate), *arguments])
        assert ended.value.code == 1
        assert capsys.readouterr().err.count("\n") == 1


def test_the_certificate_of_a_single_file_lies_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    case = a_case("base")
    Path("lamp.yaml").write_text((case / "mystery.yaml").read_text())
    prove("lamp.yaml", code=0)
    assert Path("lamp.certificate.json").is_file()
    prove("--verify", "lamp.certificate.json", code=0)
    assert capsys.readouterr().err == ""


@pytest.mark.full
def test_the_cellar_secret_is_proved(capsys: pytest.CaptureFixture[str]) -> None:
    prove("cellar_secret", "--content", CONTENT, "--json", "--no-write", code=0)
    told = json.loads(capsys.readouterr().out)
    assert [claim["verdict"] for claim in told["claims"] if ":" not in claim["claim"]] == ["PROVED"] * 7
