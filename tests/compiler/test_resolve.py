"""One namespace of ids, and what may stand for them."""

from tavern.compiler.join import join
from tavern.compiler.resolve import resolve
from tavern.compiler.source import read_text
from tavern.compiler.uses import find_uses
from tavern.diagnostics import Diagnostic


def faults(text: str) -> list[Diagnostic]:
    root, _ = join(read_text(text, "a.yaml").files)
    return resolve(find_uses(root), {"a.yaml": text})


def codes(text: str) -> list[str]:
    return [fault.code for fault in faults(text)]


GENE = "actors: [{id: gene, name: Gene}]\n"


def test_an_answer_that_is_a_person_is_that_person() -> None:
    assert codes(GENE + "answers: {who: [gene, {id: gene, objection: No.}], how: [boat]}\n") == []


def test_an_answer_under_two_questions_is_declared_twice() -> None:
    assert codes("answers: {who: [sea], how: [sea]}\n") == ["T001"]


def test_who_how_and_why_need_no_declaration_unless_others_are_declared() -> None:
    answers = "answers: {who: [a], how: [b], why: [c]}\n"
    assert codes(answers) == []
    assert codes(answers + "questions: [who, what]\n") == ["T015", "T015"]


def test_further_keys_of_the_truth_are_questions() -> None:
    truth = "solutions: {correct: {description: a, requires_clues: [], how: boat, hwo: boat, who: gene}}\n"
    assert codes(GENE + "answers: {how: [boat]}\n" + truth) == ["T015"]


def test_words_of_the_game_may_stand_for_ids_where_they_mean_something() -> None:
    assert codes("items: [{id: a, name: a, in: player}, {id: b, name: b, in: nowhere}]\n") == []
    assert codes("items: [{id: a, name: a, rooms: [player]}]\n") == ["T010"]
    assert codes("clues: [{id: a, text: b, revealed_by: observation}, {id: c, text: d, revealed_by: a}]\n") == ["T021"]


def test_at_most_three_near_names_are_offered_with_their_places() -> None:
    clues = "".join(f"  - {{id: clue_0{number}, text: a}}\n" for number in range(1, 7))
    [fault] = faults(f"clues:\n{clues}  - {{id: last, text: b, contradicts: [clue_00]}}\n")
    assert fault.fix.startswith("write `clue_01` (a.yaml:2), `clue_02` (a.yaml:3) or `clue_03` (a.yaml:4), or add")


def test_ids_are_found_in_keys_conditions_effects_and_short_forms() -> None:
    text = (
        "rooms:\n  - id: hall\n    name: hall\n    description: [{when: {any: [{knows: [n1]}, {not: {in: {n2: n3}}}]}, text: a}]\n"
        "    exits: {up: n4, down: {to: n5, door: n6}}\n"
        "    on: {look: {then: [{relationship: {n7: 1}}, {send: {actor: n8, to: n9}}]}}\n"
    )
    assert [fault.cause.split("`")[1] for fault in faults(text)] == [f"n{number}" for number in range(1, 10)]


def test_scenery_of_the_short_form_is_named_after_its_room() -> None:
    room = "rooms: [{id: hall, name: hall, description: a, scenery: {old hearth: b}, out_of_place: [%s]}]\n"
    assert codes(room % "hall_old_hearth") == []
    assert codes(room % "hearth") == ["T013"]


def test_braces_in_prose_name_people_rooms_items_topics_and_answers() -> None:
    assert codes(GENE + "clues: [{id: c, text: '{gene} {c} {}'}]\n") == ["T022", "T022"]
    assert codes("actors: [{id: gene, name: Gene, wants: '{nobody}'}]\n") == []


def test_the_place_of_braces_is_exact_however_the_text_is_written() -> None:
    [fault] = faults("clues:\n  - id: c\n    text: by the {rivre}, at night\n")
    assert fault.span[1:] == (3, 18, 7)
    [fault] = faults('clues:\n  - id: c\n    text: "\\"by\\" the {rivre}"\n')
    assert fault.span[1:] == (3, 23, 7)
    [fault] = faults("clues:\n  - id: c\n    text: >-\n      by night,\n      by the {rivre}\n")
    assert fault.span[1:] == (5, 14, 7)
