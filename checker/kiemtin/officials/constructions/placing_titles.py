"""Where a title goes: behind a name, on the chain before the next, or first on a new one."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.constructions.by_verb import (
    LASTING,
    STOP,
    receiver,
    verb_around,
    verb_between,
    verb_of_station,
    verb_of_years,
    was_then,
)
from kiemtin.officials.constructions.clauses import is_fronted, verb_follows
from kiemtin.officials.constructions.gaps import Gap
from kiemtin.officials.constructions.shared import named_along
from kiemtin.officials.constructions.state import ChainState, latest_person
from kiemtin.officials.model import SPOUSE_HONORIFIC, Construction
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.words.neighbours import word_before

_ADDRESS: Final = 24
"""From one member's title to the next member's name, at the most: "; các đồng chí "."""


def verb_gives(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "Ông A tiếp tục giữ chức X", "ông A, bà B được bầu làm X"."""
    if word_before(state.text, title.start) not in state.words.any_verb:
        return False
    name = receiver(state.words, state.text, state.names, title)
    if name is None:
        return False
    verb = verb_between(state.words, state.text, name, title)
    if not verb:
        return False
    title.take_verb(verb)
    name.hold_behind(title)
    for other in named_along(state.names, name):
        other.hold_behind(title)
    state.open_behind(name)
    return True


