"""`kiemtin.toml`: found from a folder upwards, read with the place of everything that is wrong in it.

Keys stand in English or Vietnamese; tones, case, `-`, `_` and spaces do not matter (`"bộ quy tắc"`,
`bo-quy-tac`). Beside the settings stand the keys of a draft's head, which hold for pieces that do not say
otherwise. `[columns]` names own headings of columns, `[[match]]` what is otherwise for some files.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from kiemtin.checking.pins import Pin
from kiemtin.checking.settings import BUNDLED, Settings
from kiemtin.documents.columns import LEFT_OUT, is_heading
from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import FIELD_OF_KEY, HEADLINE, LEAD, build_metadata, read_value
from kiemtin.documents.model import Source, SourceKind
from kiemtin.documents.reading import shown
from kiemtin.foundation.limits import SETTINGS_BYTES
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.records import replace

_MOST_PROBLEMS = 20

_KEYS = {
    "pack": ("pack", "bộ quy tắc"),
    "rosters": ("roster", "rosters", "danh bạ"),
    "events": ("events", "lịch", "lịch công tác"),
    "language": ("language", "ngôn ngữ"),
    "threshold": ("threshold", "ngưỡng"),
    "strict": ("strict", "chặt"),
    "unconfirmed": ("unconfirmed", "chưa chắc"),
    "reading_rate": ("reading-rate", "tốc độ đọc"),
    "sites": ("sites", "trang chủ"),
    "rules_site": ("rules-site", "trang quy tắc"),
}
_COLUMNS = ("columns", "cột")
_MATCH = ("match", "khi")
_PACKS = ("packs",)
_FILES = ("files", "tệp")
_OF_KEY = {plain_key(key): field for field, keys in _KEYS.items() for key in keys}
_TABLES = {
    plain_key(key): name
    for name, keys in (("columns", _COLUMNS), ("match", _MATCH), ("packs", _PACKS))
    for key in keys
}
_OTHERS = frozenset({"gate"})
"""Tables that other rooms read: `serving.profile`."""
_WORDS = {
    "language": {"vi": "vi", "en": "en"},
    "threshold": {"must": "must", "should": "should", "note": "note", "phai": "must", "nen": "should",
                  "luu y": "note"},
    "unconfirmed": {"pass": "pass", "confirm": "confirm", "fail": "fail", "bo qua": "pass", "hoi": "confirm",
                    "loi": "fail"},
}  # fmt: skip
_SHOWN_WORDS = {
    "language": "vi, en",
    "threshold": "phải (must), nên (should), lưu ý (note)",
    "unconfirmed": "bỏ qua (pass), hỏi (confirm), lỗi (fail)",
}
_PIN_NAME = re.compile(r"[^\W_][\w.-]{0,80}")
_SHA256 = re.compile("[0-9a-f]{64}")
_RATES = (60, 600)
_LONGEST = 200
"""Characters of a pattern."""
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


class Match(NamedTuple):
    """What is otherwise for files whose path, told from the folder of the kiemtin.toml, fits a pattern."""

    patterns: tuple[re.Pattern[str], ...]
    settings: Settings


class SettingsFile(NamedTuple):
    folder: Path
    settings: Settings
    matches: tuple[Match, ...]
    pins: tuple[Pin, ...] = ()

    def for_file(self, path: Path) -> Settings:
        """The settings of a file; of what several matches say, the last counts."""
        found = self.settings
        try:
            told = normalize("NFC", path.resolve().relative_to(self.folder.resolve()).as_posix())
        except (ValueError, OSError, RuntimeError):
            return found  # elsewhere: no pattern means it
        for match in self.matches:
            if any(pattern.fullmatch(told) for pattern in match.patterns):
                found = _laid_over(match.settings, found)
        return found


def load(path: Path) -> SettingsFile:
    """Raises PackError with all that is wrong in the file."""
    name = shown(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(SETTINGS_BYTES.most + 1)
    except OSError as error:
        arguments = {"reason": error.strerror or type(error).__name__}
        raise PackError(Problem("settings-unreadable", FilePlace(name), arguments)) from None
    SETTINGS_BYTES.hold(len(data), FilePlace(name))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise PackError(Problem("settings-not-utf8", FilePlace(name))) from None
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise PackError(_syntax(str(error), name, text)) from None
    except RecursionError:
        raise PackError(Problem("settings-nested", FilePlace(name))) from None
    reading = _Reading(name, path.parent, text)
    found = reading.file(content)
    if reading.problems:
        raise PackError(reading.problems[:_MOST_PROBLEMS])
    return found


def _syntax(error: str, name: str, text: str) -> Problem:
    at = _AT_LINE.search(error)
    reason = _AT_LINE.sub("", error).strip()
    if at is None:
        lines = text.rstrip().split("\n")  # "at end of document"
        return Problem(
            "settings-syntax", FilePlace(name, len(lines), 1, 1, lines[-1][:200]), {"reason": reason}
        )
    line = text.split("\n")[int(at[1]) - 1]
    place = FilePlace(name, int(at[1]), int(at[2]), 1, line)
    key, equals, _ = line.partition("=")
    bare = key.strip()
    if equals and bare and bare[0] not in "\"'[" and not re.fullmatch(r"[A-Za-z0-9_.-]+", bare):
        return Problem("settings-key-unquoted", place, {"key": bare})
    return Problem("settings-syntax", place, {"reason": reason})


class _Reading:
    """Collects what is wrong while the tables of a file are gone through."""

    def __init__(self, name: str, folder: Path, text: str) -> None:
        self._name, self._folder = name, folder
        self._lines = text.split("\n")
        self.problems: list[Problem] = []

    def file(self, content: Mapping[str, Any]) -> SettingsFile:
        plain: dict[str, Any] = {}
        columns: Mapping[str, str] = {}
        matches: list[Match] = []
        pins: list[Pin] = []
        for key, value in content.items():
            table = _TABLES.get(plain_key(key))
            if table == "columns":
                columns = self._columns(key, value)
            elif table == "match":
                matches = self._matches(key, value)
            elif table == "packs":
                pins = self._pins(key, value)
            elif plain_key(key) in _OTHERS and isinstance(value, dict):
                continue
            else:
                plain[key] = value
        settings = self._settings(plain, 0, len(self._lines), (*_COLUMNS, *_MATCH))
        settings = replace(settings, path=self._name, headings=columns)
        return SettingsFile(self._folder, settings, tuple(matches), tuple(pins))

    def _pins(self, key: str, value: Any) -> list[Pin]:
        """`[[packs]]`, as `kiemtin packs` writes them."""
        rows = value if isinstance(value, list) else [value]
        found = []
        for row in rows:
            texts = dict(row) if isinstance(row, dict) else {}
            rest = texts.keys() - {*Pin._fields}
            if (
                rest
                or not all(
                    isinstance(texts.get(field, ""), str) and (field in ("source", "key") or texts.get(field))
                    for field in Pin._fields
                )
                or not _PIN_NAME.fullmatch(texts["name"])
                or not _SHA256.fullmatch(texts["sha256"])
            ):
                self._problem("settings-bad-pin", self._line(key), key=key)
            else:
                found.append(Pin(**texts))
        return found

    def _matches(self, key: str, value: Any) -> list[Match]:
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._problem("settings-bad-match", self._line(key), key=key)
            return []
        starts = [
            at
            for at, line in enumerate(self._lines)
            if re.match(r"\s*\[\[", line) and plain_key(line.strip(" []\"'")) in map(plain_key, _MATCH)
        ]
        found: list[Match] = []
        for number, table in enumerate(value):
            start = starts[number] if number < len(starts) else 0
            end = starts[number + 1] if number + 1 < len(starts) else len(self._lines)
            files = [each for each in table if plain_key(each) in map(plain_key, _FILES)]
            patterns = table[files[0]] if files else None
            if isinstance(patterns, str):
                patterns = [patterns]
            if (
                not isinstance(patterns, list)
                or not patterns
                or not all(
                    isinstance(each, str)
                    and each.strip(" /")
                    and len(each) <= _LONGEST
                    and each.count("**") <= 3
                    for each in patterns
                )
            ):
                self._problem("settings-match-without-files", start)
                continue
            rest = {each: said for each, said in table.items() if each not in files}
            settings = self._settings(rest, start, end, _FILES)
            found.append(Match(tuple(_pattern(each) for each in patterns), settings))
        return found

    def _columns(self, key: str, value: Any) -> dict[str, str]:
        if not isinstance(value, dict):
            self._problem("settings-bad-columns", self._line(key), key=key)
            return {}
        found: dict[str, str] = {}
        for heading, meaning in value.items():
            if isinstance(meaning, str) and (meaning.strip() == LEFT_OUT or is_heading(meaning)):
                found[plain_key(heading)] = meaning.strip()
            else:
                self._problem(
                    "settings-bad-column", self._line(heading), heading=heading, value=_short(meaning)
                )
        return found

    def _settings(self, table: Mapping[str, Any], start: int, end: int, others: tuple[str, ...]) -> Settings:
        settled: dict[str, Any] = {}
        said: dict[str, object] = {}
        sources: dict[str, Source] = {}
        for key, value in table.items():
            line = self._line(key, start, end)
            field = _OF_KEY.get(plain_key(key))
            about = FIELD_OF_KEY.get(plain_key(key))
            if field is None and (about is None or about in (HEADLINE, LEAD)):
                self._unknown(key, line, others)
            elif (field or about) in settled or about in said:
                self._problem("settings-key-twice", line, key=key)
            elif field is not None:
                settled[field] = self._value(field, key, value, line)
            elif about is not None:
                said[about] = self._said(about, key, value, line)
                sources[about] = Source(SourceKind.SETTINGS, None, FilePlace(self._name, line + 1))
        settled = {field: value for field, value in settled.items() if value is not None}
        return Settings(**settled, said=build_metadata(said, sources))

    def _said(self, field: str, key: str, value: Any, line: int) -> object:
        written = _written(value)
        try:
            if written is None:
                raise ValueError(value)
            return read_value(field, written)
        except ValueError:
            self._problem("settings-bad-datum", line, key=key, value=_short(value))
            return None

    def _value(self, field: str, key: str, value: Any, line: int) -> Any:
        reader = _READERS[field]
        read = reader(value)
        if read is None:
            known = _SHOWN_WORDS.get(field, "")
            self._problem(f"settings-bad-{_KIND[field]}", line, key=key, value=_short(value), known=known)
            return None
        if field == "pack":
            return self._path(read) if read.endswith(".quy") else read
        if field in ("rosters", "events", "sites"):
            return tuple(each if _is_bundled(field, each) else self._path(each) for each in read)
        return read

    def _path(self, written: str) -> str:
        return str(self._folder / Path(written).expanduser())

    def _unknown(self, key: str, line: int, others: tuple[str, ...]) -> None:
        from difflib import get_close_matches

        known = {plain_key(each): each for keys in _KEYS.values() for each in keys}
        known |= {plain_key(each): each for each in others}
        known |= {each: each for each in FIELD_OF_KEY if FIELD_OF_KEY[each] not in (HEADLINE, LEAD)}
        known |= {plain_key(each): each for each in _WRITTEN}
        close = get_close_matches(plain_key(key), known, n=1, cutoff=0.7)
        if close:
            self._problem("settings-key-similar", line, key=key, similar=known[close[0]])
        else:
            self._problem(
                "settings-key-unknown", line, key=key, known=", ".join(k[0] for k in _KEYS.values())
            )

    def _line(self, key: str, start: int = 0, end: int | None = None) -> int:
        """The line in which a key stands, from 0; TOML's own reader does not tell."""
        wanted = {key, f'"{key}"', f"'{key}'"}
        for at in range(start, len(self._lines) if end is None else end):
            line = self._lines[at].strip()
            if line.partition("=")[0].strip() in wanted or line.strip("[] ") in wanted:
                return at
        return start

    def _problem(self, code: str, line: int, **arguments: object) -> None:
        words = self._lines[line] if line < len(self._lines) else ""
        indent = len(words) - len(words.lstrip())
        place = FilePlace(self._name, line + 1, indent + 1, max(1, len(words.strip())), words[:200])
        self.problems.append(Problem(code, place, arguments))


