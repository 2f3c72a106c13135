"""What a newsroom settles once, for a file: frozen, with everything that a `[[match]]` says of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kiemtin.documents.model import NOTHING_SAID, Metadata
from kiemtin.foundation.records import Record


class Settings(Record):
    """None is *not settled*: the command line's own default stands then."""

    path: str | None = None
    """The kiemtin.toml that says so."""
    pack: str | None = None
    rosters: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    """Work calendars."""
    language: str | None = None
    """`vi` or `en`."""
    threshold: str | None = None
    """From which severity on findings end a run with 1: must, should or note."""
    strict: bool | None = None
    unconfirmed: str | None = None
    """What a failure comes to that an exception may excuse: `pass`, `confirm` (a person is asked, where
    there is one to ask: at a gate) or `fail`."""
    rules_site: str | None = None
    """Where the pages of `kiemtin rules doc` lie: an address or a folder; reports lead there."""
    reading_rate: float | None = None
    """Syllables a minute of a reader on the air, from which lengths are estimated for show."""
    headings: Mapping[str, str] = MappingProxyType({})
    """Own headings of columns, as `plain_key` writes them, and which of ours each means."""
    sites: tuple[str, ...] = ()
    """Profiles of home pages."""
    said: Metadata = NOTHING_SAID
    """What holds for a piece that does not say otherwise."""


UNSETTLED = Settings()
BUNDLED = "có sẵn"
"""Among rosters: the one that comes with kiemtin."""
