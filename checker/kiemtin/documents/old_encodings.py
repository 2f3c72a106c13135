"""Vietnamese of the time before Unicode: TCVN3 (fonts .Vn*) and VNI (fonts VNI-*), read as Latin letters.

Both are converted one character to one, VNI to letters with combining marks, so that every place stays.
"""

from __future__ import annotations

import re

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _HAT, _BREVE = (
    "\u0300", "\u0301", "\u0309", "\u0303", "\u0323", "\u0302", "\u0306",
)  # fmt: skip
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_HATS = {"â": "", "á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_VNI_BREVES = {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_VNI_ALONE = {"ö": "ư", "ô": "ơ", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_ALONE |= {old.upper(): new.upper() for old, new in _VNI_ALONE.items()}
_MARKED = "ùøûõïâáàåãäêéèúüë"
_VNI = re.compile(f"[aeouyöôAEOUYÖÔ][{_MARKED}{_MARKED.upper()}]|[{''.join(_VNI_ALONE)}]")

_MODERN = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
# Signs that no language writes between letters, and the letters that Vietnamese in TCVN3 is full of.
_TCVN3_SIGN = re.compile("[A-Za-z][µ¸¶·¹¨»¾¼½©®ª«¬\u00ad×÷]|[µ¸¶·¹¨»¾¼½©®ª«¬\u00ad×÷§][a-z]")
_VNI_PAIR = re.compile("[aeo][âáàåãä]|a[êéèúüë]|[uöôoay][ùøûõï]")
_LOOKED_AT = 20_000
_WORDS = 3
"""So many words have to betray the encoding: one may be a formula or a code."""


def from_font(font: str) -> str | None:
    """The encoding of what is written in a font: `tcvn3`, `tcvn3-capitals`, `vni`; None for any other."""
    if font[:3].lower() == ".vn":
        return "tcvn3-capitals" if font.endswith("H") else "tcvn3"
    return "vni" if font[:4].lower() == "vni-" else None


def of_text(text: str) -> str | None:
    """The encoding that a text of Latin letters betrays by its pairs of signs; None where there is doubt."""
    if text.isascii():
        return None
    text = text[:_LOOKED_AT]
    modern = len(_MODERN.findall(text))
    words = len(text.split())
    for name, form, kinds in (("tcvn3", _TCVN3_SIGN, 4), ("vni", _VNI_PAIR, 5)):
        signs = form.findall(text)
        if (
            len(set(signs)) >= kinds
            and modern * 20 <= len(signs)
            and len(signs) * 13 >= words
            and sum(form.search(word) is not None for word in text.split()) >= _WORDS
        ):
            return name
    return None


def converted(text: str, encoding: str) -> str:
    """`text` in Unicode, of the same length."""
    if encoding == "vni":
        return _VNI.sub(_vni, text)
    text = text.translate(_TCVN3)
    upper = text.upper()
    return upper if encoding == "tcvn3-capitals" and len(upper) == len(text) else text


def _vni(found: re.Match[str]) -> str:
    pair = found.group()
    base = _VNI_ALONE.get(pair[0], pair[0])
    if len(pair) == 1:
        return base
    mark = pair[1].lower()
    plain = base.lower()
    if mark in _VNI_TONES:
        return base + _VNI_TONES[mark]
    if mark in _VNI_HATS and plain in "aeo":
        over = {"a": "â", "e": "ê", "o": "ô"}[plain]
        over = over.upper() if base.isupper() else over
        return over + _VNI_HATS[mark] if _VNI_HATS[mark] else base + _HAT
    if mark in _VNI_BREVES and plain == "a":
        over = "Ă" if base.isupper() else "ă"
        return over + _VNI_BREVES[mark] if _VNI_BREVES[mark] else base + _BREVE
    return base + _VNI_ALONE.get(pair[1], pair[1])
