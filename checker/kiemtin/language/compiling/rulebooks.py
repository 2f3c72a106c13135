"""All that is wrong with a pack, or its rulebook: parse, link, type, compile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kiemtin.foundation.paths import is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.text import unify_letters
from kiemtin.language.compiling.fields import compile_fields
from kiemtin.language.compiling.holidays import compile_holidays
from kiemtin.language.compiling.life import check_change_log, check_names_of_old, drafts_of
from kiemtin.language.compiling.linking import Links, Role, SourcedPack, TooManyErrorsError
from kiemtin.language.compiling.loosening import warn_of_loosening
from kiemtin.language.compiling.precedence import BindOffice, compile_precedence
from kiemtin.language.compiling.rules import compile_rules, unchecked
from kiemtin.language.compiling.sharing import share
from kiemtin.language.compiling.spellings import with_spellings
from kiemtin.language.compiling.tables_in_doubt import analyse_tables
from kiemtin.language.compiling.values import Values, compile_values
from kiemtin.language.pack_files import PackFile, bundled_packs
from kiemtin.language.reading.parsing import MAX_PROBLEMS, Parsed, parse_with_problems
from kiemtin.language.rulebook import PackSummary, Rulebook
from kiemtin.language.syntax import Division, Precedence, Rule, Statement
from kiemtin.language.terms.names import did_you_mean

Parse = Callable[[str, str], Parsed]
"""From a text and its path."""


def compile_files(
    files: Sequence[PackFile],
    search: Sequence[Path],
    bind_office: BindOffice,
    key: str,
    *,
    internal: bool = False,
) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook of the first file with the others behind it; None if there are errors.

    Without `internal` it holds no wording of clauses for internal circulation.
    """
    rulebook, problems = _examined(files, bind_office, key, parse_with_problems, internal=internal)
    return (share(with_spellings(rulebook), {}) if rulebook is not None else None), problems


def problems_of(
    files: Sequence[PackFile], bind_office: BindOffice, parse: Parse = parse_with_problems
) -> list[Problem]:
    """All that is wrong with the first file and the others behind it, without making what judges by them."""
    return _examined(files, bind_office, "", parse, internal=False)[1]


def _examined(
    files: Sequence[PackFile], bind_office: BindOffice, key: str, parse: Parse, *, internal: bool
) -> tuple[Rulebook | None, list[Problem]]:
    packs, problems = _order(files, parse)
    if packs is None or len(problems) >= MAX_PROBLEMS:
        return None, problems
    links = Links(packs, internal=internal)
    try:
        rulebook = _compile(links, bind_office, key, internal=internal)
    except TooManyErrorsError:
        rulebook = None
    problems += _certain(links)
    if any(not problem.warning for problem in problems):
        return None, problems
    return rulebook, problems


def _compile(links: Links, bind_office: BindOffice, key: str, *, internal: bool) -> Rulebook:
    """The rulebook of linked packs, good for nothing if problems were reported."""
    links.place_statements()
    for home in links.packs:
        _check_head(home, links)
    fields = compile_fields(links)
    values = compile_values(links, fields)
    rules, used = compile_rules(links, values)
    precedence = compile_precedence(links, bind_office)
    _check_use(links, values, used)
    check_names_of_old(links)
    check_change_log(links)
    if all(problem.warning for problem in links.problems):
        analyse_tables(links, values)
        warn_of_loosening(links, values, rules)
    return Rulebook(
        links.packs[0].pack.name,
        tuple(_summary(home, internal=internal) for home in links.packs),
        rules,
        values.tables,
        values.parameters,
        precedence,
        unchecked(links),
        key,
        compile_holidays(links),
        drafts_of(links),
        fields,
    )


def _certain(links: Links) -> list[Problem]:
    """What is wrong in any case. Where a statement was lost, no warning is, nor what that may explain."""
    lost = [home.lost for home in links.packs if home.lost is not None]
    if not lost:
        return links.problems
    found = []
    for problem in links.problems:
        name = str(problem.arguments.get("found", "")).rpartition(".")[2]
        about_lost = problem.code.removesuffix("-near") in _OF_NAMES and any(name in text for text in lost)
        if not (problem.warning or about_lost or problem.code == "pack.never-in-force"):
            found.append(problem)
    return found


_OF_NAMES = frozenset(
    {"pack.unknown-name", "pack.unknown-override", "pack.exception-of-unknown", "pack.unknown-precedence"}
)


