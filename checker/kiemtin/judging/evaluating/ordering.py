"""Whether people or items stand in the order of precedence, and the fewest moves that bring it about.

Judged within one group of a listing. Equal ranks are equal. Whoever has no rank (foreign guests, unknown
offices) stands where he likes, and so do those whom print places either way: acting heads and those being
appointed, unless what they hold besides ranks as high. A precedence that names a place for "nguyên …",
"quyền …" or foreign guests is followed instead. Who stands under one title ("các Phó Thủ tướng: …") is
ranked by what is printed. Former leaders may stand interleaved, each after the holders of the same rank (or,
of an office higher than any that is held here, after the highest), or in one block that comes after every
holder it names the predecessors of; both at once is a mixture. People whom nothing announces are a sentence's
own subject or object: they are in order if the titles printed with them are. Of people of two provinces
the precedence tells no order: one side is the host.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kiemtin.foundation.places import Span
from kiemtin.judging.evaluating.stated_places import stated_place
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.listings import GroupFacts, ListingFacts
from kiemtin.judging.facts.organs import OrganFacts
from kiemtin.judging.facts.people import MentionFacts, OfficialFacts
from kiemtin.judging.values import Absent, Members, Missing, Value, missing
from kiemtin.officials.evidence.protocol import ListKind

if TYPE_CHECKING:
    from kiemtin.language.rulebook import PrecedenceInForce

_PROVINCIAL = "province-"
"""Begins the ids of a province's offices."""
Key = tuple[int, int]
Placed = MentionFacts | ItemFacts | GroupFacts | OrganFacts


class Entry(NamedTuple):
    """One who stands in an order; `rank` None: placed by nobody."""

    rank: int | None
    former: bool
    name: str
    span: Span
    who: Placed


class Move(NamedTuple):
    """`entry` stands in the wrong place: it belongs before (or after) `neighbour`; both are indexes."""

    entry: int
    neighbour: int
    forward: bool


class Disorder(NamedTuple):
    """The group as it stands, what to move, and the order (indexes) that results."""

    entries: tuple[Entry, ...]
    moves: tuple[Move, ...]
    order: tuple[int, ...]
    mixed: bool
    """The holders are in order; former leaders stand both interleaved and in a block."""


def disorders(members: Members[Value]) -> list[Disorder] | Missing:
    """What is out of order in each group.

    Missing if nothing is, but somebody's rank is not known, or the item's day, on which the order depends.
    """
    found: list[Disorder] = []
    unknown: Missing | None = members.missing
    for group in _groups(members):
        if _in_order(group) or not _asks_for_order(members.source):
            continue
        if _was_in_order(group):
            unknown = unknown or missing("published")
        elif _is_of_sides(group):
            unknown = unknown or missing("sides")
        else:
            found.append(_resolve(tuple(group)))
    if not found and unknown is not None:
        return unknown
    return found


def _in_order(group: Sequence[Entry]) -> bool:
    return _accepted([(entry.rank, entry.former) for entry in group if entry.rank is not None])


def _asks_for_order(source: object) -> bool:
    """Whether people who stand together do so by protocol, not as a sentence or a photo has them."""
    if isinstance(source, GroupFacts):
        source = source.listing
    return not isinstance(source, ListingFacts) or source.told().kind is ListKind.PROTOCOL


def _was_in_order(group: Sequence[Entry]) -> bool:
    """Whether people in an item without a day stand as another version of the precedence has them all."""
    facts = [entry.who for entry in group if isinstance(entry.who, MentionFacts)]
    if len(facts) < len(group) or facts[0].item.context.day is not None:
        return False
    context = facts[0].item.context
    for version in context.rulebook.precedence:
        if version is not context.precedence:
            then = [_mention_entry(each, version) for each in facts]
            known = all(
                (old.rank is None) is (new.rank is None) for old, new in zip(then, group, strict=True)
            )
            if known and _in_order(then):
                return True
    return False


def _is_of_sides(group: Sequence[Entry]) -> bool:
    """Whether people of each province stand in order, and only those of different provinces do not: who is
    host and who is guest decides that, not the precedence."""
    places: set[str] = set()
    own: list[tuple[Entry, frozenset[str]]] = []
    for entry in group:
        titles = entry.who.mention.titles if isinstance(entry.who, MentionFacts) else ()
        told = frozenset(
            title.locality
            for title in titles
            if title.locality and title.office is not None and title.office.startswith(_PROVINCIAL)
        )
        own.append((entry, told))
        places |= told
    return len(places) > 1 and all(
        _in_order([entry for entry, told in own if not told or place in told]) for place in places
    )


