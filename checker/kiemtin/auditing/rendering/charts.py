"""Charts as SVG, drawn by us: bars with their intervals, lines over months with marks, a map of shades."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from kiemtin.auditing.statistics import Share

_WIDTH, _LABEL, _ROW = 760, 250, 24
_DASHES = ("", "6 3", "2 3", "9 3 2 3", "1 2", "12 4")
"""Lines are told apart by dashes too, not by colour alone."""


class Bar(NamedTuple):
    label: str
    share: Share
    told: str
    """The figure in words."""


class Line(NamedTuple):
    label: str
    shares: tuple[Share | None, ...]


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Rates with whiskers from the lower to the upper bound."""
    top = max((row.share.high or row.share.value or 0.0 for row in rows), default=0.0) or 0.01
    room = _WIDTH - _LABEL - 120
    parts = []
    for at, row in enumerate(rows):
        y = at * _ROW + 4
        middle = y + 8
        parts.append(
            f'<text x="{_LABEL - 8}" y="{middle + 4}" class="label">{escape(_cut(row.label, 38))}</text>'
        )
        if row.share.value is not None:
            width = room * row.share.value / top
            parts.append(f'<rect x="{_LABEL}" y="{y}" width="{width:.1f}" height="16" class="bar"/>')
        if row.share.low is not None and row.share.high is not None:
            low, high = (_LABEL + room * bound / top for bound in (row.share.low, row.share.high))
            parts.append(
                f'<path class="whisker" d="M{low:.1f} {middle}H{high:.1f}'
                f'M{low:.1f} {middle - 4}v8M{high:.1f} {middle - 4}v8"/>'
            )
            end = high
        else:
            end = float(_LABEL)
        parts.append(f'<text x="{end + 6:.1f}" y="{middle + 4}" class="value">{escape(row.told)}</text>')
    return _svg(title, len(rows) * _ROW + 4, parts)


def lines(
    title: str, steps: Sequence[str], series: Sequence[Line], marks: Sequence[tuple[int, str]] = ()
) -> str:
    """Rates over time; the interval of a single series as a band, `marks` as upright lines with a word."""
    left, right, bottom, height = 46, _WIDTH - 12, 190, 222 + 18 * len(series)
    values = [
        each.high if len(series) == 1 else each.value for line in series for each in line.shares if each
    ]
    top = max((value for value in values if value is not None), default=0.0) or 0.01
    step = (right - left) / max(1, len(steps) - 1)

    def x(at: int) -> float:
        return left + at * step

    def y(value: float) -> float:
        return bottom - (bottom - 16) * value / top

    parts = [f'<path d="M{left} 16V{bottom}H{right}" class="axis"/>']
    for tick in range(5):
        value = top * tick / 4
        parts.append(f'<text x="{left - 6}" y="{y(value) + 4:.1f}" class="label">{100 * value:.0f}</text>')
        parts.append(f'<path d="M{left} {y(value):.1f}H{right}" class="grid"/>')
    every = max(1, -(-len(steps) // 12))
    for at, name in enumerate(steps):
        if at % every == 0:
            parts.append(f'<text x="{x(at):.1f}" y="{bottom + 16}" class="tick">{escape(name)}</text>')
    for at, words in marks:
        parts.append(f'<path d="M{x(at):.1f} 16V{bottom}" class="mark"><title>{escape(words)}</title></path>')
        parts.append(f'<text x="{x(at) + 3:.1f}" y="12" class="word">{escape(_cut(words, 40))}</text>')
    for number, line in enumerate(series):
        known = [(at, each) for at, each in enumerate(line.shares) if each and each.value is not None]
        if len(series) == 1 and known:
            upper = [f"{x(at):.1f} {y(each.high or 0.0):.1f}" for at, each in known]
            lower = [f"{x(at):.1f} {y(each.low or 0.0):.1f}" for at, each in reversed(known)]
            parts.append(f'<path d="M{"L".join(upper + lower)}Z" class="band"/>')
        points = "L".join(f"{x(at):.1f} {y(each.value or 0.0):.1f}" for at, each in known)
        dash = f' stroke-dasharray="{_DASHES[number % 6]}"' if number % 6 else ""
        if points:
            parts.append(f'<path d="M{points}" class="line c{number % 6}"{dash}/>')
        parts += [
            f'<circle cx="{x(at):.1f}" cy="{y(each.value or 0.0):.1f}" r="2.5" class="c{number % 6}"/>'
            for at, each in known
        ]
        legend = bottom + 36 + 18 * number
        parts.append(f'<path d="M{left} {legend}h40" class="line c{number % 6}"{dash}/>')
        parts.append(f'<text x="{left + 48}" y="{legend + 4}" class="value">{escape(line.label)}</text>')
    return _svg(title, height, parts)


def shades(
    title: str, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[Share | None]]
) -> str:
    """A map of rates, each with its figure; an empty cell had nothing to check."""
    top = max((each.value or 0.0 for row in cells for each in row if each), default=0.0) or 0.01
    width = (_WIDTH - _LABEL) / max(1, len(columns))
    every = max(1, -(-52 // int(max(1.0, width))))
    parts = [
        f'<text x="{_LABEL + (at + 0.5) * width:.1f}" y="12" class="tick">{escape(name)}</text>'
        for at, name in enumerate(columns)
        if at % every == 0
    ]
    for at, (name, row) in enumerate(zip(rows, cells, strict=True)):
        y = 20 + at * _ROW
        parts.append(f'<text x="{_LABEL - 8}" y="{y + 15}" class="label">{escape(_cut(name, 38))}</text>')
        for column, each in enumerate(row):
            x = _LABEL + column * width
            if each is None or each.value is None:
                parts.append(
                    f'<rect x="{x:.1f}" y="{y}" width="{width - 1:.1f}" height="{_ROW - 2}" class="empty"/>'
                )
                continue
            told = f"{name}, {columns[column]}: {100 * each.value:.1f} / 100 ({each.hits:.0f}/{each.of:.0f})"
            shade = f"{0.08 + 0.85 * each.value / top:.2f}"
            parts.append(
                f'<rect x="{x:.1f}" y="{y}" width="{width - 1:.1f}" height="{_ROW - 2}" class="shade" '
                f'fill-opacity="{shade}">'
                f"<title>{escape(told)}</title></rect>"
            )
            if width > 22:
                dark = ' class="cell light"' if each.value / top > 0.6 else ' class="cell"'
                parts.append(
                    f'<text x="{x + width / 2 - 0.5:.1f}" y="{y + 15}"{dark}>{100 * each.value:.0f}</text>'
                )
    return _svg(title, 24 + len(rows) * _ROW, parts)


def _svg(title: str, height: int, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title, quote=True)}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>{"".join(parts)}</svg>'
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
