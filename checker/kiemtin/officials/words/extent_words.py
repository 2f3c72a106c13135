"""The words by which the end of a title is found, and what belongs to the name of its organ."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kiemtin.officials.words import patterns
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable


class ExtentWords(WordTable):
    """Words of one vocabulary, immutable; what a text is said to end in has its space behind it."""

    no_organ_nouns: frozenset[str]
    """Words that end as an organ's noun does and are none: "nội vụ"."""
    nations: frozenset[str]
    """Countries and beginnings of their names, as two stand joined by a dash: "Nhật - Việt"."""
    home_words: frozenset[str]
    numbered: frozenset[str]
    """Behind these a number goes on with a title: "Quân khu 5"."""
    events: Form
    """What is held in a year: "Kỳ thi … năm 2017"."""
    about: Form
    """Ends before "về" and what an organ is of: "Ban Chỉ đạo … "."""
    before_papers: tuple[str, ...]
    """Behind these "báo" is a newspaper and no verb: "biên tập"."""
    owners: frozenset[str]
    """What stands behind "của" in a title."""
    after_several: frozenset[str]
    """What stands behind "các" in a title."""
    levels: frozenset[str]
    """With these a title ends before "và": "tỉnh"."""
    not_after_and: frozenset[str]
    """Behind "và", these begin something else."""
    reads_on: frozenset[str]
    """Pairs of words of which the first would belong to a title, alone: "nước ngoài"."""
    hanging: frozenset[str]
    """With these no title ends."""
    terms: frozenset[str]
    cities_begun: frozenset[str]
    """Two first syllables of places that begin like a surname: "hà nội"."""
    organ_nouns: frozenset[str]
    """An organ's own noun, behind which case is free: "Cục", "ban"."""
    schools: frozenset[str]
    """Behind these stands whom a school is named after: "THPT"."""
    heads_inside: tuple[str, ...]
    """Behind these a head may belong to the title before it: "trợ lý ", " Ban ", "("."""
    boards: tuple[str, ...]
    """Behind these only such a head as names a board: " Ban "."""
    heads_inside_of: tuple[str, ...]
    """As these, in a title behind a name: "đặc phái viên của "."""
    places_with_honorifics: tuple[str, ...]
    """Places that hold an honorific: "Bà Rịa"."""
    professions_of: tuple[str, ...]
    """Behind these a profession names an organisation, and nobody: "Liên đoàn *Luật sư*"."""
    no_heads_before: tuple[str, ...]
    """Before these a head is another word: "Đại sứ quán"."""
    bracketed: tuple[str, ...]
    """Beginnings of organs with which a bracket behind a title goes on: "(Bộ Công an)"."""
    heads_inside_boards: frozenset[str]
    """Heads that name a board, behind "Ban" and "Đoàn"."""
    units: frozenset[str]
    """Words of army and police units, which have a number: "đội"."""
    abroad: frozenset[str]
    """Ends of what stands "tại" a country: "Đại sứ quán"."""
    classifiers: frozenset[str]
    """Behind these a country's name is a place's of our own: "huyện"."""
    before_letters: frozenset[str]
    """Behind these, two letters that abbreviate a country mean something else: "Cục HQ"."""
    functions: Form
    """Begins, in small letters, a function at an event or in a steering body: "trưởng ban chỉ đạo"."""
    chairs: Form
    """Begins, in small letters, who chairs a unit: "chủ tịch" of "chủ tịch tỉnh", without its committee."""
    given: tuple[str, ...]
    """Behind these stands an office that is given to somebody: "giữ chức "."""
    said_before: tuple[str, ...]
    """One of these ends before a title that is given, sought or said of somebody: a quick no."""
    asides: tuple[str, ...]
    """Beginnings of brackets that say where somebody stands in a photo: "Ảnh"."""
    no_titles: frozenset[str]
    """Heads, in small letters, that are honours and no offices: "đại sứ du lịch"."""
    candidates: tuple[str, ...]
    """Behind these stands an office that somebody seeks: "ứng cử chức "."""
    holders: Form
    """The beginning of a `place` or an `organ` behind a title and a comma: ", huyện Nam Sơn"."""
    ranked: Form
    """Organs that have a rank."""
    organ_ranks: Mapping[str, int]
    """Organs in small letters, those that hold others above them: 1 is a "đội", 6 is the army."""