def _groups(members: Members[Value]) -> list[list[Entry]]:
    source = members.source
    if isinstance(source, ListingFacts | GroupFacts):
        by_number: dict[int, list[MentionFacts]] = {}
        for mention, number in source.entries:
            by_number.setdefault(number, []).append(mention)
        listing = source.listing.listing if isinstance(source, GroupFacts) else source.listing
        opened = listing.heading is not None or any(listing.headings)
        return [
            list(map(_mention_entry, group))
            for group in by_number.values()
            if opened or not _right_as_printed(group)
        ]
    return [[_entry(element) for element in members.elements]]


def _right_as_printed(group: Sequence[MentionFacts]) -> bool:
    """Whether people whom nothing announces stand in the order of the titles printed with them.

    "Phó Thủ tướng A và Bộ trưởng B kiểm tra": a sentence names those who act by what they act as, though B
    may hold a higher office that it does not tell. Where one has no title, they are in no order.
    """
    keys: list[Key] = []
    for mention in group:
        if not mention.mention.titles:
            return True
        ranks = mention.title_ranks(former=mention.is_retired())
        if not ranks:
            return False
        keys.append((min(ranks), int(mention.is_retired())))
    return all(left <= right for left, right in pairwise(keys))


def _entry(element: Placed | OfficialFacts) -> Entry:
    if isinstance(element, MentionFacts):
        return _mention_entry(element)
    if isinstance(element, OfficialFacts):
        return _mention_entry(element.first_mention)
    rank = element.rank if isinstance(element.rank, int) else None
    if isinstance(element, OrganFacts):
        return Entry(rank, False, element.wording, element.span, element)
    if isinstance(element, ItemFacts):
        name = element.subject.name if isinstance(element.subject, OfficialFacts) else ""
    else:
        name = element.heading if isinstance(element.heading, str) else ""
    return Entry(rank, False, name, element.span, element)


def _mention_entry(mention: MentionFacts, precedence: PrecedenceInForce | None = None) -> Entry:
    """As the precedence of the item's day places who is named, or another one the titles printed."""
    model = mention.mention
    rank: int | Absent | Missing | None
    stated = stated_place(mention, precedence or mention.item.context.precedence)
    if stated is not None:
        return Entry(stated, False, model.person, model.span, mention)
    if model.foreign or model.historical:
        rank = None
    elif mention.is_retired():
        rank = min(mention.title_ranks(former=True, precedence=precedence), default=None)
    elif any(title.shared and title.office for title in model.titles):
        rank = min(mention.title_ranks(former=False, precedence=precedence), default=None)
    elif model.acting or any(title.acting or title.appointed for title in model.titles):
        rank = _rank_either_way(mention, precedence)
    elif precedence is not None:
        rank = mention.official.rank_printed(precedence)
    else:
        rank = mention.official.rank
    return Entry(
        rank if isinstance(rank, int) else None, mention.is_retired(), model.person, model.span, mention
    )


def _rank_either_way(mention: MentionFacts, precedence: PrecedenceInForce | None) -> int | None:
    """Of who acts, or is being appointed: the rank of what is held besides, where the new one is no higher.

    "Ủy viên Trung ương Đảng, Quyền Bộ trưởng" is of one rank, however print counts the second.
    """
    precedence = precedence or mention.item.context.precedence
    ranks = precedence.ranks if precedence is not None else {}
    own: list[int] = []
    new: list[int] = []
    for title in mention.mention.titles:
        if title.office in ranks and not (title.career or mention.has_left(title)):
            (new if title.acting or title.appointed else own).append(ranks[title.office])
    return min(own) if own and new and min(own) <= min(new) else None


def _accepted(keys: Sequence[tuple[int, bool]]) -> bool:
    if all(left <= right for left, right in pairwise(keys)):
        return True
    holders = [rank for rank, former in keys if not former]
    # Who left an office higher than all that are held in the group may stand behind the highest of these.
    top = min(holders, default=0)
    among = [(max(rank, top), former, rank) for rank, former in keys]
    if all(left <= right for left, right in pairwise(among)):
        return True
    formers = [at for at, (_, former) in enumerate(keys) if former]
    if not formers or any(left > right for left, right in pairwise(holders)):
        return False
    first, last = formers[0], formers[-1]
    if last - first + 1 != len(formers):
        return False
    block = [keys[at][0] for at in formers]
    after = keys[last + 1][0] if last + 1 < len(keys) else None
    return all(left <= right for left, right in pairwise(block)) and (after is None or after > block[-1])


