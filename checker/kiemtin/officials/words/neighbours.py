"""What stands right before a place in a text."""

from __future__ import annotations

_LONGEST = 200
"""Characters in which a word's beginning is looked for: what has no space for pages is read once."""


def word_before(text: str, at: int) -> str:
    """The word that ends one space before `at`, with the marks behind it; "" if no space stands there."""
    if at < 1 or text[at - 1] != " ":
        return ""
    low = max(0, at - _LONGEST)
    word = text[max(low, text.rfind(" ", low, at - 1) + 1) : at - 1]
    if word.isalnum() or not word[-1:].isalnum():
        return word
    begun = len(word)
    while word[begun - 1].isalnum():
        begun -= 1
    return word[begun:]
