"""The files of the vocabulary: nothing stands twice, a diff shows each word, each list is used and typed."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import PackError
from kiemtin.officials.words import building, lexicon, making
from kiemtin.officials.words.loading import load_vocabulary
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable
from kiemtin.officials.words.word_files import LISTS, vocabulary_folder

WORDS = Path(lexicon.__file__).parent
WIDEST = 120
IN_ONE_LINE = 12
"""So many words may stand in one line."""
OF_JUDGING = {"former", "newly", "acting", "honorifics"}
OF_PEOPLE = {"committee_posts", "committee_boards", "committees_of_units", "levels_of_units"}
OF_PLACES = {"localities", "bare_localities", "town", "province-commission"}
"""Lists that others than the tables read: the table of offices, and the chains of one person's offices."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KIEMTIN_CACHE", "off")
    return Path(shutil.copytree(vocabulary_folder(), tmp_path / "vocabulary"))


def problems_of(folder):
    with pytest.raises(PackError) as raised:
        building.build_lexicon(load_vocabulary(folder))
    for problem in raised.value.problems:
        for lang in ("vi", "en"):
            assert message(problem.code, lang, problem.arguments)
            assert help_for(problem.code, lang, problem.arguments)
    return raised.value.problems


def add(folder, name, text):
    """Appends to a file; the number of the first line added."""
    path = folder / name
    before = path.read_text()
    path.write_text(before + text)
    return before.count("\n") + 1


@pytest.mark.parametrize("name", ["names.yaml", "words.yaml"])
def test_a_list_given_twice_in_one_file_or_two_is_an_error(folder, name):
    line = add(folder, name, "comrades: [đồng chí]\n")
    (problem,) = problems_of(folder)
    assert (problem.code, problem.arguments["list"]) == ("officials-vocabulary-list-twice", "comrades")
    places = {(Path(place.path).name, place.line) for place in (problem.place, problem.related[0][1])}
    assert (name, line) in places
    assert any(path == "names.yaml" and number != line for path, number in places)


def test_a_word_given_twice_in_a_list_is_an_error(folder):
    line = add(folder, "names.yaml", "twice:\n  - Bạc\n  - Bồn\n  - Bạc\n")
    (problem,) = problems_of(folder)
    assert (problem.code, problem.arguments["word"]) == ("officials-vocabulary-word-twice", "Bạc")
    assert (problem.place.line, problem.related[0][1].line) == (line + 3, line + 1)
    assert problem.place.excerpt == "  - Bạc"


def test_a_department_given_in_two_groups_is_an_error(folder):
    line = add(folder, "departments.yaml", "more:\n  - Cảnh sát hình sự\n")
    (problem,) = problems_of(folder)
    assert (problem.code, problem.place.line) == ("officials-vocabulary-word-twice", line + 1)


def test_a_file_that_is_no_yaml_is_told_with_its_place(folder):
    line = add(folder, "names.yaml", "broken: [một, hai\nbroken_too: [ba]\n")
    (problem,) = problems_of(folder)
    assert problem.code == "officials-vocabulary-not-yaml"
    assert problem.place.line == line + 1


def test_a_list_that_a_table_needs_is_missed(folder):
    path = folder / "extent.yaml"
    path.write_text(path.read_text().replace("\nhanging:", "\nnot_hanging:"))
    (problem,) = problems_of(folder)
    assert problem.code == "officials-vocabulary-no-list"
    assert (problem.arguments["table"], problem.arguments["list"]) == ("ExtentWords", "hanging")


@pytest.mark.parametrize(
    ("name", "text", "table"),
    [
        ("tables.yaml", "  nowhere: {words: acting}\n", "Lexicon"),
        ("patterns.yaml", "  nowhere: '{acting}'\n", "Verbs"),
    ],
)
def test_a_declaration_without_a_field_is_an_error(folder, name, text, table):
    add(folder, name, text)
    (problem,) = problems_of(folder)
    assert problem.code == "officials-vocabulary-no-field"
    assert (problem.arguments["table"], problem.arguments["field"]) == (table, "nowhere")


