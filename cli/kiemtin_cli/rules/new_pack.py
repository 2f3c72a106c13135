"""`kiemtin rules new province | newsroom`: a pack out of answers, asked for, in a file, or in a form."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, PackError, Problem
from kiemtin.foundation.text import normalize
from kiemtin.reporting.excerpt import visible

if TYPE_CHECKING:
    from kiemtin.adopting.drafting.checking_answers import Given, Raw
    from kiemtin.adopting.drafting.questions import Answers, Kind
    from kiemtin.adopting.drafting.refined import Refined

KINDS: dict[str, Kind] = {
    "province": "province",
    "newsroom": "newsroom",
    "tỉnh": "province",
    "tòa soạn": "newsroom",
}
_USUAL = "-"
"""Given as the file of answers: what is usual."""


def kind_of(word: str) -> Kind | None:
    """Which pack is meant by the name after `rules new`, if one is."""
    return KINDS.get(normalize(word).text.lower().replace("-", " "))


def make(
    kind: Kind, answers: str | None, given: Sequence[str], form: str | None, output: str | None, lang: Lang
) -> int:
    """Writes the pack, checks it and runs its examples: what these come to is the exit code."""
    from kiemtin.adopting.drafting.checking_answers import checked
    from kiemtin.adopting.drafting.writing import write

    today = date.today()
    if form is not None:
        return _form(kind, Path(form), given, today, lang)
    raw = _raw(kind, answers, given, output, today, lang)
    answered = checked(kind, raw, today)
    path = _path(answered, output)
    base = _base(answered, path, today) if kind == "newsroom" else None
    _write_new(path, write(answered, lang, base).encode(), lang)
    sys.stdout.write(visible(message("new_pack.written", lang, {"path": str(path)})) + "\n")
    return _tried(path, lang)


def _tried(path: Path, lang: Lang) -> int:
    from kiemtin_cli.rules.check_packs import check
    from kiemtin_cli.rules.run_examples import test

    code = max(check(str(path), lang), test(str(path), None, lang))
    if code == ExitCode.NOTHING_FOUND:
        from kiemtin.checking.nearest import nearest

        settings = nearest(str(path.parent))
        told = {"path": str(path), "settings": settings or ""}
        step = "new_pack.next" if settings is None else "new_pack.next_in_settings"
        sys.stdout.write(visible(message(step, lang, told)) + "\n")
    return code


def _path(answers: Answers, output: str | None) -> Path:
    """The file: as it was asked for; in a folder, or here, by the pack's name. Packs are found by that."""
    name = f"{answers.values['name']}.quy"
    if output is None:
        return Path(name)
    return Path(output) / name if is_folder(Path(output)) else Path(output)


def _write_new(path: Path, content: bytes, lang: Lang) -> None:
    try:
        with path.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise click.UsageError(message("rules.exists", lang, {"path": str(path)})) from None
    except OSError as error:
        told = {"path": str(path), "reason": error.strerror or ""}
        raise click.UsageError(message("rules.not_written", lang, told)) from None


def _form(kind: Kind, path: Path, given: Sequence[str], today: date, lang: Lang) -> int:
    """A newsroom's form shows the province's limits."""
    from kiemtin.adopting.drafting.checking_answers import Raw, checked
    from kiemtin.adopting.drafting.form import form

    if kind == "province":
        content = form(kind, today, lang)
    else:
        answered = checked(kind, Raw(_pairs(given, lang)), today)
        base = _base(answered, path, today)
        content = form(kind, today, lang, base.media, base.limits)
    _write_new(path, content, lang)
    told = {"path": str(path), "kind": kind}
    sys.stdout.write(visible(message("new_pack.form", lang, told)) + "\n")
    return ExitCode.NOTHING_FOUND


def _base(answers: Answers, path: Path, today: date) -> Refined:
    """What the pack that is refined has. Raises PackError if it is not valid, or would not be found."""
    from kiemtin.adopting.drafting.refined import refined
    from kiemtin.checking.workbench import Workbench
    from kiemtin.language.pack_files import find_pack, installed

    named = answers.values["refines"]
    file = Path(named)
    places = [path.parent, *installed(path.parent)]
    if file.suffix == ".quy" and file.resolve().parent not in [place.resolve() for place in places]:
        told = {"pack": named, "path": str(path)}
        raise PackError(Problem("answers-refines-elsewhere", FilePlace(str(path)), told))
    found = None if file.suffix == ".quy" else find_pack(named, places)
    pack = str(found or named)
    return refined(Workbench(pack).rulebook(pack), today)


def _raw(
    kind: Kind, answers: str | None, given: Sequence[str], output: str | None, today: date, lang: Lang
) -> Raw:
    from kiemtin.adopting.drafting.checking_answers import Given, Raw, checked
    from kiemtin.adopting.drafting.questions import MEDIA, USUAL_LIMITS

    pairs = _pairs(given, lang)
    if answers is not None and answers != _USUAL:
        from kiemtin.adopting.drafting.reading import read

        raw = read(Path(answers))
        return raw._replace(values=[*raw.values, *pairs])
    if answers is None and not pairs:
        if not sys.stdin.isatty():
            raise click.UsageError(message("new_pack.not_asked", lang))
        from kiemtin_cli.rules.asking import ask

        def limits_of(values: Sequence[tuple[str, Given]]) -> Refined:
            answered = checked(kind, Raw(values), today)
            return _base(answered, _path(answered, output), today)

        return ask(kind, today, lang, limits_of)
    if kind == "newsroom":
        return Raw(pairs)
    place = FilePlace("--answers")

    def usual(words: str) -> Given:
        return Given(words, place)

    limits = [(usual(band), [usual(cell) for cell in cells]) for band, cells in USUAL_LIMITS]
    return Raw(pairs, [usual(medium) for medium in MEDIA], limits)


def _pairs(given: Sequence[str], lang: Lang) -> list[tuple[str, Given]]:
    return list(_each_pair(given, lang))


def _each_pair(given: Sequence[str], lang: Lang) -> Iterator[tuple[str, Given]]:
    from kiemtin.adopting.drafting.checking_answers import Given

    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip():
            raise click.UsageError(message("new_pack.bad_set", lang, {"given": pair}))
        yield key.strip(), Given(value.strip(), FilePlace("--set"))