def _resolve(entries: tuple[Entry, ...]) -> Disorder:
    """Of the layouts that are accepted, the one reached with the fewest moves; where those in office stand in
    order, by moving former leaders alone."""
    placed = [at for at, entry in enumerate(entries) if entry.rank is not None]
    holders = [at for at in placed if not entries[at].former]
    interleaved: dict[int, Key] = {at: (entries[at].rank or 0, int(entries[at].former)) for at in placed}
    in_block: dict[int, Key] = {at: (int(entries[at].former), entries[at].rank or 0) for at in placed}
    candidates = [
        _arranged(entries, {at: interleaved[at] for at in holders}),
        _arranged(entries, interleaved),
        _arranged(entries, in_block),
    ]
    ranks = [entries[at].rank or 0 for at in holders]
    mixed = all(left <= right for left, right in pairwise(ranks))
    if mixed:
        candidates = [
            _arranged(entries, keys, _fitting(keys, holders)) for keys in (interleaved, in_block)
        ] + candidates
    accepted = [each for each in candidates if _accepted(_keys(entries, each.order))]
    best = min(accepted, key=lambda each: (mixed and _moves_holders(each), len(each.moves)))
    return best._replace(mixed=mixed)


def _fitting(keys: dict[int, Key], holders: Sequence[int]) -> list[int]:
    """Those in office, and the former leaders who stand rightly among them."""
    in_office = set(holders)
    least_behind: dict[int, Key | None] = {}
    least: Key | None = None
    for at, key in reversed(keys.items()):
        least_behind[at] = least
        if at in in_office and (least is None or key < least):
            least = key
    kept: list[int] = []
    for at, key in keys.items():
        behind = least_behind[at]
        after_kept = not kept or keys[kept[-1]] <= key
        if at in in_office or (after_kept and (behind is None or key <= behind)):
            kept.append(at)
    return kept


def _moves_holders(disorder: Disorder) -> bool:
    return any(not disorder.entries[move.entry].former for move in disorder.moves)


def _keys(entries: tuple[Entry, ...], order: Sequence[int]) -> list[tuple[int, bool]]:
    chosen = (entries[at] for at in order)
    return [(entry.rank, entry.former) for entry in chosen if entry.rank is not None]


def _arranged(
    entries: tuple[Entry, ...], keys: dict[int, Key], steady: Sequence[int] | None = None
) -> Disorder:
    """The fewest moves after which `keys` ascend; all others stay where they stand, as do the `steady`."""
    positions = list(keys)
    kept = list(steady or (positions[at] for at in _longest_ascent([keys[at] for at in positions])))
    moved = sorted(set(positions) - set(kept), key=lambda at: (keys[at], at))
    anchors = kept.copy()
    anchor_keys = [keys[at] for at in kept]
    order = list(range(len(entries)))
    moves: list[Move] = []
    for at in moved:
        slot = bisect_right(anchor_keys, keys[at])
        order.remove(at)
        follows = anchors[slot - 1] if slot else None
        target = order.index(follows) + 1 if follows is not None else order.index(anchors[0])
        order.insert(target, at)
        forward = slot < len(anchors) and anchors[slot] < at
        moves.append(Move(at, anchors[slot] if forward else anchors[slot - 1], forward))
        anchors.insert(slot, at)
        anchor_keys.insert(slot, keys[at])
    # A neighbour that itself moves says nothing to a reader: name the one who stays.
    moves = [_steady(move, order, set(kept)) for move in moves]
    moves.sort()
    return Disorder(entries, tuple(moves), tuple(order), False)


def _steady(move: Move, order: list[int], steady: set[int]) -> Move:
    if move.neighbour in steady:
        return move
    at = order.index(move.entry)
    following = next((each for each in order[at + 1 :] if each in steady), None)
    preceding = next((each for each in reversed(order[:at]) if each in steady), None)
    if following is not None and (following < move.entry or preceding is None):
        return Move(move.entry, following, True)
    return move if preceding is None else Move(move.entry, preceding, False)


def _longest_ascent(keys: Sequence[Key]) -> list[int]:
    """Indexes of a longest run that never falls; of the longest, one of the lowest ranks, so that it is the
    higher-ranked who are said to be out of place. O(n log n): a Fenwick tree of prefix maxima."""
    levels = sorted(set(keys))
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(levels) + 1)
    previous: list[int] = []
    for at, key in enumerate(keys):
        level = bisect_left(levels, key) + 1
        top, node = (0, 0, -1), level
        while node:
            top = max(top, best[node])
            node &= node - 1
        previous.append(top[2])
        entry = (top[0] + 1, top[1] + key[0] + key[1], at)
        node = level
        while node < len(best):
            best[node] = max(best[node], entry)
            node += node & -node
    length, node = (0, 0, -1), len(levels)
    while node:
        length = max(length, best[node])
        node &= node - 1
    chain: list[int] = []
    at = length[2]
    while at >= 0:
        chain.append(at)
        at = previous[at]
    return chain[::-1]
