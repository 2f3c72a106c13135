"""What an audit judges by, as the plan keeps it: enough for any worker to judge alike."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kiemtin.checking.workbench import DEFAULT_PACKS, Workbench
from kiemtin.documents.archives.profiles import USUAL_PROFILE, Profile, load_profile
from kiemtin.documents.metadata_fields import build_metadata, read_value
from kiemtin.documents.model import Metadata

if TYPE_CHECKING:
    from kiemtin.officials.recognizer import Recognizer


class ArchiveBench(Workbench):
    """Prepared for very many documents."""

    @cached_property
    def recognizer(self) -> Recognizer:
        from kiemtin.officials.recognizer import Recognizer

        return Recognizer(self.vocabulary, self.roster, for_archive=True)


class Settings(NamedTuple):
    """Chosen on the command line; all of it is text, so that it can be written down and sent."""

    pack: str | None = None
    roster: str | None = None
    as_of: str | None = None
    profile: str | None = None
    given: tuple[tuple[str, str], ...] = ()
    """Fields of metadata that hold for every item, as `--set` takes them."""

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Settings:
        return cls(**{**told, "given": tuple((field, value) for field, value in told["given"])})

    def workbench(self) -> Workbench:
        """One for bulletins and items alike. Raises PackError when it is used."""
        as_of = date.fromisoformat(self.as_of) if self.as_of else None
        return ArchiveBench(self.pack, as_of, self.roster)

    @property
    def metadata(self) -> Metadata | None:
        values = {field: read_value(field, value) for field, value in self.given}
        return build_metadata(values) if values else None

    def load_profile(self) -> Profile:
        """Raises DocumentError."""
        return load_profile(Path(self.profile)) if self.profile else USUAL_PROFILE

    @property
    def packs(self) -> tuple[str, ...]:
        """The packs that may be asked."""
        return (self.pack,) if self.pack else tuple(DEFAULT_PACKS.values())
