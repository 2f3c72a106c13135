"""The verbs that give, end, hold or tell an office, as they stand right before it.

bầu | bổ nhiệm | …  làm | giữ chức | …        appointed, also "bổ nhiệm X" where it says to whom
giữ | nhận | vào  chức | chức vụ | …          appointed
trở thành | làm | đảm nhiệm | …               appointed
thăng | phong  quân hàm | …                   appointed
thôi | rời | miễn nhiệm  (giữ) (chức | …)     ended
từng | trải qua | lần lượt  (giữ) (các chức vụ như)   career
hiện | đang  giữ chức; trên cương vị          held: his, and nothing said of it
"""

from __future__ import annotations

import re

from kiemtin.officials.words import patterns
from kiemtin.officials.words.neighbours import word_before
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable

_REACH = 120
_OPENING = "(“\"'‘[-–…,.:;\n"


class Verbs(WordTable):
    """Patterns of one vocabulary, immutable; each ends where the office begins."""

    ends: frozenset[str]
    """The last words, with their colons, of all of them: a quick no."""
    newly: tuple[str, ...]
    """May stand between verb and office: " tân "."""
    begin: frozenset[str]
    """First words of all that `told` finds."""
    told: Form
    """In small letters. Groups `ended`, `career`, `held`, `appointed`, one of which a verb is."""
    giving: Form
    """In small letters. They appoint only where the text says to whom: "bổ nhiệm … đối với ông …"."""
    once: Form
    """A verb of appointing that tells of the past: "từng được bầu làm", "đã giữ chức"."""
    narrated_before: Form
    """Told of more than one office: "từng …, đảm nhiệm chức vụ"."""
    before_it: Form
    """Told of a time before: "Trước khi …, ông A đang giữ chức"."""
    years_before: Form
    """Begins a sentence that tells of the past: "Năm 2003, ", "Từ tháng 5/2009 "."""
    years_behind: Form
    """The same behind the office: " từ năm 2003", " (năm 1988)"."""
    by_pronoun: Form
    """From the beginning of a sentence whose subject is a pronoun: "Năm 2003, ông "."""

    def before(self, text: str, start: int, *, giving: bool = False) -> str:
        """What the verb that ends at `start` says: `appointed`, `ended`, `career`, `held`, or nothing.

        `giving`: the text says to whom. "tân" may stand between: "trở thành tân Bí thư".
        """
        if text.endswith(self.newly, 0, start):
            start = text.rindex(" ", 0, start - 1) + 1
        if word_before(text, start) not in self.ends:
            return ""
        said = text[max(0, start - _REACH) : start]
        before = said.lower()
        found = self._told_at_end(before)
        if found is None:
            return "appointed" if giving and self.giving.search(before) else ""
        kind = found.lastgroup or ""
        if kind == "taken":
            kind = "career" if self.narrated_before.search(text, max(0, start - 180), start) else "appointed"
        if kind == "appointed" and self.once.search(said):
            return "career"
        if kind == "held" and self.before_it.search(text, max(0, start - 2 * _REACH), start):
            return "career"
        return kind

    def _told_at_end(self, before: str) -> re.Match[str] | None:
        """What `told` finds, tried only at the words that may begin it."""
        begin, at = self.begin, 0
        for word in before.split(" "):
            start = at
            at += len(word) + 1
            if word not in begin:
                bare = word.lstrip(_OPENING)
                if bare == word or bare not in begin:
                    continue
                start = at - 1 - len(bare)
            found = self.told.match(before, start)
            if found is not None:
                return found
        return None


