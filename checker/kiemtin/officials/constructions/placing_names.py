"""What a name gets: the titles before it, and its part of what a list shares."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.constructions.by_verb import verb_before_several, verb_of_decision
from kiemtin.officials.constructions.gaps import Gap
from kiemtin.officials.constructions.shared import given_to_both, stood_bare, titled_together
from kiemtin.officials.constructions.state import ChainState
from kiemtin.officials.model import OFFICE, RANK, SPOUSE_HONORIFIC, Construction
from kiemtin.officials.names.looks import is_vietnamese_name
from kiemtin.officials.pieces import NamePiece, TitlePiece
from kiemtin.officials.words.joining_words import JoiningWords


def behind_dash(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "Tổng thống A, X, Chủ tịch nước Việt Nam - B": the last title is the second person's."""
    behind = state.open_name
    if not gap.dashed or behind is None or len(behind.after) < 2 or behind.after[-1].foreign is not False:
        return False
    name.hold_before([behind.after.pop()])
    name.find(Construction.TITLE_NAME)
    return True


def behind_titles(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "X A"; "Trên cương vị X, đồng chí A", where an honorific or a dash bridges the gap."""
    if not gap.empty:
        bridged = gap.dashed or (gap.sep == "," and (gap.hon or name.fronted))
        if bridged and state.pending and state.pending[0].several and gap.hon in state.words.one:
            return False  # "tại cuộc họp của các Bộ trưởng X, ông A nói"
        named = gap.hon and gap.sep in {"", ","} and gap.join in state.words.being  # "Giám đốc Sở là ông A"
        if not state.pending or not (named or (bridged and not gap.join)):
            return False
    if state.pending:
        if gap.sep == ",":
            _say_what_was(state, state.pending)
        name.hold_before(_own_titles(state, name, state.pending))
    elif state.open_name is not None and state.open_name.after:
        name.hold_before(_take_back(state, state.open_name))
    name.find(Construction.TITLE_NAME if name.before else None)
    _list_at_titled(state, name, gap)
    return True


def _say_what_was(state: ChainState, titles: list[TitlePiece]) -> None:
    """ "Trước khi trở thành X, ông A", "trước khi được bổ nhiệm làm X, ông A"."""
    verb = state.words.verbs.before(state.text, titles[0].start)
    if verb == "appointed" and state.words.verbs.years_behind.match(state.text, titles[-1].end):
        verb = "career"
    if verb == "held" and state.words.over.search(state.text, max(0, titles[0].start - 48), titles[0].start):
        verb = "career"  # "Trong thời gian giữ chức X, ông A đã …"
    if verb in {"appointed", "career"} and not any(title.verb for title in titles):
        for title in titles:
            title.take_verb(verb)


def _list_at_titled(state: ChainState, name: NamePiece, gap: Gap) -> None:
    """Begins a list at a name whose title several share, goes on with one, or ends it."""
    own = name.before
    if own and (
        (own[0].plural and (own[-1].head.kind is OFFICE or own[0].several))
        or own[-1].head.text in state.words.delegates
    ):
        state.begin_list(own[-1])
    elif not state.by_heading:
        state.end_list()
    elif gap.sep != ":" and state.names and stood_bare(state.names[-1], state.shared):
        # "các Phó Chủ tịch: A, B; Tổng Thư ký C": the heading was for those without a title.
        state.end_list()
    elif own and _is_function(state, own[0]) and _is_function(state, state.shared[-1]):
        # "các Phó Trưởng Ban Chỉ đạo gồm: X A, Y B; ủy viên là Z C": another function.
        state.end_list()
    else:
        name.share(state.shared)


def _is_function(state: ChainState, title: TitlePiece) -> bool:
    return state.lexicon.extent.functions.match(state.text[title.start : title.end].lower()) is not None


def behind_heading(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "các X: A; B", "được bầu làm X gồm: A, B", "bổ nhiệm sáu X, trong đó có A"."""
    heading = state.pending
    if not heading:
        return False
    told = (gap.some or _gathers(state.words, gap, heading[-1])) and heading[-1].plural
    if not (gap.sep == ":" and _heads(gap, heading[-1])) and not told:
        return False
    if gap.listed or gap.join:
        heading[0].take_verb(verb_before_several(state.words, state.text, heading[0].start))
    state.head_list(heading)
    state.addressed = bool(gap.hon)
    state.share_with(name, Construction.HEADING)
    return True


def behind_decision(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "bổ nhiệm chức vụ X đối với ông A"; without a verb the title is nobody's."""
    if not state.pending:
        return False
    verb = verb_of_decision(state.words, state.text, state.pending, name, state.names)
    if verb is None:
        return False
    if verb:
        for title in state.pending:
            title.take_verb(verb)
        if _are_several(state, name):
            state.head_list(state.pending)
            state.share_with(name, Construction.GIVEN_TO)
            name.receives = True
            return True
        name.receive(state.pending)
    return True


def _are_several(state: ChainState, name: NamePiece) -> bool:
    """ "đối với các ông: A; B"."""
    return " các " in state.text[state.end : name.start]


def next_given(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "miễn nhiệm chức vụ X đối với ông A, nguyên Y; ông B, nguyên Z"."""
    last = state.names[-1] if state.names else None
    if gap.sep != ";" or not name.honorific or last is None or not last.receives:
        return False
    if not last.after or state.text[name.end : name.end + 1] not in _AFTER_RECEIVER:
        return False
    name.receive(last.after[:1])
    return True


_AFTER_RECEIVER: Final = frozenset({",", ".", ";", "\n", ""})


def next_of_list(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "các X: A, Y; B", "các X: A, Y và B, Z": the title before the gap belongs to A."""
    if not state.shared:
        return False
    if gap.sep == ";" and (gap.many or gap.hon.startswith("các") or _is_addressed_anew(state, gap)):
        # "các X: A; B; các đồng chí: C": another heading.
        state.end_list()
        return False
    if gap.sep == ";" and gap.hon and state.by_heading and state.by_comma:
        # "các X: A, Y, B, Z; đồng chí C": the semicolon ends what the heading heads.
        state.end_list()
        return False
    goes_on = not gap.broken and gap.sep in {";", ","}
    if not goes_on and not (state.by_heading and (gap.sep == ";" or _is_last_of_heading(gap))):
        return False
    state.by_comma = state.by_comma or gap.sep == ","
    state.share_with(name, Construction.SHARED)
    return True


def _is_addressed_anew(state: ChainState, gap: Gap) -> bool:
    """ "các X: A, Y; B, Z; đồng chí C": who is addressed for himself is none of the heading's."""
    return state.by_heading and not state.addressed and gap.hon in state.words.one


def _is_last_of_heading(gap: Gap) -> bool:
    """ "… và B", not "… và các đồng chí: B"."""
    return gap.equal and not (gap.broken or gap.sep or gap.many or gap.hon.startswith("các"))


def next_bare_of_list(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "các X A, B"."""
    if not state.shared or gap.broken or not (gap.sep in {";", ",", ""} or gap.join):
        return False
    if gap.sep == ";" and _is_addressed_anew(state, gap):
        state.end_list()
        return False
    last = state.names[-1]
    if (
        not state.by_heading
        and last.before[-1:] == state.shared
        and state.shared[0].head.text not in state.words.delegates
    ):
        # The title of both stands outside the list.
        last.share([last.before.pop()])
    state.share_with(name, Construction.SHARED)
    return True


def second_of_two(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "… đối với ông A và bà B"; "Phó Thủ tướng A và B"."""
    first = state.previous
    if not isinstance(first, NamePiece):
        return False
    if given_to_both(gap, first):
        name.receive(list(first.after))
    elif titled_together(state.lexicon, state.text, gap, first, name):
        first.share([first.before.pop()])
        name.share(first.shared)
        name.find(Construction.SHARED)
        if gap.sep or state.text.startswith(" (", name.end):
            state.shared = name.shared
    else:
        return False
    return True


def _gathers(words: JoiningWords, gap: Gap, title: TitlePiece) -> bool:
    """ "Các Phó Bí thư gồm ông A và bà B", "có 3 Phó Bí thư khác là A, B"."""
    if gap.sep or gap.join not in words.gathering:
        return False
    return bool(gap.hon) or not title.several or title.end - title.start > len(title.head.text)


def _heads(gap: Gap, title: TitlePiece) -> bool:
    """ "các Phó Chủ tịch HĐND tỉnh gồm: …", not "các phó bí thư gồm: …", which names no organ."""
    if title.plural and not title.several:
        return True  # "3 Phó Chủ tịch gồm: …"
    return not (gap.listed and title.head.needs_organ and title.end - title.start == len(title.head.text))


def _own_titles(state: ChainState, name: NamePiece, titles: list[TitlePiece]) -> list[TitlePiece]:
    """The titles before a name that are its own."""
    lexicon = state.lexicon
    titles = _of_one_person(state, titles)
    if len(titles) > 1 and titles[0].several and not titles[-1].plural:
        # "chất vấn của các đại biểu Quốc hội, Bộ trưởng X A": the first are others.
        titles = titles[1:]
    if titles[-1].head.text in lexicon.joining.delegates:
        return titles[-1:]
    if (
        len(titles) > 1
        and titles[-2].kind is SPOUSE_HONORIFIC
        and titles[-1].kind is OFFICE
        and titles[-2].end + 1 == titles[-1].start
    ):
        # "Phu nhân Thủ tướng B" is she, but for "phu nhân Thủ tướng A, bà B".
        return titles[-1:] if state.text.startswith(", bà ", name.end) else titles[:-1]
    if titles[-1].foreign is not True:
        # "Tổng thống Verania, Chủ tịch nước A": a foreign one before a Vietnamese name is somebody else's.
        for index in range(len(titles) - 2, -1, -1):
            if titles[index].foreign and is_vietnamese_name(lexicon, name.text):
                return titles[index + 1 :]
    return titles


def _of_one_person(state: ChainState, titles: list[TitlePiece]) -> list[TitlePiece]:
    """The last of `titles` that one person may hold.

    "ý kiến của đại biểu, Bộ trưởng X A", "trình Thủ tướng, Bộ trưởng A", "thăng hàm Đại tá, Thủ tướng A".
    """
    for index in range(len(titles) - 2, -1, -1):
        if _is_of_another(state.words, state.text, titles[index], titles[index + 1]):
            return titles[index + 1 :]
    return titles


def _is_of_another(words: JoiningWords, text: str, title: TitlePiece, following: TitlePiece) -> bool:
    head, next_head = title.head.text, following.head.text
    if title.kind is RANK:
        return text.endswith(words.rank_nouns, 0, title.start)
    if title.kind is SPOUSE_HONORIFIC:
        return following.former  # "Phu nhân cố Tổng Bí thư A"
    if title.former or title.kind is not OFFICE or following.kind is not OFFICE:
        return False
    if head in words.delegates:
        return title.end - title.start == len(head)
    return (next_head in words.sole and head.startswith(words.below_sole)) or (
        head in words.sole and next_head.startswith(words.below_sole)
    )


def _take_back(state: ChainState, open_name: NamePiece) -> list[TitlePiece]:
    """Titles read as the chain behind one name that turn out to stand before the next.

    All of them, if the first has its office before its name; a rank there ("Đại tướng A, …") is none. Not
    what a verb joins to the first: "Chủ tịch UBND tỉnh A làm Trưởng ban, Giám đốc Sở Y tế B …".
    """
    titles = open_name.after
    has_office = any(title.head.kind is OFFICE for title in open_name.before)
    kept = 0 if has_office else len(titles) - 1
    for index in range(len(titles) - 2, kept - 1, -1):
        if state.text.endswith(state.words.joined_by_verb, open_name.end, titles[index].start):
            kept = index + 1
            break
    open_name.after = titles[:kept]
    for title in titles[kept:]:
        title.take_verb("")
    return titles[kept:]