def _order(files: Sequence[PackFile], read: Parse) -> tuple[tuple[SourcedPack, ...] | None, list[Problem]]:
    """The parsed packs, nearest first: the pack, what it refines, step by step, and then what those use."""
    problems: list[Problem] = []
    by_name: dict[str | None, PackFile] = {file.name: file for file in files}
    parsed: dict[str | None, SourcedPack | None] = {}

    def parse(name: str | None, role: Role) -> SourcedPack | None:
        if name not in parsed:
            file = by_name[name]
            parsed[name] = None
            try:
                text = file.content.decode("utf-8")
            except UnicodeDecodeError:
                problems.append(Problem("pack.not-utf8", FilePlace(str(file.path)), {"pack": str(file.path)}))
                return None
            pack, found, lost, source = read(text, str(file.path))
            problems.extend(found)
            if pack is not None and source is not None and (lost or not found):
                left = lost if found else None
                parsed[name] = SourcedPack(pack, source, role, left)
        return parsed[name]

    chain: list[SourcedPack] = []
    current: str | None = None
    while True:
        home = parse(current, "refined" if chain else "main")
        if home is None:
            return None, problems
        chain.append(home)
        following = home.pack.refines
        if following is None:
            break
        names = [one.pack.name for one in chain]
        # A file may go by another name than that of the pack in it.
        paths = [one.source.path for one in chain]
        again = str(by_name[following].path) if following in by_name else ""
        if following in names or again in paths:
            first = names.index(following) if following in names else paths.index(again)
            cycle = " → ".join([*names[first:], following])
            problems.append(
                Problem("pack.cyclic-refinement", home.source.place(home.pack.span), {"cycle": cycle})
            )
            return None, problems
        if following not in by_name:
            problems.append(_missing(following, home, files))
            return None, problems
        current = following
    _add_used(chain, by_name, parse, files, problems)
    return tuple(chain), problems


def _add_used(
    chain: list[SourcedPack],
    by_name: Mapping[str | None, PackFile],
    parse: Callable[[str | None, Role], SourcedPack | None],
    files: Sequence[PackFile],
    problems: list[Problem],
) -> None:
    """Appends what the packs use, and where lists of precedence lie in files of their own."""
    names = {home.pack.name for home in chain}
    for home in chain:  # grows while it is read
        wanted = [*home.pack.imports]
        soft = [home.pack.precedence, *(one.extends for one in _precedences(home))]
        for name in [*wanted, *(name for name in soft if name is not None)]:
            if name in names:
                continue
            if name not in by_name:
                if name in wanted:
                    problems.append(_missing(name, home, files))
                continue
            names.add(name)
            used = parse(name, "used")
            if used is not None:
                names.add(used.pack.name)
                chain.append(used)


def _precedences(home: SourcedPack) -> Iterator[Precedence]:
    def walk(statements: Iterable[Statement], divisions: Iterable[Division]) -> Iterator[Precedence]:
        yield from (one for one in statements if isinstance(one, Precedence))
        for division in divisions:
            yield from walk(division.statements, division.divisions)

    return walk(home.pack.statements, home.pack.divisions)


def _missing(name: str, home: SourcedPack, files: Sequence[PackFile]) -> Problem:
    folders = (files[0].path.parent, bundled_packs())
    known = sorted({path.stem for folder in folders if is_folder(folder) for path in folder.glob("*.quy")})
    meant = did_you_mean(name, known)
    code = "pack.missing-pack-near" if meant else "pack.missing-pack"
    return Problem(code, home.source.place(home.pack.span), {"found": name, "meant": meant or ""})


def _check_head(home: SourcedPack, links: Links) -> None:
    pack = home.pack
    if unify_letters(pack.name) != pack.name:
        links.report(
            home, "pack.look-alike-letters", pack.span, found=pack.name, meant=unify_letters(pack.name)
        )
    if pack.status is None:
        links.report(home, "pack.without-status", pack.span)
    has_rules = any(one.home is home for one in links.of(Rule))
    if home.role == "main" and has_rules and pack.validity.start is None:
        links.report(home, "pack.without-date", pack.span, warning=True)
    if pack.issued and pack.validity.start and pack.validity.start < pack.issued:
        links.report(home, "pack.in-force-before-issue", pack.span, warning=True)


def _check_use(links: Links, values: Values, used: set[str]) -> None:
    for key, group in values.groups.items():
        last = group[-1]
        if key not in used and last.home.role == "main":
            links.report(last.home, "pack.unused", last.statement.span, warning=True, name=key)


def _summary(home: SourcedPack, *, internal: bool) -> PackSummary:
    pack = home.pack
    return PackSummary(
        pack.name,
        None if pack.internal and not internal else pack.title,
        pack.number,
        pack.issuer,
        pack.validity,
        pack.status,
        pack.reviewed,
        home.source.path,
    )
