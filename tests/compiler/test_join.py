"""Files of a folder and of its setting, put together."""

from tavern.compiler.join import join
from tavern.compiler.shape import Folder
from tavern.compiler.source import SourceFile, read_text
from tavern.compiler.validate import validate

SETTING = """
actors:
  - id: gene
    name: Gene Pask
    schedule: [{at: "10:00", room: taproom}]
    on: {thank: He nods.}
rooms:
  - {id: taproom, name: Taproom, description: A fire., exits: {north: yard}}
"""


def files(*texts: str) -> list[SourceFile]:
    return [file for number, text in enumerate(texts) for file in read_text(text, f"{number}.yaml").files]


def folder(own: str, *more: str, setting: str = "") -> Folder:
    root, wrong = join(files(own, *more), files(setting) if setting else ())
    assert wrong == []
    shape, faults = validate(root)
    assert faults == []
    assert shape is not None
    return shape


def test_lists_are_joined_in_the_order_of_the_files() -> None:
    shape = folder("topics: [{id: a, name: a}]\n", "topics: [{id: b, name: b}]\nanswers: {}\n")
    assert [topic.id for topic in shape.topics if not isinstance(topic, str)] == ["a", "b"]


def test_answers_are_joined_question_by_question() -> None:
    shape = folder("answers: {how: [a], who: [b]}\n", "answers: {how: [c]}\n")
    assert shape.answers == {"how": ["a", "c"], "who": ["b"]}


def test_a_case_adds_to_a_person_of_the_setting() -> None:
    shape = folder(
        "actors:\n  - id: gene\n    schedule: [{at: '22:00', room: cellar}]\n    pronoun: he\n    on: {wake: He starts.}\n",
        "actors:\n  - {id: gene, replies: [{about: gene, tell: Me.}]}\n",
        setting=SETTING,
    )
    [gene] = shape.actors
    assert (gene.name, gene.pronoun) == ("Gene Pask", "he")
    assert [row.room for row in gene.schedule] == ["taproom", "cellar"]
    assert list(gene.on) == ["thank", "wake"]
    assert len(gene.replies) == 1


def test_a_person_may_be_spread_over_files_of_one_folder() -> None:
    shape = folder("actors: [{id: gene, wants: quiet}]\n", "actors: [{id: gene, name: Gene}]\n")
    assert [(gene.name, gene.wants) for gene in shape.actors] == [("Gene", "quiet")]


def test_what_both_say_the_same_is_no_contradiction() -> None:
    assert len(folder("actors: [{id: gene, name: Gene Pask}]\n", setting=SETTING).actors) == 1


def test_two_with_names_in_one_folder_stay_apart() -> None:
    assert len(folder("actors: [{id: gene, name: Gene}]\n", "actors: [{id: gene, name: Gene}]\n").actors) == 2


def test_what_two_say_differently_is_told_with_both_places() -> None:
    [fault] = join(files("actors: [{id: gene, name: Gene}]\n"), files("", SETTING))[1]
    assert fault.code == "T003"
    assert (fault.span.path, fault.span.line) == ("0.yaml", 1)
    assert fault.second is not None
    assert (fault.second[0].path, fault.second[0].line) == ("1.yaml", 4)


def test_what_a_verb_does_in_the_case_comes_after_what_it_does_in_the_setting() -> None:
    [gene] = folder("actors: [{id: gene, on: {thank: {tell: He smiles.}}}]\n", setting=SETTING).actors
    told = gene.on["thank"]
    assert isinstance(told, list)
    assert [action.tell for action in told if not isinstance(action, str)] == ["He nods.", "He smiles."]


def test_the_same_way_to_two_rooms_is_a_contradiction() -> None:
    _, wrong = join(files("rooms: [{id: taproom, exits: {north: cellar}}]\n"), files(SETTING))
    assert [fault.code for fault in wrong] == ["T003"]


def test_of_a_setting_only_what_can_be_shared_is_taken() -> None:
    shape = folder("topics: []\n", setting="mystery: {id: other}\nclues: [{id: a, text: b}]\ncounters: [{id: coin}]\n")
    assert shape.mystery is None
    assert shape.clues == []
    assert [counter.id for counter in shape.counters if not isinstance(counter, str)] == ["coin"]


def test_a_file_that_is_a_list_is_told() -> None:
    _, wrong = join(files("- a\n", "topics: []\n"))
    assert [fault.code for fault in wrong] == ["T204"]


def test_a_list_that_is_none_in_the_second_file_is_told() -> None:
    _, wrong = join(files("topics: []\n", "topics: {id: a}\n"))
    assert [(fault.code, fault.span.path) for fault in wrong] == [("T204", "1.yaml")]