_WRITTEN = (
    "tòa soạn",
    "loại hình",
    "bản tin",
    "sự kiện",
    "chuyên mục",
    "giờ phát",
    "ngày đăng",
    "thời lượng",
)


def _laid_over(over: Settings, under: Settings) -> Settings:
    """What `over` settles, the rest from `under`."""
    given = {
        field: value
        for field in (
            "pack",
            "rosters",
            "events",
            "language",
            "threshold",
            "strict",
            "unconfirmed",
            "reading_rate",
            "sites",
            "rules_site",
        )
        if (value := getattr(over, field)) not in (None, ())
    }
    return replace(under, **given, said=under.said.overridden(over.said))


def _written(value: Any) -> str | None:
    """A value of TOML as a head would say it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.replace(microsecond=0).isoformat()
    return None


def _short(value: Any) -> str:
    return str(value)[:80]


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _texts(value: Any) -> tuple[str, ...] | None:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(each, str) and each.strip() for each in values):
        return None
    return tuple(each.strip() for each in values)


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _rate(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not _RATES[0] <= value <= _RATES[1]:
        return None
    return float(value)


def _word_of(field: str) -> Callable[[Any], str | None]:
    def read(value: Any) -> str | None:
        return _WORDS[field].get(plain_key(value)) if isinstance(value, str) else None

    return read


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "pack": _text,
    "rosters": _texts,
    "events": _texts,
    "sites": _texts,
    "strict": _flag,
    "rules_site": _text,
    "reading_rate": _rate,
    **{field: _word_of(field) for field in _WORDS},
}
_KIND = {
    "pack": "text", "rosters": "paths", "events": "paths", "sites": "paths", "strict": "flag",
    "reading_rate": "rate", "rules_site": "text",
    **dict.fromkeys(_WORDS, "word"),
}  # fmt: skip


def _is_bundled(field: str, written: str) -> bool:
    return field == "rosters" and plain_key(written) in (plain_key(BUNDLED), "bundled")


def _pattern(glob: str) -> re.Pattern[str]:
    """A pattern as `.gitignore` has them: `*` stays inside a folder, `**` does not, a name without a slash
    is a file's or a folder's anywhere, a slash at the end is all that a folder holds."""
    written = normalize("NFC", glob.strip().removeprefix("./"))
    beneath = written.endswith("/")
    written = written.strip("/")
    found = "".join(_parts_of(written))
    before = "" if "/" in written or (glob.strip().startswith("/")) else "(?:.*/)?"
    return re.compile(before + found + ("/.*" if beneath else "(?:/.*)?"), re.S)


def _parts_of(written: str) -> Iterator[str]:
    at = 0
    while at < len(written):
        if written.startswith("**/", at):
            yield "(?:.*/)?"
            at += 3
        elif written.startswith("**", at):
            yield ".*"
            at += 2
        elif written[at] == "*":
            yield "[^/]*"
            at += 1
        elif written[at] == "?":
            yield "[^/]"
            at += 1
        else:
            yield re.escape(written[at])
            at += 1
