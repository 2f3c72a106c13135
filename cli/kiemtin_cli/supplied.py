"""`--set KEY=VALUE`: what is said about the items on the command line."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import (
    FIELD_OF_KEY,
    HEADLINE,
    LEAD,
    build_metadata,
    read_value,
    similar_key,
)
from kiemtin.documents.model import Metadata
from kiemtin.foundation.messages import Lang, message


def metadata_of(given: Sequence[str], lang: Lang) -> Metadata:
    """The same keys and values as in front matter, but for headline and lead, which are text.

    Raises click.UsageError.
    """
    values: dict[str, object] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise _refused("cli.set.shape", lang, given=pair)
        field = FIELD_OF_KEY.get(plain_key(key))
        if field is None or field in (HEADLINE, LEAD):
            similar = similar_key(key) if field is None else None
            meant = message("cli.set.meant", lang, {"similar": similar}) if similar else ""
            raise _refused("cli.set.unknown", lang, key=key, meant=meant)
        try:
            values[field] = read_value(field, value)
        except ValueError:
            raise _refused("cli.set.bad_value", lang, key=key, value=value) from None
    return build_metadata(values)


def _refused(message_id: str, lang: Lang, **arguments: object) -> click.UsageError:
    return click.UsageError(f"--set: {message(message_id, lang, arguments)}".rstrip())
