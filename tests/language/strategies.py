"""Random syntax trees: everything that a pack can say, wise or not."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st

from kiemtin.foundation.dates import Validity
from kiemtin.language import syntax as s
from kiemtin.language.terms.schema import PROPERTIES

texts = st.text(st.sampled_from('abđêư "“#|(){}.,;12\\-tin'), max_size=12).filter(lambda t: "”" not in t)
lines = st.lists(texts, min_size=1, max_size=3).map("\n".join)
names = st.from_regex(r"[a-zđêư][a-zđêư0-9_]{0,4}9(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
days = st.dates(date(2000, 1, 1), date(2060, 12, 31))
validities = st.one_of(
    st.just(Validity()),
    days.map(Validity),
    days.map(lambda day: Validity(None, day)),
    st.tuples(days, days).map(lambda pair: Validity(min(pair), max(pair))),
)
statuses = st.one_of(
    st.builds(s.Status, st.just("sample"), st.none() | lines),
    st.builds(s.Status, st.sampled_from(["verified", "practice"]), lines.filter(len)),
)
numbers = st.integers(0, 10**7) | st.integers(1, 10**6).map(lambda n: n / 1000)
units = st.sampled_from([None, "syllables", "words", "seconds", "minutes", "hours", "days", "percent",
                         "characters", "per_minute"])  # fmt: skip
quantities = st.builds(s.Quantity, numbers, units)
moments = st.builds(
    lambda day, hour, minute: s.Moment(datetime(day.year, day.month, day.day, hour, minute)),
    days, st.integers(0, 23), st.integers(0, 59),
)  # fmt: skip
literals = st.one_of(
    quantities, st.builds(s.Text, texts), st.builds(s.Day, days), moments, st.builds(s.Truth, st.booleans())
)
# A number with a decimal comma in a set is a mistake of its own.
members = literals.filter(
    lambda e: not (isinstance(e, s.Quantity) and e.unit is None and isinstance(e.value, float))
)
roots = st.sampled_from(["item", "bulletin", "roster", "precedence"]) | names
properties = st.sampled_from(sorted({row.name for row in PROPERTIES}))
paths = st.recursive(
    st.builds(s.Name, roots), lambda inner: st.builds(s.Attribute, inner, properties), max_leaves=3
)
attributes = st.builds(s.Attribute, paths, properties)


def _wider(inner: st.SearchStrategy[s.Expression]) -> st.SearchStrategy[s.Expression]:
    collections = paths
    sets = st.builds(s.SetOf, st.lists(members, min_size=1, max_size=3).map(tuple))
    summing = st.sampled_from(["sum", "max", "min"])
    pairs = st.lists(inner, min_size=2, max_size=3).map(tuple)
    one_more = st.sampled_from(["+", "-", "*", "/"])
    signs = st.sampled_from(["<", "<=", "=", "!=", ">=", ">"])
    return st.one_of(
        st.builds(s.Not, inner),
        st.builds(s.IfGiven, paths),
        # What stands in a chain of one operator is one node, as the parser makes it.
        st.builds(s.Logic, st.sampled_from(["and", "or"]), pairs),
        st.builds(s.Arithmetic, one_more, inner, inner),
        st.builds(s.Comparison, signs, inner, inner),
        st.builds(s.Membership, inner, sets, st.booleans()),
        st.builds(s.Membership, inner, st.builds(s.Range, inner, inner), st.booleans()),
        st.builds(s.Membership, inner, collections, st.booleans()),
        st.builds(s.Predicate, attributes, st.just("has"), st.just(()), st.booleans()),
        st.builds(s.Predicate, inner, st.just("consistent"), st.just(()), st.booleans()),
        st.builds(
            s.Predicate, inner, st.sampled_from(["in_roster", "ordered_by", "within", "held_on"]),
            st.tuples(inner), st.booleans(),
        ),
        st.builds(
            s.Predicate, inner, st.sampled_from(["contains", "starts_with", "ends_with", "before"]),
            st.tuples(inner | sets), st.booleans(),
        ),
        st.builds(s.Aggregate, st.sampled_from(["all", "any"]), names, collections, inner),
        st.builds(s.Aggregate, st.just("count"), names, collections, st.none() | inner),
        st.builds(s.Aggregate, summing, names, collections, st.none() | inner, inner),
    )  # fmt: skip


expressions = st.recursive(literals | paths, _wider, max_leaves=8)

loops = st.builds(s.Loop, st.just("item") | names, paths)
labels = st.from_regex(r"[a-zđ][a-zđ0-9,.]{0,5}( [a-zđ]{1,4})?", fullmatch=True)
fixes = st.one_of(
    st.builds(s.Fix, st.sampled_from(["reorder", "remove"]), paths),
    st.builds(s.Fix, st.just("insert"), expressions),
    st.builds(s.Fix, st.just("replace"), paths, expressions),
)
cells = st.text(st.sampled_from('abđ "|#12'), max_size=8).map(lambda cell: " ".join(cell.split()))


@st.composite
def examples(draw: st.DrawFn) -> s.Example:
    columns = tuple(draw(st.lists(properties, max_size=3)))
    rows = tuple(draw(st.lists(st.tuples(*(cells for _ in columns)), max_size=2))) if columns else ()
    text = draw(lines if not columns else st.none() | lines)
    data = tuple(draw(st.lists(st.tuples(properties, literals), max_size=2)))
    reports = tuple(draw(st.lists(texts, max_size=2)))
    return s.Example(
        draw(st.sampled_from(["pass", "fail", "out_of_scope"])), text, data, columns, rows, reports
    )


gaps = st.builds(s.Gap, st.sampled_from(["measured", "required"]))
plain_words = st.text(st.sampled_from("abđ .,"), min_size=1, max_size=6)
sentences = st.lists(st.tuples(plain_words, gaps | paths), min_size=1, max_size=3).map(
    lambda pairs: s.Sentence(tuple(part for pair in pairs for part in pair))
)


rules = st.builds(
    s.Rule, names, expressions, st.sampled_from(["must", "should", "note"]),
    loops=st.lists(loops, max_size=2).map(tuple), when=st.none() | expressions,
    unless=st.lists(st.builds(s.Unless, expressions, st.none() | labels), max_size=2).map(tuple),
    fix=st.none() | fixes, examples=st.lists(examples(), max_size=2).map(tuple), validity=validities,
    replaces=st.none() | names | st.tuples(names, names).map(".".join), summary=st.none() | lines,
    sentence=st.none() | sentences, advice=st.none() | sentences, draft=st.booleans(),
    formerly=st.lists(names | st.tuples(names, names).map(".".join), max_size=2).map(tuple),
)  # fmt: skip
exceptions = st.builds(s.RuleException, texts, names, expressions, validities)

bands = st.tuples(st.integers(1, 30), st.integers(1, 30) | st.just(s.LOWEST_RANK)).map(
    lambda pair: s.RankBand(min(pair), max(pair))
)
ranges = st.builds(lambda low, high, unit: s.Range(s.Quantity(low, unit), s.Quantity(high, unit)),
                   st.integers(0, 9), st.integers(9, 99), units)  # fmt: skip
heads = st.one_of(bands, quantities, ranges, st.builds(s.Text, texts), st.just(s.Otherwise()))
values = st.one_of(st.none(), quantities, st.builds(s.Text, texts))


@st.composite
def tables(draw: st.DrawFn) -> s.Table:
    axes = tuple(draw(st.lists(paths, min_size=1, max_size=3)))
    columns = tuple(draw(st.lists(heads, min_size=1, max_size=3))) if len(axes) > 1 else ()
    second = heads if len(axes) == 3 else st.none()
    rows = st.builds(s.TableRow, heads, st.tuples(*(values for _ in columns or (1,))), second)
    some = st.lists(rows, min_size=1, max_size=3).map(tuple)
    dated = st.builds(s.TableVersion, st.just(columns), some, validities, st.none() | statuses).filter(
        lambda version: version.validity != Validity() or version.status is not None
    )
    first = [s.TableVersion(columns, draw(some))] if draw(st.booleans()) else []
    versions = (*first, *draw(st.lists(dated, min_size=0 if first else 1, max_size=2)))
    return s.Table(draw(names), axes, versions, draw(st.none() | names))


@st.composite
def parameters(draw: st.DrawFn) -> s.Parameter:
    plain = st.builds(s.ParameterValue, literals, st.just(Validity()), st.none() | statuses)
    dated = st.builds(
        s.ParameterValue, literals, validities.filter(lambda v: v != Validity()), st.none() | statuses
    )
    given = draw(st.lists(dated, min_size=1, max_size=3) | plain.map(lambda one: [one]))
    return s.Parameter(draw(names), tuple(given), draw(st.none() | names))


ranks = st.builds(s.PrecedenceRank, st.integers(1, 40), st.lists(texts, min_size=1, max_size=3).map(tuple))


@st.composite
def precedences(draw: st.DrawFn) -> s.Precedence:
    some = st.lists(ranks, min_size=1, max_size=3).map(tuple)
    dated = st.builds(s.PrecedenceVersion, some, validities, st.none() | statuses).filter(
        lambda version: version.validity != Validity() or version.status is not None
    )
    plain = some.map(lambda one: [s.PrecedenceVersion(one)])
    versions = tuple(draw(plain | st.lists(dated, min_size=1, max_size=2)))
    return s.Precedence(draw(names), versions, draw(st.none() | names))


holidays = st.builds(
    s.HolidayCalendar, validities.filter(lambda v: v != Validity()),
    st.lists(st.builds(lambda kind, a, b, label: s.Holiday(kind, min(a, b), max(a, b), label),
                       st.sampled_from(["free", "worked"]), days, days, st.none() | lines),
             min_size=1, max_size=3).map(tuple),
    st.none() | statuses,
)  # fmt: skip
fields = st.one_of(
    st.builds(
        s.Field, names | properties,
        st.sampled_from(["number", "date", "moment", "duration", "truth", "text"]),
        st.just(()), st.none() | lines,
    ),
    st.builds(
        s.Field, names | properties, st.just("text"),
        st.lists(texts, min_size=1, max_size=3).map(tuple), st.none() | lines,
    ),
)  # fmt: skip
statements = st.lists(
    st.one_of(
        rules,
        exceptions,
        tables(),
        parameters(),
        precedences(),
        holidays,
        fields,
        st.builds(s.Amendment, days, lines),
        st.builds(s.NotMachineCheckable, lines),
    ),
    max_size=3,
).map(tuple)


KINDS: tuple[s.DivisionKind, ...] = ("chapter", "section", "article", "clause", "point")


@st.composite
def divisions(draw: st.DrawFn, level: int = 0) -> tuple[s.Division, ...]:
    """Divisions side by side: a smaller one after a larger would stand under it."""
    kinds = draw(st.lists(st.sampled_from(KINDS[level:]), max_size=2))
    kinds.sort(key=KINDS.index, reverse=True)
    found = []
    for kind in kinds:
        below = KINDS.index(kind) + 1
        inner = draw(divisions(below)) if below < len(KINDS) else ()
        label = draw(st.from_regex(r"[1-9][0-9]?[a-c]?", fullmatch=True))
        found.append(
            s.Division(kind, label, draw(st.none() | lines), draw(statements), inner, draw(st.booleans()))
        )
    return tuple(found)


packs = st.builds(
    s.Pack, names, title=st.none() | lines, number=st.none() | lines, issuer=st.none() | lines,
    issued=st.none() | days, validity=validities, replaces=st.lists(texts, max_size=2).map(tuple),
    refines=st.none() | names, imports=st.lists(names, max_size=2).map(tuple), precedence=st.none() | names,
    status=st.none() | statuses, reviewed=st.none() | days, internal=st.booleans(), draft=st.booleans(),
    statements=statements, divisions=divisions(),
)  # fmt: skip
