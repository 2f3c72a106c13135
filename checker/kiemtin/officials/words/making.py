"""Makes the tables of recognition from the lists of a vocabulary, as tables.yaml and patterns.yaml declare.

A field of a table holds, in this order: what the table's module works out, what tables.yaml says, the pattern
of its name, the set of the list of its name.
"""

from __future__ import annotations

import re
from types import GetSetDescriptorType
from typing import Any, TypeVar

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.text import level
from kiemtin.officials.words import patterns
from kiemtin.officials.words.forms import formed, in_field, is_form
from kiemtin.officials.words.patterns import Form, any_of
from kiemtin.officials.words.tables import WordTable
from kiemtin.officials.words.vocabulary import Vocabulary
from kiemtin.officials.words.word_files import PATTERNS, TABLES, vocabulary_folder

T = TypeVar("T", bound=WordTable)

_REFERENCE = re.compile(r"\{(?:(\w+):)?([A-Za-z_][\w-]*(?:\+[\w-]+)*)\}")
_CLASSES = {"UPPER": patterns.UPPER, "LETTER": patterns.LETTER, "WORD": patterns.WORD}


class TableMaker:
    """Of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.words = {key: tuple(dict.fromkeys(map(level, forms))) for key, forms in vocabulary.words.items()}
        """Spelled in one way."""
        self._tables, self._patterns = vocabulary.tables, vocabulary.patterns
        self._parts = vocabulary.patterns["parts"]
        self._read_parts: dict[str, str] = {}

    def make(self, table: type[T], **worked_out: Any) -> T:
        """A table with all its fields. Raises PackError where a list or a field is not there."""
        name = table.__name__
        declared, written = self._tables.get(name, {}), self._patterns.get(name, {})
        fields = fields_of(table)
        for file, declarations in ((TABLES, declared), (PATTERNS, written)):
            for field in declarations:
                if field not in fields or field in worked_out:
                    raise _wrong("officials-vocabulary-no-field", file, table=name, field=field)
        made = dict(worked_out)
        for field in fields:
            if field in made:
                continue
            if field in declared:
                forms = declared[field]
                if not is_form(forms):
                    said = ", ".join(forms)
                    raise _wrong("officials-vocabulary-no-form", TABLES, table=name, field=field, form=said)
                made[field] = in_field({form: self._of(lists, name) for form, lists in forms.items()})
            elif field in written:
                made[field] = Form(self._expanded(written[field], name))
            else:
                made[field] = frozenset(self._of((field,), name))
        return table(**made)

    def _of(self, lists: tuple[str, ...], table: str) -> tuple[str, ...]:
        missing = [name for name in lists if name not in self.words]
        if missing:
            raise _wrong("officials-vocabulary-no-list", TABLES, table=table, list=missing[0])
        return tuple(word for name in lists for word in self.words[name])

    def _expanded(self, pattern: str, table: str) -> str:
        def reference(found: re.Match[str]) -> str:
            form, names = found.groups()
            if names in _CLASSES:
                return _CLASSES[names]
            if names in self._parts:
                if names not in self._read_parts:
                    self._read_parts[names] = self._expanded(self._parts[names], "parts")
                return self._read_parts[names]
            return any_of(formed(form or "words", self._of(tuple(names.split("+")), table)))

        return _REFERENCE.sub(reference, pattern)


def fields_of(table: type[WordTable]) -> tuple[str, ...]:
    """The names of a table's fields: annotations of a class in Python, descriptors of a compiled one."""
    annotated = getattr(table, "__annotations__", None)
    if annotated:
        return tuple(annotated)
    return tuple(name for name, kept in vars(table).items() if isinstance(kept, GetSetDescriptorType))


def _wrong(code: str, file: str, **arguments: object) -> PackError:
    return PackError(Problem(code, FilePlace(str(vocabulary_folder() / file)), arguments))
