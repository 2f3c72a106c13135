"""The words by which titles are joined to names: in gaps, before titles that are given, in lists of names."""

from __future__ import annotations

import re

from kiemtin.officials.words import patterns
from kiemtin.officials.words.patterns import Form, KeptForm
from kiemtin.officials.words.tables import WordTable
from kiemtin.officials.words.verbs import Verbs, verbs


class JoiningWords(WordTable):
    """Words of one vocabulary, immutable; what a text is said to end in has its space behind it."""

    gap: Form
    """What may stand between two pieces of one chain or list."""
    gap_ends: frozenset[str]
    """With these words it ends, where no sign and no number ends it: a quick no."""
    others: frozenset[str]
    """Behind these stands another person, or the title of one: "và", "cùng với"."""
    same: frozenset[str]
    """Behind these stands one more title of the same person: "kiêm"."""
    being: frozenset[str]
    """Behind these stands what somebody is: "là"."""
    both: frozenset[str]
    """Behind these stands a title of the last two persons: "cùng là"."""
    some: frozenset[str]
    """Behind these stand some of those whom the title before counts: "trong đó có"."""
    equal: frozenset[str]
    """Behind these stands a second person of the same standing: "và"."""
    made_so: frozenset[str]
    """Behind these stands what somebody is made: "làm"."""
    joined_by_verb: tuple[str, ...]
    """What ends before a title that a verb joins to the name before: " làm "."""
    now: frozenset[str]
    """Behind these stands what somebody is now, and no longer what was told before: "nay là"."""
    introducing: tuple[str, ...]
    """Behind these, two capitalised words may be a name: "và", "là"."""
    verbs: Verbs
    """By which an office is given, ended, held or told of."""
    any_verb: frozenset[str]
    """Last words of all that give, end, hold or tell of an office."""
    begun: frozenset[str]
    """First words of all that joins."""
    doing: tuple[str, ...]
    """To do as well as to be made: "làm"."""
    made: tuple[str, ...]
    """The verbs that end in such a one and appoint all the same: "bầu làm"."""
    addressed: Form
    """Ends before a name or its title: "ông ", "các đồng chí "."""
    no_receiver: Form
    """Ends before whom somebody follows in office, or who gives it: "kế nhiệm ông ", "được "."""
    kin: Form
    """Ends before whose kin somebody is, in a bracket: "(em trai ông "."""
    when: Form
    """Ends before who took an office at a time that is told: "sau khi ông "."""
    passives: frozenset[str]
    """Between a name and a verb that gives it an office: "được"."""
    of_predecessor: tuple[str, ...]
    """Behind whom somebody follows in office, these go on about that one: " được ", ", người "."""
    succeeding_last: tuple[str, ...]
    """Last words of those with which it ends: a quick no."""
    succeeded: Form
    """Ends before whom somebody follows in office: "thay ông "."""
    firsts: Form
    """Behind an office that is none: " đầu tiên"."""
    subject: Form
    """From the beginning of a sentence to its subject: "Năm 2003, "."""
    for_oneself: Form
    """Ends where an office is ended for the person named before: "thôi giữ chức", "bị cách chức"."""
    counted: Form
    """Ends before a title that several are given: " các ", " ba "."""
    to_person: Form
    and_office: Form
    born: tuple[str, ...]
    """Beginnings of a notice of a life, right behind the name: ", sinh năm"."""
    list_honorifics: frozenset[str]
    """First words of honorifics that hold for each name of a list: "các ông A, B"."""
    held_then: tuple[str, ...]
    """Begin what is told behind an office of the time when it was held: " từ ", " năm "."""
    former_groups: tuple[str, ...]
    """Those who are named behind these are former leaders: "nguyên lãnh đạo"."""
    former_group: Form
    """From such words to the colon before the first of the group."""
    falls_to: tuple[str, ...]
    """Between an office and who is given it, without another verb: " thuộc về "."""
    represents: tuple[str, ...]
    """Begin a sentence that tells whom somebody speaks for: "Đại diện"."""
    representing: tuple[str, ...]
    """The same right behind a name: ", đại diện "."""
    representing_begin: frozenset[str]
    """The first three letters of these: a quick no."""
    represented: Form
    """From the end of a name to the organ of the State that it represents: ", đại diện Sở"."""
    representative: Form
    """From such words to the name: "Đại diện Sở Y tế, ông "."""
    over: Form
    """Before an office held for a time that is over: "thời gian "."""
    one: frozenset[str]
    """Honorifics of one person: "ông"."""
    held_by_several: tuple[str, ...]
    """Beginnings of offices that several hold at a time: "phó "."""
    delegates: frozenset[str]
    """Of two titles before a name, the last of which is one of these, only the last is the name's own."""

    spouse_of: Form
    """An office behind "phu nhân", which is the other's: " Thủ tướng", " cố Tổng Bí thư"."""
    organs_as_heads: frozenset[str]
    """Titles that are an organ's name too: "thường trực"."""
    of_both: tuple[str, ...]
    """Behind these stand two titles of one person, with "và": "hai chức danh "."""
    when_begins: tuple[str, ...]
    """What begins to tell of a time: " khi "."""
    once_in_office: tuple[str, ...]
    """What tells of a time in office that is over: "đương chức"; a quick no."""
    when_in_office: Form
    """The same with what stands before it: "khi còn đương chức"."""
    sole: frozenset[str]
    """Offices of which one person holds one, in small letters: "thủ tướng"."""
    below_sole: tuple[str, ...]
    """What nobody is told to be right before or behind such an office."""
    rank_nouns: tuple[str, ...]
    """Before these a rank is spoken of, and nobody's title: "hàm "."""


