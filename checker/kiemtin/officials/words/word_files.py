"""The files of the vocabulary, read and checked: no list and no word of a list stands twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem

if TYPE_CHECKING:
    import yaml

    Node = Any  # of PyYAML, whose kinds are told by their `id`

T = TypeVar("T")

LISTS = (
    "titles.yaml", "words.yaml", "joining.yaml", "extent.yaml", "names.yaml", "capitals.yaml", "places.yaml",
    "foreign.yaml", "evidence.yaml",
)  # fmt: skip
"""Each holds lists of words by their names."""
DEPARTMENTS, ORGANS, OFFICES = "departments.yaml", "organs.yaml", "offices.yaml"
ABBREVIATIONS, BRANCHES, TABLES, PATTERNS = (
    "abbreviations.yaml", "branches.yaml", "tables.yaml", "patterns.yaml",
)  # fmt: skip
FILES = (*LISTS, DEPARTMENTS, ORGANS, OFFICES, ABBREVIATIONS, BRANCHES, TABLES, PATTERNS)


@cache
def vocabulary_folder() -> Path:
    """Folder of the shipped vocabulary."""
    import kiemtin_rules

    return Path(kiemtin_rules.__file__).parent / "vocabulary"


def shipped(name: str, make: Callable[[Any], T]) -> T:
    """What `make` makes of one file of the shipped vocabulary, from the cache if that is unchanged."""
    folder = vocabulary_folder()
    content = (folder / name).read_bytes()
    kind = name.removesuffix(".yaml")
    return cached(kind, content_key([content]), lambda: make(WordFiles(folder, {name: content}).read(name)))


class WordFiles:
    """The files of one folder. Raises PackError where they are wrong, with all that is wrong in a file."""

    def __init__(self, folder: Path, contents: Mapping[str, bytes]) -> None:
        self._folder, self._contents = folder, contents

    def read(self, name: str) -> Any:
        """What a file holds."""
        root, read = self._parsed(name)
        return read(root)

    def lists(self) -> dict[str, tuple[str, ...]]:
        """The lists of all files of `LISTS`, and of all departments as one list of that name."""
        seen: dict[str, tuple[str, Node]] = {}
        lists: dict[str, tuple[str, ...]] = {}
        for name in LISTS:
            root, read = self._parsed(name)
            _raise(
                [
                    _twice("list", key.value, self._place(name, key), self._place(*seen[key.value]))
                    for key, _ in root.value
                    if key.value in seen
                ]
            )
            seen |= {key.value: (name, key) for key, _ in root.value}
            lists |= {key: tuple(words) for key, words in read(root).items()}
        root, read = self._parsed(DEPARTMENTS)
        _raise(self._words_twice(DEPARTMENTS, [word for _, group in root.value for word in group.value]))
        lists["departments"] = tuple(word for group in read(root).values() for word in group)
        return lists

    def _parsed(self, name: str) -> tuple[Any, Any]:
        import yaml

        # LibYAML reads seven times as fast; a PyYAML without it reads the same.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self._contents[name])
        try:
            root = loader.get_single_node()
        except yaml.MarkedYAMLError as wrong:
            raise PackError(self._no_yaml(name, wrong)) from wrong
        _raise([problem for node in _nodes(root) for problem in self._twice_in(name, node)])
        return root, loader.construct_document

    def _twice_in(self, name: str, node: Node) -> Iterator[Problem]:
        if node.id == "sequence":
            yield from self._words_twice(name, node.value)
        elif node.id == "mapping":
            seen: dict[str, Node] = {}
            for key, _ in node.value:
                if key.value in seen:
                    first = self._place(name, seen[key.value])
                    yield _twice("list", key.value, self._place(name, key), first)
                seen[key.value] = key

    def _words_twice(self, name: str, words: list[Node]) -> list[Problem]:
        seen: dict[str, Node] = {}
        twice = []
        for word in words:
            if word.id != "scalar":
                continue
            if word.value in seen:
                first = self._place(name, seen[word.value])
                twice.append(_twice("word", word.value, self._place(name, word), first))
            seen[word.value] = word
        return twice

    def _place(self, name: str, node: Node) -> FilePlace:
        begun, ended = node.start_mark, node.end_mark
        length = max(1, ended.column - begun.column) if ended.line == begun.line else 1
        return FilePlace(
            str(self._folder / name), begun.line + 1, begun.column + 1, length, self._line(name, begun.line)
        )

    def _line(self, name: str, number: int) -> str:
        return self._contents[name].decode("utf-8", "replace").split("\n")[number]

    def _no_yaml(self, name: str, wrong: yaml.MarkedYAMLError) -> Problem:
        path, mark = str(self._folder / name), wrong.problem_mark
        place = FilePlace(path, mark.line + 1, mark.column + 1) if mark is not None else FilePlace(path)
        return Problem("officials-vocabulary-not-yaml", place, {"reason": wrong.problem or str(wrong)})


def _nodes(node: Node | None) -> Iterator[Node]:
    if node is None:
        return
    yield node
    if node.id == "mapping":
        for _, value in node.value:
            yield from _nodes(value)
    elif node.id == "sequence":
        for each in node.value:
            if each.id != "scalar":
                yield from _nodes(each)


def _twice(what: str, found: str, place: FilePlace, first: FilePlace) -> Problem:
    related = (("officials-vocabulary-first", first),)
    return Problem(f"officials-vocabulary-{what}-twice", place, {what: found}, related)


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise PackError(problems)
