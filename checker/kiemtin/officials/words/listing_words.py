"""The words by which lists of names are read: what joins members, what announces a list, what ends one."""

from __future__ import annotations

from kiemtin.officials.words import patterns
from kiemtin.officials.words.patterns import Form, KeptForm
from kiemtin.officials.words.tables import WordTable


class ListingWords(WordTable):
    """Patterns of one vocabulary, immutable; what a pattern may match is bounded."""

    link: Form
    """From the end of one member to the beginning of the next; groups `sep` and `word` (và, cùng)."""
    unnamed: Form
    """The same over members without a name: "; đại diện các sở, ngành; "."""
    private: Form
    """The same over named members who are no officials: "; ông Lê Bá, Tổng Giám đốc Công ty May; "."""
    private_and_unnamed: Form
    """The same with members without a name behind them: "; Chủ tịch Tập đoàn A Lê Bá; lãnh đạo các sở; "."""
    private_beside: Form
    """The same between commas, each addressed: ", nhà văn Lê Bá, "."""
    organs: Form
    """From one member in brackets behind an organ to the next: "), Tài chính ("."""
    side: Form
    """To another side's first member: ". Về phía tỉnh có các đồng chí: "."""
    sides_begin: frozenset[str]
    """In small letters, the first words of a sentence that `side` finds."""
    clause: Form
    """A verb of a clause of its own, in what `unnamed` and `side` pass over."""
    by_verb: Form
    """A verb between a name and its office: "A làm Bộ trưởng"."""
    announced: Form
    """What announces a list: "dự có", "sự chứng kiến của"."""
    several: Form
    """Ends before the first of several names: "các đồng chí "."""
    fronted: Form
    """Begins a fronted part of a sentence: "Theo", "Cũng tại"; group `clause` where it has a subject."""
    fronted_inside: Form
    """The same in great letters, where no full stop stands before it: "Ảnh: An Lê Theo ông A, …"."""
    governed: Form
    """Ends before whom a fronted part names: " với ông "."""
    going_on: frozenset[str]
    """Words with which a list may go on behind a member and a space."""
    no_verbs: frozenset[str]
    """What begins behind a name and is no verb of a clause."""