def joining_words(words: patterns.Words) -> JoiningWords:
    """From the lists of the vocabulary."""
    given = verbs(words)
    address = rf"(?:(?:{patterns.any_of(words['honorifics'])}):? )*"
    represents = patterns.any_of(words["represents"])
    organ = rf"(?:(?:lãnh đạo|phía) )?(?:{patterns.any_of(words['represented_organs'])})"
    return JoiningWords(
        gap=KeptForm(patterns.gap_pattern(words)),
        gap_ends=frozenset(patterns.gap_ends(words)),
        others=frozenset(words["joins_others"]),
        same=frozenset(words["joins_same"]),
        being=frozenset(words["joins_being"]),
        both=frozenset(words["joins_both"]),
        some=frozenset(words["joins_some"]),
        equal=frozenset(words["joins_equal"]),
        made_so=frozenset(words["joins_made"]),
        joined_by_verb=tuple(f" {word} " for word in (*words["joins_made"], "là")),
        now=frozenset(words["joins_now"]),
        introducing=_spaced(words["introducing"]),
        verbs=given,
        any_verb=given.ends,
        begun=frozenset(
            phrase.split(" ", 1)[0] for key in words if key.startswith("joins_") for phrase in words[key]
        ),
        doing=tuple(f" {word} " for word in words["doing"]),
        made=_spaced(words["made"]),
        addressed=Form(rf"(?<!\w){address[:-1]}+$", re.I),
        no_receiver=Form(rf"(?:{patterns.any_of(words['succeeding'], words['done_by'])}) {address}$"),
        passives=frozenset(words["passives"]),
        of_predecessor=(
            *(f" {word} " for word in words["of_predecessor"]),
            *(f", {word} " for word in words["of_predecessor_aside"]),
        ),
        succeeding_last=tuple(sorted({f"{word.rsplit(' ', 1)[-1]} " for word in words["succeeding"]})),
        succeeded=Form(rf"(?:{patterns.any_of(words['succeeding'])}) {address}$"),
        kin=Form(rf"\((?:{patterns.any_of(words['kin'])}) {address}$"),
        when=Form(rf"(?:{patterns.any_of(words['whens'])}) {address}$", re.I),
        firsts=Form(rf" (?:{patterns.any_of(words['firsts'])})\b"),
        subject=Form(
            rf"\W*(?:(?:{patterns.any_of(words['time_openers'])})\b[^,.;\n]{{0,40}}, )?{address}$", re.I
        ),
        for_oneself=Form(rf"(?:{patterns.any_of(words['ended_for_oneself'])})[^.;]{{0,24}}$"),
        counted=Form(rf" (?:{patterns.any_of(words['counts'])}|\d+) $"),
        to_person=Form(patterns.to_person_pattern(words)),
        and_office=Form(patterns.and_office_pattern(words)),
        born=words["born"],
        list_honorifics=frozenset(words["list_honorifics"]),
        held_then=tuple(f"{begun}{word} " for word in words["held_then"] for begun in (" ", " (")),
        former_groups=words["former_groups"],
        former_group=Form(
            rf"(?<!\bvà )(?<!, )(?:{patterns.any_of(words['former_groups'])})\b"
            rf"(?:(?!\b(?:{patterns.any_of(words['ends_former_group'])})\b)[^.;:\n]){{0,120}}: "
        ),
        falls_to=tuple(f" {word} " for word in words["falls_to"]),
        represents=tuple(word[0].upper() + word[1:] for word in words["represents"]),
        representing=tuple(f"{mark}{word} " for mark in _MARKS for word in words["represents"]),
        representing_begin=frozenset(f"{mark}{word}"[:3] for mark in _MARKS for word in words["represents"]),
        represented=Form(rf"(?:{patterns.any_of(_MARKS)})(?:{represents}) {organ}\b"),
        representative=Form(
            rf"(?:^|[.!?…\n“] ?)(?:{represents}) {organ}\b"
            rf"(?: (?!(?:{patterns.any_of(words['no_organs_words'])})\b)[^,.;:\n ]+){{0,12}}, {address}$",
            re.I,
        ),
        over=Form(rf"\b(?:{patterns.any_of(words['times_over'])}) ", re.I),
        one=frozenset(words["pronouns"]),
        held_by_several=words["held_by_several"],
        delegates=frozenset(words["delegates"]),
        spouse_of=Form(
            rf" (?:(?:{patterns.any_of(words['former'])}) )?"
            rf"(?:{patterns.any_of(words['offices_with_spouses'])})\b"
        ),
        organs_as_heads=frozenset(words["organs_as_heads"]),
        of_both=_spaced(words["of_both"]),
        when_begins=tuple(f" {form} " for word in words["when"] for form in (word, word.capitalize())),
        once_in_office=words["once_in_office"],
        when_in_office=Form(
            rf"\b(?:{patterns.any_of(words['when'])}) (?:còn |đang )?"
            rf"(?:{patterns.any_of(words['once_in_office'])})\b",
            re.I,
        ),
        sole=frozenset(words["sole_offices"]),
        below_sole=words["below_sole"],
        rank_nouns=_spaced(words["rank_nouns"]),
    )


_MARKS = (", ", " - ", " – ", " (", ", là ")


def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word} " for word in words)