@pytest.mark.parametrize("forms", ["{wordz: inside_organs}", "{words: inside_organs, row: inside_organs}"])
def test_a_form_that_cannot_be_made_is_an_error(folder, forms):
    path = folder / "tables.yaml"
    path.write_text(path.read_text().replace("{words: inside_organs}", forms))
    (problem,) = problems_of(folder)
    assert problem.code == "officials-vocabulary-no-form"
    assert problem.arguments["field"] == "lower"


def test_a_diff_shows_each_word():
    wide = []
    for path in sorted(vocabulary_folder().glob("*.yaml")):
        for number, line in enumerate(path.read_text().split("\n"), 1):
            if len(line) > WIDEST:
                wide.append(f"{path.name}:{number}: {len(line)} characters")
        wide += [
            f"{path.name}:{node.start_mark.line + 1}: {len(node.value)} words in one line"
            for node in nodes(yaml.compose(path.read_text(), Loader=yaml.CSafeLoader))
            if node.id == "sequence" and node.flow_style and len(node.value) > IN_ONE_LINE
        ]
    assert wide == []


def nodes(node):
    yield node
    if node.id != "scalar":
        for each in node.value:
            for inner in each if isinstance(each, tuple) else (each,):
                yield from nodes(inner)


def test_every_list_is_used(monkeypatch):
    used = set()

    class Recorded(dict):
        def __getitem__(self, name):
            used.add(name)
            return super().__getitem__(name)

    class Maker(making.TableMaker):
        def __init__(self, vocabulary):
            super().__init__(vocabulary)
            self.words = Recorded(self.words)

    monkeypatch.setattr(building, "TableMaker", Maker)
    vocabulary = load_vocabulary()
    building.build_lexicon(vocabulary)
    evidence = yaml.safe_load((vocabulary_folder() / "evidence.yaml").read_text())
    assert vocabulary.words.keys() - used == OF_PEOPLE | OF_PLACES | evidence.keys()
    code = "".join(path.read_text() for path in WORDS.parent.rglob("*.py"))
    assert [name for name in evidence if f'"{name}"' not in code] == []


def test_every_field_holds_what_its_annotation_says():
    kinds = {"frozenset[str]": frozenset, "tuple[str, ...]": tuple, "Form": Form}
    wrong = []
    for table in tables(building.build_lexicon(load_vocabulary())):
        annotated = annotations()[type(table).__name__]
        assert set(annotated) == set(making.fields_of(type(table)))
        for field, kind in annotated.items():
            held = getattr(table, field)
            expected = kinds.get(kind, Mapping if kind.startswith(("Mapping", "Phrases")) else object)
            if not isinstance(held, expected) or (kind in kinds and kind != "Form" and not held):
                wrong.append((type(table).__name__, field, kind, type(held).__name__))
    assert wrong == []


def tables(table):
    yield table
    for field in making.fields_of(type(table)):
        if isinstance(getattr(table, field), WordTable):
            yield from tables(getattr(table, field))


def annotations():
    """Of the classes of tables, by their sources: a compiled class has none."""
    found = {}
    for path in WORDS.glob("*.py"):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef) and any(
                ast.unparse(base) == "WordTable" for base in node.bases
            ):
                found[node.name] = {
                    field.target.id: ast.unparse(field.annotation)
                    for field in node.body
                    if isinstance(field, ast.AnnAssign)
                }
    return found


def test_every_list_says_what_it_is():
    """In a comment right above it."""
    bare = []
    for name in LISTS:
        lines = (vocabulary_folder() / name).read_text().split("\n")
        for number, (before, line) in enumerate(zip(["", *lines], lines, strict=False), 1):
            if line and line[0].isalpha() and not before.startswith("#"):
                bare.append(f"{name}:{number}: {line}")
    assert bare == []


@pytest.mark.parametrize("address", ["đồng chí", "đ/c", "đc", "Đc"])
def test_comrades_are_announced_in_each_spelling(recognize, address):
    found = recognize(f"Tham dự có 3 {address}: 1. Hà Minh Bon, 2. Lê Bá Nam.")
    assert [mention.name for mention in found.mentions] == ["Hà Minh Bon", "Lê Bá Nam"]
