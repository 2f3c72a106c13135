"""Texts in capitals, as broadcast scripts and headlines have them: written as a newspaper would print them.

Recognition tells titles and names by their capitals. Where a passage stands all in capitals, it is read in a
form of the same length with the usual ones; spans stay what they were.
"""

from __future__ import annotations

import re
from typing import Final

from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import UPPER

_PASSAGE: Final = re.compile(rf"[{UPPER}]+(?:[ ,;:.\-–&()/0-9]+[{UPPER}]+){{2,}}(?![^\W\d_])")
_VOWEL: Final = re.compile("[AEIOUY\u00c0-\u00dd\u0102\u0128\u0168\u01a0\u01af\u1ea0-\u1ef9]")
_WORD: Final = re.compile(rf"[{UPPER}]+")
_ABBREVIATIONS: Final = frozenset(
    "UBND HĐND MTTQ ĐBQH TW TƯ BCH BTV TPHCM HCM TP VN QĐND CAND LLVT TNCS LĐLĐ LHPN CCB TAND VKSND "
    "NATO ASEAN APEC EU TTXVN VTV VOV ĐH ĐHQG HTX THPT THCS GS TS PGS THS XHCN CHXHCN UNESCO WHO WTO UBMTTQ "
    "UBKT HĐQT TNHH COVID".split()
)


def usual_case(lexicon: Lexicon, text: str) -> str:
    """`text` with its passages in capitals written in the usual case; same length."""
    return _PASSAGE.sub(lambda match: _rewritten(lexicon, match.group()), text)


def _rewritten(lexicon: Lexicon, passage: str) -> str:
    words = list(_WORD.finditer(passage))
    pieces = list(passage)
    grown = title = before = ""
    before_end = -1
    for number, match in enumerate(words):
        word = match.group()
        small = word.lower()
        following = words[number + 1].group().lower() if number + 1 < len(words) else ""
        beside = match.start() == before_end + 1 and passage[before_end : match.start()] == " "
        before_end = match.end()
        if word in _ABBREVIATIONS or not _VOWEL.search(word):
            grown = title = ""
            before = small
            continue
        longer = f"{grown} {small}" if grown and beside else ""
        begun = f"{title} {small}" if title and beside else ""
        pair = f"{small} {following}"
        if begun in lexicon.begun:
            written, title = small, begun
        elif pair in lexicon.begun:
            written, title, grown = small[0].upper() + small[1:], small, ""
        elif beside and pair in lexicon.verb_like and before not in _ORGAN_NOUNS:
            written, grown, title = small, "", _VERB
        elif title == _VERB:
            written, title = small, ""
        elif longer in lexicon.organ_words:
            written, grown = small, longer
        elif small in _JOINED or small in lexicon.verbs and small not in _NAMES or small in lexicon.lower:
            written, grown = small, ""
        else:
            written = small[0].upper() + small[1:]
            grown = written
        before = small
        if len(written) == len(word):
            pieces[match.start() : match.end()] = written
    return "".join(pieces)


_VERB: Final = "-"
_ORGAN_NOUNS: Final = frozenset("ban bộ sở cục vụ viện phòng hội đồng tâm học và chỉ trưởng phó".split())
# Honorifics are read in small letters.
_JOINED: Final = frozenset("đồng chí ông bà ngài các và".split())
# Verbs that are given names and surnames as well.
_NAMES: Final = frozenset(
    "an hội thành đại quyết thống tiễn nhân quan cụ khánh phát hoàn nguyên thực tân cao sinh lưu".split()
)