def extent_words(words: patterns.Words) -> ExtentWords:
    """From the lists of the vocabulary."""
    ranks = {
        organ.lower(): rank
        for rank, key in enumerate(
            ("organs_1", "organs_2", "organs_3", "organs_4", "organs_5", "organs_6"), 1
        )
        for organ in words[key]
    }
    boards = tuple(f" {word} " for word in words["boards"])
    given = tuple(
        f"{word} {newly}" for word in words["given"] for newly in ("", *(f"{new} " for new in words["newly"]))
    )
    candidates = tuple(f"{word} " for word in words["candidates"])
    return ExtentWords(
        no_organ_nouns=frozenset(words["no_organ_nouns"]),
        nations=frozenset(
            part
            for name in (*words["countries"], *words["home"], *words["continents"])
            for part in (name, name.split(" ", 1)[0], name.rsplit(" ", 1)[-1])
        ),
        home_words=frozenset(part for name in words["home"] for part in (name, name.rsplit(" ", 1)[-1])),
        numbered=frozenset(words["numbered"]),
        events=Form(rf"\b(?:{patterns.any_of(words['events'])})\b", re.IGNORECASE),
        about=Form(rf"(?:{patterns.any_of(words['about_something'])})(?! [Nn]hân dân)[^,;.]*$"),
        before_papers=tuple(form[1:] for word in words["before_papers"] for form in (word, word.title())),
        owners=frozenset(words["owners"]),
        after_several=frozenset(words["after_several"]),
        levels=frozenset(words["levels"]),
        not_after_and=frozenset(words["not_after_and"]),
        reads_on=frozenset(words["reads_on"]),
        hanging=frozenset(words["hanging"]),
        terms=frozenset(words["terms"]),
        cities_begun=frozenset(words["cities_begun"]),
        organ_nouns=frozenset(words["organ_nouns"]),
        schools=frozenset(words["schools"]),
        heads_inside=(*boards, *(f"{word} " for word in words["heads_inside_after"]), "("),
        boards=boards,
        heads_inside_of=tuple(f"{word} " for word in words["heads_inside_of"]),
        places_with_honorifics=words["places_with_honorifics"],
        professions_of=tuple(f" {word} " for word in words["professions_of"]),
        no_heads_before=tuple(f" {word}" for word in words["no_heads_before"]),
        bracketed=words["bracketed"],
        heads_inside_boards=frozenset(words["heads_inside_boards"]),
        units=frozenset(words["units"]),
        abroad=frozenset(words["ends_abroad"]),
        classifiers=frozenset(words["classifiers"]),
        before_letters=frozenset((*words["classifiers"], *words["before_letters"])),
        functions=_functions(words),
        chairs=Form(
            rf"(?:{patterns.any_of(words['chairs_begun'])})"
            rf"(?= (?:{patterns.any_of(map(str.lower, words['chaired_units']))})(?:$| ))"
        ),
        given=given,
        said_before=(*given, *candidates, "là "),
        asides=words["asides"],
        no_titles=frozenset(map(str.lower, words["no_titles"])),
        candidates=candidates,
        holders=Form(
            rf", (?:(?P<place>(?:{patterns.any_of(words['holding_places'])}) ?(?=[{patterns.UPPER}\d])"
            rf"|(?:{patterns.any_of(words['cities'], words['provinces'])})\b)"
            rf"|(?P<organ>{patterns.any_of(map(_capital, ranks))}) (?=\w))"
        ),
        ranked=Form(rf"\b(?:{patterns.any_of(ranks)})\b", re.IGNORECASE),
        organ_ranks=ranks,
    )


def _capital(word: str) -> str:
    """As it is printed: "Phòng", "HĐND"."""
    return word.upper() if word in _LETTERS else word[0].upper() + word[1:]


_LETTERS = frozenset({"hđnd", "ubnd"})


def _functions(words: patterns.Words) -> Form:
    any_of = patterns.any_of
    standing = rf"(?:(?:{any_of(words['function_ranks'])}) )*"
    return Form(
        rf"(?:{any_of(words['functions_begun'])})\b(?! (?:{any_of(words['offices_so_begun'])})\b)"
        rf"|(?:phó )?trưởng {standing}(?:{any_of(words['function_boards'])})\b"
        rf"|(?:{any_of(words['functions_alone'])})$"
    )
