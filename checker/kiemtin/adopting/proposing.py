"""A kiemtin.toml for a folder as it was surveyed: what is certain as a setting, the rest proposed.

Every setting stands below a comment that says what it does and what it rests on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kiemtin.adopting.surveying import Kind, Survey
from kiemtin.checking.settings import BUNDLED
from kiemtin.documents.columns import LEFT_OUT
from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting.excerpt import visible

_MOST_COLUMNS = 40
_MOST_FILES = 8


class Given(NamedTuple):
    """What whoever runs the command says; None is *not said*."""

    pack: str | None = None
    outlet: str | None = None
    medium: str | None = None
    columns: Mapping[str, str] = MappingProxyType({})
    """What headings of the newsroom's own mean: a heading of ours, or `-`."""


NOTHING_GIVEN = Given()


class Line(NamedTuple):
    """A key with its value, written as a comment where it is only proposed."""

    comment: str
    key: str
    value: object
    is_set: bool


def proposal(found: Survey, packs: tuple[str, ...], given: Given, lang: Lang) -> str:
    """The text of the file. `packs` are the newsroom's own, those that no other refines first."""
    lines = list(_lines(found, packs, given, lang))
    parts = [_comment(message("init.toml.head", lang))]
    for line in lines:
        prefix = "" if line.is_set else "# "
        parts.append(f"{_comment(line.comment)}{prefix}{line.key} = {written(line.value)}\n")
    parts.append("".join(_columns(found, given, lang)))
    return "\n".join(part for part in parts if part)


def _lines(found: Survey, packs: tuple[str, ...], given: Given, lang: Lang) -> Iterator[Line]:
    yield _pack(packs, given, lang)
    rosters = found.of(Kind.ROSTER)
    yield Line(
        message("init.toml.roster", lang),
        "roster",
        [*rosters[:_MOST_FILES], BUNDLED] if rosters else ["danh-ba.csv", BUNDLED],
        bool(rosters),
    )
    calendars = found.of(Kind.CALENDAR)
    yield Line(
        message("init.toml.events", lang), "events", calendars[:_MOST_FILES] or ["lich.csv"], bool(calendars)
    )
    yield _of_pieces("outlet", given.outlet, "Báo Nam Sơn", found, lang)
    yield _of_pieces("medium", given.medium, "báo điện tử", found, lang)
    yield Line(message("init.toml.language", lang), "language", lang, lang == "en")
    yield Line(message("init.toml.threshold", lang), "threshold", "phải", is_set=False)
    yield Line(message("init.toml.unconfirmed", lang), "unconfirmed", "hỏi", is_set=False)


def _pack(packs: tuple[str, ...], given: Given, lang: Lang) -> Line:
    comment = message("init.toml.pack", lang)
    if given.pack is not None:
        return Line(comment, "pack", given.pack, is_set=True)
    if len(packs) == 1:
        return Line(comment, "pack", packs[0], is_set=True)
    if packs:
        others = message("init.toml.packs", lang, {"packs": ", ".join(map(visible, packs[:_MOST_FILES]))})
        return Line(f"{comment}\n{others}", "pack", packs[0], is_set=False)
    return Line(f"{comment}\n{message('init.toml.no_pack', lang)}", "pack", "noi-quy.quy", is_set=False)


def _of_pieces(field: str, given: str | None, example: str, found: Survey, lang: Lang) -> Line:
    """What holds for every piece: as it was said, else as all say that say anything, if most do."""
    comment = message(f"init.toml.{field}", lang)
    if given is not None:
        return Line(comment, field, given, is_set=True)
    said = found.said[field]
    if not said:
        return Line(comment, field, example, is_set=False)
    told = {"n": found.pieces, "said": counted(said)}
    value = said.most_common(1)[0][0]
    certain = len(said) == 1 and said[value] * 2 >= found.pieces
    return Line(f"{comment}\n{message('init.toml.seen', lang, told)}", field, value, certain)


def _columns(found: Survey, given: Given, lang: Lang) -> Iterator[str]:
    """Headings that are not known, as lines to uncomment: a guess of ours would read a wrong column."""
    if not found.unknown:
        return
    yield _comment(message("init.toml.columns", lang))
    yield "[columns]\n"
    for each in found.unknown[:_MOST_COLUMNS]:
        where = message("init.toml.column_in", lang, {"n": each.files, "path": visible(each.first)})
        said = given.columns.get(each.words)
        sign = "# " if said is None else ""
        yield f"{sign}{written(each.words)} = {written(said or each.similar or LEFT_OUT)}  # {where}\n"


def counted(said: Counter[str], most: int = 5) -> str:
    """`Báo Nam Sơn (12), Đài Nam Sơn (3)`."""
    shown = [f"{visible(words)[:80]} ({n})" for words, n in said.most_common(most)]
    return ", ".join(shown) + (", …" if len(said) > most else "")


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.split("\n"))


def written(value: object) -> str:
    """A value of TOML."""
    if isinstance(value, str):
        return f'"{"".join(map(_sign, value))}"'
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key} = {written(each)}" for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _sign(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