def verbs(words: patterns.Words) -> Verbs:
    """From the lists of the vocabulary."""
    any_of = patterns.any_of
    posts = any_of(words["posts"])
    times = rf"(?:{any_of(words['past_times'])}) (?:\d{{1,2}}(?:/| năm ))?\d{{4}}\b"
    pronouns = any_of((*words["pronouns"], *(word.capitalize() for word in words["pronouns"])))
    post = (
        rf"(?:(?:các |nhiều |những |một số )?(?:{posts})(?: lãnh đạo| quan trọng| chủ chốt| công tác)*"
        r"(?:,? (?:như|gồm|là))?:? )"
    )
    acts, takes = any_of(words["appointing"]), any_of(words["taking"])
    held_as = rf"(?:{takes}|{any_of(words['becoming'])}|{any_of(words['appointing'])})"
    ended = (
        rf"(?:{any_of(words['ending'])}) (?:(?:không|còn) )*"
        rf"(?:(?:giữ|nắm giữ|đảm nhiệm|đảm nhận|làm|là) )?{post}?"
    )
    narrated = (
        rf"(?:{any_of(words['narrating'])}) (?:được )?(?:{held_as} )?(?:(?:làm|giữ|là|qua) )?{post}?"
        rf"|(?:giữ|đảm nhiệm|nắm giữ) (?:các|nhiều|những|một số) (?:{posts})[^.;\n]{{0,96}} (?:như|gồm|là):? "
    )
    held = (
        rf"(?:{any_of(words['holding'])}) (?:giữ|nắm giữ|đảm nhiệm|đảm nhận|là|làm) {post}?"
        rf"|(?:{any_of(words['standing'])}) (?:cương vị|vị trí|tư cách|vai trò) (?:là )?"
    )
    appointed = (
        rf"(?:{acts}) (?:lại )?(?:(?:{any_of(words['appointed_as'])}) {post}?|{post})"
        rf"|được (?:{acts}) "
        rf"|(?:{any_of(words['conferring'])}) (?:{any_of(words['rank_nouns'])}) "
    )
    taken = rf"(?:{takes}) {post}|(?:{any_of(words['becoming'])}) "
    last = (*words["posts"], *words["becoming"], *words["taking"], *words["appointing"], *words["ending"])
    last += (*words["appointed_as"], *words["narrating"], *words["rank_nouns"], *words["standing"])
    extra = (
        "như",
        "như:",
        "gồm",
        "gồm:",
        "lên",
        "đạo",
        "trọng",
        "chốt",
        "tác",
        "qua",
        "cách",
        "trò",
        *words["newly"],
    )
    return Verbs(
        ends=frozenset(word.rsplit(" ", 1)[-1] for word in (*last, *extra))
        | {f"{word.rsplit(' ', 1)[-1]}:" for word in words["posts"]},
        begin=frozenset(
            {"giữ", "đảm", "nắm", "được"} | {word.split(" ", 1)[0] for key in _TELLING for word in words[key]}
        ),
        newly=tuple(f" {word} " for word in words["newly"]),
        told=Form(
            rf"(?<!\w)(?<!chuyển )(?<!bàn )(?<!để )(?:(?P<ended>{ended})|(?P<career>{narrated})"
            rf"|(?P<held>{held})|(?P<appointed>{appointed})|(?P<taken>{taken}))$"
        ),
        giving=Form(
            rf"(?<!\w)(?:{acts}|{any_of(words['rank_nouns'])}|lên|{any_of(words['ending'])}) {post}?$"
        ),
        once=Form(
            rf"(?<!\w)(?:(?:{any_of(words['told_of_the_past'])}) [\w ]{{0,24}}"
            rf"|(?:{any_of(words['held_in_the_past'])}) [\w ]{{0,12}})$"
        ),
        years_before=Form(rf"\s*(?:(?:Đến|Từ|Vào|Tới|Trong|Sau|đến|từ|vào) )?(?:{times})", re.I),
        years_behind=Form(
            rf",? \(?(?:(?:từ|vào|trong|đến|khi|của|từ giữa) )?(?:{times})"
            rf"| (?:{any_of(words['eras'])})\b",
            re.I,
        ),
        by_pronoun=Form(
            rf"\s*(?:(?:{any_of(words['time_openers'])})\b[^,.;\n]{{0,40}}, )?"
            rf"(?:{pronouns}) (?=[a-zà-ỹđ])[^.;\n]{{0,120}}$"
        ),
        narrated_before=Form(rf"(?:{any_of(words['narrating'])}) [^.;\n]{{0,160}}$"),
        before_it=Form(rf"(?:{any_of(words['times_before'])})[^.\n]{{0,110}}$"),
    )


_TELLING = (
    "appointing", "taking", "becoming", "ending", "narrating", "holding", "standing", "conferring",
)  # fmt: skip
