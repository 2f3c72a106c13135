"""A report without the draft: where and what, but none of its words.

What may stay is named, so that a field that is added later is hidden until it is named too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.messages import message, spoken
from kiemtin.reporting.json_model import Model

M = TypeVar("M", bound=Model)

_OF_RULES = frozenset({"packs", "citation", "overrides", "exceptions", "counts", "origin", "tool"})
"""Say what packs say, and how much."""
_KEPT = frozenset(
    {
        "id", "rule", "outcome", "severity", "kind", "path", "sha256", "rulebook_key", "roster", "judged_on",
        "fingerprint", "caption_vi", "caption_en", "state", "baseline", "left_out",
    }
)  # fmt: skip


class _Hidden(str):
    """An argument of a message that is not told; of the words that go with a number, the general one."""

    def __format__(self, spec: str) -> str:
        return spec.partition("|")[2] or str(self)


_HIDDEN = _Hidden("[…]")


def redacted(told: M) -> M:
    """`told` with a digest in place of every text that may quote the draft; spans, rules and counts stay.

    Equal texts have equal digests. Who guesses a short text can prove the guess: digests hide a draft, not
    whether a certain name is in it.
    """
    return type(told).model_validate(_without(told.model_dump(mode="python"), ""))


def digest(text: str) -> str:
    return "sha256:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _without(value: Any, key: str) -> Any:
    if key in _OF_RULES:
        return value
    if isinstance(value, str):
        return value if key in _KEPT else digest(value)
    if isinstance(value, Mapping):
        kept = {name: _without(each, name) for name, each in value.items()}
        return kept | _said(value) if "id" in value and "arguments" in value else kept
    if isinstance(value, list | tuple):
        return [_without(each, key) for each in value]
    return value


def _said(value: Mapping[str, Any]) -> dict[str, Any]:
    """The sentence of a message with its arguments hidden."""
    arguments = dict.fromkeys(value["arguments"], _HIDDEN)
    told: dict[str, Any] = {"arguments": {name: digest(each) for name, each in value["arguments"].items()}}
    for lang in ("vi", "en"):
        told[lang] = message(value["id"], lang, arguments)
        help_id = f"{value['id']}.help"
        told[f"help_{lang}"] = message(help_id, lang, arguments) if spoken(help_id) else None
    return told
