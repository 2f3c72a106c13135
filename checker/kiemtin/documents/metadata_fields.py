"""What may be said about an item beside its text: the keys, and how each value is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import cast

from kiemtin.documents.keys import plain_key
from kiemtin.documents.model import Medium, Metadata, Source
from kiemtin.documents.moments import read_moment, read_time
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.text import normalize

HEADLINE, LEAD, TIME = "headline", "lead", "time"
"""Fields that are not of Metadata: parts of the text, and the hour of `published`."""

_KEYS = {
    "outlet": ("cơ quan", "cơ quan báo chí", "tòa soạn", "outlet"),
    "medium": ("loại hình", "loại hình báo chí", "medium"),
    "published": ("ngày", "ngày đăng", "ngày phát", "ngày phát sóng", "date", "published"),
    TIME: ("giờ", "giờ đăng", "giờ phát", "giờ phát sóng", "time"),
    "event_time": ("thời điểm sự kiện", "thời gian sự kiện", "event time"),
    "event": ("sự kiện", "event"),
    "page": ("trang", "page"),
    "section": ("mục", "chuyên mục", "section"),
    "position": ("vị trí", "position"),
    "duration": ("thời lượng", "duration"),
    "photos": ("số ảnh", "photos"),
    "genre": ("thể loại", "genre"),
    "form": ("phương thức", "hình thức", "form"),
    "event_end": ("kết thúc sự kiện", "thời điểm kết thúc sự kiện", "event end"),
    "embargo": ("cấm đăng trước", "không đăng trước", "embargo"),
    "shown_for": ("thời gian trang chủ", "thời gian trên trang chủ", "shown for"),
    "programme": ("bản tin", "chương trình", "programme", "program", "bulletin"),
    HEADLINE: ("tít", "tiêu đề", "title", "headline"),
    LEAD: ("sa-pô", "sapô", "sapo", "lead"),
}
_MEDIA = {
    Medium.PRINT: ("báo in", "báo giấy", "print", "newspaper"),
    Medium.ONLINE: ("báo điện tử", "báo mạng", "online", "web"),
    Medium.RADIO: ("phát thanh", "radio"),
    Medium.TELEVISION: ("truyền hình", "television", "tv"),
}

FIELD_OF_KEY: Mapping[str, str] = {plain_key(key): field for field, keys in _KEYS.items() for key in keys}
_MEDIUM_OF_NAME = {plain_key(name): medium for medium, names in _MEDIA.items() for name in names}


def written_medium(medium: Medium) -> str:
    """What a medium is called at the head of a Vietnamese draft."""
    return _MEDIA[medium][0]


_MOMENTS = frozenset({"published", "event_time", "event_end", "embargo"})
_CODES = {
    "medium": "metadata-bad-medium",
    "published": "metadata-bad-date",
    "event_time": "metadata-bad-date",
    "event_end": "metadata-bad-date",
    "embargo": "metadata-bad-date",
    "shown_for": "metadata-bad-duration",
    TIME: "metadata-bad-time",
    "page": "metadata-bad-number",
    "position": "metadata-bad-number",
    "photos": "metadata-bad-number",
    "duration": "metadata-bad-duration",
}


def bad_value_code(field: str) -> str:
    """The code of the problem to raise for a value that `read_value` refuses."""
    return _CODES[field]


def similar_key(key: str) -> str | None:
    """The known key that an unknown one may have meant, as people write it."""
    from difflib import get_close_matches

    written = {plain_key(known): known for keys in _KEYS.values() for known in keys}
    close = get_close_matches(plain_key(key), written, n=1, cutoff=0.7)
    return written[close[0]] if close else None


def read_value(field: str, value: str) -> object:
    """The value of a field; an empty one is None, *not supplied*. Raises ValueError for a bad one."""
    value = normalize(value).text.strip()
    if not value:
        return None
    if field == "medium":
        medium = _MEDIUM_OF_NAME.get(plain_key(value))
        if medium is None:
            raise ValueError(value)
        return medium
    if field in _MOMENTS:
        return read_moment(value)
    if field == TIME:
        return read_time(value)
    if field in ("page", "position", "photos"):
        match = re.fullmatch(r"(?:(?:trang|tr\.?|page|p\.)\s*)?([0-9]{1,5})", value, re.I)
        if match is None or (field != "photos" and int(match[1]) == 0):
            raise ValueError(value)
        return int(match[1])
    if field in ("duration", "shown_for"):
        from kiemtin.documents.durations import parse_duration  # few drafts say one

        return parse_duration(value)
    return value


def build_metadata(
    values: Mapping[str, object],
    sources: Mapping[str, Source] | None = None,
    own: tuple[tuple[str, str], ...] = (),
) -> Metadata:
    """Metadata of read values; an hour joins the day unless the day has one of its own.

    An hour without a day waits in `hour` for a day that is said elsewhere. `sources` go by the same names;
    `own` are pairs of keys that are no fields.
    """
    known = {field: value for field, value in values.items() if field != TIME and value is not None}
    told = {field: source for field, source in (sources or {}).items() if field in known}
    hour, day = values.get(TIME), known.get("published")
    if isinstance(hour, time):
        if day is None:
            known["hour"] = hour
            if sources and TIME in sources:
                told["hour"] = sources[TIME]
        elif isinstance(day, date) and not isinstance(day, datetime):
            known["published"] = datetime.combine(day, hour)
    return Metadata(**cast("dict[str, str]", known), own=own, sources=told)  # type: ignore[arg-type]


def written_key(field: str) -> Phrase:
    """What a field is called at the head of a draft."""
    if field == "hour":
        return Phrase(_KEYS[TIME][0], _KEYS[TIME][-1])
    keys = _KEYS[field]
    return Phrase(keys[0], _ENGLISH.get(field, keys[-1]))


_ENGLISH = {"published": "date", "programme": "programme", "headline": "title"}