def listing_words(words: patterns.Words) -> ListingWords:
    """From the lists of the vocabulary."""
    any_of = patterns.any_of
    honorific = any_of(_cased(words["member_honorifics"]))
    address = rf"(?:(?:{honorific}):? ?)*"
    former = rf"(?:(?:{any_of(_cased((*words['former'], *words['newly'], *words['acting'])))}) )?"
    upper = patterns.UPPER
    of_country = rf"(?:(?:{any_of(words['counterparts'])}) (?:[{upper}]\w+ ){{0,3}})?"
    lead = rf"(?:(?:{any_of(words['lists_on'])}) )?(?:(?:các|hai|ba|\d) )?{address}:? ?{of_country}{former}"
    line = r"\s*[.;,]?\s*\n\s*(?:(?:[-–+•*]|\d{1,2}[.)/])\s*)?"
    unnamed = any_of((*words["unnamed_members"], *words["member_organs"], "và"))
    side = any_of(_cased(words["sides"]))
    numbered = r"\(?\d{1,2}[.)]\s+"
    separator = (
        rf"(?P<sep>{line}|\s*;\s*(?:[-+•*]\s+|{numbered})?|\s*,\s*(?:[-+•*]\s+|{numbered})?|\s+[-–]\s+|\s+)"
    )
    return ListingWords(
        link=KeptForm(rf"{_BEHIND}{_organ(words)}{separator}(?P<word>(?:và|cùng với|cùng) )?{lead}"),
        unnamed=KeptForm(
            rf"{_BEHIND}(?:\s*[;,]\s*(?:và )?|\s+và )(?:{any_of(words['unnamed_members'])})\b"
            rf"[^.\n]{{0,400}}?(?:\d\.\d{{3}}[^.\n]{{0,200}}?)?"
            rf"(?:(?:[;,]\s+|: ?)(?:(?:và|cùng) )?|\s+(?:và|cùng) (?=(?:{honorific})\b)){lead}"
        ),
        private=KeptForm(rf"{_BEHIND}(?:; {address}[{upper}][^.;\n]{{2,160}}){{1,4}};\s+(?:và )?{lead}"),
        private_and_unnamed=Form(
            rf"{_BEHIND}(?:; {address}[{upper}][^.;\n]{{2,160}}){{1,4}}"
            rf"(?:; (?:{any_of(words['unnamed_members'])})\b[^.;\n]{{0,160}}){{0,3}}"
            rf"(?:;\s+(?:và )?|,? (?:và|cùng) ){lead}"
        ),
        private_beside=KeptForm(
            rf"{_BEHIND}(?:, (?:{honorific}) [{upper}][^,.;\n]{{2,60}}){{1,3}},? (?:và )?{lead}"
        ),
        organs=Form(
            rf"\)(?:[,;]| và|, và) (?:{any_of(words['member_organs'])} )?[{upper}][^()\n;.]{{1,50}} \("
            rf"{address}{former}"
        ),
        side=KeptForm(
            rf"{_BEHIND}(?:(?:[,;]? ?| [-–] )(?:và )?(?:{unnamed}|[A-ZĐ&]{{2,8}})\b[^.\n]{{0,300}}?)?"
            rf"(?:(?:[.;…]{{1,3}}\s*|,\s+|\s*\n\s*)(?:[-+•*]\s*)?(?:[Cc]òn )?(?:{side})\b"
            r"(?:[^.\n:;]|(?<=TP)\.){2,140}?(?:có|gồm|:)"
            rf"|;\s*(?:{any_of(words['connected_places'])})\b(?:[^.\n:;]|(?<=TP)\.){{2,90}}? (?:có|gồm)\b"
            r"|[;.,]?\s*\n\s*[-+•*]\s*(?:Các|Nguyên|Lãnh đạo|Đại diện|Về)\b[^.\n:;]{2,100}:"
            r"|;\s*[Đđ]oàn[^.\n;]{0,200}? do\b|[;,] ?đại diện[^.\n;]{2,140}? có\b[^.;\n]{0,80}?,)"
            rf":?\s*(?:sự tham (?:dự|gia) của )?(?:[-+•*]\s*)?(?:(?:các|{honorific})(?: |:) ?)*"
            rf"(?:trong [^,.;:\n]{{2,40}}: )?:?\s*{former}"
        ),
        sides_begin=frozenset({"còn", *(word.split(" ", 1)[0] for word in words["sides"])}),
        clause=Form(rf"\b(?:{any_of(words['clause_verbs'])})\b"),
        by_verb=Form(
            rf"\b(?:{any_of(words['member_now'])}) (?:{any_of(words['member_verbs'])})\b"
            rf"|(?P<verb>\b(?:{any_of(words['member_verbs'])})\b)"
        ),
        announced=Form(rf"\b(?:{any_of(words['announcing'])})\b"),
        several=Form(rf"\b(?:[Cc]ác|[Hh]ai|[Bb]a|[Bb]ốn|\d)(?: {address})?\s*:?\s*$"),
        fronted=Form(
            rf"\s*(?:(?:{any_of(_cased(words['fronting_adverbs']))}) )?"
            rf"(?:(?P<clause>(?:{any_of(_cased(words['fronting_clauses']))})\b)"
            rf"|(?:{any_of(_cased(words['fronting']))})\b)"
        ),
        fronted_inside=Form(
            rf"(?<=\s)(?:(?P<clause>(?:{any_of(_great(words['fronting_clauses']))})\b)"
            rf"|(?:{any_of(_great(words['fronting']))})\b)"
        ),
        governed=Form(rf"\b(?:{any_of(words['governing'])})\s+(?:việc )?{address}{former}$"),
        going_on=frozenset({"và", "cùng", "khóa", "nhiệm"})
        | {member.split(" ", 1)[0] for member in words["unnamed_members"]},
        no_verbs=frozenset(words["no_verbs"]),
    )


_BEHIND = (
    r"\)?(?: khóa \w{1,6}(?:, [IVX]+)*|,? nhiệm kỳ [\d –-]{4,14}(?:(?:,| và) [\d –-]{9,14})*"
    r"| \([^()\n]{1,60}\)|,? và [Pp]hu (?:nhân|quân))*\)?"
)


def _organ(words: patterns.Words) -> str:
    """Behind a member's title, the organ that it is of: ", Ban Tổ chức Trung ương;"."""
    organs = patterns.any_of(words["member_organs"])
    return rf"(?:,? (?:{organs})\b[^,;.:\n]{{0,60}}(?=;))?"


def _great(words: tuple[str, ...]) -> list[str]:
    return [word[0].upper() + word[1:] for word in words]


def _cased(words: tuple[str, ...]) -> list[str]:
    return [form for word in words for form in {word, word[0].upper() + word[1:]}]
