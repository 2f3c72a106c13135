"""One request of the page, done in a child: what is sent may be made to hang."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kiemtin.checking.choosing import Choice
from kiemtin.checking.finishing import Finishing
from kiemtin.checking.workbench import Examination, Workbench
from kiemtin.documents.model import Document, Metadata
from kiemtin.foundation.messages import Lang
from kiemtin.foundation.paths import is_file
from kiemtin.judging.findings import Finding
from kiemtin.serving.editing import drafts, telling
from kiemtin.serving.payloads.reading import parse, read_metadata, with_metadata

Reply = tuple[dict[str, Any], bytes]


def answer(asked: Mapping[str, Any], body: bytes, bench: Callable[[], Workbench]) -> Reply:
    """Raises BadRequestError and KiemtinError."""
    what = asked["page"]
    if what == "open":
        from kiemtin.documents.reading import read_bytes

        document = read_bytes(body, asked["name"])
        return {"outcome": "done", **drafts.shown(document), "notes": _told_notes(document, asked)}, b""
    if what == "copy" and asked["name"]:
        from kiemtin.documents.reading import read_bytes

        return _copy(_examined(read_bytes(body, asked["name"]), bench(), asked), asked, body)
    sent = parse(body, asked["depth"])
    if not isinstance(sent, dict):
        raise drafts.bad("request-not-object")
    if what == "list":
        return {"outcome": "done", **_listed(sent, bench(), asked)}, b""
    examined = _examined(drafts.read(sent), bench(), asked)
    if what == "copy":
        return _copy(examined, asked, b"")
    lang: Lang = asked["lang"]
    if what == "why":
        return {"outcome": "done", "tree": _why(examined, _finding(examined, sent), lang)}, b""
    if what == "false-alarm":
        return _false_alarm(examined, _finding(examined, sent), bench(), sent), b""
    return {"outcome": "done", **telling.tell(examined.report, lang, sent.get("rows"))}, b""


def _examined(document: Document, bench: Workbench, asked: Mapping[str, Any]) -> Examination:
    """Judged on the day that it says, else on that of the request; known false alarms are told as such."""
    told = document.metadata.day or any(item.metadata.day for item in document.items)
    if asked.get("day") and not told:
        document = with_metadata(document, Metadata(published=date.fromisoformat(asked["day"])))
    waivers = asked.get("waivers")
    known = waivers if waivers and is_file(Path(waivers)) else None
    finish = Finishing(Choice(), date.fromisoformat(asked["today"]), waivers=known, waive=known is not None)
    return finish(bench.examine(document))


def _listed(sent: Mapping[str, Any], bench: Workbench, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Names in order, on the day that the page says, else today."""
    from kiemtin.checking import names_told
    from kiemtin.checking.names_in_order import in_order

    names = sent.get("names")
    if not isinstance(names, str):
        raise drafts.bad("request-bad-field", field="names")
    day = read_metadata(sent.get("metadata", {})).day or date.fromisoformat(asked["today"])
    return names_told.record(in_order(names, day, bench), bench.roster.name, asked["lang"])


def _finding(examined: Examination, sent: Mapping[str, Any]) -> Finding:
    wanted = sent.get("fingerprint")
    for finding in examined.report.judgement.findings:
        if finding.fingerprint and finding.fingerprint == wanted:
            return finding
    raise drafts.bad("page-finding-gone")


def _why(examined: Examination, finding: Finding, lang: Lang) -> str:
    from kiemtin.reporting.explanation import render
    from kiemtin.reporting.places import Places

    return render(examined.explain(finding), Places(examined.report.document), lang, width=76)


def _false_alarm(
    examined: Examination, finding: Finding, bench: Workbench, sent: Mapping[str, Any]
) -> dict[str, Any]:
    """A waiver that is counted, and a case for the author of the rule without the names of people."""
    from kiemtin.accepting.feedback import case_of, waiver_of
    from kiemtin.accepting.redacting import redacted
    from kiemtin.foundation.places import Span
    from kiemtin.reporting.places import Places

    reason, person = sent.get("reason"), sent.get("person")
    if not (isinstance(reason, str) and isinstance(person, str)):
        raise drafts.bad("page-reason-missing")
    reason, person = " ".join(reason.split())[:500], " ".join(person.split())[:100]
    if len(reason) < 3 or len(person) < 2:
        raise drafts.bad("page-reason-missing")
    document = examined.report.document
    mentions = bench.recognizer.recognize(document).mentions
    whole = Span(0, len(document.text)) if finding.place is None else Places(document).context(finding.place)
    day = examined.report.judgement.judged_on[max(0, finding.item)]
    said = redacted(reason, Span(0, len(reason)), mentions)
    today = date.today()
    expires = date(today.year + 1, today.month, min(today.day, 28))
    return {
        "outcome": "done",
        "waiver": waiver_of(finding, None, reason, person, expires),
        "case": case_of(finding, redacted(document.text, whole, mentions), said, day),
        "fingerprint": finding.fingerprint,
        "entry": {"rule": finding.rule, "finding": finding.fingerprint, "name": person, "reason": said},
    }


def _copy(examined: Examination, asked: Mapping[str, Any], source: bytes) -> Reply:
    """The report as a file: of a Word file or workbook that was opened, a copy of that."""
    report, lang = examined.report, asked["lang"]
    if asked["format"] == "html":
        from kiemtin.reporting.page.rendering import render

        return {"outcome": "done", "type": "text/html; charset=utf-8"}, render([examined], lang).encode()
    suffix = Path(asked["name"]).suffix.lower()
    if report.document.kind == "bulletin":
        from kiemtin.reporting.workbook import annotating, composing

        made = annotating.annotate if suffix in (".xlsx", ".xlsm") else None
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        if made is not None:
            return {"outcome": "done", "type": kind}, made(source, report, lang)
        return {"outcome": "done", "type": kind}, composing.compose(source, report, lang)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    if suffix in (".docx", ".docm"):
        from kiemtin.reporting.word.annotating import annotate

        return {"outcome": "done", "type": kind}, annotate(source, report, lang, suggest=True)
    from kiemtin.reporting.word.composing import compose

    return {"outcome": "done", "type": kind}, compose(report, lang, suggest=True)


def _told_notes(document: Document, asked: Mapping[str, Any]) -> list[str]:
    from kiemtin.foundation.messages import message
    from kiemtin.reporting.cards import safe

    return [safe(message(note.code, asked["lang"], note.arguments)) for note in document.notes]
