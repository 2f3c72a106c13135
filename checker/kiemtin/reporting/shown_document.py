"""What was read and recognised in one document: a line of JSON, or words for a person."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from kiemtin.documents.durations import show_duration
from kiemtin.documents.model import Document, Item, Origin, Zone
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import fold
from kiemtin.officials.model import Listing, Mention, Recognition, Title, TitleKind
from kiemtin.reporting.excerpt import Mark, excerpt, visible, wrap
from kiemtin.reporting.palette import PLAIN, Palette
from kiemtin.reporting.places import Places, shown_origin
from kiemtin.reporting.safe_json import escaped
from kiemtin.reporting.shown_metadata import estimated, item_lines, known_lines, metadata_record
from kiemtin.reporting.shown_organs import organ_lines, organs_record

if TYPE_CHECKING:
    from kiemtin.events.model import Occasion


class Reading(NamedTuple):
    """A document with what was recognised in it.

    `ranks` has for each mention the rank of its person on the day, None for no rank or no day.
    """

    document: Document
    recognition: Recognition
    ranks: Sequence[int | None]
    settings: str | None = None
    """The kiemtin.toml that holds for the file."""
    reading_rate: float | None = None
    """Syllables a minute, by which lengths are estimated."""
    occasions: Sequence[Occasion] = ()
    """For each item what the work calendar says of it; none without a calendar."""


def json_line(reading: Reading, *, why: bool) -> str:
    """One object on one line, ending with a line feed. Offsets are code points of `text`."""
    document, recognition, ranks = reading[:3]
    text = document.text
    places = Places(document)
    events = {}
    if reading.occasions:
        from kiemtin.reporting.shown_occasions import occasion_record  # few have a calendar

        events = {"events": [occasion_record(each) for each in reading.occasions]}
    told = {
        "path": document.path,
        "kind": document.kind,
        "text": text,
        "settings": reading.settings,
        "metadata": metadata_record(document.metadata, places),
        "mentions": [
            _mention(mention, rank, why=why)
            for mention, rank in zip(recognition.mentions, ranks, strict=True)
        ],
        **(
            {"items": [_item(document, item, places, reading.reading_rate) for item in document.items]}
            if document.kind == "bulletin"
            else {}
        ),
        "listings": [_listing(listing, text, why=why) for listing in recognition.listings],
        **organs_record(document),
        **events,
    }
    return escaped(json.dumps(told, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _item(document: Document, item: Item, places: Places, rate: float | None) -> dict[str, Any]:
    told = {
        "number": item.number,
        "block": item.block,
        "headline": _headline(document, item),
        "start": item.span.start,
        "end": item.span.end,
        "metadata": metadata_record(item.metadata, places),
        "durations": [
            {
                "kind": timing.kind,
                "seconds": timing.seconds,
                **_stated_at(timing.origin),
            }
            for timing in item.timings
        ],
    }
    return told if rate is None else told | {"estimated_seconds": estimated(document, item, rate)}


def _headline(document: Document, item: Item) -> str:
    told = [block for block in item.blocks if block.zone not in (Zone.METADATA, Zone.CUE)]
    told.sort(key=lambda block: block.zone is not Zone.HEADLINE)
    return " ".join(told[0].span.of(document.text).split()) if told else ""


def _mention(mention: Mention, rank: int | None, *, why: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "start": mention.start,
        "end": mention.end,
        "name": mention.name,
        "titles": [_title(title, why=why) for title in mention.titles],
        "former": mention.former,
        "acting": mention.acting,
        "official": mention.official,
        "rank": rank,
        "zone": mention.zone.value,
    }
    if why:
        told |= {"person": mention.person, "foreign": mention.foreign, "pattern": mention.pattern}
    return told


def _title(title: Title, *, why: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "start": title.start,
        "end": title.end,
        "text": title.text,
        "kind": title.kind.value,
        "office": title.office,
        "former": title.former,
    }
    if why:
        told |= {mark: getattr(title, mark) for mark in ("organ", "locality", *_MARKS, "pattern")}
    return told


_MARKS = ("acting", "shared", "appointed", "career")


def _listing(listing: Listing, text: str, *, why: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "mentions": list(listing.mentions),
        "heading": listing.heading.of(text) if listing.heading else None,
        "start": listing.start,
        "end": listing.end,
        "groups": list(listing.groups),
    }
    return told | {"pattern": listing.pattern} if why else told


def _stated_at(origin: Origin) -> dict[str, Any]:
    if origin.kind == "cell":
        return {"row": origin.index, "column": origin.column}
    return {"part": origin.part}


def _where(origin: Origin, lang: Lang) -> str:
    """The cell, without its sheet, or the field or element of a length."""
    if origin.kind == "cell":
        return shown_origin(replace(origin, part=""), lang)
    return message(f"place.{origin.kind}", lang, {"path": visible(origin.part)})


def render(
    reading: Reading, lang: Lang, palette: Palette = PLAIN, width: int = 100, *, why: bool = False
) -> str:
    """The mentions in the order of the text, each in its sentence, then the listings."""
    return "\n".join(_Shown(reading, lang, palette, width).lines(why=why)) + "\n"


class _Shown:
    def __init__(self, reading: Reading, lang: Lang, palette: Palette, width: int) -> None:
        self.document, self.recognition, self.ranks = reading[:3]
        self.reading = reading
        self.lang, self.palette, self.width = lang, palette, width
        self.places = Places(self.document)

    def say(self, message_id: str, **arguments: object) -> str:
        return visible(message(message_id, self.lang, arguments))

    def lines(self, *, why: bool) -> Iterator[str]:
        document, recognition = self.document, self.recognition
        head = self.say(
            "show.head",
            path=document.path,
            kind=self.say(f"show.{document.kind}", n=len(document.items)),
            characters=len(document.text),
            mentions=len(recognition.mentions),
            listings=len(recognition.listings),
        )
        yield self.palette.paint(f"══ {head}", "strong")
        yield from self.known()
        if document.kind == "bulletin":
            yield from self.items()
        for mention, rank in zip(recognition.mentions, self.ranks, strict=True):
            yield ""
            yield from self.mention(mention, rank, why=why)
        for listing in recognition.listings:
            yield ""
            yield from self.listing(listing)
            if why:
                said = self.say("show.why_listing", pattern=self.say(f"show.by.{listing.pattern}"))
                yield from wrap(said, self.width, "    ")

        told = list(organ_lines(document, self.places, self.lang))
        yield from [""] if told else []
        for line in told:
            yield from wrap(line, self.width, "", "    ")

    def known(self) -> Iterator[str]:
        """What is known beside the text, and who says so."""
        if self.reading.settings is not None:
            yield from wrap(self.say("show.settings", path=self.reading.settings), self.width, "  ", "    ")
        for line in known_lines(self.document, self.places, self.lang):
            yield from wrap(line, self.width, "  ", "    ")
        rate, items = self.reading.reading_rate, self.document.items
        if self.document.kind == "item":
            if rate is not None:
                yield from wrap(self.estimate(items[0], rate), self.width, "  ", "    ")
            yield from self.occasion(0, "  ")

    def occasion(self, item: int, indent: str) -> Iterator[str]:
        if self.reading.occasions:
            from kiemtin.reporting.shown_occasions import occasion_lines  # few have a calendar

            occasion = self.reading.occasions[item]
            yield from occasion_lines(occasion, self.places, self.lang, self.width, indent)

    def estimate(self, item: Item, rate: float) -> str:
        length = show_duration(estimated(self.document, item, rate))
        return self.say("show.duration.estimated", duration=length, rate=f"{rate:g}")

    def items(self) -> Iterator[str]:
        """Each item of a bulletin with its block, its number and its lengths, and where they stand."""
        block: str | None = None
        for position, item in enumerate(self.document.items, start=1):
            if item.block != block:
                block = item.block
                yield self.palette.paint(
                    f"  ── {visible(block) if block else self.say('show.no_block')}", "strong"
                )
            number = item.number if item.number is not None else "–"
            where = self.places.within_file(item.span, self.lang)
            facts = [f"{position}. ({visible(number)}) {visible(_headline(self.document, item))}", where]
            facts += [
                self.say(
                    f"show.duration.{timing.kind}",
                    duration=show_duration(timing.seconds),
                    where=_where(timing.origin, self.lang),
                )
                for timing in item.timings
            ]
            if self.reading.reading_rate is not None:
                facts.append(self.estimate(item, self.reading.reading_rate))
            yield from wrap("; ".join(facts), self.width, "    ", "       ")
            for line in item_lines(self.document, item, self.places, self.lang):
                yield from wrap(line, self.width, "       ", "         ")
            yield from self.occasion(position - 1, "       ")
        for kind in ("planned", "actual"):
            told = [t.seconds for item in self.document.items for t in item.timings if t.kind == kind]
            if told:
                n, of = len(told), len(self.document.items)
                total = show_duration(sum(told))
                said = self.say(f"show.summed.{kind}", duration=total, n=n, of=of)
                yield from wrap(said, self.width, "    ")
        if self.document.metadata.duration is not None:
            stated = show_duration(self.document.metadata.duration)
            yield from wrap(self.say("show.stated", duration=stated), self.width, "    ")

    def mention(self, mention: Mention, rank: int | None, *, why: bool) -> Iterator[str]:
        where = self.places.show(mention.span, self.lang)
        name = self.palette.paint(visible(mention.name), "strong")
        zone = self.say(f"zone.{mention.zone.value}")
        yield f"{name}  {where} ({zone})"
        titles = sorted((title for title in mention.titles), key=lambda title: title.start)
        marks = [Mark(mention.span), *(Mark(title.span, "-") for title in titles)]
        piece = excerpt(
            self.document.text, self.places.context(mention.span), marks, self.width - len("    │ ")
        )
        yield f"    │ {piece.line}"
        yield f"    │ {self.palette.paint(piece.marks, 'note')}"
        facts = [self.titles(mention)]
        if rank is not None:
            facts.append(self.say("show.rank", rank=rank))
        facts += [
            self.say(f"show.{mark}") for mark in ("former", "acting", "foreign") if getattr(mention, mark)
        ]
        known = "show.in_roster" if mention.official else "show.not_in_roster"
        facts.append(self.say(known, official=mention.official))
        yield from wrap("; ".join(facts), self.width, "    ")
        if why:
            by = self.say(f"show.by.{mention.pattern}")
            said = "show.why_near" if _is_near(mention) else "show.why"
            yield from wrap(self.say(said, pattern=by, person=mention.person), self.width, "    ")
            for title in titles:
                why_title = self.why_title(title, mention)
                told = self.say("show.why_title", title=title.text, said=why_title)
                yield from wrap(told, self.width, "      ")

    def why_title(self, title: Title, mention: Mention) -> str:
        """How a title stands to its name, and what it was taken for."""
        given = title.pattern == "after" and title.end <= mention.start
        facts = [self.say(f"show.title-by.{'given' if given else title.pattern}")]
        facts += [self.say(f"show.title.{mark}") for mark in ("former", *_MARKS) if getattr(title, mark)]
        if title.kind is not TitleKind.OFFICE:
            facts.append(self.say(f"show.kind.{title.kind.value}"))
        elif title.office:
            facts.append(self.say("show.title.office", office=title.office))
        elif _is_unknown(title, mention):
            facts.append(self.say("show.kind.unknown"))
        facts += [
            self.say(f"show.title.{part}", **{part: getattr(title, part)})
            for part in ("organ", "locality")
            if getattr(title, part)
        ]
        return "; ".join(facts)

    def titles(self, mention: Mention) -> str:
        if not mention.titles:
            return self.say("show.no_title")
        words = [
            f"“{title.text}”"
            + (f" ({self.say('show.unknown_office')})" if _is_unknown(title, mention) else "")
            for title in mention.titles
        ]
        return self.say("show.titles", titles=", ".join(words))

    def listing(self, listing: Listing) -> Iterator[str]:
        names = ", ".join(self.recognition.mentions[at].name for at in listing.mentions)
        said = self.say("show.listing", n=len(listing.mentions), names=names)
        if listing.heading:
            heading = listing.heading.of(self.document.text).strip(" :\n")
            said += f"; {self.say('show.heading', heading=heading)}"
        where = self.places.show(Span(listing.start, listing.end), self.lang)
        yield from wrap(f"{where}: {said}", self.width, "", "    ")


def _is_unknown(title: Title, mention: Mention) -> bool:
    """Whether the vocabulary does not have the office."""
    return title.kind is TitleKind.OFFICE and title.office is None and not mention.foreign


def _is_near(mention: Mention) -> bool:
    """Whether the printed name is taken for a near one: as many words, and not the same."""
    printed, right = normalize("NFC", mention.name).split(), mention.person.split()
    return 1 < len(printed) == len(right) and fold(" ".join(printed)) != fold(" ".join(right))
