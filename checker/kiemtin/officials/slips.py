"""Slips of the pen in names: one letter or one tone off."""

from __future__ import annotations

from kiemtin.foundation.text import strip_tones


def one_slip(left: str, right: str) -> bool:
    """Whether two folded names are one letter or the tones of one word apart."""
    # One slip leaves one end of the name as it was: most pairs are told apart by that.
    return (
        (left[:2] == right[:2] or left[-2:] == right[-2:])
        and left != right
        and abs(len(left) - len(right)) < 2
        and (one_edit(left, right) or one_tone(left, right))
    )


def one_tone(left: str, right: str) -> bool:
    """Whether the tones of one word alone differ."""
    words, others = left.split(), right.split()
    if len(words) != len(others):
        return False
    differing = 0
    for at, word in enumerate(words):
        differing += word != others[at]
    return differing == 1 and strip_tones(left) == strip_tones(right)


def one_edit(left: str, right: str) -> bool:
    """Whether one insertion, deletion or replacement of a letter leads from one to the other."""
    if len(left) > len(right):
        left, right = right, left
    at, end = 0, len(left)
    while at < end and left[at] == right[at]:
        at += 1
    return left[at + (len(left) == len(right)) :] == right[at + 1 :]


def rests(name: str) -> list[str]:
    """A name without each of its words in turn, the gap kept, and without its spaces.

    Names that are one letter or one word apart have one of these in common.
    """
    words = name.split()
    shorter = [" ".join([*words[:at], "", *words[at + 1 :]]) for at in range(len(words))]
    return [*shorter, "".join(words)]
