"""Figures of an evaluation: computed from counts, printed as a table, compared with those kept before."""

from __future__ import annotations

from collections import Counter
from typing import Any

TOTAL = "TOTAL"

Figures = dict[str, float | None]

_SHARES = {
    "attendees": ("attendees_found", "attendees"),
    "former": ("former_right", "both"),
    "foreign": ("foreign_right", "both"),
    "person": ("person_right", "both"),
    "flags": ("flags_right", "flagged"),
    "acting": ("acting_right", "acting"),
    "swaps": ("swaps_found", "swaps"),
    "clean": ("clean_passed", "clean"),
    "broken": ("broken_found", "broken"),
}
_COLUMNS = (
    "texts", "precision", "recall", "f1", "offices", "attendees", "former", "foreign", "person", "flags",
    "acting", "lists", "groups", "swaps", "clean", "broken",
)  # fmt: skip


def figures(count: Counter[str]) -> Figures:
    """What is compared and printed, from counts."""
    found: Figures = {"precision": _share(count["right"], count["found"], count["wanted"])}
    found["recall"] = _share(count["right"], count["wanted"], count["found"])
    found["f1"] = _f1(count["right"], count["found"], count["wanted"])
    found["offices"] = _f1(count["offices_right"], count["offices_found"], count["offices"])
    found["lists"] = _f1(count["listings_right"], count["listings_found"], count["listings"])
    found["groups"] = _f1(count["groups_right"], count["groups_found"], count["groups"])
    for name, (right, total) in _SHARES.items():
        found[name] = round(count[right] / count[total], 4) if count[total] else None
    return found


def _share(right: int, total: int, other: int) -> float:
    """With nothing to divide by: perfect if the other side has nothing either, else nothing is right."""
    return round(right / total, 4) if total else float(not other)


def _f1(right: int, found: int, wanted: int) -> float:
    return round(2 * right / (found + wanted), 4) if found + wanted else 1.0


def by_number(pattern: str) -> tuple[bool, int, str]:
    """D-1, D-2 … D-36, then the others by name."""
    kind, _, number = pattern.partition("-")
    if kind != "D":
        return (True, 0, pattern)
    return (False, int("".join(filter(str.isdigit, number))), pattern)


def table(result: dict[str, Any]) -> str:
    """One line a pattern, the totals last."""
    lines = [f"{'':18}" + "".join(f"{column:>10}" for column in _COLUMNS)]
    for name, row in [*result["patterns"].items(), (TOTAL, result["totals"])]:
        cells = ["–" if row[column] is None else _cell(row[column]) for column in _COLUMNS]
        lines.append(f"{name:18}" + "".join(f"{cell:>10}" for cell in cells))
    return "\n".join(lines)


def _cell(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def differences(old: dict[str, Any], new: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What fell and what rose, one line a figure."""
    fell: list[str] = []
    rose: list[str] = []
    before = {TOTAL: old["totals"], **old["patterns"]}
    after = {TOTAL: new["totals"], **new["patterns"]}
    for name in dict.fromkeys((*before, *after)):
        if name not in after or name not in before:
            (fell if name not in after else rose).append(f"{name}: {'gone' if name in before else 'new'}")
            continue
        for column in _COLUMNS:
            was, now = before[name].get(column), after[name].get(column)
            if was == now:
                continue
            line = f"{name} {column}: {was} -> {now}"
            down = now is None or (was is not None and now < was)
            (fell if down else rose).append(line)
    return fell, rose


def changed_errors(old: dict[str, list[str]], new: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """Errors that came and errors that went, text by text."""
    came: list[str] = []
    went: list[str] = []
    for text in sorted({*old, *new}):
        was, now = Counter(old.get(text, [])), Counter(new.get(text, []))
        came += [f"{text}: {error}" for error in (now - was).elements()]
        went += [f"{text}: {error}" for error in (was - now).elements()]
    return came, went
