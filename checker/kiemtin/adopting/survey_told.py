"""What a survey found, in words for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kiemtin.adopting.proposing import NOTHING_GIVEN, Given, counted
from kiemtin.adopting.surveying import SAID, Kind, Survey
from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting.excerpt import visible, wrap

_MOST = 8
_SHOWN = (Kind.ITEM, Kind.BULLETIN, Kind.ROSTER, Kind.CALENDAR, Kind.PACK)


def told(found: Survey, lang: Lang, width: int, given: Given = NOTHING_GIVEN) -> str:
    """A paragraph each for files, headings, heads, fonts and what cannot be read; nothing is missed that was
    `given`."""
    lines: list[str] = []
    for text in _paragraphs(found, given, lang):
        lines += wrap(text, width, "  ", "    ")
    return "\n".join([message("init.found", lang, {"folder": visible(str(found.folder))}), *lines, ""])


def _paragraphs(found: Survey, given: Given, lang: Lang) -> Iterator[str]:
    read = sum(kind not in (Kind.PACK, Kind.NO_DRAFT) for _, kind in found.files)
    if found.found > read + len(found.of(Kind.NO_DRAFT)):
        yield message("init.spread", lang, {"read": read, "n": found.found})
    for kind in _SHOWN:
        paths = found.of(kind)
        if paths:
            yield message(f"init.kind.{kind}", lang, {"n": len(paths), "paths": _few(paths)})
    if not any(found.of(kind) for kind in _SHOWN):
        yield message("init.nothing", lang)
    if found.known:
        yield message("init.columns", lang, {"columns": _few([words for words, _ in found.known], 20)})
    if found.unknown:
        names = [f"“{each.words}”" for each in found.unknown]
        yield message("init.unknown_columns", lang, {"n": len(names), "columns": _few(names, 12)})
    yield from _said(found, given, lang)
    if found.old_encoding:
        told = {"n": len(found.old_encoding), "paths": _few(found.old_encoding)}
        yield message("init.old_encoding", lang, told)
    by_code: dict[str, list[str]] = {}
    for problem in found.problems:
        by_code.setdefault(message(problem.code, lang, problem.arguments), []).append(problem.place.path)
    for reason, paths in by_code.items():
        yield message("init.unread", lang, {"n": len(paths), "reason": reason, "paths": _few(paths)})
    if found.others:
        kinds = counted(Counter(found.others), 12)
        yield message("init.others", lang, {"n": sum(found.others.values()), "kinds": kinds})


def _said(found: Survey, given: Given, lang: Lang) -> Iterator[str]:
    if not found.pieces:
        return
    for field in SAID:
        said = found.said[field]
        n = sum(said.values())
        arguments = {"n": n, "of": found.pieces, "said": counted(said)}
        if field == "published":
            if n < found.pieces:
                yield message("init.undated", lang, {"n": found.pieces - n, "of": found.pieces})
        elif said:
            yield message(f"init.said.{field}", lang, arguments)
        elif field == "medium" and given.medium is None:
            yield message("init.no_medium", lang, arguments)


def _few(paths: list[str] | tuple[str, ...], most: int = _MOST) -> str:
    shown = ", ".join(visible(path) for path in paths[:most])
    return shown + (", …" if len(paths) > most else "")
