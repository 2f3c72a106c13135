"""Measures recognition against annotated articles.

    python tests/evaluation/score.py GOLD.jsonl ARTICLES.jsonl [--roster FILE] [--errors]

Each line of the gold file annotates the article of the same `id`: mentions (`start`, `end`, `former`,
`foreign`,
`role`, `titles` with `start`, `end`, `kind`) and, if annotated, `listings` (`start`, `end`, `mentions`).
Spans
count as found only if both ends are right.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.officials.model import Recognition
from kiemtin.officials.recognizer import Recognizer, load_recognizer


def as_document(article: dict[str, Any]) -> Document:
    """One article as one item; every paragraph of its text is a block of the body."""
    text = article["text"]
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            blocks.append(Block(Zone.BODY, at, at + len(line), Origin("paragraph", number)))
        at += len(line) + 1
    day = article.get("date") or ""
    metadata = Metadata(published=date.fromisoformat(day) if len(day) == 10 else None)
    return Document(article["id"], "item", text, (Item(tuple(blocks), metadata),), metadata)


def f1(right: int, found: int, wanted: int) -> str:
    precision, recall = right / (found or 1), right / (wanted or 1)
    both = 2 * precision * recall / ((precision + recall) or 1)
    return (
        f"F1 {both:.4f}  precision {precision:.4f} ({right}/{found})  recall {recall:.4f} ({right}/{wanted})"
    )


def share(right: int, total: int) -> str:
    return f"{right / (total or 1):.4f} ({right}/{total})"


class Score:
    """Counts over articles."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: list[str] = []

    def add(self, gold: dict[str, Any], text: str, found: Recognition) -> None:
        count = self.counts
        wanted = {(m["start"], m["end"]): m for m in gold["mentions"]}
        got = {(m.start, m.end): m for m in found.mentions}
        count["wanted"] += len(wanted)
        count["found"] += len(got)
        count["right"] += len(wanted.keys() & got.keys())
        for span in sorted(wanted.keys() - got.keys()):
            self._error(gold, text, "MISSED", span)
        for span in sorted(got.keys() - wanted.keys()):
            self._error(gold, text, f"EXTRA[{got[span].pattern}]", span)
        self._titles(gold, text, wanted, got)
        for span, mention in wanted.items():
            if mention.get("role") == "attendee-list":
                count["attendees"] += 1
                count["attendees_found"] += span in got
            if span in got:
                count["both"] += 1
                count["former_right"] += bool(mention.get("former")) == got[span].former
                count["foreign_right"] += bool(mention.get("foreign")) == got[span].foreign
                count["person_right"] += mention["person"] == got[span].person
                for key in ("former", "foreign"):
                    if bool(mention.get(key)) != getattr(got[span], key):
                        self._error(gold, text, f"{key.upper()} should be {bool(mention.get(key))}", span)
                if mention["person"] != got[span].person:
                    self._error(gold, text, f"PERSON {mention['person']} != {got[span].person}", span)
        self._listings(gold, text, found)

    def _titles(self, gold: dict[str, Any], text: str, wanted: dict[Any, Any], got: dict[Any, Any]) -> None:
        count = self.counts
        titles = {(*span, t["start"], t["end"], t["kind"]) for span, m in wanted.items() for t in m["titles"]}
        ours = {(*span, t.start, t.end, t.kind.value) for span, m in got.items() for t in m.titles}
        office = {title for title in titles if title[4] == "office"}
        our_office = {title for title in ours if title[4] == "office"}
        count["titles"] += len(titles)
        count["titles_found"] += len(ours)
        count["titles_right"] += len(titles & ours)
        count["offices"] += len(office)
        count["offices_found"] += len(our_office)
        count["offices_right"] += len(office & our_office)
        for title in sorted(titles - ours):
            self._error(gold, text, f"TITLE missed {text[title[2] : title[3]]!r} {title[4]}", title[:2])
        for title in sorted(ours - titles):
            self._error(gold, text, f"TITLE extra {text[title[2] : title[3]]!r} {title[4]}", title[:2])
        flags = {(*span, t["start"], t["end"]): t for span, m in wanted.items() for t in m["titles"]}
        for span, mention in got.items():
            for title in mention.titles:
                other = flags.get((*span, title.start, title.end))
                if other is not None:
                    count["flagged"] += 1
                    count["flags_right"] += all(
                        bool(other.get(key)) == getattr(title, key)
                        for key in ("former", "appointed", "career")
                    )

    def _listings(self, gold: dict[str, Any], text: str, found: Recognition) -> None:
        if "listings" not in gold:
            return
        wanted = {(listing["start"], listing["end"]) for listing in gold["listings"]}
        got = {(listing.start, listing.end) for listing in found.listings}
        self.counts["listings"] += len(wanted)
        self.counts["listings_found"] += len(got)
        self.counts["listings_right"] += len(wanted & got)
        for span in sorted(wanted - got):
            self.errors.append(f"{gold['id']}: LISTING missed: {text[span[0] : span[1]]!r}")
        for span in sorted(got - wanted):
            self.errors.append(f"{gold['id']}: LISTING extra: {text[span[0] : span[1]]!r}")

    def _error(self, gold: dict[str, Any], text: str, what: str, span: tuple[int, int]) -> None:
        start, end = span
        before, after = text[max(0, start - 70) : start], text[end : end + 50]
        self.errors.append(f"{gold['id']}: {what}: …{before}⟦{text[start:end]}⟧{after}…".replace("\n", "⏎"))

    def report(self) -> str:
        count = self.counts
        return "\n".join(
            (
                f"mentions          {f1(count['right'], count['found'], count['wanted'])}",
                f"titles            {f1(count['titles_right'], count['titles_found'], count['titles'])}",
                f"office titles     {f1(count['offices_right'], count['offices_found'], count['offices'])}",
                f"attendees recall  {share(count['attendees_found'], count['attendees'])}",
                f"former right      {share(count['former_right'], count['both'])}",
                f"foreign right     {share(count['foreign_right'], count['both'])}",
                f"person right      {share(count['person_right'], count['both'])}",
                f"title flags right {share(count['flags_right'], count['flagged'])}",
                "listing bounds    "
                + f1(count["listings_right"], count["listings_found"], count["listings"]),
            )
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--roster", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    recognizer: Recognizer = load_recognizer(options.roster)
    articles = {}
    for line in options.articles.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        articles[article["id"]] = article
    score = Score()
    for line in options.gold.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        article = articles[gold["id"]]
        if hashlib.sha1(article["text"].encode()).hexdigest() != gold["text_sha1"]:
            raise SystemExit(f"{gold['id']}: the text has changed")
        score.add(gold, article["text"], recognizer.recognize(as_document(article)))
    print(score.report())
    if options.errors:
        print("\n".join(score.errors))


if __name__ == "__main__":
    main()
