"""Texts in capitals, as broadcast scripts and headlines have them: written as a newspaper would print them.

Recognition tells titles and names by their capitals. Where a passage stands all in capitals, it is read in a
form of the same length with the usual ones; spans stay what they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import UPPER
from kiemtin.officials.words.syllables import is_vietnamese

_PASSAGE: Final = re.compile(rf"[{UPPER}]+(?:[ ,;:.\-–&()/0-9]+[{UPPER}]+){{2,}}(?![^\W\d_])")
_NAME: Final = re.compile(rf"[{UPPER}]+(?: [{UPPER}]+){{1,3}}(?![\w-])(?! [{UPPER}]{{2}})")
_VOWEL: Final = re.compile("[AEIOUY\u00c0-\u00dd\u0102\u0128\u0168\u01a0\u01af\u1ea0-\u1ef9]")
_WORD: Final = re.compile(rf"[{UPPER}]+")
_MARKS: Final = frozenset(",;:.-–(")


def usual_case(lexicon: Lexicon, text: str, starts: Iterable[int]) -> str:
    """`text` with the passages in capitals around `starts`, in ascending order, in the usual case.

    Of the same length. A passage ends before the next small letter.
    """
    done = 0
    pieces: list[str] = []
    for start in starts:
        if start < done:
            continue
        begun = end = start
        while begun > done and not text[begun - 1].islower():
            begun -= 1
        while end < len(text) and not text[end].islower():
            end += 1
        # With the small letter, which the last word in capitals may belong to.
        passage = _PASSAGE.sub(lambda match: _rewritten(lexicon, match.group()), text[begun : end + 1])
        pieces += (text[done:begun], passage)
        done = min(end + 1, len(text))
    return "".join([*pieces, text[done:]])


def usual_names(text: str, starts: Iterable[int]) -> str:
    """`text` with the names in capitals at `starts` in the usual case, where no other capitals are beside.

    "Bí thư Tỉnh ủy *LÊ THỊ NA* nói": behind a word in small letters, for alone in a line stands a byline.
    """
    found: list[tuple[int, int]] = []
    for start in starts:
        if text[start - 1 : start] == " " and text[start - 2 : start - 1].islower():
            name = _NAME.match(text, start)
            if name is not None and is_vietnamese(name.group().title().split(" ")):
                found.append(name.span())
    for start, end in found:
        text = text[:start] + text[start:end].title() + text[end:]
    return text


def _rewritten(lexicon: Lexicon, passage: str) -> str:
    capitals = lexicon.capitals
    words = list(_WORD.finditer(passage))
    pieces = list(passage)
    grown = title = before = ""
    before_end = -1
    begins_name = False
    kept = 0
    for number, match in enumerate(words):
        word = match.group()
        small = word.lower()
        following = words[number + 1].group().lower() if number + 1 < len(words) else ""
        beside = match.start() == before_end + 1 and passage[before_end : match.start()] == " "
        before_end = match.end()
        if word in capitals.kept or not _VOWEL.search(word):
            grown = title = ""
            before = small
            continue
        longer = f"{grown} {small}" if grown and beside else ""
        begun = f"{title} {small}" if title and beside else ""
        pair = f"{small} {following}"
        if not kept:
            kept = _named(lexicon, passage, words, number, before)
        if kept:
            kept -= 1
            written, grown, title = small[0].upper() + small[1:], "", ""
        elif begun in lexicon.begun:
            written, title = small, begun
        elif pair in lexicon.begun:
            written, title, grown = small[0].upper() + small[1:], small, ""
        elif beside and _is_verb(lexicon, pair) and before not in capitals.organ_nouns:
            written, grown, title = small, "", _VERB
        elif title == _VERB:
            written, title = small, ""
        elif longer in lexicon.organ_words:
            written, grown = small, longer
        elif beside and (before in capitals.surnames or (before in capitals.middle and begins_name)):
            written = small[0].upper() + small[1:]  # "LÊ ANH SƠN", "LÊ VĂN THI": no verbs
            grown = ""
        elif (
            small in capitals.small
            or small in lexicon.verbs
            and small not in capitals.names
            or small in lexicon.lower
        ):
            written, grown = small, ""
        else:
            written = small[0].upper() + small[1:]
            grown = written
        begins_name = before in capitals.surnames
        before = small
        if len(written) == len(word):
            pieces[match.start() : match.end()] = written
    return "".join(pieces)


def _named(lexicon: Lexicon, passage: str, words: list[re.Match[str]], number: int, before: str) -> int:
    """How many words from `number` on name somebody for certain: "ĐỒNG CHÍ *PHẠM NHƯ TRỰC* - …"."""
    name = [word.group() for word in words[number : number + 3]]
    folded = fold_name(" ".join(name))
    if folded in lexicon.foreign_leaders or folded in lexicon.historical:
        return 3
    if before not in lexicon.capitals.before_names or name[0].capitalize() not in lexicon.strong:
        return 0
    last = number
    while last + 1 < len(words) and passage[words[last].end() : words[last + 1].start()] == " ":
        last += 1
    mark = passage[words[last].end() : words[last].end() + 2].lstrip(" ")[:1]
    size = last + 1 - number
    return size if 2 < size < 5 and mark in _MARKS else 0


def _is_verb(lexicon: Lexicon, pair: str) -> bool:
    return pair in lexicon.verb_like or pair in lexicon.verb_pairs


_VERB: Final = "-"
