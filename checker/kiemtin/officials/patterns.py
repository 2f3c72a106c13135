"""The regular expressions of the grammar, built from the vocabulary's words.

Vietnamese titles are told by the word that begins them (a *head*) and by what may follow inside one: capitalised
words, abbreviations, a few lower-case words. Names are runs of capitalised words. What a pattern may match is
bounded, so each runs in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# Capital letters of Vietnamese and of the Latin names that the press prints.
UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯŁŚŠŻŽČŞĞİ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
LETTER = r"[^\W\d_]"
END = r"(?![^\W_])"
WORD = rf"[{UPPER}]{LETTER}*(?:['’\-]{LETTER}+)*"
PARTICLE = r"(?:bin|al|von|van|der|de|da|dos|du|el|la|den|ibn) "
RUN = rf"{WORD}(?:(?:(?<=[ ][A-Z])\.)?[ ](?:{PARTICLE})?{WORD})*"
# One syllable of Vietnamese, folded to lower case: onset, vowels, coda. Tells Vietnamese names from foreign ones.
SYLLABLE = (
    "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ch|c|m|ng|nh|n|p|t)?"
)

_VARIANTS = (
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"), ("óe", "oé"),
    ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
)  # fmt: skip
_Y_ENDS = re.compile(r"(?<=[hklmst])[yỳýỷỹỵiìíỉĩị](?![^\W\d_])")
_Y_PAIRS = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))


def spelled(phrase: str, *, loose_case: bool = True) -> str:
    """Pattern of one phrase: place of tones and y/i at the end of a syllable are free, so is the case of the
    first letters if `loose_case`."""
    return " ".join(_syllable(word, loose_case) for word in phrase.split(" "))


def _syllable(word: str, loose_case: bool) -> str:
    escaped = re.escape(word)
    if word.isupper() and len(word) > 1:
        return escaped
    for old, new in _VARIANTS:
        escaped = escaped.replace(old, f"(?:{old}|{new})")
        capital = old[0].upper() + old[1:]
        escaped = escaped.replace(capital, f"(?:{capital}|{new[0].upper()}{new[1:]})")
    if "(?:" not in escaped:
        escaped = _Y_ENDS.sub(_both, escaped)
    first = escaped[0]
    if loose_case and first.isalpha() and first.lower() != first.upper():
        escaped = f"[{first.upper()}{first.lower()}]{escaped[1:]}"
    elif loose_case and escaped.startswith("(?:"):
        inner = escaped[3 : escaped.index(")")].split("|")
        both = "|".join(f"[{part[0].upper()}{part[0].lower()}]{part[1:]}" for part in inner)
        escaped = f"(?:{both}){escaped[escaped.index(')') + 1 :]}"
    return escaped


def _both(match: re.Match[str]) -> str:
    letter = match.group()
    other = _Y_PAIRS.get(letter) or {i: y for y, i in _Y_PAIRS.items()}[letter]
    return f"[{letter}{other}]"


def any_of(phrases: Iterable[str], *, loose_case: bool = True) -> str:
    """Pattern of any of several phrases, the longest that fits; common beginnings are shared."""
    return trie_pattern(
        [
            [
                # "chức vụ Phó Ban …" holds no "Vụ phó", "Trung Quốc Vương Nghị" no "Quốc vương".
                _syllable(word, loose_case and not (index and word in {"phó", "vương"}))
                for index, word in enumerate(phrase.split(" "))
            ]
            for phrase in sorted(set(phrases), key=lambda p: (-len(p), p))
        ]
    )


def trie_pattern(paths: Iterable[list[str]]) -> str:
    """One pattern of many word paths, longer ones tried first."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for path in paths:
        node = root
        for piece in path:
            node = node.setdefault(piece, {})
        node[""] = {}
    return _trie(root)


def _trie(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = []
    for piece, below in node.items():
        if not piece:
            continue
        rest = _trie(below)
        optional = "" in below
        branches.append(piece + (f"(?: {rest})?" if rest and optional else f" {rest}" if rest else ""))
    if not branches:
        return ""
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def head_pattern(words: Mapping[str, tuple[str, ...]]) -> str:
    """Beginnings of titles, ranks, academic honours; group `rank`, `academic`, `spouse` tell those apart."""
    heads = any_of((*words["alone"], *words["organ"], *words["party"], *words["event"]))
    ranks = any_of(words["ranks"])
    degrees = any_of(words["academic"])
    short = "|".join(re.escape(word) for word in sorted(words["academic_abbreviations"], key=len, reverse=True))
    spouse = "|".join(words["spouse"])
    return (
        rf"(?:(?P<head>{heads})|(?P<rank>{ranks}(?:[ ](?:{ranks}))?)|(?P<degree>{degrees}|(?:{short})\.?)"
        rf"|(?P<spouse>{spouse})){END}"
    )


def gap_pattern(words: Mapping[str, tuple[str, ...]]) -> str:
    """What may stand between two pieces of one chain or list: a separator, joining words, honorifics, markers."""
    both = {form for word in words["honorifics"] for form in (word, word[0].upper() + word[1:])}
    honorifics = "|".join(re.escape(word) for word in sorted(both, key=lambda text: (-len(text), text)))
    term = r"(?: (?:khóa|khoá) \w{1,6}(?: \(\d{4} ?[-–] ?\d{4}\))?|,? nhiệm kỳ (?:\d{4} ?[-–] ?\d{2,4}|\w{1,6})| \(cũ\))"
    side = r"(?: \((?:[^()\n]{0,14}(?:trái|phải|giữa|đứng|ngồi|hàng)[^()\n]{0,24}|SN \d{4}|sinh năm \d{4}|\d\d tuổi|nam|nữ)\))"
    return (
        rf"(?:{term}|{side})*"
        r"(?P<sep>\s*(?:[,;:]|[-–—]|\(|\)|/)?\s*(?:[-–—]|\()?\s*)"
        r"(?P<join>(?:(?:và|cùng với|cùng|với|còn có|có|kiêm|đồng thời là|hiện là|là|làm|gồm có|gồm|nay là|hiện giữ chức) )*)"
        r"(?P<many>(?:(?:[Cc]ác|hai|ba|bốn|\d) )?)"
        rf"(?P<hon>(?:(?:{honorifics}):? ?)*)"
        r"(?P<mark>(?:(?:[Nn]guyên|[Cc]ựu|[Cc]ố|[Tt]ân) )?)"
    )
