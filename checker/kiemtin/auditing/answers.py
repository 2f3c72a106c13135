"""What people said of findings, as reviewers of a sample or as outlets: read from our sheets and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from kiemtin.auditing.layout import read_json, write_json
from kiemtin.auditing.manifests import file_hash
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import is_file
from kiemtin.foundation.places import FilePlace, cell_name
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import text_key

CODE_COLUMN, REPLY_COLUMN, NOTE_COLUMN, CODER_COLUMNS = (
    "code",
    "reply",
    "note",
    ("coder_1", "coder_2", "coder_3"),
)
"""Columns of our sheets that are read when they come back."""
VERDICTS = ("right", "wrong", "unsure")
REPLIES = ("fixed", "explained", "mistaken")
REPLIED = 10_000
"""Findings of a sheet that is to come back: what our reader of sheets takes."""
PASS = "P"
"""In a code, in place of the number of a finding: a decision that passed."""


class Answer(NamedTuple):
    """Of one row: verdicts of reviewers, or the reply of an outlet."""

    code: str
    rule: str
    outlet: str
    verdicts: tuple[str | None, ...] = ()
    reply: str | None = None
    note: str | None = None

    @property
    def is_pass(self) -> bool:
        return self.code.split(".")[2:3] == [PASS]

    @property
    def fingerprint(self) -> str:
        return self.code.rpartition(".")[2]

    @property
    def agreed(self) -> str | None:
        """What most reviewers said, if it is right or wrong."""
        counts = Counter(verdict for verdict in self.verdicts if verdict is not None)
        if not counts:
            return None
        (first, most), *others = counts.most_common()
        if first == "unsure" or (others and others[0][1] == most):
            return None
        return first


def take_in(store: Path, path: Path) -> int:
    """Reads a sheet that came back and keeps its answers in the store; how many there are.

    A file that was taken in before is not taken in again. Raises DocumentError.
    """
    digest = file_hash(path) if is_file(path) else ""
    folder = store / "answers"
    known = sorted(folder.glob("*.json"))
    for each in known:
        told = read_json(each)
        if told["sha256"] == digest:
            return len(told["answers"])
    answers = list(_read(path))
    if not answers:
        raise DocumentError(Problem("answers-none", FilePlace(str(path))))
    write_json(
        folder / f"{len(known) + 1:04}.json",
        {
            "file": path.name,
            "sha256": digest,
            "taken": datetime.now(UTC).isoformat(timespec="seconds"),
            "answers": [answer._asdict() for answer in answers],
        },
    )
    return len(answers)


def answers_of(store: Path) -> list[Answer]:
    """All of a store, the newest of each code."""
    found: dict[str, Answer] = {}
    for path in sorted((store / "answers").glob("*.json")):
        for told in read_json(path)["answers"]:
            answer = Answer(**{**told, "verdicts": tuple(told["verdicts"])})
            before = found.get(answer.code)
            if before is not None:  # a reply does not undo a verdict, nor the other way round
                answer = answer._replace(
                    verdicts=answer.verdicts or before.verdicts, reply=answer.reply or before.reply
                )
            found[answer.code] = answer
    return list(found.values())


def _read(path: Path) -> Iterator[Answer]:
    """Rows with something said, of every sheet that has a column of codes."""
    tongues: tuple[Lang, ...] = ("vi", "en")
    columns = {
        text_key(message(f"audit.sheet.column.{name}", lang)): name
        for name in (CODE_COLUMN, REPLY_COLUMN, NOTE_COLUMN, *CODER_COLUMNS, "rule", "outlet")
        for lang in tongues
    }
    words = {text_key(word): verdict for word, verdict in verdict_words().items()}
    for sheet, rows in _sheets(path):
        head = next(rows, ())
        places = {columns[key]: at for at, cell in enumerate(head) if (key := text_key(cell)) in columns}
        if CODE_COLUMN not in places:
            continue
        for number, row in enumerate(rows, 2):
            said = {name: row[at].strip() for name, at in places.items() if row[at].strip()}
            if CODE_COLUMN not in said:
                continue
            verdicts = []
            for name in (*CODER_COLUMNS, REPLY_COLUMN):
                word = said.get(name)
                allowed = REPLIES if name == REPLY_COLUMN else VERDICTS
                verdict = words.get(text_key(word)) if word else None
                if word and verdict not in allowed:
                    known = ", ".join(message(f"audit.verdict.{each}", "vi") for each in allowed)
                    cell = f"{sheet}!{cell_name(number, places[name] + 1)}"
                    place = FilePlace(f"{path}: {cell}")
                    raise DocumentError(Problem("answers-bad-word", place, {"word": word, "known": known}))
                verdicts.append(verdict)
            *coders, reply = verdicts
            if any(coders) or reply or said.get(NOTE_COLUMN):
                yield Answer(
                    said[CODE_COLUMN],
                    said.get("rule", ""),
                    said.get("outlet", ""),
                    tuple(coders) if any(coders) else (),
                    reply,
                    said.get(NOTE_COLUMN),
                )


def _sheets(path: Path) -> Iterator[tuple[str, Iterator[tuple[str, ...]]]]:
    """The rows of each sheet, by the reader that rundowns have. Raises DocumentError."""
    from kiemtin.documents.reading import shown
    from kiemtin.documents.sheets.workbook import open_workbook
    from kiemtin.documents.sheets.worksheet import Worksheet

    try:
        data = path.read_bytes()
    except OSError:
        raise DocumentError(Problem("document-not-found", FilePlace(shown(path)))) from None
    book = open_workbook(data, shown(path))
    for each in book.sheets:
        sheet = Worksheet(book, each, REPLIED + 1)
        width = max((max(row, default=-1) + 1 for row in sheet.cells.values()), default=0)
        last = max(sheet.cells, default=0)
        rows = (
            tuple(row[at].text if at in row else "" for at in range(width))
            for row in (sheet.cells.get(number, {}) for number in range(1, last + 1))
        )
        yield each.title, rows


def verdict_words() -> dict[str, str]:
    """Word -> verdict, in both languages."""
    tongues: tuple[Lang, ...] = ("vi", "en")
    return {
        message(f"audit.verdict.{each}", tongue): each for each in (*VERDICTS, *REPLIES) for tongue in tongues
    }
