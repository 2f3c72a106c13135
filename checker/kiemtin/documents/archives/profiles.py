"""Under which keys the records of an archive say what: the usual ones, and those of a profile of the user's.

A profile is TOML: `[keys]` leads from our fields (`text`, `headline`, `published` …) to a key or a list of
keys of the archive, a dotted one into an inner object; `[fixed]` says what holds for every record.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import FIELD_OF_KEY, HEADLINE, LEAD, build_metadata, read_value
from kiemtin.documents.model import Metadata
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.records import Record

TEXT, CAPTIONS, URL, ID, FIELD = "text", "captions", "url", "id", "field"
"""Fields of a record that are not of Metadata, beside headline, lead and hour."""

_USUAL: dict[str, tuple[str, ...]] = {
    TEXT: ("text", "body", "content", "maintext", "article", "nội dung", "thân bài", "content_html"),
    HEADLINE: ("headline", "title", "tít", "tiêu đề", "tên bài"),
    LEAD: ("lead", "description", "summary", "sa-pô", "sapo", "sa pô", "tóm tắt", "abstract"),
    CAPTIONS: ("captions", "chú thích ảnh", "chú thích"),
    URL: ("url", "link", "địa chỉ", "source_url"),
    ID: ("id", "guid", "uri", "mã bài", "mã"),
    FIELD: ("field", "lĩnh vực", "topic"),
    "published": ("published_at", "date_publish", "pubdate", "publish_date", "datetime", "published_time"),
    "outlet": ("publisher", "site", "source_domain", "báo", "domain"),
    "section": ("category", "chuyên mục", "chuyên trang"),
}  # fmt: skip
FIELDS = frozenset({*_USUAL, *FIELD_OF_KEY.values()})


class Profile(Record):
    """Keys in the order in which they are asked; the first that says something answers."""

    name: str
    keys: Mapping[str, tuple[str, ...]]
    """Field -> keys as the archive writes them; empty: the usual ones, found by `plain_key`."""
    fixed: Metadata

    def fields(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """What a record says of each field."""
        found: dict[str, Any] = {}
        for field, keys in self.keys.items():
            for key in keys:
                value = _inner(record, key)
                if value not in _NOTHING:
                    found[field] = value
                    break
        said_by: dict[str, int] = {}
        for key, value in record.items():
            known = _known(key)
            if known is None or known[0] in self.keys or value in _NOTHING:
                continue
            field, order = known
            if order < said_by.get(field, _LAST):
                found[field], said_by[field] = value, order
        return found


_NOTHING: tuple[Any, ...] = (None, "", [])
_LAST = 1 << 30
_LONGEST_KEY = 60
USUAL: dict[str, str] = {
    **FIELD_OF_KEY,
    **{plain_key(key): field for field, keys in _USUAL.items() for key in keys},
}
_ORDER = {plain_key(key): at for keys in _USUAL.values() for at, key in enumerate(keys, 1)}


@lru_cache(maxsize=4096)
def _known(key: str) -> tuple[str, int] | None:
    """The field that a key speaks of, and how soon it is asked; our own keys are asked first."""
    if len(key) > _LONGEST_KEY:
        return None
    plain = plain_key(key)
    field = USUAL.get(plain)
    return None if field is None else (field, _ORDER.get(plain, 0))


def _inner(record: Mapping[str, Any], key: str) -> Any:
    value = record.get(key)
    if value is not None or "." not in key:
        return value
    found: Any = record
    for part in key.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(part)
    return found


USUAL_PROFILE = Profile("", {}, Metadata())


def load_profile(path: Path) -> Profile:
    """Raises DocumentError for a profile that is not as described."""
    place = FilePlace(str(path))
    try:
        told = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError:
        raise DocumentError(Problem("document-not-found", place)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DocumentError(Problem("archive-bad-profile", place, {"reason": str(error)})) from None
    keys: dict[str, tuple[str, ...]] = {}
    for field, written in (told.get("keys") or {}).items():
        known = field if field in FIELDS else USUAL.get(plain_key(field))
        listed = [written] if isinstance(written, str) else written
        if known is None or not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
            raise DocumentError(Problem("archive-bad-profile", place, {"reason": f"[keys] {field}"}))
        keys[known] = tuple(listed)
    values: dict[str, object] = {}
    for field, written in (told.get("fixed") or {}).items():
        known = USUAL.get(plain_key(field))
        try:
            if known is None or known in (TEXT, CAPTIONS, URL, ID, FIELD, HEADLINE, LEAD):
                raise ValueError(field)
            values[known] = read_value(known, str(written))
        except ValueError:
            reason = f"[fixed] {field} = {written}"
            raise DocumentError(Problem("archive-bad-profile", place, {"reason": reason})) from None
    return Profile(path.stem, keys, build_metadata(values))
