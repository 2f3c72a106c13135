"""What a Word or Excel file says of itself in its own properties (File > Info > Properties > Custom).

Only custom properties with a key of ours count. When a file was made or saved, and by whom, says nothing
about the piece in it and is not read. Whatever else says a value stands before a property: nobody sees
them, and a template hands them on.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.documents.keys import plain_key
from kiemtin.documents.limits import EXCERPT, KEYS
from kiemtin.documents.metadata_fields import FIELD_OF_KEY, HEADLINE, LEAD, build_metadata, read_value
from kiemtin.documents.model import Metadata, Note, Source, SourceKind
from kiemtin.documents.packages import Package
from kiemtin.foundation.problems import DocumentError

PART = "docProps/custom.xml"


def said_in_properties(package: Package) -> tuple[Metadata, list[Note]]:
    """Metadata of the custom properties, and a note for each of ours that cannot be read."""
    values: dict[str, object] = {}
    sources: dict[str, Source] = {}
    notes: list[Note] = []
    try:
        found = list(_properties(package))
    except (DocumentError, RecursionError):
        return Metadata(), [Note("metadata-properties-unread")]
    for key, value in found:
        field = FIELD_OF_KEY.get(plain_key(key))
        if field is None or field in (HEADLINE, LEAD) or field in values:
            continue
        try:
            values[field] = read_value(field, value)
            sources[field] = Source(SourceKind.PROPERTIES, words=key)
        except ValueError:
            notes.append(Note("metadata-property-unread", {"key": key, "value": value[:EXCERPT]}))
    return build_metadata(values, sources), notes


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    """Name and value of the first properties; a moment as Office writes it is UTC (`…Z`)."""
    for at, element in enumerate(package.xml(PART)):
        if at == KEYS.most:
            return
        name, value = element.get("name") or "", "".join(element.itertext()).strip()
        if len(name) <= EXCERPT and value:
            yield name, value