def respectively(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "ông A và bà B được bổ nhiệm giữ chức X và *Y*": to each of the two the one told in the same place."""
    first = state.previous
    if not isinstance(first, TitlePiece) or not gap.equal or gap.sep or gap.many or gap.hon or not first.verb:
        return False
    holding = [name for name in state.names[-_THREE:] if name.after[-1:] == [first]]
    if len(holding) != 2 or holding[-1] is not state.names[-1] or not holding[-1].linked:
        return False
    title.take_verb(first.verb)
    holding[-1].hold_instead(title)
    state.open_behind(holding[-1])
    return True


_THREE: Final = 3
"""One more than the two who are told of: more share one title."""


def station_of_life(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "05/2003 - 03/2006: X": a line of the life of the person named before."""
    verb = verb_of_station(state.text, title)
    if verb is None:
        return False
    title.take_verb(verb)
    name = latest_person(state.names)
    if name is None:
        return False
    name.hold_behind(title)
    state.open_behind(name)
    return True


def goes_on_behind(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """Whether a title goes on the chain behind the name that is open."""
    name = state.open_name
    if name is None:
        return False
    if not (
        _joins_behind(gap, state.previous)
        or _is_second_of_both(state, name, gap)
        or _runs_on(state, name, title)
    ):
        return False
    if _is_spouse_alone(title):
        # Not "Chủ tịch A, Phu nhân và đoàn"; "Chủ tịch A, Phu nhân B".
        return gap.sep == "," and not gap.join and state.previous is name and _is_spouse_of(state, title)
    return True


def of_follower(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "Ông A thay thế ông B làm X": the office is A's."""
    name = state.open_name
    if name is None or not gap.made or gap.sep or len(state.names) < 2:
        return False
    follower = latest_person(state.names, len(state.names) - 1)
    if follower is None:
        return False
    if state.words.succeeded.search(state.text[max(0, name.start - 24) : name.start]) is None:
        return False
    end = follower.after[-1].end if follower.after else follower.end
    if STOP.search(state.text, end, name.start) is not None:
        return False
    title.take_verb("appointed")
    follower.hold_behind(title)
    name.find_official(Construction.SUCCEEDED)
    state.open_behind(follower)
    return True


def of_spouse(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "bà A, phu nhân Thủ tướng B"."""
    name = state.open_name
    if name is None or not _is_spouse_alone(title):
        return False
    name.hold_behind(title)
    state.close()
    return True


def of_nobody_named(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "A, Bộ trưởng các Bộ X, Y": of others, whom nobody names."""
    if not state.text.startswith(" các ", title.start + len(title.head.text)):
        return False
    state.close()
    return True


def of_another(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "B (em trai ông A, X)": the title is B's; "Theo ông A, X vẫn nhấn mạnh": somebody else's."""
    name = state.open_name
    if name is None or gap.sep != "," or gap.join:
        return False
    if not (_is_kin(state, name) or _begins_clause(state, title, name)):
        return False
    state.close()
    return True


def of_row(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "Các đồng chí A, B - Phó Giám đốc Sở Y tế;", "Các đồng chí A và B, Phó Giám đốc Sở Y tế chủ trì".

    An office that several hold, alone behind bare names of which the first is addressed as one of several.
    """
    name = state.open_name
    if name is None or not gap.sep or gap.join or not _held_by_row(state, name, title):
        return False
    _tell_behind(state, name, title, gap)
    _share_along(state, name, title)
    return True


def of_both(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "A và B, cùng là X"."""
    name = state.open_name
    if name is None or not gap.both or len(state.names) < 2:
        return False
    _tell_behind(state, name, title, gap)
    _share_along(state, name, title)
    state.close()
    return True


def behind_name(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "A, X, Y"."""
    name = state.open_name
    if name is None:
        return False
    _tell_behind(state, name, title, gap)
    name.hold_behind(title)
    return True


def of_all(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "ông A, bà B, các Phó Giám đốc Sở Y tế;": what those named bare in a row hold together."""
    name = state.open_name
    if name is None or not gap.many or not gap.sep or gap.join or name.titles:
        return False
    if not _ends_part(state.text, title):
        return False
    others = named_along(state.names, name)
    if not others:
        return False
    for each in (name, *others):
        each.share([title])
    state.close()
    return True


def _share_along(state: ChainState, name: NamePiece, title: TitlePiece) -> None:
    for each in (name, *named_along(state.names, name)):
        each.share_also(title)


def _tell_behind(state: ChainState, name: NamePiece, title: TitlePiece, gap: Gap) -> None:
    """Says of a title on the chain behind a name what the verbs and years around it say."""
    if isinstance(state.previous, TitlePiece) and name.after and name.after[-1].verb in LASTING:
        title.take_verb(name.after[-1].verb)
    if gap.join and state.words.verbs.before(state.text, title.start) == "career":
        title.take_verb("career")
    elif gap.made:
        title.take_verb(verb_around(state.words, state.text, name, title) or _verb_of_last(state, name))
    if not title.verb and not gap.sep and gap.join in state.words.being and state.previous is name:
        title.take_verb(verb_of_years(state.words, state.text, name, title))
    if gap.sep and not title.verb and name.sure and was_then(state.words, state.text, title):
        title.mark_former()
    if gap.now:
        # "A, Chủ tịch X nay là Bí thư Y".
        for earlier in name.after:
            earlier.mark_former()


def chain_before_name(state: ChainState, title: TitlePiece, gap: Gap) -> bool:
    """ "X, Y A"; "các đồng chí X: Y A; Z B", where the first title heads the list."""
    if not state.pending:
        return False
    if gap.sep == ":" and not gap.join:
        if state.pending[-1].head.text in state.words.organs_as_heads and not state.pending[-1].plural:
            state.end_list()  # "Thường trực HĐND tỉnh gồm: Chủ tịch HĐND tỉnh A; …": an organ
        else:
            state.head_list(state.pending)
        state.pending = [title]
    elif gap.sep == "," or not gap.join or gap.same or _is_who_does(state, gap):
        state.pending.append(title)
    else:
        return False
    return True


def _is_who_does(state: ChainState, gap: Gap) -> bool:
    """ "Chủ tọa phiên họp là Phó Chủ tịch Quốc hội A": a function, and who has it."""
    function = state.pending[-1]
    return gap.join in state.words.being and bool(
        state.lexicon.extent.functions.match(state.text[function.start : function.end].lower())
    )


def _verb_of_last(state: ChainState, name: NamePiece) -> str:
    """ "bầu ông A làm X, bà B làm Y": the verb before the first holds for the next of the list."""
    before = state.names[-2] if len(state.names) > 1 and state.names[-1] is name else None
    if before is None or not before.after or name.start - before.after[-1].end > _ADDRESS:
        return ""
    between = state.text[before.after[-1].end : name.start]
    given = before.after[-1].verb == "appointed" and STOP.search(between) is None
    return "appointed" if given else ""


def _runs_on(state: ChainState, name: NamePiece, title: TitlePiece) -> bool:
    """ "ông A Bí thư Đảng ủy xã X": the comma is missing."""
    return (
        state.previous is name
        and bool(name.honorific)
        and not name.before
        and state.text[name.end : title.start] == " "
        and state.text[title.start].isupper()
    )


def _is_spouse_alone(title: TitlePiece) -> bool:
    """ "phu nhân", and no name behind it."""
    return title.kind is SPOUSE_HONORIFIC and title.end - title.start == len(title.head.text)


def _is_spouse_of(state: ChainState, title: TitlePiece) -> bool:
    """Whether an office tells whose spouse it is: "phu nhân *Thủ tướng*"."""
    return state.words.spouse_of.match(state.text, title.end) is not None


def _is_second_of_both(state: ChainState, name: NamePiece, gap: Gap) -> bool:
    """ "Ông A kiêm nhiệm hai chức danh X và Y"."""
    return (
        gap.equal
        and not (gap.sep or gap.many or gap.hon)
        and bool(name.after)
        and state.previous is name.after[-1]
        and state.text.endswith(state.words.of_both, name.end, name.after[-1].start)
    )


def _held_by_row(state: ChainState, name: NamePiece, title: TitlePiece) -> bool:
    """Whether those named bare before `name`, addressed as several, hold the office with it."""
    if not name.linked or name.titles or title.verb:
        return False
    if not title.head.text.startswith(state.words.held_by_several):
        return False
    end = title.reach or title.end
    if state.text[end : end + 1] in _GOES_ON:
        return False
    others = named_along(state.names, name)
    if not others:
        return False
    start = others[-1].start
    if state.lexicon.listing.several.search(state.text, max(0, start - _ADDRESS), start) is not None:
        return True
    before = state.names[-len(others) - 2] if len(state.names) > len(others) + 1 else None
    return before is not None and bool(before.shared) and start - before.shared[-1].end < _ADDRESS


_GOES_ON: Final = frozenset({",", "-", ":"})


def _ends_part(text: str, title: TitlePiece) -> bool:
    """Whether nothing of a list's member follows: no name, no heading's colon, no further title."""
    end = title.reach or title.end
    return end == len(text) or text[end] in {";", ".", ")", "\n"}


def _is_kin(state: ChainState, name: NamePiece) -> bool:
    """ "Ông B (em trai ông A, Giám đốc Sở Y tế)": the title is B's."""
    return state.words.kin.search(state.text, max(0, name.start - 32), name.start) is not None


def _begins_clause(state: ChainState, title: TitlePiece, name: NamePiece) -> bool:
    """ "Theo ông A, Bộ trưởng vẫn nhấn mạnh": the minister is another, whom the sentence does not name."""
    if title.end - title.start != len(title.head.text) and title.head.text not in state.words.sole:
        return False
    start = name.before[0].start if name.before else name.start
    words = state.lexicon.listing
    return verb_follows(words, state.text, title.end) and is_fronted(words, state.text, start, announced=True)


def by_chance(state: ChainState, name: NamePiece) -> bool:
    """Two capitalised words in a sentence, with no mark of a person: "giáo xứ Kim Hòa, Chủ tịch …"."""
    if name.sure or name.shared or name.text.count(" ") != 1:
        return False
    before = state.text[max(0, name.start - 4) : name.start]
    return before[-1:] == " " and before[-2:-1].isalpha() and not before.endswith(state.words.introducing)


def notice_goes_on(state: ChainState, title: TitlePiece) -> bool:
    """ "A, sinh năm 1938; nguyên X": a notice tells the life of one person between semicolons."""
    return title.former and state.text.startswith(state.words.born, state.end)


def _joins_behind(gap: Gap, previous: Piece | None) -> bool:
    """Whether what stands between goes on with a chain behind a name: ", ", " là ", " (", " kiêm "."""
    if gap.others or gap.many or gap.hon:
        return False
    if gap.sep:
        return bool(gap.join) or gap.sep in {",", "-", "–", "—", "(", ",-", ";", ":"}
    return bool(gap.join) or isinstance(previous, TitlePiece)
