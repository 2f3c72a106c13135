"""Which paragraph of a piece is its headline, its lead, a caption.

What the file marks (styles, headings, labels, front matter) always stands. Beyond that only two
guesses are made, both narrow, because a paragraph taken out of the body is a paragraph that the
rules on the body no longer see:

- The first paragraph is the headline if none is marked, at least one paragraph follows, it has at
  most 30 syllables and does not end like a sentence or an enumeration ("?", "!" and "…" end headlines
  too). A second paragraph is never guessed to be the lead.
- A caption is a paragraph of at most 80 syllables that starts with a photo credit ("Ảnh:", "(Ảnh",
  "Ảnh minh họa") or ends with one of at most 8 syllables ("… Ảnh: Văn Mẫu"), or a paragraph of at most
  40 syllables straight behind a picture. A credit in the middle of running text leaves it body text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kiemtin.documents.model import Block, Zone

HEADLINE_SYLLABLES = 30
CAPTION_SYLLABLES = 80
CREDIT_SYLLABLES = 8
PICTURE_TEXT_SYLLABLES = 40

# Strings, compiled (and kept) by `re` when a text first needs them: most start-ups do not.
_CREDIT = r"(?:Ảnh|ẢNH|Photo)\s?:|[(–—-]\s?ảnh\s?:"
_CREDIT_FIRST = r"\(?\s?(?:Ảnh|ẢNH|Photo)(?:\s?:|\s(?:minh|tư|TTXVN|do|của)\b)|\(Ảnh\b"
_LABEL = (
    r"(?P<headline>(?:tít|tít chính|tiêu đề|headline|title))\s?:\s*"
    r"|(?P<lead>(?:sa-?pô|sa-?po|sapô|sapo|dẫn đề|lead))\s?:\s*"
    r"|(?P<caption>(?:chú thích ảnh|chú thích|caption))\s?:\s*"
)
_BESIDE = (Zone.METADATA, Zone.CAPTION)
_SENTENCE_ENDS = (".", ";", ":", ",", "/")
_CLOSING = " \t\r\n\"'”’»)]*_"


def segment(text: str, blocks: Sequence[Block], behind_picture: Collection[int] = ()) -> tuple[Block, ...]:
    """`blocks` of one piece with their zones; a block of zone BODY is one that nothing has marked.

    `behind_picture`: indexes of blocks that follow a picture.
    """
    has_credits = _speaks_of_pictures(text)
    found: list[Block] = []
    for index, block in enumerate(blocks):
        if block.zone is not Zone.BODY:
            found.append(block)
            continue
        start, end = block.start, block.end
        label = None
        if ":" in text[start : start + 24]:
            label = re.compile(_LABEL, re.I).match(text, start, min(end, start + 24))
        if label is not None and label.end() < end and label.lastgroup is not None:
            found.append(Block(Zone.METADATA, start, label.end(), block.origin))
            found.append(Block(Zone(label.lastgroup), label.end(), end, block.origin))
        elif (has_credits and _is_caption(text[start:end])) or (
            index in behind_picture and _syllables(text[start:end]) <= PICTURE_TEXT_SYLLABLES
        ):
            found.append(Block(Zone.CAPTION, start, end, block.origin))
        else:
            found.append(block)
    _mark_headline(text, found)
    return tuple(found)


def _mark_headline(text: str, blocks: list[Block]) -> None:
    if any(block.zone is Zone.HEADLINE for block in blocks):
        return
    told: list[int] = []
    for index, block in enumerate(blocks):
        if block.zone not in _BESIDE and _has_letter(text[block.start : block.end]):
            told.append(index)
            if len(told) == 2:
                break
    if len(told) < 2 or blocks[told[0]].zone is not Zone.BODY:
        return
    first = blocks[told[0]]
    words = text[first.start : first.end]
    ending = words.rstrip(_CLOSING)
    finished = ending.endswith(_SENTENCE_ENDS) and not ending.endswith("...")
    if _syllables(words) <= HEADLINE_SYLLABLES and not finished:
        blocks[told[0]] = Block(Zone.HEADLINE, first.start, first.end, first.origin)


def _speaks_of_pictures(words: str) -> bool:
    """A quick look before the expressions, which are slow on text without any credit."""
    return "Ảnh" in words or "ảnh" in words or "ẢNH" in words or "Photo" in words


def _has_letter(words: str) -> bool:
    return any(map(str.isalpha, words))


def _is_caption(words: str) -> bool:
    # Counted before the expressions, which are slow on long paragraphs.
    if not _speaks_of_pictures(words) or _syllables(words) > CAPTION_SYLLABLES:
        return False
    if re.match(_CREDIT_FIRST, words):
        return True
    ends = [match.end() for match in re.finditer(_CREDIT, words)]
    return bool(ends) and _syllables(words[ends[-1] :]) <= CREDIT_SYLLABLES


def _syllables(words: str) -> int:
    return len(words.split())
