"""Precedence lists: one list in force at a time, made of a pack's own and of those it continues."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kiemtin.foundation.dates import Validity
from kiemtin.language import syntax as s
from kiemtin.language.compiling.linking import Links, Placed, both
from kiemtin.language.rulebook import PrecedenceInForce
from kiemtin.language.terms.names import did_you_mean
from kiemtin.language.terms.standings import place_of

BindOffice = Callable[[str], str | None]
_FROM_WEAKEST = ("sample", "practice", "verified")


def compile_precedence(links: Links, bind_office: BindOffice) -> tuple[PrecedenceInForce, ...]:
    """The list that the nearest pack with `thứ bậc theo` names, by the days on which it is the same."""
    home = next((pack for pack in links.packs if pack.pack.precedence is not None), None)
    for placed in links.of(s.Precedence):
        _check_list(placed, links, bind_office)
    if home is None:
        return ()
    assert home.pack.precedence is not None
    chain = _chain(home.pack.precedence, links)
    if not chain:
        known = [
            one.statement.name for one in links.of(s.Precedence) if isinstance(one.statement, s.Precedence)
        ]
        meant = did_you_mean(home.pack.precedence, known)
        code = "pack.unknown-precedence-near" if meant else "pack.unknown-precedence"
        links.report(home, code, home.pack.span, found=home.pack.precedence, meant=meant or "")
        return ()
    _warn_of_unchosen(chain, links)
    found = []
    for period in _periods(chain):
        ranks: dict[str, int] = {}
        names: dict[int, tuple[str, ...]] = {}
        statuses: list[s.Status] = []
        for placed in reversed(chain):  # the list that is continued comes first
            version = _in_force(placed, period)
            if version is None:
                continue
            status = version.status or placed.home.pack.status
            statuses += [status] if status is not None else []
            for rank in version.ranks:
                names[rank.rank] = (*names.get(rank.rank, ()), *rank.offices)
                for phrase in rank.offices:
                    office = place_of(phrase, bind_office)
                    if office is not None:
                        ranks.setdefault(office, rank.rank)
        if ranks:
            weakest = min(statuses, key=lambda status: _FROM_WEAKEST.index(status.kind), default=None)
            found.append(PrecedenceInForce(period, ranks, names, _plain(weakest)))
    return tuple(found)


def _warn_of_unchosen(chain: list[Placed], links: Links) -> None:
    """A list of a pack with rules that is neither chosen nor continued by the chosen one decides nothing."""
    with_rules = {id(one.home) for one in links.of(s.Rule)}
    for placed in links.of(s.Precedence):
        if placed.home.role == "main" and id(placed.home) in with_rules and placed not in chain:
            assert isinstance(placed.statement, s.Precedence)
            name, chosen = placed.statement.name, getattr(chain[0].statement, "name", "")
            span = placed.statement.span
            links.report(
                placed.home, "pack.precedence-unchosen", span, warning=True, name=name, chosen=chosen
            )


def _plain(status: s.Status | None) -> s.Status | None:
    return s.Status(status.kind, status.source) if status is not None else None


def _named(name: str, links: Links) -> Placed | None:
    return next((one for one in links.of(s.Precedence) if getattr(one.statement, "name", None) == name), None)


def _chain(name: str, links: Links) -> list[Placed]:
    """The list and those it continues, its own first. A cycle is a problem and ends it."""
    chain: list[Placed] = []
    following: str | None = name
    while following is not None:
        placed = _named(following, links)
        if placed is None:
            if chain:
                links.report(
                    chain[-1].home, "pack.unknown-precedence", chain[-1].statement.span, found=following
                )
            return chain
        if placed in chain:
            links.report(placed.home, "pack.cyclic-precedence", placed.statement.span, name=following)
            return chain
        chain.append(placed)
        assert isinstance(placed.statement, s.Precedence)
        following = placed.statement.extends
    return chain


def _periods(chain: list[Placed]) -> list[Validity]:
    """Periods, newest last, in which every list of the chain has one version."""
    edges: set[date] = set()
    unbounded = False
    for placed in chain:
        assert isinstance(placed.statement, s.Precedence)
        for version in placed.statement.versions:
            validity = both(version.validity, placed.home.pack.validity)
            if validity is None:
                continue
            if validity.start is None:
                unbounded = True
            else:
                edges.add(validity.start)
            if validity.end is not None:
                edges.add(validity.end + timedelta(days=1))
    starts: list[date | None] = [*([None] if unbounded else []), *sorted(edges)]
    ends = [start - timedelta(days=1) for start in starts[1:] if start is not None]
    return [Validity(start, end) for start, end in zip(starts, [*ends, None], strict=True)]


def _in_force(placed: Placed, period: Validity) -> s.PrecedenceVersion | None:
    """The version in force in a period: of several that cover it, the one that began last."""
    assert isinstance(placed.statement, s.Precedence)
    covering = []
    for version in placed.statement.versions:
        validity = both(version.validity, placed.home.pack.validity)
        if validity is not None and validity.overlaps(period):
            covering.append((validity.start or date.min, version))
    return max(covering, key=lambda pair: pair[0])[1] if covering else None


def _check_list(placed: Placed, links: Links, bind_office: BindOffice) -> None:
    assert isinstance(placed.statement, s.Precedence)
    if placed.statement.extends is not None:
        _check_continuation(placed, placed.statement.extends, links)
    for version in placed.statement.versions:
        last = 0
        offices: dict[str, tuple[int, str]] = {}
        for rank in version.ranks:
            if rank.rank <= last:
                links.report(placed.home, "pack.ranks-not-ascending", rank.span, rank=rank.rank, before=last)
            last = rank.rank
            for phrase in rank.offices:
                office = place_of(phrase, bind_office)
                if office is None:
                    links.report(placed.home, "pack.unknown-office", rank.span, found=phrase)
                    continue
                first_rank, first = offices.setdefault(office, (rank.rank, phrase))
                if first_rank != rank.rank:
                    links.report(placed.home, "pack.office-twice", rank.span, found=phrase, first=first)


def _check_continuation(placed: Placed, name: str, links: Links) -> None:
    """A list's ranks come after those of the list that it continues."""
    assert isinstance(placed.statement, s.Precedence)
    base = _named(name, links)
    if base is None or base is placed:
        return
    assert isinstance(base.statement, s.Precedence)
    last = max((rank.rank for version in base.statement.versions for rank in version.ranks), default=0)
    for version in placed.statement.versions:
        first = version.ranks[0]
        if first.rank <= last:
            links.report(
                placed.home, "pack.ranks-overlap", first.span, rank=first.rank, name=name, next=last + 1
            )
