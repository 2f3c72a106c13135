"""The questions of `kiemtin rules new province | newsroom` on a terminal, answer by answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import click

from kiemtin.adopting.drafting.checking_answers import OWN_RANKS, Given, Raw, checked
from kiemtin.adopting.drafting.questions import (
    MEDIA,
    USUAL_LIMITS,
    Kind,
    default,
    questions,
)
from kiemtin.adopting.drafting.refined import Refined
from kiemtin.documents.keys import plain_key
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError
from kiemtin_cli.output import print_problems

_PLACE = FilePlace("–")
LimitsOf = Callable[[Sequence[tuple[str, Given]]], Refined]


def ask(kind: Kind, today: date, lang: Lang, limits_of: LimitsOf = lambda _: Refined("")) -> Raw:
    """An answer that is not understood is asked for again, with the reason. `limits_of` tells the limits of
    the pack that a newsroom refines, which are then its usual answers."""
    values: list[tuple[str, Given]] = []
    for question in questions(kind):
        usual = show_day(date(today.year, 1, 1)) if question.key == "in_force" else default(question, kind)

        def of(words: str, key: str = question.key) -> Raw:
            return Raw([(key, _given(words))])

        words = _until_right(message(f"ask.{question.key}", lang), usual, of, kind, today, lang)
        values.append((question.key, _given(words)))
    theirs = Refined("", media=MEDIA, limits=tuple(USUAL_LIMITS))
    if kind == "newsroom":
        theirs = limits_of(values)
    media, limits = _limits(kind, theirs, today, lang)
    order = _order(today, lang) if kind == "province" else []
    return Raw(values, media, limits, order)


def _given(words: str) -> Given:
    return Given(words, _PLACE)


def _until_right(
    asked: str, usual: str, of: Callable[[str], Raw], kind: Kind, today: date, lang: Lang
) -> str:
    while True:
        words = str(click.prompt(asked, default=usual, show_default=bool(usual)))
        try:
            checked(kind, of(words), today)
        except PackError as error:
            print_problems(error.problems, lang)
        else:
            return words


def _limits(
    kind: Kind, theirs: Refined, today: date, lang: Lang
) -> tuple[Sequence[Given], Sequence[tuple[Given, Sequence[Given]]]]:
    click.echo(message("ask.limits", lang))
    media: Sequence[str] = MEDIA
    if kind == "newsroom":
        asked = message("ask.media", lang, {"media": "; ".join(MEDIA)})

        def of_media(words: str) -> Raw:
            return Raw([], [_given(each) for each in _parts(words)])

        media = _parts(_until_right(asked, MEDIA[1], of_media, kind, today, lang))
    rows = []
    for band, cells in theirs.limits or tuple((band, ()) for band, _ in USUAL_LIMITS):
        usual_of = dict(zip(map(plain_key, theirs.media), cells, strict=False))
        row = []
        for medium in media:
            asked = message("ask.limit", lang, {"band": band, "medium": medium})

            def of_limit(words: str, band: str = band, medium: str = medium) -> Raw:
                return Raw([], [_given(medium)], [(_given(band), [_given(words)])])

            usual = usual_of.get(plain_key(medium), "")
            row.append(_given(_until_right(asked, usual, of_limit, kind, today, lang)))
        rows.append((_given(band), row))
    return [_given(medium) for medium in media], rows


def _order(today: date, lang: Lang) -> list[tuple[Given, Given]]:
    click.echo(message("ask.own_order", lang))
    found: list[tuple[Given, Given]] = []
    while True:
        rank = OWN_RANKS + len(found)
        words = str(
            click.prompt(message("ask.offices", lang, {"rank": rank}), default="", show_default=False)
        )
        if not words.strip():
            return found
        found.append((_given(str(rank)), _given(words)))


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.replace(",", ";").split(";") if part.strip()]
